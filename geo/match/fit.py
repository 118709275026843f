"""Fit of every site to every scene, as arrays: each part a factor, what is barred left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from geo.match.musts import Prices, judge_musts
from geo.match.parts import Homes, sides
from geo.match.permits import Bears, blockers, permit_sheet
from geo.match.picks import Fitting, Picks, mean_fit, weight_of
from geo.match.rules import Rules
from geo.match.supply import supply
from geo.match.telling import place_parts
from geo.model import (
    Effect,
    Excluded,
    FitPart,
    FloatArray,
    Lost,
    Match,
    Must,
    MustCode,
    Need,
    PermitBook,
    Reason,
    Scene,
    Site,
    SiteScene,
    Vocabulary,
)

TOLD_PARTS = frozenset({"type", "culture", "flags"})
"""Parts that are told with a match even where they cost nothing."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What stands around a fit: permission rules, must-haves, the base, prices, the day.

    ``base`` is (latitude, longitude) or None while nobody has named one; ``prices`` are least and
    most CNY a day by site id. ``today`` decides which rules are in force; ``agreed`` are ids of
    sites whose managers have agreed to this shoot, so that no rule bars anything there. ``homes``
    are the cities of each craft, where the sites are not all there are; the parts of a fit in
    ``uncounted`` (codes) are told alone, since something else counts them.
    """

    today: date
    permits: PermitBook = field(default_factory=PermitBook)
    musts: tuple[Must, ...] = ()
    base: tuple[float, float] | None = None
    prices: Prices = field(default_factory=dict)
    agreed: frozenset[str] = frozenset()
    homes: Homes | None = None
    uncounted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FitTable:
    """Fits of ``sites`` (rows) to ``scenes`` (columns), 0 where a site does not serve a scene.

    ``failed`` and ``asks`` tell by row why a site fails a must-have, or what to ask before that
    can be said; neither changes a fit. ``barred`` has by row what each scene would be served with
    if no rule barred it.
    """

    sites: tuple[Site, ...]
    scenes: tuple[Scene, ...]
    picks: Picks
    fitting: Fitting
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

    def mean(self) -> FloatArray:
        """Mean fit of each site over all scenes; 0 without scenes."""
        return mean_fit(self.fit)

    def ends(self) -> tuple[FloatArray, FloatArray]:
        """Mean fits (sites,) were every thing that nobody has looked at the worse, or the better.

        Equal to the mean fit where nothing is open. See ``Fitting.ends``.
        """
        return self.fitting.ends(self.picks)

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
                    self.fitting.sheet.findings(row, column, had),
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
            weight = weight_of(scene, need)
            self.told[key] = place_parts(scene, need, had, weight, self.vocabulary, self.rules)
        place = self.told[key]
        rest = [side.part(row, site, column) for side in self.fitting.sides]
        return (*place, *[part for part in rest if part is not None])

    def why(self, row: int, column: int) -> tuple[Reason, ...]:
        """What is worth telling of one fit: what serves, the craft, and whatever costs."""
        return _told(self.parts(row, column))

    def lost(self, row: int) -> tuple[Lost, ...]:
        """Scenes that site ``row`` would serve if no rule kept them away, with those rules."""
        told = []
        for column, had in self.barred.get(row, {}).items():
            found = self.fitting.sheet.findings(row, column, had)
            told.append(Lost(self.scenes[column].id, found))
        return tuple(told)

    def out(self) -> NDArray[np.intp]:
        """Rows left out altogether: they fail a must-have, or rules bar all that they serve."""
        idle = set(np.flatnonzero(~self.fit.any(axis=1)).tolist())
        return np.array(sorted({*self.failed, *(idle & set(self.barred))}), np.intp)

    def excluded(self) -> tuple[Excluded, ...]:
        """The sites left out, each with why."""
        found = []
        for row in self.out().tolist():
            site, because = self.sites[row], list(self.failed.get(row, ()))
            if not self.fit[row].any():
                findings = [finding for one in self.lost(row) for finding in one.findings]
                sure = (one for one in findings if one.effect is not Effect.ASK)
                kept = (one for one in sure if one.rule_id in self.blocking)
                because += [reason for finding in kept for reason in finding.reasons]
            unique = {(one.code, tuple(one.values.items())): one for one in because}
            known_as = (site.name_zh, site.name_en or site.name_zh)
            by_rule = row not in self.failed
            found.append(Excluded(site.id, tuple(unique.values()), *known_as, by_rule))
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
    """Fit of each site to each scene; below ``rules.least`` it is 0, as where a rule bars it."""
    terms = terms or Terms(date.max)
    asked = {need.scene_type for scene in scenes for need in scene.needs}
    offers = supply(sites, asked, vocabulary, rules)
    sheet = permit_sheet(terms.permits, sites, scenes, terms.today, terms.agreed)
    no_risk = any(must.code is MustCode.NO_RISK for must in terms.musts)
    blocking = blockers(sheet, no_risk=no_risk)
    around = sides(sites, scenes, vocabulary, rules, terms.base, terms.homes, terms.uncounted)
    fitting = Fitting(offers, tuple(scenes), sheet, blocking, around, rules)
    picks = fitting.picks()
    verdicts = judge_musts(sites, terms.musts, terms.base, terms.prices)
    return FitTable(
        tuple(sites),
        tuple(scenes),
        picks,
        fitting,
        vocabulary,
        rules,
        verdicts.failed,
        verdicts.asks,
        _barred(fitting, picks, sites),
        frozenset(rule.id for rule in blocking.values()),
    )


def _barred(
    fitting: Fitting, picks: Picks, sites: Sequence[Site]
) -> dict[int, dict[int, SiteScene]]:
    """What sites would serve if nothing were barred, for the sites that some rule bears on."""
    bears = fitting.sheet.on_sites[list(fitting.blocking)] == Bears.YES
    rows = np.flatnonzero(bears.any(axis=0))
    if not rows.size:
        return {}
    free = replace(fitting.among(rows), blocking={}).picks()
    gone = (free.fit > 0) & (picks.fit[rows] == 0)
    found: dict[int, dict[int, SiteScene]] = {}
    for here, column in np.argwhere(gone).tolist():
        row = int(rows[here])
        found.setdefault(row, {})[column] = sites[row].scene_types[free.slot[here, column]]
    return found


def _told(parts: Sequence[FitPart]) -> tuple[Reason, ...]:
    """What costs something, and the parts that say why the place serves at all."""
    return tuple(
        part.reason
        for part in parts
        if part.code in TOLD_PARTS or (part.factor < 1 and part.code not in ("place", "reading"))
    )
