"""How like a known good place others are: by what can be shot there, never by price or distance."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.model import Alike, Reason, Site, Vocabulary

Floats: TypeAlias = NDArray[np.float64]
Codes: TypeAlias = frozenset[str]
Compared: TypeAlias = tuple[Floats, NDArray[np.bool_]]
"""Likeness 0 to 1, and where there is anything to compare."""

SHARES = {"types": 0.5, "kind": 0.15, "craft": 0.15, "eras": 0.08, "grades": 0.08, "venue": 0.04}
"""How much each part counts; a part that neither place says anything of is left out."""

PARTS: Mapping[str, Callable[[Site], Iterable[str]]] = {
    "types": lambda site: (had.scene_type for had in site.scene_types),
    "kind": lambda site: (site.kind.value,),
    "craft": lambda site: (site.ich_category,) if site.ich_category else (),
    "eras": lambda site: site.eras,
    "grades": lambda site: (level.code for level in site.levels),
    "venue": lambda site: (site.venue_class.value,),
}
"""What is compared of a site, as codes."""

STAND_IN = 0.6
"""What a scene type counts that another could stand in for, times how well it does."""

SHOWN, MISSED = 3, 2
"""Scene types told as shared, and as missing, the rarest first."""

UNNAMED = "other"
"""The grade without a name."""


class Likeness:
    """The sites of a catalogue lined up for comparing; rare scene types and grades count more."""

    def __init__(self, sites: Sequence[Site], vocabulary: Vocabulary) -> None:
        self.ids = [site.id for site in sites]
        self._parents = [site.parent for site in sites]
        self._sets = {name: _Sets(map(part, sites)) for name, part in PARTS.items()}
        self._place = {code: at for at, code in enumerate(vocabulary.scene_types)}
        self._near = _nearness(vocabulary, self._place)
        self._types = _Types(self._sets["types"], self._near, self._place)

    def like(self, site: Site, most: int) -> tuple[Alike, ...]:
        """The ``most`` places most like ``site``, itself and the sets of its own base left out.

        Sets within bases are compared with sets alone, places with whole places.
        """
        scores = self.likeness(site)
        family = {site.id, site.parent} - {None}
        others = (
            row
            for row, parent in enumerate(self._parents)
            if self.ids[row] not in family
            and parent not in family
            and (parent is None) == (site.parent is None)
        )
        best = heapq.nsmallest(most, others, key=lambda row: (-scores[row], self.ids[row]))
        own = {name: frozenset(part(site)) for name, part in PARTS.items()}
        return tuple(
            Alike(self.ids[row], round(float(scores[row]), 4), tuple(self._why(own, row)))
            for row in best
        )

    def likeness(self, site: Site) -> Floats:
        """Likeness (N,) 0 to 1 of every site to ``site``, the same both ways; 1 for its equal."""
        total, weight = np.zeros(len(self.ids)), np.zeros(len(self.ids))
        for name, share in SHARES.items():
            own, sets = frozenset(PARTS[name](site)), self._sets[name]
            compared = self._types.alike(own) if name == "types" else sets.alike(own, name)
            worth, counts = (part[sets.number] for part in compared)
            total += np.where(counts, share * worth, 0.0)
            weight += np.where(counts, share, 0.0)
        return total / weight

    def _why(self, own: Mapping[str, Codes], row: int) -> Iterator[Reason]:
        """What both have, what they are, and what the other lacks."""
        other = {name: sets.of(row) for name, sets in self._sets.items()}
        shared = self._types.rarest(own["types"] & other["types"])
        if shared:
            yield Reason("alike_shared", {"types": ",".join(shared[:SHOWN])})
        if own["craft"] & other["craft"]:
            yield Reason("alike_craft")
        grades = sorted(own["grades"] & other["grades"] - {UNNAMED})
        if grades:
            yield Reason("alike_grades", {"levels": ",".join(grades[:MISSED])})
        if own["kind"] != other["kind"]:
            yield Reason(f"alike_kind_{next(iter(other['kind']))}")
        known = [self._place[code] for code in other["types"] if code in self._place]
        missing = [
            code
            for code in self._types.rarest(own["types"] - other["types"])
            if not self._near[self._place[code], known].any()
        ]
        if missing:
            yield Reason("alike_lacks", {"types": ",".join(missing[:MISSED])})


class _Sets:
    """Sets of codes by row: there are few different ones, however many rows."""

    def __init__(self, sets: Iterable[Iterable[str]]) -> None:
        numbers: dict[Codes, int] = {}
        self.number = np.fromiter(
            (numbers.setdefault(frozenset(one), len(numbers)) for one in sets), np.intp
        )
        self.different: tuple[Codes, ...] = tuple(numbers)
        had = np.bincount(self.number, minlength=len(self.different)).tolist()
        self.counts: Counter[str] = Counter()
        for one, times in zip(self.different, had, strict=True):
            self.counts.update(dict.fromkeys(one, times))

    def of(self, row: int) -> Codes:
        """The set of a row."""
        return self.different[int(self.number[row])]

    def alike(self, own: Codes, name: str) -> Compared:
        """Of every different set: what it shares with ``own`` of what either has."""
        rare = name == "grades"

        def worth(codes: Codes) -> float:
            if not rare:
                return float(len(codes))
            return sum(self._rarity(code) for code in codes)

        shared = np.array([worth(own & one) for one in self.different])
        either = np.array([worth(own | one) for one in self.different])
        alike = np.divide(shared, either, out=np.zeros(len(either)), where=either > 0)
        return alike, either > 0

    def _rarity(self, code: str) -> float:
        """How telling a code is; one that nobody has tells as much as the others on average."""
        had = self.counts[code]
        return float(np.log1p(len(self.number) / had)) if had else 1.0


class _Types:
    """The different sets of scene types in one row of places, for sums over all of them."""

    def __init__(self, sets: _Sets, near: Floats, place: Mapping[str, int]) -> None:
        self._place, self._near = place, near
        lists = [sorted(place[one] for one in some if one in place) for some in sets.different]
        self._had = np.fromiter(chain.from_iterable(lists), np.intp)
        self._sizes = np.array([len(some) for some in lists], np.intp)
        self._owner = np.repeat(np.arange(len(lists)), self._sizes)
        counts = np.array([max(1, sets.counts[code]) for code in place], np.float64)
        self._rarity = np.log1p(len(sets.number) / counts)

    def alike(self, own: Codes) -> Compared:
        """Share of the types of both, by rarity, that the other has too or could stand in for."""
        mine = np.array(sorted(self._place[one] for one in own if one in self._place), np.intp)
        count = len(self._sizes)
        theirs = np.bincount(self._owner, self._rarity[self._had], count)
        met = np.zeros(count)
        if mine.size:
            served = self._near[:, mine].max(axis=1)
            met += np.bincount(self._owner, (self._rarity * served)[self._had], count)
            starts = np.cumsum(self._sizes) - self._sizes
            some = np.flatnonzero(self._sizes)
            for one in mine.tolist() if some.size else ():
                best = np.maximum.reduceat(self._near[one, self._had], starts[some])
                met[some] += self._rarity[one] * best
        whole = theirs + self._rarity[mine].sum()
        return np.divide(met, whole, out=np.zeros(count), where=whole > 0), whole > 0

    def rarest(self, types: Iterable[str]) -> list[str]:
        """Known ones of ``types``, the rarest first."""
        known = (code for code in types if code in self._place)
        return sorted(known, key=lambda code: (-self._rarity[self._place[code]], code))


def _nearness(vocabulary: Vocabulary, place: Mapping[str, int]) -> Floats:
    """How near scene types (T, T) are: 1 the same, else how well one stands in for the other."""
    near = np.eye(len(place))
    for code, kind in vocabulary.scene_types.items():
        for one in kind.stand_ins:
            if one.scene_type in place:
                pair = place[code], place[one.scene_type]
                worth = max(STAND_IN * one.quality, near[pair], near[pair[::-1]])
                near[pair] = near[pair[::-1]] = worth
    return near
