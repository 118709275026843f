"""Other plans than the cheapest: by cities, by places somebody insists on, by what is traded.

Each is solved again as a problem of its own, so that every figure told beside the plan has the
same proof as the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import NamedTuple

import numpy as np

from geo.plan.costing import costed
from geo.plan.problem import Plan, Problem, Status
from geo.plan.search import Search
from geo.plan.tour import Tours
from geo.progress import Job, Step

EACH = 6.0
"""Seconds after which the best found is told as not proven."""

MOST_POINTS = 12
STEP_UP = 0.1
"""A further point of the front gains at least this share more uplift than the one before."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A point of the front: net cost in ``plan``, uplift (sum of weight x uplift), places used."""

    plan: Plan
    uplift: float
    places: int


class Rival(NamedTuple):
    """A place for a unit: the cheapest plan with it; ``plan.net`` None: there is none."""

    place: int
    plan: Plan


def cheapest(problem: Problem, limit: float = EACH) -> Job[Plan]:
    """Solve without asking why there is no plan: its status is then INFEASIBLE."""
    started = monotonic()
    search = Search(problem, deadline=started + limit)
    for _ in search.run():
        yield Step("plan_choices")
    found = search.so_far(monotonic() - started)
    if found.net is None:
        return replace(found, status=Status.INFEASIBLE if search.settled() else Status.UNKNOWN)
    return replace(found, status=Status.OPTIMAL if search.settled() else Status.FEASIBLE)


def best_in(problem: Problem, city: int) -> Job[Plan]:
    """The cheapest plan that uses places of one city alone; what it cannot serve is left out.

    Locks and musts elsewhere make it infeasible, as does a unit that must not be left out.
    """
    here = np.array([place.city == city for place in problem.places], dtype=np.bool_)
    return (yield from cheapest(replace(problem, quality=problem.quality * here)))


def insisted(problem: Problem, place: str, unit: str | None = None) -> Job[Plan]:
    """The cheapest plan that shoots ``unit`` at ``place``, or anything at all there."""
    if unit is None:
        return (yield from cheapest(replace(problem, must_use=problem.must_use | {place})))
    return (yield from cheapest(replace(problem, locks={**problem.locks, unit: place})))


def rivals(problem: Problem, plan: Plan, unit: str, most: int = 6) -> Job[tuple[Rival, ...]]:
    """Solve again with ``unit`` at each of the likeliest other places, cheapest first.

    Likeliest: those that cost least when nothing else of ``plan`` is changed. Steps carry those
    solved so far.
    """
    row = next(n for n, one in enumerate(problem.units) if one.id == unit)
    present = plan.assignment.get(unit)
    able = [
        n
        for n in np.flatnonzero(problem.quality[row] > 0).tolist()
        if problem.places[n].id not in (present, *problem.must_not_use)
    ]
    # somebody who asks what another place would cost asks for the set to be let go
    free = replace(problem, locks={one: at for one, at in problem.locks.items() if one != unit})
    able.sort(key=lambda n: _swapped(free, plan, row, n))
    found: list[Rival] = []
    for place in able[:most]:
        answer = yield from insisted(free, problem.places[place].id, unit)
        found.append(Rival(place, answer))
        found.sort(key=lambda one: float("inf") if one.plan.net is None else one.plan.net)
        yield Step("plan_choices", len(found), min(most, len(able)), tuple(found))
    return tuple(found)


def _swapped(problem: Problem, plan: Plan, row: int, place: int) -> float:
    """Net cost in fen of ``plan`` with one unit laid elsewhere."""
    index = {one.id: n for n, one in enumerate(problem.places)}
    chosen = [
        None if (at := plan.assignment.get(one.id)) is None else index[at] for one in problem.units
    ]
    chosen[row] = place
    swapped = costed(problem, Tours(problem.legs), chosen)
    return float("inf") if swapped is None or swapped.net is None else float(swapped.net)


def frontier(
    problem: Problem, plan: Plan, most: int = MOST_POINTS, limit: float = EACH
) -> Job[tuple[Trade, ...]]:
    """Trade net cost against uplift and number of places (company moves follow from it).

    Begins with ``plan``, then fewer places, each step dearer; then, for every number of places
    found, more uplift. Steps carry the points that no other one beats, cheapest first.
    """
    points = [_trade(problem, plan)]
    yield Step("plan_choices", 1, most, tuple(points))
    while len(points) < most and points[-1].places > 1:
        fewer = replace(problem.limits, places=points[-1].places - 1)
        answer = yield from cheapest(replace(problem, limits=fewer), limit)
        if answer.net is None:
            break
        points.append(_trade(problem, answer))
        yield Step("plan_choices", len(points), most, undominated(points))
    for start in list(points):
        last = start
        while len(points) < most:
            more = last.uplift * (1 + STEP_UP) + 1e-9
            limits = replace(problem.limits, places=start.places, uplift=more)
            answer = yield from cheapest(replace(problem, limits=limits), limit)
            if answer.net is None:
                break
            last = _trade(problem, answer)
            points.append(last)
            yield Step("plan_choices", len(points), most, undominated(points))
    return undominated(points)


def _trade(problem: Problem, plan: Plan) -> Trade:
    gains = {place.id: place.uplift for place in problem.places}
    at = plan.assignment
    uplift = sum(
        unit.weight * gains[place]
        for unit in problem.units
        if (place := at.get(unit.id)) is not None
    )
    return Trade(plan, uplift, len({place for place in at.values() if place is not None}))


def undominated(points: Sequence[Trade]) -> tuple[Trade, ...]:
    """Keep the points that no other beats or equals in cost, uplift and places, cheapest first."""
    kept: list[Trade] = []
    for one in sorted(points, key=lambda one: (one.plan.net or 0, -one.uplift, one.places)):
        if not any(other.uplift >= one.uplift and other.places <= one.places for other in kept):
            kept.append(one)
    return tuple(kept)
