"""How firm the ranking is (比选): still first at the left, against what in the middle, whom to ask.

The three panes keep what they show until the next answer is there.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.pages.defend.chart_card import ChartCard
from gui.pages.defend.empty import empty_words
from gui.pages.defend.excluded_box import ExcludedBox
from gui.pages.defend.excluded_dialog import ExcludedDialog
from gui.pages.defend.find_pane import FindPane
from gui.pages.defend.lead_pane import LeadPane
from gui.pages.defend.methods_card import MethodsCard
from gui.pages.page import Page
from gui.pages.wishes.modal import ask
from gui.pages.wishes.musts_bar import MustsBar
from gui.session import Changes, Session
from gui.settings import size_class
from gui.widgets.column_area import ColumnArea
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane
from gui.widgets.segments import Segments

LEFT, RIGHT = 460, 368
NARROW = 1240
"""Below this width what to find out takes turns with the chart."""
WIDEST, BESIDE, HIGHEST = 900, 480, 780
CHART, FIND = "chart", "find"
DRAWN = ("ranking", "defence", "wishes", "near", "selection", "sites", "busy")


class DefendPage(Page):
    """``page_asked``: another page is wanted; ``export_asked``: the ranking as a workbook."""

    page_asked = Signal(str)
    export_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.lead = LeadPane(session)
        self.chart = ChartCard()
        self.methods = MethodsCard()
        self.asks = FindPane(session)
        self.empty = EmptyCard("help-circle")
        # where everything is left out, what leaves it out stands below the words
        self.musts, self.out = MustsBar(session, always=False), ExcludedBox()
        self.turns = Segments()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._views = QStackedWidget()
        self._middle = QStackedWidget()
        self._right = Pane()
        self._narrow: bool | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    def _charts(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("ground", "win")
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(12)
        self._cards.addWidget(self.chart, 1)
        self._cards.addWidget(self.methods)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(self._cards)
        return ColumnArea(inner)

    def _lay_out(self) -> None:
        self.lead.setProperty("pane", "true")
        self.lead.setMinimumWidth(340)
        self.asks.setProperty("pane", "true")
        self._middle.addWidget(self._charts())
        centre = Pane()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._turns_row = Pane()
        self._turns_row.setProperty("pane", "true")
        row = QHBoxLayout(self._turns_row)
        row.setContentsMargins(12, 5, 12, 5)
        row.addWidget(self.turns)
        row.addStretch(1)
        column.addWidget(self._turns_row)
        column.addWidget(self._middle, 1)
        centre.setMinimumWidth(400)
        self._right.setMinimumWidth(296)
        under = QVBoxLayout(self._right)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.asks)
        for part in (self.lead, centre, self._right):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT, 612, RIGHT])
        self._views.addWidget(self.splitter)
        self._views.addWidget(self._why_empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)

    def _why_empty(self) -> QWidget:
        ground = QWidget()
        ground.setProperty("ground", "win")
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 24, 24, 24)
        for part in (self.empty, self.musts, self.out):
            part.setMaximumWidth(WIDEST)
            column.addWidget(part)
        column.addStretch(1)
        return ground

    def _connect(self) -> None:
        session = self.session
        self.chart.chosen.connect(lambda site: session.select(site=site))
        self.chart.gain_chosen.connect(lambda: self.chart.show_state(self.state))
        self.methods.chosen.connect(session.set_method)
        self.asks.export_asked.connect(self.export_asked)
        self.turns.chosen.connect(self.show_turn)
        self.empty.chosen.connect(self.page_asked)
        for out in (self.out, self.lead.out):
            out.agreed.connect(lambda site, on: session.set_agreed(site, agreed=on))
            out.all_asked.connect(lambda: ask(ExcludedDialog(session, self.window())))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up; all parts are in the window by now."""
        super().showEvent(event)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes from left to right, down each column."""
        lead, chart = self.lead, self.chart
        every: tuple[QWidget, ...] = (
            *lead.head.which.buttons,
            *lead.head.what.buttons,
            lead.list.view,
            lead.more,
            lead.musts.add_button,
            lead.out.all_button,
            *self.turns.buttons,
            *chart.gains.buttons,
            chart.view,
            *self.methods.buttons.values(),
            *self.asks.buttons,
        )
        for one, after in pairwise(every):
            QWidget.setTabOrder(one, after)

    def show_turn(self, which: str) -> None:
        """In a narrow window: the chart, or what to find out."""
        self.turns.choose(which)
        self._middle.setCurrentIndex(1 if which == FIND and self._narrow else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where they fit."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        large = size_class(event.size().width()) == "large"
        self._cards.setDirection(way.LeftToRight if large else way.TopToBottom)
        top = Qt.AlignmentFlag.AlignTop if large else Qt.AlignmentFlag(0)
        self._cards.setAlignment(self.methods, top)
        self._cards.setAlignment(self.chart, top)
        self.methods.setMaximumWidth(BESIDE if large else WIDEST)
        self.chart.setMinimumHeight(min(HIGHEST, event.size().height() - 24) if large else 0)
        narrow = event.size().width() < NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._turns_row.setVisible(narrow)
        self._right.setVisible(not narrow)
        under = self._right.layout()
        if narrow:
            self._middle.addWidget(self.asks)
        elif under is not None:
            under.addWidget(self.asks)
            self.asks.show()
        self.show_turn(CHART)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        if self._views.currentIndex():
            return (self.empty,)
        first = self.asks.cards[0].button if self.asks.cards else self.asks.export
        turn = (self.turns,) if self._narrow else (first,)
        return (self.lead.list.view, self.chart.view, *turn)

    def fold_left(self) -> None:
        """Give the chart the room of the left pane, or take it back."""
        self.lead.setVisible(not self.lead.isVisible())

    def show_state(self, changes: Changes) -> None:
        """Draw what changed, or say why there is nothing to draw."""
        if not changes.touch(*DRAWN, "script", "ready", "language", "phrases"):
            return
        words = empty_words(self.state)
        if words is not None:
            self.empty.tell(*words)
        self._views.setCurrentIndex(0 if words is None else 1)
        if words is not None:
            self.out.show_state(self.state)
            return
        self.lead.show_state(self.state, changes)
        if self.state.defence is not None or self.chart.empty:
            self._draw_rest(changes)

    def _draw_rest(self, changes: Changes) -> None:
        """Chart, methods and questions follow the defence: till it comes the last one stays."""
        state = self.state
        if changes.touch("ranking", "defence", "language", "phrases", "wishes"):
            self.chart.show_state(state)
            self.methods.show_state(state)
            self.asks.show_state(state)
        elif changes.touch("selection"):
            self.chart.choose(state.selection.site)

    def retranslate(self) -> None:
        """Set every text again."""
        self.turns.set_options([(CHART, self.tr("图和算法")), (FIND, self.tr("还需打听"))])
        self.turns.setAccessibleName(self.tr("看图还是看还需打听的"))
        self.turns.choose(self.turns.choice or CHART)
