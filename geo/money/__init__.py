"""Price: what a shoot costs, what comes back, and what the place gains."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geo.model import Policy, PolicyBook, Region
from geo.money.cost.facts import CostFacts, load_costs
from geo.money.cost.price import CityPart, price_city, price_site
from geo.money.cost.venue import over_cap
from geo.money.fields import load_fields
from geo.money.subsidy.files import load_policies
from geo.money.subsidy.judge import judge
from geo.money.uplift.forecast import forecast
from geo.money.uplift.model import UpliftModel, load_uplift

__all__ = [
    "CityPart",
    "CostFacts",
    "MoneyFacts",
    "Policy",
    "PolicyBook",
    "Region",
    "UpliftModel",
    "forecast",
    "judge",
    "load_costs",
    "load_fields",
    "load_money",
    "load_policies",
    "load_uplift",
    "over_cap",
    "price_city",
    "price_site",
]


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    """All that the room knows of the world, read once."""

    costs: CostFacts
    policies: PolicyBook
    uplift: UpliftModel


def load_money(assets: Path) -> MoneyFacts:
    """Read ``assets/money`` and ``assets/policies``. FactsError names file, item and field."""
    costs = load_costs(assets / "money" / "costs.yaml")
    return MoneyFacts(
        costs,
        load_policies(assets / "policies"),
        load_uplift(assets / "money" / "uplift.yaml", costs),
    )
