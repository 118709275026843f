"""Wishes no plan can keep, days no calendar has, long ways from home: said, and never guessed."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from geo import actions
from geo.actions.planning import making
from geo.actions.planning.asked import read_locks
from geo.errors import PlanError
from geo.model import Arrangement, DayOrder, Entry, PlanStatus
from geo.plan.timetable import timetable
from geo.progress import finish
from tests.geo.actions.planning_desks import counted, desk_of, facts, few, planned


@pytest.fixture(scope="module")
def script(script):
    return few(script, 6)


@pytest.fixture(scope="module")
def desk(some, script):
    return desk_of(some, script)


def codes(reasons):
    return [one.code for one in reasons]


def test_a_busy_machine_makes_no_dearer_plan(desk, monkeypatch):
    looks = []

    def on_days(*arguments, quick, **more):
        looks.append(quick)
        return real(*arguments, quick=quick, **more)

    real, clock = making.on_days, iter(range(0, 10**6, 10))
    monkeypatch.setattr(making, "on_days", on_days)
    # ten seconds pass between two looks at the clock
    monkeypatch.setattr(making, "monotonic", lambda: next(clock))
    assert planned(desk).status is PlanStatus.OPTIMAL
    assert looks == [False]


def test_whole_days_on_the_road_from_home_are_paid(some, script):
    desk = desk_of(some, script, facts=facts(crew__home_city="乌鲁木齐"))
    plan = planned(desk)
    clocks = timetable(desk.ground, plan.arrangement)
    assert clocks.road_days >= 2
    counts = desk.purse.counted(clocks).counts
    assert counts.days == sum(clocks.company_days.values()) + clocks.road_days
    assert "plan_check_differs" not in codes(plan.notes)


def test_days_of_waiting_count_against_the_most_days(desk):
    fits = desk.fits
    row = int(np.flatnonzero(fits.open.any(axis=1))[0])
    site = fits.sites[int(np.flatnonzero(fits.open[row])[0])]
    one = desk.work.of_set(fits.sets[row].id)[0]
    half = one.minutes // 2
    late = Arrangement(
        (
            DayOrder(0, (Entry(one.id, site.id, half),)),
            DayOrder(4, (Entry(one.id, site.id, one.minutes - half),)),
        )
    )
    asked = desk.wishing(most_days=3)
    told = actions.lay_by_hand(asked, late).breaches
    assert [dict(one.values) for one in told if one.code == "plan_days_over"] == [
        {"n": 3, "days": 5}
    ]
    assert "plan_days_over" not in codes(actions.lay_by_hand(desk, late).breaches)


def test_where_nothing_can_be_shot_the_plan_says_why(desk):
    never = frozenset(site.id for site in desk.fits.sites)
    plan = planned(desk.wishing(must_not_use=never))
    assert plan.status is PlanStatus.INFEASIBLE
    assert codes(plan.conflict) == ["plan_conflict_nothing"]
    assert {one.set_id for one in plan.uncovered} == {one.id for one in desk.fits.sets}


def test_windows_that_are_over_are_the_reason(some, script, desk):
    over = {site.id: ((date(2026, 1, 1), date(2026, 1, 9)),) for site in desk.fits.sites}
    late = desk_of(some, script, facts=facts(shoot__start_date=date(2026, 9, 1)), windows=over)
    plan = planned(late)
    assert plan.conflict
    open_ = {one.id for row, one in enumerate(late.fits.sets) if late.fits.open[row].any()}
    told = [one for one in plan.uncovered if one.set_id in open_]
    assert {one.because.code for one in told} == {"plan_left_by_windows"}
    assert {codes(one.remedies)[0] for one in told} == {"plan_remedy_window"}


def test_a_set_is_to_be_laid_on_a_day_there_is(desk):
    missing = {one.set_id: one for one in desk.missing.left_out(Arrangement())}
    row = int(np.flatnonzero(desk.fits.open.any(axis=1))[0])
    one = desk.fits.sets[row]
    assert codes(missing[one.id].remedies) == ["plan_remedy_add"]
    site = desk.fits.sites[int(np.flatnonzero(desk.fits.open[row])[0])]
    other = next(two for two in desk.work.strips if two.set_id != one.id)
    there = Arrangement((DayOrder(0, (Entry(other.id, site.id, other.minutes),)),))
    missing = {each.set_id: each for each in desk.missing.left_out(there)}
    assert [(each.code, each.values["site"]) for each in missing[one.id].remedies] == [
        ("plan_remedy_lay", site.name_zh)
    ]


def test_a_name_of_several_sets_asks_for_the_whole_name(desk):
    names = [one.name for one in desk.fits.sets]
    part = next(
        sign for name in names for sign in name
        if sum(sign in other for other in names) > 1 and sign not in names
    )  # fmt: skip
    with pytest.raises(PlanError, match="plan_lock_many"):
        read_locks(desk.script, desk.ranking, [f"{part}=平江路"])


@pytest.mark.parametrize("start", [date(9999, 12, 30), date(1, 1, 1)])
def test_a_first_day_no_calendar_reaches_is_refused(some, script, start):
    with pytest.raises(PlanError, match="plan_start_bad"):
        desk_of(some, script, facts=facts(shoot__start_date=start))


def test_a_first_day_that_has_passed_is_told(some, script):
    gone = desk_of(some, script, facts=facts(shoot__start_date=date(2020, 5, 8)))
    assert "plan_start_past" in codes(gone.notes)


def test_a_place_that_must_be_used_and_is_gone_is_told(some, script, desk):
    assert "plan_must_use_gone" in codes(desk.wishing(must_use=frozenset({"gone"})).notes)


def test_the_best_of_one_city_is_no_dearer_than_a_plan_there(desk):
    plan = planned(desk.wishing(cities=(desk.ground.towns[0].zh,)))
    # as if somebody had found a plan of this city that the days like better
    cheap = replace(plan, money=replace(plan.money, counted=plan.money.counted - 1_000))
    told = finish(actions.alternatives(desk, cheap))
    mine = [one for one in told if one.city == plan.days[0].city]
    assert [one.adds for one in mine] == [0.0]


def test_a_cheaper_laying_takes_the_place_of_a_plan_with_its_proof(desk):
    plan = planned(desk)
    wider = planned(desk.wishing(most_sites=1))
    told = finish(making.adopted(desk, plan, wider.arrangement))
    assert told.arrangement == wider.arrangement
    assert (told.status, told.bound, told.binding) == (plan.status, plan.bound, plan.binding)
    assert told.gap == pytest.approx((counted(told) - plan.bound) / told.money.counted)
    assert codes(told.money.scenarios) == ["low", "high"]
    # the saving is that of the plan now told, not of the one before
    assert plan.saves.mid - told.saves.mid == pytest.approx(counted(told) - counted(plan), abs=0.02)
