"""What to heed on a shift, and the rules it breaks: codes with the ids of site and set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.model import PlanMove, Reason, Scalar, StripKind
from geo.plan.ground import Ground
from geo.plan.shift import DAY, Placed, Shift, light_on

DARK = {
    StripKind.EXT_DAY: "plan_light_day",
    StripKind.EXT_NIGHT: "plan_light_night",
    StripKind.DAWN: "plan_light_dawn",
    StripKind.DUSK: "plan_light_dusk",
    StripKind.INT_DAY: "plan_light_inside",
}


def clock(minutes: int) -> str:
    """The hands of the clock."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def hours(minutes: int) -> float:
    """Hours to one decimal."""
    return round(minutes / 60, 1)


def breaches_of(ground: Ground, shift: Shift, before: Shift | None) -> Iterator[Reason]:
    """Length and rest, days on which a site is closed, light, long drives after a late wrap."""
    rules = ground.rules
    length = shift.wrap - shift.call
    if length > rules.day:
        yield Reason("plan_shift_long", {"hours": hours(length), "most": hours(rules.day)})
    if before is not None and shift.free is not None and shift.call < shift.free:
        yield _tired(ground, shift, before)
    yield from _closed(shift)
    for one in shift.placed:
        if one.dark and one.light is not None:
            values: dict[str, Scalar] = {
                "set_id": one.work.strip.set_id,
                "site_id": one.work.spot.id,
                "minutes": one.dark,
                "since": clock(one.light[0]),
                "until": clock(one.light[1]),
            }
            yield Reason(DARK[one.work.strip.kind], values)
    end = shift.call
    for gap, one in zip(shift.gaps, shift.placed, strict=True):
        if gap.moves and gap.drive >= rules.long_drive and end >= rules.late:
            site = one.work.spot.id
            yield Reason(
                "plan_late_drive", {"site_id": site, "minutes": gap.drive, "at": clock(end)}
            )
        end = one.end


def _tired(ground: Ground, shift: Shift, before: Shift) -> Reason:
    rest = ground.rules.rest
    left = max(0, rest - (shift.free or 0) + shift.call)
    values: dict[str, Scalar] = {"hours": hours(left), "least": hours(rest)}
    if not shift.trip:
        return Reason("plan_rest_short", values)
    town = ground.towns[shift.first.city]
    values |= {"city": town.zh, "city_en": town.en, "trip": hours(shift.trip)}
    return Reason("plan_rest_journey", values)


def _closed(shift: Shift) -> Iterator[Reason]:
    when = shift.date
    if when is None:
        return
    for spot in {one.work.spot.id: one.work.spot for one in shift.placed}.values():
        if when.weekday() in spot.closed or when in spot.shut:
            yield Reason("plan_closed", {"site_id": spot.id, "date": when.isoformat()})
        elif not spot.is_open(when):
            yield Reason("plan_out_of_window", {"site_id": spot.id, "date": when.isoformat()})


def notes_of(ground: Ground, shift: Shift) -> Iterator[Reason]:
    """Windows to black out, neighbours, holiday crowds, an early call, roads nobody knows."""
    if shift.call < ground.rules.call:
        yield Reason("plan_early_call", {"at": clock(shift.call)})
    for set_id, site in dict.fromkeys(_bright(ground, shift)):
        yield Reason("plan_black_out", {"set_id": set_id, "site_id": site})
    told = set()
    for gap, one in zip(shift.gaps, shift.placed, strict=True):
        spot = one.work.spot
        if spot.homes and one.end > ground.rules.quiet and spot.id not in told:
            told.add(spot.id)
            last = max(two.end for two in shift.placed if two.work.spot.id == spot.id)
            yield Reason("plan_night_homes", {"site_id": spot.id, "until": clock(last)})
        if gap.km is None:
            yield Reason("plan_road_unknown", {"site_id": spot.id})
    holiday = "" if shift.date is None else ground.holidays.get(shift.date, "")
    crowded = {one.work.spot.id: None for one in shift.placed if one.work.spot.crowded}
    for site in crowded if holiday else ():
        yield Reason("plan_crowded", {"site_id": site, "holiday": holiday})


def _bright(ground: Ground, shift: Shift) -> Iterator[tuple[str, str]]:
    """Sets by night inside that are shot by day, and where."""
    for one in shift.placed:
        strip = one.work.strip
        if strip.kind is StripKind.INT_NIGHT and _in_daylight(ground, shift, one):
            yield strip.set_id, one.work.spot.id


def _in_daylight(ground: Ground, shift: Shift, one: Placed) -> bool:
    """Whether any of the work lies between first light and full dark."""
    sun = light_on(ground, one.work.spot.city, shift.day)
    start = one.start % DAY
    end = start + one.work.minutes
    nights = ((sun.dark - DAY, sun.light), (sun.dark, sun.light + DAY))
    return end > start and not any(first <= start and end <= last for first, last in nights)


def commute_notes(ground: Ground, commutes: Sequence[PlanMove]) -> Iterator[Reason]:
    """Long ways from or to the hotel, and those driven late at night."""
    rules = ground.rules
    far = [one for one in commutes if one.drive >= rules.long_drive]
    late = next((one for one in far if one.leave >= rules.late), None)
    if late is not None:
        site = late.one or late.two
        at = clock(late.leave)
        yield Reason("plan_commute_late", {"site_id": site, "minutes": late.drive, "at": at})
    elif far:
        site = far[0].one or far[0].two
        yield Reason("plan_commute_long", {"site_id": site, "minutes": far[0].drive})
