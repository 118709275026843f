"""How firm the order of the sites is, and which call could change its top."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from geo.match import find_out, loses_at, robustness, spread, value
from geo.model import (
    CRITERIA,
    Criterion,
    Defence,
    FindOut,
    OpenCell,
    OpenFact,
    Range,
    Ranking,
)
from geo.progress import Job, Step

SAMPLES = 10_000


def defend(ranking: Ranking, near: bool = False) -> Job[Defence]:
    """Weigh every way of weighting and every open figure; FindOut by chance to change the top.

    A venue without a price is anything from free to what the ranking counts for it; a subsidy
    anything from what is counted to its ceiling. One without a published ceiling has no chance
    that could be told and is left out. Raises nothing; a ranking without sites has no shares.
    """
    board = ranking.site_board
    out = {one.site_id for one in ranking.excluded}
    keep = np.array([name not in out for name in board.ids], np.bool_)
    named = list(_open(ranking))
    facts = [fact for _, _, fact in named]
    best = None
    for best in robustness(board, opened=spread(board, facts), keep=keep, samples=SAMPLES):
        yield Step("rank_defend", best.samples, SAMPLES)
    assert best is not None
    asked = find_out(board, ranking.weights, facts, keep)
    told = tuple(FindOut(named[one.fact][0], named[one.fact][1], one.gain) for one in asked)
    return Defence(best, best, loses_at(board, ranking.weights, keep), told)


def _open(ranking: Ranking) -> Iterator[tuple[str, str, OpenFact]]:
    """Site to ask at, what to ask, and what hangs on it."""
    yield from _costs(ranking)
    yield from _subsidies(ranking)


def _costs(ranking: Ranking) -> Iterator[tuple[str, str, OpenFact]]:
    bound = ranking.site_board.bounds[Criterion.COST]
    counted = ranking.site_board.values[CRITERIA.index(Criterion.COST)]
    for column, offer in enumerate(ranking.sites):
        priced: Range = offer.cost.priced
        mid = float(counted[column])
        unasked = offer.cost.per_day.mid is None
        dear, cheap = (None, priced.mid) if unasked else (priced.high, priced.low)
        low = mid if dear is None else min(mid, value(dear, bound))
        high = mid if cheap is None else max(mid, value(cheap, bound))
        if high > low:
            cell = OpenCell(column, Criterion.COST.value, low, mid, high)
            yield offer.site.id, "venue" if unasked else "cost", OpenFact((cell,))


def _subsidies(ranking: Ranking) -> Iterator[tuple[str, str, OpenFact]]:
    """One call settles a city: all its sites move together."""
    bound = ranking.site_board.bounds[Criterion.SUBSIDY]
    counted = ranking.site_board.values[CRITERIA.index(Criterion.SUBSIDY)]
    cells: dict[str, list[OpenCell]] = {}
    first: dict[str, str] = {}
    for column in ranking.site_order.index:
        offer = ranking.sites[column]
        ceiling, mid = offer.subsidy.ceiling, float(counted[column])
        high = mid if ceiling is None else max(mid, value(ceiling, bound))
        if high > mid:
            first.setdefault(offer.site.city_zh, offer.site.id)
            cell = OpenCell(int(column), Criterion.SUBSIDY.value, mid, mid, high)
            cells.setdefault(offer.site.city_zh, []).append(cell)
    for city, some in cells.items():
        yield first[city], "subsidy", OpenFact(tuple(some))
