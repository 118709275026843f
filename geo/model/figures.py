"""Figures and where they come from: ranges, sources, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool


def in_language(en: str | None, zh: str | None, lang: str) -> str:
    """A text in ``lang``, in the other language where only that exists, else empty."""
    return (en or zh or "") if lang == "en" else (zh or en or "")


class Basis(StrEnum):
    """How a figure is known."""

    PUBLISHED = "published"
    QUOTED = "quoted"
    MEASURED = "measured"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Who published what, when; ``supports`` names the fields of the record it stands for.

    ``title`` and ``publisher`` are Chinese, or as the work itself has them; ``title_en`` and
    ``publisher_en`` are their English names where somebody wrote them down.
    """

    title: str
    publisher: str
    date: str | None = None
    url: str | None = None
    link_safe: bool = False
    supports: tuple[str, ...] = ()
    confidence: str | None = None
    title_en: str | None = None
    publisher_en: str | None = None

    def title_in(self, lang: str) -> str:
        """The title in ``lang``, as it stands where it has no other."""
        return in_language(self.title_en, self.title, lang)

    def publisher_in(self, lang: str) -> str:
        """The publisher in ``lang``, as it stands where it has no other name."""
        return in_language(self.publisher_en, self.publisher, lang)


@dataclass(frozen=True, slots=True)
class Range:
    """A figure with its doubt. ``None`` at an end means that nobody knows it; unknown is not 0.

    ``beyond``: something that nobody has priced comes on top of the ends given here.
    """

    low: float | None
    mid: float | None
    high: float | None
    unit: str
    basis: Basis
    sources: tuple[Source, ...] = ()
    method: str = ""
    beyond: bool = False

    @property
    def known(self) -> bool:
        """Whether anything at all can be said of the figure."""
        return self.basis is not Basis.UNKNOWN

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """Lowest and highest known value, in order; a bare ``mid`` counts as both ends."""
        low, high = self.low, self.high
        if low is None and high is None:
            return self.mid, self.mid
        if low is not None and high is not None and low > high:
            low, high = high, low
        return low, high


def unknown(unit: str, *, low: float | None = 0.0) -> Range:
    """A figure nobody published; ``low`` is 0 for money that cannot be negative."""
    return Range(low, None, None, unit, Basis.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with its numbers; ``geo.phrases`` makes the sentence."""

    code: str
    values: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sum. An unpriced line (``mid`` is None) is listed, never a 0.

    ``amount`` is CNY per shooting day, ``total`` CNY for the whole stay.
    ``own``: priced by the user (a quote, an own rate); who and when stand in its sources.
    """

    code: str
    amount: Range
    reasons: tuple[Reason, ...] = ()
    total: Range | None = None
    own: bool = False
