"""Chinese names found by characters, by sound, by initials, or by any mixture of these.

A query is read along each name at once: every place of every name where it may begin carries the
set of query positions reached so far (one bit each); a character of the name moves a position on
by itself, by a reading, or by the beginning of one. Characters are few, so what each does to each
position is worked out once per query and looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.catalogue.search.sounds import DOUBLE, all_readings
from geo.catalogue.search.spelling import Spelling

Positions: TypeAlias = NDArray[np.int64]
Bits: TypeAlias = NDArray[np.uint64]

LONGEST = 63
"""Characters of a query that are compared; one bit each, and one for the end."""

FUZZY = 5
"""From so many letters on one slip is forgiven."""

TONES = frozenset("12345")


class How(IntEnum):
    """By what a name is looked for, the surest last.

    INITIALS are those of the usual readings, RARE_INITIALS of any.
    """

    SLIP = 1
    RARE_INITIALS = 2
    INITIALS = 3
    SOUND = 4
    LETTERS = 5


@dataclass(frozen=True, slots=True)
class Places:
    """Where a query was found: the name (row), and where in it.

    ``first``: at its beginning; ``begins`` and ``ends``: at those of a part; ``lengths``: how many
    characters of it.
    """

    rows: NDArray[np.int32]
    first: NDArray[np.bool_]
    begins: NDArray[np.bool_]
    ends: NDArray[np.bool_]
    lengths: NDArray[np.int64]


class Names:
    """Folded names by row; signs and spaces in them part a name into parts."""

    def __init__(self, names: Sequence[str]) -> None:
        text = "\n".join(names) + "\n"
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        distinct, place = np.unique(points, return_inverse=True)
        kinds = np.uint16 if len(distinct) < 1 << 16 else np.uint32
        self._chars = [chr(point) for point in distinct.tolist()]
        letters = np.array([char.isalnum() for char in self._chars])
        # kind 0 is whatever parts a name
        number = np.where(letters, np.cumsum(letters), 0)
        self._kinds = number[place].astype(kinds)
        self._chars = ["", *(char for char in self._chars if char.isalnum())]
        self._number = {char: at for at, char in enumerate(self._chars)}
        ends = points == ord("\n")
        self._rows = (np.cumsum(ends) - ends).astype(np.int32)
        parts = self._kinds == 0
        self._firsts = np.concatenate([[True], ends[:-1]])
        self._starts = np.concatenate([[True], parts[:-1]])
        self._stops = parts
        self._set_readings(all_readings(self._chars[1:]))

    def _set_readings(self, found: Mapping[str, tuple[str, ...]]) -> None:
        self._syllables = sorted({each for some in found.values() for each in some})
        place = {each: at for at, each in enumerate(self._syllables, start=1)}
        most = max((len(some) for some in found.values()), default=1)
        # which syllables (1 on, 0 is none) each character may be
        self._read = np.zeros((len(self._chars), most), np.int32)
        for at, char in enumerate(self._chars):
            for order, each in enumerate(found.get(char, ())):
                self._read[at, order] = place[each]
        self._by_letter: dict[str, list[tuple[int, str]]] = {}
        for each, at in place.items():
            self._by_letter.setdefault(each[0], []).append((at, each))
        self._spelling = Spelling(self._syllables)
        self._place = place

    def find(self, query: str, how: How) -> Places:
        """Every name that holds ``query`` (folded, without spaces) in this way; a row may repeat.

        A single letter is looked for at the beginning of parts alone.
        """
        if not query or len(query) > LONGEST:
            return self._places([], [])
        sure = self._moves(query, how)
        slips = self._slips(query) if how is How.SLIP else None
        only_starts = len(query) == 1 and query.isascii()
        found = list(self._walk(len(query), sure, slips, only_starts))
        return self._places([start for start, _ in found], [end for _, end in found])

    def _places(self, starts: list[Positions], ends: list[Positions]) -> Places:
        start = np.concatenate([np.empty(0, np.int64), *starts])
        end = np.concatenate([np.empty(0, np.int64), *ends])
        first, begins = self._firsts[start], self._starts[start]
        return Places(self._rows[start], first, begins, self._stops[end], end - start)

    def _walk(
        self, length: int, sure: Bits, slips: Bits | None, only_starts: bool
    ) -> Iterator[tuple[Positions, Positions]]:
        """(first, one past last) places of every find; with ``slips`` exactly one is made."""
        goal = np.uint64(1 << length)
        first = sure[:, 0] if slips is None else sure[:, 0] | slips[:, 0]
        live = (first != 0)[self._kinds]
        if only_starts:
            live &= self._starts
        start = np.flatnonzero(live)
        here = start.copy()
        clean = sure[self._kinds[start], 0]
        slipped = np.zeros_like(clean) if slips is None else slips[self._kinds[start], 0]
        while len(start):
            here += 1
            done = ((clean if slips is None else slipped) & goal) != 0
            if done.any():
                yield start[done], here[done]
            on = ~done & ((clean | slipped) != 0) & (self._kinds[here] != 0)
            start, here, clean, slipped = start[on], here[on], clean[on], slipped[on]
            kinds = self._kinds[here]
            moved = _moved(clean, sure, kinds, length)
            if slips is not None:
                slipped = _moved(slipped, sure, kinds, length) | _moved(clean, slips, kinds, length)
            clean = moved

    def _moves(self, query: str, how: How) -> Bits:
        """(characters, positions): which positions of the query each may lead to."""
        table = np.zeros((len(self._chars), len(query)), np.uint64)
        if how is not How.LETTERS:
            spoken = np.zeros((len(self._syllables) + 1, len(query)), np.uint64)
            for at in range(len(query)):
                for place, syllable in self._by_letter.get(query[at], ()):
                    spoken[place, at] = _reach(query, at, syllable, how)
            read = self._read[:, :1] if how is How.INITIALS else self._read
            table = np.bitwise_or.reduce(spoken[read], axis=1)
        for at, char in enumerate(query):
            kind = self._number.get(char)
            if kind:
                table[kind, at] |= np.uint64(1 << (at + 1))
        return table

    def _slips(self, query: str) -> Bits:
        """The same for syllables of which one letter is wrong, missing, too many or swapped."""
        spoken = np.zeros((len(self._syllables) + 1, len(query)), np.uint64)
        for at in range(len(query)):
            for end in range(at + 2, min(len(query), at + 7) + 1):
                for syllable in self._spelling.near(query[at:end]):
                    if len(syllable) > 1:
                        spoken[self._place[syllable], at] |= np.uint64(1 << end)
        moves: Bits = np.bitwise_or.reduce(spoken[self._read], axis=1)
        return moves


def _moved(state: Bits, table: Bits, kinds: NDArray[np.integer], length: int) -> Bits:
    """The positions reached from ``state`` by characters of ``kinds``."""
    reached = int(np.bitwise_or.reduce(state)) if len(state) else 0
    new = np.zeros_like(state)
    for at in range(length):
        if reached >> at & 1:
            stands = (state >> np.uint64(at) & np.uint64(1)).astype(bool)
            new |= np.where(stands, table[kinds, at], np.uint64(0))
    return new


def _reach(query: str, at: int, syllable: str, how: How) -> int:
    """Bits of the positions after ``syllable``, read from ``at``.

    The last syllable may be half typed. By initials any may be its first letter, or zh, ch, sh.
    """
    bits = 0
    end = at + len(syllable)
    if query.startswith(syllable, at):
        bits |= 1 << end
        if end < len(query) and query[end] in TONES:
            bits |= 1 << (end + 1)
    if how is not How.SLIP and end > len(query) and syllable.startswith(query[at:]):
        bits |= 1 << len(query)
    if how in (How.INITIALS, How.RARE_INITIALS):
        bits |= 1 << (at + 1)
        if syllable[:2] in DOUBLE and query.startswith(syllable[:2], at):
            bits |= 1 << (at + 2)
    return bits
