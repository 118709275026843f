"""The desk a plan is made on: everything it is made from, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np

from geo.actions.planning.comparing import AGREED
from geo.actions.planning.elsewhere import elsewhere_of
from geo.actions.planning.fits import Fits, make_fits
from geo.actions.planning.hires import Hires, make_hires
from geo.actions.planning.lands import check_points, check_start, make_ground
from geo.actions.planning.missing import Missing
from geo.actions.planning.money import Purse, make_purse
from geo.actions.planning.names import Names, make_names
from geo.actions.planning.posing import FEN, check_wishes, pose
from geo.actions.planning.rules import PlanRules, load_plan_rules
from geo.actions.planning.strips import Work, make_work
from geo.actions.workspace import Workspace
from geo.errors import PlanError
from geo.model import (
    Planned,
    PlanWishes,
    ProjectFacts,
    Ranking,
    Reason,
    Script,
    SiteOffer,
    Uplift,
)
from geo.money.cost.plan_counts import At
from geo.plan.calendar import holidays_within
from geo.plan.ground import Ground
from geo.plan.problem import Problem
from geo.progress import Job, Step

_PARTS = 3
SOON = 60
"""Days from the first on in which the plan is taken to lie when holidays are spoken of."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What all wishes have in common: script, places, roads, prices. ``offers`` by site id."""

    ws: Workspace
    ranking: Ranking
    script: Script
    facts: ProjectFacts
    today: date
    rules: PlanRules
    work: Work
    ground: Ground
    purse: Purse
    names: Names
    offers: Mapping[str, SiteOffer]

    def uplift_of(self, site_id: str) -> Uplift | None:
        """What a site gains."""
        return self.offers[site_id].uplift if site_id in self.offers else None


@dataclass(slots=True)
class Proof:
    """What was proven on a desk so far: the least that any plan there counts (CNY)."""

    bound: float | None = None


@dataclass(frozen=True, slots=True)
class PlanDesk(Bench):
    """What a plan is made from. ``notes`` hold for every plan of the desk.

    ``beside``: what every plan counts (CNY) and the solver is not told of: sets that no place can
    serve, and what is paid once for the project.
    """

    planned: Planned
    fits: Fits
    hires: Hires
    missing: Missing
    problem: Problem
    beside: float
    notes: tuple[Reason, ...]
    proof: Proof

    def sites_of(self, assignment: Mapping[str, str | None]) -> dict[str, str]:
        """The site of each set that a plan of places shoots."""
        return {
            set_id: self.hires.site(self.fits, set_id, owner)
            for set_id, owner in assignment.items()
            if owner is not None
        }

    def posed(self, at: At) -> Problem:
        """The same problem at low, middle or high prices."""
        return _problem(self, self.fits, self.hires, self.planned, at)

    def wishing(self, **changes: Any) -> PlanDesk:  # noqa: ANN401 (any part of the wishes)
        """The same desk under other wishes, all but windows and rules.

        Raises PlanError plan_wish_bad.*.
        """
        return _posed(self, replace(self.planned, wishes=replace(self.planned.wishes, **changes)))

    @property
    def wishes(self) -> PlanWishes:
        """What the user asks of a plan."""
        return self.planned.wishes


def plan_desk(
    ws: Workspace,
    ranking: Ranking,
    script: Script,
    facts: ProjectFacts,
    planned: Planned = Planned(),  # noqa: B008 (frozen)
    today: date | None = None,
) -> Job[PlanDesk]:
    """Work out what a plan of these wishes and bookings is made from.

    Raises PlanError plan_no_scenes, plan_no_sites, plan_rule_unknown, plan_rule_bad,
    plan_wish_bad.*, plan_start_bad, and FactsError plan_no_point, home_city_unknown.
    """
    yield Step("plan_prepare", 0, _PARTS)
    day, wishes = today or date.today(), planned.wishes
    check_wishes(planned)
    check_start(facts)
    rules = load_plan_rules(ws.assets / "rules").with_own(wishes.rules)
    work = make_work(script, facts, rules, ws.money.costs.span("scenes_per_day"))
    check_work(work, ranking)
    check_points([offer.site for offer in ranking.sites])
    fits = make_fits(work.sets, ranking, planned, rules)
    ground = make_ground(ws, ranking, facts, wishes, work, rules, _cities(ranking, fits))
    yield Step("plan_prepare", 1, _PARTS)
    offers = {offer.site.id: offer for offer in ranking.sites}
    purse = make_purse(ws, facts, script, ground, offers, fits, day)
    names = make_names(fits.sites, work, ground.towns)
    yield Step("plan_prepare", 2, _PARTS)
    bench = Bench(ws, ranking, script, facts, day, rules, work, ground, purse, names, offers)
    return _posed(bench, planned)


def _posed(bench: Bench, planned: Planned) -> PlanDesk:
    """The desk with what follows from wishes and bookings."""
    check_wishes(planned)
    ranking, work = bench.ranking, bench.work
    fits = make_fits(work.sets, ranking, planned, bench.rules)
    agreed = [(one.set_id, one.site_id) for one in planned.bookings if one.status in AGREED]
    hires = make_hires(fits, bench.ground, (*agreed, *fits.locks.items()))
    elsewhere = elsewhere_of(bench.ws, ranking, bench.script, bench.today)
    missing = Missing(fits, work, ranking, planned, bench.rules, elsewhere, bench.ground.start)
    problem = _problem(bench, fits, hires, planned, At.MID)
    inside = {unit.id for unit in problem.units}
    never = tuple(one for one in fits.sets if one.id not in inside)
    shared = {part.name: getattr(bench, part.name) for part in fields(Bench)}
    return PlanDesk(
        **shared,
        planned=planned,
        fits=fits,
        hires=hires,
        missing=missing,
        problem=problem,
        beside=missing.worth(never) + bench.purse.beside / FEN,
        notes=(*fits.notes, *_notes(bench)),
        proof=Proof(),
    )


def _problem(bench: Bench, fits: Fits, hires: Hires, planned: Planned, at: At) -> Problem:
    prices = bench.purse.prices(at, expected=planned.wishes.expected)
    return pose(
        bench.work, fits, hires, bench.ground, bench.rules, planned, prices, bench.uplift_of
    )


def check_work(work: Work, ranking: Ranking) -> None:
    """Refuse what no plan can be made of. Raises PlanError plan_no_scenes, plan_no_sites."""
    if not work.strips:
        raise PlanError("plan_no_scenes")
    if not ranking.sites:
        raise PlanError("plan_no_sites")


def _cities(ranking: Ranking, fits: Fits) -> tuple[str, ...]:
    """Cities of the sites, those first that can serve a set, in the order of the ranking."""
    able = {fits.sites[column].city_zh for column in np.flatnonzero(fits.open.any(axis=0)).tolist()}
    known = dict.fromkeys(site.city_zh for site in fits.sites)
    ranked = [one.city for one in ranking.cities if one.city in known]
    return tuple(sorted(dict.fromkeys((*ranked, *known)), key=lambda one: one not in able))


def _notes(bench: Bench) -> tuple[Reason, ...]:
    """What the plan does not know and would be better for, and where its hours come from."""
    notes, start, work = [], bench.ground.start, bench.work
    if not bench.facts.get("crew.home_city"):
        notes.append(Reason("plan_home_unset"))
    if start is None:
        notes.append(Reason("plan_start_unset"))
    else:
        if start < bench.today:
            notes.append(Reason("plan_start_past", {"date": start.isoformat()}))
        unsettled = holidays_within(start, SOON).unsettled
        notes += [Reason("plan_holidays_unsettled", {"year": year}) for year in unsettled[:1]]
    if work.told is None:
        notes.append(Reason("plan_pace", {"low": work.pace[0], "high": work.pace[1]}))
    else:
        notes.append(Reason("plan_pace_told", {"days": work.told}))
    if bench.ranking.unpriced:
        notes.append(Reason("plan_sites_unpriced", {"n": bench.ranking.unpriced}))
    return tuple(notes)
