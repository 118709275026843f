"""A small bar for a chance, heard as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.widgets.painters import paint_bar
from gui.widgets.row_paint import factor

WIDE = 56


class GainBar(QWidget):
    """A chance from 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, told: str) -> None:
        """Draw ``share``; ``told`` says it."""
        self.share = share
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a column of bars."""
        return QSize(round(WIDE * factor()), round(16 * factor()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        middle = self.height() / 2
        bar = QRectF(0, middle - 3, self.width(), 6)
        paint_bar(QPainter(self), bar, [(self.share, theme.current().link)])
