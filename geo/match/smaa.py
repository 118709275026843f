"""SMAA: the share of weightings, and of settled ranges, in which each column comes first.

Source: Lahdelma & Salminen 2001, SMAA-2, Operations Research 49(3). Weights are uniform on the
simplex, or on a smaller copy of it around the user's own. 10,000 samples hold a share within one
point, two where values are open. Scores are made for a few dozen weightings at a time, block by
block, and forgotten: what stays is one count per column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.match.contenders import contenders
from geo.match.kernel import weight_row
from geo.match.ranges import chances, quantile
from geo.model import Board, FloatArray, Robustness, Spread, Weights

SAMPLES = 10_000
DEPTH = 10
"""The deepest place that is counted."""

DRAWS = 250
"""Draws of the open values; each serves samples / DRAWS weightings.

Measured on the shipped catalogue: from seed to seed shares differ by 1 point (standard deviation).
"""

MANY = 1000
"""From so many columns on it is worth asking first which of them can be counted at all."""

BLOCKS = ((20_000, 32), (2_048, 16), (256, 8), (0, 1))
"""Columns a block, by the least number of columns."""

CHUNK = 2_048
"""Columns scored at a time, for a batch of weightings: as much as fits the core's own cache."""

LEAST, MOST, SCORES = 16, 256, 1 << 23
"""Between two answers lie this many weightings, or what makes about this many scores."""


def sample_weights(
    rng: np.random.Generator,
    samples: int,
    size: int,
    around: NDArray[np.float64] | None = None,
    reach: float = 1.0,
) -> FloatArray:
    """Draw weights (samples, size) that sum to 1.

    Uniform on the simplex; with ``around`` (size,) on its copy shrunk by ``reach`` (0 to 1)
    towards those weights: no weight falls below (1 - reach) of what it is there.
    """
    spacing = rng.standard_exponential((samples, size))
    drawn = spacing / spacing.sum(axis=1, keepdims=True)
    if around is not None and around.sum() > 0:
        drawn = (1 - reach) * around / around.sum() + reach * drawn
    return np.asarray(drawn, np.float32)


def robustness(
    board: Board,
    around: Weights | None = None,
    reach: float = 1.0,
    opened: Spread | None = None,
    keep: NDArray[np.bool_] | None = None,
    samples: int = SAMPLES,
    seed: int = 0,
) -> Iterator[Robustness]:
    """Yield better and better shares, the last from all ``samples``; dropped columns have 0.

    The same ``seed`` draws the same weightings and facts, so two answers differ by the board
    alone. Stop asking to cancel: between two answers lies one batch.
    """
    columns = np.arange(len(board.ids)) if keep is None else np.flatnonzero(keep)
    if not len(columns) or not len(board.criteria):
        return
    rng = np.random.default_rng(seed)
    centre = None if around is None else weight_row(board, around)
    weights = sample_weights(rng, samples, len(board.criteria), centre, reach)
    if len(columns) >= MANY:
        columns = _contenders(board, columns, centre, reach, opened)
    store = _store(board.values[:, columns])
    tally = _Tally(len(board.ids), columns, weights)
    place = _Opened(opened, columns, store) if opened is not None and opened.count else None
    batch = min(MOST, max(LEAST, SCORES // len(columns)))
    if place is not None:
        batch = max(1, samples // DRAWS)
    settled = chances(np.random.default_rng([seed, 1]), opened.count if opened else 0, DRAWS)
    told = min(MOST, max(batch, SCORES // len(columns)))
    for start in range(0, samples, batch):
        if place is not None:
            place.settle(next(settled))
        tally.count(store, weights[start : start + batch])
        if tally.untold >= told or tally.done == samples:
            yield tally.shares()


def _contenders(
    board: Board,
    columns: NDArray[np.intp],
    centre: NDArray[np.float64] | None,
    reach: float,
    opened: Spread | None,
) -> NDArray[np.intp]:
    """Those of ``columns`` that can be counted at all."""
    corners = np.eye(len(board.criteria))
    if centre is not None and centre.sum() > 0:
        corners = (1 - reach) * centre / centre.sum() + reach * corners
    low = high = board.values
    if opened is not None and opened.count:
        low, high = board.values.copy(), board.values.copy()
        low[opened.rows, opened.columns] = opened.low
        high[opened.rows, opened.columns] = opened.high
    if len(columns) < board.values.shape[1]:
        same = high is low
        low = low[:, columns]
        high = low if same else high[:, columns]
    return columns[contenders(low, high, corners.astype(np.float32), DEPTH)]


@dataclass(frozen=True, slots=True)
class _Store:
    """Values in chunks (chunks, K, block, blocks): neighbours in a block stand a stride apart.

    So the maximum of a block is taken by halving the chunk, at full vector width, and a block
    is still a run of neighbouring columns, which is what breaks ties by column.
    """

    values: FloatArray
    block: int
    count: int

    @property
    def blocks(self) -> int:
        """Blocks in a chunk."""
        return int(self.values.shape[3])


def _store(values: FloatArray) -> _Store:
    size, count = values.shape
    block = next(block for least, block in BLOCKS if count >= least)
    chunk = min(CHUNK, -(-count // block) * block)
    chunks = -(-count // chunk)
    # what fills the last chunk is worse than any value, and counted nowhere
    padded = np.full((size, chunks * chunk), -1, np.float32)
    padded[:, :count] = values
    shaped = padded.reshape(size, chunks, chunk // block, block)
    return _Store(np.ascontiguousarray(shaped.transpose(1, 0, 3, 2)), block, count)


class _Opened:
    """Where the open cells lie in a store, and how they are settled by one draw."""

    def __init__(self, opened: Spread, columns: NDArray[np.intp], store: _Store) -> None:
        place = np.full(int(columns[-1]) + 1, -1, np.intp)
        place[columns] = np.arange(len(columns))
        here = np.flatnonzero(np.isin(opened.columns, columns))
        column = place[opened.columns[here]]
        block, inner = np.divmod(column, store.block)
        chunk, at = np.divmod(block, store.blocks)
        shape = store.values.shape
        self.cells = np.ravel_multi_index((chunk, opened.rows[here], inner, at), shape)
        self.ends = opened.low[here], opened.mid[here], opened.high[here]
        self.facts = opened.facts[here]
        self.flat = store.values.reshape(-1)

    def settle(self, chance: NDArray[np.float64]) -> None:
        """Write the values that one chance per fact gives into the store."""
        self.flat[self.cells] = quantile(*self.ends, chance[self.facts])


class _Tally:
    """Counts per column, and which column led under which weighting."""

    def __init__(self, size: int, columns: NDArray[np.intp], weights: FloatArray) -> None:
        self.size, self.columns, self.weights = size, columns, weights
        self.third = np.zeros(len(columns), np.int32)
        self.tenth = np.zeros(len(columns), np.int32)
        self.leader = np.zeros(len(weights), np.intp)
        self.done = self.untold = 0

    def count(self, store: _Store, weights: FloatArray) -> None:
        """Add the weightings ``weights`` (B, K)."""
        columns, scores = _leading(store, weights, min(DEPTH, store.count))
        rows = np.arange(len(weights))
        self.leader[self.done : self.done + len(weights)] = columns[rows, scores.argmax(axis=1)]
        for depth, counts in ((3, self.third), (DEPTH, self.tenth)):
            inside = _largest(scores, min(depth, store.count))
            np.add.at(counts, columns[inside], 1)
        self.done += len(weights)
        self.untold += len(weights)

    def shares(self) -> Robustness:
        """The shares so far."""
        self.untold = 0
        leaders, which, times = np.unique(
            self.leader[: self.done], return_inverse=True, return_counts=True
        )
        shown = self.weights[: self.done]
        central = np.stack([np.bincount(which, line) for line in shown.T], axis=1)
        first = np.zeros(self.size, np.float32)
        first[self.columns[leaders]] = times / self.done
        return Robustness(
            self.done,
            first,
            self._spread(self.third),
            self._spread(self.tenth),
            self.columns[leaders],
            (central / times[:, None]).astype(np.float32),
        )

    def _spread(self, counts: NDArray[np.int32]) -> FloatArray:
        shares = np.zeros(self.size, np.float32)
        shares[self.columns] = counts / np.float32(self.done)
        return shares


def _leading(store: _Store, weights: FloatArray, depth: int) -> tuple[NDArray[np.intp], FloatArray]:
    """Columns that can be among the first ``depth``, ascending, and their scores, per weighting.

    The first ``depth`` blocks by maximum hold them all: a column outside has that many before it.
    """
    chunks, size, block, blocks = store.values.shape
    tops = np.empty((len(weights), chunks * blocks), np.float32)
    room = np.empty((len(weights), block * blocks), np.float32)
    for number, chunk in enumerate(store.values):
        np.matmul(weights, chunk.reshape(size, -1), out=room)
        width = block * blocks
        while width > blocks:
            width //= 2
            np.maximum(room[:, :width], room[:, width : 2 * width], out=room[:, :width])
        tops[:, number * blocks : (number + 1) * blocks] = room[:, :blocks]
    depth = min(depth, tops.shape[1])
    rows, near = np.nonzero(_largest(tops, depth))
    chunk_no, at = np.divmod(near, blocks)
    there = store.values[chunk_no, :, :, at]
    scores = np.einsum("mk,mkb->mb", weights[rows], there)
    columns = near[:, None] * block + np.arange(block)
    shape = (len(weights), depth * block)
    return columns.reshape(shape), scores.reshape(shape)


def _largest(scores: FloatArray, depth: int) -> NDArray[np.bool_]:
    """Mark the ``depth`` largest of each row; among equals the first ones."""
    width = scores.shape[1]
    cut = np.partition(scores, width - depth, axis=1)[:, width - depth, None]
    inside = scores >= cut
    crowded = np.flatnonzero(inside.sum(axis=1) > depth)
    if len(crowded):
        some, least = scores[crowded], cut[crowded]
        ahead, equal = some > least, some == least
        free = depth - ahead.sum(axis=1, keepdims=True)
        inside[crowded] = ahead | (equal & (np.cumsum(equal, axis=1) <= free))
    return inside
