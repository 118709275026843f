"""Rank: match, price and score every site and city for one script."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from geo.actions.hints import excluded_hint, subsidy_hints, tell_only_here
from geo.actions.workspace import Workspace, locate
from geo.catalogue import all_divisions
from geo.errors import FactsError
from geo.match import (
    FitTable,
    Terms,
    board,
    cheapest_cover,
    fit_table,
    idle,
    order,
)
from geo.model import (
    Board,
    Bound,
    CityOffer,
    Cost,
    Criterion,
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
    Uplift,
    Weights,
    Wishes,
    unknown,
)
from geo.money import CityPart, Pricer, Spot, Stop, Task, forecast, forecasts, judge, over_cap
from geo.progress import Job, Step

FOUR_CITIES = ("南宁", "绍兴", "成都", "苏州")
SITES_PER_STEP = 60
# the flag of scenes with extras
CROWD = "crowd"


def rank(
    ws: Workspace,
    script: Script,
    facts: ProjectFacts,
    weights: Weights,
    cities: Sequence[str] = (),
    today: date | None = None,
    *,
    wishes: Wishes = Wishes(),  # noqa: B008 (frozen)
) -> Job[Ranking]:
    """Rank the sites of ``cities`` (none: the four) and the cities themselves for ``script``.

    Scenes that are omitted ask for nothing and count nowhere.
    Raises FactsError("city_unknown") when the catalogue has no site in a city asked for.
    """
    wanted = tuple(cities) or FOUR_CITIES
    sites = tuple(site for site in ws.store.sites() if site.city_zh in wanted)
    for city in wanted:
        if cities and all(site.city_zh != city for site in sites):
            raise FactsError("city_unknown", city=city)
    yield Step("rank_match", 0, len(sites))
    script = replace(script, scenes=script.played)
    day = today or date.today()
    terms = Terms(day, ws.permits, wishes.musts, agreed=wishes.agreed)
    table = fit_table(sites, script.scenes, ws.vocabulary, ws.rules, terms)
    pricing = _Pricing(ws, facts, day, script.scenes)
    offers = yield from pricing.sites(table, sites)
    yield Step("rank_cities", len(sites), len(sites))
    towns = [pricing.city(table, offers, city) for city in wanted]
    towns = tell_only_here(ws, script, sites, towns)
    excluded = table.excluded()
    because = {one.site_id: one.because for one in excluded}
    offers = [
        replace(offer, reasons=(*because.get(offer.site.id, ()), *offer.reasons))
        for offer in offers
    ]
    site_board = _board([o.site.id for o in offers], offers, ws.rules.site_bounds)
    city_board = _board([t.city for t in towns], towns, ws.rules.city_bounds)
    ranking = Ranking(
        tuple(offers),
        tuple(towns),
        site_board,
        city_board,
        weights,
        order(site_board, weights),
        order(city_board, weights),
        idle(site_board),
        excluded=excluded,
        wishes=wishes,
    )
    return reweight(ranking, weights)


def reweight(ranking: Ranking, weights: Weights) -> Ranking:
    """Order the same offers by other weights: nothing is matched or priced again."""
    site_order = order(ranking.site_board, weights)
    return replace(
        ranking,
        weights=dict(weights),
        site_order=site_order,
        city_order=order(ranking.city_board, weights),
        hints=(*subsidy_hints(ranking, site_order, weights), *excluded_hint(ranking)),
    )


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
        pricing = _Pricing(ws, facts, date.today(), script.played)
        if site_id is not None:
            return pricing.cost(offers[site_id])
        assert town is not None
        plan = zip(town.sites, town.takes, strict=True)
        parts = [pricing.part(offers[one], taken) for one, taken in plan]
        return pricing.whole(city, parts) if parts else town.cost

    return price


class _Pricing:
    """Prices for one project; what several sites share is worked out once."""

    def __init__(
        self, ws: Workspace, facts: ProjectFacts, today: date, scenes: Sequence[Scene]
    ) -> None:
        self.ws = ws
        self.facts = facts
        self.today = today
        home = facts.get("crew.home_city")
        start = _station(str(home)) if home else None
        if home and start is None:
            raise FactsError("home_city_unknown", city=str(home))
        self.pricer = Pricer(facts, ws.money.costs, len(scenes), start)
        self.crowds = {
            scene.id: flag.count for scene in scenes for flag in scene.flags if flag.code == CROWD
        }
        self.stations: dict[str, Stop | None] = {}
        self.parents = region_parents()
        self.known: dict[tuple[str, str, str | None], Subsidy] = {}

    def sites(self, table: FitTable, sites: Sequence[Site]) -> Job[list[SiteOffer]]:
        """Price every site; what they gain is drawn for all of them at once."""
        priced: list[tuple[tuple[Match, ...], Cost]] = []
        for row, site in enumerate(sites):
            if row % SITES_PER_STEP == 0:
                yield Step("rank_price", row, len(sites))
            matches = table.matches(row)
            cost = self.pricer.site(site, self.task(matches), self.station(site.city_zh))
            priced.append((matches, cost))
        spots = [
            Spot.of_site(site, shows=shows_place(site, matches), days=cost.days)
            for site, (matches, cost) in zip(sites, priced, strict=True)
        ]
        gains = forecasts(spots, self.facts, self.ws.money.uplift)
        return [
            self.site(table, row, sites[row], *priced[row], gain) for row, gain in enumerate(gains)
        ]

    def site(
        self,
        table: FitTable,
        row: int,
        site: Site,
        matches: tuple[Match, ...],
        cost: Cost,
        gain: Uplift,
    ) -> SiteOffer:
        return SiteOffer(
            site,
            float(table.fit[row].mean()) if table.scenes else 0.0,
            matches,
            cost,
            self.subsidy(site.adcode, site.city_zh, site.district_zh),
            gain,
            (*_site_reasons(site, matches, table.scenes), *over_cap(cost.lines, self.facts)),
        )

    def city(self, table: FitTable, offers: Sequence[SiteOffer], city: str) -> CityOffer:
        rows = [i for i, offer in enumerate(offers) if offer.site.city_zh == city]
        fit = table.fit[rows]
        best = fit.max(axis=0) if rows else []
        chosen = cheapest_cover(table, rows, [offers[i].cost.ranked for i in rows])
        covered = tuple(s.id for s, worth in zip(table.scenes, best, strict=True) if worth > 0)
        uncovered = tuple(s.id for s in table.scenes if s.id not in set(covered))
        adcode = offers[rows[0]].site.adcode
        cost = self.city_cost(table.scenes, offers, chosen)
        shows = any(shows_place(offers[i].site, offers[i].matches) for i in chosen)
        return CityOffer(
            city,
            adcode,
            float(sum(best) / len(table.scenes)) if table.scenes else 0.0,
            covered,
            uncovered,
            tuple(offers[i].site.id for i in chosen),
            cost,
            self.subsidy(adcode, city, None),
            forecast(
                Spot.of_city(city, adcode, shows=shows, days=cost.days),
                self.facts,
                self.ws.money.uplift,
            ),
            (
                Reason("city_serves", {"covered": len(covered), "total": len(table.scenes)}),
                Reason("city_sites", {"count": len(chosen)}),
            ),
            offers[rows[0]].site.city_en,
            takes=tuple(
                tuple(table.scenes[column].id for column in columns) for columns in chosen.values()
            ),
        )

    def city_cost(
        self,
        scenes: Sequence[Scene],
        offers: Sequence[SiteOffer],
        chosen: Mapping[int, tuple[int, ...]],
    ) -> Cost:
        if not chosen:
            worst = self.ws.rules.city_bounds[Criterion.COST].worst
            day, total = unknown("CNY/day"), unknown("CNY")
            return Cost(day, total, unknown("days"), (), worst, day, total)
        return self.whole(
            offers[next(iter(chosen))].site.city_zh,
            [
                self.part(offers[i], [scenes[column].id for column in columns])
                for i, columns in chosen.items()
            ],
        )

    def whole(self, city: str, parts: Sequence[CityPart]) -> Cost:
        """Price the parts of a city together."""
        return self.pricer.city(parts, self.station(city))

    def part(self, offer: SiteOffer, scene_ids: Collection[str]) -> CityPart:
        """What ``offer`` takes in the city's cover: only these scenes."""
        taken = [match for match in offer.matches if match.scene_id in set(scene_ids)]
        return CityPart(offer.site, self.task(taken))

    def cost(self, offer: SiteOffer) -> Cost:
        """Price all scenes that ``offer`` serves, at its site."""
        arrival = self.station(offer.site.city_zh)
        return self.pricer.site(offer.site, self.task(offer.matches), arrival)

    def task(self, matches: Sequence[Match]) -> Task:
        crowds = (self.crowds[m.scene_id] for m in matches if m.scene_id in self.crowds)
        return Task(len(matches), sum(not match.direct for match in matches), tuple(crowds))

    def station(self, city: str) -> Stop | None:
        """Where the crew gets off, the same for all sites of ``city``."""
        if city not in self.stations:
            self.stations[city] = _station(city)
        return self.stations[city]

    def subsidy(self, adcode: str, city: str, district: str | None) -> Subsidy:
        place = place_of(self.ws, adcode, city, district)
        if place not in self.known:
            self.known[place] = judge(
                self.ws.money.policies, place, self.facts, self.today, parents=self.parents
            )
        return self.known[place]


def _station(city: str) -> Stop | None:
    found = locate(city)
    return None if found is None else Stop((city, found.name), (found.lat, found.lon))


def place_of(
    ws: Workspace, adcode: str, city: str, district: str | None
) -> tuple[str, str, str | None]:
    """Name province, city and district of a place, as policies do."""
    province = ws.regions.get(f"{adcode[:2]}0000")
    return province.name if province else "", city, district


def city_place(ws: Workspace, city: str) -> tuple[str, str, str | None]:
    """Name the province and city of ``city``; FactsError("city_unknown") when there is none."""
    found = locate(city)
    if found is None:
        raise FactsError("city_unknown", city=city)
    return place_of(ws, found.adcode, city, None)


@lru_cache(maxsize=1)
def region_parents() -> Mapping[str, tuple[str, ...]]:
    """Per region name: the names of the regions that contain it.

    A name that several regions bear (鼓楼区) is left out: nobody can tell which is meant.
    """
    by_code = {division.adcode: division for division in all_divisions()}
    found: dict[str, tuple[str, ...]] = {}
    twice: set[str] = set()
    for division in by_code.values():
        names = []
        above = by_code.get(division.parent or "")
        while above is not None:
            names.append(above.name)
            above = by_code.get(above.parent or "")
        if division.name in found:
            twice.add(division.name)
        found[division.name] = tuple(reversed(names))
    return {name: above for name, above in found.items() if name not in twice}


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
    if site.coord_basis != "source":
        reasons.append(Reason("site_position_rough", {"km": site.coord_uncertainty_m / 1000}))
    if site.basis_default == "general_knowledge":
        reasons.append(Reason("site_general_knowledge"))
    return tuple(reasons)


def _board(
    ids: Sequence[str],
    offers: Sequence[SiteOffer] | Sequence[CityOffer],
    bounds: Mapping[str, Bound],
) -> Board:
    figures: dict[str, list[float]] = {
        Criterion.FIT: [offer.fit for offer in offers],
        Criterion.COST: [offer.cost.ranked for offer in offers],
        Criterion.SUBSIDY: [offer.subsidy.counted for offer in offers],
        Criterion.UPLIFT: [offer.uplift.visits.mid or 0.0 for offer in offers],
    }
    return board(ids, figures, bounds)
