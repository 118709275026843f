"""Prices of one project: sites, cities, and either again with other facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from geo.actions.regions import home_city, place_of, region_parents
from geo.actions.workspace import Workspace, locate
from geo.errors import FactsError
from geo.match import FitTable, cheapest_cover, distance_km, great_circle_km, mean_fit
from geo.model import (
    CityOffer,
    Cost,
    Criterion,
    Division,
    Exposure,
    Kind,
    Match,
    ProjectFacts,
    Ranking,
    Reason,
    Scene,
    Script,
    Site,
    SiteOffer,
    Subsidy,
    unknown,
)
from geo.money import (
    CityPart,
    CostFacts,
    Pricer,
    Spot,
    Stop,
    Task,
    forecast,
    forecasts,
    judge,
    over_cap,
)
from geo.progress import Job, Step

SITES_PER_STEP = 60
# the flag of scenes with extras
CROWD = "crowd"


def repricer(
    ws: Workspace, ranking: Ranking, script: Script, city: str, site_id: str | None = None
) -> Callable[[ProjectFacts], Cost]:
    """Price a site, or a city's plan as ranked, again with other facts: same sites, same scenes.

    Raises FactsError("city_unknown") or ("site_unknown") when the ranking does not hold it.
    """
    offers = {offer.site.id: offer for offer in ranking.sites}
    town = next((offer for offer in ranking.cities if offer.city == city), None)
    if site_id is not None and site_id not in offers:
        raise FactsError("site_unknown", site=site_id)
    if site_id is None and town is None:
        raise FactsError("city_unknown", city=city)

    def price(facts: ProjectFacts) -> Cost:
        pricing = Pricing(ws, facts, date.today(), script.played)
        if site_id is not None:
            return pricing.cost(offers[site_id])
        assert town is not None
        plan = zip(town.sites, town.takes, strict=True)
        parts = [pricing.part(offers[one], taken) for one, taken in plan]
        return pricing.whole(city, parts) if parts else town.cost

    return price


class Pricing:
    """Prices of one project; what several sites share is worked out once.

    ``costs``: what prices rest on, that of ``ws`` where nothing else is given.

    Raises FactsError("home_city_unknown") where the crew comes from no place there is.
    """

    def __init__(
        self,
        ws: Workspace,
        facts: ProjectFacts,
        today: date,
        scenes: Sequence[Scene],
        costs: CostFacts | None = None,
    ) -> None:
        self.ws = ws
        self.facts = facts
        self.today = today
        self.home = home_city(facts)
        start = _stop(self.home, str(facts.get("crew.home_city")))
        self.pricer = Pricer(facts, (costs or ws.money.costs).on(today), len(scenes), start)
        self.crowds = {
            scene.id: flag.count for scene in scenes for flag in scene.flags if flag.code == CROWD
        }
        self.stations: dict[str, Stop | None] = {}
        self.parents = region_parents()
        self.known: dict[tuple[str, str, str | None], Subsidy] = {}

    def sites(
        self,
        table: FitTable,
        because: Mapping[str, tuple[Reason, ...]],
        seen: Mapping[str, tuple[Reason, ...]] = MappingProxyType({}),
    ) -> Job[list[SiteOffer]]:
        """Price every site of ``table``; what they gain is drawn for all of them at once.

        ``because``: why a site (id) is left out, told before anything else of it; ``seen``: who
        saw it on the spot.
        """
        sites = table.sites
        priced: list[tuple[tuple[Match, ...], Cost]] = []
        for row, site in enumerate(sites):
            if row % SITES_PER_STEP == 0:
                yield Step("rank_price", row, len(sites))
            matches = table.matches(row)
            cost = self.pricer.site(site, self._task(matches), self._station(site.city_zh))
            priced.append((matches, cost))
        spots = [
            Spot.of_site(site, shows=shows_place(site, matches), days=cost.days)
            for site, (matches, cost) in zip(sites, priced, strict=True)
        ]
        yield Step("rank_price", len(sites), len(sites))
        gains = forecasts(spots, self.facts, self.ws.money.uplift)
        yield Step("rank_price", len(sites), len(sites))
        fits, home = _fits(table), self.home
        km = None if home is None else distance_km(sites, (home.lat, home.lon)).tolist()
        offers: list[SiteOffer] = []
        for row, (site, (matches, cost)) in enumerate(zip(sites, priced, strict=True)):
            if row % SITES_PER_STEP == 0:
                yield Step("rank_price", len(sites), len(sites))
            reasons = (*seen.get(site.id, ()), *_site_reasons(site, matches, table.scenes))
            fit = fits[row]
            offers.append(
                SiteOffer(
                    site,
                    fit.now,
                    matches,
                    cost,
                    self.subsidy(site.adcode, site.city_zh, site.district_zh),
                    gains[row],
                    (*because.get(site.id, ()), *reasons, *over_cap(cost.lines, self.facts)),
                    fit.low,
                    fit.high,
                    None if km is None else km[row],
                    risk_of(matches),
                    table.lost(row),
                    tuple(table.asks.get(row, ())),
                )
            )
        return offers

    def city(
        self, table: FitTable, offers: Sequence[SiteOffer], city: str, out: Collection[str]
    ) -> CityOffer:
        """The cheapest sites of ``city`` that cover it, none of them among ``out`` (ids)."""
        here = [i for i, offer in enumerate(offers) if offer.site.city_zh == city]
        rows = [i for i in here if offers[i].site.id not in out]
        best = table.fit[rows].max(axis=0, initial=0.0)
        chosen = cheapest_cover(table, rows, [offers[i].cost.ranked for i in rows])
        plan = [(offers[i], _taken(table, offers[i], columns)) for i, columns in chosen.items()]
        covered = tuple(s.id for s, worth in zip(table.scenes, best, strict=True) if worth > 0)
        first = offers[here[0]].site
        cost = self._city_cost(city, plan)
        shows = any(shows_place(offer.site, offer.matches) for offer, _ in plan)
        spot = Spot.of_city(city, first.adcode, shows=shows, days=cost.days)
        return CityOffer(
            city,
            first.adcode,
            float(mean_fit(best[None])[0]),
            covered,
            tuple(s.id for s in table.scenes if s.id not in set(covered)),
            tuple(offer.site.id for offer, _ in plan),
            cost,
            self.subsidy(first.adcode, city, None),
            forecast(spot, self.facts, self.ws.money.uplift),
            (
                Reason("city_serves", {"covered": len(covered), "total": len(table.scenes)}),
                *([Reason("city_sites", {"count": len(plan)})] if plan else ()),
            ),
            first.city_en,
            takes=tuple(tuple(match.scene_id for match in taken) for _, taken in plan),
            travel_km=self._km_to(city),
            risk=risk_of([match for _, taken in plan for match in taken]),
        )

    def _km_to(self, city: str) -> float | None:
        there, home = locate(city), self.home
        if there is None or home is None:
            return None
        return great_circle_km((there.lat, there.lon), (home.lat, home.lon))

    def _city_cost(self, city: str, plan: Sequence[tuple[SiteOffer, tuple[Match, ...]]]) -> Cost:
        if not plan:
            worst = self.ws.rules.city_bounds[Criterion.COST].worst
            day, total = unknown("CNY/day"), unknown("CNY")
            return Cost(day, total, unknown("days"), (), worst, day, total)
        return self.whole(city, [CityPart(offer.site, self._task(taken)) for offer, taken in plan])

    def whole(self, city: str, parts: Sequence[CityPart]) -> Cost:
        """Price the parts of a city together."""
        return self.pricer.city(parts, self._station(city))

    def part(self, offer: SiteOffer, scene_ids: Collection[str]) -> CityPart:
        """What ``offer`` takes in the city's cover: only these scenes."""
        taken = [match for match in offer.matches if match.scene_id in set(scene_ids)]
        return self.taking(offer.site, taken)

    def taking(self, site: Site, taken: Sequence[Match]) -> CityPart:
        """``site`` with the scenes that it takes."""
        return CityPart(site, self._task(taken))

    def cost(self, offer: SiteOffer) -> Cost:
        """Price all scenes that ``offer`` serves, at its site."""
        return self.alone(offer.site, offer.matches)

    def alone(self, site: Site, taken: Sequence[Match]) -> Cost:
        """Price the scenes ``taken`` at ``site``; a day where there are none."""
        return self.pricer.site(site, self._task(taken), self._station(site.city_zh))

    def _task(self, matches: Sequence[Match]) -> Task:
        crowds = (self.crowds[m.scene_id] for m in matches if m.scene_id in self.crowds)
        return Task(len(matches), sum(not match.direct for match in matches), tuple(crowds))

    def _station(self, city: str) -> Stop | None:
        """Where the crew gets off, the same for all sites of ``city``."""
        if city not in self.stations:
            self.stations[city] = _stop(locate(city), city)
        return self.stations[city]

    def subsidy(self, adcode: str, city: str, district: str | None) -> Subsidy:
        """What comes back in a city, or in one of its districts."""
        place = place_of(self.ws, adcode, city, district)
        if place not in self.known:
            self.known[place] = judge(
                self.ws.money.policies, place, self.facts, self.today, parents=self.parents
            )
        return self.known[place]


def _stop(place: Division | None, *names: str) -> Stop | None:
    """A place as a road file may name it."""
    return None if place is None else Stop((*names, place.name), (place.lat, place.lon))


class _Fit(NamedTuple):
    """Mean fit of a site, and its ends where something is open."""

    now: float
    low: float
    high: float


def _fits(table: FitTable) -> list[_Fit]:
    columns = np.stack([table.mean(), *table.ends()], axis=1)
    return [_Fit(*row) for row in columns.tolist()]


def _taken(table: FitTable, offer: SiteOffer, columns: Collection[int]) -> tuple[Match, ...]:
    ids = {table.scenes[column].id for column in columns}
    return tuple(match for match in offer.matches if match.scene_id in ids)


def risk_of(matches: Sequence[Match]) -> float:
    """Share of the scenes that somebody must agree to first, or be asked about; 0 of none."""
    return sum(bool(match.findings) for match in matches) / max(1, len(matches))


def shows_place(site: Site, matches: Iterable[Match]) -> bool:
    """Whether the audience would see the place itself, not just a rented inside of a base."""
    if site.kind is not Kind.BASE:
        return True
    exposure = {had.scene_type: had.exposure for had in site.scene_types}
    served = [exposure.get(match.served) for match in matches]
    return not served or any(had is not Exposure.INSIDE for had in served)


def _site_reasons(
    site: Site, matches: Sequence[Match], scenes: Sequence[Scene]
) -> tuple[Reason, ...]:
    direct = sum(match.direct for match in matches)
    counts = {"direct": direct, "stand_in": len(matches) - direct, "total": len(scenes)}
    reasons = [Reason("site_serves" if matches else "site_serves_none", counts)]
    if not site.exact:
        reasons.append(Reason("site_position_rough", {"km": site.coord_uncertainty_m / 1000}))
    if site.basis_default == "general_knowledge":
        reasons.append(Reason("site_general_knowledge"))
    return tuple(reasons)
