"""What is missing, the nearest thing that exists, and one or two ways on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.widgets import icons
from gui.widgets.pane import Pane, label


class EmptyCard(Pane):
    """A quiet card for an empty place. ``chosen`` tells the key of the button pressed."""

    chosen = Signal(str)

    def __init__(self, icon: str = "map-pin-search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._sign = QLabel()
        self._title = label(role="strong", wrap=True)
        self._text = label(role="second", wrap=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(14)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.restyle()

    def tell(self, title: str, text: str = "", actions: Sequence[tuple[str, str]] = ()) -> None:
        """Set the words; ``actions`` are (key, text), the first is the one most likely wanted."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for key, words in actions:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._sign.setPixmap(icons.pixmap(self._icon, 32, theme.current().off))
