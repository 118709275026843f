"""Columns that can be among the first few under some weighting; the rest need no sampling.

The weightings form a simplex. Under each of them a score is a mean of the scores at its corners,
so a column that is worse at every corner than each of ten others is never among the first ten.
Cells of the simplex are halved along their longest edge and tested again, on what is left.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from geo.model import FloatArray

WORK = 4
"""Passes over all columns that may be spent; what is undecided then counts as able."""

FEW, OVERHEAD = 400, 2_000
"""A cell with no more columns is not cut further; testing it costs as much as so many columns."""

MARGIN = 1e-5
"""Far above what single precision can mistake in a score of 0 to 1, far below what matters."""


def contenders(
    low: FloatArray, high: FloatArray, corners: FloatArray, depth: int
) -> NDArray[np.intp]:
    """Columns, ascending, that may be among the first ``depth`` within ``corners`` (K, K).

    ``low`` and ``high`` (K, N) are the ends of the values, the same array where all is settled.
    None is missing; a few too many may be named.
    """
    count = low.shape[1]
    able = np.zeros(count, bool)
    cells = deque([(corners, np.arange(count))])
    spent = 0
    while cells:
        cell, columns = cells.popleft()
        if spent > WORK * count:
            able[columns] = True
            continue
        left = _able(low, high, cell, columns, depth)
        spent += len(columns) + OVERHEAD
        if len(left) <= FEW:
            able[left] = True
        else:
            cells.extend((half, left) for half in _halves(cell))
    return np.flatnonzero(able)


def _able(
    low: FloatArray,
    high: FloatArray,
    cell: FloatArray,
    columns: NDArray[np.intp],
    depth: int,
) -> NDArray[np.intp]:
    if len(columns) <= depth:
        return columns
    every = len(columns) == low.shape[1]
    at_worst = cell @ (low if every else low[:, columns])
    at_best = at_worst
    if high is not low:
        at_best = cell @ (high if every else high[:, columns])
    centre = at_worst.sum(axis=0)
    strong = np.argpartition(centre, len(centre) - depth)[len(centre) - depth :]
    floor = at_worst[:, strong].min(axis=1) - np.float32(MARGIN)
    return np.asarray(columns[(at_best >= floor[:, None]).any(axis=0)])


def _halves(cell: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Cut the longest edge of a simplex (K, K) in the middle."""
    apart = ((cell[:, None] - cell) ** 2).sum(axis=2)
    one, other = divmod(int(apart.argmax()), len(cell))
    middle = (cell[one] + cell[other]) / 2
    left, right = cell.copy(), cell.copy()
    left[other], right[one] = middle, middle
    return left, right
