"""Getting there and back, and moving between the sites of a city."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from geo.model import Basis, Reason, Scalar, Source
from geo.money.cost.bills import Bill, Grounds, by_stay, unpriced
from geo.money.cost.draws import DRAWS, Draws, points
from geo.money.cost.drivers import Drivers, Stay
from geo.money.cost.roads import Road, Stop

EARTH_RADIUS_KM = 6371.0088


def great_circle_km(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Kilometres between two points (lat, lon in degrees); within 0.6% of the ellipsoid."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*start, *end))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def travel_bill(home: Stop | None, arrival: Stop, shared: Drivers, stay: Stay) -> Bill:
    """Second-class rail both ways for everybody: the share of the trip that this stay bears.

    Without a home city the line is unpriced, for every city alike.
    """
    if home is None:
        return unpriced("travel", (Reason("travel_unpriced"),))
    costs = shared.costs
    road = costs.roads.find(home, arrival)
    km, sources = _way(home, arrival, road, shared)
    cny = km * 2 * shared.fact("rail_km") * shared.people * stay.share
    values: dict[str, Scalar] = {
        "km": round(points(km)[1]),
        "people": points(shared.people)[1],
    }
    code = "travel_rail" if road is None or road.km is None else "travel_rail_by_road_file"
    grounds = Grounds(Basis.ESTIMATED, (costs.source("rail_km"), *sources), "method.rail")
    return by_stay("travel", cny, stay.days, grounds, (Reason(code, values),))


def _way(
    start: Stop, end: Stop, road: Road | None, shared: Drivers
) -> tuple[Draws, tuple[Source, ...]]:
    """Kilometres of one way: from the user's road file, else straight distance times detour."""
    if road is not None and road.km is not None:
        return np.full(DRAWS, road.km), (shared.costs.roads.source,)
    straight = great_circle_km(start.point, end.point)
    detour = shared.costs.assumed["rail_detour"]
    return straight * shared.assumed("rail_detour", least=1.0), detour.sources


@dataclass(frozen=True, slots=True)
class Tour:
    """The sites of a city in an order of short drives, and the drives as told by a road file."""

    order: tuple[int, ...]
    drives: tuple[Road | None, ...]


def short_tour(places: Sequence[Stop], shared: Drivers) -> Tour:
    """Visit every place once, always the nearest next; the best of all starts."""
    known = [[shared.costs.roads.find(one, other) for other in places] for one in places]
    km = [
        [_told_km(known[i][j], great_circle_km(one.point, other.point))
         for j, other in enumerate(places)]
        for i, one in enumerate(places)
    ]  # fmt: skip
    tours = []
    for start in range(len(places)):
        order, left = [start], set(range(len(places))) - {start}
        while left:
            last = order[-1]
            order.append(min(left, key=lambda one: (km[last][one], one)))
            left.remove(order[-1])
        tours.append((sum(km[one][other] for one, other in pairwise(order)), tuple(order)))
    order_of = min(tours)[1]
    return Tour(order_of, tuple(known[one][other] for one, other in pairwise(order_of)))


def _told_km(road: Road | None, straight: float) -> float:
    return straight if road is None or road.km is None else road.km


def moves_bills(places: Sequence[Stop], shared: Drivers, stay: Stay) -> tuple[Bill, ...]:
    """Company moves between the sites of a city: buses times extra kilometres.

    A day's hire holds some kilometres; how many are left for the move nobody publishes, so between
    none and all of them are charged. Where a road file tells only minutes, the hour is charged.
    """
    if len(places) < 2:
        return ()
    costs = shared.costs
    tour = short_tour(places, shared)
    included = costs.bus_terms
    per_km = shared.fact("bus_extra_km")
    charged = np.minimum(1.0, shared.assumed("move_km_charged"))
    cny, length = np.zeros(DRAWS), np.zeros(DRAWS)
    sources = [costs.source("bus_extra_km"), costs.source("bus_basic")]
    for (one, other), road in zip(pairwise(tour.order), tour.drives, strict=True):
        km, grounds = _way(places[one], places[other], road, shared)
        length += km
        sources.extend(grounds)
        if road is not None and road.km is None:
            cny += road.hours * included.overtime * charged
            sources.append(costs.roads.source)
        else:
            cny += (np.maximum(0.0, km - included.km) + charged * np.minimum(km, included.km)) * (
                per_km
            )
    values: dict[str, Scalar] = {
        "moves": len(places) - 1,
        "km": round(points(length)[1]),
        "buses": points(shared.buses)[1],
    }
    told = Grounds(Basis.ESTIMATED, tuple(sources), "method.moves")
    return (by_stay("moves", cny * shared.buses, stay.days, told, (Reason("moves", values),)),)
