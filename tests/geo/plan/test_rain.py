"""Rain cover: what may take the place of work in the open, and what may not."""

from geo.plan.ground import Way
from geo.plan.rain import rain_cover
from geo.plan.timetable import timetable
from tests.geo.plan.grounds import START, ground, order, plan, spot, strip

STRIPS = [
    strip("lane", "ext_day", 180),
    strip("hall", "int_day", 240),
    strip("shop", "int_night", 120),
    strip("gate", "ext_night", 60),
]
WAYS = {("street", "house"): Way(5.0, 15), ("street", "mall"): Way(9.0, 30),
        ("house", "mall"): Way(9.0, 30)}  # fmt: skip


def cover(land, *orders):
    return rain_cover(land, timetable(land, plan(*orders)).days)


def town(**more):
    spots = [spot("street"), spot("house", **more), spot("mall")]
    return ground(STRIPS, spots, WAYS)


def test_the_work_under_a_roof_that_fills_the_time_covers():
    land = town()
    first = order(0, ("lane.ext_day", "street", 180))
    later = order(1, ("shop.int_night", "mall", 120), ("hall.int_day", "house", 240))
    assert cover(land, first, later) == {(0, "lane.ext_day"): "hall.int_day"}
    # when the hall is closed that day, the shop covers what it can
    land = town(closed=frozenset({START.weekday()}))
    assert cover(land, first, later) == {(0, "lane.ext_day"): "shop.int_night"}


def test_work_that_is_done_covers_nothing():
    land = town()
    days = (order(0, ("hall.int_day", "house", 240)), order(1, ("lane.ext_day", "street", 180)))
    assert cover(land, *days) == {(1, "lane.ext_day"): ""}


def test_work_of_the_same_day_covers_when_it_comes_later():
    day = order(0, ("lane.ext_day", "street", 180), ("hall.int_day", "house", 240))
    assert cover(town(), day) == {(0, "lane.ext_day"): "hall.int_day"}


def test_the_way_there_takes_from_the_time():
    # the gate is shot from 18:24 to 19:24; the company is at the lane until some time before
    land = town()
    days = (
        order(0, ("lane.ext_day", "street", 180), ("gate.ext_night", "street", 60)),
        order(1, ("shop.int_night", "mall", 120)),
    )
    told = timetable(land, plan(*days)).days
    lane, gate = told[0].blocks
    found = rain_cover(land, told)
    assert found[0, "lane.ext_day"] == "shop.int_night"
    ready = lane.end + 15 + 15 + 30 + 15 + 15 + 30
    assert found[0, "gate.ext_night"] == ("shop.int_night" if gate.end - ready >= 15 else "")


def test_another_city_covers_nothing():
    spots = [spot("street"), spot("house", 1), spot("mall")]
    land = ground(STRIPS, spots, WAYS, {(0, 1): 60}, towns=2)
    days = (order(0, ("lane.ext_day", "street", 180)), order(1, ("hall.int_day", "house", 240)))
    assert cover(land, *days) == {(0, "lane.ext_day"): ""}


def test_what_is_half_done_covers_with_what_is_left():
    land = town()
    days = (
        order(0, ("hall.int_day", "house", 230), ("lane.ext_day", "street", 180)),
        order(1, ("hall.int_day", "house", 10), ("shop.int_night", "mall", 120)),
    )
    assert cover(land, *days) == {(0, "lane.ext_day"): "shop.int_night"}
