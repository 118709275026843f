"""What the words of a query mean beside names: cities, kinds, grades, eras, scene types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geo.catalogue.boundaries import division_names
from geo.catalogue.search.folding import Simplify, fold
from geo.catalogue.search.rules import SearchRules
from geo.catalogue.search.sounds import is_han, readings, spelled
from geo.catalogue.search.spelling import Spelling
from geo.model import Division, Term, Vocabulary

SURNAME = "○"
"""Stands for any surname in the vocabulary; a search has none."""

LEAST_PART = 4
"""Letters that a word of an English name needs to stand for the whole."""

INITIALS_OF = 4
"""Characters of the longest word that is known by its initials."""

LATIN = re.compile(r"[^\W_]+")
HOME = "home"
"""The meaning of words for the crew's home city; the term is NEAR."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word stands for: any of ``codes``; of a city these are adcodes (or their beginnings).

    ``name`` and ``name_en`` are for telling; empty where the codes have names of their own.
    """

    term: Term
    codes: tuple[str, ...]
    name: str = ""
    name_en: str = ""


@dataclass(slots=True)
class Lexicon:
    """Meanings by folded word: Chinese ones as written, others as letters without spaces."""

    words: dict[str, Meaning] = field(default_factory=dict)
    initials: dict[str, Meaning] = field(default_factory=dict)
    longest: int = 1
    spelling: Spelling = field(default_factory=lambda: Spelling(()))

    def meaning(self, word: str) -> Meaning | None:
        """What ``word`` stands for; an English plural is also looked for as one."""
        found = self.words.get(word)
        if found is None and len(word) > LEAST_PART and word.isascii() and word.endswith("s"):
            found = self.words.get(word[:-1])
        return found

    def misspelt(self, word: str) -> Meaning | None:
        """What ``word`` with one slip may stand for."""
        return next((self.words[near] for near in self.spelling.near(word)), None)

    def by_initials(self, letters: str) -> tuple[tuple[str, Meaning], ...]:
        """A city and something that is there, by the first letters of both (szyl: 苏州, 园林)."""
        for cut in range(2, len(letters) - 1):
            city, rest = self.initials.get(letters[:cut]), self.initials.get(letters[cut:])
            if city and rest and city.term is Term.CITY and rest.term is not Term.CITY:
                return (letters[:cut], city), (letters[cut:], rest)
        return ()


class _Maker:
    """Takes words in; what is said first holds, but one term's codes for a word grow."""

    def __init__(self, simplify: Simplify) -> None:
        self._simplify = simplify
        self.found = Lexicon()
        self._likely: set[str] = set()

    def take(
        self,
        words: Iterable[str],
        meaning: Meaning,
        *,
        brief: bool = False,
        likely: bool = True,
    ) -> None:
        """Take words in; ``brief``: known by initials too, ``likely``: with one letter wrong."""
        for word in words:
            folded = "".join(LATIN.findall(fold(word, self._simplify)))
            if not folded:
                continue
            spoken = len(folded) > 1 and all(map(is_han, folded))
            for one in (folded, *(spelled(folded) if spoken else ())):
                self._keep(self.found.words, one, meaning)
                if likely and one.isascii() and len(one) > LEAST_PART:
                    self._likely.add(one)
            if brief and spoken and len(folded) <= INITIALS_OF:
                letters = "".join(readings(char)[0][0] if readings(char) else "" for char in folded)
                self._keep(self.found.initials, letters, meaning)

    def _keep(self, where: dict[str, Meaning], word: str, meaning: Meaning) -> None:
        had = where.get(word)
        if had is None:
            where[word] = meaning
        elif had.term is meaning.term is not Term.CITY:
            codes = tuple(dict.fromkeys((*had.codes, *meaning.codes)))
            where[word] = Meaning(had.term, codes, had.name, had.name_en)

    def done(self) -> Lexicon:
        """All words taken."""
        words = self.found.words
        self.found.longest = max((len(word) for word in words if not word.isascii()), default=1)
        self.found.spelling = Spelling(self._likely)
        return self.found


def make_lexicon(
    rules: SearchRules,
    vocabulary: Vocabulary,
    divisions: Iterable[Division],
    english: Mapping[str, str],
    towns: Mapping[str, str],
    districts: Iterable[tuple[str, str]],
    simplify: Simplify,
) -> Lexicon:
    """Line up the words of ``rules`` and the names of divisions and scene types.

    ``english`` are names of divisions by adcode, ``towns`` English names of the cities of the
    catalogue by their Chinese ones, ``districts`` the districts of its sites with the beginning of
    the city's code: only these are known without their last character, for many of those are names
    of something else.
    """
    maker = _Maker(simplify)
    maker.take(rules.home, Meaning(Term.NEAR, (HOME,)))
    for area in rules.areas:
        maker.take(area.words, Meaning(Term.CITY, tuple(area.codes), area.zh, area.en))
    for term, table in (
        (Term.KIND, rules.kinds),
        (Term.LEVEL, rules.levels),
        (Term.ERA, rules.eras),
    ):
        for code, words in table.items():
            maker.take(words, Meaning(term, (code,)), brief=term is Term.KIND)
    _take_divisions(maker, tuple(divisions), english, towns, frozenset(districts))
    for code, kind in vocabulary.scene_types.items():
        meaning = Meaning(Term.SCENE_TYPE, (code,))
        maker.take((kind.zh, kind.en, code), meaning, brief=True)
        whole = [word for word in kind.synonyms if SURNAME not in word and word not in rules.proper]
        maker.take(whole, meaning, brief=True, likely=False)
        learned = (word for word, meant in vocabulary.learned.items() if meant == code)
        maker.take(learned, meaning)
    for code, kind in vocabulary.scene_types.items():
        parts = (word for word in LATIN.findall(fold(kind.en, simplify)) if len(word) >= LEAST_PART)
        signs = (char for char in kind.zh if is_han(char))
        maker.take((*parts, *signs), Meaning(Term.SCENE_TYPE, (code,)))
    return maker.done()


def _take_divisions(
    maker: _Maker,
    divisions: tuple[Division, ...],
    english: Mapping[str, str],
    towns: Mapping[str, str],
    districts: frozenset[tuple[str, str]],
) -> None:
    """Cities with sites, provinces and districts with sites take a word before any other does."""
    names = division_names()

    def turn(one: Division) -> int:
        if one.level == "city":
            return 3 if towns.keys().isdisjoint(names[one.adcode]) else 0
        if one.level == "province":
            return 1
        had = any((one.adcode[:digits], one.name) in districts for digits in (2, 4))
        return 2 if had else 4

    for one in sorted(divisions, key=turn):
        here, county = turn(one) < 3, one.level == "county"
        brief = names[one.adcode][0]
        name_en = english.get(one.adcode) or towns.get(brief, "")
        meaning = Meaning(Term.CITY, (_reach(one),), one.name if county else brief, name_en)
        every = (one.name, *names[one.adcode], name_en) if here or not county else (one.name,)
        maker.take(every, meaning, brief=turn(one) == 0, likely=here)
    for _, name in sorted(districts):
        # zones that are no division: 苏州工业园区, 西咸新区
        city = next((town for town in towns if name.startswith(town)), "")
        maker.take((name, name.removeprefix(city)), Meaning(Term.CITY, (name,), name))


def _reach(one: Division) -> str:
    """The beginning that the codes of all places in a division share; a county has its own."""
    if one.level == "county":
        return one.adcode
    return one.adcode[:2] if one.adcode.endswith("0000") else one.adcode[:4]
