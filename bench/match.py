"""Ranking maths at growing sizes, beside one numpy.sum over the same bytes and other programs."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from bench.timing import milliseconds
from geo.match import find_out, loses_at, order_by, pareto, robustness, top
from geo.model import Board, Method, OpenCell, OpenFact, Robustness, Weights

SIZES = (1_000, 10_000, 100_000, 1_000_000)
CRITERIA = tuple("abcdefgh")
FIRST = 50
SAMPLES, PATIENCE = 10_000, 5.0
"""Weightings of SMAA; seconds after which the rest is reckoned."""

ENOUGH = 256
"""Weightings after which a first answer can be shown."""


def generated(size: int, criteria: int = len(CRITERIA)) -> tuple[Board, Weights]:
    """A board of random values, and weights."""
    rng = np.random.default_rng(size)
    values = rng.random((criteria, size), dtype=np.float32)
    names = CRITERIA[:criteria]
    weights: Any = dict(zip(names, rng.dirichlet(np.ones(criteria)), strict=True))
    return Board(tuple(map(str, range(size))), values, {}, names), weights


class Line:
    """Prints medians beside the time of one pass over the values."""

    def __init__(self, board: Board) -> None:
        self.read, _ = milliseconds(board.values.sum)
        print(f"  {len(board.ids):,} sites x {len(board.values)}: numpy.sum {self.read:.3f} ms")

    def told(self, name: str, run: Callable[[], object], runs: int = 20) -> float:
        """Time ``run``; its median in milliseconds."""
        median, p95 = milliseconds(run, runs)
        self.row(name, median, f"p95 {p95:9.3f}")
        return median

    def row(self, name: str, taken: float, more: str = "") -> None:
        """Print one line."""
        print(f"    {name:<46} {taken:10.3f} ms  x{taken / self.read:<9.2f} {more}")


def with_pandas(board: Board, weights: Weights) -> Callable[[], object]:
    """The same first fifty from raw figures, as one would write it in pandas."""
    import pandas as pd

    table = pd.DataFrame(dict(zip(CRITERIA, board.values.astype(float) * 1000, strict=True)))
    row = pd.Series(weights)
    return lambda: (table / 1000).mul(row).sum(axis=1).nlargest(FIRST)


def with_pymcdm(board: Board, weights: Weights, name: str) -> Callable[[], object]:
    """Scores of one method by pymcdm."""
    from pymcdm import methods

    matrix = board.values.T.astype(float)
    row = np.array(list(weights.values()))
    method = getattr(methods, name)()
    return lambda: method(matrix, row, np.ones(len(CRITERIA)))


def full(raw: np.ndarray, board: Board, weights: Weights) -> object:
    """Put raw figures on their bounds, score and take the first fifty."""
    values = np.clip(raw / np.float32(1000), 0, 1)
    return top(Board(board.ids, values, {}, board.criteria), weights, FIRST)


def shares(line: Line, name: str, answers: Iterator[Robustness]) -> None:
    """Time the first answer and the last; what would take long is stopped and scaled up."""
    start, first, taken = time.perf_counter(), 0.0, 0.0
    for found in answers:
        taken = (time.perf_counter() - start) * 1000
        if not first and found.samples >= ENOUGH:
            first = taken
        if taken > PATIENCE * 1000:
            taken *= SAMPLES / found.samples
            break
    line.row(name, taken, f"{ENOUGH} weightings after {first:.0f} ms")


def measure(board: Board, weights: Weights, peers: bool) -> None:
    """Print one size."""
    line, size = Line(board), len(board.ids)
    raw = board.values * np.float32(1000)
    keep = np.random.default_rng(0).random(size) < 0.5
    line.told("full: bounds, score, first 50", lambda: full(raw, board, weights))
    ours = line.told("re-weight and first 50", lambda: top(board, weights, FIRST))
    line.told("the same, half of them filtered out", lambda: top(board, weights, FIRST, keep))
    shares(line, f"SMAA {SAMPLES:,} weightings", robustness(board))
    near = robustness(board, weights, reach=0.3)
    shares(line, f"SMAA {SAMPLES:,} around the weights", near)
    line.told("what costs the lead", lambda: loses_at(board, weights), 5)
    calls = [
        OpenFact((OpenCell(column, "a", 0.0, float(board.values[0, column]), 1.0),))
        for column in range(min(size, 10_000))
    ]
    line.told(f"find out: {len(calls):,} calls", lambda: find_out(board, weights, calls), 3)
    if size <= 10_000:
        line.told("Pareto front, 4 criteria", lambda: pareto(board, CRITERIA[:4]), 3)
    for method in (Method.TOPSIS, Method.VIKOR, Method.PROMETHEE):
        line.told(method.value, partial(order_by, board, weights, method), 3)
    theirs = line.told("pandas, full", with_pandas(board, weights), 5)
    print(f"    re-weighting is {theirs / ours:,.0f} times as fast as pandas")
    if peers and size <= 100_000:
        for name in ("TOPSIS", "VIKOR"):
            line.told(f"pymcdm {name}", with_pymcdm(board, weights, name), 3)


def run() -> None:
    """Print every size, eight criteria; and four, as the shipped board has."""
    print("ranking maths, as a multiple of one pass over the same bytes")
    peers = importlib.util.find_spec("pymcdm") is not None
    for size in SIZES:
        measure(*generated(size), peers)
    for size in SIZES[2:]:
        board, weights = generated(size, 4)
        line = Line(board)
        line.told("re-weight and first 50", partial(top, board, weights, FIRST))
        shares(line, f"SMAA {SAMPLES:,} weightings", robustness(board))


if __name__ == "__main__":
    run()
