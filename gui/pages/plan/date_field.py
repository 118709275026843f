"""A day as it is typed: empty is not known, nonsense is told at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.pages.typed import read_date
from gui.widgets.pane import mark

WIDE = 116


class DateField(QLineEdit):
    """``typed``: what stands there has changed."""

    typed = Signal()

    def __init__(self, name: str, value: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText("2026-11-20")
        self.setFixedWidth(WIDE)
        self.setProperty("wrong", "")
        self.show_day(value)
        self.textChanged.connect(self._check)

    def show_day(self, value: date | None) -> None:
        """Write a day."""
        self.setText("" if value is None else value.isoformat())

    @property
    def right(self) -> bool:
        """Whether it is a day, or empty."""
        try:
            read_date(self.text())
        except ValueError:
            return False
        return True

    @property
    def day(self) -> date | None:
        """The day; None for an empty field, or one that cannot be read."""
        return read_date(self.text()) if self.right else None

    def _check(self) -> None:
        right = self.right
        mark(self, wrong="" if right else "true")
        hint = QCoreApplication.translate("PlanPage", "写成 2026-11-20 这样")
        self.setToolTip("" if right else hint)
        self.typed.emit()
