"""On which days of the week a place is closed: seven days, open every day, or nobody has said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

DAYS = 7


class WeekdayRow(QWidget):
    """A day pressed is a closed day; nothing pressed means that nobody has said."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (
            self.tr("周一"),
            self.tr("周二"),
            self.tr("周三"),
            self.tr("周四"),
            self.tr("周五"),
            self.tr("周六"),
            self.tr("周日"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.days = [self._button(name) for name in names]
        self.daily = self._button(self.tr("天天开"))
        for button in (*self.days, self.daily):
            row.addWidget(button)
        row.addStretch(1)
        unknown = self.tr("都不按，就是还不知道")
        for button in self.days:
            button.setToolTip(unknown)
            button.clicked.connect(self._day_pressed)
        self.daily.setToolTip(unknown)
        self.daily.clicked.connect(self._daily_pressed)

    def _button(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("small", "true")
        button.setCheckable(True)
        button.setText(text)
        return button

    def _day_pressed(self) -> None:
        self.daily.setChecked(False)
        self.changed.emit()

    def _daily_pressed(self) -> None:
        for button in self.days:
            button.setChecked(False)
        self.changed.emit()

    def show_days(self, closed: tuple[int, ...] | None) -> None:
        """Press what is known: days from 0 = Monday, () open every day, None unknown."""
        for day, button in enumerate(self.days):
            button.setChecked(day in (closed or ()))
        self.daily.setChecked(closed == ())

    def closed_days(self) -> tuple[int, ...] | None:
        """What is pressed, as ``show_days`` takes it."""
        closed = tuple(day for day in range(DAYS) if self.days[day].isChecked())
        return closed if closed or self.daily.isChecked() else None
