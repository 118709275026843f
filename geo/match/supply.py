"""What every site offers for every scene type asked, inside or outside, minus what is barred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geo.match.permits import Bears, PermitSheet
from geo.match.rules import Rules
from geo.model import Exposure, FloatArray, IntExt, PermitRule, Site, Vocabulary

EXPOSURES = tuple(Exposure)
INSIDE, OUTSIDE, UNKNOWN = (
    EXPOSURES.index(one) for one in (Exposure.INSIDE, Exposure.OUTSIDE, Exposure.UNKNOWN)
)
LEAST, MOST, NONE = range(len(EXPOSURES), len(EXPOSURES) + 3)
"""Taken for an unknown exposure: whichever of the three serves a scene least, or most; nothing."""

Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Slot:
    """The n-th scene type of every site that has so many: rows, types, exposures as indices."""

    rows: Indices
    types: Indices
    exposures: Indices

    def taken(self, rows: Indices, guess: int) -> Slot:
        """The same for the sites ``rows`` (ascending), where unknown is taken for ``guess``."""
        here = np.isin(self.rows, rows)
        exposures = self.exposures[here]
        guessed = np.where(exposures == UNKNOWN, guess, exposures)
        return Slot(np.searchsorted(rows, self.rows[here]), self.types[here], guessed)


@dataclass(frozen=True, slots=True)
class Supply:
    """The offers of ``count`` sites; ``asked`` are the scene types that some scene asks for."""

    count: int
    types: tuple[str, ...]
    asked: Mapping[str, int]
    slots: tuple[Slot, ...]
    stand: FloatArray
    exposure: Mapping[IntExt, FloatArray]
    combine: np.ufunc

    def best(
        self,
        asked: IntExt,
        sheet: PermitSheet,
        blocking: Mapping[int, PermitRule],
    ) -> tuple[FloatArray, NDArray[np.int16]]:
        """Best quality (sites, types asked) and the number of the scene type that gives it.

        ``blocking`` are the rules that the scene meets for certain; what they surely bar is 0.
        """
        shape = (self.count, len(self.asked))
        quality, slot_no = np.zeros(shape, np.float32), np.zeros(shape, np.int16)
        for number, slot in enumerate(self.slots):
            factor = self._factor(slot, asked, sheet, blocking)
            worth = self.combine(self.stand[slot.types], factor[:, None])
            had = quality[slot.rows]
            better = worth > had
            quality[slot.rows] = np.where(better, worth, had)
            slot_no[slot.rows] = np.where(better, np.int16(number), slot_no[slot.rows])
        return quality, slot_no

    def open_slots(self) -> NDArray[np.intp]:
        """Per site how many of the scene types that can serve anything nobody has looked into."""
        useful = np.asarray(self.stand.any(axis=1))
        count = np.zeros(self.count, np.intp)
        for slot in self.slots:
            count[slot.rows] += np.logical_and(slot.exposures == UNKNOWN, useful[slot.types])
        return count

    def stacked(self, blocks: Sequence[tuple[Indices, int]]) -> Supply:
        """One site for each of the rows (ascending) of each block, under the guess of the block."""
        offset, found = 0, [list[Slot]() for _ in self.slots]
        for rows, guess in blocks:
            for of_slot, slot in zip(found, self.slots, strict=True):
                some = slot.taken(rows, guess)
                of_slot.append(replace(some, rows=some.rows + offset))
            offset += len(rows)
        slots = tuple(
            Slot(
                np.concatenate([slot.rows for slot in some]),
                np.concatenate([slot.types for slot in some]),
                np.concatenate([slot.exposures for slot in some]),
            )
            for some in found
        )
        return replace(self, count=offset, slots=slots)

    def _factor(
        self,
        slot: Slot,
        asked: IntExt,
        sheet: PermitSheet,
        blocking: Mapping[int, PermitRule],
    ) -> FloatArray:
        table = self.exposure[asked]
        factor = table[slot.types, slot.exposures]
        for number, rule in blocking.items():
            hit = self._barred(slot, sheet, number, rule)
            # where the best is taken it may still be outside, which a rule about rooms lets be
            left = table[
                slot.types, np.where(rule.inside & (slot.exposures == MOST), OUTSIDE, NONE)
            ]
            factor = np.where(hit, np.minimum(factor, left), factor)
        return factor

    def _barred(
        self, slot: Slot, sheet: PermitSheet, rule_no: int, rule: PermitRule
    ) -> NDArray[np.bool_]:
        hit: NDArray[np.bool_] = sheet.on_sites[rule_no, slot.rows] == Bears.YES
        if rule.inside:
            hit &= slot.exposures != OUTSIDE
            if rule.buildings:
                hit &= np.isin(slot.types, [self.types.index(code) for code in rule.buildings])
        return hit


def supply(
    sites: Sequence[Site], asked: Iterable[str], vocabulary: Vocabulary, rules: Rules
) -> Supply:
    """Line up the offers of ``sites`` for the scene types ``asked``."""
    types = tuple(vocabulary.scene_types)
    place = {code: i for i, code in enumerate(types)}
    columns = {code: i for i, code in enumerate(sorted(set(asked) & set(place)))}
    stand = np.zeros((len(types), len(columns)), np.float32)
    for code, column in columns.items():
        for stand_in in vocabulary.scene_types[code].stand_ins:
            stand[place[stand_in.scene_type], column] = stand_in.quality
        stand[place[code], column] = 1.0
    kinds = vocabulary.scene_types.values()
    exposure = {
        one: _guessable([rules.exposure[kind.int_ext][one] for kind in kinds]) for one in IntExt
    }
    return Supply(
        len(sites), types, columns, _slots(sites, place), stand, exposure, rules.parts.combine
    )


def _guessable(rows: Sequence[Mapping[Exposure, float]]) -> FloatArray:
    """Factors by scene type (rows) and exposure, then ``LEAST``, ``MOST`` and 0 for ``NONE``."""
    table = np.array([[row[had] for had in EXPOSURES] for row in rows], np.float32)
    table = table.reshape(len(rows), len(EXPOSURES))
    ends = (table.min(axis=1), table.max(axis=1), np.zeros(len(rows), np.float32))
    return np.column_stack([table, *ends])


def _slots(sites: Sequence[Site], place: Mapping[str, int]) -> tuple[Slot, ...]:
    lined: list[tuple[list[int], list[int], list[int]]] = []
    seen = {had: i for i, had in enumerate(EXPOSURES)}
    for row, site in enumerate(sites):
        for number, had in enumerate(site.scene_types):
            while number >= len(lined):
                lined.append(([], [], []))
            known = place.get(had.scene_type)
            if known is not None:
                rows, types, exposures = lined[number]
                rows.append(row)
                types.append(known)
                exposures.append(seen[had.exposure])
    return tuple(Slot(*(np.array(part, np.intp) for part in parts)) for parts in lined)
