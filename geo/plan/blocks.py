"""What the days of one city are made of: blocks of sets at one place, clocks, rules of work.

A block is all sets of one place that need the same hours of the day. Clocks are minutes from
midnight of the day on which a shift begins; work after midnight goes on past 1,440.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from geo.errors import PlanError
from geo.model import Reason
from geo.plan.problem import Place, Problem, Status

QUARTER = 15
"""Minutes; work is laid in quarter-hours, lengths rounded up."""

DAY = 1_440

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sun:
    """First light, sunrise, sunset and full dark, in minutes from midnight."""

    light: int
    rise: int
    sets: int
    dark: int


@dataclass(frozen=True, slots=True)
class Work:
    """Rules of work, in minutes: the caller's own, no law.

    ``calls`` are clocks at which a shift may begin (empty: ``call``, and early or late enough for
    the hours that sets ask for). A move within a shift is ``wrap``, ``load``, the drive, ``unload``
    and ``relight``; before a shift nothing is counted but setting up. No drive of ``long_drive`` or
    more begins at ``late`` or after. ``least`` is the shortest stretch worth beginning, ``rest``
    what lies between wrap and the next call, ``quiet`` when homes want to sleep, ``indoors`` the
    clocks of day sets under a roof.
    """

    call: int = 420
    calls: tuple[int, ...] = ()
    rest: int = 600
    wrap: int = 30
    load: int = 30
    unload: int = 30
    relight: int = 30
    least: int = 60
    late: int = 1_260
    long_drive: int = 60
    quiet: int = 1_320
    indoors: Span = (0, 2 * DAY)


@dataclass(frozen=True, slots=True)
class Stay:
    """The days in one city: first day (None: no dates), how many may be used, what lies around.

    ``hours`` are the clocks a set must be shot in (dawn, dusk) where they differ from day and
    night, ``inside`` sets that need no daylight, ``drives`` minutes between two places (either
    order), ``crowded`` places not to be used on ``holidays``, ``homes`` places near homes.
    """

    sun: Sun
    start: date | None = None
    days: int = 120
    hours: Mapping[str, Span] = field(default_factory=dict)
    inside: frozenset[str] = frozenset()
    drives: Mapping[tuple[str, str], int] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    crowded: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    work: Work = field(default_factory=Work)

    def usable(self, place: Place, day: int) -> bool:
        """Whether ``place`` can be used on the ``day``-th day (from 0)."""
        if self.start is None:
            return True
        when = self.start + timedelta(days=day)
        return place.is_open(when) and not (place.id in self.crowded and when in self.holidays)

    def drive(self, one: str, two: str) -> int:
        """Minutes of driving from one place to another. Raises PlanError (plan_no_drive)."""
        for pair in ((one, two), (two, one)):
            if pair in self.drives:
                return self.drives[pair]
        raise PlanError("plan_no_drive", one=one, two=two)

    def move(self, one: str, two: str) -> int:
        """Minutes of a company move within a shift."""
        work = self.work
        return work.wrap + work.load + self.drive(one, two) + work.unload + work.relight


@dataclass(frozen=True, slots=True)
class Block:
    """Sets shot at one place within the clocks ``hours``; ``minutes`` of work, changes included."""

    place: str
    units: tuple[str, ...]
    minutes: int
    hours: Span
    night: bool
    outdoor: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Work on one block on one day: the company is there from ``come``, works ``start`` to ``end``.

    Clocks in minutes. ``block`` is an index into ``Schedule.blocks``; ``units`` those worked on.
    """

    block: int
    place: str
    units: tuple[str, ...]
    night: bool
    come: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ShootDay:
    """One working day: its number in the city (from 0), date, call and stretches in order."""

    day: int
    date: date | None
    call: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class CompanyMove:
    """A move within a shift: leaves at clock ``leave``, takes ``minutes`` in all."""

    day: int
    one: str
    two: str
    leave: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days of a city; money in fen.

    ``cost`` is rent, crew and lodging of the days; ``bound`` no order of blocks goes below;
    ``hours_cost`` the same of the model of hours, ``rent_days`` and ``company_days`` what is paid
    for. Days without work between the first and the last are paid too. A place left and come back
    to on one day is hired twice.
    """

    status: Status
    blocks: tuple[Block, ...] = ()
    days: tuple[ShootDay, ...] = ()
    moves: tuple[CompanyMove, ...] = ()
    rent_days: Mapping[str, int] = field(default_factory=dict)
    company_days: int = 0
    cost: int | None = None
    bound: int | None = None
    hours_cost: int = 0
    warnings: tuple[Reason, ...] = ()

    @property
    def extra(self) -> int | None:
        """What whole days in order cost above (below, if negative) the model of hours."""
        return None if self.cost is None else self.cost - self.hours_cost


def site_blocks(
    problem: Problem, assignment: Mapping[str, str | None], city: int, stay: Stay
) -> tuple[Block, ...]:
    """The blocks of one city, in the order of places and clocks."""
    places = {place.id: place for place in problem.places}
    groups: dict[tuple[str, Span, bool], list[str]] = {}
    minutes = {unit.id: unit.minutes for unit in problem.units}
    for unit in problem.units:
        at = assignment.get(unit.id)
        if at is None or places[at].city != city:
            continue
        open_air = places[at].outdoor and unit.id not in stay.inside
        sun = stay.sun
        hours = stay.hours.get(unit.id)
        if hours is None and unit.night:
            hours = (sun.dark, DAY + sun.light)
        elif hours is None:
            hours = (sun.rise, sun.sets) if open_air else stay.work.indoors
        groups.setdefault((at, hours, open_air), []).append(unit.id)
    return tuple(
        Block(
            at,
            tuple(units),
            sum(minutes[one] for one in units) + (len(units) - 1) * problem.set_change_minutes,
            hours,
            hours[0] >= stay.sun.dark,
            open_air,
        )
        for (at, hours, open_air), units in sorted(groups.items())
    )


def calls_of(blocks: Sequence[Block], stay: Stay, day_minutes: int, setup: int) -> tuple[int, ...]:
    """The clocks at which a shift may begin: the day's call, and for hours it does not reach."""
    work = stay.work
    if work.calls:
        return tuple(sorted(set(work.calls)))
    calls = {work.call}
    for first, last in {block.hours for block in blocks}:
        reached = min(last, work.call + day_minutes) - max(first, work.call)
        if 2 * reached < min(last - first, day_minutes):
            calls.add(max(0, first - setup) // QUARTER * QUARTER)
            # a shift that takes other work along before, and ends with the last of these hours
            calls.add(max(0, -(-last // QUARTER) * QUARTER - day_minutes))
    return tuple(sorted(call for call in calls if call < DAY))


def parts(block: Block, minutes: Mapping[str, int], change: int, span: Span) -> tuple[str, ...]:
    """The units of ``block`` worked on between two points (minutes) of its work."""
    ends = [0]
    for unit in block.units:
        ends.append(ends[-1] + minutes[unit] + (change if len(ends) > 1 else 0))
    return tuple(
        unit
        for unit, (first, last) in zip(block.units, pairwise(ends), strict=True)
        if (first < span[1] and last > span[0]) or (first == last and span[0] <= first <= span[1])
    )
