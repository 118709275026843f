"""Policies, books and cases made for tests of the answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.model import (
    Amount,
    Basis,
    ClaimRules,
    Condition,
    Cost,
    Line,
    Policy,
    PolicyBook,
    ProjectFacts,
    Range,
    Region,
    Review,
    Source,
    Stacking,
    unknown,
)
from geo.money import Case
from tests.geo.money.made import TODAY

CITY = Region("江苏省", "苏州市")
PLACE = ("江苏省", "苏州", None)
TEXT = Source("某措施", "某局", "2025-01-16")


def policy(policy_id="one", conditions=(), amount=None, **changes):
    """A policy in force of 苏州市 that pays a firm 100,000 once its conditions are met."""
    values = {
        "id": policy_id,
        "title_zh": f"政策{policy_id}",
        "title_en": f"Policy {policy_id}",
        "region": CITY,
        "issuer": "某局",
        "issued": None,
        "valid_from": None,
        "valid_to": None,
        "status": "in_force",
        "micro_drama_specific": True,
        "type": "production_rebate",
        "payee": "producer",
        "reaches_crew": True,
        "who": "anyone",
        "who_zh": "谁都行",
        "local_registration": "not_required",
        "conditions": tuple(conditions),
        "gate": None,
        "selection_rate": None,
        "amount": amount or Amount("fixed", is_upper_bound=False, sum=100_000.0),
        "computable": "formula",
        "stacking": Stacking(rule="adds"),
        "listed_only": False,
        "claim": ClaimRules(),
        "clawback": None,
        "confidence": "high",
        "notes": None,
        "sources": (TEXT,),
    }
    return Policy(**{**values, **changes})


def fact(name, op, value):
    return Condition(name, op, value)


def fixed(amount, *, up_to=False):
    if up_to:
        return Amount("fixed", is_upper_bound=True, cap=float(amount))
    return Amount("fixed", is_upper_bound=False, sum=float(amount))


def facts(values=()):
    return ProjectFacts(dict(values))


def book_of(book: PolicyBook, *policies: Policy) -> PolicyBook:
    """The words of the real book with these policies."""
    return replace(book, policies=policies)


def case_of(book, *policies, values=(), place=PLACE, today=TODAY, **more) -> Case:
    return Case(book_of(book, *policies), place, facts(values), today, **more)


def span(low, mid=None, high=None, unit="CNY", **more):
    """A known range; one number stands for all three ends."""
    mid, high = (low if mid is None else mid), (low if high is None else high)
    return Range(low, mid, high, unit, Basis.ESTIMATED, **more)


def cost_of(total: Range, lines=(), reasons=()) -> Cost:
    day = span(1.0, unit="CNY/day")
    return Cost(day, total, span(1.0, unit="days"), tuple(lines), 1.0, day, total, tuple(reasons))


def priced_by_day(low=8_000.0, mid=10_000.0, high=15_000.0, **more):
    """A price callback: so much for each shooting day."""

    def price(asked: ProjectFacts) -> Cost:
        days = float(asked.get("shoot.days") or 6)
        return cost_of(span(low * days, mid * days, high * days, **more))

    return price


def line(code="travel", amount=None, **more):
    return Line(code, amount or unknown("CNY/day"), **more)


def tiered(asked: ProjectFacts) -> Review:
    """A review callback: 1,000,000 and more goes to the province and takes three weeks longer."""
    total = asked.get("work.investment_total")
    if total is None:
        return Review(None, ("ordinary", "other"), "", unknown("days"))
    big = total >= 1_000_000
    days = span(31.0 if big else 10.0, unit="days")
    tier = "ordinary" if big else "other"
    return Review(tier, (tier,), "省局" if big else "平台", days)


START = date(2026, 5, 6)
