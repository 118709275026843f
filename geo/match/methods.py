"""Other ways to make an order of the same values: TOPSIS, PROMETHEE II, VIKOR, beside the sum.

Each works on a matrix (K, N) in which more is better, criteria in rows, and gives scores (N,) in
which more is better. A cost is handed over negated. All are vectorised over the columns and need
memory in proportion to them, PROMETHEE's comparison of all pairs included.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import CHUNK
from geo.model import FloatArray, Method, Reason

Floats = NDArray[np.float64]

INDIFFERENT, PREFERRED = 0.05, 0.25
"""PROMETHEE on a board: differences of value that count for nothing, and in full (rule of ours)."""

_WEAKNESS = {
    Method.WEIGHTED_SUM: Reason("method_weakness_weighted_sum"),
    Method.TOPSIS: Reason("method_weakness_topsis"),
    Method.PROMETHEE: Reason("method_weakness_promethee"),
    Method.VIKOR: Reason("method_weakness_vikor"),
}


def weakness(method: Method) -> Reason:
    """What ``method`` is known to get wrong."""
    return _WEAKNESS[method]


def scores_by(method: Method, values: FloatArray, row: Floats) -> Floats:
    """Scores (N,) of a board's ``values`` (K, N) by TOPSIS or VIKOR, from its fixed ends.

    No column's score hangs on another's, so they are worked out some at a time.
    """
    scores = np.empty(values.shape[1])
    best, worst = np.ones(len(row)), np.zeros(len(row))
    for start in range(0, len(scores), CHUNK):
        exact = values[:, start : start + CHUNK].astype(np.float64)
        if method is Method.TOPSIS:
            part = topsis(exact, row, best, worst)
        else:
            part = -vikor(exact, row, best, worst).q
        scores[start : start + CHUNK] = part
    return scores


def criterion_flows(values: FloatArray) -> Floats:
    """PROMETHEE's net flow (K, N) by each criterion alone, for the differences on a board."""
    return unicriterion_flows(values.astype(np.float64), INDIFFERENT, PREFERRED)


def unit_length(matrix: Floats) -> Floats:
    """Divide each row by its Euclidean length, as Hwang & Yoon's TOPSIS does; zeros stay."""
    length = np.sqrt((matrix**2).sum(axis=1, keepdims=True))
    return np.asarray(matrix / np.where(length > 0, length, 1.0))


def topsis(
    matrix: Floats, weights: Floats, best: Floats | None = None, worst: Floats | None = None
) -> Floats:
    """Closeness 0 to 1 to the ideal point, against the anti-ideal.

    The points are ``best`` and ``worst`` (K,), by default those of the candidates. A column at
    both (all candidates alike) has 0.5. Source: Hwang & Yoon 1981.
    """
    best = matrix.max(axis=1) if best is None else best
    worst = matrix.min(axis=1) if worst is None else worst
    far = np.zeros(matrix.shape[1])
    near = np.zeros(matrix.shape[1])
    for weight, line, high, low in zip(weights, matrix, best, worst, strict=True):
        far += (weight * (line - low)) ** 2
        near += (weight * (line - high)) ** 2
    far, near = np.sqrt(far), np.sqrt(near)
    whole = far + near
    return np.where(whole > 0, far / np.where(whole > 0, whole, 1.0), 0.5)


@dataclass(frozen=True, slots=True)
class Compromise:
    """VIKOR's three measures (N,), less is better: group regret, worst regret, the mean of both."""

    s: Floats
    r: Floats
    q: Floats


def vikor(
    matrix: Floats,
    weights: Floats,
    best: Floats | None = None,
    worst: Floats | None = None,
    v: float = 0.5,
) -> Compromise:
    """Regret against the best of each criterion; ``v`` is the say of the group against the worst.

    With ``best`` and ``worst`` (K,) given, S and R are also measured on what they could be at
    most (the sum of the weights, the largest weight), and no candidate swaps two others;
    without, all is relative to the candidates. Source: Opricovic & Tzeng 2004, EJOR 156(2).
    """
    fixed = best is not None and worst is not None
    best = matrix.max(axis=1) if best is None else best
    worst = matrix.min(axis=1) if worst is None else worst
    total = np.zeros(matrix.shape[1])
    most = np.zeros(matrix.shape[1])
    for weight, line, high, low in zip(weights, matrix, best, worst, strict=True):
        if high > low:
            regret = weight * (high - line) / (high - low)
            total += regret
            np.maximum(most, regret, out=most)
    ends = (0.0, weights.sum(), 0.0, weights.max())
    s_low, s_high, r_low, r_high = (
        ends if fixed else (total.min(), total.max(), most.min(), most.max())
    )
    q = v * _share(total, s_low, s_high) + (1 - v) * _share(most, r_low, r_high)
    return Compromise(total, most, q)


def _share(amount: Floats, low: float, high: float) -> Floats:
    return (amount - low) / (high - low) if high > low else np.zeros_like(amount)


def net_flows(
    matrix: Floats, weights: Floats, indifferent: float = 0.0, preferred: float = 0.0
) -> Floats:
    """PROMETHEE II: the mean over all rivals of preference for minus preference against, -1 to 1.

    A difference up to ``indifferent`` counts for nothing, from ``preferred`` in full, between
    them in proportion; both 0 is the usual criterion, where any difference counts in full.
    Weights are taken as shares of their sum. Sorting and running sums stand for the comparison
    of all pairs, N log N instead of N squared. Source: Brans & Vincke 1985, types I, III and V.
    """
    whole = float(weights.sum())
    if whole <= 0:
        return np.zeros(matrix.shape[1])
    flows = unicriterion_flows(matrix, indifferent, preferred)
    return np.asarray((weights[:, None] * flows).sum(axis=0) / whole)


def unicriterion_flows(matrix: Floats, indifferent: float, preferred: float) -> Floats:
    """The net flows (K, N), -1 to 1, of each criterion as if it were the only one."""
    flows = np.zeros_like(matrix)
    rivals = matrix.shape[1] - 1
    if rivals < 1:
        return flows
    for line, flow in zip(matrix, flows, strict=True):
        # asked in rising order, a search in the sorted line stays in the cache
        ranked = np.argsort(line, kind="stable")
        rising = line[ranked]
        won = _won(rising, indifferent, preferred)
        lost = _won(-rising[::-1], indifferent, preferred)[::-1]
        flow[ranked] = (won - lost) / rivals
    return flows


def _won(line: Floats, indifferent: float, preferred: float) -> Floats:
    """Sum of the preferences of each column over all others, by one criterion in rising order."""
    if preferred <= indifferent:
        return np.asarray(np.searchsorted(line, line - indifferent, side="left"), np.float64)
    running = np.concatenate([[0.0], np.cumsum(line)])
    fully = np.searchsorted(line, line - preferred, side="right")
    partly = np.searchsorted(line, line - indifferent, side="right")
    between = partly - fully
    slope = (line - indifferent) * between - (running[partly] - running[fully])
    return np.asarray(fully + slope / (preferred - indifferent))
