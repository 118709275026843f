"""All weights as one bar; those of the user's own criteria are hatched."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from geo.model import OWN_CRITERION
from gui import theme

_HATCHES = (Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.FDiagPattern)


class WeightStack(QWidget):
    """Shares of 100 from left to right; the tool tip and the screen reader hear the numbers."""

    def __init__(self, parent: QWidget | None = None, *, thick: int = 8) -> None:
        super().__init__(parent)
        self._shares: dict[str, int] = {}
        self.setFixedHeight(thick)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Mapping[str, int], names: Mapping[str, str]) -> None:
        """Draw ``shares`` by code, told with their ``names``."""
        self._shares = dict(shares)
        told = " · ".join(f"{names.get(one, one)} {share}" for one, share in shares.items())
        self.setToolTip(told)
        self.setAccessibleName(told)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        x, hatched = 0.0, 0
        for one, share in self._shares.items():
            width = self.width() * share / 100
            if share > 0:
                hatched += fill_criterion(
                    painter, QRectF(x, 0, max(1.0, width - 1), self.height()), one, hatched
                )
            x += width


def fill_criterion(painter: QPainter, rect: QRectF, code: str, hatched: int = 0) -> bool:
    """Paint ``rect`` as ``code`` is painted; True where it is hatched, ``hatched`` ones after."""
    palette = theme.current()
    painter.fillRect(rect, QColor(palette.criterion(code)))
    if not code.startswith(OWN_CRITERION):
        return False
    lines = QBrush(QColor(palette.panel), _HATCHES[hatched % len(_HATCHES)])
    painter.fillRect(rect, lines)
    return True
