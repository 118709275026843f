"""The days of a city: the best of every order on small cities, and hand-worked days."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import PlanError
from geo.plan.blocks import Stay, Sun, Work
from geo.plan.day_checker import check_days
from geo.plan.days import schedule
from geo.plan.problem import City, Legs, Place, Plan, Problem, Status, Unit
from geo.progress import finish
from tests.geo.plan.cities import START, least_cost, made_city

NONE = np.zeros((2, 2), np.int64)
SUN = Sun(330, 360, 1080, 1110)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 4), st.integers(1, 5))
def test_no_order_of_a_small_city_is_cheaper_and_the_checker_agrees(seed, places, units):
    problem, plan, stay = made_city(seed, min(places, units), units)
    found = finish(schedule(problem, plan, 0, stay))
    assert found.cost == least_cost(problem, plan, stay)
    if found.cost is None:
        assert found.status is Status.INFEASIBLE
        return
    assert (found.status, found.bound) == (Status.OPTIMAL, found.cost)
    checked = check_days(problem, plan, 0, stay, found)
    assert checked.breaches == ()
    assert checked.cost == found.cost


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_a_search_cut_short_tells_a_bound_that_holds(seed):
    problem, plan, stay = made_city(seed, 5, 9)
    short = finish(schedule(problem, plan, 0, stay, widths=(1,)))
    best = finish(schedule(problem, plan, 0, stay))
    if short.cost is not None:
        assert short.bound <= best.cost <= short.cost
        assert check_days(problem, plan, 0, stay, short).breaches == ()


def two_places(first, second, *, rents=(100, 1_000), work=None, **changes):
    units = (Unit("a", first), Unit("b", second))
    places = (Place("p", 0, rents[0]), Place("q", 0, rents[1]))
    problem = Problem(
        units, places, np.ones((2, 2), np.float32), (City("c", 0),), Legs(NONE, NONE), 10_000,
        setup_minutes=0,
    )  # fmt: skip
    plan = Plan(Status.OPTIMAL, {"a": "p", "b": "q"}, {"p": 1, "q": 1}, {"c": 2})
    stay = Stay(
        SUN, START, drives={("p", "q"): 0}, work=work or Work(wrap=0, load=0, unload=0, relight=0),
        **changes,
    )  # fmt: skip
    return problem, plan, stay


def test_the_dear_place_is_not_laid_across_a_night():
    # 8 h at p and 10 h at q fill 18 of 24 h: p first would pay q, at 1,000 a day, twice
    problem, plan, stay = two_places(480, 600)
    found = finish(schedule(problem, plan, 0, stay))
    assert found.rent_days == {"p": 1, "q": 1}
    assert (found.cost, found.hours_cost, found.extra) == (21_100, 21_100, 0)


def test_a_move_of_two_hours_costs_the_day_that_has_no_room_for_it():
    # 6 h and 6 h fill one day of 12; with wrap 30, load 30, drive 0, unload 30, relight 30 not.
    # two days hire both once; 11 h fit: 6 h, 2 h of moving, 4 h, and then another day of q
    problem, plan, stay = two_places(360, 360)
    assert finish(schedule(problem, plan, 0, stay)).company_days == 1
    slow = dataclasses.replace(stay, work=Work())
    found = finish(schedule(problem, plan, 0, slow))
    assert (found.company_days, found.cost, found.moves) == (2, 21_100, ())


def test_after_a_night_the_day_begins_when_rested():
    problem, plan, stay = two_places(600, 600)
    units = (Unit("a", 600, night=True), Unit("b", 600))
    problem = dataclasses.replace(problem, units=units)
    found = finish(schedule(problem, plan, 0, stay))
    assert [day.stretches[0].night for day in found.days] == [False, True]
    assert found.company_days == 2
    assert found.days[1].stretches[0].start >= SUN.dark
    # q, in daylight, is free on the second day only: a night before it ends too late for that
    late = dataclasses.replace(
        problem.places[1],
        outdoor=True,
        windows=((START.replace(day=29), START.replace(day=29)),),
    )
    problem = dataclasses.replace(problem, places=(problem.places[0], late))
    after = finish(schedule(problem, plan, 0, stay))
    assert [(day.day, day.stretches[0].place) for day in after.days] == [(1, "q"), (2, "p")]


def test_closed_days_holidays_and_dates_are_kept_and_paid_for():
    problem, plan, stay = two_places(700, 700)
    assert START.weekday() == 0
    closed = dataclasses.replace(problem.places[0], closed=frozenset({0, 1}))
    problem = dataclasses.replace(problem, places=(closed, problem.places[1]))
    crowded = dataclasses.replace(
        stay, crowded=frozenset({"q"}), holidays=frozenset({START, START.replace(day=29)})
    )
    found = finish(schedule(problem, plan, 0, crowded))
    # neither place before Wednesday: two days of waiting are paid
    assert [day.day for day in found.days] == [2, 3]
    assert (found.company_days, found.cost) == (4, 41_100)


def test_dusk_is_shot_at_dusk_and_the_place_is_set_up_before_it():
    problem, plan, stay = two_places(300, 60)
    problem = dataclasses.replace(problem, setup_minutes=60)
    found = finish(schedule(problem, plan, 0, dataclasses.replace(stay, hours={"b": (1065, 1125)})))
    dusk = next(one for day in found.days for one in day.stretches if one.units == ("b",))
    assert (dusk.start, dusk.end) == (1065, 1125)
    assert dusk.come <= 1005
    assert found.company_days == 1


def test_night_work_beside_homes_is_warned_of():
    problem, plan, stay = two_places(300, 60)
    problem = dataclasses.replace(problem, units=(Unit("a", 300, night=True), Unit("b", 60)))
    found = finish(
        schedule(problem, plan, 0, dataclasses.replace(stay, homes=frozenset({"p", "q"})))
    )
    assert [(one.code, one.values["place"]) for one in found.warnings] == [
        ("plan_night_near_homes", "p")
    ]
    assert found.warnings[0].values["until"] > 1320


def test_an_hour_no_shift_reaches_or_a_place_never_open_is_told():
    problem, plan, stay = two_places(300, 60)
    shut = dataclasses.replace(problem.places[0], closed=frozenset(range(7)))
    closed = dataclasses.replace(problem, places=(shut, problem.places[1]))
    found = finish(schedule(closed, plan, 0, stay))
    assert (found.status, found.cost) == (Status.INFEASIBLE, None)


def test_an_empty_city_and_bad_values():
    problem, plan, stay = two_places(300, 60)
    nowhere = Plan(Status.OPTIMAL, {"a": None, "b": None})
    assert finish(schedule(problem, nowhere, 0, stay)).days == ()
    with pytest.raises(PlanError, match="plan_no_drive"):
        finish(schedule(problem, plan, 0, dataclasses.replace(stay, drives={})))
    with pytest.raises(PlanError, match="plan_bad_value"):
        finish(schedule(problem, plan, 0, dataclasses.replace(stay, days=0)))
    with pytest.raises(PlanError, match="plan_bad_value"):
        finish(schedule(problem, plan, 0, dataclasses.replace(stay, sun=Sun(400, 360, 1080, 1100))))
