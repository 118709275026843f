"""What is asked of the plan and agreed with sites, and questions about the plan on show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from geo.model import Booking, Due, Insisted, PlanWishes, SetChoice
from gui.session.planning import Planning


class Agreeing(Planning):
    """Wishes and bookings are part of the project and undone like any edit."""

    def wish_plan(self, merge: str = "", **changes: Any) -> None:  # noqa: ANN401 (any part of them)
        """Replace parts of the plan's wishes; the plan on show is then no longer up to date."""
        wishes = replace(self.state.planned.wishes, **changes)
        if wishes != self.state.planned.wishes:
            stale = self.state.plan is not None and not self._kept_to(wishes)
            shown = {"plan_stale": True} if stale else {}
            self._note_plan(shown, merge, wishes=wishes)

    def _kept_to(self, wishes: PlanWishes) -> bool:
        """Whether all that is new in ``wishes`` are locks of sets where they lie anyhow."""
        before, arrangement = self.state.planned.wishes, self.state.planned.arrangement
        if arrangement is None or replace(wishes, locks=before.locks) != before:
            return False
        lies = {(strip.rpartition(".")[0], site) for strip, site in arrangement.sites.items()}
        fresh = wishes.locks.items() - before.locks.items()
        return before.locks.items() <= wishes.locks.items() and fresh <= lies

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

    def take_insisted(self) -> None:
        """Lay the plan that has the site insisted on, and go on insisting: one step."""
        insisted = self.state.insisted
        if insisted is None or insisted.plan is None:
            return
        wishes, site_id = self.state.planned.wishes, insisted.site_id
        wishes = replace(wishes, must_not_use=wishes.must_not_use - {site_id})
        if insisted.set_id is None:
            wishes = replace(wishes, must_use=wishes.must_use | {site_id})
        else:
            wishes = replace(wishes, locks={**wishes.locks, insisted.set_id: site_id})
        shown = {"insisted": None}
        arrangement = insisted.plan.arrangement
        self._note_plan(shown, wishes=wishes, arrangement=arrangement, by_hand=False)

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
