"""Moves: a change of one fact with all that must really move along with it, and what that costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.model import (
    Basis,
    Condition,
    FactChange,
    FactValue,
    PolicyBook,
    ProjectFacts,
    Range,
    Reason,
    unknown,
)
from geo.money.answers.case import Case, changed
from geo.money.answers.changes import Changeable
from geo.money.answers.targets import nearest
from geo.money.project import number, positive
from geo.money.subsidy.places import bare

CNY = "CNY"
DAYS = "shoot.days"


@dataclass(frozen=True, slots=True)
class Move:
    """What one wish (``fact`` to a value) really changes.

    ``needed``: the moves that it needs, which may do alone; ``reasons`` tell of needs unsaid.
    """

    fact: str
    changes: tuple[FactChange, ...]
    reasons: tuple[Reason, ...] = ()
    needed: tuple[Move, ...] = ()


class Moves:
    """All moves that the data allow for one project; ``town`` is the place of the policy."""

    def __init__(
        self, book: PolicyBook, allowed: Mapping[str, Changeable], facts: ProjectFacts, town: str
    ) -> None:
        self.book = book
        self.allowed = allowed
        self.facts = facts
        self.town = town

    def meeting(self, condition: Condition) -> tuple[Move, ...]:
        """Moves that meet ``condition``, nearest first; none where no real change can."""
        change = self.allowed.get(condition.fact)
        kind = self.book.words.facts.get(condition.fact)
        if change is None or kind is None:
            return ()
        if change.of is not None:
            days = positive(self.facts, change.of)
            change = replace(change, step=1 / days) if days else change
        values = nearest(condition, kind, change, self.facts.get(condition.fact))
        moves = (self.move(change, value) for value in values)
        return tuple(move for move in moves if move is not None)

    def move(self, change: Changeable, value: FactValue) -> Move | None:
        """The change of one fact with what it takes; None where it would be a mere declaration."""
        wanted = self._along(change, value)
        if change.real is not None and change.real not in wanted:
            return None
        reasons, needed = [], []
        for need in change.needs:
            least = value if need.at_least is None else need.at_least
            if need.when not in (None, value) or not isinstance(least, int | float):
                continue
            have = number(self.facts, need.fact)
            if have is None:
                reasons.append(Reason("unlock_needs", {"fact": need.fact, "least": least}))
            elif have < least:
                rise = int(least) if float(least).is_integer() else least
                more = self.move(self.allowed[need.fact], rise)
                if more is None:
                    return None
                needed.append(more)
        own = [FactChange(fact, self.facts.get(fact), new) for fact, new in wanted.items()]
        along = [each for move in needed for each in move.changes]
        return Move(change.fact, (*own, *along), tuple(reasons), tuple(needed))

    def _along(self, change: Changeable, value: FactValue) -> dict[str, FactValue]:
        """The fact itself, the numbers raised with it, and the facts that name the place."""
        found: dict[str, FactValue] = {change.fact: value}
        for other in change.together:
            if isinstance(value, int | float) and (number(self.facts, other) or 0.0) < value:
                found[other] = value
        for fact in change.place:
            have = self.facts.get(fact)
            if isinstance(have, str) and bare(have) != bare(self.town):
                found[fact] = self.town
        return found


def cost_of(
    case: Case, allowed: Mapping[str, Changeable], before: ProjectFacts, moves: Sequence[Move]
) -> tuple[Range, tuple[Reason, ...]]:
    """What the moves cost more (CNY) at the case's place, and what that leaves out."""
    changes = {each.fact: each for move in moves for each in move.changes}
    parts, reasons = [], []
    for change in changes.values():
        kind = allowed[change.fact].cost if change.fact in allowed else "time"
        if kind == "days":
            parts.append(_days(case, before, change, changes))
        elif kind == "spend":
            parts.append(_spending(before, change, allowed[change.fact], changes))
        elif kind == "time":
            reasons.append(Reason("unlock_costs_time", {"fact": change.fact}))
        else:
            parts.append((unknown(CNY), Reason("unlock_cost_unknown", {"fact": change.fact})))
    told = (*(reason for _, reason in parts if reason is not None), *reasons)
    return _sum(cost for cost, _ in parts), told


def _days(
    case: Case, before: ProjectFacts, change: FactChange, changes: Mapping[str, FactChange]
) -> tuple[Range, Reason | None]:
    """More days are priced by the place; the same days in another order are not."""
    have = positive(before, DAYS)
    if change.fact != DAYS:
        if DAYS in changes:
            return _nothing(), None
        code = "unlock_days_unset" if have is None else "unlock_reschedule"
        return unknown(CNY), Reason(code)
    if case.price is None or have is None:
        return unknown(CNY), Reason("unlock_cost_unknown", {"fact": DAYS})
    now = case.price(before).priced_total
    then = case.price(changed(before, (change,))).priced_total
    more = Range(
        _less(then.low, now.low),
        _less(then.mid, now.mid),
        _less(then.high, now.high),
        CNY,
        Basis.ESTIMATED,
        then.sources,
        "method.unlock_days",
        then.beyond,
    )
    days = float(change.new) - have if isinstance(change.new, int | float) else 0.0
    return more, Reason("unlock_days_priced", {"days": days})


def _less(then: float | None, now: float | None) -> float | None:
    return None if then is None or now is None else round(then - now, 2)


def _spending(
    before: ProjectFacts,
    change: FactChange,
    how: Changeable,
    changes: Mapping[str, FactChange],
) -> tuple[Range, Reason | None]:
    """Money really spent more: the rise of the audited fact, else of the declared one."""
    if how.real is not None and how.real in changes:
        return _nothing(), None
    known = [number(before, fact) for fact in (how.fact, *how.together)]
    have = next((each for each in known if each is not None), None)
    if have is None or not isinstance(change.new, int | float):
        return unknown(CNY), Reason("unlock_spend_unset")
    more = round(max(0.0, float(change.new) - have), 2)
    exact = Range(more, more, more, CNY, Basis.ESTIMATED, (), "method.unlock_spending")
    return exact, Reason("unlock_spend", {"amount": more})


def _nothing() -> Range:
    return Range(0.0, 0.0, 0.0, CNY, Basis.ESTIMATED, (), "method.unlock_with_other")


def _sum(parts: Iterable[Range]) -> Range:
    """The parts together; one unknown part leaves only the low end."""
    parts = tuple(parts)
    low = round(sum(part.low or 0.0 for part in parts), 2)
    if any(part.mid is None or part.high is None for part in parts):
        return unknown(CNY, low=low)
    return Range(
        low,
        round(sum(part.mid or 0.0 for part in parts), 2),
        round(sum(part.high or 0.0 for part in parts), 2),
        CNY,
        Basis.ESTIMATED,
        tuple(dict.fromkeys(source for part in parts for source in part.sources)),
        next((part.method for part in parts), "method.unlock_time"),
        any(part.beyond for part in parts),
    )
