"""The door: which files are taken in, and what is said of those that are not."""

from __future__ import annotations

from pathlib import Path

from geo.errors import ScriptError
from geo.progress import Job, Step
from geo.script.containers import FDX_ROOT, read_fdx, read_fountain
from geo.script.decoding import decode
from geo.script.source import Source, SourceLine
from geo.script.words import words

MEGABYTE = 1024 * 1024
LARGEST = 50 * MEGABYTE
FOUNTAIN = (".fountain", ".spmd")
FDX = ".fdx"
OLD_DOC = ".doc"
NOT_YET = frozenset(
    words(
        ".docx .docm .wps .pdf .xlsx .xls .et .rtf .odt .pages .html .htm .celtx .epub .fdr .pptx"
    )
)
MAGIC = (
    (b"PK\x03\x04", ".docx"),
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\xd0\xcf\x11\xe0", OLD_DOC),
)
BINARY_MAGIC = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM6", b"OggS", b"ID3"),
    *(b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ\x90", b"SQLite format 3"),
)


def _refuse_format(suffix: str) -> None:
    if suffix == OLD_DOC:
        raise ScriptError("script_old_doc")
    if suffix in NOT_YET:
        raise ScriptError("script_format", format=suffix.lstrip("."))


def _contents(path: Path) -> bytes:
    """The bytes of ``path``; the size is looked at before anything is read."""
    try:
        if not path.is_file():
            raise ScriptError("script_missing", file=path.name)
        size = path.stat().st_size
        if size > LARGEST:
            raise ScriptError(
                "script_too_large",
                file=path.name,
                size_mb=round(size / MEGABYTE),
                limit_mb=LARGEST // MEGABYTE,
            )
        _refuse_format(path.suffix.lower())
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise ScriptError("script_unreadable", file=path.name) from error


def _check_kind(data: bytes) -> None:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ScriptError("script_empty")
    for magic, suffix in MAGIC:
        if data.startswith(magic):
            _refuse_format(suffix)
    if data.startswith(BINARY_MAGIC):
        raise ScriptError("script_binary")


def open_source(path: Path) -> Job[Source]:
    """The lines of the script at ``path``.

    Raises ScriptError: ``script_missing``, ``script_unreadable``, ``script_empty``,
    ``script_binary``, ``script_too_large``, ``script_encoding``, ``script_old_doc``,
    ``script_format``, ``script_broken_xml``, ``script_unsafe_xml``.
    """
    yield Step("script_opening")
    data = _contents(path)
    _check_kind(data)
    if path.suffix.lower() == FDX or b"<" + FDX_ROOT.encode() in data[:2000]:
        return (yield from read_fdx(data))
    decoded = decode(data)
    if not decoded.text.strip():
        raise ScriptError("script_empty")
    yield Step("script_opening")
    if path.suffix.lower() in FOUNTAIN:
        source = yield from read_fountain(decoded.text)
    else:
        lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        source = Source(
            tuple(SourceLine(number, line) for number, line in enumerate(lines, start=1))
        )
    return Source(source.lines, source.title, decoded.encoding, decoded.broken, source.marked)
