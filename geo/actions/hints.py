"""What a ranking says beside its figures: crafts of one city only, subsidies that would lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.actions.told_sums import at_least
from geo.match import break_even
from geo.model import (
    Basis,
    CityOffer,
    Criterion,
    Method,
    Order,
    Ranking,
    Reason,
    Script,
    Weights,
)

NAMED = 3
"""So many of the places left out are named in the hint."""


def tell_only_here(
    script: Script, towns: Sequence[CityOffer], homes: Mapping[str, frozenset[str]]
) -> list[CityOffer]:
    """Add to each city the crafts of the script that it carries, and which none other does.

    ``homes``: the codes of the cities that carry each craft.
    """
    scenes_by_term = Counter(need.term for scene in script.scenes for need in scene.culture)
    told = []
    for town in towns:
        here = [code for code, cities in homes.items() if town.adcode in cities]
        # with nobody to compare with, nothing is only here
        only = [code for code in here if homes[code] == {town.adcode} and len(towns) > 1]
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
    """Tell from what subsidy the best site of each other city would lead, best city first.

    Only the weighted sum can tell: under another method a value has no fixed worth in score.
    """
    first = site_order.first(1)
    if ranking.wishes.method is not Method.WEIGHTED_SUM or not len(first):
        return ()
    leader = ranking.sites[first[0]].site.city_zh
    hints = (
        _would_lead(ranking, site_order, weights, column)
        for column in _best_of_cities(ranking, site_order)
        if ranking.sites[column].site.city_zh != leader
    )
    return tuple(hint for hint in hints if hint is not None)


def _best_of_cities(ranking: Ranking, order: Order) -> list[int]:
    """The best column of each city, best first; of equal ones the first on the board."""
    scores = order.scores
    best = [int(some[scores[some].argmax()]) for some in ranking.columns.by_city.values()]
    standing = [column for column in best if scores[column] > float("-inf")]
    return sorted(standing, key=lambda column: (-scores[column], column))


def _would_lead(ranking: Ranking, order: Order, weights: Weights, column: int) -> Reason | None:
    """From what subsidy that nobody promised ``column`` would lead; None where none would do."""
    offer = ranking.sites[column]
    amount, site = offer.subsidy.amount, offer.site
    if amount.mid is not None:
        return None
    paid = offer.subsidy.counted
    needed = break_even(ranking.site_board, order, weights, column, Criterion.SUBSIDY, paid)
    ceiling = offer.subsidy.ceiling
    if needed is None or (ceiling is not None and needed >= ceiling):
        # nobody pays more than the ceiling, so nobody need hear what more would do
        return None
    unheard = amount.basis is Basis.UNKNOWN
    code = "subsidy_unknown_would_lead" if unheard else "subsidy_ceiling_would_lead"
    values = {"city": site.city_zh, "site": site.name_zh, "site_id": site.id}
    english = {"city_en": site.city_en, "site_en": site.name_en or site.name_zh}
    return Reason(code, {**values, **english, "amount": at_least(needed, ceiling)})


def excluded_hint(ranking: Ranking) -> tuple[Reason, ...]:
    """Say how many places are left out and name the first few, as one reason."""
    out = ranking.excluded
    if not out:
        return ()
    more = "…" if len(out) > NAMED else ""
    names = {
        "sites": "、".join(one.name for one in out[:NAMED]) + more,
        "sites_en": ", ".join(one.name_en for one in out[:NAMED]) + more,
    }
    return (Reason("sites_excluded", {"n": len(out), **names}),)
