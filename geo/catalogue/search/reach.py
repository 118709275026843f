"""How far places are from one: kilometres on a straight line, minutes by estimate or as told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.catalogue.near import Spots, great_circle_km
from geo.catalogue.search.rules import Drive
from geo.model import Site

Floats: TypeAlias = NDArray[np.float64]
Point: TypeAlias = tuple[float, float]

BESIDE = 0.01
"""Degrees within which a point of a road file means a place; the same as for the cost of moves."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where distances are measured from. ``names`` are those that a road file may use.

    ``point`` is None for the home city while nobody has named it.
    """

    name: str
    name_en: str
    point: Point | None
    site_id: str | None = None
    names: tuple[str, ...] = ()


class ToldDrive(NamedTuple):
    """A drive that the user's own road file tells: its other end, and its length or time."""

    end: str | Point
    km: float | None
    minutes: float | None


Drives: TypeAlias = Callable[[Place], Iterable[ToldDrive]]
"""All drives told from a place."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Rows within reach, ascending; kilometres of each, and minutes where these were asked for."""

    rows: NDArray[np.intp]
    km: Floats
    minutes: Floats | None = None
    told: NDArray[np.bool_] | None = None


class Reaches:
    """The points of the sites, and what the rule for drives makes of their distances."""

    def __init__(self, sites: Sequence[Site], drive: Drive) -> None:
        self._names = [(site.id, site.name_zh, site.name_en) for site in sites]
        self._lat = np.array([site.lat for site in sites], np.float64)
        self._lon = np.array([site.lon for site in sites], np.float64)
        self._spots = Spots(self._lat, self._lon)
        self._drive = drive

    def place(self, row: int) -> Place:
        """The site of a row to measure from."""
        names = self._names[row]
        point = float(self._lat[row]), float(self._lon[row])
        return Place(names[1], names[2], point, names[0], names)

    def middle(self, rows: Sequence[int]) -> Point:
        """The middle of some sites."""
        return float(self._lat[rows].mean()), float(self._lon[rows].mean())

    def by_km(self, point: Point, km: float) -> Reached:
        """Sites at most ``km`` away on a straight line."""
        return Reached(*self._spots.within(*point, km))

    def by_minutes(self, place: Place, point: Point, minutes: float, drives: Drives) -> Reached:
        """Sites that a drive of ``minutes`` reaches: as the road file tells it, else estimated."""
        near = self._spots.within(*point, self._drive.reach_km(minutes))
        known = self._told(drives(place))
        rows = np.union1d(near[0], np.fromiter(known, np.intp, len(known)))
        km = great_circle_km(*point, self._lat[rows], self._lon[rows])
        taken = np.array([self._drive.minutes(one) for one in km.tolist()])
        told = np.zeros(len(rows), np.bool_)
        for at in np.flatnonzero(np.isin(rows, list(known))).tolist():
            taken[at], told[at] = known[int(rows[at])], True
        # an estimate of exactly the limit may be a hair above it by rounding
        kept = taken <= minutes + 1e-9
        return Reached(rows[kept], km[kept], taken[kept], told[kept])

    def _told(self, drives: Iterable[ToldDrive]) -> dict[int, float]:
        """Minutes by row, for the ends that are sites of the catalogue."""
        found: dict[int, float] = {}
        for one in drives:
            minutes = one.minutes
            if minutes is None and one.km is not None:
                minutes = self._drive.road_minutes(one.km)
            if minutes is not None:
                found.update(dict.fromkeys(self._rows_of(one.end), minutes))
        return found

    def _rows_of(self, end: str | Point) -> Iterable[int]:
        if isinstance(end, str):
            return self._by_name.get(end, ())
        beside = (np.abs(self._lat - end[0]) <= BESIDE) & (np.abs(self._lon - end[1]) <= BESIDE)
        return np.flatnonzero(beside).tolist()

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        """Rows by id and names as a road file compares them."""
        found: dict[str, list[int]] = {}
        for row, names in enumerate(self._names):
            for name in set(names):
                found.setdefault(name.strip().lower().removesuffix("市"), []).append(row)
        return found
