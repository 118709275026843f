"""Worked examples in the policy files: by hand from the text of each rule, recomputed here."""

from __future__ import annotations

from datetime import date

import pytest

from geo.money import load_policies, rework
from tests.geo.money.conftest import ASSETS

BOOK = load_policies(ASSETS / "policies")
WORKED = [policy for policy in BOOK.policies if policy.examples]
DAY = date(2026, 4, 1)


@pytest.mark.parametrize("policy", WORKED, ids=lambda policy: policy.id)
def test_the_judge_agrees_with_what_was_worked_by_hand(policy):
    for each in rework(BOOK, policy, DAY):
        now = (each.certain, each.ceiling)
        assert each.agrees, (each.example.name, each.example.certain, each.example.ceiling, now)


def test_every_computable_item_and_every_shape_has_examples():
    assert all(policy.examples for policy in BOOK.policies if policy.computable == "formula")
    shapes = {policy.amount.mode for policy in WORKED if policy.amount is not None}
    assert shapes == set(BOOK.words.modes)
    assert {policy.stacking.rule for policy in WORKED} == set(BOOK.words.stacks)
    assert {"per_work", "per_company_per_year", "per_company_once", "pool_per_year"} <= {
        policy.amount.cap_scope for policy in WORKED if policy.amount is not None
    }
    assert any(policy.budget.works for policy in WORKED)
    assert any(policy.budget.pool for policy in WORKED)
    assert any(policy.status == "draft" for policy in WORKED)
    assert any(policy.listed_only for policy in WORKED)
    assert any(policy.amount is None for policy in WORKED)
    assert sum(len(policy.examples) for policy in WORKED) > 150


def thresholds(policy):
    """Each number that a condition of the policy compares with."""
    for rule in policy.conditions:
        value = getattr(rule, "value", None)
        if getattr(rule, "op", "") in (">", ">=", "between") and not isinstance(value, str | date):
            ends = value if isinstance(value, tuple) else (value,)
            yield from ((rule.fact, end) for end in ends)
    if policy.amount is not None and policy.amount.tier_key is not None:
        for tier in policy.amount.tiers:
            line = tier.above if tier.at_least is None else tier.at_least
            if line is not None:
                yield policy.amount.tier_key, line


@pytest.mark.parametrize(
    "policy", [p for p in WORKED if p.computable == "formula"], ids=lambda policy: policy.id
)
def test_both_sides_of_every_threshold_are_worked(policy):
    for fact, line in thresholds(policy):
        seen = [each.facts.values[fact] for each in policy.examples if fact in each.facts.values]
        below = [value for value in seen if value < line]
        above = [value for value in seen if value > line]
        at = [value for value in seen if value == line]
        assert at, (fact, line)
        assert below or above, (fact, line)


def test_a_wrong_value_would_be_seen():
    """The check can fail: an example moved by a fen no longer agrees."""
    from dataclasses import replace

    policy = BOOK.get("sz-2025-invest")
    first = policy.examples[0]
    off = replace(policy, examples=(replace(first, ceiling=first.ceiling + 0.01),))
    assert not rework(BOOK, off, DAY)[0].agrees
