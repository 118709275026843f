"""From printed lines to written ones: running heads go, wrapped paragraphs become whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from geo.script.containers.pdf_pages import Printed, Sheet
from geo.script.grammar.headings import ACTION_MARKS, read_heading

EDGE_LINES = 2
EDGE = 0.1
MOST_PAGES_SHARE = 0.6
PAGE_NUMBER = re.compile(
    r"^[-–—·.\s]*第?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*页?\s*(?:[/／,，、]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-–—·.\s]*$",
    re.IGNORECASE,
)
CONTINUED = re.compile(r"^\(?(?:more|continued|contd)\)?:?(?:\s*\(\d+\))?$", re.IGNORECASE)
TWICE_NUMBERED = re.compile(r"^(?P<n>\d{1,4}[A-Z]?)\s+(?P<text>\S.*?)\s+(?P=n)$")
DIGITS = re.compile(r"\d+")
FINAL = "。！？!?…”」』)）】：:~～"
OPENING = "“‘「『（(【《〈["
CLOSING = "，。、：；！？”’」』）)】》〉]…,.:;!?"
SPEAKER = re.compile(r"^[^\s，。、：:！？!?（）()]{1,8}(?:[（(][^）)]{0,16}[）)])?\s*[：:]")
WORD = re.compile(r"[!-~]+")
SAME_PLACE = 0.5
FIRST_INDENT = 4.0
COMMON_START = 0.05
NARROW_GROUP, NARROWER = 8, 3
SURE_LENGTH, OTHER_SIZE = 10, 0.25


def _shape(line: Printed) -> tuple[str, int]:
    return DIGITS.sub("#", line.text), round(line.bottom / 4)


def _edges(sheet: Sheet) -> list[Printed]:
    """The lines at the top and bottom of a page, where running heads stand."""
    near = [*sheet.lines[:EDGE_LINES], *sheet.lines[-EDGE_LINES:]]
    low, high = EDGE * sheet.height, (1 - EDGE) * sheet.height
    return [line for line in dict.fromkeys(near) if not low < line.bottom < high]


def _running(sheets: Sequence[Sheet]) -> set[Printed]:
    """Lines that stand on most pages at the same height, and page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        for text, height in {_shape(line) for line in _edges(sheet)}:
            seen.update({(text, height): 1, (text, height + 1): 1})
    enough = max(2.0, MOST_PAGES_SHARE * len(sheets))
    found = set()
    for sheet in sheets:
        for line in _edges(sheet):
            text, height = _shape(line)
            often = max(seen[text, height], seen[text, height + 1]) >= enough
            heading = read_heading(line.text)
            if (often and not (heading and heading.complete)) or PAGE_NUMBER.match(line.text):
                found.add(line)
    return found


def _token(text: str, size: float) -> float:
    """The width of what cannot be parted at the start of ``text``."""
    word = WORD.match(text)
    if word:
        return len(word[0]) * 0.5 * size
    count = 0
    while count < len(text) and text[count] in OPENING:
        count += 1
    count += 1
    while count < len(text) and text[count] in CLOSING:
        count += 1
    return count * 0.9 * size


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the document is set: right edges by left edge, line pitch, where paragraphs start."""

    size: float
    edge: float
    edges: dict[int, float]
    pitch: float
    starts: dict[int, float]
    dedents: dict[int, bool]

    def room(self, line: Printed) -> float:
        """How much of ``line`` is left empty at its right."""
        return self.edges.get(_column(line), self.edge) - line.right

    def full(self, line: Printed, following: Printed) -> bool:
        """Whether the start of ``following`` would not have fitted on ``line``.

        Spaces between scripts and uneven edges blur that; a line that ends in the middle of a
        sentence is trusted further.
        """
        slack = 0.1 if line.text[-1] in FINAL else 1.2
        return self.room(line) < _token(following.text, following.size) + slack * line.size


def _column(line: Printed) -> int:
    return round(line.left / 4)


def _inner_right(line: Printed) -> float:
    """The right edge of a line without the mark at its end, which may hang into the margin."""
    hangs = line.text[-1] in CLOSING and not line.text[-1].isascii()
    return line.right - line.size * hangs


def _edge(lines: Sequence[Printed]) -> float:
    """The right edge that several lines share, else of the longest."""
    rounded = Counter(round(_inner_right(line) / 3) for line in lines)
    several = max(2, len(lines) // 200)
    shared = [at for at, count in rounded.items() if count + rounded[at + 1] >= several]
    return max(shared) * 3.0 + 1.5 if shared else max(map(_inner_right, lines))


def _layout(lines: Sequence[Printed]) -> _Layout:
    size = median(line.size for line in lines)
    edge = _edge(lines)
    columns: dict[int, list[Printed]] = {}
    for line in lines:
        columns.setdefault(_column(line), []).append(line)
    edges = {
        at: own
        for at, group in columns.items()
        if len(group) >= NARROW_GROUP and (own := _edge(group)) < edge - NARROWER * size
    }
    gaps = Counter(
        round((one.bottom - other.bottom) * 2) / 2
        for one, other in pairwise(lines)
        if one.page == other.page and 0 < one.bottom - other.bottom < 4 * size
    )
    pitch = gaps.most_common(1)[0][0] if gaps else 1.5 * size
    rough = _Layout(size, edge, edges, pitch, {}, {})
    starts: Counter[int] = Counter()
    turns: dict[int, Counter[bool]] = {}
    for one, other in pairwise(lines):
        if not rough.full(one, other):
            starts[_column(other)] += 1
        elif other.left - one.left < SAME_PLACE * size:
            turns.setdefault(_column(one), Counter())[
                one.left - other.left > SAME_PLACE * size
            ] += 1
    total = max(1, starts.total())
    return _Layout(
        *(size, edge, edges, pitch),
        {at: count / total for at, count in starts.items()},
        {at: turn[True] > turn[False] for at, turn in turns.items()},
    )


def _opens(text: str, before: str) -> bool:
    """Whether ``text`` reads like the start of a paragraph behind ``before``."""
    if text[0] in ACTION_MARKS or text[0] in "【":
        return True
    heading = read_heading(text)
    if heading is not None and heading.complete:
        return True
    return before[-1] in FINAL and SPEAKER.match(text) is not None


def _other_size(one: Printed, other: Printed) -> bool:
    """Whether two lines are set in different sizes, as far as their width tells."""
    sure = min(len(one.text), len(other.text)) >= SURE_LENGTH
    return sure and abs(one.size - other.size) > OTHER_SIZE * one.size


def _goes_on(part: list[Printed], line: Printed, layout: _Layout) -> bool:
    """Whether ``line`` is more of the paragraph ``part``."""
    first, last = part[0], part[-1]
    if _other_size(last, line) or not layout.full(last, line):
        return False
    if last.page == line.page and last.bottom - line.bottom > 1.3 * layout.pitch:
        return False
    if _opens(line.text, last.text):
        return False
    step = line.left - last.left
    same = abs(step) < SAME_PLACE * layout.size
    if len(part) > 1:
        return same
    if same:
        return not layout.dedents.get(_column(first), False)
    if step < 0:
        return -step < FIRST_INDENT * layout.size
    return layout.starts.get(_column(line), 0.0) < COMMON_START


def _joined(part: Sequence[Printed]) -> str:
    text = part[0].text
    for line in part[1:]:
        latin = text[-1:].isascii() and line.text[:1].isascii()
        text += (" " if latin and text[-1:] != "-" else "") + line.text
    numbered = TWICE_NUMBERED.match(text)
    return f"{numbered['n']} {numbered['text']}" if numbered else text


def written_lines(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The lines as the writer typed them; an empty one where the page leaves a wide gap."""
    running = _running(sheets)
    lines = [
        line
        for sheet in sheets
        for line in sheet.lines
        if line not in running and not CONTINUED.match(line.text)
    ]
    if not lines:
        return
    layout = _layout(lines)
    part = [lines[0]]
    for line in lines[1:]:
        if _goes_on(part, line, layout):
            part.append(line)
            continue
        yield _joined(part)
        last = part[-1]
        if last.page == line.page and last.bottom - line.bottom > 1.7 * layout.pitch:
            yield ""
        part = [line]
    yield _joined(part)
