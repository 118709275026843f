"""The pack as a template is handed it: plain data, with places and sizes worked out.

Texts are pairs: the text, and the same in the second language (empty where there is none).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PIL import Image

from geo.present.pitch.blocks import (
    Bar,
    Block,
    Cell,
    Chart,
    Drawing,
    Fact,
    Facts,
    Mark,
    Page,
    Pictures,
    PitchPaper,
    Said,
    Table,
    Words,
)
from geo.present.pitch.placing import Label, placed
from geo.present.pitch.plain import shortened
from geo.present.typst_pages import FONTS, LATIN, LATIN_SERIF, SERIF

SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
# what Pillow raises for a file that is no picture
BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
# the head and the foot of a sheet are one line
RUNNING = 30
# what stands beside a bar is told whole elsewhere
BESIDE = 26
# a sketch keeps its marks away from the frame
AIR = 16.0
# marks nearer than this, in points, look like one
TOGETHER = 9.0


class Shape(StrEnum):
    """Sheets of A4, tall pages for a phone, or one long picture."""

    PAPER = "paper"
    PHONE = "phone"
    LONG = "long"


# the width of what is printed and the height of small letters, in points; templates set the same
WIDTHS = {Shape.PAPER: 496.0, Shape.PHONE: 324.0, Shape.LONG: 324.0}
# width by height of a sketch, at least
TALLEST = {Shape.PAPER: 0.85, Shape.PHONE: 0.85, Shape.LONG: 1.15}
LETTERS = {Shape.PAPER: 8.5, Shape.PHONE: 11.0, Shape.LONG: 11.0}


# the longest side that a photo needs in pixels where one, two, three stand side by side
SIDES = {
    Shape.PAPER: (1600, 1200, 900),
    Shape.PHONE: (1080, 640, 640),
    Shape.LONG: (1080, 640, 320),
}


# a photo within a row of a table
SMALL = {Shape.PAPER: 400, Shape.PHONE: 320, Shape.LONG: 320}


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo on disk, and how many pixels its longest side needs."""

    path: Path
    longest: int


@dataclass(slots=True)
class _Album:
    """Photos by the name under which the template finds them."""

    shape: Shape
    files: dict[str, Shot] = field(default_factory=dict)

    def take(self, path: str, beside: int = 1) -> dict[str, Any] | None:
        """Name and size of one of ``beside`` photos; None where it cannot be read."""
        sides = SIDES[self.shape]
        return self._put(path, sides[min(beside, len(sides)) - 1])

    def take_small(self, path: str) -> dict[str, Any] | None:
        """The same for a photo within a row."""
        return self._put(path, SMALL[self.shape])

    def _put(self, path: str, longest: int) -> dict[str, Any] | None:
        if not path:
            return None
        try:
            with Image.open(path) as picture:
                suffix = SUFFIXES.get(picture.format or "")
                width, height = picture.size
                picture.verify()
        except BROKEN:
            return None
        if suffix is None:
            return None
        name = f"{len(self.files) + 1:03}.{suffix}"
        self.files[name] = Shot(Path(path), longest)
        return {"file": name, "width": width, "height": height}


def paper_document(paper: PitchPaper, shape: Shape) -> tuple[dict[str, Any], dict[str, Shot]]:
    """The data for a template, and the photos it names."""
    album = _Album(shape)
    shown = paper.brief if shape is Shape.LONG else paper.pages
    document = {
        "shape": shape.value,
        "lang": paper.lang.value,
        "title": _pair(paper.title),
        "subtitle": _pair(paper.subtitle),
        "running": _line(paper.running),
        "foot": _line(paper.foot),
        "date": paper.today.isoformat(),
        "audience": paper.audience.value,
        "fonts": {
            "sans": list(FONTS),
            "serif": list(SERIF),
            "latin": [*LATIN, *FONTS],
            "latin_serif": [*LATIN_SERIF, *SERIF],
        },
        "logo": album.take(paper.logo),
        "pages": [_page(page, shape, album) for page in shown],
        "sources": [_pair(one) for one in paper.sources],
    }
    return document, album.files


def _pair(text: Said) -> list[str]:
    """Figures that both languages write alike are told once."""
    return [text.main, "" if text.second == text.main else text.second]


def _line(text: Said, most: float = RUNNING) -> list[str]:
    """At most so many characters."""
    flat = (" ".join(part.split()) for part in text)
    return [shortened(part, 1.0, most, 1) for part in flat]


def _page(page: Page, shape: Shape, album: _Album) -> dict[str, Any]:
    blocks = [_block(block, shape, album) for block in page.blocks]
    return {"part": page.part.value, "title": _pair(page.title), "blocks": blocks}


def _block(block: Block, shape: Shape, album: _Album) -> dict[str, Any]:
    if isinstance(block, Pictures):
        return _pictures(block, album)
    if isinstance(block, Drawing):
        return _drawing(block, shape)
    if isinstance(block, Table):
        return _table(block, album)
    return _PLAIN[type(block)](block)


def _words(block: Words) -> dict[str, Any]:
    return {"type": "words", "text": _pair(block.text), "style": block.style}


def _facts(block: Facts) -> dict[str, Any]:
    return {
        "type": "facts",
        "title": _pair(block.title),
        "rows": [_fact(row) for row in block.rows],
    }


def _fact(row: Fact) -> dict[str, Any]:
    return {
        "label": _pair(row.label),
        "value": _pair(row.value),
        "note": _pair(row.note),
        "look": row.look.value,
        "sources": list(row.sources),
    }


def _table(block: Table, album: _Album) -> dict[str, Any]:
    return {
        "type": "table",
        "code": block.code,
        "title": _pair(block.title),
        "head": [_pair(one) for one in block.head],
        "rows": [[_cell(cell, album) for cell in row] for row in block.rows],
        "widths": list(block.widths),
        "right": sorted(block.right),
        "wide": block.wide,
    }


def _cell(cell: Cell, album: _Album) -> dict[str, Any]:
    return {
        "text": _pair(cell.text),
        "figure": cell.number is not None,
        "share": None if cell.share is None else min(1.0, max(0.0, cell.share)),
        "mark": None if cell.mark is None else cell.mark.name.lower(),
        "look": cell.look.value,
        "photo": album.take_small(cell.photo),
    }


def _pictures(block: Pictures, album: _Album) -> dict[str, Any]:
    count = len(block.photos)
    # the odd one out is drawn wide on a phone
    wide = album.shape is not Shape.PAPER and count % 2 == 1
    found = (
        (one, album.take(one.path, 1 if wide and n == 0 else count))
        for n, one in enumerate(block.photos)
    )
    photos = [{**file, "caption": _pair(one.caption)} for one, file in found if file is not None]
    return {"type": "pictures", "photos": photos}


def _chart(block: Chart) -> dict[str, Any]:
    """Bars as shares of the width; ``origin`` is where nothing stands."""
    ends = [end for bar in block.bars for end in (bar.low, bar.mid, bar.high) if end is not None]
    least, most = min(0.0, *ends, 0.0), max(0.0, *ends, 0.0)
    span = (most - least) or 1.0

    def share(value: float | None) -> float | None:
        return None if value is None else (value - least) / span

    def bar(one: Bar) -> dict[str, Any]:
        shares = {"mid": share(one.mid), "low": share(one.low), "high": share(one.high)}
        return {"label": _line(one.label, BESIDE), "text": _line(one.text, BESIDE), **shares}

    return {
        "type": "chart",
        "title": _pair(block.title),
        "unit": _pair(block.unit),
        "origin": share(0.0),
        "bars": [bar(one) for one in block.bars],
    }


def _drawing(block: Drawing, shape: Shape) -> dict[str, Any]:
    """Everything in points from the top left."""
    width = WIDTHS[shape]
    height = min(width / max(block.ratio, 0.1), width / TALLEST[shape])
    air = 0.0 if block.areas or block.lines or block.water else AIR
    across, down = width - 2 * air, height - 2 * air

    def at(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(round(air + x * across, 2), round(air + y * down, 2)) for x, y in points]

    points = at((mark.x, mark.y) for mark in block.marks)
    frame = (width, height)
    labels = placed(block, points, frame, LETTERS[shape])
    legend = []
    if not all(labels.clear):
        # where names would lie over one another marks bear numbers, explained beneath
        legend = [_told(number, mark) for number, mark in enumerate(block.marks, 1)]
        labels = placed(_numbered(block, points), points, frame, LETTERS[shape])
    clear = labels.clear[len(block.marks) :]
    bar = block.scale_bar
    return {
        "type": "drawing",
        "width": width,
        "height": height,
        "letters": LETTERS[shape],
        "areas": [at(area) for area in block.areas],
        "lines": [at(line) for line in block.lines],
        "water": [at(area) for area in block.water],
        "streams": [at(line) for line in block.streams],
        "marks": [
            {"at": point, "kind": mark.kind.name.lower(), **_label(label)}
            for mark, point, label in zip(block.marks, points, labels.marks, strict=True)
        ],
        "ways": [
            {"ends": [points[way.one], points[way.two]], "clear": fits, **_label(label)}
            for way, label, fits in zip(block.ways, labels.ways, clear, strict=True)
        ],
        "legend": legend,
        "credit": _pair(block.credit),
        "review": block.review,
        "scale": None if bar is None else {"km": f"{bar[0]:g}", "length": bar[1] * across},
    }


def _numbered(block: Drawing, points: Sequence[tuple[float, float]]) -> Drawing:
    """Numbers in place of names; marks that lie on one another share one label."""
    numbers: dict[int, list[str]] = {}
    for own, point in enumerate(points):
        leader = next((one for one in numbers if math.dist(points[one], point) < TOGETHER), own)
        numbers.setdefault(leader, []).append(str(own + 1))
    marks = (
        replace(mark, label=Said(" ".join(numbers.get(own, ()))))
        for own, mark in enumerate(block.marks)
    )
    return replace(block, marks=tuple(marks))


def _told(number: int, mark: Mark) -> dict[str, Any]:
    return {"number": str(number), "kind": mark.kind.name.lower(), "text": _pair(mark.label)}


def _label(label: Label) -> dict[str, Any]:
    return {"text": _pair(label.text), "box": list(label.box), "side": label.side}


_PLAIN: Mapping[type, Callable[[Any], dict[str, Any]]] = {
    Words: _words,
    Facts: _facts,
    Chart: _chart,
}
