"""How firm a ranking is: shares of weightings, what costs the lead, what is worth finding out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from geo.model.ranking import FloatArray


class Method(StrEnum):
    """How values and weights make a score; the weighted sum is the one that is explained."""

    WEIGHTED_SUM = "weighted_sum"
    TOPSIS = "topsis"
    PROMETHEE = "promethee"
    VIKOR = "vikor"


@dataclass(frozen=True, slots=True)
class Best:
    """The first few: ``index`` are columns of the board, best first, ``scores`` (k,) theirs."""

    index: NDArray[np.intp]
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A value of the board that is not settled: 0 to 1, ``low`` <= ``mid`` <= ``high``.

    ``low`` is the worse end: for a cost it comes from the dearest price. ``mid`` is what the
    board counts.
    """

    column: int
    criterion: str
    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class OpenFact:
    """What one call or visit settles; its cells move together from low to high."""

    cells: tuple[OpenCell, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """All open cells of a board (M,): row and column, ends of the value, number of the fact."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    low: NDArray[np.float64]
    mid: NDArray[np.float64]
    high: NDArray[np.float64]
    facts: NDArray[np.intp]
    count: int


@dataclass(frozen=True, slots=True)
class Robustness:
    """Shares (N,) of ``samples`` weightings in which a column is first, in the first 3, first 10.

    ``leaders`` (L,) are the columns that are first at least once, ``central`` (L, K) the mean
    of the weights that make each of them first.
    """

    samples: int
    first: FloatArray
    top3: FloatArray
    top10: FloatArray
    leaders: NDArray[np.intp]
    central: FloatArray


@dataclass(frozen=True, slots=True)
class Loss:
    """Where the leader falls: ``criterion`` moved by ``change`` to ``weight`` lets ``column`` by.

    Weights are shares of 1; the others shrink or grow in proportion.
    """

    criterion: str
    change: float
    weight: float
    column: int


@dataclass(frozen=True, slots=True)
class FactGain:
    """What knowing a fact is worth: chances (0 to 1) that the first three, or the first, change."""

    fact: int
    gain: float
    first: float


@dataclass(frozen=True, slots=True)
class Answer:
    """One comparison of the interview: ``one`` counts ``times`` as much as ``other`` (1/9 to 9)."""

    one: str
    other: str
    times: float


@dataclass(frozen=True, slots=True)
class Interview:
    """What the answers say: weights (sum 1) and how far the answers contradict each other.

    ``ratio`` is None while no answer could contradict another; up to 0.1 is taken as consistent.
    ``oddest`` is the number of the answer that fits the others least.
    """

    weights: Mapping[str, float]
    ratio: float | None
    oddest: int | None


@dataclass(frozen=True, slots=True)
class FindOut:
    """A call worth making: about ``fact`` (venue, cost, subsidy) of a site.

    ``gain``: chance (0 to 1) that knowing it changes the first three.
    """

    site_id: str
    fact: str
    gain: float


@dataclass(frozen=True, slots=True)
class Defence:
    """How firm the order of the sites is, what would cost the leader the lead, what to ask."""

    robustness: Robustness
    loss: Loss | None
    find_out: tuple[FindOut, ...]
