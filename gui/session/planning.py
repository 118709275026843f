"""The shooting plan: worked out and laid by hand; what is kept of it is part of the project."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from geo.errors import PlanError
from geo.model import (
    Alternative,
    Arrangement,
    Entry,
    PlanProgress,
    PlanRule,
    PlanWishes,
    ShootPlan,
)
from geo.progress import Job
from gui.session.api import Actions
from gui.session.core import as_job
from gui.session.plan_moves import laid_in, lock_after, moved
from gui.session.plan_places import places_for
from gui.session.state import Changes
from gui.session.wishing import Wishing
from gui.task import Pool

if TYPE_CHECKING:
    from geo.actions import PlanDesk

FOR_LAYING = ("places", "script", "facts", "rules")
FOR_ASKING = ("places", "script", "facts", "wishes", "bookings")
FOR_PLANNING = (*FOR_ASKING, "before")
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
        self._desk_of: dict[str, object] = {}
        # the last answer of the solver for these places
        self._worked_out: ShootPlan | None = None
        self._asked = PlanWishes()
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
        before, asked = self.state.plan, self.state.planned.wishes

        def done(plan: ShootPlan) -> None:
            self._asked = asked
            self._keep_plan(plan, before)

        self.put(plan_progress=None, alternatives=(), insisted=None, choice=None)
        job = self._with_desk(lambda desk: self._actions.make_plan(desk, stop=enough), FOR_PLANNING)
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
        stale = self.state.planned.wishes != self._asked
        if not plan.days:
            self.put(plan=plan, plan_changes=None, plan_stale=stale)
            return
        changes = None
        if before is not None and before.days:
            changes = self._actions.compare_plans(before, plan, self.state.planned.bookings)
        self._worked_out = plan
        shown = {"plan": plan, "plan_changes": changes, "plan_stale": stale}
        self._note_plan(shown, arrangement=plan.arrangement, by_hand=False)
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
        shown = {"plan_trial": None}
        self._note_plan(shown, arrangement=new, by_hand=True, wishes=wishes)

    def try_move(self, entry: Entry, from_day: int, to_day: int, at: int, site_id: str) -> None:
        """What ``move_strip`` would cost and break, in ``State.plan_trial``."""
        arrangement = self.state.planned.arrangement
        if arrangement is None:
            return
        self._try(moved(arrangement, entry, from_day, to_day, at, site_id))

    def _try(self, arrangement: Arrangement) -> None:
        def take(plan: ShootPlan) -> None:
            self.put(plan_trial=plan)

        self.ask("plan_try", self._laid(arrangement), take)

    def lay_strip(self, strip_id: str, site_id: str, day: int, at: int) -> None:
        """Shoot a strip that is left out as the ``at``-th of a day, all its minutes, at a site."""
        new = self._with_strip(strip_id, site_id, day, at)
        if new is not None:
            self.stop("plan_try")
            self._note_plan({"plan_trial": None}, arrangement=new, by_hand=True)

    def try_lay(self, strip_id: str, site_id: str, day: int, at: int) -> None:
        """What ``lay_strip`` would cost and break, in ``State.plan_trial``."""
        new = self._with_strip(strip_id, site_id, day, at)
        if new is not None:
            self._try(new)

    def _with_strip(self, strip_id: str, site_id: str, day: int, at: int) -> Arrangement | None:
        """The arrangement with a strip laid in; None where it lies already or nobody knows it."""
        arrangement, plan = self.state.planned.arrangement, self.state.plan
        strips = plan.strips if plan is not None else ()
        strip = next((one for one in strips if one.id == strip_id), None)
        if arrangement is None or strip is None:
            return None
        new = laid_in(arrangement, Entry(strip_id, site_id, strip.minutes), day, at)
        return None if new == arrangement else new

    def places_for(self, set_id: str, day: int) -> tuple[str, ...]:
        """Where a set that is left out could be shot on a day, the likeliest first."""
        rules = {one.name: one.value for one in self.plan_rules()}
        return places_for(self.state, set_id, day, rules.get("least_fit", 0.0))

    def plan_rules(self) -> tuple[PlanRule, ...]:
        """The rules a plan is made by, as they are without the user's own values."""
        return () if self._ws is None else self._actions.plan_rules(self._ws)

    def forget_plan_trial(self) -> None:
        """The finger let go elsewhere."""
        self.stop("plan_try")
        if self.state.plan_trial is not None:
            self.put(plan_trial=None)

    def _laid(self, arrangement: Arrangement) -> Job[ShootPlan]:
        def work(desk: PlanDesk) -> Job[ShootPlan]:
            laid = yield from as_job(
                "plan_lay", lambda: self._actions.lay_by_hand(desk, arrangement)
            )
            return self._with_proof(laid)

        return self._with_desk(work, FOR_LAYING)

    def _with_proof(self, laid: ShootPlan) -> ShootPlan:
        """What was proven stands: for the very plan, and as a bound for any other."""
        proven, wishes, now = self._worked_out, self._asked, self.state.planned.wishes
        if proven is None or laid.money is None:
            return laid
        narrower = wishes.locks.items() <= now.locks.items()
        if not narrower or replace(now, locks=wishes.locks) != wishes:
            return laid
        if laid.arrangement == proven.arrangement and now == wishes:
            return proven
        if proven.bound is None:
            return laid
        counted = laid.money.counted + laid.money.missed
        gap = max(0.0, counted - proven.bound) / max(1.0, abs(counted))
        return replace(laid, bound=proven.bound, gap=gap)

    def _lay(self) -> None:
        """Work out clocks and money of the kept arrangement."""
        arrangement = self.state.planned.arrangement
        if arrangement is None:
            self.stop("plan_lay")
            # the other ways stay: they are there again with the step made again
            self.put(plan=None, plan_trial=None, plan_changes=None)
            return

        def take(plan: ShootPlan) -> None:
            self.put(plan=plan)

        self.ask("plan_lay", self._laid(arrangement), take)

    # ---- inside

    def _note_plan(
        self,
        shown: Mapping[str, Any] = MappingProxyType({}),
        merge: str = "",
        **changes: Any,  # noqa: ANN401 (any part of what is kept)
    ) -> None:
        """Replace what the project keeps of the plan, and parts of the state with it, as a step."""
        planned = replace(self.state.planned, **changes)
        if planned == self.state.planned:
            self.put(**shown)
            return
        self._history.note(self._snapshot(), merge)
        self.put(planned=planned, can_undo=True, can_redo=False, **shown)

    def _made_of(self) -> dict[str, object]:
        """What a desk is made of; arrays are told apart by identity, values by what they hold."""
        state, planned = self.state, self.state.planned
        wishes = planned.wishes
        return {
            "places": None if state.ranking is None else id(state.ranking.columns),
            "script": state.script,
            "facts": state.facts,
            "rules": (wishes.rules, wishes.windows, wishes.expected),
            "wishes": wishes,
            "bookings": planned.bookings,
            "before": planned.arrangement,
        }

    def _with_desk(
        self, work: Callable[[PlanDesk], Job[Any]], needs: Sequence[str] = FOR_ASKING
    ) -> Job[Any]:
        """``work`` on a desk up to date in what it ``needs``, made first where it is not."""
        state, ws = self.state, self._ws
        ranking, script, planned = state.ranking, state.script, state.planned
        made_of = self._made_of()

        def job() -> Job[Any]:
            desk = self._plan_desk
            if desk is None or any(self._desk_of.get(one) != made_of[one] for one in needs):
                if ws is None or ranking is None or script is None:
                    raise PlanError("plan_not_ready")
                desk = yield from self._actions.plan_desk(ws, ranking, script, state.facts, planned)
                # the ranking is held with its number, so that no other can bear the same
                self._plan_desk, self._desk_of = desk, {**made_of, "held": ranking}
            return (yield from work(desk))

        return job()

    def _stop_plan_work(self) -> None:
        for kind in PLAN_KINDS:
            self.stop(kind)

    def _follow_plan(self, changes: Changes) -> None:
        """Other places or prices: what is kept is laid anew. So it is when it was undone."""
        state = self.state
        if changes.touch("offers"):
            self._stop_plan_work()
            self._worked_out = None
            self.put(plan_progress=None, alternatives=(), choice=None, insisted=None)
            if state.ranking is None:
                self.put(plan=None, plan_trial=None, plan_changes=None, plan_stale=False)
            elif state.planned.arrangement is not None:
                self.put(plan_stale=state.plan is not None)
                self._lay()
        elif changes.touch("planned") and state.ranking is not None:
            shown = None if state.plan is None else state.plan.arrangement
            if state.planned.arrangement != shown:
                self._lay()
            self._tell_stale()

    def _tell_stale(self) -> None:
        """Wishes undone or made again; locks alone, as a drag makes them, leave a plan as it is."""
        if self._worked_out is None or self.state.plan is None:
            return
        asked, now = self._asked, self.state.planned.wishes
        if now == asked or replace(now, locks=asked.locks) != asked:
            self.put(plan_stale=now != asked)
