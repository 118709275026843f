"""Places found by what they are called: every way of typing a name, and what else is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from geo.catalogue.search.features import Scores
from geo.catalogue.search.folding import Simplify, fold, fold_all
from geo.catalogue.search.lexicon import LATIN
from geo.catalogue.search.names import FUZZY, How, Names
from geo.catalogue.search.sounds import spelled
from geo.catalogue.search.spelling import Worded, Words
from geo.model import Reason, Site

MOST_INITIALS = 8
MOST_TOLD = 5_000
"""Mentions in notes that are looked at; who types so common a word wants something else."""


class Why(IntEnum):
    """By what a place was found; the order is that of ``REASONS``."""

    NAME = 0
    SOUND = 1
    ENGLISH = 2
    INITIALS = 3
    SLIP = 4
    PRODUCTION = 5
    CITY = 6
    NOTES = 7


REASONS: tuple[Reason | None, ...] = (
    None,
    Reason("found_pinyin"),
    Reason("found_english"),
    Reason("found_initials"),
    Reason("found_slip"),
    Reason("found_production"),
    Reason("found_city"),
    Reason("found_notes"),
)

# inside, at the beginning of a later part, at the beginning, and the same as a whole part
GRADES = {
    How.LETTERS: (0.80, 0.84, 0.88, 0.96, Why.NAME),
    How.SOUND: (0.65, 0.70, 0.75, 0.88, Why.SOUND),
    How.INITIALS: (0.40, 0.44, 0.50, 0.60, Why.INITIALS),
    How.RARE_INITIALS: (0.31, 0.33, 0.35, 0.37, Why.INITIALS),
    How.SLIP: (0.30, 0.32, 0.34, 0.36, Why.SLIP),
}
COVERED = 0.04
"""What is added when all of a name was typed."""

ENGLISH, ENGLISH_FIRST, ENGLISH_FULL = 0.55, 0.05, 0.10
PRODUCTION, CITY, SLIP, NOTES = 0.28, 0.25, 0.3, 0.15


@dataclass(frozen=True, slots=True)
class Named:
    """Scores (N,) 0 to 1, 0 where nothing agrees, and by what (``Why``)."""

    scores: Scores
    why: NDArray[np.uint8]

    def better(self, rows: NDArray[np.integer], scores: Scores, why: Why) -> None:
        """Take in more finds; of several for a row the best holds."""
        order = np.argsort(scores, kind="stable")
        best = np.zeros_like(self.scores)
        best[rows[order]] = scores[order]
        more = best > self.scores
        self.scores[more] = best[more]
        self.why[more] = why


class Told:
    """Long texts by row, searched for a word as it stands."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts) + "\n"
        self._ends = np.fromiter(accumulate(len(text) + 1 for text in texts), np.int64, len(texts))

    def rows(self, word: str) -> NDArray[np.intp]:
        """Rows whose text holds ``word``."""
        places: list[int] = []
        at = self._text.find(word)
        while at >= 0 and len(places) < MOST_TOLD:
            places.append(at)
            at = self._text.find(word, at + len(word))
        return np.unique(np.searchsorted(self._ends, places, side="right"))


class NameIndex:
    """Names, sounds, English words, productions, notes and cities of the sites."""

    def __init__(self, sites: Sequence[Site], simplify: Simplify) -> None:
        self.count = len(sites)
        folded = fold_all([site.name_zh for site in sites], simplify)
        self.lengths = np.array([len(name) for name in folded], np.int32)
        self._names = Names(folded)
        english = fold_all([site.name_en for site in sites], simplify)
        self._words = Words(map(LATIN.findall, english))
        self._productions = Told(
            fold_all([" ".join(site.known_productions) for site in sites], simplify)
        )
        notes = [f"{site.notes_zh or ''} {site.notes_en or ''}" for site in sites]
        self._notes = Told(fold_all(notes, simplify))
        self._towns = _towns(sites, simplify)

    def find(self, words: Sequence[str], *, sure: bool = False) -> Named:
        """Places that ``words`` (folded; Latin ones in their order) name, in any way.

        With ``sure`` only by the letters, the whole sound, or the English name.
        """
        text = "".join(words)
        found = Named(np.zeros(self.count, np.float32), np.zeros(self.count, np.uint8))
        latin = text.isascii()
        mixed = any("a" <= char <= "z" for char in text)
        self._take(found, text, How.LETTERS)
        if mixed:
            self._take(found, text, How.SOUND)
        if latin:
            self._english(found, words)
        if sure:
            return found
        if latin and text.isalpha() and 2 <= len(text) <= MOST_INITIALS:
            self._take(found, text, How.INITIALS)
            self._take(found, text, How.RARE_INITIALS)
        self._around(found, text)
        if not found.scores.any():
            self._last(found, text, words)
        return found

    def is_whole(self, text: str) -> bool:
        """Whether folded ``text`` is the whole name of a place."""
        places = self._names.find(text, How.LETTERS)
        return bool((places.lengths == self.lengths[places.rows]).any())

    def _take(self, found: Named, text: str, how: How) -> None:
        inside, later, begins, whole, why = GRADES[how]
        places = self._names.find(text, how)
        scores = np.where(places.begins, later, inside)
        scores = np.where(places.first, np.where(places.ends, whole, begins), scores)
        if how >= How.SOUND:
            scores += COVERED * places.lengths / self.lengths[places.rows]
        found.better(places.rows, scores.astype(np.float32), why)

    def _english(self, found: Named, words: Sequence[str]) -> None:
        """Every word begins one of the English name."""
        total = np.full(self.count, np.inf, np.float32)
        for word in words:
            total = np.minimum(total, self._worded(self._words.begin(word)))
        rows = np.flatnonzero(total)
        found.better(rows, total[rows], Why.ENGLISH)

    def _worded(self, worded: Worded) -> Scores:
        scores = np.zeros(self.count, np.float32)
        graded = ENGLISH + ENGLISH_FIRST * worded.first + ENGLISH_FULL * worded.full
        order = np.argsort(graded, kind="stable")
        scores[worded.rows[order]] = graded[order]
        return scores

    def _around(self, found: Named, text: str) -> None:
        """What was shot there, and the beginning of a city or district."""
        if len(text) >= (3 if text.isascii() else 2):
            rows = self._productions.rows(text)
            found.better(rows, np.full(len(rows), PRODUCTION, np.float32), Why.PRODUCTION)
        if len(text) >= (2 if text.isascii() else 1):
            for names, inside in self._towns:
                if any(name.startswith(text) for name in names):
                    found.better(inside, np.full(len(inside), CITY, np.float32), Why.CITY)

    def _last(self, found: Named, text: str, words: Sequence[str]) -> None:
        """What is told of a place; and what a slip of the finger may have meant."""
        if len(text) >= (4 if text.isascii() else 2):
            rows = self._notes.rows(" ".join(words))
            found.better(rows, np.full(len(rows), NOTES, np.float32), Why.NOTES)
        if not text.isascii() or len(text) < FUZZY or not text.isalpha():
            return
        self._take(found, text, How.SLIP)
        if len(words) == 1:
            scores = np.where(self._worded(self._words.misspelt(text)) > 0, SLIP, 0)
            rows = np.flatnonzero(scores)
            found.better(rows, scores[rows].astype(np.float32), Why.SLIP)


def _towns(
    sites: Sequence[Site], simplify: Simplify
) -> list[tuple[tuple[str, ...], NDArray[np.int32]]]:
    """Cities and districts of the sites by every name, and the rows in them."""
    rows: dict[tuple[str, str], list[int]] = {}
    for row, site in enumerate(sites):
        rows.setdefault((site.city_zh, site.city_en), []).append(row)
        if site.district_zh:
            rows.setdefault((site.district_zh, ""), []).append(row)
    towns = []
    for (zh, en), some in rows.items():
        name = fold(zh, simplify)
        english = "".join(LATIN.findall(fold(en, simplify)))
        names = tuple(filter(None, (name, english, *spelled(name))))
        towns.append((names, np.array(some, np.int32)))
    return towns
