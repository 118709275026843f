"""Tag: what lines are, said by hand; the rest is read again, in a task, and can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from geo.errors import KnownError
from geo.model import DraftChanges, Script, Tag
from geo.progress import Job, Step
from gui.session.api import Actions
from gui.session.core import as_job
from gui.session.opening import Opening
from gui.session.state import Selection, Trial

if TYPE_CHECKING:
    from geo.actions import Workspace


@dataclass(frozen=True, slots=True)
class _Again:
    """A wish to read the lines again: tags said by hand, a place word learned on the way."""

    tags: Mapping[int, Tag] = field(default_factory=dict)
    remember: bool = False
    learn: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What came of it."""

    script: Script
    changes: DraftChanges | None
    ws: Workspace


def compare(actions: Actions, present: Script | None, script: Script) -> DraftChanges | None:
    """What became of the scenes of ``present``; None when there are none to compare with."""
    if present is None or not present.scenes:
        return None
    return actions.compare_drafts(present, script)


def _read_again(
    actions: Actions, ws: Workspace, script: Script, wish: _Again, present: Script | None
) -> Job[Read]:
    if wish.learn is not None:
        yield Step("learn")
        ws = actions.learn_place(ws, *wish.learn)
    script = yield from actions.retag(ws, script, wish.tags, remember=wish.remember)
    yield Step("compare")
    return Read(script, compare(actions, present, script), ws)


class Tagging(Opening):
    """Tags of lines, and how an edit is kept. All of it is about ``State.shown``."""

    _wishes: tuple[_Again, ...] = ()
    _under_way: _Again | None = None

    def lines_like(self, number: int) -> tuple[int, ...]:
        """Numbers of the other lines of the same shape and tag; at once."""
        shown = self.state.shown
        return () if shown is None else self._actions.lines_like(shown, number)

    def retag(self, numbers: Iterable[int], tag: Tag, *, remember: bool = False) -> None:
        """Say what these lines are; the rest follows, in a task (kind ``retag``), as one undo step.

        ``remember``: files of the same style are read so from now on. Asked twice in a row, both
        are done, one after the other.
        """
        self._wish(_Again(dict.fromkeys(numbers, tag), remember))

    def learn_place(self, word: str, code: str) -> None:
        """``word`` is a place of scene type ``code`` from now on; what is shown is read again.

        Undo brings the scenes back; the word stays in the user's own vocabulary.
        """
        self._wish(_Again(learn=(word, code)))

    def try_retag(self, numbers: Iterable[int], tag: Tag) -> None:
        """Find out what a re-tag would do, without doing it: answered by ``State.trial``."""
        script = self.state.shown
        if self._ws is None or script is None:
            return
        tags = dict.fromkeys(numbers, tag)
        count = len(script.played)

        def done(tried: Script) -> None:
            if self.state.shown is script:
                self.put(trial=Trial(tuple(tags), tag, len(tried.played) - count))

        self.forget_trial()
        self.ask("trial", self._actions.retag(self._ws, script, tags), done)

    def forget_trial(self) -> None:
        """Nobody is waiting for ``State.trial`` any more."""
        self.stop("trial")
        if self.state.trial is not None:
            self.put(trial=None)

    def _wish(self, wish: _Again) -> None:
        self.forget_notes("retag")
        self._wishes = (*self._wishes, wish)
        self._grant()

    def _grant(self) -> None:
        """Start the next reading, unless one is under way."""
        script = self.state.shown
        if self._under_way is not None or not self._wishes or self._ws is None or script is None:
            return
        self.forget_trial()
        wish, *later = self._wishes
        self._under_way, self._wishes = wish, tuple(later)
        present = self.state.script if self.state.preview is not None else None
        job = _read_again(self._actions, self._ws, script, wish, present)
        self.ask("retag", job, partial(self._take_again, script, wish), failed=self._not_granted)

    def _not_granted(self, _error: KnownError) -> None:
        self._under_way = None
        self._grant()

    def _take_again(self, before: Script, wish: _Again, read: Read) -> None:
        self._under_way = None
        if read.ws is not self._ws:
            self._ws = read.ws
            self.put(vocabulary=read.ws.vocabulary)
        if self.state.shown is not before:
            # something was put right in the meantime: read on top of that; the word is learned
            self._wishes = (replace(wish, learn=None), *self._wishes)
        else:
            self._show_edited(read.script, changes=read.changes)
        self._grant()

    def _take_back_wish(self) -> bool:
        """Give up the reading asked for last, if it has not been granted yet."""
        if self._wishes:
            self._wishes = self._wishes[:-1]
            return True
        if self._under_way is not None:
            self.stop("retag")
            return True
        return False

    def _give_up_wishes(self) -> None:
        self.stop("retag")
        self.stop("trial")

    def stop(self, kind: str) -> None:
        """Give up the current request of ``kind``; what is shown stays."""
        if kind == "retag":
            self._wishes, self._under_way = (), None
        super().stop(kind)

    def _show_edited(
        self, script: Script, *, rank: bool = True, changes: DraftChanges | None = None
    ) -> None:
        """An edit of what is shown, as one step that can be undone."""
        before = self._snapshot()
        self._history.note(before)
        if before.preview is not None:
            preview = replace(before.preview, script=script)
            if changes is not None:
                preview = replace(preview, changes=changes)
            self.put(
                preview=preview,
                trial=None,
                selection=self._pointed(script),
                can_undo=True,
                can_redo=False,
            )
            if changes is None and preview.changes is not None:
                self._compare_later(script)
            return
        selection = self._pointed(script)
        self.put(script=script, trial=None, selection=selection, can_undo=True, can_redo=False)
        if rank:
            self.rank()

    def _pointed(self, script: Script | None) -> Selection:
        """The selection in ``script``: the scene of the line pointed at, else the same, else one.

        Nothing pointed at stays nothing.
        """
        selection = self.state.selection
        scenes = [scene.id for scene in script.scenes] if script is not None else []
        scene = scene_of(script, selection.line) or selection.scene
        if scene not in scenes:
            scene = scenes[0] if scenes and selection.scene is not None else None
        return selection if scene == selection.scene else replace(selection, scene=scene)

    def _compare_later(self, script: Script) -> None:
        """The preview was put right by hand: compare it with the present script again."""
        present = self.state.script

        def done(changes: DraftChanges | None) -> None:
            preview = self.state.preview
            if preview is not None and preview.script is script:
                self.put(preview=replace(preview, changes=changes))

        work = partial(compare, self._actions, present, script)
        self.ask("compare", as_job("compare", work), done)


def scene_of(script: Script | None, number: int | None) -> str:
    """The scene that line ``number`` belongs to, empty for none."""
    lines = script.lines if script is not None and number is not None else ()
    return next((line.scene for line in lines if line.number == number), "")
