"""What a scene needs: scene types from its place and action, culture terms from all of it.

Confidence: a place that the user explained .98, the word that ends the place .95 (沈府后花园 is a
garden first), its other words .7; a last character that tells (桃源村) .65; words of the action .6
where the place says nothing and .4 beside it; all less sure ways are guesses, under .5. Dialogue
raises no scene type: whoever talks of the airport need not be there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.model import CultureNeed, Need, Vocabulary
from geo.script.breakdown.flags import FlagReader
from geo.script.breakdown.lexicon import Hit, culture_words, place_words
from geo.script.breakdown.likeness import Likeness
from geo.script.breakdown.mentions import is_away
from geo.script.breakdown.room_words import PARTS, belongs
from geo.script.breakdown.sets import place_key
from geo.script.breakdown.vehicles import in_vehicle
from geo.script.text.fold import fold
from geo.script.text.words import (
    POSITIONS,
    RUINED,
    SURE_ENDINGS,
    TOO_COMMON_IN_ACTION,
    VAGUE_ENDINGS,
)

LEARNED = 0.98
PLACE_HEAD, PLACE_OTHER = 0.95, 0.7
ENDING_SURE, ENDING_VAGUE = 0.65, 0.45
ACTION_ALONE, ACTION_BESIDE = 0.6, 0.4
PART_ITSELF = 0.45
AMBIGUOUS = 0.8
OUT_OF_ERA = 0.6
HEAD_OUT_OF_ERA = 0.8
SECOND_MENTION = 0.05
GUESSES = (0.38, 0.3, 0.24)
MOST_FROM_ACTION = 3
STAGES = "studio"
# inside a housing estate one is in its houses
ESTATE, INDOORS = (
    "小区",
    frozenset({"楼道", "单元门口", "电梯", "电梯间", "楼梯间", "走廊", "楼道里"}),
)
ESTATE_HOMES = ("old_housing_estate", "apartment")
FACTORY, OLD_FACTORY = "factory", "industrial_heritage"
Found = dict[str, tuple[float, list[str]]]


def _too_common(word: str) -> bool:
    return fold(word) in TOO_COMMON_IN_ACTION or (len(word) == 2 and word[-1] in "家园宅")


def _housed(place: str, hits: list[Hit]) -> list[Hit]:
    """Rooms and parts of a place taken for parts of what is named before them."""
    owners = _unknown_owner(place, hits)
    housed: list[Hit] = []
    for hit in hits:
        word = fold(hit.word)
        near = owners[-1] if owners else None
        owner = next(
            (
                one
                for one in reversed(owners)
                if belongs(word, frozenset(one.codes), near=one is near)
            ),
            None,
        )
        codes = hit.codes
        if owner is not None:
            codes = owner.codes
        elif near is not None and word in INDOORS and near.word.endswith(ESTATE):
            codes = ESTATE_HOMES
        housed.append(replace(hit, codes=codes))
        owners.append(housed[-1])
    return housed


def _unknown_owner(place: str, hits: Sequence[Hit]) -> list[Hit]:
    """What an unknown name before the first word ends in: 寺 in 青莲寺禅房."""
    before = fold(place[: hits[0].start]).strip(" ·/-、,.") if hits else ""
    ending = _ending(before, SURE_ENDINGS) if len(before) > 1 else None
    return [] if ending is None else [ending]


def _stem(place: str) -> str:
    """``place`` without the words behind it that say where in it."""
    stem = place_key(place)
    while len(stem) > 2:
        behind = next((word for word in POSITIONS if stem.endswith(word)), "")
        if not behind or len(stem) - len(behind) < 2:
            break
        stem = stem.removesuffix(behind)
    return stem


def _ending(stem: str, endings: Mapping[str, tuple[str, ...]]) -> Hit | None:
    """What the last one to three characters of ``stem`` say."""
    for length in (3, 2, 1):
        ending = stem[-length:]
        if len(stem) > length and ending in endings:
            return Hit(len(stem) - length, len(stem), stem, endings[ending])
    return None


class Reader:
    """Needs of scenes by one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.places = place_words(vocabulary)
        self._crafts = culture_words(vocabulary)
        self.flags = FlagReader(vocabulary)
        self._likeness: Likeness | None = None
        self._learned = {place_key(word): code for word, code in vocabulary.learned.items()}

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
        """The eras of the types that the words of ``place`` can only mean; a stage tells none."""
        hits = [hit for hit in self.places.find(place) if len(hit.codes) == 1]
        kinds = [self.vocabulary.scene_types[hit.codes[0]] for hit in hits]
        return [kind.eras for kind in kinds if kind.group != STAGES]

    def needs(self, place: str, action: str, era: str | None) -> tuple[Need, ...]:
        """Scene types that a scene asks for, surest first."""
        learned = self._learned.get(place_key(place))
        if learned is not None:
            return (Need(learned, LEARNED, (place,)),)
        found = self._of_place(place, era)
        if not found and in_vehicle(place):
            return ()
        beside = any(sure >= ENDING_SURE for sure, _ in found.values())
        for hit, times in self._from_action(action):
            base = (ACTION_BESIDE if beside else ACTION_ALONE) + SECOND_MENTION * (times > 1)
            self._add(found, hit, base, era)
        if not found:
            guesses = self._guesses(place)
            found = {
                code: (confidence, [place])
                for (code, _), confidence in zip(guesses, GUESSES, strict=False)
            }
        needs = (Need(code, round(sure, 2), tuple(words)) for code, (sure, words) in found.items())
        return tuple(sorted(needs, key=lambda need: -need.confidence))

    def _guesses(self, place: str) -> list[tuple[str, float]]:
        if self._likeness is None:
            self._likeness = Likeness(self.places.words)
        return self._likeness.best(place, len(GUESSES))

    def _of_place(self, place: str, era: str | None) -> Found:
        found: Found = {}
        named = self.places.find(place)
        hits = _housed(place, named)
        for hit in hits:
            head = hit.codes == hits[-1].codes
            self._add(found, hit, PLACE_HEAD if head else PLACE_OTHER, era, head=head)
        for hit, own in zip(hits, named, strict=True):
            if hit.codes != own.codes and fold(own.word) in PARTS:
                self._add(found, own, PART_ITSELF, era)
        if FACTORY in found and any(word in place for word in RUINED):
            sure, words = found.pop(FACTORY)
            found = {OLD_FACTORY: (sure, words), FACTORY: (PLACE_OTHER, words), **found}
        if hits:
            return found
        stem = _stem(place)
        for endings, base in ((SURE_ENDINGS, ENDING_SURE), (VAGUE_ENDINGS, ENDING_VAGUE)):
            ending = _ending(stem, endings)
            if ending is not None:
                self._add(found, ending, base, era)
                break
        return found

    def _add(
        self, found: Found, hit: Hit, base: float, era: str | None, *, head: bool = False
    ) -> None:
        types = self.fitting(hit.codes, era)
        for code in types:
            sure = base * (AMBIGUOUS if len(types) > 1 else 1.0)
            if era is not None and era not in self.vocabulary.scene_types[code].eras:
                sure *= HEAD_OUT_OF_ERA if head and len(types) == 1 else OUT_OF_ERA
            known, words = found.get(code, (0.0, []))
            if hit.word not in words:
                words.append(hit.word)
            found[code] = (max(known, sure), words)

    def _from_action(self, action: str) -> list[tuple[Hit, int]]:
        first: dict[tuple[str, ...], Hit] = {}
        times: Counter[tuple[str, ...]] = Counter()
        for hit in self.places.find(action):
            if _too_common(hit.word) or is_away(action, hit):
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


_LAST: list[Reader] = []


def reader_of(vocabulary: Vocabulary) -> Reader:
    """The reader of ``vocabulary``; the last one made is kept, as an edit of one scene needs it."""
    for reader in _LAST:
        if reader.vocabulary is vocabulary:
            return reader
    _LAST[:] = [Reader(vocabulary)]
    return _LAST[0]
