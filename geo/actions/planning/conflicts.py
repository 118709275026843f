"""Wishes that contradict one another, in words that name sets and sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import BookingStatus, Reason
from geo.plan.problem import Binding

if TYPE_CHECKING:
    from geo.actions.planning.desk import PlanDesk


def told_conflict(desk: PlanDesk, rules: tuple[Binding, ...]) -> tuple[Reason, ...]:
    """A smallest set of rules that no plan can meet together, each with what it speaks of."""
    found = []
    for rule in rules:
        found += _told(desk, rule)
    return desk.names.all_told(found)


def _told(desk: PlanDesk, rule: Binding) -> list[Reason]:
    wishes = desk.planned.wishes
    if rule.kind == "lock":
        site = desk.fits.locks.get(rule.about, "")
        lock = Reason("plan_conflict_lock", {"set_id": rule.about, "site_id": site})
        return [lock, *_against(desk, rule.about, site)]
    if rule.kind == "days":
        return [Reason("plan_conflict_days", {"n": wishes.most_days or 0})]
    if rule.kind == "places":
        return [Reason("plan_conflict_sites", {"n": wishes.most_sites or 0})]
    if rule.kind in ("must_use", "must_not_use"):
        return [Reason(f"plan_conflict_{rule.kind}", {"site_id": rule.about})]
    if rule.kind == "cover":
        return [Reason("plan_conflict_cover", {"set_id": rule.about})]
    return [Reason("plan_conflict_fit")]


def _against(desk: PlanDesk, set_id: str, site_id: str) -> list[Reason]:
    """What stands against a lock and is no rule of the solver's: a no of the site, its days."""
    found = []
    refused = any(
        (one.set_id, one.site_id, one.status) == (set_id, site_id, BookingStatus.REFUSED)
        for one in desk.planned.bookings
    )
    if refused:
        found.append(Reason("plan_conflict_refused", {"set_id": set_id, "site_id": site_id}))
    if site_id in desk.planned.wishes.must_not_use:
        found.append(Reason("plan_conflict_must_not_use", {"site_id": site_id}))
    spot = desk.ground.spots.get(site_id)
    if spot is not None and (spot.windows or spot.closed) and not found:
        found.append(Reason("plan_conflict_windows", {"site_id": site_id}))
    return found


def impossible_wishes(desk: PlanDesk) -> tuple[Reason, ...]:
    """Contradictions that are plain without any search: a lock on what is ruled out."""
    found: list[Reason] = []
    for set_id, site_id in desk.fits.locks.items():
        row, column = desk.fits.rows[set_id], desk.fits.columns[site_id]
        if not desk.fits.open[row, column]:
            found.append(Reason("plan_conflict_lock", {"set_id": set_id, "site_id": site_id}))
            found += _against(desk, set_id, site_id)
    for site_id in sorted(desk.planned.wishes.must_use & desk.planned.wishes.must_not_use):
        found.append(Reason("plan_conflict_must_use", {"site_id": site_id}))
        found.append(Reason("plan_conflict_must_not_use", {"site_id": site_id}))
    for site_id in sorted(set(desk.planned.wishes.must_use) & set(desk.fits.columns)):
        if not desk.fits.open[:, desk.fits.columns[site_id]].any():
            found.append(Reason("plan_conflict_must_use", {"site_id": site_id}))
            found.append(Reason("plan_conflict_serves_none", {"site_id": site_id}))
    return desk.names.all_told(found)
