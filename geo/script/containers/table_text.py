"""Lines and tables as a source: scene tables by their rows, cards of one scene, any other text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.model import Tag
from geo.script.containers.table_columns import column_of, kind_of
from geo.script.containers.table_scenes import SPACE, Line, scene_lines, scene_number
from geo.script.containers.tables import Grid, Item, Table, cells, grid_of
from geo.script.text.source import Source, SourceLine

# a script stands beside the table when there is this much text for each scene of it
TEXT_A_SCENE = 60
SHORT_CELL = 30
MOST_LABEL_ROWS = 30
EPISODE_LABEL = "集"


def _is_labelled(grid: Grid) -> bool:
    """Whether the cells are labels and values by turns, as on a card of one scene."""
    firsts = [own[0] for row in range(len(grid.rows)) if len(own := grid.own(row)) > 1]
    pairs = sum(bool(kind_of(text)) for text in firsts)
    return len(firsts) > 0 and len(grid.rows) <= MOST_LABEL_ROWS and pairs * 5 >= len(firsts) * 3


def _labelled_row(own: Sequence[str]) -> Iterator[Line]:
    pairs: list[str] = []
    index = 0
    while index < len(own):
        column = column_of(own[index].rstrip(":："))
        following = own[index + 1] if index + 1 < len(own) else ""
        if column is None or not following or kind_of(following.rstrip(":：")):
            if column is None:
                pairs.append(" ".join(own[index].split("\n")))
            index += 1
            continue
        index += 2
        if "\n" in following or column.kind == "story":
            yield from (Line(line.strip()) for line in following.split("\n"))
            continue
        text = scene_number(following) if column.kind == "number" else following
        pairs.append(f"{column.label or EPISODE_LABEL}：{text}")
    if pairs:
        yield Line(SPACE.join(pairs))


def plain_lines(grid: Grid) -> Iterator[Line]:
    """The text of a table that is no list of scenes: short rows whole, others cell by cell."""
    labelled = _is_labelled(grid)
    for row in range(len(grid.rows)):
        own = grid.own(row)
        if labelled and len(own) > 1:
            yield from _labelled_row(own)
        elif all(len(text) <= SHORT_CELL and "\n" not in text for text in own):
            yield Line(SPACE.join(own))
        else:
            yield from (Line(line.strip()) for text in own for line in text.split("\n"))


def _pieces(items: Sequence[Item]) -> Iterator[tuple[list[Line], int]]:
    """Lines in order, with the number of scenes for each part that is a scene table."""
    for item in items:
        if isinstance(item, str):
            yield [Line(item)], 0
            continue
        grid = grid_of(item)
        found = scene_lines(grid)
        if found is not None:
            yield found
        elif any(isinstance(inner, Table) for cell in cells(item) for inner in cell.items):
            for cell in cells(item):
                yield from _pieces(cell.items)
        else:
            yield list(plain_lines(grid)), 0


def source_of_items(items: Sequence[Item], title: str = "") -> Source:
    """Lines and tables as a source; its headings are marked when they stand in scene tables."""
    pieces = list(_pieces(items))
    scenes = sum(count for _, count in pieces)
    beside = sum(len(line.text) for lines, count in pieces if not count for line in lines)
    marked = scenes > 0 and beside < scenes * TEXT_A_SCENE
    return source_of([line for lines, _ in pieces for line in lines], marked=marked, title=title)


def source_of(lines: Sequence[Line], *, marked: bool, title: str = "") -> Source:
    """Lines numbered from 1; what tables say of them counts only when they are ``marked``."""
    return Source(
        tuple(
            SourceLine(number, line.text, line.tag if marked else None)
            for number, line in enumerate(lines, start=1)
        ),
        title,
        marked=marked,
    )


def source_of_sheets(grids: Sequence[Grid]) -> Source:
    """Sheets of a workbook: all that list scenes, each scene once; else the text of all."""
    lines: list[Line] = []
    seen: set[str] = set()
    for grid in grids:
        found = scene_lines(grid)
        if found is None:
            continue
        numbers = _numbers(found[0])
        if numbers and len(numbers & seen) * 5 >= len(numbers) * 4:
            continue
        seen |= numbers
        lines += found[0]
    if lines:
        return source_of(lines, marked=True)
    return source_of([line for grid in grids for line in plain_lines(grid)], marked=False)


def _numbers(lines: Sequence[Line]) -> set[str]:
    """The numbers of all headings with their episodes; empty when scenes have none."""
    found, episode = set(), ""
    for line in lines:
        if line.tag is Tag.EPISODE:
            episode = line.text
        elif line.tag is Tag.HEADING and line.text.startswith("场次："):
            found.add(f"{episode}|{line.text.split(SPACE)[0]}")
    return found
