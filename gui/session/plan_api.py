"""What the session asks of ``geo.actions`` about the shooting plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from geo.model import (
    Alternative,
    Arrangement,
    Booking,
    Due,
    Insisted,
    PlanChanges,
    Planned,
    PlanRule,
    ProjectFacts,
    Ranking,
    Script,
    SetChoice,
    ShootPlan,
)
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions import PlanDesk, Workspace


class PlanActions(Protocol):
    """The plan: worked out, laid by hand, explained, written."""

    def plan_desk(
        self,
        ws: Workspace,
        ranking: Ranking,
        script: Script,
        facts: ProjectFacts,
        planned: Planned = ...,
        today: date | None = None,
    ) -> Job[PlanDesk]:
        """Everything a plan is made from, worked out once for these wishes and bookings."""

    def make_plan(
        self, desk: PlanDesk, *, time_limit: float | None = None, stop: object = None
    ) -> Job[ShootPlan]:
        """The cheapest plan with its proof; steps carry ``PlanProgress``.

        ``stop``: a ``threading.Event``; once set, the best plan so far is the answer.
        """

    def lay_by_hand(self, desk: PlanDesk, arrangement: Arrangement) -> ShootPlan:
        """Clocks, moves, money and broken rules of an arrangement; quick."""

    def alternatives(self, desk: PlanDesk, plan: ShootPlan) -> Job[tuple[Alternative, ...]]:
        """Other plans: by net cost, uplift and moves, and by single cities; steps carry a tuple."""

    def insist(
        self, desk: PlanDesk, plan: ShootPlan, site_id: str, set_id: str | None = None
    ) -> Job[Insisted]:
        """What insisting on a site costs."""

    def explain_set(self, desk: PlanDesk, plan: ShootPlan, set_id: str) -> Job[SetChoice]:
        """Why a set is shot where it is; steps carry a ``SetChoice`` that is not done."""

    def compare_plans(
        self, old: ShootPlan, new: ShootPlan, bookings: Sequence[Booking] = ()
    ) -> PlanChanges:
        """What moved between two plans."""

    def plan_rules(self, ws: Workspace) -> tuple[PlanRule, ...]:
        """The rules a plan is made by: value, limits and why."""

    def due_list(self, bookings: Sequence[Booking], today: date) -> tuple[Due, ...]:
        """What falls due, soonest first, with what is late."""

    def export_plan(
        self,
        ws: Workspace,
        plan: ShootPlan,
        planned: Planned,
        script: Script,
        path: Path,
        lang: str,
    ) -> Job[Path]:
        """Write the plan as .xlsx, .pdf, .uss or .ics."""
