"""The public instances: every one of them has to be exact. Read from where they are present."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np

from geo.plan.problem import City, Legs, Place, Problem, Status, Unit
from geo.plan.solve import solve
from geo.plan.talent import Actor, order_scenes
from geo.progress import finish

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "bench_instances"
START = date(2026, 3, 2)
UNIT = 10_000
"""Fen for one of an instance's."""


def run(folder: Path = FOLDER) -> None:
    """Print one line for every instance."""
    if not folder.is_dir():
        print("plan, public instances: not here")
        return
    for film in _read(folder / "talent_scheduling.json"):
        _film(film)
    for case in _read(folder / "warehouse_location.json"):
        _warehouse(case)


def _read(path: Path) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["instances"]
    return told


def _film(film: dict[str, Any]) -> None:
    actors = [
        Actor(str(n), cost, frozenset(k for k, on in enumerate(row) if on == "1"))
        for n, (cost, row) in enumerate(
            zip(film["actor_daily_cost"], film["actor_in_scene"], strict=True)
        )
    ]
    started = monotonic()
    found = finish(order_scenes(film["scene_duration"], actors))
    exact = found.proven and found.total == film["best_known_total"]
    print(
        f"talent {film['name']:12} {film['scenes']} scenes: total {found.total} of "
        f"{film['best_known_total']}, {'exact' if exact else 'NOT EXACT'}, "
        f"{monotonic() - started:.2f} s"
    )


def _warehouse(case: dict[str, Any]) -> None:
    best = int(case["best_known"])
    plan = finish(solve(warehouse(case), time_limit=120.0))
    net = (plan.net or 0) / UNIT
    exact = plan.status is Status.OPTIMAL and net == best
    print(
        f"warehouse {case['name']}: {net:,.0f} of {best:,}, {'exact' if exact else 'NOT EXACT'} "
        f"({plan.status}), {plan.seconds:.2f} s"
    )


def warehouse(case: dict[str, Any]) -> Problem:
    """A store is a set that takes a day, a warehouse a place open as long as it holds stores."""
    supply = np.array(case["supply_cost"], dtype=np.int64)
    stores, houses = supply.shape
    held = case.get("capacity_in_stores") or [stores] * houses
    none = np.zeros((2, 2), np.int64)
    return Problem(
        units=tuple(Unit(f"store {n}", 60) for n in range(stores)),
        places=tuple(
            Place(f"house {n}", 0, 0, windows=((START, START + timedelta(days=most - 1)),))
            for n, most in enumerate(held)
        ),
        quality=np.ones((stores, houses), np.float32),
        cities=(City("all", 0),),
        legs=Legs(none, none),
        crew_day=0,
        day_minutes=60,
        setup_minutes=0,
        opening=int(case["fixed"]) * UNIT,
        start=START,
        pair_cost=supply * UNIT,
    )
