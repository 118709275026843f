"""A small window with words: what it is about, a line in bold, sentences below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.widgets.pane import label
from gui.widgets.popover import Popover

WIDTH = 360


class TextPopover(Popover):
    """``chosen`` tells the key of the button pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._about = label(role="caption", wrap=True)
        self._title = label(role="strong", wrap=True)
        self.text = label(role="second", wrap=True)
        self.buttons: list[QPushButton] = []
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for part in (self._about, self._title, self.text):
            column.addWidget(part)
        column.addLayout(self._foot)

    def tell(
        self, about: str, title: str, text: str, actions: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Fill in; ``actions`` are (key, words)."""
        for part, words in ((self._about, about), (self._title, title), (self.text, text)):
            part.setText(words)
            part.setVisible(bool(words))
        for button in self.buttons:
            self._foot.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, (key, words) in enumerate(actions):
            button = QPushButton(words)
            button.setProperty("small", "true")
            button.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            self._foot.insertWidget(place, button)
            self.buttons.append(button)
        self.setAccessibleName(title or about)
        self.setAccessibleDescription(text)

    def first(self) -> QWidget:
        """The first button, where there is one."""
        return self.buttons[0] if self.buttons else self

    def _choose(self, key: str) -> None:
        self.hide()
        self.chosen.emit(key)
