"""给剧组: the pack that answers a script, asked for at the left, shown in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.pages.page import Page
from gui.pages.pitch import empty, openers
from gui.pages.pitch.aside import Aside
from gui.pages.pitch.left_pane import LeftPane
from gui.pages.pitch.pages_pane import PagesPane
from gui.session import Changes, Session

LEFT, MIDDLE, RIGHT = 272, 800, 336


class CrewPitch(Page):
    """``page_asked``: another page is wanted. ``pack_asked``: files are to be written now."""

    page_asked = Signal(str)
    pack_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._desk_seen = False
        self.left, self.pages, self.aside = LeftPane(session), PagesPane(session), Aside(session)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.left, self.pages, self.aside):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT, MIDDLE, RIGHT])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.left.make_asked.connect(self.make_files)
        self.left.addressed.places_asked.connect(self.choose_places)
        self.left.addressed.needs_asked.connect(lambda: openers.open_needs(session, self))
        self.pages.asked.connect(self.follow)
        self.aside.open.site_asked.connect(self.open_file)
        self.aside.compare.pick_asked.connect(lambda: openers.open_compared(session, self))
        self.aside.compare.table_asked.connect(lambda: openers.open_table(session, self))

    def choose_places(self) -> None:
        """Ask which places are pitched."""
        openers.open_places(self.session, self)

    def open_card(self) -> None:
        """Ask who hands the pack out."""
        openers.open_card(self.session, self)

    def open_file(self, site_id: str = "") -> None:
        """Ask what the bureau knows of a place, the first pitched where none is named."""
        openers.open_site_file(self.session, self, site_id)

    def make_files(self) -> None:
        """Show what goes out; then the window asks for a folder."""
        if self.state.pitch is not None and openers.ask_to_send(self.session, self):
            self.pack_asked.emit()

    def follow(self, way: str) -> None:
        """Do what a button of an empty desk offers."""
        ways = {
            empty.PLACES: self.choose_places,
            empty.CARD: self.open_card,
            empty.AGAIN: self.session.pitch_again,
        }
        if way in ways:
            ways[way]()
        else:
            self.page_asked.emit(way)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        left = (self.left.parts.list,) if self.left.isVisible() else ()
        return (self.pages.first(), *self.aside.panes(), *left)

    def fold_left(self) -> None:
        """Give the pages the room of the left pane, or take it back."""
        self.left.setVisible(not self.left.isVisible())

    def show_state(self, changes: Changes) -> None:
        """Bring what the bureau keeps, once there is a catalogue."""
        if changes.touch("ready") and self.state.ready and not self._desk_seen:
            self._desk_seen = True
            self.session.load_desk()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the pack is kept up to date."""
        super().showEvent(event)
        self.session.watch_pitch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is worked out."""
        super().hideEvent(event)
        self.session.watch_pitch(watched=False)
