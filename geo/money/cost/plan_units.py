"""Prices of one day, one leg, one site: what a plan is chosen by, before any plan is there."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from geo.model import Range, Site
from geo.money.cost.bills import Bill
from geo.money.cost.draws import DRAWS, Draws, in_fen, points
from geo.money.cost.drivers import Drivers, Stay
from geo.money.cost.extras import extras_bills
from geo.money.cost.living import lodging_bill, meals_bill, transport_bills
from geo.money.cost.once import Once
from geo.money.cost.own import DRESSING
from geo.money.cost.own_bills import OwnBills
from geo.money.cost.own_rates import ALL
from geo.money.cost.plan_counts import At, SiteRate
from geo.money.cost.roads import Stop
from geo.money.cost.travel import fare, moves_between
from geo.money.cost.venue import by_the_day, least_asked, rent_key, venue_bills
from geo.money.fen import exact, to_fen
from geo.money.spans import Span

# own lines of a site that are paid once, not for each day of its hire
_ONCE = ("site", "venue_day", "project")


def whole_stay(days: int, shared: Drivers) -> Stay:
    """A stay of so many days exactly, bearing all that is paid once."""
    full = np.full(DRAWS, days, np.int64)
    return Stay(full, np.ones(DRAWS), shared.days_figure(full, "method.plan_days"), days)


class Units:
    """Unit prices in whole fen at one point of their draws, percentages of own lines included."""

    def __init__(self, shared: Drivers, own: OwnBills, once: Once, at: At) -> None:
        self.at = at
        self.shared = shared
        self._own = own
        self._once = once
        self._day = once(("stay", 1), lambda: whole_stay(1, shared))
        self._pers = {line.code: line.per for line in shared.costs.own_lines}

    def site(self, site: Site) -> SiteRate:
        """What a site costs a plan."""
        venue, *others = self._venue(site)
        own = self._own.of_site(site, 1, venue, rent_key(by_the_day(site)), self._day)
        once = [bill for bill in own if self._pers[bill.code] in _ONCE]
        apart = [bill for bill in own if bill not in once]
        rent = self._charge() if venue.open else self._of((venue,))
        least = least_asked(site, self.shared.costs)
        return SiteRate(
            day=rent + self._of((*others, *apart)),
            venue=rent,
            once=self._of([bill for bill in once if bill.code != DRESSING]),
            least=0 if least is None else self._loaded("venue", to_fen(self._end(least))),
            stand_in=self._of([bill for bill in once if bill.code == DRESSING]),
            spend=sum(self._fen(bill) for bill in (venue, *others, *apart)),
            priced=not venue.open,
        )

    def _venue(self, site: Site) -> tuple[Bill, ...]:
        daily = by_the_day(site)
        key = ("unit_rent", rent_key(daily), daily.hires)
        return self._once(key, lambda: venue_bills(daily, self.shared, self._day))

    def _charge(self) -> int:
        """The stated charge of a venue nobody has priced; at the low end it may cost nothing."""
        return 0 if self.at is At.LOW else to_fen(self.shared.costs.unpriced_venue_charge)

    def lodging(self, place: str) -> int:
        """Rooms for everybody, one night."""
        return self._of((lodging_bill(place, self.shared, self._day),))

    def crew_day(self) -> tuple[int, float]:
        """Meals, minibuses and own lines by the day; which share of it is spent where they live."""
        local = (meals_bill(self.shared, self._day), *transport_bills(self.shared, self._day))
        own = [bill for bill in self._project() if self._pers[bill.code] not in _ONCE]
        spent = sum(self._fen(bill) for bill in (*local, *own))
        paid = self._of((*local, *own))
        return paid, spent / paid if paid else 0.0

    def once(self, scenes: int, crowds: Sequence[int | None]) -> int:
        """What every plan pays: own lines of the project, and the extras of the whole script."""
        paid = [bill for bill in self._project() if self._pers[bill.code] in _ONCE]
        days = self.shared.stay(scenes)
        return self._of((*paid, *extras_bills(tuple(crowds), scenes, "", self.shared, days)))

    def _project(self) -> tuple[Bill, ...]:
        return self._once(("unit_project",), lambda: self._own.of_project(self._day))

    def leg(self, one: Stop, other: Stop) -> int:
        """Rail of everybody from one city to another."""
        return self._loaded("travel", self._point(fare(one, other, self.shared)))

    def move(self, one: Stop, other: Stop) -> int:
        """Extra kilometres of the minibuses on one company move."""
        return self._loaded("moves", self._point(moves_between(one, other, self.shared)))

    def _of(self, bills: Sequence[Bill]) -> int:
        return sum(self._loaded(bill.code, self._fen(bill)) for bill in bills)

    def _fen(self, bill: Bill) -> int:
        """One day of a line, or all of it where it is paid once; 0 while nobody has priced it."""
        figure = bill.line.total
        return 0 if figure is None or bill.stay is None else to_fen(self._end(figure) or 0.0)

    def _end(self, figure: Range | Span) -> float:
        ends = {At.LOW: figure.low, At.MID: figure.mid, At.HIGH: figure.high}
        return ends[self.at] or 0.0

    def _point(self, cny: Draws) -> int:
        low, mid, high = points(in_fen(cny))
        return int({At.LOW: low, At.MID: mid, At.HIGH: high}[self.at])

    def _loaded(self, code: str, fen: int) -> int:
        return round(fen * self.load(code))

    def load(self, code: str) -> Fraction:
        """How much is paid for each fen of a line, with the percentages that are taken of it."""
        return self._once(("load", code), lambda: self._load(code))

    def _load(self, code: str) -> Fraction:
        costs, parts = self.shared.costs, {code: Fraction(1)}
        shares: set[str] = set()
        for line in costs.own_lines:
            rate = costs.own_rates.get(line.code)
            if line.per != "percent" or rate is None:
                continue
            taken = (
                part for name, part in parts.items()
                if name in line.of or (ALL in line.of and name not in shares)
            )  # fmt: skip
            parts[line.code] = sum(taken, Fraction(0)) * exact(rate.value) / 100
            shares.add(line.code)
        return sum(parts.values(), Fraction(0))
