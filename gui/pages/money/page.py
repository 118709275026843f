"""The money page (费用): what is known at the left, what it comes to, what comes back at right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.pages.bureau import open_parameters, open_policy_book, open_press_check
from gui.pages.money.answers import Answers
from gui.pages.money.cost_card import CostCard
from gui.pages.money.gain_card import GainCard
from gui.pages.money.inputs import InputsPane
from gui.pages.money.place_head import AWARDS, CHART, PlaceHead
from gui.pages.money.strip import CompareStrip
from gui.pages.money.subsidy_pane import SubsidyPane
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.settings import size_class
from gui.widgets.column_area import ColumnArea
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane

LEFT, RIGHT = 280, 392
WIDEST, WIDE = 900, 1400
SCRIPT = "script"


class MoneyPage(Page):
    """``page_asked``: another page is wanted; ``export_asked``: the account as a workbook."""

    page_asked = Signal(str)
    export_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.inputs = InputsPane(session)
        self.head = PlaceHead(session)
        self.cost = CostCard()
        self.gain = GainCard()
        self.subsidy = SubsidyPane(session)
        self.strip = CompareStrip(session)
        self.empty = EmptyCard("help-circle")
        self.answers = Answers(session, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._views = QStackedWidget()
        self._right = Pane()
        self._narrow = False
        self._lay_out()
        self._connect()
        self.retranslate()

    def _charts(self) -> QWidget:
        """The two cards, or why there are none."""
        inner = QWidget()
        inner.setProperty("ground", "win")
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(12)
        for card in (self.cost, self.gain):
            self._cards.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        whole_column = QVBoxLayout(inner)
        whole_column.setContentsMargins(12, 12, 12, 12)
        whole_column.setSpacing(12)
        whole_column.addWidget(self.empty)
        whole_column.addLayout(self._cards)
        whole_column.addStretch(1)
        return ColumnArea(inner)

    def _lay_out(self) -> None:
        self._views.addWidget(self._charts())
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._views, 1)
        self._right.setProperty("pane", "true")
        under = QVBoxLayout(self._right)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.subsidy)
        self.inputs.setMinimumWidth(244)
        middle.setMinimumWidth(420)
        self._right.setMinimumWidth(320)
        for part in (self.inputs, middle, self._right):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT, 768, RIGHT])
        rule = Pane()
        rule.setProperty("rule", "h")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(rule)
        whole.addWidget(self.strip)

    def _connect(self) -> None:
        session, answers = self.session, self.answers
        self.inputs.export_asked.connect(self.export_asked)
        self.head.view_chosen.connect(self.show_view)
        self.cost.asked.connect(answers.explain_row)
        self.gain.asked.connect(answers.explain_gain)
        self.gain.cases_asked.connect(lambda: answers.show_cases(self.gain.cases))
        self.gain.jobs_asked.connect(lambda: answers.show_jobs(self.gain.jobs))
        self.gain.press_asked.connect(lambda: open_press_check(session, self.window()))
        self.gain.parameters_asked.connect(lambda: open_parameters(session, self.window()))
        self.subsidy.asked.connect(answers.explain_policy)
        self.subsidy.book_asked.connect(lambda: open_policy_book(session, self.window()))
        self.empty.chosen.connect(self.page_asked)

    def fit(self, width: int) -> None:
        """In a window ``width`` px wide: a narrow one shows the awards instead of the charts."""
        size = size_class(width)
        narrow = size == "small"
        way = QBoxLayout.Direction
        # side by side they stay readable; one above the other they take the width there is
        for card in (self.cost, self.gain):
            card.setMaximumWidth(WIDEST if size != "small" else WIDE)
        self._cards.setDirection(way.LeftToRight if size == "large" else way.TopToBottom)
        self.head.view.setVisible(narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._views.addWidget(self.subsidy)
            else:
                layout = self._right.layout()
                if layout is not None:
                    layout.addWidget(self.subsidy)
                self.subsidy.show()
            self._right.setVisible(not narrow)
            self.show_view(CHART)

    def show_view(self, view: str) -> None:
        """In a narrow window: the charts, or the awards."""
        self.head.view.choose(view)
        self._views.setCurrentIndex(1 if view == AWARDS and self._narrow else 0)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        first = next(iter(self.inputs.editors.values()), self.inputs.export_button)
        cells = self.strip.cells
        last = cells[0] if cells else self.strip.add_button
        awards = self.head.view if self._narrow and not self.subsidy.isVisible() else self.subsidy
        middle = self.cost.chart if self.cost.isVisible() else self.head
        return (first, middle, self.subsidy.table if awards is self.subsidy else awards, last)

    def fold_left(self) -> None:
        """Give the charts the room of the left pane, or take it back."""
        self.inputs.setVisible(not self.inputs.isVisible())

    def show_state(self, changes: Changes) -> None:
        """Draw the account, or say why there is none."""
        if changes.touch("account", "language", "phrases", "own_lines", "sites"):
            self._draw()
        if changes.touch("account", "ranking", "script", "busy", "language", "ready"):
            self._say_why_empty()

    def _draw(self) -> None:
        state, account = self.state, self.state.account
        known = account is not None
        self.cost.setVisible(known)
        self.gain.setVisible(known)
        self.subsidy.setVisible(known)
        self.strip.setVisible(known)
        if account is not None:
            self.cost.show_account(account, state)
            self.gain.show_account(account, state)

    def _say_why_empty(self) -> None:
        state = self.state
        self.empty.setVisible(state.account is None)
        if state.account is not None:
            return
        opening = state.is_busy("open") or not state.ready
        if opening and state.script is None:
            self.empty.tell(self.tr("在打开…"), self.tr("上次的项目一会儿就回来。"))
        elif state.script is None or not state.script.scenes:
            self.empty.tell(
                self.tr("先要有剧本"),
                self.tr("有了场景，才知道在哪儿拍、拍几天，才算得出花多少。"),
                [(SCRIPT, self.tr("去打开剧本"))],
            )
        elif state.is_busy("rank") or state.is_busy("account") or not state.ready:
            self.empty.tell(self.tr("在算…"), self.tr("先找地方，再算账，一两秒。"))
        else:
            self.empty.tell(
                self.tr("还没有排出地方"),
                self.tr("选的城市里没有能拍的地方，或者排名没有做完。去选景看看。"),
                [("sites", self.tr("去选景"))],
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Reckon while somebody looks."""
        super().showEvent(event)
        self.session.watch_money(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self.session.watch_money(on=False)
        super().hideEvent(event)
