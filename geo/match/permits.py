"""Permission of a scene at a site: which rules bear, for certain or perhaps, and what they say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from geo.model import (
    Effect,
    Exposure,
    Finding,
    IntExt,
    PermitBook,
    PermitRule,
    Reason,
    Scene,
    Site,
    SitePick,
    SiteScene,
)

UNVERIFIED = "unverified"


class Bears(IntEnum):
    """Whether a rule bears: the least of its conditions decides."""

    NO = 0
    UNSURE = 1
    YES = 2


def on_site(rule: PermitRule, site: Site) -> Bears:
    """Whether ``rule`` bears on ``site``; a grade that nobody verified makes it unsure."""
    if not rule.sites:
        return Bears.YES
    return max(_picked(pick, site) for pick in rule.sites)


def _picked(pick: SitePick, site: Site) -> Bears:
    named = (
        (not pick.kinds or site.kind in pick.kinds)
        and (not pick.regions or site.adcode.startswith(pick.regions))
        and (not pick.districts or site.district_zh in pick.districts)
        and (not pick.ids or site.id in pick.ids)
        and (not pick.names or any(name in site.name_zh for name in pick.names))
    )
    if not named:
        return Bears.NO
    if not pick.levels:
        return Bears.YES
    held = [level for level in site.levels if level.code in pick.levels]
    if not held:
        return Bears.NO
    sure = any(level.certainty != UNVERIFIED for level in held)
    return Bears.YES if sure else Bears.UNSURE


def on_scene(rule: PermitRule, scene: Scene) -> Bears:
    """Whether ``rule`` bears on ``scene``; a time or an inside nobody wrote makes it unsure."""
    if rule.flags and not any(flag.code in rule.flags for flag in scene.flags):
        return Bears.NO
    bears = Bears.YES
    if rule.times and scene.time not in rule.times:
        if scene.time is not None:
            return Bears.NO
        bears = Bears.UNSURE
    if rule.inside and scene.int_ext is not IntExt.INT:
        # of a scene that plays inside and outside only one half is barred
        return Bears.NO if scene.int_ext is IntExt.EXT else Bears.UNSURE
    return bears


def on_place(rule: PermitRule, had: SiteScene) -> Bears:
    """Whether ``rule`` bears on what the site gives for the scene; only ``inside`` rules care."""
    return Bears.YES if not rule.inside or _within(rule, had) else Bears.UNSURE


def _within(rule: PermitRule, had: SiteScene) -> bool:
    told = not rule.buildings or had.scene_type in rule.buildings
    return told and had.exposure is not Exposure.OUTSIDE


def _finding(rule: PermitRule, bears: Bears) -> Finding:
    effect = rule.effect if bears is Bears.YES else Effect.ASK
    values: dict[str, str | int | float] = {
        "what": rule.what[0],
        "what_en": rule.what[1],
        "who": rule.who[0],
        "who_en": rule.who[1],
    }
    reasons = [Reason(f"permit_{effect.value}", values)]
    if effect is not rule.effect:
        reasons.append(Reason("permit_unsure"))
    if rule.lead_days is not None:
        code = "permit_lead_working" if rule.working else "permit_lead"
        reasons.append(Reason(code, {"days": rule.lead_days}))
    elif effect is Effect.PERMIT:
        reasons.append(Reason("permit_lead_unknown"))
    if not rule.checked:
        source = rule.sources[0] if rule.sources else None
        dated = rule.valid_from.isoformat() if rule.valid_from else source and source.date
        code = "permit_unchecked" if dated else "permit_undated"
        reasons.append(Reason(code, {"dated": dated} if dated else {}))
    return Finding(
        rule.id, effect, tuple(reasons), rule.lead_days, rule.working, rule.confidence, rule.sources
    )


@dataclass(frozen=True, slots=True)
class PermitSheet:
    """The rules in force against all sites and scenes: ``Bears`` as (rules, sites or scenes).

    ``near`` has by row the rules that bear on the site at all, ``known`` what was told already.
    """

    rules: tuple[PermitRule, ...]
    on_sites: NDArray[np.int8]
    on_scenes: NDArray[np.int8]
    near: tuple[tuple[int, ...], ...]
    known: dict[tuple[int, Bears], Finding] = field(default_factory=dict)

    def of_sites(self, rows: NDArray[np.intp]) -> PermitSheet:
        """The same for the sites ``rows``."""
        near = tuple(self.near[row] for row in rows.tolist())
        return replace(self, on_sites=self.on_sites[:, rows], near=near)

    def findings(self, row: int, column: int, had: SiteScene) -> tuple[Finding, ...]:
        """What the rules hold of scene ``column`` at site ``row``, which gives it ``had``."""
        found = []
        for number in self.near[row]:
            bears = min(self.on_sites[number, row], self.on_scenes[number, column])
            if bears:
                rule = self.rules[number]
                key = number, min(Bears(bears), on_place(rule, had))
                if key not in self.known:
                    self.known[key] = _finding(rule, key[1])
                found.append(self.known[key])
        return tuple(found)


def permit_sheet(
    book: PermitBook,
    sites: Sequence[Site],
    scenes: Sequence[Scene],
    today: date,
    agreed: Collection[str] = (),
) -> PermitSheet:
    """Hold the rules in force on ``today`` against ``sites`` and ``scenes``.

    At the sites ``agreed`` (ids) no rule bears that does more than ask.
    """
    rules = tuple(rule for rule in book.rules if rule.in_force(today))
    on_sites = np.zeros((len(rules), len(sites)), np.int8)
    on_scenes = np.zeros((len(rules), len(scenes)), np.int8)
    alike, like = _alike(sites)
    settled = np.array([site.id in agreed for site in sites], bool)
    for number, rule in enumerate(rules):
        on_scenes[number] = [on_scene(rule, scene) for scene in scenes]
        loose = _nameless(rule)
        bears = np.array([on_site(loose, site) for site in alike], np.int8)[like]
        if loose is not rule:
            for row in np.flatnonzero(bears).tolist():
                bears[row] = on_site(rule, sites[row])
        on_sites[number] = bears
        if rule.effect is not Effect.ASK:
            on_sites[number, settled] = Bears.NO
    near: list[list[int]] = [[] for _ in sites]
    for row, number in np.argwhere(on_sites.T).tolist():
        near[row].append(number)
    return PermitSheet(rules, on_sites, on_scenes, tuple(map(tuple, near)))


def _alike(sites: Sequence[Site]) -> tuple[list[Site], NDArray[np.intp]]:
    """One of each sort of site, as rules see them but for name and id, and the sort of each."""
    numbers: dict[object, int] = {}
    found: list[Site] = []
    like = np.zeros(len(sites), np.intp)
    for row, site in enumerate(sites):
        levels = tuple((level.code, level.certainty) for level in site.levels)
        number = numbers.setdefault(
            (site.kind, site.adcode, site.district_zh, levels), len(numbers)
        )
        if number == len(found):
            found.append(site)
        like[row] = number
    return found, like


def _nameless(rule: PermitRule) -> PermitRule:
    """``rule`` as if it named no site: it bears on these and more. Itself where it names none."""
    if not any(pick.names or pick.ids for pick in rule.sites):
        return rule
    return replace(rule, sites=tuple(replace(one, names=(), ids=()) for one in rule.sites))


def blockers(sheet: PermitSheet, *, no_risk: bool) -> Mapping[int, PermitRule]:
    """Rules that keep a scene from a site: bars, and with ``no_risk`` every permit asked for."""
    return {
        number: rule
        for number, rule in enumerate(sheet.rules)
        if rule.effect.bars or (no_risk and rule.effect is Effect.PERMIT)
    }
