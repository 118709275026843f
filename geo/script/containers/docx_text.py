"""The text of a Word paragraph as it is printed: insertions in, deletions and hidden words out."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from geo.script.containers.docx_numbering import sign_of
from geo.script.containers.docx_styles import OFF, VAL, W, value, whole
from geo.script.containers.xml_stream import local

BREAKS = {f"{W}br", f"{W}cr"}
BLANKS = {f"{W}tab", f"{W}ptab"}
GONE = {
    *(f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}sdtEndPr"),
    *(f"{W}rt", f"{W}rubyPr", f"{W}instrText", f"{W}delText"),
}
BOX = f"{W}txbxContent"
RUN = f"{W}r"
TEXT = f"{W}t"
DEEPEST = 60
PROPERTIES, STYLE, LIST, MARKS = f"{W}pPr", f"{W}pStyle", f"{W}numPr", f"{W}rPr"
HIDDEN = f"{W}vanish"
DELETED, MOVED = f"{W}del", f"{W}moveFrom"


@dataclass(slots=True)
class Written:
    """The lines of a paragraph, and the text boxes that hang on it."""

    lines: list[str] = field(default_factory=lambda: [""])
    boxes: list[etree._Element] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Writes on, on the last line."""
        self.lines[-1] += text


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign_of(char, element.get(f"{W}font", ""))


def _alternative(element: etree._Element) -> etree._Element | None:
    """Of the ways in which one thing is given, the one with a text box in it, else the first."""
    ways = [one for one in element if local(one) in {"Choice", "Fallback"}]
    boxed = (one for one in ways if next(one.iter(BOX), None) is not None)
    return next(boxed, ways[0] if ways else None)


def _hidden(marks: etree._Element) -> bool:
    return any(one.get(VAL) not in OFF for one in marks.iterchildren(HIDDEN))


def _read(element: etree._Element, written: Written, depth: int) -> None:
    for child in element:
        tag = child.tag
        if tag == TEXT:
            written.lines[-1] += (child.text or "").replace("\n", " ")
        elif tag == RUN and depth <= DEEPEST:
            _read(child, written, depth + 1)
        elif tag == MARKS:
            # of a run: what follows is not printed
            if element.tag == RUN and _hidden(child):
                return
        elif tag in BREAKS:
            written.lines.append("")
        elif tag in BLANKS:
            written.add(" ")
        elif tag not in GONE and depth <= DEEPEST:
            _read_rare(child, written, depth)


def _read_rare(child: etree._Element, written: Written, depth: int) -> None:
    name = local(child)
    if child.tag == BOX:
        written.boxes.append(child)
    elif name == "AlternateContent":
        way = _alternative(child)
        if way is not None:
            _read(way, written, depth + 1)
    elif name == "noBreakHyphen":
        written.add("-")
    elif name == "sym":
        written.add(_symbol(child))
    elif name in {"drawing", "pict", "object"}:
        outer = next(child.iterancestors(BOX), None)
        written.boxes += [
            one for one in child.iter(BOX) if next(one.iterancestors(BOX), None) is outer
        ]
    elif len(child):
        _read(child, written, depth + 1)


def read_paragraph(paragraph: etree._Element) -> Written:
    """Lines and text boxes of a ``w:p``."""
    written = Written()
    _read(paragraph, written, 0)
    return written


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paragraph says of itself; ``joined``: its end was deleted, the next goes on here."""

    style: str = ""
    number: int | None = None
    level: int | None = None
    joined: bool = False


def properties(paragraph: etree._Element) -> Properties:
    """The properties of a ``w:p``."""
    style, number, level, joined = "", None, None, False
    for found in paragraph.iterchildren(PROPERTIES):
        for one in found.iterchildren(STYLE, LIST, MARKS):
            if one.tag == STYLE:
                style = one.get(VAL, "")
            elif one.tag == LIST:
                number, level = whole(value(one, "numId")), whole(value(one, "ilvl"))
            else:
                joined = next(one.iterchildren(DELETED, MOVED), None) is not None
    return Properties(style, number, level, joined)
