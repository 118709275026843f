"""One call sheet as a sheet of the workbook: A4 upright, to be printed or changed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from geo.model import StripKind
from geo.present.call_sheet import DaySheet, SheetRow, SheetSite
from geo.present.plan_board import DARK, FONT, QUIET, STRIPS, WHITE
from geo.present.plan_words import PlanWords
from geo.present.sheet import HEAD, put, text_lines

WIDTHS = (11, 12, 13, 13, 16, 14, 14, 16)
LAST = len(WIDTHS)
A4, MARGIN = 9, 0.5
LINE_POINTS, EDGE_POINTS = 14.0, 4.0
LINE = Side(style="thin", color=QUIET)
HAIR = Side(style="hair", color=QUIET)
NAME_MOST = 31
PLAIN, BOLD = Font(name=FONT, size=10), Font(name=FONT, size=10, bold=True)
BIG, CLOCK = Font(name=FONT, size=15, bold=True), Font(name=FONT, size=12, bold=True)
SMALL, WARN = Font(name=FONT, size=8.5, color=QUIET), Font(name=FONT, size=10, color="A1203F")
ON_DARK = Font(name=FONT, size=10, bold=True, color=WHITE)
# the size that widths of columns are counted in
USUAL = 11

Span = tuple[int, int]


@dataclass(slots=True)
class _Page:
    """A sheet written row by row; cells of a row may span columns."""

    sheet: Worksheet
    row: int = 1
    heights: dict[int, float] = field(default_factory=dict)

    def put(self, span: Span, text: str, font: Font = PLAIN, colour: str = "") -> None:
        """Write ``text`` over columns from ``span[0]`` to ``span[1]``, and make the row fit."""
        first, last = span
        cell = self.sheet.cell(self.row, first)
        assert isinstance(cell, Cell)
        put(cell, text)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.font = font
        for column in range(first, last + 1) if colour else ():
            self.sheet.cell(self.row, column).fill = PatternFill("solid", fgColor=colour)
        if last > first:
            self.sheet.merge_cells(
                start_row=self.row, start_column=first, end_row=self.row, end_column=last
            )
        room = sum(WIDTHS[first - 1 : last])
        size = float(font.size or USUAL) / USUAL
        height = text_lines(text, room / size) * LINE_POINTS * size + EDGE_POINTS
        self.heights[self.row] = max(self.heights.get(self.row, 0.0), height)

    def under(self, span: Span, side: Side = HAIR) -> None:
        """A line under some columns: written on by hand, or the end of a row."""
        for column in range(span[0], span[1] + 1):
            self.sheet.cell(self.row, column).border = Border(bottom=side)

    def next(self, rows: int = 1) -> None:
        """Go on below."""
        self.row += rows

    def finish(self) -> None:
        """Widths, heights, paper."""
        for number, width in enumerate(WIDTHS, 1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        for row, height in self.heights.items():
            self.sheet.row_dimensions[row].height = height
        setup = self.sheet.page_setup
        setup.paperSize, setup.orientation = A4, "portrait"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        margins = self.sheet.page_margins
        margins.left = margins.right = margins.top = margins.bottom = MARGIN
        assert self.sheet.oddFooter is not None
        self.sheet.oddFooter.center.text = "&A · &P / &N"
        self.sheet.sheet_view.showGridLines = False


def write_day(book: Workbook, words: PlanWords, day: DaySheet) -> None:
    """Add the call sheet of ``day`` as a sheet of its own."""
    name = words.say("plan_book_day", number=day.day + 1)
    if day.date and day.short_date:
        name = f"{name} {day.short_date}"
    page = _Page(book.create_sheet(name[:NAME_MOST]))
    page.put((1, 5), f"{words.title}　{words.say('plan_book_title')}", BOLD)
    page.put((6, LAST), day.of, SMALL)
    page.next()
    page.put((1, LAST), day.heading, BIG)
    page.next()
    _clocks(page, words, day)
    _blanks(page, words, day)
    _said(page, words.say("plan_book_breaches"), day.breaches, WARN)
    _said(page, words.say("plan_book_notes"), day.notes, BOLD)
    for site in day.sites:
        _site(page, words, site)
    _work(page, words, day)
    _players(page, words, day)
    for head, text in day.needs:
        page.put((1, 1), head, SMALL)
        page.put((2, LAST), text)
        page.next()
    if day.next:
        page.next()
        page.put((1, 1), words.say("plan_book_tomorrow"), SMALL)
        page.put((2, LAST), day.next)
        page.next()
    page.next()
    page.put((1, LAST), words.say("plan_book_estimate"), SMALL)
    page.finish()


def _clocks(page: _Page, words: PlanWords, day: DaySheet) -> None:
    heads = [*(head for head, _ in day.clocks)][: LAST - 1]
    for column, head in enumerate([*heads, words.say("plan_book_weather")], 1):
        page.put((column, column), head, SMALL)
    page.next()
    for column, (_, clock) in enumerate(day.clocks[: LAST - 1], 1):
        page.put((column, column), clock, CLOCK)
    page.under((1, LAST), LINE)
    page.next()


def _blanks(page: _Page, words: PlanWords, day: DaySheet) -> None:
    """Lines to be filled in: whom to ring, the hotel."""
    codes = ("first_ad", "producer", "medic", "temperature", "parking", "hotel_name")
    for at, code in enumerate(codes):
        column = 1 + 3 * (at % 3) - (at % 3 == 2)
        page.put((column, column), words.say(f"plan_book_{code}"), SMALL)
        page.under((column + 1, min(column + 2 - (column == 6), LAST)))
        if at % 3 == 2:
            page.next()
    if day.night:
        page.put((1, 1), words.say("plan_book_sleep"), SMALL)
        page.put((2, LAST), day.night)
        page.next()


def _said(page: _Page, head: str, lines: Sequence[str], font: Font) -> None:
    if not lines:
        return
    page.put((1, LAST), head, font)
    page.next()
    for line in lines:
        page.put((1, LAST), f"· {line}")
        page.next()


def _site(page: _Page, words: PlanWords, site: SheetSite) -> None:
    page.next()
    page.put((1, 1), site.mark, CLOCK)
    page.put((2, 5), site.name, BOLD)
    page.put((6, LAST), site.area)
    page.next()
    page.put((2, 2), words.say("plan_book_address"), SMALL)
    page.under((3, 5))
    page.put((6, 6), words.say("plan_book_contact"), SMALL)
    _fill_in(page, (7, LAST), site.contact)
    page.next()
    page.put((2, 5), site.position, SMALL)
    page.put((6, 6), words.say("plan_book_hospital"), SMALL)
    _fill_in(page, (7, LAST), site.hospital)
    page.next()


def _fill_in(page: _Page, span: Span, text: str) -> None:
    """What is known, or a line to write on."""
    if text:
        page.put(span, text)
    else:
        page.under(span)


def _work(page: _Page, words: PlanWords, day: DaySheet) -> None:
    page.next()
    title = words.say("plan_book_schedule" if day.shooting else "plan_book_ways")
    page.put((1, LAST), f"{title} · {day.pages}" if day.shooting else title, BOLD)
    page.next()
    if day.shooting:
        heads = (
            ((1, 1), "column_number"),
            ((2, 2), "plan_book_side"),
            ((3, 5), "plan_book_content"),
            ((6, 7), "plan_book_roles"),
            ((8, 8), "column_pages"),
        )
        for span, code in heads:
            page.put(span, words.say(code), SMALL)
        page.under((1, LAST), LINE)
        page.next()
    for row in day.rows:
        if row.type == "move":
            page.put((1, 2), row.time, BOLD, _grey())
            page.put((3, LAST), row.text, PLAIN, _grey())
            page.next()
        else:
            _block(page, row)
    page.next()


def _grey() -> str:
    return str(HEAD.fgColor.rgb)[-6:]


def _block(page: _Page, row: SheetRow) -> None:
    kind = StripKind(row.kind)
    colour = STRIPS.get(kind, "")
    font = ON_DARK if kind in DARK else BOLD
    page.put((1, 2), row.time, font, colour)
    page.put((3, 3), row.kind_text, font, colour)
    text = "　".join(part for part in (row.text, row.part) if part)
    page.put((4, 7), text, font, colour)
    page.put((8, 8), f"{row.mark} · {row.pages}", font, colour)
    if not colour:
        page.under((1, LAST), LINE)
    page.next()
    for scene in row.scenes:
        content = "　".join(part for part in (scene.place, scene.content) if part)
        page.put((1, 1), scene.label, BOLD)
        page.put((2, 2), scene.light)
        page.put((3, 5), content)
        page.put((6, 7), scene.cast)
        page.put((8, 8), scene.pages)
        page.next()
    if row.rain:
        page.put((1, LAST), row.rain, WARN if row.no_rain else SMALL)
        page.next()


def _players(page: _Page, words: PlanWords, day: DaySheet) -> None:
    if not day.cast:
        return
    page.put((1, LAST), words.say("plan_book_players"), BOLD)
    page.next()
    codes = ("role", "actor", "scenes", "first_scene", "makeup", "on_set")
    spans: tuple[Span, ...] = ((1, 2), (3, 3), (4, 5), (6, 6), (7, 7), (8, 8))
    for span, code in zip(spans, codes, strict=True):
        page.put(span, words.say(f"plan_book_{code}"), SMALL)
    page.under((1, LAST), LINE)
    page.next()
    for one in day.cast:
        page.put(spans[0], one.name, BOLD)
        page.put(spans[2], one.scenes)
        page.put(spans[3], one.first)
        page.under((1, LAST))
        page.next()
    page.next()
