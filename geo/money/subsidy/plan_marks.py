"""Where the awards of a city change: every number they ask for of what a plan decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from geo.model import Amount, Policy, PolicyBook
from geo.money.fen import to_fen
from geo.money.subsidy.plan_facts import (
    DAYS,
    IN_A_ROW,
    MAIN,
    OF_DAYS,
    SHARE,
    SPEND,
    amounts,
    conditions,
    measures,
)

MILLION = 10**6
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers asked for by fact, and the facts that an amount is measured by."""

    numbers: dict[str, tuple[float, ...]]
    measured: frozenset[str]

    def days(self, most: int) -> tuple[int, ...]:
        """Days in the city from which on something may change, 1 among them."""
        if self.measured & set(OF_DAYS):
            return tuple(range(1, most + 1))
        asked = [each for fact in OF_DAYS for each in self.numbers.get(fact, ())]
        found = {1, *(ceil(each) for each in asked), *(floor(each) + 1 for each in asked)}
        return tuple(sorted(each for each in found if 1 <= each <= most))

    def shares(self) -> tuple[float, ...]:
        """Shares of all days from which on something may change, 0 among them."""
        asked = [each * MILLION for each in self.numbers.get(SHARE, ())]
        found = {
            0,
            *(ceil(each - 1e-6) for each in asked),
            *(floor(each + 1e-6) + 1 for each in asked),
        }
        return tuple(each / MILLION for each in sorted(found) if 0 <= each <= MILLION)

    def spends(self, most: int) -> tuple[int, ...]:
        """Fen of spending from which on something may change, 0 among them."""
        asked = [to_fen(each) for each in self.numbers.get(SPEND, ())]
        found = {0, *asked, *(each + 1 for each in asked)}
        return tuple(sorted(each for each in found if 0 <= each < most))

    def sign(self, days: int, of: int) -> tuple[object, ...]:
        """The same for two stays that no award can tell apart, but by what is spent."""
        have = {IN_A_ROW: days, DAYS: of, SHARE: days / of}
        sides = tuple(
            (have[fact] >= each, have[fact] > each)
            for fact in have
            for each in self.numbers.get(fact, ())
        )
        return (sides, *(have[fact] for fact in OF_DAYS if fact in self.measured))

    @property
    def by_spend(self) -> bool:
        """Whether any award hangs on what is spent."""
        return SPEND in self.measured or SPEND in self.numbers


def marks_of(policies: Iterable[Policy], *, told_spend: bool) -> Marks:
    """The marks of some policies. ``told_spend``: a sum stands where the main location is."""
    numbers: dict[str, set[float]] = {}
    measured: set[str] = set()
    for policy in policies:
        for each in conditions(policy):
            if each.fact == MAIN:
                numbers.setdefault(SHARE, set()).add(_HALF)
            wanted = each.value if isinstance(each.value, tuple) else (each.value,)
            for one in wanted:
                if isinstance(one, int | float) and not isinstance(one, bool):
                    numbers.setdefault(each.fact, set()).add(float(one))
        for amount in amounts(policy.amount) if policy.amount is not None else ():
            measured.update(measures(amount))
            for fact, one in _steps(amount):
                numbers.setdefault(fact, set()).add(one)
    if told_spend and (SPEND in measured or SPEND in numbers):
        numbers.setdefault(SHARE, set()).add(_HALF)
    told = {fact: tuple(sorted(each)) for fact, each in numbers.items()}
    return Marks(told, frozenset(measured))


def _steps(amount: Amount) -> list[tuple[str, float]]:
    """Numbers at which an amount has a step or a bend."""
    found = [
        (amount.tier_key or "", edge)
        for tier in amount.tiers
        for edge in (tier.at_least, tier.above)
        if edge is not None
    ]
    for fact in {amount.base, amount.base_else} - {None}:
        edges = (amount.cap, amount.floor)
        found += [(fact or "", edge / amount.rate) for edge in edges if edge and amount.rate]
    return found


def with_bases(policies: Iterable[Policy], book: PolicyBook) -> tuple[Policy, ...]:
    """The policies and, with them, those whose awards theirs are a share of."""
    found: dict[str, Policy] = {}
    waiting = list(policies)
    while waiting:
        policy = waiting.pop()
        if policy.id in found:
            continue
        found[policy.id] = policy
        named = amounts(policy.amount) if policy.amount is not None else ()
        bases = (book.get(each.of) for each in named if each.of is not None)
        waiting += [each for each in bases if each is not None]
    return tuple(found.values())
