"""Workbooks (.xlsx, .xlsm): the sheets as grids of text, merged cells filled, formulas as shown."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from geo.errors import ScriptError
from geo.progress import Job, Step
from geo.script.containers.package import main_part, relations
from geo.script.containers.tables import WIDEST, Grid
from geo.script.containers.xml_stream import DOCTYPE, STRICT, small_tree
from geo.script.containers.zipped import BROKEN, MEGABYTE, Zipped

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

MAIN = "xl/workbook.xml"
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LARGEST_PART = 32 * MEGABYTE
LARGEST_CONTROL = 8 * MEGABYTE
# each of these becomes an object in memory or a step of the reader
MOST_OF = {b"<c": 250_000, b"<si": 150_000, b"<xf": 70_000, b"<definedName": 20_000}
MOST_TAGS = 3_000_000
MOST_ROWS = 20_000
MOST_SHEETS = 300
MOST_MERGES = 20_000
MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z0-9:$]{1,30})"')
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _vet(zipped: Zipped) -> None:
    """Looks through the parts that will be read before the library meets them.

    Raises ScriptError: ``script_unsafe``, ``script_unpacks_too_large``, ``script_damaged``,
    ``script_format`` for strict workbooks, which the library reads as empty.
    """
    total = 0
    for name in sorted(zipped.names):
        if not name.endswith((".xml", ".rels", ".vml")) or not _is_read(name):
            continue
        large = name.startswith("xl/worksheets/") or name == "xl/sharedStrings.xml"
        data = zipped.read(name, LARGEST_PART if large else LARGEST_CONTROL)
        total += len(data)
        if DOCTYPE in data[: 64 * 1024].replace(b"\x00", b"") or DOCTYPE in data:
            raise ScriptError("script_unsafe", format=zipped.kind)
        many = any(data.count(tag) > most for tag, most in MOST_OF.items())
        if many or data.count(b"<") > MOST_TAGS or total > 2 * LARGEST_PART:
            raise ScriptError("script_unpacks_too_large", format=zipped.kind)
        if name == MAIN and STRICT[0][0] in data:
            raise ScriptError("script_format", format="Strict xlsx")


def _is_read(name: str) -> bool:
    """Whether the library looks into the part: pictures, charts and pivots stay shut."""
    folder = name.rpartition("/")[0]
    return folder in {"", "_rels", "docProps", "xl", "xl/_rels", "xl/worksheets", "xl/theme"}


def _sheet_parts(zipped: Zipped) -> dict[str, str]:
    """The part of each sheet by its name."""
    main = main_part(zipped, MAIN)
    targets = {one.id: one.target for one in relations(zipped, main)}
    root = small_tree(zipped.read(main, LARGEST_CONTROL), zipped.kind)
    return {
        one.get("name", ""): targets.get(one.get(RELATION, ""), "")
        for one in root.iter(f"{SPREADSHEET}sheet")
    }


def _merges(zipped: Zipped, part: str) -> Iterator[tuple[int, int, int, int]]:
    """Merged ranges as (first row, first column, last row, last column), all from 0."""
    from openpyxl.utils.cell import range_boundaries

    if part not in zipped.names:
        return
    data = zipped.read(part, LARGEST_PART)
    for found in islice(MERGE.finditer(data), MOST_MERGES):
        try:
            left, top, right, bottom = range_boundaries(found[1].decode("ascii"))
        except (ValueError, TypeError):
            continue
        if left and top and right and bottom:
            yield top - 1, left - 1, min(bottom, MOST_ROWS) - 1, min(right, WIDEST) - 1


def _fill(grid: Grid, top: int, left: int, bottom: int, right: int) -> None:
    if top >= len(grid.rows) or left >= len(grid.rows[top]):
        return
    text = grid.rows[top][left]
    for row in range(top, min(bottom + 1, len(grid.rows))):
        cells = grid.rows[row]
        cells.extend([""] * (right + 1 - len(cells)))
        for column in range(left, right + 1):
            if (row, column) != (top, left):
                cells[column] = text
                grid.copied[row, column] = (top, column if column == left else left)


def _text(cell: Cell | MergedCell | ReadOnlyCell | EmptyCell) -> str:
    """A cell as it is shown: 1 of 1.0, 1-3 of the date that a spreadsheet made of it."""
    value = cell.value
    if value is None or isinstance(value, str):
        return (value or "").replace("\r\n", "\n").replace("_x000D_", "").strip()
    if isinstance(value, bool):
        return "是" if value else ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:g}"
    if isinstance(value, datetime.datetime | datetime.date):
        form = str(getattr(cell, "number_format", "") or "").casefold()
        if "y" in form and "d" not in form and "年" not in form and "yyyy" not in form:
            return f"{value.month}-{value.year % 100}"
        return f"{value.year}-{value.month:02}-{value.day:02}"
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return str(value)


def _book(data: bytes, kind: str) -> Mapping[str, list[list[str]]]:
    """The rows of every sheet that is a table, by its name."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False, keep_vba=False
            )
            found = {}
            for sheet in book.worksheets[:MOST_SHEETS]:
                if isinstance(sheet, ReadOnlyWorksheet):
                    sheet.reset_dimensions()
                rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=WIDEST)
                found[sheet.title] = [[_text(cell) for cell in row] for row in rows]
            book.close()
        except (InvalidFileException, etree.LxmlError, SyntaxError, *BROKEN) as error:
            raise ScriptError("script_damaged", format=kind) from error
        except (TypeError, AttributeError, AssertionError, RecursionError) as error:
            # the library says so of parts that do not fit together
            raise ScriptError("script_damaged", format=kind) from error
    return found


def read_xlsx(data: bytes, zipped: Zipped) -> Job[list[Grid]]:
    """The sheets of a workbook in order, macros and pictures untouched.

    At most ``MOST_ROWS`` rows and ``WIDEST`` columns of a sheet are read.
    Raises ScriptError: ``script_damaged``, ``script_unsafe``, ``script_locked``,
    ``script_format``, ``script_unpacks_too_large``.
    """
    yield Step("script_opening", 0, 2)
    _vet(zipped)
    parts = _sheet_parts(zipped)
    yield Step("script_opening", 1, 2)
    grids = []
    for name, rows in _book(data, zipped.kind).items():
        while rows and not any(rows[-1]):
            rows.pop()
        grid = Grid([_trimmed(row) for row in rows], title=name)
        for merge in _merges(zipped, parts.get(name, "")):
            _fill(grid, *merge)
        grids.append(grid)
        yield Step("script_opening", 1, 2)
    return grids


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row
