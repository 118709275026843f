"""The parts of a query that say how far: 30公里内, within 30 min of, 同里附近, 半小时."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")

NUMERAL = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
STEPS = {"十": 10, "百": 100, "千": 1000}
MOST = 4
"""Distances that are looked at."""

LONGEST = 8
"""Characters of a place name that is cut out of a longer word."""

MOST_WORDS = 5
"""Words of an English or spelled place name that are tried together."""

_NUMBER = r"(?:\d{1,7}(?:\.\d{1,6})?|[零〇一二两三四五六七八九十百千]{1,7})"
_AMOUNT = rf"""
    (?P<half>半个?(?:小时|钟头)|half\s+(?:an\s+)?hour)
  | (?P<number>{_NUMBER})\s*
    (?: (?P<km>公里|千米|kilomet(?:er|re)s?|kms?(?![a-z]))
      | (?P<li>(?<=\d)里(?=以?[内里]|之内|范围|路|地|的|\W|$))
      | (?P<m>米|met(?:er|re)s?|m(?![a-z]))
      | (?P<hours>个?(?:小时|钟头)|hours?|hrs?|h(?![a-z]))
      | (?P<and_half>个半(?:小时|钟头))
      | (?P<minutes>分钟|minutes?|mins?(?![a-z]))
    )
"""
_FAR = re.compile(
    rf"""
    (?: (?:方圆|周边|周围|附近|不超过|不到|少于|小于|最多|within|under|less\s+than|at\s+most|in
        | <=?|≤)\s* )?
    (?:{_AMOUNT})
    (?: \s*
        (?: 的?(?:车程|路程|距离|范围)?(?:以内|之内|以里|内|里(?![\w])|左右|范围|车程|路程)
          | ['s]*\s*(?:drive|driving|walk|away|radius|or\s+less)
        )
    )?
    """,
    re.VERBOSE,
)
_OF = re.compile(r"\s*(?:of|from|to|around)(?![a-z])\s*|\s*(?:离|距离|距)(?=\w)")
_BY_WORD = re.compile(r"(?<![a-z])(?:near|nearby|around|close\s+to)(?![a-z])\s*")
_AROUND = re.compile(r"(?:的)?(?:附近|周边|周围|一带)")
_LEFT_WORD = re.compile(r"\w+\Z")
_FIRST_WORD = re.compile(r"\s*(\w+)")
_FROM = re.compile(r"(?:距离|离|距|从)")


@dataclass(frozen=True, slots=True)
class Far(Generic[T]):
    """A distance asked for: kilometres, minutes, or neither (附近); of which place.

    ``place`` is None where none was named; ``unread`` is the text of one that nobody knows.
    """

    start: int
    end: int
    km: float | None
    minutes: float | None
    place: T | None
    unread: str = ""


Resolve = Callable[[str, bool], T | None]
"""A place by its name; with True only by how a name begins."""


def distances(text: str, resolve: Resolve[T]) -> list[Far[T]]:
    """Every distance in folded ``text``, left to right, with the place next to it."""
    matches = islice(_FAR.finditer(text), MOST)
    found = [_placed(text, match, *_amount(match), resolve) for match in matches]
    taken = [(one.start, one.end) for one in found]

    def free(start: int, end: int) -> bool:
        return all(end <= first or last <= start for first, last in taken)

    for match in islice(_AROUND.finditer(text), MOST):
        place = next(_left(text, match.start(), resolve), None)
        if place is not None and free(place[1], match.end()):
            found.append(Far(place[1], match.end(), None, None, place[0]))
        elif not text[: match.start()].strip():
            found.append(Far(match.start(), match.end(), None, None, None))
    for match in islice(_BY_WORD.finditer(text), MOST):
        named = _right(text, match.end(), resolve)
        if named is not None and free(match.start(), named[1]):
            found.append(Far(match.start(), named[1], None, None, named[0]))
    return sorted(found, key=lambda one: one.start)


def _amount(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Kilometres or minutes."""
    if match["half"]:
        return None, 30.0
    number = _read(match["number"])
    for unit, km in (("km", 1.0), ("li", 0.5), ("m", 0.001)):
        if match[unit]:
            return number * km, None
    if match["and_half"]:
        return None, (number + 0.5) * 60
    return None, number * (60 if match["hours"] else 1)


def _read(text: str) -> float:
    """30, 2.5, 三十, 一百二十; 一二 is read figure by figure."""
    if text[0].isascii():
        return float(text)
    if not any(char in STEPS for char in text):
        return float("".join(str(NUMERAL[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in STEPS:
            total += (digit or 1) * STEPS[char]
            digit = 0
        else:
            digit = NUMERAL[char]
    return float(total + digit)


def _placed(
    text: str,
    match: re.Match[str],
    km: float | None,
    minutes: float | None,
    resolve: Resolve[T],
) -> Far[T]:
    """The distance with the place that stands nearest: joined on, after of, before or after."""
    start, end = match.span()
    of = _OF.match(text, end)
    if of is not None:
        named = _right(text, of.end(), resolve)
        if named is not None:
            return Far(start, named[1], km, minutes, named[0])
        word = _FIRST_WORD.match(text, of.end())
        if word is not None:
            return Far(start, word.end(), km, minutes, None, word[1])
    left = next(_left(text, start, resolve), None)
    if left is not None:
        return Far(left[1], end, km, minutes, left[0])
    said = _said_left(text, start)
    if said is not None:
        return Far(said[1], end, km, minutes, None, said[0])
    named = _right(text, end, resolve)
    if named is not None:
        return Far(start, named[1], km, minutes, named[0])
    return Far(start, end, km, minutes, None)


def _left(text: str, end: int, resolve: Resolve[T]) -> Iterator[tuple[T, int]]:
    """Places that end where ``text`` is cut, the longest names first, and where they begin."""
    gap = len(text[:end]) - len(text[:end].rstrip(" ,，、"))
    end -= gap
    word = _LEFT_WORD.search(text, 0, end)
    if word is None:
        return
    begin = word.start()
    if word[0].isascii():
        begins = [one.start() for one in re.finditer(r"(?<!\w)\w+", text[:end])][-MOST_WORDS:]
        for first in begins:
            if text[first:end].isascii():
                place = resolve(text[first:end], first != begin)
                if place is not None:
                    yield place, first
        return
    said = _FROM.match(text, begin, end)
    first = said.end() if said else begin
    for cut in (first, *range(max(first + 1, end - LONGEST), end - 1)):
        place = resolve(text[cut:end], cut != first)
        if place is not None:
            yield place, begin if cut == first else cut
            return


def _said_left(text: str, end: int) -> tuple[str, int] | None:
    """A name after 离 or 距 that is of no place known, and where it begins."""
    word = _LEFT_WORD.search(text, 0, len(text[:end].rstrip()))
    said = _FROM.match(text, word.start(), end) if word else None
    if word is None or said is None or said.end() == word.end():
        return None
    return text[said.end() : word.end()], word.start()


def _right(text: str, start: int, resolve: Resolve[T]) -> tuple[T, int] | None:
    """The place whose name begins where ``text`` is cut, the longest first, and where it ends."""
    ends = [one.end() for one in re.finditer(r"\w+", text[start:])][:MOST_WORDS]
    first = _FIRST_WORD.match(text, start)
    if first is None:
        return None
    for end in reversed(ends):
        name = text[first.start(1) : start + end]
        if start + end == first.end() or name.isascii():
            place = resolve(name, False)
            if place is not None:
                return place, start + end
    return None
