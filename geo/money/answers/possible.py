"""Answers to a question that can differ in money: either side of every threshold, every word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from geo.model import Amount, AnyOf, Condition, FactValue, Policy
from geo.money.answers.case import Case
from geo.money.project import number

OTHER = "其他"
DAY = timedelta(days=1)


def answers(case: Case, fact: str, policies: Sequence[Policy]) -> list[FactValue]:
    """Every answer to ``fact`` that one of ``policies`` can tell from another."""
    kind = case.book.words.facts.get(fact)
    if kind is None:
        return []
    if kind.kind == "bool":
        return [True, False]
    if kind.levels:
        return list(kind.levels)
    wanted = [value for policy in policies for value in _values(policy, fact, case)]
    words = [value for value in wanted if isinstance(value, str)]
    found: list[FactValue]
    if kind.kind == "date":
        days = [value for value in wanted if isinstance(value, date)]
        found = [each for day in days for each in (day - DAY, day, day + DAY)]
    elif kind.kind in ("number", "money", "share"):
        sums = [float(value) for value in wanted if isinstance(value, int | float)]
        found = [*_numbers(sums, 0.01 if kind.kind == "share" else 1.0)]
    elif kind.kind in ("place", "places"):
        found = [*words, _elsewhere(case)]
    else:
        found = [*words, OTHER]
    if kind.kind in ("tags", "places"):
        found = [(each,) for each in found if isinstance(each, str)]
    return list(dict.fromkeys(found))


def _numbers(wanted: Sequence[float], step: float) -> Iterator[float]:
    yield 0.0
    most = 1.0 if step < 1 else float("inf")
    for value in wanted:
        for each in (value - step, value, value + step):
            if 0 <= each <= most:
                yield round(each, 2)


def _elsewhere(case: Case) -> str:
    """A place that is not this one."""
    _, city, _ = case.place
    return next((each for each in case.book.cities if each not in city), OTHER)


def _values(policy: Policy, fact: str, case: Case) -> Iterator[FactValue]:
    for rule in policy.conditions:
        for one in rule.options if isinstance(rule, AnyOf) else (rule,):
            yield from _wanted(one, fact)
    if policy.amount is not None:
        yield from _steps(policy.amount, fact, case)


def _wanted(condition: Condition, fact: str) -> Iterator[FactValue]:
    if condition.fact == fact:
        value = condition.value
        yield from value if isinstance(value, tuple) else (value,)


def _steps(amount: Amount, fact: str, case: Case) -> Iterator[FactValue]:
    """Where the amount changes: tiers, and the sums from which its cap holds."""
    if amount.tier_key == fact:
        for tier in amount.tiers:
            for value in (tier.equals, tier.above, tier.at_least):
                if value is not None:
                    yield value
    if amount.cap is not None:
        if amount.unit_fact == fact and amount.per_unit:
            yield amount.cap / amount.per_unit * amount.unit_size
        if amount.base == fact and amount.rate:
            # what was declared in its place tells how large it can be
            declared = number(case.facts, amount.base_else or "")
            yield amount.cap / amount.rate if declared is None else declared
    if amount.bonus_if is not None:
        yield from _wanted(amount.bonus_if, fact)
    for part in amount.parts:
        for rule in part.conditions:
            for one in rule.options if isinstance(rule, AnyOf) else (rule,):
                yield from _wanted(one, fact)
        yield from _steps(part.amount, fact, case)
