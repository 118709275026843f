"""PDF: the printed lines of each page with where they stand; pdfium finds the characters."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from geo.errors import ScriptError
from geo.files import PDFIUM
from geo.progress import Job, Step
from geo.script.containers.pdf_guard import check_streams

MOST_PAGES = 5_000
MOST_CHARACTERS = 4_000_000
LOCKED = frozenset((4, 5))
STEP_PAGES = 10
BARE_PAGE = 15
UNREADABLE_SHARE = 0.3
# a font that names its characters wrongly lands in all the other scripts of the world
WRITTEN = (
    *((0x20, 0x17F), (0x2000, 0x2BFF), (0x2E80, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF)),
    *((0xFE10, 0xFE6F), (0xFF00, 0xFFEF), (0x20000, 0x323AF)),
)
SAME_LINE = 0.4
# so many characters give their width better than the box of one of them
SURE_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as printed: page from 0, left and right edge, baseline, width of a full character.

    Lengths are in points; the baseline is measured from the foot of the page.
    """

    page: int
    left: float
    right: float
    bottom: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its height in points, its lines from top to bottom, whether it shows a picture."""

    height: float
    lines: tuple[Printed, ...]
    picture: bool = False


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a page stand in its characters, without blanks around."""
    start = 0
    for line in text.split("\n"):
        bare = line.strip("\r\t \u3000\x00")
        if bare:
            first = start + line.index(bare)
            yield first, first + len(bare)
        start += len(line) + 1


def _characters(text_page: Any, raw: Any) -> str:  # noqa: ANN401 (handles of the library)
    """All characters of a page, one for each index that pdfium counts."""
    count = text_page.count_chars()
    text = text_page.get_text_range() if count else ""
    if len(text) == count:
        return str(text)
    codes = (raw.FPDFText_GetUnicode(text_page.raw, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def _pieces(text_page: Any, raw: Any, page: int) -> Iterator[Printed]:  # noqa: ANN401
    text = _characters(text_page, raw)
    for first, end in _spans(text):
        left, bottom, _, top = text_page.get_charbox(first, loose=True)
        right = max(left, text_page.get_charbox(end - 1, loose=True)[2])
        origin = (ctypes.c_double(), ctypes.c_double())
        if raw.FPDFText_GetCharOrigin(text_page.raw, first, *map(ctypes.byref, origin)):
            bottom = origin[1].value
        line = text[first:end]
        wide = sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.5 for char in line)
        size = (right - left) / wide if wide >= SURE_WIDTH else top - bottom
        yield Printed(page, left, right, bottom, max(1.0, size), line)


def _as_lines(pieces: list[Printed]) -> tuple[Printed, ...]:
    """Pieces from top to bottom, those at one height put together."""
    lines: list[Printed] = []
    for piece in sorted(pieces, key=lambda one: (-one.bottom, one.left)):
        last = lines[-1] if lines else None
        near = last is not None and abs(last.bottom - piece.bottom) < SAME_LINE * last.size
        if last is None or not near:
            lines.append(piece)
            continue
        one, other = (last, piece) if last.left <= piece.left else (piece, last)
        gap = other.left - one.right
        between = "" if gap < 0.15 * one.size else " "
        text = one.text + between + other.text
        right = max(one.right, other.right)
        lines[-1] = Printed(
            last.page, one.left, right, last.bottom, max(one.size, other.size), text
        )
    return tuple(lines)


def _has_picture(page: Any, raw: Any) -> bool:  # noqa: ANN401
    kinds = (raw.FPDF_PAGEOBJ_IMAGE,)
    return next(iter(page.get_objects(filter=kinds, max_depth=2)), None) is not None


def _sheet(document: Any, raw: Any, index: int) -> Sheet:  # noqa: ANN401
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            lines = _as_lines(list(_pieces(text_page, raw, index)))
        finally:
            text_page.close()
        bare = sum(len(line.text) for line in lines) < BARE_PAGE
        return Sheet(page.get_height(), lines, bare and _has_picture(page, raw))
    finally:
        page.close()


def _usable(char: str) -> bool:
    code = ord(char)
    return char != "\ufffd" and any(first <= code <= last for first, last in WRITTEN)


def _check_text(sheets: list[Sheet]) -> None:
    """Raises ScriptError: ``script_scan``, ``script_pdf_no_text``, ``script_empty``."""
    bare = sum(sheet.picture for sheet in sheets)
    if bare * 2 > len(sheets):
        raise ScriptError("script_scan", pages=len(sheets))
    text = "".join(line.text for sheet in sheets for line in sheet.lines)
    text = "".join(text.split())
    if not text:
        raise ScriptError("script_scan" if bare else "script_pdf_no_text", pages=len(sheets))
    if sum(not _usable(char) for char in text) > UNREADABLE_SHARE * len(text):
        raise ScriptError("script_pdf_no_text", pages=len(sheets))


def read_pages(data: bytes) -> Job[list[Sheet]]:
    """The lines of all pages.

    Raises ScriptError: ``script_locked``, ``script_damaged``, ``script_scan``,
    ``script_pdf_no_text``, ``script_too_long``, ``script_unpacks_too_large``.
    """
    check_streams(data)
    import pypdfium2
    from pypdfium2 import raw

    yield Step("script_opening", 0, 1)
    sheets: list[Sheet] = []
    characters = 0
    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data)
        try:
            count = len(document)
            if count > MOST_PAGES:
                raise ScriptError("script_too_long", limit=MOST_PAGES)
            for index in range(count):
                with PDFIUM:
                    sheets.append(_sheet(document, raw, index))
                characters += sum(len(line.text) for line in sheets[-1].lines)
                if characters > MOST_CHARACTERS:
                    raise ScriptError("script_too_long", limit=MOST_CHARACTERS)
                if index % STEP_PAGES == 0:
                    yield Step("script_opening", index, count)
        finally:
            with PDFIUM:
                document.close()
    except pypdfium2.PdfiumError as error:
        code = "script_locked" if error.err_code in LOCKED else "script_damaged"
        raise ScriptError(code, format="pdf") from error
    _check_text(sheets)
    return sheets
