"""The lines of a plan in pieces: what hangs on a site, on a city, on every day, on the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.model import Reason
from geo.money.cost.bills import Bill, merged, sum_of
from geo.money.cost.draws import DRAWS, Fen
from geo.money.cost.plan_counts import DayCount, PlanCounts

EXTRA = "extra_local"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Bills of one plan. ``sites`` and ``lodging`` by site (id) and city, the first one first.

    ``crew`` is paid on every day that is lived on the plan, ``moves`` on those with company moves,
    ``once`` (travel, own lines) for the plan as a whole; ``all`` are all lines with the
    percentages taken of them, as they are shown.
    """

    counts: PlanCounts
    city_of: Mapping[str, str]
    sites: Mapping[str, tuple[Bill, ...]]
    lodging: Mapping[str, Bill]
    crew: tuple[Bill, ...]
    moves: tuple[Bill, ...]
    once: tuple[Bill, ...]
    daily: frozenset[str]
    all: tuple[Bill, ...] = ()

    def complete(self, lines: tuple[Bill, ...]) -> Pieces:
        """The same with all lines as they are shown."""
        return replace(self, all=lines)

    def lines(self, days: Fen) -> tuple[Bill, ...]:
        """One bill for each line, as the bill of a city has them; percentages not yet."""
        by_code: dict[str, list[Bill]] = {}
        for bill in (bill for bills in self.sites.values() for bill in bills):
            by_code.setdefault(bill.code, []).append(bill)
        return (
            *(merged(of_sites, days) for of_sites in by_code.values()),
            _rooms(tuple(self.lodging.values()), days),
            *self.crew,
            *self.moves,
            *self.once,
        )

    def spent(self, city: str) -> tuple[Fen, list[Bill]]:
        """Fen known to be spent in ``city``, and the bills that say so or wait for a price.

        Not the journey there, nothing paid once for the project, no percentages.
        """
        share = self.counts.company[city] / self.counts.days
        here = [
            bill for site, one in self.sites.items() if self.city_of[site] == city for bill in one
        ]
        here.append(self.lodging[city])
        daily = [bill for bill in (*self.crew, *self.once) if bill.code in self.daily]
        crew = sum_of(bill.stay for bill in daily)
        fen = sum_of(bill.stay for bill in here) + np.rint(crew * share).astype(np.int64)
        moved = [move for move in self.counts.moves if self.city_of[move[0]] == city]
        for bill in self.moves:
            if bill.stay is not None and moved:
                part = len(moved) / len(self.counts.moves)
                fen = fen + np.rint(bill.stay * part).astype(np.int64)
        return fen + self.counts.extra.get(city, 0), [*here, *daily]

    def by_day(self, days: Sequence[DayCount]) -> list[tuple[Fen, bool]]:
        """Fen of each day with its share of what is paid once, and whether a venue is open then.

        Days of all sum up to the plan: what a site asks for lies on its days, percentages where
        the money lies that they are taken of.
        """
        paid = [self._of_day(day) for day in days]
        base = np.maximum(1, sum_of(paid))
        shares = sum_of(bill.stay for bill in self.all if bill.share)
        return [
            (fen + np.rint(shares * (fen / base)).astype(np.int64), self._waits(day))
            for fen, day in zip(paid, days, strict=True)
        ]

    def _of_day(self, day: DayCount) -> Fen:
        total = np.zeros(DRAWS)
        for site in dict.fromkeys(day.sites):
            total += sum_of(bill.stay for bill in self.sites[site]) / self.counts.hired[site].days
        if day.city:
            rooms = self.lodging[day.city].stay
            here = self.counts.company[day.city]
            total += (0 if rooms is None else rooms / here) + self.counts.extra.get(
                day.city, 0
            ) / here
        if day.moves:
            moves = sum_of(bill.stay for bill in self.moves)
            total += moves * (len(day.moves) / len(self.counts.moves))
        whole = sum_of(bill.stay for bill in (*self.crew, *self.once) if bill.code != EXTRA)
        return np.rint(total + whole / self.counts.days).astype(np.int64)

    def _waits(self, day: DayCount) -> bool:
        return any(self.sites[site][0].open for site in day.sites)


def _rooms(parts: Sequence[Bill], days: Fen) -> Bill:
    """Rooms of all cities as one line, each city with its own reason."""
    whole = merged(parts, days)
    told: list[Reason] = []
    for reason in (reason for bill in parts for reason in bill.line.reasons):
        if reason not in told:
            told.append(reason)
    return replace(whole, line=replace(whole.line, reasons=tuple(told)))
