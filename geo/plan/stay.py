"""One city of a plan: what is to be shot where, on which days, and the ways between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

from geo.plan.ground import Ground, Rules, Spot
from geo.plan.problem import Place, Problem
from geo.plan.shift import light_on
from geo.plan.visit import (
    ANY,
    DARK,
    DAWN,
    DAYLIGHT,
    DUSK,
    INDOORS,
    RANK,
    Days,
    Shift,
    Task,
    Visit,
    spans_on,
    visit,
)

APART = (
    frozenset((DAWN, DUSK, DAYLIGHT, INDOORS, DARK)),
    frozenset((DAWN, DUSK, DAYLIGHT, INDOORS, ANY)),
    frozenset((DUSK, DAYLIGHT, INDOORS, DARK, ANY)),
    frozenset((DAWN, DUSK, DAYLIGHT, INDOORS)),
    frozenset((DUSK, DARK, ANY)),
    frozenset((DUSK, DARK)),
    frozenset((DAWN, DAYLIGHT)),
    frozenset((DARK,)),
)
"""Kinds of light that a visit to a place can be for."""


@dataclass(frozen=True, slots=True)
class Hire:
    """A place and its work: tasks (indices) by rank of light, and what a day of it costs (fen).

    ``bits`` are those of its work in what is done, one per rank from ``first_bit`` on.
    """

    id: str
    rent: int
    tasks: tuple[tuple[int, ...], ...]
    ranks: tuple[int, ...]
    first_bit: int
    bits: int


@dataclass
class Stay:
    """The company in one city from a moment on.

    ``free`` is when it can begin, in minutes of day 0; ``since`` the first day that is paid for
    (None: the day of the first work). Days are numbered from the stay's own first.
    """

    rules: Rules
    days: Days
    tasks: tuple[Task, ...]
    hires: tuple[Hire, ...]
    ways: Mapping[tuple[int, int], tuple[int, int]]
    living: int
    free: int = 0
    since: int | None = None
    _known: dict[tuple[object, ...], Visit | None] = field(default_factory=dict)

    @property
    def tried(self) -> int:
        """Visits tried so far."""
        return len(self._known)

    @property
    def owner(self) -> dict[int, int]:
        """The place (index) of every task."""
        return {
            one: place
            for place, hire in enumerate(self.hires)
            for tasks in hire.tasks
            for one in tasks
        }

    def open_work(self, place: int, done: int) -> int:
        """The bits of a place's work that is not done."""
        return self.hires[place].bits & ~done

    def ended_on(self, place: int, bits: int, found: Visit) -> int:
        """Of some of a place's work (bits) what a visit has finished on its first day."""
        first = found.days[0][0]
        later = {self.tasks[one.task].rank for one in found.pieces if one.day != first}
        return sum(1 << bit for bit, rank in self._ranks(place, bits) if rank not in later)

    def parts(self, place: int, bits: int) -> set[int]:
        """Parts of some of a place's work (bits) worth a visit of their own, by their light."""
        ranks = self._ranks(place, bits)
        return {sum(1 << bit for bit, rank in ranks if rank in some) for some in APART}

    def _ranks(self, place: int, bits: int) -> list[tuple[int, int]]:
        hire = self.hires[place]
        return [
            (hire.first_bit + at, rank)
            for at, rank in enumerate(hire.ranks)
            if bits >> (hire.first_bit + at) & 1
        ]

    def wanted(self, place: int, bits: int) -> list[int]:
        """The tasks of some of a place's work."""
        hire = self.hires[place]
        return [
            task
            for at, tasks in enumerate(hire.tasks)
            if bits >> (hire.first_bit + at) & 1
            for task in tasks
        ]

    def visit(self, place: int, bits: int, shift: Shift, lead: int, at_set: str) -> Visit | None:
        """Shoot some of a place's work from a moment on."""
        key = (place, bits, shift, lead, at_set)
        if key not in self._known:
            self._known[key] = visit(
                self.days, self.tasks, self.wanted(place, bits), self.hires[place].id, shift,
                lead, at_set,
            )  # fmt: skip
        return self._known[key]

    def begin(self, place: int, bits: int, after: int, free: int, *, late: bool) -> Shift | None:
        """The first shift at a place on a day later than ``after``, once the crew has rested.

        ``late``: only where it makes a difference, called after the dawn for that of the next day.
        """
        dawn = any(rank == DAWN for _, rank in self._ranks(place, bits))
        if late and not dawn:
            return None
        return self.days.begin(self.hires[place].id, after, free, dawn=dawn, late=late)


def make_stay(
    problem: Problem,
    ground: Ground,
    city: int,
    sites: Mapping[str, tuple[Place, str]],
    first_day: int,
    days: int,
    without: frozenset[str] = frozenset(),
) -> Stay:
    """The stay in a city from calendar day ``first_day`` on, over ``days`` days at most.

    ``sites``: the place hired and the site used, by set shot in this city; ``without`` some strips.
    """
    ordered = sorted(
        (
            strip
            for strip in ground.strips.values()
            if strip.set_id in sites and strip.id not in without
        ),
        key=lambda one: (sites[one.set_id][0].id, RANK[one.kind]),
    )
    tasks = tuple(Task(one, sites[one.set_id][1], RANK[one.kind]) for one in ordered)
    places = {place.id: place for place, _ in sites.values()}
    hires = _hires(places, tasks, {site: place.id for place, site in sites.values()})
    dates = [
        None if ground.start is None else ground.start + timedelta(days=first_day + n)
        for n in range(days)
    ]
    spots = {place.id: _spots(ground, sites, place.id) for place in places.values()}
    opened = {
        one: [
            when is None
            or (
                place.is_open(when)
                and all(
                    spot.is_open(when) and not (spot.crowded and when in ground.holidays)
                    for spot in spots[one]
                )
            )
            for when in dates
        ]
        for one, place in places.items()
    }
    suns = [light_on(ground, city, first_day + n) for n in range(days)]
    return Stay(
        ground.rules,
        Days(ground.rules, suns, opened, [spans_on(sun, ground.rules) for sun in suns]),
        tasks,
        hires,
        _ways(ground, hires, spots),
        problem.crew_day + problem.cities[city].lodging,
    )


def _spots(ground: Ground, sites: Mapping[str, tuple[Place, str]], place: str) -> tuple[Spot, ...]:
    used = dict.fromkeys(site for owner, site in sites.values() if owner.id == place)
    return tuple(ground.spots[one] for one in used)


def _hires(
    places: Mapping[str, Place], tasks: Sequence[Task], owner: Mapping[str, str]
) -> tuple[Hire, ...]:
    hires, bit = [], 0
    for one, place in sorted(places.items()):
        groups: dict[int, list[int]] = {}
        for at, task in enumerate(tasks):
            if owner[task.site] == one:
                groups.setdefault(task.rank, []).append(at)
        parts = tuple(tuple(_sets_last(tasks, groups, rank)) for rank in sorted(groups))
        if parts:
            bits = ((1 << len(parts)) - 1) << bit
            hires.append(Hire(one, place.rent, parts, tuple(sorted(groups)), bit, bits))
            bit += len(parts)
    return tuple(hires)


def _sets_last(tasks: Sequence[Task], groups: Mapping[int, Sequence[int]], rank: int) -> list[int]:
    """Tasks of one light, those whose set has other work last: it goes on without a change."""
    others = {
        tasks[one].strip.set_id for key, some in groups.items() if key != rank for one in some
    }
    return sorted(groups[rank], key=lambda one: (tasks[one].strip.set_id in others, one))


def _ways(
    ground: Ground, hires: Sequence[Hire], spots: Mapping[str, Sequence[Spot]]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Minutes of a company move between two places, and of the drive in it, at the longest."""
    rules, ways = ground.rules, {}
    fixed = rules.wrap + rules.load + rules.unload + rules.relight
    for one, two in combinations(range(len(hires)), 2):
        found = [
            (0, 0) if a.base == b.base else _way(ground, a, b, fixed)
            for a in spots[hires[one].id]
            for b in spots[hires[two].id]
        ]
        ways[one, two] = ways[two, one] = max(found)
    return ways


def _way(ground: Ground, one: Spot, two: Spot, fixed: int) -> tuple[int, int]:
    try:
        drive = ground.way(one.id, two.id).minutes
    except KeyError:
        # nobody knows the road; the timetable of the day says so
        drive = 0
    return fixed + drive, drive
