"""The card 一共要花多少: the waterfall of one place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from geo.model import Account
from gui.pages.money.sums import back_sentence
from gui.pages.money.waterfall import waterfall
from gui.session import State
from gui.widgets.pane import Pane, label
from gui.widgets.row_chart import RowChart


class CostCard(Pane):
    """Tells the key of the row whose source is wanted, and where it is on the screen."""

    asked = Signal(str, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.chart = RowChart()
        self.chart.asked.connect(lambda key: self.asked.emit(key, self.chart.row_rect(key)))
        self._title = label(role="heading")
        self._unit = label(role="caption")
        self._more = label(role="caption")
        self._more.setProperty("tone", "warn")
        self._foot = label(role="caption", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._unit, 1)
        head.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self._foot)
        self.retranslate()

    def show_account(self, account: Account, state: State) -> None:
        """Draw the account."""
        rows, axis = waterfall(account, state)
        self.chart.set_rows(rows, axis, self._title.text())
        self._more.setVisible(account.cost.total.high is None or account.cost.total.beyond)
        foot = back_sentence(account.subsidy, state.language)
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("一共要花多少"))
        self._unit.setText(self.tr("万元，八成可能落在线段里"))
        self._more.setText(self.tr("还有没问到价的，总数会更高"))
