"""A second opinion on a plan: every rule and every fen once more, from the problem alone.

Written apart from the solver: plain loops over plain numbers, and nothing of the solver's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import timedelta

from geo.model import Reason
from geo.plan.problem import City, Costs, Place, Plan, Problem, Tier, Unit

SLACK = 1e-5
"""Limits of fit and uplift are sums of floats."""

MILLION = 10**6


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong (codes with values; empty: nothing) and what the plan costs."""

    breaches: tuple[Reason, ...]
    costs: Costs


def check_plan(problem: Problem, plan: Plan) -> Checked:
    """Recompute a plan. A plan without an answer (``net`` None) has nothing to check."""
    if plan.net is None:
        return Checked((), Costs())
    book = _Book(problem, plan)
    strangers = list(book.strangers())
    if strangers:
        return Checked(tuple(strangers), Costs())
    costs = book.costs()
    found = [*book.wishes(), *book.limits(), *book.days(), *book.tour(), *book.claims()]
    return Checked((*found, *_told(plan, costs)), costs)


def _told(plan: Plan, costs: Costs) -> Iterator[Reason]:
    for kind in (one.name for one in fields(Costs)):
        told, found = getattr(plan.costs, kind), getattr(costs, kind)
        if told != found:
            yield Reason("check_cost", {"kind": kind, "told": told, "found": found})
    net = costs.net
    if plan.net != net:
        yield Reason("check_cost", {"kind": "net", "told": plan.net or 0, "found": net})
    if plan.bound is not None and plan.bound > net:
        yield Reason("check_bound", {"told": plan.bound, "found": net})


class _Book:
    """The problem by ids, and what the assignment of ``plan`` makes of it."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem, self.plan = problem, plan
        self.places: dict[str, Place] = {place.id: place for place in problem.places}
        self.cities: dict[str, City] = {city.id: city for city in problem.cities}
        self.units: dict[str, Unit] = {unit.id: unit for unit in problem.units}
        self.shot: dict[str, list[Unit]] = {}
        for unit in problem.units:
            at = plan.assignment.get(unit.id)
            if at is not None:
                self.shot.setdefault(at, []).append(unit)

    def strangers(self) -> Iterator[Reason]:
        """Ids the problem does not have, and units the plan does not speak of."""
        plan = self.plan
        for unit in sorted(self.units.keys() ^ plan.assignment.keys()):
            yield Reason("check_unit", {"unit": unit})
        for place in sorted((self.shot.keys() | plan.rent_days.keys()) - self.places.keys()):
            yield Reason("check_place", {"place": place})
        named = plan.company_days.keys() | plan.tiers.keys() | plan.extra.keys() | set(plan.tour)
        for city in sorted((named | plan.subsidy.keys()) - self.cities.keys()):
            yield Reason("check_city", {"city": city})

    def wishes(self) -> Iterator[Reason]:
        """Locks, places wanted and not wanted, sets that may not be left out or shot there."""
        problem = self.problem
        column = {place.id: n for n, place in enumerate(problem.places)}
        for row, unit in enumerate(problem.units):
            at = self.plan.assignment[unit.id]
            if at is None and unit.penalty is None:
                yield Reason("check_uncovered", {"unit": unit.id})
            if at is not None and not problem.quality[row, column[at]] > 0:
                yield Reason("check_unfit", {"unit": unit.id, "place": at})
            if unit.id in problem.locks and problem.locks[unit.id] != at:
                yield Reason("check_lock", {"unit": unit.id, "place": problem.locks[unit.id]})
        for place in sorted(problem.must_use - self.shot.keys()):
            yield Reason("check_must_use", {"place": place})
        for place in sorted(problem.must_not_use & self.shot.keys()):
            yield Reason("check_must_not_use", {"place": place})

    def limits(self) -> Iterator[Reason]:
        """What the user will not go beyond."""
        problem, limits = self.problem, self.problem.limits
        column = {place.id: n for n, place in enumerate(problem.places)}
        weight = fit = uplift = 0.0
        for row, unit in enumerate(problem.units):
            at = self.plan.assignment[unit.id]
            if at is not None:
                weight += unit.weight
                fit += unit.weight * float(problem.quality[row, column[at]])
                uplift += unit.weight * self.places[at].uplift
        if limits.fit is not None and fit < limits.fit * weight - SLACK * max(1.0, weight):
            yield Reason("check_fit", {"found": fit / weight, "least": limits.fit})
        if limits.uplift is not None and uplift < limits.uplift - SLACK * max(1.0, limits.uplift):
            yield Reason("check_uplift", {"found": uplift, "least": limits.uplift})
        if limits.places is not None and len(self.shot) > limits.places:
            yield Reason("check_places", {"found": len(self.shot), "most": limits.places})
        if limits.days is not None:
            days = sum(self.plan.company_days.values()) + self._road() // problem.day_minutes
            if days > limits.days:
                yield Reason("check_days", {"found": days, "most": limits.days})

    def days(self) -> Iterator[Reason]:
        """Days hired and lived, against the work; open days of each place."""
        hired, lived = self.plan.rent_days, self.plan.company_days
        for place in sorted(hired.keys() | self.shot.keys()):
            need = self._place_days(place) if place in self.shot else 0
            told = hired.get(place, 0)
            if told != need:
                yield Reason("check_rent_days", {"place": place, "told": told, "found": need})
            if told > self._open_days(self.places[place]):
                yield Reason("check_closed", {"place": place, "told": told})
        for city in sorted(lived.keys() | self._visited()):
            need = self._city_days(city)
            told = lived.get(city, 0)
            if told < need or (told and not need):
                yield Reason("check_company_days", {"city": city, "told": told, "found": need})

    def tour(self) -> Iterator[Reason]:
        """The tour goes once to each city used."""
        if Counter(self.plan.tour) != Counter(self._visited()):
            yield Reason("check_tour", {"told": ", ".join(self.plan.tour)})

    def claims(self) -> Iterator[Reason]:
        """Tiers taken: known, one of a group, threshold reached, share of days kept."""
        whole = sum(self.plan.company_days.values())
        for city, taken in sorted(self.plan.tiers.items()):
            tiers = self._taken(city)
            if len(tiers) != len(set(taken)) or len(taken) != len(set(taken)):
                yield Reason("check_tier", {"city": city})
            for group in self.cities[city].exclusive():
                if sum(self.cities[city].tiers[n].id in taken for n in group) > 1:
                    yield Reason("check_exclusive", {"city": city})
            days = self.plan.company_days.get(city, 0)
            for tier in tiers:
                if self._spend(city) < tier.threshold:
                    yield Reason("check_threshold", {"city": city, "tier": tier.id})
                if days < tier.days or days * MILLION < round(tier.local_days * MILLION) * whole:
                    yield Reason("check_local_days", {"city": city, "tier": tier.id})
        for city, fen in sorted(self.plan.extra.items()):
            if fen < 0 or not self.plan.tiers.get(city):
                yield Reason("check_extra", {"city": city, "told": fen})
        for city in sorted(self.plan.subsidy.keys() | self.plan.tiers.keys()):
            told, found = self.plan.subsidy.get(city, 0), self._back(city)
            if told != found:
                yield Reason("check_subsidy", {"city": city, "told": told, "found": found})

    def costs(self) -> Costs:
        """Every kind of cost of the days, tour and tiers the plan tells."""
        problem, plan = self.problem, self.plan
        left = (unit for unit in problem.units if plan.assignment[unit.id] is None)
        return Costs(
            rent=sum(self.places[one].rent * days for one, days in plan.rent_days.items()),
            opening=problem.opening * len(self.shot),
            crew=problem.crew_day * sum(plan.company_days.values()),
            lodging=sum(self.cities[one].lodging * n for one, n in plan.company_days.items()),
            tour=sum(int(problem.legs.cost[leg]) for leg in self._legs()),
            extra=sum(plan.extra.values()),
            penalty=sum(unit.penalty or 0 for unit in left),
            subsidy=sum(self._back(city) for city in plan.tiers),
            pairs=self._beside(),
        )

    def _beside(self) -> int:
        table = self.problem.pair_cost
        if table is None:
            return 0
        column = {place.id: n for n, place in enumerate(self.problem.places)}
        return sum(
            int(table[row, column[at]])
            for row, unit in enumerate(self.problem.units)
            if (at := self.plan.assignment[unit.id]) is not None
        )

    def _visited(self) -> set[str]:
        return {self.problem.cities[self.places[one].city].id for one in self.shot}

    def _shot_in(self, city: str) -> list[str]:
        return [one for one in self.shot if self.problem.cities[self.places[one].city].id == city]

    def _legs(self) -> list[tuple[int, int]]:
        number = {city.id: n + 1 for n, city in enumerate(self.problem.cities)}
        stops = [0, *(number[city] for city in self.plan.tour), 0]
        return [(stops[n], stops[n + 1]) for n in range(len(stops) - 1)] if self.plan.tour else []

    def _road(self) -> int:
        return sum(int(self.problem.legs.minutes[leg]) for leg in self._legs())

    def _place_days(self, place: str) -> int:
        """Days of hire, each with a set-up and a first set that needs no change."""
        problem, units = self.problem, self.shot[place]
        work, light, night = _minutes(units)
        days, change = 1, problem.set_change_minutes
        while days * problem.day_minutes < (
            work + days * problem.setup_minutes + max(0, len(units) - days) * change
        ):
            days += 1
        return max(days, *self._sunny_days(light, night))

    def _sunny_days(self, light: int, night: int) -> tuple[int, int]:
        problem = self.problem
        return (
            0 if problem.daylight_minutes is None else _up(light, problem.daylight_minutes),
            0 if problem.night_minutes is None else _up(night, problem.night_minutes),
        )

    def _city_days(self, city: str) -> int:
        """Fewest days for the work of all places; days of hire beyond them are moves."""
        problem, move = self.problem, self.cities[city].move_minutes
        places = self._shot_in(city)
        if not places:
            return 0
        units = [unit for place in places for unit in self.shot[place]]
        work, light, night = _minutes(units)
        hired, change = sum(self._place_days(place) for place in places), problem.set_change_minutes
        work += problem.setup_minutes * hired + change * max(0, len(units) - hired)
        days = 1
        while days * problem.day_minutes < work + move * (hired - days):
            days += 1
        return max(days, *self._sunny_days(light, night))

    def _open_days(self, place: Place) -> int:
        problem = self.problem
        if problem.start is None or not (place.closed or place.windows or place.shut):
            return problem.horizon()
        count = 0
        for n in range(problem.horizon()):
            when = problem.start + timedelta(days=n)
            within = not place.windows or any(a <= when <= b for a, b in place.windows)
            shut = when.weekday() in place.closed or when in place.shut
            count += within and not shut
        return count

    def _taken(self, city: str) -> list[Tier]:
        return [tier for tier in self.cities[city].tiers if tier.id in self.plan.tiers[city]]

    def _spend(self, city: str) -> int:
        share = round(self.problem.local_share * MILLION) * self.problem.crew_day // MILLION
        rent = sum(
            self.places[one].rent * days
            for one, days in self.plan.rent_days.items()
            if self.problem.cities[self.places[one].city].id == city
        )
        living = (self.cities[city].lodging + share) * self.plan.company_days.get(city, 0)
        return rent + living + self.plan.extra.get(city, 0)

    def _back(self, city: str) -> int:
        if city not in self.plan.tiers:
            return 0
        spend = self._spend(city)
        return sum(
            tier.amount + min(tier.cap, round(tier.rate * MILLION) * spend // MILLION)
            for tier in self._taken(city)
        )


def _minutes(units: list[Unit]) -> tuple[int, int, int]:
    """Minutes of work, of those in daylight and in the dark."""
    light = (
        unit.minutes - unit.night_minutes if unit.light_minutes is None else unit.light_minutes
        for unit in units
    )
    return (
        sum(unit.minutes for unit in units),
        sum(light),
        sum(unit.night_minutes for unit in units),
    )


def _up(minutes: int, whole: int) -> int:
    return (minutes + whole - 1) // whole
