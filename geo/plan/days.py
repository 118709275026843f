"""In which order the work of a city is shot on its days, at the least rent and fewest days.

States are (what is done, where the company stands, the shift under way); one more visit to a place
is put behind every state. Few states of each depth are kept at first, then more; as soon as a way
costs no more than any way must, it is the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from geo.plan.shift import DAY
from geo.plan.stay import Stay
from geo.plan.visit import ANY, DARK, DAWN, DAYLIGHT, DUSK, Piece, Shift, Visit
from geo.progress import Job, Step

COURSES = ((4, 0.1), (12, 0.1), (12, 0.3), (12, 0.0))
"""Most states kept of one depth, and how much scarce light weighs; one search after another."""

ENOUGH = 12_000
"""Visits tried for a whole plan: beyond these no further search is begun."""

PATIENCE = 2
"""Days on which a visit is tried to begin: the crew may arrive too late for the first dawn."""

NIGHTS = 2e-6
"""Of two ways that cost the same the one with less work at night is liked better."""

MOST_WAYS = 4
"""Ways of different length that a bound counts with, about."""

BEAT = 40
"""States taken on between two steps."""


class State(NamedTuple):
    """``done`` as bits, ``place`` the last (-1: none), ``moves`` within shifts so far.

    ``late``: minutes worked when others sleep.
    """

    done: int
    place: int
    shift: Shift
    rent: int
    moves: int
    late: int
    since: int
    today: tuple[int, ...]
    set_id: str
    visit: Visit | None
    parent: State | None


ROOT = State(0, -1, Shift(-1, 0, 0, 0), 0, 0, 0, -1, (), "", None, None)
"""Nothing is shot yet."""


@dataclass(frozen=True, slots=True)
class Laying:
    """The work of a city on its days: pieces in order, calls by day, fen of rent and living.

    ``days`` of the company are paid, ``last`` is the shift of the last one.
    """

    pieces: tuple[Piece, ...]
    calls: dict[int, int]
    cost: int
    days: int
    last: Shift


Found = tuple[tuple[int, int, int], State]
"""What a way to the end is judged by (fen, moves, late minutes), and its last state."""


def lay_days(
    stay: Stay,
    bound: int,
    courses: Sequence[tuple[int, float]] = COURSES,
    enough: int = ENOUGH,
) -> Job[Laying | None]:
    """Lay the work of a city on days; None: no way was found to, on these days.

    ``bound`` fen is what no laying goes below.
    """
    guide = Guide(stay)
    floor = max(bound, guide.least(ROOT))
    best: Found | None = None
    for width, care in courses:
        limit = None if best is None else best[0][0]
        found = yield from _search(stay, guide, width, care, limit)
        if found is not None and (best is None or found[0] < best[0]):
            best = found
        if best is not None and (best[0][0] <= floor or stay.tried > enough):
            break
    return None if best is None else _written(best[1], best[0][0])


def _search(
    stay: Stay, guide: Guide, width: int, care: float, limit: int | None
) -> Job[Found | None]:
    """The best way to the end among the states kept, ``width`` of each depth."""
    count = sum(hire.bits for hire in stay.hires).bit_count()
    layers: list[list[State]] = [[] for _ in range(count + 1)]
    layers[0].append(ROOT)
    for depth in range(count):
        states = _fewer(layers[depth])
        layers[depth] = []
        if limit is not None:
            states = [state for state in states if guide.least(state) <= limit]
        states.sort(key=lambda state: guide.rank(state, care))
        for n, state in enumerate(states[:width]):
            if n % BEAT == 0:
                yield Step("plan_days", depth, count)
            for child in _children(stay, state):
                layers[child.done.bit_count()].append(child)
    ends = [((_cost(stay, one), one.moves, one.late), one) for one in layers[count]]
    return min(ends, key=lambda one: one[0], default=None)


def _cost(stay: Stay, state: State) -> int:
    return state.rent + stay.living * (state.shift.day - state.since + 1)


def _children(stay: Stay, state: State) -> Iterator[State]:
    """Visit one more place: for all its open work, for what a day holds, for some of its light."""
    for place in range(len(stay.hires)):
        bits = stay.open_work(place, state.done)
        if not bits:
            continue
        parts = stay.parts(place, bits)
        for way in (_go_on, _anew, _late):
            found, today = way(stay, state, place, bits), 0
            if found is not None:
                yield _next(stay, state, place, bits, found)
                today = stay.ended_on(place, bits, found)
                if today == bits and way is _go_on and not found.waited:
                    # nothing is won by waiting for another day
                    break
            for some in {today, *parts} - {0, bits}:
                found = way(stay, state, place, some)
                if found is not None:
                    yield _next(stay, state, place, some, found)


def _go_on(stay: Stay, state: State, place: int, bits: int) -> Visit | None:
    """Shoot it in the shift under way."""
    shift, rules = state.shift, stay.rules
    if state.place < 0 or not stay.days.open_on[stay.hires[place].id][shift.day]:
        return None
    if state.place == place:
        return stay.visit(place, bits, shift, -1, state.set_id)
    away, drive = stay.ways[state.place, place]
    if drive >= rules.long_drive:
        if shift.clock >= rules.late:
            return None
        shift = shift._replace(slack=min(shift.slack, rules.late - 1 - shift.clock))
    return stay.visit(place, bits, shift, away + rules.setup, "")


def _anew(stay: Stay, state: State, place: int, bits: int, *, late: bool = False) -> Visit | None:
    """Shoot it from the next shift on, or from a later one where that has no light for it."""
    shift, free = state.shift, stay.free
    if state.place >= 0:
        free = shift.day * DAY + shift.clock + stay.rules.rest
    after = shift.day
    for _ in range(PATIENCE):
        begun = stay.begin(place, bits, after, free, late=late)
        if begun is None:
            return None
        found = stay.visit(place, bits, begun, stay.rules.setup, "")
        if found is not None:
            return found
        after = begun.day
    return None


def _late(stay: Stay, state: State, place: int, bits: int) -> Visit | None:
    """Shoot it from the next shift on, its dawn after the night."""
    return _anew(stay, state, place, bits, late=True)


def _next(stay: Stay, state: State, place: int, bits: int, found: Visit) -> State:
    first = found.days[0][0]
    today = first == state.shift.day
    again = today and place in state.today
    moved = today and place != state.place
    since = state.since
    if since < 0:
        since = first if stay.since is None else stay.since
    return State(
        state.done | bits,
        place,
        found.shift,
        state.rent + stay.hires[place].rent * (len(found.days) - again),
        state.moves + moved,
        state.late + _late_hours(stay, state, found),
        since,
        (*state.today, place) if found.shift.day == state.shift.day else (place,),
        found.set_id,
        found,
        state,
    )


def _late_hours(stay: Stay, state: State, found: Visit) -> int:
    quiet = stay.rules.quiet
    late = sum(max(0, end - quiet) for _, _, end in found.days)
    if found.days[0][0] == state.shift.day:
        late -= max(0, state.shift.clock - quiet)
    return late


class Open(NamedTuple):
    """What is left: fen of rent; minutes; places that want each twilight; minutes of other light.

    ``minutes`` are work, set-ups and ways, by the longest way that is counted (``Guide.ways``);
    ``light`` and ``dark`` those by daylight and by night.
    """

    rent: int
    minutes: tuple[int, ...]
    dawns: int
    dusks: int
    light: int
    dark: int


class Guide:
    """What is left to pay at least, and about how much it will be.

    A visit takes the way to the nearest other place, or ``ways[n]`` minutes where that is less; a
    new day saves one way, and so has room for ``ways[n]`` more. Any such number gives a bound.
    """

    def __init__(self, stay: Stay) -> None:
        self._stay = stay
        self._near = [
            min((way for (one, _), (way, _) in stay.ways.items() if one == place), default=0)
            for place in range(len(stay.hires))
        ]
        near = sorted({0, *self._near})
        self.ways = tuple(near[:: max(1, len(near) // MOST_WAYS)])
        self._work = [
            [sum(stay.tasks[one].strip.minutes for one in some) for some in hire.tasks]
            for hire in stay.hires
        ]
        # two places cannot share a dawn or a dusk that is shorter than the way between them
        spans = stay.days.spans
        longest = [
            max(last - first for one in spans for first, last in one[rank]) for rank in (DAWN, DUSK)
        ]
        self._apart = [one < min(self._near, default=0) + stay.rules.setup for one in longest]
        self._lit = max(last - first for first, last in (one[DAYLIGHT][0] for one in spans))
        nothing = Open(0, (0,) * len(self.ways), 0, 0, 0, 0)
        self._open: dict[int, Open] = {sum(hire.bits for hire in stay.hires): nothing}
        self._parts: dict[tuple[int, int], tuple[int, ...]] = {}

    def open(self, done: int) -> Open:
        """What is left when so much is done (bits)."""
        found = self._open.get(done)
        if found is None:
            parts = [
                self._part(place, (hire.bits & ~done) >> hire.first_bit)
                for place, hire in enumerate(self._stay.hires)
                if hire.bits & ~done
            ]
            rent, dawns, dusks, light, dark, *minutes = map(sum, zip(*parts, strict=True))
            found = self._open[done] = Open(rent, tuple(minutes), dawns, dusks, light, dark)
        return found

    def _part(self, place: int, left: int) -> tuple[int, ...]:
        """What is left at a place of which some work (bits of its own) is."""
        found = self._parts.get((place, left))
        if found is not None:
            return found
        rules, hire, near = self._stay.rules, self._stay.hires[place], self._near[place]
        work = [0] * (ANY + 1)
        for at, rank in enumerate(hire.ranks):
            if left >> at & 1:
                work[rank] += self._work[place][at]
        visits = max(1, -(-sum(work) // (rules.day - rules.setup)))
        made = (
            hire.rent * visits,
            *(int(work[rank] > 0) for rank in (DAWN, DUSK)),
            *(work[rank] + (rules.setup + near if work[rank] else 0) for rank in (DAYLIGHT, DARK)),
            *(sum(work) + visits * (rules.setup + min(way, near)) for way in self.ways),
        )
        self._parts[place, left] = made
        return made

    def _days(self, minutes: Sequence[int], free: int) -> float:
        """Days that so many minutes take, beyond what is ``free`` of the shift under way."""
        day = self._stay.rules.day
        return max(
            (need - free) / (day + way) for need, way in zip(minutes, self.ways, strict=True)
        )

    def least(self, state: State) -> int:
        """Fen of the whole city at least."""
        stay, shift = self._stay, state.shift
        left = self.open(state.done)
        rent, free = left.rent, 0
        begun = int(state.place >= 0)
        if begun:
            free = shift.call + shift.slack + stay.rules.day - shift.clock
            hire = stay.hires[state.place]
            if hire.bits & ~state.done:
                # the place where the company stands is hired and ready
                rent -= hire.rent
                free += stay.rules.setup + self._near[state.place]
        twilights = [
            count - begun
            for count, apart in zip((left.dawns, left.dusks), self._apart, strict=True)
            if apart
        ]
        more = max(0, ceil(self._days(left.minutes, free)), *twilights)
        return state.rent + rent + stay.living * (shift.day - max(state.since, 0) + 1 + more)

    def rank(self, state: State, care: float) -> tuple[float, int, int]:
        """What the whole city will cost, about: days in parts, and ``care`` for scarce light."""
        stay, shift = self._stay, state.shift
        left = self.open(state.done)
        free = 0 if state.place < 0 else shift.call + stay.rules.day - shift.clock
        scarce = (left.dawns, left.dusks, left.light / self._lit, left.dark / stay.rules.day)
        more = max(self._days(left.minutes, free), *scarce) + care * sum(scarce)
        days = shift.day - max(state.since, 0) + 1 + more
        tired = 1 + NIGHTS * state.late
        return state.rent + left.rent + stay.living * days * tired, state.moves, shift.clock


def _fewer(states: Sequence[State]) -> list[State]:
    """Drop states that another one beats: same work done at the same place, no dearer or later."""
    groups: dict[tuple[int, int, int], list[State]] = {}
    for state in sorted(states, key=lambda one: (one.rent, one.shift.day, one.shift.clock)):
        kept = groups.setdefault((state.done, state.place, state.since), [])
        if not any(_beats(one, state) for one in kept):
            kept.append(state)
    return [state for kept in groups.values() for state in kept]


def _beats(one: State, two: State) -> bool:
    a, b = one.shift, two.shift
    return (
        one.rent <= two.rent
        and a.day == b.day
        and a.clock <= b.clock
        and a.call >= b.call
        and a.call + a.slack >= b.call + b.slack
        and a.dark >= b.dark
        and one.moves <= two.moves
        and one.late <= two.late
    )


def _written(state: State, cost: int) -> Laying:
    """Follow the parents of a last state back."""
    visits: list[Visit] = []
    calls: dict[int, int] = {}
    at: State | None = state
    while at is not None and at.visit is not None:
        visits.append(at.visit)
        at = at.parent
    for found in visits[::-1]:
        calls.update((day, call) for day, call, _ in found.days)
    pieces = tuple(piece for found in visits[::-1] for piece in found.pieces)
    return Laying(pieces, calls, cost, state.shift.day - state.since + 1, state.shift)
