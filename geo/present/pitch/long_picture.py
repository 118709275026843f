"""The pages of a PDF as one picture: drawn strip by strip, so that it never stands whole in memory.

Only its points do, a byte each: one palette serves all, and letters stay sharp.
"""

from __future__ import annotations

import io
import math
import zlib
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageColor

from geo.files import PDFIUM

COLOURS = (256, 128, 64, 16)
# paper, ink and what tells the kinds apart, as in pieces.typ: no photo may bend them
MEANT = (
    "#ffffff",
    "#24221f",
    "#665f54",
    "#c23b22",
    "#1f4a80",
    "#2e9478",
    "#5b2340",
    "#9a4f00",
    "#b3a68f",
    "#eae5db",
    "#d9d2c5",
)
ALIKE = 7
# colours are chosen on a picture this much smaller
SAMPLE = 12
STRIP = 2_048
"""Pixels: the height of a strip."""
# what it will weigh is tried on so many rows, one such part of so many
SOME_ROWS, ONE_OF = 64, 12
# more takes much longer and saves little
EFFORT = 5

NONE = Image.Dither.NONE


def in_one(made: bytes, wide: int, most_bytes: int) -> bytes:
    """The pages of a PDF beneath one another as PNG, ``wide`` pixels wide.

    It has as many colours as keep it within ``most_bytes``, 16 at least.
    """
    import pypdfium2

    # elsewhere scripts are read with it at the same time
    with PDFIUM:
        document = pypdfium2.PdfDocument(made)
        try:
            sample = _drawn(document, wide // SAMPLE, None)
            palette = _palette(sample, COLOURS[0])
            whole = _drawn(document, wide, palette)
        finally:
            document.close()
    some, content = _some(whole), b""
    for colours in COLOURS:
        fewer = palette if colours == COLOURS[0] else _palette(sample, colours)
        likely = len(zlib.compress(_fewer(some, palette, fewer).tobytes(), EFFORT))
        if likely * whole.height > most_bytes * some.height and colours != COLOURS[-1]:
            continue
        content = _png(_fewer(whole, palette, fewer))
        if len(content) <= most_bytes:
            break
    return content


def _drawn(document: Any, wide: int, palette: Image.Image | None) -> Image.Image:  # noqa: ANN401
    """All pages beneath one another, in the colours of ``palette`` where there is one."""
    pages = [document[number] for number in range(len(document))]
    sizes = [_pixels(page, wide) for page in pages]
    whole = Image.new("P" if palette else "RGB", (wide, sum(high for _, high in sizes)))
    top = 0
    for page, (scale, high) in zip(pages, sizes, strict=True):
        for strip in _strips(page, scale, high):
            flat = strip.quantize(palette=palette, dither=NONE) if palette else strip
            whole.paste(flat, (0, top))
            top += strip.height
        page.close()
    if palette:
        whole.putpalette(palette.getpalette() or [])
    return whole


def _pixels(page: Any, wide: int) -> tuple[float, int]:  # noqa: ANN401 (no types of its own)
    """Pixels a point, and pixels from top to bottom."""
    width, height = page.get_size()
    return wide / width, math.ceil(height * wide / width)


def _strips(page: Any, scale: float, high: int) -> Iterator[Image.Image]:  # noqa: ANN401
    """A page from the top down, RGB, at most ``STRIP`` high each."""
    for top in range(0, high, STRIP):
        foot = min(high, top + STRIP)
        # what is cut off is rounded up to whole pixels: a little less gives just so many
        cut = [max(0.0, (pixels - 0.01) / scale) for pixels in (high - foot, top)]
        drawn = page.render(scale=scale, crop=(0, cut[0], 0, cut[1]), rev_byteorder=True)
        yield drawn.to_pil().convert("RGB").crop((0, 0, drawn.width, foot - top))
        drawn.close()


def _some(whole: Image.Image) -> Image.Image:
    """Some of its rows from all over: what they weigh tells what it will weigh."""
    tops = range(0, whole.height, SOME_ROWS * ONE_OF)
    parts = [whole.crop((0, top, whole.width, min(top + SOME_ROWS, whole.height))) for top in tops]
    some = Image.new("P", (whole.width, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        some.paste(part, (0, top))
        top += part.height
    return some


def _png(picture: Image.Image) -> bytes:
    kept = io.BytesIO()
    picture.save(kept, "PNG", compress_level=EFFORT)
    return kept.getvalue()


def _palette(sample: Image.Image, colours: int) -> Image.Image:
    """The colours that photos need most, and those that mean something."""
    count = colours - len(MEANT)
    flat = (sample.quantize(count).getpalette() or [])[: 3 * count]
    chosen = [_meant(tuple(flat[n : n + 3])) for n in range(0, len(flat), 3)]
    meant = [ImageColor.getrgb(colour) for colour in MEANT]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in (*chosen, *meant) for part in colour])
    return palette


def _meant(colour: tuple[int, ...]) -> tuple[int, ...]:
    """The colour, or the one that means something where it is all but that one."""
    for told in MEANT:
        meant = ImageColor.getrgb(told)
        if all(abs(one - two) <= ALIKE for one, two in zip(colour, meant, strict=False)):
            return meant
    return colour


def _fewer(whole: Image.Image, many: Image.Image, few: Image.Image) -> Image.Image:
    """``whole`` in the colours of ``few``: what is drawn already only changes its numbers."""
    if few is many:
        return whole
    known = bytes(many.getpalette() or [])
    row = Image.frombytes("RGB", (len(known) // 3, 1), known)
    numbers = list(row.quantize(palette=few, dither=NONE).tobytes())
    changed = whole.point(numbers + [0] * (256 - len(numbers)))
    changed.putpalette(few.getpalette() or [])
    return changed
