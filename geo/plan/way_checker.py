"""Journeys, hotels and ways to work of a finished plan, checked against the roads of the ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.model import MoveKind, PlanDay, PlanMove, Reason
from geo.plan.ground import Ground, Spot, Way
from geo.plan.recount import Recount, minutes_between
from geo.plan.rule_checker import MIDNIGHT

FAR = (MoveKind.ARRIVAL, MoveKind.DEPARTURE, MoveKind.CITY)


def way_between(ground: Ground, one: Spot, two: Spot) -> Way | None:
    """The road between two sites, None where nobody knows it."""
    for key in ((one.id, two.id), (two.id, one.id)):
        if key in ground.ways:
            return ground.ways[key]
    return None


class _Wanted(NamedTuple):
    """A journey there must be, after a wrap and before a call (minutes from the first midnight)."""

    kind: MoveKind
    one: str
    two: str
    minutes: int
    after: float = float("-inf")
    before: float = float("inf")


def check_journeys(ground: Ground, days: Sequence[PlanDay], found: Recount) -> Iterator[Reason]:
    """From home, from city to city and back: each once, and where there is time for it, in it."""
    told = [
        (day.day * MIDNIGHT + one.leave, one)
        for day in days
        for one in day.moves
        if one.kind in FAR and one not in moves_within(ground, day, found)
    ]
    for wanted in _wanted(ground, days, found):
        way = (wanted.kind, wanted.one, wanted.two, wanted.minutes)
        same = [
            pair
            for pair in told
            if (pair[1].kind, pair[1].one, pair[1].two, pair[1].minutes) == way
        ]
        same = [pair for pair in same if pair[0] >= wanted.after]
        if not same:
            yield Reason("second_journey", {"one": wanted.one, "two": wanted.two})
            continue
        told.remove(same[0])
        there = same[0][0] + wanted.minutes
        enough = wanted.before - wanted.after >= wanted.minutes + ground.rules.rest
        if there > wanted.before and enough:
            yield Reason("second_journey", {"one": wanted.one, "two": wanted.two})
    for _, one in told:
        yield Reason("second_journey", {"one": one.one, "two": one.two})


def moves_within(ground: Ground, day: PlanDay, found: Recount) -> list[PlanMove]:
    """The company moves that lie between the blocks of a day, to another city too."""
    moves = (move_before(ground, day, found, at)[0] for at in range(len(day.blocks)))
    return [one for one in moves if one is not None]


def move_before(
    ground: Ground, day: PlanDay, found: Recount, at: int
) -> tuple[PlanMove | None, int]:
    """The company move before the block ``at``, if any, and minutes of getting ready after it."""
    rules, pieces = ground.rules, found.pieces[day.day]
    if at == 0:
        return None, rules.setup
    one, two = pieces[at - 1], pieces[at]
    if one.spot.base == two.spot.base:
        return None, 0 if one.strip.set_id == two.strip.set_id else rules.change
    way = way_between(ground, one.spot, two.spot)
    drive, km = (0, None) if way is None else (way.minutes, way.km)
    away = drive + rules.wrap + rules.load + rules.unload + rules.relight
    kind, ends = MoveKind.MOVE, (one.spot.id, two.spot.id)
    if one.spot.city != two.spot.city:
        codes = ground.towns[one.spot.city].code, ground.towns[two.spot.city].code
        kind, ends = MoveKind.CITY, codes
    return PlanMove(kind, *ends, day.blocks[at - 1].end, away, drive, km), rules.setup


def _wanted(ground: Ground, days: Sequence[PlanDay], found: Recount) -> Iterator[_Wanted]:
    worked = [day for day in days if day.blocks]
    if not worked:
        return
    ends = [
        (found.pieces[day.day][0].spot.city, found.pieces[day.day][-1].spot.city) for day in worked
    ]
    codes = [town.code for town in ground.towns]
    calls = [day.day * MIDNIGHT + day.call for day in worked]
    wraps = [day.day * MIDNIGHT + day.wrap for day in worked]
    first, last = ends[0][0], ends[-1][1]
    if minutes := minutes_between(ground, -1, first):
        yield _Wanted(MoveKind.ARRIVAL, "", codes[first], minutes, before=calls[0])
    for at in range(1, len(worked)):
        old, new = ends[at - 1][1], ends[at][0]
        if old != new:
            minutes = minutes_between(ground, old, new) or 0
            yield _Wanted(MoveKind.CITY, codes[old], codes[new], minutes, wraps[at - 1], calls[at])
    if minutes := minutes_between(ground, last, -1):
        yield _Wanted(MoveKind.DEPARTURE, codes[last], "", minutes, after=wraps[-1])


def check_nights(ground: Ground, days: Sequence[PlanDay], found: Recount) -> Iterator[Reason]:
    """Hotels lie where least is driven in a stay; ways from and to them are the roads there are."""
    for stay in _stays(days, found):
        best = _least_driven(ground, stay, found)
        city = found.pieces[stay[0].day][-1].spot.city
        for day in stay:
            hotel = day.hotel
            here = hotel is not None and hotel.city == ground.towns[city].zh
            if hotel is not None and here and hotel.near_site not in best:
                yield Reason("second_hotel", {"day": day.day + 1})
            for one in day.moves:
                if one.kind is MoveKind.COMMUTE and not _real(ground, day, one, best, city):
                    yield Reason("second_commute", {"day": day.day + 1})


def _real(ground: Ground, day: PlanDay, move: PlanMove, best: set[str], city: int) -> bool:
    """Whether a commute follows a road to a hotel of the stay, at the clock it should."""
    spot = ground.spots.get(move.one or move.two)
    if spot is None or bool(move.one) == bool(move.two):
        return False
    if move.one:
        right = move.leave == day.wrap and spot.id == day.blocks[-1].site_id
    else:
        right = move.leave + move.minutes == day.call and spot.id == day.blocks[0].site_id
    if spot.city != city:
        # the first work of the day lies in the city of the stay before
        return right
    ways = [way_between(ground, spot, ground.spots[one]) for one in best]
    return right and any(
        way is not None and (way.minutes, way.km) == (move.minutes, move.km) for way in ways
    )


def _stays(days: Sequence[PlanDay], found: Recount) -> list[list[PlanDay]]:
    """Working days in runs that end in one city."""
    stays: list[list[PlanDay]] = []
    city = -1
    for day in days:
        if day.blocks:
            here = found.pieces[day.day][-1].spot.city
            if not stays or here != city:
                stays.append([])
            stays[-1].append(day)
            city = here
    return stays


def _least_driven(ground: Ground, stay: Sequence[PlanDay], found: Recount) -> set[str]:
    """The sites of a stay from and to which least is driven; unknown roads count most."""
    pieces = [found.pieces[day.day] for day in stay]
    city = pieces[0][-1].spot.city
    spots = {one.spot.id: one.spot for day in pieces for one in day if one.spot.city == city}
    prices = {}
    for near in spots.values():
        unknown = driven = 0
        for day in pieces:
            for end in (day[0].spot, day[-1].spot):
                if end.city == city and end.id != near.id:
                    way = way_between(ground, near, end)
                    unknown += way is None
                    driven += way.minutes if way is not None else 0
        prices[near.id] = unknown, driven
    least = min(prices.values())
    return {one for one, price in prices.items() if price == least}
