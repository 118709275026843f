"""The published warehouse example through the kept solver: opening, capacity, whole numbers."""

import json
from pathlib import Path

import numpy as np

from geo.plan.engine import End, Engine
from geo.plan.model import Part

OPL = json.loads(
    (Path(__file__).parents[2] / "reference" / "warehouse.json").read_text(encoding="utf-8")
)


def as_part():
    """Columns: store s from warehouse w, then warehouses open."""
    supply = np.array(OPL["supply"], dtype=float)
    stores, houses = supply.shape
    size = stores * houses
    rows = [({s * houses + w: 1.0 for w in range(houses)}, 1.0, 1.0) for s in range(stores)]
    for w in range(houses):
        held = {s * houses + w: 1.0 for s in range(stores)}
        rows.append(({**held, size + w: -float(OPL["stores_held"][w])}, -np.inf, 0.0))
    start = np.cumsum([0, *(len(row) for row, _, _ in rows)])
    return Part(
        cities=frozenset(),
        columns=np.arange(size + houses),
        rows=np.arange(len(rows)),
        cost=np.concatenate([supply.ravel(), np.full(houses, float(OPL["fixed"]))]),
        low=np.zeros(size + houses),
        high=np.ones(size + houses),
        whole=np.ones(size + houses, dtype=bool),
        row_low=np.array([low for _, low, _ in rows]),
        row_high=np.array([high for _, _, high in rows]),
        start=start,
        index=np.array([column for row, _, _ in rows for column in row]),
        value=np.array([value for row, _, _ in rows for value in row.values()]),
    )


def ended(run):
    while True:
        try:
            next(run)
        except StopIteration as end:
            return end.value


def test_the_published_optimum_is_found_and_proven():
    answer = ended(Engine(as_part(), None).whole(float("inf")))
    assert answer.end is End.SOLVED
    assert round(answer.value) == round(answer.bound) == OPL["best"] == 383


def test_fractions_are_no_dearer():
    assert ended(Engine(as_part(), None).relaxed()).value <= OPL["best"]
