"""Statements of one record that cannot all be true, or that somebody should ask about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from geo.catalogue.boundaries import distance_to_division_m, find_division
from geo.catalogue.columns import closed_of
from geo.model import Exposure, Kind, Reason, Scalar, Site, VenueClass

LEAST_ROOM_M2 = 15.0
"""Indoor metres a set takes at least: a cell or a small office (our rule)."""

EDGE_M = 500.0
"""Outlines are drawn coarser than the ground is."""

ORDER = ("hour", "half_day", "day")
"""Hires from the shortest to the longest."""

MARKS = re.compile(r"[；;。]")
PARTS = re.compile(r"[；;。，,、（）()]")
PRICED = re.compile(r"(?:门票|票价|票)(?:约|为|是|：|:)?\s*(\d+(?:\.\d+)?)\s*元")
OTHER_TICKET = re.compile("另购|另收|联票|夜|船")
FREE = re.compile("^(?:凭身份证|街区|老街)?免费")
WEEKLY = re.compile("每?(周[一二三四五六日天](?:[、和至]周[一二三四五六日天])*)闭[馆园]")
MAYBE_SHUT = re.compile(
    "闭馆施工|封闭施工|停业|停止营业|暂停开放|未开放|没有找到已经开放|现状[待须]核实"
    "|(?<!问)是否(?:还在)?(?:运营|开放)|正在建设|当月完工|开始改造|起改造"
)


def contradictions(site: Site) -> Iterator[Reason]:
    """What of a record does not agree with itself or with the ground."""
    named: dict[str, Scalar] = {"site": site.name_zh, "site_en": site.name_en or site.name_zh}
    yield from _shut(site, named)
    yield from _sets(site, named)
    yield from _where(site, named)
    yield from _ticket(site, named)
    yield from _closed(site, named)
    yield from _rents(site, named)
    grades = [one.code for one in site.levels if one.code.startswith("scenic_")]
    if len(set(grades)) > 1:
        yield Reason("health_two_grades", {**named, "grades": ",".join(dict.fromkeys(grades))})


def _notes(site: Site) -> Iterator[tuple[str, str]]:
    """Each sentence of its notes, with the whole English note it stands in."""
    for text, english in (
        (site.opening_note_zh, site.opening_note_en),
        (site.notes_zh, site.notes_en),
    ):
        for sentence in MARKS.split(text or ""):
            if sentence.strip():
                yield sentence.strip(), english or sentence.strip()


def _shut(site: Site, named: Mapping[str, Scalar]) -> Iterator[Reason]:
    """The notes doubt that it is open at all, while a ranking takes it as open."""
    for said, english in _notes(site):
        if MAYBE_SHUT.search(said):
            yield Reason("health_maybe_shut", {**named, "note": said, "note_en": english})
            return


def _sets(site: Site, named: Mapping[str, Scalar]) -> Iterator[Reason]:
    count, area = site.sets_count, site.indoor_area_m2
    types = len(site.scene_types)
    if count is not None and count < types:
        yield Reason("health_few_sets", {**named, "sets": count, "types": types})
    if count and area is not None and area / count < LEAST_ROOM_M2:
        yield Reason("health_small_sets", {**named, "sets": count, "area": round(area)})
    indoor = site.kind is Kind.BASE and site.venue_class is VenueClass.INDOOR_BASE
    if indoor and all(one.exposure is not Exposure.INSIDE for one in site.scene_types):
        yield Reason("health_base_no_inside", named)


def _where(site: Site, named: Mapping[str, Scalar]) -> Iterator[Reason]:
    """Whether the point lies where the record says it does; zones without outline are skipped."""
    if not site.district_zh or site.coord_basis == "district_centroid":
        return
    city = find_division(site.city_zh)
    county = find_division(site.district_zh, city.adcode if city else None)
    if county is None:
        return
    away = distance_to_division_m(county.adcode, site.lat, site.lon)
    if away > site.coord_uncertainty_m + EDGE_M:
        told = {**named, "district": site.district_zh, "km": round(away / 1000, 1)}
        yield Reason("health_other_district", told)


def _ticket(site: Site, named: Mapping[str, Scalar]) -> Iterator[Reason]:
    """The ticket as a number against the ticket as the opening note tells it."""
    ticket = site.ticket_cny
    if ticket is None:
        return
    parts = [one.strip() for one in PARTS.split(site.opening_note_zh or "")]
    own = [one for one in parts if not OTHER_TICKET.search(one)]
    told = [float(number) for one in own for number in PRICED.findall(one)]
    if told and ticket not in told:
        yield Reason("health_ticket", {**named, "ticket": ticket, "told": told[0]})
    elif ticket > 0 and not told and any(FREE.search(one) for one in own):
        yield Reason("health_ticket_free", {**named, "ticket": ticket})


def _closed(site: Site, named: Mapping[str, Scalar]) -> Iterator[Reason]:
    found = WEEKLY.search(site.opening_note_zh or "")
    days = closed_of(found[1].replace("至", "、")) if found and "至" not in found[1] else None
    if found is None or days is None or site.closed_weekdays is None:
        return
    if not set(days) <= set(site.closed_weekdays):
        yield Reason("health_closed_days", {**named, "told": found[1]})


def _rents(site: Site, named: Mapping[str, Scalar]) -> Iterator[Reason]:
    """A shorter hire cannot cost more than a longer one."""
    low = {per: min((h.amount for h in site.hires if h.per == per), default=None) for per in ORDER}
    had = [(per, amount) for per in ORDER if (amount := low[per]) is not None]
    for (short, less), (long, more) in pairwise(had):
        if less > more:
            yield Reason(f"health_rents.{short}.{long}", {**named, "less": less, "more": more})
