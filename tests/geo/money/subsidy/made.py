"""Policies and projects made for the tests of the judge."""

from __future__ import annotations

from geo.model import (
    Amount,
    Budget,
    ClaimRules,
    FactType,
    Policy,
    PolicyBook,
    PolicyWords,
    ProjectFacts,
    Region,
    Stacking,
)
from geo.money.subsidy.judge import judge_policy
from tests.geo.money.made import TODAY

PLACES = {
    "瓯海": ("浙江省", "温州市", "瓯海区"),
    "余杭": ("浙江省", "杭州市", "余杭区"),
    "高州": ("广东省", "茂名市", "高州市"),
    "大同": ("山西省", "大同市", None),
    "佛山": ("广东省", "佛山市", None),
    "深圳": ("广东省", "深圳市", None),
    "河南": ("河南省", "郑州市", None),
    "舟山": ("浙江省", "舟山市", None),
    "黄山": ("安徽省", "黄山市", None),
}


HERE = Region("甲省", "乙市", None)
WORDS = PolicyWords(
    {
        "work.investment_actual": FactType("money"),
        "work.investment_total": FactType("money"),
        "spend.local_eligible": FactType("money"),
        "work.episodes": FactType("number"),
        "work.plays": FactType("number"),
        "work.total_minutes": FactType("number"),
        "shoot.consecutive_local_days": FactType("number"),
        "producer.tax_paid_year": FactType("money"),
        "work.theme": FactType("tags"),
        "work.orientation": FactType("choice", levels=("vertical", "horizontal")),
        "work.aired_online": FactType("bool"),
        "work.on_head_platform": FactType("bool"),
        "producer.registered_local": FactType("bool", "registered"),
        "work.planning_filing_level": FactType(
            "level", levels=("platform", "provincial", "national")
        ),
    },
    {},
)


def policy(name="one", amount=None, **changes):
    """A policy in force at ``HERE`` that pays a crew without a gate or a condition."""
    values = {
        "id": name,
        "title_zh": f"办法{name}",
        "title_en": f"Rule {name}",
        "region": HERE,
        "issuer": "某局",
        "issued": None,
        "valid_from": None,
        "valid_to": None,
        "status": "in_force",
        "micro_drama_specific": True,
        "type": "production_rebate",
        "payee": "producer",
        "reaches_crew": True,
        "who": "crews",
        "who_zh": "剧组",
        "local_registration": "not_required",
        "conditions": (),
        "gate": None,
        "selection_rate": None,
        "amount": amount,
        "computable": "formula",
        "stacking": Stacking(),
        "listed_only": False,
        "claim": ClaimRules(),
        "clawback": None,
        "confidence": "high",
        "notes": None,
        "sources": (),
        "budget": Budget(),
    }
    return Policy(**{**values, **changes})


def fixed(cny, **changes):
    """A sum that the text promises."""
    return Amount("fixed", **{"is_upper_bound": False, "sum": float(cny), **changes})


def book_of(*policies, **changes):
    """A book of made policies."""
    return PolicyBook(tuple(policies), WORDS, {"乙": "甲"}, **changes)


def judged(one, values=None, others=(), today=TODAY, **changes):
    """One made policy judged where it holds."""
    return judge_policy(book_of(one, *others, **changes), one, ProjectFacts(values or {}), today)


def result(book, policy_id, values, today=TODAY):
    """One policy of the book judged in its own region."""
    return judge_policy(book, book.get(policy_id), ProjectFacts(values), today)


def ceiling(book, policy_id, **values):
    """The same, its ceiling: ``work__episodes=3`` is the fact work.episodes."""
    return result(book, policy_id, {k.replace("__", ".", 1): v for k, v in values.items()}).ceiling


def codes(told):
    """The codes of the reasons of a result."""
    return [reason.code for reason in told.reasons]
