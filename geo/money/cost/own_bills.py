"""The user's own lines of one project: which hang on a site, which on all, which are shares."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from geo.model import OwnLine, OwnRate, Site
from geo.money.cost.bills import Bill
from geo.money.cost.draws import Fen
from geo.money.cost.drivers import Drivers, Stay
from geo.money.cost.once import Once
from geo.money.cost.own import (
    applies,
    is_of_site,
    open_bill,
    open_key,
    open_site_bill,
    percent_bill,
    project_bill,
    site_bill,
)


class OwnBills:
    """Own lines at the user's rates, or unpriced; ``once`` keeps what sites share."""

    def __init__(self, shared: Drivers, once: Once) -> None:
        self.costs = shared.costs
        self.shared = shared
        self.once = once
        lines = self.costs.own_lines
        self.codes = frozenset(line.code for line in lines)
        self._of_site = tuple(line for line in lines if is_of_site(line))
        self._shares = tuple(line for line in lines if line.per == "percent")
        apart = {*self._of_site, *self._shares}
        self._of_project = tuple(line for line in lines if line not in apart)

    def of_site(
        self, site: Site, stand_ins: int, venue: Bill, rent: Hashable, stay: Stay
    ) -> tuple[Bill, ...]:
        """Lines that hang on ``site``; ``rent`` is the key of its ``venue`` bill."""
        return tuple(
            self._at(line, site, stand_ins, venue, (rent, stay.key), stay)
            for line in self._of_site
            if applies(line, site, stand_ins)
        )

    def _at(
        self, line: OwnLine, site: Site, stand_ins: int, venue: Bill, rent: Hashable, stay: Stay
    ) -> Bill:
        rate = self.costs.own_rates.get(line.code)
        if rate is None:
            key: Hashable = ("open", line.code, open_key(line, site, stand_ins))
            return self.once(key, lambda: open_site_bill(line, site, stand_ins, self.costs))
        key = ("own", line.code, rent)
        return self.once(key, lambda: site_bill(line, rate, venue, self.shared, stay))

    def of_project(self, stay: Stay) -> tuple[Bill, ...]:
        """Lines of the whole project, what is paid once at the share of the stay's days."""
        rates = self.costs.own_rates
        return tuple(
            project_bill(line, rates[line.code], self.shared, stay)
            if line.code in rates
            else self._open(line)
            for line in self._of_project
        )

    def with_shares(self, bills: Sequence[Bill], days: Fen) -> tuple[Bill, ...]:
        """All lines in the order of showing: the program's, own ones, percentages of them."""
        found = tuple(sorted(bills, key=lambda bill: bill.code in self.codes))
        for line in self._shares:
            rate = self.costs.own_rates.get(line.code)
            share = self._open(line) if rate is None else self._share(line, rate, found, days)
            found = (*found, share)
        return found

    def _share(self, line: OwnLine, rate: OwnRate, bills: tuple[Bill, ...], days: Fen) -> Bill:
        key = ("share", line.code, bills)
        return self.once(key, lambda: percent_bill(line, rate, bills, days))

    def _open(self, line: OwnLine) -> Bill:
        return self.once(("open", line.code), lambda: open_bill(line, self.costs))
