"""One bar in shares, with the counts told beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of something called ``name``, painted in the palette token ``token``."""

    name: str
    count: int
    token: str


class ShareBar(QWidget):
    """Shares of a whole, left to right; nothing counted leaves the track empty."""

    def __init__(self, parent: QWidget | None = None, *, thick: int = 10) -> None:
        super().__init__(parent)
        self._shares: tuple[Share, ...] = ()
        self.setFixedHeight(thick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: Sequence[Share]) -> None:
        """Draw ``shares``; the tool tip and the screen reader hear the counts."""
        self._shares = tuple(share for share in shares if share.count)
        told = " · ".join(f"{share.name} {share.count}" for share in self._shares)
        self.setToolTip(told)
        self.setAccessibleName(told)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        palette = theme.current()
        painter.fillRect(self.rect(), QColor(palette.sunk))
        whole = sum(share.count for share in self._shares)
        x = 0.0
        for share in self._shares:
            width = self.width() * share.count / whole
            colour = QColor(str(getattr(palette, share.token)))
            painter.fillRect(QRectF(x, 0, max(1.0, width - 1), self.height()), colour)
            x += width
