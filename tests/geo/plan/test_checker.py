"""The second opinion on a plan: silent on what the solver gives, loud on any change of it."""

import dataclasses
import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from geo.plan.checker import check_plan
from geo.plan.costing import costed
from geo.plan.problem import Binding, City, Costs, Legs, Place, Plan, Problem, Status, Tier, Unit
from geo.plan.tour import Tours
from tests.geo.plan.made import drawn

# most choices break a rule, and few plans have what is to be changed
SLOW = [HealthCheck.filter_too_much, HealthCheck.too_slow]


def some_plan(seed):
    """Draw a problem and the first choice of places, of many, that keeps all rules."""
    dice = random.Random(seed)
    problem = drawn(seed % 5_000, units=4, places=5, cities=3)
    tours = Tours(problem.legs)
    for _ in range(60):
        chosen = [
            dice.choice(
                [*np.flatnonzero(row > 0).tolist(), *([None] * (unit.penalty is not None))]
                or [None]
            )
            for row, unit in zip(problem.quality, problem.units, strict=True)
        ]
        plan = costed(problem, tours, chosen)
        if plan is not None:
            return problem, replace(plan, bound=plan.net)
    assume(False)
    return None


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(st.integers(0, 10**9))
def test_what_the_solver_counts_is_counted_the_same(seed):
    problem, plan = some_plan(seed)
    checked = check_plan(problem, plan)
    assert checked.breaches == ()
    assert checked.costs == plan.costs


def in_map(key, by):
    def change(problem, plan, dice):
        held = getattr(plan, key)
        assume(held)
        name = dice.choice(sorted(held))
        return replace(plan, **{key: {**held, name: held[name] + by}})

    return change


def in_costs(problem, plan, dice):
    kind = dice.choice([one.name for one in dataclasses.fields(Costs)])
    return replace(plan, costs=replace(plan.costs, **{kind: getattr(plan.costs, kind) - 1}))


def unfit(problem, plan, dice):
    rows, columns = np.nonzero(problem.quality == 0)
    assume(len(rows))
    n = dice.randrange(len(rows))
    unit, place = problem.units[rows[n]].id, problem.places[columns[n]].id
    return replace(plan, assignment={**plan.assignment, unit: place})


def left_out(problem, plan, dice):
    needed = [unit.id for unit in problem.units if unit.penalty is None]
    assume(needed)
    return replace(plan, assignment={**plan.assignment, dice.choice(needed): None})


def forgotten(problem, plan, dice):
    gone = dice.choice(sorted(plan.assignment))
    return replace(plan, assignment={k: v for k, v in plan.assignment.items() if k != gone})


def no_tier(problem, plan, dice):
    assume(plan.subsidy)
    return replace(plan, tiers={})


def every_tier(problem, plan, dice):
    many = [city for city in problem.cities if len(city.tiers) > len(city.exclusive())]
    many = [city for city in many if city.id in plan.company_days]
    assume(many)
    return replace(plan, tiers={**plan.tiers, many[0].id: tuple(one.id for one in many[0].tiers)})


CHANGES = {
    "hired longer": in_map("rent_days", 1),
    "hired less": in_map("rent_days", -1),
    "a day more": in_map("company_days", 1),
    "a day less": in_map("company_days", -1),
    "more back": in_map("subsidy", 100),
    "less spent": in_map("extra", -100),
    "a kind": in_costs,
    "net": lambda problem, plan, dice: replace(plan, net=plan.net - 1),
    "bound": lambda problem, plan, dice: replace(plan, bound=plan.net + 1),
    "not fit": unfit,
    "left out": left_out,
    "forgotten": forgotten,
    "no tier": no_tier,
    "every tier": every_tier,
    "tour": lambda problem, plan, dice: replace(plan, tour=plan.tour[1:]),
    "city twice": lambda problem, plan, dice: replace(plan, tour=(*plan.tour, plan.tour[0])),
    "nowhere": lambda problem, plan, dice: replace(plan, tour=(*plan.tour, "atlantis")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(seed=st.integers(0, 10**9))
def test_a_change_of_a_valid_plan_is_always_found(change, seed):
    problem, plan = some_plan(seed)
    changed = change(problem, plan, random.Random(seed))
    assert check_plan(problem, changed).breaches != ()


def village(**rules):
    """Two sets in one place at 1,000 a day, 5,000 a company day; tier 10 % from 8,000 on."""
    none = np.array([[0, 300], [300, 0]])
    city = City("c", 2_000, (Tier("t", 8_000, 0.1, 900, 1.0),))
    return Problem(
        (Unit("a", 600), Unit("b", 300, night_minutes=300)), (Place("p", 0, 1_000, 2.0),),
        np.full((2, 1), 0.5, np.float32), (city,), Legs(none, none), 3_000, setup_minutes=60,
        local_share=0.5, opening=70, **rules,
    )  # fmt: skip


def village_plan():
    # 60 + 900 minutes: two days; spend 2 x 1,000 + 2 x (2,000 + 1,500) = 9,000; 900 come back
    costs = Costs(rent=2_000, opening=70, crew=6_000, lodging=4_000, tour=600, subsidy=900)
    return Plan(
        Status.OPTIMAL, {"a": "p", "b": "p"}, {"p": 2}, {"c": 2}, ("c",), {"c": ("t",)}, {},
        {"c": 900}, costs, 11_770, 11_770,
    )  # fmt: skip


def test_a_plan_added_up_by_hand():
    checked = check_plan(village(), village_plan())
    assert checked.breaches == ()
    assert checked.costs.net == 2_000 + 70 + 6_000 + 4_000 + 600 - 900


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ({"locks": {"a": "q"}}, "check_lock"),
        ({"must_use": frozenset({"q"})}, "check_must_use"),
        ({"must_not_use": frozenset({"p"})}, "check_must_not_use"),
        ({"night_minutes": 100}, "check_rent_days"),
        ({"daylight_minutes": 100}, "check_company_days"),
    ],
)
def test_each_rule_broken_is_named(rules, code):
    codes = {one.code for one in check_plan(village(**rules), village_plan()).breaches}
    assert code in codes


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ({"fit": 0.6}, "check_fit"),
        ({"uplift": 4.1}, "check_uplift"),
        ({"places": 0}, "check_places"),
        ({"days": 1}, "check_days"),
    ],
)
def test_each_limit_passed_is_named(limit, code):
    problem = village()
    problem = replace(problem, limits=replace(problem.limits, **limit))
    codes = {one.code for one in check_plan(problem, village_plan()).breaches}
    assert code in codes


def test_a_plan_without_an_answer_has_nothing_to_check():
    empty = Plan(Status.INFEASIBLE, conflict=(Binding("cover", "a"),))
    assert check_plan(village(), empty).breaches == ()
