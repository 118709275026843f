"""A plan of hours laid out on days, and the ways to lay it that count least."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, TypeVar

from geo.actions.planning.laying import laid
from geo.actions.planning.mending import mended
from geo.actions.planning.moves import nearness, usual_moves
from geo.actions.planning.posing import FEN
from geo.actions.planning.worth import again
from geo.model import ShootPlan
from geo.plan.choices import cheapest
from geo.plan.greedy import plans
from geo.plan.lay import Laid, lay
from geo.plan.problem import Plan, Problem
from geo.plan.timetable import timetable
from geo.progress import Job, Step

if TYPE_CHECKING:
    from geo.actions.planning.desk import PlanDesk

T = TypeVar("T")

QUICK = 6.0
"""Seconds of search within which a second look at plans of equal cost is worth its time."""

FEWER = 3
"""Places given up, one after the other, to see whether the days like that better."""

MOST_ORDERED = 4
"""Cities whose every order is tried; of more only the tour and the same way back."""


def on_days(
    desk: PlanDesk,
    found: Plan,
    others: Sequence[ShootPlan] = (),
    enough: Callable[[], bool] = bool,
    *,
    quick: bool = False,
) -> Job[ShootPlan]:
    """The plan that counts least once it lies on days: ``found``, one near it, or of ``others``.

    ``quick``: the time goes to the search; ``enough``: the best so far will do.
    """
    if enough():
        # somebody waits: one laying, in the quick way
        return min(((yield from lay_out(desk, found, quick=True)), *others), key=worse)
    best = min(((yield from best_laid(desk, found)), *others), key=worse)
    if quick or enough():
        return best
    near = yield from unless(enough, neighbour(desk, found))
    best = best if near is None else min(best, near, key=worse)
    for other in (yield from of_fewer_places(desk, found, enough)):
        best = min(best, other, key=worse)
    better = yield from mended(desk, found, best, lambda: Step("plan_days"), enough)
    return min(best, (yield from best_laid(desk, better)), key=worse)


def unless(enough: Callable[[], bool], job: Job[T]) -> Job[T | None]:
    """Do a job; None: there was ``enough`` before it was done."""
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            done: T = end.value
            return done
        if enough():
            job.close()
            return None
        yield step


def best_laid(desk: PlanDesk, found: Plan) -> Job[ShootPlan]:
    """The cheapest laying of a plan: its cities in the order of the tour, or in one that pays.

    The order of the tour is the shortest way; a longer one may save a day of waiting.
    """
    best = yield from lay_out(desk, found)
    for extra, tour in other_tours(desk.problem, found.tour):
        money = best.money
        if money is None or found.net is None:
            break
        spare = money.counted + money.missed - desk.beside - found.net / FEN
        if not best.breaches and extra / FEN >= spare:
            break
        other = yield from lay_out(desk, replace(found, tour=tour))
        best = min(best, other, key=worse)
    return best


def neighbour(desk: PlanDesk, found: Plan) -> Job[ShootPlan | None]:
    """A plan of like cost that keeps closer together, laid out; None: none was found in time.

    The model of hours counts moves at the least they can take, and of places that cost the same it
    does not care which; the days do. So it is asked once more with moves as long as in ``found``.
    """
    near = nearness(desk.problem, desk.ground)
    pairs = desk.problem.pair_cost
    problem = replace(
        desk.problem,
        pair_cost=near if pairs is None else near + pairs,
        cities=usual_moves(desk.problem, desk.ground, found),
    )
    twin = yield from cheapest(problem, QUICK)
    if twin.net is None:
        return None
    return (yield from best_laid(desk, replace(twin, net=again(desk.problem, twin))))


def of_fewer_places(
    desk: PlanDesk, found: Plan, enough: Callable[[], bool]
) -> Job[list[ShootPlan]]:
    """The cheapest plans of one place less, two less ..., laid out, while they might still win.

    What they cost more by hours, or miss, a day saved on the road may outweigh.
    """
    made: list[ShootPlan] = []
    places = len({at for at in found.assignment.values() if at is not None})
    for most in range(places - 1, max(0, places - 1 - FEWER), -1):
        if enough():
            break
        limits = replace(desk.problem.limits, places=most)
        job = cheapest(replace(desk.problem, limits=limits), QUICK)
        fewer = yield from unless(enough, job)
        if fewer is None or fewer.net is None:
            break
        made.append((yield from best_laid(desk, fewer)))
    return made


def lay_plain(desk: PlanDesk, enough: Callable[[], bool] = bool) -> Job[dict[str, ShootPlan]]:
    """Plans as people make them without a solver, laid out: what the plan is measured by.

    Those that are not laid out before there is ``enough`` are left out.
    The days may be kinder to one of them than to the best by hours: then it is the plan.
    """
    found: dict[str, ShootPlan] = {}
    for name, plan in plans(desk.problem):
        made = yield from unless(enough, lay_out(desk, plan))
        if made is None:
            break
        found[name] = made
    return found


def other_tours(problem: Problem, tour: tuple[str, ...]) -> list[tuple[int, tuple[str, ...]]]:
    """Other orders of the same cities and what they cost more than ``tour`` (fen), least first."""
    if len(tour) < 2:
        return []
    index = {city.id: at + 1 for at, city in enumerate(problem.cities)}

    def cost(order: tuple[str, ...]) -> int:
        ends = (0, *(index[one] for one in order), 0)
        return int(sum(problem.legs.cost[one, two] for one, two in pairwise(ends)))

    orders = permutations(tour) if len(tour) <= MOST_ORDERED else iter((tour, tour[::-1]))
    found = [(cost(order) - cost(tour), order) for order in orders if order != tour]
    return sorted(found)


def worse(plan: ShootPlan) -> tuple[int, float]:
    """What makes one laying worse than another: broken rules, then what it counts."""
    money = plan.money
    return len(plan.breaches), 0.0 if money is None else money.counted + money.missed


def lay_out(desk: PlanDesk, found: Plan, *, quick: bool = False) -> Job[ShootPlan]:
    """Lay a plan of the model of hours out on days."""
    job = lay(
        desk.problem,
        found,
        desk.ground,
        sites=desk.sites_of(found.assignment),
        short_holds=desk.planned.wishes.short_holds,
        quick=quick,
    )
    while True:
        try:
            next(job)
        except StopIteration as end:
            made: Laid = end.value
            return laid(desk, made.arrangement, timetable(desk.ground, made.arrangement))
        # the steps of the days carry nothing to be shown
        yield Step("plan_days")
