"""What a choice of places costs, to the fen: days, tour, and the best subsidies to claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from geo.plan.problem import LONGEST, City, Costs, Plan, Problem, Status
from geo.plan.tour import Tours

# beyond so many ways to claim together, only the one asked for is looked at
MOST_CLAIMS = 256

# what counts as met: limits are floats, added in another order by the solver
SLACK = 1e-6
_MILLION = 10**6

Claim = tuple[int, ...]
"""Tier indices taken in one city."""


@dataclass(frozen=True, slots=True)
class Work:
    """Minutes of work with set-ups at one place or in one city."""

    total: int = 0
    day: int = 0
    night: int = 0

    def days(self, problem: Problem) -> int:
        """Count the whole days it takes."""
        spans = (
            (self.total, problem.day_minutes),
            (self.day, problem.daylight_minutes),
            (self.night, problem.night_minutes),
        )
        return max(-(-minutes // most) for minutes, most in spans if most is not None)

    def plus(self, other: Work) -> Work:
        """Add both."""
        return Work(self.total + other.total, self.day + other.day, self.night + other.night)


def costed(
    problem: Problem,
    tours: Tours,
    chosen: Sequence[int | None],
    hint: dict[int, Claim] | None = None,
) -> Plan | None:
    """Cost the plan that shoots unit n at place ``chosen[n]`` (None: left out), as best it can.

    ``hint`` is a claim of tiers by city to be tried where there are too many to try them all.
    None: it breaks a limit or a rule.
    """
    work = place_work(problem, chosen)
    if not work or not _allowed(problem, chosen, work):
        return None
    rent_days = {n: spent.days(problem) for n, spent in work.items()}
    horizon = problem.horizon()
    for n, days in rent_days.items():
        if days > problem.places[n].open_days(problem.start, horizon):
            return None
    by_city: dict[int, Work] = {}
    rents: dict[int, int] = {}
    for n, spent in sorted(work.items()):
        city = problem.places[n].city
        by_city[city] = by_city.get(city, Work()).plus(spent)
        rents[city] = rents.get(city, 0) + rent_days[n] * problem.places[n].rent
    least = {city: spent.days(problem) for city, spent in by_city.items()}
    tour = tours.over(frozenset(least))
    most = horizon - tour.minutes // problem.day_minutes
    money = _best_claim(problem, least, rents, most, hint or {})
    if money is None:
        return None
    left = [n for n, place in enumerate(chosen) if place is None]
    costs = Costs(
        rent=sum(rents.values()),
        opening=problem.opening * len(work),
        crew=problem.crew_day * sum(money.days.values()),
        lodging=sum(problem.cities[c].lodging * days for c, days in money.days.items()),
        tour=tour.cost,
        extra=sum(money.extra.values()),
        penalty=sum(problem.units[n].penalty or 0 for n in left),
        subsidy=sum(money.back.values()),
    )
    names = [city.id for city in problem.cities]
    return Plan(
        status=Status.FEASIBLE,
        assignment={
            unit.id: None if place is None else problem.places[place].id
            for unit, place in zip(problem.units, chosen, strict=True)
        },
        rent_days={problem.places[n].id: days for n, days in sorted(rent_days.items())},
        company_days={names[c]: days for c, days in sorted(money.days.items())},
        tour=tuple(names[c] for c in tour.order),
        tiers={
            names[c]: tuple(problem.cities[c].tiers[k].id for k in claim)
            for c, claim in sorted(money.claims.items())
            if claim
        },
        extra={names[c]: fen for c, fen in sorted(money.extra.items()) if fen},
        subsidy={names[c]: fen for c, fen in sorted(money.back.items()) if fen},
        costs=costs,
        net=costs.net,
    )


def place_work(problem: Problem, chosen: Sequence[int | None]) -> dict[int, Work]:
    """Add up the work at each place used (index): set-up, units, changes between them."""
    work: dict[int, Work] = {}
    for unit, place in zip(problem.units, chosen, strict=True):
        if place is None:
            continue
        first = place not in work
        between = problem.setup_minutes if first else problem.set_change_minutes
        shot = Work(
            unit.minutes + between,
            0 if unit.night else unit.minutes,
            unit.minutes if unit.night else 0,
        )
        work[place] = shot if first else work[place].plus(shot)
    return work


def _allowed(problem: Problem, chosen: Sequence[int | None], work: dict[int, Work]) -> bool:
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
    used = {problem.places[n].id for n in work}
    return not (
        (limits.fit is not None and fit < (limits.fit - SLACK) * weight)
        or (limits.uplift is not None and uplift < limits.uplift - SLACK * max(1, limits.uplift))
        or (limits.places is not None and len(work) > limits.places)
        or used & problem.must_not_use
        or problem.must_use - used
    )


@dataclass(frozen=True, slots=True)
class _Money:
    days: dict[int, int]
    claims: dict[int, Claim]
    extra: dict[int, int]
    back: dict[int, int]
    net: int


def claims(city: City) -> list[Claim]:
    """List every way to take at most one tier of each group, nothing first."""
    ways = product(*((None, *group) for group in city.exclusive()))
    return [tuple(k for k in way if k is not None) for way in ways]


def _best_claim(
    problem: Problem,
    least: dict[int, int],
    rents: dict[int, int],
    most: int,
    hint: dict[int, Claim],
) -> _Money | None:
    best: _Money | None = None
    for claimed in _ways(problem, sorted(least), hint):
        days = _enough_days(problem, least, claimed, most)
        if days is None:
            continue
        extra, back = {}, {}
        for city, claim in claimed.items():
            extra[city], back[city] = _claimed(problem, city, claim, days[city], rents[city])
        net = (
            sum(extra.values())
            - sum(back.values())
            + sum((problem.crew_day + problem.cities[c].lodging) * n for c, n in days.items())
        )
        if best is None or net < best.net:
            best = _Money(days, claimed, extra, back, net)
    return best


def _ways(
    problem: Problem, cities: list[int], hint: dict[int, Claim]
) -> Iterator[dict[int, Claim]]:
    every = [claims(problem.cities[c]) for c in cities]
    count = 1
    for ways in every:
        count *= len(ways)
    if count > MOST_CLAIMS:
        yield dict.fromkeys(cities, ())
        yield {c: hint.get(c, ()) for c in cities}
        return
    for way in product(*every):
        yield dict(zip(cities, way, strict=True))


def _enough_days(
    problem: Problem, least: dict[int, int], claimed: dict[int, Claim], most: int
) -> dict[int, int] | None:
    """Find the fewest days that hold the work and the shares claimed; None: more than allowed."""
    days = dict(least)
    shares = {
        c: millionths(max(problem.cities[c].tiers[k].local_days for k in claim))
        for c, claim in claimed.items()
        if claim
    }
    while True:
        total = sum(days.values())
        if total > min(most, LONGEST):
            return None
        short = {c: -(-share * total // _MILLION) for c, share in shares.items()}
        short = {c: need for c, need in short.items() if need > days[c]}
        if not short:
            return days
        days.update(short)


def millionths(share: float) -> int:
    """Read a share as it was written: 0.1 is a tenth."""
    return round(share * _MILLION)


def _claimed(problem: Problem, city: int, claim: Claim, days: int, rent: int) -> tuple[int, int]:
    """Give the extra local spend and what comes back, in fen."""
    if not claim:
        return 0, 0
    tiers = [problem.cities[city].tiers[k] for k in claim]
    spend = rent + days * counted_day(problem, city)
    extra = max(0, max(tier.threshold for tier in tiers) - spend)
    back = sum(min(tier.cap, millionths(tier.rate) * (spend + extra) // _MILLION) for tier in tiers)
    return extra, back


def counted_day(problem: Problem, city: int) -> int:
    """Fen of one company day that count as local spend."""
    return (
        problem.cities[city].lodging
        + millionths(problem.local_share) * problem.crew_day // _MILLION
    )
