"""Route A, the reference class: how far places grew against their market in past cases.

y = ln((1 + growth of the place) / (1 + growth of the market)) is explained by the size of the place
and by whether it was picked as a success story; errors are Student t with 3 degrees of freedom and
a scale per size. It bounds and judges; it never forecasts a micro-drama.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.money.uplift.cases import CaseBook, PastCase
from geo.money.uplift.model import UpliftModel
from geo.money.uplift.spots import ATTRACTION, PREFECTURE, SCALES

Matrix = NDArray[np.float64]
FREEDOM = 3
INSIDE = 0.80
_TERMS = ("b0", "attraction", "prefecture", "success")
_ROUNDS = 200
_SETTLED = 1e-9
_HALVINGS = 60
_NODES, _WEIGHTS = np.polynomial.hermite.hermgauss(80)


class Fit(NamedTuple):
    """Mean and covariance of (b0, attraction, prefecture, success), error scale by size class."""

    mean: Matrix
    covariance: Matrix
    scales: dict[str, float]


class Judged(NamedTuple):
    """A case against a model that has not seen it: 80% interval, whether inside, its score.

    The interval score is the width plus ten times the distance outside; lower is better.
    """

    case: PastCase
    low: float
    high: float
    inside: bool
    score: float


def _row(scale: str, *, success: bool) -> list[float]:
    return [1.0, float(scale == ATTRACTION), float(scale == PREFECTURE), float(success)]


def fit(cases: Sequence[PastCase], priors: Mapping[str, float]) -> Fit:
    """Fit by weighted least squares with t weights; scales are shrunk to the pooled scale.

    ``priors`` are the values of the parameter class_priors.
    """
    start = np.array([priors[term] for term in _TERMS])
    prior = np.diag([1 / priors[f"{term}_sd"] ** 2 for term in _TERMS])
    rows = np.array([_row(case.scale, success=case.success) for case in cases])
    growth = np.array([case.growth for case in cases])
    members = {scale: np.array([case.scale == scale for case in cases]) for scale in SCALES}
    mean, scales = start, dict.fromkeys(SCALES, 0.2)
    covariance = np.linalg.inv(prior)
    for _ in range(_ROUNDS):
        spread = np.array([scales[case.scale] for case in cases])
        weights = _weights(growth - rows @ mean, spread) / spread**2
        covariance = np.linalg.inv(prior + rows.T @ (rows * weights[:, None]))
        mean = covariance @ (prior @ start + rows.T @ (weights * growth))
        left = growth - rows @ mean
        squares = _weights(left, spread) * left**2
        fresh = {scale: _scale(squares, members[scale], priors) for scale in SCALES}
        settled = max(abs(fresh[scale] - scales[scale]) for scale in SCALES) < _SETTLED
        scales = fresh
        if settled:
            break
    return Fit(mean, covariance, scales)


def _weights(left: Matrix, spread: Matrix) -> Matrix:
    return np.asarray((FREEDOM + 1) / (FREEDOM + (left / spread) ** 2))


def _scale(squares: Matrix, members: NDArray[np.bool_], priors: Mapping[str, float]) -> float:
    weight = priors["pooled_weight"]
    total = float(squares[members].sum()) + weight * float(squares.mean())
    return max(priors["scale_floor"], math.sqrt(total / (int(members.sum()) + weight)))


def quantile(fitted: Fit, scale: str, share: float, *, success: bool = False) -> float:
    """The point of y that a place of ``scale`` stays under with chance ``share``.

    Of the sum of the doubt of the terms (normal) and the error (Student t): found by halving on
    its distribution function. ``success`` False is the correction for survivorship.
    """
    row = np.array(_row(scale, success=success))
    middle = float(row @ fitted.mean)
    doubt = math.sqrt(2 * float(row @ fitted.covariance @ row)) * _NODES
    error = fitted.scales[scale]
    low, high = middle - 100.0, middle + 100.0
    for _ in range(_HALVINGS):
        point = (low + high) / 2
        below = float(_WEIGHTS @ _student((point - middle - doubt) / error)) / math.sqrt(math.pi)
        low, high = (point, high) if below < share else (low, point)
    return (low + high) / 2


def _student(t: Matrix) -> Matrix:
    """Distribution function of Student t with 3 degrees of freedom."""
    root = math.sqrt(FREEDOM)
    return np.asarray(0.5 + (t / root / (1 + t**2 / FREEDOM) + np.arctan(t / root)) / math.pi)


def judge_case(case: PastCase, fitted: Fit) -> Judged:
    """Whether ``case`` falls in the 80% interval of a model that has not seen it."""
    tail = (1 - INSIDE) / 2
    low, high = (
        quantile(fitted, case.scale, share, success=case.success) for share in (tail, 1 - tail)
    )
    return scored(case, low, high)


def scored(case: PastCase, low: float, high: float) -> Judged:
    """``case`` against an 80% interval, from whatever rule."""
    outside = max(0.0, low - case.growth) + max(0.0, case.growth - high)
    return Judged(case, low, high, outside == 0.0, (high - low) + outside / ((1 - INSIDE) / 2))


def back_test(cases: Sequence[PastCase], priors: Mapping[str, float]) -> tuple[Judged, ...]:
    """Leave one production out, refit, judge its cases; in the order of ``cases``."""
    fits = {
        cluster: fit([case for case in cases if case.cluster != cluster], priors)
        for cluster in dict.fromkeys(case.cluster for case in cases)
    }
    return tuple(judge_case(case, fits[case.cluster]) for case in cases)


@lru_cache(maxsize=4)
def record_fit(book: CaseBook, model: UpliftModel) -> Fit:
    """The fit to the whole main record, kept: it judges claims and bounds forecasts."""
    return fit(book.of_role("main"), model.of("class_priors"))
