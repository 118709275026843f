"""The rows of the lists as plain values: what models hold and delegates draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from geo.model import CityOffer, Criterion, DayPart, IntExt, Kind, Range, SiteOffer, Subsidy
from gui.texts.scales import Scale

_USER_ROLE = 0x0100


class Role(IntEnum):
    """Item roles beyond Qt's own: the row, its id, its place from 1, and the list's frame.

    SHARES is a ``RowShares`` or None; PHOTO the path of the first photo, empty without one.
    """

    ROW = _USER_ROLE + 1
    ID = _USER_ROLE + 2
    RANK = _USER_ROLE + 3
    FRAME = _USER_ROLE + 4
    SHARES = _USER_ROLE + 5
    PHOTO = _USER_ROLE + 6


class Coverage(StrEnum):
    """How a scene can be had: shot as written, stood in for, or not at all."""

    DIRECT = "direct"
    STAND_IN = "stand_in"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ListFrame:
    """What all rows of a ranked list share: the axes, and whether its rows show photos."""

    scales: Mapping[Criterion, Scale] = field(default_factory=dict)
    photos: bool = False
    many_cities: bool = False


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A site or a city in the ranked list. ``kind`` is None for a city; counts are scenes."""

    id: str
    kind: Kind | None
    name_zh: str
    name_en: str
    city_zh: str
    city_en: str
    district_zh: str
    direct: int
    stand_in: int
    total: int
    cost: Range
    subsidy: Range
    certain: float
    uplift: Range

    def name(self, lang: str) -> str:
        """The name in the reader's language."""
        return self.name_en if lang == "en" and self.name_en else self.name_zh

    def place(self, lang: str, *, many_cities: bool) -> str:
        """Where it lies: the district, with its city when the list spans several."""
        if self.kind is None:
            return ""
        if lang == "en":
            return self.city_en
        return f"{self.city_zh} {self.district_zh}".strip() if many_cities else self.district_zh

    def figure(self, criterion: Criterion) -> Range | None:
        """The figure shown for ``criterion``; fit is told in scenes, not as a figure."""
        return {
            Criterion.COST: self.cost,
            Criterion.SUBSIDY: self.subsidy,
            Criterion.UPLIFT: self.uplift,
        }.get(criterion)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set of the script: names of what it needs, times of day counted, how it can be had."""

    id: str
    name: str
    scenes: int
    needs_zh: tuple[str, ...]
    needs_en: tuple[str, ...]
    int_ext: IntExt | None
    times: Mapping[DayPart, int]
    coverage: Coverage | None

    def needs(self, lang: str) -> tuple[str, ...]:
        """What it needs, in the reader's language."""
        return self.needs_en if lang == "en" else self.needs_zh


def site_row(offer: SiteOffer, total: int) -> RankedRow:
    """The row of a site; ``total`` scenes stand in the script."""
    direct = {match.scene_id for match in offer.matches if match.direct}
    served = {match.scene_id for match in offer.matches}
    site = offer.site
    return RankedRow(
        id=site.id,
        kind=site.kind,
        name_zh=site.name_zh,
        name_en=site.name_en,
        city_zh=_short_city(site.city_zh),
        city_en=site.city_en,
        district_zh=site.district_zh or "",
        direct=len(direct),
        stand_in=len(served - direct),
        total=total,
        cost=offer.cost.priced,
        subsidy=offer.subsidy.amount,
        certain=_certain(offer.subsidy),
        uplift=offer.uplift.visits,
    )


def city_row(offer: CityOffer, name_en: str = "") -> RankedRow:
    """The row of a city: scenes that have a place there, and the cheapest sites' figures."""
    return RankedRow(
        id=offer.city,
        kind=None,
        name_zh=offer.city,
        name_en=name_en or offer.city,
        city_zh=offer.city,
        city_en=name_en or offer.city,
        district_zh="",
        direct=len(offer.covered),
        stand_in=0,
        total=len(offer.covered) + len(offer.uncovered),
        cost=offer.cost.priced,
        subsidy=offer.subsidy.amount,
        certain=_certain(offer.subsidy),
        uplift=offer.uplift.visits,
    )


def _certain(subsidy: Subsidy) -> float:
    return sum(policy.certain for policy in subsidy.policies)


def _short_city(name: str) -> str:
    return name.removesuffix("市") if len(name) > 2 else name
