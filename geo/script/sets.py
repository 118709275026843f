"""Sets (场景): scenes that play in one story place, kept stable while scenes are edited.

One set is one place name, width and traditional characters apart. A place written in parts
(沈家花园·水榭) belongs to the set of its first part as soon as two scenes name that part, alone or
in front; before that it is a set of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from geo.model import Scene, ScriptSet
from geo.script.fold import fold

PART = re.compile(r"\s*[·•・/、\s\-(（]\s*")
PREFIX = "set-"


def place_key(place: str) -> str:
    """What makes two place names the same."""
    return re.sub(r"\s+", " ", fold(place)).strip(" ()[]")


def _first_part(place: str) -> str:
    return PART.split(place.strip(), maxsplit=1)[0]


def _names(places: Iterable[str]) -> dict[str, str]:
    """The set name of each place, as first written."""
    listed = list(places)
    firsts = Counter(place_key(_first_part(place)) for place in listed)
    written: dict[str, str] = {}
    names: dict[str, str] = {}
    for place in listed:
        first = _first_part(place)
        shared = len(first) > 1 and firsts[place_key(first)] > 1
        name = first if shared else place.strip()
        names[place] = written.setdefault(place_key(name), name)
    return names


def group_sets(scenes: Sequence[Scene], known: Sequence[ScriptSet] = ()) -> tuple[ScriptSet, ...]:
    """Sets of ``scenes`` in order of appearance; scenes without a place are in none."""
    names = _names(scene.place for scene in scenes if place_key(scene.place))
    members: dict[str, list[str]] = {}
    for scene in scenes:
        if scene.place in names:
            members.setdefault(names[scene.place], []).append(scene.id)
    taken = {one.id for one in known}
    sets = []
    number = 0
    for name, ids in members.items():
        number += 1
        while f"{PREFIX}{number}" in taken:
            number += 1
        sets.append(ScriptSet(f"{PREFIX}{number}", name, tuple(ids)))
    return tuple(sets)


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
            by_place.setdefault(place_key(scene.place), home[scene.id])
    for one in sets:
        by_place.setdefault(place_key(one.name), one.id)
    members: dict[str, list[str]] = {one.id: [] for one in sets}
    homeless: list[Scene] = []
    for scene in scenes:
        key = place_key(scene.place)
        stayed = places.get(scene.id) == key and scene.id in home
        target = home[scene.id] if stayed else by_place.get(key)
        if target is not None:
            members[target].append(scene.id)
        elif key:
            homeless.append(scene)
    kept = [ScriptSet(one.id, one.name, tuple(members[one.id])) for one in sets if members[one.id]]
    return (*kept, *group_sets(homeless, known=sets))
