"""Beside the plan: other plans, why a set is where it is, insisting, two plans compared, dues."""

from datetime import date

import numpy as np
import pytest

from geo import actions
from geo.errors import FactsError
from geo.model import (
    Arrangement,
    Booking,
    BookingStatus,
    DayOrder,
    DueKind,
    Entry,
    PlanStatus,
    Shifted,
    ShootPlan,
)
from geo.plan.greedy import best_city, each_best, every_city, plans
from geo.progress import finish
from tests.geo.actions.planning_desks import counted, desk_of, few, planned


@pytest.fixture(scope="module")
def script(script):
    """Half of the sample: a plan in a second."""
    return few(script, 16)


@pytest.fixture(scope="module")
def desk(some, script):
    return desk_of(some, script)


@pytest.fixture(scope="module")
def plan(desk):
    return planned(desk)


def test_other_plans_are_better_at_something(desk, plan):
    found = finish(actions.alternatives(desk, plan))
    now, rest = found[0], found[1:]
    assert (now.code, now.adds) == ("now", 0)
    assert now.arrangement == plan.arrangement
    cities = [one for one in rest if one.code == "only_city"]
    assert {one.city for one in cities} == {city.id for city in desk.problem.cities}
    for one in cities:
        towns = {desk.offers[site].site.city_zh for site in one.arrangement.sites.values()}
        assert towns == {one.city}
    for one in rest:
        laid = actions.lay_by_hand(desk, one.arrangement)
        assert laid.breaches == ()
        assert one.moves == laid.moves
        assert one.adds == pytest.approx(counted(laid) - counted(plan))
        assert counted(laid) >= plan.bound - 0.01
    trades = [one for one in rest if one.code != "only_city"]
    assert all(
        one.moves < now.moves or one.uplift.mid > now.uplift.mid or one.adds < 0 for one in trades
    )
    assert [one.adds for one in trades] == sorted(one.adds for one in trades)


def test_why_a_set_is_there_and_what_others_add(desk, plan):
    row = next(row for row in range(len(desk.fits.sets)) if desk.fits.open[row].sum() > 2)
    set_id = desk.fits.sets[row].id
    steps, job = [], actions.explain_set(desk, plan, set_id)
    while True:
        try:
            steps.append(next(job).so_far)
        except StopIteration as end:
            answer = end.value
            break
    assert steps[0] is not None
    assert not steps[0].done
    assert answer.done
    sites = {plan.arrangement.sites.get(one.id) for one in desk.work.of_set(set_id)}
    assert {answer.site_id} == sites
    assert answer.because
    told = [one for one in answer.candidates if one.adds is not None]
    assert told
    assert [one.adds for one in told] == sorted(one.adds for one in told)
    for one in answer.candidates:
        column = desk.fits.columns[one.site_id]
        assert one.fit == pytest.approx(float(desk.fits.fit[row, column]))
        assert one.site_id != answer.site_id
        assert (one.adds is None) == bool(one.because)


def test_a_set_that_is_left_out_is_explained_too(desk, plan):
    one = plan.uncovered[0]
    answer = finish(actions.explain_set(desk, plan, one.set_id))
    assert answer.site_id is None
    assert answer.because[0].code == "plan_why_not"
    assert one.because in answer.because


def test_insisting_costs_what_the_plan_with_it_costs_more(desk, plan):
    row = next(row for row in range(len(desk.fits.sets)) if desk.fits.open[row].sum() > 1)
    set_id = desk.fits.sets[row].id
    now = {plan.arrangement.sites.get(one.id) for one in desk.work.of_set(set_id)}
    site = next(
        desk.fits.sites[c].id
        for c in np.flatnonzero(desk.fits.open[row]).tolist()
        if desk.fits.sites[c].id not in now
    )
    answer = finish(actions.insist(desk, plan, site, set_id))
    assert answer.adds == pytest.approx(counted(answer.plan) - counted(plan))
    assert counted(answer.plan) >= plan.bound - 0.01
    assert {answer.plan.arrangement.sites[one.id] for one in desk.work.of_set(set_id)} == {site}
    anywhere = finish(actions.insist(desk, plan, site))
    assert site in anywhere.plan.sites
    assert anywhere.plan.status is PlanStatus.OPTIMAL


def test_insisting_on_what_refused_has_no_plan(some, script, desk, plan):
    block = plan.days[0].blocks[0]
    no = Booking(block.set_id, block.site_id, BookingStatus.REFUSED)
    refused = desk_of(some, script, bookings=[no])
    answer = finish(actions.insist(refused, plan, block.site_id, block.set_id))
    assert (answer.adds, answer.plan) == (None, None)
    assert "plan_conflict_refused" in {one.code for one in answer.because}
    with pytest.raises(FactsError, match="account_site_unknown"):
        finish(actions.insist(desk, plan, "nowhere"))


def test_quick_plans_are_never_below_the_proven_one(desk, plan):
    made = plans(desk.problem)
    assert {name for name, _ in made} == {"each", "city", "greedy"}
    for _, one in made:
        assert one.net / 100 + desk.beside >= plan.bound - 0.01
    assert every_city(desk.problem).net <= best_city(desk.problem).net
    each = each_best(desk.problem)
    for row, unit in enumerate(desk.problem.units):
        index = {place.id: n for n, place in enumerate(desk.problem.places)}
        best = desk.problem.quality[row].max()
        assert desk.problem.quality[row, index[each.assignment[unit.id]]] == best
    # the plan itself is no worse than any of them, laid out on days
    assert plan.saves.mid >= 0
    assert all(one.values["amount"] > 0 for one in plan.compared)


def test_quick_plans_keep_a_lock(some, script, desk):
    row, place = np.argwhere(desk.problem.quality > 0)[-1].tolist()
    unit, site = desk.problem.units[row].id, desk.problem.places[place].id
    locked = desk_of(some, script, locks={unit: site})
    for _, one in plans(locked.problem):
        assert one.assignment[unit] == site


def entry(strip, site="a"):
    return Entry(strip, site, 60)


def of(*days):
    orders = tuple(DayOrder(at, tuple(some)) for at, some in enumerate(days))
    return ShootPlan(PlanStatus.BY_HAND, Arrangement(orders))


def test_two_plans_side_by_side():
    old = of([entry("x.int_day"), entry("y.int_day")], [entry("z.int_day"), entry("v.int_day")])
    new = of([entry("x.int_day")], [entry("y.int_day"), entry("z.int_day", "b")], [entry("w.dawn")])
    held = (Booking("z", "a", BookingStatus.FIRST_HOLD), Booking("y", "a", BookingStatus.CONFIRMED))
    found = actions.compare_plans(old, new, held)
    assert found.moved == (
        Shifted("z", "a", "b", (1,), (1,), agreed=True),
        Shifted("v", "a", None, (1,), ()),
        Shifted("w", None, "a", (), (2,)),
        Shifted("y", "a", "a", (0,), (1,)),
    )
    assert found.adds is None
    assert actions.compare_plans(old, old).moved == ()


def test_what_falls_due_comes_in_order_with_what_is_late():
    today = date(2026, 5, 4)
    bookings = (
        Booking(
            "x", "a", BookingStatus.CONFIRMED, expires=date(2026, 5, 1), deposit=3_000.0,
            deposit_due=date(2026, 5, 3), balance=7_000.0, balance_due=date(2026, 5, 9),
            deposit_back=date(2026, 6, 1),
        ),
        Booking("y", "b", BookingStatus.FIRST_HOLD, expires=date(2026, 5, 4)),
        Booking(
            "z", "c", BookingStatus.REFUSED, expires=date(2026, 5, 2), deposit=500.0,
            deposit_due=date(2026, 5, 2), deposit_back=date(2026, 5, 5),
        ),
        Booking("w", "d", BookingStatus.ASKED),
    )  # fmt: skip
    assert [
        (one.on.day, one.kind, one.site_id, one.amount, one.late)
        for one in actions.due_list(bookings, today)
    ] == [
        (3, DueKind.DEPOSIT, "a", 3_000.0, True),
        (4, DueKind.HOLD_EXPIRES, "b", None, False),
        (5, DueKind.DEPOSIT_BACK, "c", 500.0, False),
        (9, DueKind.BALANCE, "a", 7_000.0, False),
        (1, DueKind.DEPOSIT_BACK, "a", 3_000.0, False),
    ]
