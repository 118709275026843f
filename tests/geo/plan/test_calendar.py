"""Light against printed almanacs; holidays against the State Council's notice for 2026."""

from datetime import date, timedelta
from itertools import pairwise
from math import acos, asin, cos, degrees, pi, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.plan.calendar import holidays_within, sun_times


# as printed for Beijing at the solstices
@pytest.mark.parametrize(
    ("when", "rise", "sets"),
    [
        (date(2026, 6, 21), 4 * 60 + 46, 19 * 60 + 46),
        (date(2026, 12, 22), 7 * 60 + 33, 16 * 60 + 53),
    ],
)
def test_the_sun_rises_and_sets_as_printed(when, rise, sets):
    sun = sun_times(39.90, 116.40, when)
    assert abs(sun.rise - rise) <= 2
    assert abs(sun.sets - sets) <= 2
    assert sun.dated


def by_hand(lat, lon, when, height):
    """Clocks at which the sun stands at a height, by the formulas of a school almanac."""
    turn = 2 * pi * (when.timetuple().tm_yday - 81) / 365
    tilt = asin(sin(radians(23.44)) * sin(turn))
    late = 9.87 * sin(2 * turn) - 7.53 * cos(turn) - 1.5 * sin(turn)
    noon = 720 + 4 * (120 - lon) - late
    high = radians(lat)
    half = (sin(radians(height)) - sin(high) * sin(tilt)) / (cos(high) * cos(tilt))
    return noon - 4 * degrees(acos(half)), noon + 4 * degrees(acos(half))


@given(st.floats(18, 50), st.floats(75, 134), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
@settings(max_examples=80, deadline=None)
def test_light_all_over_the_country_on_its_one_clock(lat, lon, when):
    sun = sun_times(lat, lon, when)
    rise, sets = by_hand(lat, lon, when, -0.833)
    light, dark = by_hand(lat, lon, when, -6)
    told = (sun.light, sun.rise, sun.sets, sun.dark)
    for one, other in zip(told, (light, rise, sets, dark), strict=True):
        assert abs(one - other) <= 12


@pytest.mark.parametrize("lat", [34.0, 42.0, 50.0])
def test_a_sunrise_at_midnight_of_greenwich_is_not_a_day_without_night(lat):
    days = [date(2027, 3, 20) + timedelta(days=n) for n in range(40)]
    rises = [sun_times(lat, 75.0, day).rise for day in days]
    assert max(abs(one - other) for one, other in pairwise(rises)) <= 6


def test_without_a_date_it_is_the_equinox():
    sun = sun_times(31.3, 120.6, None)
    assert not sun.dated
    assert abs(sun.sets - sun.rise - 12 * 60) < 12


def test_a_day_without_night_and_a_night_without_day():
    summer, winter = (sun_times(78.0, 15.0, date(2026, month, 21)) for month in (6, 12))
    assert summer.dark - summer.light > 1_400
    assert winter.dark - winter.light < 10


def test_the_holidays_of_2026_with_the_weekends_that_are_moved():
    told = holidays_within(date(2026, 1, 1), 365)
    runs = {
        "元旦": (date(2026, 1, 1), 3),
        "清明节": (date(2026, 4, 4), 3),
        "劳动节": (date(2026, 5, 1), 5),
        "端午节": (date(2026, 6, 19), 3),
        "中秋节": (date(2026, 9, 25), 3),
        "国庆节": (date(2026, 10, 1), 7),
    }
    off = {
        first + timedelta(days=n): name for name, (first, days) in runs.items() for n in range(days)
    }
    spring = {date(2026, 2, 15) + timedelta(days=n) for n in range(9)}
    assert {day: name for day, name in told.names.items() if day not in spring} == off
    assert spring <= told.names.keys()
    assert told.worked == {
        date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9),
        date(2026, 9, 20), date(2026, 10, 10),
    }  # fmt: skip
    assert told.unsettled == ()


def test_a_weekend_before_new_year_belongs_to_it():
    assert date(2023, 12, 30) in holidays_within(date(2023, 12, 20), 20).names


def test_a_year_without_a_notice_is_named():
    told = holidays_within(date(2098, 12, 1), 60, "en")
    assert told.unsettled == (2098, 2099)
    assert "New Year's Day" in told.names.values()
