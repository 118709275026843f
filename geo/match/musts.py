"""Must-haves: what a user insists on, kept apart from every score; what is unknown is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geo.match.parts import distance_km
from geo.model import Exposure, Must, MustCode, Reason, Site, VenueClass

STAGES = ("studio_stage", "led_virtual_stage")
Prices = Mapping[str, tuple[float | None, float | None]]
Told = dict[int, list[Reason]]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Per row: why a site fails a must-have, and what to ask before it can be said to meet one."""

    failed: Told = field(default_factory=dict)
    asks: Told = field(default_factory=dict)


def judge_musts(
    sites: Sequence[Site],
    musts: Sequence[Must],
    base: tuple[float, float] | None = None,
    prices: Prices | None = None,
) -> Verdicts:
    """Hold ``sites`` against ``musts`` that concern the site itself (NO_RISK concerns scenes).

    ``prices``: least and most CNY a day by site id, None at an end nobody knows.
    """
    verdicts = Verdicts()
    km = None if base is None else distance_km(sites, base)
    for must in musts:
        for row, site in enumerate(sites):
            reason: Reason | None = None
            if must.code is MustCode.CITY:
                reason = _city(site, must)
            elif must.code is MustCode.STAGE:
                reason = _stage(site)
            elif must.code is MustCode.NEAR:
                reason = _near(site, must, None if km is None else float(km[row]))
            elif must.code is MustCode.PRICE:
                reason = _price((prices or {}).get(site.id, (None, None)), must)
            if reason is not None:
                asked = reason.code.startswith("ask_")
                (verdicts.asks if asked else verdicts.failed).setdefault(row, []).append(reason)
    return verdicts


def _city(site: Site, must: Must) -> Reason | None:
    if {site.city_zh, site.city_en} & set(must.names):
        return None
    return Reason("must_city", {"city": site.city_zh, "city_en": site.city_en})


def _stage(site: Site) -> Reason | None:
    had = [one.exposure for one in site.scene_types if one.scene_type in STAGES]
    if Exposure.INSIDE in had:
        return None
    # an indoor base whose stages nobody listed, or a place of which nothing is listed
    open_question = Exposure.UNKNOWN in had or not site.scene_types
    if open_question or (site.venue_class is VenueClass.INDOOR_BASE and not had):
        return Reason("ask_must_stage")
    return Reason("must_stage")


def _near(site: Site, must: Must, km: float | None) -> Reason | None:
    if km is None:
        return Reason("ask_must_base")
    doubt = site.coord_uncertainty_m / 1000
    values = {"km": round(km, 1), "most": must.amount}
    if km - doubt > must.amount:
        return Reason("must_near", values)
    return Reason("ask_must_near", values) if km + doubt > must.amount else None


def _price(price: tuple[float | None, float | None], must: Must) -> Reason | None:
    low, high = price
    if low is not None and low > must.amount:
        return Reason("must_price", {"low": low, "cap": must.amount})
    if high is None or high > must.amount:
        return Reason("ask_must_price", {"cap": must.amount})
    return None
