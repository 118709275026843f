"""The cheapest sites of a city that cover what it can cover: greedy by cost per scene gained."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.match.fit import FitTable
from geo.model import FloatArray

NEAR_BEST = 0.75
"""A site may take a scene when it is at least this share of the city's best fit for it."""

SCENES_PER_DAY = 27.0
"""Middle of the 25 to 30 scenes a day that crews report; only the balance of days depends on it."""


def cheapest_cover(
    table: FitTable, rows: Sequence[int], day_cost: Sequence[float], opening: float = 0.25
) -> dict[int, tuple[int, ...]]:
    """Choose sites among ``rows`` covering every scene some row serves.

    ``day_cost[i]`` is the cost of a day at ``rows[i]`` in CNY. Returns scene columns by chosen
    row. Each round takes the site with the least cost per newly covered scene, where opening a
    site costs ``opening`` of a day (wrap, drive, set up) on top of the scenes' share of days.
    A greedy choice: the exact plan is the planner's.
    """
    chosen = cover(table.fit[list(rows)], day_cost, opening)
    return {rows[pick]: columns for pick, columns in chosen.items()}


def cover(
    fit: FloatArray, day_cost: Sequence[float], opening: float = 0.25
) -> dict[int, tuple[int, ...]]:
    """As ``cheapest_cover``, of all rows of ``fit`` (sites, scenes): scene columns by row."""
    if not fit.size:
        return {}
    best = fit.max(axis=0)
    able = (fit >= NEAR_BEST * best) & (fit > 0)
    open_scenes = best > 0
    cost = np.asarray(day_cost, float)
    chosen: list[int] = []
    while open_scenes.any():
        gain = (able & open_scenes).sum(axis=1)
        price = np.where(
            gain > 0, cost * (opening + gain / SCENES_PER_DAY) / np.maximum(gain, 1), np.inf
        )
        pick = int(np.argmin(price))
        chosen.append(pick)
        open_scenes &= ~able[pick]
    given: dict[int, list[int]] = {pick: [] for pick in chosen}
    for column in np.flatnonzero(best > 0):
        taker = max((pick for pick in chosen if able[pick, column]), key=lambda p: fit[p, column])
        given[taker].append(int(column))
    return {pick: tuple(columns) for pick, columns in given.items() if columns}
