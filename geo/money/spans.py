"""Low, mid and high of a figure while it is computed, and how it becomes a Range."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from geo.model import Basis, Range, Source


class Span(NamedTuple):
    """Three ends that move together: the low case meets the low case."""

    low: float
    mid: float
    high: float

    def times(self, other: Span) -> Span:
        """End by end product."""
        return Span(self.low * other.low, self.mid * other.mid, self.high * other.high)

    def plus(self, other: Span) -> Span:
        """End by end sum."""
        return Span(self.low + other.low, self.mid + other.mid, self.high + other.high)

    def scaled(self, factor: float) -> Span:
        """Every end times ``factor`` (not negative)."""
        return Span(self.low * factor, self.mid * factor, self.high * factor)

    def over(self, other: Span) -> Span:
        """Quotient where doubt widens: the low end over the high one."""
        return Span(self.low / other.high, self.mid / other.mid, self.high / other.low)

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
