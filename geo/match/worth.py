"""Which fact is worth a call: the chance that knowing it changes the first three.

Preposterior analysis, one fact at a time while all else stays as counted (values in the sum are
linear, so what else is open may stand at what the board counts for it). A fact of one value moves
one column, and changes the first three exactly where that column passes a neighbour: its chance is
a closed form. A fact of several is put to each of ``STEPS`` equally likely quantiles of its range,
and the first three are read off.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import exact_scores, weight_row
from geo.match.ranges import quantile, share_below
from geo.model import Board, FactGain, Spread, Weights

PLACES = 3
STEPS = 100
"""Quantiles of a fact of several values that are tried; its gain is a multiple of one in these."""

WORK, OVERHEAD = 500_000, 25_000
"""Between two answers lie so many values put to quantiles; a fact more costs as much as these."""

Floats = NDArray[np.float64]
Columns = NDArray[np.intp]


class _Standing(NamedTuple):
    """Scores (N,), minus infinity for the dropped; the kept ones best first; weights (K,)."""

    scores: Floats
    ranked: Columns
    row: Floats


def find_out(
    board: Board,
    weights: Weights,
    opened: Spread,
    keep: NDArray[np.bool_] | None = None,
    steps: int = STEPS,
) -> Iterator[tuple[FactGain, ...]]:
    """Facts whose knowledge could change the first three, greatest chance first.

    Better and better answers: the last one is of all facts. A fact of columns that ``keep`` (N,)
    drops changes nothing through them. Facts that cannot change the first three are left out.
    """
    row = weight_row(board, weights)
    scores = exact_scores(board.values, row)
    if keep is not None:
        scores[~keep] = -np.inf
    if not np.isfinite(scores).any():
        return
    ranked = np.argsort(-scores, kind="stable")
    standing = _Standing(scores, ranked[np.isfinite(scores[ranked])], row)
    counted = board.values[opened.rows, opened.columns].astype(np.float64)
    able = _able(standing, opened, counted)
    sizes = np.bincount(opened.facts, minlength=opened.count)
    gains = _single(standing, opened, counted, (able & (sizes == 1))[opened.facts])
    yield _sorted(gains)
    chances = (np.arange(steps) + 0.5) / steps
    by_fact, ends, work = np.argsort(opened.facts, kind="stable"), np.cumsum(sizes), 0
    for fact in np.flatnonzero(able & (sizes > 1)):
        cells = by_fact[ends[fact] - sizes[fact] : ends[fact]]
        gains.append(_several(standing, opened, counted, cells, chances))
        work += len(cells) * steps + OVERHEAD
        if work > WORK:
            work = 0
            yield _sorted(gains)
    if work:
        yield _sorted(gains)


def _sorted(gains: list[FactGain]) -> tuple[FactGain, ...]:
    telling = (one for one in gains if one.gain > 0)
    return tuple(sorted(telling, key=lambda one: (-one.gain, -one.first, one.fact)))


def _able(standing: _Standing, opened: Spread, counted: Floats) -> NDArray[np.bool_]:
    """Facts that move one of the first three, or may lift a column up to them."""
    scores, ranked, row = standing
    first = ranked[:PLACES]
    weight = row[opened.rows]
    key, which = np.unique(opened.facts * len(scores) + opened.columns, return_inverse=True)
    fact, column = np.divmod(key, len(scores))
    fall = np.bincount(which, np.minimum(weight * (opened.low - counted), 0), len(key))
    rise = np.bincount(which, np.maximum(weight * (opened.high - counted), 0), len(key))
    inside = np.isin(column, first) & (rise - fall > 0)
    reaches = (scores[column] + rise >= scores[first[-1]]) & (rise > 0)
    able = np.zeros(opened.count, np.bool_)
    able[fact[np.isfinite(scores[column]) & (inside | reaches)]] = True
    return able


def _single(
    standing: _Standing, opened: Spread, counted: Floats, cells: NDArray[np.bool_]
) -> list[FactGain]:
    """Facts of one cell each: a column keeps its place while it stays between its neighbours."""
    scores, ranked, row = standing
    column, weight = opened.columns[cells], row[opened.rows[cells]]
    place = np.full(len(scores), PLACES, np.intp)
    first = ranked[:PLACES]
    place[first] = np.arange(len(first))
    at = place[column]
    # who stands next above and below in the first three, without the column itself
    ends = np.concatenate([[np.inf], scores[ranked[: PLACES + 1]], [-np.inf] * PLACES])
    above = ends[at]
    below = np.where(at < PLACES, ends[at + 2], -np.inf)
    top = np.where(at == 0, ends[2], ends[1])
    span = opened.low[cells], opened.mid[cells], opened.high[cells]
    here = scores[column] - weight * counted[cells]

    def under(score: Floats) -> Floats:
        """The chance that the column ends below ``score``."""
        return share_below(*span, (score - here) / weight)

    stays_under, falls_under = under(above), under(below)
    gain = 1 - stays_under + falls_under
    leads = np.where(at == 0, under(top), 1 - under(top))
    told = zip(opened.facts[cells], gain, leads, strict=True)
    return [FactGain(int(fact), float(some), float(lead)) for fact, some, lead in told]


def _several(
    standing: _Standing, opened: Spread, counted: Floats, cells: Columns, chances: Floats
) -> FactGain:
    """Enumerate the fact of ``cells`` over ``chances`` (Q,)."""
    scores, ranked, row = standing
    weight = row[opened.rows[cells]]
    members, which = np.unique(opened.columns[cells], return_inverse=True)
    head = ranked[: PLACES + len(members)]
    # beside the members only the three best others can stand among the first three
    others = head[~np.isin(head, members)][:PLACES]
    rise = np.bincount(which, np.maximum(weight * (opened.high[cells] - counted[cells]), 0))
    bar = scores[others[-1]] if len(others) == PLACES else -np.inf
    able = np.isfinite(scores[members]) & (scores[members] + rise >= bar)
    some = np.flatnonzero(able[which])
    place = np.cumsum(able) - 1
    after = np.repeat(scores[members[able], None], len(chances), axis=1)
    picked = cells[some]
    settled = quantile(
        opened.low[picked, None], opened.mid[picked, None], opened.high[picked, None], chances
    )
    moved = weight[some, None] * (settled - counted[picked, None])
    np.add.at(after, place[which[some]], moved)
    columns = np.concatenate([members[able], others])
    still = np.repeat(scores[others, None], len(chances), axis=1)
    ascending = np.argsort(columns)
    order = _best(columns[ascending], np.concatenate([after, still])[ascending])
    changed = order != ranked[: len(order), None]
    fact = int(opened.facts[cells[0]])
    return FactGain(fact, float(changed.any(axis=0).mean()), float(changed[0].mean()))


def _best(columns: Columns, told: Floats) -> Columns:
    """The first columns (PLACES, Q) by scores ``told`` (M, Q); among equals the first ones."""
    found = []
    every = np.arange(told.shape[1])
    for _ in range(min(PLACES, len(columns))):
        place = told.argmax(axis=0)
        found.append(columns[place])
        told[place, every] = -np.inf
    return np.array(found)
