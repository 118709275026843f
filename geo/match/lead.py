"""What costs the leader the lead, solved for and not sampled; and what nothing beats outright."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import exact_scores, weight_row
from geo.model import Board, Hold, Loss, Weights

Floats = NDArray[np.float64]
Columns = NDArray[np.intp]


ROUNDING = 1e-9
"""Far above what double precision mistakes in a weight."""

Edge: TypeAlias = tuple[int, float] | None
"""The column that catches the leader and the weight at which it does; None where none does."""


def losses(
    board: Board, weights: Weights, keep: NDArray[np.bool_] | None = None
) -> tuple[Loss, ...]:
    """Per criterion and direction: the change of its weight at which the leader is caught.

    One weight moves between 0 and 1 and the others keep their proportions (equal shares when
    all of them are 0), so every score is a straight line and the first crossing is exact. At
    the crossing the two are level; beyond it the lead is lost. Smallest change first.
    """
    found = [
        Loss(criterion, edge[1] - now, edge[1], edge[0])
        for criterion, now, edges in _edges(board, weights, keep)
        for edge in edges
        if edge is not None
    ]
    return tuple(sorted(found, key=lambda loss: abs(loss.change)))


def holds(
    board: Board, weights: Weights, keep: NDArray[np.bool_] | None = None
) -> tuple[Hold, ...]:
    """Per criterion the weights between which the leader stays first; none without weights."""
    found = []
    for criterion, now, (below, above) in _edges(board, weights, keep):
        low, high = (0.0 if below is None else below[1]), (1.0 if above is None else above[1])
        by = tuple(None if edge is None else edge[0] for edge in (below, above))
        found.append(Hold(criterion, now, low, high, *by))
    return tuple(found)


def _edges(
    board: Board, weights: Weights, keep: NDArray[np.bool_] | None
) -> Iterator[tuple[str, float, tuple[Edge, Edge]]]:
    """Per criterion its weight now (a share of 1) and where the lead ends below and above it."""
    columns = np.arange(len(board.ids)) if keep is None else np.flatnonzero(keep)
    row = weight_row(board, weights)
    if not len(columns) or row.sum() <= 0:
        return
    row = row / row.sum()
    scores = exact_scores(board.values, row, columns)
    lead = int(np.argmax(scores))
    for number, criterion in enumerate(board.criteria):
        edges: tuple[Edge, Edge] = (None, None)
        if len(row) > 1:
            alone = board.values[number, columns].astype(np.float64)
            rest = _rest(board, row, number, columns)
            # how far the leader is ahead when this criterion counts alone, and when it counts not
            at_one, at_zero = alone[lead] - alone, rest[lead] - rest
            edges = _crossings(at_zero, at_one, float(row[number]), lead, columns)
        yield criterion, float(row[number]), edges


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


def _crossings(
    at_zero: Floats, at_one: Floats, now: float, lead: int, columns: Columns
) -> tuple[Edge, Edge]:
    """First of ``columns`` to catch the leader below and above ``now``, and at which weight.

    The lead over a column is the line from ``at_zero`` to ``at_one``; it is lost where the line
    turns negative.
    """
    slope = at_one - at_zero
    ahead = np.maximum(at_zero + now * slope, 0.0)
    found: list[Edge] = []
    for sign, room in ((-1.0, now), (1.0, 1.0 - now)):
        falls = -sign * slope
        falls[lead] = 0
        # level for ever is not lost: only a line that falls in this direction counts
        able = np.flatnonzero(falls > 0)
        step = ahead[able] / falls[able]
        # level at the end of the scale is not beyond it, whatever the last digit says
        caught = len(step) > 0 and step.min() < room * (1 - ROUNDING)
        place = int(np.argmin(step)) if caught else 0
        edge = (int(columns[able[place]]), now + sign * float(step[place])) if caught else None
        found.append(edge)
    return found[0], found[1]


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
