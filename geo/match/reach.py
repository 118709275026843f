"""How far up or down one fact could move its columns, and from which value on one would lead."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import exact_scores, weight_row
from geo.model import Board, Spread, Weights

FEW = 8
"""So many ranks are counted one by one; for more the scores are sorted."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reach:
    """Of the columns (M,) of one fact: ranks from 1 now, with all of them at their best, worst.

    ``leads``: the column that would lead first as all of them rise, and the value (0 to 1) above
    which it does; None where one of them leads already or none could.
    """

    columns: NDArray[np.intp]
    now: NDArray[np.intp]
    best: NDArray[np.intp]
    worst: NDArray[np.intp]
    leads: tuple[int, float] | None


def reach(
    board: Board,
    weights: Weights,
    opened: Spread,
    fact: int,
    keep: NDArray[np.bool_] | None = None,
) -> Reach:
    """Where ``fact``, whose cells lie in columns of their own, may take its columns."""
    cells = np.flatnonzero(opened.facts == fact)
    rows, columns = opened.rows[cells], opened.columns[cells]
    weight = weight_row(board, weights)
    scores = exact_scores(board.values, weight)
    if keep is not None:
        scores[~keep] = -np.inf
    counted = board.values[rows, columns]
    now, best, worst = (
        _ranks(scores, columns, weight[rows] * (end - counted))
        for end in (counted, opened.high[cells], opened.low[cells])
    )
    lead = int(np.argmax(scores))
    leads = None
    if lead not in columns and (weight[rows] > 0).all():
        value = counted + (scores[lead] - scores[columns]) / weight[rows]
        able = np.flatnonzero(value < opened.high[cells])
        if len(able):
            first = able[np.argmin(value[able])]
            leads = int(columns[first]), float(value[first])
    return Reach(columns, now, best, worst, leads)


def _ranks(scores: Floats, columns: NDArray[np.intp], moved: Floats) -> NDArray[np.intp]:
    """Ranks of ``columns`` once all of them have moved; equals share the better rank."""
    after = scores.copy()
    after[columns] += moved
    own = after[columns]
    if len(own) <= FEW:
        return np.array([np.count_nonzero(after > one) + 1 for one in own], np.intp)
    return np.asarray(len(after) - np.searchsorted(np.sort(after), own, "right") + 1, np.intp)
