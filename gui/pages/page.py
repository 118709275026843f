"""What every page is: it hears what changed, and draws it once it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gui.session import EVERYTHING, Changes, Session, State
from gui.widgets.pane import Pane


class Page(Pane):
    """A part of the window that draws the state. A hidden page keeps in mind what it missed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._missed = EVERYTHING
        self._caught_up: tuple[State | None, frozenset[str]] = (None, frozenset())
        session.changed.connect(self._listen)

    @property
    def state(self) -> State:
        """The present state."""
        return self.session.state

    def show_state(self, changes: Changes) -> None:
        """Draw what ``changes`` name."""
        raise NotImplementedError

    def _listen(self, changes: Changes) -> None:
        """Draw what changed, less what was drawn of this very state as the page came up."""
        state, drawn = self._caught_up
        if state is self.state:
            changes = Changes(changes.parts - drawn)
        if changes.parts:
            self._hear(changes)

    def _hear(self, changes: Changes) -> None:
        if self.isVisible():
            self.show_state(changes)
        else:
            self._missed = Changes(self._missed.parts | changes.parts)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        if self._missed.parts:
            missed, self._missed = self._missed, Changes(frozenset())
            self._caught_up = (self.state, missed.parts)
            self.show_state(missed)
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A new language changes everything that is written."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._hear(EVERYTHING)
