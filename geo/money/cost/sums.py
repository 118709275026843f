"""Lines added up draw by draw, and what a sum says while the venue has no price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from geo.model import Basis, Range
from geo.money.cost.bills import PER_DAY, STAY, Bill, sources_of, sum_of
from geo.money.cost.draws import Fen, in_fen, money, per_day, points


class Sums(NamedTuple):
    """A day and the stay: what is priced (with its draws of a day), and the whole as far as known.

    The whole has no middle and no high end while the venue has no price.
    """

    day: Fen
    priced: Range
    priced_total: Range
    per_day: Range
    total: Range


def sums(bills: Sequence[Bill]) -> Sums:
    """Add up all lines that are priced; the venue that is not comes on top (``beyond``)."""
    open_venue = any(bill.code == "venue" and bill.open for bill in bills)
    method = "method.simulated_without_venue" if open_venue else "method.simulated"
    sources = sources_of(bill for bill in bills if bill.stay is not None)
    day, stay = sum_of(bill.day for bill in bills), sum_of(bill.stay for bill in bills)
    priced, priced_total = (
        money(fen, unit, Basis.ESTIMATED, sources, method, open_venue)
        for fen, unit in ((day, PER_DAY), (stay, STAY))
    )
    if not open_venue:
        return Sums(day, priced, priced_total, priced, priced_total)
    whole, whole_total = (
        replace(each, mid=None, high=None, beyond=False) for each in (priced, priced_total)
    )
    return Sums(day, priced, priced_total, whole, whole_total)


def ranked(day: Fen, asked: Fen, days: Fen, charge: float) -> float:
    """The middle of a day with every day of rent in ``asked`` at the stated charge (CNY)."""
    extra = in_fen(asked.astype(np.float64) * charge)
    return points(day + per_day(extra, days))[1] / 100
