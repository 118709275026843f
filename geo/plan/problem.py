"""What a plan is made of: sets to shoot, places to hire, cities to live in, and the answer.

Money is in whole fen, time in whole minutes. The model is that of hours: a set is shot at one
place, a place is hired for whole days, the company lives in a city for whole days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from geo.errors import PlanError

# no shoot needs more company days than this; open windows are counted no further
LONGEST = 3_660


@dataclass(frozen=True, slots=True)
class Unit:
    """A story set: all scenes in one story location, shot at one place.

    ``penalty`` is what leaving it out costs, in fen; None: it may not be left out. Of ``minutes``
    so many are ``night_minutes``, shot in the dark, and ``light_minutes`` want daylight (None: all
    the others); what is neither can be shot at any hour.
    """

    id: str
    minutes: int
    weight: float = 1.0
    penalty: int | None = None
    night_minutes: int = 0
    light_minutes: int | None = None

    @property
    def night(self) -> bool:
        """Whether all of it is shot in the dark."""
        return 0 < self.minutes == self.night_minutes

    @property
    def daylight(self) -> int:
        """Minutes that want daylight."""
        if self.light_minutes is None:
            return self.minutes - self.night_minutes
        return self.light_minutes


@dataclass(frozen=True, slots=True)
class Place:
    """A site that can be hired by the day; ``city`` is an index into ``Problem.cities``.

    ``closed`` are weekdays (Monday 0), ``windows`` date ranges with both ends in (empty: any day),
    ``shut`` single days on which it cannot be used. A base whose child sets are hired together is
    one place: going between its sets is a change of set, not a move.
    """

    id: str
    city: int
    rent: int
    uplift: float = 0.0
    closed: frozenset[int] = frozenset()
    windows: tuple[tuple[date, date], ...] = ()
    outdoor: bool = False
    shut: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Whether the place can be hired on ``day``."""
        if day.weekday() in self.closed or day in self.shut:
            return False
        return not self.windows or any(first <= day <= last for first, last in self.windows)

    def open_days(self, start: date | None, days: int) -> int:
        """How many of the ``days`` days from ``start`` on it can be hired (unknown start: all)."""
        if start is None or not (self.closed or self.windows or self.shut):
            return days
        return _open_days(self.closed, self.windows, self.shut, start, days)


@lru_cache(maxsize=4_096)
def _open_days(
    closed: frozenset[int],
    windows: tuple[tuple[date, date], ...],
    shut: frozenset[date],
    start: date,
    days: int,
) -> int:
    """Counted once: the same places are asked about again and again."""
    place = Place("", 0, 0, 0.0, closed, windows, shut=shut)
    return sum(place.is_open(start + timedelta(days=n)) for n in range(days))


@dataclass(frozen=True, slots=True)
class Tier:
    """A step of a subsidy: from ``threshold`` on ``rate`` of the counted local spend, to ``cap``.

    Fen; ``amount`` is paid on top, whatever the spend. It asks for ``days`` company days in the
    city at least, and for ``local_days``, the least share of all company days spent there; that
    share and ``rate`` in 0..1.
    """

    id: str
    threshold: int
    rate: float
    cap: int
    local_days: float = 0.0
    amount: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class City:
    """Where the company lives; ``lodging`` is fen for one day of the whole company.

    ``move_minutes`` is the least a company move between two of its places takes within a shift.
    Of each group (indices into ``tiers``) at most one tier is taken; groups stack, each counting
    the same spend. No groups given: all tiers exclude one another.
    """

    id: str
    lodging: int
    tiers: tuple[Tier, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()
    move_minutes: int = 0

    def exclusive(self) -> tuple[tuple[int, ...], ...]:
        """Give the groups of tier indices of which at most one is taken."""
        if self.groups or not self.tiers:
            return self.groups
        return (tuple(range(len(self.tiers))),)


@dataclass(frozen=True, slots=True)
class Legs:
    """Moving the company between two points: row and column 0 are home, c + 1 is city c.

    ``cost`` in fen (freight and days on the road included), ``minutes`` on the road; both int64
    of shape (C + 1, C + 1).
    """

    cost: NDArray[np.int64]
    minutes: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Limits:
    """What the user will not go beyond; None: no limit.

    ``fit`` is the least weighted mean quality of the covered sets, ``uplift`` the least sum of
    weight x uplift, ``days`` the most company days with whole days on the road.
    """

    fit: float | None = None
    uplift: float | None = None
    places: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the plan is made from.

    ``quality`` is float32 of shape (units, places), 0 where the set cannot be shot there.
    ``daylight_minutes`` and ``night_minutes`` bound the day and the night work of one company day.
    ``setup_minutes`` are spent at a place on every day it is hired, ``set_change_minutes`` before
    every set but the first of the day there. ``pair_cost`` is
    what shooting a set at a place costs beside its hire (dressing, changing what was agreed): fen,
    int64 of shape (units, places), no local spend; None: nothing.
    """

    units: tuple[Unit, ...]
    places: tuple[Place, ...]
    quality: NDArray[np.float32]
    cities: tuple[City, ...]
    legs: Legs
    crew_day: int
    day_minutes: int = 720
    setup_minutes: int = 60
    set_change_minutes: int = 0
    daylight_minutes: int | None = None
    night_minutes: int | None = None
    local_share: float = 0.0
    opening: int = 0
    start: date | None = None
    limits: Limits = field(default_factory=Limits)
    locks: Mapping[str, str] = field(default_factory=dict)
    must_use: frozenset[str] = frozenset()
    must_not_use: frozenset[str] = frozenset()
    pair_cost: NDArray[np.int64] | None = None

    def horizon(self) -> int:
        """Count the days within which a place's open days are counted."""
        return LONGEST if self.limits.days is None else min(self.limits.days, LONGEST)


def pair_cost(problem: Problem, unit: int, place: int) -> int:
    """What shooting ``unit`` at ``place`` (indices) costs beside its hire, in fen."""
    return 0 if problem.pair_cost is None else int(problem.pair_cost[unit, place])


class Status(StrEnum):
    """How far a plan is proven."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    # stopped before any plan was found and before none was proven to exist
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Binding:
    """One rule of the user's that takes part in a contradiction.

    ``kind`` is fit, uplift, places, days, lock, must_use, must_not_use or cover; ``about`` names
    the unit or place, where there is one.
    """

    kind: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Costs:
    """The net cost of a plan by kind, in fen; ``subsidy`` is what comes back (not negative)."""

    rent: int = 0
    opening: int = 0
    crew: int = 0
    lodging: int = 0
    tour: int = 0
    extra: int = 0
    penalty: int = 0
    subsidy: int = 0
    pairs: int = 0

    @property
    def net(self) -> int:
        """What is left to pay."""
        paid = self.rent + self.opening + self.crew + self.lodging + self.tour + self.pairs
        return paid + self.extra + self.penalty - self.subsidy


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer, or the best so far; maps by id, money in fen.

    ``bound`` is a proven lower bound of the net cost of any plan (None: none yet), ``gap`` the
    share of ``net`` still open, ``conflict`` a smallest set of rules no plan can meet together
    (not ``smallest``: time ran out, some of them may take no part in it). ``nodes`` are parts of
    all plans looked at, ``work`` steps of the simplex.
    """

    status: Status
    assignment: Mapping[str, str | None] = field(default_factory=dict)
    rent_days: Mapping[str, int] = field(default_factory=dict)
    company_days: Mapping[str, int] = field(default_factory=dict)
    tour: tuple[str, ...] = ()
    tiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extra: Mapping[str, int] = field(default_factory=dict)
    subsidy: Mapping[str, int] = field(default_factory=dict)
    costs: Costs = field(default_factory=Costs)
    net: int | None = None
    bound: int | None = None
    seconds: float = 0.0
    nodes: int = 0
    work: int = 0
    conflict: tuple[Binding, ...] = ()
    smallest: bool = True

    @property
    def gap(self) -> float | None:
        """Share of the net cost not yet proven; None while plan or bound is missing."""
        if self.net is None or self.bound is None:
            return None
        return max(0.0, (self.net - self.bound) / max(1, abs(self.net)))


def _refuse(what: str, about: str = "") -> None:
    raise PlanError("plan_bad_value", what=what, about=about)


def check(problem: Problem) -> None:
    """Refuse what no sum can be made of. Raises PlanError (plan_bad_value, plan_unknown_id)."""
    _check_numbers(problem)
    _check_tables(problem)
    units = {unit.id for unit in problem.units}
    places = {place.id for place in problem.places}
    if len(units) != len(problem.units) or len(places) != len(problem.places):
        _refuse("id")
    for unknown in sorted(
        (set(problem.locks) - units)
        | (set(problem.locks.values()) | problem.must_use | problem.must_not_use) - places
    ):
        raise PlanError("plan_unknown_id", about=unknown)


def _bad(value: float | int | None, high: float = float("inf")) -> bool:
    return value is not None and not 0 <= value <= high


def _check_numbers(problem: Problem) -> None:
    for unit in problem.units:
        if _bad(unit.minutes, 10**6) or _bad(unit.weight, 1e9) or _bad(unit.penalty, 10**13):
            _refuse("unit", unit.id)
        apart = unit.minutes - unit.night_minutes
        if _bad(unit.night_minutes, unit.minutes) or _bad(unit.light_minutes, apart):
            _refuse("unit", unit.id)
    for place in problem.places:
        if _bad(place.rent, 10**13) or _bad(place.uplift, 1e9):
            _refuse("place", place.id)
        if not 0 <= place.city < len(problem.cities):
            _refuse("city", place.id)
    _check_cities(problem)
    limits = problem.limits
    if any(map(_bad, (limits.fit, limits.uplift, limits.places, limits.days))):
        _refuse("limits")
    shares = _bad(problem.local_share, 1.0) or _bad(problem.set_change_minutes)
    if shares or _bad(problem.crew_day, 10**13) or _bad(problem.opening, 10**13):
        _refuse("crew")
    hours = (problem.day_minutes, problem.daylight_minutes, problem.night_minutes)
    if any(value is not None and not 0 < value <= 1440 for value in hours):
        _refuse("day")
    if not problem.set_change_minutes <= problem.setup_minutes < problem.day_minutes:
        _refuse("setup")


def _check_cities(problem: Problem) -> None:
    for city in problem.cities:
        living = _bad(city.lodging, 10**13) or _bad(city.move_minutes, 1440)
        if living or any(_bad_tier(tier) for tier in city.tiers):
            _refuse("city", city.id)
        listed = sorted(k for group in city.exclusive() for k in group)
        if listed != list(range(len(city.tiers))):
            _refuse("groups", city.id)
        top = sum(max(city.tiers[k].rate for k in group) for group in city.exclusive() if group)
        if top > 1:
            _refuse("rate", city.id)


def _bad_tier(tier: Tier) -> bool:
    money = _bad(tier.threshold, 10**13) or _bad(tier.cap, 10**13) or _bad(tier.amount, 10**13)
    return money or _bad(tier.rate, 1.0) or _bad(tier.local_days, 1.0) or _bad(tier.days, LONGEST)


def _check_tables(problem: Problem) -> None:
    shape = (len(problem.units), len(problem.places))
    quality = problem.quality
    if quality.shape != shape or not np.all(np.isfinite(quality)) or (quality < 0).any():
        _refuse("quality")
    pairs = problem.pair_cost
    if pairs is not None and (
        pairs.shape != shape or pairs.dtype.kind != "i" or ((pairs < 0) | (pairs > 10**13)).any()
    ):
        _refuse("pair_cost")
    side = len(problem.cities) + 1
    for table in (problem.legs.cost, problem.legs.minutes):
        if table.shape != (side, side) or table.dtype.kind != "i" or (table < 0).any():
            _refuse("legs")
