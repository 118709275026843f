"""Fit of every site to every scene, as arrays: type and stand-in, inside or outside, era, craft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.match.culture import carriers
from geo.match.rules import ERAS, Rules
from geo.model import Exposure, FloatArray, IntExt, Match, Reason, Scene, Site, Vocabulary

SURE = 0.5
"""From this confidence a need was read; below it was guessed or only mentioned."""


@dataclass(frozen=True, slots=True)
class FitTable:
    """Fits of ``sites`` (rows) to ``scenes`` (columns), 0 where a site does not serve a scene.

    ``need`` is the index of the need served, ``served`` the index into ``types``.
    """

    sites: tuple[Site, ...]
    scenes: tuple[Scene, ...]
    types: tuple[str, ...]
    fit: FloatArray
    need: NDArray[np.int16]
    served: NDArray[np.int16]
    era: FloatArray
    culture: FloatArray

    def matches(self, row: int) -> tuple[Match, ...]:
        """Every scene that site ``row`` serves, in script order, with the parts of each fit."""
        site = self.sites[row]
        found = []
        for column in np.flatnonzero(self.fit[row]):
            scene = self.scenes[column]
            asked = scene.needs[self.need[row, column]].scene_type
            served = self.types[self.served[row, column]]
            fit = round(float(self.fit[row, column]), 4)
            why = self.why(row, int(column))
            found.append(Match(site.id, scene.id, fit, asked, served, asked == served, why))
        return tuple(found)

    def why(self, row: int, column: int) -> tuple[Reason, ...]:
        """Tell the parts of one fit; empty when the site does not serve the scene."""
        if not self.fit[row, column]:
            return ()
        scene = self.scenes[column]
        need = scene.needs[self.need[row, column]]
        served = self.types[self.served[row, column]]
        code = "fit_direct" if served == need.scene_type else "fit_stand_in"
        words = "、".join(need.because)
        reasons = [Reason(code, {"asked": need.scene_type, "served": served, "words": words})]
        if self.era[row, column] < 1:
            reasons.append(Reason("fit_era", {"era": str(scene.era)}))
        if scene.culture:
            share = float(self.culture[row, column])
            code = "fit_culture_none" if share < 1 else "fit_culture"
            terms = ",".join(need.term for need in scene.culture)
            reasons.append(Reason(code, {"terms": terms, "share": round(share, 3)}))
        return tuple(reasons)


def fit_table(
    sites: Sequence[Site], scenes: Sequence[Scene], vocabulary: Vocabulary, rules: Rules
) -> FitTable:
    """Fit of each site to each scene: type x era x craft; below ``rules.least`` it is 0."""
    types = tuple(vocabulary.scene_types)
    quality, served = _supply(sites, vocabulary, rules)
    shape = (len(sites), len(scenes))
    best = np.zeros(shape, np.float32)
    need_no = np.zeros(shape, np.int16)
    served_no = np.zeros(shape, np.int16)
    place = {code: i for i, code in enumerate(types)}
    for column, scene in enumerate(scenes):
        asked = scene.int_ext or IntExt.BOTH
        for number, weight in _asked(scene):
            code = place.get(scene.needs[number].scene_type)
            if code is None:
                continue
            worth = quality[asked][:, code] * np.float32(weight)
            better = worth > best[:, column]
            best[better, column] = worth[better]
            need_no[better, column] = number
            served_no[better, column] = served[asked][better, code]
    era = _era(sites, scenes, rules)
    culture = _culture(sites, scenes, vocabulary, rules)
    fit = best * era * culture
    fit[fit < rules.least] = 0
    return FitTable(tuple(sites), tuple(scenes), types, fit, need_no, served_no, era, culture)


def _asked(scene: Scene) -> list[tuple[int, float]]:
    """The needs a place may serve the scene by: their numbers and weights, 0 to 1.

    The sure ones, against the surest; a garden that the action merely mentions does not make a
    garden serve a ward. Where the reader only guessed, its guesses count, discounted.
    """
    sure = [number for number, need in enumerate(scene.needs) if need.confidence >= SURE]
    numbers = sure or range(len(scene.needs))
    top = max([SURE, *(scene.needs[number].confidence for number in numbers)])
    return [(number, scene.needs[number].confidence / top) for number in numbers]


def _supply(
    sites: Sequence[Site], vocabulary: Vocabulary, rules: Rules
) -> tuple[Mapping[IntExt, FloatArray], Mapping[IntExt, NDArray[np.int16]]]:
    """Per INT/EXT asked: best quality of each site for each type, and the type that gives it."""
    types = tuple(vocabulary.scene_types)
    place = {code: i for i, code in enumerate(types)}
    # stand[t]: (type asked, quality) pairs that a site having t can serve
    stand: dict[str, list[tuple[int, float]]] = {code: [(place[code], 1.0)] for code in types}
    for code, scene_type in vocabulary.scene_types.items():
        for stand_in in scene_type.stand_ins:
            stand[stand_in.scene_type].append((place[code], stand_in.quality))
    shape = (len(sites), len(types))
    quality = {asked: np.zeros(shape, np.float32) for asked in IntExt}
    served = {asked: np.zeros(shape, np.int16) for asked in IntExt}
    for row, site in enumerate(sites):
        for had in site.scene_types:
            if had.scene_type not in place:
                continue
            for asked in IntExt:
                factor = _exposure(vocabulary, rules, had.scene_type, asked, had.exposure)
                for column, worth in stand[had.scene_type]:
                    if worth * factor > quality[asked][row, column]:
                        quality[asked][row, column] = worth * factor
                        served[asked][row, column] = place[had.scene_type]
    return quality, served


def _exposure(
    vocabulary: Vocabulary, rules: Rules, code: str, asked: IntExt, had: Exposure
) -> float:
    return rules.exposure[vocabulary.scene_types[code].int_ext][asked][had]


def _era(sites: Sequence[Site], scenes: Sequence[Scene], rules: Rules) -> FloatArray:
    """Factor for the era, (sites, scenes); 1 where either side does not say."""
    table = {
        era: np.array(
            [
                max((rules.era[era].get(had, 1.0) for had in site.eras), default=1.0)
                for site in sites
            ],
            np.float32,
        )
        for era in {scene.era for scene in scenes}
        if era in ERAS
    }
    ones = np.ones(len(sites), np.float32)
    columns = [table.get(scene.era or "", ones) for scene in scenes]
    return np.stack(columns, axis=1) if columns else np.ones((len(sites), 0), np.float32)


def _culture(
    sites: Sequence[Site], scenes: Sequence[Scene], vocabulary: Vocabulary, rules: Rules
) -> FloatArray:
    """Factor for living crafts, (sites, scenes): the mean over the terms a scene leans on."""
    asked = {need.term for scene in scenes for need in scene.culture} & set(vocabulary.culture)
    found = carriers(sites, [vocabulary.culture[code] for code in asked])
    rows: dict[str, FloatArray] = {}
    for code, (own, cities) in found.items():
        row = np.full(len(sites), rules.culture_none, np.float32)
        row[[i for i, site in enumerate(sites) if site.adcode in cities]] = rules.culture_city
        row[list(own)] = rules.culture_site
        rows[code] = row
    factors = np.ones((len(sites), len(scenes)), np.float32)
    for column, scene in enumerate(scenes):
        known = [rows[need.term] for need in scene.culture if need.term in rows]
        if known:
            factors[:, column] = np.mean(known, axis=0)
    return factors
