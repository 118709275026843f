"""Getting there and back, and moving between the sites of a city."""

from __future__ import annotations

import math
from collections.abc import Sequence
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


def short_tour(places: Sequence[Stop], shared: Drivers) -> tuple[int, ...]:
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
    return min(tours)[1]


def _told_km(road: Road | None, straight: float) -> float:
    return straight if road is None or road.km is None else road.km


def tour_bill(home: Stop | None, towns: Sequence[Stop], shared: Drivers, stay: Stay) -> Bill:
    """Second-class rail for everybody: from home through ``towns`` in their order and back home.

    Without a home city only the ways between the towns are priced, and more comes on top.
    """
    if len(towns) < 2:
        return travel_bill(home, towns[0], shared, stay)
    costs, km = shared.costs, np.zeros(DRAWS)
    sources = [costs.source("rail_km")]
    stops = towns if home is None else (home, *towns, home)
    for one, other in pairwise(stops):
        way, grounds = _way(one, other, costs.roads.find(one, other), shared)
        km += way
        sources.extend(grounds)
    values: dict[str, Scalar] = {
        "km": round(points(km)[1]),
        "people": points(shared.people)[1],
        "cities": len(towns),
    }
    told = (Reason("travel_tour", values),)
    if home is None:
        told = (Reason("travel_between", values),)
    cny = km * shared.fact("rail_km") * shared.people * stay.share
    grounds_of = Grounds(Basis.ESTIMATED, tuple(sources), "method.rail")
    return by_stay("travel", cny, stay.days, grounds_of, told, home is None)


def fare(one: Stop, other: Stop, shared: Drivers) -> Draws:
    """CNY for second-class rail of everybody from one stop to another, one way."""
    km, _ = _way(one, other, shared.costs.roads.find(one, other), shared)
    return km * shared.fact("rail_km") * shared.people


def moves_between(one: Stop, other: Stop, shared: Drivers) -> Draws:
    """CNY for the extra kilometres of all minibuses on one company move."""
    return _drive(one, other, shared)[1] * shared.buses


def moves_bills(places: Sequence[Stop], shared: Drivers, stay: Stay) -> tuple[Bill, ...]:
    """Company moves between the sites of a city, once round on a short tour."""
    if len(places) < 2:
        return ()
    order = short_tour(places, shared)
    return drives_bills([(places[one], places[two]) for one, two in pairwise(order)], shared, stay)


def drives_bills(
    drives: Sequence[tuple[Stop, Stop]], shared: Drivers, stay: Stay
) -> tuple[Bill, ...]:
    """Company moves as told: buses times extra kilometres; no line where nobody moves.

    A day's hire holds some kilometres; how many are left for the move nobody publishes, so between
    none and all of them are charged. Where a road file tells only minutes, the hour is charged.
    """
    if not drives:
        return ()
    costs = shared.costs
    cny, length = np.zeros(DRAWS), np.zeros(DRAWS)
    sources = [costs.source("bus_extra_km"), costs.source("bus_basic")]
    for one, other in drives:
        km, charge, grounds = _drive(one, other, shared)
        cny, length = cny + charge, length + km
        sources.extend(grounds)
    values: dict[str, Scalar] = {
        "moves": len(drives),
        "km": round(points(length)[1]),
        "buses": points(shared.buses)[1],
    }
    told = Grounds(Basis.ESTIMATED, tuple(sources), "method.moves")
    return (by_stay("moves", cny * shared.buses, stay.days, told, (Reason("moves", values),)),)


def _drive(one: Stop, other: Stop, shared: Drivers) -> tuple[Draws, Draws, tuple[Source, ...]]:
    """Kilometres of a move, and what it costs each bus beyond the day's hire."""
    costs = shared.costs
    road, included = costs.roads.find(one, other), costs.bus_terms
    charged = np.minimum(1.0, shared.assumed("move_km_charged"))
    km, grounds = _way(one, other, road, shared)
    if road is not None and road.km is None:
        return km, road.hours * included.overtime * charged, (*grounds, costs.roads.source)
    beyond = np.maximum(0.0, km - included.km) + charged * np.minimum(km, included.km)
    return km, beyond * shared.fact("bus_extra_km"), grounds
