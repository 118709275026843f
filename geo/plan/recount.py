"""Days and money of a plan counted once more, from its arrangement and the prices alone.

Written apart from the timetable and the solver: a second opinion shares no line with the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from geo.model import Arrangement, Reason, Scalar, ShootPlan, Strip
from geo.plan.ground import Ground, Spot

FEN = 100
HOME = ""
LAST_DAY = 3_659
"""Work on later days, and on days before the first, is not laid."""


class Rate(Protocol):
    """What a site costs, in fen."""

    @property
    def day(self) -> int:
        """For each day hired."""

    @property
    def venue(self) -> int:
        """The part of ``day`` that is the venue's."""

    @property
    def least(self) -> int:
        """What the venue asks for at least, in all."""

    @property
    def once(self) -> int:
        """As soon as the site is used."""

    @property
    def stand_in(self) -> int:
        """Once, where it only stands in for a set."""


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a plan is paid by, in fen.

    ``sites`` by id of whose hire it is, ``lodging`` and ``legs`` by city code (home is empty);
    ``crew_day`` of every company day and day on the road. ``beside`` is paid for other things:
    company moves within a shift, what is spent to reach a subsidy, what every plan pays once.
    """

    sites: Mapping[str, Rate]
    lodging: Mapping[str, int]
    crew_day: int
    legs: Mapping[tuple[str, str], int]
    beside: int = 0


class Piece(NamedTuple):
    """An entry that can be laid: known strip and site, minutes of it."""

    day: int
    strip: Strip
    spot: Spot
    minutes: int


@dataclass(frozen=True, slots=True)
class Recount:
    """What the days come to: pieces by day in order, days of hire, of the company, on the road.

    ``where``: city index by calendar day, -1 on the road; ``route``: cities in order.
    """

    pieces: Mapping[int, tuple[Piece, ...]]
    hired: Mapping[str, int]
    company: Mapping[str, int]
    road_days: int
    where: Mapping[int, int]
    route: tuple[str, ...]


def recount(ground: Ground, arrangement: Arrangement) -> Recount:
    """Count the days of an arrangement."""
    pieces = _pieces(ground, arrangement)
    hired = {(one.day, one.spot.hire or one.spot.id) for day in pieces.values() for one in day}
    where, road = _where(ground, pieces)
    living = [where[day] for day in sorted(where) if where[day] >= 0]
    codes = [ground.towns[city].code for city in living]
    route = [code for at, code in enumerate(codes) if at == 0 or codes[at - 1] != code]
    return Recount(
        pieces,
        dict(Counter(site for _, site in hired)),
        dict(Counter(codes)),
        road,
        where,
        tuple(route),
    )


def _pieces(ground: Ground, arrangement: Arrangement) -> dict[int, tuple[Piece, ...]]:
    found: dict[int, list[Piece]] = {}
    for order in arrangement.days:
        if order.day < 0 or order.day > LAST_DAY:
            continue
        for entry in order.entries:
            if entry.strip_id in ground.strips and entry.site_id in ground.spots:
                strip, spot = ground.strips[entry.strip_id], ground.spots[entry.site_id]
                piece = Piece(order.day, strip, spot, max(entry.minutes, 0))
                found.setdefault(order.day, []).append(piece)
    return {day: tuple(found[day]) for day in sorted(found)}


def minutes_between(ground: Ground, one: int, two: int) -> int | None:
    """Minutes of a journey between two towns (-1 home), None where nobody knows."""
    if one == two:
        return 0
    for key in ((one, two), (two, one)):
        if key in ground.legs:
            return ground.legs[key]
    return None


def _where(ground: Ground, pieces: Mapping[int, tuple[Piece, ...]]) -> tuple[dict[int, int], int]:
    """City by calendar day, -1 on the road, and all days on the road, before and after too."""
    where: dict[int, int] = {}
    if not pieces:
        return where, 0
    days, whole = list(pieces), ground.rules.day
    road = 0
    for day in days:
        where[day] = pieces[day][-1].spot.city
    ends = ((-1, pieces[days[0]][0].spot.city), (where[days[-1]], -1))
    for one, two in ends:
        road += (minutes_between(ground, one, two) or 0) // whole
    for at in range(1, len(days)):
        first, last = days[at - 1], days[at]
        old, new = where[first], pieces[last][0].spot.city
        empty = last - first - 1
        trip = (minutes_between(ground, old, new) or 0) // whole
        on_road = min(trip, empty)
        road += on_road
        for day in range(first + 1, last):
            left = last - day
            if left <= on_road:
                where[day] = -1
            else:
                # a short journey is made on the last free day, and the night spent there
                where[day] = new if old != new and not trip and left == 1 else old
    return where, road


def check_sums(
    ground: Ground, plan: ShootPlan, found: Recount, tariff: Tariff, *, expected: bool
) -> Iterator[Reason]:
    """The sum the plan was chosen by, its bound, and the days of each city."""
    money = plan.money
    if money is None:
        if found.pieces:
            yield Reason("second_money_missing")
        return
    paid = _paid(plan, found, tariff, ground)
    back = sum(
        (one.subsidy.expected if expected else None) or one.subsidy.certain for one in money.cities
    )
    sum_ = paid / FEN - back
    if abs(sum_ - money.counted) > 1 / FEN:
        yield Reason("second_sum", {"told": money.counted, "found": round(sum_, 2)})
    if plan.bound is not None and plan.bound > money.counted + money.missed + 1 / FEN:
        told = money.counted + money.missed
        yield Reason("second_bound", {"told": plan.bound, "found": round(told, 2)})
    names = {town.zh: town.code for town in ground.towns}
    for one in money.cities:
        days = found.company.get(names.get(one.city, one.city), 0)
        if one.days != days:
            values: dict[str, Scalar] = {
                "city": one.city,
                "city_en": one.city_en,
                "told": one.days,
                "found": days,
            }
            yield Reason("second_city_days", values)


def _paid(plan: ShootPlan, found: Recount, tariff: Tariff, ground: Ground) -> int:
    stand_ins = set()
    for day in plan.days:
        for block in day.blocks:
            if not block.direct and block.site_id in ground.spots:
                spot = ground.spots[block.site_id]
                stand_ins.add(spot.hire or spot.id)
    paid = tariff.beside
    for site, days in found.hired.items():
        rate = tariff.sites[site]
        paid += max(rate.venue * days, rate.least) + (rate.day - rate.venue) * days + rate.once
        paid += rate.stand_in if site in stand_ins else 0
    for city, days in found.company.items():
        paid += tariff.lodging[city] * days
    paid += tariff.crew_day * (sum(found.company.values()) + found.road_days)
    stops = [HOME, *found.route, HOME]
    return paid + sum(
        tariff.legs[stops[n - 1], stops[n]] for n in range(1, len(stops)) if found.route
    )
