"""The first slide: title, for whom, a photo from edge to edge; without one the places as points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pptx.slide import Slide
from pptx.util import Pt

from geo.present.pitch.blocks import (
    Block,
    Fact,
    Facts,
    Page,
    Picture,
    Pictures,
    Said,
    Words,
)
from geo.present.pitch.plain import line_count, plain, width_of
from geo.present.pitch.points import cover_points
from geo.present.pitch.slide_deck import (
    LOGO,
    NOTE,
    PHOTO,
    SECOND,
    TITLE,
    Box,
    Deck,
    box_of,
    take_out,
)
from geo.present.pitch.slide_pictures import draw_points, fill_box, fit_box, label, usable
from geo.present.pitch.slide_text import BOLDER, Ink, fitted

SUBTITLE = 1
# of a cover without a photo: the counts keep to the right of the words, the points to the corner
COUNTS, COUNT_SIZE, LABEL_SIZE, COUNT_GAP = 0.42, 32.0, 11.0, 30.0
LABEL_WIDEST, LABEL_HIGH = 120.0, 44.0
POINTS = (0.58, 0.08, 0.36, 0.46)


def draw_cover(deck: Deck, page: Page) -> tuple[Block, ...]:
    """Title, for whom, a photo; returns the blocks that have no place on it."""
    paper = deck.paper
    photo = next((one for one in _all_photos(deck, page) if usable((one,))), None)
    slide = deck.show.slides.add_slide(deck.cover_layout if photo else deck.plain_layout)
    if photo is None:
        _points(deck, slide)
    deck.fill(slide, TITLE, _headline(deck, slide))
    for idx in (SUBTITLE, SECOND):
        if deck.fill(slide, idx, Ink(paper.subtitle, 16, quiet=True, song=True)):
            break
    counts = [row for one in page.blocks if isinstance(one, Facts) for row in one.rows]
    if photo is None:
        _counts(deck, slide, counts)
    placed = deck.fill(slide, NOTE, Ink(_words(page), 13))
    logo = deck.holder(slide, LOGO)
    if logo is not None:
        if paper.logo:
            fit_box(slide, box_of(logo), paper.logo)
        take_out(logo)
    holder = deck.holder(slide, PHOTO)
    if holder is not None:
        box = box_of(holder)
        take_out(holder)
        if photo is not None:
            fill_box(slide, box, photo)
    kinds = (Words, Facts, Pictures) if placed else (Facts, Pictures)
    return tuple(block for block in page.blocks if not isinstance(block, kinds))


def _words(page: Page) -> Said:
    words = [block.text for block in page.blocks if isinstance(block, Words)]
    return Said(
        "\n".join(text.main for text in words),
        "\n".join(text.second for text in words if text.second),
    )


def _points(deck: Deck, slide: Slide) -> None:
    """The places as points in the upper right corner, behind the words."""
    drawn = cover_points(deck.paper)
    if drawn is not None:
        left, top, width, height = POINTS
        sides = (left * deck.width, top * deck.height, width * deck.width, height * deck.height)
        draw_points(slide, Box(*sides), drawn)


def _counts(deck: Deck, slide: Slide, rows: Sequence[Fact]) -> None:
    """Large figures to the right of the words, which make room for them."""
    holder = deck.holder(slide, NOTE)
    if holder is None or not rows:
        return
    room = box_of(holder)
    widths = [_width(row) for row in rows]
    whole = sum(widths) + COUNT_GAP * (len(rows) - 1)
    if whole > room.width * (1 - COUNTS):
        rows, widths = rows[:1], widths[:1]
        whole = widths[0]
    # the four sides, as one alone would forget what the layout says of the others
    sides = holder.left, holder.top, holder.height
    holder.left, holder.top, holder.height = sides
    holder.width = Pt(room.width - whole - COUNT_GAP)
    left = room.left + room.width - whole
    for row, width in zip(rows, widths, strict=True):
        high = COUNT_SIZE * 1.35
        ink = Ink(Said(row.value.main), COUNT_SIZE, bold=True, song=True, most=1)
        label(slide, Box(left, room.top, width + COUNT_GAP / 2, high), ink, deck.voice)
        under = fitted(Ink(row.label, LABEL_SIZE, quiet=True, most=2), width, LABEL_HIGH)
        label(slide, Box(left, room.top + high + 4, width, LABEL_HIGH), under, deck.voice)
        left += width + COUNT_GAP


def _width(row: Fact) -> float:
    told = max(width_of(plain(text), LABEL_SIZE) for text in row.label)
    # bold letters of a font nobody here knows
    count = width_of(plain(row.value.main), COUNT_SIZE) * BOLDER + COUNT_SIZE
    return max(count, min(told + 4, LABEL_WIDEST))


def _headline(deck: Deck, slide: Slide) -> Ink:
    """The title, a little smaller where that keeps it on one line."""
    holder = deck.holder(slide, TITLE)
    title = deck.paper.title
    if holder is None:
        return Ink(title, 40, bold=True, song=True)
    room = box_of(holder).width
    for size in range(40, 27, -2):
        if line_count(plain(title.main), size * BOLDER, room) <= 1:
            return Ink(title, size, bold=True, song=True)
    return Ink(title, 36, bold=True, song=True)


def _all_photos(deck: Deck, page: Page) -> Iterator[Picture]:
    """Those of the cover, then those of the pack."""
    yield from photos_of(page.blocks)
    for one in deck.paper.pages:
        yield from photos_of(one.blocks)


def photos_of(blocks: Iterable[Block]) -> tuple[Picture, ...]:
    """All photos of some blocks."""
    return tuple(photo for one in blocks if isinstance(one, Pictures) for photo in one.photos)
