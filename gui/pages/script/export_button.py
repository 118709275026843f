"""导出: the breakdown as a workbook, a table or a schedule file."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from gui.pages.page import Page
from gui.pages.words import export_word
from gui.session import SHOWN, Changes, Session
from gui.widgets import icons

ENDINGS = (".xlsx", ".csv", ".uss")


class ExportButton(Page):
    """``chosen``: the ending of the file to write."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.menu = QMenu(self)
        self.ways: dict[str, QAction] = {}
        for ending in ENDINGS:
            action = self.menu.addAction("")
            action.triggered.connect(partial(self._choose, ending))
            self.ways[ending] = action
        self.button = QPushButton()
        self.button.setProperty("small", "true")
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.restyle()
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """There must be scenes."""
        if changes.touch(*SHOWN):
            shown = self.state.shown
            self.button.setEnabled(shown is not None and bool(shown.scenes))

    def _choose(self, ending: str, _on: bool = False) -> None:
        self.chosen.emit(ending)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.button.setIcon(icons.icon("table-export", 14))

    def retranslate(self) -> None:
        """Set every text again."""
        self.button.setText(self.tr("导出"))
        self.button.setToolTip(self.tr("顺场表：Excel、CSV、统筹软件"))
        for ending, action in self.ways.items():
            action.setText(export_word(ending))
