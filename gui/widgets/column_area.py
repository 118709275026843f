"""A column that scrolls up and down, and is never wider than there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

UNBOUNDED = (1 << 24) - 1


class ColumnArea(QScrollArea):
    """Words wrap at the width of the area; what one long word asks for is not given."""

    def __init__(
        self,
        inner: QWidget,
        parent: QWidget | None = None,
        *,
        most: int = UNBOUNDED,
        centred: bool = False,
    ) -> None:
        super().__init__(parent)
        self._most = most
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = inner
        if centred:
            # on a wide screen in the middle, not far from half of what belongs to it
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the column to the width there is."""
        self._inner.setMaximumWidth(min(self.viewport().width(), self._most))
        super().resizeEvent(event)
