"""Sheets of a workbook: text stays text, an end nobody knows is a word, sources are numbered."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from unicodedata import east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from geo.errors import ExportError
from geo.files import disk_told, exported_file
from geo.model import Range, Reason, Source
from geo.phrases import Phrases
from geo.present.figures import UNKNOWN, cite

HEAD = PatternFill("solid", fgColor="EAE5DB")
WIDTHS = (6, 30, 10, 12)
WIDEST = 60
# a Chinese character takes two of the letters that widths are given in, with a little air
CHINESE, AIR, LINE_POINTS = 2.1, 1.0, 16.5
# what one cell of a workbook can hold
LONGEST = 32_767
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
# the program, in the properties of a file; a bureau may put its own name there
MADE_BY = "勘景"
SOURCE_HEAD = ("head_number", "head_source")

Value = str | float | int | date | None


def put(cell: Cell, value: Value) -> None:
    """Write text as text: a name that starts with = is a name, not a formula."""
    if value == "":
        return
    if isinstance(value, str):
        cell.value = _clean(value)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        # whoever edits the cell later keeps a text
        cell.quotePrefix = value.startswith(FORMULA_SIGNS)
    else:
        cell.value = value
        cell.alignment = Alignment(vertical="top")
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        elif value is not None:
            cell.number_format = "#,##0" if float(value).is_integer() else "0.00"


def _clean(text: str) -> str:
    """Without the characters that no workbook can hold."""
    kept = ILLEGAL_CHARACTERS_RE.sub("", text.encode("utf-8", "replace").decode("utf-8"))
    return kept[:LONGEST]


class Sheet:
    """One sheet, filled row by row under a bold head that stays in sight."""

    def __init__(self, sheet: Worksheet, head: Sequence[str]) -> None:
        self.sheet = sheet
        self.row = 1
        self.add(head)
        for cell in sheet[1]:
            cell.font = Font(bold=True)
            cell.fill = HEAD
        sheet.freeze_panes = "C2"

    def add(self, values: Iterable[Value]) -> None:
        """One row more."""
        for column, value in enumerate(values, 1):
            cell = self.sheet.cell(self.row, column)
            assert isinstance(cell, Cell)
            put(cell, value)
        self.row += 1

    def fit(self, widths: Sequence[float] = ()) -> None:
        """Make columns as wide as what stands in them, within bounds, or as ``widths`` says."""
        for number, column in enumerate(self.sheet.columns, 1):
            if widths:
                width = widths[number - 1]
            else:
                longest = max(len(str(cell.value or "")) for cell in column)
                least = WIDTHS[number - 1] if number <= len(WIDTHS) else 10
                width = min(max(least, longest * 1.4), WIDEST)
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        if widths:
            self._heighten(widths)
        # on paper: lying, as wide as one page, as long as it takes
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def _heighten(self, widths: Sequence[float]) -> None:
        """Rows as high as their text: not every program sees to it by itself."""
        for number, row in enumerate(self.sheet.iter_rows(min_row=2), 2):
            cells = zip(row, widths, strict=False)
            lines = [text_lines(one.value, w) for one, w in cells if isinstance(one.value, str)]
            self.sheet.row_dimensions[number].height = max([1, *lines]) * LINE_POINTS


def text_lines(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column; a Chinese character is as wide as two letters."""
    room = max(1.0, width - AIR)
    return sum(max(1, math.ceil(_letters(line) / room)) for line in text.split("\n"))


def _letters(line: str) -> float:
    return sum(CHINESE if east_asian_width(char) in "WF" else 1.0 for char in line)


class Book:
    """The sheets of one workbook; sources are numbered as they are first used."""

    def __init__(self, phrases: Phrases, lang: str) -> None:
        self.phrases = phrases
        self.lang = lang
        self.book = Workbook()
        self.book.properties.creator = MADE_BY
        self.sources: dict[Source, int] = {}
        first = self.book.active
        if first is not None:
            self.book.remove(first)

    def say(self, code: str) -> str:
        """A code in words."""
        return self.phrases.say(code, self.lang)

    def told(self, reasons: Iterable[Reason]) -> str:
        """Reasons, a line each."""
        return "\n".join(self.phrases.tell(reason, self.lang) for reason in reasons)

    def open(self, title: str, head: Iterable[str]) -> Sheet:
        """A new sheet; ``title`` and ``head`` are codes."""
        sheet = self.book.create_sheet(self.say(title))
        return Sheet(sheet, [self.say(code) for code in head])

    def noted(self, sources: Iterable[Source]) -> str:
        """The numbers under which sources stand on the last sheet."""
        numbers = [self.sources.setdefault(s, len(self.sources) + 1) for s in sources]
        return " ".join(f"[{number}]" for number in dict.fromkeys(numbers))

    def end(self, value: float | None) -> Value:
        """A number, or the word for unknown."""
        return UNKNOWN[self.lang] if value is None else value

    def ends(self, given: Range | None) -> list[Value]:
        """Low, mid, high to the cent; empty where there is no such figure."""
        if given is None:
            return ["", "", ""]
        return [self.end(end) for end in (given.low, given.mid, given.high)]

    def write_sources(self) -> None:
        """The last sheet: every source in full under its number."""
        sheet = self.open("sheet_sources", SOURCE_HEAD)
        for source, number in self.sources.items():
            sheet.add([number, cite(source, self.lang)])
        sheet.fit()

    def save(self, path: Path) -> Path:
        """Put the workbook at ``path`` in one piece; ExportError when that cannot be done."""
        packed = self._packed(path)
        with exported_file(path) as part:
            part.write_bytes(packed)
        return path

    def _packed(self, path: Path) -> bytes:
        """The file, made in memory: an archive that meets a full disk complains when let go."""
        out = io.BytesIO()
        try:
            # sheets are laid aside as temporary files before they are packed
            with disk_told(path), ZipFile(out, "w", ZIP_DEFLATED) as archive:
                ExcelWriter(self.book, archive).save()
        except SerialisationError as error:
            raise ExportError("export_disk_full", file=path.name) from error
        return out.getvalue()
