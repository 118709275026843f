"""The hours model as one sparse table, of which every set of cities takes its rows and columns.

Money in thousand yuan, time in hours: figures a solver is at ease with. Formulation: sets x_al at
places o_l hired y_l days, company days D_c, tiers t_ck counting Q_ck and paying S_ck, extra local
spend p_c, sets u_a left out. The tour is a constant of the set of cities.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from geo.plan.claims import counted_day, millionths
from geo.plan.hours import Span, days_alone, spans
from geo.plan.problem import Problem, pair_cost
from geo.plan.reduce import candidates

FEN = 100_000.0
"""Fen in one unit of money of the model."""

_HOUR = 60.0
_INF = float("inf")

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Pair:
    """Which tier a column takes: its city, its index in the city, its column.

    ``row`` asks for company days in the city once it is taken (-1: for none); what they are of a
    share (millionths) of all days depends on how many these are.
    """

    city: int
    tier: int
    column: int
    row: int
    days: int
    share: int

    def needs(self, days: float) -> float:
        """Company days it asks for in the city, with at least so many ``days`` in all."""
        return float(max(1, self.days, -(-self.share * int(days) // 10**6)))


@dataclass(slots=True)
class _Columns:
    cost: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    city: list[int] = field(default_factory=list)

    def add(self, cost: float, low: float, high: float, *, city: int) -> int:
        self.cost.append(cost)
        self.low.append(low)
        self.high.append(high)
        self.city.append(city)
        return len(self.cost) - 1


@dataclass(slots=True)
class _Rows:
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    city: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    column: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def add(self, low: float, high: float, city: int, terms: list[tuple[int, float]]) -> int:
        row = len(self.low)
        self.low.append(low)
        self.high.append(high)
        self.city.append(city)
        for column, value in terms:
            if value:
                self.at.append(row)
                self.column.append(column)
                self.value.append(value)
        return row


class Model:
    """The whole table; ``part`` cuts out what one set of cities needs.

    ``units`` and ``places`` name the assignment column each stands for, ``shoot`` is the first
    column of assignments. A column or row of city -1 belongs to every set of cities.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._columns, self._rows = _Columns(), _Rows()
        self.kept = np.flatnonzero(candidates(problem))
        self._build()
        columns, rows = self._columns, self._rows
        self.cost = np.array(columns.cost)
        self.low, self.high = np.array(columns.low), np.array(columns.high)
        self.column_city = np.array(columns.city, dtype=np.intp)
        self.row_low, self.row_high = np.array(rows.low), np.array(rows.high)
        self.row_city = np.array(rows.city, dtype=np.intp)
        self.at = np.array(rows.at, dtype=np.intp)
        self.column = np.array(rows.column, dtype=np.intp)
        self.value = np.array(rows.value)

    def _build(self) -> None:
        problem = self.problem
        add = self._columns.add
        money = 1 / FEN
        self.left = [
            add((unit.penalty or 0) * money, 0, float(self._may_leave(n)), city=-1)
            for n, unit in enumerate(problem.units)
        ]
        pair_unit, pair_place = np.nonzero(problem.quality[:, self.kept] > 0)
        self.pairs = [
            (int(a), int(self.kept[n]))
            for a, n in zip(pair_unit, pair_place, strict=True)
            if self._may_shoot(int(a), int(self.kept[n]))
        ]
        self.shoot = [
            add(pair_cost(problem, a, n) * money, 0, 1, city=problem.places[n].city)
            for a, n in self.pairs
        ]
        self.opened, self.hired = {}, {}
        for n in map(int, self.kept):
            place = problem.places[n]
            days = place.open_days(problem.start, problem.horizon())
            insisted = float(place.id in problem.must_use)
            self.opened[n] = add(problem.opening * money, insisted, 1, city=place.city)
            self.hired[n] = add(place.rent * money, 0, days, city=place.city)
        self.days, self.extra = {}, {}
        for c, city in enumerate(problem.cities):
            day = (problem.crew_day + city.lodging) * money
            self.days[c] = add(day, 0, problem.horizon(), city=c)
            most = max((tier.threshold for tier in city.tiers), default=0) * money
            self.extra[c] = add(1, 0, most, city=c)
        self._sums()
        self._unit_rows()
        for n in map(int, self.kept):
            self._place_rows(n)
        self.tiers: list[Pair] = []
        self.asked: list[int] = []
        for c in range(len(problem.cities)):
            self._city_rows(c)
        self._limit_rows()

    def _sums(self) -> None:
        """Days, days of hire and places of all cities together: whole, once they are decided."""
        horizon, add = float(self.problem.horizon()), self._rows.add
        self.all_days = self._columns.add(0, 0, horizon, city=-1)
        self.all_hired = self._columns.add(0, 0, _INF, city=-1)
        for total, columns in ((self.all_days, self.days), (self.all_hired, self.hired)):
            add(0, 0, -1, [(total, -1.0), *((column, 1.0) for column in columns.values())])

    def _may_leave(self, unit: int) -> bool:
        asked = self.problem.units[unit]
        return asked.penalty is not None and asked.id not in self.problem.locks

    def _may_shoot(self, unit: int, place: int) -> bool:
        problem, asked, site = self.problem, self.problem.units[unit], self.problem.places[place]
        if days_alone(problem, asked) > site.open_days(problem.start, problem.horizon()):
            return False
        return problem.locks.get(asked.id, site.id) == site.id

    def _unit_rows(self) -> None:
        terms: list[list[tuple[int, float]]] = [[(column, 1.0)] for column in self.left]
        self.at_place: dict[int, list[tuple[int, int]]] = {int(n): [] for n in self.kept}
        for (a, n), column in zip(self.pairs, self.shoot, strict=True):
            terms[a].append((column, 1.0))
            self.at_place[n].append((a, column))
        for row in terms:
            self._rows.add(1, 1, -1, row)
        # to shoot nothing is no plan
        self._rows.add(1, _INF, -1, [(column, 1.0) for column in self.shoot])

    def _span(self, n: int, span: Span) -> list[tuple[int, float]]:
        """Hours that the units at place ``n`` take of ``span``, its days not counted."""
        return [
            (x, minutes / _HOUR)
            for a, x in self.at_place[n]
            if (minutes := span.taken(self.problem.units[a]))
        ]

    def _place_rows(self, n: int) -> None:
        problem, add = self.problem, self._rows.add
        city, opened, hired = problem.places[n].city, self.opened[n], self.hired[n]
        for a, x in self.at_place[n]:
            add(-_INF, 0, city, [(x, 1), (opened, -1)])
            alone = days_alone(problem, problem.units[a])
            if alone > 1:
                add(-_INF, 0, city, [(x, float(alone)), (hired, -1)])
        add(-_INF, 0, city, [(opened, 1), (hired, -1)])
        if problem.places[n].id in problem.must_use:
            add(0, _INF, city, [*((x, 1.0) for _, x in self.at_place[n]), (opened, -1)])
        for span in spans(problem):
            if taken := self._span(n, span):
                add(-_INF, 0, city, [*taken, (hired, -(span.most - span.opening) / _HOUR)])

    def _hour_rows(self, c: int, places: list[int]) -> None:
        """What the days of a city hold: work, set-ups, and moves where more places are hired."""
        problem, add = self.problem, self._rows.add
        for span in spans(problem):
            each, whole = span.in_city(problem.cities[c])
            taken = [term for n in places for term in self._span(n, span)]
            hired = [(self.hired[n], each / _HOUR) for n in places]
            if taken:
                add(-_INF, 0, c, [*taken, *hired, (self.days[c], -whole / _HOUR)])

    def _city_rows(self, c: int) -> None:
        problem, add = self.problem, self._rows.add
        places = [int(n) for n in self.kept if problem.places[n].city == c]
        self._hour_rows(c, places)
        self.asked.append(add(0, _INF, c, [(x, 1.0) for n in places for _, x in self.at_place[n]]))
        spend = [(self.hired[n], -problem.places[n].rent / FEN) for n in places]
        spend.append((self.days[c], -counted_day(problem, c) / FEN))
        spend.append((self.extra[c], -1.0))
        taken_all: list[tuple[int, float]] = []
        for group in problem.cities[c].exclusive():
            counted, taken = [], []
            for k in group:
                t, q = self._tier(c, k)
                counted.append((q, 1.0))
                taken.append((t, 1.0))
            add(-_INF, 0, c, [*counted, *spend])
            add(-_INF, 1, c, taken)
            taken_all += taken
        most = self._columns.high[self.extra[c]]
        add(-_INF, 0, c, [(self.extra[c], 1.0), *((t, -most) for t, _ in taken_all)])

    def _tier(self, c: int, k: int) -> tuple[int, int]:
        problem, add = self.problem, self._rows.add
        tier = problem.cities[c].tiers[k]
        threshold, cap = tier.threshold / FEN, tier.cap / FEN
        # counting more than fills the cap, or than opens the tier, is of no use
        most = max(threshold, cap / tier.rate) if tier.rate else threshold
        t = self._columns.add(-tier.amount / FEN, 0, 1, city=c)
        q = self._columns.add(0, 0, most, city=c)
        s = self._columns.add(-1, 0, cap, city=c)
        add(-_INF, 0, c, [(t, threshold), (q, -1)])
        add(-_INF, 0, c, [(q, 1), (t, -most)])
        add(-_INF, 0, c, [(s, 1), (q, -tier.rate)])
        add(-_INF, 0, c, [(s, 1), (t, -cap)])
        row = -1
        if tier.days > 1 or tier.local_days > 0:
            row = add(-_INF, 0, c, [(t, float(max(1, tier.days))), (self.days[c], -1)])
        self.tiers.append(Pair(c, k, t, row, tier.days, millionths(tier.local_days)))
        return t, q

    def _limit_rows(self) -> None:
        problem, limits, add = self.problem, self.problem.limits, self._rows.add
        weights = [unit.weight for unit in problem.units]
        pairs = list(zip(self.pairs, self.shoot, strict=True))
        if limits.fit is not None:
            least = limits.fit
            terms = [
                (x, weights[a] * (float(problem.quality[a, n]) - least)) for (a, n), x in pairs
            ]
            add(0, _INF, -1, terms)
        if limits.uplift is not None:
            gains = [(x, weights[a] * problem.places[n].uplift) for (a, n), x in pairs]
            add(limits.uplift, _INF, -1, gains)
        if limits.places is not None:
            add(-_INF, limits.places, -1, [(o, 1.0) for o in self.opened.values()])


@dataclass(frozen=True, slots=True)
class Part:
    """What one set of cities needs of the model, in rows (CSR) as a solver takes it.

    ``columns`` and ``rows`` are the numbers in the whole model.
    """

    cities: frozenset[int]
    columns: IntArray
    rows: IntArray
    cost: FloatArray
    low: FloatArray
    high: FloatArray
    row_low: FloatArray
    row_high: FloatArray
    start: IntArray
    index: IntArray
    value: FloatArray

    def column(self, whole_model: int) -> int:
        """Where a column of the whole model stands here."""
        return int(np.searchsorted(self.columns, whole_model))

    def row(self, whole_model: int) -> int:
        """Where a row of the whole model stands here."""
        return int(np.searchsorted(self.rows, whole_model))


def part(model: Model, cities: frozenset[int], road_days: int | None = None) -> Part:
    """Cut out what ``cities`` need.

    ``road_days`` on the road are taken off the days allowed, and in each city something is shot;
    None: which of them are used is not yet decided.
    """
    members = np.zeros(len(model.problem.cities) + 1, dtype=np.bool_)
    members[[*cities, -1]] = True
    chosen, kept = members[model.column_city], members[model.row_city]
    used = chosen[model.column] & kept[model.at]
    columns, rows = np.flatnonzero(chosen), np.flatnonzero(kept)
    at = (np.cumsum(kept) - 1)[model.at[used]]
    high = model.high[columns].copy()
    high[np.searchsorted(columns, model.all_days)] -= road_days or 0
    row_low = model.row_low[rows]
    if road_days is not None:
        row_low[np.isin(rows, model.asked)] = 1.0
    return Part(
        cities,
        columns,
        rows,
        model.cost[columns],
        model.low[columns],
        high,
        row_low,
        model.row_high[rows],
        np.concatenate([[0], np.cumsum(np.bincount(at, minlength=len(rows)))]),
        (np.cumsum(chosen) - 1)[model.column[used]],
        model.value[used],
    )
