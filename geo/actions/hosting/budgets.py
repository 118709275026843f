"""What an award pays over the corpus, and what crews and their visitors leave: sums with doubt.

Low counts only what is certain, middle what is expected, high the ceiling; over weightings the
10th and 90th of a hundred. Sums of estimates add their ends: titles share what is not known of
them (how far plays bring visitors), so that doubt does not average out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.actions.hosting.after import After
from geo.actions.hosting.contest import HIGH, LOW, Contest, Firsts
from geo.actions.hosting.towns import Town
from geo.model import Basis, PolicyResult, Range, unknown

Amounts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Paid:
    """What one award pays our titles (CNY): certain, expected, ceiling by title, 0 where unknown.

    ``may``: whether it pays a title anything, be it not known how much; ``mid_known``,
    ``most_known``: False where for some title nobody knows it; ``open``: facts that
    it hangs on beside what a stay tells; ``short``: how many titles do not meet it.
    """

    low: Amounts
    mid: Amounts
    high: Amounts
    may: NDArray[np.bool_]
    mid_known: bool
    most_known: bool
    open: tuple[str, ...]
    short: int


def paid(then: After, policy_id: str) -> Paid:
    """What the award pays each title in our city, were it shot there."""
    found = [_result(then, row[0], policy_id) for row in then.towns]
    counts = [
        one if one is not None and one.counts and one.chosen is not False else None for one in found
    ]
    asked = [one.open for one in found if one is not None and not one.failed]
    return Paid(
        np.array([0.0 if one is None else one.certain for one in counts]),
        np.array([0.0 if one is None else one.expected or one.certain for one in counts]),
        np.array([0.0 if one is None else one.ceiling or 0.0 for one in counts]),
        np.array([one is not None and one.ceiling != 0 for one in counts], bool),
        all(one is None or one.expected is not None for one in counts),
        all(one is None or one.ceiling is not None for one in counts),
        tuple(dict.fromkeys(name for names in asked for name in names)),
        sum(bool(one is not None and one.failed) for one in found),
    )


def _result(then: After, town: Town, policy_id: str) -> PolicyResult | None:
    if town.stay is None:
        return None
    judged = then.counter.back(town.stay).policies
    return next((one for one in judged if one.policy_id == policy_id), None)


def paid_range(game: Contest, then: After, money: Paid, pool: float | None = None) -> Range:
    """CNY that the award costs for all titles that come; never more than its ``pool``."""
    found = over_weightings(
        then.first, game.weights, (money.low, money.mid, money.high), "CNY", "method.rebate_paid"
    )
    low, mid, high = (
        one if pool is None or one is None else min(one, pool)
        for one in (found.low, found.mid, found.high)
    )
    most = high if money.most_known else pool
    middle = mid if money.mid_known else None
    return Range(low, middle, most, "CNY", Basis.ESTIMATED, (), "method.rebate_paid")


def spending_range(game: Contest, then: After) -> Range:
    """What the crews won more spend in the city (CNY), over weightings."""
    more = then.first & ~game.first()
    rows = [
        _ends(None if row[0].uplift is None else row[0].uplift.crew_spending) for row in then.towns
    ]
    low, mid, high = (np.array(column) for column in zip(*rows, strict=True))
    return over_weightings(more, game.weights, (low, mid, high), "CNY", "method.won_spending")


def visits_range(game: Contest, then: After) -> Range:
    """Visits in twelve months by the crews won more under the weights as they are.

    Its ends are the doubt of the uplift model alone, so that it can be set against what the same
    crews are paid: with the most crews of any weighting a subsidy would seem to pay sooner.
    """
    more = then.first[-1] & ~game.first()[-1]
    rows = [_ends(None if row[0].uplift is None else row[0].uplift.visits) for row in then.towns]
    ends = [
        round(float(more @ (game.weights * np.array(one))), 2) for one in zip(*rows, strict=True)
    ]
    return Range(ends[0], ends[1], ends[2], "visits", Basis.ESTIMATED, (), "method.won_visits")


def over_weightings(
    mask: Firsts, weights: Amounts, amounts: Sequence[Amounts], unit: str, method: str
) -> Range:
    """Sum of ``amounts`` (low, mid, high by title) over the titles of ``mask`` by weighting."""
    low, mid, high = (mask @ (weights * one) for one in amounts)
    least = float(np.percentile(low[:-1], LOW))
    most = float(np.percentile(high[:-1], HIGH))
    middle = float(mid[-1])
    ends = round(min(least, middle), 2), round(middle, 2), round(max(most, middle), 2)
    return Range(*ends, unit, Basis.ESTIMATED, (), method)


def takings_to_pay(budget: Range, visits: Range) -> Range:
    """Local takings per visit at which visits cover the budget; low with the most visits.

    Unknown where nothing is paid out or nobody comes.
    """
    spent = budget.mid
    if not spent or not visits.mid:
        return unknown("CNY/visit", low=None)
    low, mid, high = (spent / one if one else None for one in (visits.high, visits.mid, visits.low))
    return Range(low, mid, high, "CNY/visit", Basis.ESTIMATED, (), "method.takings_to_pay")


def _ends(had: Range | None) -> tuple[float, float, float]:
    return (0.0, 0.0, 0.0) if had is None else (had.low or 0.0, had.mid or 0.0, had.high or 0.0)
