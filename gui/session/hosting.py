"""A bureau's own questions: who could use its places, what would win more, its crews, effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from geo.model import Policy
from geo.model.hosting import (
    Demand,
    Enquiry,
    Gained,
    Genre,
    Health,
    Improvement,
    LetterTo,
    Ours,
    PolicyEffect,
    ReverseMatch,
    VisitRoute,
    Watch,
    WatchVerdict,
)
from geo.progress import Job, Step
from gui.session.core import as_job
from gui.session.pitching import Pitching
from gui.session.state import Changes


class Hosting(Pitching):
    """Answers about the corpus are asked for, never worked out unasked: they take seconds."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 (as Planning has them)
        super().__init__(*given, **named)
        # title and draft of the script that was counted last
        self._noted: tuple[str, int] | None = None
        self.changed.connect(self._follow_demand)

    @property
    def ours(self) -> Ours | None:
        """The area of the bureau's card; else the city the pack is of, or that is ranked first."""
        state = self.state
        if state.card.city:
            return Ours(state.card.city, state.card.district)
        if state.pitch_wishes.city:
            return Ours(state.pitch_wishes.city)
        if state.ranking is not None and state.ranking.cities:
            first = state.ranking.city_order.first(1)
            if len(first):
                return Ours(state.ranking.cities[int(first[0])].city)
        return Ours(state.home_cities[0]) if state.home_cities else None

    # ---- who could use our places

    def look_at_demand(self) -> None:
        """Bring the corpus, then see which of our places it could use."""
        if self._ws is None:
            return
        self.forget_notes("demand")

        def done(demand: Demand) -> None:
            self.put(demand=demand, reverse=None, gained=(), policy_effect=None)
            self._match_demand()

        self.ask("demand", self._actions.demand(self._ws), done)

    def _match_demand(self) -> None:
        demand, ours = self.state.demand, self.ours
        if self._ws is None or demand is None or ours is None:
            return

        def take(found: ReverseMatch) -> None:
            self.put(reverse=found)

        job = self._actions.reverse_match(self._ws, ours, demand)
        self.ask("reverse", job, take, partly=take)

    def drop_title(self, title_id: str, *, dropped: bool = True) -> None:
        """Leave a title out of the corpus, or take it back; what it says is worked out anew."""
        if self._ws is None:
            return
        ws = self._ws
        work = as_job("demand", lambda: self._actions.drop_title(ws, title_id, dropped=dropped))
        self.ask("demand_save", work, lambda _: self.look_at_demand(), write=True)

    def save_genres(self, genres: Sequence[Genre] | None) -> None:
        """Keep an own genre mix, or go back to what ships."""
        if self._ws is None:
            return
        ws = self._ws
        work = as_job("demand", lambda: self._actions.save_genres(ws, genres))
        self.ask("demand_save", work, lambda _: self.look_at_demand(), write=True)

    def look_for_improvements(self) -> None:
        """What would win more; better and better answers stand in ``State.gained``."""
        state, ours = self.state, self.ours
        if self._ws is None or state.demand is None or state.reverse is None or ours is None:
            return

        def take(found: tuple[Gained, ...]) -> None:
            self.put(gained=found)

        job = self._actions.improvements(self._ws, ours, state.demand, state.reverse)
        self.ask("improve", job, take, partly=take)

    def try_improvement(self, improvement: Improvement) -> None:
        """What one change of the user's own would win; it joins the list."""
        demand, ours = self.state.demand, self.ours
        if self._ws is None or demand is None or ours is None:
            return

        def done(found: Gained) -> None:
            others = (one for one in self.state.gained if not same_change(one, found))
            self.put(gained=(found, *others))

        job = self._actions.try_improvement(self._ws, ours, demand, improvement)
        self.ask("improve_one", job, done)

    def simulate_policy(self, policy: Policy) -> None:
        """What a subsidy as typed would win; the answer is ``State.policy_effect``."""
        demand, ours = self.state.demand, self.ours
        if self._ws is None or demand is None or ours is None:
            return

        def done(found: PolicyEffect) -> None:
            self.put(policy_effect=found)

        job = self._actions.simulate_policy(self._ws, ours, demand, policy)
        self.ask("simulate", job, done)

    def _follow_demand(self, changes: Changes) -> None:
        """A script that is read counts as demand; other sites make older answers stale."""
        state = self.state
        if changes.touch("script") and state.script is not None and self._ws is not None:
            ws, script = self._ws, state.script
            told = script.title, script.draft
            if told != self._noted:
                self._noted = told
                work = as_job("demand", lambda: self._actions.note_script(ws, script))
                self.ask("demand_note", work, lambda _: None, write=True)
        if changes.touch("sites", "card") and state.reverse is not None:
            for kind in ("reverse", "improve", "improve_one", "simulate"):
                self.stop(kind)
            self.put(reverse=None, gained=(), policy_effect=None, health=None)

    # ---- the state of our records

    def look_at_health(self) -> None:
        """What is missing or wrong in our records, and what to gather first."""
        ours = self.ours
        if self._ws is None or ours is None:
            return

        def take(found: Health) -> None:
            self.put(health=found)

        job = self._actions.health(self._ws, ours, self.state.demand)
        self.ask("health", job, take, partly=take)

    def write_import_sheet(self, path: Path) -> None:
        """Write a workbook to fill in with sites."""
        if self._ws is not None:
            lang = self.state.language
            self.write_file(self._actions.write_import_sheet(self._ws, path, lang, self.ours))

    # ---- crews

    def load_ledger(self) -> None:
        """Bring the ledger and what is watched."""
        if self._ws is None:
            return
        actions, ws = self._actions, self._ws

        def job() -> Job[dict[str, Any]]:
            yield Step("ledger")
            watches = actions.watches(ws)
            verdicts = {one.id: actions.judge_watch(ws, one) for one in watches}
            return {
                "enquiries": actions.enquiries(ws),
                "watches": watches,
                "watch_verdicts": verdicts,
            }

        self.ask("ledger", job(), lambda found: self.put(**found))

    def save_enquiry(self, enquiry: Enquiry) -> None:
        """Keep a line of the ledger."""
        if self._ws is None:
            return
        ws = self._ws

        def work() -> tuple[Enquiry, ...]:
            self._actions.save_enquiry(ws, enquiry)
            return self._actions.enquiries(ws)

        self.ask(
            "ledger_save",
            as_job("ledger", work),
            lambda found: self.put(enquiries=found),
            write=True,
        )

    def enquiry_of_pitch(self) -> Enquiry | None:
        """A new line begun from the pack on show, not kept yet."""
        if self._ws is None or self.state.pitch is None:
            return None
        return self._actions.enquiry_of(self._ws, self.state.pitch)

    def export_ledger(self, first: date, last: date, path: Path) -> None:
        """Write the ledger (.xlsx), the report (.docx) or the slide (.pptx) of a period."""
        if self._ws is None:
            return
        lang = self.state.language
        book = path.suffix.lower() == ".xlsx"
        write = self._actions.export_ledger if book else self._actions.export_report
        self.write_file(write(self._ws, first, last, path, lang))

    def export_letter(self, enquiry: Enquiry, to: LetterTo, path: Path) -> None:
        """Write a letter to an office."""
        if self._ws is not None:
            lang = self.state.language
            self.write_file(self._actions.export_letter(self._ws, enquiry, to, path, lang))

    # ---- after release

    def save_watch(self, watch: Watch) -> None:
        """Keep a series of months."""
        if self._ws is None:
            return
        ws = self._ws
        work = as_job("ledger", lambda: self._actions.save_watch(ws, watch))
        self.ask("ledger_save", work, lambda _: self.load_ledger(), write=True)

    def judge_watch(self, watch: Watch) -> WatchVerdict | None:
        """What the months say as typed, not kept yet; quick."""
        return None if self._ws is None else self._actions.judge_watch(self._ws, watch)

    def write_watch_sheet(self, watch: Watch, path: Path) -> None:
        """Write the months as a sheet to fill in."""
        if self._ws is not None:
            lang = self.state.language
            self.write_file(self._actions.write_watch_sheet(self._ws, watch, path, lang))

    def read_watch_sheet(self, watch: Watch, path: Path) -> None:
        """Take the months of a sheet, and keep them."""
        if self._ws is None:
            return
        ws = self._ws
        self.forget_notes("watch")
        work = as_job("ledger", lambda: self._actions.read_watch_sheet(ws, watch, path))
        self.ask("watch", work, self.save_watch)

    # ---- visitors

    def look_at_route(self, day_minutes: int = 480) -> None:
        """An itinerary over the places of the plan, else of the pack."""
        state = self.state
        if self._ws is None:
            return
        sites, scenes = self._shooting_places()
        if not sites:
            self.put(visit=None)
            return

        def done(route: VisitRoute) -> None:
            self.put(visit=route)

        job = self._actions.visit_route(self._ws, state.name, sites, scenes, day_minutes)
        self.ask("visit", job, done)

    def _shooting_places(self) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Ids of sites, and what is shot at each, in the order of the days or of the pack."""
        state = self.state
        if state.plan is not None and state.plan.days:
            blocks = [one for day in state.plan.days for one in day.blocks]
            shot = dict.fromkeys((one.site_id, one.set_name) for one in blocks)
            return state.plan.sites, tuple(shot)
        if state.pitch is None:
            return (), ()
        shot = dict.fromkeys(
            (one.site_id, one.set_name) for one in state.pitch.served if one.site_id is not None
        )
        return tuple(one.site.id for one in state.pitch.sites), tuple(shot)

    def export_visit(self, path: Path) -> None:
        """Write the itinerary: .html, .kml or .pdf."""
        if self._ws is not None and self.state.visit is not None:
            lang = self.state.language
            self.write_file(self._actions.export_visit(self._ws, self.state.visit, path, lang))


def same_change(one: Gained, other: Gained) -> bool:
    """Whether two answers are about the same change, whatever it was said to cost."""
    bare = (replace(each.improvement, cost=None, yearly=False) for each in (one, other))
    return next(bare) == next(bare)
