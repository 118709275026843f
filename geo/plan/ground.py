"""What a day is laid out on: strips, sites, ways between them, light, dates and rules of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from geo.model import Strip, SunTimes


@dataclass(frozen=True, slots=True)
class Spot:
    """A site as a day sees it; ``city`` is its index, ``lat`` and ``lon`` degrees WGS-84.

    ``homes``: people live beside it. ``crowded``: a scenic area not to be used on holidays.
    ``closed`` weekdays (Monday 0), ``windows`` and ``shut`` days as of ``problem.Place``.
    ``parent``: the base whose child set it is, so that going between two sets of one base is a
    change of set and no company move. ``hire``: the site whose hire it is, where that is told;
    then sites of one hire are one base, and others none.
    """

    id: str
    city: int
    lat: float
    lon: float
    district: str = ""
    outdoor: bool = False
    homes: bool = False
    crowded: bool = False
    closed: frozenset[int] = frozenset()
    windows: tuple[tuple[date, date], ...] = ()
    parent: str = ""
    shut: frozenset[date] = frozenset()
    hire: str = ""

    @property
    def base(self) -> str:
        """The base it belongs to, itself where it belongs to none."""
        return self.hire or self.parent or self.id

    def is_open(self, day: date) -> bool:
        """Whether it can be used on ``day``; crowds are another matter."""
        if day.weekday() in self.closed or day in self.shut:
            return False
        return not self.windows or any(first <= day <= last for first, last in self.windows)


@dataclass(frozen=True, slots=True)
class Way:
    """A road: kilometres and minutes of driving."""

    km: float
    minutes: int


@dataclass(frozen=True, slots=True)
class Town:
    """A city of the plan: code, names, a point, and how far it lies from the crew's home."""

    code: str
    zh: str
    en: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules of work in minutes, read from ``assets/rules/plan.yaml`` and what the user says.

    ``day`` is a shift; a move within it is wrap, load, the drive, unload and relight. ``setup``
    is spent whenever a site is opened on a day, ``change`` before every further set there.
    ``rest`` lies between wrap and the next call; no drive of ``long_drive`` or more begins at the
    clock ``late`` or after; homes want to sleep from ``quiet``. Scenes inside by day are shot
    between ``inside_from`` and ``inside_to``: the windows show the time.
    """

    day: int
    call: int
    rest: int
    setup: int
    change: int
    wrap: int
    load: int
    unload: int
    relight: int
    late: int
    long_drive: int
    quiet: int
    least: int = 30
    inside_from: int = 0
    inside_to: int = 2_880


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything clocks are worked out from. ``ways`` by pair of site ids, either order.

    ``start`` None: no dates are known, nothing is closed and the sun is that of the equinox.
    ``suns``: light by city index and date; ``holidays``: name by date. ``legs`` are minutes from
    town to town by index, -1 for the crew's home. ``travel_days``: whole days on the road before
    the first shooting day of a leg of so many minutes are ``minutes // rules.day``. ``rooms``: how
    many the company sleeps in.
    """

    strips: Mapping[str, Strip]
    spots: Mapping[str, Spot]
    towns: tuple[Town, ...]
    rules: Rules
    ways: Mapping[tuple[str, str], Way] = field(default_factory=dict)
    legs: Mapping[tuple[int, int], int] = field(default_factory=dict)
    start: date | None = None
    suns: Mapping[tuple[int, date | None], SunTimes] = field(default_factory=dict)
    holidays: Mapping[date, str] = field(default_factory=dict)
    rooms: int = 0

    def way(self, one: str, two: str) -> Way:
        """The road between two sites. Raises KeyError where neither order is known."""
        if one == two:
            return Way(0.0, 0)
        return self.ways[one, two] if (one, two) in self.ways else self.ways[two, one]
