"""Fields that the style sheet alone cannot get right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget


def spin_box(low: int, high: int, parent: QWidget | None = None) -> QSpinBox:
    """A field for a whole number. Qt 6.11 forgets the padding of a styled spin box."""
    box = QSpinBox(parent)
    box.setRange(low, high)
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    return box


class StillBox(QComboBox):
    """A choice in a form that scrolls: the wheel moves the form, never the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the form."""
        event.ignore()
