"""Who waits on which scene, and how much waiting is left at least.

Scenes are bits of a 64-bit set; tables are float64 of whole numbers, so that the fast matrix
product serves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Masks = NDArray[np.uint64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Film(NamedTuple):
    """A film as tables.

    ``plays`` (actors, scenes) 0 or 1, ``pay`` (actors,), ``durations`` (scenes,); ``scenes``: per
    actor the bits of his scenes; ``waits`` (scenes, actors): what an actor costs who is present and
    does not play; ``apart`` (scenes, pairs): what either of ``pairs`` costs while the other plays
    without him.
    """

    plays: Floats
    pay: Floats
    durations: Floats
    scenes: Masks
    waits: Floats
    pairs: tuple[NDArray[np.intp], NDArray[np.intp]]
    apart: tuple[Floats, Floats]

    @property
    def bits(self) -> Masks:
        """One bit per scene."""
        return np.uint64(1) << np.arange(len(self.durations), dtype=np.uint64)


def condensed(
    durations: Sequence[int], actors: Sequence[tuple[int, frozenset[int]]]
) -> tuple[Film, list[list[int]], list[int]]:
    """The same film with fewer scenes and actors, the scenes of each of its own, idle scenes.

    Actors of one scene never wait, scenes of one cast are shot together, actors of the same scenes
    count as one; a scene without cast goes to the front.
    """
    plays = np.zeros((len(actors), len(durations)), dtype=bool)
    for row, (_, scenes) in enumerate(actors):
        plays[row, list(scenes)] = True
    pay = np.array([cost for cost, _ in actors], dtype=np.float64)
    lengths = np.array(durations, dtype=np.float64)
    groups, idle = [[scene] for scene in range(len(durations))], []
    before: tuple[int, ...] = ()
    while before != plays.shape:
        before = plays.shape
        kept = (plays.sum(axis=1) > 1) & (pay > 0)
        plays, pay = plays[kept], pay[kept]
        filled = plays.any(axis=0)
        idle += [one for group, on in zip(groups, filled, strict=True) if not on for one in group]
        groups = [group for group, on in zip(groups, filled, strict=True) if on]
        plays, lengths = plays[:, filled], lengths[filled]
        if not plays.size:
            groups, lengths, plays = [], lengths[:0], plays[:, :0]
            break
        plays, which = np.unique(plays, axis=1, return_inverse=True)
        lengths = np.bincount(which, weights=lengths).astype(np.float64)
        joined: list[list[int]] = [[] for _ in range(plays.shape[1])]
        for group, to in zip(groups, which, strict=True):
            joined[to] += group
        groups = joined
        plays, which = np.unique(plays, axis=0, return_inverse=True)
        pay = np.bincount(which, weights=pay).astype(np.float64)
    return _film(plays.astype(np.float64), pay, lengths), groups, idle


def _film(plays: Floats, pay: Floats, lengths: Floats) -> Film:
    bits = np.uint64(1) << np.arange(len(lengths), dtype=np.uint64)
    scenes = (plays.astype(np.uint64) * bits).sum(axis=1, dtype=np.uint64)
    one, two = np.triu_indices(len(pay), 1)
    waits = ((1 - plays) * pay[:, None] * lengths).T.copy()
    apart = (waits[:, one] * plays[two].T, waits[:, two] * plays[one].T)
    return Film(plays, pay, lengths, scenes, waits, (one, two), apart)


def present(film: Film, done: Masks) -> Floats:
    """Who has begun within ``done`` and not ended: (states, actors) 0 or 1."""
    within = done[:, None] & film.scenes
    inside: Flags = (within != 0) & (within != film.scenes)
    return inside.astype(np.float64)


def least(film: Film, before: Masks, after: Masks) -> Floats:
    """A lower bound of the waiting among the scenes on neither side: (states,)."""
    started = (before[:, None] & film.scenes) != 0
    ended = (after[:, None] & film.scenes) != 0
    left = (((before | after)[:, None] & film.bits) == 0).astype(np.float64)
    both = ((left @ film.waits) * (started & ended)).sum(axis=1)
    front = _leaving(film, (started & ~ended).astype(np.float64), left)
    back = _leaving(film, (ended & ~started).astype(np.float64), left)
    return np.asarray(both + front + back)


def _leaving(film: Film, here: Floats, left: Floats) -> Floats:
    """A lower bound of what those ``here`` wait until their last scene of ``left``."""
    bound = np.maximum(_one_by_one(film, here, left), _two_by_two(film, here, left))
    # rounded down well beyond the error of the sums, and up to the whole fen that is paid
    return np.asarray(np.maximum(np.ceil(bound * (1 - 1e-12) - 1e-6), 0))


def _two_by_two(film: Film, here: Floats, left: Floats) -> Floats:
    """Of any two the one who leaves last waits while the other plays alone.

    Each one's waiting is shared evenly among his pairs.
    """
    one, two = film.pairs
    least_of = np.minimum(left @ film.apart[0], left @ film.apart[1])
    total = (least_of * here[:, one] * here[:, two]).sum(axis=1)
    return np.asarray(total / np.maximum(here.sum(axis=1) - 1, 1))


def _one_by_one(film: Film, here: Floats, left: Floats) -> Floats:
    """Each scene split evenly among those of ``here`` who play in it.

    Who leaves as the k-th stays for all parts of the first k: completion times of one machine,
    whose least weighted sum is that of Smith's rule.
    """
    lengths = left * film.durations
    parts = (lengths / np.maximum(here @ film.plays, 1)) @ film.plays.T * here
    work = (lengths @ film.plays.T * here * film.pay).sum(axis=1)
    order = np.argsort(np.where(here > 0, parts / film.pay, np.inf), axis=1)
    stays = np.cumsum(np.take_along_axis(parts, order, axis=1), axis=1)
    pay = np.take_along_axis(here * film.pay, order, axis=1)
    return np.asarray((stays * pay).sum(axis=1) - work)
