"""Fields that the style sheet alone cannot get right."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget


def spin_box(low: int, high: int, parent: QWidget | None = None) -> QSpinBox:
    """A field for a whole number. Qt 6.11 forgets the padding of a styled spin box."""
    box = QSpinBox(parent)
    box.setRange(low, high)
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    return box
