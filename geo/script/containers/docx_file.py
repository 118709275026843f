"""Word documents: paragraphs, tables and text boxes in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from geo.errors import ScriptError
from geo.progress import Job, Step
from geo.script.containers.docx_numbering import Numbering
from geo.script.containers.docx_styles import Styles, W, whole
from geo.script.containers.docx_text import properties, read_paragraph
from geo.script.containers.package import linked_part, main_part
from geo.script.containers.tables import MOST_LINES, Cell, Item, Table
from geo.script.containers.xml_stream import LARGEST_TREE, small_tree, stream
from geo.script.containers.zipped import MEGABYTE, Zipped

MAIN = "word/document.xml"
LARGEST_MAIN = 64 * MEGABYTE
PARAGRAPH, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
CELL_PROPERTIES, ROW_PROPERTIES = f"{W}tcPr", f"{W}trPr"
TAGS = (PARAGRAPH, TABLE, ROW, CELL, CELL_PROPERTIES, ROW_PROPERTIES)
WIDEST = 100
DEEPEST = 12
STEP_LINES = 1_000


@dataclass(slots=True)
class _Open:
    """A table that is being read; ``gone`` when the row was deleted."""

    rows: list[list[Cell]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    span: int = 1
    continued: bool = False
    gone: bool = False


class Reading:
    """Takes the starts and ends of elements and builds lines and tables of them."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.items: list[Item] = []
        self.count = 0
        self._styles, self._numbering = styles, numbering
        self._tables: list[_Open] = []
        self._paragraphs = 0
        self._pending = ""
        self._boxes = 0

    def take(self, event: str, element: etree._Element) -> None:
        """One start or end. Raises ScriptError: ``script_too_long``, ``script_damaged``."""
        tag = element.tag
        if tag == PARAGRAPH:
            self._paragraphs += 1 if event == "start" else -1
            if event == "end" and not self._paragraphs:
                self._paragraph(element)
        elif self._paragraphs:
            return
        elif event == "start":
            self._start(str(tag))
        else:
            self._end(str(tag), element)

    def _sink(self) -> list[Item]:
        return self._tables[-1].items if self._tables else self.items

    def _paragraph(self, element: etree._Element) -> None:
        own = properties(element)
        if self._styles.is_contents(own.style):
            return
        written = read_paragraph(element)
        lines = written.lines
        if own.joined:
            self._pending += lines[-1]
            lines = lines[:-1]
        elif self._pending:
            lines[0] = self._pending + lines[0]
            self._pending = ""
        if lines and not own.joined:
            lines[0] = self._numbering.label(own.style, own.number, own.level) + lines[0]
        self._sink().extend(lines)
        self.count += len(lines)
        if self.count > MOST_LINES:
            raise ScriptError("script_too_long", limit=MOST_LINES)
        if self._boxes < DEEPEST:
            for box in written.boxes:
                self._box(box)

    def _box(self, box: etree._Element) -> None:
        inner = Reading(self._styles, self._numbering)
        inner._boxes = self._boxes + 1
        for event, element in etree.iterwalk(box, events=("start", "end"), tag=TAGS):
            inner.take(event, element)
        self._sink().extend(inner.items)
        self.count += inner.count

    def _start(self, tag: str) -> None:
        if tag == TABLE:
            if len(self._tables) >= DEEPEST:
                raise ScriptError("script_damaged", format="docx")
            self._tables.append(_Open())
        elif self._tables and tag == ROW:
            self._tables[-1].row, self._tables[-1].gone = [], False
        elif self._tables and tag == CELL:
            table = self._tables[-1]
            table.items, table.span, table.continued = [], 1, False

    def _end(self, tag: str, element: etree._Element) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        if tag == CELL_PROPERTIES:
            self._cell_properties(table, element)
        elif tag == ROW_PROPERTIES:
            table.gone = element.find(f"{W}del") is not None
        elif tag == CELL:
            table.row.append(Cell(tuple(table.items), table.span, table.continued))
            table.items = []
        elif tag == ROW and not table.gone:
            table.rows.append(table.row)
        elif tag == TABLE:
            self._tables.pop()
            self._sink().append(Table(tuple(tuple(row) for row in table.rows)))

    def _cell_properties(self, table: _Open, element: etree._Element) -> None:
        span = element.find(f"{W}gridSpan")
        merge = element.find(f"{W}vMerge")
        if span is not None:
            table.span = max(1, min(whole(span.get(f"{W}val")) or 1, WIDEST))
        table.continued = merge is not None and merge.get(f"{W}val") != "restart"


def _small_part(zipped: Zipped, main: str, kind: str) -> etree._Element | None:
    name = linked_part(zipped, main, kind, f"word/{kind}.xml")
    return None if name is None else small_tree(zipped.read(name, LARGEST_TREE), zipped.kind)


def read_docx(zipped: Zipped) -> Job[list[Item]]:
    """Lines and tables of a Word document (.docx, .docm, .dotx), macros and pictures untouched.

    Raises ScriptError: ``script_damaged``, ``script_unsafe``, ``script_locked``,
    ``script_too_long``, ``script_unpacks_too_large``.
    """
    main = main_part(zipped, MAIN)
    styles = Styles(_small_part(zipped, main, "styles"))
    reading = Reading(styles, Numbering(_small_part(zipped, main, "numbering"), styles))
    told = 0
    for event, element in stream(zipped.chunks(main, LARGEST_MAIN), TAGS, PARAGRAPH, zipped.kind):
        reading.take(event, element)
        if reading.count - told >= STEP_LINES:
            told = reading.count
            yield Step("script_opening", told)
    return reading.items
