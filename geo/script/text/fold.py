"""One shape for the many ways of typing: widths, dashes, letter case and traditional characters.

Folding keeps every character in its place, so a span found in the folded text is the same span of
the text as written.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geo.script.text.traditional import SIMPLIFIED, TRADITIONAL

REMEMBERED = 256
FULL_WIDTH = range(0xFF01, 0xFF5F)
FULL_WIDTH_SHIFT = 0xFEE0
DASHES = "‐‑‒–—―─━﹣−ー〜~～"
SPACES = "\u00a0\u2002\u2003\u2009\u3000\t\v\f"
MARKS = re.compile(r"^[\s#>*_`]+|[\s*_`]+$")
NUMERAL = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
STEPS = {"十": 10, "百": 100, "千": 1000}


def _table() -> dict[int, str]:
    table = {ord(old): new for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)}
    table |= {code: chr(code - FULL_WIDTH_SHIFT).lower() for code in FULL_WIDTH}
    table |= {ord(char): char.lower() for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    table |= dict.fromkeys(map(ord, DASHES), "-")
    table |= dict.fromkeys(map(ord, SPACES), " ")
    return table


_FOLDED = _table()


# a line is looked at by many rules, one after the other
@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """``text`` half-width, lower-case, simplified; the same length as it came."""
    return text.translate(_FOLDED)


@lru_cache(maxsize=REMEMBERED)
def bare(text: str) -> str:
    """``text`` without the marks of bold, headings or quotes at its ends."""
    return MARKS.sub("", text)


def read_number(text: str) -> int | None:
    """12 of ``12``, ``十二`` or ``一二``; None when it is no number."""
    if text.isascii() and text.isdigit():
        return int(text)
    if all(char in NUMERAL for char in text) and text:
        return int("".join(str(NUMERAL[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in NUMERAL:
            digit = NUMERAL[char]
        elif char in STEPS:
            total += (digit or 1) * STEPS[char]
            digit = 0
        else:
            return None
    return total + digit if text else None
