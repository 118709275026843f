"""A number as it is typed: empty is not known, never 0."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.pages.typed import can_read, read_number, write_number
from gui.widgets.pane import mark


class NumberField(QLineEdit):
    """A number from 0 up, with commas or 万 if need be."""

    def __init__(self, value: float | None = None, parent: QWidget | None = None) -> None:
        super().__init__(write_number(value), parent)
        self.setPlaceholderText(self.tr("不知道就空着"))
        self.setProperty("wrong", "")
        self.textChanged.connect(lambda: mark(self, wrong="" if self.right else "true"))

    @property
    def right(self) -> bool:
        """Whether it is a number, or empty."""
        return can_read(self.text())

    def value(self) -> float | None:
        """The number; None for an empty field, or one that cannot be read."""
        return read_number(self.text()) if self.right else None
