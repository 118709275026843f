"""Of a very large catalogue, the sites worth pricing: the best by fit of each city."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geo.actions.workspace import Workspace
from geo.match import Terms, carriers, fit_table
from geo.model import MustCode, Scene, Site
from geo.money import day_price
from geo.progress import Job, Step

CHUNK = 1_000
"""Sites looked at between two steps: a small part of the half second in which one can stop."""

Prices = dict[str, tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class Screened:
    """The sites to price, the terms they are matched under, and the cities of each craft."""

    sites: tuple[Site, ...]
    terms: Terms
    homes: Mapping[str, frozenset[str]]


def screened(
    ws: Workspace, sites: Sequence[Site], scenes: Sequence[Scene], terms: Terms
) -> Job[Screened]:
    """Choose at most ``rules.priced_per_city`` of each city, and whatever was kept by hand.

    Those left out of a ranking anyway come last; equal fits keep the order of the catalogue.
    """
    homes, prices = yield from _looked(ws, sites, scenes, terms)
    terms = replace(terms, homes=homes, prices=prices)
    by_city: dict[str, list[int]] = {}
    for row, site in enumerate(sites):
        by_city.setdefault(site.city_zh, []).append(row)
    most = ws.rules.priced_per_city
    if all(len(rows) <= most for rows in by_city.values()):
        return Screened(tuple(sites), terms, homes)
    worth = np.empty(len(sites))
    for start in range(0, len(sites), CHUNK):
        yield Step("rank_match", start, len(sites))
        some = sites[start : start + CHUNK]
        worth[start : start + CHUNK] = _worth(ws, some, scenes, terms)
    yield Step("rank_match", len(sites), len(sites))
    chosen = [row for rows in by_city.values() for row in _best(sites, rows, worth, most)]
    return Screened(tuple(sites[row] for row in sorted(chosen)), terms, homes)


def _looked(
    ws: Workspace, sites: Sequence[Site], scenes: Sequence[Scene], terms: Terms
) -> Job[tuple[dict[str, frozenset[str]], Prices]]:
    """The codes of the cities that carry each craft the scenes lean on; prices if a must asks."""
    named = dict.fromkeys(need.term for scene in scenes for need in scene.culture)
    words = [ws.vocabulary.culture[code] for code in named if code in ws.vocabulary.culture]
    priced = any(must.code is MustCode.PRICE for must in terms.musts)
    homes: dict[str, frozenset[str]] = {word.code: frozenset() for word in words}
    prices: Prices = {}
    costs = ws.money.costs.on(terms.today)
    for start in range(0, len(sites), CHUNK):
        yield Step("rank_match", 0, len(sites))
        some = sites[start : start + CHUNK]
        for code, (_, cities) in carriers(some, words).items():
            homes[code] |= cities
        if priced:
            prices |= {site.id: day_price(site, costs) for site in some}
    return homes, prices


def _worth(
    ws: Workspace, sites: Sequence[Site], scenes: Sequence[Scene], terms: Terms
) -> NDArray[np.float64]:
    """Mean fit of each site, less 1 where it is left out of the ranking anyway."""
    table = fit_table(sites, scenes, ws.vocabulary, ws.rules, terms)
    worth = table.mean().astype(np.float64)
    worth[table.out()] -= 1
    return worth


def _best(
    sites: Sequence[Site], rows: Sequence[int], worth: NDArray[np.float64], most: int
) -> set[int]:
    some = np.array(rows)
    first = some[np.argsort(-worth[some], kind="stable")[:most]].tolist()
    return {*first, *(row for row in rows if sites[row].by_hand)}
