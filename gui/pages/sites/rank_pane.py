"""Which places, and why: weights, the ranked list, what could change it, the explanation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelection, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from geo.model import Criterion, Ranking, Reason
from gui.models.city_model import CityModel
from gui.models.ranking_model import RankingModel
from gui.pages.page import Page
from gui.pages.quote_dialog import QuoteDialog
from gui.pages.sites.explained import explain_city, explain_site
from gui.pages.sites.ranked_list import RankedList
from gui.session import Changes, Session
from gui.texts import Role
from gui.widgets import icons
from gui.widgets.detail_panel import DetailPanel
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments
from gui.widgets.weight_board import WeightBoard

SITES, CITIES = "sites", "cities"
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
        self.mode = SITES
        self._title = label(role="heading")
        self._count = label(role="caption")
        self.ways = Segments()
        self.ways.chosen.connect(self.show_mode)
        self.board = WeightBoard()
        self.board.weightsChanged.connect(session.set_weights)
        self.sites = RankedList(RankingModel(parent=self))
        self.cities = RankedList(CityModel(self))
        self.empty = EmptyCard()
        self.empty.chosen.connect(self._way_out)
        self._stack = QStackedWidget()
        self.hint = Pane()
        self._hint_sign = label()
        self._hint_text = label(role="second", wrap=True)
        self.hint_button = QPushButton()
        self._hint_site = ""
        self._lent_city: str | None = None
        self._low: bool | None = None
        self._opened = False
        self.detail = DetailPanel()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()
        self.restyle()
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
        holder = QWidget()
        above = QVBoxLayout(holder)
        above.setContentsMargins(8, 24, 8, 8)
        above.addWidget(self.empty)
        above.addStretch(1)
        for part in (self.sites, self.cities, holder):
            self._stack.addWidget(part)
        self._lay_out_hint()
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.hint)
        self.splitter.addWidget(upper)
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

    def _lay_out_hint(self) -> None:
        self.hint.setProperty("ground", "win")
        self.hint_button.setProperty("quiet", "true")
        row = QHBoxLayout(self.hint)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._hint_sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._hint_text, 1)
        row.addWidget(self.hint_button)

    def _connect(self) -> None:
        # the current row moves by itself when a list gets the focus, the selection does not
        self.sites.view.selectionModel().selectionChanged.connect(self._site_moved)
        self.cities.view.selectionModel().selectionChanged.connect(self._city_moved)
        self.sites.drawer.figureClicked.connect(self._figure_asked)
        self.cities.drawer.figureClicked.connect(self._figure_asked)
        for ranked in (self.sites, self.cities):
            ranked.view.installEventFilter(self)
            ranked.view.doubleClicked.connect(lambda: self.open_detail(opened=True))
        self.hint_button.clicked.connect(self._follow_hint)
        self.detail.quote_asked.connect(self._quote)
        self.detail.photos_asked.connect(self._photos)

    @property
    def shown(self) -> RankedList:
        """The list of the mode that is on."""
        return self.sites if self.mode == SITES else self.cities

    def show_mode(self, mode: str) -> None:
        """Rank places, or cities; of these the first is explained until another is chosen."""
        self.mode = mode
        self.ways.choose(mode)
        first, city = self.cities.model.index(0, 0), self.state.selection.city
        if mode == CITIES and city is None and first.isValid():
            self._lent_city = str(first.data(Role.ID))
            self.session.select(city=self._lent_city)
        elif mode == SITES and city is not None and city == self._lent_city:
            # nobody chose it: the list of places is not narrowed to it
            self.session.unselect("city")
        if mode == SITES:
            self._lent_city = None
        self._show_list()
        self._explain()

    def show_state(self, changes: Changes) -> None:
        """Draw lists, weights, hint and explanation."""
        state = self.state
        if changes.touch("presets", "language"):
            self._dress_board()
        if changes.touch("weights", "ranking") and state.weights:
            self.board.set_weights(state.weights)
        if changes.touch("ranking", "script", "language"):
            self._take_ranking(state.ranking)
        if changes.touch("ranking", "script", "selection", "language"):
            self._filter()
            self._show_list()
            self.sites.point_at(state.selection.site)
            self.cities.point_at(state.selection.city)
            self._explain()
        elif changes.touch("sites"):
            self._explain()

    def _take_ranking(self, ranking: Ranking | None) -> None:
        script = self.state.script
        site_model, city_model = self.sites.model, self.cities.model
        if isinstance(site_model, RankingModel) and isinstance(city_model, CityModel):
            site_model.set_ranking(ranking, len(script.played) if script else 0)
            city_model.set_ranking(ranking)
        self._tell_idle(ranking)
        self._tell_hint(ranking)

    def _tell_idle(self, ranking: Ranking | None) -> None:
        same: dict[str, str] = {
            Criterion.FIT: self.tr("各处匹配一样，拖它不改先后"),
            Criterion.COST: self.tr("各处费用一样，拖它不改先后"),
            Criterion.SUBSIDY: self.tr("拿得准的补贴各处一样，拖它不改先后"),
            Criterion.UPLIFT: self.tr("各处拉动一样，拖它不改先后"),
        }
        idle = ranking.idle if ranking is not None else ()
        self.board.set_idle({Criterion(one): same[one] for one in idle if one in same})

    def _tell_hint(self, ranking: Ranking | None) -> None:
        hint = ranking.hints[0] if ranking is not None and ranking.hints else None
        self.hint.setVisible(hint is not None)
        if hint is not None:
            self._hint_text.setText(self._say(hint))
            self._hint_site = str(hint.values.get("site_id", ""))
            self.hint_button.setVisible(bool(self._hint_site))

    def _say(self, reason: Reason) -> str:
        phrases = self.state.phrases
        return reason.code if phrases is None else phrases.tell(reason, self.state.language)

    def _filter(self) -> None:
        """Leave out places that serve nothing, or nothing of the chosen set or city."""
        state = self.state
        ranking = state.ranking
        if ranking is None:
            return
        chosen = state.selection
        sets = state.script.sets if state.script is not None else ()
        wanted = next((set(one.scenes) for one in sets if one.id == chosen.script_set), None)
        shown = {
            offer.site.id
            for offer in ranking.sites
            if any(wanted is None or match.scene_id in wanted for match in offer.matches)
            and (chosen.city is None or offer.site.city_zh == chosen.city)
        }
        self.sites.model.set_filter(shown)
        useful = sum(bool(offer.matches) for offer in ranking.sites)
        if wanted is None and chosen.city is None:
            text = self.tr("{n} 处可用 · {m} 处用不上")
            self._count.setText(text.format(n=useful, m=len(ranking.sites) - useful))
        else:
            self._count.setText(self.tr("{n} 处，共 {m} 处").format(n=len(shown), m=useful))

    def _show_list(self) -> None:
        state = self.state
        if state.ranking is None:
            self._count.setText("")
            self._tell_empty()
        elif self.mode == SITES and not self.sites.model.rowCount():
            self._tell_none_left()
        else:
            self._stack.setCurrentIndex(0 if self.mode == SITES else 1)
            return
        self._stack.setCurrentIndex(2)

    def _tell_empty(self) -> None:
        if self.state.script is None:
            self.empty.tell(
                self.tr("还没有剧本"),
                self.tr("地图上是景库里的所有取景地。打开剧本，才知道哪里合适。"),
                [("script", self.tr("去打开剧本"))],
            )
        elif not self.state.script.scenes:
            self.empty.tell(
                self.tr("还没有场景"),
                self.tr("列一场，说要什么景，就能排出取景地。"),
                [("script", self.tr("去列场景"))],
            )
        else:
            self.empty.tell(self.tr("正在排"), self.tr("马上就好，排好的会一起出来。"))

    def _tell_none_left(self) -> None:
        chosen = self.state.selection
        ways = []
        if chosen.script_set is not None:
            ways.append(("all_sets", self.tr("看全部场景")))
        if chosen.city is not None:
            ways.append(("all_cities", self.tr("看全部城市")))
        self.empty.tell(
            self.tr("这里没有能拍的地方"),
            self.tr("放宽一下，或者给这个场景换一种景、添一处你知道的地方。"),
            ways,
        )

    def _way_out(self, key: str) -> None:
        if key == "script":
            self.script_asked.emit()
        elif key == "all_sets":
            self.session.unselect("script_set")
        elif key == "all_cities":
            self.session.unselect("city")

    def _explain(self) -> None:
        site_model, city_model = self.sites.model, self.cities.model
        state = self.state
        hints = state.ranking.hints if state.ranking is not None else ()
        view = None
        if self.mode == SITES and isinstance(site_model, RankingModel):
            offer = site_model.offer(state.selection.site)
            view = explain_site(state, offer, self._say, hints)
        elif isinstance(city_model, CityModel):
            town = city_model.offer(state.selection.city)
            view = explain_city(state, town, self._say, hints)
        if view != self.detail.view:
            self.detail.explain(view)

    def _site_moved(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            self.session.select(site=str(index.data(Role.ID)))

    def _city_moved(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            city = str(index.data(Role.ID))
            if city != self._lent_city:
                self._lent_city = None
            self.session.select(city=city)

    def _figure_asked(self, one: str, criterion: object) -> None:
        place = FIGURE_OF.get(criterion) if isinstance(criterion, Criterion) else None
        if place is not None and isinstance(criterion, Criterion):
            anchor = self.shown.cell_rect(one, criterion)
            self.detail.ask(*place, anchor)

    def _follow_hint(self) -> None:
        self.show_mode(SITES)
        self.session.unselect("script_set", "city")
        self.session.select(site=self._hint_site)

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

    def restyle(self) -> None:
        """Fetch icons again."""
        self._hint_sign.setPixmap(icons.pixmap("help-circle", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("取景地"))
        self.ways.set_options([(SITES, self.tr("按地点")), (CITIES, self.tr("按城市"))])
        self.ways.choose(self.mode)
        self.hint_button.setText(self.tr("看看它"))
        self.sites.view.setAccessibleName(self.tr("取景地，按先后"))
        self.cities.view.setAccessibleName(self.tr("城市，按先后"))
