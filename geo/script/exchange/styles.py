"""How the sheets of a breakdown look: a few named styles, so that thousands of cells share them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from geo.model import DayPart, IntExt, Scene
from geo.script.exchange.columns import Value

FONT = "Microsoft YaHei"
SIZE = 9
INK, QUIET = "24221F", "665F54"
HEAD, HAIR = "EAE5DB", "CBC3B4"
# the strips of a board: day outside, night inside, night outside, dawn and dusk
STRIPS = {"day_out": "F3DC9B", "night_in": "C9D4E6", "night_out": "62779F", "edge": "F2C9B4"}
A4 = 9
# at this size of letters, against the widths that columns are given in
LETTERS_PER_WIDTH = 1.18
LINE_POINTS, EDGE_POINTS, MOST_LINES = 12.5, 5.0, 20
MARGIN = 0.4

HEADING, TEXT, MIDDLE, PAGES, COUNT, GONE, PLAIN = (
    "kj heading",
    "kj text",
    "kj middle",
    "kj pages",
    "kj count",
    "kj gone",
    "kj plain",
)
AS_TEXT, EIGHTHS, WHOLE = "@", "# ?/8", "0"
# spreadsheets read _x000D_ in a text as a code for a character
CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def strip_style(kind: str) -> str:
    """The name of the style of a strip."""
    return f"kj {kind}"


def strip_of(scene: Scene) -> str | None:
    """Which strip a scene is; None for a plain one."""
    outside = scene.int_ext in (IntExt.EXT, IntExt.BOTH)
    if scene.time is DayPart.NIGHT:
        return "night_out" if outside else "night_in"
    if scene.time in (DayPart.DAWN, DayPart.DUSK):
        return "edge"
    return "day_out" if outside and scene.time is DayPart.DAY else None


def add_styles(book: Workbook) -> None:
    """Make the styles known to ``book``."""
    hair = Side(style="thin", color=HAIR)
    line = Border(bottom=hair)
    left = Alignment(horizontal="left", vertical="center", wrap_text=True)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    font = Font(name=FONT, size=SIZE, color=INK)
    specs: Mapping[str, tuple[Font, Alignment, str, str | None]] = {
        TEXT: (font, left, AS_TEXT, None),
        MIDDLE: (font, middle, AS_TEXT, None),
        PAGES: (font, middle, EIGHTHS, None),
        COUNT: (font, middle, WHOLE, None),
        GONE: (Font(name=FONT, size=SIZE, color=QUIET, strike=True), middle, "General", None),
        PLAIN: (font, Alignment(), AS_TEXT, None),
        **{
            strip_style(kind): (
                Font(name=FONT, size=SIZE, color="FFFFFF" if kind == "night_out" else INK),
                middle,
                AS_TEXT,
                colour,
            )
            for kind, colour in STRIPS.items()
        },
    }
    for name, (letters, alignment, number, colour) in specs.items():
        style = NamedStyle(name, font=letters, alignment=alignment, number_format=number)
        if name != PLAIN:
            style.border = line
        if colour:
            style.fill = PatternFill("solid", fgColor=colour)
        book.add_named_style(style)
    head = NamedStyle(HEADING, number_format=AS_TEXT)
    head.font = Font(name=FONT, size=SIZE, bold=True, color=INK)
    head.fill = PatternFill("solid", fgColor=HEAD)
    head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    head.border = Border(bottom=Side(style="medium", color=QUIET))
    book.add_named_style(head)


def put(sheet: Worksheet, row: int, column: int, value: Value, style: str) -> None:
    """Write one cell; text stays text, whatever it begins with."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if value == "":
        value = None
    elif isinstance(value, str):
        value = CODED.sub("_x005F_", value)
    cell.style = style
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def text_lines(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column; a Chinese character is as wide as two letters."""
    room = max(1.0, width * LETTERS_PER_WIDTH)
    return sum(max(1, math.ceil(_letters(line) / room)) for line in text.split("\n"))


def _letters(line: str) -> int:
    return sum(1 if char.isascii() else 2 for char in line)


def fit_row(sheet: Worksheet, number: int, cells: Iterable[tuple[Value, float]]) -> None:
    """Make a row as high as the cells (value, width of column) need: not every program does."""
    lines = [text_lines(value, width) for value, width in cells if isinstance(value, str)]
    height = min(max([1, *lines]), MOST_LINES) * LINE_POINTS + EDGE_POINTS
    sheet.row_dimensions[number].height = height


def put_head(sheet: Worksheet, heads: Sequence[str], widths: Sequence[int]) -> None:
    """The first row, and how wide the columns are."""
    for column, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        put(sheet, 1, column, head, HEADING)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 26


def finish_sheet(sheet: Worksheet, freeze: str, title: str, *, wide: bool = False) -> None:
    """Freeze, filter, and set up for A4 paper with the headings on every page."""
    sheet.freeze_panes = freeze
    if sheet.max_row > 1:
        sheet.auto_filter.ref = sheet.dimensions
    sheet.sheet_view.zoomScale = 110
    setup = sheet.page_setup
    setup.paperSize = A4
    setup.orientation = "landscape" if wide else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    margins = sheet.page_margins
    margins.left = margins.right = MARGIN
    margins.top = margins.bottom = MARGIN + 0.2
    margins.header = margins.footer = MARGIN / 2
    # & begins a code in a header
    for item, text in (
        (sheet.oddHeader, title.replace("&", "&&")[:80]),
        (sheet.oddFooter, "&P / &N"),
    ):
        assert item is not None
        item.center.text = text
