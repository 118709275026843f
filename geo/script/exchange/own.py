"""Breakdowns that this program wrote, recognised at the door and taken back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from geo.errors import ScriptError
from geo.model import Script, Vocabulary
from geo.progress import Job, Step
from geo.script.containers.decoding import decode
from geo.script.containers.zipped import MEGABYTE, Zipped
from geo.script.exchange.columns import COLUMNS, Row
from geo.script.exchange.csv_table import unguarded
from geo.script.exchange.parcel import NAME, Parcel, is_chunk, joined, unpack
from geo.script.exchange.returning import named_rows, taken_back
from geo.script.exchange.uss import SHOWN
from geo.script.exchange.uss_reading import kept_parcel, own_rows, parsed_uss

LARGEST = 50 * MEGABYTE
LARGEST_TEXTS = 32 * MEGABYTE
MAIN = "xl/workbook.xml"
SHEETS = "xl/worksheets/sheet"
MOST_SHEETS = 3  # a table that was saved as a workbook has one
TEXTS = "xl/sharedStrings.xml"
LONGEST_FIELD = 1_000_000
# _x005F_ stands for a _ that spreadsheets would take for the beginning of a code
CODED = re.compile("_x005F_(?=x[0-9A-Fa-f]{4}_)", re.IGNORECASE)
XLSX, CSV, USS = ".xlsx", ".csv", ".uss"


def read_own(path: Path, vocabulary: Vocabulary) -> Job[Script | None]:
    """The script of a breakdown exported from here, with what people changed in its cells.

    None of any other file, and of one whose data is gone or damaged: then it is read as what it
    looks like. Raises ScriptError ``script_newer``, and of a workbook those of ``read_xlsx``.
    """
    suffix = path.suffix.lower()
    if suffix not in (XLSX, CSV, USS):
        return None
    data = _contents(path)
    if not data:
        return None
    yield Step("breakdown_back")
    if suffix == XLSX:
        found = yield from _from_xlsx(data)
    elif suffix == CSV:
        found = _from_csv(data)
    else:
        found = _from_uss(data)
    if found is None:
        return None
    parcel, rows = found
    columns = SHOWN if suffix == USS else tuple(COLUMNS)
    return replace(taken_back(parcel, rows, vocabulary, columns), origin=path.name)


def _contents(path: Path) -> bytes:
    """What the file holds; nothing of one that the door will refuse with a kind word."""
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except (OSError, ValueError):
        return b""


def _from_xlsx(data: bytes) -> Job[tuple[Parcel, list[Row]] | None]:
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        zipped = Zipped(data, "xlsx")
        if not _may_be_ours(zipped):
            return None
    except ScriptError:
        return None  # the door says what is wrong with it
    # lxml and openpyxl take long to import, and most files are none of ours
    from geo.script.containers.sheet_xlsx import read_xlsx

    grids = yield from read_xlsx(data, zipped)
    parcel = _parcel(row for grid in grids for row in grid.rows if _is_data(row))
    if parcel is None:
        return None
    for grid in grids:
        cells = [row for row in grid.rows if not _is_data(row)]
        was_csv = bool(cells) and len(cells) < len(grid.rows)
        way_back = unguarded if was_csv else _uncoded
        rows = named_rows([[way_back(cell) for cell in row] for row in cells], parcel)
        if rows is not None:
            return parcel, rows
    return None


def _may_be_ours(zipped: Zipped) -> bool:
    """A quick look for our sheet, or for our table saved as a workbook by somebody."""
    if MAIN not in zipped.names:
        return False
    if f'"{NAME}"'.encode() in zipped.read(MAIN, MEGABYTE):
        return True
    first = f">{NAME} 1/".encode()
    return any(first in zipped.read(name, LARGEST_TEXTS) for name in _texts(zipped))


def _texts(zipped: Zipped) -> list[str]:
    """The parts that hold the texts of cells: all in one, or each sheet its own."""
    if TEXTS in zipped.names:
        return [TEXTS]
    return sorted(name for name in zipped.names if name.startswith(SHEETS))[:MOST_SHEETS]


def _uncoded(cell: str) -> str:
    return CODED.sub("_", cell)


def _from_csv(content: bytes) -> tuple[Parcel, list[Row]] | None:
    try:
        text = _decoded(content) if NAME.encode() in content.replace(b"\x00", b"") else ""
        head = text[: text.find("\n")]
        between = max((",", "\t", ";"), key=head.count)
        csv.field_size_limit(LONGEST_FIELD)
        cells = list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except (ScriptError, csv.Error):
        return None
    ours = [_is_data(row) for row in cells]
    parcel = _parcel(row for row, data in zip(cells, ours, strict=True) if data)
    if parcel is None:
        return None
    kept = (row for row, data in zip(cells, ours, strict=True) if not data)
    rows = named_rows([[unguarded(cell) for cell in row] for row in kept], parcel)
    return None if rows is None else (parcel, rows)


def _is_data(row: Sequence[str]) -> bool:
    """Whether a row holds a part of a parcel and nothing else."""
    cells = [cell for cell in row if cell]
    return len(cells) == 1 and is_chunk(cells[0])


def _decoded(data: bytes) -> str:
    """As we wrote it; else as a spreadsheet may have saved it since. Raises ScriptError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data).text


def _from_uss(data: bytes) -> tuple[Parcel, list[Row]] | None:
    try:
        document = parsed_uss(data)
    except ScriptError:
        return None
    parcel = kept_parcel(document)
    return None if parcel is None else (parcel, own_rows(document, parcel))


def _parcel(rows: Iterator[Sequence[str]]) -> Parcel | None:
    packed = joined(cell for row in rows for cell in row if is_chunk(cell))
    return unpack(packed) if packed else None
