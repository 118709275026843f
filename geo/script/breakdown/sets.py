"""Sets (场景): where a crew stands, kept stable while scenes are edited.

One set is one full place: 沈府·正厅 and 沈府·柴房 are dressed separately and are two sets of one
location (``location_groups``). Ways of writing apart make no second set: width, traditional
characters, marks between the parts of a name, and an 内 or 里 behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from geo.model import Scene, ScriptSet
from geo.script.text.fold import fold
from geo.script.text.words import ROOMS, SAME_ROOM, words

PART = re.compile(r"\s*[·•・‧/、,\s\-(（]\s*")
JOINTS = re.compile(r"[·•・‧\s\-,()\[\]【】「」]+|的(?=.)")
INSIDE = re.compile(r"(?<=..)(?:之内|之中|里面|里边|内部|内|里|中)$")
# 内, 里 and 中 that belong to the word
WHOLE_WORDS = tuple(words("高中 初中 故里 邻里 城中 山中 水中 空中 海中 江中 林中 河中 湖中"))
PREFIX = "set-"
ALL_ROOMS = ROOMS.union(*SAME_ROOM)
SHORTEST_BUILDING = 2


@lru_cache(maxsize=4096)
def place_key(place: str) -> str:
    """What makes two place names the same."""
    key = JOINTS.sub("", fold(place).strip())
    return key if key.endswith(WHOLE_WORDS) else INSIDE.sub("", key)


def group_sets(scenes: Sequence[Scene], known: Sequence[ScriptSet] = ()) -> tuple[ScriptSet, ...]:
    """Sets of ``scenes`` in order of appearance; omitted ones and those without a place in none."""
    members: dict[str, list[Scene]] = {}
    for scene in scenes:
        key = place_key(scene.place)
        if key and not scene.omitted:
            members.setdefault(key, []).append(scene)
    taken = {one.id for one in known}
    sets = []
    number = 0
    for own in members.values():
        number += 1
        while f"{PREFIX}{number}" in taken:
            number += 1
        ids = tuple(scene.id for scene in own)
        sets.append(ScriptSet(f"{PREFIX}{number}", own[0].place.strip(), ids))
    return tuple(sets)


def free_set_id(sets: Iterable[ScriptSet]) -> str:
    """An id that none of ``sets`` bears, numbered from 1."""
    taken = {one.id for one in sets}
    number = 1
    while f"{PREFIX}{number}" in taken:
        number += 1
    return f"{PREFIX}{number}"


def location_groups(sets: Sequence[ScriptSet]) -> dict[str, str]:
    """The location that each set (by id) belongs to: 沈府 of 沈府·正厅 and of 沈府柴房.

    It is the first part of a name written in parts, or what stands before a room; else the whole.
    """
    return {one.id: _location(one.name) for one in sets}


def _location(name: str) -> str:
    first = PART.split(name.strip(), maxsplit=1)[0]
    if len(first) >= SHORTEST_BUILDING and first != name.strip():
        return first
    folded = fold(name.strip())
    rooms = (room for room in ALL_ROOMS if folded.endswith(room))
    room = max(rooms, key=len, default="")
    before = name.strip()[: len(folded) - len(room)]
    return before if len(before) >= SHORTEST_BUILDING else name.strip()


def regroup(
    before: Sequence[Scene], scenes: Sequence[Scene], sets: Sequence[ScriptSet]
) -> tuple[ScriptSet, ...]:
    """``sets`` after an edit: scenes whose place stayed keep their set, others find theirs.

    A moved scene joins the set of its new place's other scenes, or of that name, or a new one.
    """
    places = {scene.id: place_key(scene.place) for scene in before}
    home = {scene_id: one.id for one in sets for scene_id in one.scenes}
    by_place: dict[str, str] = {}
    for scene in before:
        if scene.id in home:
            by_place.setdefault(places[scene.id], home[scene.id])
    for one in sets:
        by_place.setdefault(place_key(one.name), one.id)
    members: dict[str, list[str]] = {one.id: [] for one in sets}
    homeless: list[Scene] = []
    for scene in scenes:
        key = "" if scene.omitted else place_key(scene.place)
        stayed = places.get(scene.id) == key and scene.id in home
        target = home[scene.id] if stayed else by_place.get(key) if key else None
        if target is not None:
            members[target].append(scene.id)
        elif key:
            homeless.append(scene)
    kept = [ScriptSet(one.id, one.name, tuple(members[one.id])) for one in sets if members[one.id]]
    return (*kept, *group_sets(homeless, known=sets))
