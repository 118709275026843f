"""The live map of a pack: one Folium page with Leaflet and the base inside, to be framed.

It keeps the publication guard of the drawing: a sketch holds marks, ways and a scale, no base.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from shapely.geometry import LineString, Polygon

from geo.model import BaseMap, Kind
from geo.model.pitch import Audience, BasePack, Pitch, PitchLang, PitchSite
from geo.phrases import Phrases
from geo.present.leaflet_page import DECIMALS, base_data, geojson, leaflet_page
from geo.present.pitch.base_packs import Line, in_force, load_base_shapes
from geo.present.pitch.blocks import Drawing, Said
from geo.present.pitch.drawing import map_drawing, public_sketch, say
from geo.present.pitch.plain import joined, plain

SCRIPTS = ("leaflet.js", "kanjing_map.js", "kanjing_pitch.js")
STYLES = ("leaflet.css", "kanjing_map.css", "kanjing_pitch.css")
KINDS = tuple(Kind)
MOST_LABELS = 40  # beyond, a touch tells the name
# degrees: finer than a phone shows, then coarser until the base fits
TOLERANCE, MOST_POINTS = 0.002, 40_000


def live_map(
    pitch: Pitch, base: BaseMap | None, pack: BasePack | None, phrases: Phrases, leaflet: Path
) -> str:
    """The page as HTML. Raises ExportError pitch_base_unreadable (name)."""
    drawing = map_drawing(pitch, phrases, base=base, pack=pack)
    lang = pitch.wishes.lang
    shapes = _base(pitch, base, pack)
    used = [kind for kind in KINDS if any(one.site.kind is kind for one in pitch.sites)]
    review = say(phrases, lang, "pitch_map_review", review=drawing.review)
    credit = drawing.credit if shapes else say(phrases, lang, "pitch_map_sketch")
    data = {
        **shapes,
        "sites": _sites(pitch, drawing, phrases),
        "ways": _ways(pitch, drawing),
        "labels": len(pitch.sites) <= MOST_LABELS,
        "kinds": [[KINDS.index(kind), joined(say(phrases, lang, f"kind_{kind}"))] for kind in used],
        "credit": joined(credit),
        "review": joined(review) if drawing.review else "",
        "base": bool(shapes),
    }
    title = joined(say(phrases, lang, "map_title"))
    return leaflet_page(leaflet, SCRIPTS, STYLES, title, "drawPitch", data)


def _base(pitch: Pitch, base: BaseMap | None, pack: BasePack | None) -> dict[str, Any]:
    """What lies under the marks; nothing where the guard allows a sketch only."""
    if public_sketch(pitch, pack):
        return {}
    if pack is not None and in_force(pack, pitch.today):
        shapes = load_base_shapes(pack)
        fine = TOLERANCE
        while True:
            made = {
                "counties": geojson(_areas(shapes.areas), fine),
                "lakes": geojson(_areas(shapes.water), fine),
                "rivers": geojson(_lines(shapes.streams), fine),
                "nine": geojson(_lines(shapes.lines), fine),
            }
            if (
                fine > 1
                or sum(_points(one) for all_ in made.values() for one in all_) < MOST_POINTS
            ):
                return made
            fine *= 2
    if base is None or pitch.wishes.audience is not Audience.INTERNAL:
        return {}
    return base_data(base, {one.site.adcode for one in pitch.sites})


def _areas(lines: Iterable[Line]) -> Iterable[Polygon]:
    return (Polygon(line) for line in lines if len(line) > 3)


def _lines(lines: Iterable[Line]) -> Iterable[LineString]:
    return (LineString(line) for line in lines if len(line) > 1)


def _points(shape: dict[str, Any]) -> int:
    corners = shape["coordinates"]
    return sum(len(ring) for ring in corners) if shape["type"] == "Polygon" else len(corners)


def _sites(pitch: Pitch, drawing: Drawing, phrases: Phrases) -> list[dict[str, Any]]:
    """The marks of Leaflet with what a touch tells."""
    found = []
    for one, mark in zip(pitch.sites, drawing.marks, strict=True):
        found.append(
            {
                "name": plain(mark.label.main),
                "second": plain(mark.label.second),
                "lat": round(one.site.lat, DECIMALS),
                "lon": round(one.site.lon, DECIMALS),
                "kind": KINDS.index(one.site.kind),
                "exact": one.site.exact,
                "rows": [joined(row) for row in _rows(one, pitch.wishes.lang, phrases)],
            }
        )
    return found


def _rows(one: PitchSite, lang: PitchLang, phrases: Phrases) -> list[Said]:
    site = one.site
    where = f"{site.city_zh} {site.district_zh or ''}".strip()
    rows = [say(phrases, lang, f"kind_{site.kind}")]
    rows.append(Said(site.city_en or where) if lang is PitchLang.EN else Said(where))
    if one.scenes:
        rows.append(say(phrases, lang, "pitch_page_scenes", count=len(one.scenes)))
    return [row for row in rows if row.main]


def _ways(pitch: Pitch, drawing: Drawing) -> list[dict[str, Any]]:
    spots = [[round(one.site.lat, DECIMALS), round(one.site.lon, DECIMALS)] for one in pitch.sites]
    return [
        {"ends": [spots[way.one], spots[way.two]], "text": joined(way.text)} for way in drawing.ways
    ]
