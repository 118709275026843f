"""What comes back in each city of a plan, and what its subsidies did to the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.actions.regions import city_place, region_parents
from geo.actions.workspace import Workspace
from geo.model import CityMoney, ProjectFacts, Range, Reason, Subsidy
from geo.money.cost.plan_counts import DayCount, PlanCounts
from geo.money.cost.plan_price import PlanPrices
from geo.money.subsidy.plan_back import plan_effect, plan_subsidies
from geo.money.subsidy.plan_facts import CityStay
from geo.money.subsidy.plan_tiers import CityTiers, plan_tiers
from geo.plan.ground import Town
from geo.plan.problem import Tier

KEPT = 200
"""Answers kept of what comes back to a plan."""

Reached = Mapping[int, tuple[Reason, ...]]
"""What is reached, by the number of the day in the plan."""


@dataclass(frozen=True, slots=True)
class Back:
    """The money of each city, and what is reached on which day (index of the days counted)."""

    cities: tuple[CityMoney, ...]
    reached: Reached


class Backs:
    """Subsidies of the cities of one project, judged by what a plan does in each."""

    def __init__(
        self, ws: Workspace, facts: ProjectFacts, today: date, towns: Mapping[str, Town]
    ) -> None:
        self._book, self._facts, self._today = ws.money.policies, facts, today
        self._parents, self._towns = region_parents(), towns
        self._places = {code: city_place(ws, code) for code in towns}
        self._judged: dict[tuple[CityStay, ...], Mapping[str, Subsidy]] = {}

    def tiers(self, code: str, *, expected: bool) -> tuple[Tier, ...]:
        """The steps of a city for the solver, of which one at most is taken."""
        found: CityTiers = plan_tiers(
            self._book, self._places[code], self._facts, self._today, parents=self._parents
        )
        return tuple(
            Tier(f"{code}.{at}", one.threshold, one.rate, one.cap, one.share, one.amount, one.days)
            for at, one in enumerate(found.expected if expected else found.certain)
        )

    def of(self, prices: PlanPrices, counts: PlanCounts, days: Sequence[DayCount]) -> Back:
        """What each city of a plan gives, and why not more."""
        spends = {city: prices.spend(counts, city) for city in counts.company}
        stays = {city: self._stay(city, counts, days, spend) for city, spend in spends.items()}
        subsidies = self._subsidies(stays)
        found, reached = [], dict[int, tuple[Reason, ...]]()
        for city, subsidy in subsidies.items():
            spend, stay = spends[city], stays[city]
            here = [at for at, day in enumerate(days) if day.city == city]
            # what is spent grows with the days: each bears its share
            spent = [stay.mid * (n + 1) / len(here) for n in range(len(here))]
            effect = plan_effect(
                self._book, stay, spent, subsidy, self._facts, self._today, parents=self._parents
            )
            for count, reason in effect.reached:
                at = here[count - 1]
                reached[at] = (*reached.get(at, ()), reason)
            town = self._towns[city]
            found.append(CityMoney(city, subsidy, stay.days, spend, effect.told, town.en))
        return Back(tuple(found), reached)

    def _subsidies(self, stays: Mapping[str, CityStay]) -> Mapping[str, Subsidy]:
        """Judged anew only where a stay has changed: a drag asks for the same again and again."""
        key = tuple(stays.values())
        if key not in self._judged:
            if len(self._judged) >= KEPT:
                self._judged.clear()
            self._judged[key] = plan_subsidies(
                self._book, stays, self._facts, self._today, parents=self._parents
            )
        return self._judged[key]

    def _stay(
        self, city: str, counts: PlanCounts, days: Sequence[DayCount], spend: Range
    ) -> CityStay:
        low = spend.low or 0.0
        return CityStay(
            self._places[city],
            counts.company[city],
            longest_run([day.city == city for day in days]),
            counts.days,
            low,
            spend.mid if spend.mid is not None else low,
        )


def longest_run(here: Sequence[bool]) -> int:
    """The most days in a row."""
    best = run = 0
    for one in here:
        run = run + 1 if one else 0
        best = max(best, run)
    return best
