"""Making a plan: the search with its proof, the days, and what the plan is worth telling."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from geo.actions.planning.conflicts import impossible_wishes, told_conflict
from geo.actions.planning.laying import lay_by_hand
from geo.actions.planning.on_days import QUICK, lay_out, lay_plain, on_days, unless
from geo.actions.planning.worth import saving, scenarios, told_worth
from geo.model import Arrangement, Beat, PlanProgress, PlanStatus, Reason, ShootPlan
from geo.phrases import LANGUAGES
from geo.plan.plan_checker import check_plan
from geo.plan.problem import Plan, Problem, Status
from geo.plan.solve import solve
from geo.plan.timetable import timetable
from geo.progress import Job, Step

if TYPE_CHECKING:
    from geo.actions.planning.desk import PlanDesk

T = TypeVar("T")

FEN = 100
SHOW_EVERY = 1.0
"""Seconds between two plans laid out while the search goes on."""


@dataclass(slots=True)
class Watch:
    """What is shown of a search while it goes on."""

    desk: PlanDesk
    started: float = field(default_factory=monotonic)
    beats: list[Beat] = field(default_factory=list)
    shown: ShootPlan | None = None
    shown_at: float = 0.0
    shown_net: int | None = None

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return monotonic() - self.started

    def note(self, found: Plan | None) -> None:
        """Take down the best cost and the bound when either has changed."""
        if found is None:
            return
        best, bound = (self._cny(found.net), self._cny(found.bound))
        last = self.beats[-1] if self.beats else None
        if last is None or (last.best, last.bound) != (best, bound):
            self.beats.append(Beat(round(self.seconds, 2), best, bound))

    def _cny(self, fen: int | None) -> float | None:
        return None if fen is None else fen / FEN + self.desk.beside

    def wants(self, found: Plan | None) -> bool:
        """Whether a plan is worth laying out to be seen: the first, then better ones at times."""
        if found is None or found.net is None or found.net == self.shown_net:
            return False
        return self.shown is None or monotonic() - self.shown_at > SHOW_EVERY

    def show(self, found: Plan, plan: ShootPlan) -> None:
        """Keep the plan that is seen."""
        self.shown, self.shown_at, self.shown_net = plan, monotonic(), found.net

    def through(self, phase: str, job: Job[T]) -> Job[T]:
        """Do a job whose own steps tell nothing here, with the steps of this search."""
        while True:
            try:
                next(job)
            except StopIteration as end:
                done: T = end.value
                return done
            yield self.step(phase)

    def step(self, phase: str) -> Step:
        """A step that carries all of it."""
        return Step(
            f"plan_{phase}", len(self.beats), 0, PlanProgress(phase, tuple(self.beats), self.shown)
        )


def make_plan(
    desk: PlanDesk, *, time_limit: float | None = None, stop: object = None
) -> Job[ShootPlan]:
    """The cheapest plan with its proof; steps carry ``PlanProgress``.

    Stops after ``time_limit`` seconds of search, or when ``stop`` (an Event) is set, with the best
    plan so far and the gap that is left. Where no plan exists the answer names the wishes that
    contradict one another. Raises PlanError.
    """
    watch = Watch(desk)
    yield watch.step("prepare")
    clashes = impossible_wishes(desk)
    if clashes:
        return ShootPlan(PlanStatus.INFEASIBLE, strips=desk.work.strips, conflict=clashes)
    found = yield from search(desk, desk.problem, watch, time_limit, stop)
    if found.net is None:
        return nothing_found(desk, found, watch)
    yield watch.step("days")
    cut = found.status is not Status.OPTIMAL
    slow = cut or watch.seconds > QUICK
    grace = None if time_limit is None else time_limit + QUICK
    shown = lay_plain(desk, partial(had_enough, watch, grace, stop))
    plain = yield from watch.through("days", shown)
    # by the clock only where a time was asked for: a busy machine must not make a dearer plan
    enough = partial(had_enough, watch, time_limit, stop)
    days = on_days(desk, found, tuple(plain.values()), enough, quick=cut)
    best = yield from watch.through("days", days)
    made = saving(desk, checked(desk, proven(desk, best, found, watch)), plain)
    watch.shown = made
    yield watch.step("check")
    # where the search alone took its time, nobody waits for others like it
    worth = told_worth(desk, made, found, lambda: slow or is_set(stop))
    return (yield from watch.through("check", worth))


def adopted(desk: PlanDesk, plan: ShootPlan, arrangement: Arrangement) -> Job[ShootPlan]:
    """A laying that counts less, found among other plans, in the place of ``plan``."""
    other = lay_by_hand(desk, arrangement)
    told = replace(
        other,
        status=plan.status,
        seconds=plan.seconds,
        open_search=plan.open_search,
        binding=plan.binding,
    )
    told = saving(desk, checked(desk, told), (yield from lay_plain(desk)))
    prices = yield from scenarios(desk, told, Plan(Status.UNKNOWN), lambda: True)
    assert told.money is not None
    return replace(told, money=replace(told.money, scenarios=prices))


def is_set(stop: object) -> bool:
    """Whether somebody has had enough."""
    return isinstance(stop, Event) and stop.is_set()


def had_enough(watch: Watch, time_limit: float | None, stop: object) -> bool:
    """Whether somebody has had enough, or the time asked for is over."""
    return is_set(stop) or (time_limit is not None and watch.seconds > time_limit)


def search(
    desk: PlanDesk, problem: Problem, watch: Watch, time_limit: float | None, stop: object
) -> Job[Plan]:
    """Search the model of hours; what is found on the way is laid out at times."""
    job = solve(problem, time_limit=time_limit)
    best = Plan(Status.UNKNOWN)
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            found: Plan = end.value
            watch.note(found)
            return found
        if isinstance(step.so_far, Plan):
            best = step.so_far
            watch.note(best)
        if is_set(stop) and best.net is not None:
            job.close()
            return replace(best, status=Status.FEASIBLE)
        if watch.wants(best):
            job_of_days = unless(partial(had_enough, watch, time_limit, stop), lay_out(desk, best))
            seen = yield from watch.through("search", job_of_days)
            if seen is not None:
                watch.show(best, seen)
        yield watch.step("search")


def nothing_found(desk: PlanDesk, found: Plan, watch: Watch) -> ShootPlan:
    """No plan: because there is none, and why; or because the search was stopped too early."""
    none = found.status is Status.INFEASIBLE
    conflict = told_conflict(desk, found.conflict) if none else ()
    nothing = none and not conflict
    if nothing:
        conflict = (Reason("plan_conflict_nothing"),)
    return ShootPlan(
        PlanStatus.INFEASIBLE if none else PlanStatus.UNKNOWN,
        strips=desk.work.strips,
        uncovered=desk.missing.left_out(Arrangement()) if nothing else (),
        seconds=watch.seconds,
        conflict=conflict,
        notes=desk.notes,
    )


def proven(desk: PlanDesk, plan: ShootPlan, found: Plan, watch: Watch) -> ShootPlan:
    """The plan with its bound, the gap, and what of it a longer search might close."""
    assert plan.money is not None
    settled = found.status is Status.OPTIMAL
    status = PlanStatus.OPTIMAL if settled else PlanStatus.FEASIBLE
    told = replace(plan, status=status, seconds=watch.seconds)
    if found.bound is None:
        return told
    counted = plan.money.counted + plan.money.missed
    desk.proof.bound = bound = min(found.bound / FEN + desk.beside, counted)
    # scenes left out are no money: the gap is told as a share of what the plan itself counts
    share = max(abs(plan.money.counted), 1.0)
    still = 0.0 if settled or found.net is None else (found.net - found.bound) / FEN
    return replace(
        told,
        bound=bound,
        gap=(counted - bound) / share,
        open_search=min(still, counted - bound) / share,
    )


def checked(desk: PlanDesk, plan: ShootPlan) -> ShootPlan:
    """The plan once a second reckoning, written apart, has gone over it; what differs is told."""
    if plan.money is None:
        return plan
    tariff = desk.purse.tariff(plan.money, timetable(desk.ground, plan.arrangement))
    differs = check_plan(desk.ground, plan, tariff, expected=desk.wishes.expected)
    if not differs:
        return plan
    first = desk.names.told(differs[0])
    what = {lang: desk.ws.phrases.tell(first, lang) for lang in LANGUAGES}
    note = Reason("plan_check_differs", {"what": what["zh"], "what_en": what["en"]})
    return replace(plan, status=PlanStatus.FEASIBLE, notes=(note, *plan.notes))
