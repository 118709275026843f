"""Reverse match: the whole catalogue against the samples, and a thousand made-up scripts."""

from __future__ import annotations

import resource
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from geo import actions
from geo.actions.hosting.mix import demand_rules, made_titles
from geo.model.hosting import Demand, Origin, Ours
from geo.progress import finish

MANY = 1_000
CITY = "苏州"


def run(assets: Path, data: Path) -> None:
    """Print seconds and peak memory of a reverse match by size of the corpus."""
    ws = finish(actions.open_workspace(assets, data))
    demand = finish(actions.demand(ws))
    rules = demand_rules(ws.assets)
    samples = tuple(one for one in demand.titles if one.origin is Origin.SAMPLE)
    many = made_titles(demand.genres, rules, ws.vocabulary, MANY)
    print(f"reverse match for {CITY}: {len(ws.store.sites())} sites in the catalogue")
    for titles in (samples, demand.titles, many):
        _told(ws, replace(demand, titles=titles))


def _told(ws: actions.Workspace, demand: Demand) -> None:
    started = perf_counter()
    found = finish(actions.reverse_match(ws, Ours(CITY), demand))
    seconds = perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  {len(demand.titles):>5} scripts, {found.scenes:>8,.0f} scenes: "
        f"{seconds:6.2f} s, peak {peak:,.0f} MB, {found.won:.0%} of scenes won"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        run(Path(__file__).resolve().parents[1] / "assets", Path(folder))
