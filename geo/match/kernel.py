"""The first k of a board under any weights: one pass over the values, exact, ties by column.

A single-precision product finds which blocks of columns can hold one of the first k; what is left
is scored again in double precision, always in the same order of additions. The answer is that of
a full double-precision sort, whatever the BLAS underneath does with the last digit.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.model import Best, Board, FloatArray, Weights

BLOCK = 64
"""Columns a block; a block is one stride through the scores, so that its maximum vectorises."""

SMALL = 4_096
"""Up to here double precision for every column is as quick."""

CHUNK = 16_384
"""Columns scored at a time in double precision: as much as fits the core's own cache."""

FEW = 16
"""Where fewer than one in this many columns is kept, only those are scored."""


def weight_row(board: Board, weights: Weights) -> NDArray[np.float64]:
    """The weights (K,) in the order of the rows of ``board``; 0 for what is not weighed."""
    named = {str(one): float(weight) for one, weight in weights.items()}
    return np.array([named.get(one, 0.0) for one in board.criteria], np.float64)


def exact_scores(
    values: NDArray[np.floating[Any]],
    row: NDArray[np.float64],
    columns: NDArray[np.intp] | None = None,
) -> NDArray[np.float64]:
    """Weighted sums of ``values`` (K, N) for all or for ``columns``, in double precision.

    Criteria are added one by one, so equal columns have equal scores to the last bit.
    """
    if columns is not None:
        values = values[:, columns]
    count = values.shape[1]
    total, room = np.zeros(count), np.empty(min(count, CHUNK))
    for start in range(0, count, CHUNK):
        part = total[start : start + CHUNK]
        for weight, line in zip(row, values, strict=True):
            part += np.multiply(line[start : start + CHUNK], weight, out=room[: len(part)])
    return total


def top(
    board: Board,
    weights: Weights,
    k: int,
    keep: NDArray[np.bool_] | None = None,
) -> Best:
    """The first ``k`` columns among those that ``keep`` (N,) lets stand.

    Weights are 0 or more, values 0 to 1. Equal scores keep the order of the board.
    """
    return Best(*first_columns(board.values, weight_row(board, weights), k, keep))


def first_columns(
    values: FloatArray, row: NDArray[np.float64], k: int, keep: NDArray[np.bool_] | None
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """The first ``k`` columns of ``values`` (K, N) under the weights ``row``, and their scores."""
    columns = _candidates(values, row, k, keep)
    scores = exact_scores(values, row, columns)
    place = first_places(scores, k)
    return place if columns is None else columns[place], scores[place]


def first_places(scores: NDArray[np.float64], k: int) -> NDArray[np.intp]:
    """Places of the ``k`` largest, largest first, equal ones in the order they stand."""
    if 0 < k < len(scores) // 4:
        cut = np.partition(scores, len(scores) - k)[len(scores) - k]
        some = np.flatnonzero(scores >= cut)
        return some[np.argsort(-scores[some], kind="stable")[:k]]
    return np.argsort(-scores, kind="stable")[:k]


def _candidates(
    values: FloatArray,
    row: NDArray[np.float64],
    k: int,
    keep: NDArray[np.bool_] | None,
) -> NDArray[np.intp] | None:
    """Columns that can be among the first ``k``, ascending; None for all of them."""
    count = values.shape[1]
    blocks = count // BLOCK
    if keep is not None and int(np.count_nonzero(keep)) * FEW < max(count, SMALL * FEW):
        return np.flatnonzero(keep)
    if count <= SMALL or not 0 < k < blocks:
        return None if keep is None else np.flatnonzero(keep)
    scores = np.dot(row.astype(np.float32), values)
    if keep is not None:
        # 0 is the worst a kept column can have, so a dropped one never lifts the threshold
        np.multiply(scores, keep, out=scores)
    whole = blocks * BLOCK
    grid = scores[:whole].reshape(BLOCK, blocks)
    tops = grid.max(axis=0)
    # each of the k best blocks holds a column this good; the margin covers both roundings
    margin = 2 * (len(row) + 3) * float(np.finfo(np.float32).eps) * float(np.abs(row).sum())
    cut = np.float32(np.partition(tops, blocks - k)[blocks - k] - margin)
    near = np.flatnonzero(tops >= cut)
    place, block = np.nonzero(grid[:, near] >= cut)
    columns = np.concatenate([place * blocks + near[block], np.arange(whole, count)])
    return columns if keep is None else columns[keep[columns]]
