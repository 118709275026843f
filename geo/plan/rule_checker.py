"""Which rules a plan breaks, found once more from the ground and its clocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from geo.model import PlanBlock, PlanDay, Reason, StripKind, SunTimes
from geo.plan.ground import Ground, Rules, Spot
from geo.plan.recount import Piece, Recount, minutes_between

MIDNIGHT = 1_440
RULES = frozenset(
    {
        "plan_shift_long", "plan_rest_short", "plan_rest_journey", "plan_closed",
        "plan_out_of_window", "plan_light_day", "plan_light_night", "plan_light_dawn",
        "plan_light_dusk", "plan_light_inside", "plan_late_drive", "plan_set_split",
        "plan_minutes_short", "plan_minutes_over",
    }
)  # fmt: skip
HEEDED = frozenset({"plan_black_out", "plan_night_homes", "plan_crowded", "plan_early_call"})
LIGHTS = {
    StripKind.EXT_DAY: "plan_light_day",
    StripKind.EXT_NIGHT: "plan_light_night",
    StripKind.DAWN: "plan_light_dawn",
    StripKind.DUSK: "plan_light_dusk",
    StripKind.INT_DAY: "plan_light_inside",
}


class Finding(NamedTuple):
    """A rule broken, or a thing to heed, on a day; ids where it is about a site or a set."""

    code: str
    site_id: str = ""
    set_id: str = ""


def sun_over(ground: Ground, city: int, day: PlanDay) -> SunTimes:
    """The light of a day, as the plan tells it where the ground does not."""
    when = None if ground.start is None else ground.start + timedelta(days=day.day)
    for key in ((city, when), (city, None)):
        try:
            return ground.suns[key]
        except KeyError:
            pass
    return day.sun


def lit(kind: StripKind, sun: SunTimes, rules: Rules, minute: int, *, after_night: bool) -> bool:
    """Whether a minute of the day's clock has the light a strip asks for."""
    if kind is StripKind.EXT_DAY:
        return sun.rise <= minute < sun.sets
    if kind is StripKind.EXT_NIGHT:
        return sun.dark <= minute < sun.light + MIDNIGHT
    if kind is StripKind.DUSK:
        return sun.sets - 60 <= minute < sun.dark
    if kind is StripKind.DAWN:
        dawn = minute - MIDNIGHT if after_night and minute >= MIDNIGHT else minute
        return sun.light <= dawn < sun.rise + 60
    if kind is StripKind.INT_DAY and rules.inside_to - rules.inside_from < MIDNIGHT:
        return rules.inside_from <= minute < rules.inside_to
    return True


def drive_between(ground: Ground, one: Spot, two: Spot) -> int | None:
    """Minutes of driving between two sites, None where nobody knows."""
    if one.id == two.id:
        return 0
    for key in ((one.id, two.id), (two.id, one.id)):
        if key in ground.ways:
            return ground.ways[key].minutes
    return None


def check_rules(ground: Ground, days: Sequence[PlanDay], found: Recount) -> Iterator[Reason]:
    """Every broken rule is told on its day, and no other; so are the things to heed."""
    wrong = _across(ground, found)
    worked = [day for day in days if day.blocks]
    before = dict(zip([day.day for day in worked[1:]], worked, strict=False))
    for day in worked:
        pieces = found.pieces.get(day.day, ())
        if len(pieces) != len(day.blocks):
            continue
        broken = [*_of_day(ground, day, pieces), *wrong.get(day.day, ())]
        if day.day in before:
            broken += _rest(ground, before[day.day], day, found)
        yield from _compared(day, broken, day.breaches, RULES)
        yield from _compared(day, list(_heeded(ground, day, pieces)), day.notes, HEEDED)


def _compared(
    day: PlanDay, found: Sequence[Finding], told: Sequence[Reason], known: frozenset[str]
) -> Iterator[Reason]:
    """What is not told, and what is told without cause; ids are compared where told ones are."""
    for one in found:
        if not any(_is(one, reason) for reason in told):
            yield Reason("second_untold", {"day": day.day + 1, "rule": one.code})
    for reason in told:
        if reason.code in known and not any(_is(one, reason) for one in found):
            yield Reason("second_unfounded", {"day": day.day + 1, "rule": reason.code})


def _is(one: Finding, reason: Reason) -> bool:
    values = reason.values
    return (
        one.code == reason.code
        and values.get("site_id", one.site_id) == one.site_id
        and values.get("set_id", one.set_id) == one.set_id
    )


def _across(ground: Ground, found: Recount) -> dict[int, list[Finding]]:
    """Sets at a second site, and strips with too few or too many minutes, on their last day."""
    wrong: dict[int, list[Finding]] = {}
    sites: dict[str, list[str]] = {}
    laid: dict[str, list[int]] = {}
    for day, pieces in found.pieces.items():
        for one in pieces:
            known = sites.setdefault(one.strip.set_id, [])
            if one.spot.id not in known:
                known.append(one.spot.id)
                if len(known) > 1:
                    split = Finding("plan_set_split", one.spot.id, one.strip.set_id)
                    wrong.setdefault(day, []).append(split)
            total = laid.setdefault(one.strip.id, [0, day])
            total[0] += one.minutes
            total[1] = day
    for strip_id, (minutes, day) in laid.items():
        strip = ground.strips[strip_id]
        if minutes < strip.minutes:
            wrong.setdefault(day, []).append(Finding("plan_minutes_short", "", strip.set_id))
        if minutes > strip.minutes:
            wrong.setdefault(day, []).append(Finding("plan_minutes_over", "", strip.set_id))
    return wrong


def _of_day(ground: Ground, day: PlanDay, pieces: Sequence[Piece]) -> Iterator[Finding]:
    rules, blocks = ground.rules, day.blocks
    if blocks[-1].end - day.call > rules.day:
        yield Finding("plan_shift_long")
    if day.date is not None:
        for spot in {one.spot.id: one.spot for one in pieces}.values():
            if day.date.weekday() in spot.closed or day.date in spot.shut:
                yield Finding("plan_closed", spot.id)
            elif spot.windows and all(
                day.date < first or day.date > last for first, last in spot.windows
            ):
                yield Finding("plan_out_of_window", spot.id)
    for one, block, night in zip(pieces, blocks, _nights(pieces), strict=True):
        sun = sun_over(ground, one.spot.city, day)
        if one.strip.kind in LIGHTS and not _all_lit(one, block, sun, rules, night=night):
            yield Finding(LIGHTS[one.strip.kind], one.spot.id, one.strip.set_id)
    for at in range(1, len(pieces)):
        here, there = pieces[at - 1].spot, pieces[at].spot
        drive = drive_between(ground, here, there) or 0
        late = drive >= rules.long_drive and blocks[at - 1].end >= rules.late
        if here.base != there.base and late:
            yield Finding("plan_late_drive", there.id)


def _nights(pieces: Sequence[Piece]) -> Iterator[bool]:
    """Whether work outside by night came before each piece."""
    night = False
    for one in pieces:
        yield night
        night = night or one.strip.kind is StripKind.EXT_NIGHT


def _all_lit(one: Piece, block: PlanBlock, sun: SunTimes, rules: Rules, *, night: bool) -> bool:
    return all(
        lit(one.strip.kind, sun, rules, minute, after_night=night)
        for minute in range(block.start, block.end)
    )


def _rest(ground: Ground, one: PlanDay, two: PlanDay, found: Recount) -> Iterator[Finding]:
    wrap = one.day * MIDNIGHT + one.blocks[-1].end
    call = two.day * MIDNIGHT + two.call
    left, came = found.pieces[one.day][-1].spot, found.pieces[two.day][0].spot
    trip = minutes_between(ground, left.city, came.city) or 0
    if call - wrap - trip < ground.rules.rest:
        yield Finding("plan_rest_journey" if trip else "plan_rest_short")


def _heeded(ground: Ground, day: PlanDay, pieces: Sequence[Piece]) -> Iterator[Finding]:
    if day.call < ground.rules.call:
        yield Finding("plan_early_call")
    for one, block in zip(pieces, day.blocks, strict=True):
        sun = sun_over(ground, one.spot.city, day)
        if one.strip.kind is StripKind.INT_NIGHT:
            clocks = (minute % MIDNIGHT for minute in range(block.start, block.end))
            if any(sun.light <= clock < sun.dark for clock in clocks):
                yield Finding("plan_black_out", one.spot.id, one.strip.set_id)
        if one.spot.homes and block.end > ground.rules.quiet:
            yield Finding("plan_night_homes", one.spot.id)
        if one.spot.crowded and day.date is not None and ground.holidays.get(day.date):
            yield Finding("plan_crowded", one.spot.id)
