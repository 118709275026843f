"""Tables kept as text: rows of values between commas, tabs, semicolons or bars."""

from __future__ import annotations

import csv
import io
from collections import Counter

from geo.errors import ScriptError
from geo.script.containers.table_columns import find_header
from geo.script.containers.tables import MOST_LINES, WIDEST, Grid

DELIMITERS = (",", "\t", ";", "，", "|")
SAMPLE = 20_000
LONGEST_FIELD = 1_000_000
MOST_CELLS = 2_000_000
EVEN_SHARE = 0.6


def _rows(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        rows.append([cell.replace("\r\n", "\n").strip() for cell in row[:WIDEST]])
        if len(rows) >= MOST_LINES:
            break
    return rows


def _grid(text: str, delimiter: str) -> Grid:
    """The rows of ``text``; quotes that never close are taken as signs like any other."""
    if text.count(delimiter) > MOST_CELLS:
        raise ScriptError("script_too_long", limit=MOST_CELLS)
    csv.field_size_limit(LONGEST_FIELD)
    try:
        return Grid(_rows(text, delimiter))
    except csv.Error:
        return Grid([line.split(delimiter)[:WIDEST] for line in text.splitlines()[:MOST_LINES]])


def is_even(grid: Grid) -> bool:
    """Whether most rows are parted, all into as many cells: a table, not a text with one in it."""
    widths = Counter(len(row) for row in grid.rows if any(row))
    parted = [count for width, count in widths.items() if width > 1]
    return bool(parted) and max(parted) >= EVEN_SHARE * widths.total()


def read_table_text(text: str) -> Grid | None:
    """The grid of a text table with the head of a scene table, or None when it has no such head.

    The delimiter is the one that gives such a head the most columns: a guess from the look of the
    lines alone goes wrong where the text itself is full of commas.
    """
    best: tuple[int, str] | None = None
    head = text[:SAMPLE]
    for delimiter in DELIMITERS:
        header = find_header(_grid(head, delimiter)) if delimiter in head else None
        if header is not None and (best is None or len(header.columns) > best[0]):
            best = len(header.columns), delimiter
    return None if best is None else _grid(text, best[1])


def read_loose_rows(text: str) -> Grid:
    """The grid of a text table whose head we do not know."""
    head = text[:SAMPLE]
    return _grid(text, max(DELIMITERS[:3], key=head.count))
