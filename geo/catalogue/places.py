"""Makes sites of the rows of people's own lists: where they are, and what is known of them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from geo.catalogue import columns
from geo.catalogue.boundaries import city_of, division_near, division_radius_m, find_division
from geo.catalogue.datum import Datum, to_wgs84
from geo.catalogue.tabular import RawPlace
from geo.model import Basis, Division, Exposure, Hire, Kind, Layer, Reason, Site, SiteScene

ROWS_NAMED = 8
METRES_PER_DEGREE = 111_320.0
LEAST_DOUBT_M = 20.0  # a pin from a public map is no better
WHOLE_DEGREES_DOUBT_M = 50_000.0


def own_layer(sites: Iterable[Site]) -> Layer:
    """Sites from a file of ours, as the user's own."""
    taken: list[Site] = []
    rows: list[int] = []
    for number, site in enumerate(sites, start=1):
        if columns.is_sensitive(site.name_zh, ""):
            rows.append(number)
        else:
            taken.append(replace(site, by_hand=True))
    return Layer(tuple(taken), (_told("layer_rows_sensitive", rows),) if rows else ())


def own_id(name: str, lat: float, lon: float) -> str:
    """The id of a place the user brings; the same place read again keeps it."""
    seen = f"{name}|{lat:.5f}|{lon:.5f}"
    return "own-" + hashlib.sha256(seen.encode()).hexdigest()[:12]


def locate(site: Site) -> Site:
    """The site with the city, its code and the county that its point lies in."""
    found = division_near(site.lat, site.lon)
    if found is None:
        return site
    city = city_of(found)
    name = city.name.removesuffix("市")
    return replace(
        site,
        adcode=city.adcode,
        city_zh=name,
        city_en=site.city_en or name,
        district_zh=found.name if found.adcode != city.adcode else site.district_zh,
    )


@dataclass(slots=True)
class PlaceMaker:
    """Makes sites of rows and remembers what had to be left out, by reason."""

    datum: Datum
    scene_names: Mapping[str, str]
    sites: dict[str, Site] = field(default_factory=dict)
    rows: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    unknown_scenes: dict[str, None] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.codes = frozenset(self.scene_names.values())

    def take(self, place: RawPlace) -> None:
        """Take one row in, or note why not."""
        text = place.text
        name = text.get("name_zh", "")
        if not name:
            self.rows["layer_rows_no_name"].append(place.number)
            return
        if columns.is_sensitive(name, text.get("kind", "")):
            self.rows["layer_rows_sensitive"].append(place.number)
            return
        spot = self._spot(place)
        if spot is None:
            return
        lat, lon, basis, doubt = spot
        site = locate(self._site(place, lat, lon, basis, doubt))
        if not site.city_zh:
            self.rows["layer_rows_outside"].append(place.number)
            return
        stated = find_division(text["city"]) if "city" in text else None
        if stated is not None and stated.adcode[:4] != site.adcode[:4]:
            self.rows["layer_rows_other_city"].append(place.number)
        if site.id in self.sites:
            self.rows["layer_rows_twice"].append(place.number)
        self.sites[site.id] = site

    def layer(self) -> Layer:
        """All that was taken, with notes."""
        notes = [_told(code, rows) for code, rows in self.rows.items()]
        if self.unknown_scenes:
            words = "、".join(list(self.unknown_scenes)[:ROWS_NAMED])
            count = len(self.unknown_scenes)
            notes.append(Reason("layer_scenes_unknown", {"count": count, "words": words}))
        return Layer(tuple(self.sites.values()), tuple(notes))

    def _spot(self, place: RawPlace) -> tuple[float, float, str, float] | None:
        """Latitude, longitude (WGS-84), how they are known, and within how many metres."""
        given = place.point or _degrees(place.text)
        if given is None:
            if any(key in place.text for key in ("lat", "lon", "coords")):
                self.rows["layer_rows_bad_point"].append(place.number)
                return None
            area = _named_area(place.text)
            if area is None:
                self.rows["layer_rows_no_point"].append(place.number)
                return None
            return area.lat, area.lon, "district_centroid", division_radius_m(area.adcode)
        lat, lon = given
        if abs(lat) > 90 or abs(lon) > 180:
            swapped = abs(lon) <= 90 and abs(lat) <= 180
            code = "layer_rows_swapped" if swapped else "layer_rows_bad_point"
            self.rows[code].append(place.number)
            return None
        true_lat, true_lon = to_wgs84(lat, lon, self.datum)
        return float(true_lat), float(true_lon), "source", max(_doubt_m(lat, lon), place.spread_m)

    def _site(self, place: RawPlace, lat: float, lon: float, basis: str, doubt: float) -> Site:
        text = place.text
        name = text["name_zh"]
        kind = columns.kind_of(text.get("kind", ""))
        ticket = columns.price_of(text.get("ticket", ""))
        sets = columns.amount_of(text.get("sets", ""))
        return Site(
            id=text.get("id") or own_id(name, lat, lon),
            name_zh=name,
            name_en=text.get("name_en") or name,
            kind=kind,
            adcode="",
            city_zh="",
            city_en="",
            district_zh=text.get("district"),
            lat=round(lat, 7),
            lon=round(lon, 7),
            coord_basis=basis,
            coord_uncertainty_m=doubt,
            venue_class=columns.venue_class_of(kind, text.get("kind", "")),
            scene_types=self._scenes(place, kind),
            eras=columns.eras_of(text.get("eras", "")),
            hires=self._hires(place),
            indoor_area_m2=columns.amount_of(text.get("area", "")),
            sets_count=None if sets is None else round(sets),
            ticket_cny=ticket[0] if ticket else None,
            opening_note_zh=text.get("opening"),
            closed_weekdays=self._closed(place),
            notes_zh=text.get("notes"),
            by_hand=True,
        )

    def _scenes(self, place: RawPlace, kind: Kind) -> tuple[SiteScene, ...]:
        # whoever lists his own room as a set can shoot in it; of a park nobody has said so
        usable = kind in (Kind.COMMUNITY, Kind.BASE)
        exposure = Exposure.INSIDE if usable else Exposure.UNKNOWN
        told = place.text.get("inside", "")
        if told:
            said = columns.inside_of(told)
            if said is None:
                self.rows["layer_rows_inside"].append(place.number)
            # what cannot be read is not taken for a yes
            exposure = said or Exposure.UNKNOWN
        found: dict[str, SiteScene] = {}
        for word in self._words(place.text.get("scenes", "")):
            code = self.scene_names.get(word) or (word if word in self.codes else None)
            if code is None:
                self.unknown_scenes[word] = None
            else:
                found[code] = SiteScene(code, exposure, sourced=True)
        return tuple(found.values())

    def _words(self, cell: str) -> Iterator[str]:
        """The entries of a cell; a name that holds a mark itself (Villa / mansion) stays whole."""
        for part in cell.split("、"):
            yield from (part.strip(),) if part.strip() in self.scene_names else columns.split(part)

    def _closed(self, place: RawPlace) -> tuple[int, ...] | None:
        cell = place.text.get("closed", "")
        closed = columns.closed_of(cell) if cell else None
        if cell and closed is None:
            self.rows["layer_rows_closed"].append(place.number)
        return closed

    def _hires(self, place: RawPlace) -> tuple[Hire, ...]:
        cell = place.text.get("price", "")
        if not cell:
            return ()
        price = columns.price_of(cell)
        if price is None:
            self.rows["layer_rows_price"].append(place.number)
            return ()
        return (Hire(price[0], price[1], Basis.QUOTED),)


def _degrees(text: Mapping[str, str]) -> tuple[float, float] | None:
    """Latitude and longitude as written; of one cell with both, the larger is the longitude."""
    try:
        if "coords" in text and not ("lat" in text and "lon" in text):
            one, other = (float(part) for part in columns.split(text["coords"].replace(" ", ",")))
            return min(one, other), max(one, other)
        return float(text["lat"]), float(text["lon"])
    except (KeyError, ValueError):
        return None


def _doubt_m(lat: float, lon: float) -> float:
    """How far off a point may be that was written with so many decimals."""
    decimals = max(len(repr(value).partition(".")[2].rstrip("0")) for value in (lat, lon))
    if decimals == 0:
        return WHOLE_DEGREES_DOUBT_M
    return max(LEAST_DOUBT_M, round(METRES_PER_DEGREE * 10.0**-decimals / 2))


def _named_area(text: Mapping[str, str]) -> Division | None:
    """The county, or else the city, that a row without a point names."""
    city = find_division(text.get("city", ""))
    county = find_division(text.get("district", ""), city.adcode if city else None)
    return county or city


def _told(code: str, rows: list[int]) -> Reason:
    named = "、".join(map(str, rows[:ROWS_NAMED]))
    more = "…" if len(rows) > ROWS_NAMED else ""
    return Reason(code, {"count": len(rows), "rows": named + more})
