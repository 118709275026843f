"""Low, mid and high of a figure while it is computed, and how it becomes a Range."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from geo.model import Basis, Range, Source


class Span(NamedTuple):
    """Low, mid and high of one figure: its 10%, 50% and 90% points once it is drawn."""

    low: float
    mid: float
    high: float

    @staticmethod
    def exact(value: float) -> Span:
        """A figure without doubt."""
        return Span(value, value, value)

    def as_range(
        self, unit: str, basis: Basis, sources: Iterable[Source] = (), method: str = ""
    ) -> Range:
        """The same as a model value; sources stand once each, in their order."""
        return Range(
            self.low, self.mid, self.high, unit, basis, tuple(dict.fromkeys(sources)), method
        )
