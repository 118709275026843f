"""Rank: match, price and score every site and city for one script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.actions.boards import city_board, site_board
from geo.actions.field.seen import seen_reasons
from geo.actions.hints import excluded_hint, subsidy_hints, tell_only_here
from geo.actions.pricing import Pricing
from geo.actions.screening import screened
from geo.actions.workspace import Workspace
from geo.errors import FactsError
from geo.match import Terms, fit_table, idle, order_by
from geo.model import (
    Criterion,
    Division,
    ProjectFacts,
    Ranking,
    Script,
    Weights,
    Wishes,
)
from geo.progress import Job, Step

FOUR_CITIES = ("南宁", "绍兴", "成都", "苏州")

COUNTED_BY = {Criterion.RISK: "flags", Criterion.TRAVEL: "distance"}
"""The part of a fit that a criterion counts once it is weighed: it is then told and not counted.

Beside these nothing is in two criteria: what the way costs is in the cost and its length is not;
rooms that a rule bars lower a fit because another room must serve, not because somebody must be
asked; opening hours lower it because evenings are bargained for, and no permission rule repeats
them.
"""


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

    Scenes that are omitted ask for nothing and count nowhere. Of a city with very many sites only
    those that serve the script best are priced and returned. Raises FactsError("city_unknown")
    when the catalogue has no site in a city asked for, and ("home_city_unknown").
    """
    wanted = tuple(dict.fromkeys(cities)) or FOUR_CITIES
    had = (ws.as_if.get(site.id, site) for site in ws.store.sites())
    sites = tuple(site for site in had if site.city_zh in wanted)
    known = {site.city_zh for site in sites}
    for city in cities:
        if city not in known:
            raise FactsError("city_unknown", city=city)
    yield Step("rank_match", 0, len(sites))
    script = replace(script, scenes=script.played)
    day = today or date.today()
    pricing = Pricing(ws, facts, day, script.scenes)
    terms = _terms(ws, pricing.home, day, wishes)
    chosen = yield from screened(ws, sites, script.scenes, terms)
    table = fit_table(chosen.sites, script.scenes, ws.vocabulary, ws.rules, chosen.terms)
    excluded = table.excluded()
    because = {one.site_id: one.because for one in excluded}
    told = seen_reasons(ws, chosen.sites)
    offers = yield from pricing.sites(table, because, told)
    yield Step("rank_cities", len(chosen.sites), len(chosen.sites))
    towns = [pricing.city(table, offers, city, because) for city in wanted]
    of_sites = site_board(offers, wishes, ws.rules.site_bounds)
    of_cities = city_board(towns, wishes, ws.rules.city_bounds)
    ranking = Ranking(
        tuple(offers),
        tuple(tell_only_here(script, towns, chosen.homes)),
        of_sites,
        of_cities,
        weights,
        order_by(of_sites, weights, wishes.method),
        order_by(of_cities, weights, wishes.method),
        excluded=excluded,
        wishes=wishes,
        unpriced=len(sites) - len(chosen.sites),
        home_city=str(facts.get("crew.home_city") or ""),
    )
    # what the lists and the map ask of all sites is worked out here, beside the window
    ranking.columns.prepare()
    return reweight(replace(ranking, idle=idle(of_sites, ranking.columns.standing)), weights)


def reweight(ranking: Ranking, weights: Weights) -> Ranking:
    """Order the same offers by other weights: nothing is matched or priced again."""
    method, keep = ranking.wishes.method, ranking.columns.standing
    before = ranking.site_order, ranking.city_order
    site_order = order_by(ranking.site_board, weights, method, keep, before[0])
    return replace(
        ranking,
        weights=dict(weights),
        site_order=site_order,
        city_order=order_by(ranking.city_board, weights, method, None, before[1]),
        hints=(*subsidy_hints(ranking, site_order, weights), *excluded_hint(ranking)),
    )


def _terms(ws: Workspace, home: Division | None, day: date, wishes: Wishes) -> Terms:
    return Terms(
        day,
        ws.permits,
        wishes.musts,
        base=None if home is None else (home.lat, home.lon),
        agreed=wishes.agreed,
        uncounted=frozenset(COUNTED_BY[one] for one in COUNTED_BY if one in wishes.extra),
    )
