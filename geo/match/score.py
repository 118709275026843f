"""Score and order: values on fixed bounds, a weighted sum, and what an unknown could change.

A score is the sum of weight x value over fit, cost, subsidy, uplift and whatever else is weighed.
Bounds are fixed (``assets/ranking.yaml``; those of a criterion of the user's own by its ends), so
no candidate can swap two others by coming or going. Worked example:
cost 16,000 a day on bounds 60,000 (0) to 5,000 (1) has the value 0.8; at weight 0.4 it adds 0.32.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.model import CRITERIA, Board, Bound, Mask, Order, Weights


def placed(amounts: NDArray[np.float64], bound: Bound) -> NDArray[np.float64]:
    """Place each of ``amounts`` on ``bound``: 0 at worst, 1 at best, clipped.

    What is not a number stays so; where the ends are one, all is 0.
    """
    ends = np.array([bound.worst, bound.best])
    if bound.log:
        amounts, ends = np.log1p(np.maximum(amounts, 0.0)), np.log1p(np.maximum(ends, 0.0))
    worst, best = ends
    if worst == best:
        return np.zeros_like(amounts)
    shares: NDArray[np.float64] = np.clip((amounts - worst) / (best - worst), 0.0, 1.0)
    return shares


def board(
    ids: Sequence[str],
    figures: Mapping[str, Sequence[float | None]],
    bounds: Mapping[str, Bound],
    criteria: Sequence[str] = CRITERIA,
) -> Board:
    """Make the board of ``ids`` from raw figures per criterion (fit 0 to 1, CNY, CNY, visits …).

    A figure that nobody knows (None) has the value 0: it adds nothing.
    """
    values = np.zeros((len(criteria), len(ids)), np.float32)
    for row, criterion in enumerate(criteria):
        # a float array holds None as not-a-number
        amounts = np.array(figures[criterion], float)
        values[row] = np.nan_to_num(placed(amounts, bounds[criterion]), nan=0.0)
    values.flags.writeable = False
    return Board(tuple(ids), values, bounds, tuple(criteria))


def idle(board: Board, keep: Mask | None = None) -> tuple[str, ...]:
    """Criteria whose slider can move nothing: all columns that ``keep`` lets stand are level."""
    values = board.values if keep is None else board.values[:, keep]
    if not values.shape[1]:
        return board.criteria
    spread = np.ptp(values, axis=1)
    return tuple(c for c, width in zip(board.criteria, spread, strict=True) if width < 1e-6)


def break_even(
    board: Board, order: Order, weights: Weights, column: int, criterion: str, now: float
) -> float | None:
    """Raw figure of ``criterion`` at which ``column`` would lead, or None when none would do.

    ``now`` is the figure counted today; only linear bounds are asked (cost, subsidy).
    """
    weight = float(weights.get(criterion, 0.0))
    bound, row = board.bounds[criterion], board.criteria.index(criterion)
    gap = float(order.scores[order.first(1)[0]] - order.scores[column])
    if weight <= 0 or bound.log or gap <= 0:
        return None
    have = float(board.values[row, column])
    asked = have + gap / weight
    if asked > 1:
        return None
    return max(bound.worst + asked * (bound.best - bound.worst), now)
