"""What a ranking says beside its figures: crafts of one city only, subsidies that would lead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.actions.workspace import Workspace
from geo.match import break_even, carriers
from geo.model import (
    Basis,
    CityOffer,
    Criterion,
    Order,
    Ranking,
    Reason,
    Script,
    Site,
    Weights,
)


def tell_only_here(
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


def subsidy_hints(ranking: Ranking, site_order: Order, weights: Weights) -> tuple[Reason, ...]:
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


def excluded_hint(ranking: Ranking) -> tuple[Reason, ...]:
    """Name the places that rules keep out of the ranking, as one reason."""
    if not ranking.excluded:
        return ()
    names = {
        "sites": "、".join(one.name for one in ranking.excluded),
        "sites_en": ", ".join(one.name_en for one in ranking.excluded),
    }
    return (Reason("sites_excluded", {"n": len(ranking.excluded), **names}),)
