"""Read: a script file into a preview, and the preview into the project."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from geo.model import (
    DraftChanges,
    Evidence,
    Fate,
    Planned,
    PlanWishes,
    ProjectFacts,
    Request,
    Script,
)
from geo.model.pitch import PitchWishes
from geo.progress import Job, Step
from gui.session.api import Actions
from gui.session.core import as_job
from gui.session.history import History
from gui.session.state import Preview, Selection
from gui.session.tagging import Read, Tagging, compare, scene_of

if TYPE_CHECKING:
    from geo.actions import Workspace

# a file is taken for a draft of the script when this share of its scenes is still there
SAME_SHARE = 0.25


def _read_file(actions: Actions, ws: Workspace, path: Path, present: Script | None) -> Job[Read]:
    script = yield from actions.read_script(ws, path, present)
    yield Step("compare")
    return Read(script, compare(actions, present, script), ws)


def _next_draft(actions: Actions, old: Script, new: Script) -> Script:
    return actions.take_draft(old, new, actions.compare_drafts(old, new))


class Reading(Tagging):
    """Files, previews, requests."""

    def read(self, path: Path) -> None:
        """Read a script file and show it as ``State.preview``; the project is left as it is."""
        present = self.state.script
        began = time.monotonic()

        def done(read: Read) -> None:
            draft = present is not None and is_draft(present, read.script, read.changes)
            seconds = time.monotonic() - began
            self._preview(Preview(read.script, path, read.changes, draft, seconds))

        self._ask_to_read(path, present, done)

    def take_in(self, path: Path) -> None:
        """Read a script file as a new project at once, no question asked: for the samples."""
        self._ask_to_read(path, None, lambda read: self._begin_anew(read.script))

    def _ask_to_read(
        self, path: Path, present: Script | None, done: Callable[[Read], None]
    ) -> None:
        if self._ws is None:
            return
        self.forget_notes("read")
        self.ask("read", _read_file(self._actions, self._ws, path, present), done)

    def _preview(self, preview: Preview) -> None:
        self._give_up_wishes()
        self._trail = History()
        scenes = preview.script.scenes
        self.put(
            preview=preview,
            trial=None,
            selection=replace(
                self.state.selection, scene=scenes[0].id if scenes else None, line=None
            ),
            can_undo=False,
            can_redo=False,
        )

    def choose_draft(self, *, as_draft: bool) -> None:
        """Whether importing the preview makes the next draft or a new project."""
        preview = self.state.preview
        if preview is not None and self.state.script is not None:
            self.put(preview=replace(preview, as_draft=as_draft))

    def take_preview(self, *, as_draft: bool | None = None) -> None:
        """Import the preview: it becomes the script and is ranked. One undo opens it again.

        ``as_draft`` None means as the preview says (``Preview.as_draft``).
        """
        preview, old = self.state.preview, self.state.script
        if preview is None:
            return
        draft = preview.as_draft if as_draft is None else as_draft
        if not draft or old is None:
            self._take_script(preview.script)
            return

        def done(script: Script) -> None:
            now = self.state
            if now.preview is None or now.script is not old:
                return
            if now.preview.script is not preview.script:
                # a line was tagged anew in the meantime: what is shown is what is imported
                self.take_preview(as_draft=True)
                return
            self._take_script(script, name=now.name)

        work = partial(_next_draft, self._actions, old, preview.script)
        self.ask("take", as_job("take", work), done)

    def drop_preview(self) -> None:
        """Not now: close the preview; the project stands as it did."""
        if self.state.preview is None:
            return
        self._give_up_wishes()
        self.stop("take")
        script = self.state.script
        scenes = script.scenes if script is not None else ()
        scene = scenes[0].id if scenes else None
        self.put(
            preview=None,
            trial=None,
            selection=replace(self.state.selection, scene=scene, line=None),
            **self._undo_parts(),
        )

    def start_by_hand(self, title: str) -> None:
        """Begin without a script file: scenes will be listed by hand."""
        self._begin_anew(Script(title=title, scenes=()))

    def read_request(self, text: str) -> Request | None:
        """Read a request pasted out of a chat; at once. None before the catalogue is open."""
        if self._ws is None:
            return None
        return self._actions.read_request(self._ws, text)

    def start_request(self, request: Request) -> None:
        """Begin with the confirmed ``request.parts``: scenes for its places, facts it tells."""
        facts = {**self.state.facts.values, **self._actions.request_facts(request)}
        self._begin_anew(self._actions.request_script(request), ProjectFacts(facts))

    def _begin_anew(self, script: Script, facts: ProjectFacts | None = None) -> None:
        """A script that has nothing to do with what was shown."""
        self._give_up_wishes()
        self._take_script(script, facts=facts)

    def _take_script(
        self, script: Script, *, name: str | None = None, facts: ProjectFacts | None = None
    ) -> None:
        """Another script in place of the present one; what is known of the crew stays."""
        before = self._snapshot()
        draft = name is not None
        self.forget_notes("edit")
        if (before.script, before.preview, before.evidence) != (None, None, Evidence()):
            self._kept_history.note(before)
        else:
            self._kept_history.clear()
        line = self.state.selection.line if before.preview is not None else None
        first = script.scenes[0].id if script.scenes else None
        self.put(
            name=script.title if name is None else name,
            script=script,
            preview=None,
            trial=None,
            facts=self.state.facts if facts is None else facts,
            # bills and papers belong to the work they were gathered for
            evidence=self.state.evidence if draft else Evidence(),
            planned=self.state.planned if draft else self._rules_alone(),
            pitch_wishes=self.state.pitch_wishes if draft else self._pitch_manners(),
            plan=self.state.plan if draft else None,
            ranking=self.state.ranking if draft else None,
            selection=Selection(scene=scene_of(script, line) or first, line=line),
            can_undo=self._kept_history.can_undo,
            can_redo=False,
        )
        self.rank()

    def _rules_alone(self) -> Planned:
        """How the crew works stays; what was asked and agreed for another script does not."""
        wishes = self.state.planned.wishes
        return Planned(PlanWishes(rules=wishes.rules, expected=wishes.expected))

    def _pitch_manners(self) -> PitchWishes:
        """How the bureau writes stays; whom it wrote to, of which places, does not."""
        wishes = self.state.pitch_wishes
        return PitchWishes(
            parts=wishes.parts, lang=wishes.lang, formats=wishes.formats, base=wishes.base
        )

    def close_script(self) -> None:
        """Back to the start page; the project facts stay."""
        self._give_up_wishes()
        for kind in ("rank", "take"):
            self.stop(kind)
        self._kept_history.clear()
        self.put(
            planned=self._rules_alone(),
            pitch_wishes=self._pitch_manners(),
            plan=None,
            script=None,
            preview=None,
            trial=None,
            name="",
            ranking=None,
            selection=Selection(),
            can_undo=False,
            can_redo=False,
        )


def is_draft(old: Script, new: Script, changes: DraftChanges | None) -> bool:
    """Whether ``new`` looks like another draft of ``old``: the same file name, or the scenes."""
    if changes is None:
        return False
    kept = changes.count(Fate.SAME) + changes.count(Fate.MOVED)
    few = min(len(old.scenes), len(new.scenes))
    return (bool(new.origin) and old.origin == new.origin) or kept > few * SAME_SHARE
