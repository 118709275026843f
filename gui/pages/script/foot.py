"""The foot of the right pane: back one step, and on: import, or to the places."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.pages.page import Page
from gui.session import SHOWN, Changes, Session
from gui.widgets import icons
from gui.widgets.pane import label


class Foot(Page):
    """Undo at left; at right what comes next. ``go_on_asked``: to the places."""

    go_on_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "top")
        self.undo_button = QPushButton()
        self.undo_button.setProperty("plain", "true")
        self.undo_button.clicked.connect(session.undo)
        self.busy = label(role="caption")
        self.later_button = QPushButton()
        self.later_button.clicked.connect(session.drop_preview)
        self.import_button = self._main(lambda: session.take_preview())
        self.go_on_button = self._main(self.go_on_asked.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.undo_button)
        row.addWidget(self.busy)
        row.addStretch(1)
        for button in (self.later_button, self.import_button, self.go_on_button):
            row.addWidget(button)
        self.restyle()
        self.retranslate()

    @staticmethod
    def _main(clicked: object) -> QPushButton:
        button = QPushButton()
        button.setProperty("main", "true")
        # outside a dialog a button takes Enter only when told to
        button.setAutoDefault(True)
        button.clicked.connect(clicked)
        return button

    def show_state(self, changes: Changes) -> None:
        """Offer what can be done now."""
        state = self.state
        if changes.touch("can_undo", "busy"):
            self.undo_button.setEnabled(state.can_undo or state.is_busy("retag"))
        if changes.touch("busy", "language"):
            again = state.is_busy("retag")
            self.busy.setText(self.tr("正在照你说的重读…") if again else "")
        if changes.touch(*SHOWN, "language"):
            self._offer()

    def _offer(self) -> None:
        preview, shown = self.state.preview, self.state.shown
        scenes = len(shown.played) if shown is not None else 0
        for button in (self.later_button, self.import_button):
            button.setVisible(preview is not None)
        self.go_on_button.setVisible(preview is None)
        for button in (self.import_button, self.go_on_button):
            button.setEnabled(scenes > 0)
        if preview is not None and preview.as_draft and self.state.script is not None:
            draft = self.state.script.draft + 1
            text = self.tr("导入成第 {n} 稿").format(n=draft)
        else:
            text = self.tr("导入 {n} 场").format(n=scenes)
        self.import_button.setText(text)

    def restyle(self) -> None:
        """Fetch icons again."""
        self.undo_button.setIcon(icons.icon("arrow-back-up", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self.undo_button.setText(self.tr("撤销"))
        self.later_button.setText(self.tr("先不导入"))
        self.later_button.setToolTip(self.tr("关上这份剧本，原来的不动"))
        self.import_button.setToolTip("Ctrl+Enter")
        self.go_on_button.setText(self.tr("去选景"))
