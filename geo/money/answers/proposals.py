"""A way found, told as a proposal: what changes, what it brings, costs, takes, and its warnings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from geo.model import FactChange, Policy, ProjectFacts, Range, Reason, Review, Unlock, unknown
from geo.money.answers.case import Case, changed
from geo.money.answers.changes import Changeable
from geo.money.answers.gains import Gain, verdict
from geo.money.answers.moves import Move, cost_of
from geo.money.subsidy.places import bare


def proposal(
    case: Case,
    allowed: Mapping[str, Changeable],
    policy: Policy,
    moves: Sequence[Move],
    gain: Gain,
    unsaid: Collection[str],
) -> Unlock:
    """One proposal for ``policy`` at the case's place; ``unsaid`` facts were counted as not so."""
    changes = merged(moves)
    cost, reasons = cost_of(case, allowed, case.facts, moves)
    known = [allowed[each.fact] for each in changes if each.fact in allowed]
    codes = dict.fromkeys(code for change in known for code in change.warnings)
    amount = gain.as_range(policy.sources)
    lead, why = _lead(case, changes) if any(each.review for each in known) else (None, ())
    guessed = ",".join(each.fact for each in changes if each.fact in unsaid)
    return Unlock(
        id=":".join((policy.id, *(f"{each.fact}={each.new}" for each in changes))),
        policy_ids=gain.policy_ids,
        city=bare(case.place[1]),
        changes=changes,
        kind=gain.kind,
        gain=amount,
        cost=cost,
        verdict=verdict(amount, cost, frozenset(codes)),
        lead_days=lead,
        reasons=(
            *((Reason("unlock_from_unsaid", {"facts": guessed}),) if guessed else ()),
            *(reason for move in moves for reason in move.reasons),
            *reasons,
            *why,
        ),
        warnings=tuple(Reason(f"unlock_warn.{code}") for code in codes),
    )


def after(facts: ProjectFacts, moves: Sequence[Move]) -> ProjectFacts:
    """``facts`` once all ``moves`` are made."""
    return changed(facts, merged(moves))


def merged(moves: Sequence[Move]) -> tuple[FactChange, ...]:
    """Each fact once; of two numbers the higher serves both."""
    found: dict[str, FactChange] = {}
    for change in (each for move in moves for each in move.changes):
        had = found.get(change.fact)
        if had is None or _higher(change, had):
            found[change.fact] = change
    return tuple(found.values())


def _higher(one: FactChange, other: FactChange) -> bool:
    numbers = isinstance(one.new, int | float) and isinstance(other.new, int | float)
    return numbers and one.new > other.new  # type: ignore[operator]


def _lead(case: Case, changes: Sequence[FactChange]) -> tuple[Range | None, tuple[Reason, ...]]:
    """Days more that the review takes, where the change moves it to another tier."""
    if case.review is None:
        return None, ()
    now, then = case.review(case.facts), case.review(changed(case.facts, changes))
    if now.possible == then.possible:
        return None, ()
    values = {"old": _tiers(now), "tier": _tiers(then)}
    return _later(now.lead_days, then.lead_days), (Reason("unlock_review_from", values),)


def _tiers(review: Review) -> str:
    """The tiers left open, as names with commas between."""
    return ",".join(f"tier.{each}" for each in review.possible)


def _later(now: Range, then: Range) -> Range:
    ends = [
        None if a is None or b is None else a - b
        for a, b in ((then.low, now.low), (then.mid, now.mid), (then.high, now.high))
    ]
    low, mid, high = ends
    if mid is None:
        return unknown("days", low=None)
    sources = tuple(dict.fromkeys((*now.sources, *then.sources)))
    return Range(low, mid, high, "days", then.basis, sources, "method.review_later")
