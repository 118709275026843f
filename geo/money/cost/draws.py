"""Draws: a figure in doubt as many values, money in whole fen, and the points read off again.

Every driver (crew size, room price, hours a day ...) is drawn once, stratified, in an order of its
own that never changes: all lines, sites and cities meet the same draws, so two places differ by
what they are and not by luck, and lines that share a driver move together.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from statistics import NormalDist
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.model import Basis, Range, Source
from geo.money.spans import Span

Draws: TypeAlias = NDArray[np.float64]
Fen: TypeAlias = NDArray[np.int64]

# With 4095 strata the 10%, 50% and 90% points are middles of strata: values, nothing interpolated.
DRAWS = 4095
POINTS = (409, 2047, 3685)
SEED = 20260101
# no line is dearer than ten billion yuan in a draw: fifty of them still fit into 64 bits
MOST_FEN = 10.0**12
_TO_90 = NormalDist().inv_cdf(0.9)


@cache
def strata() -> Draws:
    """The middles of equally likely strata of the standard normal, from low to high."""
    normal = NormalDist()
    return np.array([normal.inv_cdf((place + 0.5) / DRAWS) for place in range(DRAWS)])


@cache
def normals(driver: str) -> Draws:
    """The strata in the order that belongs to ``driver``; shape (DRAWS,), never changed."""
    order = np.random.default_rng([SEED, zlib.crc32(driver.encode())])
    drawn = order.permutation(strata())
    drawn.setflags(write=False)
    return drawn


@lru_cache(maxsize=128)
def drawn(span: Span, driver: str, least: float = 0.0) -> Draws:
    """Split normal whose 10%, 50% and 90% points are the ends and the middle of ``span``.

    What falls below ``least`` counts as ``least``. Shape (DRAWS,), never changed.
    """
    normal = normals(driver)
    below, above = (span.mid - span.low) / _TO_90, (span.high - span.mid) / _TO_90
    values = np.maximum(least, span.mid + normal * np.where(normal < 0, below, above))
    values.setflags(write=False)
    return values


def in_fen(cny: Draws) -> Fen:
    """Yuan as whole fen, the half to the even."""
    return np.rint(np.minimum(cny * 100.0, MOST_FEN)).astype(np.int64)


def times_days(fen: Fen, days: Fen) -> Fen:
    """Fen a day times whole days; exact, and never beyond what a line may be."""
    return np.minimum(fen.astype(np.float64) * days, MOST_FEN).astype(np.int64)


def per_day(fen: Fen, days: Fen) -> Fen:
    """Fen spread over whole days, the half to the even."""
    return np.rint(fen / days).astype(np.int64)


def points(values: Fen | Draws) -> tuple[float, float, float]:
    """The 10%, 50% and 90% points: values of the draws themselves."""
    ordered = np.sort(values)
    low, mid, high = (float(ordered[place]) for place in POINTS)
    return low, mid, high


def money(
    fen: Fen,
    unit: str,
    basis: Basis,
    sources: Iterable[Source] = (),
    method: str = "",
    beyond: bool = False,
) -> Range:
    """The points of an amount in fen as CNY, whole fen; sources stand once each, in order."""
    low, mid, high = (each / 100 for each in points(fen))
    return Range(low, mid, high, unit, basis, tuple(dict.fromkeys(sources)), method, beyond)
