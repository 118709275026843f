"""Weights as a bar with their numbers, to be read and not moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label
from gui.widgets.weight_shares import from_weights
from gui.widgets.weight_stack import WeightStack, fill_criterion

SWATCH = 10


class WeightsTold(Pane):
    """The same bar as on the board, thicker, with name and number of each share."""

    def __init__(self, names: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = dict(names)
        self._stack = WeightStack(thick=14)
        self.numbers = {code: label() for code in self._names}
        self._swatches = {code: label() for code in self._names}
        words = QWidget()
        flow = FlowLayout(words, gap=14)
        for code, number in self.numbers.items():
            pair = Pane()
            row = QVBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setDirection(QVBoxLayout.Direction.LeftToRight)
            row.setSpacing(5)
            row.addWidget(self._swatches[code])
            row.addWidget(number)
            flow.addWidget(pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack)
        column.addWidget(words)
        self.restyle()

    def show_weights(self, weights: Mapping[str, float]) -> None:
        """Show ``weights`` as whole shares of 100."""
        shares = from_weights(weights, list(self._names))
        self._stack.show_shares(shares, self._names)
        for code, number in self.numbers.items():
            number.setText(f"{self._names[code]} {shares[code]}")

    def restyle(self) -> None:
        """Paint the swatches again."""
        for place, (code, swatch) in enumerate(self._swatches.items()):
            picture = QPixmap(SWATCH * 2, SWATCH * 2)
            picture.setDevicePixelRatio(2)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            fill_criterion(painter, QRectF(0, 0, SWATCH, SWATCH), code, place)
            painter.end()
            swatch.setPixmap(picture)
