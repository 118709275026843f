"""What a place charges for a day: told ends, or the upper end of its class."""

import pytest

from geo.model import Basis, Hire, VenueClass
from geo.money import day_price
from tests.geo.match.made import site


def place(*hires, venue_class=VenueClass.OPEN):
    told = tuple(Hire(amount, per, Basis.QUOTED) for amount, per in hires)
    return site("地", hires=told, venue_class=venue_class)


@pytest.mark.parametrize(
    ("hires", "expected"),
    [
        ([(3_000, "day")], (3_000, 3_000)),
        ([(3_000, "day"), (5_000, "day")], (3_000, 5_000)),
        ([(2_000, "half_day")], (4_000, 4_000)),
        # the largest unit makes the price
        ([(400, "hour"), (3_000, "day")], (3_000, 3_000)),
        ([(500, "overtime"), (900, "deposit")], (None, None)),
        ([], (None, None)),
    ],
)
def test_told_prices_are_both_ends(hires, expected, costs):
    assert day_price(place(*hires), costs) == expected


def test_an_hour_is_a_day_of_as_many_hours_as_crews_work(costs):
    hours = costs.assumed["hours_per_day"].span
    assert day_price(place((400, "hour")), costs) == (400 * hours.low, 400 * hours.high)


def test_a_class_knows_no_lower_end(costs):
    low, high = day_price(place(venue_class=VenueClass.ROOM), costs)
    assert low is None
    assert high > 0
