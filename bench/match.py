"""Ranking maths at growing sizes, beside one numpy.sum over the same bytes and other programs.

``python -m bench.match memory`` tells what one million sites take, in a process of its own.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

from bench.timing import milliseconds
from geo.match import BoardOrder, find_out, loses_at, order_by, pareto, robustness, top
from geo.model import Board, Method, Robustness, Spread, Weights

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


def looked_at(
    board: Board, weights: Weights, start: int = 0, method: Method = Method.WEIGHTED_SUM
) -> object:
    """What a list of places asks of a new order."""
    order = order_by(board, weights, method)
    return order.between(start, start + FIRST), order.place(1)


def moved_on(known: list[BoardOrder], weights: Weights) -> object:
    """The first fifty under other weights, from an order that was worked out before."""
    last = known[0]
    known[0] = order_by(last.board, weights, last.method, None, last)
    return known[0].first(FIRST)


def with_pandas(board: Board, weights: Weights, *, scaled: bool = False) -> Callable[[], object]:
    """The same first fifty as one would write it in pandas, from raw or from scaled figures."""
    import pandas as pd

    table = pd.DataFrame(dict(zip(CRITERIA, board.values.astype(float) * 1000, strict=True)))
    row = pd.Series(weights)
    if scaled:
        values = table / 1000
        return lambda: (values @ row).nlargest(FIRST)
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
    values: Any = np.clip(raw / np.float32(1000), 0, 1)
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
    line.told("a new order: first 50, place of one", lambda: looked_at(board, weights))
    line.told("a new order: 50 in the middle", lambda: looked_at(board, weights, size // 2), 5)
    line.told("a new order: all of it sorted", lambda: order_by(board, weights).index, 3)
    shares(line, f"SMAA {SAMPLES:,} weightings", robustness(board))
    near = robustness(board, weights, reach=0.3)
    shares(line, f"SMAA {SAMPLES:,} around the weights", near)
    line.told("what costs the lead", lambda: loses_at(board, weights), 5)
    calls = np.arange(min(size, 10_000))
    here = board.values[0, calls].astype(float)
    low, high, rows = np.zeros_like(here), np.ones_like(here), np.zeros_like(calls)
    opened = Spread(rows, calls, low, here, high, calls, len(calls))
    line.told(f"find out: {len(calls):,} calls", lambda: [*find_out(board, weights, opened)], 3)
    if size <= 10_000:
        line.told("Pareto front, 4 criteria", lambda: pareto(board, CRITERIA[:4]), 3)
    for method in (Method.TOPSIS, Method.VIKOR, Method.PROMETHEE):
        line.told(f"{method.value}, first 50", partial(looked_at, board, weights, 0, method), 3)
    moved = cycle([weights, dict(zip(board.criteria, [*weights.values()][::-1], strict=True))])
    known = [order_by(board, weights, Method.PROMETHEE)]
    line.told("promethee under other weights, first 50", lambda: moved_on(known, next(moved)), 5)
    theirs = line.told("pandas, full", with_pandas(board, weights), 5)
    again = line.told("pandas, re-weight", with_pandas(board, weights, scaled=True), 5)
    print(f"    as fast as pandas: x{theirs / ours:,.0f} of the whole, x{again / ours:,.0f} of it")
    if peers and size <= 100_000:
        for name in ("TOPSIS", "VIKOR"):
            line.told(f"pymcdm {name}", with_pymcdm(board, weights, name), 3)


def memory() -> None:
    """Print how much the process grows: the column store, a new order, and SMAA round weights."""
    before = rss_mb()
    board, weights = generated(SIZES[-1])
    store = rss_mb()
    looked_at(board, weights)
    order_by(board, weights).index.sum()
    ordered = rss_mb()
    for found in robustness(board, weights, reach=0.3):
        if found.samples >= ENOUGH:
            break
    told = f"{store - before:.0f} MB to hold, {ordered - before:.0f} with a full order"
    print(f"  {SIZES[-1]:,} sites x 8, peak memory: {told}, {rss_mb() - before:.0f} with SMAA")


def rss_mb() -> float:
    """The most that this process has taken so far."""
    status = Path("/proc/self/status")
    if status.exists():
        # what the system calls the maximum of a child begins with that of its parent
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(one.split()[1]) for one in lines if one.startswith("VmHWM")) / 1_000
    import resource

    # macOS counts in bytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000


def run() -> None:
    """Print every size, eight criteria; and four, as the shipped board has."""
    print("ranking maths, as a multiple of one pass over the same bytes")
    subprocess.run([sys.executable, "-m", "bench.match", "memory"], check=True)
    peers = importlib.util.find_spec("pymcdm") is not None
    for size in SIZES:
        measure(*generated(size), peers)
    for size in SIZES[2:]:
        board, weights = generated(size, 4)
        line = Line(board)
        line.told("re-weight and first 50", partial(top, board, weights, FIRST))
        shares(line, f"SMAA {SAMPLES:,} weightings", robustness(board))


if __name__ == "__main__":
    memory() if sys.argv[1:] == ["memory"] else run()
