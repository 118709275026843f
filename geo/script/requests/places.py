"""Cities and places of a request: words of the vocabulary with what describes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.script.breakdown.lexicon import Hit, Lexicon
from geo.script.requests.words import (
    ASKED,
    ASKING,
    BETWEEN,
    CITIES,
    EMPTY,
    LEADING,
    NOT_A_CITY,
    TOWNS,
    TRAILING,
)

CITY = re.compile("|".join(sorted(CITIES | TOWNS, key=len, reverse=True)))
CITY_END = re.compile(r"^(?:市区?|县|区|古城)?(?:周边|附近|当地|本地|及周边)?的?")
BEHIND = re.compile(r"^(?:子|群)?(?:内景|外景|街景|实景|景|门口|走廊|大厅|外|内|里)?(?!地)")
LISTING = re.compile(r"\s*+(?:[+、/]|和|或者?|与|及|以及)\s*+")
FREE = "\0"
SHORTEST, LONGEST = 2, 12


@dataclass(frozen=True, slots=True)
class Words:
    """A word read from ``start`` to ``end``."""

    start: int
    end: int
    word: str


def find_cities(folded: str) -> Iterator[Words]:
    """Cities by name, each once, with 市, 周边 and the like behind them."""
    seen: set[str] = set()
    for match in CITY.finditer(folded):
        after = folded[match.end() :]
        if after[:1] and after[0] in NOT_A_CITY:
            continue
        behind = CITY_END.match(after)
        end = match.end() + (behind.end() if behind else 0)
        if match.group() not in seen:
            yield Words(match.start(), end, match.group())
        seen.add(match.group())


def find_places(folded: str, text: str, lexicon: Lexicon) -> Iterator[Words]:
    """Places asked for; ``folded`` has what is already read blanked out with NUL.

    A stretch without a word of the vocabulary is a place when it is asked for outright, or stands
    in one list with a known one.
    """
    hits = [
        hit
        for hit in lexicon.find(folded.replace(FREE, " "))
        if not EMPTY.fullmatch(folded, hit.start, hit.end) and folded[hit.end : hit.end + 1] != "戏"
    ]
    listed = -1
    for start, end in _chunks(folded, hits):
        own = [hit for hit in hits if start <= hit.start and hit.end <= end]
        asked = ASKING.search(folded[:start]) or ASKING.search(_leading(folded[start:end]))
        in_list = listed >= 0 and LISTING.fullmatch(folded, listed, start)
        found = _known(folded, text, start, end, own) if own else None
        if not own and (asked or in_list):
            found = _unknown(folded, text, start, end)
        if found:
            yield found
        listed = end if found else -1


def _unknown(folded: str, text: str, start: int, end: int) -> Words | None:
    lead = start + len(_leading(folded[start:end]))
    trail = TRAILING.search(folded, lead, end)
    stop = trail.start() if trail else end
    if not SHORTEST <= stop - lead <= LONGEST or EMPTY.fullmatch(folded, lead, stop):
        return None
    if any(char.isdigit() or char == FREE for char in folded[lead:stop]):
        return None
    return Words(lead, stop, text[lead:stop])


def _leading(chunk: str) -> str:
    """What stands before the place: words of asking, and all before the last of them."""
    asked = ASKED.match(chunk)
    start = asked.end() if asked else 0
    found = LEADING.match(chunk, start)
    return chunk[: found.end() if found else start]


def _chunks(folded: str, hits: list[Hit]) -> Iterator[tuple[int, int]]:
    """Stretches between signs and words that join; none is cut inside a known word."""
    start = 0
    inside = {at for hit in hits for at in range(hit.start, hit.end)}
    for match in BETWEEN.finditer(folded):
        if any(at in inside for at in range(match.start(), match.end())):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(folded):
        yield start, len(folded)


def _known(folded: str, text: str, start: int, end: int, hits: list[Hit]) -> Words:
    """The place of a stretch: from what describes it to its last known word."""
    first, last = hits[0], hits[-1]
    lead = start + len(_leading(folded[start : first.start]))
    if first.start - lead > LONGEST:
        lead = first.start
    behind = BEHIND.match(folded[last.end : end])
    stop = last.end + (behind.end() if behind else 0)
    return Words(lead, stop, text[lead:stop])
