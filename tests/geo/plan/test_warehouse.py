"""The published warehouse example as a plan: stores are sets, warehouses places with few days."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from geo.plan.checker import check_plan
from geo.plan.problem import City, Legs, Place, Problem, Status, Unit
from geo.plan.solve import solve
from geo.progress import finish

OPL = json.loads(
    (Path(__file__).parents[2] / "reference" / "warehouse.json").read_text(encoding="utf-8")
)
START = date(2026, 3, 2)
UNIT = 10_000
"""Fen for one of the example's: plans nearer than 30 fen are one."""


def as_problem():
    """A store takes a whole day; a warehouse is open as many days as it holds stores."""
    supply = np.array(OPL["supply"], dtype=np.int64)
    stores, houses = supply.shape
    none = np.zeros((2, 2), np.int64)
    return Problem(
        units=tuple(Unit(f"store {n}", 60) for n in range(stores)),
        places=tuple(
            Place(f"house {n}", 0, 0, windows=((START, START + timedelta(days=held - 1)),))
            for n, held in enumerate(OPL["stores_held"])
        ),
        quality=np.ones((stores, houses), np.float32),
        cities=(City("all", 0),),
        legs=Legs(none, none),
        crew_day=0,
        day_minutes=60,
        setup_minutes=0,
        opening=OPL["fixed"] * UNIT,
        start=START,
        pair_cost=supply * UNIT,
    )


def test_the_published_optimum_is_found_and_proven():
    problem = as_problem()
    plan = finish(solve(problem))
    assert plan.status is Status.OPTIMAL
    assert plan.net == OPL["best"] * UNIT == 383 * UNIT
    assert plan.net - plan.bound <= 30
    assert check_plan(problem, plan).breaches == ()
    assert {house for house, days in plan.rent_days.items() if days} == set(
        plan.assignment.values()
    )


def test_a_store_dearer_everywhere_costs_just_that_more():
    problem = as_problem()
    dearer = problem.pair_cost.copy()
    dearer[0] += 7 * UNIT
    assert finish(solve(replace(problem, pair_cost=dearer))).net == (OPL["best"] + 7) * UNIT
