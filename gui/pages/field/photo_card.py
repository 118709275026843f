"""The photo that is pointed at: what the camera said, what is doubtful, and a note to type."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from geo.model.field import FieldPhoto
from gui.pages.field.editors import WordsBox
from gui.pages.field.words import say
from gui.pages.photo_words import MARS, convertible, told_of
from gui.session import State
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label


class PhotoCard(Pane):
    """``noted`` tells the photo and its note; ``moved`` the photo and a datum (None: as taken)."""

    noted = Signal(str, object)
    moved = Signal(str, object)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.photo: FieldPhoto | None = None
        self.told, self.doubt = ElidedLabel(role="second"), label(wrap=True)
        self._doubtful = Pane()
        self._doubtful.setProperty("strip", "warn")
        QHBoxLayout(self._doubtful).addWidget(self.doubt)
        self.note = WordsBox()
        self.large, self.convert, self.back = QPushButton(), QPushButton(), QPushButton()
        for button in (self.large, self.convert, self.back):
            button.setProperty("small", "true")
        self.large.clicked.connect(self.opened)
        self.convert.clicked.connect(lambda: self._move(MARS))
        self.back.clicked.connect(lambda: self._move(None))
        self.note.textChanged.connect(self._tell_note)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.told, 1)
        for button in (self.convert, self.back, self.large):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._doubtful)
        column.addWidget(self.note)
        self.hide()
        self.retranslate()

    def tell(self, state: State, photo: FieldPhoto | None) -> None:
        """Show a photo; None: none is pointed at."""
        moved = photo is not None and (self.photo is None or photo.id != self.photo.id)
        self.photo = photo
        self.setVisible(photo is not None)
        if photo is None:
            return
        self.told.setText(" · ".join(told_of(photo, state.language)))
        self.doubt.setText("" if photo.doubt is None else say(state, photo.doubt))
        self._doubtful.setVisible(photo.doubt is not None)
        self.convert.setVisible(convertible(photo))
        self.back.setVisible(photo.converted)
        # what is being typed is not typed over by what was kept a moment ago
        typing = self.note.hasFocus() and not moved and state.is_busy("recce")
        if not typing and self.note.toPlainText().strip() != photo.note:
            self.note.blockSignals(True)
            self.note.setPlainText(photo.note)
            self.note.blockSignals(False)
            self.note.fit()

    def _tell_note(self) -> None:
        if self.photo is not None:
            self.noted.emit(self.photo.id, self.note.toPlainText().strip() or None)

    def _move(self, datum: str | None) -> None:
        if self.photo is not None:
            self.moved.emit(self.photo.id, datum)

    def retranslate(self) -> None:
        """Set every text again."""
        self.large.setText(self.tr("看大图"))
        self.convert.setText(self.tr("按火星坐标换算"))
        self.convert.setToolTip(
            self.tr("手机可能写了公开地图的坐标（GCJ-02）。换算只改这里的位置，原件不动，能撤销。")
        )
        self.back.setText(self.tr("用回相机写的位置"))
        self.note.setPlaceholderText(self.tr("这张拍的是什么，写一句…"))
        self.note.setAccessibleName(self.tr("照片的备注"))
