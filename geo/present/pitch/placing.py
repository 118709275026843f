"""Where the words of a drawing stand, so that none lies over another, a mark or a way.

Boxes are (left, top, right, bottom) in points, from the top left of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from geo.present.pitch.blocks import Drawing, Said
from geo.present.pitch.plain import shortened, width_of

Box: TypeAlias = tuple[float, float, float, float]
Point: TypeAlias = tuple[float, float]

# a mark with the air around it
REACH, TOUCH = 9.0, 5.0
GAP = 3.0
LINE = 1.3
SMALL = 0.82
# no font is as wide as we think
SLACK = 0.6
SIGNS = "≈·–“”‘’"
# names longer than this many characters, or than this share of the drawing, are cut: the tables
# have them whole
LONGEST, SHARE = 18.0, 0.4
# where along a way its words may stand, best first
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
OUTSIDE = 50.0
STEPS = 24


@dataclass(frozen=True, slots=True)
class Label:
    """Words and the box kept for them; ``side``: which edge of the box they lean on."""

    text: Said
    box: Box
    side: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Labels of the marks and of the ways, in their order.

    ``clear`` says of each mark, then of each way, whether its words lie over nothing else.
    """

    marks: tuple[Label, ...]
    ways: tuple[Label, ...]
    clear: tuple[bool, ...]


def placed(drawing: Drawing, points: list[Point], size: Point, letters: float) -> Placed:
    """Find room for every label on a drawing of ``size``; ``points`` are where its marks stand.

    Ways come first, for they have fewer places to go to.
    """
    taken = [_around(point) for point in points]
    most = min(LONGEST * letters, SHARE * size[0])
    ends = [(points[one.one], points[one.two]) for one in drawing.ways]
    frame = (0.0, 0.0, *size)
    ways = []
    for way, (start, end) in zip(drawing.ways, ends, strict=True):
        text = _cut(way.text, letters, most)
        box = _best(_beside_way(start, end, _extent(text, letters), size), taken, (), frame)
        taken.append(box)
        ways.append(Label(text, box, "center"))
    marks = []
    for mark, point in zip(drawing.marks, points, strict=True):
        text = _cut(mark.label, letters, most)
        found = dict(_beside_mark(point, _extent(text, letters)))
        box = _best(found, taken, ends, frame)
        taken.append(box)
        marks.append(Label(text, box, found[box]))
    dots = [_around(point, TOUCH) for point in points]
    boxes = [one.box for one in (*marks, *ways)]
    clear = tuple(
        not any(_shared(box, other) for n, other in enumerate(boxes) if n != own)
        and not any(_shared(box, dot) for dot in dots)
        for own, box in enumerate(boxes)
    )
    return Placed(tuple(marks), tuple(ways), clear)


def _around(point: Point, reach: float = REACH) -> Box:
    x, y = point
    return x - reach, y - reach, x + reach, y + reach


def _extent(text: Said, size: float) -> Point:
    wide = max(_width(text.main, size), _width(text.second, SMALL * size))
    lines = LINE + (LINE * SMALL if text.second else 0.0)
    return wide + SLACK * size, lines * size


def _width(text: str, size: float) -> float:
    """As wide as a font made for Chinese draws it: signs fill a square."""
    return width_of(text, size) + 0.5 * size * sum(char in SIGNS for char in text)


def _cut(text: Said, size: float, most: float) -> Said:
    one_line = (" ".join(part.split()) for part in text)
    return Said(*(shortened(part, size, most, 1) for part in one_line))


def _beside_mark(point: Point, extent: Point) -> Iterator[tuple[Box, str]]:
    (x, y), (wide, high) = point, extent
    far = REACH + GAP
    yield (x + far, y - high / 2, x + far + wide, y + high / 2), "left"
    yield (x - wide / 2, y + far, x + wide / 2, y + far + high), "center"
    yield (x - far - wide, y - high / 2, x - far, y + high / 2), "right"
    yield (x - wide / 2, y - far - high, x + wide / 2, y - far), "center"
    for up in (-1, 1):
        middle = y + up * (REACH + high / 2)
        yield (x + GAP, middle - high / 2, x + GAP + wide, middle + high / 2), "left"
        yield (x - GAP - wide, middle - high / 2, x - GAP, middle + high / 2), "right"


def _beside_way(start: Point, end: Point, extent: Point, size: Point) -> Iterator[Box]:
    wide, high = extent
    for share in ALONG:
        x = start[0] + share * (end[0] - start[0])
        y = start[1] + share * (end[1] - start[1])
        left = min(max(0.0, x - wide / 2), max(0.0, size[0] - wide))
        top = min(max(0.0, y - high / 2), max(0.0, size[1] - high))
        yield left, top, left + wide, top + high


def _best(
    boxes: Iterable[Box], taken: list[Box], ways: Iterable[tuple[Point, Point]], frame: Box
) -> Box:
    """The first of the boxes that costs least."""
    lines = [_points(*way) for way in ways]

    def cost(box: Box) -> float:
        over = sum(_shared(box, one) for one in taken)
        crossed = sum(_inside(point, box) for line in lines for point in line)
        outside = (box[2] - box[0]) * (box[3] - box[1]) - _shared(box, frame)
        return over + 12.0 * crossed + OUTSIDE * outside

    return min(boxes, key=cost)


def _points(start: Point, end: Point) -> list[Point]:
    return [
        (start[0] + n / STEPS * (end[0] - start[0]), start[1] + n / STEPS * (end[1] - start[1]))
        for n in range(1, STEPS)
    ]


def _shared(one: Box, two: Box) -> float:
    wide = min(one[2], two[2]) - max(one[0], two[0])
    high = min(one[3], two[3]) - max(one[1], two[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _inside(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
