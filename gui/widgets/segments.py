"""Exclusive choices side by side: 是 / 否 / 不知道, presets, views."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from gui.widgets.pane import Pane


class Segments(Pane):
    """One of several keys is chosen, or none. ``chosen`` tells what the reader picked."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("segments", "true")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer ``options``: key and text. Same keys as before only change their texts."""
        if [key for key, _ in options] != list(self._buttons):
            for button in self._buttons.values():
                self._row.removeWidget(button)
                button.deleteLater()
            self._buttons = {key: self._button(key) for key, _ in options}
        for key, text in options:
            self._buttons[key].setText(text)
            self._buttons[key].setAccessibleName(text)

    def _button(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self._pick(key))
        self._row.addWidget(button)
        return button

    def _pick(self, key: str) -> None:
        if any(button.hasFocus() for button in self._buttons.values()):
            # a click takes no focus; a ring left on a neighbour would look like a second choice
            self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose(key)
        self.chosen.emit(key)

    @property
    def choice(self) -> str | None:
        """The chosen key."""
        on = (key for key, button in self._buttons.items() if button.isChecked())
        return next(on, None)

    def choose(self, key: str | None) -> None:
        """Choose ``key`` (None: nothing) without telling anybody."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """All buttons, left to right."""
        return tuple(self._buttons.values())

    def button(self, key: str) -> QToolButton:
        """The button of ``key``, to give it a tool tip or switch it off."""
        return self._buttons[key]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right move the choice; Qt would only move the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        keys = [key for key, button in self._buttons.items() if button.isEnabled()]
        here = self.choice
        place = (keys.index(here) + step) % len(keys) if here in keys else 0
        self._pick(keys[place])
        self._buttons[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
