"""The ledger as a workbook: every line, the sums with what they lack, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from geo.model.hosting import Enquiry
from geo.phrases import Phrases
from geo.present.ledger_period import CAME, Period, Sum, Sums, sums_of
from geo.present.sheet import Book, Sheet, Value

A4 = "9"
HEAD = (
    "ledger_number", "ledger_title", "ledger_status", "ledger_received", "ledger_answered",
    "ledger_company", "ledger_contact", "ledger_phone", "ledger_accompanied", "ledger_answer",
    "ledger_places", "ledger_start", "ledger_end", "ledger_people", "ledger_beds", "ledger_work",
    "ledger_spend", "ledger_basis", "ledger_why", "ledger_rival", "ledger_release",
    "ledger_platform", "ledger_note",
)  # fmt: skip
WIDTHS = (
    6, 22, 10, 12, 12, 20, 10, 16, 12, 34, 26, 12, 12, 8, 10, 10, 13, 12, 26, 14, 12, 14, 26,
)  # fmt: skip
MONTHS_HEAD = (
    "ledger_month_head", "ledger_asked", "ledger_came", "ledger_lost", "ledger_open",
    "ledger_beds", "ledger_beds_lack", "ledger_work", "ledger_work_lack", "ledger_spend",
    "ledger_spend_lack",
)  # fmt: skip


def write_ledger(period: Period, phrases: Phrases, path: Path, lang: str) -> Path:
    """Write the workbook. Raises ExportError: ``export_refused``, ``export_disk_full``."""
    book = Book(phrases, lang)
    _lines(book, "sheet_ledger", period, period.lines)
    _sums(book, period)
    months = list(period.months())
    if len(months) > 1:
        _months(book, months)
    if period.earlier:
        _lines(book, "sheet_ledger_earlier", period, period.earlier)
    if period.undated:
        _lines(book, "sheet_ledger_undated", period, period.undated)
    return book.save(path)


def _lines(book: Book, title: str, period: Period, lines: Sequence[Enquiry]) -> None:
    sheet = book.open(title, HEAD)
    for number, one in enumerate(lines, 1):
        sheet.add(_row(book, period, number, one))
    _finish(sheet, WIDTHS, filtered=True)


def _row(book: Book, period: Period, number: int, one: Enquiry) -> list[Value]:
    def left(value: float | None) -> Value:
        # of a crew that has not come there is nothing to know yet
        return book.end(value) if value is not None or one.status in CAME else ""

    basis = f"ledger_basis.{one.spend_basis}" if one.spend_basis else "ledger_basis.none"
    return [
        number,
        one.title,
        book.say(f"enquiry_status.{one.status.value}"),
        one.received,
        one.answered,
        one.company,
        one.contact,
        one.phone,
        one.accompanied,
        one.answer,
        period.places(one, book.lang),
        one.start,
        one.end,
        left(one.people),
        left(one.bed_nights),
        left(one.work_days),
        left(one.spend),
        book.say(basis) if one.spend is not None else "",
        one.why,
        one.rival,
        one.release,
        one.platform,
        one.note,
    ]


def _sums(book: Book, period: Period) -> None:
    sums = sums_of(period.lines)
    sheet = book.open("sheet_ledger_sums", ("ledger_what", "ledger_figure", "ledger_says"))

    def add(code: str, value: Value, note: str = "") -> None:
        sheet.add([book.say(code), value, note])

    add("ledger_time", period.name(book.phrases, book.lang), period.span(book.phrases, book.lang))
    add("ledger_bureau", period.card.name or period.card.name_en)
    add("ledger_asked", sums.asked, _undated(book, period))
    add("ledger_came", sums.came)
    add("ledger_lost", sums.lost)
    add("ledger_open", sums.open)
    add("ledger_days", book.end(None if sums.days is None else round(sums.days, 1)))
    for code, given in (
        ("ledger_beds", sums.beds),
        ("ledger_work", sums.work),
        ("ledger_spend", sums.spend),
    ):
        add(code, _total(book, given), _lacking(book.phrases, given, book.lang))
    papers = book.phrases.say("ledger_measured_of", book.lang, {"n": sums.measured.told})
    add("ledger_measured", _total(book, sums.measured), papers if sums.measured.told else "")
    add("ledger_note", book.say("ledger_apart"))
    if period.earlier:
        told = book.phrases.say("ledger_earlier_note", book.lang, {"n": len(period.earlier)})
        add("ledger_note", told)
    _finish(sheet, (26, 34, 60))


def _total(book: Book, given: Sum) -> Value:
    """The sum; where nobody came there is nothing to know, which is not 0."""
    return "" if not given.told and not given.lacking else book.end(given.total)


def _lacking(phrases: Phrases, given: Sum, lang: str) -> str:
    """How many lines a sum lacks; empty where it lacks none."""
    if not given.lacking:
        return ""
    code = "ledger_lacking" if given.told else "ledger_lacking_all"
    return phrases.say(code, lang, {"n": given.lacking})


def _undated(book: Book, period: Period) -> str:
    n = len(period.undated)
    return book.phrases.say("ledger_undated_note", book.lang, {"n": n}) if n else ""


def _months(book: Book, months: Sequence[tuple[str, tuple[Enquiry, ...]]]) -> None:
    sheet = book.open("sheet_ledger_months", MONTHS_HEAD)
    for month, lines in months:
        sheet.add([month, *_month(book, sums_of(lines))])
    every = [one for _, lines in months for one in lines]
    sheet.add([book.say("ledger_total"), *_month(book, sums_of(every))])
    for cell in sheet.sheet[sheet.row - 1]:
        cell.font = Font(bold=True)
    _finish(sheet, (12, 10, 10, 10, 10, 12, 14, 12, 14, 14, 14))


def _month(book: Book, sums: Sums) -> list[Value]:
    row: list[Value] = [sums.asked, sums.came, sums.lost, sums.open]
    for given in (sums.beds, sums.work, sums.spend):
        row += [_total(book, given), given.lacking]
    return row


def _finish(sheet: Sheet, widths: Sequence[float], *, filtered: bool = False) -> None:
    """Widths, filters, and how it lies on paper."""
    sheet.fit(widths)
    page = sheet.sheet
    if filtered:
        page.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{max(1, sheet.row - 1)}"
        # all columns on one sheet could not be read: two, each with number and title
        page.page_setup.fitToWidth = 2
        page.print_title_cols = "A:B"
    page.print_title_rows = "1:1"
    page.page_setup.paperSize = A4
    assert page.oddFooter is not None
    page.oddFooter.center.text = "&A · &P / &N"
