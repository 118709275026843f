"""One answer to a question: who says so, when, what, and the photo taken there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from geo.model.field import FieldKey, Side
from gui import theme
from gui.pages.value_words import short, value_note, value_word, who_word
from gui.pages.words import when_word
from gui.session import State
from gui.texts.tips import plain_tip
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label, mark
from gui.widgets.photo_paint import paint_photo
from gui.widgets.photo_shelf import PhotoShelf

PHOTO = QSize(120, 76)
LONG_VALUE = 12
"""Characters from which a value is written smaller."""


class Photo(QWidget):
    """A photo of the place taken by the same hand."""

    def __init__(self, shelf: PhotoShelf, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._path = shelf, path
        self.setFixedHeight(PHOTO.height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        shelf.arrived.connect(self.update)

    def sizeHint(self) -> QSize:
        """A landscape crop."""
        return PHOTO

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is of it by now."""
        paint_photo(QPainter(self), QRectF(self.rect()), self._path, self._shelf)


class SideCard(Pane):
    """``picked``: the reader points at this answer; a click, Enter or Space does it."""

    picked = Signal(int)

    def __init__(self, number: int, shelf: PhotoShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._shelf = shelf
        self.setProperty("side", "off")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.who = ElidedLabel(role="strong")
        self.sign = QLabel()
        self.sign.setFixedSize(18, 18)
        self.when = label(role="caption")
        self.value = label(role="key", wrap=True)
        self.note = label(role="second", wrap=True)
        self.photos = QVBoxLayout()
        self.photos.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.who, 1)
        head.addWidget(self.sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.when)
        column.addWidget(self.value)
        column.addLayout(self.photos)
        column.addWidget(self.note)
        column.addStretch(1)

    def tell(self, state: State, key: FieldKey, side: Side) -> None:
        """Show an answer."""
        full = value_word(state, key, side.value)
        newest = max(side.edits, key=lambda one: one.when, default=None)
        self.who.setText(who_word(side))
        self.when.setText(when_word(newest.when) if newest is not None else "")
        mark(self.value, role="heading" if len(full) > LONG_VALUE else "key")
        self.value.setText(short(full))
        self.value.setToolTip(plain_tip(full))
        note = value_note(side.value)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        while (item := self.photos.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for path in side.photos[:1]:
            self.photos.addWidget(Photo(self._shelf, path))
        spoken = self.tr("{who}：{value}").format(who=self.who.text(), value=full)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(" ".join((self.when.text(), note)))

    def choose(self, *, on: bool) -> None:
        """Whether this is the answer pointed at."""
        mark(self, side="on" if on else "off")
        self.sign.setVisible(on)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.sign.setPixmap(icons.pixmap("circle-check", 18, theme.current().link))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at it."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point at it."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self.number)
        else:
            super().keyPressEvent(event)
