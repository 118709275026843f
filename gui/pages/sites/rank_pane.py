"""Which places, and why: weights, the ranked list, the explanation of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from geo.model import Criterion, Method
from gui.pages.page import Page
from gui.pages.sites.detail_pane import DetailPane
from gui.pages.sites.list_pane import CITIES, SITES, ListPane
from gui.pages.wishes import WeighingPane
from gui.session import Changes, Session
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments

FIGURE_OF = {
    Criterion.COST: ("cost", "per_day"),
    Criterion.SUBSIDY: ("subsidy", "subsidy"),
    Criterion.UPLIFT: ("uplift", "visits"),
}
METHODS = {Method.TOPSIS: "TOPSIS", Method.PROMETHEE: "PROMETHEE II", Method.VIKOR: "VIKOR"}
LOW = 740
LIST_LEAST = 130
DETAIL = {True: 132, False: 236}
SHARE = 0.22


class RankPane(Page):
    """Weights, the ranked places or cities, and why the chosen one stands where it does."""

    script_asked = Signal()
    page_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = label(role="heading")
        self._count = ElidedLabel(role="caption")
        self.ways = Segments()
        self.weighing = WeighingPane(session)
        self.board = self.weighing.board
        self.method_button = QPushButton()
        self.method_button.setProperty("flag", "true")
        self.method_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.method_button.clicked.connect(lambda: session.set_method(Method.WEIGHTED_SUM))
        self.lists = ListPane(session)
        self._low: bool | None = None
        self._opened = False
        self.explanation = DetailPane(session, self.lists)
        self.detail = self.explanation.panel
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
        row.addWidget(self.method_button)
        row.addWidget(self._count, 1)
        row.addStretch(0)
        row.addWidget(self.ways)
        self.splitter.addWidget(self.lists)
        self.splitter.addWidget(self.explanation)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.weighing)
        whole.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        lists = self.lists
        self.ways.chosen.connect(lists.show_mode)
        lists.mode_changed.connect(self.ways.choose)
        lists.counted.connect(self._count.setText)
        lists.script_asked.connect(self.script_asked)
        for ranked in (lists.sites, lists.cities):
            ranked.drawer.figureClicked.connect(self._figure_asked)
            ranked.view.installEventFilter(self)
            ranked.view.doubleClicked.connect(lambda: self.open_detail(opened=True))
        self.explanation.page_asked.connect(self.page_asked)

    def show_state(self, changes: Changes) -> None:
        """Draw the method; weights, lists and explanation draw themselves."""
        state = self.state
        if changes.touch("wishes", "language", "phrases"):
            self._tell_method(state.wishes.method)

    def _tell_method(self, method: Method) -> None:
        """A chip where another method than the plain sum orders the list; a click goes back."""
        self.method_button.setVisible(method is not Method.WEIGHTED_SUM)
        self._make_room()
        if method is not Method.WEIGHTED_SUM:
            self.method_button.setText(self.tr("按 {name} 排").format(name=METHODS[method]))
            tip = self.tr("现在按 {name} 排先后。点一下，换回按侧重加总。")
            self.method_button.setToolTip(tip.format(name=METHODS[method]))

    def _make_room(self) -> None:
        """Half a count says nothing: where room is short the chip stands in its place."""
        self._count.setVisible(not (self._low and self.method_button.isVisibleTo(self)))

    def _figure_asked(self, one: str, criterion: object) -> None:
        place = FIGURE_OF.get(criterion) if isinstance(criterion, Criterion) else None
        if place is not None and isinstance(criterion, Criterion):
            anchor = self.lists.shown.cell_rect(one, criterion)
            self.detail.ask(*place, anchor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the list goes before the explanation."""
        super().resizeEvent(event)
        low = event.size().height() < LOW
        if low != self._low:
            self._low = low
            self.weighing.set_low(low)
            self._make_room()
            self._share_room()

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
