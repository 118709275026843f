"""The second opinion agrees with every timetable, and finds whatever is changed in one."""

import dataclasses
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geo.model import (
    Basis,
    CityMoney,
    MoveKind,
    PlanMoney,
    PlanStatus,
    Range,
    Reason,
    ShootPlan,
    Subsidy,
    Uncovered,
    unknown,
)
from geo.plan.ground import Way
from geo.plan.plan_checker import check_plan
from geo.plan.recount import Tariff, recount
from geo.plan.timetable import timetable
from tests.geo.plan.grounds import ground, grounds_and_plans, order, plan, spot, strip


def shown(land, arrangement, **more):
    found = timetable(land, arrangement)
    uncovered = tuple(
        Uncovered(land.strips[one].set_id, land.strips[one].scenes, Reason("plan_left_out"))
        for one in found.left
    )
    return ShootPlan(PlanStatus.BY_HAND, arrangement, days=found.days, uncovered=uncovered, **more)


@settings(max_examples=150, deadline=None)
@given(grounds_and_plans())
def test_it_agrees_with_every_timetable(made):
    land, arrangement = made
    assert check_plan(land, shown(land, arrangement)) == ()
    found, again = timetable(land, arrangement), recount(land, arrangement)
    assert (again.hired, again.company, again.road_days) == (
        found.hired,
        found.company_days,
        found.road_days,
    )
    assert {day for day, city in again.where.items() if city < 0} == found.roads


# ---- a plan of three days in two cities, and everything that can be changed in it


STRIPS = [
    strip("tea", "int_day", 120, ("1", "2")),
    strip("hall", "int_night", 90, ("3",)),
    strip("lake", "ext_day", 600, ("4", "5")),
    strip("pier", "ext_night", 240, ("6",)),
    strip("wood", "dawn", 60, ("7",)),
]
SPOTS = [spot("x", homes=True), spot("y"), spot("z", 1, crowded=True), spot("far", 1)]
LAND = ground(
    STRIPS,
    SPOTS,
    {("x", "y"): Way(40.0, 70), ("z", "far"): Way(60.0, 80)},
    {(0, 1): 120, (-1, 0): 200, (-1, 1): 300},
    towns=2,
    rooms=8,
)
ORDERS = plan(
    order(0, ("tea.int_day", "x", 120), ("hall.int_night", "y", 90)),
    order(1, ("pier.ext_night", "x", 240)),
    order(3, ("lake.ext_day", "z", 600)),
)


def change_day(found, at, **changes):
    days = list(found.days)
    days[at] = dataclasses.replace(days[at], **changes)
    return dataclasses.replace(found, days=tuple(days))


def change_block(at, block, **changes):
    def change(found):
        blocks = list(found.days[at].blocks)
        blocks[block] = dataclasses.replace(blocks[block], **changes)
        return change_day(found, at, blocks=tuple(blocks))

    return change


def change_move(at, kind, **changes):
    def change(found):
        moves = tuple(
            dataclasses.replace(one, **changes) if one.kind is kind else one
            for one in found.days[at].moves
        )
        assert moves != found.days[at].moves
        return change_day(found, at, moves=moves)

    return change


def without_moves(at, kind):
    def change(found):
        moves = tuple(one for one in found.days[at].moves if one.kind is not kind)
        assert moves != found.days[at].moves
        return change_day(found, at, moves=moves)

    return change


def without(at, what, code):
    def change(found):
        left = tuple(one for one in getattr(found.days[at], what) if one.code != code)
        assert left != getattr(found.days[at], what)
        return change_day(found, at, **{what: left})

    return change


def with_more(at, what, code):
    return lambda found: change_day(
        found, at, **{what: (*getattr(found.days[at], what), Reason(code))}
    )


def other_hotel(found):
    hotel = dataclasses.replace(found.days[0].hotel, near_site="y")
    assert found.days[0].hotel.near_site == "x"
    return change_day(found, 0, hotel=hotel)


CHANGES = {
    "a day is missing": lambda found: dataclasses.replace(found, days=found.days[:-1]),
    "no free day": lambda found: dataclasses.replace(found, days=found.days[:2] + found.days[3:]),
    "other date": lambda found: change_day(found, 0, date=found.days[1].date),
    "other city": lambda found: change_day(found, 0, city="城1"),
    "other sun": lambda found: change_day(
        found, 0, sun=dataclasses.replace(found.days[0].sun, rise=300)
    ),
    "holiday": lambda found: change_day(found, 0, holiday="春节"),
    "wrap": lambda found: change_day(found, 0, wrap=found.days[0].wrap - 5),
    "call": lambda found: change_day(found, 0, call=found.days[0].call - 15),
    "no block": lambda found: change_day(found, 0, blocks=found.days[0].blocks[:1]),
    "other site": change_block(0, 1, site_id="x"),
    "other strip": change_block(0, 1, strip_id="tea.int_day"),
    "shorter": change_block(0, 0, end=480),
    "sooner": change_block(1, 0, start=1_074, end=1_314),
    "come sooner": change_block(0, 1, come=510),
    "fewer scenes": change_block(0, 0, scenes=("1",)),
    "shorter move": change_move(0, MoveKind.MOVE, minutes=60),
    "unknown road": change_move(0, MoveKind.MOVE, km=None),
    "no move": without_moves(0, MoveKind.MOVE),
    "no arrival": without_moves(0, MoveKind.ARRIVAL),
    "shorter arrival": change_move(0, MoveKind.ARRIVAL, minutes=100),
    "late arrival": change_move(0, MoveKind.ARRIVAL, leave=300),
    "no journey": without_moves(2, MoveKind.CITY),
    "journey before wrap": change_move(2, MoveKind.CITY, leave=-200),
    "journey elsewhere": change_move(2, MoveKind.CITY, two="c0"),
    "no departure": without_moves(3, MoveKind.DEPARTURE),
    "departure before wrap": change_move(3, MoveKind.DEPARTURE, leave=600),
    "other hotel": other_hotel,
    "commute from elsewhere": change_move(0, MoveKind.COMMUTE, minutes=10),
    "night beside homes not told": without(1, "notes", "plan_night_homes"),
    "windows not told": without(0, "notes", "plan_black_out"),
    "crowds not told": without(3, "notes", "plan_crowded"),
    "false breach": with_more(0, "breaches", "plan_shift_long"),
    "false note": with_more(1, "notes", "plan_crowded"),
    "nothing left out": lambda found: dataclasses.replace(found, uncovered=()),
}


def test_the_plan_that_is_changed_is_right():
    land = dataclasses.replace(LAND, holidays={LAND.start.replace(month=10, day=1): "国庆节"})
    assert check_plan(land, shown(land, ORDERS)) == ()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_found(change):
    land = dataclasses.replace(LAND, holidays={LAND.start.replace(month=10, day=1): "国庆节"})
    assert check_plan(land, change(shown(land, ORDERS))) != ()


BROKEN = {
    "plan_shift_long": plan(order(0, ("tea.int_day", "x", 900))),
    "plan_rest_short": plan(
        order(0, ("pier.ext_night", "x", 240)), order(1, ("tea.int_day", "x", 120), call=360)
    ),
    "plan_rest_journey": plan(
        order(0, ("pier.ext_night", "x", 240)), order(1, ("tea.int_day", "z", 120), call=600)
    ),
    "plan_light_day": plan(order(0, ("lake.ext_day", "x", 600), call=900)),
    "plan_light_night": plan(order(0, ("pier.ext_night", "x", 240), call=1_700)),
    "plan_light_dawn": plan(order(0, ("wood.dawn", "x", 60), call=400)),
    "plan_late_drive": plan(
        order(0, ("tea.int_day", "x", 120), ("hall.int_night", "y", 90), call=1_200)
    ),
    "plan_set_split": plan(order(0, ("tea.int_day", "x", 60)), order(1, ("tea.int_day", "y", 60))),
    "plan_minutes_short": plan(order(0, ("tea.int_day", "x", 60))),
    "plan_minutes_over": plan(order(0, ("tea.int_day", "x", 240))),
}


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_rule_that_is_not_told_is_found(code):
    found = shown(LAND, BROKEN[code])
    assert check_plan(LAND, found) == ()
    at = next(n for n, day in enumerate(found.days) if code in {one.code for one in day.breaches})
    silent = check_plan(LAND, without(at, "breaches", code)(found))
    assert silent == (Reason("second_untold", {"day": at + 1, "rule": code}),)


@settings(max_examples=40, deadline=None)
@given(grounds_and_plans(), st.data())
def test_a_minute_more_anywhere_is_found(made, data):
    land, arrangement = made
    found = shown(land, arrangement)
    worked = [n for n, day in enumerate(found.days) if day.blocks]
    assume(worked)
    at = data.draw(st.sampled_from(worked))
    block = data.draw(st.integers(0, len(found.days[at].blocks) - 1))
    key = data.draw(st.sampled_from(["come", "start", "end"]))
    value = getattr(found.days[at].blocks[block], key) + data.draw(st.sampled_from([-7, 7]))
    assert check_plan(land, change_block(at, block, **{key: value})(found)) != ()


# ---- money


class Price(NamedTuple):
    day: int
    venue: int
    least: int
    once: int
    stand_in: int


TARIFF = Tariff(
    {
        "x": Price(200_000, 150_000, 0, 5_000, 70_000),
        "y": Price(90_000, 80_000, 120_000, 0, 0),
        "z": Price(300_000, 300_000, 0, 0, 40_000),
    },
    {"c0": 400_000, "c1": 500_000},
    1_000_000,
    {("", "c0"): 1_000, ("c0", "c1"): 200, ("c1", ""): 30},
    7,
)
# x is hired two days, y one at its least, z one; two days are lived in c0, two in c1
SUM = (
    2 * 200_000 + 5_000 + 70_000 + 120_000 + 10_000 + 300_000
    + 2 * 400_000 + 2 * 500_000 + 4 * 1_000_000 + 1_230 + 7
)  # fmt: skip


def subsidy(certain, expected):
    return Subsidy(unknown("CNY"), 0.0, None, certain=certain, expected=expected)


def money(counted, cities=(), missed=0.0):
    none = unknown("CNY")
    return PlanMoney(none, (), cities, 0.0, None, None, none, none, counted, (), missed)


def priced(counted, cities=(), missed=0.0, **more):
    found = shown(LAND, ORDERS, money=money(counted, cities, missed), **more)
    return change_block(0, 0, direct=False)(found)


def codes(found, **more):
    return [one.code for one in check_plan(LAND, found, TARIFF, **more)]


def test_the_sum_is_added_up_from_the_prices():
    assert codes(priced(SUM / 100)) == []
    assert check_plan(LAND, priced(SUM / 100 + 0.05), TARIFF) == (
        Reason("second_sum", {"told": SUM / 100 + 0.05, "found": SUM / 100}),
    )
    assert codes(change_block(0, 0, direct=True)(priced(SUM / 100))) == ["second_sum"]
    assert codes(shown(LAND, ORDERS)) == ["second_money_missing"]


def test_money_back_is_taken_off_certain_or_expected():
    spend = Range(0.0, 0.0, 0.0, "CNY", Basis.ESTIMATED)
    cities = (
        CityMoney("城0", subsidy(500.0, 800.0), 2, spend),
        CityMoney("城1", subsidy(100.0, None), 2, spend),
    )
    assert codes(priced(SUM / 100 - 600, cities)) == []
    assert codes(priced(SUM / 100 - 900, cities), expected=True) == []
    assert codes(priced(SUM / 100 - 900, cities)) == ["second_sum"]
    wrong = (dataclasses.replace(cities[0], days=3), cities[1])
    assert codes(priced(SUM / 100 - 600, wrong)) == ["second_city_days"]


def test_no_bound_lies_above_the_plan():
    assert codes(priced(SUM / 100, missed=50.0, bound=SUM / 100 + 50)) == []
    assert codes(priced(SUM / 100, missed=50.0, bound=SUM / 100 + 51)) == ["second_bound"]
