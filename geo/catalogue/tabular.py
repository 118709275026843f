"""Reads rows of text out of the files people keep places in: CSV, XLSX, GeoJSON, GeoPackage."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.catalogue.columns import SEVERAL, field_of
from geo.errors import ImportLayerError

if TYPE_CHECKING:
    import geopandas

HEADER_ROWS = 10  # titles and notes often stand above the headings
ENCODINGS = ("utf-8-sig", "gb18030")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
GEOGRAPHIC = "EPSG:4326"
METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True, slots=True)
class RawPlace:
    """One row: its number in the file from 1, text by field, and what is drawn of it.

    ``point`` is (lat, lon); ``spread_m`` how far a drawn line or area reaches from it,
    ``projected`` whether it was drawn in metres.
    """

    number: int
    text: dict[str, str]
    point: tuple[float, float] | None = None
    spread_m: float = 0.0
    projected: bool = False


def read_csv(path: Path) -> list[RawPlace]:
    """Rows of a text table in UTF-8, UTF-16 or GB18030. Raises ImportLayerError."""
    content = path.read_bytes()
    text = _decoded(content, path)
    head = text[:4096]
    delimiter = max((",", "\t", ";"), key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ImportLayerError("layer_unreadable", file=path.name) from error
    return _placed(rows, path)


def read_xlsx(path: Path) -> list[RawPlace]:
    """Rows of the first sheet that has headings we know. Raises ImportLayerError."""
    import zipfile

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise ImportLayerError("layer_unreadable", file=path.name) from error
    failure: ImportLayerError | None = None
    try:
        for sheet in book.worksheets:
            rows = [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
            try:
                return _placed(rows, path)
            except ImportLayerError as error:
                failure = failure or error
    finally:
        book.close()
    raise failure or ImportLayerError("layer_empty", file=path.name)


def read_gis(path: Path) -> list[RawPlace]:
    """Features of all drawn layers, each at one point in WGS-84 or the datum it was drawn on.

    Raises ImportLayerError; layer_no_crs when a layer does not say what its numbers mean.
    """
    import pyogrio

    try:
        names = [name for name, geometry in pyogrio.list_layers(path) if geometry is not None]
        layers = [pyogrio.read_dataframe(path, layer=name) for name in names]
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise ImportLayerError("layer_unreadable", file=path.name) from error
    places = [place for layer in layers for place in _features(layer, path)]
    if not places:
        raise ImportLayerError("layer_empty", file=path.name)
    if all("name_zh" not in place.text for place in places):
        raise ImportLayerError("layer_no_name", file=path.name)
    return places


def _features(layer: geopandas.GeoDataFrame, path: Path) -> Iterator[RawPlace]:
    if layer.crs is None:
        raise ImportLayerError("layer_no_crs", file=path.name)
    drawn = layer[layer.geometry.notna() & ~layer.geometry.is_empty]
    points = drawn.geometry.representative_point()
    shapes = drawn.geometry
    projected = not drawn.crs.is_geographic
    if projected:
        points, shapes = points.to_crs(GEOGRAPHIC), shapes.to_crs(GEOGRAPHIC)
    box = shapes.bounds
    spread = np.hypot(box.maxx - box.minx, box.maxy - box.miny) * METRES_PER_DEGREE / 2
    fields = {column: field_of(str(column)) for column in drawn.columns if column != "geometry"}
    for at, ((_, row), point, reach) in enumerate(
        zip(drawn.iterrows(), points, spread, strict=True), start=1
    ):
        cells = {field: _cell(row[column]).strip() for column, field in fields.items() if field}
        text = {field: cell for field, cell in cells.items() if cell}
        yield RawPlace(at, text, (float(point.y), float(point.x)), float(reach), projected)


def _placed(rows: Sequence[Sequence[str]], path: Path) -> list[RawPlace]:
    """Rows under the first line that has a heading for a name."""
    if not any(any(row) for row in rows):
        raise ImportLayerError("layer_empty", file=path.name)
    headings = [[field_of(heading) for heading in row] for row in rows[:HEADER_ROWS]]
    at = next((at for at, fields in enumerate(headings) if "name_zh" in fields), None)
    if at is None:
        raise ImportLayerError("layer_no_name", file=path.name)
    places = []
    for number, cells in enumerate(rows[at + 1 :], start=at + 2):
        text: dict[str, str] = {}
        for field, cell in zip(headings[at], cells, strict=False):
            if field and cell.strip():
                before = f"{text[field]}、" if field in SEVERAL and field in text else ""
                text[field] = before + cell.strip()
        if text:
            places.append(RawPlace(number, text))
    if not places:
        raise ImportLayerError("layer_empty", file=path.name)
    return places


def _decoded(content: bytes, path: Path) -> str:
    encodings = ("utf-16",) if content.startswith(UTF16_MARKS) else ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise ImportLayerError("layer_unreadable", file=path.name)


def _cell(value: Any) -> str:  # noqa: ANN401 (whatever a cell holds)
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
