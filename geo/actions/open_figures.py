"""What of a board is not settled, and which kind of question settles it.

Only what tells places apart is open here. Crew, meals, rooms and vehicles are as uncertain as the
script's own days, but they move all places alike, and so does the success of the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.match import placed
from geo.model import (
    Basis,
    Board,
    CityOffer,
    Cost,
    Criterion,
    OwnCriterion,
    Ranking,
    SiteOffer,
    Spread,
)

VENUE, SUBSIDY, INSIDE = "venue", "subsidy", "inside"
SETTLED = float(np.finfo(np.float32).eps)
"""The board holds single precision: less than that is no range."""

UNTOLD = float("nan")
"""The middle of a range in which nothing is likelier than another."""

Floats = NDArray[np.float64]
Offers = Sequence[SiteOffer] | Sequence[CityOffer]


class OpenFigures(NamedTuple):
    """All open cells of a board; of each fact what kind of question settles it."""

    spread: Spread
    kinds: tuple[str, ...]


class Cells(NamedTuple):
    """Open cells of one criterion: columns, ends, and the fact of each cell, counted from 0."""

    kind: str
    row: int
    columns: NDArray[np.intp]
    ends: tuple[Floats, Floats, Floats]
    facts: NDArray[np.intp]


def site_cells(ranking: Ranking) -> Iterator[Cells]:
    """Open cells of the board of sites, one kind of question after the other.

    A city's subsidy is one fact for all its sites.
    """
    board, offers, keep = ranking.site_board, ranking.sites, ranking.columns.standing
    standing = np.ones(len(board.ids), np.bool_) if keep is None else keep
    yield _venues(board, offers, standing)
    numbers: dict[str, int] = {}
    cities = [numbers.setdefault(one.site.city_zh, len(numbers)) for one in offers]
    yield _subsidies(board, offers, standing, np.array(cities, np.intp))
    yield _insides(board, offers, standing)
    for own in ranking.wishes.own:
        if own.code in board.criteria:
            yield _own(board, own, standing)


def city_figures(ranking: Ranking) -> OpenFigures:
    """Open cells of the board of cities."""
    board, able = ranking.city_board, covering(ranking)
    towns, numbers = ranking.cities, np.arange(len(board.ids))
    found = [_venues(board, towns, able), _subsidies(board, towns, able, numbers)]
    weighed = [own for own in ranking.wishes.own if own.code in board.criteria]
    return joined([*found, *(_city_own(board, own, towns) for own in weighed)])


def covering(ranking: Ranking) -> NDArray[np.bool_]:
    """The cities (N,) in which a scene can be shot; of the others nothing is open or first."""
    return np.array([bool(town.covered) for town in ranking.cities], np.bool_)


def _column(numbers: Iterable[float | None]) -> Floats:
    """Numbers, NaN where nobody knows."""
    return np.array(list(numbers), np.float64)


def _venues(board: Board, offers: Offers, standing: NDArray[np.bool_]) -> Cells:
    """What the place charges: from free to the stated charge, or over its class of prices.

    A price that somebody told is settled. The stated charge is the dearest published one, so
    nothing is taken to be dearer.
    """
    row = board.criteria.index(Criterion.COST)
    bound = board.bounds[Criterion.COST]
    told = [_charge(offer.cost) for offer in offers]
    ranked = _column(offer.cost.ranked for offer in offers)
    less, more = (_column(one[end] for one in told) for end in (0, 1))
    low, high = placed(ranked + more, bound), placed(ranked - less, bound)
    return _single(VENUE, row, board, (low, high), standing)


def _charge(cost: Cost) -> tuple[float, float]:
    """By how much a day may be cheaper and dearer than counted, for what the place charges."""
    if cost.per_day.mid is None:
        return cost.ranked - (cost.priced.mid or 0.0), 0.0
    venue = next((line.amount for line in cost.lines if line.code == VENUE), None)
    if venue is None or venue.basis is not Basis.ESTIMATED:
        return 0.0, 0.0
    low, mid, high = venue.low, venue.mid, venue.high
    if low is None or mid is None or high is None:
        return 0.0, 0.0
    return mid - low, high - mid


def _subsidies(
    board: Board, offers: Offers, standing: NDArray[np.bool_], city: NDArray[np.intp]
) -> Cells:
    """What the city pays: from what is counted to the ceiling, or to the best end of the scale.

    A city that published no ceiling could pay as much as any, so it neither gains nor loses by
    having published none.
    """
    row = board.criteria.index(Criterion.SUBSIDY)
    counted = board.values[row].astype(np.float64)
    ceiling = _column(offer.subsidy.ceiling for offer in offers)
    high = np.nan_to_num(placed(ceiling, board.bounds[Criterion.SUBSIDY]), nan=1.0)
    columns = np.flatnonzero(standing & (high - counted > SETTLED))
    _, facts = np.unique(city[columns], return_inverse=True)
    mid = counted[columns]
    return Cells(SUBSIDY, row, columns, (mid, mid, high[columns]), facts)


def _insides(board: Board, offers: Sequence[SiteOffer], standing: NDArray[np.bool_]) -> Cells:
    """What can be shot inside, where nobody has looked."""
    row = board.criteria.index(Criterion.FIT)
    bound = board.bounds[Criterion.FIT]
    ends = (
        placed(_column(getattr(offer, name) for offer in offers), bound)
        for name in ("fit_low", "fit_high")
    )
    counted = board.values[row].astype(np.float64)
    low, high = (np.where(np.isnan(end), counted, end) for end in ends)
    return _single(INSIDE, row, board, (low, high), standing)


def _own(board: Board, one: OwnCriterion, standing: NDArray[np.bool_]) -> Cells:
    """Values of the user's own: the range told; the whole scale where nothing is."""
    row, bound = board.criteria.index(one.code), board.bounds[one.code]
    told = [one.values.get(name) for name in board.ids]
    ends = [
        placed(_column(None if has is None else getattr(has, end) for has in told), bound)
        for end in ("low", "high")
    ]
    unknown = np.isnan(ends[0])
    low = np.where(unknown, 0.0, np.minimum(*ends))
    high = np.where(unknown, 1.0, np.maximum(*ends))
    return _single(one.code, row, board, (low, high), standing, unknown)


def _city_own(board: Board, one: OwnCriterion, towns: Sequence[CityOffer]) -> Cells:
    """The mean over the scenes that each site of the city takes, at both ends of what is told."""
    bound = board.bounds[one.code]
    low, high, unknown = np.full((3, len(towns)), UNTOLD)
    for column, town in enumerate(towns):
        scenes = [len(taken) for taken in town.takes]
        told = [one.values.get(site_id) for site_id in town.sites]
        ends = placed(_column(x for has in told if has for x in (has.low, has.high)), bound)
        pairs = iter(np.sort(ends.reshape(-1, 2), axis=1))
        spans = np.array([(0.0, 1.0) if has is None else tuple(next(pairs)) for has in told])
        if sum(scenes):
            low[column], high[column] = np.average(spans, axis=0, weights=scenes)
            unknown[column] = None in told
    every = np.ones(len(towns), np.bool_)
    return _single(
        one.code, board.criteria.index(one.code), board, (low, high), every, unknown == 1
    )


def _single(
    kind: str,
    row: int,
    board: Board,
    ends: tuple[Floats, Floats],
    standing: NDArray[np.bool_],
    even: NDArray[np.bool_] | None = None,
) -> Cells:
    """A fact for each column whose ends lie apart; ``even``: nothing between is likelier."""
    counted = board.values[row].astype(np.float64)
    mid = counted if even is None else np.where(even, UNTOLD, counted)
    low, high = np.fmin(ends[0], mid), np.fmax(ends[1], mid)
    columns = np.flatnonzero(standing & (high - low > SETTLED))
    return Cells(
        kind,
        row,
        columns,
        (low[columns], mid[columns], high[columns]),
        np.arange(len(columns)),
    )


def joined(found: Sequence[Cells]) -> OpenFigures:
    """The cells of all kinds (at least one) side by side, their facts numbered through."""
    facts: list[NDArray[np.intp]] = []
    kinds: list[str] = []
    for cells in found:
        facts.append(cells.facts + len(kinds))
        kinds += [cells.kind] * (int(cells.facts.max()) + 1 if len(cells.facts) else 0)
    low, mid, high = (np.concatenate([one.ends[end] for one in found]) for end in range(3))
    rows = np.concatenate([np.full(len(one.columns), one.row, np.intp) for one in found])
    columns = np.concatenate([one.columns for one in found])
    spread = Spread(rows, columns, low, mid, high, np.concatenate(facts), len(kinds))
    return OpenFigures(spread, tuple(kinds))
