"""Whether anything is lost: kills, orders, a full disk, wrong clocks, and a large merge.

``make torture`` is bounded in time; ``make torture ARGS="10"`` does ten times as much.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import monotonic

from bench import torture_kills, torture_odd, torture_orders
from geo.catalogue import Store, open_store
from geo.model import Site
from geo.model.field import SITE, Edit, FieldKey
from geo.progress import finish

KILLS, HISTORIES = 1_000, 45
ORDERS = 24
KILLS_MOST_S = 1_200.0
EDITS, MANY = 10_000, 100_000


def tell_kills(times: int) -> bool:
    """Kill, and tell what was lost."""
    began = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        until = began + KILLS_MOST_S * times
        losses = torture_kills.run(KILLS * times, Path(folder), until=until)
    kinds = ", ".join(f"{name} {count}" for name, count in sorted(losses.kills.items()))
    total = losses.kills.total()
    print(f"killed while at work: {total} ({kinds}) in {monotonic() - began:.0f} s")
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


def many_sites(folder: Path) -> Store:
    """A catalogue of 100,000 places."""
    seed = Path(__file__).resolve().parents[1] / "assets" / "catalogue"
    store = finish(open_store(folder / "catalogue.sqlite", seed))
    like: Site = replace(store.sites()[0], photos=())
    store.save_sites(
        replace(like, id=f"many-{number:06}", lat=20 + number % 1000 / 50, lon=100 + number / 5000)
        for number in range(MANY)
    )
    return store


def tell_large() -> bool:
    """10,000 edits, a tenth of them questions, on 100,000 places: seconds and memory."""
    folder = Path(tempfile.mkdtemp())
    try:
        store = many_sites(folder)
        edits = [
            Edit(
                f"large-{number}",
                FieldKey(SITE, f"many-{number % (EDITS * 9 // 10) * 11:06}", "ticket_cny"),
                float(number),
                who=f"手{number % 5}",
                pack=f"p{number % 5}",
            )
            for number in range(EDITS)
        ]
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        began = monotonic()
        store.take_edits(edits)
        taken = monotonic() - began
        began = monotonic()
        asking = len(store.rivals())
        asked = monotonic() - began
        began = monotonic()
        store.take_edits(edits)
        again = monotonic() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        store.close()
    finally:
        shutil.rmtree(folder)
    print(
        f"{EDITS} edits on {MANY} places: {taken:.1f} s (again: {again:.1f} s), "
        f"{asking} questions found in {asked:.2f} s, peak {peak:.0f} MB ({before:.0f} before)"
    )
    return True


def main() -> int:
    """All of it; 1 when anything was lost."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    parts = (
        tell_orders(times),
        tell_odd(),
        tell_large(),
        tell_kills(times),
    )
    return 0 if all(parts) else 1


if __name__ == "__main__":
    sys.exit(main())
