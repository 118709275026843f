"""Which places, and why: weights, the ranked list, the explanation of the chosen one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from geo.model import Criterion, Ranking, Reason
from gui.pages.page import Page
from gui.pages.quote_dialog import QuoteDialog
from gui.pages.sites.explained import explain_city, explain_site
from gui.pages.sites.list_pane import CITIES, SITES, ListPane
from gui.session import Changes, Session
from gui.widgets.detail_panel import DetailPanel
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments
from gui.widgets.weight_board import WeightBoard

FIGURE_OF = {
    Criterion.COST: ("cost", "per_day"),
    Criterion.SUBSIDY: ("subsidy", "subsidy"),
    Criterion.UPLIFT: ("uplift", "visits"),
}
LOW = 740
LIST_LEAST = 130
DETAIL = {True: 132, False: 236}
SHARE = 0.22
PHOTO_FILES = "*.jpg *.jpeg *.png *.webp *.heic"


class RankPane(Page):
    """Weights, the ranked places or cities, and why the chosen one stands where it does."""

    script_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = label(role="heading")
        self._count = label(role="caption")
        self.ways = Segments()
        self.board = WeightBoard()
        self.board.weightsChanged.connect(session.set_weights)
        self.lists = ListPane(session)
        self._low: bool | None = None
        self._opened = False
        self.detail = DetailPanel()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = Pane()
        head.setProperty("hair", "bottom")
        head.setMinimumHeight(38)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.ways)
        self.splitter.addWidget(self.lists)
        self.splitter.addWidget(self.detail)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.board)
        whole.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        lists = self.lists
        self.ways.chosen.connect(lists.show_mode)
        lists.mode_changed.connect(self._mode_changed)
        lists.counted.connect(self._count.setText)
        lists.script_asked.connect(self.script_asked)
        for ranked in (lists.sites, lists.cities):
            ranked.drawer.figureClicked.connect(self._figure_asked)
            ranked.view.installEventFilter(self)
            ranked.view.doubleClicked.connect(lambda: self.open_detail(opened=True))
        self.detail.quote_asked.connect(self._quote)
        self.detail.photos_asked.connect(self._photos)

    def _mode_changed(self, mode: str) -> None:
        self.ways.choose(mode)
        self._explain()

    def show_state(self, changes: Changes) -> None:
        """Draw weights and explanation; the lists draw themselves."""
        state = self.state
        if changes.touch("presets", "language"):
            self._dress_board()
        if changes.touch("weights", "ranking") and state.weights:
            self.board.set_weights(state.weights)
        if changes.touch("ranking", "language"):
            self._tell_idle(state.ranking)
        if changes.touch("ranking", "script", "selection", "language", "sites"):
            self._explain()

    def _tell_idle(self, ranking: Ranking | None) -> None:
        same: dict[str, str] = {
            Criterion.FIT: self.tr("各处匹配一样，拖它不改先后"),
            Criterion.COST: self.tr("各处费用一样，拖它不改先后"),
            Criterion.SUBSIDY: self.tr("拿得准的补贴各处一样，拖它不改先后"),
            Criterion.UPLIFT: self.tr("各处拉动一样，拖它不改先后"),
        }
        idle = ranking.idle if ranking is not None else ()
        self.board.set_idle({Criterion(one): same[one] for one in idle if one in same})

    def _say(self, reason: Reason) -> str:
        phrases = self.state.phrases
        return reason.code if phrases is None else phrases.tell(reason, self.state.language)

    def _explain(self) -> None:
        state, chosen, ranking = self.state, self.state.selection, self.state.ranking
        hints = ranking.hints if ranking is not None else ()
        if self.lists.mode == SITES:
            sites = ranking.sites if ranking is not None else ()
            offer = next((one for one in sites if one.site.id == chosen.site), None)
            view = explain_site(state, offer, self._say, hints)
        else:
            towns = ranking.cities if ranking is not None else ()
            town = next((one for one in towns if one.city == chosen.city), None)
            view = explain_city(state, town, self._say, hints)
        if view != self.detail.view:
            self.detail.explain(view)

    def _figure_asked(self, one: str, criterion: object) -> None:
        place = FIGURE_OF.get(criterion) if isinstance(criterion, Criterion) else None
        if place is not None and isinstance(criterion, Criterion):
            anchor = self.lists.shown.cell_rect(one, criterion)
            self.detail.ask(*place, anchor)

    def _quote(self, site_id: str, _line: str) -> None:
        site = self.state.site(site_id)
        if site is not None:
            QuoteDialog(self.session, site, self).exec()

    def _photos(self, site_id: str) -> None:
        kinds = self.tr("照片")
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("加照片"), "", f"{kinds} ({PHOTO_FILES})"
        )
        if names:
            self.session.add_photos(site_id, [Path(name) for name in names])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the list goes before the explanation."""
        super().resizeEvent(event)
        low = event.size().height() < LOW
        if low != self._low:
            self._low = low
            self._dress_board()
            self._share_room()

    def _dress_board(self) -> None:
        """The presets and the stacked bar only where there is room for them."""
        self.board.set_presets({} if self._low else self.state.presets)
        self.board.set_compact(bool(self._low))

    def _share_room(self) -> None:
        """Give the explanation its usual height, or with Space most of the pane."""
        room = self.splitter.height()
        usual = max(DETAIL[bool(self._low)], round(room * SHARE))
        detail = room - LIST_LEAST if self._opened else usual
        self.splitter.setSizes([max(LIST_LEAST, room - detail), detail])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space on a list opens the explanation wide, and again folds it."""
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if space and event.type() is QEvent.Type.KeyPress:
            self.open_detail(opened=not self._opened)
            return True
        return super().eventFilter(watched, event)

    def open_detail(self, *, opened: bool) -> None:
        """Show much of the explanation, or as much as is usual."""
        self._opened = opened
        self._share_room()

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("取景地"))
        self.ways.set_options([(SITES, self.tr("按地点")), (CITIES, self.tr("按城市"))])
        self.ways.choose(self.lists.mode)
