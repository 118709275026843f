"""The clocks of one shift: entries in their order, when the crew is called, when work falls out.

The order is kept as it is told. Only the call is chosen, where nobody has said it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.model import Strip, StripKind, SunTimes
from geo.model.plans import Span
from geo.plan.ground import Ground, Rules, Spot, Way

Ints = NDArray[np.int64]
DAY = 1_440
QUARTER = 15
"""Minutes; calls are chosen in quarter-hours."""

EQUINOX = SunTimes(light=336, rise=360, sets=1_080, dark=1_104, dated=False)
"""Day and night alike, by the sun's own time; civil twilight takes some 24 minutes."""

GOLDEN = 60
"""Minutes: dawn goes on so long after sunrise, dusk begins so long before sunset."""


class Work(NamedTuple):
    """An entry whose strip and site are known; ``done`` minutes of the strip came before it."""

    strip: Strip
    spot: Spot
    minutes: int
    done: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies before an entry: a move, setting up, a change of sets.

    ``ready`` minutes of setting up or changing come after ``away`` minutes of the move, ``drive``
    of them on the road. ``km`` None: nobody knows the road.
    """

    ready: int
    moves: bool = False
    away: int = 0
    drive: int = 0
    km: float | None = 0.0


class Placed(NamedTuple):
    """An entry with its clocks; ``dark`` minutes of it lie outside its light, ``light``."""

    work: Work
    come: int
    start: int
    end: int
    dark: int
    light: Span | None


def light_of(kind: StripKind, sun: SunTimes, rules: Rules) -> tuple[Span, ...]:
    """The clocks between which a strip can be shot; none: at any hour."""
    match kind:
        case StripKind.EXT_DAY:
            return ((sun.rise, sun.sets),)
        case StripKind.EXT_NIGHT:
            return ((sun.dark, sun.light + DAY),)
        case StripKind.DUSK:
            return ((sun.sets - GOLDEN, sun.dark),)
        case StripKind.DAWN:
            return ((sun.light, sun.rise + GOLDEN),)
        case StripKind.INT_DAY if rules.inside_to - rules.inside_from < DAY:
            return ((rules.inside_from, rules.inside_to),)
        case _:
            return ()


def lights_of(
    works: Sequence[Work], suns: Mapping[int, SunTimes], rules: Rules
) -> list[tuple[Span, ...]]:
    """The light of each work of a day, ``suns`` by city; after a night the next dawn is one too."""
    lights, night = [], False
    for work in works:
        kind = work.strip.kind
        spans = light_of(kind, suns[work.spot.city], rules)
        if kind is StripKind.DAWN and night:
            spans = (*spans, *((first + DAY, last + DAY) for first, last in spans))
        lights.append(spans)
        night |= kind is StripKind.EXT_NIGHT
    return lights


def gaps_of(ground: Ground, works: Sequence[Work]) -> tuple[Gap, ...]:
    """What lies before each entry of a day; every day begins with setting up."""
    first = Gap(ground.rules.setup)
    return (first, *(_between(ground, one, two) for one, two in pairwise(works)))


def _between(ground: Ground, one: Work, two: Work) -> Gap:
    rules = ground.rules
    if one.spot.base == two.spot.base:
        return Gap(0 if one.strip.set_id == two.strip.set_id else rules.change)
    way = road(ground, one.spot, two.spot)
    drive = 0 if way is None else way.minutes
    away = rules.wrap + rules.load + drive + rules.unload + rules.relight
    return Gap(rules.setup, True, away, drive, None if way is None else way.km)


def road(ground: Ground, one: Spot, two: Spot) -> Way | None:
    """The road between two sites, None where nobody knows it."""
    try:
        return ground.way(one.id, two.id)
    except KeyError:
        return None


class Clocks(NamedTuple):
    """One work behind each of many calls, (C,): when it starts, minutes of it out of its light.

    ``second``: where it is done in the second of its lights, not the first. None: it has not two.
    """

    start: Ints
    dark: Ints
    second: NDArray[np.bool_] | None = None


def lay(
    works: Sequence[Work],
    gaps: Sequence[Gap],
    lights: Sequence[Sequence[Span]],
    calls: Ints,
    longest: int,
) -> list[Clocks]:
    """Lay works behind each of ``calls`` (C,): nothing waits but for its light.

    That is the first one, or where it is gone or further off than a shift is long the second.
    """
    laid, clock, none = [], calls, np.zeros_like(calls)
    for work, gap, spans in zip(works, gaps, lights, strict=True):
        start, dark, second = clock + (gap.away + gap.ready), none, None
        if spans:
            first: Ints | int = spans[0][0]
            last: Ints | int = spans[0][1]
            if len(spans) > 1:
                then = spans[1]
                gone = (start >= last) | (first - start > longest)
                second = gone & (start < then[1]) & (then[0] - start <= longest)
                first, last = np.where(second, then[0], first), np.where(second, then[1], last)
            start = np.where(start < last, np.maximum(start, first), start)
            dark = np.minimum(np.maximum(start + (work.minutes - last), 0), work.minutes)
        laid.append(Clocks(start, dark, second))
        clock = start + work.minutes
    return laid


def best_call(laid: Sequence[Clocks], end: Ints, calls: Ints, rules: Rules, free: int) -> int:
    """Which of ``calls`` breaks light, shift and rest by the fewest minutes: an index.

    Of equals the call that keeps the rest best and lies least before ``rules.call``, then the
    earliest wrap, then the latest call. ``free``: when the crew has rested.
    """
    tired = np.maximum(0, free - calls)
    broken = tired + np.maximum(0, end - calls - rules.day)
    for one in laid:
        broken = broken + one.dark
    order = np.lexsort((-calls, end, np.maximum(0, rules.call - calls), tired, broken))
    return int(order[0])


@dataclass(frozen=True, slots=True)
class Shift:
    """One working day with its clocks, minutes from midnight of that day.

    ``free``: when the crew has rested after the shift before and the ``trip`` between the two
    (minutes; 0: none), never before that; None for the first shift.
    """

    day: int
    date: date | None
    call: int
    gaps: tuple[Gap, ...]
    placed: tuple[Placed, ...]
    free: int | None
    trip: int

    @property
    def wrap(self) -> int:
        """The end of the last work."""
        return self.placed[-1].end

    @property
    def first(self) -> Spot:
        """Where the day begins."""
        return self.placed[0].work.spot

    @property
    def last(self) -> Spot:
        """Where it ends; the company sleeps in its city."""
        return self.placed[-1].work.spot


def light_on(ground: Ground, city: int, day: int) -> SunTimes:
    """The light over a city on a day; where nobody knows it, the equinox at six o'clock."""
    when = date_of(ground, day)
    for key in ((city, when), (city, None)):
        try:
            return ground.suns[key]
        except KeyError:
            continue
    return EQUINOX


def date_of(ground: Ground, day: int) -> date | None:
    """The date of a day, where dates are known."""
    return None if ground.start is None else ground.start + timedelta(days=day)


def make_shift(
    ground: Ground,
    day: int,
    works: Sequence[Work],
    told: int | None,
    before: Shift | None,
    trip: int,
) -> Shift:
    """Lay the works of a day, called when ``told``, else when it suits."""
    rules = ground.rules
    gaps = gaps_of(ground, works)
    suns = {city: light_on(ground, city, day) for city in {work.spot.city for work in works}}
    lights = lights_of(works, suns, rules)
    free = None
    if before is not None:
        free = before.wrap + trip + rules.rest - DAY * (day - before.day)
    calls = np.arange(0, DAY, QUARTER) if told is None else np.array([told])
    laid = lay(works, gaps, lights, calls, rules.day)
    end = laid[-1].start + works[-1].minutes
    at = best_call(laid, end, calls, rules, 0 if free is None else free) if told is None else 0
    call = int(calls[at])
    placed, clock = [], call
    for work, gap, spans, one in zip(works, gaps, lights, laid, strict=True):
        come, start = clock + gap.away, int(one.start[at])
        light = spans[int(one.second is not None and one.second[at])] if spans else None
        clock = start + work.minutes
        placed.append(Placed(work, come, start, clock, int(one.dark[at]), light))
    return Shift(day, date_of(ground, day), call, gaps, tuple(placed), free, trip)
