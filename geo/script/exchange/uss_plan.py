"""A shooting plan on the boards of a schedule: days as lists of strips, banners, a calendar.

The standard knows no clocks: where the company goes stands on banners, and how long a scene is
thought to take in its duration.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, TypeAlias

from geo.model import PlanBlock, PlanDay, Script, ShootPlan

Json: TypeAlias = dict[str, Any]
MINUTE_MS = 60_000
HOUR, DAY = 60, 1_440


@dataclass(frozen=True, slots=True)
class Banner:
    """A strip that is no scene."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class BoardDay:
    """One shooting day: ids of scenes, and banners between them."""

    date: date | None
    strips: tuple[str | Banner, ...]


def board_days(
    plan: ShootPlan,
    script: Script,
    site_names: Mapping[str, str],
    tell: Callable[[str, Mapping[str, str]], str],
) -> tuple[BoardDay, ...]:
    """The shooting days of ``plan``; a scene that takes several days stands on its first."""
    known = {scene.id for scene in script.played}
    placed: set[str] = set()
    days: list[BoardDay] = []
    for day in plan.days:
        if not day.blocks:
            continue
        strips: list[str | Banner] = []
        for at, (site, blocks) in enumerate(groupby(_in_order(day), lambda one: one.site_id)):
            here = list(blocks)
            clock = _clock(here[0].come)
            text = tell("uss_at_site", {"clock": clock, "site": site_names.get(site, site)})
            strips.append(Banner(f"day {day.day} at {at}", text))
            for block in here:
                new = [one for one in block.scenes if one in known and one not in placed]
                placed.update(new)
                strips += new
                if not new:
                    key = f"day {day.day} on {block.strip_id} {block.start}"
                    strips.append(Banner(key, tell("uss_goes_on", {"set": block.set_name})))
        days.append(BoardDay(day.date, tuple(strips)))
    return tuple(days)


def _in_order(day: PlanDay) -> list[PlanBlock]:
    return sorted(day.blocks, key=lambda one: one.start)


def _clock(minutes: int) -> str:
    """As call sheets write it: past midnight the hours go on."""
    return f"{minutes // HOUR:02d}:{minutes % HOUR:02d}"


def durations(plan: ShootPlan, script: Script) -> dict[str, int]:
    """Milliseconds that each scene is thought to take: its share of its strip, by length."""
    eighths = {scene.id: max(1, scene.length_eighths) for scene in script.played}
    found: dict[str, int] = {}
    for strip in plan.strips:
        scenes = [one for one in strip.scenes if one in eighths]
        whole = sum(eighths[one] for one in scenes)
        for one in scenes:
            found[one] = round(strip.minutes * MINUTE_MS * eighths[one] / whole)
    return found


def calendar_events(plan: ShootPlan) -> list[tuple[date, str, str | None]]:
    """(date, type, name) of the first shooting day and of the days between that are not shot."""
    shot = [day.date for day in plan.days if day.blocks and day.date is not None]
    if not shot:
        return []
    on_the_road = {day.date for day in plan.days if not day.blocks and day.moves}
    events: list[tuple[date, str, str | None]] = [(min(shot), "start", None)]
    free = min(shot) + timedelta(1)
    while free < max(shot):
        if free not in shot:
            events.append((free, "dayOff", "dayOff"))
            if free in on_the_road:
                events.append((free, "event", "travel"))
        free += timedelta(1)
    return events


def noon(day: date) -> datetime:
    """A moment that is the same day wherever the file is read."""
    return datetime.combine(day, time(12))
