"""Values that are not settled: their quantiles, random draws, and the ranks they leave open.

Between low and high an open value is triangular with its mode at mid: the plainest shape that
honours three figures. The cells of one fact share one chance, so a dear call is dear for all.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import exact_scores, weight_row
from geo.model import Board, OpenFact, Spread, Weights

Floats = NDArray[np.float64]


def spread(board: Board, facts: Sequence[OpenFact]) -> Spread:
    """Lay the cells of ``facts`` side by side; the number of a fact is its place in the list.

    A cell that two facts claim is settled by the first. Raises KeyError for a criterion that
    the board does not have.
    """
    rows = {one: row for row, one in enumerate(board.criteria)}
    cells = [(rows[c.criterion], c, n) for n, fact in enumerate(facts) for c in fact.cells]
    taken = {(row, cell.column): place for place, (row, cell, _) in reversed([*enumerate(cells)])}
    kept = [cells[place] for place in sorted(taken.values())]
    return Spread(
        np.array([row for row, _, _ in kept], np.intp),
        np.array([cell.column for _, cell, _ in kept], np.intp),
        np.array([cell.low for _, cell, _ in kept], np.float64),
        np.array([cell.mid for _, cell, _ in kept], np.float64),
        np.array([cell.high for _, cell, _ in kept], np.float64),
        np.array([fact for _, _, fact in kept], np.intp),
        len(facts),
    )


def quantile(low: Floats, mid: Floats, high: Floats, chance: Floats) -> Floats:
    """Values of triangular distributions that are undercut with probability ``chance`` (0 to 1).

    Arguments broadcast; where low equals high the value is that.
    """
    width = high - low
    left = mid - low
    with np.errstate(invalid="ignore"):
        rising = low + np.sqrt(chance * width * left)
        falling = high - np.sqrt((1 - chance) * width * (high - mid))
    return np.where(chance * width < left, rising, falling)


def rank_ranges(
    board: Board, weights: Weights, opened: Spread
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Best and worst rank (N,), from 1, that the open values leave to each column.

    Bounds from the ends alone: no draw of the facts can leave them, though facts that move
    several columns together may not reach them.
    """
    row = weight_row(board, weights)
    now = exact_scores(board.values, row)
    lowest, highest = now.copy(), now.copy()
    counted = board.values[opened.rows, opened.columns]
    np.add.at(lowest, opened.columns, row[opened.rows] * (opened.low - counted))
    np.add.at(highest, opened.columns, row[opened.rows] * (opened.high - counted))
    count = len(now)
    above = count - np.searchsorted(np.sort(lowest), highest, side="right")
    # a column never stands above itself, however wide its own range is
    reach = count - np.searchsorted(np.sort(highest), lowest, side="left") - 1
    return above.astype(np.intp) + 1, reach.astype(np.intp) + 1
