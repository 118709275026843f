"""The blocks of a city as tables: what may follow what, at what rent, and what is left at least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from geo.plan.blocks import Block, Stay
from geo.plan.clock import NEVER, Clock, Ints, Laid, kinds_of, lay, openings, quarters, rested, room
from geo.plan.problem import Problem

NONE = -1
"""No block was shot yet."""


class States(Protocol):
    """What a bound is taken of."""

    @property
    def done(self) -> NDArray[np.uint64]:
        """Blocks done, as bits."""

    @property
    def last(self) -> Ints:
        """The block shot last, or ``NONE``."""

    @property
    def moment(self) -> Ints:
        """When it ended."""

    @property
    def rent(self) -> Ints:
        """Fen of rent so far."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Tables of a city; blocks are numbered as in ``blocks``.

    ``fresh`` and ``again`` lay a block after another place and after its own; ``first`` are the
    days each can begin on. ``rent`` per block and day; ``moves`` quarters between two blocks and
    ``long`` whether the drive is a long one. ``needs`` (blocks, classes): quarters of work of each
    class of hours, ``room`` what one shift leaves for it; from ``classes`` on all work and ways.
    ``least`` are the days a block is hired at least, of which one may be shared where ``sharing``
    (fen) is not 0; ``sites`` are the bits of all blocks of such a place. ``opening`` and ``change``
    quarters are spent before a block.
    """

    blocks: tuple[Block, ...]
    clock: Clock
    fresh: tuple[Laid, ...]
    again: tuple[Laid, ...]
    first: tuple[tuple[Ints, Ints], ...]
    rent: Ints
    opening: int
    change: int
    usable: tuple[NDArray[np.bool_], ...]
    moves: Ints
    long: NDArray[np.bool_]
    late: int
    own: NDArray[np.bool_]
    needs: Ints
    room: Ints
    classes: int
    least: Ints
    sharing: Ints
    sites: tuple[tuple[int, int], ...]
    day_cost: int

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self.blocks)

    def follow(self, last: Ints, moment: Ints, block: int) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Shoot ``block`` next: moments of its end, rent, rows; once per way to begin."""
        if len(last) and last[0] == NONE:
            yield from self._begin(block)
            return
        own = self.own[last, block]
        yield self._in_shift(last, moment, block, own)
        for kind in range(len(self.clock.calls)):
            day = rested(self.clock, moment, kind)
            for after, laid, first in (
                (False, self.fresh[block], self.first[block][0]),
                (True, self.again[block], self.first[block][1]),
            ):
                start = first[kind, day]
                rows = np.flatnonzero((own == after) & (start != NEVER))
                begin = self.clock.at(start[rows], kind, 0)
                yield laid.end[begin], laid.hired[begin] * self.rent[block], rows

    def _begin(self, block: int) -> Iterator[tuple[Ints, Ints, Ints]]:
        """The first block, in every kind of shift."""
        row = np.zeros(1, dtype=np.int64)
        for kind in range(len(self.clock.calls)):
            day = self.first[block][0][kind, 0]
            if day != NEVER:
                begin = self.clock.at(row + day, kind, 0)
                laid = self.fresh[block]
                yield laid.end[begin], laid.hired[begin] * self.rent[block], row

    def _in_shift(
        self, last: Ints, moment: Ints, block: int, own: NDArray[np.bool_]
    ) -> tuple[Ints, Ints, Ints]:
        day, call, used = self.clock.split(moment)
        barred = self.long[last, block] & (self.clock.calls[call] + used >= self.late)
        used = used + self.moves[last, block]
        able = ~barred & (used <= self.clock.shift)
        begin = self.clock.at(day, call, np.minimum(used, self.clock.shift))
        end = np.where(own, self.again[block].end[begin], self.fresh[block].end[begin])
        hired = np.where(own, self.again[block].hired[begin] - 1, self.fresh[block].hired[begin])
        rows = np.flatnonzero(able & (end != NEVER))
        return end[rows], hired[rows] * self.rent[block], rows

    def floor(self, states: States) -> Ints:
        """A lower bound of rent, crew and lodging of the whole city: (states,)."""
        bits = np.uint64(1) << np.arange(self.count, dtype=np.uint64)
        left = ((states.done[:, None] & bits) == 0).astype(np.int64)
        rent = states.rent + left @ (self.least * self.rent - self.sharing)
        for site, fen in self.sites:
            rent = rent + fen * ((states.done & np.uint64(site)) == 0)
        day, _, used = self.clock.split(states.moment)
        begun = states.last != NONE
        return self._with_days(rent, left @ self.needs, np.where(begun, day + 1, 0), begun, used)

    def _with_days(
        self, rent: Ints, needs: Ints, days: Ints, begun: NDArray[np.bool_], used: Ints
    ) -> Ints:
        """Add the days that the work left fills beyond the present shift."""
        free = np.where(begun[:, None], self.room[None, :], 0)
        free[:, self.classes :] = np.where(begun, self.clock.shift - used, 0)[:, None]
        more = -(-np.maximum(needs - free, 0) // self.room)
        return np.asarray(rent + self.day_cost * (days + more.max(axis=1)))


def arrange(
    problem: Problem, blocks: tuple[Block, ...], city: int, stay: Stay, calls: Sequence[int]
) -> Layout:
    """Make the tables. Raises PlanError (plan_no_drive)."""
    work = stay.work
    clock = Clock(
        stay.days, kinds_of(calls), problem.day_minutes // 15, quarters(work.rest),
        quarters(work.least),
    )  # fmt: skip
    places = {place.id: place for place in problem.places}
    opening = quarters(max(problem.setup_minutes, work.unload + work.relight))
    change = quarters(problem.set_change_minutes)
    usable = [
        np.array([stay.usable(places[one.place], day) for day in range(stay.days)])
        for one in blocks
    ]
    fresh = [lay(clock, *pair, opening) for pair in zip(blocks, usable, strict=True)]
    again = [lay(clock, *pair, change) for pair in zip(blocks, usable, strict=True)]
    rent = np.array([places[one.place].rent for one in blocks], dtype=np.int64)
    own = np.array([[one.place == two.place for two in blocks] for one in blocks])
    shared = own.sum(axis=1) > 1
    drives, moves = _ways(blocks, stay)
    needs, rooms, classes = _needs(clock, blocks, np.where(shared, change, opening), moves)
    length = np.array([max(1, quarters(one.minutes)) for one in blocks])
    widest = np.array([max(1, int(room(clock, one.hours).max())) for one in blocks])
    sites = {
        sum(1 << int(k) for k in np.flatnonzero(row)): int(fen)
        for row, fen in zip(own[shared], rent[shared], strict=True)
    }
    living = problem.crew_day + problem.cities[city].lodging
    return Layout(
        blocks, clock, tuple(fresh), tuple(again),
        tuple((openings(clock, a), openings(clock, b)) for a, b in zip(fresh, again, strict=True)),
        rent, opening, change, tuple(usable), moves, drives >= work.long_drive,
        quarters(work.late), own, needs, rooms, classes,
        -(-length // widest), np.where(shared, rent, 0), tuple(sorted(sites.items())), living,
    )  # fmt: skip


def _ways(blocks: Sequence[Block], stay: Stay) -> tuple[Ints, Ints]:
    """Minutes of driving and quarters of a whole move between any two blocks."""
    drives = np.zeros((len(blocks), len(blocks)), dtype=np.int64)
    moves = np.zeros_like(drives)
    for row, one in enumerate(blocks):
        for column, two in enumerate(blocks):
            if one.place != two.place:
                drives[row, column] = stay.drive(one.place, two.place)
                moves[row, column] = quarters(stay.move(one.place, two.place))
    return drives, moves


def _needs(
    clock: Clock, blocks: Sequence[Block], before: Ints, moves: Ints
) -> tuple[Ints, Ints, int]:
    """Quarters of work per class of hours, then of all work; a shift's room; how many classes.

    All work counts the shortest way to each block, or ``way`` where that is less; each new shift
    saves one way, and so has room for ``way`` more. Any ``way`` gives a bound.
    """
    hours = sorted({block.hours for block in blocks})
    work = np.array([max(1, quarters(block.minutes)) for block in blocks], dtype=np.int64)
    columns = [work * np.array([block.hours == one for block in blocks]) for one in hours]
    rooms = [max(1, int(room(clock, one).max())) for one in hours]
    alone = np.where(np.eye(len(blocks), dtype=bool), np.iinfo(np.int64).max, moves)
    nearest = alone.min(axis=0) if len(blocks) > 1 else np.zeros(1, int)
    for way in sorted({0, *(int(one) for one in nearest)}):
        columns.append(work + before + np.minimum(nearest, way))
        rooms.append(clock.shift + way)
    return np.stack(columns, axis=1), np.array(rooms, dtype=np.int64), len(hours)
