"""A plan laid out on days, as the solver would have given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import ShootPlan
from geo.plan.costing import costed
from geo.plan.problem import Plan
from geo.plan.tour import Tours

if TYPE_CHECKING:
    from geo.actions.planning.desk import PlanDesk


def as_solved(desk: PlanDesk, plan: ShootPlan) -> Plan | None:
    """A laid plan in the model of hours; None where it breaks a limit or a rule there."""
    owners = {
        desk.ground.strips[strip].set_id: desk.hires.of_site.get(site)
        for strip, site in plan.arrangement.sites.items()
        if strip in desk.ground.strips
    }
    index = {place.id: at for at, place in enumerate(desk.problem.places)}
    chosen = [index.get(owners.get(unit.id) or "") for unit in desk.problem.units]
    for at, place in enumerate(chosen):
        if place is not None and desk.problem.quality[at, place] == 0:
            return None
    return costed(desk.problem, Tours(desk.problem.legs), chosen)
