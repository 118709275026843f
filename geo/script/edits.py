"""Corrections by hand: each takes a script and gives a new one; undo is whoever kept the old."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from typing import Any

from geo.model import Scene, Script, ScriptSet, Tag, Vocabulary
from geo.script.breakdown.rereading import reread
from geo.script.breakdown.sets import free_set_id, place_key, regroup
from geo.script.questions import open_questions, point, question_key

# a scene thought up on the spot: half a page, about half a minute
HAND_EIGHTHS = 4
FIELDS = frozenset(field.name for field in fields(Scene)) - {"id"}
# what is kept about a scene, not said of it
BOOKKEEPING = frozenset({"edited", "by_hand", "line", "heading", "omitted", "suffix"})


def _with_scenes(script: Script, scenes: Sequence[Scene]) -> Script:
    ids = {scene.id for scene in scenes}
    sets = regroup(script.scenes, scenes, script.sets)
    kept = {one.id for one in sets}
    warnings = point(script.warnings, {}, {set_id: set_id for set_id in kept})
    edited = replace(script, scenes=tuple(scenes), sets=sets)
    about = [one for one in warnings if one.values.get("scene", "") in {"", *ids}]
    return replace(edited, warnings=open_questions(edited, about))


def _check_fields(changes: Collection[str]) -> None:
    unknown = set(changes) - FIELDS
    if unknown:
        raise TypeError(f"a scene has no {', '.join(sorted(unknown))}")


def _position(script: Script, scene_id: str) -> int:
    for index, scene in enumerate(script.scenes):
        if scene.id == scene_id:
            return index
    raise KeyError(scene_id)


def change_scene(
    script: Script,
    scene_id: str,
    vocabulary: Vocabulary | None = None,
    **changes: Any,  # noqa: ANN401 (any field)
) -> Script:
    """``script`` with fields of one scene replaced; a new place may move it to another set.

    The fields are noted in ``Scene.edited``. With a ``vocabulary`` a new place is read for era,
    needs and flags, a new time or cast for flags, each unless decided by hand. Raises KeyError when
    there is no such scene, TypeError when a scene has no such field.
    """
    _check_fields(changes)
    index = _position(script, scene_id)
    before = script.scenes[index]
    decided = (*before.edited, *(name for name in changes if name not in BOOKKEEPING))
    scene = replace(before, **{"edited": tuple(dict.fromkeys(decided)), **changes})
    if vocabulary is not None:
        scene = reread(script, before, scene, vocabulary)
    return _with_scenes(script, [*script.scenes[:index], scene, *script.scenes[index + 1 :]])


def _free_id(script: Script, episode: int | None, number: int) -> str:
    taken = {scene.id for scene in script.scenes}
    wanted = f"s{number}" if episode is None else f"{episode}-{number}"
    free = len(taken) + 1
    while wanted in taken:
        wanted = f"s{free}"
        free += 1
    return wanted


def _next_number(script: Script, episode: int | None) -> int:
    numbers = [scene.number or 0 for scene in script.scenes if scene.episode == episode]
    return max(numbers, default=0) + 1


def _place_in_order(script: Script, episode: int | None) -> int:
    """After the last scene of its episode, else of an earlier one, else at the end."""
    if episode is None:
        return len(script.scenes)
    for index in range(len(script.scenes), 0, -1):
        before = script.scenes[index - 1].episode
        if before is None or before <= episode:
            return index
    return 0 if script.scenes else len(script.scenes)


def add_scene(script: Script | None, **values: Any) -> Script:  # noqa: ANN401 (any field)
    """``script``, or a new one, with a scene made by hand after the others of its episode.

    Without a number it takes the next of its episode. Raises TypeError for an unknown field.
    """
    _check_fields(values)
    script = script or Script(title="", scenes=())
    episode = values.get("episode")
    number = values.get("number")
    if number is None:
        number = _next_number(script, episode)
    values = {"place": "", "length_eighths": HAND_EIGHTHS, **values}
    scene = Scene(
        id=_free_id(script, episode, number),
        **{"int_ext": None, "time": None, **values, "episode": episode, "number": number},
    )
    scene = replace(scene, by_hand=True)
    at = _place_in_order(script, episode)
    return _with_scenes(script, [*script.scenes[:at], scene, *script.scenes[at:]])


def remove_scene(script: Script, scene_id: str) -> Script:
    """``script`` without one scene; its lines are left out by hand, and belong to no scene.

    Raises KeyError when there is no such scene.
    """
    index = _position(script, scene_id)
    lines = tuple(
        replace(line, tag=Tag.SKIP, scene="", by_hand=True) if line.scene == scene_id else line
        for line in script.lines
    )
    scenes = [*script.scenes[:index], *script.scenes[index + 1 :]]
    return _with_scenes(replace(script, lines=lines), scenes)


def merge_sets(script: Script, keep: str, merge: str) -> Script:
    """``script`` with the scenes of set ``merge`` moved into set ``keep``; ids of sets.

    Places stay as written. Raises KeyError when one of them does not exist or both are one.
    """
    by_id = {one.id: one for one in script.sets}
    if keep == merge:
        raise KeyError(merge)
    moved = {*by_id[keep].scenes, *by_id[merge].scenes}
    sets = tuple(
        replace(one, scenes=_in_order(script, moved)) if one.id == keep else one
        for one in script.sets
        if one.id != merge
    )
    now = {one.id: one.id for one in sets} | {merge: keep}
    return replace(script, sets=sets, warnings=tuple(point(script.warnings, {}, now)))


def split_set(script: Script, set_id: str, scenes: Collection[str]) -> Script:
    """``script`` with ``scenes`` (ids) of a set taken into a new set that follows it.

    The new set bears the name of their place, with a number where that name is taken. Taking all
    scenes out changes nothing. Raises KeyError when there is no such set, or one of the scenes is
    not in it, or none is named.
    """
    whole = next((one for one in script.sets if one.id == set_id), None)
    taken = set(scenes)
    if whole is None or not taken or not taken <= set(whole.scenes):
        raise KeyError(set_id)
    if len(taken) == len(whole.scenes):
        return script
    apart = ScriptSet(free_set_id(script.sets), _free_name(script, taken), _in_order(script, taken))
    rest = replace(whole, scenes=_in_order(script, set(whole.scenes) - taken))
    at = script.sets.index(whole)
    return replace(script, sets=(*script.sets[:at], rest, apart, *script.sets[at + 1 :]))


def rename_set(script: Script, set_id: str, name: str) -> Script:
    """``script`` with a set under another name; places stay as written.

    Raises KeyError when there is no such set, ValueError for an empty name.
    """
    called = name.strip()
    if not called:
        raise ValueError(name)
    if all(one.id != set_id for one in script.sets):
        raise KeyError(set_id)
    sets = tuple(
        replace(one, name=called) if one.id == set_id and one.name != called else one
        for one in script.sets
    )
    return script if sets == script.sets else replace(script, sets=sets)


def settle(script: Script, key: str) -> Script:
    """``script`` with a question answered: its warnings go, and no later reading asks again."""
    warnings = tuple(one for one in script.warnings if question_key(one, script) != key)
    settled = tuple(dict.fromkeys((*script.settled, key)))
    return replace(script, warnings=warnings, settled=settled)


def _in_order(script: Script, ids: Collection[str]) -> tuple[str, ...]:
    return tuple(scene.id for scene in script.scenes if scene.id in ids)


def _free_name(script: Script, scenes: Collection[str]) -> str:
    place = next(scene.place for scene in script.scenes if scene.id in scenes).strip()
    names = {place_key(one.name) for one in script.sets}
    name, number = place, 2
    while place_key(name) in names:
        name = f"{place} {number}"
        number += 1
    return name


def rename(script: Script, title: str) -> Script:
    """``script`` under another title."""
    return replace(script, title=title)
