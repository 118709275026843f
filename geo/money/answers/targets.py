"""The nearest value of a fact that meets a condition or reaches the next step of an amount."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta

from geo.model import Amount, AnyOf, Condition, FactType, FactValue, Policy, ProjectFacts
from geo.money.answers.changes import Changeable
from geo.money.project import number

DAY = timedelta(days=1)


def nearest(
    condition: Condition, kind: FactType, change: Changeable, have: FactValue | None
) -> tuple[FactValue, ...]:
    """New values that meet ``condition``, nearest first; none where ``have`` meets it already.

    Numbers only ever rise, in steps of ``change.step``; days move either way.
    """
    if kind.kind in ("number", "money", "share"):
        return _numbers(condition, change, have)
    if kind.kind == "date":
        return _days(condition, have)
    if kind.kind == "level":
        return _levels(condition, kind.levels, have)
    wanted = condition.value if isinstance(condition.value, tuple) else (condition.value,)
    if isinstance(have, tuple):
        return () if set(have) & set(wanted) else tuple((*have, str(one)) for one in wanted)
    if have in wanted:
        return ()
    many = kind.kind in ("tags", "places")
    return tuple((one,) if many and isinstance(one, str) else one for one in wanted)


def _numbers(
    condition: Condition, change: Changeable, have: FactValue | None
) -> tuple[FactValue, ...]:
    wanted = condition.value
    if condition.op not in (">=", ">", "between"):
        return ()
    low = wanted[0] if isinstance(wanted, tuple) else wanted
    assert isinstance(low, int | float)
    above = condition.op == ">"
    if isinstance(have, int | float) and (have > low if above else have >= low):
        return ()
    value = step_up(float(low), change.step, above=above)
    return () if change.most is not None and value > change.most else (value,)


def step_up(least: float, step: float, *, above: bool = False) -> float | int:
    """The first multiple of ``step`` from ``least`` on, or beyond it; whole steps give an int."""
    count = math.ceil(round(least / step, 6))
    if above and count * step <= least + step * 1e-6:
        count += 1
    value = round(count * step, 4)
    return int(value) if float(step).is_integer() else value


def _days(condition: Condition, have: FactValue | None) -> tuple[FactValue, ...]:
    wanted = condition.value
    if not isinstance(wanted, date) or not isinstance(have, date):
        return ()
    edge = {
        ">=": wanted, "<=": wanted, "==": wanted, ">": wanted + DAY, "<": wanted - DAY,
    }[condition.op]  # fmt: skip
    late = condition.op in ("<", "<=") and have > edge
    early = condition.op in (">", ">=") and have < edge
    return (edge,) if late or early or (condition.op == "==" and have != edge) else ()


def _levels(
    condition: Condition, levels: tuple[str, ...], have: FactValue | None
) -> tuple[FactValue, ...]:
    at = levels.index(str(condition.value)) + (condition.op == ">")
    now = levels.index(str(have)) if have in levels else -1
    rising = condition.op in (">=", ">", "==")
    return (levels[at],) if rising and now < at < len(levels) else ()


def steps(policy: Policy, facts: ProjectFacts) -> Iterator[Condition]:
    """What would raise the amount by its next step: a tier, a unit, a bonus, a part's condition."""
    amount = policy.amount
    if amount is not None:
        yield from _steps(amount, facts)


def _steps(amount: Amount, facts: ProjectFacts) -> Iterator[Condition]:
    if amount.unit_fact:
        have = number(facts, amount.unit_fact)
        if have is not None:
            size = amount.unit_size
            yield Condition(amount.unit_fact, ">=", (have // size + 1) * size)
    if amount.tier_key and facts.get(amount.tier_key) is not None:
        yield from _tiers(amount, facts)
    if amount.bonus_if is not None:
        yield amount.bonus_if
    for part in amount.parts:
        for rule in part.conditions:
            yield from rule.options if isinstance(rule, AnyOf) else (rule,)
        yield from _steps(part.amount, facts)


def _tiers(amount: Amount, facts: ProjectFacts) -> Iterator[Condition]:
    key = amount.tier_key or ""
    have = number(facts, key)
    for tier in sorted(amount.tiers, key=lambda tier: tier.cny):
        if tier.equals is not None:
            yield Condition(key, "==", tier.equals)
        elif tier.above is not None and have is not None and have <= tier.above:
            yield Condition(key, ">", tier.above)
        elif tier.at_least is not None and have is not None and have < tier.at_least:
            yield Condition(key, ">=", tier.at_least)
