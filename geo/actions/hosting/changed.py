"""A catalogue, prices or policies as a change would make them, in memory: nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.actions.regions import city_place
from geo.actions.workspace import Workspace, locate
from geo.errors import FactsError
from geo.match import great_circle_km, hours, open_at
from geo.model import (
    Amount,
    Basis,
    Condition,
    DayPart,
    Exposure,
    Hire,
    IntExt,
    Kind,
    Policy,
    PolicyBook,
    Region,
    Rule,
    Site,
    SiteScene,
    Stacking,
    Vocabulary,
)
from geo.model.hosting import Improvement, ImprovementKind, Ours
from geo.model.policies import bare_policy
from geo.money import CostFacts, Stop
from geo.money.cost.price import stop_at
from geo.money.subsidy.plan_facts import IN_A_ROW, SPEND

NIGHT_NOTE = "全天开放"
PROPOSED = "proposed"
LEAST_KM = 0.5
"""No road makes two places one."""

OF_SITE = (
    ImprovementKind.ADD_SET,
    ImprovementKind.OPEN_INSIDE,
    ImprovementKind.OPEN_NIGHT,
    ImprovementKind.PUBLISH_RATE,
)
"""Changes of one place's own record."""


def checked(improvement: Improvement, sites: Sequence[Site], vocabulary: Vocabulary) -> None:
    """Raise FactsError site_unknown or improvement_incomplete (``what`` names the field)."""
    kind = improvement.kind
    if kind is not ImprovementKind.REBATE and not any(
        site.id == improvement.site_id for site in sites
    ):
        raise FactsError("site_unknown", site=improvement.site_id)
    if kind is ImprovementKind.ADD_SET and improvement.scene_type not in vocabulary.scene_types:
        raise FactsError("improvement_incomplete.scene_type")
    asked = {
        ImprovementKind.PUBLISH_RATE: (("rate", improvement.rate),),
        ImprovementKind.REBATE: (("share", improvement.share),),
        ImprovementKind.ROAD: (("km", improvement.km),),
    }
    for name, value in asked.get(kind, ()):
        if value is None or not value > 0:
            raise FactsError(f"improvement_incomplete.{name}")
    if kind is ImprovementKind.REBATE and (improvement.share or 0.0) > 1:
        raise FactsError("improvement_incomplete.share")


def changed_site(site: Site, improvement: Improvement, vocabulary: Vocabulary) -> Site:
    """The place once the change is made. A set is built as its kind is: rooms inside, else outside.

    A published rate is a price for the day: of the whole base where it is one.
    """
    match improvement.kind:
        case ImprovementKind.ADD_SET:
            outside = vocabulary.scene_types[improvement.scene_type].int_ext is IntExt.EXT
            had = Exposure.OUTSIDE if outside else Exposure.INSIDE
            others = (one for one in site.scene_types if one.scene_type != improvement.scene_type)
            return replace(site, scene_types=(*others, SiteScene(improvement.scene_type, had)))
        case ImprovementKind.OPEN_INSIDE:
            opened = tuple(
                replace(one, exposure=Exposure.INSIDE)
                if one.scene_type == improvement.scene_type
                or (not improvement.scene_type and one.exposure is Exposure.UNKNOWN)
                else one
                for one in site.scene_types
            )
            return replace(site, scene_types=opened)
        case ImprovementKind.OPEN_NIGHT:
            return replace(site, opening_note_zh=NIGHT_NOTE)
        case ImprovementKind.PUBLISH_RATE if improvement.rate is not None:
            per = "base_day" if site.kind is Kind.BASE else "day"
            return replace(site, hires=(Hire(improvement.rate, per, Basis.PUBLISHED),))
    return site


def shuts_at_night(ws: Workspace, site: Site) -> bool:
    """Whether its hours are known and do not cover the hour of a night scene."""
    hour = ws.rules.parts.open_at.get(DayPart.NIGHT)
    known = () if site.kind is Kind.BASE else hours(site)
    return hour is not None and bool(known) and not open_at(known, hour)


def nearer(costs: CostFacts, site: Site, km: float, others: Sequence[Site]) -> CostFacts:
    """Prices where ``site`` lies ``km`` nearer to all places of its city, and to its station.

    What the user's road file tells is shortened; where it tells nothing, what is estimated.
    """
    detour = costs.assumed["rail_detour"].span.mid
    station = locate(site.city_zh)
    ends = [stop_at(other) for other in others if other.id != site.id]
    if station is not None:
        ends.append(Stop((site.city_zh,), (station.lat, station.lon)))
    drives = {}
    for end in ends:
        road = costs.roads.find(stop_at(site), end)
        told = None if road is None else road.km
        way = told or great_circle_km((site.lat, site.lon), end.point) * detour
        drives[site.id, end.names[0]] = min(way, max(LEAST_KM, way - km))
    return replace(costs, roads=costs.roads.with_drives(drives))


def rebate(ws: Workspace, ours: Ours, improvement: Improvement) -> Policy:
    """A proposed rebate as a policy: a share of what is spent locally, capped, for enough days."""
    province, city, _ = city_place(ws, ours.city)
    days = improvement.days
    asked: tuple[Rule, ...] = () if not days else (Condition(IN_A_ROW, ">=", float(days)),)
    amount = Amount(
        "rate_of_base", False, cap=improvement.cap, base=SPEND, rate=improvement.share or 0.0,
        cap_scope="per_project",
    )  # fmt: skip
    region = Region(province, city, ours.district or None)
    return replace(
        bare_policy(PROPOSED, region, conditions=asked),
        title_zh="拟设奖补",
        title_en="Proposed rebate",
        amount=amount,
        computable="formula",
        stacking=Stacking("adds"),
        confidence="low",
        own=True,
    )


def with_policy(book: PolicyBook, policy: Policy) -> PolicyBook:
    """The book with ``policy`` in the place of the one of its id, or beside the others."""
    others = tuple(one for one in book.policies if one.id != policy.id)
    return replace(book, policies=(*others, policy))
