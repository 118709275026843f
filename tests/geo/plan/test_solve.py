"""The search against every assignment there is, against one whole model, and against itself."""

from dataclasses import replace

import numpy as np
import pytest

from geo.errors import PlanError
from geo.plan.conflict import _under, conflict
from geo.plan.problem import Limits, Status
from geo.plan.solve import solve
from geo.progress import finish
from tests.geo.plan.brute import least
from tests.geo.plan.made import drawn
from tests.geo.plan.monolith import least_cost, to_fen

YUAN = 100


def cheapest(problem, **how):
    return finish(solve(problem, **how))


@pytest.mark.parametrize("seed", range(30))
def test_no_assignment_at_all_is_cheaper(seed):
    problem = drawn(seed)
    plan, best = cheapest(problem), least(problem)
    if best is None:
        assert plan.status is Status.INFEASIBLE
    else:
        assert plan.status is Status.OPTIMAL
        assert plan.net == plan.costs.net
        assert abs(plan.net - best) <= YUAN / 2
        assert plan.bound <= best


@pytest.mark.parametrize("seed", range(100, 110))
def test_one_whole_model_gives_the_same_cost(seed):
    problem = drawn(seed, units=7, places=11, cities=4, rules=seed % 2 == 0)
    plan, value = cheapest(problem), least_cost(problem)
    if value is None:
        assert plan.status is Status.INFEASIBLE
    else:
        assert plan.status is Status.OPTIMAL
        assert abs(plan.net - to_fen(value)) <= YUAN / 2


def easy(seed):
    """Every set may be left out, so there is always a plan."""
    problem = drawn(seed, units=6, places=9, rules=False)
    return replace(
        problem,
        units=tuple(replace(unit, penalty=unit.penalty or 9_000_000) for unit in problem.units),
    )


@pytest.mark.parametrize("seed", range(200, 208))
def test_one_more_place_never_costs_more(seed):
    problem = easy(seed)
    beside = problem.pair_cost
    fewer = replace(
        problem,
        places=problem.places[:-1],
        quality=problem.quality[:, :-1],
        pair_cost=None if beside is None else beside[:, :-1],
    )
    assert cheapest(problem).net <= cheapest(fewer).net + YUAN / 2


@pytest.mark.parametrize("seed", range(200, 208))
def test_a_lock_never_makes_it_cheaper(seed):
    problem = easy(seed)
    unit, place = map(int, np.argwhere(problem.quality > 0)[seed % 7])
    locks = {problem.units[unit].id: problem.places[place].id}
    free, locked = cheapest(problem), cheapest(replace(problem, locks=locks))
    assert locked.net is None or locked.net >= free.net - YUAN / 2


@pytest.mark.parametrize("seed", range(200, 208))
def test_a_larger_subsidy_never_costs_more(seed):
    problem = easy(seed)
    richer = replace(
        problem,
        cities=tuple(
            replace(
                city,
                tiers=tuple(
                    replace(tier, rate=tier.rate + 0.05, cap=tier.cap + 200_000)
                    for tier in city.tiers
                ),
            )
            for city in problem.cities
        ),
    )
    assert cheapest(richer).net <= cheapest(problem).net + YUAN / 2


def test_the_same_work_limit_gives_the_same_plan():
    problem = drawn(8, units=14, places=40, cities=6, rules=False)
    before = None
    for limit in (300, 1_500, 4_000):
        one, two = (replace(cheapest(problem, work_limit=limit), seconds=0) for _ in range(2))
        assert one == two
        assert limit <= one.work
        # more work never makes it worse
        assert before is None or (one.net <= before.net and one.bound >= before.bound)
        before = one


@pytest.mark.parametrize("seed", [300, 303, 304])
def test_many_cities_are_as_good_as_few(seed):
    problem = drawn(seed, units=4, places=6, cities=15, rules=False)
    plan, best = cheapest(problem), least(problem)
    assert (plan.net is None) == (best is None)
    assert best is None or abs(plan.net - best) <= YUAN / 2


def test_bounds_rise_and_plans_get_cheaper():
    problem = drawn(3, units=10, places=24, cities=5, rules=False)
    shown = [step.so_far for step in solve(problem)]
    nets = [plan.net for plan in shown if plan.net is not None]
    bounds = [plan.bound for plan in shown if plan.bound is not None]
    assert nets == sorted(nets, reverse=True)
    assert bounds == sorted(bounds)
    assert all(b <= nets[-1] for b in bounds)


def test_no_time_gives_what_there_is_with_its_gap():
    plan = cheapest(drawn(3, units=14, places=40, cities=6, rules=False), time_limit=0.0)
    assert plan.status in (Status.UNKNOWN, Status.FEASIBLE)


def test_a_search_can_be_left_anywhere():
    for steps in (1, 3, 9):
        job = solve(drawn(3, units=14, places=40, cities=6, rules=False))
        for _ in range(steps):
            next(job)
        job.close()
        assert job.gi_frame is None


def test_rules_that_contradict_one_another_are_named():
    problem = easy(201)
    unit, place = map(int, np.argwhere(problem.quality > 0)[0])
    name = problem.places[place].id
    other = next(p.id for p in problem.places if p.id != name)
    torn = replace(
        problem,
        locks={problem.units[unit].id: name},
        must_not_use=frozenset({name, other}),
        limits=Limits(places=9, days=200),
    )
    plan = cheapest(torn)
    assert plan.status is Status.INFEASIBLE
    told = {(rule.kind, rule.about) for rule in plan.conflict}
    assert told == {("lock", problem.units[unit].id), ("must_not_use", name)}


def test_without_time_the_contradiction_is_told_but_not_cut_down():
    problem = replace(easy(201), limits=Limits(places=0, days=200))
    rules, smallest = finish(conflict(problem, time_limit=0.0))
    assert not smallest
    assert {rule.kind for rule in rules} == {"places", "days"}
    rules, smallest = finish(conflict(problem))
    assert smallest
    assert [rule.kind for rule in rules] == ["places"]


@pytest.mark.parametrize("seed", range(15))
def test_a_contradiction_has_nothing_needless_in_it(seed):
    problem = drawn(seed)
    plan = cheapest(problem)
    if plan.status is not Status.INFEASIBLE or not plan.conflict:
        return
    assert least(_under(problem, plan.conflict)) is None
    for rule in plan.conflict:
        fewer = tuple(other for other in plan.conflict if other != rule)
        assert least(_under(problem, fewer)) is not None


def broken():
    problem = drawn(1, rules=False)
    unit, place, city = problem.units[0], problem.places[0], problem.cities[0]
    nan = float("nan")
    quality = problem.quality.copy()
    quality[0, 0] = nan
    yield replace(problem, quality=quality)
    yield replace(problem, units=(replace(unit, minutes=-1), *problem.units[1:]))
    yield replace(problem, units=(replace(unit, weight=nan), *problem.units[1:]))
    yield replace(problem, units=(replace(unit, penalty=nan), *problem.units[1:]))
    yield replace(problem, places=(replace(place, rent=nan), *problem.places[1:]))
    yield replace(problem, places=(replace(place, city=9), *problem.places[1:]))
    yield replace(problem, cities=(replace(city, lodging=-5), *problem.cities[1:]))
    yield replace(problem, crew_day=nan)
    yield replace(problem, day_minutes=0)
    yield replace(problem, limits=Limits(fit=nan))
    yield replace(problem, locks={"nobody": "p0"})


@pytest.mark.parametrize("problem", list(broken()))
def test_what_no_sum_can_be_made_of_is_refused(problem):
    with pytest.raises(PlanError):
        cheapest(problem)
