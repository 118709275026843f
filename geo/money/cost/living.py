"""Beds, meals and minibuses of the crew."""

from __future__ import annotations

import numpy as np

from geo.model import Basis, Reason, Scalar, Site
from geo.money.cost.bills import Bill, Grounds, by_day
from geo.money.cost.draws import drawn, points
from geo.money.cost.drivers import Drivers, Stay
from geo.money.cost.facts import CostFacts
from geo.money.spans import Span


def city_key(site: Site) -> str:
    """Hengdian has facts of its own; every other site goes by its city."""
    return next((each for each in ("横店",) if each in site.name_zh), site.city_zh)


def lodging_bill(place: str, shared: Drivers, stay: Stay) -> Bill:
    """Rooms for two at the crew rate, moved to ``place`` by the ratio of official lodging caps."""
    costs = shared.costs
    rooms = np.ceil(shared.people / costs.assumed["persons_per_room"].span.mid)
    cap = costs.lodging_caps.get(place)
    index = 1.0 if cap is None else cap.span.mid / costs.lodging_reference
    sources = (costs.source("hotel_crew"), *((cap.source,) if cap else ()))
    values: dict[str, Scalar] = {
        "rooms": points(rooms)[1],
        "index": round(index, 2),
        "city": place,
    }
    reason = Reason("lodging_index" if cap else "lodging_no_index", values)
    grounds = Grounds(Basis.ESTIMATED, sources, "method.rooms_for_two")
    cny = rooms * shared.fact("hotel_crew") * index
    return by_day("lodging", cny, stay.days, grounds, (reason,))


def meal(costs: CostFacts) -> Span:
    """Meals of one person a day: nobody publishes a box-meal price.

    So it is what a crew spends less half a room; the official meal allowance is the ceiling.
    """
    spent = costs.span("local_spend_person_day").mid
    room = costs.span("hotel_crew")
    share = costs.assumed["persons_per_room"].span.mid
    ceiling = costs.span("meal_official").mid
    return Span(
        min(ceiling, spent - room.high / share), min(ceiling, spent - room.mid / share), ceiling
    )


def meals_bill(shared: Drivers, stay: Stay) -> Bill:
    """Meals of everybody on every shooting day."""
    each = meal(shared.costs)
    ids = ("local_spend_person_day", "hotel_crew", "meal_official")
    grounds = Grounds(
        Basis.ESTIMATED,
        tuple(shared.costs.source(fact) for fact in ids),
        "method.meals_from_local_spend",
    )
    reason = Reason("meals_derived", {"low": each.low, "mid": each.mid, "high": each.high})
    cny = shared.people * drawn(each, "meal")
    return by_day("meals", cny, stay.days, grounds, (reason,))


def bus_hire(costs: CostFacts) -> Span:
    """A minibus for a day without driver: basic at the low end, mid range at the high."""
    basic, better = costs.span("bus_basic"), costs.span("bus_mid")
    return Span(basic.low, (basic.high + better.low) / 2, better.high)


def transport_bills(shared: Drivers, stay: Stay) -> tuple[Bill, Bill]:
    """Minibuses with driver for everybody, and their hours beyond those in the day's hire."""
    costs = shared.costs
    terms = costs.bus_terms
    ids = ("bus_basic", "bus_mid", "bus_driver")
    sources = tuple(costs.source(each) for each in ids)
    grounds = Grounds(Basis.ESTIMATED, sources, "method.minibuses")
    day = drawn(bus_hire(costs), "bus_hire") + shared.fact("bus_driver")
    buses = points(shared.buses)[1]
    over = np.maximum(0.0, shared.hours - terms.hours) * terms.overtime
    beyond = Grounds(
        Basis.ESTIMATED,
        (costs.source("bus_basic"), *costs.assumed["hours_per_day"].sources),
        "method.hours_beyond",
    )
    values = {"hours": terms.hours, "rate": terms.overtime}
    return (
        by_day(
            "local_transport",
            shared.buses * day,
            stay.days,
            grounds,
            (Reason("buses", {"buses": buses}),),
        ),
        by_day(
            "bus_overtime",
            shared.buses * over,
            stay.days,
            beyond,
            (Reason("bus_overtime", values),),
        ),
    )
