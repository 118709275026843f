"""Three-valued truth of conditions: True is met, False is failed, None is open."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from math import isfinite

from geo.model import (
    AnyOf,
    Condition,
    ConditionResult,
    FactValue,
    PolicyBook,
    ProjectFacts,
    Region,
    Rule,
)
from geo.money.subsidy.places import bare, inside
from geo.money.subsidy.worth import NOTHING_KNOWN, Worth, facts_of

_COMPARE = {
    "==": operator.eq,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


FILING_LEVEL = "work.planning_filing_level"


class ProjectReader:
    """The project as seen from the region of one policy.

    Facts about the company hold only where ``producer.registered_in`` lies, facts about the shoot
    only where ``shoot.main_location`` lies; where neither is said they are taken as given.
    ``levels``: filing levels left open by the review tier, for as long as nobody said the level.
    ``award`` tells what another award comes to.
    """

    def __init__(
        self,
        facts: ProjectFacts,
        book: PolicyBook,
        region: Region,
        place: Region,
        parents: Mapping[str, tuple[str, ...]],
        levels: frozenset[str] = frozenset(),
        award: Callable[[str], Worth] | None = None,
    ) -> None:
        self._award = award
        self._levels = levels
        self._facts = facts
        self._book = book
        self._region = region
        self._place = place
        self._parents = parents

    def award(self, policy_id: str) -> Worth:
        """What another award comes to; nothing is known where nobody can be asked."""
        return NOTHING_KNOWN if self._award is None else self._award(policy_id)

    def number(self, fact: str) -> float | None:
        """The fact as a number, None while unknown or of another type."""
        value = self.value(fact)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(value) if isfinite(value) else None

    def words(self, fact: str) -> frozenset[str] | None:
        """The fact as words with what they imply, None while unknown."""
        value = self.value(fact)
        if isinstance(value, str):
            value = (value,)
        if not isinstance(value, tuple):
            return None
        return frozenset(
            word for each in value for word in (each, *self._book.words.implies.get(each, ()))
        )

    def value(self, fact: str) -> FactValue | None:
        """The fact, as far as it holds in the region of the policy."""
        value = self._facts.get(fact)
        if value in ("", ()):
            value = None
        kind = self._book.words.facts.get(fact)
        if fact == "shoot.place" and value is None:
            return self._facts.get("shoot.main_location")
        if kind is None or kind.scope is None:
            return value
        if kind.scope == "shoot":
            return value if self._lies("shoot.main_location", default=True) else None
        return self._registered(fact, value)

    def _registered(self, fact: str, value: FactValue | None) -> FactValue | None:
        here = self._lies("producer.registered_in", default=None)
        if fact == "producer.registered_local":
            first = self._facts.get("producer.first_producer_local")
            return True if here is None and first is True else here
        if here is None:
            return value if self._facts.get("producer.registered_in") is None else None
        if fact == "producer.first_producer_local":
            return here and value is not False
        if isinstance(value, bool):
            return value and here
        return value if here else None

    def _lies(self, fact: str, *, default: bool | None) -> bool | None:
        """Whether the place named by ``fact`` lies in the region; ``default`` while unset."""
        value = self._facts.get(fact)
        if not isinstance(value, str) or not value.strip():
            return default
        return self._inside(value, self._region)

    def _inside(self, value: str, region: Region) -> bool | None:
        return inside(value, region, self._place, self._book.cities, self._parents)

    def holds(self, condition: Condition) -> bool | None:
        """Whether the condition is met, None while a fact is missing."""
        kind = self._book.words.facts[condition.fact]
        if kind.kind in ("place", "places"):
            return self._placed(condition)
        if kind.kind in ("tags", "text", "choice"):
            words = self.words(condition.fact)
            wanted = condition.value
            many = wanted if isinstance(wanted, tuple) else (wanted,)
            return None if words is None else any(each in words for each in many)
        if kind.kind == "level":
            return self._level(condition, kind.levels)
        return self._compared(condition)

    def _level(self, condition: Condition, levels: tuple[str, ...]) -> bool | None:
        value = self.value(condition.fact)
        if value is None and condition.fact == FILING_LEVEL:
            possible = self._levels & set(levels)
        else:
            possible = frozenset([str(value)]) & set(levels)
        want = levels.index(str(condition.value))
        truths = {bool(_COMPARE[condition.op](levels.index(each), want)) for each in possible}
        return truths.pop() if len(truths) == 1 else None

    def _compared(self, condition: Condition) -> bool | None:
        wanted = condition.value
        if isinstance(wanted, bool | date):
            value = self.value(condition.fact)
            if type(value) is not type(wanted):
                return None
            return bool(_COMPARE[condition.op](value, wanted))
        number = self.number(condition.fact)
        if number is None:
            return None
        if condition.op == "between" and isinstance(wanted, tuple):
            return float(wanted[0]) <= number <= float(wanted[1])
        return bool(_COMPARE[condition.op](number, wanted))

    def _placed(self, condition: Condition) -> bool | None:
        value = self.value(condition.fact)
        given = (value,) if isinstance(value, str) else value
        if not isinstance(given, tuple) or not given:
            return None
        wanted = condition.value if isinstance(condition.value, tuple) else (condition.value,)
        found = any_of(
            self._inside(each, _called(str(name), self._region))
            for each in given
            for name in wanted
        )
        # a main location elsewhere does not say that nothing is shot here
        derived = condition.fact == "shoot.place" and self._facts.get("shoot.place") is None
        return None if derived and found is False else found

    def judge(self, rule: Rule) -> bool | None:
        """A condition, or at least one of several."""
        if isinstance(rule, AnyOf):
            return any_of(self.holds(each) for each in rule.options)
        return self.holds(rule)


def _called(name: str, region: Region) -> Region:
    """The level of ``region`` that goes by ``name``; a name of its own when none does."""
    levels = region.levels
    for depth, each in enumerate(levels):
        if each and bare(each) == bare(name):
            return Region(*levels[: depth + 1])
    return Region(province=name)


def any_of(truths: Iterable[bool | None]) -> bool | None:
    """Or in three values: met if one is met, failed if all failed, else open."""
    truths = tuple(truths)
    if any(truths):
        return True
    return None if None in truths else False


def all_of(truths: Iterable[bool | None]) -> bool | None:
    """And in three values: failed if one failed, met if all are met, else open."""
    truths = tuple(truths)
    if False in truths:
        return False
    return None if None in truths else True


def names(rule: Rule) -> str:
    """The fact a rule speaks of; alternatives joined by a bar."""
    return "|".join(facts_of(rule))


def condition_results(rules: Iterable[Rule], project: ProjectReader) -> tuple[ConditionResult, ...]:
    """Every condition judged; those of one alternative share their group."""
    found: list[ConditionResult] = []
    for at, rule in enumerate(rules):
        group = at if isinstance(rule, AnyOf) else None
        for each in rule.options if isinstance(rule, AnyOf) else (rule,):
            truth, have = project.holds(each), project.value(each.fact)
            found.append(
                ConditionResult(
                    each.fact, each.op, each.value, have, truth, group, each.note, each.note_zh
                )
            )
    return tuple(found)
