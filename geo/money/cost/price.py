"""Gross cost of a site or a city: every line simulated on the same draws, sums read off them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.model import Basis, Cost, ProjectFacts, Range, Reason, Site
from geo.money.cost.bills import STAY, Bill, merged, sources_of, sum_of
from geo.money.cost.draws import Fen, money, points
from geo.money.cost.drivers import Drivers, Stay
from geo.money.cost.extras import extras_bills
from geo.money.cost.facts import CostFacts
from geo.money.cost.living import city_key, lodging_bill, meals_bill, transport_bills
from geo.money.cost.once import Once
from geo.money.cost.own import WAITING
from geo.money.cost.own_bills import OwnBills
from geo.money.cost.roads import Stop
from geo.money.cost.sums import Sums, ranked, sums
from geo.money.cost.travel import moves_bills, travel_bill
from geo.money.cost.venue import deposit_line, rent_key, venue_bills


@dataclass(frozen=True, slots=True)
class Task:
    """What is shot at a site: scenes, how many of them in a set that only stands in.

    ``crowds``: per scene with a crowd how many extras the script says, None where it does not.
    """

    scenes: int
    stand_ins: int = 0
    crowds: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class CityPart:
    """One covering site of a city and what it takes."""

    site: Site
    task: Task


@dataclass(frozen=True, slots=True)
class LeftThere:
    """What is paid in the city itself (CNY; ``beyond``: more has no price yet), people x days.

    Not in it: the journey there, what is paid once for the project, percentages.
    """

    spent: Range
    people_days: Range


class Pricer:
    """Prices of one project; what sites share is worked out once.

    ``scenes`` is how many the whole script plays (0: not known), ``home`` where the crew comes
    from (None: travel is unpriced, for every city alike).
    """

    def __init__(
        self, facts: ProjectFacts, costs: CostFacts, scenes: int = 0, home: Stop | None = None
    ) -> None:
        self.costs = costs
        self.home = home
        self.shared = Drivers(facts, costs, scenes)
        self._once = Once()
        self._own = OwnBills(self.shared, self._once)

    def site(self, site: Site, task: Task, arrival: Stop | None = None) -> Cost:
        """Price ``task`` at ``site``: a day, and the stay with its share of what is paid once.

        ``arrival`` is where the crew gets off, so that all sites of a city pay the same fare; None:
        at the site itself.
        """
        stay = self._stay(task.scenes)
        place, station = city_key(site), arrival or stop_at(site)
        apart = self._of_site(site, task, stay)
        bills = self._own.with_shares(
            (
                *apart,
                *self._once(("living", place, stay.key), lambda: self._living(place, stay)),
                self._once(("travel", station, stay.key), lambda: self._travel(station, stay)),
                *self._once(("project", stay.key), lambda: self._own.of_project(stay)),
            ),
            stay.days,
        )
        told = tuple(bill for bill in bills if bill.stay is not None)
        added = self._once(("sums", bills[0].open, told), lambda: sums(bills))
        counted = added.priced.mid or 0.0
        if bills[0].open:
            counted += self.costs.unpriced_venue_charge
        reasons = self._reasons(bills, stay.figure, task.scenes)
        return self._cost(bills, added, counted, stay.figure, reasons, (site,))

    def city(self, parts: Sequence[CityPart], arrival: Stop | None = None) -> Cost:
        """Price all ``parts`` in one city: rents by the days of each site, living once a day.

        Raises ValueError without parts.
        """
        if not parts:
            raise ValueError("no parts")
        sites = [part.site for part in parts]
        stays = [self._stay(part.task.scenes) for part in parts]
        whole = self._city_stay(parts, stays)
        apart = [
            self._of_site(part.site, part.task, stay)
            for part, stay in zip(parts, stays, strict=True)
        ]
        by_code: dict[str, list[Bill]] = {}
        for bill in (bill for bills in apart for bill in bills):
            by_code.setdefault(bill.code, []).append(bill)
        bills = self._own.with_shares(
            (
                *(merged(of_sites, whole.days) for of_sites in by_code.values()),
                *self._living(city_key(sites[0]), whole),
                *moves_bills([stop_at(site) for site in sites], self.shared, whole),
                self._travel(arrival or stop_at(sites[0]), whole),
                *self._own.of_project(whole),
            ),
            whole.days,
        )
        added = sums(bills)
        asked = [stay.days for stay, own in zip(stays, apart, strict=True) if own[0].open]
        counted = ranked(added.day, sum_of(asked), whole.days, self.costs.unpriced_venue_charge)
        days = whole.figure.mid or 0.0
        reasons = [Reason("city_days", {"sites": len(parts), "days": days})]
        if asked:
            reasons.append(Reason("venues_unpriced", {"n": len(asked), "sites": len(parts)}))
        scenes = sum(part.task.scenes for part in parts)
        reasons.extend(self._reasons(bills, whole.figure, scenes))
        return self._cost(bills, added, counted, whole.figure, tuple(reasons), sites)

    def left_there(self, parts: Sequence[CityPart]) -> LeftThere:
        """What the crew leaves in the city of ``parts``, on the same draws as its cost.

        Raises ValueError without parts.
        """
        if not parts:
            raise ValueError("no parts")
        sites = [part.site for part in parts]
        stays = [self._stay(part.task.scenes) for part in parts]
        whole = self._city_stay(parts, stays)
        bills = [
            *(
                bill
                for part, stay in zip(parts, stays, strict=True)
                for bill in self._of_site(part.site, part.task, stay)
            ),
            *self._living(city_key(sites[0]), whole),
            *moves_bills([stop_at(site) for site in sites], self.shared, whole),
        ]
        known = [bill for bill in bills if bill.stay is not None]
        beyond = any(bill.code == "venue" and bill.open for bill in bills)
        spent = money(
            sum_of(bill.stay for bill in known),
            STAY,
            Basis.ESTIMATED,
            sources_of(known),
            "method.local_spend",
            beyond,
        )
        low, mid, high = points(self.shared.people * whole.days)
        days = Range(low, mid, high, "days", Basis.ESTIMATED, (), "method.people_days")
        return LeftThere(spent, days)

    def _stay(self, scenes: int) -> Stay:
        def make() -> Stay:
            stay = self.shared.stay(scenes)
            same = ("days", stay.days.tobytes(), stay.share.tobytes())
            return self._once(same, lambda: stay._replace(key=len(self._once)))

        return self._once(("stay", scenes), make)

    def _city_stay(self, parts: Sequence[CityPart], stays: Sequence[Stay]) -> Stay:
        """Days of all sites: at best scenes of several sites share days, at worst none does."""
        shared, once = self.shared, np.ones(len(stays[0].days))
        if shared.told_days is not None:
            days: Fen = np.full_like(stays[0].days, shared.told_days)
            return Stay(days, once, shared.days_figure(days))
        least = self._stay(sum(part.task.scenes for part in parts)).days
        most = sum_of(stay.days for stay in stays)
        apart = np.minimum(1.0, shared.assumed("day_sharing"))
        days = least + np.rint(apart * (most - least)).astype(np.int64)
        method = "method.days_of_sites" if len(parts) > 1 else "method.scenes_per_day"
        return Stay(days, once, shared.days_figure(days, method))

    def _of_site(self, site: Site, task: Task, stay: Stay) -> tuple[Bill, ...]:
        """Lines that hang on the site, the venue first."""
        rent, place = rent_key(site), city_key(site)
        venue = self._once(("rent", rent, stay.key), lambda: venue_bills(site, self.shared, stay))
        extras = self._once(
            ("extras", task.crowds, task.scenes, place, stay.key),
            lambda: extras_bills(task.crowds, task.scenes, place, self.shared, stay),
        )
        own = self._own.of_site(site, task.stand_ins, venue[0], rent, stay)
        return (*venue, *extras, *own)

    def _living(self, place: str, stay: Stay) -> tuple[Bill, ...]:
        return (
            lodging_bill(place, self.shared, stay),
            meals_bill(self.shared, stay),
            *transport_bills(self.shared, stay),
        )

    def _travel(self, station: Stop, stay: Stay) -> Bill:
        return travel_bill(self.home, station, self.shared, stay)

    def _reasons(self, bills: Sequence[Bill], days: Range, scenes: int) -> tuple[Reason, ...]:
        shared, charge = self.shared, self.costs.unpriced_venue_charge
        waiting = sum(bill.line.reasons[0].code in WAITING for bill in bills)
        return (
            *shared.reasons,
            *shared.day_reasons(days, scenes),
            *((Reason("venue_charge_in_ranking", {"amount": charge}),) if bills[0].open else ()),
            *((Reason("lines_waiting", {"n": waiting}),) if waiting else ()),
        )

    def _cost(
        self,
        bills: Sequence[Bill],
        added: Sums,
        counted: float,
        days: Range,
        reasons: tuple[Reason, ...],
        sites: Sequence[Site],
    ) -> Cost:
        return Cost(
            added.per_day,
            added.total,
            days,
            tuple(bill.line for bill in bills),
            counted,
            added.priced,
            added.priced_total,
            reasons,
            tuple(deposit_line(site, self.costs) for site in sites),
        )


def stop_at(site: Site) -> Stop:
    """A site as a road file may name it."""
    return Stop((site.id, site.name_zh, site.name_en), (site.lat, site.lon))
