"""An order that sorts no further than somebody looks: the first, some in the middle, or all."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import exact_scores, first_columns, first_places, weight_row
from geo.match.methods import criterion_flows, scores_by
from geo.model import Board, FloatArray, Mask, Method, Order, Weights

Columns = NDArray[np.intp]

FEW = 4
"""More than one in so many columns asked for at once: sorting all of them is as quick."""


class BoardOrder(Order):
    """The order of a board under weights. What it works out it keeps; it never changes."""

    __slots__ = ("_exact", "_flows", "_row", "_shown", "_sorted", "board", "keep", "method")

    def __init__(
        self, board: Board, row: NDArray[np.float64], method: Method, keep: Mask | None
    ) -> None:
        self.board, self.method, self.keep = board, method, keep
        self._row = row
        self._exact: NDArray[np.float64] | None = None
        self._flows: NDArray[np.float64] | None = None
        self._shown: FloatArray | None = None
        self._sorted: Columns | None = None

    def under(self, row: NDArray[np.float64], method: Method) -> BoardOrder:
        """The same columns under other weights; what does not hang on weights is kept."""
        if method is self.method and np.array_equal(row, self._row):
            return self
        new = BoardOrder(self.board, row, method, self.keep)
        new._flows = self._flows
        return new

    @property
    def exact(self) -> NDArray[np.float64]:
        """Scores (N,) in double precision, minus infinity for what is left out."""
        if self._exact is None:
            values, keep = self.board.values, self.keep
            if self.method is Method.WEIGHTED_SUM:
                scores = exact_scores(values, self._row)
            elif self.method is Method.PROMETHEE:
                scores = self._net_flows()
            else:
                scores = scores_by(self.method, values, self._row)
            if keep is not None:
                scores[~keep] = -np.inf
            scores.flags.writeable = False
            self._exact = scores
        return self._exact

    def _net_flows(self) -> NDArray[np.float64]:
        """PROMETHEE's flows by single criteria are the same under all weights."""
        values, keep = self.board.values, self.keep
        if self._flows is None:
            self._flows = criterion_flows(values if keep is None else values[:, keep])
        weighed = exact_scores(self._flows, self._row / (float(self._row.sum()) or 1.0))
        if keep is None:
            return weighed
        scores = np.zeros(values.shape[1])
        scores[keep] = weighed
        return scores

    @property
    def scores(self) -> FloatArray:
        """Score of each column (N,)."""
        if self._shown is None:
            shown = self.exact.astype(np.float32)
            shown.flags.writeable = False
            self._shown = shown
        return self._shown

    @property
    def index(self) -> Columns:
        """All columns, best first."""
        if self._sorted is None:
            columns = None if self.keep is None else np.flatnonzero(self.keep)
            scores = self.exact if columns is None else self.exact[columns]
            place = np.argsort(-scores, kind="stable")
            ranked = place if columns is None else columns[place]
            ranked.flags.writeable = False
            self._sorted = ranked
        return self._sorted

    def count(self, only: Mask | None = None) -> int:
        """How many columns are in the order, among those that ``only`` (N,) lets stand."""
        mask = self._both(only)
        return len(self.board.ids) if mask is None else int(np.count_nonzero(mask))

    def between(self, start: int, stop: int, only: Mask | None = None) -> Columns:
        """The columns at the places from ``start`` to before ``stop``."""
        if only is None and self._sorted is not None:
            return self._sorted[start:stop]
        mask = self._both(only)
        room = len(self.board.ids) if mask is None else int(np.count_nonzero(mask))
        stop = min(stop, room)
        if start >= stop:
            return np.empty(0, np.intp)
        if (stop - start) * FEW > room:
            index = self.index
            return (index if only is None else index[only[index]])[start:stop]
        if start == 0 and self.method is Method.WEIGHTED_SUM and self._exact is None:
            return first_columns(self.board.values, self._row, stop, mask)[0]
        columns = None if mask is None else np.flatnonzero(mask)
        scores = self.exact if columns is None else self.exact[columns]
        place = _places(scores, start, stop)
        return place if columns is None else columns[place]

    def place(self, column: int, only: Mask | None = None) -> int | None:
        """How many come before ``column``; None where it is not in the order."""
        mask = self._both(only)
        if not 0 <= column < len(self.board.ids) or (mask is not None and not mask[column]):
            return None
        scores = self.exact
        ahead = scores > scores[column]
        ahead[:column] |= scores[:column] == scores[column]
        if mask is not None:
            ahead &= mask
        return int(np.count_nonzero(ahead))

    def _both(self, only: Mask | None) -> Mask | None:
        if only is None or self.keep is None:
            return self.keep if only is None else only
        return self.keep & only


def _places(scores: NDArray[np.float64], start: int, stop: int) -> Columns:
    """Places (from ``start`` to before ``stop``) in the order of ``scores``, best first."""
    if start == 0:
        return first_places(scores, stop)
    low, high = len(scores) - stop, len(scores) - 1 - start
    parted = np.partition(scores, (low, high))
    some = np.flatnonzero((scores >= parted[low]) & (scores <= parted[high]))
    ahead = int(np.count_nonzero(scores > parted[high]))
    ranked = some[np.argsort(-scores[some], kind="stable")]
    return ranked[start - ahead : stop - ahead]


def order_by(
    board: Board,
    weights: Weights,
    method: Method = Method.WEIGHTED_SUM,
    keep: Mask | None = None,
    before: Order | None = None,
) -> BoardOrder:
    """Order the columns that ``keep`` (N,) lets stand by ``method``, best first; ties by column.

    TOPSIS and VIKOR measure from the fixed ends of the criteria, so that no candidate swaps two
    others; PROMETHEE compares the candidates. Nothing is worked out before it is asked for. What
    ``before``, an earlier order of the same columns, knows already is not worked out again.
    """
    row = weight_row(board, weights)
    if isinstance(before, BoardOrder) and before.board is board and before.keep is keep:
        return before.under(row, method)
    return BoardOrder(board, row, method, keep)
