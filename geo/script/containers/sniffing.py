"""What kind of file this is, by its content first: names are often wrong."""

from __future__ import annotations

import re
from enum import StrEnum

from geo.errors import ScriptError
from geo.script.containers.zipped import Zipped
from geo.script.text.words import words


class Kind(StrEnum):
    """The containers that are read."""

    TEXT = "text"
    TABLE = "table"
    FOUNTAIN = "fountain"
    FDX = "fdx"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"


BY_SUFFIX = {
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".fountain": Kind.FOUNTAIN,
    ".spmd": Kind.FOUNTAIN,
    ".fdx": Kind.FDX,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
}
# containers that these names promise; text behind them is no script of theirs
PACKED = frozenset(
    words(".docx .docm .dotx .dotm .xlsx .xlsm .xltx .pdf .celtx .odt .ods .epub .pages .numbers")
)
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# kinds of zip by an entry that they must hold
BY_ENTRY = (
    ("word/document.xml", Kind.DOCX.value),
    ("xl/workbook.xml", Kind.XLSX.value),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "pptx"),
    ("Index/Document.iwa", "pages"),
    ("index.xml", "pages"),
    ("local.rdf", "celtx"),
    ("project.rdf", "celtx"),
    ("content.xml", "odt"),
    ("META-INF/container.xml", "epub"),
    ("document.xml", "fadein"),
)
OLE_STREAMS = (
    ("EncryptedPackage", "script_locked"),
    ("WordDocument", "script_old_doc"),
    ("Workbook", "script_old_sheet"),
    ("Book", "script_old_sheet"),
)
OLD_SHEETS = frozenset((".xls", ".et", ".ett", ".xlt"))
ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
PICTURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM6", b"OggS", b"ID3"),
    *(b"\x7fELF", b"MZ\x90", b"SQLite format 3"),
)
HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!doctype html|<html)", re.IGNORECASE
)
XML_FORMATS = ((b"schemas.microsoft.com/office/word/2003", "xml"), (b"/2006/xmlPackage", "xml"))
HEAD = 4_000


def _ole(data: bytes, suffix: str) -> None:
    """Raises ScriptError: what to do about an Office file of before 2007, or a locked one."""
    directory = data.replace(b"\x00", b"")
    for name, code in OLE_STREAMS:
        if name.encode() in directory and name.encode("utf-16-le") in data:
            raise ScriptError(code, format=suffix.lstrip(".") or "doc")
    code = "script_old_sheet" if suffix in OLD_SHEETS else "script_old_doc"
    raise ScriptError(code, format=suffix.lstrip(".") or "doc")


def _zip(data: bytes, suffix: str) -> tuple[Kind, Zipped]:
    zipped = Zipped(data, suffix.lstrip(".") or "zip")
    kind = next((kind for entry, kind in BY_ENTRY if entry in zipped.names), "")
    if not kind and "[Content_Types].xml" in zipped.names:
        # a package that keeps its document elsewhere
        kind = Kind.XLSX if any("worksheets/" in name for name in zipped.names) else Kind.DOCX
    if kind in {Kind.DOCX, Kind.XLSX}:
        zipped.kind = Kind(kind).value
        return Kind(kind), zipped
    if kind == "celtx" or suffix == ".celtx":
        raise ScriptError("script_celtx")
    if kind:
        raise ScriptError("script_format", format=kind)
    if suffix in PACKED:
        raise ScriptError("script_damaged", format=zipped.kind)
    raise ScriptError("script_archive")


def sniff(data: bytes, suffix: str) -> tuple[Kind, Zipped | None]:
    """The kind of ``data`` from a file ending in ``suffix``, and the open zip where it is one.

    Raises ScriptError: ``script_empty``, ``script_binary``, ``script_damaged``,
    ``script_locked``, ``script_old_doc``, ``script_old_sheet``, ``script_format``,
    ``script_celtx``, ``script_archive``, ``script_unpacks_too_large``.
    """
    head = data[:HEAD]
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ScriptError("script_empty")
    if data.startswith(ZIP):
        return _zip(data, suffix)
    if data.startswith(OLE[:4]):
        _ole(data, suffix)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF, None
    _refuse(data, head, suffix)
    if HTML.match(head):
        return Kind.HTML, None
    if b"<FinalDraft" in head:
        return Kind.FDX, None
    if suffix in PACKED:
        raise ScriptError("script_damaged", format=suffix.lstrip("."))
    return BY_SUFFIX.get(suffix, Kind.TEXT), None


def _refuse(data: bytes, head: bytes, suffix: str) -> None:
    if data.startswith(b"{\\rtf"):
        raise ScriptError("script_format", format="rtf")
    if data.startswith(ARCHIVES):
        raise ScriptError("script_archive")
    if data.startswith(PICTURES):
        raise ScriptError("script_binary")
    if head.startswith(b"MIME-Version:") or suffix in {".mht", ".mhtml"}:
        raise ScriptError("script_format", format="mht")
    if suffix == ".fdr":
        raise ScriptError("script_format", format="fdr")
    for mark, name in XML_FORMATS:
        if mark in head:
            raise ScriptError("script_format", format=name)
