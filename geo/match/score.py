"""Score and order: values on fixed bounds, a weighted sum, and what an unknown could change.

A score is the sum of weight x value over fit, cost, subsidy and uplift. Bounds are fixed in
``assets/ranking.yaml``, so no candidate can swap two others by coming or going. Worked example:
cost 16,000 a day on bounds 60,000 (0) to 5,000 (1) has the value 0.8; at weight 0.4 it adds 0.32.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from geo.match.kernel import exact_scores, weight_row
from geo.model import CRITERIA, Board, Bound, Criterion, Order, Weights


def value(amount: float, bound: Bound) -> float:
    """Place ``amount`` on ``bound``: 0 at worst, 1 at best, clipped."""
    worst, best = bound.worst, bound.best
    if bound.log:
        amount, worst, best = (float(np.log1p(max(x, 0.0))) for x in (amount, worst, best))
    return float(np.clip((amount - worst) / (best - worst), 0.0, 1.0))


def board(
    ids: Sequence[str],
    figures: Mapping[str, Sequence[float]],
    bounds: Mapping[str, Bound],
) -> Board:
    """Make the board of ``ids`` from raw figures per criterion (fit 0 to 1, CNY, CNY, visits)."""
    values = np.array(
        [[value(x, bounds[criterion]) for x in figures[criterion]] for criterion in CRITERIA],
        np.float32,
    ).reshape(len(CRITERIA), len(ids))
    values.flags.writeable = False
    return Board(tuple(ids), values, bounds)


def order(board: Board, weights: Weights) -> Order:
    """Order all columns best first; equal scores keep the order of the board.

    ``top`` gives the same beginning in a fraction of the time.
    """
    scores = exact_scores(board.values, weight_row(board, weights))
    return Order(np.argsort(-scores, kind="stable"), scores.astype(np.float32))


def idle(board: Board) -> tuple[Criterion, ...]:
    """Criteria whose slider can move nothing, since every column has the same value."""
    if not board.ids:
        return CRITERIA
    spread = np.ptp(board.values, axis=1)
    return tuple(c for c, width in zip(CRITERIA, spread, strict=True) if width < 1e-6)


def break_even(
    board: Board, order: Order, weights: Weights, column: int, criterion: Criterion, now: float
) -> float | None:
    """Raw figure of ``criterion`` at which ``column`` would lead, or None when none would do.

    ``now`` is the figure counted today; only linear bounds are asked (cost, subsidy).
    """
    weight = float(weights.get(criterion, 0.0))
    bound = board.bounds[criterion]
    gap = float(order.scores[order.index[0]] - order.scores[column])
    if weight <= 0 or bound.log or gap <= 0:
        return None
    have = float(board.values[CRITERIA.index(criterion), column])
    asked = have + gap / weight
    if asked > 1:
        return None
    return max(bound.worst + asked * (bound.best - bound.worst), now)
