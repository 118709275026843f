"""Plans as people make them without a solver: the measure of what the proven one saves.

Each set at its best place; or one city first, covered place by place, and the rest where it can be
had. None of them looks at two choices together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.plan.costing import costed
from geo.plan.problem import Plan, Problem
from geo.plan.tour import Tours

Floats = NDArray[np.float64]


def each_best(problem: Problem) -> Plan | None:
    """Every unit at the place that fits it best, of equals the cheapest.

    None: that breaks a limit or a rule of the user's, or no place fits anything.
    """
    able = _able(problem)
    rent = np.array([place.rent for place in problem.places], np.int64)
    chosen: list[int | None] = []
    for row in able:
        top = row.max(initial=0.0)
        best: list[int] = np.flatnonzero((row == top) & (row > 0)).tolist()
        chosen.append(min(best, key=lambda n: (rent[n], n), default=None))
    return costed(problem, Tours(problem.legs), chosen)


def best_city(problem: Problem) -> Plan | None:
    """The city that fits best as a whole first, covered place by place; then the rest elsewhere."""
    able = _able(problem)
    weight = np.array([unit.weight for unit in problem.units])
    cities = _cities(problem)
    if not len(cities):
        return None
    worth = [
        float(weight @ able[:, cities == city].max(axis=1, initial=0.0))
        for city in range(len(problem.cities))
    ]
    return cover(problem, int(np.argmax(worth)))


def every_city(problem: Problem) -> Plan | None:
    """``best_city`` begun in every city, the cheapest of them."""
    made = (cover(problem, city) for city in range(len(problem.cities)))
    found = [plan for plan in made if plan is not None and plan.net is not None]
    return min(found, key=lambda plan: plan.net or 0, default=None)


def cover(problem: Problem, base: int) -> Plan | None:
    """Cover city ``base`` place by place, most work for the money first; then all that is left."""
    able = _able(problem)
    home = _cities(problem) == base
    chosen: list[int | None] = [None] * len(problem.units)
    _open_places(problem, able, home, chosen)
    _open_places(problem, able, ~home, chosen)
    return costed(problem, Tours(problem.legs), chosen)


def _open_places(
    problem: Problem, able: Floats, usable: NDArray[np.bool_], chosen: list[int | None]
) -> None:
    """Open places one after the other until they serve all that any of them can."""
    minutes = np.array([unit.minutes for unit in problem.units], np.float64)
    rent = np.array([place.rent for place in problem.places], np.float64)
    left = np.array([place is None for place in chosen], np.bool_)
    while True:
        serves = (able > 0) & usable & left[:, None]
        work = minutes @ serves
        if not work.any():
            return
        place = int(np.argmax(np.where(work > 0, work / (rent + 1), -1.0)))
        for row in np.flatnonzero(serves[:, place]).tolist():
            chosen[row] = place
            left[row] = False


def _able(problem: Problem) -> Floats:
    """Quality where the wishes of the user leave it, else 0."""
    able = problem.quality.astype(np.float64)
    index = {place.id: n for n, place in enumerate(problem.places)}
    never = [index[one] for one in problem.must_not_use if one in index]
    able[:, never] = 0.0
    for row, unit in enumerate(problem.units):
        locked = problem.locks.get(unit.id)
        if locked is not None:
            kept = able[row, index[locked]]
            able[row] = 0.0
            able[row, index[locked]] = kept
    return able


def _cities(problem: Problem) -> NDArray[np.intp]:
    return np.array([place.city for place in problem.places], np.intp)


def plans(problem: Problem) -> Sequence[tuple[str, Plan]]:
    """All of them that keep the wishes, by name: each, city, greedy."""
    made = (
        ("each", each_best(problem)),
        ("city", best_city(problem)),
        ("greedy", every_city(problem)),
    )
    return [(name, plan) for name, plan in made if plan is not None]
