"""What a plan costs: unit prices it is chosen by, its bill, and each of its days.

A plan fixes its days, so what is left in doubt is prices alone (and what the project does not tell:
how many the crew are, how long a day is).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, permutations

import numpy as np

from geo.model import Basis, ProjectFacts, Range, Reason, Site, Source
from geo.money.cost.bills import STAY, Bill, Grounds, by_stay, sources_of
from geo.money.cost.draws import DRAWS, Fen, money
from geo.money.cost.drivers import Drivers, Stay
from geo.money.cost.extras import extras_bills
from geo.money.cost.facts import CostFacts
from geo.money.cost.living import city_key, lodging_bill, meals_bill, transport_bills
from geo.money.cost.once import Once
from geo.money.cost.own import WAITING
from geo.money.cost.own_bills import OwnBills
from geo.money.cost.plan_counts import HOME, At, DayCount, Hired, PlanBill, PlanCounts, PlanRates
from geo.money.cost.plan_pieces import EXTRA, Pieces
from geo.money.cost.plan_units import Units, whole_stay
from geo.money.cost.price import Task, stop_at
from geo.money.cost.roads import Stop
from geo.money.cost.sums import sums
from geo.money.cost.travel import drives_bills, tour_bill
from geo.money.cost.venue import deposit_line, rent_key, venue_bills
from geo.money.fen import to_cny


class PlanPrices:
    """Prices of all plans of one project among ``sites``.

    Cities go by ``city_zh``. ``stations`` tells where the crew gets off in a city (left out: at its
    first site), ``home`` where it comes from (None: legs from home cost nothing, and the bill says
    so). ``script`` is what the whole script plays, for its extras.
    """

    def __init__(
        self,
        facts: ProjectFacts,
        costs: CostFacts,
        sites: Sequence[Site],
        *,
        home: Stop | None = None,
        stations: Mapping[str, Stop | None] | None = None,
        script: Task | None = None,
    ) -> None:
        self.costs = costs
        self.home = home
        self.script = script or Task(0)
        self.shared = Drivers(facts, costs, self.script.scenes)
        self.sites = {site.id: site for site in sites}
        self.cities = tuple(dict.fromkeys(site.city_zh for site in sites))
        self._stops = {site.id: stop_at(site) for site in sites}
        self._stations = self._found_stations(sites, stations or {})
        self._place = _places(sites)
        self._once = Once()
        self._own = OwnBills(self.shared, self._once)
        self._rates: dict[At, PlanRates] = {}
        self._last: Pieces | None = None

    def rates(self, at: At = At.MID) -> PlanRates:
        """Everything a plan is chosen by, in fen; worked out once."""
        if at not in self._rates:
            self._rates[at] = self._made_rates(at)
        return self._rates[at]

    def bill(self, counts: PlanCounts) -> PlanBill:
        """What the plan costs, line by line. Raises ValueError without days or without sites."""
        pieces = self._pieces(counts)
        added = sums(pieces.all)
        unpriced = tuple(site for site, bills in pieces.sites.items() if bills[0].open)
        return PlanBill(
            tuple(bill.line for bill in pieces.all),
            added.total,
            added.priced_total,
            self.counted(counts),
            unpriced,
            self._reasons(pieces, unpriced),
            tuple(deposit_line(self.sites[site], self.costs) for site in pieces.sites),
        )

    def counted(self, counts: PlanCounts, at: At = At.MID) -> dict[str, int]:
        """The sum that plans are compared by, in fen by kind: unit prices times days.

        Kinds: rent, opening, lodging, crew, tour, moves, extra, once. No subsidy is taken off.
        """
        rates = self.rates(at)
        units = self._units(at)
        stops = [(self._stops[one], self._stops[two]) for one, two in counts.moves]
        ends = (HOME, *counts.called, HOME)
        hired = [(rates.sites[site], one) for site, one in counts.hired.items()]
        return {
            "rent": sum(rate.rent(one.days) for rate, one in hired),
            "opening": sum(rate.opening(stand_ins=one.stand_ins > 0) for rate, one in hired),
            "lodging": sum(rates.lodging[city] * n for city, n in counts.company.items()),
            "crew": rates.crew_day * counts.days,
            "tour": sum(rates.legs[leg] for leg in pairwise(ends)),
            "moves": sum(units.move(one, two) for one, two in stops),
            "extra": sum(counts.extra.values()),
            "once": rates.once,
        }

    def day_costs(
        self,
        days: Sequence[DayCount],
        tasks: Mapping[str, Hired] | None = None,
        extra: Mapping[str, int] | None = None,
    ) -> tuple[Range, ...]:
        """What each day costs with its share of what is paid once (CNY); they sum up to the plan.

        A day with a venue that nobody has priced has no middle and no high end.
        """
        pieces = self._pieces(PlanCounts.of(days, tasks or {}, extra))
        sources = sources_of(bill for bill in pieces.all if bill.stay is not None)
        return tuple(_of_day(fen, waits, sources) for fen, waits in pieces.by_day(days))

    def spend(self, counts: PlanCounts, city: str) -> Range:
        """What is known to be spent in ``city`` (CNY); ``beyond``: more there has no price yet."""
        fen, bills = self._pieces(counts).spent(city)
        beyond = any(bill.code == "venue" and bill.open for bill in bills)
        sources = sources_of(bill for bill in bills if bill.stay is not None)
        return money(fen, STAY, Basis.ESTIMATED, sources, "method.local_spend", beyond)

    def _made_rates(self, at: At) -> PlanRates:
        units = self._units(at)
        crew_day, local_share = units.crew_day()
        legs = {
            (one, two): self._leg(units, one, two)
            for one, two in permutations((HOME, *self.cities), 2)
        }
        return PlanRates(
            at,
            {site.id: units.site(site) for site in self.sites.values()},
            {city: units.lodging(self._place[city]) for city in self.cities},
            crew_day,
            local_share,
            {**legs, **{(one, one): 0 for one in (HOME, *self.cities)}},
            units.once(self.script.scenes, self.script.crowds),
        )

    def _leg(self, units: Units, one: str, two: str) -> int:
        stops = [self.home if end == HOME else self._stations[end] for end in (one, two)]
        if stops[0] is None or stops[1] is None:
            return 0
        return units.leg(stops[0], stops[1])

    def _units(self, at: At) -> Units:
        return self._once(("units", at), lambda: Units(self.shared, self._own, Once(), at))

    def _stay(self, days: int) -> Stay:
        return self._once(("stay", days), lambda: whole_stay(days, self.shared))

    def _pieces(self, counts: PlanCounts) -> Pieces:
        last = self._last
        # the order of the cities matters, and equal maps may have another
        if last is None or last.counts != counts or tuple(last.lodging) != tuple(counts.company):
            last = self._last = self._made_pieces(counts)
        return last

    def _made_pieces(self, counts: PlanCounts) -> Pieces:
        if not counts.company or not counts.hired or counts.days < 1:
            raise ValueError("no days")
        stay = self._stay(counts.days)
        shared = self.shared
        towns = [self._stations[city] for city in counts.called]
        drives = [(self._stops[one], self._stops[two]) for one, two in counts.moves]
        own = self._own.of_project(stay)
        daily = {line.code for line in self.costs.own_lines if line.per.endswith("day")}
        crew = (meals_bill(shared, stay), *transport_bills(shared, stay))
        bare = Pieces(
            counts,
            {site: self.sites[site].city_zh for site in counts.hired},
            {site: self._site(self.sites[site], one) for site, one in counts.hired.items()},
            {
                city: lodging_bill(self._place[city], shared, self._stay(days))
                for city, days in counts.company.items()
            },
            crew,
            drives_bills(drives, shared, stay),
            (tour_bill(self.home, towns, shared, stay), *_extra(counts, stay), *own),
            frozenset(daily | {bill.code for bill in crew}),
        )
        return bare.complete(self._own.with_shares(bare.lines(stay.days), stay.days))

    def _site(self, site: Site, one: Hired) -> tuple[Bill, ...]:
        """Lines that hang on the site, the venue first."""
        stay, rent = self._stay(one.days), rent_key(site)
        venue = self._once(("rent", rent, one.days), lambda: venue_bills(site, self.shared, stay))
        extras = extras_bills(one.crowds, one.scenes, city_key(site), self.shared, stay)
        own = self._own.of_site(site, one.stand_ins, venue[0], rent, stay)
        return (*venue, *extras, *own)

    def _reasons(self, pieces: Pieces, unpriced: Sequence[str]) -> tuple[Reason, ...]:
        waiting = sum(bill.line.reasons[0].code in WAITING for bill in pieces.all)
        sites, charge = len(pieces.sites), self.costs.unpriced_venue_charge
        values = {"days": pieces.counts.days, "sites": sites, "cities": len(pieces.lodging)}
        found = [Reason("plan_prices_only", values), *self.shared.reasons]
        if unpriced:
            found.append(Reason("venues_unpriced", {"n": len(unpriced), "sites": sites}))
            found.append(Reason("plan_venue_charge", {"amount": charge}))
        if self.home is None:
            found.append(Reason("plan_home_unknown"))
        if waiting:
            found.append(Reason("lines_waiting", {"n": waiting}))
        return tuple(found)

    def _found_stations(
        self, sites: Sequence[Site], told: Mapping[str, Stop | None]
    ) -> dict[str, Stop]:
        first: dict[str, Stop] = {}
        for site in sites:
            first.setdefault(site.city_zh, told.get(site.city_zh) or self._stops[site.id])
        return first


def _places(sites: Sequence[Site]) -> dict[str, str]:
    """What a city is called where rooms are priced; a base town only where all sites lie in it."""
    names: dict[str, set[str]] = {}
    for site in sites:
        names.setdefault(site.city_zh, set()).add(city_key(site))
    return {city: min(found) if len(found) == 1 else city for city, found in names.items()}


def _extra(counts: PlanCounts, stay: Stay) -> tuple[Bill, ...]:
    """What is spent in the cities beyond what the work asks for, to reach a subsidy."""
    fen = sum(counts.extra.values())
    if not fen:
        return ()
    told = (Reason("plan_extra_spend", {"amount": to_cny(fen)}),)
    cny = np.full(DRAWS, to_cny(fen))
    return (by_stay(EXTRA, cny, stay.days, Grounds(Basis.ESTIMATED, (), "method.plan"), told),)


def _of_day(fen: Fen, waits: bool, sources: tuple[Source, ...]) -> Range:
    method = "method.simulated_without_venue" if waits else "method.simulated"
    figure = money(fen, STAY, Basis.ESTIMATED, sources, method)
    return replace(figure, mid=None, high=None) if waits else figure
