"""The index of a catalogue: built once, asked at every keystroke."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.catalogue.search.features import Features
from geo.catalogue.search.folding import Simplify
from geo.catalogue.search.lexicon import HOME, Lexicon, Meaning, make_lexicon
from geo.catalogue.search.named import NameIndex, Why
from geo.catalogue.search.reach import Place, Reaches
from geo.catalogue.search.rules import SearchRules
from geo.model import Division, Site, Term, Vocabulary
from geo.progress import Job, Step

PARTS = 4
LEAST_NAME = 2
"""Characters that a name needs to be measured from."""

SURE = 0.65
"""From this score on a name is near enough to measure distances from."""

BEGUN = 0.75
"""The same where only part of a word was taken for the name: it must begin so."""


@dataclass(frozen=True, slots=True)
class Index:
    """What is known of the sites (by row) and of words; ``ranks`` say which of equals is first."""

    ids: NDArray[np.object_]
    rules: SearchRules
    names: NameIndex
    features: Features
    reaches: Reaches
    lexicon: Lexicon
    divisions: Mapping[str, Division]
    simplify: Simplify
    ranks: NDArray[np.int32]

    def meaning(self, word: str) -> Meaning | None:
        """What a word means; a place with that very name wins over a scene type."""
        meaning = self.lexicon.meaning(word)
        if meaning is not None and meaning.term is Term.SCENE_TYPE and self.names.is_whole(word):
            return None
        return meaning

    def place(self, text: str, home: Place, *, begun: bool = False) -> Place | None:
        """The city, home city or site that folded ``text`` names; None when nothing does."""
        words = text.split()
        meaning = self.meaning("".join(words))
        if meaning is not None:
            if meaning.term is Term.CITY and len(meaning.codes) == 1:
                return self._division(meaning.codes[0], meaning.name, meaning.name_en)
            return home if meaning.codes == (HOME,) else None
        if len("".join(words)) < LEAST_NAME:
            return None
        found = self.names.find(words, sure=True)
        best = float(found.scores.max(initial=0))
        if best < (BEGUN if begun else SURE) or (begun and Why(found.why.max()) is Why.ENGLISH):
            return None
        rows = (found.scores >= best).nonzero()[0].tolist()
        lengths = self.names.lengths
        return self.reaches.place(min(rows, key=lambda row: (lengths[row], row)))

    def _division(self, code: str, name: str, name_en: str) -> Place | None:
        """The label point of a division; of a zone that is none, the middle of its sites."""
        found = self.divisions.get(code.ljust(6, "0"))
        if found is not None:
            return Place(name, name_en or name, (found.lat, found.lon), names=(name, found.name))
        rows = self.features.rows(Term.CITY, (code,)).tolist()
        if not rows:
            return None
        return Place(name, name_en or name, self.reaches.middle(rows), names=(name,))


def build_index(
    sites: Sequence[Site],
    rules: SearchRules,
    vocabulary: Vocabulary,
    divisions: Iterable[Division],
    english: Mapping[str, str],
    simplify: Simplify,
) -> Job[Index]:
    """Line up the names, words and points of ``sites``; ``english`` names divisions by adcode."""
    yield Step("search_index", 0, PARTS)
    names = NameIndex(sites, simplify)
    yield Step("search_index", 1, PARTS)
    features = Features(sites, vocabulary, rules.stand_in_least)
    yield Step("search_index", 2, PARTS)
    reaches = Reaches(sites, rules.drive)
    yield Step("search_index", 3, PARTS)
    known = {one.adcode: one for one in divisions}
    lexicon = make_lexicon(
        rules, vocabulary, known.values(), english, features.cities, features.districts, simplify
    )
    ranks = _ranks(sites)
    ids = np.array([site.id for site in sites], np.object_)
    return Index(ids, rules, names, features, reaches, lexicon, known, simplify, ranks)


def _ranks(sites: Sequence[Site]) -> NDArray[np.int32]:
    """Which of equals comes first: places with more grades, then with more scene types."""
    grades = [-len(site.levels) for site in sites]
    types = [-len(site.scene_types) for site in sites]
    ranks = np.empty(len(sites), np.int32)
    ranks[np.lexsort((types, grades))] = np.arange(len(sites))
    return ranks
