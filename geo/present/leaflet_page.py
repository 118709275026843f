"""A Folium page that asks nobody for anything: Leaflet and a vector base inside.

Data reaches the page as JSON and is written as text nodes only, so no name or note can run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import folium
import numpy as np
import shapely
from branca.element import MacroElement
from jinja2 import Template
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.model import BaseMap, Rings
from geo.present.base_shapes import area_shapes, lake_shapes, line_shapes

COUNTRY_TOLERANCE = 0.03
CITY_TOLERANCE = 0.003
DECIMALS = 4
# a brace that opens an expression, a statement or a comment of a template; in JSON only in texts
_OPENS = re.compile(r"\{(?=[{%#])")


class _Page(folium.Map):
    """A Folium map that asks no server for its scripts."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 (Folium's own attribute)
    default_css: list[tuple[str, str]] = []  # noqa: RUF012


class _Inline(MacroElement):
    """Scripts and styles inside the page's head."""

    def __init__(self, title: str, scripts: Sequence[str], styles: Sequence[str]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Inline"
        self.title = title
        self.scripts = scripts
        self.styles = styles
        self._template = Template(
            "{% macro header(this, kwargs) %}<title>{{ this.title }}</title>"
            "{% for code in this.styles %}<style>{{ code }}</style>{% endfor %}"
            "{% for code in this.scripts %}<script>{{ code }}</script>{% endfor %}"
            "{% endmacro %}"
        )


class _Layers(MacroElement):
    """What a function of the scripts draws from JSON."""

    def __init__(self, draw: str, data: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Layers"
        self.draw = draw
        self.data = data
        self._template = Template(
            "{% macro script(this, kwargs) %}"
            "{{ this.draw }}({{ this._parent.get_name() }}, {{ this.data }});"
            "{% endmacro %}"
        )


def _script_json(value: object) -> str:
    """JSON that cannot end its script element, start a comment or speak to a template.

    Folium reads its scripts as templates once more, so a name like ``{{ x }}`` would be run.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = _OPENS.sub(r"\\u007b", text)
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def base_data(base: BaseMap, adcodes: set[str]) -> dict[str, Any]:
    """All of the country with its nine-dash line as GeoJSON; counties of the cities told."""
    counties = [ring for ring in base.counties if f"{ring.adcode[:4]}00" in adcodes]
    return {
        "land": _areas(base.land, COUNTRY_TOLERANCE),
        "china": _areas(base.provinces, COUNTRY_TOLERANCE),
        "counties": _areas(counties, CITY_TOLERANCE),
        "lakes": geojson(lake_shapes(base.lakes, CITY_TOLERANCE), CITY_TOLERANCE),
        "rivers": geojson(line_shapes(base.rivers), COUNTRY_TOLERANCE / 3),
        "nine": geojson(line_shapes([base.nine_dash]), 0.0),
    }


def leaflet_page(
    leaflet: Path,
    scripts: Sequence[str],
    styles: Sequence[str],
    title: str,
    draw: str,
    data: object,
) -> str:
    """A whole HTML page with the files of ``leaflet`` inside.

    The function ``draw`` of the scripts is called with the map and ``data``.
    """
    page = _Page(location=[30.5, 112.0], zoom_start=5, tiles=None, control_scale=True)
    page.options["maxZoom"] = 18
    page.options["attributionControl"] = False
    read = [(leaflet / name).read_text(encoding="utf-8") for name in (*scripts, *styles)]
    page.add_child(_Inline(title, read[: len(scripts)], read[len(scripts) :]))
    page.add_child(_Layers(draw, _script_json(data)))
    html: str = page.get_root().render()
    return html


def geojson(shapes: Iterable[BaseGeometry], tolerance: float) -> list[dict[str, Any]]:
    """GeoJSON of what is left of ``shapes`` at ``tolerance`` degrees."""
    simple = (shape.simplify(tolerance) for shape in shapes)
    return [
        mapping(shapely.transform(shape, lambda points: np.round(points, DECIMALS)))
        for shape in simple
        if not shape.is_empty
    ]


def _areas(rings: Iterable[Rings], tolerance: float) -> list[dict[str, Any]]:
    return geojson(area_shapes(rings, tolerance), tolerance)
