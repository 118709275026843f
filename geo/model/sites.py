"""Real places: sites, their scene types, levels and prices, and administrative divisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.model.figures import Basis, Reason, Source


class Kind(StrEnum):
    """What a site is."""

    BASE = "filming_base"
    ICH = "ich_site"
    SCENIC = "scenic_area"
    COMMUNITY = "community_venue"


class Exposure(StrEnum):
    """How a scene type can be had at a site."""

    OUTSIDE = "outside"
    INSIDE = "inside"
    UNKNOWN = "unknown"


class VenueClass(StrEnum):
    """Which class of price facts a site belongs to; ``OPEN`` has no published class."""

    INDOOR_BASE = "indoor_base"
    BACKLOT = "backlot"
    OPEN = "open"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class SiteScene:
    """A scene type of a site. ``sourced`` is False for general knowledge or inference."""

    scene_type: str
    exposure: Exposure
    sourced: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A grade: code, batch, year, ``certainty`` (sourced, general_knowledge, unverified), text."""

    code: str
    certainty: str
    text: str
    batch: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Hire:
    """A price told or published: ``amount`` in CNY per ``per``.

    Rents: hour, half_day, day, base_day. Beside them: overtime (an hour beyond the day's hire),
    minimum (the least that is charged) and deposit (given back). ``until``: ISO date to which a
    quote holds, empty where nobody said.
    """

    amount: float
    per: str
    basis: Basis
    who: str = ""
    date: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A real place (取景地). ``parent`` names the base that a child set (分景) belongs to.

    ``closed_weekdays`` are the days on which it shuts every week, 0 = Monday to 6 = Sunday; empty
    when it is known to open every day, None when nobody has said.
    """

    id: str
    name_zh: str
    name_en: str
    kind: Kind
    adcode: str
    city_zh: str
    city_en: str
    district_zh: str | None
    lat: float
    lon: float
    coord_basis: str
    coord_uncertainty_m: float
    venue_class: VenueClass = VenueClass.OPEN
    levels: tuple[Level, ...] = ()
    ich_category: str | None = None
    scene_types: tuple[SiteScene, ...] = ()
    eras: tuple[str, ...] = ()
    indoor_area_m2: float | None = None
    sets_count: int | None = None
    hires: tuple[Hire, ...] = ()
    ticket_cny: float | None = None
    annual_visitors: int | None = None
    annual_visitors_year: int | None = None
    crews_hosted_zh: str | None = None
    crews_hosted_en: str | None = None
    known_productions: tuple[str, ...] = ()
    opening_note_zh: str | None = None
    opening_note_en: str | None = None
    closed_weekdays: tuple[int, ...] | None = None
    notes_zh: str | None = None
    notes_en: str | None = None
    sources: tuple[Source, ...] = ()
    basis_default: str = "source"
    photos: tuple[str, ...] = ()
    parent: str | None = None
    by_hand: bool = False

    @property
    def exact(self) -> bool:
        """Whether its position is as published, or was taken on the spot: no centre of an area."""
        return self.coord_basis in ("source", "gps", "gps_unsaid")


@dataclass(frozen=True, slots=True)
class Division:
    """A province, city or county: name, six-digit code, label point, parent code."""

    adcode: str
    name: str
    level: str
    lat: float
    lon: float
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """Places read from a file, and what could not be taken as it stood."""

    sites: tuple[Site, ...]
    notes: tuple[Reason, ...] = ()
