"""A second opinion on a finished plan: clocks, ways, rules, days and money from the raw data.

Written apart from the solver, the laying of days and the timetable: it shares nothing with them but
the ground they all stand on. It lists what differs; a plan without a reason here is as it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from geo.model import MoveKind, PlanDay, Reason, ShootPlan, StripKind
from geo.plan.ground import Ground
from geo.plan.recount import Recount, Tariff, check_sums, recount
from geo.plan.rule_checker import MIDNIGHT, check_rules, lit, sun_over
from geo.plan.way_checker import check_journeys, check_nights, move_before, moves_within


def check_plan(
    ground: Ground, plan: ShootPlan, tariff: Tariff | None = None, *, expected: bool = False
) -> tuple[Reason, ...]:
    """What differs between a plan and the raw data it was made from; empty: nothing.

    The money is checked where ``tariff`` is told; ``expected``: money back that is only expected
    was counted. Where days or blocks differ at all, clocks and rules are not gone into.
    """
    found = recount(ground, plan.arrangement)
    desk = _Desk(ground, plan, found)
    reasons = [*desk.days(), *desk.entries()]
    if not reasons:
        reasons += desk.clocks()
        reasons += check_journeys(ground, plan.days, found)
        reasons += check_nights(ground, plan.days, found)
        reasons += check_rules(ground, plan.days, found)
        reasons += desk.scenes()
    if tariff is not None:
        reasons += check_sums(ground, plan, found, tariff, expected=expected)
    return tuple(reasons)


@dataclass(frozen=True, slots=True)
class _Desk:
    ground: Ground
    plan: ShootPlan
    found: Recount

    def days(self) -> Iterator[Reason]:
        """Calendar days without a hole, their dates, cities, light and holidays."""
        ground, where = self.ground, self.found.where
        if [day.day for day in self.plan.days] != sorted(where):
            yield Reason("second_days", {"told": len(self.plan.days), "found": len(where)})
            return
        for day in self.plan.days:
            when = None if ground.start is None else ground.start + timedelta(days=day.day)
            city = where[day.day]
            holiday = "" if when is None else ground.holidays.get(when, "")
            right = day.date == when and day.holiday == holiday
            if city >= 0:
                right &= day.city == ground.towns[city].zh
                right &= day.sun == sun_over(ground, city, day)
            if not right or (day.blocks and day.wrap != day.blocks[-1].end):
                yield Reason("second_day", {"day": day.day + 1})

    def entries(self) -> Iterator[Reason]:
        """The blocks of each day are the entries of the arrangement in their order."""
        for day in self.plan.days:
            asked = [
                (one.strip.id, one.strip.set_id, one.strip.kind, one.spot.id, one.minutes)
                for one in self.found.pieces.get(day.day, ())
            ]
            shown = [
                (one.strip_id, one.set_id, one.kind, one.site_id, one.end - one.start)
                for one in day.blocks
            ]
            if asked != shown:
                yield Reason("second_entries", {"day": day.day + 1})

    def clocks(self) -> Iterator[Reason]:
        """Calls as asked for; work begins when all is ready and there is light."""
        calls: dict[int, int] = {}
        for order in self.plan.arrangement.days:
            if order.call is not None:
                calls.setdefault(order.day, order.call)
        for day in self.plan.days:
            if day.blocks:
                if day.call != calls.get(day.day, day.call):
                    yield Reason("second_call", {"day": day.day + 1})
                yield from self._clocks(day)

    def _clocks(self, day: PlanDay) -> Iterator[Reason]:
        clock, night = day.call, False
        moves = moves_within(self.ground, day, self.found)
        for at, block in enumerate(day.blocks):
            move, ready = move_before(self.ground, day, self.found, at)
            clock += 0 if move is None else move.minutes
            start = self._first_lit(day, at, clock + ready, after_night=night)
            if (block.come, block.start) != (clock, start):
                values = {"day": day.day + 1, "told": block.start, "found": start}
                yield Reason("second_clock", values)
            clock = block.end
            night = night or block.kind is StripKind.EXT_NIGHT
        told = [one for one in day.moves if one.kind is MoveKind.MOVE or one in moves]
        if told != moves:
            yield Reason("second_move", {"day": day.day + 1})

    def _first_lit(self, day: PlanDay, at: int, ready: int, *, after_night: bool) -> int:
        """The first minute from ``ready`` on that has the light the piece asks for, if any."""
        one = self.found.pieces[day.day][at]
        sun = sun_over(self.ground, one.spot.city, day)
        until = MIDNIGHT
        if one.strip.kind is StripKind.DAWN and ready >= sun.rise + 60:
            # the next dawn is waited for no longer than a shift
            until = ready + self.ground.rules.day + 1
        for minute in range(ready, until):
            if lit(one.strip.kind, sun, self.ground.rules, minute, after_night=after_night):
                return minute
        return ready

    def scenes(self) -> Iterator[Reason]:
        """Every scene is shot, or told to be left out, or work on its strip is told to be short."""
        shot = {scene for day in self.plan.days for one in day.blocks for scene in one.scenes}
        left = {scene for one in self.plan.uncovered for scene in one.scenes}
        laid: dict[str, int] = {}
        for pieces in self.found.pieces.values():
            for one in pieces:
                laid[one.strip.id] = laid.get(one.strip.id, 0) + one.minutes
        for strip in self.ground.strips.values():
            if strip.id not in laid:
                right = left.issuperset(strip.scenes)
            else:
                right = laid[strip.id] < strip.minutes or shot.issuperset(strip.scenes)
            if not right:
                yield Reason("second_scenes", {"set_id": strip.set_id})
