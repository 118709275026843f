"""Spend told apart: what is evidenced, what was spent at all, the most the award gives."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from geo.model import ClaimFile
from gui.session import State
from gui.texts import aloud, money
from gui.widgets.pane import Pane, label
from gui.widgets.share_bar import Share, ShareBar


class SpendPane(Pane):
    """Three figures side by side, never added up; a bar sets the first against the second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._names = [label(role="caption") for _ in range(3)]
        self.figures: list[QLabel] = [label(role="key") for _ in range(3)]
        self._bar = ShareBar(thick=6)
        self.told = label(role="second", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(28)
        for name, figure in zip(self._names, self.figures, strict=True):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(name)
            cell.addWidget(figure)
            row.addLayout(cell)
        row.addStretch(1)
        row.addWidget(self.told, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._bar)

    def show_spend(self, file: ClaimFile | None, state: State, city: str) -> None:
        """Show the spend that counts for ``file``, and what was written down in all."""
        self.setVisible(file is not None)
        if file is None:
            return
        lang = state.language
        names = (
            self.tr("凭据齐的当地花费"),
            self.tr("记下的全部花费"),
            self.tr("这一笔最多给"),
        )
        amounts = (file.evidenced, file.spent, file.ceiling)
        for name, figure, words, amount in zip(
            self._names, self.figures, names, amounts, strict=True
        ):
            name.setText(words)
            figure.setText(self.tr("没公布") if amount is None else money(amount, lang))
            figure.setAccessibleName(aloud((words, figure.text()), lang))
        left = max(0, round(file.spent - file.evidenced))
        self._bar.set_shares(
            [
                Share(self.tr("凭据齐的（元）"), round(file.evidenced), "fit"),
                Share(self.tr("还不算的（元）"), left, "off"),
            ]
        )
        self._bar.setVisible(file.spent > 0)
        self.told.setText(self._words(file, state, city))

    def _words(self, file: ClaimFile, state: State, city: str) -> str:
        bills = state.evidence.vouchers
        if not bills:
            return self.tr("记下票据，才知道花的钱有多少能当凭据。")
        if file.evidenced >= file.spent:
            return self.tr("记下的都算得上{city}的花费。").format(city=city)
        text = self.tr("还有 {money} 不算：缺发票抬头或付款凭证，或者不在{city}。")
        rest = money(round(file.spent - file.evidenced, 2), state.language)
        return text.format(money=rest, city=city)
