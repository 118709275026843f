"""The left of the page: what the pack is asked to be, and the button that makes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.pages.page import Page
from gui.pages.pitch.addressed import Addressed
from gui.pages.pitch.files_card import FilesCard
from gui.pages.pitch.parts_card import PartsCard
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import Pane

LEAST = 240


class LeftPane(Page):
    """``make_asked``: the files are wanted."""

    make_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self.setMinimumWidth(LEAST)
        self.addressed = Addressed(session)
        self.parts = PartsCard(session)
        self.files = FilesCard(session)
        self.make = QPushButton()
        self.make.setProperty("main", "true")
        self.make.clicked.connect(self.make_asked)
        inner = QWidget()
        inner.setProperty("ground", "none")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(0)
        for card in (self.addressed, self.parts, self.files):
            cards.addWidget(card)
        cards.addStretch(1)
        foot = Pane()
        foot.setProperty("hair", "top")
        below = QVBoxLayout(foot)
        below.setContentsMargins(14, 8, 14, 8)
        below.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ColumnArea(inner), 1)
        column.addWidget(foot)
        self.restyle()

    def show_state(self, changes: Changes) -> None:
        """Say how many files the button makes, and why it does not where it does not."""
        if not changes.touch("pitch_wishes", "pitch", "busy", "language"):
            return
        state = self.state
        number = len(state.pitch_wishes.formats)
        busy = state.is_busy("pitch_export")
        texts = {
            "busy": self.tr("在做…"),
            "none": self.tr("先勾一种文件"),
            "make": self.tr("做好 {n} 个文件…").format(n=number),
        }
        self.make.setText(texts["busy" if busy else "make" if number else "none"])
        self.make.setEnabled(bool(number) and state.pitch is not None and not busy)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.make.setIcon(icons.icon("table-export", 16, theme.current().on_prim))
