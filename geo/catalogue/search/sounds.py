"""How Chinese characters are read: every reading, without tones, so that any of them finds."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from itertools import product

HAN = range(0x3400, 0xA000)
MOST_READINGS = 8
"""Of a word with more ways to be read only the first readings of its characters are taken."""

DOUBLE = ("zh", "ch", "sh")
"""Initials of two letters; one of them may be typed as well."""


def is_han(char: str) -> bool:
    """Whether ``char`` is a Chinese character of the common planes."""
    return ord(char) in HAN


@cache
def readings(char: str) -> tuple[str, ...]:
    """The readings of a Chinese character in plain letters; none for anything else.

    ü may be typed v or u (lv, lu for 吕). Loading the table takes a tenth of a second: for workers.
    """
    if not is_han(char):
        return ()
    # its table of whole words would cost 44 MB and a third of a second, and is not asked
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore", v_to_u=False)
    plain: dict[str, None] = {}
    for reading in found[0] if found else ():
        if reading.isascii() and reading.isalpha():
            plain[reading] = None
            plain[reading.replace("v", "u")] = None
    return tuple(plain)


def spelled(word: str) -> tuple[str, ...]:
    """A Chinese word in plain letters, every way it can be read; none if some of it cannot."""
    ways = [readings(char) for char in word]
    if not all(ways):
        return ()
    count = 1
    for way in ways:
        count *= len(way)
    if count > MOST_READINGS:
        return ("".join(way[0] for way in ways),)
    return tuple("".join(one) for one in product(*ways))


def all_readings(chars: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Readings by character, for those that have any."""
    return {char: found for char in chars if (found := readings(char))}
