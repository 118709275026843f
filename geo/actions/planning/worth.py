"""What a plan is worth telling: other prices, the wishes that hold it back, what it saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geo.actions.planning.posing import FEN
from geo.model import Basis, Range, Reason, Scenario, ShootPlan
from geo.money.cost.plan_counts import At
from geo.plan.choices import cheapest
from geo.plan.costing import costed
from geo.plan.problem import Plan, Problem
from geo.plan.timetable import timetable
from geo.plan.tour import Tours
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions.planning.desk import PlanDesk

EACH = 3.0
"""Seconds for one other plan; the best found by then is told."""
WORTH_TELLING = 100.0
"""CNY below which a difference is none."""


SAVES = {"each": "plan_saves_each", "city": "plan_saves_city", "greedy": "plan_saves_greedy"}


def saving(desk: PlanDesk, plan: ShootPlan, plain: Mapping[str, ShootPlan]) -> ShootPlan:
    """The plan with what it saves against plans made without a solver.

    Scenes left out count on both sides what the rules say, so that leaving them out is no saving.
    """
    if plan.money is None:
        return plan
    told = []
    for name, other in plain.items():
        saves = _saves(desk, plan, other)
        if saves is not None and (saves.mid or 0.0) >= WORTH_TELLING:
            values = {"amount": saves.mid or 0.0, "moves": max(0, other.moves - plan.moves)}
            told.append(Reason(SAVES[name], values))
    each = plain.get("each")
    saves = None if each is None else _saves(desk, plan, each)
    moves = 0 if each is None else each.moves - plan.moves
    return replace(plan, compared=tuple(told), saves=saves, saves_moves=moves)


def _saves(desk: PlanDesk, plan: ShootPlan, other: ShootPlan) -> Range | None:
    """What ``plan`` costs less at low, middle and high prices."""
    if plan.money is None or other.money is None:
        return None
    less = [
        _counted(desk, other, at) - _counted(desk, plan, at) for at in (At.LOW, At.MID, At.HIGH)
    ]
    less = [round(one, 2) for one in less]
    return Range(min(less), less[1], max(less), "CNY", Basis.ESTIMATED, (), "method.plan_saves")


def _counted(desk: PlanDesk, plan: ShootPlan, at: At) -> float:
    """What a plan counts at some prices, scenes left out included (CNY)."""
    assert plan.money is not None
    counts = desk.purse.counted(timetable(desk.ground, plan.arrangement)).counts
    prices = desk.purse.plan_prices
    other = sum(prices.counted(counts, at).values()) - sum(prices.counted(counts).values())
    return plan.money.counted + plan.money.missed + other / FEN


def scenarios(
    desk: PlanDesk, plan: ShootPlan, found: Plan, enough: Callable[[], bool]
) -> Job[tuple[Scenario, ...]]:
    """The plan at low and at high prices, and what the best plan there would save."""
    assert plan.money is not None
    told = []
    for at in (At.LOW, At.HIGH):
        net = _counted(desk, plan, at) - plan.money.missed
        saves = None
        if not enough():
            problem = desk.posed(at)
            other = yield from cheapest(problem, EACH)
            mine = again(problem, found)
            if mine is not None and other.net is not None:
                saves = max(0.0, (mine - other.net) / FEN)
        told.append(Scenario(at.value, net, saves))
    return tuple(told)


def again(problem: Problem, found: Plan) -> int | None:
    """Net fen of the same choice of places in another problem."""
    index = {place.id: at for at, place in enumerate(problem.places)}
    chosen = [index.get(found.assignment.get(unit.id) or "") for unit in problem.units]
    made = costed(problem, Tours(problem.legs), chosen)
    return None if made is None else made.net


def binding(desk: PlanDesk, found: Plan, enough: Callable[[], bool]) -> Job[tuple[Reason, ...]]:
    """The wishes that cost money, dearest first: each is let go alone and the plan made anew."""
    assert found.net is not None
    told: list[tuple[float, Reason]] = []
    for code, values, loose in _loosened(desk):
        if enough():
            break
        other = yield from cheapest(loose.problem, EACH)
        if other.net is None:
            continue
        costs = (found.net - other.net) / FEN + desk.beside - loose.beside
        if costs >= WORTH_TELLING:
            told.append((costs, Reason(code, {**values, "amount": round(costs, 2)})))
    told.sort(key=lambda one: -one[0])
    return tuple(reason for _, reason in told)


def _loosened(desk: PlanDesk) -> list[tuple[str, Mapping[str, int], PlanDesk]]:
    """The desk without each of the wishes there are."""
    wishes = desk.wishes
    asked: Sequence[tuple[str, object, Mapping[str, Any], Mapping[str, int]]] = (
        ("plan_binds_locks", wishes.locks, {"locks": {}}, {}),
        ("plan_binds_must_use", wishes.must_use, {"must_use": frozenset()}, {}),
        ("plan_binds_must_not_use", wishes.must_not_use, {"must_not_use": frozenset()}, {}),
        ("plan_binds_days", wishes.most_days, {"most_days": None}, {"n": wishes.most_days or 0}),
        (
            "plan_binds_sites",
            wishes.most_sites,
            {"most_sites": None},
            {"n": wishes.most_sites or 0},
        ),
        ("plan_binds_cities", wishes.cities, {"cities": ()}, {}),
        ("plan_binds_agreed", desk.problem.pair_cost is not None, {"keep": False}, {}),
        ("plan_binds_least_fit", True, {"least_fit": 0.0}, {}),
    )
    return [
        (code, values, desk.wishing(**loose)) for code, wished, loose, values in asked if wished
    ]


def told_worth(
    desk: PlanDesk, plan: ShootPlan, found: Plan, enough: Callable[[], bool]
) -> Job[ShootPlan]:
    """The plan with its scenarios and what holds it back, as far as told before ``enough``."""
    if plan.money is None or found.net is None:
        return plan
    others = yield from scenarios(desk, plan, found, enough)
    holds = yield from binding(desk, found, enough)
    return replace(plan, money=replace(plan.money, scenarios=others), binding=holds)
