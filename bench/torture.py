"""Whether anything is lost: kills, orders, a full disk, wrong clocks, and a large merge.

``make torture`` is bounded in time; ``make torture ARGS="10"`` does ten times as much.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import monotonic

from bench import torture_kills, torture_more, torture_odd, torture_orders
from bench.torture_large import tell_large

KILLS, HISTORIES = 1_000, 45
ORDERS = 24
KILLS_MOST_S = 1_200.0


def killed(times: int) -> tuple[torture_kills.Losses, float]:
    """What killing came to, and how many seconds it took."""
    began = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        jobs = {**torture_kills.JOBS, **torture_more.JOBS}
        until = began + KILLS_MOST_S * times
        losses = torture_kills.run(KILLS * times, Path(folder), jobs, until=until)
    return losses, monotonic() - began


def tell_kills(times: int, losses: torture_kills.Losses, took: float) -> bool:
    """Tell what was lost by killing."""
    kinds = ", ".join(f"{name} {count}" for name, count in sorted(losses.kills.items()))
    total = losses.kills.total()
    print(f"killed while at work: {total} ({kinds}) in {took:.0f} s")
    print(f"  acknowledged: {losses.acknowledged}, of them lost: {len(losses.lost)}")
    print(f"  unopenable files: {len(losses.unopenable)}, done by halves: {len(losses.halves)}")
    for one in (*losses.lost, *losses.unopenable, *losses.halves)[:20]:
        print(f"    {one}")
    return losses.clean and total >= KILLS * times


def tell_orders(times: int) -> bool:
    """Bring random histories home, and tell where the orders differ."""
    began = monotonic()
    told = torture_orders.run(HISTORIES * times, most=ORDERS)
    print(
        f"histories of 3 to 5 packs: {told.histories}, brought home in {told.orders} orders "
        f"in {monotonic() - began:.0f} s"
    )
    print(
        f"  divergences: {told.divergences}, lost edits: {told.lost}, "
        f"false conflicts: {told.false_questions}, conflicts not asked: {told.missed_questions}"
    )
    return told.clean


def tell_odd() -> bool:
    """A full disk, a folder to read only, wrong clocks, a pack twice, a pack of tomorrow."""
    good = True
    for name, outcome in torture_odd.outcomes():
        good &= not outcome
        print(f"{name}: {outcome or 'nothing lost'}")
    return good


def main() -> int:
    """All of it; 1 when anything was lost."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    # killing takes one processor, the orders another; the large merge is timed alone
    with ProcessPoolExecutor(1) as beside:
        kills = beside.submit(killed, times)
        parts = [tell_orders(times), tell_odd()]
        parts.append(tell_kills(times, *kills.result()))
    parts.append(tell_large())
    return 0 if all(parts) else 1


if __name__ == "__main__":
    sys.exit(main())
