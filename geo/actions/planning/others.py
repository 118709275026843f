"""Other plans beside a plan: traded against moves and uplift, by city, insisting, set by set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from geo.actions.planning.conflicts import impossible_wishes
from geo.actions.planning.desk import PlanDesk
from geo.actions.planning.on_days import best_laid, on_days, worse
from geo.actions.planning.posing import FEN
from geo.actions.planning.solved import as_solved
from geo.errors import FactsError
from geo.model import (
    Alternative,
    BookingStatus,
    Candidate,
    Insisted,
    PlanStatus,
    Reason,
    SetChoice,
    ShootPlan,
    unknown,
)
from geo.plan.choices import Rival, Trade, best_in, cheapest, frontier, rivals
from geo.plan.problem import Plan, Status
from geo.progress import Job, Step

ENOUGH = 0.9
"""Share of the scenes that another plan must shoot of those this one does."""

SHUT = 3
"""Sites told of a set that cannot be used, with why."""


def counted(plan: ShootPlan) -> float | None:
    """What a plan was chosen by, scenes left out included (CNY)."""
    return None if plan.money is None else plan.money.counted + plan.money.missed


def alternatives(desk: PlanDesk, plan: ShootPlan) -> Job[tuple[Alternative, ...]]:
    """Other plans that are cheaper, move less, gain more or stay in one city; steps carry them."""
    now = _alternative("now", plan, plan)
    found = [now]
    yield Step("plan_more", 1, 0, tuple(found))
    base = as_solved(desk, plan)
    if base is None:
        base = yield from cheapest(desk.problem)
    if base.net is None:
        return tuple(found)
    seen = {_key(base)}
    enough = ENOUGH * _scenes(desk, base)
    job = frontier(desk.problem, base)
    trades: tuple[Trade, ...] = ()
    while True:
        try:
            step = next(job)
            trades = step.so_far if isinstance(step.so_far, tuple) else trades
        except StopIteration as end:
            trades, step = end.value, None
        for trade in trades:
            if _key(trade.plan) not in seen and _scenes(desk, trade.plan) >= enough:
                seen.add(_key(trade.plan))
                laid = yield from best_laid(desk, trade.plan)
                _add(found, laid, plan, proven=trade.plan.status is Status.OPTIMAL)
        yield Step("plan_more", len(found), 0, _sorted(found))
        if step is None or any(_scenes(desk, trade.plan) < enough for trade in trades):
            job.close()
            break
    yield from _by_city(desk, plan, found)
    return _sorted(found)


def _scenes(desk: PlanDesk, plan: Plan) -> int:
    """How many scenes a plan of the model of hours shoots."""
    at = plan.assignment
    return sum(len(one.scenes) for one in desk.fits.sets if at.get(one.id) is not None)


def _key(plan: Plan) -> tuple[tuple[str, str | None], ...]:
    return tuple(sorted(plan.assignment.items()))


def _add(found: list[Alternative], laid: ShootPlan, plan: ShootPlan, *, proven: bool) -> None:
    """Keep a plan that is better than each one before in cost, moves or uplift."""
    one = replace(_alternative("cheapest", laid, plan), proven=proven)
    if any(_beats(other, one) for other in found):
        return
    now = found[0]
    if (one.adds or 0.0) >= 0:
        one = replace(one, code="fewer_moves" if one.moves < now.moves else "more_uplift")
    found[1:] = [other for other in found[1:] if not _beats(one, other)]
    found.append(one)


def _beats(one: Alternative, other: Alternative) -> bool:
    return (
        (one.adds or 0.0) <= (other.adds or 0.0)
        and one.moves <= other.moves
        and (one.uplift.mid or 0.0) >= (other.uplift.mid or 0.0)
    )


def _by_city(desk: PlanDesk, plan: ShootPlan, found: list[Alternative]) -> Job[None]:
    """The best plan of every single city, where there are several."""
    cities = desk.problem.cities
    if len(cities) < 2:
        return
    for at, city in enumerate(cities):
        answer = yield from best_in(desk.problem, at)
        if answer.net is None or not any(answer.assignment.values()):
            continue
        laid = yield from best_laid(desk, answer)
        town = desk.ground.towns[at]
        if {day.city for day in plan.days} == {town.zh}:
            # a plan of this city alone is at hand, and it was looked at longer
            laid = min(laid, plan, key=worse)
        one = _alternative("only_city", laid, plan)
        settled = answer.status is Status.OPTIMAL
        found.append(replace(one, city=city.id, city_en=town.en, proven=settled))
        yield Step("plan_more", len(found), 0, _sorted(found))


def _sorted(found: Sequence[Alternative]) -> tuple[Alternative, ...]:
    """The present plan, then other plans, then single cities, each cheapest first."""
    rest = sorted(found[1:], key=lambda one: (one.code == "only_city", one.adds or 0.0))
    return found[0], *rest


def _alternative(code: str, laid: ShootPlan, plan: ShootPlan) -> Alternative:
    money, mine, base = laid.money, counted(laid), counted(plan)
    return Alternative(
        code,
        laid.arrangement,
        unknown("CNY") if money is None else money.net,
        laid.uplift or unknown("visits/12mo"),
        laid.moves,
        laid.shooting_days,
        len(laid.sites),
        len({scene for day in laid.days for block in day.blocks for scene in block.scenes}),
        adds=None if mine is None or base is None else mine - base,
    )


def insist(
    desk: PlanDesk, plan: ShootPlan, site_id: str, set_id: str | None = None
) -> Job[Insisted]:
    """What insisting on a site costs, worked out anew.

    Raises FactsError("account_site_unknown").
    """
    if site_id not in desk.offers:
        raise FactsError("account_site_unknown", site=site_id)
    yield Step("plan_insist")
    wishes = desk.wishes
    allowed = wishes.must_not_use - {site_id}
    if set_id is None:
        asked = desk.wishing(must_use=wishes.must_use | {site_id}, must_not_use=allowed)
    else:
        locks = {**wishes.locks, set_id: site_id}
        asked = desk.wishing(locks=locks, must_not_use=allowed)
    plain = impossible_wishes(asked)
    if plain:
        return Insisted(site_id, set_id, None, None, plain)
    found = yield from cheapest(asked.problem)
    if found.net is None:
        return Insisted(site_id, set_id, None, None, (Reason("plan_insist_none"),))
    made = yield from on_days(asked, found)
    settled = found.status is Status.OPTIMAL
    status = PlanStatus.OPTIMAL if settled else PlanStatus.FEASIBLE
    mine, base = counted(made), counted(plan)
    adds = None if mine is None or base is None else mine - base
    return Insisted(site_id, set_id, adds, replace(made, status=status))


def explain_set(desk: PlanDesk, plan: ShootPlan, set_id: str) -> Job[SetChoice]:
    """Why a set is shot where it is, and what the next best places would add to the whole plan."""
    sites = {
        desk.ground.strips[strip].set_id: site
        for strip, site in plan.arrangement.sites.items()
        if strip in desk.ground.strips
    }
    site = sites.get(set_id)
    because = _because(desk, plan, set_id, site)
    choice = SetChoice(set_id, site, because, (), done=False)
    yield Step("plan_why", 0, 0, choice)
    free = desk.wishing(locks={one: at for one, at in desk.wishes.locks.items() if one != set_id})
    shut = _shut(free, set_id)
    base = as_solved(free, plan)
    units = {unit.id for unit in free.problem.units}
    if set_id not in units:
        return replace(choice, candidates=shut, done=True)
    if base is None:
        base = yield from cheapest(free.problem)
    if base.net is None:
        return replace(choice, candidates=shut, done=True)
    job = rivals(free.problem, base, set_id)
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            found = _candidates(free, set_id, base, end.value)
            return replace(choice, candidates=(*found, *shut), done=True)
        if isinstance(step.so_far, tuple):
            found = _candidates(free, set_id, base, step.so_far)
            choice = replace(choice, candidates=(*found, *shut))
        yield Step("plan_why", step.done, step.total, choice)


def _candidates(
    desk: PlanDesk, set_id: str, base: Plan, found: Sequence[Rival]
) -> tuple[Candidate, ...]:
    assert base.net is not None
    row, columns = desk.fits.rows[set_id], desk.fits.columns
    told = []
    for one in found:
        site = desk.hires.site(desk.fits, set_id, desk.problem.places[one.place].id)
        adds = None if one.plan.net is None else (one.plan.net - base.net) / FEN
        because = () if adds is not None else (Reason("plan_insist_none"),)
        told.append(Candidate(site, float(desk.fits.fit[row, columns[site]]), adds, because))
    return tuple(told)


def _shut(desk: PlanDesk, set_id: str) -> tuple[Candidate, ...]:
    """Sites that match but may not be used, with what keeps each away."""
    fits, row = desk.fits, desk.fits.rows[set_id]
    best = np.argsort(-fits.fit[row], kind="stable").tolist()
    some = [c for c in best if fits.fit[row, c] > 0 and not fits.open[row, c]][:SHUT]
    return tuple(
        Candidate(
            fits.sites[c].id,
            float(fits.fit[row, c]),
            None,
            (desk.missing.door(set_id, fits.sites[c]),),
        )
        for c in some
    )


def _because(desk: PlanDesk, plan: ShootPlan, set_id: str, site: str | None) -> tuple[Reason, ...]:
    """What speaks for the site a set is shot at."""
    fits, row = desk.fits, desk.fits.rows.get(set_id)
    if site is None or row is None:
        told = [one.because for one in plan.uncovered if one.set_id == set_id]
        return (Reason("plan_why_not"), *told)
    found = []
    if fits.locks.get(set_id) == site:
        found.append(Reason("plan_why_locked"))
    agreed = (BookingStatus.CONFIRMED, BookingStatus.FIRST_HOLD, BookingStatus.SECOND_HOLD)
    if any(
        (one.set_id, one.site_id) == (set_id, site) and one.status in agreed
        for one in desk.planned.bookings
    ):
        found.append(Reason("plan_why_agreed"))
    column = fits.columns[site]
    if fits.open[row].sum() == 1 and fits.open[row, column]:
        found.append(Reason("plan_why_only"))
    owner = desk.hires.of_site.get(site)
    shared = {
        desk.ground.strips[strip].set_id
        for strip, at in plan.arrangement.sites.items()
        if desk.hires.of_site.get(at) == owner
    } - {set_id}
    if shared:
        found.append(Reason("plan_why_shared", {"n": len(shared)}))
    if fits.fit[row, column] > 0 and fits.fit[row, column] >= fits.fit[row].max():
        found.append(Reason("plan_why_best_fit"))
    if not found:
        by_hand = plan.status is PlanStatus.BY_HAND
        found.append(Reason("plan_why_by_hand" if by_hand else "plan_why_cheapest"))
    return tuple(found)
