"""Rain cover, by hand."""

import dataclasses
from datetime import timedelta

import numpy as np

from geo.plan.blocks import Block, Schedule, ShootDay, Stay, Stretch, Sun
from geo.plan.problem import City, Legs, Place, Problem, Status, Unit
from geo.plan.rain import rain_cover
from tests.geo.plan.cities import START

NONE = np.zeros((2, 2), np.int64)


def three_days():
    """A garden on Monday, a hall on Tuesday, a street on Wednesday."""
    units = (Unit("garden", 300), Unit("hall", 240), Unit("street", 300))
    places = (Place("g", 0, 0, outdoor=True), Place("h", 0, 0), Place("s", 0, 0, outdoor=True))
    problem = Problem(
        units, places, np.ones((3, 3), np.float32), (City("c", 0),), Legs(NONE, NONE), 0
    )
    blocks = tuple(
        Block(place.id, (unit.id,), unit.minutes, (360, 1080) if place.outdoor else (0, 2880),
              False, place.outdoor)
        for unit, place in zip(units, places, strict=True)
    )  # fmt: skip
    days = tuple(
        ShootDay(n, START + timedelta(days=n), 420, (
            Stretch(n, block.place, block.units, False, 420, 480, 480 + block.minutes),
        ))
        for n, block in enumerate(blocks)
    )  # fmt: skip
    drives = {("g", "h"): 20, ("h", "s"): 20, ("g", "s"): 20}
    stay = Stay(Sun(330, 360, 1080, 1110), START, drives=drives)
    return problem, stay, Schedule(Status.OPTIMAL, blocks, days, cost=0, bound=0)


def test_the_hall_covers_the_garden_and_nothing_is_left_for_the_street():
    problem, stay, found = three_days()
    garden, street = rain_cover(problem, stay, found)
    assert (garden.day, garden.block, garden.covers, garden.missing) == (0, 0, (1,), None)
    assert (street.day, street.covers) == (2, ())
    assert (street.missing.code, street.missing.values["place"]) == ("plan_rain_none_left", "s")


def test_a_hall_closed_that_day_or_kept_for_the_evening_is_no_cover():
    problem, stay, found = three_days()
    shut = dataclasses.replace(problem.places[1], closed=frozenset({0}))
    closed = dataclasses.replace(problem, places=(problem.places[0], shut, problem.places[2]))
    assert rain_cover(closed, stay, found)[0].missing.code == "plan_rain_none_fits"
    evening = dataclasses.replace(found.blocks[1], hours=(1110, 1770), night=True)
    later = dataclasses.replace(found, blocks=(found.blocks[0], evening, found.blocks[2]))
    assert rain_cover(problem, stay, later)[0].missing.code == "plan_rain_none_fits"


def test_the_cover_that_fills_the_slot_longest_comes_first():
    problem, stay, found = three_days()
    short = dataclasses.replace(found.blocks[2], outdoor=False, minutes=60, hours=(0, 2880))
    roofed = dataclasses.replace(found, blocks=(*found.blocks[:2], short))
    assert rain_cover(problem, stay, roofed)[0].covers == (1, 2)
