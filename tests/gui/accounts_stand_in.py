"""Accounts made by hand for tests of the money page; every figure is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.model import (
    Account,
    Basis,
    Comparable,
    ConditionResult,
    Cost,
    FactChange,
    Line,
    PayDate,
    PolicyResult,
    Question,
    Range,
    Reason,
    Review,
    Source,
    Subsidy,
    Takings,
    Unlock,
    Uplift,
    unknown,
)
from geo.progress import Step

DAILY = Source("苏州新推十余条措施", "苏州日报", "2024-12-20", "https://example.org/sz", True)


def money(low, mid, high, **more):
    return Range(low, mid, high, "CNY", Basis.ESTIMATED, (DAILY,), "method.rooms_for_two", **more)


def line(code, low=None, mid=None, high=None, *, own=False):
    total = unknown("CNY") if mid is None else money(low, mid, high)
    return Line(code, replace(total, unit="CNY/day"), (Reason(f"why.{code}"),), total, own)


def award(policy_id, certain, expected, ceiling, **more):
    fields = {
        "policy_id": policy_id,
        "title": f"若干措施 {policy_id}",
        "type": "production_rebate",
        "region": "苏州",
        "status": "in_force",
        "certain": certain,
        "expected": expected,
        "ceiling": ceiling,
        "sources": (DAILY,),
        "counts": True,
        "conditions": (
            ConditionResult("producer.first_producer_local", "==", True, None, None),
            ConditionResult("crew.size", ">=", 30, 45, True),
        ),
        "open": ("producer.first_producer_local",),
        "paid": PayDate(date(2027, 6, 1), date(2028, 3, 1)),
    }
    return PolicyResult(**{**fields, **more})


AWARDS = (
    award("a", 0.0, None, 100_000.0, gate="competitive_selection"),
    award("b", 20_000.0, 20_000.0, 50_000.0, open=()),
    award("old", 0.0, 0.0, 900_000.0, status="expired", counts=False),
    award("no", 0.0, 0.0, 70_000.0, counts=False, failed=("crew.size",)),
)
KNOWN = Subsidy(
    Range(20_000, None, 150_000, "CNY", Basis.PUBLISHED, (DAILY,)),
    20_000.0,
    150_000.0,
    AWARDS,
    certain=20_000.0,
    expected=None,
)
NOBODY_KNOWS = Subsidy(
    unknown("CNY"), 0.0, None, (award("n", 0.0, None, None),), (Reason("subsidy_none"),)
)
UPLIFT = Uplift(
    Range(0, 120, 1050, "visits/12mo", Basis.ESTIMATED),
    money(100, 9_000, 580_000),
    money(15_000, 31_000, 68_000),
    200.0,
    (Reason("uplift_unreleased"),),
    Takings(
        money(0, 1_100, 70_000),
        Range(0.5, 1.5, 3, "jobs", Basis.ESTIMATED),
        Range(1, 3, 6, "jobs", Basis.ESTIMATED),
        unknown("jobs"),
    ),
    tuple(Range(0, n, 90 * n, "visits", Basis.ESTIMATED) for n in (4, 3, 2, 1)),
)
CASE = Comparable("c", "去有风的地方", "大理", "2023", "C", "drama", 0.64, 0.23, 0.33, True)
QUESTIONS = (
    Question("fact", "producer.first_producer_local", money(0, None, 100_000), "role.company"),
    Question("fact", "shoot.local_day_share", unknown("CNY"), "当地文旅局", policy_ids=("a",)),
    Question("line", "venue", unknown("CNY"), "同里影视基地", (Reason("q", {"id": "tongli"}),)),
    Question("line", "generator", unknown("CNY"), "role.line_producer"),
    Question("policy", "a", unknown("CNY"), "苏州市委宣传部"),
    Question("fact", "crew.size", money(9_000, 9_000, 9_000), "role.line_producer"),
)
UNLOCK = Unlock(
    "u",
    ("a",),
    "苏州",
    (FactChange("producer.first_producer_local", None, True),),
    "ceiling",
    Range(0, None, 100_000, "CNY", Basis.PUBLISHED),
    unknown("CNY"),
    "ask",
    Range(10, 21, 30, "days", Basis.ESTIMATED),
    (Reason("unlock_from_unsaid", {"facts": "x"}),),
    (Reason("unlock_warn.name_only"),),
)
REVIEW = Review("ordinary", ("ordinary",), "provincial", Range(10, 30, 90, "days", Basis.QUOTED))


def made(city="苏州", site_id=None, *, heads=45, subsidy=KNOWN, **more):
    """An account whose beds cost 1,000 a head, with a venue and a generator nobody priced."""
    total = money(heads * 800, heads * 1_400, heads * 2_400, beyond=True)
    lines = (
        line("lodging", heads * 700, heads * 1_000, heads * 1_500),
        line("meals", heads * 300, heads * 400, heads * 900, own=True),
        line("venue"),
        line("generator"),
    )
    open_top = replace(total, mid=None, high=None)
    cost = Cost(
        open_top, open_top, Range(4, 5, 6, "days", Basis.ESTIMATED), lines, 1.0, total, total
    )
    back = subsidy.certain

    def net(amount):
        if amount is None:
            return unknown("CNY", low=None)
        return replace(total, low=total.low - amount, mid=total.mid - amount,
                       high=total.high - amount)  # fmt: skip

    fields = {
        "city": city,
        "site_id": site_id,
        "cost": cost,
        "subsidy": subsidy,
        "uplift": UPLIFT,
        "net_certain": net(back),
        "net_expected": net(subsidy.expected),
        "net_ceiling": net(subsidy.ceiling),
        "review": REVIEW,
        "unlocks": (UNLOCK,),
        "questions": QUESTIONS,
        "comparables": (CASE,),
        "city_en": {"苏州": "Suzhou", "绍兴": "Shaoxing"}.get(city, city),
    }
    return Account(**{**fields, **more})


class AccountsStandIn:
    """Accounts of the made kind; 绍兴 has a policy whose sum nobody published."""

    account_gate = None

    def _made(self, facts, city, site_id=None):
        heads = facts.get("crew.size") or 30
        subsidy = NOBODY_KNOWS if city == "绍兴" else KNOWN
        return made(city, site_id, heads=heads, subsidy=subsidy)

    def account(self, ws, ranking, script, facts, city, site_id=None, *, evidence=None):
        yield Step("account", 0, 2)
        self._note("account", facts.get("crew.size"), city, site_id)
        if self.account_gate is not None:
            self.account_gate.wait(5)
        yield Step("account", 1, 2)
        return self._made(facts, city, site_id)

    def compare(self, ws, script, facts, cities, *, evidence=None, wishes=None):
        yield Step("compare_cities")
        self._note("compare", tuple(cities))
        return tuple(self._made(facts, city) for city in cities)

    def export_accounts(self, ws, accounts, path, lang):
        yield Step("export")
        self._note("export_accounts", tuple((one.city, one.site_id) for one in accounts), lang)
        path.write_bytes(b"PK")
        return path
