"""The plan made: proven, checked a second time, laid by hand, stopped, contradicted."""

import random
import threading
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from geo import actions
from geo.actions.planning.laying import known_part
from geo.actions.planning.on_days import other_tours
from geo.actions.planning.solved import as_solved
from geo.model import (
    Arrangement,
    Booking,
    BookingStatus,
    DayOrder,
    Entry,
    Planned,
    PlanProgress,
    PlanStatus,
    StripKind,
)
from geo.plan.plan_checker import check_plan
from geo.plan.timetable import timetable
from geo.progress import finish
from tests.geo.actions.planning_desks import counted, desk_of, facts, few, planned

START = facts(shoot__start_date=date(2026, 9, 28))


@pytest.fixture(scope="module")
def script(script):
    """Half of the sample: a plan in a second."""
    return few(script, 16)


@pytest.fixture(scope="module")
def desk(some, script):
    return desk_of(some, script, facts=START)


@pytest.fixture(scope="module")
def plan(desk):
    return planned(desk)


def second(desk, plan):
    """What the reckoning written apart finds wrong with a plan."""
    clocks = timetable(desk.ground, plan.arrangement)
    tariff = desk.purse.tariff(plan.money, clocks)
    return check_plan(desk.ground, plan, tariff, expected=desk.wishes.expected)


def test_the_plan_is_proven_and_keeps_every_rule(desk, plan):
    assert plan.status is PlanStatus.OPTIMAL
    assert plan.breaches == ()
    assert second(desk, plan) == ()
    assert not [one for one in plan.notes if one.code == "plan_check_differs"]
    assert plan.bound <= counted(plan) + 0.01
    assert plan.gap == pytest.approx((counted(plan) - plan.bound) / plan.money.counted)
    assert plan.open_search == 0


def test_every_scene_is_shot_once_or_told(desk, plan, script):
    shot = [scene for day in plan.days for block in day.blocks for scene in block.scenes]
    left = [scene for one in plan.uncovered for scene in one.scenes]
    assert sorted({*shot, *left}) == sorted(scene.id for scene in script.played)
    assert not set(shot) & set(left)
    laid = {}
    for day in plan.arrangement.days:
        for one in day.entries:
            laid[one.strip_id] = laid.get(one.strip_id, 0) + one.minutes
    assert laid == {one.id: one.minutes for one in plan.strips if one.id in laid}
    for one in plan.uncovered:
        assert one.because.code.startswith("plan_left")


def test_sets_are_shot_where_they_fit(desk, plan):
    fits = desk.fits
    for day in plan.days:
        for block in day.blocks:
            row, column = fits.rows[block.set_id], fits.columns[block.site_id]
            assert fits.open[row, column]
            assert block.fit == pytest.approx(float(fits.fit[row, column]))
            assert block.set_name == desk.names.sets[block.set_id]
    everywhere = {block.set_id: block.site_id for day in plan.days for block in day.blocks}
    for strip, site in plan.arrangement.sites.items():
        assert everywhere[desk.ground.strips[strip].set_id] == site


def test_light_is_kept(plan):
    for day in plan.days:
        for block in day.blocks:
            if block.kind is StripKind.EXT_DAY:
                assert day.sun.rise <= block.start
                assert block.end <= day.sun.sets
            if block.kind is StripKind.EXT_NIGHT and block.start < 1_440:
                assert block.start >= day.sun.dark


def test_money_is_the_sum_of_its_parts(desk, plan):
    money = plan.money
    clocks = timetable(desk.ground, plan.arrangement)
    counts = desk.purse.counted(clocks).counts
    parts = desk.purse.plan_prices.counted(counts)
    assert money.counted == pytest.approx(sum(parts.values()) / 100 - money.certain)
    assert money.certain == sum(one.subsidy.certain for one in money.cities)
    assert money.net.low == pytest.approx(money.gross.low - money.certain)
    days = [day.cost for day in plan.days]
    # what is paid once lies on the days: their low ends cannot be more than the whole
    assert sum(one.low for one in days) <= money.gross.high
    assert {one.code for one in money.scenarios} == {"low", "high"}
    low, high = money.scenarios
    assert low.net <= money.counted <= high.net
    assert all(one.saves is not None and one.saves >= 0 for one in money.scenarios)


def test_laying_the_answer_by_hand_gives_the_same_plan(desk, plan):
    again = actions.lay_by_hand(desk, plan.arrangement)
    assert again.status is PlanStatus.BY_HAND
    assert again.days == plan.days
    assert replace(again.money, scenarios=plan.money.scenarios) == plan.money
    # proven on this desk, not on another
    assert (again.bound, again.gap) == (plan.bound, plan.gap)
    assert actions.lay_by_hand(desk.wishing(), plan.arrangement).bound is None


RANK = {StripKind.DAWN: 0, StripKind.EXT_DAY: 1, StripKind.INT_DAY: 2, StripKind.INT_NIGHT: 2}


def drawn(desk, dice):
    """Sets at places they are open at, or nowhere, on a day or two of each city, light first."""
    fits, orders = desk.fits, {}
    for row, one in enumerate(fits.sets):
        able = np.flatnonzero(fits.open[row]).tolist()
        if not able or dice.random() < 0.3:
            continue
        site = fits.sites[dice.choice(able)]
        day = (site.city_zh, dice.randrange(2))
        for strip in desk.work.of_set(one.id):
            orders.setdefault(day, []).append(Entry(strip.id, site.id, strip.minutes))
    strips = desk.ground.strips
    for some in orders.values():
        some.sort(key=lambda one: (RANK.get(strips[one.strip_id].kind, 3), one.site_id))
    days = (DayOrder(at, tuple(orders[day])) for at, day in enumerate(sorted(orders)))
    return Arrangement(tuple(days))


def test_no_arrangement_beats_the_bound_and_both_reckonings_agree(some, script):
    """Places and days by the dice: what breaks no rule never counts less than was proven."""
    desk = desk_of(some, few(script, 9), facts=START)
    plan = planned(desk)
    dice, kept = random.Random(1), 0
    for _ in range(250):
        made = actions.lay_by_hand(desk, drawn(desk, dice))
        if made.money is None:
            continue
        assert second(desk, made) == ()
        if not made.breaches:
            kept += 1
            assert counted(made) >= plan.bound - 0.01
            assert made.bound == plan.bound
    assert kept > 50


def test_two_cities_on_one_day_break_a_rule(desk):
    fits, sites = desk.fits, {}
    for row, column in np.argwhere(desk.fits.open).tolist():
        sites.setdefault(fits.sites[column].city_zh, (fits.sets[row].id, fits.sites[column].id))
    entries = [
        Entry(strip.id, site, strip.minutes)
        for set_id, site in sites.values()
        for strip in desk.work.of_set(set_id)
    ]
    made = actions.lay_by_hand(desk, Arrangement((DayOrder(0, tuple(entries)),)))
    assert "plan_two_cities" in {one.code for one in made.breaches}
    assert made.bound is None


def test_strips_and_sites_that_are_gone_fall_out(desk, plan):
    first = plan.arrangement.days[0]
    odd = replace(
        first,
        entries=(
            *first.entries,
            Entry("no.int_day", first.entries[0].site_id, 30),
            Entry(first.entries[0].strip_id, "nowhere", 30),
        ),
    )
    changed = Arrangement((odd, *plan.arrangement.days[1:]))
    kept, gone = known_part(desk, changed)
    assert kept == plan.arrangement
    assert {one.code for one in gone} == {"plan_scenes_gone", "plan_site_gone"}
    laid = actions.lay_by_hand(desk, changed)
    assert laid.days == plan.days
    assert {"plan_scenes_gone", "plan_site_gone"} <= {one.code for one in laid.notes}


def test_nothing_laid_is_a_plan_without_days(desk, script):
    empty = actions.lay_by_hand(desk, Arrangement())
    assert (empty.days, empty.money) == ((), None)
    assert {scene for one in empty.uncovered for scene in one.scenes} == {
        scene.id for scene in script.played
    }


def test_where_nothing_matches_the_day_says_so(desk, plan):
    row, column = np.argwhere(desk.fits.fit == 0)[0].tolist()
    one, site = desk.fits.sets[row], desk.fits.sites[column]
    strip = desk.work.of_set(one.id)[0]
    laid = actions.lay_by_hand(
        desk, Arrangement((DayOrder(0, (Entry(strip.id, site.id, strip.minutes),)),))
    )
    told = [reason for reason in laid.breaches if reason.code == "plan_no_fit"]
    assert [reason.values["set"] for reason in told] == [one.name]
    assert told[0].values["site"] == site.name_zh


def test_a_lock_is_kept_and_never_makes_it_cheaper(some, script, desk, plan):
    at = plan.arrangement.sites
    set_id = next(iter(desk.problem.units)).id
    row = desk.fits.rows[set_id]
    now = {at.get(strip.id) for strip in desk.work.of_set(set_id)}
    other = next(
        desk.fits.sites[c].id
        for c in np.flatnonzero(desk.fits.open[row]).tolist()
        if desk.fits.sites[c].id not in now
    )
    locked = desk_of(some, script, facts=START, locks={set_id: other})
    answer = planned(locked)
    assert {answer.arrangement.sites[one.id] for one in locked.work.of_set(set_id)} == {other}
    assert answer.bound >= plan.bound - 0.01


def test_ruling_a_place_out_never_lowers_the_bound(some, script, plan):
    used = plan.sites[0]
    banned = planned(desk_of(some, script, facts=START, must_not_use=frozenset({used})))
    assert used not in banned.sites
    assert banned.bound >= plan.bound - 0.01


def test_what_was_refused_is_not_used(some, script, desk, plan):
    block = plan.days[0].blocks[0]
    no = Booking(block.set_id, block.site_id, BookingStatus.REFUSED)
    answer = planned(desk_of(some, script, facts=START, bookings=[no]))
    at = {desk.ground.strips[one].set_id: site for one, site in answer.arrangement.sites.items()}
    assert at.get(block.set_id) != block.site_id


def test_what_is_confirmed_stays_when_it_is_dearer(some, script, desk, plan):
    # the dearest other place of some set, confirmed with a deposit no plan would give up
    row = next(
        row
        for row, one in enumerate(desk.problem.units)
        if (desk.problem.quality[row] > 0).sum() > 1
    )
    set_id = desk.problem.units[row].id
    at = {desk.ground.strips[one].set_id: site for one, site in plan.arrangement.sites.items()}
    other = next(
        place.id
        for n, place in enumerate(desk.problem.places)
        if desk.problem.quality[row, n] > 0 and place.id != at.get(set_id)
    )
    sure = Booking(set_id, other, BookingStatus.CONFIRMED, deposit=5_000_000.0)
    answer = planned(desk_of(some, script, facts=START, bookings=[sure]))
    kept = {answer.arrangement.sites[strip.id] for strip in desk.work.of_set(set_id)}
    assert kept == {other}
    moved = actions.compare_plans(plan, answer, [sure])
    assert set_id in {one.set_id for one in moved.moved}


def test_a_lock_on_a_place_that_refused_is_told_as_a_contradiction(some, script, desk, plan):
    block = plan.days[0].blocks[0]
    no = Booking(block.set_id, block.site_id, BookingStatus.REFUSED)
    answer = planned(desk_of(some, script, bookings=[no], locks={block.set_id: block.site_id}))
    assert answer.status is PlanStatus.INFEASIBLE
    assert [one.code for one in answer.conflict] == ["plan_conflict_lock", "plan_conflict_refused"]
    assert answer.conflict[0].values["set"] == block.set_name
    assert answer.days == ()


def test_must_and_must_not_at_once_is_a_contradiction(some, script, plan):
    one = frozenset({plan.sites[0]})
    answer = planned(desk_of(some, script, must_use=one, must_not_use=one))
    assert answer.status is PlanStatus.INFEASIBLE
    codes = {reason.code for reason in answer.conflict}
    assert {"plan_conflict_must_use", "plan_conflict_must_not_use"} <= codes


def test_two_locks_and_one_place_contradict(some, script, desk, plan):
    sets = {}
    for day in plan.days:
        for block in day.blocks:
            sets.setdefault(block.site_id, block.set_id)
    (one, first), (two, second_set) = list(sets.items())[:2]
    answer = planned(desk_of(some, script, locks={first: one, second_set: two}, most_sites=1))
    assert answer.status is PlanStatus.INFEASIBLE
    codes = sorted(reason.code for reason in answer.conflict)
    assert codes == ["plan_conflict_lock", "plan_conflict_lock", "plan_conflict_sites"]


def test_must_use_is_used(some, script, desk, plan):
    other = next(place.id for place in desk.problem.places if place.id not in plan.sites)
    answer = planned(desk_of(some, script, facts=START, must_use=frozenset({other})))
    assert other in {desk.hires.of_site[site] for site in answer.sites}
    assert answer.bound >= plan.bound - 0.01


def test_limits_of_days_and_places_are_kept(some, script):
    few_places = planned(desk_of(some, script, most_sites=1))
    assert len(few_places.sites) == 1
    assert few_places.binding
    assert {one.code for one in few_places.binding} >= {"plan_binds_sites"}
    assert all(one.values["amount"] > 0 for one in few_places.binding)


def test_stopping_gives_the_best_plan_so_far(desk):
    stop = threading.Event()
    job = actions.make_plan(desk, stop=stop)
    shown = None
    while shown is None:
        step = next(job)
        if isinstance(step.so_far, PlanProgress):
            shown = step.so_far.plan
    stop.set()
    answer = finish(job)
    assert answer.days
    assert answer.status in (PlanStatus.FEASIBLE, PlanStatus.OPTIMAL)
    # at the very first plan nothing may be proven yet
    assert answer.bound is None or counted(answer) >= answer.bound - 0.01
    assert all(one.saves is None for one in answer.money.scenarios)


def test_the_search_is_seen_to_close(desk):
    job, phases, beats = actions.make_plan(desk), [], ()
    while True:
        try:
            step = next(job)
        except StopIteration:
            break
        phases.append(step.so_far.phase)
        beats = step.so_far.beats or beats
    assert list(dict.fromkeys(phases)) == ["prepare", "search", "days", "check"]
    bounds = [one.bound for one in beats if one.bound is not None]
    costs = [one.best for one in beats if one.best is not None]
    assert bounds == sorted(bounds)
    assert costs == sorted(costs, reverse=True)
    assert bounds[-1] <= costs[-1] + 0.01


def test_a_time_limit_leaves_a_plan_with_its_gap(desk):
    answer = planned(desk, time_limit=0.0001)
    if answer.days:
        assert answer.bound is None or counted(answer) >= answer.bound
    else:
        assert answer.status is PlanStatus.UNKNOWN


def test_the_same_question_has_the_same_answer(some, script):
    short = few(script, 9)
    one, two = (planned(desk_of(some, short)) for _ in range(2))
    assert one.arrangement == two.arrangement
    assert (one.money, one.bound) == (two.money, two.bound)


def test_other_orders_of_the_cities_are_tried_shortest_first(desk):
    codes = tuple(city.id for city in desk.problem.cities)
    found = other_tours(desk.problem, codes)
    assert [order for _, order in found] == [codes[::-1]]
    assert found[0][0] >= 0 or len(codes) > 1
    assert other_tours(desk.problem, codes[:1]) == []


def test_a_plan_is_its_own_solution(desk, plan):
    solved = as_solved(desk, plan)
    at = {desk.ground.strips[one].set_id: site for one, site in plan.arrangement.sites.items()}
    assert {one for one, place in solved.assignment.items() if place} == set(at)
    # hours of work alone never cost more than whole days on the clock
    assert solved.net / 100 + desk.beside <= counted(plan) + 0.01


def test_told_days_make_longer_scenes(some, script):
    desk = desk_of(some, few(script, 6), facts=facts(shoot__days=6))
    assert sum(one.minutes for one in desk.work.strips) == pytest.approx(6 * 840 * 0.8, rel=0.01)
    answer = planned(desk)
    assert answer.breaches == ()
    assert second(desk, answer) == ()
    assert any(one.code == "plan_pace_told" for one in answer.notes)


def test_nothing_serves_here_but_elsewhere(some, script):
    desk = desk_of(some, script, facts=START)
    none = [one for row, one in enumerate(desk.fits.sets) if not desk.fits.open[row].any()]
    assert none
    answer = planned(desk)
    told = {one.set_id: one for one in answer.uncovered}
    for one in none:
        assert told[one.id].because.code in (
            "plan_left_none", "plan_left_by_rules", "plan_left_by_wishes",
        )  # fmt: skip
        assert all(reason.code.startswith("plan_remedy") for reason in told[one.id].remedies)
    # whatever they count is in the sum that is missed, and in the bound
    assert answer.money.missed >= desk.missing.worth(none)


def test_expected_money_counts_only_when_asked(some, script):
    short = few(script, 8)
    desk = desk_of(some, short, expected=True)
    certain, hoped = planned(desk_of(some, short)), planned(desk)
    assert hoped.bound <= certain.bound + 0.01
    money = hoped.money
    likely = money.certain if money.expected is None else money.expected
    counts = desk.purse.counted(timetable(desk.ground, hoped.arrangement)).counts
    gross = sum(desk.purse.plan_prices.counted(counts).values()) / 100
    assert money.counted == pytest.approx(gross - likely)


def test_a_desk_takes_no_bookings_by_default(some, script):
    assert desk_of(some, script).planned == Planned()
