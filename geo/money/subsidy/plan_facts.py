"""What a plan does in a city, told as the facts that policies ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.model import (
    Amount,
    AnyOf,
    Condition,
    FactValue,
    Policy,
    PolicyBook,
    ProjectFacts,
    Region,
    Rule,
)
from geo.money.subsidy.places import inside

Place = tuple[str, str, str | None]
Parents = Mapping[str, tuple[str, ...]]

PLACE, MAIN = "shoot.place", "shoot.main_location"
DAYS, IN_A_ROW = "shoot.days", "shoot.consecutive_local_days"
SHARE, SPEND = "shoot.local_day_share", "spend.local_eligible"
OF_DAYS = (DAYS, IN_A_ROW)
DECIDED = (PLACE, MAIN, DAYS, IN_A_ROW, SHARE, SPEND)
"""Facts that a plan decides, whatever the project says of them."""


@dataclass(frozen=True, slots=True)
class CityStay:
    """What a plan does in one city (``place``: province, city, None).

    ``days`` lived there, ``in_a_row`` the longest run of them, ``of`` days in all cities. ``low``
    and ``mid`` CNY known to be spent there: certain money counts the low, expected the middle.
    """

    place: Place
    days: int
    in_a_row: int
    of: int
    low: float = 0.0
    mid: float = 0.0


class StayFacts:
    """The facts of one project for stays in one city.

    The main location of a plan is where it spends more than half of its days. What the project
    tells of its shoot (``scope: shoot``) was told of its own main location and holds nowhere else.
    """

    def __init__(
        self, book: PolicyBook, place: Place, facts: ProjectFacts, parents: Parents
    ) -> None:
        region = Region(*place)
        told = facts.get(MAIN)
        here = not isinstance(told, str) or inside(told, region, region, book.cities, parents)
        scoped = {name for name, kind in book.words.facts.items() if kind.scope == "shoot"}
        self._city = place[1]
        self._kept: dict[str, FactValue] = {
            name: value
            for name, value in facts.values.items()
            if name not in DECIDED and (here is True or name not in scoped)
        }
        spend = facts.get(SPEND)
        self._spend = spend if here is True and isinstance(spend, int | float) else None

    def at(self, days: int, in_a_row: int, of: int, spend: float) -> ProjectFacts:
        """The project when ``days`` of ``of`` days are shot here and ``spend`` CNY spent.

        A sum that the project tells stands, where this is the main location.
        """
        main = 2 * days > of
        values: dict[str, FactValue] = {
            **self._kept,
            PLACE: (self._city,),
            DAYS: of,
            IN_A_ROW: in_a_row,
            SHARE: days / of,
            SPEND: self._spend if main and self._spend is not None else spend,
        }
        if main:
            values[MAIN] = self._city
        return ProjectFacts(values)


def conditions(policy: Policy) -> Iterator[Condition]:
    """Every condition of a policy, those of its parts and of its bonus with them."""
    yield from _flat(policy.conditions)
    if policy.amount is not None:
        for amount in amounts(policy.amount):
            if amount.bonus_if is not None:
                yield amount.bonus_if
            for part in amount.parts:
                yield from _flat(part.conditions)


def _flat(rules: tuple[Rule, ...]) -> Iterator[Condition]:
    for rule in rules:
        yield from rule.options if isinstance(rule, AnyOf) else (rule,)


def amounts(amount: Amount) -> Iterator[Amount]:
    """An amount and those of its parts."""
    yield amount
    for part in amount.parts:
        yield from amounts(part.amount)


def measures(amount: Amount) -> tuple[str, ...]:
    """The facts that an amount is measured by."""
    named = (amount.base, amount.base_else, amount.unit_fact, amount.cap_fact, amount.tier_key)
    return tuple(each for each in named if each)


def decided(policy: Policy) -> frozenset[str]:
    """The facts decided by a plan that a policy hangs on."""
    named = {each.fact for each in conditions(policy)}
    if policy.amount is not None:
        named.update(fact for each in amounts(policy.amount) for fact in measures(each))
    return frozenset(named & set(DECIDED))
