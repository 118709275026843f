"""The base of a pack: outlines and water of its area, cut from our map and never redrawn."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.model.basemap import BaseMap, Rings
from geo.model.field import Track
from geo.sync.pack_geometry import blob_of
from geo.sync.pack_schema import register, set_bounds

LINES, AREAS, TRACK = "base_lines", "base_areas", "track"
KM_PER_DEGREE = 111.32
Box = tuple[float, float, float, float]


def box_around(points: Sequence[tuple[float, float]], margin_km: float) -> Box | None:
    """West, south, east, north around points (lat, lon) with a margin; None without points."""
    if not points:
        return None
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    widest = max(abs(lat) for lat in lats)
    up = margin_km / KM_PER_DEGREE
    aside = up / max(math.cos(math.radians(min(widest, 89.0))), 0.01)
    return (
        max(min(lons) - aside, -180.0),
        max(min(lats) - up, -90.0),
        min(max(lons) + aside, 180.0),
        min(max(lats) + up, 90.0),
    )


def put_base(db: sqlite3.Connection, base: BaseMap, box: Box) -> None:
    """Write the lines and areas of the map that lie in the box, cut at its edge."""
    for table, title, shape in (
        (LINES, "底图：界线和河流", "MULTILINESTRING"),
        (AREAS, "底图：陆地和湖泊", "MULTIPOLYGON"),
    ):
        db.execute(
            f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {shape},"
            " kind TEXT, name TEXT, adcode TEXT, credit TEXT)"
        )
        register(db, table, title, "features", shape)
        set_bounds(db, table, box)
        db.execute(
            "UPDATE gpkg_contents SET description = ? WHERE table_name = ?", (base.credit, table)
        )
    for table, rows in ((LINES, _lines(base, box)), (AREAS, _areas(base, box))):
        db.executemany(
            f"INSERT INTO {table} (geom, kind, name, adcode, credit) VALUES (?, ?, ?, ?, ?)",
            ((blob_of(cut), kind, one.name, one.adcode, base.credit) for kind, one, cut in rows),
        )


def _lines(base: BaseMap, box: Box) -> Iterator[tuple[str, Rings, BaseGeometry]]:
    undetermined = () if base.undetermined is None else (base.undetermined,)
    kinds: tuple[tuple[str, Iterable[Rings]], ...] = (
        ("province", base.provinces),
        ("city", base.cities),
        ("county", base.counties),
        ("nine_dash", (base.nine_dash,)),
        ("undetermined", undetermined),
        ("river", base.rivers),
    )
    for kind, rings in kinds:
        for one in rings:
            parts = [shapely.LineString(part) for part in _parts(one, box, 2)]
            cut = shapely.clip_by_rect(shapely.MultiLineString(parts), *box)
            found = [each for each in _flat(cut) if each.geom_type == "LineString"]
            if found:
                yield kind, one, shapely.MultiLineString(found)


def _areas(base: BaseMap, box: Box) -> Iterator[tuple[str, Rings, BaseGeometry]]:
    for kind, rings in (("land", base.land), ("lake", base.lakes)):
        for one in rings:
            # parts fill even-odd: an island in a lake is a part in a part
            filled: BaseGeometry = shapely.MultiPolygon()
            for part in _parts(one, box, 4):
                whole = shapely.make_valid(shapely.Polygon(part))
                filled = filled.symmetric_difference(shapely.clip_by_rect(whole, *box))
            found = [each for each in _flat(filled) if each.geom_type == "Polygon"]
            if found:
                yield kind, one, shapely.MultiPolygon(found)


def _parts(rings: Rings, box: Box, least: int) -> Iterator[NDArray[np.float64]]:
    """The parts of an outline whose bounds touch the box."""
    west, south, east, north = box
    for at, start in enumerate(rings.offsets[:-1]):
        points = rings.points[int(start) : int(rings.offsets[at + 1])]
        if len(points) < least:
            continue
        low, high = points.min(axis=0), points.max(axis=0)
        if low[0] <= east and high[0] >= west and low[1] <= north and high[1] >= south:
            yield points


def _flat(shape: BaseGeometry) -> list[BaseGeometry]:
    parts = shapely.get_parts(shape)
    return [one for each in parts for one in shapely.get_parts(each) if not one.is_empty]


def put_track(db: sqlite3.Connection, track: Track) -> None:
    """Write a track as one line with the times of its ends."""
    db.execute(
        f"CREATE TABLE {TRACK} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom LINESTRING,"
        " name TEXT, first TEXT, last TEXT)"
    )
    register(db, TRACK, "走过的路", "features", "LINESTRING")
    if len(track.fixes) < 2:
        return
    line = shapely.LineString([(one.lon, one.lat) for one in track.fixes])
    set_bounds(db, TRACK, line.bounds)
    db.execute(
        f"INSERT INTO {TRACK} (geom, name, first, last) VALUES (?, ?, ?, ?)",
        (blob_of(line), track.name, track.fixes[0].when, track.fixes[-1].when),
    )
