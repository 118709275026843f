"""The base of our composed widgets: it hears when language or theme changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Pane(QFrame):
    """A frame that calls ``retranslate`` on a new language and ``restyle`` on a new theme."""

    def __init__(
        self, parent: QWidget | None = None, flags: Qt.WindowType = Qt.WindowType.Widget
    ) -> None:
        super().__init__(parent, flags)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def retranslate(self) -> None:
        """Set every text again."""

    def restyle(self) -> None:
        """Fetch colours, fonts and icons again."""

    def changeEvent(self, event: QEvent) -> None:
        """Pass on what the reader changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.restyle()


def label(text: str = "", *, role: str = "", chip: str = "", wrap: bool = False) -> QLabel:
    """A label with a ``role`` (heading, caption, key, hero, second, strong) or as a ``chip``.

    What it says is text, never markup: names and notes come from strangers' files.
    """
    answer = QLabel()
    answer.setTextFormat(Qt.TextFormat.PlainText)
    answer.setText(text)
    if role:
        answer.setProperty("role", role)
    if chip:
        answer.setProperty("chip", chip)
        answer.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    answer.setWordWrap(wrap)
    return answer


def mark(widget: QWidget, **properties: object) -> None:
    """Set style properties (chip, main, kind ...) and let the style sheet see them at once."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
