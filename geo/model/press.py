"""What papers say of a place and a drama, and what can be said of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.model.figures import Range, Reason, Source


@dataclass(frozen=True, slots=True)
class PressClaim:
    """What a paper says: ``place`` grew by ``growth`` (0.134 = 13.4%) from ``start`` to ``end``.

    ``scale``: A attraction, B county, C prefecture or larger. ``market``: the growth of a control
    the user knows, None = look it up. ``release``: when the title came out, if known.
    """

    place: str
    scale: str
    start: date
    end: date
    growth: float
    market: float | None = None
    release: date | None = None


@dataclass(frozen=True, slots=True)
class PressExample:
    """A published claim to try the check with, and the title it was told of."""

    work: str
    claim: PressClaim


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """A press claim against market growth and noise.

    ``code``: no_control, baseline (before release), below_market, within_noise, above_noise,
    beyond_record. ``relative`` and ``noise`` are fractions (80% of unaffected places).
    """

    code: str
    relative: float | None
    market: float | None
    noise: Range
    reasons: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = ()
