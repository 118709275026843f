"""A window that stays open beside the main one while both are used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from gui.messages import tell_error
from gui.session import EVERYTHING, Changes, Session, State
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.message_strip import MessageStrip

A = TypeVar("A", bound="Aside")


class Aside(QDialog):
    """Draws the state while it is open. Esc closes it; its size is remembered by ``key``.

    Errors about requests named in ``about`` are told in ``strip``.
    """

    key = ""
    about: Sequence[str] = ()
    size_px = (900, 620)
    _drawn = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.strip = MessageStrip()
        self._strip_key = 0
        self.strip.closed.connect(lambda: session.dismiss(self._strip_key))
        self._memory = DialogMemory.of(parent)
        self._listening = True
        self.resize(*self.size_px)
        if self._memory is not None:
            self._memory.restore(self, self.key)
        for keys, do in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        session.changed.connect(self._hear)

    @property
    def state(self) -> State:
        """The present state."""
        return self.session.state

    def show_state(self, changes: Changes) -> None:
        """Draw what ``changes`` name."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take the last edit of the project back."""
        self.session.undo()

    def redo(self) -> None:
        """Bring back what was undone."""
        self.session.redo()

    def retranslate(self) -> None:
        """Set every text that does not hang on the state again."""

    def restyle(self) -> None:
        """Fetch colours and icons again."""

    def showEvent(self, event: QShowEvent) -> None:
        """Draw everything; Enter in a field is an answer, not a button."""
        if not self._drawn:
            self._drawn = True
            self.retranslate()
            self.show_state(EVERYTHING)
            self._show_error()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language or theme."""
        super().changeEvent(event)
        if not self._drawn:
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_state(EVERYTHING)
            self._show_error()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.restyle()

    def done(self, answer: int) -> None:
        """Hear no more, remember the size."""
        if self._listening:
            self._listening = False
            self.session.changed.disconnect(self._hear)
            if self._memory is not None:
                self._memory.keep(self, self.key)
        super().done(answer)

    def _hear(self, changes: Changes) -> None:
        if not self._drawn:
            return
        if changes.touch("notes", "phrases"):
            self._show_error()
        self.show_state(changes)

    def _show_error(self) -> None:
        """Tell the latest error about what this window asked for."""
        mine = [one for one in self.state.notes if one.about in self.about and one.error]
        if not mine or mine[-1].error is None:
            self.strip.hide()
            return
        self._strip_key = mine[-1].key
        what, todo = tell_error(mine[-1].error, self.state.phrases, self.state.language)
        self.strip.tell("err", what, todo)


def calm(*buttons: QPushButton) -> None:
    """Enter in a field beside these buttons presses none of them."""
    for button in buttons:
        button.setAutoDefault(False)


def bring_up(kind: type[A], session: Session, parent: QWidget | None) -> A:
    """The window of this kind: the one that is open, else a new one."""
    home = parent.window() if parent is not None else None
    found = home.findChildren(kind) if home is not None else ()
    dialog = next((one for one in found if one.isVisible()), None)
    if dialog is None:
        dialog = kind(session, home)
        dialog.finished.connect(dialog.deleteLater)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
