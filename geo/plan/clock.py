"""Where the work on a block ends when it begins at any moment, as tables.

A moment is (day, call, quarter-hours since the call), numbered through. Work on a block goes on
day after day, as long as its hours and the shift allow, and is not left for another place before
it is done; the next shift begins at the call that gives it most time, after the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.plan.blocks import DAY, QUARTER, Block

Ints = NDArray[np.int64]
DAY_Q = DAY // QUARTER
NEVER = -1


class Clock(NamedTuple):
    """Days, clocks of calls (quarters), quarters of a shift, of rest, and the least stretch."""

    days: int
    calls: Ints
    shift: int
    rest: int
    least: int

    @property
    def size(self) -> int:
        """How many moments there are."""
        return self.days * len(self.calls) * (self.shift + 1)

    def split(self, moment: Ints) -> tuple[Ints, Ints, Ints]:
        """Day, call and quarters since the call."""
        rest, used = np.divmod(moment, self.shift + 1)
        day, call = np.divmod(rest, len(self.calls))
        return day, call, used

    def at(self, day: Ints, call: Ints | int, used: Ints | int) -> Ints:
        """Number of a moment."""
        return (day * len(self.calls) + call) * (self.shift + 1) + used


class Laid(NamedTuple):
    """Per moment: where work begun then ends (``NEVER``: it cannot), and the days it is hired."""

    end: Ints
    hired: Ints


def quarters(minutes: int) -> int:
    """Quarter-hours, rounded up."""
    return -(-minutes // QUARTER)


def span_quarters(hours: tuple[int, int]) -> tuple[int, int]:
    """Clocks as quarters, rounded inwards."""
    return quarters(hours[0]), hours[1] // QUARTER


def room(clock: Clock, hours: tuple[int, int]) -> Ints:
    """Quarters of work a whole shift of each call leaves within ``hours``."""
    first, last = span_quarters(hours)
    ends = np.minimum(clock.calls + clock.shift, last)
    return np.asarray(np.maximum(ends - np.maximum(clock.calls, first), 0))


def lay(clock: Clock, block: Block, usable: NDArray[np.bool_], before: int) -> Laid:
    """Lay ``block`` from every moment on, ``before`` quarters of setting up first."""
    first, last = span_quarters(block.hours)
    work = max(1, quarters(block.minutes))
    day, call, used = clock.split(np.arange(clock.size))
    ends = np.minimum(clock.calls[call] + clock.shift, last)
    begin = np.maximum(clock.calls[call] + used + before, first)
    today = np.maximum(ends - begin, 0)
    alive = usable[day] & (today >= min(work, clock.least))
    left = work - np.minimum(today, work)
    finish = begin + np.minimum(today, work)
    hired = np.ones(clock.size, dtype=np.int64)
    worked = day.copy()
    full = room(clock, block.hours)
    liked = np.lexsort((clock.calls, -full))
    while True:
        open_ = np.flatnonzero(alive & (left > 0))
        if not len(open_):
            break
        day[open_] += 1
        open_ = _drop(alive, open_, day[open_] >= clock.days)
        open_ = open_[usable[day[open_]]]
        chosen = np.full(len(open_), NEVER)
        free = finish[open_] + clock.rest - DAY_Q * (day[open_] - worked[open_])
        for kind in liked[::-1]:
            fits = (clock.calls[kind] >= free) & (
                full[kind] >= np.minimum(left[open_], clock.least)
            )
            chosen[fits & (full[kind] > 0)] = kind
        there = open_[chosen >= 0]
        kinds = chosen[chosen >= 0]
        spent = np.minimum(full[kinds], left[there])
        begin = np.maximum(clock.calls[kinds], first)
        call[there], worked[there], finish[there] = kinds, day[there], begin + spent
        left[there] -= spent
        hired[there] += 1
    end = clock.at(worked, call, finish - clock.calls[call])
    return Laid(np.where(alive, end, NEVER), hired)


def _drop(alive: NDArray[np.bool_], rows: Ints, gone: NDArray[np.bool_]) -> Ints:
    alive[rows[gone]] = False
    return rows[~gone]


class Walk(NamedTuple):
    """One day's part of a block: quarters of coming, beginning and ending work."""

    day: int
    call: int
    come: int
    start: int
    end: int


def walk(
    clock: Clock, block: Block, usable: NDArray[np.bool_], before: int, begin: int
) -> list[Walk]:
    """Day by day what ``lay`` tells the end of, for work begun at the moment ``begin``."""
    first, last = span_quarters(block.hours)
    left = max(1, quarters(block.minutes))
    day, call, used = (int(one) for one in clock.split(np.array(begin)))
    full = room(clock, block.hours)
    come = int(clock.calls[call]) + used
    parts: list[Walk] = []
    while True:
        start = max(come + before, first)
        end = min(start + left, int(clock.calls[call]) + clock.shift, last)
        parts.append(Walk(day, call, come, start, end))
        left -= end - start
        if left <= 0:
            return parts
        worked, before = day, 0
        kinds: list[int] = []
        while not kinds:
            day += 1
            free = end + clock.rest - DAY_Q * (day - worked)
            kinds = [
                kind
                for kind, clock_in in enumerate(clock.calls)
                if usable[day] and clock_in >= free and full[kind] >= max(1, min(left, clock.least))
            ]
        call = max(kinds, key=lambda kind: (full[kind], -clock.calls[kind]))
        come = int(clock.calls[call])


def openings(clock: Clock, laid: Laid) -> Ints:
    """Per call and day (calls, days + 2): the first day from then on on which work can begin."""
    starts = laid.end.reshape(clock.days, len(clock.calls), clock.shift + 1)[:, :, 0] != NEVER
    first = np.full((len(clock.calls), clock.days + 2), NEVER, dtype=np.int64)
    for day in range(clock.days - 1, -1, -1):
        first[:, day] = np.where(starts[day], day, first[:, day + 1])
    return first


def rested(clock: Clock, moment: Ints, kind: int) -> Ints:
    """The first day on which a shift of call ``kind`` may begin after a wrap at ``moment``."""
    day, call, used = clock.split(moment)
    wait = clock.calls[call] + used + clock.rest - clock.calls[kind]
    return np.asarray(np.minimum(day + np.maximum(1, -(-wait // DAY_Q)), clock.days + 1))


def kinds_of(calls: Sequence[int]) -> Ints:
    """Clocks of calls in quarters."""
    return np.array([quarters(call) for call in calls], dtype=np.int64)
