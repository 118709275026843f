"""Two figures of each place against each other, as points of a chart: cost a day, and a gain."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from geo.model import Basis, Criterion, Kind, Range, Ranking, SiteOffer
from gui.texts.charts import round_step, tick_text
from gui.texts.numbers import WAN, known_ends
from gui.texts.scales import Scale

MOST, FEW = 2_000, 300
"""Up to MOST places are all drawn; of more only the best FEW and those on the front."""
_TOP = 0.97


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: its figures with their doubt, None where an end is not known.

    ``x`` is what the ranking counts for a day. ``asked`` is False where the venue has no price, so
    that ``x`` holds a stated charge for it. ``scenes``: how many it serves.
    """

    column: int
    id: str
    kind: Kind
    name_zh: str
    name_en: str
    x: float
    y: float
    x_ends: tuple[float | None, float | None]
    y_ends: tuple[float | None, float | None]
    asked: bool
    scenes: int

    def name(self, lang: str) -> str:
        """The name in the reader's language."""
        return self.name_en if lang == "en" and self.name_en else self.name_zh


@dataclass(frozen=True, slots=True)
class Ticks:
    """An axis: its scale and what is written along it."""

    scale: Scale
    marks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class FrontChart:
    """All that the chart draws; ``front`` are columns of places that no other beats in both."""

    spots: tuple[Spot, ...] = ()
    front: frozenset[int] = frozenset()
    x: Ticks = field(default_factory=lambda: Ticks(Scale(0, 1), ()))
    y: Ticks = field(default_factory=lambda: Ticks(Scale(0, 1), ()))


def front_chart(
    ranking: Ranking, front: Sequence[int], gain: Criterion, scenes: int, lang: str
) -> FrontChart:
    """Cost a day against ``gain`` (fit, subsidy or uplift) for the places that are ranked.

    ``scenes``: how many the script has.
    """
    columns = dict.fromkeys((*drawn_columns(ranking).tolist(), *front))
    spots = tuple(
        _spot(column, ranking.sites[column], gain, scenes)
        for column in columns
        if ranking.sites[column].matches
    )
    drawn = {spot.column for spot in spots}
    return FrontChart(
        spots,
        frozenset(front) & drawn,
        _cost_axis((spot.x for spot in spots), lang),
        _gain_axis([spot.y for spot in spots], gain, lang),
    )


def draws_all(ranking: Ranking) -> bool:
    """Whether every place of the ranking is drawn."""
    return ranking.site_order.count() <= MOST


def drawn_columns(ranking: Ranking) -> NDArray[np.intp]:
    """The columns that are drawn beside the front, in the order of the ranking."""
    return ranking.site_order.first(MOST if draws_all(ranking) else FEW)


def offer_gain(offer: SiteOffer, gain: Criterion, scenes: int) -> Range:
    """What ``gain`` is read from. Fit is told in scenes: the mean of all, ``scenes`` times."""
    if gain is Criterion.UPLIFT:
        return offer.uplift.visits
    low, mid, high = _gain(offer, gain, scenes)
    if gain is Criterion.SUBSIDY:
        amount = offer.subsidy.amount
        return Range(low, mid, high, "CNY", amount.basis, amount.sources)
    return Range(low, mid, high, "scenes", Basis.ESTIMATED)


def _gain(offer: SiteOffer, gain: Criterion, scenes: int) -> tuple[float, float, float | None]:
    """Lowest, counted, highest (None: not known)."""
    if gain is Criterion.UPLIFT:
        low, high = known_ends(offer.uplift.visits)
        mid = offer.uplift.visits.mid or 0.0
        return mid if low is None else low, mid, high
    if gain is Criterion.SUBSIDY:
        return offer.subsidy.certain, offer.subsidy.counted, offer.subsidy.ceiling
    ends = (offer.fit_low, offer.fit, offer.fit_high)
    low, mid, high = (scenes * (offer.fit if one is None else one) for one in ends)
    return low, mid, high


def _spot(column: int, offer: SiteOffer, gain: Criterion, scenes: int) -> Spot:
    site = offer.site
    cheap, dear = known_ends(offer.cost.priced)
    low, mid, high = _gain(offer, gain, scenes)
    asked = not offer.cost.priced.beyond and offer.cost.per_day.mid is not None
    return Spot(
        column,
        site.id,
        site.kind,
        site.name_zh,
        site.name_en,
        offer.cost.ranked,
        mid,
        (cheap, dear if asked else None),
        (low, high),
        asked,
        len(offer.matches),
    )


def _cost_axis(values: Iterable[float], lang: str) -> Ticks:
    """From a round sum below the cheapest to one above nearly all; the dearest stand at the end."""
    known = sorted(values)
    if not known:
        return Ticks(Scale(0, 1), ())
    low, high = known[0], known[min(len(known) - 1, math.ceil(_TOP * len(known)))]
    if high <= low:
        low, high = low * 0.5, max(1.0, high * 1.5)
    step = round_step((high - low) / 5)
    first = max(0.0, math.floor(low / step - 0.15) * step)
    last = math.ceil(high / step + 0.05) * step
    count = round((last - first) / step)
    marks = tuple((first + n * step, tick_text(first + n * step, lang)) for n in range(count + 1))
    return Ticks(Scale(first, last), marks)


def _gain_axis(values: Sequence[float], gain: Criterion, lang: str) -> Ticks:
    if gain is Criterion.UPLIFT:
        top = _top(values, 30)
        every = (value for power in range(7) for value in (10.0**power, 3 * 10.0**power))
        marks = [0.0, *(one for one in every if one <= top * 1.001)]
        return Ticks(Scale(0, max(top, marks[-1]) * 1.3, True), _marked(marks, lang))
    if gain is Criterion.SUBSIDY:
        step = round_step(_top(values, 10_000) / 4)
        sums = [n * step for n in range(6)]
        return Ticks(Scale(0, sums[-1]), tuple((one, tick_text(one, lang)) for one in sums))
    top = _top(values, 4)
    # nobody counts half a scene
    step = float(math.ceil(round_step(top / 4)))
    marks = [n * step for n in range(math.floor(top / step) + 1)]
    return Ticks(Scale(0, top * 1.05), _marked(marks, lang))


def _top(values: Sequence[float], least: float) -> float:
    """A round figure that none of ``values`` exceeds, ``least`` or more."""
    step = round_step(max(least, *values, least) / 10)
    return math.ceil(max(least, *values, least) / step - 1e-9) * step


def _marked(values: Iterable[float], lang: str) -> tuple[tuple[float, str], ...]:
    return tuple((value, _count(value, lang)) for value in values)


def _count(value: float, lang: str) -> str:
    large = value >= WAN and lang == "zh"
    return f"{value / WAN:,.6g} 万" if large else f"{value:,.0f}"


def front_steps(spots: Sequence[Spot]) -> tuple[tuple[float, float], ...]:
    """The corners of the front of ``spots`` from the cheapest up: right, then up."""
    corners: list[tuple[float, float]] = []
    for spot in sorted(spots, key=lambda one: (one.x, -one.y)):
        if corners and spot.y <= corners[-1][1]:
            continue
        if corners:
            corners.append((spot.x, corners[-1][1]))
        corners.append((spot.x, spot.y))
    return tuple(corners)
