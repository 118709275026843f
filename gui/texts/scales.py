"""Axes that all rows of a list share, so that the eye compares without reading."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.model import CityOffer, Criterion, Range, SiteColumns, highest
from gui.texts.numbers import known_ends

_STEPS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """One axis of a column; ``log`` measures 1 + x, so that 0 has a place."""

    low: float
    high: float
    log: bool = False

    def at(self, value: float) -> float:
        """Where ``value`` lies, 0 to 1, clipped."""
        low, high = self.low, self.high
        if self.log:
            low, high, value = (math.log1p(max(0.0, one)) for one in (low, high, value))
        if high <= low:
            return 0.0
        return min(1.0, max(0.0, (value - low) / (high - low)))


def nice_top(figures: Iterable[Range], least: float, share: float = 0.95) -> float:
    """A round figure above ``share`` of the highest known ends, ``least`` when none is known."""
    tops = [math.nan if (end := known_ends(one)[1]) is None else end for one in figures]
    return round_top(np.array(tops, np.float64), least, share)


def round_top(tops: NDArray[np.float64], least: float, share: float = 0.95) -> float:
    """A round figure above ``share`` of ``tops`` (N,), not-a-number where nobody knows."""
    some = tops[tops > 0]
    if len(some):
        place = min(len(some) - 1, int(share * len(some)))
        least = max(least, float(np.partition(some, place)[place]))
    unit = 10.0 ** math.floor(math.log10(least))
    return next(step * unit for step in _STEPS if step * unit >= least * (1 - 1e-9))


def _scales(tops: Mapping[str, NDArray[np.float64]]) -> Mapping[Criterion, Scale]:
    """The axes of a ranked list: CNY a day, CNY, visits (log); fit is a share of 1."""
    return {
        Criterion.FIT: Scale(0, 1),
        Criterion.COST: Scale(0, round_top(tops[Criterion.COST], 10_000)),
        Criterion.SUBSIDY: Scale(0, round_top(tops[Criterion.SUBSIDY], 10_000, 1)),
        Criterion.UPLIFT: Scale(0, round_top(tops[Criterion.UPLIFT], 100, 1), True),
    }


def site_scales(columns: SiteColumns) -> Mapping[Criterion, Scale]:
    """The axes of the list of places."""
    return _scales(columns.tops)


def city_scales(offers: Iterable[CityOffer]) -> Mapping[Criterion, Scale]:
    """The axes of the list of cities."""
    return _scales(highest(offers))
