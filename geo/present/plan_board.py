"""The strip board as a sheet: days one under another, strips in the colours of their light."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from openpyxl.cell import Cell
from openpyxl.styles import Border, Font, PatternFill, Side

from geo.model import BookingStatus, PlanBlock, PlanDay, StripKind
from geo.present.plan_words import PlanWords
from geo.present.sheet import HEAD, LINE_POINTS, Book, Sheet, Value, text_lines

BOARD_HEAD = (
    "plan_book_time", "plan_book_side", "head_place", "column_number", "column_pages",
    "plan_book_roles", "head_name", "plan_book_rain_cover", "plan_book_fit", "plan_book_booked",
    "head_note",
)  # fmt: skip
WIDTHS = (19, 11, 22, 16, 8, 26, 26, 34, 7, 11, 16)
FONT = "Microsoft YaHei"
WIDE = len(BOARD_HEAD)
# day outside, night inside, night outside, dawn and dusk: as strips of a board
STRIPS: Mapping[StripKind, str] = {
    StripKind.EXT_DAY: "F3DC9B",
    StripKind.INT_NIGHT: "C9D4E6",
    StripKind.EXT_NIGHT: "62779F",
    StripKind.DAWN: "F2C9B4",
    StripKind.DUSK: "F2C9B4",
}
DARK = frozenset({StripKind.EXT_NIGHT})
QUIET, WHITE = "665F54", "FFFFFF"
COLOURED = 3
PERCENT = 100


def write_board(book: Book, words: PlanWords) -> None:
    """A band for each day, and under it strips and ways by the clock."""
    sheet = book.open("plan_book_sheet_board", BOARD_HEAD)
    sheet.sheet.freeze_panes = "D2"
    for day in words.paper.plan.days:
        _add_band(sheet, _day(words, day))
        rows: list[tuple[int, int, Sequence[Value], StripKind | None]] = [
            (move.leave, 0, [words.clocks(move.leave, move.leave + move.minutes), words.move(move)],
             None)
            for move in day.moves
        ]  # fmt: skip
        rows += [(one.come, 1, _strip(words, one), one.kind) for one in day.blocks]
        for _, _, values, kind in sorted(rows, key=lambda row: row[:2]):
            sheet.add(values)
            _paint(sheet, kind)
    sheet.fit(WIDTHS)
    sheet.sheet.print_title_rows = "1:1"
    for at in range(2, sheet.row):
        # a band or a way is wider than its first column, and not to be wrapped into it
        if sheet.sheet.cell(at, COLOURED).value is None:
            _spread(sheet, at)


def _day(words: PlanWords, day: PlanDay) -> str:
    parts = [
        words.number(day),
        words.date(day),
        words.city(day.city, day.city_en),
        f"{words.say('plan_book_call')} {words.clock(day.call)}",
        f"{words.say('plan_book_wrap')} {words.clock(day.wrap)}",
        f"{words.say('plan_book_rise')} {words.light(day, day.sun.rise)}",
        f"{words.say('plan_book_sets')} {words.light(day, day.sun.sets)}",
        words.night(day),
    ]
    return " · ".join(part for part in parts if part)


def _strip(words: PlanWords, block: PlanBlock) -> list[Value]:
    notes = [
        words.say("plan_book_part") if block.part else "",
        "" if block.direct else words.say("stand_in"),
    ]
    return [
        words.clocks(block.start, block.end),
        words.kind(block.kind),
        block.set_name or words.set(block.set_id),
        words.labels(block.scenes),
        words.pages(block.scenes),
        words.listed(words.cast(block)),
        words.site(block.site_id),
        words.rain(block),
        f"{block.fit * PERCENT:.0f}%",
        words.say(f"plan_book_booking_{_status(words, block).value}"),
        words.listed(notes),
    ]


def _status(words: PlanWords, block: PlanBlock) -> BookingStatus:
    known = (
        one.status
        for one in words.paper.planned.bookings
        if (one.set_id, one.site_id) == (block.set_id, block.site_id)
    )
    return next(known, BookingStatus.OPEN)


def _add_band(sheet: Sheet, text: str) -> None:
    sheet.add([text])
    for column in range(1, WIDE + 1):
        cell = _cell(sheet, sheet.row - 1, column)
        cell.fill = HEAD
        cell.font = Font(name=FONT, bold=True)
        cell.border = Border(top=Side(style="medium", color=QUIET))


def _paint(sheet: Sheet, kind: StripKind | None) -> None:
    """A strip in its colours; a way in grey letters."""
    at = sheet.row - 1
    if kind is None:
        for column in (1, 2):
            _cell(sheet, at, column).font = Font(name=FONT, italic=True, color=QUIET)
        return
    colour = STRIPS.get(kind, "")
    for column in range(1, COLOURED + 1) if colour else ():
        cell = _cell(sheet, at, column)
        cell.fill = PatternFill("solid", fgColor=colour)
        if kind in DARK:
            cell.font = Font(name=FONT, color=WHITE)


def _spread(sheet: Sheet, at: int) -> None:
    first = 1 if sheet.sheet.cell(at, 2).value is None else 2
    sheet.sheet.merge_cells(start_row=at, start_column=first, end_row=at, end_column=WIDE)
    text = str(sheet.sheet.cell(at, first).value)
    sheet.sheet.row_dimensions[at].height = text_lines(text, sum(WIDTHS)) * LINE_POINTS


def _cell(sheet: Sheet, row: int, column: int) -> Cell:
    return cast("Cell", sheet.sheet.cell(row, column))
