"""HTML: what Celtx exports with its marks, the text of other pages; nothing is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from geo.errors import ScriptError
from geo.model import Tag
from geo.progress import Job, Step
from geo.script.containers.table_scenes import Line
from geo.script.containers.table_text import source_of, source_of_items
from geo.script.containers.tables import MOST_LINES, Cell, Item, Table
from geo.script.containers.zipped import CHUNK
from geo.script.text.source import Source

CELTX: Mapping[str, Tag] = {
    "sceneheading": Tag.HEADING,
    "character": Tag.SPEAKER,
    "dialog": Tag.DIALOGUE,
    "dialogue": Tag.DIALOGUE,
    "parenthetical": Tag.DIALOGUE,
    "lyrics": Tag.DIALOGUE,
    "action": Tag.ACTION,
    "shot": Tag.ACTION,
    "text": Tag.ACTION,
    "transition": Tag.CARD,
    "act": Tag.CARD,
}
SILENT = frozenset(("script", "style", "head", "noscript", "template", "svg", "iframe", "object"))
BLOCKS = frozenset(
    (
        *("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article"),
        *(
            "blockquote",
            "pre",
            "dd",
            "dt",
            "dl",
            "hr",
            "header",
            "footer",
            "main",
            "body",
            "center",
        ),
    )
)
VOID = frozenset(("br", "hr", "img", "meta", "link", "input", "col", "wbr"))
MOST_TAGS = 1_500_000
BLANKS = re.compile(r"[ \t\r\n\f]+")
DEEPEST = 12


@dataclass(slots=True)
class _Open:
    """A table that is being read."""

    rows: list[list[Cell]] = field(default_factory=list)
    items: list[Item] | None = None
    span: int = 1
    down: int = 1
    width: int = 0
    hanging: dict[int, tuple[int, int]] = field(default_factory=dict)
    later: dict[int, tuple[int, int]] = field(default_factory=dict)

    def open_row(self) -> None:
        """A new row: below the cells that hang down into it."""
        self.rows.append([])
        self.width = 0
        self.hanging = {at: one for at, one in (self.hanging | self.later).items() if one[0] > 0}
        self.later = {}
        self._hang()

    def close_cell(self) -> None:
        """The cell that is open goes into the last row."""
        if self.items is None:
            return
        if not self.rows:
            self.open_row()
        if self.down > 1:
            self.later[self.width] = (self.down - 1, self.span)
        self.rows[-1].append(Cell(tuple(self.items), self.span))
        self.width += self.span
        self.items = None
        self._hang()

    def _hang(self) -> None:
        while self.width in self.hanging:
            left, span = self.hanging.pop(self.width)
            # a later row meets the rest of it
            self.later[self.width] = (left - 1, span)
            self.rows[-1].append(Cell((), span, continued=True))
            self.width += span


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 3 else 1


class _Page:
    """Takes tags and text from the parser and keeps lines and tables."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.marks: list[Line] = []
        self.title = ""
        self._text: list[str] = []
        self._silent = 0
        self._in_title = False
        self._mark: Tag | None = None
        self._tables: list[_Open] = []
        self._pre = 0
        self.count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An opening tag."""
        name = tag.lower()
        if name == "title":
            self._in_title = True
        if name in SILENT:
            self._silent += 1
        elif name == "br":
            self._flush(keep_empty=True)
        elif name in BLOCKS:
            self._flush()
            self._pre += name == "pre"
            self._mark = CELTX.get(attributes.get("class", "").strip().casefold())
        elif name in {"table", "tr", "td", "th"}:
            self._start_table(name, attributes)

    def end(self, tag: str) -> None:
        """A closing tag."""
        name = tag.lower()
        if name == "title":
            self._in_title = False
        if name in SILENT:
            self._silent = max(0, self._silent - 1)
        elif name in BLOCKS:
            self._flush(keep_empty=name == "p")
            self._pre = max(0, self._pre - (name == "pre"))
            self._mark = None
        elif name in {"table", "tr", "td", "th"}:
            self._end_table(name)

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._in_title:
            self.title += text
        elif not self._silent:
            self._text.append(text)

    def close(self) -> _Page:
        """The end of the page."""
        while self._tables:
            self._end_table("table")
        self._flush()
        return self

    def _flush(self, *, keep_empty: bool = False) -> None:
        text = "".join(self._text)
        self._text.clear()
        lines = text.splitlines() if self._pre else [BLANKS.sub(" ", text)]
        for line in lines:
            line = line.replace("\xa0", " ").strip()
            if not line and not keep_empty:
                continue
            cell = self._tables[-1].items if self._tables else None
            (self.items if cell is None else cell).append(line)
            if line:
                self.marks.append(Line(line, self._mark))
            self.count += 1
        if self.count > MOST_LINES:
            raise ScriptError("script_too_long", limit=MOST_LINES)

    def _start_table(self, name: str, attributes: Mapping[str, str]) -> None:
        self._flush()
        if name == "table":
            if len(self._tables) < DEEPEST:
                self._tables.append(_Open())
            return
        if not self._tables:
            return
        table = self._tables[-1]
        if name == "tr":
            table.open_row()
        else:
            table.close_cell()
            table.span = max(1, _number(attributes.get("colspan", "")))
            table.down = max(1, _number(attributes.get("rowspan", "")))
            table.items = []

    def _end_table(self, name: str) -> None:
        self._flush()
        if not self._tables:
            return
        table = self._tables[-1]
        if name in {"td", "th"}:
            table.close_cell()
        elif name == "table":
            table.close_cell()
            self._tables.pop()
            done = Table(tuple(tuple(row) for row in table.rows))
            cell = self._tables[-1].items if self._tables else None
            (self.items if cell is None else cell).append(done)


def read_html(text: str) -> Job[Source]:
    """A page as a source: marked when Celtx wrote it, else its lines and tables.

    Raises ScriptError: ``script_unsafe``, ``script_damaged``, ``script_too_long``,
    ``script_unpacks_too_large``.
    """
    if text.count("<") > MOST_TAGS:
        raise ScriptError("script_unpacks_too_large", format="html")
    if "<!ENTITY" in text:
        raise ScriptError("script_unsafe", format="html")
    page = _Page()
    # the stubs ask a target for methods that the library does without
    parser = etree.HTMLParser(target=page, no_network=True)  # type: ignore[call-overload]
    try:
        for start in range(0, len(text), CHUNK):
            parser.feed(text[start : start + CHUNK])
            yield Step("script_opening", start, len(text))
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ScriptError("script_damaged", format="html") from error
    title = " ".join(page.title.split())
    if any(line.tag is Tag.HEADING for line in page.marks):
        return source_of(page.marks, marked=True, title=title)
    return source_of_items(page.items, title)
