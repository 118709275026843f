"""Work at one place: from when the company comes until all that was asked for is shot.

The call of a shift is not fixed before the shift is full: where work has to wait for its light,
what was laid before it is moved later as far as its own light allows, and the call with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geo.model import Strip, StripKind, SunTimes
from geo.model.plans import Span
from geo.plan.ground import Rules
from geo.plan.shift import DAY, light_of

ANY_HOUR: tuple[Span, ...] = ((0, 2 * DAY),)

DAWN, DUSK, DAYLIGHT, INDOORS, DARK, ANY = range(6)
"""Kinds of light, those first that are gone soonest: of several the first is shot."""

RANK = {
    StripKind.DAWN: DAWN,
    StripKind.DUSK: DUSK,
    StripKind.EXT_DAY: DAYLIGHT,
    StripKind.EXT_NIGHT: DARK,
    StripKind.INT_DAY: INDOORS,
    StripKind.INT_NIGHT: ANY,
}
_KINDS = sorted(RANK, key=lambda kind: RANK[kind])

MOST_EMPTY = 8
"""Days in a row on which a place is open and yet none of its work can be done."""


class Shift(NamedTuple):
    """A shift under way: its day and call, the clock, and how much later all of it could begin.

    ``dark``: there was work outside by night, so that the dawn after it belongs to the shift.
    """

    day: int
    call: int
    clock: int
    slack: int
    dark: bool = False


class Piece(NamedTuple):
    """``minutes`` of a strip (index into the tasks of the stay) on one day."""

    day: int
    task: int
    minutes: int


class Task(NamedTuple):
    """A strip and the site it is shot at."""

    strip: Strip
    site: str
    rank: int


class Visit(NamedTuple):
    """What was shot: the shift it ended in, the set shot last, call and end of each day of hire.

    ``waited``: for some of it the company stood by until there was light.
    """

    shift: Shift
    days: tuple[tuple[int, int, int], ...]
    pieces: tuple[Piece, ...]
    set_id: str
    waited: bool


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one city: rules, light by day, days on which a place is open (``open_on``).

    ``spans`` by day and rank: the clocks between which work can be shot, the dawn after a night
    the second of its rank.
    """

    rules: Rules
    suns: Sequence[SunTimes]
    open_on: Mapping[str, Sequence[bool]]
    spans: Sequence[Sequence[tuple[Span, ...]]]

    def put(
        self, shift: Shift, lead: int, rank: int, minutes: int, until: int = 2 * DAY
    ) -> tuple[Shift, int, int] | None:
        """Lay work behind a shift: the shift then, the minutes done, the minutes waited.

        ``lead`` minutes lie before it, it goes on to ``until`` at most. None: too little is left
        of the shift or of the light.
        """
        day, call, clock, slack, dark = shift
        rules, ready = self.rules, clock + lead
        spans = self.spans[day][rank]
        # the dawn of the next day belongs to a shift that has worked outside by night
        for first, last in spans if dark else spans[:1]:
            wait = first - ready if first > ready else 0
            later = wait if wait < slack else slack
            start = ready + wait
            spent = min(minutes, last - start, until - start, call + later + rules.day - start)
            if spent < minutes:
                # neither what is done today nor what is left is too short to be worth it
                spent = min(spent, minutes - rules.least)
                if spent < rules.least:
                    continue
            end, slack = start + spent, min(slack - later, last - start - spent)
            return Shift(day, call + later, end, slack, dark or rank == DARK), spent, wait
        return None

    def begin(
        self, place: str, after: int, free: int, *, dawn: bool, late: bool = False
    ) -> Shift | None:
        """The first shift at a place on a day later than ``after``.

        ``free``: when the crew has rested, in minutes of day 0. ``dawn``: it is called for the
        dawn; ``late``: after it, for the dawn of the next day. None: the days are all gone.
        """
        opened, rules = self.open_on[place], self.rules
        for day in range(after + 1, len(opened)):
            call = rules.call
            if dawn and late:
                call = max(call, self.spans[day][DAWN][0][1] - rules.least)
            elif dawn:
                call = max(0, min(call, self.suns[day].light - rules.setup))
            call = max(call, free - DAY * day)
            if opened[day] and call < DAY:
                return Shift(day, call, call, DAY - 1 - call)
        return None


def spans_on(sun: SunTimes, rules: Rules) -> tuple[tuple[Span, ...], ...]:
    """The clocks of a day between which work can be shot, by rank."""
    spans = [light_of(kind, sun, rules) or ANY_HOUR for kind in _KINDS]
    spans[DAWN] = (*spans[DAWN], *((first + DAY, last + DAY) for first, last in spans[DAWN]))
    return tuple(spans)


class _Left:
    """What is left to shoot at a place, by rank."""

    def __init__(self, tasks: Sequence[Task], wanted: Iterable[int]) -> None:
        self.tasks = tasks
        self.by_rank: dict[int, dict[int, int]] = {}
        for one in wanted:
            task = tasks[one]
            self.by_rank.setdefault(task.rank, {})[one] = task.strip.minutes
        self.need = {rank: sum(some.values()) for rank, some in self.by_rank.items()}

    def next(self, rank: int, at_set: str) -> int:
        """The next task of a rank: one of the set that stands there, else the first."""
        some = self.by_rank[rank]
        for one in some:
            if self.tasks[one].strip.set_id == at_set:
                return one
        return next(iter(some))

    def done(self, rank: int, task: int, minutes: int) -> None:
        """Take off what was shot."""
        some = self.by_rank[rank]
        some[task] -= minutes
        self.need[rank] -= minutes
        if some[task] <= 0:
            del some[task]
            if not some:
                del self.by_rank[rank], self.need[rank]


def visit(
    days: Days,
    tasks: Sequence[Task],
    wanted: Iterable[int],
    place: str,
    shift: Shift,
    lead: int,
    at_set: str,
) -> Visit | None:
    """Shoot the ``wanted`` tasks (indices) at a place, ``lead`` minutes after the clock.

    ``lead`` -1: the company is there, sets are only changed; ``at_set``: the set that stands there
    already. None: they cannot be shot on these days.
    """
    rules = days.rules
    left = _Left(tasks, wanted)
    pieces: list[Piece] = []
    hired: dict[int, tuple[int, int, int]] = {}
    waited, empty = False, 0
    while left.by_rank:
        rank = _choose(days, left, shift, lead, at_set)
        if rank is None:
            empty += 1
            if empty > MOST_EMPTY or not pieces:
                return None
            free = DAY * shift.day + shift.clock + rules.rest
            later = days.begin(place, shift.day, free, dawn=DAWN in left.by_rank)
            if later is None:
                return None
            shift, lead, at_set = later, rules.setup, ""
            continue
        until = _until(days, left, rank, shift)
        while rank in left.by_rank:
            task = left.next(rank, at_set)
            same = tasks[task].strip.set_id == at_set
            gap = lead if lead >= 0 else 0 if same else rules.change
            laid = days.put(shift, gap, rank, left.by_rank[rank][task], until)
            if laid is None:
                break
            shift, spent, wait = laid
            waited |= wait > 0
            pieces.append(Piece(shift.day, task, spent))
            at_set, lead, empty = tasks[task].strip.set_id, -1, 0
            left.done(rank, task, spent)
        hired[shift.day] = (shift.day, shift.call, shift.clock)
    return Visit(shift, tuple(hired.values()), tuple(pieces), at_set, waited)


def _choose(days: Days, left: _Left, shift: Shift, lead: int, at_set: str) -> int | None:
    """What to shoot next: the light that waits least, of those what is gone soonest."""
    best, chosen = 2 * DAY, None
    for rank in sorted(left.by_rank):
        task = left.next(rank, at_set)
        same = left.tasks[task].strip.set_id == at_set
        gap = lead if lead >= 0 else 0 if same else days.rules.change
        until = _until(days, left, rank, shift)
        laid = days.put(shift, gap, rank, left.by_rank[rank][task], until)
        if laid is not None and laid[2] < best:
            best, chosen = laid[2], rank
            if not best:
                break
    return chosen


def _until(days: Days, left: _Left, rank: int, shift: Shift) -> int:
    """Until when work of a rank may go on, so that what wants dusk or dark can be done today."""
    until = 2 * DAY
    rules = days.rules
    for other in (DUSK, DARK):
        need = left.need.get(other)
        if need is None or other >= rank:
            continue
        first, last = days.spans[shift.day][other][0]
        end = min(last, shift.call + rules.day)
        if end - max(first, shift.clock) >= min(need, rules.least):
            until = min(until, max(first, end - need - rules.change))
    return until
