"""A site as a plain record (seed files, exported layers) and back, every field checked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from geo.errors import FactsError
from geo.model import (
    Basis,
    Exposure,
    Hire,
    Kind,
    Level,
    Site,
    SiteScene,
    Source,
    VenueClass,
)

Record = Mapping[str, Any]
Check = Callable[[object], bool]

ERAS = ("ancient", "republican", "1950s-80s", "contemporary", "futuristic")
COORD_BASES = (
    "source",
    "general_knowledge",
    "district_centroid",
    "user",
    "gps",
    "gps_unsaid",
    "typed",
)
CERTAINTIES = ("sourced", "general_knowledge", "unverified")
HIRE_UNITS = ("hour", "half_day", "day", "base_day", "overtime", "minimum", "deposit")
DAYS = 7
# a field that earlier records did not have: left out, nobody has said
LATER = ("closed_weekdays",)
LATER_OF_A_PRICE = {"until": ""}
# fields of Site that belong to the user's own catalogue, not to a record
OWN = ("photos", "parent", "by_hand")


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _any_text(value: object) -> bool:
    return isinstance(value, str)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _amount(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(value) and value >= 0  # type: ignore[operator, arg-type]


def _angle(most: float) -> Check:
    def check(value: object) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= most

    return check


def _one_of(words: Sequence[str]) -> Check:
    return lambda value: isinstance(value, str) and value in words


def _maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def _weekdays(value: object) -> bool:
    """Distinct days, 0 = Monday to 6 = Sunday."""
    if not isinstance(value, list) or not all(_whole(day) and day < DAYS for day in value):
        return False
    return len(set(value)) == len(value)


def _code(value: object) -> bool:
    return isinstance(value, str) and len(value) == 6 and value.isdigit()


SITE: Mapping[str, Check] = {
    "id": _text,
    "name_zh": _text,
    "name_en": _text,
    "kind": _one_of(tuple(Kind)),
    "adcode": _code,
    "city_zh": _text,
    "city_en": _text,
    "district_zh": _maybe(_text),
    "lat": _angle(90),
    "lon": _angle(180),
    "coord_basis": _one_of(COORD_BASES),
    "coord_uncertainty_m": _amount,
    "venue_class": _one_of(tuple(VenueClass)),
    "levels": _list_of(lambda value: isinstance(value, dict)),
    "ich_category": _maybe(_text),
    "scene_types": _list_of(lambda value: isinstance(value, dict)),
    "eras": _list_of(_one_of(ERAS)),
    "indoor_area_m2": _maybe(_amount),
    "sets_count": _maybe(_whole),
    "hires": _list_of(lambda value: isinstance(value, dict)),
    "ticket_cny": _maybe(_amount),
    "annual_visitors": _maybe(_whole),
    "annual_visitors_year": _maybe(_whole),
    "crews_hosted_zh": _maybe(_text),
    "crews_hosted_en": _maybe(_text),
    "known_productions": _list_of(_text),
    "opening_note_zh": _maybe(_text),
    "opening_note_en": _maybe(_text),
    "closed_weekdays": _maybe(_weekdays),
    "notes_zh": _maybe(_text),
    "notes_en": _maybe(_text),
    "sources": _list_of(lambda value: isinstance(value, dict)),
    "basis_default": _one_of(("source", "general_knowledge")),
}
LEVEL: Mapping[str, Check] = {
    "code": _text,
    "certainty": _one_of(CERTAINTIES),
    "text": _text,
    "batch": _maybe(_whole),
    "year": _maybe(_whole),
}
SCENE: Mapping[str, Check] = {
    "code": _text,
    "exposure": _one_of(tuple(Exposure)),
    "sourced": _flag,
}
HIRE: Mapping[str, Check] = {
    "amount": _amount,
    "per": _one_of(HIRE_UNITS),
    "basis": _one_of(tuple(Basis)),
    "who": _any_text,
    "date": _any_text,
    "until": _any_text,
}
SOURCE: Mapping[str, Check] = {
    "title": _text,
    "publisher": _any_text,
    "date": _maybe(_text),
    "url": _maybe(_text),
    "link_safe": _flag,
    "supports": _list_of(_text),
}
REALS = ("lat", "lon", "coord_uncertainty_m", "indoor_area_m2", "ticket_cny")


def site_of(record: object, file: str, number: int) -> Site:
    """The site that a record describes.

    Raises FactsError site_record_broken, which names the file, the record and the field.
    """
    name = _name(record, number)
    if isinstance(record, dict):
        record = {**dict.fromkeys(LATER), **record}
    found = _checked(record, SITE, file, name, "")
    closed = found["closed_weekdays"]
    parts = {
        "levels": tuple(Level(**each) for each in _entries(found, "levels", LEVEL, file, name)),
        "scene_types": tuple(
            SiteScene(each["code"], Exposure(each["exposure"]), each["sourced"])
            for each in _entries(found, "scene_types", SCENE, file, name)
        ),
        "hires": tuple(
            Hire(
                float(each["amount"]),
                each["per"],
                Basis(each["basis"]),
                each["who"],
                each["date"],
                each["until"],
            )
            for each in _entries(found, "hires", HIRE, file, name, LATER_OF_A_PRICE)
        ),
        "sources": tuple(
            Source(**{**each, "supports": tuple(each["supports"])})
            for each in _entries(found, "sources", SOURCE, file, name)
        ),
        "eras": tuple(found["eras"]),
        "closed_weekdays": None if closed is None else tuple(closed),
        "known_productions": tuple(found["known_productions"]),
        "kind": Kind(found["kind"]),
        "venue_class": VenueClass(found["venue_class"]),
    }
    reals = {key: None if found[key] is None else float(found[key]) for key in REALS}
    return Site(**{**found, **reals, **parts})


def record_of(site: Site) -> dict[str, Any]:
    """The record of a site, in the order of the fields, ready for JSON."""
    record: dict[str, Any] = {
        each.name: getattr(site, each.name) for each in fields(Site) if each.name not in OWN
    }
    return record | {
        "kind": site.kind.value,
        "venue_class": site.venue_class.value,
        "eras": list(site.eras),
        "closed_weekdays": None if site.closed_weekdays is None else list(site.closed_weekdays),
        "known_productions": list(site.known_productions),
        "levels": [_plain(level, LEVEL) for level in site.levels],
        "scene_types": [
            {"code": each.scene_type, "exposure": each.exposure.value, "sourced": each.sourced}
            for each in site.scene_types
        ],
        "hires": [{**_plain(hire, HIRE), "basis": hire.basis.value} for hire in site.hires],
        "sources": [
            {**_plain(each, SOURCE), "supports": list(each.supports)} for each in site.sources
        ],
    }


def _plain(value: object, checks: Mapping[str, Check]) -> dict[str, Any]:
    return {key: getattr(value, key) for key in checks}


def _name(record: object, number: int) -> str:
    found = record.get("id") if isinstance(record, dict) else None
    return found if isinstance(found, str) else f"#{number}"


def _entries(
    record: Record,
    field: str,
    checks: Mapping[str, Check],
    file: str,
    name: str,
    later: Mapping[str, object] = MappingProxyType({}),
) -> list[dict[str, Any]]:
    """The entries of a list; ``later``: what fields that earlier ones did not have say then."""
    return [
        _checked({**later, **entry}, checks, file, name, f"{field}[{at}].")
        for at, entry in enumerate(record[field])
    ]


def _checked(
    record: object, checks: Mapping[str, Check], file: str, name: str, prefix: str
) -> dict[str, Any]:
    """The record itself, once every field is there, none is strange and each is as it should be."""
    if not isinstance(record, dict):
        raise FactsError("site_record_broken", file=file, record=name, field=prefix or "*")
    for field in (*checks, *record):
        check = checks.get(field)
        if check is None or field not in record or not check(record[field]):
            raise FactsError("site_record_broken", file=file, record=name, field=f"{prefix}{field}")
    return record
