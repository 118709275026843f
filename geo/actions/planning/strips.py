"""Scenes as strips: work of one set in one light, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.actions.planning.rules import PlanRules
from geo.model import DayPart, IntExt, ProjectFacts, Scene, Script, ScriptSet, Strip, StripKind

PAGES = "pages"
"""The detail of a scene whose length the script states."""

_OUTSIDE = {
    DayPart.NIGHT: StripKind.EXT_NIGHT,
    DayPart.DAWN: StripKind.DAWN,
    DayPart.DUSK: StripKind.DUSK,
}


@dataclass(frozen=True, slots=True)
class Work:
    """The strips of a script in the order of its sets, and minutes by scene.

    ``told``: the days of the project give the minutes; else the published pace does, whose low and
    high end are ``pace`` (scenes a day).
    """

    sets: tuple[ScriptSet, ...]
    strips: tuple[Strip, ...]
    minutes: Mapping[str, int]
    told: int | None
    pace: tuple[float, float]

    def of_set(self, set_id: str) -> tuple[Strip, ...]:
        """The strips of a set."""
        return tuple(strip for strip in self.strips if strip.set_id == set_id)


def kind_of(scene: Scene) -> StripKind:
    """In which light a scene is shot; outside only where nothing of it plays inside."""
    if scene.int_ext is IntExt.EXT:
        return _OUTSIDE.get(scene.time or DayPart.DAY, StripKind.EXT_DAY)
    inside_dark = scene.time is DayPart.NIGHT
    if scene.int_ext is IntExt.BOTH:
        # what is seen of the outside decides the light
        return StripKind.EXT_NIGHT if inside_dark else StripKind.EXT_DAY
    return StripKind.INT_NIGHT if inside_dark else StripKind.INT_DAY


def all_sets(script: Script) -> tuple[ScriptSet, ...]:
    """The sets with played scenes; a scene that is in no set is one of its own."""
    played = {scene.id: scene for scene in script.played}
    sets = [
        ScriptSet(one.id, one.name, tuple(scene for scene in one.scenes if scene in played))
        for one in script.sets
    ]
    known = {scene for one in sets for scene in one.scenes}
    alone = [
        ScriptSet(f"scene-{scene.id}", scene.place or scene.label, (scene.id,))
        for scene in script.played
        if scene.id not in known
    ]
    return tuple(one for one in (*sets, *alone) if one.scenes)


def make_work(
    script: Script, facts: ProjectFacts, rules: PlanRules, pace: tuple[float, float, float]
) -> Work:
    """Make the strips; ``pace`` is low, mid and high of the published scenes a day."""
    sets, played = all_sets(script), {scene.id: scene for scene in script.played}
    told = facts.get("shoot.days")
    days = int(told) if isinstance(told, int | float) and told >= 1 else None
    minutes = scene_minutes(tuple(played.values()), days, rules, pace[1])
    strips = tuple(strip for one in sets for strip in _strips_of(one, played, minutes))
    return Work(sets, strips, minutes, days, (pace[0], pace[2]))


def scene_minutes(
    scenes: Sequence[Scene], days: int | None, rules: PlanRules, pace: float
) -> dict[str, int]:
    """Minutes of work by scene: from the days told, else from the pace.

    Shared out by eighths of a page where the script states them for every scene, else evenly.
    """
    if not scenes:
        return {}
    if days is not None:
        total = days * rules["day_minutes"] * rules["told_share"]
    else:
        total = len(scenes) * (rules["day_minutes"] - rules["setup"]) / pace
    stated = all(any(kind == PAGES for kind, _ in scene.details) for scene in scenes)
    weights = [max(1, scene.length_eighths) if stated else 1 for scene in scenes]
    share = total / sum(weights)
    return {
        scene.id: max(5, round(share * weight))
        for scene, weight in zip(scenes, weights, strict=True)
    }


def _strips_of(
    one: ScriptSet, played: Mapping[str, Scene], minutes: Mapping[str, int]
) -> list[Strip]:
    """The strips of a set, by the light that comes first in the script."""
    by_kind: dict[StripKind, list[Scene]] = {}
    for scene_id in one.scenes:
        by_kind.setdefault(kind_of(played[scene_id]), []).append(played[scene_id])
    return [
        Strip(
            f"{one.id}.{kind.value}",
            one.id,
            kind,
            tuple(scene.id for scene in scenes),
            sum(minutes[scene.id] for scene in scenes),
            tuple(dict.fromkeys(name for scene in scenes for name in scene.cast)),
        )
        for kind, scenes in by_kind.items()
    ]
