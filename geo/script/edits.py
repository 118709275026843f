"""Corrections by hand: each takes a script and gives a new one; undo is whoever kept the old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from geo.model import Scene, Script, ScriptSet
from geo.script.sets import regroup

# a scene thought up on the spot: half a page, about half a minute
HAND_EIGHTHS = 4
FIELDS = frozenset(field.name for field in fields(Scene)) - {"id"}


def _with_scenes(script: Script, scenes: Sequence[Scene]) -> Script:
    sets = regroup(script.scenes, scenes, script.sets)
    return replace(script, scenes=tuple(scenes), sets=sets)


def _check_fields(changes: dict[str, Any]) -> None:
    unknown = changes.keys() - FIELDS
    if unknown:
        raise TypeError(f"a scene has no {', '.join(sorted(unknown))}")


def _position(script: Script, scene_id: str) -> int:
    for index, scene in enumerate(script.scenes):
        if scene.id == scene_id:
            return index
    raise KeyError(scene_id)


def change_scene(script: Script, scene_id: str, **changes: Any) -> Script:  # noqa: ANN401 (any field)
    """``script`` with fields of one scene replaced; a new place may move it to another set.

    Raises KeyError when there is no such scene, TypeError when a scene has no such field.
    """
    _check_fields(changes)
    index = _position(script, scene_id)
    changed = replace(script.scenes[index], **changes)
    return _with_scenes(script, [*script.scenes[:index], changed, *script.scenes[index + 1 :]])


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
    """``script`` without one scene. Raises KeyError when there is no such scene."""
    index = _position(script, scene_id)
    return _with_scenes(script, [*script.scenes[:index], *script.scenes[index + 1 :]])


def merge_sets(script: Script, keep: str, merge: str) -> Script:
    """``script`` with the scenes of set ``merge`` moved into set ``keep``; ids of sets.

    Places stay as written. Raises KeyError when one of them does not exist or both are one.
    """
    by_id = {one.id: one for one in script.sets}
    if keep == merge:
        raise KeyError(merge)
    moved = {*by_id[keep].scenes, *by_id[merge].scenes}
    scenes = tuple(scene.id for scene in script.scenes if scene.id in moved)
    sets = tuple(
        ScriptSet(keep, one.name, scenes) if one.id == keep else one
        for one in script.sets
        if one.id != merge
    )
    return replace(script, sets=sets)


def rename(script: Script, title: str) -> Script:
    """``script`` under another title."""
    return replace(script, title=title)
