"""A site as the fields that people edit, and back: what is said of each, element by element.

Figures that only make sense together are one field (where it lies, how many came in which year);
what is a set is a field for every element, so that two people who add different things never
clash. A field that says nothing (None) is left out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from geo.catalogue.places import locate
from geo.edits import same
from geo.model import Basis, Exposure, Hire, Kind, Level, Site, SiteScene, Source, VenueClass
from geo.model.field import Json

Values: TypeAlias = Mapping[str, Json]

POSITION, VISITORS = "position", "visitors"
HIRES, SCENES, LEVELS, ERAS = "hires/", "scenes/", "levels/", "eras/"
WORKS, SOURCES, PHOTOS = "productions/", "sources/", "photos/"
COVER, PHOTO_ORDER, RETIRED, PARENT = "cover", "photo_order", "retired", "parent"
PREFIXES = (HIRES, SCENES, LEVELS, ERAS, WORKS, SOURCES, PHOTOS)
SCALARS = (
    "name_zh",
    "name_en",
    "kind",
    "venue_class",
    "ich_category",
    "indoor_area_m2",
    "sets_count",
    "ticket_cny",
    "crews_hosted_zh",
    "crews_hosted_en",
    "opening_note_zh",
    "opening_note_en",
    "closed_weekdays",
    "notes_zh",
    "notes_en",
    "basis_default",
    PARENT,
)
REALS = ("indoor_area_m2", "ticket_cny")
# what a place must say of itself to be listed
NEEDED = ("name_zh", POSITION)
DEFAULTS: Values = {
    "kind": Kind.COMMUNITY.value,
    "venue_class": VenueClass.OPEN.value,
    "basis_default": "source",
}
# what is told of a photo or of being listed makes a place nobody's own
PICTURES = (PHOTOS, COVER, PHOTO_ORDER)
ASIDE = (*PICTURES, RETIRED)
AGAIN = "~"  # a second entry of the same name
DIGEST = 12


def fields_of(site: Site, photos: Iterable[str] = ()) -> dict[str, Json]:
    """The fields of a site that say something, in its own order; ``photos`` relative to data."""
    found: dict[str, Json] = {name: _scalar(getattr(site, name)) for name in SCALARS}
    found[POSITION] = {
        "lat": site.lat,
        "lon": site.lon,
        "basis": site.coord_basis,
        "uncertainty_m": site.coord_uncertainty_m,
        "adcode": site.adcode,
        "city_zh": site.city_zh,
        "city_en": site.city_en,
        "district_zh": site.district_zh,
    }
    if (site.annual_visitors, site.annual_visitors_year) != (None, None):
        found[VISITORS] = {"count": site.annual_visitors, "year": site.annual_visitors_year}
    for key, value in _elements(site):
        _add(found, key, value)
    found |= _photo_fields(tuple(dict.fromkeys(photos)))
    return {key: value for key, value in found.items() if value is not None}


def site_of(site_id: str, values: Values, *, by_hand: bool) -> Site | None:
    """The site that its fields make, lists in the order of ``values``; None: too little is told.

    A field this version does not know is passed over.
    """
    told: dict[str, Any] = {}
    sets: dict[str, list[tuple[str, Any]]] = {prefix: [] for prefix in PREFIXES}
    for key, value in values.items():
        name, mark, element = key.partition("/")
        if value is not None and name + mark in sets:
            sets[name + mark].append((element, value))
        elif value is not None:
            told[key] = value
    if any(key not in told for key in NEEDED):
        return None
    one = _scalars(told)
    visitors: Any = told.get(VISITORS) or {}
    spot: Any = told[POSITION]
    site = Site(
        **one,
        id=site_id,
        adcode=spot.get("adcode") or "",
        city_zh=spot.get("city_zh") or "",
        city_en=spot.get("city_en") or "",
        district_zh=spot.get("district_zh"),
        lat=float(spot["lat"]),
        lon=float(spot["lon"]),
        coord_basis=spot.get("basis") or "source",
        coord_uncertainty_m=float(spot["uncertainty_m"]),
        annual_visitors=_whole(visitors.get("count")),
        annual_visitors_year=_whole(visitors.get("year")),
        scene_types=tuple(
            SiteScene(_bare(key), Exposure(value["exposure"]), value["sourced"])
            for key, value in sets[SCENES]
        ),
        levels=tuple(_level(value) for _, value in sets[LEVELS]),
        eras=tuple(key for key, _ in sets[ERAS]),
        hires=tuple(hire_of(one) for _, value in sets[HIRES] for one in value),
        known_productions=tuple(key for key, _ in sets[WORKS]),
        sources=tuple(_source_of(value) for _, value in sets[SOURCES]),
        photos=_photos(told, [path for path, _ in sets[PHOTOS]]),
        by_hand=by_hand,
    )
    return site if site.city_zh and site.adcode else locate(site)


def _scalars(told: Values) -> dict[str, Any]:
    """The single figures and words of a site, each as its type wants it."""
    one: dict[str, Any] = {**DEFAULTS, **{key: told[key] for key in SCALARS if key in told}}
    one["name_en"] = one.get("name_en", one["name_zh"])
    one["kind"], one["venue_class"] = Kind(one["kind"]), VenueClass(one["venue_class"])
    for name in REALS:
        if name in one:
            one[name] = float(one[name])
    if "sets_count" in one:
        one["sets_count"] = int(one["sets_count"])
    if "closed_weekdays" in one:
        one["closed_weekdays"] = tuple(int(day) for day in one["closed_weekdays"])
    return one


def in_order(shipped: Values, standing: Values) -> dict[str, Json]:
    """Standing values in one order everywhere: as it shipped, then what is new by its key."""
    first = [key for key in shipped if key in standing]
    rest = sorted(key for key in standing if key not in shipped)
    return {key: standing[key] for key in (*first, *rest)}


def own(shipped: Values, standing: Values) -> bool:
    """Whether anybody says something else of a place than what shipped.

    ``standing`` has every field of ``shipped``.
    """
    return any(
        told is not shipped.get(key) and not same(told, shipped.get(key))
        for key, told in standing.items()
        if not key.startswith(ASIDE)
    )


def _elements(site: Site) -> Iterator[tuple[str, Json]]:
    """Every element of the sets of a site: its field and what is said of it."""
    for scene in site.scene_types:
        told: dict[str, Json] = {"exposure": scene.exposure.value, "sourced": scene.sourced}
        yield SCENES + scene.scene_type, told
    for level in site.levels:
        names = ("code", "certainty", "text", "batch", "year")
        yield LEVELS + level.code, {name: getattr(level, name) for name in names}
    for era in site.eras:
        yield ERAS + era, True
    prices: dict[str, list[Json]] = {}
    for hire in site.hires:
        prices.setdefault(hire.per, []).append(price(hire))
    for per, told_prices in prices.items():
        yield HIRES + per, told_prices
    for title in site.known_productions:
        yield WORKS + title, True
    for source in site.sources:
        yield SOURCES + _source_key(source), _source(source)


def price(hire: Hire) -> dict[str, Json]:
    """A price as it stands in the list of its unit."""
    return {
        "amount": hire.amount,
        "per": hire.per,
        "basis": hire.basis.value,
        "who": hire.who,
        "date": hire.date,
        "until": hire.until,
    }


def prices_of(values: Values) -> tuple[Hire, ...]:
    """All prices that the fields of a site tell."""
    lists: list[Any] = [told for key, told in values.items() if key.startswith(HIRES) and told]
    return tuple(hire_of(one) for told in lists for one in told)


def hire_of(value: Mapping[str, Any]) -> Hire:
    """A price from the list of its unit."""
    return Hire(
        float(value["amount"]),
        value["per"],
        Basis(value["basis"]),
        value.get("who", ""),
        value.get("date", ""),
        value.get("until", ""),
    )


def _level(value: Mapping[str, Any]) -> Level:
    batch, year = _whole(value.get("batch")), _whole(value.get("year"))
    return Level(value["code"], value["certainty"], value["text"], batch, year)


def _whole(value: Any) -> int | None:  # noqa: ANN401 (a number as JSON has it)
    return None if value is None else int(value)


def _source_of(value: Mapping[str, Any]) -> Source:
    return Source(
        value["title"],
        value["publisher"],
        value.get("date"),
        value.get("url"),
        value.get("link_safe", False),
        tuple(value.get("supports", ())),
        value.get("confidence"),
    )


def _source(source: Source) -> dict[str, Json]:
    names = ("title", "publisher", "date", "url", "link_safe", "confidence")
    return {name: getattr(source, name) for name in names} | {"supports": list(source.supports)}


def _source_key(source: Source) -> str:
    """The same work is the same element, whoever types it in."""
    return _digest(source.url or f"{source.title}|{source.publisher}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST]


def _add(found: dict[str, Json], key: str, value: Json) -> None:
    """Put an element in; another one of the same name gets one of its own, the same one none."""
    if key in found and not same(found[key], value):
        key += AGAIN + _digest(json.dumps(value, sort_keys=True))
    found.setdefault(key, value)


def _bare(key: str) -> str:
    name, mark, digest = key.rpartition(AGAIN)
    return name if mark and len(digest) == DIGEST else key


def _scalar(value: object) -> Json:
    if isinstance(value, tuple):
        return list(value)
    return value  # type: ignore[return-value]  # text, numbers and enumerations that are text


def _photo_fields(photos: tuple[str, ...]) -> dict[str, Json]:
    found: dict[str, Json] = {PHOTOS + path: True for path in photos}
    if list(photos) != sorted(photos):
        found[PHOTO_ORDER] = list(photos)
    return found


def _photos(told: Values, paths: Iterable[str]) -> tuple[str, ...]:
    """Photos: the cover first, then as somebody put them in order, then by name."""
    hung = sorted(paths)
    order: Any = told.get(PHOTO_ORDER) or []
    wished = [told.get(COVER), *order]
    return tuple(dict.fromkeys([*(one for one in wished if one in hung), *hung]))
