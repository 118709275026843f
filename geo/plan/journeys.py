"""Journeys: from home, from city to city, back home; where the company is on days without work.

A journey is made as late as it can be while whole days lie free. Without such a day it is made in
the evening after an early wrap, or in the morning before the call where the night leaves time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from geo.model import MoveKind, PlanMove, Reason
from geo.plan.ground import Ground
from geo.plan.shift import DAY, Shift

HOME = -1


@dataclass(slots=True)
class Travels:
    """Where the company is, day by day.

    ``before`` and ``after`` the shift of a day, or on a day without work (``after``): journeys.
    ``where``: city index by calendar day; ``nights``: the working day whose hotel is slept in after
    a day (None: on the way home, or in a city it has no hotel in). ``paid``: company days by city
    index, without the ``road_days``; ``roads`` are those of them that have a number.
    """

    before: dict[int, list[PlanMove]] = field(default_factory=lambda: defaultdict(list))
    after: dict[int, list[PlanMove]] = field(default_factory=lambda: defaultdict(list))
    where: dict[int, int] = field(default_factory=dict)
    nights: dict[int, int | None] = field(default_factory=dict)
    paid: Counter[int] = field(default_factory=Counter)
    notes: dict[int, list[Reason]] = field(default_factory=lambda: defaultdict(list))
    road_days: int = 0
    roads: set[int] = field(default_factory=set)


def leg(ground: Ground, one: int, two: int) -> int | None:
    """Minutes from town to town (``HOME``: from home), None where nobody knows."""
    if one == two:
        return 0
    found = ground.legs.get((one, two))
    return ground.legs.get((two, one)) if found is None else found


def travel(ground: Ground, shifts: Sequence[Shift]) -> Travels:
    """Lay the journeys between the shifts, and before and after them."""
    made = Travels()
    if not shifts:
        return made
    for shift in shifts:
        made.where[shift.day] = shift.last.city
        made.nights[shift.day] = shift.day
        made.paid[shift.last.city] += 1
    _arrive(ground, made, shifts[0])
    for one, two in pairwise(shifts):
        if one.last.city == two.first.city:
            _wait(ground, made, one, two.day)
        else:
            _change_city(ground, made, one, two)
    _leave(ground, made, shifts[-1])
    return made


def _arrive(ground: Ground, made: Travels, first: Shift) -> None:
    """In the morning where the way is short, else the day before (clocks below 0)."""
    rules, minutes = ground.rules, leg(ground, HOME, first.first.city) or 0
    if not minutes:
        return
    leave = first.call - minutes
    if leave < rules.call:
        leave = rules.late - minutes - DAY
    two = ground.towns[first.first.city].code
    made.before[first.day].append(
        PlanMove(MoveKind.ARRIVAL, "", two, leave, minutes, minutes, None)
    )
    made.road_days += minutes // rules.day


def _leave(ground: Ground, made: Travels, last: Shift) -> None:
    """In the evening after an early wrap, else once the crew has slept (clocks of the next day)."""
    rules, minutes = ground.rules, leg(ground, last.last.city, HOME) or 0
    if not minutes:
        return
    leave = last.wrap
    if leave < rules.late:
        made.nights[last.day] = None
    else:
        leave = max(DAY + rules.call, last.wrap + rules.rest)
    one = ground.towns[last.last.city].code
    made.after[last.day].append(
        PlanMove(MoveKind.DEPARTURE, one, "", leave, minutes, minutes, None)
    )
    made.road_days += minutes // rules.day


def _wait(ground: Ground, made: Travels, one: Shift, until: int) -> None:
    """Days without work in the city of ``one``, paid like the others."""
    city = one.last.city
    town = ground.towns[city]
    for day in range(one.day + 1, until):
        made.where[day] = city
        made.nights[day] = one.day
        made.paid[city] += 1
        made.notes[day].append(
            Reason("plan_day_without_work", {"city": town.zh, "city_en": town.en})
        )


def _change_city(ground: Ground, made: Travels, one: Shift, two: Shift) -> None:
    rules, there = ground.rules, two.first.city
    known = leg(ground, one.last.city, there)
    minutes = known or 0
    roads = minutes // rules.day
    if two.day - one.day > 1:
        begin = max(one.day + 1, two.day - max(roads, 1))
        leave = max(rules.call, one.wrap + rules.rest - DAY * (begin - one.day))
        _wait(ground, made, one, begin)
        for day in range(begin, two.day):
            made.where[day] = there
            made.nights[day] = _hotel(two)
            made.paid[there] += not roads
            made.roads |= {day} if roads else set()
        on, when = made.after[begin], leave
    elif one.wrap < rules.late or two.call - minutes < max(0, one.wrap - DAY):
        made.nights[one.day] = _hotel(two)
        on, when = made.after[one.day], one.wrap
    else:
        on, when = made.before[two.day], two.call - minutes
    towns = ground.towns[one.last.city], ground.towns[there]
    codes = towns[0].code, towns[1].code
    on.append(PlanMove(MoveKind.CITY, *codes, when, minutes, minutes, None))
    made.road_days += min(roads, two.day - one.day - 1)
    if known is None:
        names = {"city": towns[1].zh, "city_en": towns[1].en}
        made.notes[two.day].append(Reason("plan_leg_unknown", names))


def _hotel(shift: Shift) -> int | None:
    """The day whose hotel serves on the eve of a shift."""
    return shift.day if shift.first.city == shift.last.city else None
