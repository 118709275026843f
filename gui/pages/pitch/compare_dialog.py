"""Candidates side by side with all their figures, and what lies behind each."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Basis, Range, unknown
from geo.model.pitch import Compared
from gui.pages.pitch.words import place_name, rivals_go_out, say
from gui.session import Session
from gui.texts import NumberLook, aloud, present_number
from gui.widgets.column_area import ColumnArea
from gui.widgets.figure_table import FigureRow, FigureTable
from gui.widgets.pane import label

SIZE = (1040, 520)


class CompareDialog(QDialog):
    """A row for each; the one pointed at is explained below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        state = session.state
        self.setWindowTitle(self.tr("并排看"))
        self.resize(*SIZE)
        self._rows = {one.key: one for one in state.pitch_beside}
        self.table = FigureTable()
        self.table.set_rows(
            [self._row(one) for one in self._rows.values()], self._heads(), self.tr("并排看")
        )
        self.table.asked.connect(self._explain)
        self.about = label(role="strong", wrap=True)
        self.why = label(role="second", wrap=True)
        inner = QWidget()
        inner.setProperty("ground", "none")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for part in (self.table, self.about, self.why):
            rows.addWidget(part)
        rows.addStretch(1)
        shut = QPushButton(self.tr("看完了"))
        shut.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(self._note(), role="second", wrap=True))
        column.addWidget(ColumnArea(inner), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(shut)
        column.addLayout(foot)
        if self._rows:
            self._explain(next(iter(self._rows)))

    def _note(self) -> str:
        out = rivals_go_out(self._session.state)
        told = self.tr("几样钱各算各的，不加在一起；“最多”不是能拿到的数。点一行看它的缘由。")
        private = (
            self.tr("和外地的比较会写进文件。") if out else self.tr("外地的只在这里看，不进文件。")
        )
        return f"{told}{'' if self._session.state.language == 'zh' else ' '}{private}"

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("可拍"),
            self.tr("正好"),
            self.tr("费用"),
            self.tr("补贴：确定"),
            self.tr("有望"),
            self.tr("最多"),
            self.tr("净费用"),
            self.tr("来客，一年"),
            self.tr("提前几天"),
        )

    def _row(self, one: Compared) -> FigureRow:
        lang = self._session.state.language
        figures = self._figures(one)
        looks: tuple[NumberLook, ...] = tuple(
            present_number(figure, lang, compact=figure.unit.startswith("CNY"))
            for figure in figures
        )
        name = place_name(self._session.state, one.key)
        under = self.tr("我们的") if one.ours else self.tr("外地")
        heads = self._heads()
        told = [f"{head} {look.spoken}" for head, look in zip(heads, looks, strict=True)]
        return FigureRow(one.key, name, under, looks, aloud([name, *told], lang))

    def _figures(self, one: Compared) -> tuple[Range, ...]:
        subsidy = one.subsidy
        return (
            _exact(one.served, "scenes"),
            _exact(one.direct, "scenes"),
            one.cost.priced_total,
            _exact(subsidy.certain, "CNY"),
            _or_unknown(subsidy.expected),
            _or_unknown(subsidy.ceiling),
            one.net_certain,
            one.uplift.visits,
            one.lead_days or unknown("days"),
        )

    def _explain(self, key: str) -> None:
        one = self._rows[key]
        state = self._session.state
        self.about.setText(place_name(state, key))
        reasons = (*one.reasons, *one.subsidy.reasons, *one.uplift.reasons)
        lines = dict.fromkeys(say(state, reason) for reason in reasons)
        self.why.setText("\n".join(f"·  {line}" for line in lines) or self.tr("没有别的要说。"))


def _exact(amount: float, unit: str) -> Range:
    return Range(amount, amount, amount, unit, Basis.PUBLISHED)


def _or_unknown(amount: float | None) -> Range:
    return unknown("CNY") if amount is None else _exact(amount, "CNY")
