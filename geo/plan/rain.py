"""Rain cover (雨备): which work under a roof can take the place of work in the open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.model import PlanBlock, PlanDay, StripKind
from geo.plan.ground import Ground, Spot
from geo.plan.shift import date_of, road

ROOFED = frozenset((StripKind.INT_DAY, StripKind.INT_NIGHT))


def rain_cover(ground: Ground, days: Sequence[PlanDay]) -> dict[tuple[int, str], str]:
    """The strip to shoot when it rains, by day and strip of all work in the open; "" where none is.

    Work under a roof covers when it is planned for later, its site lies in the same city and can be
    used that day, and there is time left after the way there and setting up. What fills the time
    longest is best, of equals what is planned soonest.
    """
    inside = [(day.day, block) for day in days for block in day.blocks if block.kind in ROOFED]
    planned: dict[str, int] = {}
    for _, block in inside:
        planned[block.strip_id] = planned.get(block.strip_id, 0) + block.end - block.start
    found: dict[tuple[int, str], str] = {}
    for day in days:
        for at, block in enumerate(day.blocks):
            if block.kind in ROOFED:
                planned[block.strip_id] -= block.end - block.start
                continue
            later = [
                one
                for number, one in inside
                if number > day.day or (number == day.day and one.start > block.start)
            ]
            found[day.day, block.strip_id] = _best(ground, day, at, later, planned)
    return found


def _best(
    ground: Ground,
    day: PlanDay,
    at: int,
    later: Sequence[PlanBlock],
    planned: Mapping[str, int],
) -> str:
    """Of the work planned for ``later`` what fills the time of a block longest."""
    best, chosen = 0, ""
    for one in later:
        filled = min(_slot(ground, day, at, one.site_id), planned[one.strip_id])
        if filled > best and filled >= min(ground.rules.least, planned[one.strip_id]):
            best, chosen = filled, one.strip_id
    return chosen


def _slot(ground: Ground, day: PlanDay, at: int, site_id: str) -> int:
    """Minutes of a block's time left at another site; 0 where it cannot be used that day."""
    block, rules = day.blocks[at], ground.rules
    here, there = ground.spots[block.site_id], ground.spots[site_id]
    when = date_of(ground, day.day)
    shut = when is not None and (
        not there.is_open(when) or (there.crowded and when in ground.holidays)
    )
    if shut or here.city != there.city:
        return 0
    if not at:
        return block.end - (day.call + rules.setup)
    before = day.blocks[at - 1]
    return block.end - (before.end + _gap(ground, ground.spots[before.site_id], there))


def _gap(ground: Ground, one: Spot, two: Spot) -> int:
    rules = ground.rules
    if one.base == two.base:
        return rules.change
    way = road(ground, one, two)
    drive = 0 if way is None else way.minutes
    return rules.wrap + rules.load + drive + rules.unload + rules.relight + rules.setup
