"""The pack as slides: real text, native tables and charts, in the look of a template."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pptx.slide import Slide

from geo.files import exported_file
from geo.model.pitch import PitchPart
from geo.present.pitch.blocks import (
    Block,
    Cell,
    Chart,
    Drawing,
    Facts,
    Look,
    Page,
    Picture,
    Pictures,
    PitchPaper,
    Said,
    Table,
    Words,
)
from geo.present.pitch.slide_charts import chart_height, chart_title, draw_chart
from geo.present.pitch.slide_cover import draw_cover
from geo.present.pitch.slide_deck import (
    Box,
    Deck,
)
from geo.present.pitch.slide_flow import COLUMN_GAP, GAP, Flow
from geo.present.pitch.slide_pictures import (
    draw_map,
    draw_photos,
    usable,
)
from geo.present.pitch.slide_tables import (
    draw_grid,
    draw_text,
    draw_words,
    facts_grid,
    grid_height,
    table_grid,
    title_ink,
    words_ink,
)

# photos on one slide; columns a table may have to stand beside a picture
MOST_PHOTOS, NARROW = 6, 4
# points of text at the end of a page that keep to the table above
MOST_NOTE = 90.0
LEFT_SHARE = 0.58
LEAST_VISUAL, LEAST_MAP, LEAST_CHART = 130.0, 240.0, 90.0
# how much larger or smaller than usual texts may be so that a page fills one slide
SCALES = (1.3, 1.15, 1.0, 0.92, 0.84)
SUBTITLE = 1
SOURCE_WIDTHS = (0.06, 0.94)


def write_pptx(paper: PitchPaper, path: Path, template: Path | None = None) -> Path:
    """Write the pack as slides in the look of ``template`` (None: the library's own).

    Raises ExportError: ``pitch_template_broken`` (file), ``export_refused``, ``export_disk_full``.
    """
    deck = Deck(paper, template)
    for page in paper.pages:
        if page.part is PitchPart.COVER:
            rest = draw_cover(deck, page)
            if rest:
                _page(deck, Page(page.part, page.title, rest))
        else:
            _page(deck, page)
    if not paper.pages:
        draw_cover(deck, Page(PitchPart.COVER, paper.title, ()))
    if paper.sources:
        _page(deck, _sources(paper))
    made = deck.saved()
    with exported_file(path) as part:
        part.write_bytes(made)
    return path


def _sources(paper: PitchPaper) -> Page:
    """The list of sources under their numbers, on a page of its own at the end."""
    title = paper.sources_title if paper.sources_title.main else Said(f"[1]–[{len(paper.sources)}]")
    rows = tuple(
        (Cell(Said(f"[{number}]"), look=Look.QUIET), Cell(said))
        for number, said in enumerate(paper.sources, 1)
    )
    return Page(PitchPart.CONTACTS, title, (Table("sources", (), rows, SOURCE_WIDTHS),))


# ---- a page


def _page(deck: Deck, page: Page) -> None:
    flow = Flow(deck, page)
    first, second = _halves(flow, _seen(page))
    _fill(flow, first)
    if second:
        flow.turn()
        _fill(flow, second)
    flow.finish()


def _halves(flow: Flow, blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """A table beneath figures that does not fit with them gets the next slide to itself."""
    found = [n for n, one in enumerate(blocks) if isinstance(one, Table) and _broad(one)]
    if len(found) != 1 or not any(isinstance(one, Facts) for one in blocks[: found[0]]):
        return blocks, []
    high = _high(flow, blocks, SCALES[-1]) - GAP
    if high <= flow.frame.height:
        return blocks, []
    return blocks[: found[0]], blocks[found[0] :]


def _broad(table: Table) -> bool:
    return len(table.head) > NARROW or table.wide


def _fill(flow: Flow, blocks: Sequence[Block]) -> None:
    visuals = [one for one in blocks if isinstance(one, Pictures | Chart | Drawing)]
    texts = [one for one in blocks if not isinstance(one, Pictures | Chart | Drawing)]
    scale = _beside(flow, texts, visuals)
    if scale is not None:
        flow.scale = scale
        _two_columns(flow, texts, visuals)
    else:
        flow.scale = _one_slide(flow, blocks)
        for number, block in enumerate(blocks):
            _draw(flow, block, blocks[number + 1 :])


def _two_columns(flow: Flow, texts: Sequence[Block], visuals: Sequence[Block]) -> None:
    right = flow.narrow(LEFT_SHARE)
    slide = flow.slide
    for block in texts:
        _draw(flow, block, [])
    each = (right.height - GAP * (len(visuals) - 1)) / len(visuals)
    for number, block in enumerate(visuals):
        top = right.top + number * (each + GAP)
        _draw_visual(flow, slide, right._replace(top=top, height=each), block)


def _seen(page: Page) -> list[Block]:
    """The blocks without photos that are not there; those of a table's rows stand over it."""
    kept: list[Block] = []
    for block in page.blocks:
        if isinstance(block, Pictures | Table) and (photos := usable(_photos(block))):
            before = kept[-1] if kept else None
            if isinstance(before, Pictures):
                # one slide of them is enough
                kept[-1] = Pictures((*photos, *before.photos)[:MOST_PHOTOS])
            else:
                kept.append(Pictures(photos))
        blank = isinstance(block, Words) and not block.text.main.strip()
        if not (blank or isinstance(block, Pictures)):
            kept.append(block)
    return kept


def _photos(block: Pictures | Table) -> tuple[Picture, ...]:
    """Photos side by side, or, as a native table holds none, those of its rows with their text."""
    if isinstance(block, Pictures):
        return block.photos
    cells = (cell for row in block.rows for cell in row)
    return tuple(Picture(cell.photo, cell.text) for cell in cells if cell.photo)


def _high(flow: Flow, blocks: Sequence[Block], scale: float, width: float | None = None) -> float:
    """Points some blocks take with their gaps, as wide as the frame or ``width``."""
    wide = flow.frame.width if width is None else width
    total = 0.0
    for block in blocks:
        # blocks live as long as their page does; a long table is slow to measure
        key = id(block), wide, scale
        if key not in flow.heights:
            flow.heights[key] = _height_of(block, wide, scale)
        total += flow.heights[key]
    return total


def _height_of(block: Block, width: float, scale: float) -> float:
    """Points a block takes with the gap after it; of what is looked at, the least."""
    if isinstance(block, Table | Facts):
        title = title_ink(block.title, scale).height(width) + GAP if block.title.main else 0.0
        grid = (
            table_grid(block, width, scale)
            if isinstance(block, Table)
            else facts_grid(block, width, scale)
        )
        return grid_height(grid) + title + GAP
    if isinstance(block, Words):
        return words_ink(block, scale).height(width) + GAP
    if isinstance(block, Chart):
        return max(LEAST_CHART, chart_height(block)) + 34 + 2 * GAP
    return (LEAST_MAP if isinstance(block, Drawing) else LEAST_VISUAL) + GAP


def _beside(flow: Flow, texts: Sequence[Block], visuals: Sequence[Block]) -> float | None:
    """How large words are that fill one slide with pictures beside them; None: they cannot."""
    photos = sum(len(one.photos) for one in visuals if isinstance(one, Pictures))
    tables = [one for one in texts if isinstance(one, Table)]
    broad = any(map(_broad, tables))
    if not visuals or len(visuals) > 2 or photos > 4 or broad:
        return None
    width = (flow.frame.width - COLUMN_GAP) * LEFT_SHARE
    for scale in SCALES:
        height = _high(flow, texts, scale, width) - GAP
        if height <= flow.frame.height:
            # a line or two beside a large empty place is better above or beneath the picture
            return scale if height > flow.frame.height * 0.4 else None
    return None


def _one_slide(flow: Flow, blocks: Sequence[Block]) -> float:
    """The size at which a page fits one slide; the usual one where it takes several anyhow."""
    for scale in SCALES:
        height = _high(flow, blocks, scale) - GAP
        if height <= flow.frame.height:
            return scale
    return 1.0


def _draw(flow: Flow, block: Block, rest: Sequence[Block]) -> None:
    # a short note never stands alone on a slide
    after = 0.0
    if all(isinstance(one, Words) for one in rest):
        high = _high(flow, rest, flow.scale)
        after = high if high < MOST_NOTE else 0.0
    if isinstance(block, Words):
        draw_words(flow, block)
    elif isinstance(block, Facts):
        draw_grid(flow, facts_grid(block, flow.frame.width, flow.scale), block.title, after)
    elif isinstance(block, Table):
        draw_grid(flow, table_grid(block, flow.frame.width, flow.scale), block.title, after)
    elif isinstance(block, Pictures):
        for start in range(0, len(block.photos), MOST_PHOTOS):
            some = Pictures(block.photos[start : start + MOST_PHOTOS])
            _draw_visual(flow, None, flow.take(_height(flow, some, rest)), some)
    else:
        if isinstance(block, Chart) and block.title.main:
            draw_text(flow, title_ink(chart_title(block), flow.scale), chart_height(block))
        _draw_visual(flow, None, flow.take(_height(flow, block, rest)), block)


def _height(flow: Flow, block: Block, rest: Sequence[Block]) -> float:
    """Points a picture gets where it has the whole width: what the blocks after it leave."""
    after = _high(flow, rest, flow.scale)
    free = flow.room - after - GAP if after + GAP < flow.room else flow.room
    if isinstance(block, Chart):
        least = max(LEAST_CHART, chart_height(block))
        return min(max(least, min(free, least * 1.4)), flow.frame.height - 40)
    least = LEAST_MAP if isinstance(block, Drawing) else LEAST_VISUAL
    return max(free, least)


def _draw_visual(flow: Flow, slide: Slide | None, box: Box, block: Block) -> None:
    target = slide if slide is not None else flow.slide
    voice = flow.deck.voice
    if isinstance(block, Pictures):
        draw_photos(target, box, block.photos, voice)
    elif isinstance(block, Drawing):
        draw_map(target, box, block, voice)
    elif isinstance(block, Chart):
        draw_chart(target, box, block)
