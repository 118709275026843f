"""Sets carried from one reading to another: merges, splits and names stay as they were decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from geo.model import Scene, Script, ScriptSet
from geo.script.breakdown.sets import PREFIX, place_key


def carry_sets(
    old: Script, new: Script, scenes: Sequence[Scene], ids: Mapping[str, str]
) -> tuple[ScriptSet, ...]:
    """The sets of ``scenes``, which are those of ``new`` under ``ids`` and some of ``old``.

    A scene whose place stayed keeps its set. Any other joins the set of those it was grouped with
    in ``new``, else the one of its place or name, else a new one. Emptied sets go; a scene that is
    omitted or has no place is in none.
    """
    places = {scene.id: place_key(scene.place) for scene in old.scenes}
    had = {scene_id: one.id for one in old.sets for scene_id in one.scenes}
    stayed = {
        scene.id: had[scene.id]
        for scene in scenes
        if scene.id in had and places[scene.id] == place_key(scene.place)
    }
    finder = _Finder(old, new, ids, stayed)
    members: dict[str, list[str]] = {one.id: [] for one in old.sets}
    for scene in scenes:
        if scene.omitted or not place_key(scene.place):
            continue
        members.setdefault(finder.home(scene), []).append(scene.id)
    names = {one.id: one.name for one in old.sets} | finder.names
    return tuple(
        ScriptSet(set_id, names[set_id], tuple(listed))
        for set_id, listed in members.items()
        if listed
    )


class _Finder:
    """Where a scene without a set of its own belongs."""

    def __init__(
        self, old: Script, new: Script, ids: Mapping[str, str], stayed: Mapping[str, str]
    ) -> None:
        self.stayed = stayed
        self.names: dict[str, str] = {}
        self._taken = {one.id for one in old.sets}
        self._fresh: dict[str, ScriptSet] = {}
        self._company: dict[str, str] = {}
        for one in new.sets:
            own = [ids[scene_id] for scene_id in one.scenes]
            self._fresh |= dict.fromkeys(own, one)
            company = Counter(stayed[scene_id] for scene_id in own if scene_id in stayed)
            if company:
                self._company[one.id] = company.most_common(1)[0][0]
        places = {scene.id: place_key(scene.place) for scene in old.scenes}
        self._by_place: dict[str, str] = {}
        for scene_id, set_id in stayed.items():
            self._by_place.setdefault(places[scene_id], set_id)
        for one in old.sets:
            self._by_place.setdefault(place_key(one.name), one.id)

    def home(self, scene: Scene) -> str:
        """The id of the set that ``scene`` belongs to; a new set is named on the way."""
        key = place_key(scene.place)
        fresh = self._fresh.get(scene.id)
        found = self.stayed.get(scene.id) or self._by_place.get(key)
        if found is None and fresh is not None:
            found = self._company.get(fresh.id) or self._by_place.get(place_key(fresh.name))
        if found is None:
            found = self._new(fresh.name if fresh else scene.place)
            if fresh is not None:
                self._company[fresh.id] = found
        self._by_place.setdefault(key, found)
        return found

    def _new(self, name: str) -> str:
        number = len(self._taken) + 1
        while f"{PREFIX}{number}" in self._taken:
            number += 1
        set_id = f"{PREFIX}{number}"
        self._taken.add(set_id)
        self.names[set_id] = name
        return set_id
