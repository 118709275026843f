"""Whose home a room is in: what other scenes of the same script say about it.

A script that shows 林晚家出租屋 once means the same by 林晚家卧室; one whose only home is 沈家别墅
means it by 卧室 alone; a room or a door that says nothing lies where the scene before it plays.
All of these are less sure than a word of the place itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from geo.model import Need, Scene
from geo.script.breakdown.place_names import take_apart
from geo.script.breakdown.sets import place_key
from geo.script.text.fold import fold
from geo.script.text.words import KIND_OF_HOME

HOMES = frozenset(
    {
        "apartment", "rented_room", "mansion_villa", "farmhouse_courtyard", "old_housing_estate",
        "mansion_ancient", "western_villa",
    }
)  # fmt: skip
BARE = frozenset({"家", "家中", "家里", "房间", "屋", "屋内", "屋里", "室", "家门口"})
OWNED, ONLY_HOME, LAST_HOME, BESIDE = 0.75, 0.6, 0.55, 0.45
DOUBTED = 0.5


class Homes:
    """The homes that the scenes of one script name outright."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._people: Collection[str] = {
            fold(name) for scene in scenes for name in scene.cast if len(name) > 1
        }
        self._by_owner: dict[str, Counter[tuple[str, str]]] = {}
        self._only: Counter[str] = Counter()
        self._words: dict[str, str] = {}
        for scene in scenes:
            code = named_home(scene)
            if code is None:
                continue
            owner = take_apart(scene.place, self._people).owner
            self._by_owner.setdefault(owner, Counter())[code, scene.place] += 1
            self._only[code] += 1
            self._words.setdefault(code, scene.place)

    def placed(self, scene: Scene, before: Scene | None) -> Scene:
        """``scene`` with its needs led by the home it is in, where that is known.

        ``before`` is the scene before it in the same episode.
        """
        if "needs" in scene.edited or named_home(scene) is not None:
            return scene
        found = self._home(scene, before)
        if found is None:
            return scene
        code, sure, because = found
        if scene.needs and scene.needs[0].scene_type not in HOMES and sure > BESIDE:
            return scene
        return replace(scene, needs=_led(scene.needs, Need(code, sure, because)))

    def _home(
        self, scene: Scene, before: Scene | None
    ) -> tuple[str, float, tuple[str, ...]] | None:
        name = take_apart(scene.place, self._people)
        room = not name.building or name.key in BARE
        if not name.key or not room:
            return None
        if name.owner:
            own = self._by_owner.get(name.owner)
            if own is None:
                return None
            (code, place), _ = own.most_common(1)[0]
            return code, OWNED, (place,)
        if scene.needs and scene.needs[0].scene_type in HOMES:
            if len(self._only) == 1:
                code = next(iter(self._only))
                return code, ONLY_HOME, (self._words[code],)
            last = named_home(before) if before is not None else None
            return (last, LAST_HOME, (before.place,)) if before and last else None
        sure = [need for need in before.needs if need.confidence >= DOUBTED] if before else []
        known = bool(scene.needs) and scene.needs[0].confidence >= DOUBTED
        if before is None or not sure or known:
            return None
        return sure[0].scene_type, BESIDE, (before.place,)


def named_home(scene: Scene) -> str | None:
    """The kind of home that the place of ``scene`` names by itself: 别墅, 出租屋, 沈府."""
    key = place_key(scene.place)
    if not scene.needs or not any(word in key for word in KIND_OF_HOME):
        return None
    code = scene.needs[0].scene_type
    return code if code in HOMES else None


def at_home(scenes: Sequence[Scene]) -> list[Scene]:
    """``scenes`` with rooms put into the homes of their owners."""
    homes = Homes(scenes)
    placed: list[Scene] = []
    for scene in scenes:
        before = placed[-1] if placed and placed[-1].episode == scene.episode else None
        placed.append(homes.placed(scene, before))
    return placed


def _led(needs: Sequence[Need], first: Need) -> tuple[Need, ...]:
    """``needs`` behind ``first``, each no surer than it."""
    rest = (
        replace(need, confidence=round(min(need.confidence, first.confidence - 0.1), 2))
        for need in needs
        if need.scene_type != first.scene_type
    )
    return (first, *rest)
