"""Under the form: history, back, and on to the next place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from geo.model.field import RecceSheet
from gui.session import State
from gui.widgets import icons
from gui.widgets.pane import Pane


class FormFoot(Pane):
    """``done_asked``: this place is done, on to the next."""

    done_asked = Signal()
    back_asked = Signal()
    history_asked = Signal()
    photos_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("hair", "top")
        self._done, self._last = False, False
        self._photos = 0
        self.history, self.photos = QPushButton(), QPushButton()
        self.back, self.done = QPushButton(), QPushButton()
        self.done.setProperty("main", "true")
        for button, asked in (
            (self.history, self.history_asked),
            (self.photos, self.photos_asked),
            (self.back, self.back_asked),
            (self.done, self.done_asked),
        ):
            button.setProperty("big", "true")
            button.setAutoDefault(True)
            button.clicked.connect(asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 18, 7)
        row.setSpacing(8)
        row.addWidget(self.history)
        row.addWidget(self.photos)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.done)
        self.retranslate()
        self.restyle()

    def tell(self, state: State, sheet: RecceSheet) -> None:
        """Say where the main button leads."""
        desk = state.outdoors.desk
        left = [] if desk is None else [one for one in desk.sheets if not one.done]
        self._done, self._photos = sheet.done, len(sheet.photos)
        self._last = not any(one.site.id != sheet.site.id for one in left)
        self.back.setEnabled(desk is not None and len(desk.sheets) > 1)
        self.done.setEnabled(not (self._done and self._last))
        self.retranslate()

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.history.setIcon(icons.icon("history", 16))
        self.photos.setIcon(icons.icon("camera", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self.history.setText(self.tr("历史"))
        self.history.setToolTip(self.tr("这一处谁填过什么、改过什么"))
        self.photos.setText(self.tr("照片 {n}").format(n=self._photos))
        self.photos.setToolTip(self.tr("到照片那里；拖到表上任何地方也行"))
        self.back.setText(self.tr("上一处"))
        if self._done:
            self.done.setText(self.tr("都做完了") if self._last else self.tr("去下一处"))
        else:
            self.done.setText(self.tr("做完") if self._last else self.tr("做完，去下一处"))
        self.done.setToolTip("Ctrl+Enter")
