"""Rank: match, price and score every site and city for one script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from geo.actions.workspace import Workspace, locate
from geo.errors import FactsError
from geo.match import (
    FitTable,
    board,
    break_even,
    carriers,
    cheapest_cover,
    fit_table,
    idle,
    order,
)
from geo.model import (
    Basis,
    Board,
    Bound,
    CityOffer,
    Cost,
    Criterion,
    Exposure,
    Kind,
    Match,
    Order,
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
    unknown,
)
from geo.money import CityPart, forecast, judge, over_cap, price_city, price_site
from geo.progress import Job, Step

FOUR_CITIES = ("南宁", "绍兴", "成都", "苏州")
SITES_PER_STEP = 60


def rank(
    ws: Workspace,
    script: Script,
    facts: ProjectFacts,
    weights: Weights,
    cities: Sequence[str] = (),
    today: date | None = None,
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
    table = fit_table(sites, script.scenes, ws.vocabulary, ws.rules)
    pricing = _Pricing(ws, facts, today or date.today())
    offers: list[SiteOffer] = []
    for row, site in enumerate(sites):
        if row % SITES_PER_STEP == 0:
            yield Step("rank_price", row, len(sites))
        offers.append(pricing.site(table, row, site))
    yield Step("rank_cities", len(sites), len(sites))
    towns = [pricing.city(table, offers, city) for city in wanted]
    towns = _tell_only_here(ws, script, sites, towns)
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
        hints=_hints(ranking, site_order, weights),
    )


class _Pricing:
    """Prices for one project; what several sites share is worked out once."""

    def __init__(self, ws: Workspace, facts: ProjectFacts, today: date) -> None:
        self.ws = ws
        self.facts = facts
        self.today = today
        home = facts.get("crew.home_city")
        where = locate(str(home)) if home else None
        if home and where is None:
            raise FactsError("home_city_unknown", city=str(home))
        self.home = (where.lat, where.lon) if where else None
        self.parents = region_parents(ws)
        self.stations: dict[str, tuple[float, float] | None] = {}
        self.known: dict[tuple[str, str, str | None], Subsidy] = {}

    def site(self, table: FitTable, row: int, site: Site) -> SiteOffer:
        matches = table.matches(row)
        stand_ins = sum(not match.direct for match in matches)
        cost = price_site(site, self.facts, len(matches), stand_ins, self.ws.money.costs, self.home)
        fit = float(table.fit[row].mean()) if table.scenes else 0.0
        return SiteOffer(
            site,
            fit,
            matches,
            cost,
            self.subsidy(site.adcode, site.city_zh, site.district_zh),
            self.uplift(site, cost, _shows_place(site, matches)),
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
        shows = any(_shows_place(offers[i].site, offers[i].matches) for i in chosen)
        return CityOffer(
            city,
            adcode,
            float(sum(best) / len(table.scenes)) if table.scenes else 0.0,
            covered,
            uncovered,
            tuple(offers[i].site.id for i in chosen),
            cost,
            self.subsidy(adcode, city, None),
            self.uplift(None, cost, shows),
            (
                Reason("city_serves", {"covered": len(covered), "total": len(table.scenes)}),
                Reason("city_sites", {"count": len(chosen)}),
            ),
            offers[rows[0]].site.city_en,
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
        parts = [
            self.part(offers[i], [scenes[column].id for column in columns])
            for i, columns in chosen.items()
        ]
        return price_city(parts, self.facts, self.ws.money.costs)

    def part(self, offer: SiteOffer, scene_ids: Sequence[str]) -> CityPart:
        """Price ``offer`` for only the scenes it takes in the city's cover."""
        taken = set(scene_ids)
        stand_ins = sum(m.scene_id in taken and not m.direct for m in offer.matches)
        cost = self.cost(offer.site, len(taken), stand_ins)
        return CityPart(cost, len(taken), offer.site.id)

    def cost(self, site: Site, scenes: int, stand_ins: int) -> Cost:
        """Price ``scenes`` scenes at ``site``; the crew travels to its city."""
        if site.city_zh not in self.stations:
            where = locate(site.city_zh)
            self.stations[site.city_zh] = (where.lat, where.lon) if where else None
        costs = self.ws.money.costs
        arrival = self.stations[site.city_zh]
        return price_site(site, self.facts, scenes, stand_ins, costs, self.home, arrival=arrival)

    def subsidy(self, adcode: str, city: str, district: str | None) -> Subsidy:
        place = _place(self.ws, adcode, city, district)
        if place not in self.known:
            self.known[place] = judge(
                self.ws.money.policies, place, self.facts, self.today, parents=self.parents
            )
        return self.known[place]

    def uplift(self, site: Site | None, cost: Cost, shows_place: bool) -> Uplift:
        return forecast(
            site, self.facts, self.ws.money.uplift, shows_place=shows_place, days=cost.days
        )


def _place(
    ws: Workspace, adcode: str, city: str, district: str | None
) -> tuple[str, str, str | None]:
    province = ws.regions.get(f"{adcode[:2]}0000")
    return province.name if province else "", city, district


def city_place(ws: Workspace, city: str) -> tuple[str, str, str | None]:
    """Name the province and city of ``city``; FactsError("city_unknown") when there is none."""
    found = locate(city)
    if found is None:
        raise FactsError("city_unknown", city=city)
    return _place(ws, found.adcode, city, None)


def region_parents(ws: Workspace) -> Mapping[str, tuple[str, ...]]:
    """Per region name: the names of the regions that contain it."""
    found: dict[str, tuple[str, ...]] = {}
    for division in ws.regions.values():
        names = []
        above = ws.regions.get(division.parent or "")
        while above is not None:
            names.append(above.name)
            above = ws.regions.get(above.parent or "")
        found[division.name] = tuple(reversed(names))
    return found


def _shows_place(site: Site, matches: Iterable[Match]) -> bool:
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


def _tell_only_here(
    ws: Workspace, script: Script, sites: Sequence[Site], towns: Sequence[CityOffer]
) -> list[CityOffer]:
    """Add to each city the crafts of the script that it carries, and which none other does."""
    scenes_by_term: dict[str, int] = {}
    for scene in script.scenes:
        for need in scene.culture:
            scenes_by_term[need.term] = scenes_by_term.get(need.term, 0) + 1
    terms = [
        ws.vocabulary.culture[code] for code in scenes_by_term if code in ws.vocabulary.culture
    ]
    homes = {code: cities for code, (_, cities) in carriers(sites, terms).items()}
    told = []
    for town in towns:
        here = [code for code, cities in homes.items() if town.adcode in cities]
        only = [code for code in here if homes[code] == {town.adcode}]
        reasons = list(town.reasons)
        for code, some in (("city_only_crafts", only), ("city_crafts", _without(here, only))):
            if some:
                count = sum(scenes_by_term[term] for term in some)
                reasons.append(Reason(code, {"terms": ",".join(some), "scenes": count}))
        told.append(replace(town, reasons=tuple(reasons)))
    return told


def _without(some: Iterable[str], others: Iterable[str]) -> list[str]:
    gone = set(others)
    return [one for one in some if one not in gone]


def _board(
    ids: Sequence[str],
    offers: Sequence[SiteOffer] | Sequence[CityOffer],
    bounds: Mapping[Criterion, Bound],
) -> Board:
    figures = {
        Criterion.FIT: [offer.fit for offer in offers],
        Criterion.COST: [offer.cost.ranked for offer in offers],
        Criterion.SUBSIDY: [offer.subsidy.counted for offer in offers],
        Criterion.UPLIFT: [offer.uplift.visits.mid or 0.0 for offer in offers],
    }
    return board(ids, figures, bounds)


def _hints(ranking: Ranking, site_order: Order, weights: Weights) -> tuple[Reason, ...]:
    """Tell from what subsidy the best site of each other city would lead."""
    if not ranking.sites:
        return ()
    leader = ranking.sites[site_order.index[0]].site
    cities = {offer.city for offer in ranking.cities}
    seen = {leader.city_zh}
    hints = []
    for column in site_order.index:
        offer = ranking.sites[column]
        if offer.site.city_zh in seen:
            continue
        seen.add(offer.site.city_zh)
        paid = offer.subsidy.counted
        needed = break_even(
            ranking.site_board, site_order, weights, int(column), Criterion.SUBSIDY, paid
        )
        if needed is not None and offer.subsidy.amount.mid is None:
            code = (
                "subsidy_unknown_would_lead"
                if offer.subsidy.amount.basis is Basis.UNKNOWN
                else "subsidy_ceiling_would_lead"
            )
            site = offer.site
            values = {"city": site.city_zh, "site": site.name_zh, "site_id": site.id}
            english = {"city_en": site.city_en, "site_en": site.name_en or site.name_zh}
            hints.append(Reason(code, {**values, **english, "amount": needed}))
        if seen >= cities:
            break
    return tuple(hints)
