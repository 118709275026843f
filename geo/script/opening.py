"""The door: which files are taken in, and what is said of those that are not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from geo.errors import ScriptError
from geo.progress import Job, Step
from geo.script.containers.decoding import Decoded, decode
from geo.script.containers.sniffing import Kind, sniff
from geo.script.containers.tables import MOST_LINES
from geo.script.containers.zipped import MEGABYTE, Zipped
from geo.script.text.source import Source, SourceLine

LARGEST = 50 * MEGABYTE
USS = ".uss"
# plain text has no pictures in it: this is ten long series
LARGEST_TEXT = 16 * MEGABYTE


def _too_large(name: str, size: int, limit: int) -> ScriptError:
    return ScriptError(
        "script_too_large",
        file=name,
        size_mb=round(size / MEGABYTE),
        limit_mb=limit // MEGABYTE,
    )


def _contents(path: Path) -> bytes:
    """The bytes of ``path``; the size is looked at before anything is read."""
    try:
        if not path.is_file():
            raise ScriptError("script_missing", file=path.name)
        size = path.stat().st_size
        if size > LARGEST:
            raise _too_large(path.name, size, LARGEST)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise ScriptError("script_unreadable", file=path.name) from error


def _text(path: Path, data: bytes) -> Decoded:
    if len(data) > LARGEST_TEXT:
        raise _too_large(path.name, len(data), LARGEST_TEXT)
    decoded = decode(data)
    if not decoded.text.strip():
        raise ScriptError("script_empty")
    if decoded.text.count("\n") + decoded.text.count("\r") > 2 * MOST_LINES:
        raise ScriptError("script_too_long", limit=MOST_LINES)
    return decoded


def _written(text: str, kind: Kind) -> Job[Source]:
    """A text in one of the kinds that are written as text."""
    if kind is Kind.FOUNTAIN:
        from geo.script.containers.fountain_text import read_fountain

        return (yield from read_fountain(text))
    if kind is Kind.HTML:
        from geo.script.containers.html_page import read_html

        return (yield from read_html(text))
    from geo.script.containers.sheet_csv import is_even, read_loose_rows, read_table_text
    from geo.script.containers.table_text import source_of_sheets

    grid = read_table_text(text)
    if kind is Kind.TABLE:
        return source_of_sheets([grid or read_loose_rows(text)])
    if grid is not None and is_even(grid):
        return source_of_sheets([grid])
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Source(tuple(SourceLine(number, line) for number, line in enumerate(lines, start=1)))


def _packed(data: bytes, kind: Kind, zipped: Zipped | None) -> Job[Source]:
    """A container that is no text to begin with."""
    from geo.script.containers.table_text import source_of_items, source_of_sheets

    if kind is Kind.FDX:
        from geo.script.containers.fdx_file import read_fdx

        return (yield from read_fdx(data))
    if kind is Kind.PDF:
        from geo.script.containers.pdf_lines import written_lines
        from geo.script.containers.pdf_pages import read_pages

        sheets = yield from read_pages(data)
        return source_of_items(list(written_lines(sheets)))
    if zipped is None:
        raise ScriptError("script_damaged", format=kind.value)
    if kind is Kind.XLSX:
        from geo.script.containers.sheet_xlsx import read_xlsx

        return source_of_sheets((yield from read_xlsx(data, zipped)))
    from geo.script.containers.docx_file import read_docx

    return source_of_items((yield from read_docx(zipped)))


def source_of_bytes(data: bytes, name: str) -> Job[Source]:
    """The lines of a script of these bytes; ``name`` is what its file is called.

    Raises ScriptError: ``script_empty``, ``script_too_large``, ``script_too_long``,
    ``script_encoding``, those of ``sniff`` and ``script_unsafe``, ``script_scan``,
    ``script_pdf_no_text``, ``script_broken_uss``.
    """
    path = Path(name)
    if path.suffix.lower() == USS:
        from geo.script.exchange import read_uss

        return (yield from read_uss(data))
    kind, zipped = sniff(data, path.suffix.lower())
    if kind in {Kind.FDX, Kind.PDF, Kind.DOCX, Kind.XLSX}:
        source = yield from _packed(data, kind, zipped)
    else:
        decoded = _text(path, data)
        yield Step("script_opening")
        written = yield from _written(decoded.text, kind)
        source = replace(written, encoding=decoded.encoding, broken=decoded.broken)
    if not any(line.text.strip() for line in source.lines):
        raise ScriptError("script_empty")
    return source


def open_source(path: Path) -> Job[Source]:
    """The lines of the script at ``path``.

    Raises ScriptError: ``script_missing``, ``script_unreadable`` and those of
    ``source_of_bytes``.
    """
    yield Step("script_opening")
    return (yield from source_of_bytes(_contents(path), path.name))
