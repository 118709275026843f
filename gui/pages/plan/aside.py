"""The right column of 排期: what it costs, how sure that is, other ways, where the route goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.pages.page import Page
from gui.pages.plan.aside_foot import AsideFoot
from gui.pages.plan.aside_head import AsideHead
from gui.pages.plan.cost_head import CostHead
from gui.pages.plan.insist_row import InsistRow
from gui.pages.plan.money_panel import MoneyPanel
from gui.pages.plan.others import OthersList
from gui.pages.plan.plan_answers import PlanAnswers
from gui.pages.plan.proof_card import PLAN, ProofCard
from gui.pages.plan.route_map import RoutePane
from gui.pages.plan.saves_line import SavesLine
from gui.pages.plan.why import WhyPanel
from gui.session import Changes, Session
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import Pane
from gui.widgets.segments import Segments

LEAST = 340
MAP, MAP_SHARE = (300, 150), 0.24
OTHERS, WHY, MONEY = "others", "why", "money"


class Aside(Page):
    """In step with the board through ``show_day`` and the set selected.

    ``export_asked`` tells the ending of the file that is wanted; ``day_asked``: a stop of the map
    was clicked, its first day is wanted on the board.
    """

    export_asked = Signal(str)
    day_asked = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self.setMinimumWidth(LEAST)
        # whether the user moved the edge between words and map
        self._split = False
        answers = self.answers = PlanAnswers(session, self)
        self.head = AsideHead(session)
        self.cost = CostHead(session, answers)
        self.proof = ProofCard(session, answers)
        self.saves = SavesLine(session, answers)
        self.views = Segments([(OTHERS, ""), (WHY, ""), (MONEY, "")])
        self.others = OthersList(session, answers)
        self.insist = InsistRow(session, answers)
        self.why = WhyPanel(session, answers)
        self.money = MoneyPanel(session, answers)
        self.route = RoutePane(session)
        self.foot = AsideFoot(session)
        self._stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self.views.chosen.connect(self.show_view)
        self.route.day_asked.connect(self.day_asked)
        self.foot.export_asked.connect(self.export_asked)
        self.show_view(OTHERS)
        self.retranslate()

    def _lay_out(self) -> None:
        self._others = QWidget()
        ways = QVBoxLayout(self._others)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(0)
        ways.addWidget(self.saves)
        ways.addWidget(self.others)
        ways.addWidget(self.insist)
        ways.addStretch(1)
        for inner in (self._others, self.why, self.money):
            inner.setProperty("ground", "none")
            self._stack.addWidget(ColumnArea(inner))
        tabs = Pane()
        tabs.setProperty("hair", "bottom")
        row = QHBoxLayout(tabs)
        row.setContentsMargins(14, 0, 14, 6)
        row.addWidget(self.views)
        row.addStretch(1)
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        for part in (self.cost, self.proof, tabs):
            above.addWidget(part)
        above.addWidget(self._stack, 1)
        self._stack.setMinimumHeight(96)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.route)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.splitterMoved.connect(self._keep_split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.foot)

    def _keep_split(self) -> None:
        self._split = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The map takes its share of the height until somebody says how much."""
        super().resizeEvent(event)
        if not self._split:
            high = event.size().height()
            most, least = MAP
            lower = min(max(round(high * MAP_SHARE), least), most)
            self.splitter.setSizes([high - lower, lower])

    def show_day(self, day: int) -> None:
        """Point at a day (calendar days from the first, 0): the map draws it strongest."""
        self.route.show_day(day)

    def show_view(self, view: str) -> None:
        """Show other ways, the why of the selected set, or the money."""
        self.views.choose(view)
        self._stack.setCurrentIndex((OTHERS, WHY, MONEY).index(view))

    def show_why(self) -> None:
        """Say why the selected set is shot where it is."""
        self.show_view(WHY)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        return (self.views.buttons[0], self.route.map, self.foot.again)

    def show_state(self, changes: Changes) -> None:
        """Show the money of the best plan there is: that of the search while it goes on."""
        if changes.touch("plan", "plan_progress", "busy", "planned", "language", "phrases"):
            state = self.state
            busy, progress = state.is_busy(PLAN), state.plan_progress
            found = progress.plan if busy and progress is not None else None
            self.cost.show_plan(found or state.plan, so_far=found is not None)
        if changes.touch("plan"):
            self.route.setVisible(self.state.plan is not None and bool(self.state.plan.days))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.views.set_options(
            [
                (OTHERS, self.tr("别的排法")),
                (WHY, self.tr("为什么在这")),
                (MONEY, self.tr("花费与补贴")),
            ]
        )
        self.views.setAccessibleName(self.tr("看别的排法、为什么在这，还是钱"))
