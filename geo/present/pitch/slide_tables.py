"""Words and tables on slides: native, with hairlines, broken where a slide is full."""

# the library gives what it has no words for only through its elements
# ruff: noqa: SLF001
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Pt

from geo.present.pitch.blocks import Cell, Facts, Look, Said, Table, Words
from geo.present.pitch.slide_flow import Flow
from geo.present.pitch.slide_text import LEADING, Ink, fitted, held, write

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
# the built-in style without fills and lines; hairlines are ours
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
SIDE, AIR = 6.0, 4.0
STYLES = {"lead": 20.0, "body": 14.0, "note": 10.5, "warn": 13.0}
# rows that must follow a head on its slide
KEPT = 2
# words larger than this shout
MOST_WORDS = 1.15
FACT_WIDTHS: tuple[float, ...] = (0.2, 0.48, 0.32)
BARE_WIDTHS = (0.2, 0.8)
# points of text by how many columns a table has
SIZES = ((4, 12.0), (6, 11.0), (99, 10.0))


class Grid(NamedTuple):
    """A table ready to draw: ``widths`` in points, ``cites`` the sources of each row."""

    head: tuple[Ink, ...]
    rows: tuple[tuple[Ink, ...], ...]
    widths: tuple[float, ...]
    right: frozenset[int]
    cites: tuple[tuple[int, ...], ...] = ()

    def height(self, row: Sequence[Ink]) -> float:
        """Points a row takes."""
        cells = zip(row, self.widths, strict=False)
        return max((ink.height(width - 2 * SIDE) for ink, width in cells), default=0) + 2 * AIR


def words_ink(words: Words, scale: float = 1.0) -> Ink:
    """A paragraph with its look."""
    size = STYLES.get(words.style, STYLES["body"]) * min(scale, MOST_WORDS)
    look = Look.WARN if words.style == "warn" else Look.PLAIN
    return Ink(words.text, size, look, quiet=words.style == "note", song=words.style == "lead")


def draw_words(flow: Flow, words: Words) -> None:
    """A paragraph in a text box."""
    ink = fitted(words_ink(words, flow.scale), flow.frame.width, flow.frame.height)
    draw_text(flow, ink)


def draw_text(flow: Flow, ink: Ink, follow: float = 0.0) -> None:
    """One text; ``follow``: points that must stand with it on the same slide."""
    height = ink.height(flow.frame.width)
    if height + follow > flow.room and not flow.fresh:
        flow.turn()
    text_box(flow.slide, flow.take(height), ink, flow)


def text_box(slide: Any, box: Any, ink: Ink, flow: Flow, *, right: bool = False) -> Any:  # noqa: ANN401
    """A text box without margins of its own."""
    shape = slide.shapes.add_textbox(*box.emu())
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, ink, flow.deck.voice, right=right)
    return shape


def title_ink(title: Said, scale: float) -> Ink:
    """What stands over a table or a chart."""
    return Ink(title, 13 * min(scale, MOST_WORDS), bold=True)


def facts_grid(facts: Facts, width: float, scale: float = 1.0) -> Grid:
    """Figures as a table: what, how much, what to know of it."""
    rows: list[tuple[Ink, ...]] = []
    for fact in facts.rows:
        tail = "".join(f" [{number}]" for number in fact.sources)
        strong = fact.look in (Look.PLAIN, Look.ESTIMATE, Look.STRONG)
        value = Ink(fact.value, 14 * scale, fact.look, bold=strong, tail=tail, most=8)
        label = Ink(fact.label, 12 * scale, quiet=True, most=8)
        note = Ink(fact.note, 10.5 * scale, quiet=True)
        rows.append((label, value, note))
    widths = FACT_WIDTHS
    if not any(fact.note.main for fact in facts.rows):
        widths, rows = BARE_WIDTHS, [row[:2] for row in rows]
    cites = tuple(fact.sources for fact in facts.rows)
    return _grid((), rows, tuple(width * share for share in widths), frozenset(), cites)


def table_grid(table: Table, width: float, scale: float = 1.0) -> Grid:
    """A table with its head."""
    columns = len(table.widths)
    size = scale * next(points for most, points in SIZES if columns <= most)
    whole = sum(table.widths) or 1.0
    widths = tuple(width * share / whole for share in table.widths)
    head = tuple(Ink(said, size - 1, bold=True, quiet=True, most=3) for said in table.head)
    rows = [tuple(_cell(cell, size) for cell in row) for row in table.rows]
    return _grid(head, rows, widths, table.right, ())


def _cell(cell: Cell, size: float) -> Ink:
    quiet = cell.look is Look.QUIET
    return Ink(cell.text, size, cell.look, quiet=quiet, mark=cell.mark, share=cell.share, most=8)


def _grid(
    head: tuple[Ink, ...],
    rows: Sequence[tuple[Ink, ...]],
    widths: tuple[float, ...],
    right: frozenset[int],
    cites: tuple[tuple[int, ...], ...],
) -> Grid:
    def fit(row: tuple[Ink, ...]) -> tuple[Ink, ...]:
        pairs = zip(row, widths, strict=False)
        return tuple(held(ink, width - 2 * SIDE) for ink, width in pairs)

    return Grid(fit(head), tuple(fit(row) for row in rows), widths, right, cites)


def grid_height(grid: Grid) -> float:
    """Points the whole takes."""
    head = grid.height(grid.head) if grid.head else 0.0
    return head + sum(grid.height(row) for row in grid.rows)


def draw_grid(flow: Flow, grid: Grid, title: Said, after: float = 0.0) -> None:
    """Draw a table, on as many slides as it takes, each with the head.

    ``after``: points that must follow the last row on its slide.
    """
    if not grid.rows:
        return
    head = grid.height(grid.head) if grid.head else 0.0
    heights = [grid.height(row) for row in grid.rows]
    # a title and a single row do not stay behind
    start = head + sum(heights[:KEPT]) + LEADING
    if title.main:
        draw_text(flow, title_ink(title, flow.scale), start)
    elif start > flow.room and not flow.fresh:
        flow.turn()
    packed = [*heights[:-1], heights[-1] + after]
    at = 0
    for count in _parts(packed, flow.room - head, flow.frame.height - head):
        if count:
            _draw_part(flow, grid, at, at + count, head + sum(heights[at : at + count]))
            at += count
        if at < len(heights):
            flow.turn()


def _parts(heights: Sequence[float], first: float, room: float) -> list[int]:
    """How many rows stand on each slide: as few slides as can be, none nearly empty."""
    greedy = _counts(heights, first, room, len(heights))
    even = -(-len(heights) // max(1, len(greedy)))
    for most in range(even, even + 4):
        counts = _counts(heights, first, room, most)
        if len(counts) <= len(greedy):
            return counts
    return greedy


def _counts(heights: Sequence[float], first: float, room: float, most: int) -> list[int]:
    counts, left = [0], first
    for height in heights:
        if counts[-1] == most or (height > left and (counts[-1] or len(counts) == 1)):
            counts.append(0)
            left = room
        counts[-1] += 1
        left -= height
    return counts


def _draw_part(flow: Flow, grid: Grid, start: int, end: int, height: float) -> None:
    rows = [*([grid.head] if grid.head else []), *grid.rows[start:end]]
    box = flow.take(height)
    frame = flow.slide.shapes.add_table(len(rows), len(grid.widths), *box.emu())
    table = frame.table
    table.first_row, table.horz_banding = bool(grid.head), False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    for number, width in enumerate(grid.widths):
        table.columns[number].width = Pt(width)
    for number, row in enumerate(rows):
        table.rows[number].height = Pt(grid.height(row))
        for column, ink in enumerate(row):
            cell = table.cell(number, column)
            _write_cell(flow, cell, ink, column in grid.right)
            _rule(cell, strong=bool(grid.head) and number == 0, top=number == 0 and not grid.head)
    for cited in grid.cites[start:end]:
        flow.cite(cited)


def _write_cell(flow: Flow, cell: Any, ink: Ink, right: bool) -> None:  # noqa: ANN401
    cell.margin_left = cell.margin_right = Pt(SIDE)
    cell.margin_top = cell.margin_bottom = Pt(AIR)
    cell.text_frame.word_wrap = True
    write(cell.text_frame, ink, flow.deck.voice, right=right)


def _rule(cell: Any, *, strong: bool, top: bool) -> None:  # noqa: ANN401
    """A hairline beneath a cell, an inked line beneath a head and over a list of figures."""
    props = cell._tc.get_or_add_tcPr()
    for tag in ("lnL", "lnR", "lnT", "lnB"):
        inked = (tag == "lnB" and strong) or (tag == "lnT" and top)
        shown = tag == "lnB" or inked
        line = etree.SubElement(props, f"{{{DRAWING}}}{tag}")
        line.set("w", str(Pt(1.0 if inked else 0.5) if shown else 0))
        if not shown:
            etree.SubElement(line, f"{{{DRAWING}}}noFill")
            continue
        fill = etree.SubElement(line, f"{{{DRAWING}}}solidFill")
        etree.SubElement(fill, f"{{{DRAWING}}}schemeClr").set("val", "tx1" if inked else "bg2")
        etree.SubElement(line, f"{{{DRAWING}}}prstDash").set("val", "solid")
