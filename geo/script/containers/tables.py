"""Tables of any container: cells with what they span, laid out as a grid of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, Union

MOST_LINES = 100_000
WIDEST = 100

Item: TypeAlias = Union[str, "Table"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, how many columns it spans, and whether it goes on from above."""

    items: tuple[Item, ...]
    span: int = 1
    continued: bool = False

    @property
    def text(self) -> str:
        """All text of the cell, line by line."""
        return "\n".join(every_line(self.items)).strip()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as a document gives them."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class Grid:
    """Texts by row and column; ``copied`` leads from a place to the cell it is merged in.

    ``title`` is the name of the sheet, where there is one.
    """

    rows: list[list[str]]
    copied: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    title: str = ""

    def hangs(self, row: int, column: int) -> bool:
        """Whether the place is merged with one above it in its column."""
        return self.copied.get((row, column), (row, column))[0] < row

    def own(self, row: int) -> list[str]:
        """The texts of a row that stand there themselves, without blanks."""
        return [
            text
            for column, text in enumerate(self.rows[row])
            if text and (row, column) not in self.copied
        ]


def cells(table: Table) -> Iterator[Cell]:
    """The cells of ``table``, row by row, without those that go on from above."""
    return (cell for row in table.rows for cell in row if not cell.continued)


def every_line(items: Sequence[Item]) -> Iterator[str]:
    """The lines of text and tables, the latter cell by cell."""
    for item in items:
        if isinstance(item, Table):
            for cell in cells(item):
                yield from every_line(cell.items)
        else:
            yield item.strip()


def grid_of(table: Table) -> Grid:
    """``table`` with what is merged filled in on all the places it covers."""
    grid = Grid([])
    for index, row in enumerate(table.rows):
        texts: list[str] = []
        for cell in row:
            text, at = cell.text, len(texts)
            above = grid.rows[-1][at] if grid.rows and at < len(grid.rows[-1]) else ""
            down = cell.continued and not text
            for column in range(at, min(at + cell.span, WIDEST)):
                texts.append(above if down else text)
                if down:
                    grid.copied[index, column] = grid.copied.get((index - 1, at), (index - 1, at))
                elif column > at:
                    grid.copied[index, column] = (index, at)
        grid.rows.append(texts)
    return grid
