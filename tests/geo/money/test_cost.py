"""Cost: lines that can be worked out by hand, sums, ties, and what is never priced."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Basis, Hire, Level, VenueClass
from geo.money import CityPart, over_cap, price_city, price_site
from geo.money.cost.travel import great_circle_km
from tests.geo.money.made import CALM, facts, site

SHANGHAI = (31.2304, 121.4737)


def line(cost, code):
    return next((each for each in cost.lines if each.code == code), None)


def ends(figure):
    return (figure.low, figure.mid, figure.high)


def test_a_crew_of_40_in_suzhou_by_hand(costs):
    base = site(venue_class=VenueClass.INDOOR_BASE)
    cost = price_site(base, facts(crew__size=40, shoot__days=6), 60, 0, costs)
    # 20 rooms x 90-140, times 380/370: Suzhou's lodging cap over the median of 21
    index = 380 / 370
    assert ends(line(cost, "lodging").amount) == pytest.approx(
        (1800 * index, 2300 * index, 2800 * index)
    )
    # 142 a day less half a room of 140, 115 or 90; the allowance of 100 is the ceiling
    assert ends(line(cost, "meals").amount) == pytest.approx((40 * 72, 40 * 84.5, 40 * 100))
    # two minibuses with driver: 500+100, 800+150, 1200+200
    assert ends(line(cost, "local_transport").amount) == (1200, 1900, 2800)
    assert ends(line(cost, "venue").amount) == (3000, 4000, 10000)
    assert ends(cost.days) == (2, 3, 3)


def test_lines_add_up_to_the_day(costs):
    cost = price_site(
        site(venue_class=VenueClass.ROOM), facts(crew__size=33), 10, 0, costs, SHANGHAI
    )
    for end in ("low", "mid", "high"):
        total = math.fsum(getattr(each.amount, end) or 0.0 for each in cost.lines)
        assert getattr(cost.per_day, end) == pytest.approx(total)
    assert cost.ranked == pytest.approx(cost.per_day.mid)
    assert cost.per_day.basis is Basis.ESTIMATED
    assert cost.per_day.unit == "CNY/day"
    assert cost.total.unit == "CNY"
    assert len({each.code for each in cost.lines}) == len(cost.lines)


@pytest.mark.parametrize("kind", [VenueClass.OPEN, VenueClass.BACKLOT])
def test_open_places_and_backlots_are_never_priced_from_bases(costs, kind):
    cost = price_site(site(venue_class=kind), facts(), 10, 0, costs)
    venue = line(cost, "venue")
    assert venue.amount.basis is Basis.UNKNOWN
    assert ends(venue.amount) == (0, None, None)
    assert venue.reasons[0].code == "ask_venue"
    assert (cost.per_day.mid, cost.per_day.high) == (None, None)
    assert cost.per_day.low > 0
    assert (cost.total.mid, cost.total.high) == (None, None)


def test_an_unpriced_venue_ranks_at_the_dearest_published_rate(costs):
    unpriced = price_site(site(), facts(), 10, 0, costs)
    base = price_site(site(venue_class=VenueClass.INDOOR_BASE), facts(), 10, 0, costs)
    assert unpriced.ranked - base.ranked == pytest.approx(10000 - 4000)
    reason = next(r for r in unpriced.reasons if r.code == "venue_charge_in_ranking")
    assert reason.values["amount"] == 10000
    assert costs.unpriced_venue_charge == max(
        fact.span.mid
        for fact in costs.facts.values()
        if fact.unit == "CNY_per_day" and fact.category == "venue" and fact.value
    )
    told = price_site(site(), facts(), 10, 0, costs, unpriced_venue_charge=0)
    assert told.ranked == pytest.approx(unpriced.ranked - 10000)


def test_sites_of_one_class_tie_and_say_so(costs):
    one = price_site(site(venue_class=VenueClass.INDOOR_BASE), facts(), 10, 0, costs)
    two = price_site(site(id="two", venue_class=VenueClass.INDOOR_BASE), facts(), 10, 0, costs)
    assert one == two
    reason = line(one, "venue").reasons[0]
    assert (reason.code, reason.values["n"]) == ("venue_tied.indoor_base", 4)
    assert len(line(one, "venue").amount.sources) == 4


def test_a_price_of_the_site_wins(costs):
    published = Hire(5000, "day", Basis.PUBLISHED, "某报", "2026-03-03")
    quoted = Hire(4500, "day", Basis.QUOTED, "王经理", "2026-04-01")
    base = site(venue_class=VenueClass.INDOOR_BASE, hires=(published,))
    venue = line(price_site(base, facts(), 1, 0, costs), "venue")
    assert ends(venue.amount) == (5000, 5000, 5000)
    assert venue.amount.basis is Basis.PUBLISHED
    both = line(price_site(replace(base, hires=(published, quoted)), facts(), 1, 0, costs), "venue")
    assert ends(both.amount) == (4500, 4500, 4500)
    assert both.amount.basis is Basis.QUOTED
    assert both.amount.sources[0].publisher == "王经理"


def test_a_price_by_the_hour_takes_the_real_working_day(costs):
    hourly = site(hires=(Hire(300, "hour", Basis.QUOTED, "店主", "2026-04-01"),))
    venue = line(price_site(hourly, facts(), 1, 0, costs), "venue")
    assert ends(venue.amount) == (4200, 4500, 4800)
    whole = replace(hourly, hires=(*hourly.hires, Hire(4000, "base_day", Basis.QUOTED)))
    assert line(price_site(whole, facts(), 1, 0, costs), "venue").amount.mid == 4000


def test_without_a_home_city_travel_is_unpriced_everywhere(costs):
    for city, lat in (("苏州", 31.3), ("成都", 30.7)):
        cost = price_site(site(city_zh=city, lat=lat), facts(), 5, 0, costs)
        travel = line(cost, "travel")
        assert travel.amount.mid is None
        assert travel.reasons[0].code == "travel_unpriced"


def test_travel_by_hand(costs):
    home = (30.66, 104.07)
    arrival = (31.3, 120.62)
    project = facts(crew__size=10, shoot__days=5)
    cost = price_site(site(lat=0, lon=0), project, 5, 0, costs, home, arrival=arrival)
    km = great_circle_km(home, arrival)
    assert line(cost, "travel").amount.mid == pytest.approx(km * 1.2 * 2 * 0.42 * 10 / 5)
    assert line(cost, "travel").amount.low == pytest.approx(km * 1.12 * 2 * 0.415 * 10 / 5)


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


def test_what_nobody_publishes_is_listed_not_added(costs):
    plain = price_site(site(venue_class=VenueClass.ROOM), facts(), 5, 0, costs)
    assert line(plain, "dressing") is None
    dressed = price_site(site(venue_class=VenueClass.ROOM), facts(), 5, 3, costs)
    assert line(dressed, "dressing").amount.mid is None
    assert dressed.per_day.mid == plain.per_day.mid
    heritage = site(levels=(Level("heritage_national", "sourced", "国保"),))
    permit = line(price_site(heritage, facts(), 5, 0, costs), "permit")
    assert permit.amount.mid is None
    assert permit.reasons[0].code == "permit_heritage"


def test_an_unset_crew_is_a_range_with_its_reason(costs):
    cost = price_site(site(), facts(), 5, 0, costs)
    reason = next(r for r in cost.reasons if r.code == "crew_unset")
    assert reason.values == {"low": 20, "mid": 60, "high": 90}
    lodging = line(cost, "lodging").amount
    assert lodging.low < lodging.mid < lodging.high
    assert not [
        r
        for r in price_site(site(), facts(crew__size=1), 5, 0, costs).reasons
        if r.code == "crew_unset"
    ]


@pytest.mark.parametrize("wrong", [0, -3, True, "many"])
def test_a_crew_that_is_no_number_of_people_counts_as_unset(costs, wrong):
    assert price_site(site(), facts(crew__size=wrong), 5, 0, costs) == price_site(
        site(), facts(), 5, 0, costs
    )


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
    small = price_site(place, facts(crew__size=crew, shoot__days=days), scenes, 1, costs, SHANGHAI)
    large = price_site(
        place, facts(crew__size=crew + more, shoot__days=days), scenes, 1, costs, SHANGHAI
    )
    for each in small.lines:
        if each.amount.mid is not None:
            assert 0 <= each.amount.low <= each.amount.mid <= each.amount.high
    assert 1 <= small.days.low <= small.days.mid <= small.days.high <= days
    assert small.ranked <= large.ranked
    if small.total.mid is not None:
        assert small.total.low <= small.total.mid <= small.total.high


def test_a_city_of_one_site_is_that_site(costs):
    one = price_site(site(venue_class=VenueClass.ROOM), facts(), 60, 0, costs)
    city = price_city([CityPart(one, 60, "one")], facts(), costs)
    assert city.lines == one.lines
    assert ends(city.per_day) == ends(one.per_day)
    assert city.ranked == one.ranked


def test_a_city_pays_living_once_and_venues_by_their_days(costs):
    project = facts(crew__size=40)
    room = price_site(site(venue_class=VenueClass.ROOM), project, 27, 0, costs)
    base = price_site(site(id="b", venue_class=VenueClass.INDOOR_BASE), project, 80, 0, costs)
    city = price_city([CityPart(room, 27), CityPart(base, 80)], project, costs)
    assert line(city, "lodging").amount.mid == pytest.approx(line(room, "lodging").amount.mid)
    # one day at 9,000 and three at 4,000
    assert line(city, "venue").amount.mid == pytest.approx((9000 + 3 * 4000) / 4)
    assert ends(city.days) == (4, 4, 6)
    assert city.total.mid == pytest.approx(room.total.mid + base.total.mid)


def test_a_city_with_a_venue_to_ask_for_has_no_mid(costs):
    room = price_site(site(venue_class=VenueClass.ROOM), facts(), 27, 0, costs)
    street = price_site(site(id="s"), facts(), 27, 0, costs)
    city = price_city([CityPart(room, 27), CityPart(street, 27)], facts(), costs)
    assert city.per_day.mid is None
    assert city.ranked == pytest.approx((room.ranked + street.ranked) / 2)
    reason = next(r for r in city.reasons if r.code == "venues_unpriced")
    assert reason.values == {"n": 1, "sites": 2}
    assert line(city, "venue").amount.low == pytest.approx(3000 / 2)


def test_days_set_in_the_project_are_taken(costs):
    project = facts(shoot__days=4)
    parts = [CityPart(price_site(site(id=str(n)), project, 3, 0, costs), 3) for n in range(9)]
    assert ends(price_city(parts, project, costs).days) == (4, 4, 4)
    free = [CityPart(price_site(site(id=str(n)), facts(), 3, 0, costs), 3) for n in range(9)]
    assert ends(price_city(free, facts(), costs).days) == (1, 9, 9)


def test_a_city_without_sites_is_a_mistake(costs):
    with pytest.raises(ValueError, match="no parts"):
        price_city([], facts(), costs)


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
        cost = price_site(site(hires=hires, venue_class=venue), project, 1, 0, costs)
        told = over_cap(cost.lines, project)
        assert [reason.code for reason in told] == (["price_over_cap"] if low else [])
        assert all(reason.values == {"low": low, "cap": cap} for reason in told)
        assert not over_cap(cost.lines, facts())
