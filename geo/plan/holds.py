"""Who of the cast works on which days, is held between, and an order of days that holds less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.model import Arrangement, Strip
from geo.plan.days import Laying
from geo.plan.shift import DAY
from geo.plan.stay import Stay
from geo.plan.talent import MOST, Actor, order_scenes
from geo.plan.visit import DAWN, Piece, Shift
from geo.progress import Job

QUICK = (100, 1_000)
"""Most states kept when the days of a city are ordered."""


@dataclass(frozen=True, slots=True)
class CastDays:
    """An actor's days, numbered as in the arrangement.

    ``works`` in order; ``holds`` those between the first and the last on which he has no scene.
    """

    name: str
    works: tuple[int, ...]

    @property
    def holds(self) -> tuple[int, ...]:
        """Days he is paid for and does not play."""
        return tuple(day for day in range(self.works[0], self.works[-1]) if day not in self.works)


def cast_days(strips: Mapping[str, Strip], arrangement: Arrangement) -> tuple[CastDays, ...]:
    """The days of everybody who plays, those first who begin first."""
    works: dict[str, set[int]] = {}
    for order in arrangement.days:
        for entry in order.entries:
            for name in strips[entry.strip_id].cast if entry.strip_id in strips else ():
                works.setdefault(name, set()).add(order.day)
    found = [CastDays(name, tuple(sorted(days))) for name, days in works.items()]
    return tuple(sorted(found, key=lambda one: (one.works[0], -len(one.works), one.name)))


def shorter(stay: Stay, laying: Laying) -> Job[Laying]:
    """The same days of a city in an order with fewer held days, at no more cost.

    Every actor's day counts the same: nobody has told what they are paid. An order that breaks a
    rule of light, rest or opening days is not taken.
    """
    days = sorted({piece.day for piece in laying.pieces})
    if len(days) < 3 or len(days) > MOST:
        return laying
    parts = [tuple(one for one in laying.pieces if one.day == day) for day in days]
    casts = [{name for one in part for name in stay.tasks[one.task].strip.cast} for part in parts]
    names = sorted(set().union(*casts))
    actors = [
        Actor(name, 1, frozenset(n for n, cast in enumerate(casts) if name in cast))
        for name in names
    ]
    found = yield from order_scenes([1] * len(days), actors, QUICK)
    best, order = laying, tuple(range(len(days)))
    for first in (order, found.order, found.order[::-1]):
        moved = _moved(stay, laying, parts, days, first)
        if moved is None:
            continue
        moved, first = _climb(stay, laying, parts, days, first, casts, moved)
        if _held(days, first, casts) < _held(days, order, casts):
            best, order = moved, first
    return best


def stretched(stay: Stay, laying: Laying, days: int) -> Laying:
    """The work of a city over ``days`` company days, its last day later; as it is where it cannot.

    The company waits in between: a subsidy pays for that.
    """
    more, last = days - laying.days, laying.last.day
    to = last + more
    if more <= 0 or to >= len(stay.days.suns):
        return laying
    part = tuple(one._replace(day=to) for one in laying.pieces if one.day == last)
    before = max((one.day for one in laying.pieces if one.day < last), default=-1)
    shift = None if before < 0 else _on_day(stay, part, to, before, 0)
    if shift is None:
        return laying
    calls = {day: call for day, call in laying.calls.items() if day != last} | {to: shift.call}
    pieces = (*(one for one in laying.pieces if one.day < last), *part)
    cost = laying.cost + more * stay.living
    return replace(laying, pieces=pieces, calls=calls, cost=cost, days=days, last=shift)


def _climb(
    stay: Stay,
    laying: Laying,
    parts: Sequence[tuple[Piece, ...]],
    days: Sequence[int],
    order: tuple[int, ...],
    casts: Sequence[set[str]],
    best: Laying,
) -> tuple[Laying, tuple[int, ...]]:
    """Move single days while that holds less and breaks no rule."""
    going = True
    while going:
        going = False
        held = _held(days, order, casts)
        for other in _near(order):
            if _held(days, other, casts) >= held:
                continue
            moved = _moved(stay, laying, parts, days, other)
            if moved is not None:
                best, order, going = moved, other, True
                break
    return best, order


def _near(order: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The order with one day put elsewhere."""
    for at, one in enumerate(order):
        rest = order[:at] + order[at + 1 :]
        for to in range(len(order)):
            if to != at:
                yield (*rest[:to], one, *rest[to:])


def _held(days: Sequence[int], order: Sequence[int], casts: Sequence[set[str]]) -> int:
    """Days of all actors from their first to their last."""
    on: dict[str, list[int]] = {}
    for day, part in zip(days, order, strict=True):
        for name in casts[part]:
            on.setdefault(name, []).append(day)
    return sum(some[-1] - some[0] + 1 for some in on.values())


def _moved(
    stay: Stay,
    laying: Laying,
    parts: Sequence[tuple[Piece, ...]],
    days: Sequence[int],
    order: Sequence[int],
) -> Laying | None:
    """The days' work in another order; None where that breaks a rule."""
    free, after = stay.free, -1
    pieces: list[Piece] = []
    calls: dict[int, int] = {}
    shift = laying.last
    for day, part in zip(days, order, strict=True):
        found = _on_day(stay, parts[part], day, after, free)
        if found is None:
            return None
        shift = found
        pieces += [one._replace(day=day) for one in parts[part]]
        calls[day] = shift.call
        free, after = DAY * day + shift.clock + stay.rules.rest, day
    return replace(laying, pieces=tuple(pieces), calls=calls, last=shift)


def _on_day(stay: Stay, part: Sequence[Piece], day: int, after: int, free: int) -> Shift | None:
    """A day's work laid on a day as it stands; None where it does not fit."""
    owner, rules = stay.owner, stay.rules
    first = owner[part[0].task]
    dawn = stay.tasks[part[0].task].rank == DAWN
    shift = stay.days.begin(stay.hires[first].id, day - 1, free, dawn=dawn)
    if shift is None or shift.day != day or day <= after:
        return None
    before: Piece | None = None
    for one in part:
        place = owner[one.task]
        if not stay.days.open_on[stay.hires[place].id][day]:
            return None
        task = stay.tasks[one.task]
        lead = rules.setup
        if before is not None and owner[before.task] == place:
            same = stay.tasks[before.task].strip.set_id == task.strip.set_id
            lead = 0 if same else rules.change
        elif before is not None:
            away, drive = stay.ways[owner[before.task], place]
            lead += away
            if drive >= rules.long_drive:
                if shift.clock >= rules.late:
                    return None
                shift = shift._replace(slack=min(shift.slack, rules.late - 1 - shift.clock))
        laid = stay.days.put(shift, lead, task.rank, one.minutes)
        if laid is None or laid[1] < one.minutes:
            return None
        shift, before = laid[0], one
    return shift
