"""The map as one HTML file: Folium page, Leaflet and a vector base inside, no request anywhere.

Data reaches the page as JSON and is written as text nodes only, so no name or note can run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import folium
import numpy as np
from branca.element import MacroElement
from jinja2 import Template
from shapely.geometry import LineString, Polygon, mapping
from shapely.geometry.base import BaseGeometry

from geo.files import exported_file
from geo.model import BaseMap, Kind, Ranking, Reason, Rings, Script, SiteOffer
from geo.phrases import Phrases
from geo.present.figures import cite, figure, site_name

COUNTRY_TOLERANCE = 0.03
CITY_TOLERANCE = 0.003
DECIMALS = 4


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
    """Base shapes and sites, drawn by ``kanjing_map.js`` from JSON."""

    def __init__(self, data: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Layers"
        self.data = data
        self._template = Template(
            "{% macro script(this, kwargs) %}"
            "drawKanjing({{ this._parent.get_name() }}, {{ this.data }});"
            "{% endmacro %}"
        )


def _script_json(value: object) -> str:
    """JSON that cannot end its script element or start a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _parts(ring: Rings) -> list[Any]:
    return [
        ring.points[start:end]
        for start, end in zip(ring.offsets[:-1], ring.offsets[1:], strict=True)
    ]


def _geojson(shapes: Iterable[BaseGeometry], tolerance: float) -> list[dict[str, Any]]:
    """GeoJSON of what is left of ``shapes`` at ``tolerance`` degrees."""
    simple = (shape.simplify(tolerance) for shape in shapes)
    return [_rounded(mapping(shape)) for shape in simple if not shape.is_empty]


def _large(points: Any, tolerance: float) -> bool:  # noqa: ANN401 (an array of points)
    return len(points) >= 4 and float(np.ptp(points, axis=0).max()) >= 2 * tolerance


def _lines(rings: Iterable[Rings], tolerance: float) -> list[dict[str, Any]]:
    parts = (part for ring in rings for part in _parts(ring) if len(part) > 1)
    return _geojson((LineString(part) for part in parts), tolerance)


def _areas(rings: Iterable[Rings], tolerance: float) -> list[dict[str, Any]]:
    parts = (part for ring in rings for part in _parts(ring) if _large(part, tolerance))
    return _geojson((Polygon(part) for part in parts), tolerance)


def _lakes(rings: Iterable[Rings], tolerance: float) -> list[dict[str, Any]]:
    """Lakes: the first part is the shore, the others are islands."""
    shapes = []
    for ring in rings:
        shore, *islands = _parts(ring)
        if _large(shore, tolerance):
            shapes.append(Polygon(shore, [i for i in islands if _large(i, tolerance)]))
    return _geojson(shapes, tolerance)


def _rounded(geometry: Any) -> Any:  # noqa: ANN401 (GeoJSON nests freely)
    if isinstance(geometry, float):
        return round(geometry, DECIMALS)
    if isinstance(geometry, dict):
        return {key: _rounded(value) for key, value in geometry.items()}
    if isinstance(geometry, (list, tuple)):
        return [_rounded(value) for value in geometry]
    return geometry


def _in_cities(rings: Iterable[Rings], adcodes: set[str]) -> list[Rings]:
    return [ring for ring in rings if f"{ring.adcode[:4]}00" in adcodes]


def _popup(rank: int, offer: SiteOffer, total: int, phrases: Phrases, lang: str) -> dict[str, Any]:
    """Rows of text that the page shows for one site."""
    site = offer.site

    def say(code: str, **values: str | float) -> str:
        return phrases.say(code, lang, values)

    direct = sum(match.direct for match in offer.matches)
    stand_ins = len(offer.matches) - direct
    rows = [
        [
            say("map_scenes"),
            say("map_scene_counts", direct=direct, stand_in=stand_ins, total=total),
        ],
        [say("map_cost"), figure(offer.cost.priced, lang)],
        [say("map_subsidy"), figure(offer.subsidy.amount, lang)],
        [say("map_uplift"), figure(offer.uplift.visits, lang)],
        [say("map_position"), say(f"coord_{site.coord_basis}", metres=site.coord_uncertainty_m)],
    ]
    where = site.city_en if lang == "en" else f"{site.city_zh} {site.district_zh or ''}".strip()
    reasons: Sequence[Reason] = [*offer.reasons, *offer.cost.reasons, *offer.subsidy.reasons]
    return {
        "rank": rank,
        "name": site_name(site, lang),
        "place": f"{say(f'kind_{site.kind}')} · {where}",
        "lat": site.lat,
        "lon": site.lon,
        "kind": list(Kind).index(site.kind),
        "exact": site.coord_basis == "source",
        "rows": rows,
        "why": [phrases.tell(reason, lang) for reason in reasons],
        "sources": [cite(source) for source in site.sources[:6]],
    }


def write_map(
    ranking: Ranking,
    script: Script,
    base: BaseMap,
    phrases: Phrases,
    leaflet: Path,
    path: Path,
    lang: str,
) -> Path:
    """Write the ranked sites as a self-contained HTML map; ExportError when it cannot be."""
    total = len(script.played)
    served = [i for i in ranking.site_order.index if ranking.sites[i].matches]
    cities = {offer.site.adcode for offer in ranking.sites}
    data = {
        "land": _areas(base.land, COUNTRY_TOLERANCE),
        "china": _areas(base.provinces, COUNTRY_TOLERANCE),
        "counties": _areas(_in_cities(base.counties, cities), CITY_TOLERANCE),
        "lakes": _lakes(base.lakes, CITY_TOLERANCE),
        "rivers": _lines(base.rivers, COUNTRY_TOLERANCE / 3),
        "nine": _lines([base.nine_dash], 0.0),
        "sites": [
            _popup(rank, ranking.sites[i], total, phrases, lang) for rank, i in enumerate(served, 1)
        ],
        "kinds": [phrases.say(f"kind_{kind}", lang) for kind in Kind],
        "credit": phrases.say("map_credit", lang, {"credit": base.credit}),
        "why": phrases.say("map_why", lang),
        "from": phrases.say("map_sources", lang),
    }
    page = _Page(location=[30.5, 112.0], zoom_start=5, tiles=None, control_scale=True)
    page.options["maxZoom"] = 18
    page.options["attributionControl"] = False
    read = [leaflet / name for name in ("leaflet.js", "leaflet.markercluster.js", "kanjing_map.js")]
    styles = [leaflet / name for name in ("leaflet.css", "MarkerCluster.css", "kanjing_map.css")]
    page.add_child(
        _Inline(
            phrases.say("map_title", lang),
            [file.read_text(encoding="utf-8") for file in read],
            [file.read_text(encoding="utf-8") for file in styles],
        )
    )
    page.add_child(_Layers(_script_json(data)))
    with exported_file(path) as part:
        part.write_text(page.get_root().render(), encoding="utf-8")
    return path
