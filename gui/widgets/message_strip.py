"""News in the page it concerns: one line what, one line what to do, at most two buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.widgets import icons
from gui.widgets.pane import Pane, label, mark

Tone: TypeAlias = Literal["err", "warn", "info", "ok"]
_ICONS = {
    "err": "alert-triangle",
    "warn": "alert-triangle",
    "info": "info-circle",
    "ok": "circle-check",
}


class MessageStrip(Pane):
    """Stays till read. ``chosen`` tells the key of the button pressed; ``closed`` that it went."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = "info"
        self._sign = QLabel()
        self._what = label(wrap=True)
        self._todo = label(role="second", wrap=True)
        self._details = label(role="caption", wrap=True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fold = QPushButton()
        self._fold.setProperty("quiet", "true")
        self._fold.setCheckable(True)
        # Enter in a field of a dialog presses nothing here
        self._fold.setAutoDefault(False)
        self._fold.toggled.connect(self._unfold)
        self._close = QToolButton()
        self._close.setProperty("quiet", "true")
        self._close.clicked.connect(self.dismiss)
        self._buttons: list[QPushButton] = []
        self._lay_out()
        self.hide()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for widget in (self._what, self._todo, self._fold, self._details):
            words.addWidget(widget)
        words.setAlignment(self._fold, Qt.AlignmentFlag.AlignLeft)
        self._fold.setStyleSheet("padding: 0")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 7, 8, 7)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._close)

    def tell(
        self,
        tone: Tone,
        what: str,
        todo: str = "",
        *,
        actions: Sequence[tuple[str, str]] = (),
        details: str = "",
    ) -> None:
        """Show ``what`` happened and ``todo``; ``actions`` are (key, text), two at most."""
        if len(actions) > 2:
            raise ValueError("a message offers two ways out at most")
        self._tone = tone
        mark(self, strip=tone)
        self._what.setText(what)
        self._todo.setText(todo)
        self._todo.setVisible(bool(todo))
        self._details.setText(details)
        self._fold.setChecked(False)
        self._fold.setVisible(bool(details))
        self._details.hide()
        self._set_buttons(actions)
        self.setAccessibleName(what)
        self.setAccessibleDescription(todo)
        self.restyle()
        self.show()

    def _set_buttons(self, actions: Sequence[tuple[str, str]]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, (key, text) in enumerate(actions):
            button = QPushButton(text)
            button.setProperty("small", "true")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._row.insertWidget(2 + place, button)
            self._buttons.append(button)

    def dismiss(self) -> None:
        """Read: the strip goes."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _unfold(self, on: bool) -> None:
        self._details.setVisible(on)
        self._name_fold()

    def _name_fold(self) -> None:
        on = self._fold.isChecked()
        self._fold.setText(self.tr("收起") if on else self.tr("细节"))

    def restyle(self) -> None:
        """Fetch the icons again."""
        palette = theme.current()
        colour = {"err": palette.err, "warn": palette.warn, "ok": palette.ok}
        tint = colour.get(self._tone, palette.ink2)
        self._sign.setPixmap(icons.pixmap(_ICONS[self._tone], 18, tint))
        self._close.setIcon(icons.icon("x", 14))

    def retranslate(self) -> None:
        """Set the texts that are ours; what was told is told again by whoever told it."""
        self._name_fold()
        self._close.setToolTip(self.tr("知道了"))
        self._close.setAccessibleName(self.tr("知道了"))
