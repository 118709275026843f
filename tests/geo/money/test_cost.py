"""Cost of a site: lines that can be worked out by hand, sums, ties, and what is never priced."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Basis, Hire, Level, VenueClass
from geo.money import Pricer, Task, over_cap
from geo.money.cost.travel import great_circle_km
from tests.geo.money.made import CALM, facts, site
from tests.geo.money.pricing import SHANGHAI, SUZHOU, ends, line, price, with_rates, without_doubt


def fen(figure):
    return round(figure * 100)


def test_a_crew_of_40_in_suzhou_by_hand(costs):
    base = site(venue_class=VenueClass.INDOOR_BASE)
    cost = price(base, facts(crew__size=40, shoot__days=3), 60, costs)
    # 20 rooms x 90-140, times 380/370: Suzhou's lodging cap over the median of 21
    index = 380 / 370
    assert ends(line(cost, "lodging").amount) == pytest.approx(
        (1800 * index, 2300 * index, 2800 * index), abs=0.005
    )
    # 142 a day less half a room of 140, 115 or 90; the allowance of 100 is the ceiling
    assert ends(line(cost, "meals").amount) == pytest.approx((40 * 72, 40 * 84.5, 40 * 100))
    assert ends(line(cost, "venue").amount) == (3000, 4000, 10000)
    assert ends(line(cost, "venue").total) == (9000, 12000, 30000)
    # two minibuses: 8 of 14, 15 or 16 hours are in the hire, each hour beyond is 60
    assert ends(line(cost, "bus_overtime").amount) == pytest.approx((720, 840, 960))
    # hire (500, 800, 1200) and driver (100, 150, 200) are two doubts: closer than their ends
    buses = line(cost, "local_transport").amount
    assert 2 * 600 < buses.low < buses.mid < buses.high < 2 * 1400
    assert buses.mid == pytest.approx(1900, rel=0.03)
    assert ends(cost.days) == (3, 3, 3)


def test_the_whole_cost_of_a_site_worked_by_hand(costs):
    """41 people, 6 days, all 60 scenes at a base that asks 4,000 a day; facts at their middles."""
    told = with_rates(
        without_doubt(costs),
        parking=20,
        insurance=1000,
        build_strike=2,
        agent_share=10,
        tax_points=6,
        contingency=5,
    )
    base = site(
        venue_class=VenueClass.INDOOR_BASE,
        hires=(
            Hire(4000, "day", Basis.QUOTED, "王", "2026-04-01"),
            Hire(300, "overtime", Basis.QUOTED),
        ),
    )
    told = replace(
        told, classes={**told.classes, "indoor_base": (costs.facts["venue_zhengzhou_jumei"],)}
    )
    project = facts(crew__size=41, shoot__days=6)
    km = great_circle_km(SHANGHAI.point, SUZHOU.point)
    cost = price(
        base, project, 60, told, crowds=(30, 10, None), home=SHANGHAI, of=60, arrival=SUZHOU
    )
    by_hand = {
        "venue": 4000 * 6,
        "overtime": (15 - 14) * 300 * 6,
        "lodging": round(21 * 115 * 380 / 370, 2) * 6,
        "meals": 41 * 84.5 * 6,
        "local_transport": 3 * (800 + 150) * 6,
        "bus_overtime": 3 * (15 - 8) * 60 * 6,
        "travel": round(km * 1.2 * 2 * 0.42 * 41, 2),
        # both crowds that are counted fall on one day of ten scenes
        "extras": 30 * 140,
        "parking": 3 * 20 * 6,
        "insurance": 1000,
        "build_strike": 2 * 4000,
    }
    by_hand["agent_share"] = 0.10 * by_hand["extras"]
    by_hand["tax_points"] = round(0.06 * sum(by_hand.values()), 2)
    by_hand["contingency"] = round(0.05 * sum(by_hand.values()), 2)
    priced = {each.code: each.total.mid for each in cost.lines if each.total.mid is not None}
    assert priced == pytest.approx(by_hand, abs=0.005)
    assert cost.total.mid == pytest.approx(sum(by_hand.values()), abs=0.02)
    assert cost.total.low == cost.total.high == cost.total.mid
    assert cost.per_day.mid == pytest.approx(cost.total.mid / 6, abs=0.05)
    assert cost.ranked == cost.per_day.mid
    listed = {each.code for each in cost.lines if each.total.mid is None}
    assert listed >= {"cleaning", "coordination", "generator", "night_meals", "truck"}


def test_sums_are_whole_fen_and_the_lines_add_up_draw_by_draw(costs):
    """Every draw of the sum is the sum of the lines' draws: told by exact lines on random ones."""
    place = site(venue_class=VenueClass.ROOM)
    project = facts(crew__size=33, shoot__days=4)
    plain = price(place, project, 10, costs)
    more = price(place, project, 10, with_rates(costs, insurance=123.45, generator=0.07))
    for end in ("low", "mid", "high"):
        assert fen(getattr(more.total, end)) == fen(getattr(plain.total, end)) + 12345 + 4 * 7
        assert getattr(more.total, end) == fen(getattr(more.total, end)) / 100


def test_lines_that_share_a_driver_move_together(costs):
    """An unset crew widens beds, meals and buses at once: nearly as wide as the ends added."""
    place = site(venue_class=VenueClass.INDOOR_BASE)
    cost = price(place, facts(shoot__days=4), 10, costs)
    shared = [line(cost, code).amount for code in ("lodging", "meals", "local_transport")]
    added = sum(each.high - each.low for each in shared)
    alone = math.sqrt(sum((each.high - each.low) ** 2 for each in shared))
    known = price(place, facts(shoot__days=4, crew__size=60), 10, costs)
    width = cost.per_day.high - cost.per_day.low
    assert width > alone
    assert width > known.per_day.high - known.per_day.low
    venue = line(cost, "venue").amount
    assert width < added + venue.high - venue.low


def test_the_order_of_own_lines_changes_no_sum(costs):
    told = with_rates(costs, generator=800, cleaning=300, parking=15, insurance=999)
    turned = replace(told, own_lines=tuple(reversed(told.own_lines)))
    place, project = site(venue_class=VenueClass.ROOM), facts(crew__size=30)
    one, other = (price(place, project, 30, each) for each in (told, turned))
    assert ends(one.total) == ends(other.total)
    assert ends(one.per_day) == ends(other.per_day)


@pytest.mark.parametrize("kind", [VenueClass.OPEN, VenueClass.BACKLOT])
def test_open_places_and_backlots_are_never_priced_from_bases(costs, kind):
    cost = price(site(venue_class=kind), facts(), 10, costs)
    venue = line(cost, "venue")
    assert venue.amount.basis is Basis.UNKNOWN
    assert ends(venue.amount) == ends(venue.total) == (0, None, None)
    assert venue.reasons[0].code == "ask_venue"
    assert line(cost, "overtime") is None
    for figure in (cost.per_day, cost.total):
        assert (figure.mid, figure.high) == (None, None)
        assert figure.low > 0
    assert cost.priced.beyond
    assert cost.priced_total.beyond
    assert cost.priced.mid > 0


def test_an_unpriced_venue_ranks_at_the_dearest_published_rate(costs):
    project = facts(crew__size=40)
    unpriced = price(site(), project, 10, costs)
    assert unpriced.ranked == unpriced.priced.mid + 10000
    reason = next(r for r in unpriced.reasons if r.code == "venue_charge_in_ranking")
    assert reason.values["amount"] == 10000
    assert costs.unpriced_venue_charge == max(
        fact.span.mid
        for fact in costs.facts.values()
        if fact.unit == "CNY_per_day" and fact.category == "venue" and fact.value
    )
    base = price(site(venue_class=VenueClass.INDOOR_BASE), project, 10, costs)
    assert base.ranked == base.per_day.mid
    assert "venue_charge_in_ranking" not in {reason.code for reason in base.reasons}


def test_sites_of_one_class_tie_and_say_so(costs):
    one, two = (
        price(
            site(id=name, venue_class=VenueClass.INDOOR_BASE, lat=lat),
            facts(),
            10,
            costs,
            home=SHANGHAI,
            arrival=SUZHOU,
        )
        for name, lat in (("one", 31.3), ("two", 31.9))
    )
    assert one.lines == two.lines
    assert (one.per_day, one.total, one.ranked) == (two.per_day, two.total, two.ranked)
    reason = line(one, "venue").reasons[0]
    assert (reason.code, reason.values["n"]) == ("venue_tied.indoor_base", 4)
    assert len(line(one, "venue").amount.sources) == 4


def test_equal_questions_have_equal_answers(costs):
    place, project = site(venue_class=VenueClass.ROOM), facts(crew__size=35)
    assert price(place, project, 20, costs) == price(place, project, 20, costs)
    pricer = Pricer(project, costs)
    assert pricer.site(place, Task(20)) == pricer.site(place, Task(20))


def test_a_price_of_the_site_wins(costs):
    published = Hire(5000, "day", Basis.PUBLISHED, "某报", "2026-03-03")
    quoted = Hire(4500, "day", Basis.QUOTED, "王经理", "2026-04-01")
    base = site(venue_class=VenueClass.INDOOR_BASE, hires=(published,))
    venue = line(price(base, facts(), 1, costs), "venue")
    assert ends(venue.amount) == (5000, 5000, 5000)
    assert (venue.amount.basis, venue.own) == (Basis.PUBLISHED, False)
    both = line(price(replace(base, hires=(published, quoted)), facts(), 1, costs), "venue")
    assert ends(both.amount) == (4500, 4500, 4500)
    assert (both.amount.basis, both.own) == (Basis.QUOTED, True)
    assert (both.amount.sources[0].publisher, both.amount.sources[0].date) == (
        "王经理",
        "2026-04-01",
    )


def test_a_price_by_the_hour_takes_the_real_working_day(costs):
    hourly = site(hires=(Hire(300, "hour", Basis.QUOTED, "店主", "2026-04-01"),))
    cost = price(hourly, facts(), 1, costs)
    assert ends(line(cost, "venue").amount) == (4200, 4500, 4800)
    # every hour is paid: none is left to be overtime
    assert line(cost, "overtime") is None
    whole = replace(hourly, hires=(*hourly.hires, Hire(4000, "base_day", Basis.QUOTED)))
    assert line(price(whole, facts(), 1, costs), "venue").amount.mid == 4000


def test_a_price_by_the_half_day_counts_twice(costs):
    half = site(hires=(Hire(1500, "half_day", Basis.QUOTED, "店主"),))
    venue = line(price(half, facts(), 1, costs), "venue")
    assert venue.amount.mid == 3000
    assert venue.reasons[0].code == "venue_told.half_day"


def test_what_a_venue_charges_at_least_is_paid(costs):
    least = Hire(5000, "minimum", Basis.QUOTED, "店主")
    small = site(hires=(Hire(1000, "day", Basis.QUOTED, "店主"), least))
    one = line(price(small, facts(shoot__days=2), 10, costs), "venue")
    assert (one.total.mid, one.amount.mid) == (5000, 2500)
    assert [reason.code for reason in one.reasons] == ["venue_told.day", "venue_minimum"]
    assert line(price(small, facts(shoot__days=7), 10, costs), "venue").total.mid == 7000


def test_several_told_prices_are_a_range(costs):
    hires = tuple(Hire(amount, "day", Basis.PUBLISHED, "某报") for amount in (9000, 4000, 5000))
    venue = line(price(site(hires=hires), facts(), 1, costs), "venue")
    assert ends(venue.amount) == (4000, 5000, 9000)
    assert venue.amount.sources[0].publisher == "某报"


def test_overtime_of_a_class_by_hand(costs):
    """Days of 14, 15, 16 hours less the 14 to 15 included, 300 an hour; never below nothing."""
    cost = price(site(venue_class=VenueClass.INDOOR_BASE), facts(shoot__days=5), 9, costs)
    overtime = line(cost, "overtime")
    rng = np.random.default_rng(5)
    hours = 15 + rng.standard_normal(400_000) / 1.2815515655446004
    included = 14.5 + 0.5 * rng.standard_normal(400_000) / 1.2815515655446004
    free = np.quantile(300 * np.maximum(0, hours - included), (0.1, 0.5, 0.9))
    assert ends(overtime.amount) == pytest.approx(free, abs=15)
    assert overtime.reasons[0].values == {"low": 14, "high": 15, "n": 2, "rate": 300}
    assert overtime.amount.basis is Basis.ESTIMATED
    room = line(price(site(venue_class=VenueClass.ROOM), facts(), 9, costs), "overtime")
    assert room.reasons[0].values["n"] == 1


@pytest.mark.parametrize("per", ["overtime", "hour"])
def test_overtime_told_by_the_site_wins(costs, per):
    hires = (Hire(2000, "day", Basis.QUOTED, "店主"), Hire(100, per, Basis.QUOTED, "店主"))
    calm = without_doubt(costs)
    base = replace(calm, classes=costs.classes)
    told = line(price(site(hires=hires), facts(), 1, base), "overtime")
    # all published days hold 14, 15 and 16 hours: the middle is a day of 15
    assert told.reasons[0].code == "overtime_told"
    assert (told.reasons[0].values["low"], told.reasons[0].values["high"]) == (14, 16)
    assert (told.amount.low, told.amount.mid) == (0, pytest.approx(0, abs=0.5))
    assert told.own
    of_class = site(hires=hires, venue_class=VenueClass.INDOOR_BASE)
    assert line(price(of_class, facts(), 1, base), "overtime").reasons[0].values["high"] == 15


def test_overtime_nobody_told_is_listed(costs):
    street = site(hires=(Hire(2000, "day", Basis.QUOTED, "店主"),))
    overtime = line(price(street, facts(), 1, costs), "overtime")
    assert overtime.amount.mid is None
    assert overtime.reasons[0].code == "overtime_ask"


def test_a_deposit_is_held_and_never_part_of_a_sum(costs):
    told = site(hires=(Hire(3000, "deposit", Basis.QUOTED, "店主"),), venue_class=VenueClass.ROOM)
    held = price(told, facts(), 1, costs).held[0]
    assert (held.code, held.amount.mid, held.own) == ("deposit", 3000, True)
    room = price(site(venue_class=VenueClass.ROOM), facts(), 1, costs)
    assert ends(room.held[0].amount) == (1000, 1000, 1000)
    assert room.held[0].reasons[0].code == "deposit_one_fact"
    # the same lines, the same sums: only a rent told would change them
    assert price(told, facts(), 1, costs).total == room.total
    street = price(site(), facts(), 1, costs).held[0]
    assert (street.amount.mid, street.reasons[0].code) == (None, "deposit_ask")


def test_a_price_without_a_name_cites_the_source_of_the_site(costs):
    record = site(venue_class=VenueClass.ROOM)
    source = replace(costs.source("deposit"), supports=("hires",))
    other = replace(costs.source("deposit"), supports=("name_zh",))
    named = replace(record, hires=(Hire(700, "day", Basis.PUBLISHED),), sources=(other, source))
    assert line(price(named, facts(), 1, costs), "venue").amount.sources == (source,)


def test_an_unset_crew_is_a_range_with_its_reason(costs):
    cost = price(site(), facts(), 5, costs)
    reason = next(r for r in cost.reasons if r.code == "crew_unset")
    assert reason.values == {"low": 20, "mid": 60, "high": 90}
    lodging = line(cost, "lodging").amount
    assert lodging.low < lodging.mid < lodging.high
    told = {r.code for r in price(site(), facts(crew__size=30), 5, costs).reasons}
    assert not told & {"crew_unset", "crew_unusual"}


@pytest.mark.parametrize(("people", "flagged"), [(19, True), (20, False), (90, False), (91, True)])
def test_a_crew_outside_of_the_usual_counts_and_is_flagged(costs, people, flagged):
    cost = price(site(venue_class=VenueClass.ROOM), facts(crew__size=people), 5, costs)
    assert ("crew_unusual" in {reason.code for reason in cost.reasons}) is flagged
    assert line(cost, "meals").amount.mid == pytest.approx(people * 84.5)


@pytest.mark.parametrize(("days", "flagged"), [(2, True), (3, False), (15, False), (16, True)])
def test_days_outside_of_the_usual_count_and_are_flagged(costs, days, flagged):
    cost = price(site(venue_class=VenueClass.ROOM), facts(shoot__days=days), 5, costs)
    assert ("days_unusual" in {reason.code for reason in cost.reasons}) is flagged
    assert ends(cost.days) == (days, days, days)


@pytest.mark.parametrize("wrong", [0, -3, True, "many"])
def test_a_crew_that_is_no_number_of_people_counts_as_unset(costs, wrong):
    assert price(site(), facts(crew__size=wrong), 5, costs) == price(site(), facts(), 5, costs)


def test_a_slip_of_the_keyboard_still_fits_into_the_sums(costs):
    project = facts(crew__size=10**15, shoot__days=10**15)
    cost = price(site(venue_class=VenueClass.ROOM), project, 5, costs, home=SHANGHAI)
    assert 0 < cost.total.low <= cost.total.high < 1e12


def test_days_come_from_the_scenes_and_are_whole(costs):
    cost = price(site(), facts(), 110, costs, of=240)
    # 110 scenes at 25, 27.5 or 30 a day
    assert ends(cost.days) == (4, 4, 5)
    reason = next(r for r in cost.reasons if r.code == "days_from_scenes")
    assert reason.values == {"scenes": 110, "low": 4, "high": 5}
    short = price(site(), facts(), 10, costs)
    assert ends(short.days) == ends(price(site(), facts(), 0, costs).days) == (1, 1, 1)
    told = next(r for r in short.reasons if r.code == "days_from_scenes.one")
    assert told.values == {"scenes": 10, "days": 1}


def test_days_told_are_shared_out_by_scenes(costs):
    project = facts(shoot__days=10)
    # 60 of 240 scenes are a quarter of ten days: two and a half, so three
    assert ends(price(site(), project, 60, costs, of=240).days) == (3, 3, 3)
    assert ends(price(site(), project, 240, costs, of=240).days) == (10, 10, 10)
    assert ends(price(site(), project, 1, costs, of=240).days) == (1, 1, 1)


def test_what_nobody_publishes_is_listed_not_added(costs):
    place = site(venue_class=VenueClass.ROOM)
    plain = price(place, facts(), 5, costs)
    assert line(plain, "dressing") is None
    dressed = price(place, facts(), 5, costs, stand_ins=3)
    assert line(dressed, "dressing").amount.mid is None
    assert line(dressed, "dressing").reasons[0].values == {"n": 3}
    assert dressed.per_day == plain.per_day
    heritage = site(levels=(Level("heritage_national", "sourced", "国保"),))
    assert line(price(heritage, facts(), 5, costs), "permit").reasons[0].code == "permit_heritage"
    assert line(price(site(), facts(), 5, costs), "permit").reasons[0].code == "permit_unpriced"
    assert line(plain, "permit") is None


def test_every_line_without_price_says_why(costs):
    cost = price(site(ticket_cny=80.0), facts(), 5, costs, stand_ins=1, crowds=(None,))
    for each in cost.lines:
        if each.amount.mid is None:
            assert each.reasons, each.code
            assert ends(each.amount) == ends(each.total) == (0, None, None)
    assert len({each.code for each in cost.lines}) == len(cost.lines)
    waiting = next(reason for reason in cost.reasons if reason.code == "lines_waiting")
    # all own lines but dressing, permits and tickets, which have reasons of their own
    assert waiting.values["n"] == len(costs.own_lines) - 3


def test_no_line_waits_once_all_are_typed(costs):
    told = with_rates(costs, **{each.code: 1 for each in costs.own_lines})
    cost = price(site(venue_class=VenueClass.ROOM), facts(), 5, told, crowds=(3,), stand_ins=1)
    assert "lines_waiting" not in {reason.code for reason in cost.reasons}
    assert all(each.own for each in cost.lines if each.code in told.own_rates)


@CALM
@given(
    crew=st.integers(1, 400),
    more=st.integers(0, 100),
    days=st.integers(1, 60),
    scenes=st.integers(0, 300),
    kind=st.sampled_from(list(VenueClass)),
)
def test_ends_are_ordered_and_a_bigger_crew_never_costs_less(costs, crew, more, days, scenes, kind):
    place = site(venue_class=kind)
    small, large = (
        price(place, facts(crew__size=size, shoot__days=days), scenes, costs, home=SHANGHAI, of=300)
        for size in (crew, crew + more)
    )
    for each in small.lines:
        if each.amount.mid is not None:
            assert 0 <= each.amount.low <= each.amount.mid <= each.amount.high
            assert 0 <= each.total.low <= each.total.mid <= each.total.high
    assert 1 <= small.days.low <= small.days.mid <= small.days.high <= days
    assert small.ranked <= large.ranked
    for end in ("low", "mid", "high"):
        assert getattr(small.priced_total, end) <= getattr(large.priced_total, end)


@CALM
@given(days=st.integers(1, 40), more=st.integers(0, 10), scenes=st.integers(1, 200))
def test_more_days_never_cost_less(costs, days, more, scenes):
    place = site(venue_class=VenueClass.INDOOR_BASE)
    short, long = (
        price(place, facts(crew__size=40, shoot__days=each), scenes, costs, home=SHANGHAI)
        for each in (days, days + more)
    )
    for end in ("low", "mid", "high"):
        assert getattr(short.total, end) <= getattr(long.total, end)


@pytest.mark.parametrize(
    ("hires", "cap", "low"),
    [
        ((Hire(4_000, "day", Basis.PUBLISHED), Hire(9_000, "day", Basis.PUBLISHED)), 3_999, 4_000),
        ((Hire(4_000, "day", Basis.PUBLISHED), Hire(9_000, "day", Basis.PUBLISHED)), 4_000, None),
        # what was quoted to the user counts before what is published
        ((Hire(2_000, "day", Basis.PUBLISHED), Hire(5_000, "day", Basis.QUOTED)), 3_000, 5_000),
        ((Hire(900, "hour", Basis.PUBLISHED),), 1_000, None),
        ((), 1, None),
    ],
)
def test_a_price_over_the_cap_is_told_when_it_is_known(costs, hires, cap, low):
    project = facts(place__price_cap_per_day=cap)
    for venue in (VenueClass.OPEN, VenueClass.ROOM):
        cost = price(site(hires=hires, venue_class=venue), project, 1, costs)
        told = over_cap(cost.lines, project)
        assert [reason.code for reason in told] == (["price_over_cap"] if low else [])
        assert all(reason.values == {"low": low, "cap": cap} for reason in told)
        assert not over_cap(cost.lines, facts())
