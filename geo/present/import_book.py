"""The workbook for a bureau's own places: what is to be chosen stands in lists, checks beside.

Hints and the example stand above the headings, where an import does not look for places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from geo.model import SceneType
from geo.phrases import Phrases
from geo.present.sheet import HEAD, Book, Value, put

SCENES, ERAS = 6, 2
"""Columns to choose scene types and eras in."""

ROWS = 300
HINT, EXAMPLE, HEADINGS, FIRST = 2, 3, 4, 5
"""Rows of the sheet: under its title the hints, the example, the headings, then the places."""

WIDTHS: Mapping[str, float] = {
    "name_zh": 24, "name_en": 20, "kind": 13, "city": 10, "district": 12, "lat": 12, "lon": 12,
    "scenes": 14, "inside": 14, "eras": 10, "price": 13, "ticket": 10, "closed": 11,
    "opening": 22, "sets": 9, "area": 19, "notes": 36,
}  # fmt: skip
NUMBERS: Mapping[str, tuple[float, float]] = {
    "lat": (3, 54),
    "lon": (73, 136),
    "ticket": (0, 100_000),
    "sets": (0, 10_000),
    "area": (0, 10_000_000),
}
"""What numbers may stand in a column: degrees of China, yuan, square metres."""

FACE, GREY = "Microsoft YaHei", "6B6459"
SHOWN = ("teahouse", "classical_garden")
CHOICES = ("kind", "inside", "eras", "closed")
NOTES = ("rows", "kind", "point", "scenes", "inside", "price", "closed", "blank", "photos")


@dataclass(frozen=True, slots=True)
class Example:
    """Where the example lies."""

    city: str = "苏州"
    district: str = "姑苏区"
    lat: float = 31.3113
    lon: float = 120.6173


def write_places(
    types: Sequence[SceneType],
    areas: tuple[Sequence[str], Sequence[str]],
    example: Example,
    phrases: Phrases,
    path: Path,
    lang: str,
) -> Path:
    """Write the workbook; ``areas`` are the cities and districts to choose from.

    Raises ExportError.
    """
    book = Book(phrases, lang)
    sheet = book.book.create_sheet(book.say("import_sheet"))
    columns = _columns()
    lists = _write_lists(book, types, areas)
    put(_cell(sheet, 1, 1), book.say("import_title"))
    sheet.cell(1, 1).font = Font(name=FACE, bold=True, size=13)
    sheet.cell(1, 1).alignment = Alignment(wrap_text=False)
    values = _example(book, types, example)
    for at, (field, number) in enumerate(columns, 1):
        head = book.say(f"import_head.{field}")
        hint = phrases.say(f"import_hint.{field}", lang, {"lat": example.lat, "lon": example.lon})
        put(_cell(sheet, HINT, at), hint)
        put(_cell(sheet, EXAMPLE, at), values.get((field, number), ""))
        put(_cell(sheet, HEADINGS, at), head if number is None else f"{head} ({number})")
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS[field]
        _dress(sheet, at, "0.0000" if field in ("lat", "lon") else "General")
        _check(book, sheet, at, field, lists)
    sheet.freeze_panes = f"B{FIRST}"
    for row, height in ((1, 24), (HINT, 46), (EXAMPLE, 48), (HEADINGS, 22)):
        sheet.row_dimensions[row].height = height
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _write_notes(book)
    # the lists are no reading matter: they stand last
    book.book.move_sheet(book.say("import_lists"), 1)
    return book.save(path)


def _columns() -> list[tuple[str, int | None]]:
    """Fields in order; those of which several may be chosen with their number."""
    many = {"scenes": SCENES, "eras": ERAS}
    found: list[tuple[str, int | None]] = []
    for field in WIDTHS:
        numbers = range(1, many[field] + 1) if field in many else (None,)
        found += [(field, number) for number in numbers]
    return found


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _dress(sheet: Worksheet, column: int, number_format: str) -> None:
    hint, example, head = (sheet.cell(row, column) for row in (HINT, EXAMPLE, HEADINGS))
    hint.font = Font(name=FACE, size=9, color=GREY)
    example.font = Font(name=FACE, italic=True, color=GREY)
    head.font, head.fill = Font(name=FACE, bold=True), HEAD
    for row in (EXAMPLE, *range(FIRST, FIRST + ROWS)):
        sheet.cell(row, column).number_format = number_format


def _example(
    book: Book, types: Sequence[SceneType], example: Example
) -> Mapping[tuple[str, int | None], Value]:
    """A tea house, as it would be filled in."""
    shown = [one for one in types if one.code in SHOWN]
    names = [one.en if book.lang == "en" else one.zh for one in shown]
    told: dict[tuple[str, int | None], Value] = {
        (field, None): book.say(f"import_example.{field}")
        for field in ("name_zh", "name_en", "price", "opening", "notes")
    }
    told |= {("scenes", at): name for at, name in enumerate(names, 1)}
    chosen = {"kind": -1, "inside": 0, "closed": 0}
    told |= {(field, None): _choices(book, field)[at] for field, at in chosen.items()}
    told |= {("eras", at): _choices(book, "eras")[at] for at in range(1, ERAS + 1)}
    place = {"city": example.city, "district": example.district}
    told |= {(field, None): name for field, name in place.items()}
    told |= {("lat", None): example.lat, ("lon", None): example.lon}
    return told | {("ticket", None): 20, ("sets", None): 3, ("area", None): 260}


def _choices(book: Book, field: str) -> list[str]:
    return book.say(f"import_choices.{field}").split("|")


def _write_lists(
    book: Book, types: Sequence[SceneType], areas: tuple[Sequence[str], Sequence[str]]
) -> Mapping[str, str]:
    """The sheet that the lists come from; where each stands, by field."""
    sheet = book.book.create_sheet(book.say("import_lists"))
    names = [one.en if book.lang == "en" else one.zh for one in types]
    lists = {
        "scenes": names,
        "city": areas[0],
        "district": areas[1],
        **{field: _choices(book, field) for field in CHOICES},
    }
    where = {}
    for column, (field, entries) in enumerate(lists.items(), 1):
        put(_cell(sheet, 1, column), book.say(f"import_list.{field}"))
        sheet.cell(1, column).font = Font(bold=True)
        for row, entry in enumerate(entries, 2):
            put(_cell(sheet, row, column), entry)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 22
        if entries:
            where[field] = f"'{sheet.title}'!${letter}$2:${letter}${len(entries) + 1}"
    sheet.freeze_panes = "A2"
    return where


def _check(book: Book, sheet: Worksheet, column: int, field: str, lists: Mapping[str, str]) -> None:
    """A list to choose from, or bounds of a number; what else is typed is asked about."""
    if field in lists:
        rule = DataValidation(type="list", formula1=lists[field], allow_blank=True)
        # other words are taken in too, and told at the import
        rule.errorStyle = "warning"
    elif field in NUMBERS:
        low, high = NUMBERS[field]
        rule = DataValidation(
            type="decimal", operator="between", formula1=f"{low:g}", formula2=f"{high:.0f}"
        )
    else:
        return
    rule.error = book.say(f"import_wrong.{'list' if field in lists else field}")
    rule.errorTitle = book.say("import_wrong")
    rule.showErrorMessage = True
    letter = get_column_letter(column)
    rule.add(f"{letter}{FIRST}:{letter}{FIRST + ROWS - 1}")
    sheet.add_data_validation(rule)


def _write_notes(book: Book) -> None:
    notes = book.open("sheet_how", ("head_how",))
    for code in NOTES:
        notes.add([book.say(f"import_note.{code}")])
    notes.fit((96,))
