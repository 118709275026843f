"""The user's own lists of places, in and out: CSV, XLSX, GeoJSON, GeoPackage."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from geo.catalogue import columns
from geo.catalogue.datum import Datum
from geo.catalogue.places import PlaceMaker, own_layer
from geo.catalogue.records import record_of, site_of
from geo.catalogue.tabular import read_csv, read_gis, read_xlsx
from geo.errors import ImportLayerError
from geo.files import write_whole
from geo.model import Layer, Site
from geo.progress import Job, Step

READERS = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".txt": read_csv,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".geojson": read_gis,
    ".json": read_gis,
    ".gpkg": read_gis,
}
SCHEMA_KEY, SCHEMA = "kanjing_sites", 1
BATCH = 200
NO_SCENES: Mapping[str, str] = {}


def read_layer(path: Path, datum: str, scene_names: Mapping[str, str] = NO_SCENES) -> Job[Layer]:
    """Read places from ``path``, whose degrees are on ``datum`` (wgs84, gcj02 or bd09).

    ``scene_names`` maps words for scene types to codes; words not in it are noted. Raises
    ImportLayerError layer_format, layer_unreadable, layer_empty, layer_no_name, layer_no_crs,
    layer_datum, layer_projected_datum, layer_missing.
    """
    yield Step("layer_read")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ImportLayerError("layer_format", file=path.name)
    if datum not in tuple(Datum):
        raise ImportLayerError("layer_datum", datum=datum)
    try:
        path.open("rb").close()
        own = _own_layer(path)
        places = reader(path) if own is None else []
    except OSError as error:
        raise ImportLayerError("layer_missing", file=path.name) from error
    if own is not None:
        return own
    if Datum(datum) is not Datum.WGS84 and any(place.projected for place in places):
        raise ImportLayerError("layer_projected_datum", file=path.name)
    maker = PlaceMaker(Datum(datum), scene_names)
    for at, place in enumerate(places):
        maker.take(place)
        if at % BATCH == BATCH - 1:
            yield Step("layer_place", at + 1, len(places))
    return maker.layer()


def write_layer(sites: Iterable[Site], path: Path) -> None:
    """Write sites as GeoJSON (WGS-84) with every field; ``read_layer`` gives them back.

    The file is there in full or not at all. Raises ImportLayerError layer_unwritable.
    """
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [site.lon, site.lat]},
            "properties": record_of(site),
        }
        for site in sites
    ]
    content = {"type": "FeatureCollection", SCHEMA_KEY: SCHEMA, "features": features}
    _write(path, json.dumps(content, ensure_ascii=False, indent=1))


def site_template_csv(path: Path, lang: str = "zh") -> None:
    """Write an empty table with the headings that an import understands, ready for Excel.

    Raises ImportLayerError layer_unwritable.
    """
    headings = columns.TEMPLATE.get(lang, columns.TEMPLATE["zh"])
    _write(path, "\N{BYTE ORDER MARK}" + ",".join(headings) + "\r\n")


def _own_layer(path: Path) -> Layer | None:
    """The sites of a GeoJSON that ``write_layer`` wrote; None of any other file."""
    if path.suffix.lower() not in (".geojson", ".json"):
        return None
    try:
        content: Any = json.loads(path.read_bytes())
    except ValueError as error:
        raise ImportLayerError("layer_unreadable", file=path.name) from error
    if not isinstance(content, dict) or content.get(SCHEMA_KEY) != SCHEMA:
        return None
    features = content.get("features")
    if not isinstance(features, list):
        raise ImportLayerError("layer_unreadable", file=path.name)
    sites = [site_of(_properties(each), path.name, at) for at, each in enumerate(features, 1)]
    return own_layer(sites)


def _properties(feature: object) -> object:
    return feature.get("properties") if isinstance(feature, dict) else None


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise ImportLayerError("layer_unwritable", file=path.name) from error
