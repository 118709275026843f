"""What a scene needs: scene types from its place and action, culture terms from all of it.

Confidence: the word that ends the place .95 (沈府后花园 is a garden first), its other words .7;
words of the action .6 where the place says nothing and .4 beside it; guesses by likeness of
characters under .4. Dialogue raises no scene type: whoever talks of the airport need not be there.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.model import CultureNeed, Need, Vocabulary
from geo.script.fold import fold
from geo.script.lexicon import Hit, culture_words, place_words
from geo.script.words import AWAY_AFTER, AWAY_BEFORE, ROOMS, TOO_COMMON_IN_ACTION

PLACE_HEAD, PLACE_OTHER = 0.95, 0.7
ACTION_ALONE, ACTION_BESIDE = 0.6, 0.4
AMBIGUOUS = 0.8
OUT_OF_ERA = 0.6
SECOND_MENTION = 0.05
GUESSES = (0.38, 0.3, 0.24)
GUESS_LEAST = 0.08
MOST_FROM_ACTION = 3
# inside a car: any road will do
VEHICLE = re.compile(
    r"(?:车|轿)(?:内|里|上|中)?$|轿车|豪车|跑车|面包车|出租车|网约车|公交车|马车|车里|车内"
)
CLAUSE = frozenset("，。；！？,;!?\n")
REACH = 8


def _away(text: str, hit: Hit) -> bool:
    start = hit.start
    while start > 0 and hit.start - start < REACH and text[start - 1] not in CLAUSE:
        start -= 1
    before, after = text[start : hit.start], text[hit.end : hit.end + 5]
    return any(word in before for word in AWAY_BEFORE) or after.startswith(AWAY_AFTER)


def _too_common(word: str) -> bool:
    return fold(word) in TOO_COMMON_IN_ACTION or (len(word) == 2 and word[-1] in "家园宅")


def _housed(hits: list[Hit]) -> list[Hit]:
    """Rooms taken for parts of the building before them."""
    housed: list[Hit] = []
    for hit in hits:
        room = housed and fold(hit.word) in ROOMS
        housed.append(replace(hit, codes=housed[-1].codes) if room else hit)
    return housed


class Reader:
    """Needs of scenes by one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._places = place_words(vocabulary)
        self._crafts = culture_words(vocabulary)
        self._guess = _Likeness(self._places.words)

    def fitting(self, types: Sequence[str], era: str | None) -> tuple[str, ...]:
        """Of the types that one word may mean, the one most at home in the era; all if none is.

        A scene type lists its eras with the most typical first.
        """
        known = self.vocabulary.scene_types
        own = [code for code in types if era in known[code].eras]
        if era is None or len(types) < 2 or not own:
            return tuple(types)
        return (min(own, key=lambda code: known[code].eras.index(era)),)

    def eras_of_place(self, place: str) -> list[tuple[str, ...]]:
        """The eras of the types that the words of ``place`` can only mean."""
        hits = [hit for hit in self._places.find(place) if len(hit.codes) == 1]
        return [self.vocabulary.scene_types[hit.codes[0]].eras for hit in hits]

    def needs(self, place: str, action: str, era: str | None) -> tuple[Need, ...]:
        """Scene types that a scene asks for, surest first."""
        found: dict[str, tuple[float, list[str]]] = {}
        hits = _housed(self._places.find(place))
        for hit in hits:
            base = PLACE_HEAD if hit.codes == hits[-1].codes else PLACE_OTHER
            self._add(found, hit, base, era)
        if not found and VEHICLE.search(fold(place)):
            return ()
        beside = bool(found)
        for hit, times in self._from_action(action):
            base = (ACTION_BESIDE if beside else ACTION_ALONE) + SECOND_MENTION * (times > 1)
            self._add(found, hit, base, era)
        if not found:
            guesses = self._guess.best(place, len(GUESSES))
            found = {
                code: (confidence, [place])
                for (code, _), confidence in zip(guesses, GUESSES, strict=False)
            }
        needs = (Need(code, round(sure, 2), tuple(words)) for code, (sure, words) in found.items())
        return tuple(sorted(needs, key=lambda need: -need.confidence))

    def _add(
        self, found: dict[str, tuple[float, list[str]]], hit: Hit, base: float, era: str | None
    ) -> None:
        types = self.fitting(hit.codes, era)
        for code in types:
            sure = base * (AMBIGUOUS if len(types) > 1 else 1.0)
            if era is not None and era not in self.vocabulary.scene_types[code].eras:
                sure *= OUT_OF_ERA
            known, words = found.get(code, (0.0, []))
            if hit.word not in words:
                words.append(hit.word)
            found[code] = (max(known, sure), words)

    def _from_action(self, action: str) -> list[tuple[Hit, int]]:
        first: dict[tuple[str, ...], Hit] = {}
        times: Counter[tuple[str, ...]] = Counter()
        for hit in self._places.find(action):
            if _too_common(hit.word) or _away(action, hit):
                continue
            first.setdefault(hit.codes, hit)
            times[hit.codes] += 1
        return [(first[types], count) for types, count in times.most_common(MOST_FROM_ACTION)]

    def culture(self, scenery: str, dialogue: str) -> tuple[CultureNeed, ...]:
        """Culture terms: one word in place or action is enough, in dialogue it takes two."""
        found: dict[str, list[str]] = defaultdict(list)
        spoken: Counter[str] = Counter()
        for hit in self._crafts.find(scenery):
            for term in hit.codes:
                found[term].append(hit.word)
        said: dict[str, list[str]] = defaultdict(list)
        for hit in self._crafts.find(dialogue):
            for term in hit.codes:
                said[term].append(hit.word)
                spoken[term] += 1
        for term, count in spoken.items():
            if count > 1 or term in found:
                found[term] += said[term]
        return tuple(
            CultureNeed(term, tuple(dict.fromkeys(words))) for term, words in found.items()
        )


class _Likeness:
    """Which scene types share rare pairs of characters with a place no word is known of."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        owners: dict[str, Counter[str]] = defaultdict(Counter)
        for word, types in words.items():
            for gram in _grams(word):
                for code in types:
                    owners[gram][code] += 1
        self._owners = {gram: dict(count) for gram, count in owners.items()}

    def best(self, place: str, most: int) -> list[tuple[str, float]]:
        scores: dict[str, float] = defaultdict(float)
        for gram in _grams(fold(place)):
            owners = self._owners.get(gram)
            if not owners:
                continue
            total = sum(owners.values())
            rare = 1 / (1 + math.log1p(len(owners)))
            weight = 2.0 if len(gram) > 1 else 1.0
            for code, count in owners.items():
                scores[code] += weight * rare * count / total
        ranked = sorted(scores.items(), key=lambda pair: -pair[1])[:most]
        return [(code, score) for code, score in ranked if score >= GUESS_LEAST]


def _grams(word: str) -> list[str]:
    if word.isascii():
        return []
    pairs = [word[index : index + 2] for index in range(len(word) - 1)]
    return [*pairs, word[-1] + "$"]
