"""What can be undone: snapshots of script, facts, weights, wishes and evidence."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from geo.model import Evidence, Planned, ProjectFacts, Script, Weights, Wishes
from geo.model.pitch import PitchWishes
from gui.session.state import Preview

MERGE_WITHIN_S = 1.0
DEPTH = 200


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The part of the state that edits change; ``trail`` is the history within the preview."""

    script: Script | None
    facts: ProjectFacts
    weights: Weights
    name: str = ""
    preview: Preview | None = None
    trail: History | None = None
    evidence: Evidence = field(default_factory=Evidence)
    wishes: Wishes = field(default_factory=Wishes)
    planned: Planned = field(default_factory=Planned)
    pitch_wishes: PitchWishes = field(default_factory=PitchWishes)


@dataclass
class History:
    """Two stacks. Edits of one kind in quick succession (a slider on its way) count as one."""

    clock: Callable[[], float] = time.monotonic
    _past: list[Snapshot] = field(default_factory=list)
    _future: list[Snapshot] = field(default_factory=list)
    _last: tuple[str, float] = ("", float("-inf"))

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier snapshot."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something undone can come back."""
        return bool(self._future)

    def note(self, before: Snapshot, merge: str = "") -> None:
        """Keep ``before``, the state ahead of an edit; equal ``merge`` words run together."""
        now = self.clock()
        kind, when = self._last
        self._last = (merge, now)
        self._future.clear()
        if merge and merge == kind and now - when < MERGE_WITHIN_S and self._past:
            return
        self._past.append(before)
        del self._past[:-DEPTH]

    def undo(self, present: Snapshot) -> Snapshot:
        """Step back; ``present`` can be redone. Raises IndexError when there is nothing."""
        before = self._past.pop()
        self._future.append(present)
        self._last = ("", float("-inf"))
        return before

    def redo(self, present: Snapshot) -> Snapshot:
        """Step forward again. Raises IndexError when there is nothing."""
        after = self._future.pop()
        self._past.append(present)
        return after

    def clear(self) -> None:
        """Forget everything: another project was opened."""
        self._past.clear()
        self._future.clear()
        self._last = ("", float("-inf"))
