"""The clocks of an arrangement as it stands, by hand or worked out, and every rule it breaks.

What counts, here and wherever days are laid: a shift lasts from the call to the end of the last
work and begins with ``rules.setup``. Between two sites on one day lie wrap, load, drive, unload
and relight, and then setting up again; between two sets of one site or one base ``rules.change``,
and between strips of one set nothing. The rest runs from the end of the last work to the next
call, journeys to another city not counted in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.model import Arrangement, PlanDay, Reason
from geo.plan.day_desk import DayDesk
from geo.plan.ground import Ground
from geo.plan.hotel import base_hotels
from geo.plan.journeys import Travels, leg, travel
from geo.plan.orders import read_orders
from geo.plan.shift import Shift, make_shift


@dataclass(frozen=True, slots=True)
class Timetable:
    """Every calendar day from the first to the last with work, and what is paid by the day.

    ``days``: those without work between them too (no blocks); blocks have neither set name, fit
    nor rain cover yet, days no cost. A journey that begins on the day before has a ``leave`` below
    0. ``hired``: days by the id of the site whose hire it is, one for each day it is worked at.
    ``company_days``: days of the whole company by city code: those with work, and those it waits;
    ``road_days`` whole days on the road are in none of them, ``roads`` are the numbers of those
    between two cities. ``route``: city codes in the order the company lives in them, from home and
    back. ``move_km`` and ``commute_km``: kilometres of company moves within a shift and of ways
    from and to the hotel, by city code; roads nobody knows are not in them, a note of the day says
    so. ``left``: strips nobody shoots. ``breaches`` are those of no single day. Reasons carry
    ``site_id`` and ``set_id``, whose names are filled in elsewhere.
    """

    days: tuple[PlanDay, ...] = ()
    hired: Mapping[str, int] = field(default_factory=dict)
    company_days: Mapping[str, int] = field(default_factory=dict)
    route: tuple[str, ...] = ()
    road_days: int = 0
    roads: frozenset[int] = frozenset()
    move_km: Mapping[str, float] = field(default_factory=dict)
    commute_km: Mapping[str, float] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    breaches: tuple[Reason, ...] = ()


def timetable(ground: Ground, arrangement: Arrangement) -> Timetable:
    """Work out the clocks of ``arrangement``; nothing in it is refused, breaches are told."""
    orders = read_orders(ground, arrangement)
    shifts: list[Shift] = []
    for day, works in sorted(orders.works.items()):
        before = shifts[-1] if shifts else None
        trip = 0
        if before is not None:
            trip = leg(ground, before.last.city, works[0].spot.city) or 0
        shifts.append(make_shift(ground, day, works, orders.calls.get(day), before, trip))
    travels = travel(ground, shifts)
    desk = DayDesk(ground, orders, shifts, travels, base_hotels(ground, orders.works))
    days = desk.days()
    left = tuple(one for one in ground.strips if one not in orders.minutes)
    towns = ground.towns
    return Timetable(
        days,
        Counter(site for shift in shifts for site in _hires(shift)),
        {towns[city].code: count for city, count in travels.paid.items() if count},
        _route(ground, travels),
        travels.road_days,
        frozenset(travels.roads),
        desk.move_km,
        desk.commute_km,
        left,
        (*orders.off, *(_left_out(ground, one) for one in left)),
    )


def _hires(shift: Shift) -> set[str]:
    spots = (one.work.spot for one in shift.placed)
    return {spot.hire or spot.id for spot in spots}


def _route(ground: Ground, travels: Travels) -> tuple[str, ...]:
    order = [city for _, city in sorted(travels.where.items())]
    return tuple(
        ground.towns[city].code for at, city in enumerate(order) if not at or city != order[at - 1]
    )


def _left_out(ground: Ground, strip_id: str) -> Reason:
    strip = ground.strips[strip_id]
    return Reason("plan_left_out", {"set_id": strip.set_id, "scenes": len(strip.scenes)})
