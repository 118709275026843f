"""Public instances with published optima, solved by what solves the plan.

Read from ``../shared/bench_instances`` where that stands beside the project, else from the cited
copies of the tests.
"""

from __future__ import annotations

import json
from pathlib import Path
from time import monotonic
from typing import Any

from geo.plan.solve import solve
from geo.plan.talent import Actor, order_scenes
from geo.progress import finish
from tests.geo.plan.test_warehouse import OPL, UNIT, as_problem

HERE = Path(__file__).resolve().parent
PUBLIC = HERE.parents[1] / "shared" / "bench_instances" / "talent_scheduling.json"
CITED = HERE.parent / "tests" / "reference" / "talent.json"


def run() -> None:
    """Print one line for every instance, and stop where an optimum is missed."""
    for name, durations, actors, best in _films():
        started = monotonic()
        found = finish(order_scenes(durations, actors))
        took = monotonic() - started
        print(f"talent {name}: total {found.total}, published {best}, {took:.2f} s")
        if not found.proven or found.total != best:
            raise SystemExit(f"{name}: {found.total} is not {best}")
    plan = finish(solve(as_problem()))
    print(f"warehouse: {(plan.net or 0) // UNIT}, published {OPL['best']}, {plan.seconds:.2f} s")
    if plan.net != OPL["best"] * UNIT or plan.bound != plan.net:
        raise SystemExit("warehouse: the published optimum was missed")


def _films() -> list[tuple[str, list[int], list[Actor], int]]:
    public = PUBLIC.exists()
    films = json.loads((PUBLIC if public else CITED).read_text(encoding="utf-8"))["instances"]
    return [_film(film, public=public) for film in films]


def _film(film: dict[str, Any], *, public: bool) -> tuple[str, list[int], list[Actor], int]:
    plays = film["actor_in_scene" if public else "plays"]
    daily = film["actor_daily_cost" if public else "daily"]
    actors = [
        Actor(str(n), cost, frozenset(at for at, on in enumerate(row) if on == "1"))
        for n, (cost, row) in enumerate(zip(daily, plays, strict=True))
    ]
    durations = film["scene_duration" if public else "durations"]
    return film["name"], durations, actors, film["best_known_total" if public else "total"]
