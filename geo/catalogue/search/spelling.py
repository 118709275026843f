"""Words in Latin letters: found by how they begin, or with one slip of the finger."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Rows: TypeAlias = NDArray[np.int32]

AFTER_ALL = "\U0010ffff"


class Spelling:
    """Words that may be meant by a misspelt one: a letter wrong, missing, too many, two swapped.

    Two such words share what is left of them when a letter is dropped (Garbe's symmetric deletes).
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._left: dict[str, list[str]] = {}
        for word in words:
            for left in {word, *_dropped(word)}:
                self._left.setdefault(left, []).append(word)

    def near(self, word: str) -> tuple[str, ...]:
        """Known words exactly one slip away from ``word``, in alphabetical order."""
        found = {known for left in (word, *_dropped(word)) for known in self._left.get(left, ())}
        return tuple(sorted(known for known in found if one_slip(word, known)))


def _dropped(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def one_slip(one: str, other: str) -> bool:
    """Whether exactly one insertion, deletion, change or swap of neighbours parts the two."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    first = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    if len(one) < len(other):
        return one[first:] == other[first + 1 :]
    if len(one) > len(other):
        return one[first + 1 :] == other[first:]
    changed = one[first + 1 :] == other[first + 1 :]
    swapped = (
        one[first : first + 2] == other[first : first + 2][::-1]
        and one[first + 2 :] == other[first + 2 :]
    )
    return changed or swapped


class Worded(NamedTuple):
    """Rows that hold a word, ascending and once each; which in full, and which as first word."""

    rows: Rows
    full: NDArray[np.bool_]
    first: NDArray[np.bool_]


class Words:
    """The words of folded texts by row."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        where: dict[str, array[int]] = {}
        for row, words in enumerate(texts):
            for place, word in enumerate(words):
                # the last bit tells that the text begins with the word
                where.setdefault(word, array("i")).append(row * 2 + (place == 0))
        self._words = sorted(where)
        found = [np.frombuffer(where[word], np.int32) for word in self._words]
        self._ends = np.cumsum([0, *(len(some) for some in found)])
        self._where = np.concatenate([np.empty(0, np.int32), *found])
        self._spelling = Spelling(word for word in self._words if len(word) > 1)

    def begin(self, word: str) -> Worded:
        """Rows that hold a word which begins with ``word``."""
        low = bisect_left(self._words, word)
        high = bisect_left(self._words, word + AFTER_ALL)
        exact = low < high and self._words[low] == word
        return self._rows(low, high, self._ends[low + 1] if exact else self._ends[low])

    def misspelt(self, word: str) -> Worded:
        """Rows that hold a word one slip away from ``word``."""
        found = [self.full(near) for near in self._spelling.near(word)]
        if not found:
            return self._rows(0, 0, 0)
        return Worded(*(np.concatenate(part) for part in zip(*found, strict=True)))

    def full(self, word: str) -> Worded:
        """Rows that hold ``word`` itself."""
        low = bisect_left(self._words, word)
        if low == len(self._words) or self._words[low] != word:
            return self._rows(0, 0, 0)
        return self._rows(low, low + 1, self._ends[low + 1])

    def _rows(self, low: int, high: int, full_until: int) -> Worded:
        """What the words from ``low`` to ``high`` stand in; places up to ``full_until`` in full."""
        some = self._where[self._ends[low] : self._ends[high]]
        full = np.arange(self._ends[low], self._ends[high]) < full_until
        return Worded(some >> 1, full, (some & 1).astype(bool))
