"""The shooting plan: worked out, laid by hand, agreed with sites; part of the project."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from geo.model import (
    Alternative,
    Arrangement,
    Booking,
    Due,
    Entry,
    Insisted,
    Planned,
    PlanProgress,
    SetChoice,
    ShootPlan,
)
from geo.progress import Job
from gui.session.api import Actions
from gui.session.core import as_job
from gui.session.plan_moves import lock_after, moved
from gui.session.state import Changes
from gui.session.wishing import Wishing
from gui.task import Pool

if TYPE_CHECKING:
    from geo.actions import PlanDesk

PLAN_KINDS = ("plan", "plan_more", "plan_lay", "plan_try", "plan_why", "plan_insist")


class Planning(Wishing):
    """One desk for each ranking and set of wishes; every answer is worked out on it."""

    def __init__(
        self,
        actions: Actions | None,
        assets: Path,
        data: Path,
        *,
        language: str = "zh",
        pool: Pool | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(actions, assets, data, language=language, pool=pool, parent=parent)
        self._plan_desk: PlanDesk | None = None
        # what the desk was made of
        self._desk_of: tuple[object, ...] = ()
        self._enough: threading.Event | None = None
        self.changed.connect(self._follow_plan)

    # ---- working out

    def make_plan(self) -> None:
        """Work out the cheapest plan; what is found on the way is shown."""
        if self._ws is None or self.state.ranking is None or self.state.script is None:
            return
        self.forget_notes("plan")
        self._stop_plan_work()
        self._enough = enough = threading.Event()
        before = self.state.plan

        def done(plan: ShootPlan) -> None:
            self._keep_plan(plan, before)

        self.put(plan_progress=None, alternatives=(), insisted=None, choice=None)
        job = self._with_desk(lambda desk: self._actions.make_plan(desk, stop=enough))
        self.ask("plan", job, done, partly=self._take_progress)

    def stop_here(self) -> None:
        """The best plan so far is good enough: take it."""
        if self._enough is not None:
            self._enough.set()

    def cancel_plan(self) -> None:
        """Give the search up; the plan there was stays."""
        self.stop("plan")
        self.put(plan_progress=None)

    def _take_progress(self, progress: PlanProgress) -> None:
        self.put(plan_progress=progress)

    def _keep_plan(self, plan: ShootPlan, before: ShootPlan | None) -> None:
        """Keep an answer; with nothing laid out (no plan exists) the old arrangement stays."""
        self._enough = None
        if plan.days:
            self._note_plan(arrangement=plan.arrangement, by_hand=False)
        changes = None
        if before is not None and before.days and plan.days:
            changes = self._actions.compare_plans(before, plan, self.state.planned.bookings)
        self.put(plan=plan, plan_changes=changes, plan_stale=False)
        if plan.days:
            self._look_for_others()

    def _look_for_others(self) -> None:
        plan = self.state.plan
        if plan is None or not plan.days:
            return

        def take(found: tuple[Alternative, ...]) -> None:
            self.put(alternatives=found)

        job = self._with_desk(lambda desk: self._actions.alternatives(desk, plan))
        self.ask("plan_more", job, take, partly=take)

    def take_alternative(self, alternative: Alternative) -> None:
        """Lay the plan that way; the list of ways stays."""
        self._note_plan(arrangement=alternative.arrangement, by_hand=False)
        self._lay()

    # ---- by hand

    def move_strip(self, entry: Entry, from_day: int, to_day: int, at: int, site_id: str) -> None:
        """Shoot a strip (as it lies on ``from_day``) on another day, at a place in its order.

        Another site than before locks the set to it, with all its strips.
        """
        arrangement = self.state.planned.arrangement
        if arrangement is None:
            return
        new = moved(arrangement, entry, from_day, to_day, at, site_id)
        if new == arrangement:
            return
        locks = lock_after(self.state.planned.wishes.locks, entry, site_id)
        wishes = replace(self.state.planned.wishes, locks=locks)
        self.stop("plan_try")
        self._note_plan(arrangement=new, by_hand=True, wishes=wishes)
        self.put(plan_trial=None)
        self._lay()

    def try_move(self, entry: Entry, from_day: int, to_day: int, at: int, site_id: str) -> None:
        """What ``move_strip`` would cost and break, in ``State.plan_trial``."""
        arrangement = self.state.planned.arrangement
        if arrangement is None:
            return
        new = moved(arrangement, entry, from_day, to_day, at, site_id)

        def take(plan: ShootPlan) -> None:
            self.put(plan_trial=plan)

        self.ask("plan_try", self._laid(new), take)

    def forget_trial(self) -> None:
        """The finger let go elsewhere."""
        self.stop("plan_try")
        if self.state.plan_trial is not None:
            self.put(plan_trial=None)

    def _laid(self, arrangement: Arrangement) -> Job[ShootPlan]:
        return self._with_desk(
            lambda desk: as_job("plan_lay", lambda: self._actions.lay_by_hand(desk, arrangement))
        )

    def _lay(self) -> None:
        """Work out clocks and money of the kept arrangement."""
        arrangement = self.state.planned.arrangement
        if arrangement is None:
            self.stop("plan_lay")
            self.put(plan=None, plan_trial=None, alternatives=(), plan_changes=None)
            return

        def take(plan: ShootPlan) -> None:
            self.put(plan=plan, plan_stale=False)

        self.ask("plan_lay", self._laid(arrangement), take)

    # ---- wishes and bookings: part of the project, undone like any edit

    def wish_plan(self, merge: str = "", **changes: Any) -> None:  # noqa: ANN401 (any part of them)
        """Replace parts of the plan's wishes; the plan on show is then no longer up to date."""
        wishes = replace(self.state.planned.wishes, **changes)
        if wishes != self.state.planned.wishes:
            self._note_plan(merge, wishes=wishes)
            self.put(plan_stale=self.state.plan is not None)

    def lock_set(self, set_id: str, site_id: str | None) -> None:
        """Shoot a set at this site and nowhere else; None: wherever is best."""
        locks = {one: at for one, at in self.state.planned.wishes.locks.items() if one != set_id}
        if site_id is not None:
            locks[set_id] = site_id
        self.wish_plan(locks=locks)

    def ban_site(self, site_id: str, *, banned: bool = True) -> None:
        """Never use a site, or allow it again."""
        known = self.state.planned.wishes.must_not_use
        self.wish_plan(must_not_use=known | {site_id} if banned else known - {site_id})

    def book(self, booking: Booking) -> None:
        """Keep how far a site is agreed for a set, in place of what was kept of the two."""
        kept = self.state.planned.bookings
        same = (booking.set_id, booking.site_id)
        others = tuple(one for one in kept if (one.set_id, one.site_id) != same)
        before = next((one for one in kept if (one.set_id, one.site_id) == same), None)
        if booking != before:
            self._note_plan(bookings=(*others, booking))

    def drop_booking(self, set_id: str, site_id: str) -> None:
        """Forget what was agreed of a site for a set."""
        kept = self.state.planned.bookings
        left = tuple(one for one in kept if (one.set_id, one.site_id) != (set_id, site_id))
        if left != kept:
            self._note_plan(bookings=left)

    def keep_site_words(self, site_id: str, *, hospital: str, contact: str) -> None:
        """What the call sheet says of a site: the nearest county hospital, whom to ring."""
        planned = self.state.planned
        hospitals = {**planned.hospitals, site_id: hospital.strip()}
        contacts = {**planned.contacts, site_id: contact.strip()}
        self._note_plan(
            hospitals={one: text for one, text in hospitals.items() if text},
            contacts={one: text for one, text in contacts.items() if text},
        )

    def due_list(self, today: date | None = None) -> tuple[Due, ...]:
        """What falls due, soonest first."""
        if self._opened is None:
            return ()
        return self._actions.due_list(self.state.planned.bookings, today or date.today())

    # ---- questions

    def explain_set(self, set_id: str) -> None:
        """Why a set is shot where it is; the answer is ``State.choice``."""
        plan = self.state.plan
        if plan is None or not plan.days:
            return

        def take(choice: SetChoice) -> None:
            self.put(choice=choice)

        if self.state.choice is not None and self.state.choice.set_id != set_id:
            self.put(choice=None)
        job = self._with_desk(lambda desk: self._actions.explain_set(desk, plan, set_id))
        self.ask("plan_why", job, take, partly=take)

    def insist(self, site_id: str, set_id: str | None = None) -> None:
        """What insisting on a site costs; the answer is ``State.insisted``."""
        plan = self.state.plan
        if plan is None:
            return

        def take(insisted: Insisted) -> None:
            self.put(insisted=insisted)

        self.put(insisted=None)
        job = self._with_desk(lambda desk: self._actions.insist(desk, plan, site_id, set_id))
        self.ask("plan_insist", job, take)

    def export_plan(self, path: Path) -> None:
        """Write the plan on show: what kind of file, its suffix says."""
        state = self.state
        if self._ws is None or state.plan is None or state.script is None:
            return
        self.write_file(
            self._actions.export_plan(
                self._ws, state.plan, state.planned, state.script, path, state.language
            )
        )

    # ---- inside

    def _note_plan(self, merge: str = "", **changes: Any) -> None:  # noqa: ANN401 (any part of it)
        planned: Planned = replace(self.state.planned, **changes)
        if planned == self.state.planned:
            return
        self._history.note(self._snapshot(), merge)
        self.put(planned=planned, can_undo=True, can_redo=False)

    def _with_desk(self, work: Callable[[PlanDesk], Job[Any]]) -> Job[Any]:
        """``work`` on the desk of the present ranking and wishes, made first where it is not."""
        state, ws = self.state, self._ws
        ranking, script = state.ranking, state.script
        assert ws is not None
        assert ranking is not None
        assert script is not None
        planned = state.planned
        made_of = (ranking.columns, script, state.facts, planned.wishes, planned.bookings)

        def job() -> Job[Any]:
            desk = self._plan_desk
            if desk is None or not _same(self._desk_of, made_of):
                desk = yield from self._actions.plan_desk(ws, ranking, script, state.facts, planned)
                self._plan_desk, self._desk_of = desk, made_of
            return (yield from work(desk))

        return job()

    def _stop_plan_work(self) -> None:
        for kind in PLAN_KINDS:
            self.stop(kind)

    def _follow_plan(self, changes: Changes) -> None:
        """Another ranking: the plan on show is of yesterday. Undone: what is kept is laid anew."""
        if not changes.touch("ranking", "planned", "script"):
            return
        state = self.state
        if changes.touch("offers"):
            self._stop_plan_work()
            self.put(plan_progress=None, alternatives=(), choice=None, insisted=None)
            if state.planned.arrangement is not None and state.ranking is not None:
                self._lay()
            elif state.ranking is None:
                self.put(plan=None, plan_trial=None, plan_changes=None, plan_stale=False)
        elif changes.touch("planned") and state.ranking is not None:
            shown = None if state.plan is None else state.plan.arrangement
            if state.planned.arrangement != shown and not state.is_busy("plan_lay"):
                self._lay()


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(
        a is b or (not hasattr(a, "belong_to") and a == b) for a, b in zip(one, other, strict=True)
    )
