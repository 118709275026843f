"""Worked examples of a policy, worked out again."""

from __future__ import annotations

from datetime import date

from geo.model import ExampleResult, Policy, PolicyBook
from geo.money.subsidy.judge import judge_policy

_HALF_A_FEN = 0.005


def rework(book: PolicyBook, policy: Policy, today: date) -> tuple[ExampleResult, ...]:
    """Each example of ``policy`` judged where the policy holds, on a day on which it is in force.

    The day is ``today``, or the nearest one from valid_from to valid_to.
    """
    day = today
    if policy.valid_to is not None:
        day = min(day, policy.valid_to)
    if policy.valid_from is not None:
        day = max(day, policy.valid_from)
    found = []
    for example in policy.examples:
        result = judge_policy(book, policy, example.facts, day)
        agrees = _same(result.certain, example.certain) and _same(result.ceiling, example.ceiling)
        found.append(ExampleResult(example, result.certain, result.ceiling, agrees))
    return tuple(found)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) < _HALF_A_FEN
