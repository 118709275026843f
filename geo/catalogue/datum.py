"""Datum shifts at the door: WGS-84 (kept), GCJ-02 (public maps in the mainland), BD-09 (Baidu).

All take and give degrees, scalars or arrays, as (lat, lon). Where public maps are not shifted
(Hong Kong, Macau, Taiwan, abroad) WGS-84 and GCJ-02 are the same.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.catalogue.boundaries import in_mainland

Pair = tuple[NDArray[np.float64], NDArray[np.float64]]

AXIS_M = 6378245.0  # Krasovsky 1940, as the shift was defined
ECCENTRICITY2 = 0.00669342162296594323
BAIDU_LAT, BAIDU_LON = 0.006, 0.0065
ROUNDS = 8  # each round of the inverse is a hundred times closer


class Datum(StrEnum):
    """What the degrees of a source are measured on."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


def to_wgs84(lat: ArrayLike, lon: ArrayLike, datum: Datum) -> Pair:
    """WGS-84 of degrees given on ``datum``."""
    y, x = _arrays(lat, lon)
    if datum is Datum.WGS84:
        return y, x
    if datum is Datum.BD09:
        y, x = _unbaidu(y, x)
    return _unshift(y, x)


def from_wgs84(lat: ArrayLike, lon: ArrayLike, datum: Datum) -> Pair:
    """Degrees on ``datum`` of a WGS-84 place."""
    y, x = _arrays(lat, lon)
    if datum is Datum.WGS84:
        return y, x
    y, x = _choose(in_mainland(y, x), _shift(y, x), (y, x))
    return _baidu(y, x) if datum is Datum.BD09 else (y, x)


def _arrays(lat: ArrayLike, lon: ArrayLike) -> Pair:
    return np.asarray(lat, dtype=np.float64), np.asarray(lon, dtype=np.float64)


def _choose(where: NDArray[np.bool_], yes: Pair, no: Pair) -> Pair:
    mask = where.reshape(np.shape(no[0]))
    return np.where(mask, yes[0], no[0]), np.where(mask, yes[1], no[1])


def _shift(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> Pair:
    x, y = lon - 105.0, lat - 35.0
    pi, root = np.pi, np.sqrt(np.abs(x))
    both = 20 * np.sin(6 * pi * x) + 20 * np.sin(2 * pi * x)
    north = both + 20 * np.sin(pi * y) + 40 * np.sin(pi * y / 3)
    north += 160 * np.sin(pi * y / 12) + 320 * np.sin(pi * y / 30)
    east = both + 20 * np.sin(pi * x) + 40 * np.sin(pi * x / 3)
    east += 150 * np.sin(pi * x / 12) + 300 * np.sin(pi * x / 30)
    north_m = north * 2 / 3 - 100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    east_m = east * 2 / 3 + 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    flat = 1 - ECCENTRICITY2 * np.sin(np.radians(lat)) ** 2
    lat_m = np.radians(AXIS_M * (1 - ECCENTRICITY2) / flat**1.5)
    lon_m = np.radians(AXIS_M * np.cos(np.radians(lat)) / np.sqrt(flat))
    return lat + north_m / lat_m, lon + east_m / lon_m


def _unshift(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> Pair:
    """The WGS-84 place whose shift is given; there is no formula, so close in on it."""
    y, x = lat, lon
    for _ in range(ROUNDS):
        back_y, back_x = _shift(y, x)
        y, x = y - (back_y - lat), x - (back_x - lon)
    return _choose(in_mainland(y, x), (y, x), (lat, lon))


def _baidu(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> Pair:
    far = np.hypot(lon, lat) + 0.00002 * np.sin(np.radians(lat * 3000))
    turn = np.arctan2(lat, lon) + 0.000003 * np.cos(np.radians(lon * 3000))
    return far * np.sin(turn) + BAIDU_LAT, far * np.cos(turn) + BAIDU_LON


def _unbaidu(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> Pair:
    y, x = lat - BAIDU_LAT, lon - BAIDU_LON
    for _ in range(ROUNDS):
        back_y, back_x = _baidu(y, x)
        y, x = y - (back_y - lat), x - (back_x - lon)
    return y, x
