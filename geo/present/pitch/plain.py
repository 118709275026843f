"""Texts as a document can hold them, and how much room they take where nobody can ask a font."""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from unicodedata import east_asian_width

from geo.present.pitch.blocks import Said

# a Chinese character fills its square; a letter takes about half of one
CHINESE, LETTER, WIDE_LETTER, NARROW_LETTER = 1.0, 0.58, 0.72, 0.34
SAFE = 1.03
BETWEEN, LATIN_END = 0.25, "\u2e7f"
NARROW, WIDE = frozenset("iljtfrI.,;:'|! ()[]·/"), frozenset("mwMW—…“”●○■▲◆")
ELLIPSIS = "…"
# marks that turn the direction of all that follows them, on this line and on others; control
# signs, halves of characters, and the two that are none
ODD = re.compile(
    r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
    r"\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)


def plain(text: str) -> str:
    """``text`` without what XML cannot hold and without marks that turn the reading direction."""
    if ODD.search(text) is None:
        return text
    known = text.encode("utf-8", "replace").decode("utf-8").replace("\t", " ")
    return ODD.sub("", known.replace("\r\n", "\n").replace("\r", "\n"))


def joined(said: Said, between: str = " · ") -> str:
    """Both languages on one line."""
    return plain(between.join(part for part in said if part))


def width_of(text: str, size: float) -> float:
    """How wide one line of ``text`` is at ``size`` points, in points."""
    return size * _ends(text)[-1]


@lru_cache(maxsize=8_192)
def _ends(text: str) -> array[float]:
    """How wide the first 0, 1, 2 ... characters of a line are, at one point.

    Kept, for writers ask at one size after another until a text fits.
    """
    gaps = (0.0, *(BETWEEN if _meets(one, two) else 0.0 for one, two in pairwise(text)))
    shares = (_share(char) + gap for char, gap in zip(text, gaps, strict=False))
    return array("d", accumulate(shares, initial=0.0))


def _meets(one: str, two: str) -> bool:
    """Whether Chinese and letters touch: programs put a little air there."""
    return (one > LATIN_END) != (two > LATIN_END) and " " not in (one, two)


@lru_cache(maxsize=8_192)
def _share(char: str) -> float:
    if east_asian_width(char) in "WF":
        return CHINESE
    if char in NARROW:
        return NARROW_LETTER
    return WIDE_LETTER if char.isupper() or char in WIDE else LETTER


def line_count(text: str, size: float, width: float) -> int:
    """How many lines ``text`` takes in ``width`` points at ``size``; none where it is empty."""
    if not text:
        return 0
    return sum(_lines(width_of(line, size), size, width) for line in text.split("\n"))


def _lines(wanted: float, size: float, width: float) -> int:
    # where there are several, words do not fill them to the end
    tight = wanted * SAFE <= width
    return 1 if tight else math.ceil(wanted / max(size, width - size))


def shortened(text: str, size: float, width: float, lines: int) -> str:
    """``text``, cut with an ellipsis where it would take more than ``lines`` lines."""
    if line_count(text, size, width) <= lines:
        return text
    start, left = 0, lines
    for line in text.split("\n"):
        taken = _lines(width_of(line, size), size, width)
        if taken >= left:
            break
        start, left = start + len(line) + 1, left - taken
    return text[: start + _held(line, size, width, left)].rstrip() + ELLIPSIS


def _held(line: str, size: float, width: float, lines: int) -> int:
    """How many characters of a line leave room for an ellipsis within ``lines`` lines."""

    def too_long(count: int) -> bool:
        # the ellipsis stands off from Chinese
        gap = BETWEEN if count and _meets(line[count - 1], ELLIPSIS) else 0.0
        ems = ends[count] + gap + _share(ELLIPSIS)
        return _lines(size * ems, size, width) > lines

    ends = _ends(line)
    return max(0, bisect_right(range(len(line) + 1), False, key=too_long) - 1)
