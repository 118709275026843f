"""A short interview for weights: pairs of criteria, answered on Saaty's scale of 1/9 to 9.

As many questions as there are criteria, each criterion in two of them, so that answers can
contradict each other; more are asked only while they do. Weights are the logarithmic least
squares fit of the answers (the geometric mean of the rows where all pairs are known: Crawford &
Williams 1985; with gaps: Bozóki, Fülöp & Rónyai 2010). The consistency ratio is Saaty's: pairs not
asked stand as the fit has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from geo.model import Answer, Interview

Floats = NDArray[np.float64]

CONSISTENT = 0.1
"""Saaty's rule of thumb: up to here the answers agree well enough."""

RANDOM_INDEX = {
    3: 0.5245,
    4: 0.8815,
    5: 1.1086,
    6: 1.2479,
    7: 1.3417,
    8: 1.4056,
    9: 1.4499,
    10: 1.4854,
}
"""Mean consistency index of random answers to all pairs, by number of criteria.

Source: Alonso & Lamata 2006, Int. J. Uncertainty, Fuzziness and Knowledge-Based Systems 14(4).
"""


def next_question(criteria: Sequence[str], answers: Sequence[Answer]) -> tuple[str, str] | None:
    """The pair to ask next, or None when the answers suffice.

    First a round in which each criterion meets its neighbours; then, while the answers
    contradict each other, the other pairs, widest apart first.
    """
    asked = {frozenset((one.one, one.other)) for one in answers}
    ring = _ring(criteria)
    for pair in ring:
        if frozenset(pair) not in asked:
            return pair
    told = interview(criteria, answers)
    if told.ratio is None or told.ratio <= CONSISTENT:
        return None
    place = {one: number for number, one in enumerate(criteria)}
    size = len(criteria)

    def apart(pair: tuple[str, str]) -> int:
        gap = place[pair[1]] - place[pair[0]]
        return min(gap, size - gap)

    open_pairs = [pair for pair in combinations(criteria, 2) if frozenset(pair) not in asked]
    return max(open_pairs, key=apart, default=None)


def interview(criteria: Sequence[str], answers: Sequence[Answer]) -> Interview:
    """Weights (sum 1) that fit ``answers`` best, and how consistent they are.

    The last answer to a pair counts; answers about other criteria do not. Criteria that no
    chain of answers joins to others weigh as if they were equal on average.
    """
    size = len(criteria)
    place = {one: number for number, one in enumerate(criteria)}
    logs, known, number = np.zeros((size, size)), np.zeros((size, size), bool), {}
    for count, answer in enumerate(answers):
        if answer.one in place and answer.other in place and answer.one != answer.other:
            one, other = place[answer.one], place[answer.other]
            logs[one, other], logs[other, one] = np.log(answer.times), -np.log(answer.times)
            known[one, other] = known[other, one] = True
            number[min(one, other), max(one, other)] = count
    fitted = _fit(logs, known)
    weights = np.exp(fitted - fitted.max()) if size else fitted
    shares = weights / weights.sum() if size else weights
    gap = np.where(known, np.abs(logs - (fitted[:, None] - fitted)), 0.0)
    ratio = _ratio(logs, known, fitted)
    oddest = None
    if ratio is not None and gap.max() > 1e-9:
        worst = np.argwhere(np.triu(gap >= gap.max() - 1e-9)).tolist()
        # a single round spreads a contradiction evenly: then no answer is the odd one
        if len(worst) == 1:
            one, other = worst[0]
            oddest = number[one, other]
    named = {one: float(share) for one, share in zip(criteria, shares, strict=True)}
    return Interview(named, ratio, oddest)


def _ring(criteria: Sequence[str]) -> list[tuple[str, str]]:
    """Each criterion with the next; the round closes where that makes a new pair."""
    pairs = list(pairwise(criteria))
    return [*pairs, (criteria[0], criteria[-1])] if len(criteria) > 2 else pairs


def _fit(logs: Floats, known: NDArray[np.bool_]) -> Floats:
    """Logarithms of the weights (K,) by least squares over the known pairs, mean 0.

    The normal equations are the Laplacian of the graph of answers; its pseudo-inverse gives
    each separate part of the graph the mean 0.
    """
    laplacian = np.diag(known.sum(axis=1).astype(np.float64)) - known
    return np.asarray(np.linalg.pinv(laplacian) @ np.where(known, logs, 0).sum(axis=1))


def _ratio(logs: Floats, known: NDArray[np.bool_], fitted: Floats) -> float | None:
    """Saaty's consistency ratio, or None while no answer closes a circle.

    Missing pairs are filled by the fit, which makes them agree; so the random index is lowered
    in proportion to the answers that can still disagree. That it falls nearly linearly in the
    missing pairs is the finding of Ágoston & Csató 2022, Omega 108, 102576.
    """
    size = len(logs)
    free = (size - 1) * (size - 2) // 2
    missing = (size * (size - 1) - int(known.sum())) // 2
    parts = size - int(np.linalg.matrix_rank(np.diag(known.sum(axis=1)) - known.astype(int)))
    if size not in RANDOM_INDEX or parts > 1 or missing >= free:
        return None
    filled = np.exp(np.where(known, logs, fitted[:, None] - fitted))
    largest = float(np.linalg.eigvals(filled).real.max())
    index = (largest - size) / (size - 1)
    return max(0.0, index / (RANDOM_INDEX[size] * (1 - missing / free)))
