"""What every site offers for every scene type asked, inside or outside, minus what is barred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.match.permits import Bears, PermitSheet
from geo.match.rules import Rules
from geo.model import Exposure, FloatArray, IntExt, PermitRule, Site, Vocabulary

EXPOSURES = tuple(Exposure)
OUTSIDE = EXPOSURES.index(Exposure.OUTSIDE)
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Slot:
    """The n-th scene type of every site that has so many: rows, types, exposures as indices."""

    rows: Indices
    types: Indices
    exposures: Indices


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
        self, asked: IntExt, sheet: PermitSheet, blocking: Mapping[int, PermitRule]
    ) -> tuple[FloatArray, NDArray[np.int16]]:
        """Best quality (sites, types asked) and the number of the scene type that gives it.

        ``blocking`` are the rules that the scene meets for certain; what they surely bar is 0.
        """
        shape = (self.count, len(self.asked))
        quality, slot_no = np.zeros(shape, np.float32), np.zeros(shape, np.int16)
        for number, slot in enumerate(self.slots):
            factor = self.exposure[asked][slot.types, slot.exposures]
            for rule_no, rule in blocking.items():
                factor = np.where(self._barred(slot, sheet, rule_no, rule), np.float32(0), factor)
            worth = self.combine(self.stand[slot.types], factor[:, None])
            had = quality[slot.rows]
            better = worth > had
            quality[slot.rows] = np.where(better, worth, had)
            slot_no[slot.rows] = np.where(better, np.int16(number), slot_no[slot.rows])
        return quality, slot_no

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
    exposure = {
        one: np.array(
            [
                [rules.exposure[kind.int_ext][one][had] for had in EXPOSURES]
                for kind in vocabulary.scene_types.values()
            ],
            np.float32,
        ).reshape(len(types), len(EXPOSURES))
        for one in IntExt
    }
    return Supply(
        len(sites), types, columns, _slots(sites, place), stand, exposure, rules.parts.combine
    )


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
