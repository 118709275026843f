"""Finding the vocabulary's words in a text: longest first, decoys first of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.model import Vocabulary
from geo.script.fold import fold
from geo.script.names import SURNAMES
from geo.script.words import DECOYS

SURNAME = "○"
SURNAME_STARTS = frozenset(name[0] for name in SURNAMES)


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found: where it stands, how it is written, and the codes it stands for."""

    start: int
    end: int
    word: str
    codes: tuple[str, ...]


class Lexicon:
    """Words with the codes they stand for, by their first two characters."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        codes: dict[str, list[str]] = defaultdict(list)
        for word, code in words:
            if len(word) > 1:
                codes[fold(word)].append(code)
        self.words: Mapping[str, tuple[str, ...]] = {
            word: tuple(dict.fromkeys(own)) for word, own in codes.items()
        }
        by_start: dict[str, list[str]] = defaultdict(list)
        for word in {*codes, *DECOYS}:
            by_start[word[:2]].append(word)
        for listed in by_start.values():
            listed.sort(key=len, reverse=True)
        self._by_start: Mapping[str, list[str]] = dict(by_start)

    def find(self, text: str) -> list[Hit]:
        """The words in ``text``, from left to right, the longest at each place."""
        folded = fold(text)
        hits: list[Hit] = []
        index, last = 0, len(folded) - 1
        starts = self._by_start
        while index < last:
            if folded[index : index + 2] not in starts and folded[index] not in SURNAME_STARTS:
                index += 1
                continue
            word, end = self._longest(folded, index)
            if end < 0:
                index += 1
                continue
            codes = () if word in DECOYS else self.words[word]
            if codes:
                hits.append(Hit(index, end, text[index:end], codes))
            index = end
        return hits

    def _longest(self, folded: str, index: int) -> tuple[str, int]:
        found, end = self._from(folded[index : index + 2], folded, index, 0)
        if folded[index] not in SURNAME_STARTS:
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
    """The words of the scene types."""
    return Lexicon(
        (word, kind.code)
        for kind in vocabulary.scene_types.values()
        for word in (kind.zh, *kind.synonyms, *_latin(kind.en))
    )


def culture_words(vocabulary: Vocabulary) -> Lexicon:
    """The words of the culture terms."""
    return Lexicon(
        (word, term.code)
        for term in vocabulary.culture.values()
        for word in (term.zh, *term.in_script)
    )


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
