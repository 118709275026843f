"""Values that are not settled: their quantiles, random draws, and the ranks they leave open.

Between low and high an open value is triangular with its mode at mid: the plainest shape that
honours three figures. Where mid is not a number none is likelier than another. The cells of one
fact share one chance, so a dear call is dear for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import numpy as np
from numpy.typing import NDArray

from geo.match.kernel import exact_scores, weight_row
from geo.model import Board, Spread, Weights

ORDERS = 512
"""Orders in which the parts of a range are drawn; making one for each of many facts takes long."""

LIKELY = 0.8
"""The share of draws within which ranks are told: as with figures, the 10% point to the 90%."""

RANK_DRAWS, RANK_BATCH = 200, 50
"""Draws for ranks, and after how many of them somebody may want to stop."""

Floats = NDArray[np.float64]


def chances(rng: np.random.Generator, count: int, draws: int) -> Iterator[Floats]:
    """Chances (count,) for ``count`` facts, drawn again and again.

    Of every ``draws`` each fact has one in each of as many equal parts of 0 to 1, in an order of
    its own (a Latin hypercube: McKay, Beckman & Conover 1979, Technometrics 21(2)), which takes
    the wavering of shares down by half. Beyond ``ORDERS`` facts two may share an order, each
    starting at a place of its own.
    """
    orders = rng.permuted(np.tile(np.arange(draws), (min(count, ORDERS), 1)), axis=1).T
    which = np.arange(count) if count <= ORDERS else rng.integers(0, ORDERS, count)
    start = rng.integers(0, draws, count)
    for number in cycle(range(draws)):
        part = (orders[number][which] + start) % draws
        yield (part + rng.random(count)) / draws


def quantile(low: Floats, mid: Floats, high: Floats, chance: Floats) -> Floats:
    """Values of triangular distributions that are undercut with probability ``chance`` (0 to 1).

    Arguments broadcast; where low equals high the value is that, where mid is not a number the
    distribution is even.
    """
    width = high - low
    left = mid - low
    with np.errstate(invalid="ignore"):
        rising = low + np.sqrt(chance * width * left)
        falling = high - np.sqrt((1 - chance) * width * (high - mid))
    told = np.where(chance * width < left, rising, falling)
    even = np.isnan(mid)
    return np.where(even, low + chance * width, told) if even.any() else told


def share_below(low: Floats, mid: Floats, high: Floats, at: Floats) -> Floats:
    """Chance that an open value is less than ``at``, which may be infinite: undoes ``quantile``."""
    width = high - low
    place = np.clip(at, low, high)
    with np.errstate(invalid="ignore", divide="ignore"):
        rising = (place - low) ** 2 / (width * (mid - low))
        falling = 1 - (high - place) ** 2 / (width * (high - mid))
        even = (place - low) / width
    inside = np.where(np.isnan(mid), even, np.where(place < mid, rising, falling))
    return np.where(at <= low, 0.0, np.where(at >= high, 1.0, inside))


def rank_ranges(
    board: Board,
    weights: Weights,
    opened: Spread,
    keep: NDArray[np.bool_] | None = None,
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Best and worst rank (N,), from 1, that ``LIKELY`` of the draws of the open values leave.

    Yields after every few draws; the last answer is from all of them. Dropped columns have 0.
    Ends that no draw could leave would say nothing: with much unknown they are first and last.
    The rank as counted lies always between them: where much is open only on one side of what is
    counted, most draws may leave it on the other.
    """
    there = np.arange(len(board.ids)) if keep is None else np.flatnonzero(keep)
    row = weight_row(board, weights)
    now = exact_scores(board.values, row)
    counted, weight = board.values[opened.rows, opened.columns], row[opened.rows]
    present = _places(now[there])
    draws = RANK_DRAWS if opened.count else 1
    settled = chances(np.random.default_rng(0), opened.count, draws)
    ranks = np.zeros((draws, len(there)), np.int32)
    for number in range(draws):
        if opened.count:
            chance = next(settled)[opened.facts]
            moved = weight * (quantile(opened.low, opened.mid, opened.high, chance) - counted)
            scores = now + np.bincount(opened.columns, moved, len(now))
        else:
            scores = now
        ranks[number] = _places(scores[there])
        if (number + 1) % RANK_BATCH == 0 or number + 1 == draws:
            best, worst = _likely(ranks[: number + 1])
            told = np.zeros((2, len(now)), np.intp)
            told[:, there] = np.minimum(best, present), np.maximum(worst, present)
            yield told[0], told[1]


def _places(scores: Floats) -> NDArray[np.int32]:
    """Ranks from 1 by ``scores``, among equals the first column first."""
    ranks = np.empty(len(scores), np.int32)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return ranks


def _likely(ranks: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Ends of the middle ``LIKELY`` of ``ranks`` (draws, columns)."""
    tail = (1 - LIKELY) / 2
    best, worst = np.quantile(ranks, (tail, 1 - tail), axis=0, method="nearest")
    return best, worst
