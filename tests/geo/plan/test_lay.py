"""From hours to days: no rule is broken, small cities are laid best, hand-worked days."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import StripKind, SunTimes
from geo.plan.ground import Way
from geo.plan.holds import cast_days
from geo.plan.lay import lay
from geo.plan.problem import City, Tier
from geo.plan.timetable import timetable
from geo.progress import finish
from tests.geo.plan.grounds import RULES, START, ground, spot, strip
from tests.geo.plan.stays import CREW, LODGING, cheapest, drawn, least, posed

DAY = CREW + LODGING


def laid_out(land, at, rents, **more):
    problem, plan = posed(land, at, rents)
    return problem, plan, finish(lay(problem, plan, land, **more))


def clocks(land, laid):
    """Strip, site, start and end, day by day."""
    return [
        [(one.strip_id, one.site_id, one.start, one.end) for one in day.blocks]
        for day in timetable(land, laid.arrangement).days
    ]


def check(land, problem, plan, laid):
    told = timetable(land, laid.arrangement)
    assert [one for day in told.days for one in day.breaches] == []
    assert set(told.left) == set(laid.left)
    assert dict(told.hired) == dict(laid.rent_days)
    assert dict(told.company_days) == dict(laid.company_days)
    holiday = [one for day in told.days for one in day.notes if one.code == "plan_crowded"]
    assert holiday == []
    paid = laid.costs.rent + laid.costs.crew + laid.costs.lodging
    assert paid >= least(problem, plan) or laid.left
    assert laid.proven == (paid <= least(problem, plan) and not laid.left)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 14), st.integers(1, 6), st.integers(1, 3))
def test_days_break_no_rule_and_cost_what_the_timetable_says(seed, sets, places, towns):
    land, at, rents = drawn(seed, max(sets, places), places, towns)
    problem, plan, laid = laid_out(land, at, rents)
    check(land, problem, plan, laid)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 3), st.integers(1, 4))
def test_no_order_of_a_small_city_is_cheaper(seed, places, sets):
    land, at, rents = drawn(seed, max(sets, places), places, most=1, closed=0)
    problem, plan, laid = laid_out(dataclasses.replace(land, holidays={}), at, rents)
    best = cheapest(dataclasses.replace(land, holidays={}), at, rents)
    if best is not None:
        assert laid.costs.rent + laid.costs.crew + laid.costs.lodging <= best
    check(dataclasses.replace(land, holidays={}), problem, plan, laid)


def two(first, second, rents=(100_000, 1_000_000), minutes=5, kinds=("int_day", "int_day")):
    land = ground(
        [strip("a", kinds[0], first), strip("b", kinds[1], second)],
        [spot("p"), spot("q")],
        {("p", "q"): Way(2.0, minutes)},
    )
    return land, {"a": "p", "b": "q"}, dict(zip("pq", rents, strict=True))


def test_the_dear_place_is_not_hired_for_two_days():
    # 10 h at p and 10 h at q with a move of 65 minutes: whoever comes second spans a night
    land, at, rents = two(600, 600)
    _, _, laid = laid_out(land, at, rents)
    assert laid.rent_days == {"p": 1, "q": 1}
    assert laid.costs.crew + laid.costs.lodging == 2 * DAY
    assert laid.proven


def test_a_move_takes_its_time_within_the_shift():
    # set-up, 6 h, a move of 65, set-up, 5 h 15: 800 of 840 minutes; 45 more and it takes two days
    land, at, rents = two(360, 315)
    _, _, laid = laid_out(land, at, rents)
    assert laid.company_days == {"c0": 1}
    land, at, rents = two(360, 360)
    _, _, laid = laid_out(land, at, rents)
    assert laid.company_days == {"c0": 2}


def test_night_work_is_shot_in_the_dark_and_the_crew_called_for_it():
    land, at, rents = two(300, 240, kinds=("ext_night", "int_day"))
    _, _, laid = laid_out(land, at, rents)
    (day,) = clocks(land, laid)
    assert {one[0]: one[2:] for one in day}["a.ext_night"] == (1_104, 1_404)
    # 240 and a move lie before it: nobody is called at six to wait for the night
    assert laid.arrangement.days[0].call > 600


def test_dawn_follows_the_night_in_one_shift():
    # 30 minutes at dusk would be too far from a dawn at six: the shift ends with the dawn
    land, at, rents = two(240, 60, kinds=("ext_night", "dawn"))
    land = dataclasses.replace(land, ways={("p", "q"): Way(2.0, 20)})
    _, _, laid = laid_out(land, at, rents)
    (day,) = clocks(land, laid)
    assert [one[0] for one in day] == ["a.ext_night", "b.dawn"]
    assert day[1][2] >= 1_440 + 336


def test_two_dawns_at_two_places_take_two_days():
    land, at, rents = two(30, 30, kinds=("dawn", "dawn"))
    _, _, laid = laid_out(land, at, rents)
    assert laid.company_days == {"c0": 2}
    assert all(day[0][2] >= 336 and day[0][3] <= 420 for day in clocks(land, laid))


def test_no_long_drive_begins_late():
    # night work from 18:24 on for four hours: the hour and a quarter to q is driven before it
    land, at, rents = two(240, 120, minutes=75, kinds=("ext_night", "int_day"))
    _, _, laid = laid_out(land, at, rents)
    (day,) = clocks(land, laid)
    assert [one[1] for one in day] == ["q", "p"]


def test_closed_days_and_holidays_are_left_alone_and_waiting_is_paid():
    assert START.weekday() == 0
    land, at, rents = two(780, 780)
    shut = spot("q", crowded=True)
    land = dataclasses.replace(
        land,
        spots={"p": spot("p", closed=frozenset({1})), "q": shut},
        holidays={START: "国庆节", date(2026, 9, 29): "国庆节"},
    )
    problem, plan, laid = laid_out(land, at, rents)
    check(land, problem, plan, laid)
    # p on Monday, q not before Wednesday; or q on Wednesday and p on Thursday: no day is waited
    assert [day.day for day in laid.arrangement.days] == [2, 3]
    assert laid.company_days == {"c0": 2}


def test_sets_of_one_hire_are_changed_and_not_moved():
    strips = [strip("a", "int_day", 390), strip("b", "int_day", 400)]
    spots = [spot("base"), spot("hall", parent="base", hire="base"), spot("yard", hire="base",
             parent="base")]  # fmt: skip
    land = ground(strips, spots)
    problem, plan = posed(land, {"a": "base", "b": "base"}, {"base": 10_000})
    laid = finish(lay(problem, plan, land, sites={"a": "hall", "b": "yard"}))
    # 30 + 390 + 10 + 400 = 830 of 840
    assert [one.site_id for one in laid.arrangement.days[0].entries] == ["hall", "yard"]
    assert (laid.rent_days, laid.company_days) == ({"base": 1}, {"c0": 1})


def test_the_next_city_begins_when_the_crew_has_travelled_and_rested():
    strips = [strip("a", "int_day", 780), strip("b", "ext_day", 120)]
    land = ground(strips, [spot("p"), spot("q", 1)], legs={(0, 1): 240, (1, 0): 240}, towns=2)
    problem, plan = posed(land, {"a": "p", "b": "q"}, {"p": 10_000, "q": 10_000})
    plan = dataclasses.replace(plan, tour=("c0", "c1"))
    laid = finish(lay(problem, plan, land))
    one, other = laid.arrangement.days
    # 6:00 to 19:30, four hours of way and ten of rest: 9:30
    assert (one.day, one.call, other.day, other.call) == (0, 360, 1, 570)
    far = dataclasses.replace(land, legs={(0, 1): 900, (1, 0): 900})
    laid = finish(lay(problem, plan, far))
    assert [day.day for day in laid.arrangement.days] == [0, 2]
    check(far, problem, plan, laid)


def test_work_that_no_day_has_light_for_is_told():
    polar = SunTimes(0, 1, 1_438, 1_439)
    land, at, rents = two(300, 60, kinds=("ext_night", "int_day"))
    land = dataclasses.replace(land, suns={(0, None): polar}, start=None)
    _, _, laid = laid_out(land, at, rents)
    assert laid.left == ("a.ext_night",)
    assert not laid.proven
    assert [one.strip_id for day in laid.arrangement.days for one in day.entries] == ["b.int_day"]


def test_a_place_that_is_never_open_leaves_its_work_out():
    land, at, rents = two(300, 60)
    land = dataclasses.replace(
        land, spots={"p": spot("p", closed=frozenset(range(7))), "q": spot("q")}
    )
    problem, plan = posed(dataclasses.replace(land, start=None), at, rents)
    laid = finish(lay(problem, plan, land))
    assert laid.left == ("a.int_day",)


def test_days_that_a_subsidy_asks_for_are_waited_where_it_pays():
    land, at, rents = two(600, 600)
    tier = Tier("t", 0, 0.0, 0, amount=5_000_000, days=3)
    problem, plan = posed(land, at, rents, cities=(City("c0", LODGING, (tier,)),))
    assert plan.company_days == {"c0": 3}
    laid = finish(lay(problem, plan, land))
    assert laid.company_days == {"c0": 3}
    assert laid.costs.subsidy == 5_000_000
    check(land, problem, plan, laid)


@pytest.mark.parametrize("seed", range(3))
def test_short_holds_change_the_order_of_days_and_nothing_else(seed):
    land, at, rents = drawn(seed, 20, 5, closed=0)
    problem, plan, laid = laid_out(land, at, rents)
    _, _, short = laid_out(land, at, rents, short_holds=True)
    check(land, problem, plan, short)
    assert short.counted == laid.counted
    assert held(land, short) <= held(land, laid)


def held(land, laid):
    return sum(len(one.holds) for one in cast_days(land.strips, laid.arrangement))


def test_an_empty_plan_lays_nothing():
    land, at, rents = two(300, 60)
    problem, plan = posed(land, at, rents)
    nothing = dataclasses.replace(plan, assignment=dict.fromkeys(at), tour=())
    laid = finish(lay(problem, nothing, land))
    assert laid.arrangement.days == ()
    assert laid.counted == nothing.costs.penalty + plan.costs.tour


def test_the_rules_of_the_user_hold():
    slow = dataclasses.replace(RULES, day=480, rest=960)
    land, at, rents = two(360, 315)
    land = dataclasses.replace(land, rules=slow)
    problem, plan, laid = laid_out(land, at, rents)
    check(land, problem, plan, laid)
    assert laid.company_days == {"c0": 2}


def test_kinds_are_all_known():
    land = ground([strip("a", kind, 30) for kind in StripKind], [spot("p")])
    problem, plan, laid = laid_out(land, {"a": "p"}, {"p": 1_000})
    check(land, problem, plan, laid)
    assert laid.left == ()


def test_who_arrives_too_late_for_the_dawn_waits_for_the_next():
    strips = [strip("a", "int_day", 780), strip("b", "dawn", 60)]
    land = ground(strips, [spot("p"), spot("q", 1)], legs={(0, 1): 240, (1, 0): 240}, towns=2)
    problem, plan = posed(land, {"a": "p", "b": "q"}, {"p": 10_000, "q": 10_000})
    plan = dataclasses.replace(plan, tour=("c0", "c1"))
    laid = finish(lay(problem, plan, land))
    assert [day.day for day in laid.arrangement.days] == [0, 2]
    assert laid.left == ()
    check(land, problem, plan, laid)
