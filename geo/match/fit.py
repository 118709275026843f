"""Fit of every site to every scene, as arrays: each part a factor, what is barred left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.match.musts import Prices, judge_musts
from geo.match.parts import Side, sides
from geo.match.permits import Bears, PermitSheet, blockers, permit_sheet
from geo.match.rules import Rules
from geo.match.supply import Supply, supply
from geo.match.telling import place_parts
from geo.model import (
    Effect,
    Excluded,
    Finding,
    FitPart,
    FloatArray,
    IntExt,
    Match,
    Must,
    MustCode,
    Need,
    PermitBook,
    PermitRule,
    Reason,
    Scene,
    Site,
    SiteScene,
    Vocabulary,
)

SURE = 0.5
"""From this confidence a need was read; below it was guessed or only mentioned."""

TOLD_PARTS = frozenset({"type", "culture"})
"""Parts that are told with a match even where they cost nothing."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What stands around a fit: permission rules, must-haves, the base, prices, the day.

    ``base`` is (latitude, longitude) or None while nobody has named one; ``prices`` are least and
    most CNY a day by site id. ``today`` decides which rules are in force; ``agreed`` are ids of
    sites whose managers have agreed to this shoot, so that no rule bars anything there.
    """

    today: date
    permits: PermitBook = field(default_factory=PermitBook)
    musts: tuple[Must, ...] = ()
    base: tuple[float, float] | None = None
    prices: Prices = field(default_factory=dict)
    agreed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Picks:
    """Per site (row) and scene (column): fit, the need served, the scene type that serves it."""

    fit: FloatArray
    need: NDArray[np.int16]
    slot: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class FitTable:
    """Fits of ``sites`` (rows) to ``scenes`` (columns), 0 where a site does not serve a scene.

    ``failed`` and ``asks`` tell by row why a site fails a must-have, or what to ask before that
    can be said. ``barred`` has by row what each scene would be served with if no rule barred it.
    """

    sites: tuple[Site, ...]
    scenes: tuple[Scene, ...]
    picks: Picks
    sides: tuple[Side[Any], ...]
    sheet: PermitSheet
    vocabulary: Vocabulary
    rules: Rules
    failed: Mapping[int, Sequence[Reason]]
    asks: Mapping[int, Sequence[Reason]]
    barred: Mapping[int, Mapping[int, SiteScene]]
    blocking: frozenset[str]
    told: dict[tuple[int, int, SiteScene], tuple[FitPart, ...]] = field(default_factory=dict)

    @property
    def fit(self) -> FloatArray:
        """The fits, 0 to 1."""
        return self.picks.fit

    def matches(self, row: int) -> tuple[Match, ...]:
        """Every scene that site ``row`` serves, in script order, with the parts of each fit."""
        site = self.sites[row]
        found = []
        for column in np.flatnonzero(self.fit[row]).tolist():
            need, had = self._served(row, column)
            parts = self.parts(row, column)
            found.append(
                Match(
                    site.id,
                    self.scenes[column].id,
                    round(float(self.fit[row, column]), 4),
                    need.scene_type,
                    had.scene_type,
                    need.scene_type == had.scene_type,
                    _told(parts),
                    parts,
                    self.sheet.findings(row, column, had),
                )
            )
        return tuple(found)

    def parts(self, row: int, column: int) -> tuple[FitPart, ...]:
        """The parts of one fit, each with its reason; none where the site does not serve."""
        if not self.fit[row, column]:
            return ()
        site, scene = self.sites[row], self.scenes[column]
        need, had = self._served(row, column)
        key = column, int(self.picks.need[row, column]), had
        if key not in self.told:
            weight = _weight(scene, need)
            self.told[key] = place_parts(scene, need, had, weight, self.vocabulary, self.rules)
        place = self.told[key]
        rest = [side.part(row, site, column) for side in self.sides]
        return (*place, *[part for part in rest if part is not None])

    def why(self, row: int, column: int) -> tuple[Reason, ...]:
        """What is worth telling of one fit: what serves, the craft, and whatever costs."""
        return _told(self.parts(row, column))

    def lost(self, row: int) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
        """Scenes that site ``row`` would serve if no rule kept them away, with those rules."""
        told = []
        for column, had in self.barred.get(row, {}).items():
            found = self.sheet.findings(row, column, had)
            told.append((self.scenes[column].id, found))
        return tuple(told)

    def excluded(self) -> tuple[Excluded, ...]:
        """Sites left out altogether: they fail a must-have, or rules bar all that they serve."""
        found = []
        for row, site in enumerate(self.sites):
            because = list(self.failed.get(row, ()))
            if row in self.barred and not self.fit[row].any():
                findings = [finding for _, some in self.lost(row) for finding in some]
                sure = (one for one in findings if one.effect is not Effect.ASK)
                kept = (one for one in sure if one.rule_id in self.blocking)
                because += [reason for finding in kept for reason in finding.reasons]
            if because:
                unique = {(one.code, tuple(one.values.items())): one for one in because}
                known_as = (site.name_zh, site.name_en or site.name_zh)
                found.append(Excluded(site.id, tuple(unique.values()), *known_as))
        return tuple(found)

    def _served(self, row: int, column: int) -> tuple[Need, SiteScene]:
        need = self.scenes[column].needs[self.picks.need[row, column]]
        return need, self.sites[row].scene_types[self.picks.slot[row, column]]


def fit_table(
    sites: Sequence[Site],
    scenes: Sequence[Scene],
    vocabulary: Vocabulary,
    rules: Rules,
    terms: Terms | None = None,
) -> FitTable:
    """Fit of each site to each scene; below ``rules.least`` it is 0, as where a rule bars it.

    A site that fails a must-have of ``terms`` serves nothing.
    """
    terms = terms or Terms(date.max)
    asked = {need.scene_type for scene in scenes for need in scene.needs}
    offers = supply(sites, asked, vocabulary, rules)
    sheet = permit_sheet(terms.permits, sites, scenes, terms.today, terms.agreed)
    no_risk = any(must.code is MustCode.NO_RISK for must in terms.musts)
    blocking = blockers(sheet, no_risk=no_risk)
    around = sides(sites, scenes, vocabulary, rules, terms.base)
    picks = _fits(offers, scenes, sheet, blocking, around, rules)
    verdicts = judge_musts(sites, terms.musts, terms.base, terms.prices)
    barred = _barred(sites, scenes, vocabulary, rules, sheet, blocking, around, picks)
    picks.fit[list(verdicts.failed)] = 0
    return FitTable(
        tuple(sites),
        tuple(scenes),
        picks,
        around,
        sheet,
        vocabulary,
        rules,
        verdicts.failed,
        verdicts.asks,
        barred,
        frozenset(rule.id for rule in blocking.values()),
    )


def _fits(
    offers: Supply,
    scenes: Sequence[Scene],
    sheet: PermitSheet,
    blocking: Mapping[int, PermitRule],
    around: Sequence[Side[Any]],
    rules: Rules,
    rows: NDArray[np.intp] | None = None,
) -> Picks:
    """Best fit per site and scene; ``rows`` are those of ``around`` that ``offers`` stand for."""
    shape = (offers.count, len(scenes))
    picks = Picks(np.zeros(shape, np.float32), np.zeros(shape, np.int16), np.zeros(shape, np.int16))
    known: dict[tuple[IntExt, tuple[int, ...]], tuple[FloatArray, NDArray[np.int16]]] = {}
    for column, scene in enumerate(scenes):
        asked = scene.int_ext or IntExt.BOTH
        hit = tuple(n for n in blocking if sheet.on_scenes[n, column] == Bears.YES)
        if (asked, hit) not in known:
            known[asked, hit] = offers.best(asked, sheet, {n: blocking[n] for n in hit})
        quality, slots = known[asked, hit]
        best = np.zeros(offers.count, np.float32)
        for number, weight in _asked(scene):
            code = offers.asked.get(scene.needs[number].scene_type)
            if code is None:
                continue
            worth = rules.parts.combine(quality[:, code], np.float32(weight))
            better = worth > best
            best[better] = worth[better]
            picks.need[better, column] = number
            picks.slot[better, column] = slots[better, code]
        for side in around:
            factors = side.column(column)
            if factors is not None:
                best = rules.parts.combine(best, factors if rows is None else factors[rows])
        best[best < rules.least] = 0
        picks.fit[:, column] = best
    return picks


def _barred(
    sites: Sequence[Site],
    scenes: Sequence[Scene],
    vocabulary: Vocabulary,
    rules: Rules,
    sheet: PermitSheet,
    blocking: Mapping[int, PermitRule],
    around: Sequence[Side[Any]],
    picks: Picks,
) -> dict[int, dict[int, SiteScene]]:
    """What sites would serve if nothing were barred, for the sites that some rule bears on."""
    bears = sheet.on_sites[list(blocking)] == Bears.YES
    rows = np.flatnonzero(bears.any(axis=0))
    if not rows.size:
        return {}
    some = [sites[row] for row in rows.tolist()]
    asked = {need.scene_type for scene in scenes for need in scene.needs}
    offers = supply(some, asked, vocabulary, rules)
    free = _fits(offers, scenes, sheet, {}, around, rules, rows)
    gone = (free.fit > 0) & (picks.fit[rows] == 0)
    found: dict[int, dict[int, SiteScene]] = {}
    for here, column in np.argwhere(gone).tolist():
        had = some[here].scene_types[free.slot[here, column]]
        found.setdefault(int(rows[here]), {})[column] = had
    return found


def _told(parts: Sequence[FitPart]) -> tuple[Reason, ...]:
    """What costs something, and the parts that say why the place serves at all."""
    return tuple(
        part.reason
        for part in parts
        if part.code in TOLD_PARTS or (part.factor < 1 and part.code not in ("place", "reading"))
    )


def _weight(scene: Scene, need: Need) -> float:
    return need.confidence / max(SURE, *(each.confidence for each in scene.needs))


def _asked(scene: Scene) -> list[tuple[int, float]]:
    """The needs a place may serve the scene by: their numbers and weights, 0 to 1.

    The sure ones, against the surest; a garden that the action merely mentions does not make a
    garden serve a ward. Where the reader only guessed, its guesses count, discounted.
    """
    sure = [number for number, need in enumerate(scene.needs) if need.confidence >= SURE]
    numbers = sure or range(len(scene.needs))
    return [(number, _weight(scene, scene.needs[number])) for number in numbers]
