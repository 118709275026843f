"""One project at one place, judged again and again with other facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from geo.model import (
    Cost,
    FactChange,
    FactValue,
    Policy,
    PolicyBook,
    PolicyResult,
    ProjectFacts,
    Region,
    Review,
    Subsidy,
)
from geo.money.subsidy.judge import judge
from geo.money.subsidy.places import reaching

Place = tuple[str, str, str | None]
DEAD = ("draft", "expired")


@dataclass(frozen=True)
class Case:
    """How a project is judged at ``place``, priced there and reviewed.

    ``price`` and ``review`` answer for other facts; None where nobody can.
    """

    book: PolicyBook
    place: Place
    facts: ProjectFacts
    today: date
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    price: Callable[[ProjectFacts], Cost] | None = None
    review: Callable[[ProjectFacts], Review] | None = None
    _known: dict[tuple[tuple[str, FactValue], ...], Subsidy] = field(default_factory=dict)

    def here(self) -> Case:
        """The same with only the policies that reach the place: faster, with the same answers."""
        reach = reaching(self.book, Region(*self.place))
        return replace(self, book=replace(self.book, policies=reach), _known={})

    def at(self, place: Place) -> Case:
        """The same project at another place, where nothing is priced."""
        return replace(self, place=place, price=None, _known={})

    def judged(self, facts: ProjectFacts | None = None) -> Subsidy:
        """Money back with ``facts`` (none: those of the project); each asked once."""
        asked = facts or self.facts
        key = tuple(sorted(asked.values.items(), key=lambda item: item[0]))
        if key not in self._known:
            self._known[key] = judge(self.book, self.place, asked, self.today, parents=self.parents)
        return self._known[key]


def alive(policy: Policy, today: date) -> bool:
    """Whether its money can reach a crew at all on that day."""
    begun = policy.valid_from is None or policy.valid_from <= today
    ended = policy.valid_to is not None and policy.valid_to < today
    return policy.reaches_crew and policy.status not in DEAD and begun and not ended


def with_facts(facts: ProjectFacts, more: Mapping[str, FactValue | None]) -> ProjectFacts:
    """``facts`` with ``more`` in place of what was said; None takes a fact out."""
    values = {**facts.values, **more}
    return ProjectFacts({key: value for key, value in values.items() if value is not None})


def changed(facts: ProjectFacts, changes: Sequence[FactChange]) -> ProjectFacts:
    """``facts`` after ``changes``."""
    return with_facts(facts, {each.fact: each.new for each in changes})


def result_of(subsidy: Subsidy, policy_id: str) -> PolicyResult:
    """How one policy of the place came out. KeyError where it does not reach the place."""
    return {each.policy_id: each for each in subsidy.policies}[policy_id]
