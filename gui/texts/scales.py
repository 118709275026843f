"""Axes that all rows of a list share, so that the eye compares without reading."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.model import CityOffer, Criterion, Range, SiteOffer
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
    tops = sorted(end for one in figures if (end := known_ends(one)[1]) is not None and end > 0)
    top = max(least, tops[min(len(tops) - 1, int(share * len(tops)))] if tops else least)
    unit = 10.0 ** math.floor(math.log10(top))
    return next(step * unit for step in _STEPS if step * unit >= top * (1 - 1e-9))


def shared_scales(offers: Iterable[SiteOffer | CityOffer]) -> Mapping[Criterion, Scale]:
    """The axes of a ranked list: CNY a day, CNY, visits (log); fit is a share of 1."""
    known = tuple(offers)
    return {
        Criterion.FIT: Scale(0, 1),
        Criterion.COST: Scale(0, nice_top((one.cost.priced for one in known), 10_000)),
        Criterion.SUBSIDY: Scale(0, nice_top((one.subsidy.amount for one in known), 10_000, 1)),
        Criterion.UPLIFT: Scale(0, nice_top((one.uplift.visits for one in known), 100, 1), True),
    }
