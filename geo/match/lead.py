"""What costs the leader the lead, solved for and not sampled; and what nothing beats outright."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import exact_scores, weight_row
from geo.model import Board, Loss, Weights

Floats = NDArray[np.float64]
Columns = NDArray[np.intp]


def losses(
    board: Board, weights: Weights, keep: NDArray[np.bool_] | None = None
) -> tuple[Loss, ...]:
    """Per criterion and direction: the change of its weight at which the leader is caught.

    One weight moves between 0 and 1 and the others keep their proportions (equal shares when
    all of them are 0), so every score is a straight line and the first crossing is exact. At
    the crossing the two are level; beyond it the lead is lost. Smallest change first.
    """
    columns = np.arange(len(board.ids)) if keep is None else np.flatnonzero(keep)
    row = weight_row(board, weights)
    if len(columns) < 2 or row.sum() <= 0 or len(row) < 2:
        return ()
    row = row / row.sum()
    scores = exact_scores(board.values, row, columns)
    lead = int(np.argmax(scores))
    found = []
    for number, criterion in enumerate(board.criteria):
        alone = board.values[number, columns].astype(np.float64)
        rest = _rest(board, row, number, columns)
        # how far the leader is ahead when this criterion counts alone, and when it does not count
        at_one, at_zero = alone[lead] - alone, rest[lead] - rest
        for caught in _crossings(at_zero, at_one, float(row[number]), lead):
            place, weight = caught
            change = weight - float(row[number])
            found.append(Loss(criterion, change, weight, int(columns[place])))
    return tuple(sorted(found, key=lambda loss: abs(loss.change)))


def loses_at(board: Board, weights: Weights, keep: NDArray[np.bool_] | None = None) -> Loss | None:
    """The smallest change of one weight that costs the lead; None when none does."""
    return next(iter(losses(board, weights, keep)), None)


def _rest(board: Board, row: Floats, number: int, columns: Columns) -> Floats:
    """Scores from the other criteria alone, in the proportions they have now."""
    others = row.copy()
    others[number] = 0
    if others.sum() <= 0:
        others[:] = 1
        others[number] = 0
    return exact_scores(board.values, others / others.sum(), columns)


def _crossings(at_zero: Floats, at_one: Floats, now: float, lead: int) -> list[tuple[int, float]]:
    """First column to catch the leader below and above ``now``, and the weight at which it does.

    The lead over a column is the line from ``at_zero`` to ``at_one``; it is lost where the line
    turns negative.
    """
    slope = at_one - at_zero
    ahead = np.maximum(at_zero + now * slope, 0.0)
    found = []
    for sign, room in ((-1.0, now), (1.0, 1.0 - now)):
        falls = -sign * slope
        falls[lead] = 0
        # level for ever is not lost: only a line that falls in this direction counts
        able = np.flatnonzero(falls > 0)
        step = ahead[able] / falls[able]
        if len(step) and step.min() < room:
            place = int(np.argmin(step))
            found.append((int(able[place]), now + sign * float(step[place])))
    return found


def pareto(
    board: Board,
    criteria: tuple[str, ...] | None = None,
    keep: NDArray[np.bool_] | None = None,
) -> Columns:
    """Columns that no other beats in one of ``criteria`` without losing in another, ascending.

    All criteria when none are named; three or four make a front that can be shown. Equal columns
    stand together.
    """
    rows = [board.criteria.index(one) for one in criteria or board.criteria]
    columns = np.arange(len(board.ids)) if keep is None else np.flatnonzero(keep)
    points = board.values[rows][:, columns]
    # a column can only be beaten by one with a larger sum, so the strong ones are tried first
    ranked = np.argsort(-points.sum(axis=0, dtype=np.float64), kind="stable")
    points, columns = points[:, ranked], columns[ranked]
    at = 0
    while at < len(columns):
        pivot = points[:, at, None]
        stands = (points > pivot).any(axis=0) | (points == pivot).all(axis=0)
        at = int(stands[: at + 1].sum())
        points, columns = points[:, stands], columns[stands]
    return np.sort(columns)
