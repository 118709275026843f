"""What a choice of places costs, to the fen: days, tour, and the best subsidies to claim."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from geo.plan.claims import Money, best_claims
from geo.plan.hours import company_days, hired_days
from geo.plan.problem import Costs, Plan, Problem, Status, pair_cost
from geo.plan.tour import MOST_CITIES, Tour, Tours

# what counts as met: limits are floats, added in another order by the solver
SLACK = 1e-6


def costed(problem: Problem, tours: Tours, chosen: Sequence[int | None]) -> Plan | None:
    """Cost the plan that shoots unit n at place ``chosen[n]`` (None: left out), as best it can.

    None: it breaks a limit or a rule.
    """
    hired = hired_days(problem, chosen)
    if not hired or not _allowed(problem, chosen, hired.keys()):
        return None
    horizon = problem.horizon()
    for n, days in hired.items():
        if days > problem.places[n].open_days(problem.start, horizon):
            return None
    rents: dict[int, int] = {}
    for n, days in sorted(hired.items()):
        city = problem.places[n].city
        rents[city] = rents.get(city, 0) + days * problem.places[n].rent
    least = company_days(problem, chosen, hired)
    if len(least) > MOST_CITIES:
        return None
    tour = tours.over(frozenset(least))
    money = best_claims(problem, least, rents, horizon - tour.minutes // problem.day_minutes)
    return None if money is None else _plan(problem, chosen, hired, money, tour)


def _plan(
    problem: Problem,
    chosen: Sequence[int | None],
    hired: dict[int, int],
    money: Money,
    tour: Tour,
) -> Plan:
    cities, places = problem.cities, problem.places
    at = list(zip(problem.units, chosen, strict=True))
    shown = sorted(money.items())
    costs = Costs(
        rent=sum(places[n].rent * days for n, days in hired.items()),
        opening=problem.opening * len(hired),
        crew=problem.crew_day * sum(one.days for one in money.values()),
        lodging=sum(cities[c].lodging * one.days for c, one in money.items()),
        tour=tour.cost,
        extra=sum(one.extra for one in money.values()),
        penalty=sum(unit.penalty or 0 for unit, place in at if place is None),
        subsidy=sum(one.back for one in money.values()),
        pairs=sum(pair_cost(problem, n, k) for n, k in enumerate(chosen) if k is not None),
    )
    return Plan(
        status=Status.FEASIBLE,
        assignment={unit.id: None if n is None else places[n].id for unit, n in at},
        rent_days={places[n].id: days for n, days in sorted(hired.items())},
        company_days={cities[c].id: one.days for c, one in shown},
        tour=tuple(cities[c].id for c in tour.order),
        tiers={
            cities[c].id: tuple(cities[c].tiers[k].id for k in one.claim)
            for c, one in shown
            if one.claim
        },
        extra={cities[c].id: one.extra for c, one in shown if one.extra},
        subsidy={cities[c].id: one.back for c, one in shown if one.back},
        costs=costs,
        net=costs.net,
    )


def _allowed(problem: Problem, chosen: Sequence[int | None], used: Collection[int]) -> bool:
    weight = fit = uplift = 0.0
    for n, (unit, place) in enumerate(zip(problem.units, chosen, strict=True)):
        if place is None:
            if unit.penalty is None or unit.id in problem.locks:
                return False
            continue
        if problem.locks.get(unit.id, problem.places[place].id) != problem.places[place].id:
            return False
        weight += unit.weight
        fit += unit.weight * float(problem.quality[n, place])
        uplift += unit.weight * problem.places[place].uplift
    limits = problem.limits
    names = {problem.places[n].id for n in used}
    return not (
        (limits.fit is not None and fit < (limits.fit - SLACK) * weight)
        or (limits.uplift is not None and uplift < limits.uplift - SLACK * max(1, limits.uplift))
        or (limits.places is not None and len(used) > limits.places)
        or names & problem.must_not_use
        or problem.must_use - names
    )
