"""Rain cover: which work under a roof can take the day of work in the open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Reason
from geo.plan.blocks import Schedule, ShootDay, Stay, Stretch
from geo.plan.problem import Problem


@dataclass(frozen=True, slots=True)
class Cover:
    """For the work in the open of one day and block: the blocks under a roof that could take it.

    ``covers`` are indices of blocks not shot before that day, best first; ``missing`` tells why
    there is none.
    """

    day: int
    block: int
    covers: tuple[int, ...]
    missing: Reason | None = None


def rain_cover(problem: Problem, stay: Stay, schedule: Schedule) -> tuple[Cover, ...]:
    """Find what could be shot when it rains, for every stretch in the open.

    A block under a roof covers when it is begun on a later day, or later on the same one, its
    place can be used on that day, and its hours leave time in the shift after setting up. Those
    that fill the slot longest come first, of equals the one planned soonest.
    """
    begun = _begun(schedule)
    return tuple(
        _cover(problem, stay, schedule, begun, day, at)
        for day in schedule.days
        for at, one in enumerate(day.stretches)
        if schedule.blocks[one.block].outdoor
    )


def _begun(schedule: Schedule) -> dict[int, tuple[int, int]]:
    begun: dict[int, tuple[int, int]] = {}
    for day in schedule.days:
        for one in day.stretches:
            begun.setdefault(one.block, (day.day, one.start))
    return begun


def _cover(
    problem: Problem,
    stay: Stay,
    schedule: Schedule,
    begun: dict[int, tuple[int, int]],
    day: ShootDay,
    at: int,
) -> Cover:
    one = day.stretches[at]
    later = [
        number
        for number, block in enumerate(schedule.blocks)
        if not block.outdoor and begun[number] > (day.day, one.start)
    ]
    if not later:
        return Cover(day.day, one.block, (), Reason("plan_rain_none_left", {"place": one.place}))
    filled = {number: _filled(problem, stay, schedule, day, at, number) for number in later}
    fits = [number for number in later if filled[number] > 0]
    if not fits:
        return Cover(day.day, one.block, (), Reason("plan_rain_none_fits", {"place": one.place}))
    fits.sort(key=lambda number: (-filled[number], begun[number], number))
    return Cover(day.day, one.block, tuple(fits))


def _filled(
    problem: Problem, stay: Stay, schedule: Schedule, day: ShootDay, at: int, number: int
) -> int:
    """Minutes of the slot of a stretch that a block can use; 0 where it cannot take it."""
    one, block = day.stretches[at], schedule.blocks[number]
    place = next(place for place in problem.places if place.id == block.place)
    if not stay.usable(place, day.day):
        return 0
    come, ready = _ready(problem, stay, day.stretches[:at], one, block.place)
    first = max(come + ready, block.hours[0])
    last = min(one.end, block.hours[1])
    return max(0, min(last - first, block.minutes))


def _ready(
    problem: Problem, stay: Stay, before: Sequence[Stretch], one: Stretch, place: str
) -> tuple[int, int]:
    """When the company could be at ``place`` instead, and the minutes of setting up there."""
    opening = max(problem.setup_minutes, stay.work.unload + stay.work.relight)
    if not before:
        return one.come, opening
    if before[-1].place == place:
        return before[-1].end, problem.set_change_minutes
    return before[-1].end + stay.move(before[-1].place, place), opening
