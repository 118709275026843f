"""Shapes as GeoPackage keeps them: a short header, then WKB (OGC 12-128r17, 2.1.3)."""

from __future__ import annotations

import math
import struct

import shapely
from shapely.geometry.base import BaseGeometry

WGS84 = 4326
# bytes of the envelope that follow the header, by its code
ENVELOPES = (0, 32, 48, 48, 64)


def blob_of(shape: BaseGeometry) -> bytes:
    """A shape on WGS-84 for a geometry column; its bounds stand in the header but for points."""
    flags, bounds = 0b0001, b""
    if shape.geom_type != "Point":
        low_x, low_y, high_x, high_y = shape.bounds
        flags, bounds = 0b0011, struct.pack("<4d", low_x, high_x, low_y, high_y)
    header = b"GP" + struct.pack("<BBi", 0, flags, WGS84) + bounds
    return header + bytes(shapely.to_wkb(shape, byte_order=1))


def point_blob(lat: float, lon: float) -> bytes:
    """A point for a geometry column."""
    return blob_of(shapely.Point(lon, lat))


def shape_of(blob: object) -> BaseGeometry | None:
    """The shape in a geometry column on WGS-84; None where there is none, or a broken one."""
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        return None
    envelope = blob[3] >> 1 & 0b111
    if envelope >= len(ENVELOPES):
        return None
    if struct.unpack("<i" if blob[3] & 1 else ">i", blob[4:8])[0] != WGS84:
        return None
    try:
        return shapely.from_wkb(blob[8 + ENVELOPES[envelope] :])
    except shapely.errors.GEOSException:
        return None


def point_of(blob: object) -> tuple[float, float] | None:
    """Latitude and longitude of a point; None where it is none."""
    shape = shape_of(blob)
    if shape is None or shape.geom_type != "Point" or shape.is_empty:
        return None
    lon, lat = float(shape.x), float(shape.y)
    known = math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180
    return (lat, lon) if known else None
