"""Which fact is worth a call: the chance that knowing it changes the first three.

Preposterior analysis by enumeration: a fact is put to each of ``STEPS`` equally likely quantiles
of its range while all else stays as counted, and the first three are read off. (Values in the
sum are linear, so what else is open may stand at what the board counts for it.)
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import exact_scores, first_places, weight_row
from geo.match.ranges import quantile, spread
from geo.model import Board, FactGain, OpenFact, Spread, Weights

PLACES = 3
STEPS = 100
"""Quantiles of a fact that are tried; a gain is a multiple of one in this many."""

Floats = NDArray[np.float64]


def find_out(
    board: Board,
    weights: Weights,
    facts: Sequence[OpenFact],
    keep: NDArray[np.bool_] | None = None,
    steps: int = STEPS,
) -> tuple[FactGain, ...]:
    """Facts whose knowledge could change the first three, in their order, greatest chance first.

    A fact of columns that ``keep`` (N,) drops changes nothing through them. Facts that cannot
    change the first three are left out.
    """
    if not facts:
        return ()
    row = weight_row(board, weights)
    scores = exact_scores(board.values, row)
    if keep is not None:
        scores[~keep] = -np.inf
    opened = spread(board, facts)
    around = _ends(board, row, opened)
    chances = (np.arange(steps) + 0.5) / steps
    gains = []
    for fact in _able(scores, opened, around):
        gain = _gain(board, row, scores, opened, int(fact), chances)
        if gain.gain > 0:
            gains.append(gain)
    return tuple(sorted(gains, key=lambda one: (-one.gain, -one.first, one.fact)))


def _ends(board: Board, row: Floats, opened: Spread) -> tuple[Floats, Floats]:
    """How far each open cell (M,) can lower and raise the score of its column."""
    counted = board.values[opened.rows, opened.columns]
    weight = row[opened.rows]
    return weight * (opened.low - counted), weight * (opened.high - counted)


def _able(scores: Floats, opened: Spread, around: tuple[Floats, Floats]) -> NDArray[np.intp]:
    """Numbers of the facts that move one of the first three, or may lift a column up to them."""
    first = first_places(scores, PLACES)
    bar = scores[first[-1]]
    key, which = np.unique(opened.facts * len(scores) + opened.columns, return_inverse=True)
    fact, column = np.divmod(key, len(scores))
    fall = np.bincount(which, np.minimum(around[0], 0), len(key))
    rise = np.bincount(which, np.maximum(around[1], 0), len(key))
    inside = np.isin(column, first) & (rise - fall > 0)
    able = np.isfinite(scores[column]) & (inside | (scores[column] + rise >= bar) & (rise > 0))
    return np.unique(fact[able])


def _gain(
    board: Board,
    row: Floats,
    scores: Floats,
    opened: Spread,
    fact: int,
    chances: Floats,
) -> FactGain:
    """Enumerate one fact over ``chances`` (Q,)."""
    cells = np.flatnonzero(opened.facts == fact)
    members, which = np.unique(opened.columns[cells], return_inverse=True)
    settled = quantile(
        opened.low[cells, None], opened.mid[cells, None], opened.high[cells, None], chances
    )
    counted = board.values[opened.rows[cells], opened.columns[cells]]
    moved = row[opened.rows[cells], None] * (settled - counted[:, None])
    after = np.repeat(scores[members, None], len(chances), axis=1)
    np.add.at(after, which, moved)
    # beside the members only the three best others can stand among the first three
    others = first_places(scores, PLACES + len(members))
    others = others[~np.isin(others, members)][:PLACES]
    columns = np.concatenate([members, others])
    rank = np.argsort(columns)
    still = np.repeat(scores[others, None], len(chances), axis=1)
    told = np.concatenate([after, still])[rank]
    columns = columns[rank]
    order = columns[np.argsort(-told, axis=0, kind="stable")[:PLACES]]
    now = first_places(scores, PLACES)[: len(order)]
    changed = (order != now[:, None]).any(axis=0)
    return FactGain(fact, float(changed.mean()), float((order[0] != now[0]).mean()))
