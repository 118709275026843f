"""Reads the water and names that ship with the base map: coast, lakes, main rivers (GSHHG).

The file holds, for each layer, the differences between successive points in units of 1e-5
degree, split in bytes because that packs best, with how many points each part has and how
many parts each shape has. Plain arrays only: nothing in it can run.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geo.errors import CatalogueError
from geo.model import Rings, WaterName

STEP_DEGREES = 1e-5
LAYERS = ("land", "rivers", "lakes")

Arrays = dict[str, NDArray[np.int32]]


def load_water(folder: Path) -> tuple[tuple[Rings, ...], tuple[Rings, ...], tuple[Rings, ...]]:
    """Land outlines, river lines and lakes (outline, then islands) of the whole map, largest first.

    Raises CatalogueError ``basemap.water_unreadable`` when the file is missing or damaged.
    """
    path = folder / "water.npz"
    try:
        with path.open("rb") as handle, np.load(handle, allow_pickle=False) as file:
            arrays: Arrays = {name: file[name].astype(np.int32) for name in file.files}
        land, rivers, lakes = (_layer(arrays, name) for name in LAYERS)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise CatalogueError("basemap.water_unreadable", file=path.name) from error
    return land, rivers, lakes


def load_water_names(folder: Path) -> tuple[WaterName, ...]:
    """Names of the larger water, each checked against the geometry when the asset was made.

    Raises CatalogueError ``basemap.water_unreadable`` when the file is missing or damaged.
    """
    path = folder / "water_names.json"
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["names"]
        return tuple(WaterName(**row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CatalogueError("basemap.water_unreadable", file=path.name) from error


def load_english_names(folder: Path) -> dict[str, str]:
    """English names of provinces, cities and some counties by division code.

    Raises CatalogueError ``basemap.water_unreadable`` when the file is missing or damaged.
    """
    path = folder / "place_names_en.json"
    try:
        names = json.loads(path.read_text(encoding="utf-8"))["names"]
        return {str(code): str(name) for code, name in names.items()}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise CatalogueError("basemap.water_unreadable", file=path.name) from error


def _layer(arrays: Arrays, name: str) -> tuple[Rings, ...]:
    low, mid, top = (arrays[f"{name}_{half}"] for half in ("low", "mid", "top"))
    steps = low + (mid << 8) + (top << 16)
    points = np.cumsum(steps.T, axis=0) * STEP_DEGREES
    ends = np.concatenate([[0], np.cumsum(arrays[f"{name}_points"])]).astype(np.int64)
    if ends[-1] != len(points):
        raise ValueError(name)
    shapes = []
    first = 0
    for count in arrays[f"{name}_parts"].tolist():
        cut = ends[first : first + count + 1]
        shapes.append(Rings("", "", points[cut[0] : cut[-1]], cut - cut[0]))
        first += count
    return tuple(shapes)
