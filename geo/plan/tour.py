"""The cheapest closed tour from home over exactly the cities of a set, and what any one costs.

Source: Held & Karp 1962, A dynamic programming approach to sequencing problems. Of two tours at
one price the one with fewer minutes is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from geo.errors import PlanError
from geo.plan.problem import Legs

ALL_SETS = 12
"""Up to so many cities one table holds the tours over every set of them."""

MOST_CITIES = 16
"""Cities of one tour at most."""

# price and minutes in one whole number: compared first by price, then by minutes
_MINUTES = 1 << 20
_FAR = np.iinfo(np.int64).max // 4


@dataclass(frozen=True, slots=True)
class Tour:
    """A closed tour from home: ``order`` of the cities, fen, minutes on the road."""

    order: tuple[int, ...]
    cost: int
    minutes: int


class Tours:
    """The best tours over sets of cities, found when asked for and kept."""

    def __init__(self, legs: Legs) -> None:
        """Raises PlanError (plan_bad_value) for legs too long to be added up."""
        self._legs = legs
        self._cities = len(legs.cost) - 1
        longest = int(legs.minutes.max(initial=0)) * (self._cities + 1)
        dearest = int(legs.cost.max(initial=0)) * (self._cities + 1)
        if longest >= _MINUTES or dearest >= _FAR // _MINUTES:
            raise PlanError("plan_bad_value", what="legs", about="")
        self._weight = legs.cost * _MINUTES + legs.minutes
        self._short = _shortened(legs.cost)
        self._found: dict[frozenset[int], Tour] = {}
        self._floor: dict[frozenset[int], int] = {}
        self._all: _Table | None = None
        self._all_short: _Table | None = None

    def over(self, cities: frozenset[int]) -> Tour:
        """Find the cheapest closed tour over exactly ``cities`` (``MOST_CITIES`` indices at most).

        Raises ValueError for more.
        """
        found = self._found.get(cities)
        if found is None:
            order = self._order(sorted(cities))
            stops = [0, *(city + 1 for city in order), 0]
            pairs = (stops[:-1], stops[1:])
            found = Tour(
                tuple(order),
                int(self._legs.cost[pairs].sum()),
                int(self._legs.minutes[pairs].sum()),
            )
            self._found[cities] = found
        return found

    def least(self, cities: frozenset[int]) -> int:
        """Bound in fen any tour over ``cities`` and maybe others, by way of whatever is near."""
        found = self._floor.get(cities)
        if found is None:
            found = self._floor[cities] = self._least(sorted(cities))
        return found

    def _least(self, members: list[int]) -> int:
        if not members:
            there = self._short[0, 1:] + self._short[1:, 0]
            return int(there.min(initial=_FAR)) if len(there) else 0
        if self._cities <= ALL_SETS:
            self._all_short = self._all_short or _table(self._short)
            return self._all_short.length(sum(1 << city for city in members))
        # the tour over some of them is no longer than that over all
        members = members[:ALL_SETS]
        return _table(_within(self._short, members)).length((1 << len(members)) - 1)

    def _order(self, members: list[int]) -> list[int]:
        if len(members) > MOST_CITIES:
            raise ValueError(len(members))
        if self._cities <= ALL_SETS:
            self._all = self._all or _table(self._weight)
            return self._all.order(sum(1 << city for city in members))
        table = _table(_within(self._weight, members))
        return [members[n] for n in table.order((1 << len(members)) - 1)]


def _shortened(cost: NDArray[np.int64]) -> NDArray[np.int64]:
    """Legs by way of others where that is cheaper (Floyd and Warshall)."""
    short = np.array(cost, dtype=np.int64)
    for via in range(len(short)):
        np.minimum(short, short[:, via, None] + short[None, via, :], out=short)
    return short


def _within(weight: NDArray[np.int64], members: list[int]) -> NDArray[np.int64]:
    stops = [0, *(city + 1 for city in members)]
    return weight[np.ix_(stops, stops)]


@dataclass(frozen=True, slots=True)
class _Table:
    """Cheapest ways out from home by set seen (bits) and last city, and the city before it."""

    best: NDArray[np.int64]
    came: NDArray[np.int8]
    back: NDArray[np.int64]

    def order(self, seen: int) -> list[int]:
        """Order the cities of ``seen`` on the cheapest closed tour."""
        city = int((self.best[seen] + self.back).argmin())
        order = []
        while seen:
            order.append(city)
            seen, city = seen & ~(1 << city), int(self.came[seen, city])
        return order[::-1]

    def length(self, seen: int) -> int:
        """Give the length of the cheapest closed tour over ``seen``."""
        return int((self.best[seen] + self.back).min())


def _table(weight: NDArray[np.int64]) -> _Table:
    """Work out every set of the cities 0..n-1 (rows 1..n of ``weight``; row 0 is home)."""
    n = len(weight) - 1
    between = weight[1:, 1:]
    best = np.full((1 << n, n), _FAR)
    came = np.zeros((1 << n, n), dtype=np.int8)
    for city in range(n):
        best[1 << city, city] = weight[0, city + 1]
    for size in range(2, n + 1):
        seen = np.array([sum(1 << c for c in one) for one in combinations(range(n), size)])
        for city in range(n):
            with_it = seen[seen >> city & 1 == 1]
            reached = best[with_it & ~(1 << city)] + between[None, :, city]
            came[with_it, city] = last = reached.argmin(axis=1)
            best[with_it, city] = reached[np.arange(len(with_it)), last]
    return _Table(best, came, weight[1:, 0])
