"""Policies: every rule known for a place, judged against the project."""

from __future__ import annotations

from datetime import date

from geo.actions.ranking import FOUR_CITIES, city_place, region_parents
from geo.actions.workspace import Workspace
from geo.model import PolicyResult, ProjectFacts
from geo.money import judge


def list_policies(
    ws: Workspace, facts: ProjectFacts, city: str | None = None, today: date | None = None
) -> tuple[PolicyResult, ...]:
    """Judge the policies that reach ``city`` (none: the four), each listed once."""
    parents = region_parents(ws)
    day = today or date.today()
    found: dict[str, PolicyResult] = {}
    for name in [city] if city else FOUR_CITIES:
        place = city_place(ws, name)
        judged = judge(ws.money.policies, place, facts, day, parents=parents)
        found |= {result.policy_id: result for result in judged.policies}
    return tuple(found.values())
