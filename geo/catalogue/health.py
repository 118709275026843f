"""What a catalogue lacks about its own places: gaps, old sources, statements that do not agree."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from geo.catalogue.agreeing import contradictions
from geo.catalogue.doubles import doubles
from geo.model import Exposure, Kind, Reason, Scalar, Site
from geo.model.hosting import HealthIssue, HealthKind

RENTS = ("hour", "half_day", "day", "base_day")
NEAR_ENOUGH_M = 1_000.0
"""A pin further off than this sends a car to the wrong gate (our rule)."""

FRESH_YEARS = 3
"""What nobody has published anew for so long is told to be old (our rule)."""

DAYS_A_YEAR = 365.25
DATED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def completeness(sites: Sequence[Site], contacts: Collection[str]) -> Mapping[str, float]:
    """Share of ``sites`` (0 to 1) by field that lack nothing; empty without sites.

    ``contacts``: ids of sites somebody can be called at. A base lacks no ticket and no opening
    hours, for nobody visits it; what a user typed himself needs no other source.
    """
    if not sites:
        return {}
    whole: dict[str, int] = {}
    for site in sites:
        for field, has in _has(site, contacts).items():
            whole[field] = whole.get(field, 0) + has
    return {field: count / len(sites) for field, count in whole.items()}


def issues(
    sites: Sequence[Site], around: Sequence[Site], contacts: Collection[str], today: date
) -> Iterator[tuple[HealthIssue, ...]]:
    """What is wrong with each of ``sites``, site by site; those doubled in ``around`` at last."""
    for site in sites:
        gaps = [HealthIssue(kind, site.id, what) for kind, what in _gaps(site, contacts, today)]
        wrong = [
            HealthIssue(HealthKind.CONTRADICTION, site.id, what) for what in contradictions(site)
        ]
        yield (*wrong, *gaps)
    yield tuple(
        HealthIssue(HealthKind.DUPLICATE, site.id, what, other=other.id)
        for site, other, what in doubles(sites, around)
    )


def newest(site: Site) -> str:
    """The date (ISO, also a bare year) of its newest source; empty where none has one."""
    told = [_dated(one.date) for one in site.sources] + [_dated(one.date) for one in site.hires]
    return max(told, default="")


def unknown_inside(site: Site) -> tuple[str, ...]:
    """Scene types of which nobody has said whether they can be shot inside."""
    return tuple(one.scene_type for one in site.scene_types if one.exposure is Exposure.UNKNOWN)


def _dated(text: str | None) -> str:
    found = DATED.match(text or "")
    return found[0] if found else ""


def _has(site: Site, contacts: Collection[str]) -> Mapping[str, bool]:
    """By field, whether nothing is lacking."""
    visited = site.kind is not Kind.BASE and site.kind is not Kind.COMMUNITY
    return {
        "price": any(hire.per in RENTS for hire in site.hires),
        "photo": bool(site.photos),
        "contact": site.id in contacts,
        "inside": bool(site.scene_types) and not unknown_inside(site),
        "scenes": bool(site.scene_types),
        "position": _placed(site),
        "hours": not visited or _hours(site),
        "source": site.by_hand or bool(site.sources),
        "ticket": not visited or site.ticket_cny is not None,
        "visitors": site.annual_visitors is not None and site.annual_visitors_year is not None,
        "name_en": bool(site.name_en) and site.name_en != site.name_zh,
    }


def _placed(site: Site) -> bool:
    known = site.coord_basis != "district_centroid"
    return known and site.coord_uncertainty_m <= NEAR_ENOUGH_M


def _hours(site: Site) -> bool:
    return site.opening_note_zh is not None or site.closed_weekdays is not None


def _gaps(
    site: Site, contacts: Collection[str], today: date
) -> Iterator[tuple[HealthKind, Reason]]:
    """What is missing or old, with what to do about it."""
    named: dict[str, Scalar] = {"site": site.name_zh, "site_en": site.name_en or site.name_zh}
    has = _has(site, contacts)
    closed_rooms = unknown_inside(site)
    if closed_rooms:
        asked = {**named, "types": ",".join(closed_rooms)}
        yield HealthKind.INSIDE_UNKNOWN, Reason("health_inside_unknown", asked)
    if not has["price"]:
        yield HealthKind.NO_PRICE, Reason("health_no_price", named)
    if not has["contact"]:
        yield HealthKind.NO_CONTACT, Reason("health_no_contact", named)
    if not has["position"]:
        yield HealthKind.POSITION, _where(site, named)
    if not has["hours"]:
        yield HealthKind.NO_HOURS, Reason("health_no_hours", named)
    old = _old(site, named, today)
    if old is not None:
        yield HealthKind.STALE, old
    if not has["photo"]:
        yield HealthKind.NO_PHOTO, Reason("health_no_photo", named)
    if not has["source"]:
        yield HealthKind.NO_SOURCE, Reason("health_no_source", named)


def _where(site: Site, named: Mapping[str, Scalar]) -> Reason:
    if site.coord_basis == "district_centroid":
        return Reason("health_position_area", {**named, "district": site.district_zh or ""})
    return Reason("health_position", {**named, "km": round(site.coord_uncertainty_m / 1000, 1)})


def _old(site: Site, named: Mapping[str, Scalar], today: date) -> Reason | None:
    """How old the newest source is, where that is too old or nobody wrote a date."""
    if not site.sources:
        return None
    last = newest(site)
    if not last:
        return Reason("health_undated", named)
    # a bare year or month may mean its last days: nothing is called old too soon
    full = last + "-12-28"[len(last) - len("2026") :]
    try:
        years = (today - date.fromisoformat(full)).days / DAYS_A_YEAR
    except ValueError:
        return Reason("health_undated", named)
    if years <= FRESH_YEARS:
        return None
    return Reason("health_stale", {**named, "date": last, "years": int(years)})
