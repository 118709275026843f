"""Reference class of past cases: how far places grew against the market, and the back-test.

y = ln((1 + growth of the place) / (1 + growth of the market)) is explained by the size of the place
and by whether it was picked as a success story; errors are Student t with a scale per size. It
bounds and judges; it never forecasts a micro-drama.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.money.records import Record, read_asset
from geo.money.uplift.model import SCALES, ClassPriors

Matrix = NDArray[np.float64]
DRAWS = 40_000
INSIDE = 0.80
_ROUNDS = 200
_SETTLED = 1e-9


@dataclass(frozen=True, slots=True)
class PastCase:
    """One place and title: log growth against the market, size class, how it was picked."""

    id: str
    work: str
    place: str
    kind: str
    cluster: str
    scale: str
    success: bool
    role: str
    growth: float


class Fit(NamedTuple):
    """Mean and covariance of (b0, attraction, prefecture, success), error scale by size class."""

    mean: Matrix
    covariance: Matrix
    scales: dict[str, float]


class Verdict(NamedTuple):
    """One left-out case: its 80% interval, whether it fell inside, its interval score."""

    case: PastCase
    low: float
    high: float
    inside: bool
    score: float


def load_cases(path: Path) -> tuple[PastCase, ...]:
    """Cases with a growth and a control; the rest of the file is context. Raises FactsError."""
    return tuple(
        _case(record)
        for record in read_asset(path).children("cases")
        if record.choice("role", ROLES) in ("main", "short", "placebo", "persistence")
    )


ROLES = ("main", "short", "placebo", "persistence", "context", "rejected")


def _case(record: Record) -> PastCase:
    raw = record.number("pct_raw", low=-99)
    control = record.number("control_pct", low=-99)
    return PastCase(
        id=record.text("id"),
        work=record.text("work"),
        place=record.text("place"),
        kind=record.text("kind"),
        cluster=record.text("cluster"),
        scale=record.choice("scale", SCALES),
        success=record.choice("selection", ("success", "systematic")) == "success",
        role=record.text("role"),
        growth=math.log((1 + raw / 100) / (1 + control / 100)),
    )


def _row(scale: str, *, success: bool) -> list[float]:
    return [1.0, float(scale == "A"), float(scale == "C"), float(success)]


def fit(cases: Sequence[PastCase], priors: ClassPriors) -> Fit:
    """Fit by weighted least squares with t weights; scales are shrunk to the pooled scale."""
    terms = (priors.b0, priors.attraction, priors.prefecture, priors.success)
    start = np.array([mean for mean, _ in terms])
    prior = np.diag([1 / sd**2 for _, sd in terms])
    rows = np.array([_row(case.scale, success=case.success) for case in cases])
    growth = np.array([case.growth for case in cases])
    members = {scale: np.array([case.scale == scale for case in cases]) for scale in SCALES}
    mean, scales = start, dict.fromkeys(SCALES, 0.2)
    covariance = np.linalg.inv(prior)
    for _ in range(_ROUNDS):
        spread = np.array([scales[case.scale] for case in cases])
        weights = _weights(growth - rows @ mean, spread, priors) / spread**2
        covariance = np.linalg.inv(prior + rows.T @ (rows * weights[:, None]))
        mean = covariance @ (prior @ start + rows.T @ (weights * growth))
        left = growth - rows @ mean
        squares = _weights(left, spread, priors) * left**2
        fresh = {scale: _scale(squares, members[scale], priors) for scale in SCALES}
        settled = max(abs(fresh[scale] - scales[scale]) for scale in SCALES) < _SETTLED
        scales = fresh
        if settled:
            break
    return Fit(mean, covariance, scales)


def _weights(left: Matrix, spread: Matrix, priors: ClassPriors) -> Matrix:
    freedom = priors.degrees_of_freedom
    return np.asarray((freedom + 1) / (freedom + (left / spread) ** 2))


def _scale(squares: Matrix, members: NDArray[np.bool_], priors: ClassPriors) -> float:
    weight = priors.pooled_weight
    total = float(squares[members].sum()) + weight * float(squares.mean())
    return max(priors.scale_floor, math.sqrt(total / (int(members.sum()) + weight)))


def growth_draws(
    fitted: Fit, scale: str, priors: ClassPriors, *, success: bool, seed: int = 1
) -> Matrix:
    """Draws of log relative growth for a place of ``scale``."""
    rng = np.random.default_rng(seed)
    terms = rng.multivariate_normal(fitted.mean, fitted.covariance, DRAWS)
    errors = fitted.scales[scale] * rng.standard_t(priors.degrees_of_freedom, DRAWS)
    return np.asarray(terms @ np.array(_row(scale, success=success)) + errors)


def bound(fitted: Fit, scale: str, priors: ClassPriors, quantile: float = 0.975) -> float:
    """Relative growth that a place not picked for success stays under; the cap of a forecast."""
    draws = growth_draws(fitted, scale, priors, success=False)
    return float(np.expm1(np.quantile(draws, quantile)))


def judge_case(case: PastCase, fitted: Fit, priors: ClassPriors) -> Verdict:
    """Whether ``case`` falls in the 80% interval of a model that has not seen it."""
    tail = (1 - INSIDE) / 2
    draws = growth_draws(fitted, case.scale, priors, success=case.success)
    low, high = (float(each) for each in np.quantile(draws, [tail, 1 - tail]))
    outside = max(0.0, low - case.growth) + max(0.0, case.growth - high)
    inside = outside == 0.0
    return Verdict(case, low, high, inside, (high - low) + outside / tail)


def back_test(cases: Sequence[PastCase], priors: ClassPriors) -> tuple[Verdict, ...]:
    """Leave one production out, refit, judge its cases; in the order of ``cases``."""
    fits: dict[str, Fit] = {}
    for cluster in dict.fromkeys(case.cluster for case in cases):
        fits[cluster] = fit([case for case in cases if case.cluster != cluster], priors)
    return tuple(judge_case(case, fits[case.cluster], priors) for case in cases)


def coverage(
    verdicts: Sequence[Verdict], keep: Callable[[PastCase], bool] = lambda case: True
) -> tuple[int, int, float]:
    """Cases inside, cases judged and the mean interval score, of those that ``keep`` keeps."""
    kept = [verdict for verdict in verdicts if keep(verdict.case)]
    inside = sum(verdict.inside for verdict in kept)
    return inside, len(kept), float(np.mean([verdict.score for verdict in kept]))
