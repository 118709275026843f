"""In which order the blocks of a city are shot on calendar days, at the least rent and days.

The model of hours pays a place for the whole days its work fills; on the calendar a block may
reach into one day more. States are (blocks done, the last one, moment); the order is built block
by block, few states kept at first, then more, until none had to be left out. Any number of blocks
is taken; where states were left out for good, ``bound`` tells what they could have saved at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.errors import PlanError
from geo.plan.blocks import Schedule, Stay, calls_of, site_blocks
from geo.plan.diary import write
from geo.plan.layout import NONE, Layout, arrange
from geo.plan.problem import Plan, Problem, Status
from geo.progress import Job, Step

WIDTHS = (200, 3_000, 20_000, 100_000)
"""Most states kept of one depth, one search after the other."""

CHUNK = 2_000
MOST = 62
Ints = NDArray[np.int64]


class _Layer(NamedTuple):
    """States of one depth: blocks ``done`` (bits), the ``last``, ``moment``, ``rent`` so far.

    ``bound`` is a lower bound of the cost of the whole city, ``parent`` a row of the layer before.
    """

    done: NDArray[np.uint64]
    last: Ints
    moment: Ints
    rent: Ints
    bound: Ints
    parent: Ints

    def take(self, which: NDArray[np.int64] | NDArray[np.bool_]) -> _Layer:
        return _Layer._make(column[which] for column in self)


def schedule(
    problem: Problem, plan: Plan, city: int, stay: Stay, widths: Sequence[int] = WIDTHS
) -> Job[Schedule]:
    """Lay the blocks of one city on days; each Step carries the best schedule so far, if any.

    Raises PlanError (plan_bad_value, plan_no_drive, plan_too_many_blocks).
    """
    blocks = site_blocks(problem, plan.assignment, city, stay)
    hours = _hours_cost(problem, plan, city)
    if not blocks:
        return Schedule(Status.OPTIMAL, cost=0, bound=0, hours_cost=hours)
    _check(problem, stay, len(blocks))
    calls = calls_of(blocks, stay, problem.day_minutes, problem.setup_minutes)
    layout = arrange(problem, blocks, city, stay, calls)
    floor = int(layout.floor(_root(layout))[0])
    best = Schedule(Status.UNKNOWN, blocks, bound=floor, hours_cost=hours)
    for width in widths:
        path, dropped = yield from _search(layout, width, best)
        if path is not None:
            best = write(problem, layout, stay, path, replace(best, status=Status.FEASIBLE))
        cost = best.cost
        if cost is None:
            if dropped is None:
                return replace(best, status=Status.INFEASIBLE, bound=None)
            continue
        if dropped is None or dropped >= cost or cost <= floor:
            return replace(best, status=Status.OPTIMAL, bound=cost)
        best = replace(best, bound=max(floor, dropped, best.bound or 0))
        yield Step("plan_days", len(blocks), len(blocks), best)
    return best


def _check(problem: Problem, stay: Stay, count: int) -> None:
    work = stay.work
    if count > MOST:
        raise PlanError("plan_too_many_blocks", count=count, most=MOST)
    if not 0 < stay.days <= 1_000 or not 0 <= work.rest <= 1_440 - problem.day_minutes:
        raise PlanError("plan_bad_value", what="days", about="")
    sun = stay.sun
    if not 0 <= sun.light <= sun.rise < sun.sets <= sun.dark < 1_440:
        raise PlanError("plan_bad_value", what="sun", about="")
    for unit, (first, last) in stay.hours.items():
        if not 0 <= first < last <= 2_880:
            raise PlanError("plan_bad_value", what="hours", about=unit)


def _hours_cost(problem: Problem, plan: Plan, city: int) -> int:
    rents = {place.id: place.rent for place in problem.places if place.city == city}
    home = problem.cities[city]
    living = plan.company_days.get(home.id, 0) * (problem.crew_day + home.lodging)
    return living + sum(rents.get(one, 0) * days for one, days in plan.rent_days.items())


def _root(layout: Layout) -> _Layer:
    zero = np.zeros(1, dtype=np.int64)
    return _Layer(zero.astype(np.uint64), zero + NONE, zero, zero, zero, zero)


def _search(
    layout: Layout, width: int, best: Schedule
) -> Job[tuple[list[tuple[int, int]] | None, int | None]]:
    """The blocks in order with the moments they end at, below ``best``, among the states kept.

    Second: the least bound of the states left out (None: none was).
    """
    layer, dropped = _root(layout), None
    layers = [layer]
    limit = best.cost
    for depth in range(layout.count):
        parts = []
        for start in range(0, len(layer.rent), CHUNK):
            parts.append(_children(layout, layer, start, limit))
            yield Step("plan_days", depth, layout.count, best if best.cost is not None else None)
        if not parts:
            return None, dropped
        layer = _fewer(
            layout, _Layer._make(np.concatenate(one) for one in zip(*parts, strict=True))
        )
        if len(layer.rent) > width:
            order = np.lexsort((layer.moment, layer.bound))
            lost = int(layer.bound[order[width]])
            dropped = lost if dropped is None else min(dropped, lost)
            layer = layer.take(order[:width])
        layers.append(layer)
    if not len(layer.rent):
        return None, dropped
    return _path(layers, int(np.argmin(layer.bound))), dropped


def _path(layers: Sequence[_Layer], at: int) -> list[tuple[int, int]]:
    path = []
    for layer in reversed(layers[1:]):
        path.append((int(layer.last[at]), int(layer.moment[at])))
        at = int(layer.parent[at])
    return path[::-1]


def _children(layout: Layout, layer: _Layer, start: int, limit: int | None) -> _Layer:
    """One block more behind every state, begun in the same shift or in each later one."""
    part = layer.take(np.arange(start, min(start + CHUNK, len(layer.rent))))
    born = []
    for block in range(layout.count):
        bit = np.uint64(1 << block)
        rows = np.flatnonzero((part.done & bit) == 0)
        for moment, rent, which in layout.follow(part.last[rows], part.moment[rows], block):
            parent = rows[which]
            done = part.done[parent] | bit
            last = np.full(len(parent), block, dtype=np.int64)
            rents = part.rent[parent] + rent
            born.append(_Layer(done, last, moment, rents, rents, start + parent))
    grown = _Layer._make(np.concatenate(one) for one in zip(*born, strict=True))
    grown = grown._replace(bound=layout.floor(grown))
    return _fewer(layout, grown if limit is None else grown.take(grown.bound < limit))


def _fewer(layout: Layout, layer: _Layer) -> _Layer:
    """Drop states that another one beats: same blocks, last and call, not later, no dearer.

    A state of an earlier day must be cheaper by a day of the last place, where more is to be shot
    there: the later one could go on in the day it has paid.
    """
    day, call, used = layout.clock.split(layer.moment)
    layer = layer.take(np.lexsort((layer.rent, used, day, call, layer.last, layer.done)))
    day, call, _ = layout.clock.split(layer.moment)
    same = np.zeros(len(layer.rent), dtype=bool)
    same[1:] = (np.diff(layer.done) == 0) & (np.diff(layer.last) == 0) & (np.diff(call) == 0)
    today = same.copy()
    today[1:] &= np.diff(day) == 0
    beaten = _least_before(layer.rent, today) <= layer.rent
    beaten |= _least_before(layer.rent + layout.sharing[layer.last], same) <= layer.rent
    return layer.take(~beaten)


def _least_before(values: Ints, same: NDArray[np.bool_]) -> Ints:
    """Per row the least of the values before it in its group (``same``: as the row before)."""
    ranked, rank = np.unique(values, return_inverse=True)
    group = np.cumsum(~same) * len(ranked)
    least = ranked[np.minimum.accumulate(rank - group) + group]
    return np.where(same, np.roll(least, 1), np.iinfo(np.int64).max)
