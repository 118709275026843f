"""Company moves as the model of hours takes them: how long at least, and who lies near whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from geo.match import great_circle_km
from geo.plan.ground import Ground
from geo.plan.problem import City, Plan, Problem


def least_move(ground: Ground, sites: Sequence[str]) -> int:
    """The least a company move between two of these places takes, whichever they are.

    Going between two sets of one base is no move; such pairs, and no pair at all, make it 0.
    """
    rules = ground.rules
    bases = {ground.spots[one].base for one in sites}
    if len(bases) < len(sites) or len(sites) < 2:
        return 0
    drive = min(ground.way(one, two).minutes for one, two in combinations(sites, 2))
    return rules.wrap + rules.load + drive + rules.unload + rules.relight


def usual_moves(problem: Problem, ground: Ground, found: Plan) -> tuple[City, ...]:
    """The cities with moves as long as from a place of ``found`` to the nearest other one."""
    rules = ground.rules
    fixed = rules.wrap + rules.load + rules.unload + rules.relight
    cities = []
    for at, city in enumerate(problem.cities):
        used = [one for one in found.rent_days if ground.spots[one].city == at]
        nearest = (
            [min(ground.way(one, two).minutes for two in used if two != one) for one in used]
            if len(used) > 1
            else []
        )
        drive = sum(nearest) // len(nearest) if nearest else 0
        cities.append(replace(city, move_minutes=max(city.move_minutes, fixed + drive)))
    return tuple(cities)


def nearness(problem: Problem, ground: Ground) -> NDArray[np.int64]:
    """One fen for each kilometre between a place and the middle of its city's places (A, L).

    The middle is that of the places weighted by how many sets each can serve; so small a sum only
    decides between plans of equal cost.
    """
    able = problem.quality > 0
    points = np.array(
        [(ground.spots[one.id].lat, ground.spots[one.id].lon) for one in problem.places]
    ).reshape(-1, 2)
    cities = np.array([one.city for one in problem.places], np.intp)
    serves = able.sum(axis=0)
    km = np.zeros(len(points))
    for city in np.unique(cities):
        here = cities == city
        middle = (points[here] * serves[here, None]).sum(axis=0) / max(1, serves[here].sum())
        km[here] = [
            great_circle_km((middle[0], middle[1]), (lat, lon)) for lat, lon in points[here]
        ]
    return np.where(able, np.rint(km).astype(np.int64), 0)
