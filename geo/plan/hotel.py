"""Where the company sleeps while it works in a city: near the site that saves most driving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from geo.model import Hotel
from geo.plan.ground import Ground, Spot
from geo.plan.shift import Work, road


def base_hotels(ground: Ground, days: Mapping[int, Sequence[Work]]) -> dict[int, Spot]:
    """By working day the site near which the company lives, one for each stay in a city.

    A stay is a run of days that end in one city. The site is one worked at in the stay; of all
    those the sum of driving to the first work and from the last is least.
    """
    hotels: dict[int, Spot] = {}
    in_order = sorted(days.items())
    for city, group in groupby(in_order, key=lambda one: one[1][-1].spot.city):
        stay = list(group)
        near = _nearest(ground, city, [works for _, works in stay])
        hotels |= {day: near for day, _ in stay}
    return hotels


def _nearest(ground: Ground, city: int, days: Sequence[Sequence[Work]]) -> Spot:
    spots = {work.spot.id: work.spot for works in days for work in works if work.spot.city == city}
    ends = Counter(
        work.spot.id for works in days for work in (works[0], works[-1]) if work.spot.id in spots
    )

    def price(near: Spot) -> tuple[int, int, int]:
        """Roads nobody knows, minutes of driving, days not spent there."""
        unknown = minutes = 0
        for one, count in ends.items():
            way = road(ground, near, spots[one])
            unknown += way is None
            minutes += 0 if way is None else count * way.minutes
        return unknown, minutes, -ends[near.id]

    return min(spots.values(), key=price)


def as_hotel(ground: Ground, near: Spot) -> Hotel:
    """The hotel as a plan tells it."""
    town = ground.towns[near.city]
    return Hotel(town.zh, near.district, ground.rooms, near.id, town.en)
