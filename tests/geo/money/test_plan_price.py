"""The bill of a plan: the same lines as for a city of the same days, worked by hand, day by day."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Basis, Hire, VenueClass
from geo.money import At, CityPart, DayCount, Hired, PlanCounts, PlanPrices, Pricer, Stop, Task
from geo.money.cost.drivers import Drivers
from geo.money.cost.price import stop_at
from geo.money.cost.travel import great_circle_km, short_tour
from tests.geo.money.made import facts, site
from tests.geo.money.pricing import SHANGHAI, SUZHOU, ends, line, with_rates, without_doubt

ROOM = site(venue_class=VenueClass.ROOM)
BASE = site(id="b", venue_class=VenueClass.INDOOR_BASE, lat=31.35)
STREET = site(id="s", name_zh="老街", lat=31.4)
TOLD = site(id="t", lat=31.25, hires=(Hire(8000, "day", Basis.QUOTED, "王"),))
FAR = site(id="f", city_zh="绍兴", lat=30.0, lon=120.58, venue_class=VenueClass.ROOM)
SHAOXING = Stop(("绍兴",), (30.0, 120.58))
STATIONS = {"苏州": SUZHOU, "绍兴": SHAOXING}
RATES = {
    "insurance": 1200,
    "generator": 800,
    "night_meals": 15,
    "cleaning": 500,
    "build_strike": 1,
    "permit": 300,
    "agent_share": 10,
    "tax_points": 6,
    "contingency": 5,
}


def prices(project, costs, sites, home=SHANGHAI, **more):
    return PlanPrices(project, costs, sites, home=home, stations=STATIONS, **more)


@pytest.mark.parametrize("rates", [{}, RATES])
@pytest.mark.parametrize("place", [ROOM, BASE, STREET, TOLD])
@pytest.mark.parametrize("project", [facts(shoot__days=4), facts(shoot__days=4, crew__size=33)])
def test_one_site_has_the_lines_of_that_site(costs, place, project, rates):
    costs = with_rates(costs, **rates)
    task = Task(60, 2, (30, None, 12))
    told = Pricer(project, costs, 60, SHANGHAI).site(place, task, SUZHOU)
    bill = prices(project, costs, [place]).bill(
        PlanCounts({place.id: Hired(4, 60, 2, (30, None, 12))}, {"苏州": 4})
    )
    assert bill.lines == told.lines
    assert (bill.gross, bill.priced) == (told.total, told.priced_total)
    assert bill.held == told.held


@pytest.mark.parametrize("home", [SHANGHAI, None])
def test_sites_of_one_city_have_the_lines_of_that_city(costs, home):
    """Days told for the project are shared out by scenes: 2, 1 and 2 of 4 days."""
    costs = with_rates(costs, **RATES)
    project, scenes = facts(shoot__days=4), {ROOM: 40, BASE: 20, TOLD: 40}
    parts = [CityPart(one, Task(count)) for one, count in scenes.items()]
    city = Pricer(project, costs, 100, home).city(parts, SUZHOU)
    stops = [stop_at(one) for one in scenes]
    order = short_tour(stops, Drivers(project, costs, 100))
    ids = [one.id for one in scenes]
    counts = PlanCounts(
        {"one": Hired(2, 40), "b": Hired(1, 20), "t": Hired(2, 40)},
        {"苏州": 4},
        tuple((ids[one], ids[two]) for one, two in pairwise(order)),
    )
    bill = prices(project, costs, list(scenes), home).bill(counts)
    assert bill.lines == city.lines
    assert bill.gross == city.total


def test_a_plan_of_two_cities_worked_by_hand(costs):
    calm = with_rates(without_doubt(costs), insurance=1000, truck=700, tax_points=10)
    project = facts(crew__size=40)
    made = prices(project, calm, [ROOM, TOLD, FAR])
    counts = PlanCounts(
        {"one": Hired(2), "t": Hired(3), "f": Hired(2)},
        {"苏州": 4, "绍兴": 2},
        (("one", "t"),),
        extra={"绍兴": 123_45},
    )
    bill = made.bill(counts)
    way = [SHANGHAI, SUZHOU, SHAOXING, SHANGHAI]
    km = sum(great_circle_km(one.point, two.point) for one, two in pairwise(way))
    move = great_circle_km((ROOM.lat, ROOM.lon), (TOLD.lat, TOLD.lon))
    caps = {name: calm.lodging_caps[name].value / calm.lodging_reference for name in STATIONS}
    by_hand = {
        # the room's class at its middle, for two days here and two in the other city
        "venue": 3000 * 4 + 8000 * 3,
        "lodging": 20 * 115 * (4 * caps["苏州"] + 2 * caps["绍兴"]),
        "meals": 40 * 84.5 * 6,
        "local_transport": 2 * 950 * 6,
        "bus_overtime": 2 * 7 * 60 * 6,
        "moves": 2 * 6 * move * 1.2 / 2,
        "travel": km * 1.2 * 0.42 * 40,
        "extra_local": 123.45,
        "insurance": 1000,
        "truck": 700 * 6,
    }
    by_hand["tax_points"] = sum(by_hand.values()) / 10
    got = {one.code: one.total.mid for one in bill.lines if one.total.mid is not None}
    assert got == pytest.approx(by_hand, abs=0.1)
    assert bill.gross.mid == pytest.approx(sum(by_hand.values()), abs=0.2)
    # without doubt the sum that plans are compared by is the bill, but for rounding
    assert bill.counted / 100 == pytest.approx(bill.gross.mid - 12.345, abs=0.2)
    parts = {kind: fen / 100 for kind, fen in bill.parts.items()}
    assert parts["rent"] == pytest.approx(by_hand["venue"] * 1.1)
    assert parts["tour"] == pytest.approx(by_hand["travel"] * 1.1, abs=0.05)
    assert parts["once"] == pytest.approx(1100)


def test_the_order_of_the_cities_is_the_way_that_is_paid(costs):
    project, calm = facts(crew__size=40), without_doubt(costs)
    stops = {**STATIONS, "成都": Stop(("成都",), (30.66, 104.06)), "": SHANGHAI}
    third = site(id="c", city_zh="成都", venue_class=VenueClass.ROOM)
    made = PlanPrices(project, calm, [ROOM, FAR, third], home=SHANGHAI, stations=stops)
    hired = {one: Hired(1) for one in ("one", "f", "c")}
    for order in permutations(("苏州", "绍兴", "成都")):
        bill = made.bill(PlanCounts(hired, dict.fromkeys(order, 1)))
        legs = list(pairwise(("", *order, "")))
        km = sum(great_circle_km(stops[one].point, stops[two].point) for one, two in legs)
        assert line(bill, "travel").total.mid == pytest.approx(km * 1.2 * 0.42 * 40, abs=0.01)
        assert bill.parts["tour"] == sum(made.rates().legs[leg] for leg in legs)


def test_without_a_home_city_only_the_ways_between_are_paid(costs):
    made = prices(facts(), costs, [ROOM, FAR], home=None)
    alone = made.bill(PlanCounts({"one": Hired(1)}, {"苏州": 1}))
    assert line(alone, "travel").total.mid is None
    both = made.bill(PlanCounts({"one": Hired(1), "f": Hired(1)}, {"苏州": 1, "绍兴": 1}))
    told = line(both, "travel")
    assert told.total.beyond
    assert told.total.mid > 0
    rates = made.rates().legs
    assert both.parts["tour"] == rates["苏州", "绍兴"] > 0 == rates["", "苏州"]
    assert "plan_home_unknown" in {reason.code for reason in both.reasons}


def test_a_venue_nobody_has_priced_counts_the_stated_charge(costs):
    made = prices(facts(crew__size=40), costs, [STREET])
    counts = PlanCounts({"s": Hired(3)}, {"苏州": 3})
    rates = {at: made.rates(at).sites["s"] for at in At}
    assert [rates[at].day for at in At] == [0, 1_000_000, 1_000_000]
    assert not rates[At.MID].priced
    assert rates[At.MID].spend == 0
    bill = made.bill(counts)
    assert bill.unpriced == ("s",)
    assert bill.gross.mid is None
    assert bill.gross.low == bill.priced.low > 0
    assert bill.parts["rent"] == 3_000_000
    assert made.spend(counts, "苏州").beyond


def test_what_a_site_asks_for_in_all_is_asked_however_short_the_hire(costs):
    least = replace(TOLD, hires=(*TOLD.hires, Hire(20_000, "minimum", Basis.QUOTED, "王")))
    made = prices(facts(crew__size=40), without_doubt(costs), [least])
    rate = made.rates().sites["t"]
    assert (rate.day, rate.least) == (800_000, 2_000_000)
    for days, asked in [(1, 20_000), (2, 20_000), (3, 24_000)]:
        bill = made.bill(PlanCounts({"t": Hired(days)}, {"苏州": days}))
        assert line(bill, "venue").total.mid == asked
        assert bill.parts["rent"] == asked * 100


def test_prices_alone_are_in_doubt(costs):
    """The crew told and a venue told: what is left moves by prices, and low and high enclose it."""
    made = prices(facts(crew__size=40), costs, [ROOM])
    counts = PlanCounts({"one": Hired(3)}, {"苏州": 3})
    low, mid, high = (sum(made.counted(counts, at).values()) / 100 for at in At)
    bill = made.bill(counts)
    # all prices low at once is rarer than one in ten
    assert low < bill.gross.low < bill.gross.mid < bill.gross.high < high
    assert mid == pytest.approx(bill.gross.mid, rel=0.1)
    assert ends(line(bill, "meals").total)[0] == line(bill, "meals").amount.low * 3


def test_extras_of_the_script_are_the_same_for_every_plan(costs):
    script = Task(60, 0, (30, 12))
    project = facts(crew__size=40, shoot__days=3)
    with_crowd = prices(project, costs, [ROOM], script=script)
    without = prices(project, costs, [ROOM], script=Task(60))
    # 20 scenes a day: both crowds on one day, which pays for the larger
    day = Pricer(project, costs, 60).site(ROOM, Task(60, 0, (30, 12)))
    assert with_crowd.rates().once == round(line(day, "extras").total.mid * 100)
    assert without.rates().once == 0
    assert with_crowd.rates().sites == without.rates().sites


def test_counts_are_counted_off_the_days():
    days = [
        DayCount("苏州", ("one", "t", "one"), (("one", "t"),)),
        DayCount(""),
        DayCount("绍兴", ("f",)),
        DayCount("苏州", ("t",)),
    ]
    counts = PlanCounts.of(days, {"t": Hired(99, 7, 1, (3,))})
    assert counts.hired == {"one": Hired(1), "t": Hired(2, 7, 1, (3,)), "f": Hired(1)}
    assert list(counts.company.items()) == [("苏州", 2), ("绍兴", 1)]
    assert (counts.moves, counts.road_days, counts.days) == ((("one", "t"),), 1, 4)


def test_a_plan_without_days_is_a_mistake(costs):
    with pytest.raises(ValueError, match="no days"):
        prices(facts(), costs, [ROOM]).bill(PlanCounts({}, {}))


DAY = st.sampled_from(
    [
        DayCount("苏州", ("one",)),
        DayCount("苏州", ("one", "t"), (("one", "t"),)),
        DayCount("苏州", ("t",)),
        DayCount("苏州"),
        DayCount("绍兴", ("f",)),
        DayCount(""),
    ]
)


@settings(deadline=None, max_examples=25)
@given(st.lists(DAY, max_size=6), st.booleans(), st.integers(0, 50_000))
def test_the_days_sum_up_to_the_plan(costs, more, typed, extra):
    calm = without_doubt(with_rates(costs, **(RATES if typed else {})))
    days = [DayCount("苏州", ("one",)), *more]
    made = prices(facts(crew__size=40), calm, [ROOM, TOLD, FAR], script=Task(50, 0, (20,)))
    tasks = {"one": Hired(0, 20, 1, (20,))}
    counts = PlanCounts.of(days, tasks, {"苏州": extra})
    told = made.day_costs(days, tasks, {"苏州": extra})
    bill = made.bill(counts)
    assert sum(day.mid for day in told) == pytest.approx(bill.gross.mid, abs=0.03 * len(days))
    # the sum compared by holds extras as the script plays them, the bill as this plan does
    extras = next(one.total.mid for one in bill.lines if one.code == "extras")
    if not typed:
        compared = bill.counted / 100 - made.rates().once / 100
        assert compared == pytest.approx(bill.gross.mid - extras, abs=0.02 * (len(days) + 9))
    # nothing is spent twice, and the journey is spent nowhere
    spent = sum(made.spend(counts, city).mid for city in counts.company)
    assert 0 < spent <= bill.gross.mid


def test_a_day_with_an_open_venue_has_no_middle(costs):
    made = prices(facts(crew__size=40), costs, [STREET, ROOM])
    street, room = made.day_costs([DayCount("苏州", ("s",)), DayCount("苏州", ("one",))])
    assert (street.mid, street.high) == (None, None)
    assert 0 < street.low < room.low < room.mid < room.high


def test_percentages_of_percentages_are_in_the_unit_prices(costs):
    """100 of extras: 10 to the agent, 6% of 110 in tax points, 5% of 116.6 for what comes."""
    plain = prices(facts(crew__size=40, shoot__days=3), costs, [ROOM], script=Task(60, 0, (30,)))
    typed = with_rates(costs, agent_share=10, tax_points=6, contingency=5)
    loaded = prices(facts(crew__size=40, shoot__days=3), typed, [ROOM], script=Task(60, 0, (30,)))
    assert loaded.rates().once == round(plain.rates().once * (110 + 6.6 + 5.83) / 100)
    # the agent takes nothing of the rooms
    rooms = plain.rates().lodging["苏州"]
    assert loaded.rates().lodging["苏州"] == round(rooms * 1.06 * 1.05)
    assert loaded.rates().local_share == pytest.approx(1 / (1.06 * 1.05))
