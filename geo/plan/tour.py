"""The cheapest closed tour from home over exactly the cities of a set, for every set at once.

Source: Held & Karp 1962, A dynamic programming approach to sequencing problems. Of two tours at
one price the one with fewer minutes is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from geo.errors import PlanError
from geo.plan.problem import Legs

ALL_SETS = 12
"""Up to so many cities every set of them is looked at."""

MOST_SETS = 200_000
DEEPEST = 4
"""With more cities, sets of at most this size are looked at, and a bound kept for the rest."""

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
    """The best tours over sets of cities, found when asked for and kept.

    ``sets`` are the sets looked at one by one, smallest first; ``rest`` is a lower bound in fen
    of the tour over any other set (None when there is no other).
    """

    def __init__(self, legs: Legs) -> None:
        """Raises PlanError (plan_bad_value) for legs too long to be added up."""
        self._legs = legs
        cities = len(legs.cost) - 1
        longest = int(legs.minutes.max(initial=0)) * (cities + 1)
        dearest = int(legs.cost.max(initial=0)) * (cities + 1)
        if longest >= _MINUTES or dearest >= _FAR // _MINUTES:
            raise PlanError("plan_bad_value", what="legs", about="")
        self._weight = legs.cost * _MINUTES + legs.minutes
        self._found: dict[frozenset[int], Tour] = {}
        self._all = _table(self._weight) if cities <= ALL_SETS else None
        self.depth = _depth(cities)
        self.sets = tuple(
            frozenset(chosen)
            for size in range(1, self.depth + 1)
            for chosen in combinations(range(cities), size)
        )
        self.rest = None if self.depth == cities else self._rest(cities)

    def over(self, cities: frozenset[int]) -> Tour:
        """Find the cheapest closed tour over exactly ``cities`` (indices)."""
        found = self._found.get(cities)
        if found is None:
            members = sorted(cities)
            order = self._order(members)
            stops = [0, *(city + 1 for city in order), 0]
            pairs = (stops[:-1], stops[1:])
            found = Tour(
                tuple(order),
                int(self._legs.cost[pairs].sum()),
                int(self._legs.minutes[pairs].sum()),
            )
            self._found[cities] = found
        return found

    def _order(self, members: list[int]) -> list[int]:
        if self._all is not None:
            return self._all.order(sum(1 << city for city in members))
        table = _table(_within(self._weight, members))
        return [members[n] for n in table.order((1 << len(members)) - 1)]

    def _rest(self, cities: int) -> int:
        """Bound the tours over larger sets by those over their parts, legs by way of others."""
        short = np.array(self._legs.cost, dtype=np.int64)
        for via in range(cities + 1):
            np.minimum(short, short[:, via, None] + short[None, via, :], out=short)
        # any larger tour calls at its farthest city and comes back; the nearest such set decides
        there = np.sort(short[0, 1:] + short[1:, 0])
        return int(there[self.depth])


def _depth(cities: int) -> int:
    if cities <= ALL_SETS:
        return cities
    size, count = 0, 0
    while size < DEEPEST and count + comb(cities, size + 1) <= MOST_SETS:
        size += 1
        count += comb(cities, size)
    return max(size, 1)


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


def _table(weight: NDArray[np.int64]) -> _Table:
    """Work out every set of the cities 0..n-1 (rows 1..n of ``weight``; row 0 is home)."""
    n = len(weight) - 1
    between = weight[1:, 1:]
    best = np.full((1 << n, n), _FAR)
    came = np.zeros((1 << n, n), dtype=np.int8)
    for city in range(n):
        best[1 << city, city] = weight[0, city + 1]
    for seen in range(1, 1 << n):
        for city in range(n):
            before = seen & ~(1 << city)
            if before != seen and before:
                reached = best[before] + between[:, city]
                came[seen, city] = last = int(reached.argmin())
                best[seen, city] = reached[last]
    return _Table(best, came, weight[1:, 0])
