"""The heart of the session: one state, one signal for what changed, one way to do slow things."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from geo.errors import KnownError
from geo.model import Project, Reason, Scalar
from geo.phrases import load_phrases
from geo.progress import Job, Step
from gui.session.api import Actions
from gui.session.desk import Desk
from gui.session.history import History, Snapshot
from gui.session.listed import Listed
from gui.session.state import Note, Selection, State, difference, same_offers
from gui.task import Pool

if TYPE_CHECKING:
    from geo.actions import Workspace

NO_NEWS: Mapping[str, Scalar] = {}


def as_job(kind: str, work: Callable[[], Any]) -> Job[Any]:
    """A job of one step around a plain call."""
    yield Step(kind)
    return work()


class Core(QObject):
    """State and requests; the other modules of this folder add what can be asked for."""

    changed = Signal(object)
    idle = Signal()
    _who = ""

    def __init__(
        self,
        actions: Actions | None,
        assets: Path,
        data: Path,
        *,
        language: str = "zh",
        pool: Pool | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = State(language=language)
        self._given = actions
        self._opened: Actions | None = None
        self._assets = assets
        self._data = data
        self._ws: Workspace | None = None
        self._kept_history = History()
        self._trail = History()
        self._keys = itertools.count(1)
        self._desk = Desk(self, pool)
        self._desk.moved.connect(self._show_busy)

    @property
    def _actions(self) -> Actions:
        """The actions; there are none before the catalogue is open."""
        if self._opened is None:
            raise RuntimeError("nothing is open")
        return self._opened

    @property
    def _history(self) -> History:
        """What can be undone: in a preview its own edits, else those of the project."""
        return self._kept_history if self.state.preview is None else self._trail

    def _undo_parts(self) -> dict[str, bool]:
        """Whether the project's own history goes back and forth."""
        kept = self._kept_history
        return {"can_undo": kept.can_undo, "can_redo": kept.can_redo}

    def set_who(self, name: str) -> None:
        """Who works at this machine; it stands with every edit."""
        self._who = name.strip()

    @property
    def who(self) -> str:
        """Who works at this machine; empty while nobody has said."""
        return self._who

    def put(self, **parts: Any) -> None:  # noqa: ANN401 (any part of the state)
        """Replace parts of the state and tell once what changed."""
        old = self.state
        if "ranking" in parts and not same_offers(old.ranking, parts["ranking"]):
            parts["rested"] = parts["ranking"]
        if "sites" in parts and not isinstance(parts["sites"], Listed):
            parts["sites"] = Listed(parts["sites"])
        self.state = replace(old, **parts)
        changes = difference(old, self.state)
        if changes.parts:
            self.changed.emit(changes)

    def ask(
        self,
        kind: str,
        job: Job[Any],
        done: Callable[[Any], None],
        *,
        write: bool = False,
        failed: Callable[[KnownError], None] | None = None,
        partly: Callable[[Any], None] | None = None,
    ) -> None:
        """Run ``job``; its errors become notes about ``kind``, bugs go to the excepthook.

        ``partly`` takes the answers so far that steps carry; a ``write`` has none.
        """

        def fail(error: Exception) -> None:
            if not isinstance(error, KnownError):
                sys.excepthook(type(error), error, error.__traceback__)
                return
            if failed is not None:
                failed(error)
            self.tell_error(kind, error)

        if write:
            self._desk.queue(kind, job, done, fail)
        else:
            self._desk.run(kind, job, done, fail, partly)

    def write_file(self, job: Job[Path]) -> None:
        """Write a file and say where it is."""
        self.forget_notes("export")
        self.ask(
            "export",
            job,
            lambda written: self.tell("export", "exported", {"name": written.name}, path=written),
        )

    def stop(self, kind: str) -> None:
        """Give up the current request of ``kind``; what is shown stays."""
        self._desk.cancel(kind)

    def tell_error(self, about: str, error: KnownError) -> None:
        """Show an error of the world in place of an older one about the same thing."""
        if self.state.phrases is None:
            # the catalogue did not open, so nobody has brought the sentences yet
            self.put(phrases=load_phrases(self._assets / "phrases"))
        self._tell(Note(next(self._keys), "err", about, error.code, error.values, error=error))

    def tell(
        self,
        about: str,
        code: str,
        values: Mapping[str, Scalar] = NO_NEWS,
        *,
        level: str = "ok",
        path: Path | None = None,
        reasons: tuple[Reason, ...] = (),
    ) -> None:
        """Show news in place of older news about the same thing."""
        note = Note(next(self._keys), level, about, code, values, path, reasons=reasons)
        self._tell(note)

    def dismiss(self, key: int) -> None:
        """Take a note away: it was read."""
        self.put(notes=tuple(note for note in self.state.notes if note.key != key))

    def forget_notes(self, about: str) -> None:
        """Take away what was said about an earlier request of the kind."""
        kept = tuple(note for note in self.state.notes if note.about != about)
        if len(kept) != len(self.state.notes):
            self.put(notes=kept)

    def select(
        self,
        *,
        site: str | None = None,
        city: str | None = None,
        scene: str | None = None,
        script_set: str | None = None,
        line: int | None = None,
    ) -> None:
        """Point at something; what is not named keeps its selection, a line only in its scene."""
        now = self.state.selection
        if line is None and scene in (None, now.scene):
            line = now.line
        wanted = Selection(
            now.site if site is None else site,
            now.city if city is None else city,
            now.scene if scene is None else scene,
            now.script_set if script_set is None else script_set,
            line,
        )
        if wanted != now:
            self.put(selection=wanted)

    def unselect(self, *names: str) -> None:
        """Point at nothing any more in ``names`` (site, city, scene, script_set, line)."""
        wanted = replace(self.state.selection, **dict.fromkeys(names))
        if wanted != self.state.selection:
            self.put(selection=wanted)

    def set_language(self, language: str) -> None:
        """Speak zh or en from now on."""
        if language != self.state.language:
            self.put(language=language)

    def _tell(self, note: Note) -> None:
        kept = tuple(old for old in self.state.notes if old.about != note.about)
        self.put(notes=(*kept, note))

    def _snapshot(self) -> Snapshot:
        state = self.state
        trail = None if state.preview is None else self._trail
        return Snapshot(
            state.script,
            state.facts,
            state.weights,
            state.name,
            state.preview,
            trail,
            state.evidence,
            state.wishes,
            state.planned,
            state.pitch_wishes,
        )

    def _project(self) -> Project:
        state = self.state
        return Project(
            state.name,
            state.script,
            state.facts,
            state.weights,
            state.cities,
            state.workplace,
            state.evidence,
            state.wishes,
            state.planned,
            state.pitch_wishes,
        )

    def _show_busy(self) -> None:
        busy = self._desk.busy
        if busy != self.state.busy:
            self.put(busy=busy)
        if not busy:
            self.idle.emit()
