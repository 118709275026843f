"""The ways between the places of a pack: how far, which way, how long by road."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from geo.actions.planning.lands import road_between
from geo.actions.workspace import Workspace
from geo.catalogue.search.rules import load_search_rules
from geo.match import great_circle_km
from geo.model import Site
from geo.model.pitch import PitchLeg
from geo.money.cost.price import stop_at

ALL_PAIRS = 4
"""Up to so many places every pair is told; of more only what joins them up the shortest way."""

METRES = 1_000


def legs_of(ws: Workspace, sites: Sequence[Site]) -> tuple[PitchLeg, ...]:
    """The ways between ``sites``: of a few all, of many a tree that reaches each of them."""
    spots = [site for site in sites if math.isfinite(site.lat) and math.isfinite(site.lon)]
    pairs = list(combinations(range(len(spots)), 2))
    if len(spots) > ALL_PAIRS:
        pairs = _tree([(site.lat, site.lon) for site in spots])
    return _legs(ws, [(spots[one], spots[two]) for one, two in pairs])


def ways_from_first(ws: Workspace, sites: Sequence[Site]) -> Mapping[str, PitchLeg]:
    """The way from the first of ``sites`` to each other, by its id."""
    spots = [site for site in sites if math.isfinite(site.lat) and math.isfinite(site.lon)]
    if not spots or spots[0] is not sites[0]:
        return {}
    return {leg.two: leg for leg in _legs(ws, [(spots[0], other) for other in spots[1:]])}


def _legs(ws: Workspace, pairs: Sequence[tuple[Site, Site]]) -> tuple[PitchLeg, ...]:
    drive, roads = load_search_rules(ws.assets / "search.yaml").drive, ws.money.costs.roads
    found = []
    for start, end in pairs:
        # a car, not a truck with gear
        way = road_between(stop_at(start), stop_at(end), drive, roads, 1.0)
        points = (start.lat, start.lon), (end.lat, end.lon)
        straight = great_circle_km(*points)
        # each may lie on the other side of the other
        unsure = straight * METRES <= start.coord_uncertainty_m + end.coord_uncertainty_m
        towards = None if unsure else bearing(*points)
        minutes = float(way.minutes)
        found.append(PitchLeg(start.id, end.id, straight, towards, way.km, minutes))
    return tuple(found)


def bearing(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Degrees from north, clockwise, in which ``two`` lies from ``one`` (degrees WGS-84)."""
    lat, other = math.radians(one[0]), math.radians(two[0])
    turn = math.radians(two[1] - one[1])
    east = math.sin(turn) * math.cos(other)
    north = math.cos(lat) * math.sin(other) - math.sin(lat) * math.cos(other) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360


def _tree(points: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """The shortest tree over the points (Prim's)."""
    far = [[great_circle_km(one, two) for two in points] for one in points]
    reached, pairs = [0], []
    while len(reached) < len(points):
        one, two = min(
            (
                (one, two)
                for one in reached
                for two in range(len(points))
                if two not in set(reached)
            ),
            key=lambda pair: far[pair[0]][pair[1]],
        )
        pairs.append((one, two))
        reached.append(two)
    return pairs
