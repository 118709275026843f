"""Corrections: scenes, sets, project facts and weights, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Unpack

from geo.errors import KnownError
from geo.model import FactValue, ProjectFacts, Script, Weights
from gui.session.api import SceneFields
from gui.session.history import Snapshot
from gui.session.reading import Reading


class Editing(Reading):
    """Edits of what the user said or we misread. They act on ``State.shown``."""

    def change_scene(self, scene_id: str, **changes: Unpack[SceneFields]) -> None:
        """Correct fields of a scene; a new place is read again for what it needs."""
        self._edit(lambda script: self._changed(script, scene_id, changes))

    def _changed(self, script: Script, scene_id: str, changes: SceneFields) -> Script:
        words = self.state.vocabulary
        return self._actions.change_scene(script, scene_id, vocabulary=words, **changes)

    def add_scene(self, **values: Unpack[SceneFields]) -> None:
        """Add a scene by hand and point at it."""
        before = self.state.shown
        self._edit(lambda script: self._actions.add_scene(script, **values))
        after = self.state.shown
        if after is not None and after is not before:
            known = {scene.id for scene in before.scenes} if before is not None else set()
            new = [scene.id for scene in after.scenes if scene.id not in known]
            if new:
                self.select(scene=new[-1])

    def remove_scene(self, scene_id: str) -> None:
        """Take a scene out."""
        if self.state.selection.scene == scene_id:
            self.unselect("scene")
        self._edit(lambda script: self._actions.remove_scene(script, scene_id))

    def merge_sets(self, keep: str, *merge: str) -> None:
        """Make one set of several; one undo parts them all again."""
        self._edit(lambda script: self._merged(script, keep, merge))

    def _merged(self, script: Script, keep: str, merge: Sequence[str]) -> Script:
        for one in merge:
            script = self._actions.merge_sets(script, keep, one)
        return script

    def rename_set(self, set_id: str, name: str) -> None:
        """Call a set otherwise; places stay as written."""
        self._edit(lambda script: self._actions.rename_set(script, set_id, name), rank=False)

    def split_set(self, set_id: str, scenes: Sequence[str]) -> None:
        """Take scenes (ids) out of a set into one of their own."""
        self._edit(lambda script: self._actions.split_set(script, set_id, scenes))

    def settle(self, key: str) -> None:
        """A question (``code|words``) is answered: its warnings go and are not raised again."""
        self._edit(lambda script: self._actions.settle(script, key), rank=False)

    def lock_numbers(self) -> None:
        """Scene numbers stay as they are from draft to draft."""
        self._edit(self._actions.lock_numbers, rank=False)

    def unlock_numbers(self) -> None:
        """Scene numbers may move again."""
        self._edit(self._actions.unlock_numbers, rank=False)

    def accept_warning(self, index: int) -> None:
        """A warning was looked at and is right as it stands: no later reading asks again."""
        self._edit(lambda script: self._answered(script, index), rank=False)

    def _answered(self, script: Script, index: int) -> Script:
        """``script`` without a warning; the answer is remembered where it asked something."""
        key = self._actions.question_key(script.warnings[index], script)
        return self._actions.settle(script, key) if key else _without_warning(script, index)

    def answer_warning(self, index: int, scene_id: str, **changes: Unpack[SceneFields]) -> None:
        """Put a scene right where a warning asked for it; both go back with one undo."""
        self._edit(lambda script: self._changed(self._answered(script, index), scene_id, changes))

    def refuse_scene(self, index: int, scene_id: str) -> None:
        """A warning asked whether this is a scene, and it is not."""
        self._edit(
            lambda script: _without_warning(self._actions.remove_scene(script, scene_id), index)
        )

    def _edit(self, change: Callable[[Script], Script], *, rank: bool = True) -> None:
        script = self.state.shown or Script(title=self.state.name, scenes=())
        self.forget_notes("edit")
        try:
            edited = change(script)
        except KnownError as error:
            self.tell_error("edit", error)
            return
        if edited is not script:
            self._show_edited(edited, rank=rank)

    def set_fact(self, key: str, value: FactValue | None) -> None:
        """Say a project fact, or with None that nobody knows it."""
        self.set_facts({key: value})

    def set_facts(self, said: Mapping[str, FactValue | None]) -> None:
        """Say several project facts at once; None takes a fact back."""
        values = dict(self.state.facts.values)
        for key, value in said.items():
            if value is None:
                values.pop(key, None)
            else:
                values[key] = value
        if values == dict(self.state.facts.values):
            return
        self._history.note(self._snapshot(), "fact:" + ",".join(sorted(said)))
        self.put(facts=ProjectFacts(values), can_undo=True, can_redo=False)
        self.rank()

    def set_weights(self, weights: Weights) -> None:
        """Weigh otherwise: the list re-orders at once, while the slider moves."""
        # a signal that carries a dict turns its keys into plain text
        weights = {str(one): float(share) for one, share in weights.items()}
        if weights == dict(self.state.weights):
            return
        self._history.note(self._snapshot(), "weights")
        self._weigh(weights, can_undo=True, can_redo=False)

    def _weigh(self, weights: Weights, **parts: Any) -> None:  # noqa: ANN401 (any part of the state)
        ranking = self.state.ranking
        if ranking is not None:
            ranking = self._actions.reweight(ranking, weights)
        self.put(weights=weights, ranking=ranking, **parts)

    def undo(self) -> None:
        """Take the last edit back; a re-tag under way is given up."""
        if self._take_back_wish():
            return
        if self._history.can_undo:
            self._go_to(self._history.undo(self._snapshot()))

    def redo(self) -> None:
        """Bring back what was undone."""
        if self._history.can_redo:
            self._go_to(self._history.redo(self._snapshot()))

    def _go_to(self, snapshot: Snapshot) -> None:
        """Make ``snapshot`` the present; only weights need no new pricing."""
        now = self._snapshot()
        preview, history = snapshot.preview, self._kept_history
        if preview is not None and snapshot.trail is not None:
            self._trail = history = snapshot.trail
        self._weigh(
            snapshot.weights,
            name=snapshot.name,
            script=snapshot.script,
            preview=preview,
            trial=None,
            facts=snapshot.facts,
            evidence=snapshot.evidence,
            wishes=snapshot.wishes,
            planned=snapshot.planned,
            pitch_wishes=snapshot.pitch_wishes,
            selection=self._pointed(snapshot.script if preview is None else preview.script),
            can_undo=history.can_undo,
            can_redo=history.can_redo,
        )
        told = snapshot.facts, snapshot.wishes
        if snapshot.script is not now.script or told != (now.facts, now.wishes):
            self.rank()


def _without_warning(script: Script, index: int) -> Script:
    kept = tuple(one for at, one in enumerate(script.warnings) if at != index)
    return replace(script, warnings=kept)
