"""News of work in the field in words, above the pages and inside its dialogs."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model import Scalar
from gui.messages import split_sentence, tell_error
from gui.pages.page import Page
from gui.pages.words import when_word
from gui.session import Changes, Note, Session, State
from gui.widgets.message_strip import MessageStrip, Tone

TONES: dict[str, Tone] = {"err": "err", "warn": "warn", "ok": "ok"}


def tell_news(state: State, note: Note) -> tuple[str, str]:
    """Two lines for news that the phrases tell: what happened, what to do."""
    if state.phrases is None:
        return note.code, ""
    values: dict[str, Scalar] = dict(note.values)
    if "when" in values:
        values["when"] = when_word(str(values["when"]))
    return split_sentence(state.phrases.say(note.code, state.language, values))


class DialogNews(Page):
    """The newest word about one of the requests ``about``, inside a dialog over the window."""

    def __init__(
        self, session: Session, about: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._about = frozenset(about)
        # what was said before the dialog came up was said elsewhere
        self._seen = max((one.key for one in self.state.notes), default=0)
        self._told = 0
        self.strip = MessageStrip()
        self.strip.closed.connect(lambda: session.dismiss(self._told))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)
        self.hide()
        session.changed.connect(self._hear_hidden)

    def _hear_hidden(self, changes: Changes) -> None:
        """A part that hides itself while it has nothing to say hears all the same."""
        if not self.isVisible() and changes.touch("notes"):
            self.show_state(changes)

    def show_state(self, changes: Changes) -> None:
        """Tell the newest."""
        if not changes.touch("notes", "phrases", "language"):
            return
        fresh = [one for one in self.state.notes if one.key > self._seen]
        mine = [one for one in fresh if one.about in self._about]
        self.setVisible(bool(mine))
        if mine:
            self._tell(mine[-1])

    def put_away(self) -> None:
        """What was read here is not told again above the pages; what wants a hand stays."""
        for note in self.state.notes:
            if note.key == self._told and note.level != "warn" and not note.values.get("batch"):
                self.session.dismiss(note.key)

    def _tell(self, note: Note) -> None:
        self._told = note.key
        phrases, lang = self.state.phrases, self.state.language
        if note.error is not None:
            what, todo = tell_error(note.error, phrases, lang)
        else:
            what, todo = tell_news(self.state, note)
        details = "\n".join(phrases.tell(one, lang) for one in note.reasons) if phrases else ""
        self.strip.tell(TONES.get(note.level, "info"), what, todo, details=details)
