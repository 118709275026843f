"""Policies made up for the window: one of each shape, and the actions on them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from geo.errors import FactsError
from geo.model import (
    Amount,
    AnyOf,
    Budget,
    ClaimRules,
    Condition,
    ExampleResult,
    FactType,
    Part,
    Policy,
    PolicyBook,
    PolicyChange,
    PolicyParcel,
    PolicyResult,
    PolicyWords,
    ProjectFacts,
    Reason,
    Refused,
    Region,
    Source,
    Stacking,
    Tier,
    WorkedExample,
)
from geo.progress import Step
from tests.gui.stand_in import StandIn

COMPARED = ("==", ">", ">=", "<", "<=")
OPERATORS = {
    "bool": ("==",),
    "number": (*COMPARED, "between"),
    "money": (*COMPARED, "between"),
    "share": (*COMPARED, "between"),
    "date": COMPARED,
    "place": ("==", "in"),
    "tags": ("in",),
    "choice": ("==", "in"),
    "level": COMPARED,
}
KINDS = {
    "work.investment_total": "money",
    "work.investment_actual": "money",
    "work.episodes": "number",
    "work.plays_single_platform": "number",
    "work.premiere_date": "date",
    "work.theme": "tags",
    "work.honour_level": "choice",
    "work.planning_filing_level": "level",
    "work.aired_online": "bool",
    "shoot.local_share": "share",
    "shoot.main_location": "place",
    "shoot.consecutive_local_days": "number",
    "producer.first_producer_local": "bool",
    "producer.tax_paid_year": "money",
    "spend.local_eligible": "money",
}
LEVELS = {
    "work.honour_level": ("none", "provincial", "national"),
    "work.planning_filing_level": ("platform", "provincial", "national"),
}
UNITS = {"work.episodes": "集", "work.plays_single_platform": "次"}
GROUP = "作品"
FACTS = {
    name: FactType(kind, None, LEVELS.get(name, ()), UNITS.get(name, ""), OPERATORS[kind], GROUP)
    for name, kind in KINDS.items()
}
WORDS = PolicyWords(
    facts=FACTS,
    implies={},
    statuses=("in_force", "draft", "expired", "unknown"),
    types=("production_rebate", "broadcast_reward", "venue_in_kind"),
    gates=("review", "audit", "competitive_selection"),
    cap_scopes=("per_work", "per_company_per_year"),
    stacks=("silent", "alternative", "highest_only", "adds", "adds_to_cap"),
    confidences=("high", "medium", "low"),
    payees={"producer": True, "base": False},
    modes=(
        "fixed", "per_unit", "rate_of_base", "tiered", "sum_of_parts", "uplift", "match",
        "in_kind", "ceiling",
    ),
)  # fmt: skip
PAPER = Source("若干措施", "苏州日报", "2024-12-20", "https://example.cn/a", link_safe=True)
SUZHOU = Region("江苏省", "苏州市")


def policy(policy_id, title, amount, *conditions, **more):
    plain = {
        "id": policy_id,
        "title_zh": title,
        "title_en": title,
        "region": SUZHOU,
        "issuer": "苏州市",
        "issued": "2024-12-19",
        "valid_from": date(2025, 1, 16),
        "valid_to": None,
        "status": "in_force",
        "micro_drama_specific": True,
        "type": "production_rebate",
        "payee": "producer",
        "reaches_crew": True,
        "who": "any crew",
        "who_zh": "任何剧组",
        "local_registration": "unknown",
        "conditions": conditions,
        "gate": None,
        "selection_rate": None,
        "amount": amount,
        "computable": "formula",
        "stacking": Stacking(),
        "listed_only": False,
        "claim": ClaimRules(),
        "clawback": None,
        "confidence": "medium",
        "notes": None,
        "sources": (PAPER,),
    }
    return Policy(**(plain | more))


LOCAL = Condition("producer.first_producer_local", "==", True)
FIXED = policy(
    "fixed", "一口价", Amount("fixed", True, sum=300_000.0, cap=300_000.0, cap_scope="per_work"),
    LOCAL,
)  # fmt: skip
RATE = policy(
    "rate",
    "按比例",
    Amount(
        "rate_of_base",
        True,
        cap=1_000_000.0,
        cap_scope="per_company_per_year",
        cap_fact="producer.tax_paid_year",
        cap_rate=0.5,
        floor=10_000.0,
        base="work.investment_actual",
        base_else="work.investment_total",
        base_heads=("食宿", "交通"),
        rate=0.2,
        bonus_if=Condition("work.theme", "in", ("非遗",)),
        bonus_rate=0.5,
    ),
    Condition("work.investment_total", "between", (500_000.0, 3_000_000.0), "原文"),
    AnyOf((LOCAL, Condition("shoot.local_share", ">", 0.8))),
    Condition("work.premiere_date", ">=", date(2024, 6, 18)),
    Condition("work.planning_filing_level", ">=", "provincial"),
    Condition("work.honour_level", "in", ("provincial", "national")),
    Condition("shoot.main_location", "==", "苏州市"),
    gate="competitive_selection",
    selection_rate=0.078,
    stacking=Stacking("alternative", ("fixed",), upgrade=True, note="只给一条"),
    budget=Budget(5_000_000.0, 20, "pro_rata"),
    claim=ClaimRules("申报表、发票", "每年 9 月", "work.premiere_date", (3.0, 13.0), "见过一次"),
    clawback="虚报要退",
    notes="按公司算",
    examples=(
        WorkedExample(
            "花了 80 万", ProjectFacts({"work.investment_actual": 800_000.0}), 0.0, 160_000.0
        ),
    ),
)
PER_UNIT = policy(
    "unit",
    "按数量",
    Amount(
        "per_unit", True, cap=150_000.0, unit_fact="work.plays_single_platform",
        unit_size=5_000_000.0, per_unit=10_000.0,
    ),
)  # fmt: skip
TIERED = policy(
    "tiered",
    "分档",
    Amount(
        "tiered",
        False,
        tier_key="work.plays_single_platform",
        tiers=(
            Tier(80_000.0, at_least=1_000_000.0),
            Tier(120_000.0, is_upper_bound=True, above=5_000_000.0, note="另议"),
        ),
    ),
)
NAMED_TIERS = policy(
    "named",
    "按荣誉分档",
    Amount(
        "tiered",
        True,
        cap=300_000.0,
        tier_key="work.honour_level",
        tiers=(Tier(300_000.0, equals="national"), Tier(200_000.0, equals="provincial")),
    ),
)
PARTS = policy(
    "parts",
    "几项相加",
    Amount(
        "sum_of_parts",
        True,
        cap=370_000.0,
        parts=(
            Part("上线奖励", Amount("fixed", False, sum=20_000.0)),
            Part("国家级另给", Amount("ceiling", True, cap=100_000.0), (LOCAL,)),
        ),
    ),
)
UPLIFT = policy("uplift", "再加两成", Amount("uplift", True, of="fixed", rate=0.2))
MATCH = policy("match", "照着配套", Amount("match", True, cap=500_000.0, of="fixed", rate=1.0))
CEILING = policy(
    "ceiling", "只知道上限", Amount("ceiling", True, cap=2_000_000.0, cap_scope="per_work")
)
KIND = policy(
    "kind", "免门票", Amount("in_kind", False, in_kind="剧组进景区免门票"), type="venue_in_kind"
)
NOTHING = policy("nothing", "没有数字", None, computable="none", status="unknown")
DRAFT = policy(
    "draft", "征求意见", Amount("fixed", True, cap=50_000.0), status="draft",
    region=Region("浙江省", "绍兴市", "柯桥区"),
)  # fmt: skip
OVER = policy(
    "over", "早过期了", Amount("fixed", False, sum=1_000.0), valid_to=date(2025, 6, 30),
    region=Region("江苏省"),
)  # fmt: skip
SHAPES = (FIXED, RATE, PER_UNIT, TIERED, NAMED_TIERS, PARTS, UPLIFT, MATCH, CEILING, KIND, NOTHING)
SHIPPED = (*SHAPES, DRAFT, OVER)
REFUSED = (Refused("own.yaml", 12, "坏了的", Reason("fit_direct", {"count": 3})),)
DAY = "2026-11-21"


@dataclass
class PolicyStandIn(StandIn):
    """``StandIn`` with a policy book; its ranking hears how many policies are the user's own."""

    own: dict[str, Policy] = field(default_factory=dict)
    parcel: PolicyParcel | None = None
    refused: tuple[Refused, ...] = ()

    def policy_book(self, ws):
        self._note("policy_book")
        shipped = {one.id: one for one in SHIPPED}
        return PolicyBook(
            tuple((shipped | self.own).values()), WORDS, {"苏州": "江苏"}, self.refused
        )

    def save_policy(self, ws, policy, who, today=None):
        self._note("save_policy", policy, who)
        if not policy.sources:
            raise FactsError("script_empty", name=policy.title_zh)
        day = DAY if today is None else today.isoformat()
        kept = replace(policy, own=True, told_by=who, told_on=day)
        self.own[policy.id] = kept
        return kept

    def drop_policy(self, ws, policy_id):
        self._note("drop_policy", policy_id)
        del self.own[policy_id]

    def try_policy(self, ws, policy, facts):
        self._note("try_policy", policy, facts)
        top = None if policy.amount is None else policy.amount.cap
        return PolicyResult(
            policy.id, policy.title_zh, policy.type, "", policy.status, 0.0, None, top,
            open=("producer.first_producer_local",), failed=("work.aired_online",),
            reasons=(Reason("fit_direct", {"count": 2}),),
        )  # fmt: skip

    def rework(self, ws, policy):
        self._note("rework", policy)
        rate = 0.0 if policy.amount is None else policy.amount.rate
        found = []
        for one in policy.examples:
            spent = one.facts.get("work.investment_actual") or 0.0
            top = rate * spent
            found.append(ExampleResult(one, 0.0, top, top == one.ceiling))
        return tuple(found)

    def read_parcel(self, ws, path):
        yield Step("parcel")
        self._note("read_parcel", path)
        return self.parcel

    def take_parcel(self, ws, parcel, ids, who, today=None):
        self._note("take_parcel", tuple(sorted(ids)), who)
        for change in parcel.changes:
            if change.policy_id in ids:
                self.own[change.policy_id] = replace(change.new, own=True, told_by=who, told_on=DAY)

    def export_policies(self, ws, ids, path):
        yield Step("export")
        self._note("export_policies", tuple(ids), path)
        path.write_text("schema: 1\n", encoding="utf-8")
        return path


def parcel():
    """A file with a policy changed, one new and one the same, and one that was refused."""
    changed = replace(RATE, amount=replace(RATE.amount, rate=0.25), status="draft")
    new = policy("other-1", "别处的一条", Amount("fixed", False, sum=60_000.0))
    return PolicyParcel(
        "吴中区.yaml",
        (changed, new, FIXED),
        (
            PolicyChange(FIXED.id, FIXED, FIXED),
            PolicyChange(RATE.id, RATE, changed, (("amount.rate", "0.2", "0.25"),)),
            PolicyChange(new.id, None, new),
        ),
        REFUSED,
    )
