"""Which places can take part in a cheapest plan at all: usable, and not beaten by a neighbour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geo.plan.problem import Problem

BoolArray = NDArray[np.bool_]


def candidates(problem: Problem) -> BoolArray:
    """Mark the places that may be used and that no other of their city makes needless.

    A place is needless when another of the city serves at least the same sets at least as well,
    gains as much, is open on every day and costs no more, with what the sets cost there: the
    dearer rent's only use, reaching a threshold, can be bought as extra local spend.
    """
    usable = _usable(problem)
    kept = usable.copy()
    free = _free_of_choice(problem, usable)
    able = _serves(problem)
    for city in range(len(problem.cities)):
        here = np.array(
            [n for n, place in enumerate(problem.places) if place.city == city and usable[n]],
            dtype=np.intp,
        )
        _drop_beaten(problem, able, here, free, kept)
    return kept


def _drop_beaten(
    problem: Problem,
    able: NDArray[np.float32],
    here: NDArray[np.intp],
    free: BoolArray,
    kept: BoolArray,
) -> None:
    rent = np.array([problem.places[n].rent for n in here])
    uplift = np.array([problem.places[n].uplift for n in here])
    serves = able[:, here]
    none = np.zeros(problem.quality.shape, dtype=np.int64)
    beside = (none if problem.pair_cost is None else problem.pair_cost)[:, here]
    for at, place in enumerate(here):
        if not free[place]:
            continue
        better = (rent <= rent[at]) & (uplift >= uplift[at]) & free[here] & kept[here]
        better[at] = False
        rivals = np.flatnonzero(better)
        if rivals.size and _as_good(serves, beside, at, rivals).any():
            kept[place] = False


def _as_good(
    serves: NDArray[np.float32], beside: NDArray[np.int64], at: int, rivals: NDArray[np.intp]
) -> BoolArray:
    """Which ``rivals`` serve every set that ``at`` serves as well, and cost no more beside."""
    mine = serves[:, at] > 0
    fit = (serves[np.ix_(mine, rivals)] >= serves[mine, at, None]).all(axis=0)
    return np.asarray(fit & (beside[np.ix_(mine, rivals)] <= beside[mine, at, None]).all(axis=0))


def _serves(problem: Problem) -> NDArray[np.float32]:
    """Quality where the choice of the user leaves it, else 0."""
    able = problem.quality.copy()
    index = {place.id: n for n, place in enumerate(problem.places)}
    for n, unit in enumerate(problem.units):
        chosen = problem.locks.get(unit.id)
        if chosen is not None:
            only = able[n, index[chosen]]
            able[n] = 0
            able[n, index[chosen]] = only
    return able


def _usable(problem: Problem) -> BoolArray:
    days = problem.horizon()
    barred = problem.must_not_use
    able: BoolArray = np.asarray((_serves(problem) > 0).any(axis=0))
    return np.array(
        [
            able[n] and place.id not in barred and place.open_days(problem.start, days) > 0
            for n, place in enumerate(problem.places)
        ],
        dtype=np.bool_,
    )


def _free_of_choice(problem: Problem, usable: BoolArray) -> BoolArray:
    """Mark places nobody insists on that are open on any day there could be."""
    days = problem.horizon()
    fixed = problem.must_use | set(problem.locks.values())
    return np.array(
        [
            usable[n] and place.id not in fixed and place.open_days(problem.start, days) >= days
            for n, place in enumerate(problem.places)
        ],
        dtype=np.bool_,
    )
