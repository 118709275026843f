"""What was decided on one reading carried over to another: ids, fields, sets, answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from geo.model import Scene, Script, ScriptLine
from geo.script.drafts.carried_sets import carry_sets
from geo.script.questions import open_questions, point

One = TypeVar("One")

# read from the place: they follow a place decided by hand
OF_PLACE = ("needs", "era")
# what a scene that is not played does not have
CLEARED: Mapping[str, Any] = {
    "cast": (), "needs": (), "culture": (), "flags": (), "details": (), "screen": None
}  # fmt: skip
TO_CHECK = "decision_to_check"


def carry(
    old: Script,
    new: Script,
    pairs: Mapping[str, str],
    steady: Collection[str],
    staying: Sequence[Scene] = (),
) -> Script:
    """``new`` with everything decided on ``old``; ``pairs`` gives the old id of a new one.

    ``staying`` are scenes of ``old`` that ``new`` does not have: each stands behind the one of
    ``steady`` (old ids whose place in the order is to be trusted) that it stood behind. Draft
    number, lock and title are those of ``old``.
    """
    ids = _ids(old, new, pairs)
    before = {scene.id: scene for scene in old.scenes}
    carried = [
        _carried(before[ids[scene.id]], scene) if scene.id in pairs else _named(scene, ids)
        for scene in new.scenes
    ]
    scenes = interleave(
        [scene.id for scene in old.scenes], steady, carried, staying, lambda scene: scene.id
    )
    sets = carry_sets(old, new, scenes, ids)
    kept = {scene.id for scene in scenes}
    checks = [one for one in old.warnings if one.code == TO_CHECK and one.values["scene"] in kept]
    settled = tuple(dict.fromkeys((*old.settled, *new.settled)))
    script = replace(
        new,
        title=old.title or new.title,
        scenes=scenes,
        sets=sets,
        lines=_lines(new.lines, ids),
        draft=old.draft,
        locked=old.locked,
        settled=settled,
    )
    pointed = point(new.warnings, ids, _set_ids(new, script, ids))
    warnings = sorted((*pointed, *checks), key=lambda warning: warning.line)
    return replace(script, warnings=open_questions(script, warnings))


def interleave(
    order: Iterable[str],
    steady: Collection[str],
    kept: Sequence[One],
    gone: Sequence[One],
    old_id: Callable[[One], str],
) -> tuple[One, ...]:
    """``kept`` with each of ``gone`` behind the steady one before it in the old ``order``."""
    if not gone:
        return tuple(kept)
    own = {old_id(one): one for one in gone}
    behind: dict[str, list[One]] = {}
    anchor = ""
    for scene_id in order:
        if scene_id in own:
            behind.setdefault(anchor, []).append(own[scene_id])
        elif scene_id in steady:
            anchor = scene_id
    placed = behind.pop("", [])
    for one in kept:
        placed += [one, *behind.pop(old_id(one), ())]
    return tuple(placed)


def put_aside(scene: Scene) -> Scene:
    """``scene`` as omitted: its number and heading stay, it asks for nothing and costs nothing."""
    return replace(
        scene,
        omitted=True,
        length_eighths=0,
        edited=tuple(name for name in scene.edited if name not in (*CLEARED, "length_eighths")),
        **CLEARED,
    )


def _carried(was: Scene, now: Scene) -> Scene:
    if now.omitted:
        return replace(
            put_aside(was),
            episode=now.episode,
            number=now.number,
            suffix=now.suffix,
            line=now.line,
            heading=now.heading,
        )
    names = set(was.edited)
    if "place" in names:
        names.update(OF_PLACE)
    decided = {name: getattr(was, name) for name in names}
    return replace(now, **{**decided, "id": was.id, "edited": was.edited})


def _named(scene: Scene, ids: Mapping[str, str]) -> Scene:
    return replace(scene, id=ids[scene.id])


def _ids(old: Script, new: Script, pairs: Mapping[str, str]) -> dict[str, str]:
    """The id of each new scene: that of its old one, else its own or the next free one."""
    taken = {scene.id for scene in old.scenes}
    ids: dict[str, str] = {}
    free = len(new.scenes)
    for scene in new.scenes:
        wanted = pairs.get(scene.id)
        if wanted is None:
            wanted = scene.id
            while wanted in taken:
                free += 1
                wanted = f"s{free}"
            taken.add(wanted)
        ids[scene.id] = wanted
    return ids


def _lines(lines: Sequence[ScriptLine], ids: Mapping[str, str]) -> tuple[ScriptLine, ...]:
    if all(own == other for own, other in ids.items()):
        return tuple(lines)
    return tuple(replace(line, scene=ids.get(line.scene, line.scene)) for line in lines)


def _set_ids(new: Script, script: Script, ids: Mapping[str, str]) -> dict[str, str]:
    """The set of ``script`` that each set of ``new`` has become: where its first scene is now."""
    home = {scene_id: one.id for one in script.sets for scene_id in one.scenes}
    return {
        one.id: home[ids[scene_id]]
        for one in new.sets
        for scene_id in one.scenes[:1]
        if ids[scene_id] in home
    }
