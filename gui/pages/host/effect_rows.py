"""Money side by side on one scale, and figures in their three cases."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from geo.model import Basis, Range, unknown
from gui import theme
from gui.pages.host.parts import Card
from gui.texts import Scale, present_number
from gui.widgets.number_label import NumberLabel, RangeBar
from gui.widgets.pane import Pane, label

NAME, FIGURE = 150, 150
Three = tuple[float | None, float | None, float | None]


class SpanCard(Card):
    """Figures of one kind, each with its whisker on the scale all share."""

    def show_spans(self, title: str, spans: Sequence[tuple[str, Range, str]], scale: Scale) -> None:
        """Draw (name, figure, palette token) one below the other."""
        self.clear()
        self.name(title)
        for name, figure, token in spans:
            self.rows.addWidget(_span(name, figure, token, scale))


def _span(name: str, figure: Range, token: str, scale: Scale) -> QWidget:
    row = Pane()
    row.setProperty("hair", "bottom")
    words = label(name, wrap=True)
    words.setFixedWidth(NAME)
    bar = RangeBar()
    bar.show_range(figure, scale, token)
    number = NumberLabel(figure, name=name, full=True, right=True)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 7, 0, 7)
    line.setSpacing(12)
    line.addWidget(words)
    line.addWidget(bar, 1)
    line.addWidget(number)
    return row


class EffectRow(Pane):
    """A figure at its worst, middle and best; what nobody knows is boxed, never 0."""

    def __init__(self, name: str, three: Three, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        heads = (self.tr("十次里最差"), self.tr("中间"), self.tr("十次里最好"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        words = label(name, wrap=True)
        words.setMinimumWidth(NAME)
        row.addWidget(words, 1)
        for head, value in zip(heads, three, strict=True):
            figure = unknown(unit, low=None)
            if value is not None:
                figure = Range(value, value, value, unit, Basis.ESTIMATED)
            number = NumberLabel(figure, name=f"{name} {head}", full=True, right=True)
            cell = QWidget()
            cell.setMinimumWidth(92)
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            right = Qt.AlignmentFlag.AlignRight
            column.addWidget(label(head, role="caption"), 0, right)
            column.addWidget(number, 0, right)
            row.addWidget(cell)
        told = [
            "" if value is None else present_number(_point(value, unit), theme.language()).full
            for value in three
        ]
        self.setAccessibleName(f"{name} {'; '.join(told)}")


def _point(value: float, unit: str) -> Range:
    return Range(value, value, value, unit, Basis.ESTIMATED)
