"""The months of a place and of its control: a sheet to fill in, and the sheet read back."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from geo.errors import ImportLayerError
from geo.model.hosting import Month, Watch
from geo.phrases import Phrases
from geo.present.sheet import Book, Sheet

YEAR = 12
MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:[-/.]\d{1,2}.*)?")
COUNT = re.compile(r"(\d+(?:\.\d+)?)\s*(万)?\s*(?:人次|人)?")
WAN = 10_000
WIDTHS = (12, 22, 22)
COLUMNS = 3


def write_months(watch: Watch, place: str, phrases: Phrases, path: Path, lang: str) -> Path:
    """Write a row a month, a year before the release to a year after. Raises ExportError.

    Months that are kept stand in it as counted, also such as lie further away.
    """
    book = Book(phrases, lang)
    head = (
        phrases.say("head_month", lang),
        phrases.say("head_watch_place", lang, {"place": place or "?"}),
        phrases.say("head_watch_control", lang, {"control": watch.control or "?"}),
    )
    sheet = Sheet(book.book.create_sheet(book.say("sheet_watch")), head)
    known = {one.month: one for one in watch.months}
    for month in sorted({*known, *_around(watch.released)}):
        one = known.get(month, Month(month, None, None))
        sheet.add([month, one.place, one.control])
        sheet.sheet.cell(sheet.row - 1, 1).number_format = "@"
    sheet.fit(WIDTHS)
    rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
    rule.error = phrases.say("watch_sheet_number", lang)
    rule.add(f"B2:C{max(2, sheet.row - 1)}")
    sheet.sheet.add_data_validation(rule)
    notes = book.open("sheet_how", ("head_how",))
    for code in ("watch_how_both", "watch_how_blank", "watch_how_months", "watch_how_same"):
        notes.add([phrases.say(code, lang, {"month": watch.released})])
    notes.fit((90,))
    return book.save(path)


def read_months(path: Path) -> tuple[Month, ...]:
    """The months of a sheet, in order; of one that stands twice the later row.

    Raises ImportLayerError layer_missing, layer_unreadable, watch_sheet_empty, watch_sheet_cell.
    """
    found: dict[str, Month] = {}
    for number, row in enumerate(_rows(path), 1):
        month = _month(row[0]) if row else ""
        if month:
            cells = [*row[1:COLUMNS], None, None]
            place, control = (_count(cell, path, number) for cell in cells[:2])
            found[month] = Month(month, place, control)
    if not found:
        raise ImportLayerError("watch_sheet_empty", file=path.name)
    return tuple(found[month] for month in sorted(found))


def _around(released: str) -> list[str]:
    year, month = (int(part) for part in released.split("-"))
    first = year * YEAR + month - 1 - YEAR
    return [f"{one // YEAR}-{one % YEAR + 1:02d}" for one in range(first, first + 2 * YEAR)]


def _rows(path: Path) -> list[Sequence[object]]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except OSError as error:
        raise ImportLayerError("layer_missing", file=path.name) from error
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise ImportLayerError("layer_unreadable", file=path.name) from error
    try:
        return [tuple(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    finally:
        book.close()


def _month(value: object) -> str:
    """A month as typed, or as a spreadsheet made a date of it; empty for anything else."""
    if isinstance(value, date):
        return f"{value.year}-{value.month:02d}"
    found = MONTH.fullmatch(str(value or "").strip())
    if found is None or not 1 <= int(found[2]) <= YEAR:
        return ""
    return f"{found[1]}-{int(found[2]):02d}"


def _count(value: object, path: Path, row: int) -> float | None:
    """12000, 12,000 or 1.2 万; None for an empty cell."""
    text = str("" if value is None else value).replace(",", "").replace("，", "").strip()
    if not text:
        return None
    found = COUNT.fullmatch(text)
    if found is None:
        raise ImportLayerError("watch_sheet_cell", file=path.name, row=row, told=text)
    return float(found[1]) * (WAN if found[2] else 1)
