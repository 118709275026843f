"""Photos and the drawing of places on slides: pictures cropped to one shape, shapes to move."""

# the library gives what it has no words for only through its elements
# ruff: noqa: SLF001
from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from geo.model import Kind
from geo.present.pitch.blocks import Drawing, Picture, Said, Way
from geo.present.pitch.plain import joined, plain, width_of
from geo.present.pitch.slide_deck import Box
from geo.present.pitch.slide_text import MARKS, Ink, Voice, fitted, write

CAPTION = 16.0
# rows above and beneath its mark where a name may stand, the nearest first
LIFTS = (0, 1, -1, 2, -2, 3, -3, 4, -4)
RATIO, WIDEST = 1.5, 1.9
PHOTO_GAP = 10.0
SHAPES = {
    Kind.BASE: MSO_SHAPE.RECTANGLE,
    Kind.ICH: MSO_SHAPE.OVAL,
    Kind.SCENIC: MSO_SHAPE.ISOSCELES_TRIANGLE,
    Kind.COMMUNITY: MSO_SHAPE.DIAMOND,
}
RINGS = (18.0, 30.0)
MARK_SIZE, NAME_SIZE, WAY_SIZE, CREDIT_SIZE = 11.0, 11.0, 9.5, 9.0


def usable(photos: Sequence[Picture]) -> tuple[Picture, ...]:
    """Those whose file is there and is a picture."""
    return tuple(photo for photo in photos if size_of(photo.path) is not None)


def size_of(path: str) -> tuple[int, int] | None:
    """Width and height of a picture; None where it cannot be read."""
    if not path or not os.path.isfile(path):
        return None
    try:
        with Image.open(path) as image:
            image.verify()
            return image.size if image.format in ("JPEG", "PNG", "GIF", "BMP", "TIFF") else None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def fill_box(slide: Any, box: Box, picture: Picture) -> None:  # noqa: ANN401 (the library's class)
    """A photo that fills its box, cropped about its middle."""
    size = size_of(picture.path)
    if size is None:
        return
    shape = slide.shapes.add_picture(picture.path, *box.emu())
    have, want = size[0] / size[1], box.width / box.height
    if have > want:
        shape.crop_left = shape.crop_right = (1 - want / have) / 2
    else:
        shape.crop_top = shape.crop_bottom = (1 - have / want) / 2
    told = joined(picture.caption)
    shape.name = told[:60] or Path(picture.path).stem
    shape._element.nvPicPr.cNvPr.set("descr", told)


def fit_box(slide: Any, box: Box, path: str) -> None:  # noqa: ANN401
    """A logo whole within its box, at its upper left."""
    size = size_of(path)
    if size is None:
        return
    scale = min(box.width / size[0], box.height / size[1])
    at = Box(box.left, box.top, size[0] * scale, size[1] * scale)
    slide.shapes.add_picture(path, *at.emu()).name = "logo"


def draw_photos(slide: Any, box: Box, photos: Sequence[Picture], voice: Voice) -> None:  # noqa: ANN401
    """Photos in a box, as large as they can be side by side, captions beneath."""
    if not photos:
        return
    if len(photos) == 3 and box.height > box.width * 0.8:
        # one large, two beneath it: no hole where a fourth would stand
        top = (box.height - PHOTO_GAP) * 0.6
        draw_photos(slide, box._replace(height=top), photos[:1], voice)
        under = box._replace(top=box.top + top + PHOTO_GAP, height=box.height - top - PHOTO_GAP)
        draw_photos(slide, under, photos[1:], voice)
        return
    columns = _columns(box, len(photos))
    rows = math.ceil(len(photos) / columns)
    gap = PHOTO_GAP
    width = (box.width - gap * (columns - 1)) / columns
    room = (box.height - gap * (rows - 1)) / rows
    caption = CAPTION * (2 if any(photo.caption.second for photo in photos) else 1)
    height = min(room - caption, width / RATIO * 1.12)
    width = min(width, height * WIDEST)
    for number, photo in enumerate(photos):
        left = box.left + (number % columns) * (width + gap)
        top = box.top + (number // columns) * (height + caption + gap)
        fill_box(slide, Box(left, top, width, height), photo)
        ink = fitted(Ink(photo.caption, 10, quiet=True, most=1), width, caption)
        label(slide, Box(left, top + height + 2, width, caption - 2), ink, voice)


def _columns(box: Box, count: int) -> int:
    """How many side by side so that each is as large as can be."""

    def area(columns: int) -> float:
        rows = math.ceil(count / columns)
        width, height = box.width / columns, box.height / rows - CAPTION
        return min(width, height * RATIO)

    return max(range(1, count + 1), key=area)


def label(slide: Any, box: Box, ink: Ink, voice: Voice, *, right: bool = False) -> Any:  # noqa: ANN401
    """A small text that keeps to its box."""
    shape = slide.shapes.add_textbox(*box.emu())
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, ink, voice, right=right)
    return shape


# ---- the drawing


def draw_map(slide: Any, box: Box, drawing: Drawing, voice: Voice) -> None:  # noqa: ANN401
    """Marks, ways and, where the drawing has one, its base: shapes of the program, in one group."""
    foot = 30.0
    width = min(box.width, (box.height - foot) * drawing.ratio)
    height = width / drawing.ratio
    left = box.left + (box.width - width) / 2
    area = Box(left, box.top, width, height)
    group = slide.shapes.add_group_shape()
    group.name = "map"
    _ground(group, area)
    _base(group, area, drawing)
    for way in drawing.ways:
        _way(group, area, drawing, way.one, way.two)
    for way in drawing.ways:
        _way_text(group, area, drawing, way, voice)
    taken = [_way_box(area, drawing, way) for way in drawing.ways]
    for mark in drawing.marks:
        _mark(group, area, mark.x, mark.y, mark.kind)
        _name(group, area, mark.x, mark.y, mark.label, taken, voice)
    review = f"  {drawing.review}" if drawing.review else ""
    credit = Said(drawing.credit.main + review, drawing.credit.second)
    under = Box(left, box.top + height + 3, width, foot - 3)
    label(slide, under, fitted(Ink(credit, CREDIT_SIZE, quiet=True), width, foot), voice)


def draw_points(slide: Any, box: Box, drawing: Drawing) -> None:  # noqa: ANN401
    """The places as points and the ways between them: no names, and no boundary of any base."""
    width = min(box.width, box.height * drawing.ratio)
    height = width / drawing.ratio
    area = Box(box.left + box.width - width, box.top, width, height)
    group = slide.shapes.add_group_shape()
    group.name = "points"
    for way in drawing.ways:
        _way(group, area, drawing, way.one, way.two, faint=True)
    for mark in drawing.marks:
        x, y = _at(area, mark.x, mark.y)
        for radius in RINGS:
            sides = Box(x - radius, y - radius, 2 * radius, 2 * radius)
            ring = group.shapes.add_shape(MSO_SHAPE.OVAL, *sides.emu())
            _flat(ring)
            ring.fill.background()
            ring.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
            ring.line.width = Pt(0.75)
        _mark(group, area, mark.x, mark.y, mark.kind)


def _ground(group: Any, area: Box) -> None:  # noqa: ANN401
    shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *area.emu())
    shape.fill.background()
    shape.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    shape.line.width = Pt(0.75)
    _flat(shape)


def _flat(shape: Any) -> None:  # noqa: ANN401
    """Without the shadow that the theme gives to shapes."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)


def _base(group: Any, area: Box, drawing: Drawing) -> None:  # noqa: ANN401
    for points, closed in (
        *((one, True) for one in drawing.areas),
        *((one, False) for one in drawing.lines),
    ):
        if len(points) < 2:
            continue
        at = [_at(area, x, y) for x, y in points]
        scale = 12_700.0
        builder = group.shapes.build_freeform(*(round(side * 100) for side in at[0]), scale / 100)
        builder.add_line_segments([(round(x * 100), round(y * 100)) for x, y in at[1:]], closed)
        shape = builder.convert_to_shape()
        _flat(shape)
        shape.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
        shape.line.color.brightness = -0.25
        shape.line.width = Pt(0.5)
        if closed:
            shape.fill.solid()
            shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
            shape.fill.fore_color.brightness = 0.5
        else:
            shape.fill.background()


def _at(area: Box, x: float, y: float) -> tuple[float, float]:
    return area.left + x * area.width, area.top + y * area.height


def _way(
    group: Any,  # noqa: ANN401
    area: Box,
    drawing: Drawing,
    one: int,
    two: int,
    *,
    faint: bool = False,
) -> None:
    ends = [_at(area, drawing.marks[n].x, drawing.marks[n].y) for n in (one, two)]
    sides = (Pt(side) for end in ends for side in end)
    line = group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *sides)
    colour = MSO_THEME_COLOR.BACKGROUND_2 if faint else MSO_THEME_COLOR.TEXT_1
    line.line.color.theme_color = colour
    line.line.width = Pt(0.75 if faint else 1.0)
    line.line.dash_style = MSO_LINE_DASH_STYLE.SOLID


def _way_box(area: Box, drawing: Drawing, way: Way) -> Box:
    """Where the text of a way stands: on its middle."""
    ends = [_at(area, drawing.marks[n].x, drawing.marks[n].y) for n in (way.one, way.two)]
    middle = [(ends[0][side] + ends[1][side]) / 2 for side in (0, 1)]
    width, height = width_of(plain(way.text.main), WAY_SIZE) + 8, WAY_SIZE * 1.5
    return Box(middle[0] - width / 2, middle[1] - height / 2, width, height)


def _way_text(group: Any, area: Box, drawing: Drawing, way: Way, voice: Voice) -> None:  # noqa: ANN401
    """What is written on a way, on white so that the line does not run through it."""
    ink = Ink(Said(way.text.main), WAY_SIZE, quiet=True)
    shape = _on_map(group, _way_box(area, drawing, way), ink, voice)
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1


def _mark(group: Any, area: Box, x: float, y: float, kind: Kind) -> None:  # noqa: ANN401
    at = _at(area, x, y)
    box = Box(at[0] - MARK_SIZE / 2, at[1] - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE)
    shape = group.shapes.add_shape(SHAPES[kind], *box.emu())
    _flat(shape)
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MARKS[kind][1]
    shape.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    shape.line.width = Pt(1.0)


def _name(
    group: Any,  # noqa: ANN401
    area: Box,
    x: float,
    y: float,
    said: Said,
    taken: list[Box],
    voice: Voice,
) -> None:
    """A name beside its mark, where no other name stands yet."""
    text = plain(said.main)
    width = min(width_of(text, NAME_SIZE) + 8, area.width * 0.4)
    ink = fitted(Ink(Said(text), NAME_SIZE, bold=True, most=1), width + 6, NAME_SIZE * 1.5)
    at, height = _at(area, x, y), NAME_SIZE * 1.5
    right, left = at[0] + MARK_SIZE, at[0] - MARK_SIZE - width
    ways = [(side, lift - 0.5) for lift in LIFTS for side in (right, left)]
    boxes = [Box(start, at[1] + lift * height, width, height) for start, lift in ways]
    inside = [one for one in boxes if _within(one, area)] or boxes
    free = [one for one in inside if not any(_overlap(one, other) for other in taken)]
    box = (free or inside)[0]
    taken.append(box)
    _on_map(group, box, ink, voice)


def _within(box: Box, area: Box) -> bool:
    level = area.top <= box.top and box.top + box.height <= area.top + area.height
    return level and area.left <= box.left and box.left + box.width <= area.left + area.width


def _overlap(one: Box, two: Box) -> bool:
    beside = one.left + one.width <= two.left or two.left + two.width <= one.left
    return not beside and one.top < two.top + two.height and two.top < one.top + one.height


def _on_map(group: Any, box: Box, ink: Ink, voice: Voice) -> Any:  # noqa: ANN401
    shape = group.shapes.add_textbox(*box.emu())
    frame = shape.text_frame
    frame.word_wrap = False
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Pt(2)
    frame.margin_top = frame.margin_bottom = 0
    write(frame, ink, voice)
    return shape
