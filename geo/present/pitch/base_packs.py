"""Base maps the user has put in: a folder each with ``manifest.yaml`` and ``base.geojson``.

The manifest says name, source, licence, review (审图号), datum and, where it has one, the day it
expires. A pack that cannot be used is told and passed over, never half drawn.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from geo.errors import ExportError
from geo.files import UnreadableError, read_yaml
from geo.model import Reason
from geo.model.pitch import BasePack

MANIFEST, SHAPES = "manifest.yaml", "base.geojson"
DATUMS = ("wgs84", "cgcs2000")  # less than a metre apart; anything else would lie off its place
LONGEST_TEXT = 200
MOST_BYTES = 40_000_000
MOST_POINTS = 2_000_000
# GS(2024)0650号, 苏S（2023）12号, GS京（2022）1061号: letters, a year in brackets, a number
REVIEW = re.compile(
    r"(审图号\s*[:：]?\s*)?[a-z\u4e00-\u9fff]{1,8}\s*[(（\[〔](19|20)[0-9]{2}[)）\]〕]"
    r"\s*第?\s*[0-9]{1,6}\s*号",
    re.IGNORECASE,
)
WATER = ("water", "lake", "sea", "river")
Line: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class BaseShapes:
    """What a pack draws, WGS-84 lon/lat: divisions, borders, lakes and rivers."""

    areas: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    water: tuple[Line, ...] = ()
    streams: tuple[Line, ...] = ()


def read_base_packs(folder: Path) -> tuple[BasePack, ...]:
    """The packs in the folders under ``folder`` that can be used, by name."""
    return tuple(found for found in _found(folder) if isinstance(found, BasePack))


def broken_base_packs(folder: Path) -> tuple[Reason, ...]:
    """Why the other folders there are no packs: pack_unreadable, pack_text, pack_datum, ..."""
    return tuple(found for found in _found(folder) if isinstance(found, Reason))


def reviewed(pack: BasePack | None, today: date) -> bool:
    """Whether a map for the public may be drawn on ``pack``: a review number that still holds."""
    return pack is not None and numbered(pack.review) and in_force(pack, today)


def numbered(review: str) -> bool:
    """Whether a text has the shape of a review number; “无” and “pending” have not."""
    return REVIEW.fullmatch(review.strip()) is not None


def in_force(pack: BasePack, today: date) -> bool:
    """Whether the pack may still be used: not from the day on which it expires."""
    return pack.expires is None or today < pack.expires


def load_base_shapes(pack: BasePack) -> BaseShapes:
    """The shapes of a pack. Raises ExportError pitch_base_unreadable (name)."""
    path = Path(pack.path) / SHAPES
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError
        content = json.loads(path.read_text(encoding="utf-8"))
        kinds: dict[str, list[Line]] = {"areas": [], "lines": [], "water": [], "streams": []}
        points = 0
        for kind, line in _shapes(content):
            points += len(line)
            if points > MOST_POINTS:
                raise ValueError
            kinds[kind].append(line)
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise ExportError("pitch_base_unreadable", name=pack.name) from error
    return BaseShapes(**{kind: tuple(lines) for kind, lines in kinds.items()})


def _found(folder: Path) -> Iterator[BasePack | Reason]:
    try:
        folders = sorted(one for one in folder.iterdir() if one.is_dir())
    except OSError:
        return
    for one in folders:
        yield _pack(one)


def _pack(folder: Path) -> BasePack | Reason:
    """The pack in ``folder``, or why it is none."""
    where = {"folder": folder.name[:LONGEST_TEXT]}
    try:
        told = read_yaml(folder / MANIFEST)
        there = (folder / SHAPES).is_file()
    except (UnreadableError, ValueError, OSError):
        return Reason("pack_unreadable", where)
    if not isinstance(told, dict) or not there:
        return Reason("pack_unreadable", where)
    texts = {}
    for key in ("name", "source", "licence", "review", "datum"):
        text = _text(told.get(key))
        if text is None or (not text and key in ("name", "source", "licence", "datum")):
            return Reason("pack_text", {**where, "key": key})
        texts[key] = text
    datum = texts["datum"].lower().replace("-", "").replace("_", "").replace(" ", "")
    if datum not in DATUMS:
        return Reason("pack_datum", {**where, "datum": texts["datum"]})
    expires = _day(told.get("expires"))
    if expires is None and told.get("expires") not in (None, ""):
        return Reason("pack_text", {**where, "key": "expires"})
    if not numbered(texts["review"]):
        # what is no number is none: the pack serves the office only, and says so
        texts["review"] = ""
    return BasePack(**(texts | {"datum": datum}), path=str(folder), expires=expires)


def _text(value: object) -> str | None:
    """A short text or number as one line; None for anything else. Missing is an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_TEXT and text.isprintable() else None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _shapes(content: Any) -> Iterator[tuple[str, Line]]:  # noqa: ANN401 (GeoJSON nests freely)
    """Every ring and line with the kind it is drawn as. Raises ValueError and its like."""
    kind = content["type"]
    if kind == "FeatureCollection":
        for feature in content["features"]:
            yield from _shapes(feature)
    elif kind == "Feature":
        if content["geometry"] is not None:
            told = content.get("properties") or {}
            water = str(told.get("kind", "")).lower() in WATER
            yield from _geometry(content["geometry"], water)
    else:
        yield from _geometry(content, water=False)


def _geometry(given: Any, water: bool) -> Iterator[tuple[str, Line]]:  # noqa: ANN401
    kind, area, line = given["type"], "water" if water else "areas", "streams" if water else "lines"
    if kind == "GeometryCollection":
        for one in given["geometries"]:
            yield from _geometry(one, water)
        return
    corners = given["coordinates"]
    if kind == "Polygon":
        yield from ((area, _line(ring)) for ring in corners[:1])
    elif kind == "MultiPolygon":
        yield from ((area, _line(ring)) for part in corners for ring in part[:1])
    elif kind == "LineString":
        yield line, _line(corners)
    elif kind == "MultiLineString":
        yield from ((line, _line(part)) for part in corners)
    elif kind not in ("Point", "MultiPoint"):
        raise ValueError(kind)


def _line(points: Any) -> Line:  # noqa: ANN401
    """Points as lon/lat. Raises ValueError where one is not on earth."""
    line = tuple((float(point[0]), float(point[1])) for point in points)
    if not all(
        math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90
        for lon, lat in line
    ):
        raise ValueError
    return line
