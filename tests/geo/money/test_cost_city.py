"""Cost of a city: days shared, rents by site, moves between sites, travel, extras."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Basis, Hire, VenueClass
from geo.money import CityPart, Pricer, Stop, Task
from geo.money.cost.drivers import Drivers
from geo.money.cost.roads import Road, Roads
from geo.money.cost.travel import great_circle_km, short_tour
from tests.geo.money.made import CALM, facts, site
from tests.geo.money.pricing import (
    SHANGHAI,
    SUZHOU,
    ends,
    line,
    price,
    price_city,
    with_rates,
    without_doubt,
)

ROOM = site(venue_class=VenueClass.ROOM)
BASE = site(id="b", venue_class=VenueClass.INDOOR_BASE)
STREET = site(id="s", name_zh="老街")


def test_a_city_of_one_site_is_that_site(costs):
    for project in (facts(), facts(crew__size=40, shoot__days=6)):
        one = price(ROOM, project, 60, costs, home=SHANGHAI, of=60, arrival=SUZHOU)
        city = price_city([(ROOM, 60)], project, costs, home=SHANGHAI, of=60, arrival=SUZHOU)
        assert city.lines == one.lines
        assert (city.per_day, city.total, city.days) == (one.per_day, one.total, one.days)
        assert city.ranked == pytest.approx(one.ranked)
        assert city.held == one.held


def test_a_street_alone_is_the_same_in_both(costs):
    project = facts(crew__size=40)
    one, city = (
        price(STREET, project, 60, costs),
        price_city([(STREET, 60)], project, costs),
    )
    assert (city.lines, city.priced) == (one.lines, one.priced)
    assert city.ranked == pytest.approx(one.ranked)


def test_a_city_pays_living_once_and_venues_by_their_days(costs):
    project = facts(crew__size=40)
    room = replace(ROOM, hires=(Hire(9000, "day", Basis.PUBLISHED, "某报"),))
    base = replace(BASE, hires=(Hire(4000, "base_day", Basis.QUOTED, "王"),))
    city = price_city([(room, 20), (base, 80)], project, costs)
    alone = price(room, project, 20, costs)
    # 100 scenes take 4 days: one at 9,000 and three at 4,000
    assert city.days.mid == 4
    assert line(city, "lodging").amount.mid == line(alone, "lodging").amount.mid
    assert line(city, "venue").amount.mid == (9000 + 3 * 4000) / 4
    assert line(city, "venue").amount.method == "method.sites_summed"


def test_a_city_worked_by_hand(costs):
    """Two rooms of one class and no doubt: rents, living, one trip, one move of 30 km."""
    calm = without_doubt(costs)
    other = replace(ROOM, id="two", lat=31.3 + 30 / 111.195)
    project = facts(crew__size=40, shoot__days=4)
    city = price_city([(ROOM, 20), (other, 20)], project, calm, home=SHANGHAI, arrival=SUZHOU)
    km = great_circle_km(SHANGHAI.point, SUZHOU.point)
    drive = 30 * 1.2
    by_hand = {
        "venue": 3000 * 4,
        "lodging": round(20 * 115 * 380 / 370, 2) * 4,
        "meals": 40 * 84.5 * 4,
        "local_transport": 2 * 950 * 4,
        "bus_overtime": 2 * 7 * 60 * 4,
        # half of the kilometres are taken to be left in the day's hire of 100
        "moves": 2 * 6 * drive / 2,
        "travel": km * 1.2 * 2 * 0.42 * 40,
    }
    priced = {each.code: each.total.mid for each in city.lines if each.total.mid is not None}
    assert priced == pytest.approx(by_hand, abs=0.02)
    assert city.total.mid == pytest.approx(sum(by_hand.values()), abs=0.05)
    assert line(city, "moves").reasons[0].values == {"moves": 1, "km": 36, "buses": 2}


def test_a_city_with_a_venue_to_ask_for_has_no_mid(costs):
    project = facts(crew__size=40, shoot__days=2)
    city = price_city([(ROOM, 27), (STREET, 27)], project, costs)
    assert (city.per_day.mid, city.total.mid) == (None, None)
    reason = next(r for r in city.reasons if r.code == "venues_unpriced")
    assert reason.values == {"n": 1, "sites": 2}
    venue = line(city, "venue")
    # one of two days is priced: 3,000 at the least
    assert ends(venue.amount) == (1500, None, None)
    assert venue.amount.beyond
    told = {each.code: each.values for each in venue.reasons}
    assert "ask_venue" not in told
    assert told["sites_unpriced"] == {"n": 1, "sites": 2}
    # the other counts the stated charge: 10,000 over two days
    assert city.ranked == pytest.approx(city.priced.mid + 5000)
    both = price_city([(STREET, 27), (replace(STREET, id="t"), 27)], project, costs)
    assert ends(line(both, "venue").amount) == (0, None, None)
    assert both.ranked == pytest.approx(both.priced.mid + 10000)


def test_days_set_in_the_project_are_taken(costs):
    nine = [(site(id=str(n)), 2) for n in range(9)]
    assert ends(price_city(nine, facts(shoot__days=4), costs).days) == (4, 4, 4)
    free = price_city(nine, facts(), costs).days
    # at best all share a day, at worst each of nine sites has its own
    assert ends(free) == (1, 5, 9)
    assert free.method == "method.days_of_sites"


def test_a_city_without_sites_is_a_mistake(costs):
    with pytest.raises(ValueError, match="no parts"):
        Pricer(facts(), costs).city([])


@CALM
@given(
    st.lists(st.tuples(st.sampled_from([ROOM, BASE, STREET]), st.integers(1, 60)), min_size=1),
    st.integers(1, 200),
    st.integers(0, 50),
    st.integers(1, 20),
    st.integers(0, 5),
)
def test_more_people_or_days_never_make_a_city_cheaper(costs, parts, crew, more, days, longer):
    told = [
        (replace(place, id=f"{place.id}{n}"), scenes) for n, (place, scenes) in enumerate(parts)
    ]
    scenes = sum(count for _, count in told)

    def total(size, length):
        project = facts(crew__size=size, shoot__days=length)
        return price_city(told, project, costs, home=SHANGHAI, of=scenes).priced_total

    plain, crowded, slow = total(crew, days), total(crew + more, days), total(crew, days + longer)
    for end in ("low", "mid", "high"):
        assert getattr(plain, end) <= getattr(crowded, end)
        assert getattr(plain, end) <= getattr(slow, end)


def test_the_order_of_sites_changes_nothing_but_the_tour(costs):
    parts = [(ROOM, 10), (BASE, 30), (STREET, 20)]
    one, other = (
        price_city(each, facts(crew__size=40, shoot__days=5), costs)
        for each in (parts, parts[::-1])
    )
    assert ends(one.priced_total) == ends(other.priced_total)
    assert one.ranked == other.ranked


def test_own_lines_of_a_city(costs):
    told = with_rates(costs, cleaning=500, insurance=1000, permit=200, build_strike=1)
    project = facts(crew__size=40, shoot__days=4)
    city = price_city([(ROOM, 20), (STREET, 20)], project, told)
    assert ends(line(city, "cleaning").total) == (1000, 1000, 1000)
    assert ends(line(city, "insurance").total) == (1000, 1000, 1000)
    # only the street is open ground: two of the four days
    assert ends(line(city, "permit").total) == (400, 400, 400)
    rent = line(city, "build_strike")
    assert (rent.total.low, rent.total.mid) == (3000, None)
    # two sites of one and the same rate: one source, still the user's own
    assert line(city, "cleaning").own
    assert len(line(city, "cleaning").amount.sources) == 1


def test_deposits_of_a_city_are_listed_site_by_site(costs):
    city = price_city([(ROOM, 20), (STREET, 20)], facts(), costs)
    assert [each.amount.mid for each in city.held] == [1000, None]


# ---- travel


def test_without_a_home_city_travel_is_unpriced_everywhere(costs):
    for city, lat in (("苏州", 31.3), ("成都", 30.7)):
        travel = line(price(site(city_zh=city, lat=lat), facts(), 5, costs), "travel")
        assert travel.amount.mid is None
        assert travel.reasons[0].code == "travel_unpriced"


def test_travel_by_hand(costs):
    """One trip for the city; a site bears its share of the days."""
    home = Stop(("成都",), (30.66, 104.07))
    project = facts(crew__size=10, shoot__days=6)
    km = great_circle_km(home.point, SUZHOU.point)
    city = price_city([(ROOM, 60)], project, without_doubt(costs), home=home, of=60, arrival=SUZHOU)
    assert line(city, "travel").total.mid == pytest.approx(km * 1.2 * 2 * 0.42 * 10, abs=0.01)
    third = price(ROOM, project, 20, without_doubt(costs), home=home, of=60, arrival=SUZHOU)
    assert line(third, "travel").total.mid == pytest.approx(km * 1.2 * 2 * 0.42 * 10 / 3, abs=0.01)
    doubt = line(
        price_city([(ROOM, 60)], project, costs, home=home, of=60, arrival=SUZHOU), "travel"
    ).total
    # detour (1.12 to 1.27) and fare (0.415 to 0.454) are two doubts
    assert km * 1.12 * 2 * 0.415 * 10 < doubt.low < doubt.mid < doubt.high
    assert doubt.high < km * 1.27 * 2 * 0.454 * 10


def test_a_crew_from_the_same_city_travels_for_nothing(costs):
    travel = line(price(ROOM, facts(), 5, costs, home=SUZHOU, arrival=SUZHOU), "travel")
    assert ends(travel.total) == (0, 0, 0)
    assert travel.amount.basis is Basis.ESTIMATED


def test_detour_holds_the_lines_it_was_taken_from(costs):
    """Rail lengths as printed with the fares, over straight lines between the city centres."""
    lines = {
        (30.66, 104.07, 26.65, 106.63): 648,
        (30.66, 104.07, 29.56, 106.55): 300,
        (30.66, 104.07, 34.27, 108.94): 700,
        (31.23, 121.47, 31.30, 120.62): 100,
    }
    detour = costs.assumed["rail_detour"].span
    for (lat1, lon1, lat2, lon2), km in lines.items():
        ratio = km / great_circle_km((lat1, lon1), (lat2, lon2))
        assert detour.low - 0.01 <= ratio <= detour.high + 0.01


@CALM
@given(
    st.tuples(st.floats(18, 53), st.floats(74, 134)),
    st.tuples(st.floats(18, 53), st.floats(74, 134)),
)
def test_distance_agrees_with_the_ellipsoid(one, other):
    pyproj = pytest.importorskip("pyproj")
    _, _, metres = pyproj.Geod(ellps="WGS84").inv(one[1], one[0], other[1], other[0])
    assert great_circle_km(one, other) == pytest.approx(metres / 1000, rel=0.006, abs=0.01)


# ---- company moves


@CALM
@given(
    st.lists(st.tuples(st.floats(30, 31), st.floats(120, 121)), min_size=2, max_size=6, unique=True)
)
def test_the_tour_visits_all_and_is_close_to_the_shortest(costs, spots):
    stops = [Stop((str(n),), point) for n, point in enumerate(spots)]
    tour = short_tour(stops, Drivers(facts(), costs, 0))
    assert sorted(tour) == list(range(len(spots)))

    def length(order):
        return sum(great_circle_km(spots[a], spots[b]) for a, b in pairwise(order))

    best = min(length(order) for order in permutations(range(len(spots))))
    # nearest next from every start: never far off for so few
    assert length(tour) <= 1.6 * best + 1e-9
    assert (
        length(tour)
        <= min(length(_nearest_first(start, spots)) for start in range(len(spots))) + 1e-9
    )


def _nearest_first(start, spots):
    order, left = [start], [n for n in range(len(spots)) if n != start]
    while left:
        order.append(min(left, key=lambda n: (great_circle_km(spots[order[-1]], spots[n]), n)))
        left.remove(order[-1])
    return order


def test_kilometres_beyond_the_days_hire_are_all_charged(costs):
    far = replace(ROOM, id="two", lat=31.3 + 200 / 111.195)
    calm = without_doubt(costs)
    city = price_city([(ROOM, 20), (far, 20)], facts(crew__size=20, shoot__days=4), calm)
    drive = 200 * 1.2
    assert line(city, "moves").total.mid == pytest.approx(6 * ((drive - 100) + 50), abs=0.1)


def test_a_road_file_stands_in_for_the_estimate(costs):
    other = replace(ROOM, id="two", name_zh="别处", lat=32.0)
    project = facts(crew__size=20, shoot__days=4)
    parts = [(ROOM, 20), (other, 20)]
    named = {
        frozenset(("某处", "别处")): Road(40.0),
        frozenset(("上海", "苏州")): Road(90.0),
    }
    calm = replace(without_doubt(costs), roads=Roads(named, file="roads.csv"))
    city = price_city(parts, project, calm, home=SHANGHAI, arrival=SUZHOU)
    assert line(city, "moves").total.mid == pytest.approx(6 * 40 / 2)
    assert line(city, "travel").total.mid == pytest.approx(90 * 2 * 0.42 * 20)
    assert line(city, "travel").reasons[0].code == "travel_rail_by_road_file"
    assert "roads.csv" in {source.title for source in line(city, "moves").amount.sources}
    minutes = {frozenset(("某处", "别处")): Road(None, 90.0)}
    calm = replace(calm, roads=Roads(minutes, file="roads.csv"))
    timed = price_city(parts, project, calm, home=SHANGHAI, arrival=SUZHOU)
    # an hour and a half at 60 an hour, half of it left in the day's hire
    assert line(timed, "moves").total.mid == pytest.approx(1.5 * 60 / 2)


# ---- extras


def test_extras_by_hand(costs):
    """Crowds of 50, 20 and 10 in 40 scenes of two days: two crowd scenes... all on one day."""
    calm = without_doubt(costs)
    cost = price(ROOM, facts(shoot__days=2), 40, calm, crowds=(10, 50, 20))
    assert line(cost, "extras").total.mid == 50 * 140
    # a scene a day: each crowd has a day of its own
    slow = price(ROOM, facts(shoot__days=3), 3, calm, crowds=(10, 50, 20))
    assert line(slow, "extras").total.mid == (10 + 50 + 20) * 140
    assert line(slow, "extras").reasons[0].values["people"] == 80


def test_extras_at_hengdian_are_paid_by_the_guild_rate(costs):
    calm = without_doubt(costs)
    place = replace(ROOM, name_zh="横店影视城", city_zh="金华")
    cost = price(place, facts(shoot__days=1), 20, calm, crowds=(30,))
    # 135 for ten hours, 13.5 for each of the five beyond
    assert line(cost, "extras").total.mid == 30 * (135 + 5 * 13.5)
    assert line(cost, "extras").reasons[0].code == "extras_local"
    assert line(cost, "lodging").reasons[0].values["city"] == "横店"


def test_a_local_rate_without_hours_is_taken_as_it_is(costs):
    place = replace(ROOM, city_zh="遂宁")
    cost = price(place, facts(shoot__days=1), 20, without_doubt(costs), crowds=(30,))
    assert line(cost, "extras").total.mid == 30 * 120


def test_extras_nobody_counted_are_listed(costs):
    none = price(ROOM, facts(), 20, costs)
    assert line(none, "extras") is None
    silent = line(price(ROOM, facts(), 20, costs, crowds=(None, None)), "extras")
    assert (silent.amount.mid, silent.reasons[0].values) == (None, {"n": 2})
    some = line(price(ROOM, facts(), 20, costs, crowds=(None, 30)), "extras")
    assert some.amount.beyond
    assert [reason.code for reason in some.reasons] == ["extras_national", "extras_uncounted"]


def test_a_city_adds_the_extras_of_its_sites(costs):
    calm = without_doubt(costs)
    other = replace(ROOM, id="two")
    parts = [CityPart(ROOM, Task(10, 0, (20,))), CityPart(other, Task(10, 0, (None,)))]
    city = Pricer(facts(shoot__days=2), calm).city(parts)
    extras = line(city, "extras")
    # one site does not say how many: there is no middle, and more comes on top
    assert (extras.total.low, extras.total.mid, extras.amount.beyond) == (20 * 140, None, True)
    told = [CityPart(ROOM, Task(10, 0, (20,))), CityPart(other, Task(10, 0, (30, None)))]
    partly = line(Pricer(facts(shoot__days=2), calm).city(told), "extras")
    assert (partly.total.mid, partly.amount.beyond) == (50 * 140, True)


def test_a_hire_told_at_every_site_stays_the_users_own(costs):
    mine = (Hire(1000, "day", Basis.QUOTED, "王"),)
    one, other = replace(ROOM, hires=mine), replace(BASE, hires=mine)
    city = price_city([(one, 20), (other, 20)], facts(shoot__days=2), costs)
    venue = line(city, "venue")
    assert (venue.total.mid, venue.own, venue.amount.basis) == (2000, True, Basis.QUOTED)
    mixed = line(price_city([(one, 20), (BASE, 20)], facts(shoot__days=2), costs), "venue")
    assert (mixed.own, mixed.amount.basis) == (False, Basis.ESTIMATED)
    assert math.isclose(mixed.total.mid, 1000 + 4000)
