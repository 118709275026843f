"""Beds, meals and minibuses of the crew, per shooting day."""

from __future__ import annotations

import math

from geo.model import Basis, Line, Reason, Scalar, Site
from geo.money.cost.facts import CostFacts
from geo.money.cost.venue import PER_DAY
from geo.money.spans import Span


def lodging_line(site: Site, crew: Span, costs: CostFacts) -> Line:
    """Rooms for two at the crew rate, moved to the city by the ratio of official lodging caps."""
    share = costs.assumed["persons_per_room"].span.mid
    rooms = Span(*(float(math.ceil(each / share)) for each in crew))
    cap = costs.lodging_caps.get(city_key(site)) or costs.lodging_caps.get(site.city_zh)
    index = 1.0 if cap is None else cap.span.mid / costs.lodging_reference
    amount = rooms.times(costs.span("hotel_crew")).scaled(index)
    sources = (costs.source("hotel_crew"), *((cap.source,) if cap else ()))
    values: dict[str, Scalar] = {"rooms": rooms.mid, "index": round(index, 2), "city": site.city_zh}
    reason = Reason("lodging_index" if cap else "lodging_no_index", values)
    return Line(
        "lodging",
        amount.as_range(PER_DAY, Basis.ESTIMATED, sources, "method.rooms_for_two"),
        (reason,),
    )


def city_key(site: Site) -> str:
    """Hengdian has a row of its own in the table of caps; every other site goes by its city."""
    return next((each for each in ("横店",) if each in site.name_zh), site.city_zh)


def meals_line(crew: Span, costs: CostFacts) -> Line:
    """Meals per day: nobody publishes a box-meal price, so what a crew spends less half a room.

    The official meal allowance is the ceiling.
    """
    spent = costs.span("local_spend_person_day").mid
    room = costs.span("hotel_crew")
    share = costs.assumed["persons_per_room"].span.mid
    ceiling = costs.span("meal_official").mid
    each = Span(
        min(ceiling, spent - room.high / share),
        min(ceiling, spent - room.mid / share),
        ceiling,
    )
    ids = ("local_spend_person_day", "hotel_crew", "meal_official")
    amount = crew.times(each).as_range(
        PER_DAY,
        Basis.ESTIMATED,
        (costs.source(fact) for fact in ids),
        "method.meals_from_local_spend",
    )
    values = {"low": each.low, "mid": each.mid, "high": each.high}
    return Line("meals", amount, (Reason("meals_derived", values),))


def transport_line(crew: Span, costs: CostFacts) -> Line:
    """Minibuses with driver for everybody, per day: basic at the low end, mid range at the high."""
    seats = costs.assumed["seats_per_bus"].span.mid
    buses = Span(*(float(math.ceil(each / seats)) for each in crew))
    basic, better = costs.span("bus_basic"), costs.span("bus_mid")
    hire = Span(basic.low, (basic.high + better.low) / 2, better.high)
    amount = buses.times(hire.plus(costs.span("bus_driver")))
    sources = (costs.source(each) for each in ("bus_basic", "bus_mid", "bus_driver"))
    return Line(
        "local_transport",
        amount.as_range(PER_DAY, Basis.ESTIMATED, sources, "method.minibuses"),
        (Reason("buses", {"buses": buses.mid}),),
    )
