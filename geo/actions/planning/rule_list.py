"""The rules a plan is made by, for whoever wants to see or change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actions.planning.rules import listed, load_plan_rules
from geo.model import PlanRule

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace


def plan_rules(ws: Workspace) -> tuple[PlanRule, ...]:
    """Every rule of ``assets/rules/plan.yaml``: value, limits, why. Raises FactsError."""
    return listed(load_plan_rules(ws.assets / "rules"))
