"""Which of many places lie within so many kilometres of a point: exact, on a grid of cells."""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats: TypeAlias = NDArray[np.float64]
Rows: TypeAlias = NDArray[np.intp]

EARTH_KM = 6371.0088
"""Mean radius of the earth (IUGG); distances on the sphere are within 0.6% of the ellipsoid."""

CELL = 0.1
"""Degrees a cell is wide and high."""

COLUMNS, ROWS = round(360 / CELL), round(180 / CELL)
SLACK = 1e-9
"""Degrees by which the cells looked at reach beyond the circle."""

CLOSE = 8e-15
"""So near the rim of the circle (chord of a unit sphere) the haversine decides."""


def great_circle_km(lat: ArrayLike, lon: ArrayLike, lats: Floats, lons: Floats) -> Floats:
    """Kilometres (N,) from one point to others by the haversine; degrees."""
    one, others = np.radians(lat), np.radians(lats)
    half = (
        np.sin((others - one) / 2) ** 2
        + np.cos(one) * np.cos(others) * np.sin((np.radians(lons) - np.radians(lon)) / 2) ** 2
    )
    found: Floats = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return found


class Spots:
    """Points (N,) in degrees, sorted into cells row by row; distances are of the whole earth."""

    def __init__(self, lat: ArrayLike, lon: ArrayLike) -> None:
        lats, lons = np.asarray(lat, np.float64), np.asarray(lon, np.float64)
        row = np.clip(np.floor((lats + 90) / CELL), 0, ROWS - 1).astype(np.int32)
        column = np.floor((lons + 180) / CELL).astype(np.int32) % COLUMNS
        cells = row * np.int32(COLUMNS) + column
        self._order = np.argsort(cells, kind="stable")
        self._cells = cells[self._order]
        self._lat, self._lon = lats[self._order], lons[self._order]
        self._at = _units(self._lat, self._lon)

    def __len__(self) -> int:
        return len(self._cells)

    def within(self, lat: float, lon: float, km: float) -> tuple[Rows, Floats]:
        """Rows, ascending, of the points at most ``km`` away, and how far each is (km)."""
        if not km >= 0 or not len(self):
            return np.empty(0, np.intp), np.empty(0)
        near = self._candidates(lat, lon, km)
        centre = _units(np.array([lat]), np.array([lon]))
        away = self._at[:, near] - centre
        chord = np.sqrt(np.einsum("ij,ij->j", away, away))
        rim = 2 * math.sin(min(km / EARTH_KM, math.pi) / 2)
        inside = chord <= rim
        unsure = np.flatnonzero(np.abs(chord - rim) <= CLOSE)
        if len(unsure):
            some = near[unsure]
            inside[unsure] = great_circle_km(lat, lon, self._lat[some], self._lon[some]) <= km
        rows = self._order[near[inside]]
        far = 2 * EARTH_KM * np.arcsin(np.minimum(1.0, chord[inside] / 2))
        sort = np.argsort(rows)
        return rows[sort], far[sort]

    def _candidates(self, lat: float, lon: float, km: float) -> Rows:
        """Places in the sorted arrays of all points in cells that the circle may touch."""
        angle = math.degrees(min(km / EARTH_KM, math.pi)) + SLACK
        low = max(0, math.floor((lat - angle + 90) / CELL))
        high = min(ROWS - 1, math.floor((lat + angle + 90) / CELL))
        wide = 180.0
        if abs(lat) + angle < 90:
            # the widest parallel chord of a circle that holds no pole
            share = math.sin(math.radians(angle)) / math.cos(math.radians(lat))
            wide = math.degrees(math.asin(min(1.0, share))) + SLACK
        west = math.floor((lon - wide + 180) / CELL)
        east = math.floor((lon + wide + 180) / CELL)
        if east - west + 1 >= COLUMNS:
            spans = [(low * COLUMNS, (high + 1) * COLUMNS)]
        else:
            spans = [
                (row * COLUMNS + first, row * COLUMNS + last)
                for row in range(low, high + 1)
                for first, last in _wrapped(west, east + 1)
            ]
        ends = np.searchsorted(self._cells, np.array(spans, np.int32).reshape(-1, 2))
        return np.concatenate([np.arange(first, last) for first, last in ends.tolist()])


def _wrapped(west: int, east: int) -> list[tuple[int, int]]:
    """Columns from ``west`` up to ``east`` (not in it) as spans that do not cross the date line."""
    width = east - west
    first = west % COLUMNS
    if first + width <= COLUMNS:
        return [(first, first + width)]
    return [(first, COLUMNS), (0, first + width - COLUMNS)]


def _units(lat: Floats, lon: Floats) -> Floats:
    """Points (3, N) on the unit sphere."""
    phi, theta = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)])
