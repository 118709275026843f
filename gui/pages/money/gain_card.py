"""The card 给当地带来什么: crew spending, the site's takings, visitors' spending, apart."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Account
from gui.pages.money.gains import gains, honest_sentence
from gui.session import State
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label
from gui.widgets.row_chart import RowChart


class GainCard(Pane):
    """Tells which row or which of the lists behind it is wanted, and where it is."""

    asked = Signal(str, QRect)
    cases_asked = Signal()
    jobs_asked = Signal()
    press_asked = Signal()
    parameters_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.chart = RowChart()
        self.chart.asked.connect(lambda key: self.asked.emit(key, self.chart.row_rect(key)))
        self._title = label(role="heading")
        self._unit = ElidedLabel(role="caption")
        self.sentence = label(role="second", wrap=True)
        self.cases, self.jobs = _link(), _link()
        self.press, self.parameters = _link(), _link()
        for button, signal in (
            (self.cases, self.cases_asked),
            (self.jobs, self.jobs_asked),
            (self.press, self.press_asked),
            (self.parameters, self.parameters_asked),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._unit, 1)
        for button in (self.cases, self.jobs, self.press, self.parameters):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self.sentence)

    def show_account(self, account: Account, state: State) -> None:
        """Draw the account."""
        rows, axis = gains(account, state)
        self.chart.set_rows(rows, axis, self._title.text())
        self.sentence.setText(honest_sentence(account, state))
        count = len(account.comparables)
        self.cases.setText(
            self.tr("可比案例 {n} 个").format(n=count) if count else self.tr("没有可比案例")
        )
        self.cases.setEnabled(bool(count))
        more = account.uplift.takings is not None or bool(account.uplift.quarters)
        self.jobs.setVisible(more)

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("给当地带来什么"))
        self._unit.setText(self.tr("元，每格十倍。三个数不能相加"))
        self.jobs.setText(self.tr("工作和按季度"))
        self.press.setText(self.tr("核对一条报道"))
        self.parameters.setText(self.tr("参数"))


def _link() -> QPushButton:
    button = QPushButton()
    button.setProperty("quiet", "true")
    button.setProperty("caption", "true")
    return button
