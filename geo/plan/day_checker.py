"""A second opinion on the days of a city: clocks, rest, moves, hire and cost once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from geo.model import Reason
from geo.plan.blocks import Schedule, ShootDay, Span, Stay, Stretch
from geo.plan.problem import Place, Plan, Problem

MIDNIGHT = 1_440
ROUNDED = 15
"""Work is laid in quarter-hours, rounded up."""


@dataclass(frozen=True, slots=True)
class DaysChecked:
    """What is wrong (codes with values; empty: nothing) and what the days cost, in fen."""

    breaches: tuple[Reason, ...]
    cost: int


def check_days(
    problem: Problem, plan: Plan, city: int, stay: Stay, schedule: Schedule
) -> DaysChecked:
    """Recompute the days of one city. Without an answer (``cost`` None) nothing is checked."""
    if schedule.cost is None:
        return DaysChecked((), 0)
    places = {place.id: place for place in problem.places}
    strange = [
        one.place for day in schedule.days for one in day.stretches if one.place not in places
    ]
    count = len(schedule.blocks)
    wrong = [one for day in schedule.days for one in day.stretches if not 0 <= one.block < count]
    if strange or wrong:
        return DaysChecked((Reason("check_place", {"place": "".join(strange[:1])}),), 0)
    desk = _Desk(problem, plan, city, stay, schedule, places)
    found = [*desk.covered(), *desk.lengths(), *desk.dates(), *desk.clocks(), *desk.nights()]
    return DaysChecked((*found, *desk.told()), desk.cost())


@dataclass(frozen=True, slots=True)
class _Desk:
    problem: Problem
    plan: Plan
    city: int
    stay: Stay
    schedule: Schedule
    places: dict[str, Place]

    def covered(self) -> Iterator[Reason]:
        """Every set of the city stands in one block, at its place, within its hours."""
        listed = Counter(unit for block in self.schedule.blocks for unit in block.units)
        here = {
            unit.id
            for unit in self.problem.units
            if (at := self.plan.assignment.get(unit.id)) and self.places[at].city == self.city
        }
        for unit in sorted(here | listed.keys()):
            if listed[unit] != (unit in here):
                yield Reason("check_unit", {"unit": unit})
        worked = {
            (unit, one.block, one.place)
            for day in self.schedule.days
            for one in day.stretches
            for unit in one.units
        }
        for number, block in enumerate(self.schedule.blocks):
            for unit in block.units:
                at = self.plan.assignment.get(unit)
                if block.place != at or (unit, number, at) not in worked:
                    yield Reason("check_not_shot", {"unit": unit})
        for unit, number, place in sorted(worked):
            block = self.schedule.blocks[number]
            if unit not in block.units or place != block.place:
                yield Reason("check_not_shot", {"unit": unit})

    def lengths(self) -> Iterator[Reason]:
        """Each block is worked on as long as its sets and the changes between them take."""
        minutes = {unit.id: unit.minutes for unit in self.problem.units}
        spent = Counter[int]()
        for day in self.schedule.days:
            for one in day.stretches:
                spent[one.block] += one.end - one.start
                if one.end <= one.start:
                    yield Reason("check_length", {"place": one.place, "day": day.day})
        for number, block in enumerate(self.schedule.blocks):
            need = sum(minutes.get(unit, 0) for unit in block.units)
            need += (len(block.units) - 1) * self.problem.set_change_minutes
            if not need <= spent[number] <= max(need, 1) + ROUNDED - 1:
                yield Reason(
                    "check_length", {"place": block.place, "told": spent[number], "found": need}
                )

    def dates(self) -> Iterator[Reason]:
        """Days follow one another, places are open, holidays leave crowded places alone."""
        last = -1
        for day in self.schedule.days:
            start = self.stay.start
            when = None if start is None else start + timedelta(days=day.day)
            if not last < day.day < self.stay.days or day.date != when or not day.stretches:
                yield Reason("check_date", {"day": day.day})
            last = day.day
            for one in day.stretches:
                place = self.places[one.place]
                if when is None:
                    continue
                within = not place.windows or any(a <= when <= b for a, b in place.windows)
                if when.weekday() in place.closed or not within:
                    yield Reason("check_closed", {"place": one.place, "day": day.day})
                if one.place in self.stay.crowded and when in self.stay.holidays:
                    yield Reason("check_holiday", {"place": one.place, "day": day.day})

    def clocks(self) -> Iterator[Reason]:
        """Shift, rest, setting up, moves and changes, hours of every set."""
        free, before = 0, None
        for day in self.schedule.days:
            call, stretches = day.call, day.stretches
            calls = self.stay.work.calls
            if day.day * MIDNIGHT + call < free or not 0 <= call < MIDNIGHT:
                yield Reason("check_rest", {"day": day.day})
            if calls and call not in {-(-one // ROUNDED) * ROUNDED for one in calls}:
                yield Reason("check_call", {"day": day.day})
            if not stretches:
                continue
            if stretches[0].come != call or stretches[-1].end > call + self.problem.day_minutes:
                yield Reason("check_shift", {"day": day.day})
            previous = None
            for one in stretches:
                yield from self._stretch(day, previous, one)
                if one.start - one.come < self._before(before, one):
                    yield Reason("check_setup", {"place": one.place, "day": day.day})
                previous = before = one
            free = day.day * MIDNIGHT + stretches[-1].end + self.stay.work.rest

    def _before(self, before: Stretch | None, one: Stretch) -> int:
        """Minutes that must lie before the work: a place opened, a set changed, or none."""
        work = self.stay.work
        if before is None or before.place != one.place:
            return max(self.problem.setup_minutes, work.unload + work.relight)
        return 0 if before.block == one.block else self.problem.set_change_minutes

    def _stretch(self, day: ShootDay, before: Stretch | None, one: Stretch) -> Iterator[Reason]:
        for unit in one.units:
            first, last = self._hours(unit, self.places[one.place])
            if one.start < first or one.end > last:
                yield Reason("check_hours", {"unit": unit, "day": day.day})
        if before is None:
            return
        away = 0
        if before.place != one.place:
            work, drive = self.stay.work, self._drive(before.place, one.place)
            away = work.wrap + work.load + drive + work.unload + work.relight
            if drive >= work.long_drive and before.end >= work.late:
                yield Reason("check_late_drive", {"place": one.place, "day": day.day})
        if one.come < before.end + away:
            yield Reason("check_move", {"place": one.place, "day": day.day})

    def _drive(self, one: str, two: str) -> int:
        drives = self.stay.drives
        return drives[one, two] if (one, two) in drives else drives[two, one]

    def _hours(self, unit: str, place: Place) -> Span:
        sun = self.stay.sun
        if unit in self.stay.hours:
            return self.stay.hours[unit]
        if any(one.id == unit and one.night for one in self.problem.units):
            return sun.dark, sun.light + MIDNIGHT
        if place.outdoor and unit not in self.stay.inside:
            return sun.rise, sun.sets
        return self.stay.work.indoors

    def nights(self) -> Iterator[Reason]:
        """Night work beside homes is warned of, and nothing else is."""
        told = Counter(
            (str(one.values.get("place")), str(one.values.get("day")))
            for one in self.schedule.warnings
        )
        found = Counter(
            (one.place, str(day.day))
            for day in self.schedule.days
            for one in day.stretches
            if one.place in self.stay.homes and one.end > self.stay.work.quiet
        )
        for place, number in (told - found) + (found - told):
            yield Reason("check_warning", {"place": place, "day": number})

    def told(self) -> Iterator[Reason]:
        """Hire, days, moves and cost as told."""
        schedule = self.schedule
        if dict(schedule.rent_days) != self.hired():
            yield Reason("check_rent_days", {"city": self.problem.cities[self.city].id})
        company = schedule.days[-1].day + 1 if schedule.days else 0
        if schedule.company_days != company:
            yield Reason("check_company_days", {"told": schedule.company_days, "found": company})
        moves = [
            (move.day, move.one, move.two, move.leave, move.minutes) for move in schedule.moves
        ]
        if moves != list(self._moves()):
            yield Reason("check_moves", {"told": len(moves)})
        cost = self.cost()
        if schedule.cost != cost:
            yield Reason("check_cost", {"kind": "days", "told": schedule.cost or 0, "found": cost})
        if schedule.bound is None or schedule.bound > cost:
            yield Reason("check_bound", {"found": cost})
        hours = self._hours_cost()
        if schedule.hours_cost != hours:
            told = schedule.hours_cost
            yield Reason("check_cost", {"kind": "hours", "told": told, "found": hours})

    def _moves(self) -> Iterator[tuple[int, str, str, int, int]]:
        work = self.stay.work
        for day in self.schedule.days:
            for n in range(1, len(day.stretches)):
                one, two = day.stretches[n - 1], day.stretches[n]
                if one.place != two.place:
                    drive = self._drive(one.place, two.place)
                    away = work.wrap + work.load + drive + work.unload + work.relight
                    yield day.day, one.place, two.place, one.end, away

    def hired(self) -> dict[str, int]:
        """Days each place is hired; left and come back to on one day: twice."""
        hired = Counter[str]()
        for day in self.schedule.days:
            before = ""
            for one in day.stretches:
                hired[one.place] += one.place != before
                before = one.place
        return dict(hired)

    def cost(self) -> int:
        """Fen of rent, crew and lodging from the first to the last day."""
        living = self.problem.crew_day + self.problem.cities[self.city].lodging
        last = max((day.day for day in self.schedule.days), default=-1)
        rent = sum(self.places[one].rent * count for one, count in self.hired().items())
        return rent + living * (last + 1)

    def _hours_cost(self) -> int:
        city = self.problem.cities[self.city]
        cost = self.plan.company_days.get(city.id, 0) * (self.problem.crew_day + city.lodging)
        for place, days in self.plan.rent_days.items():
            if self.places[place].city == self.city:
                cost += self.places[place].rent * days
        return cost
