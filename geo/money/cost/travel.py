"""Bringing the crew from its home city and back, spread over the shooting days."""

from __future__ import annotations

import math

from geo.model import Basis, Line, Reason, unknown
from geo.money.cost.facts import CostFacts
from geo.money.cost.venue import PER_DAY
from geo.money.spans import Span

EARTH_RADIUS_KM = 6371.0088


def great_circle_km(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Kilometres between two points (lat, lon in degrees); within 0.6% of the ellipsoid."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*start, *end))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def travel_line(
    home: tuple[float, float] | None,
    arrival: tuple[float, float],
    crew: Span,
    days: Span,
    costs: CostFacts,
) -> Line:
    """Second-class rail both ways for everybody, per shooting day of the whole project.

    Without a home city the line is unpriced, for every city alike.
    """
    if home is None:
        return Line("travel", unknown(PER_DAY), (Reason("travel_unpriced"),))
    straight = great_circle_km(home, arrival)
    detour = costs.assumed["rail_detour"]
    fare = detour.span.scaled(straight * 2).times(costs.span("rail_km"))
    amount = (
        fare.times(crew)
        .over(days)
        .as_range(
            PER_DAY, Basis.ESTIMATED, (costs.source("rail_km"), *detour.sources), "method.rail"
        )
    )
    values = {"km": round(straight * detour.span.mid), "people": crew.mid, "days": days.mid}
    return Line("travel", amount, (Reason("travel_rail", values),))
