"""Boundaries and water that a map is drawn on, in WGS-84 degrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Rings:
    """Polygon or line parts: ``points`` is (n, 2) float64 lon/lat, part i is offsets[i:i+2]."""

    name: str
    adcode: str
    points: NDArray[np.float64]
    offsets: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WaterName:
    """A name to write on water: ``kind`` lake, river or sea, shown from web zoom ``from_zoom``."""

    zh: str
    en: str
    kind: str
    lon: float
    lat: float
    from_zoom: float


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Boundaries and water in WGS-84, with the credit every map of them must carry.

    ``undetermined`` borders are drawn dashed; ``english`` names divisions by code.
    """

    provinces: tuple[Rings, ...]
    cities: tuple[Rings, ...]
    counties: tuple[Rings, ...]
    nine_dash: Rings
    land: tuple[Rings, ...]
    rivers: tuple[Rings, ...]
    lakes: tuple[Rings, ...]
    credit: str
    undetermined: Rings | None = None
    water_names: tuple[WaterName, ...] = ()
    english: Mapping[str, str] | None = None
