"""The pitch: what a bureau hands to a crew about its places, and what it keeps to itself.

Money is in CNY, ways in kilometres by road and minutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from geo.model.figures import Range, Reason, Source
from geo.model.money import Cost, Review, Subsidy, Uplift
from geo.model.permits import Finding
from geo.model.script import DayPart, IntExt
from geo.model.shoot_plans import SunTimes
from geo.model.sites import Site


class PitchPart(StrEnum):
    """A part of the pack, in the order in which it usually stands."""

    COVER = "cover"
    ANSWER = "answer"
    SCENES = "scenes"
    MONEY = "money"
    PERMITS = "permits"
    SERVICES = "services"
    MAP = "map"
    LIGHT = "light"
    COMPARE = "compare"
    CONTACTS = "contacts"


class PitchFormat(StrEnum):
    """A file of the pack; ``LONG`` is one picture 1,080 px wide, ``PHONE`` a PDF of tall pages."""

    PDF = "pdf"
    PPTX = "pptx"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"
    LONG = "long"
    PHONE = "phone"
    TEXT = "text"


class PitchLang(StrEnum):
    """Chinese, English, or Chinese with English beneath."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


class Audience(StrEnum):
    """Who will see a file: only the crew and the office, or anybody."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Disclosure(StrEnum):
    """What leaves the office only when ticked.

    ``QUOTES`` are prices told on the phone, ``FLOOR`` the least a place would take, ``OWNER`` the
    owner's name and phone, ``NOTES`` the bureau's own notes, ``PHOTO_PLACE`` position and device
    inside photos, ``RIVALS`` the comparison with places of other cities.
    """

    OWNER = "owner"
    FLOOR = "floor"
    QUOTES = "quotes"
    NOTES = "notes"
    PHOTO_PLACE = "photo_place"
    RIVALS = "rivals"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """What the bureau keeps of a site beside the catalogue. Empty or None: not told.

    For everybody: ``contact``, ``phone``, ``services``, ``permit`` (how to apply),
    ``permit_days`` (working days from application to answer). Kept back unless ticked: ``owner``,
    ``owner_phone``, ``floor_price`` (CNY a day), ``notes``.
    """

    site_id: str
    contact: str = ""
    phone: str = ""
    services: str = ""
    services_en: str = ""
    permit: str = ""
    permit_en: str = ""
    permit_days: int | None = None
    owner: str = ""
    owner_phone: str = ""
    floor_price: float | None = None
    notes: str = ""
    told_by: str = ""
    told_on: str = ""


@dataclass(frozen=True, slots=True)
class BureauCard:
    """Who hands the pack out, and for which area: a city, or one of its districts.

    ``logo`` is the path of a picture, empty where there is none; ``services`` what the bureau does
    for every crew (公开).
    """

    name: str = ""
    name_en: str = ""
    city: str = ""
    district: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    address_en: str = ""
    services: str = ""
    services_en: str = ""
    logo: str = ""
    district_en: str = ""


@dataclass(frozen=True, slots=True)
class BasePack:
    """A base map the user has put in; ``review`` is its 审图号, empty where it has none.

    ``expires``: not to be used from that day on.
    """

    name: str
    source: str
    licence: str
    review: str
    datum: str
    path: str
    expires: date | None = None


DEFAULT_PARTS = (
    PitchPart.COVER,
    PitchPart.ANSWER,
    PitchPart.SCENES,
    PitchPart.MONEY,
    PitchPart.PERMITS,
    PitchPart.SERVICES,
    PitchPart.MAP,
    PitchPart.CONTACTS,
)
MOST_COMPARED = 6


@dataclass(frozen=True, slots=True)
class PitchWishes:
    """What the pack is asked to be; kept with the project.

    ``sites`` are the ids of the places pitched; none: those that the ranking takes in ``city``.
    ``city``: empty where the bureau's own, else the best-ranked, is meant. ``needs``: scene types
    asked for where there is no script. ``parts`` in their order. ``audience`` None: not asked yet.
    ``compare``: up to six site ids or city names to stand side by side. ``base``: the name of a
    base pack; empty: a sketch without boundaries where the audience is the public.
    """

    sites: tuple[str, ...] = ()
    city: str = ""
    needs: tuple[str, ...] = ()
    parts: tuple[PitchPart, ...] = DEFAULT_PARTS
    lang: PitchLang = PitchLang.ZH
    formats: frozenset[PitchFormat] = frozenset({PitchFormat.PDF, PitchFormat.HTML})
    audience: Audience | None = None
    disclose: frozenset[Disclosure] = frozenset()
    compare: tuple[str, ...] = ()
    base: str = ""
    title: str = ""
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class PitchScene:
    """A scene and the place that would take it; ``site_id`` None: none of the places pitched does.

    ``sun`` is given for scenes outside where a shooting date is told, else for the equinox.
    """

    scene_id: str
    label: str
    set_id: str
    set_name: str
    int_ext: IntExt | None
    time: DayPart | None
    site_id: str | None = None
    asked: str = ""
    served: str = ""
    fit: float = 0.0
    direct: bool = True
    reasons: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
    sun: SunTimes | None = None


@dataclass(frozen=True, slots=True)
class PitchSite:
    """A place pitched: its record, what the bureau keeps of it, the scenes it takes.

    ``file`` holds only what may be given out under the wishes. ``photos`` are paths, best first.
    ``way`` leads here from the first place pitched (None: it is the first, or lies nowhere known).
    """

    site: Site
    file: SiteFile
    scenes: tuple[str, ...] = ()
    cost: Cost | None = None
    findings: tuple[Finding, ...] = ()
    photos: tuple[str, ...] = ()
    way: PitchLeg | None = None


@dataclass(frozen=True, slots=True)
class PitchMoney:
    """Cost, money back and what is left in one city, for the scenes its places take."""

    city: str
    city_en: str
    cost: Cost
    subsidy: Subsidy
    net_certain: Range
    net_expected: Range
    net_ceiling: Range
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class PitchLeg:
    """The way between two places pitched; ``bearing`` in degrees from north.

    ``km`` by road and ``minutes`` are estimates (None: not known), ``straight_km`` measured.
    ``bearing`` None: the places lie closer together than their positions are sure.
    """

    one: str
    two: str
    straight_km: float
    bearing: float | None
    km: float | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceGain:
    """What the place gains by the shoot, each apart and never summed.

    ``visits`` (induced, in 12 months) come last, with their doubt. ``bed_nights`` and
    ``work_days`` (local) count people times nights and days.
    """

    crew_spending: Range
    bed_nights: Range
    work_days: Range
    uplift: Uplift | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """Something that is not known: what, where, and who could say (a name or an office)."""

    what: Reason
    whom: str
    site_id: str = ""
    whom_en: str = ""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One kind of thing that a pack would give out or hold back: how many, and of which places.

    ``private`` False: it goes out anyhow. ``given``: it will be in the files. ``items`` say what
    it is in words a bureau knows (never the private value itself).
    """

    code: str
    count: int
    private: bool
    given: bool
    items: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A candidate beside others: a site or a whole city, with the same figures for each.

    ``served`` and ``direct`` count scenes. ``ours``: it is of the area that pitches.
    """

    key: str
    name_zh: str
    name_en: str
    served: int
    direct: int
    cost: Cost
    subsidy: Subsidy
    net_certain: Range
    uplift: Uplift
    ours: bool = False
    site_id: str | None = None
    city: str = ""
    reasons: tuple[Reason, ...] = ()
    lead_days: Range | None = None


@dataclass(frozen=True, slots=True)
class Pitch:
    """Everything a pack says, before it is put in words.

    ``title`` of the script, empty for a profile of the place. What is private and not ticked is
    not in here: a writer cannot give out what it was never handed.
    """

    title: str
    city: str
    city_en: str
    sites: tuple[PitchSite, ...]
    scenes: tuple[PitchScene, ...]
    money: tuple[PitchMoney, ...]
    gain: PlaceGain | None
    legs: tuple[PitchLeg, ...]
    to_confirm: tuple[ToConfirm, ...]
    disclosed: tuple[Disclosed, ...]
    card: BureauCard
    wishes: PitchWishes
    today: date
    compared: tuple[Compared, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[Reason, ...] = ()
    sun: Mapping[str, SunTimes] = field(default_factory=dict)

    @property
    def served(self) -> tuple[PitchScene, ...]:
        """The scenes that one of the places takes."""
        return tuple(one for one in self.scenes if one.site_id is not None)


@dataclass(frozen=True, slots=True)
class Template:
    """A template of the pack: ``own`` is the user's copy, where there is one."""

    name: str
    path: str
    own: bool = False
