"""Guesses for a place that no word is known of: which scene types have words that look like it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from geo.script.text.fold import fold

GUESS_LEAST = 0.08


class Likeness:
    """Which scene types share rare pairs of characters with a place no word is known of."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        owners: dict[str, Counter[str]] = defaultdict(Counter)
        for word, types in words.items():
            for gram in _grams(word):
                for code in types:
                    owners[gram][code] += 1
        self._owners = {gram: dict(count) for gram, count in owners.items()}

    def best(self, place: str, most: int) -> list[tuple[str, float]]:
        """At most ``most`` types with their scores, the likeliest first."""
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
