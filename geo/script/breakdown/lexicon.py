"""Finding the vocabulary's words in a text: longest first, decoys first of all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from geo.model import Vocabulary
from geo.script.text.fold import fold
from geo.script.text.names import SURNAMES
from geo.script.text.words import DECOYS

SURNAME = "○"
SURNAME_STARTS = frozenset(name[0] for name in SURNAMES)


# one text is searched by several lexicons, one after the other
_folded = lru_cache(maxsize=8)(fold)


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found: where it stands, how it is written, and the codes it stands for."""

    start: int
    end: int
    word: str
    codes: tuple[str, ...]


class Lexicon:
    """Words with the codes they stand for, and decoys: longer words that mean something else.

    Words are kept by their first two characters; one expression finds where any pair may begin,
    so that a text of a million characters is walked in C and only likely places in Python.
    """

    def __init__(
        self, words: Iterable[tuple[str, str]], decoys: Collection[str] = frozenset()
    ) -> None:
        codes: dict[str, list[str]] = defaultdict(list)
        for word, code in words:
            if len(word) > 1:
                codes[fold(word)].append(code)
        self.words: Mapping[str, tuple[str, ...]] = {
            word: tuple(dict.fromkeys(own)) for word, own in codes.items()
        }
        by_start: dict[str, list[str]] = defaultdict(list)
        for word in {*codes, *decoys}:
            by_start[word[:2]].append(word)
        for listed in by_start.values():
            listed.sort(key=len, reverse=True)
        self._by_start: Mapping[str, list[str]] = dict(by_start)
        self._named = any(pair[0] == SURNAME for pair in by_start)
        self._likely = self._beginnings(by_start)

    def _beginnings(self, pairs: Iterable[str]) -> re.Pattern[str]:
        firsts = {pair[0] for pair in pairs}
        seconds = {pair[1] for pair in pairs}
        if self._named:
            firsts |= SURNAME_STARTS
            seconds |= {name[1] for name in SURNAMES if len(name) > 1}
        return re.compile(f"{_one_of(firsts)}(?={_one_of(seconds)})")

    def find(self, text: str) -> list[Hit]:
        """The words in ``text``, from left to right, the longest at each place."""
        folded = _folded(text)
        hits: list[Hit] = []
        past = 0
        for beginning in self._likely.finditer(folded):
            index = beginning.start()
            if index < past:
                continue
            word, end = self._longest(folded, index)
            if end < 0:
                continue
            codes = self.words.get(word, ())
            if codes:
                hits.append(Hit(index, end, text[index:end], codes))
            past = end
        return hits

    def _longest(self, folded: str, index: int) -> tuple[str, int]:
        found, end = self._from(folded[index : index + 2], folded, index, 0)
        if not self._named or folded[index] not in SURNAME_STARTS:
            return found, end
        for name in (folded[index], folded[index : index + 2]):
            if name in SURNAMES:
                after = index + len(name)
                other, far = self._from(SURNAME + folded[after : after + 1], folded, after, 1)
                if far > end:
                    found, end = other, far
        return found, end

    def _from(self, pair: str, folded: str, index: int, skip: int) -> tuple[str, int]:
        """The longest word beginning with ``pair``, its first ``skip`` apart, and its end or -1."""
        for word in self._by_start.get(pair, ()):
            if folded.startswith(word[skip:], index) and _whole(word, folded, index):
                return word, index + len(word) - skip
        return "", -1


def place_words(vocabulary: Vocabulary) -> Lexicon:
    """The words of the scene types; a word that the user taught means what the user said."""
    learned = {fold(word): code for word, code in vocabulary.learned.items()}
    shipped = (
        (word, kind.code)
        for kind in vocabulary.scene_types.values()
        for word in (kind.zh, *kind.synonyms, *_latin(kind.en))
        if fold(word) not in learned
    )
    return Lexicon((*shipped, *learned.items()), DECOYS - learned.keys())


def culture_words(vocabulary: Vocabulary) -> Lexicon:
    """The words of the culture terms."""
    words = (
        (word, term.code)
        for term in vocabulary.culture.values()
        for word in (term.zh, *term.in_script)
    )
    return Lexicon(words, DECOYS)


def flag_words(vocabulary: Vocabulary) -> Lexicon:
    """The words of the flags; a decoy of one flag may be a word of another."""
    words = [(word, kind.code) for kind in vocabulary.flags.values() for word in kind.words]
    decoys = {fold(word) for kind in vocabulary.flags.values() for word in kind.decoys}
    return Lexicon(words, decoys - {fold(word) for word, _ in words})


def _one_of(characters: Collection[str]) -> str:
    """An expression for any one of ``characters``."""
    return f"[{''.join(map(re.escape, sorted(characters)))}]" if characters else "(?!)"


def _whole(word: str, folded: str, index: int) -> bool:
    """Whether a Latin word at ``index`` is no part of a longer one."""
    if not word.isascii():
        return True
    before = folded[index - 1 : index]
    after = folded[index + len(word) : index + len(word) + 1]
    return not (_letter(before) or _letter(after))


def _letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _latin(name: str) -> list[str]:
    return [part.strip() for part in name.replace(" or ", ",").split(",")]
