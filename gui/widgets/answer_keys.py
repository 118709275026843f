"""Answers side by side, as wide as the line, for cold fingers: one is chosen, or none yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from gui.widgets.pane import Pane

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
}
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerKeys(Pane):
    """``chosen`` tells the key that was picked, empty when it was taken back.

    One stop for Tab; 1 to 9 and the arrows choose, Backspace takes back. ``next_asked``: Enter.
    """

    chosen = Signal(str)
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("segments", "true")
        self.setProperty("big", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, QToolButton] = {}
        self._choice: str | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer ``options``: key and text. The same keys as before only change their texts."""
        if [key for key, _ in options] != list(self._buttons):
            for old in self._buttons.values():
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._buttons = {key: self._button(key) for key, _ in options}
        for number, (key, text) in enumerate(options, 1):
            button = self._buttons[key]
            button.setText(text.replace("&", "&&"))
            button.setAccessibleName(text)
            button.setToolTip(f"{text}  [{number}]" if number <= 9 else text)
            button.setProperty("edge", "true" if number == 1 else "false")
        self.choose(self._choice)

    def _button(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        # the frame has the keys: a line of the form is one stop, not three
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._pick(key))
        self._row.addWidget(button, 1)
        return button

    def _pick(self, key: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(None if key == self._choice else key)
        self.chosen.emit(self._choice or "")

    @property
    def choice(self) -> str | None:
        """The chosen key."""
        return self._choice

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, left to right."""
        return tuple(self._buttons)

    def button(self, key: str) -> QToolButton:
        """The button of ``key``."""
        return self._buttons[key]

    def choose(self, key: str | None) -> None:
        """Choose ``key`` (None: nothing) without telling anybody."""
        self._choice = key if key in self._buttons else None
        for name, button in self._buttons.items():
            button.setChecked(name == self._choice)
        chosen = self._buttons.get(self._choice or "")
        self.setAccessibleDescription("" if chosen is None else chosen.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number or arrow, take back, go on."""
        key, names = Qt.Key(event.key()), self.keys
        number = event.key() - Qt.Key.Key_1
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not plain or not names:
            super().keyPressEvent(event)
        elif 0 <= number < min(9, len(names)):
            self._take(names[number])
        elif key in _STEPS:
            # from nothing, right begins at the left end and left at the right end
            start = -1 if _STEPS[key] > 0 else len(names)
            here = names.index(self._choice) if self._choice in names else start
            self._take(names[min(max(here + _STEPS[key], 0), len(names) - 1)])
        elif key in _BACK and self._choice is not None:
            self._take(None)
        elif key in _ON:
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, key: str | None) -> None:
        if key != self._choice:
            self.choose(key)
            self.chosen.emit(key or "")
