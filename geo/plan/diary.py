"""A found order of blocks, written down day by day with its moves, rents and warnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby, pairwise

import numpy as np

from geo.model import Reason
from geo.plan.blocks import (
    QUARTER,
    CompanyMove,
    Schedule,
    ShootDay,
    Stay,
    Stretch,
    parts,
)
from geo.plan.clock import NEVER, Walk, rested, walk
from geo.plan.layout import NONE, Layout
from geo.plan.problem import Problem


def write(
    problem: Problem, layout: Layout, stay: Stay, path: Sequence[tuple[int, int]], empty: Schedule
) -> Schedule:
    """Fill ``empty`` with the days of ``path``: blocks in order and the moments they end at."""
    laid: list[tuple[Walk, Stretch]] = []
    last, moment = NONE, 0
    minutes = {unit.id: unit.minutes for unit in problem.units}
    for block, end in path:
        before, begin = _begun(layout, last, moment, block, end)
        one, done = layout.blocks[block], 0
        for part in walk(layout.clock, one, layout.usable[block], before, begin):
            length = (part.end - part.start) * QUARTER
            units = parts(one, minutes, problem.set_change_minutes, (done, done + length))
            done += length
            clocks = (part.come * QUARTER, part.start * QUARTER, part.end * QUARTER)
            laid.append((part, Stretch(block, one.place, units, one.night, *clocks)))
        last, moment = block, end
    days = tuple(
        _day(layout, stay, day, [one for one in laid if one[0].day == day])
        for day, _ in groupby(part.day for part, _ in laid)
    )
    hired = _hired(days)
    rents = {place.id: place.rent for place in problem.places}
    company = days[-1].day + 1
    cost = layout.day_cost * company + sum(rents[one] * count for one, count in hired.items())
    return replace(
        empty, days=days, moves=_moves(days, stay), rent_days=hired, company_days=company,
        cost=cost, warnings=tuple(_warnings(days, stay)),
    )  # fmt: skip


def _begun(layout: Layout, last: int, moment: int, block: int, end: int) -> tuple[int, int]:
    """Quarters of setting up and the moment at which ``block`` was begun to end at ``end``."""
    clock = layout.clock
    own = last != NONE and bool(layout.own[last, block])
    laid = layout.again[block] if own else layout.fresh[block]
    found = []
    at = np.array([moment])
    if last != NONE:
        day, call, used = (int(one[0]) for one in clock.split(at))
        barred = layout.long[last, block] and clock.calls[call] + used >= layout.late
        used += int(layout.moves[last, block])
        if not barred and used <= clock.shift:
            found.append((int(clock.at(np.array(day), call, used)), int(own)))
    for kind in range(len(clock.calls)):
        free = 0 if last == NONE else int(rested(clock, at, kind)[0])
        day = int(layout.first[block][int(own)][kind, free])
        if day != NEVER:
            found.append((int(clock.at(np.array(day), kind, 0)), 0))
    fits = [(int(laid.hired[one]) - shared, one) for one, shared in found if laid.end[one] == end]
    return (layout.change if own else layout.opening), min(fits)[1]


def _day(layout: Layout, stay: Stay, day: int, laid: Sequence[tuple[Walk, Stretch]]) -> ShootDay:
    when = None if stay.start is None else stay.start + timedelta(days=day)
    call = int(layout.clock.calls[laid[0][0].call]) * QUARTER
    return ShootDay(day, when, call, tuple(stretch for _, stretch in laid))


def _hired(days: Sequence[ShootDay]) -> dict[str, int]:
    hired: dict[str, int] = {}
    for day in days:
        for place, _ in groupby(one.place for one in day.stretches):
            hired[place] = hired.get(place, 0) + 1
    return hired


def _moves(days: Sequence[ShootDay], stay: Stay) -> tuple[CompanyMove, ...]:
    return tuple(
        CompanyMove(day.day, one.place, two.place, one.end, stay.move(one.place, two.place))
        for day in days
        for one, two in pairwise(day.stretches)
        if one.place != two.place
    )


def _warnings(days: Sequence[ShootDay], stay: Stay) -> list[Reason]:
    """Work beside homes when they want to sleep."""
    return [
        Reason("plan_night_near_homes", {"place": one.place, "day": day.day, "until": one.end})
        for day in days
        for one in day.stretches
        if one.place in stay.homes and one.end > stay.work.quiet
    ]
