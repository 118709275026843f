"""The map of a pack, behind the publication guard.

For the public: a sketch of marks and ways without any boundary, unless a base pack with a review
number (审图号) is handed in. For the office: our own boundaries and water. North is up in all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.model import BaseMap, Rings
from geo.model.pitch import Audience, BasePack, Pitch, PitchLang, PitchLeg
from geo.phrases import Phrases
from geo.present.base_shapes import area_shapes, lake_shapes, line_shapes
from geo.present.pitch.base_packs import BaseShapes, Line, in_force, load_base_shapes, reviewed
from geo.present.pitch.blocks import Drawing, Mark, Said, Way
from geo.present.pitch.mark_places import apart

KM_PER_DEGREE = 111.32
SMALLEST_KM = 2.0  # of a drawing of places that all stand in one street
MARGIN = 0.17  # of the frame on every side, room for labels
# from how many degrees of latitude the outlines of a larger level are drawn
CITIES_FROM, PROVINCES_FROM, COUNTRY_FROM = 2.2, 8.0, 16.0
# west, south, east, north of all of the territory, with the nine-dash line
COUNTRY = (72.0, 2.0, 137.0, 55.0)
AROUND = 2.2  # how much more a map shows than the places on it
FINE = 700  # a point for each of so many parts of the width
FLATTEST, TALLEST = 1.7, 1.05  # width by height


@dataclass(frozen=True, slots=True)
class Frame:
    """What a drawing shows, degrees; ``squeeze`` is the cosine of the middle latitude."""

    west: float
    south: float
    east: float
    north: float
    squeeze: float

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point lies, 0 to 1 from the left and the top."""
        x = (lon - self.west) / (self.east - self.west)
        return x, (self.north - lat) / (self.north - self.south)

    @property
    def ratio(self) -> float:
        """Width by height."""
        return (self.east - self.west) * self.squeeze / (self.north - self.south)

    @property
    def km(self) -> float:
        """Kilometres from the left to the right edge, at the middle latitude."""
        return (self.east - self.west) * self.squeeze * KM_PER_DEGREE


def public_sketch(pitch: Pitch, pack: BasePack | None) -> bool:
    """Whether the map may show no boundary: not for the office alone, and no reviewed base."""
    internal = pitch.wishes.audience is Audience.INTERNAL
    return not internal and not reviewed(pack, pitch.today)


def map_drawing(
    pitch: Pitch, phrases: Phrases, *, base: BaseMap | None, pack: BasePack | None
) -> Drawing:
    """Draw the places and the ways between them.

    While nobody has said who will see it, it is drawn as for the public. Raises ExportError
    pitch_base_unreadable (name).
    """
    if public_sketch(pitch, pack):
        return _sketch(pitch, phrases)
    if pack is not None and in_force(pack, pitch.today):
        values = {"source": pack.source, "licence": pack.licence}
        credit = say(phrases, pitch.wishes.lang, "pitch_map_pack", **values)
        return _on_base(pitch, phrases, load_base_shapes(pack), credit, pack.review)
    if base is None:
        return _sketch(pitch, phrases)
    credit = say(phrases, pitch.wishes.lang, "map_credit", credit=base.credit)
    return _on_base(pitch, phrases, _own_shapes(base, _map_frame(pitch)), credit)


def say(phrases: Phrases, lang: PitchLang, code: str, **values: str | float) -> Said:
    """A phrase in the language or languages of the pack."""
    if lang is PitchLang.BOTH:
        return Said(phrases.say(code, "zh", values), phrases.say(code, "en", values))
    return Said(phrases.say(code, lang.value, values))


def ways_told(pitch: Pitch) -> tuple[PitchLeg, ...]:
    """The fewest ways that join all places, the shortest ones: every pair would be a tangle."""
    group = {one.site.id: one.site.id for one in pitch.sites}

    def head(site_id: str) -> str:
        while group[site_id] != site_id:
            site_id = group[site_id]
        return site_id

    told = []
    for leg in sorted(pitch.legs, key=lambda leg: leg.straight_km):
        if leg.one not in group or leg.two not in group:
            continue
        one, two = head(leg.one), head(leg.two)
        if one != two:
            group[one] = two
            told.append(leg)
    return tuple(told)


def way_text(leg: PitchLeg, phrases: Phrases, lang: PitchLang) -> Said:
    """What is written on a way: by road where that is known, else as the crow flies."""
    # two languages on one line would cover the drawing; everybody reads km and min
    tongue = "zh" if lang is PitchLang.ZH else "en"
    if leg.km is None:
        code, values = "pitch_straight", {"km": leg.straight_km}
    elif leg.km < 1:
        code, values = "pitch_near", {}
    elif leg.minutes is None:
        code, values = "pitch_km", {"km": leg.km}
    else:
        code, values = "pitch_way", {"km": leg.km, "minutes": leg.minutes}
    return Said(phrases.say(code, tongue, values))


def _sketch(pitch: Pitch, phrases: Phrases) -> Drawing:
    """Marks and ways on blank paper; places that would cover each other are drawn apart."""
    frame = _frame(pitch, 1 / (1 - 2 * MARGIN))
    true = [frame.place(one.site.lon, one.site.lat) for one in pitch.sites]
    shown, moved = apart(true, frame.ratio)
    code = "pitch_map_sketch_apart" if moved else "pitch_map_sketch"
    marks, ways = _marks(pitch, phrases, shown)
    return Drawing(
        marks,
        ways,
        say(phrases, pitch.wishes.lang, code),
        ratio=frame.ratio,
        km_per_width=None if moved or len(true) < 2 else frame.km,
    )


def _on_base(
    pitch: Pitch, phrases: Phrases, shapes: BaseShapes, credit: Said, review: str = ""
) -> Drawing:
    """Marks and ways where they truly are, on what of ``shapes`` the frame shows."""
    frame = _map_frame(pitch)
    places = [frame.place(one.site.lon, one.site.lat) for one in pitch.sites]
    marks, ways = _marks(pitch, phrases, places)
    return Drawing(
        marks,
        ways,
        credit,
        ratio=frame.ratio,
        review=review,
        areas=_cut((Polygon(line) for line in shapes.areas if len(line) > 3), frame),
        lines=_cut((LineString(line) for line in shapes.lines if len(line) > 1), frame),
        km_per_width=frame.km,
        water=_cut((Polygon(line) for line in shapes.water if len(line) > 3), frame),
        streams=_cut((LineString(line) for line in shapes.streams if len(line) > 1), frame),
    )


def _marks(
    pitch: Pitch, phrases: Phrases, places: Sequence[tuple[float, float]]
) -> tuple[tuple[Mark, ...], tuple[Way, ...]]:
    lang = pitch.wishes.lang
    at = {one.site.id: index for index, one in enumerate(pitch.sites)}
    ways = tuple(
        Way(at[leg.one], at[leg.two], way_text(leg, phrases, lang)) for leg in ways_told(pitch)
    )
    marks = tuple(
        Mark(x, y, _label(one.site.name_zh, one.site.name_en, lang), one.site.kind, one.site.id)
        for one, (x, y) in zip(pitch.sites, places, strict=True)
    )
    return marks, ways


def _label(name_zh: str, name_en: str, lang: PitchLang) -> Said:
    if lang is PitchLang.EN:
        return Said(name_en or name_zh)
    return Said(name_zh, name_en if lang is PitchLang.BOTH and name_en != name_zh else "")


def _map_frame(pitch: Pitch) -> Frame:
    """What a map with a base shows; where it is much of the country, all of the country."""
    frame = _frame(pitch, AROUND)
    if frame.north - frame.south < COUNTRY_FROM:
        return frame
    west, south, east, north = COUNTRY
    return Frame(west, south, east, north, math.cos(math.radians((south + north) / 2)))


def _frame(pitch: Pitch, wider: float) -> Frame:
    """The box around the places, ``wider`` times as large, neither too flat nor too tall."""
    lons = [one.site.lon for one in pitch.sites] or [105.0]
    lats = [one.site.lat for one in pitch.sites] or [35.0]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    squeeze = math.cos(math.radians(lat))
    least = SMALLEST_KM / KM_PER_DEGREE
    wide = max(least, (max(lons) - min(lons)) * squeeze) * wider
    high = max(least, max(lats) - min(lats)) * wider
    wide, high = max(wide, high * TALLEST), max(high, wide / FLATTEST)
    half = wide / squeeze / 2
    return Frame(lon - half, lat - high / 2, lon + half, lat + high / 2, squeeze)


def _own_shapes(base: BaseMap, frame: Frame) -> BaseShapes:
    """Outlines of the level that suits the frame, with water and the lines no map may lack."""
    span = frame.north - frame.south
    fine = (frame.east - frame.west) / FINE
    if span >= PROVINCES_FROM:
        outlines = base.provinces
    else:
        outlines = base.cities if span >= CITIES_FROM else base.counties
    lines = [base.nine_dash, *([base.undetermined] if base.undetermined else [])]
    return BaseShapes(
        _corners(area_shapes(_near(outlines, frame), fine)),
        _corners(line_shapes(lines)),
        _corners(lake_shapes(_near(base.lakes, frame), fine)),
        _corners(line_shapes(_near(base.rivers, frame))),
    )


def _near(rings: Iterable[Rings], frame: Frame) -> list[Rings]:
    """Those whose box meets the frame; the others need not be cut."""
    found = []
    for ring in rings:
        if not len(ring.points):
            continue
        (west, south), (east, north) = ring.points.min(axis=0), ring.points.max(axis=0)
        if west < frame.east and east > frame.west and south < frame.north and north > frame.south:
            found.append(ring)
    return found


def _corners(shapes: Iterable[BaseGeometry]) -> tuple[Line, ...]:
    return tuple(_path(shape) for shape in shapes)


def _path(shape: BaseGeometry) -> Line:
    """A line; of an area its edge, led in and out of each island so that one path is enough."""
    if not isinstance(shape, Polygon):
        return tuple(shape.coords)
    turned = shapely.orient_polygons(shape)
    path = list(turned.exterior.coords)
    for island in turned.interiors:
        path += [*island.coords, path[0]]
    return tuple(path)


def _cut(shapes: Iterable[BaseGeometry], frame: Frame) -> tuple[Line, ...]:
    """What the frame shows of ``shapes``, 0 to 1, thinned to what can be seen."""
    box = (frame.west, frame.south, frame.east, frame.north)
    fine = (frame.east - frame.west) / FINE
    found: list[Line] = []
    for shape in shapes:
        try:
            seen = shapely.clip_by_rect(shape, *box)
        except shapely.GEOSException:
            continue  # an outline that crosses itself cannot be cut; what is drawn stays true
        for part in shapely.get_parts(seen.simplify(fine)):
            if not part.is_empty and isinstance(part, (Polygon, LineString)):
                path = (frame.place(lon, lat) for lon, lat, *_ in _path(part))
                found.append(tuple((round(x, 4), round(y, 4)) for x, y in path))
    return tuple(found)
