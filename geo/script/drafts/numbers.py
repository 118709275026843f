"""Locked scene numbers: scenes keep theirs, new ones are numbered between (3, 3A, 3B, 4).

As on set, I and O are no suffixes. A scene between 3A and 3B is 3AA; one between 3 and an old 3A
takes the next free letter. Before scene 1 stands 0A, after the last one the next whole number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, product

from geo.model import Scene
from geo.script.drafts.words import Key

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"

Spot = tuple[int, str]


def number_locked(
    scenes: Sequence[Scene], numbers: Mapping[str, Key], in_order: Collection[str]
) -> tuple[Scene, ...]:
    """``scenes`` with their locked ``numbers`` (by id); those without one are numbered between.

    ``in_order`` are ids of locked scenes that new ones may be counted from. A number that the
    draft itself gives a new scene stays when it is free and stands in order.
    """
    given = {own: key for own, key in numbers.items() if key[1] is not None}
    taken = _Taken(given.values())
    ahead = _ahead(scenes, given, in_order)
    last: dict[int | None, Spot] = {}
    numbered = []
    for scene, after in zip(scenes, ahead, strict=True):
        if scene.id in given:
            episode, number, suffix = given[scene.id]
            if scene.id in in_order and number is not None:
                last[episode] = (number, suffix)
        else:
            episode = scene.episode
            own = (scene.number, scene.suffix) if scene.number is not None else None
            number, suffix = taken.between(episode, last.get(episode), after, own)
            last[episode] = (number, suffix)
        numbered.append(replace(scene, episode=episode, number=number, suffix=suffix))
    return tuple(numbered)


def _ahead(
    scenes: Sequence[Scene], given: Mapping[str, Key], in_order: Collection[str]
) -> list[Spot | None]:
    """The number that stands next in each scene's episode."""
    upcoming: dict[int | None, Spot] = {}
    found: list[Spot | None] = []
    for scene in reversed(scenes):
        if scene.id in given and scene.id in in_order:
            episode, number, suffix = given[scene.id]
            if number is not None:
                upcoming[episode] = (number, suffix)
        found.append(upcoming.get(scene.episode))
    return found[::-1]


class _Taken:
    """Numbers that stand; one count runs through all episodes when no number stands in two."""

    def __init__(self, keys: Collection[Key]) -> None:
        episodes: dict[int | None, set[int | None]] = {}
        for episode, number, _ in keys:
            episodes.setdefault(number, set()).add(episode)
        several = len({episode for episode, _, _ in keys}) > 1
        self._through = several and all(len(own) == 1 for own in episodes.values())
        self._keys = {self._key(*key) for key in keys}

    def between(
        self, episode: int | None, before: Spot | None, after: Spot | None, own: Spot | None
    ) -> Spot:
        """A free number between two, ``own`` if that is one; from now on it is taken."""
        last = before is not None and after is None and own is not None and not own[1]
        wanted = [own] if own is not None and not last else []
        tried = chain(wanted, _spots(before, after))
        fitting = (spot for spot in tried if _in_order(before, spot, after))
        spot = next(
            spot
            for spot in chain(fitting, _out_of_order(before, after))
            if self._key(episode, *spot) not in self._keys
        )
        self._keys.add(self._key(episode, *spot))
        return spot

    def _key(self, episode: int | None, number: int | None, suffix: str) -> Key:
        return None if self._through else episode, number, suffix


def _in_order(before: Spot | None, spot: Spot, after: Spot | None) -> bool:
    return (before is None or before < spot) and (after is None or spot < after)


def _spots(before: Spot | None, after: Spot | None) -> Iterator[Spot]:
    """Numbers to try, the nicest first."""
    if before is None:
        number = max(after[0] - 1, 0) if after else 1
        if after is None:
            yield number, ""
        yield from ((number, letter) for letter in LETTERS)
        yield number, ""
        return
    number, suffix = before
    if after is None:
        yield number + 1, ""
    if suffix and suffix[-1] != LETTERS[-1]:
        yield number, suffix[:-1] + LETTERS[LETTERS.find(suffix[-1]) + 1]
    yield from ((number, suffix + letter) for letter in LETTERS)


def _out_of_order(before: Spot | None, after: Spot | None) -> Iterator[Spot]:
    """Every suffix of the number next to it, A to Z, then AA to ZZ and on."""
    number = (before or after or (0, ""))[0]
    for length in count(1):
        for letters in product(LETTERS, repeat=length):
            yield number, "".join(letters)
