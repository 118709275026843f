"""Timing of one callable: median and 95th percentile over runs, after a warm-up."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def milliseconds(run: Callable[[], object], runs: int = 30) -> tuple[float, float]:
    """Median and p95 of ``run`` in milliseconds, two runs left out as warm-up."""
    for _ in range(2):
        run()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return statistics.median(taken), taken[min(len(taken) - 1, int(len(taken) * 0.95))]


def told(
    name: str, run: Callable[[], object], runs: int = 30, beside: float | None = None
) -> float:
    """Print a line for ``run``; its median in milliseconds. ``beside`` is what to divide by."""
    median, p95 = milliseconds(run, runs)
    ratio = f"   x{median / beside:.2f}" if beside else ""
    print(f"  {name:<58} {median:9.3f} ms   p95 {p95:9.3f}{ratio}")
    return median
