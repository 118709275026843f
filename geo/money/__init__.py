"""Price: what a shoot costs, what comes back, and what the place gains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.model import Policy, PolicyBook, Region
from geo.money.answers.account import nets
from geo.money.answers.case import Case
from geo.money.answers.changes import Changeable, load_changes
from geo.money.answers.claims import claim_file, evidenced_spend, with_evidence
from geo.money.answers.papers import Papers, load_papers
from geo.money.answers.questions import questions
from geo.money.answers.unlocks import unlocks
from geo.money.cost.facts import CostFacts, load_costs
from geo.money.cost.own_rates import most_rate, write_rates
from geo.money.cost.plan_counts import (
    HOME,
    At,
    DayCount,
    Hired,
    PlanBill,
    PlanCounts,
    PlanRates,
    SiteRate,
)
from geo.money.cost.plan_price import PlanPrices
from geo.money.cost.price import CityPart, Pricer, Task
from geo.money.cost.roads import Stop, load_roads
from geo.money.cost.venue import day_price, over_cap
from geo.money.fields import all_fields, load_fields
from geo.money.subsidy.examples import rework
from geo.money.subsidy.files import OWN_POLICIES, load_policies
from geo.money.subsidy.judge import judge, judge_policy
from geo.money.subsidy.keeping import checked_policy, drop_kept, keep_policies, told
from geo.money.subsidy.parcel import open_parcel
from geo.money.subsidy.plan_back import PlanEffect, plan_effect, plan_subsidies
from geo.money.subsidy.plan_facts import CityStay
from geo.money.subsidy.plan_tiers import CityTiers, TierTerms, plan_tiers
from geo.money.subsidy.review import review
from geo.money.subsidy.writing import policies_text
from geo.money.uplift.cases import CaseBook, load_case_book
from geo.money.uplift.claims import check_claim
from geo.money.uplift.comparables import comparables
from geo.money.uplift.examples import load_examples
from geo.money.uplift.forecast import forecast, forecasts
from geo.money.uplift.model import UpliftModel, load_uplift
from geo.money.uplift.parameters import checked, keep_own
from geo.money.uplift.plan_gain import plan_uplift
from geo.money.uplift.spots import Spot
from geo.money.uplift.watch import judge_months

__all__ = [
    "HOME",
    "OWN_POLICIES",
    "At",
    "Case",
    "CaseBook",
    "CityPart",
    "CityStay",
    "CityTiers",
    "CostFacts",
    "DayCount",
    "Hired",
    "MoneyFacts",
    "PlanBill",
    "PlanCounts",
    "PlanEffect",
    "PlanPrices",
    "PlanRates",
    "Policy",
    "PolicyBook",
    "Pricer",
    "Region",
    "SiteRate",
    "Spot",
    "Stop",
    "Task",
    "TierTerms",
    "UpliftModel",
    "all_fields",
    "check_claim",
    "checked",
    "checked_policy",
    "claim_file",
    "comparables",
    "day_price",
    "drop_kept",
    "evidenced_spend",
    "forecast",
    "forecasts",
    "judge",
    "judge_months",
    "judge_policy",
    "keep_own",
    "keep_policies",
    "load_case_book",
    "load_costs",
    "load_examples",
    "load_fields",
    "load_money",
    "load_policies",
    "load_roads",
    "load_uplift",
    "most_rate",
    "nets",
    "open_parcel",
    "over_cap",
    "plan_effect",
    "plan_subsidies",
    "plan_tiers",
    "plan_uplift",
    "policies_text",
    "questions",
    "review",
    "rework",
    "told",
    "unlocks",
    "with_evidence",
    "write_rates",
]


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    """All that the room knows of the world, read once."""

    costs: CostFacts
    policies: PolicyBook
    uplift: UpliftModel
    changes: Mapping[str, Changeable]
    papers: Papers


def load_money(assets: Path, own: Path | None = None) -> MoneyFacts:
    """Read ``assets/money`` and ``assets/policies``, and what the user keeps in the folder ``own``.

    FactsError names file, item and field of what ships; what cannot be taken of the user's own
    files, or of one policy, is told as refused and the rest stands.
    """
    costs = load_costs(assets / "money" / "costs.yaml", own)
    policies = load_policies(assets / "policies", own / OWN_POLICIES if own else None)
    return MoneyFacts(
        costs,
        policies,
        load_uplift(assets / "money" / "uplift.yaml", costs, own / "uplift.yaml" if own else None),
        load_changes(assets / "policies", policies.words.facts),
        load_papers(assets / "policies"),
    )
