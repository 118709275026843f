"""How firm the order of the sites is, and which call could change its top.

All of it speaks of the weighted sum, whatever method orders the list: only of a sum can be said
what one weight or one figure changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from geo.actions.calls import told_calls
from geo.actions.open_figures import (
    OpenFigures,
    city_figures,
    covering,
    joined,
    site_cells,
)
from geo.match import (
    find_out,
    holds,
    loses_at,
    order_by,
    pareto,
    rank_ranges,
    robustness,
    weakness,
)
from geo.model import (
    Board,
    Criterion,
    Defence,
    FactGain,
    Mask,
    Method,
    Ranking,
    Robustness,
    Second,
    Spread,
    Weights,
)
from geo.progress import Job, Step

SAMPLES = 10_000
FIRST_ANSWER = 256
"""Weightings after which the first answer is shown."""

NEAR = 0.3
"""Near the user's own: no weight falls below 70% of its share; the rest is free (our rule)."""

LARGE = 10_000
"""Sites from which on the first answer takes so long that somebody may want to stop before it."""

FIRST_FEW = 3
FRONTS = (Criterion.FIT, Criterion.SUBSIDY, Criterion.UPLIFT)
"""What is set against the cost, one front each."""


def defend(ranking: Ranking, near: bool = False) -> Job[Defence]:
    """Weigh every way of weighting, alone and with every open figure; what to find out next.

    ``near`` draws weightings around those of ``ranking``. Every step carries the answer so far:
    first of a few hundred weightings, then with what is worked out once, then of more and more
    weightings; only of very many sites steps come before the first answer. Close the generator
    to cancel. Raises nothing; without sites there are no shares.
    """
    board, keep = ranking.site_board, ranking.columns.standing
    around = ranking.weights if near else None
    large = len(board.ids) > LARGE
    cells = []
    for kind in site_cells(ranking):
        cells.append(kind)
        if large:
            yield Step("rank_defend", 0, SAMPLES)
    figures = joined(cells)
    known = _Shares(board, around, keep)
    opened = _Shares(board, around, keep, figures.spread) if figures.kinds else known
    of_towns = city_figures(ranking).spread
    towns = _Shares(ranking.city_board, around, covering(ranking), of_towns)
    pools = (known, opened, towns)
    while _drawn(pools) < FIRST_ANSWER:
        _draw(pools)
        if large:
            yield Step("rank_defend", _drawn(pools), SAMPLES)
    so_far = _first(ranking, pools, near)
    yield Step("rank_defend", _drawn(pools), SAMPLES, so_far)
    for found in _once(ranking, figures):
        so_far = replace(so_far, **found)
        yield Step("rank_defend", _drawn(pools), SAMPLES, so_far)
    while _drawn(pools) < SAMPLES:
        _draw(pools)
        so_far = replace(so_far, robustness=opened.now, as_known=known.now, cities=towns.now)
        yield Step("rank_defend", _drawn(pools), SAMPLES, so_far)
    return replace(so_far, done=True)


def _first(ranking: Ranking, pools: tuple[_Shares, ...], near: bool) -> Defence:
    """The shares so far, and what is solved for at once."""
    known, opened, towns = pools
    now = ranking.site_board, ranking.weights, ranking.columns.standing
    lost = loses_at(*now)
    return Defence(opened.now, known.now, lost, (), towns.now, near, holds=holds(*now), done=False)


class _Shares:
    """Shares of one board that grow better with every draw."""

    def __init__(
        self, board: Board, around: Weights | None, keep: Mask | None, opened: Spread | None = None
    ) -> None:
        self.now = _nobody(board)
        reach = 1.0 if around is None else NEAR
        self.draws = robustness(board, around, reach, opened, keep, SAMPLES)
        self.samples = 0

    def draw(self) -> None:
        """Draw some more; where there is nothing to draw from, that was all."""
        self.now = next(self.draws, self.now)
        self.samples = self.now.samples or SAMPLES


def _drawn(pools: tuple[_Shares, ...]) -> int:
    return min(one.samples for one in pools)


def _draw(pools: tuple[_Shares, ...]) -> None:
    """Draw for the one that is furthest behind."""
    min(pools, key=lambda one: one.samples).draw()


def _nobody(board: Board) -> Robustness:
    """The shares before anything is drawn."""
    shares = np.zeros(len(board.ids), np.float32)
    nothing = np.zeros((0, len(board.criteria)), np.float32)
    return Robustness(0, shares, shares, shares, np.zeros(0, np.intp), nothing)


def _once(ranking: Ranking, figures: OpenFigures) -> Iterator[dict[str, Any]]:
    """Parts of the defence that are not drawn, one after the other."""
    board, weights, keep = ranking.site_board, ranking.weights, ranking.columns.standing
    gains: tuple[FactGain, ...] = ()
    for better in find_out(board, weights, figures.spread, keep):
        gains = better
        yield {}
    yield {"find_out": told_calls(ranking, figures, gains)}
    for ranks in rank_ranges(board, weights, figures.spread, keep):
        yield {"ranks": np.stack(ranks)}
    fronts = {}
    for criterion in FRONTS:
        front = pareto(board, (criterion, Criterion.COST), keep)
        fronts[criterion.value] = tuple(int(column) for column in front)
    yield {"fronts": fronts}
    methods: tuple[Second, ...] = ()
    for method in Method:
        order = order_by(board, weights, method, keep)
        first = tuple(int(column) for column in order.first(FIRST_FEW))
        methods = (*methods, Second(method, first, weakness(method)))
        yield {"methods": methods}
