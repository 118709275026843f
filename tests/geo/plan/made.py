"""Small plan problems drawn from a seed, with every kind of rule in them."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from geo.plan.problem import City, Legs, Limits, Place, Problem, Tier, Unit

START = date(2026, 11, 23)


def drawn(seed, units=4, places=5, cities=3, *, rules=True):
    """Draw a problem; with ``rules`` also limits, locks and places one must or must not use."""
    draw = np.random.default_rng(seed)
    sets = tuple(_unit(draw, n) for n in range(units))
    hired = tuple(_place(draw, n, cities) for n in range(places))
    quality = np.where(
        draw.random((units, places)) < 0.6, np.round(draw.uniform(0.3, 1, (units, places)), 2), 0
    ).astype(np.float32)
    side = cities + 1
    legs = Legs(
        draw.integers(2_000, 40_000, (side, side)) * 100, draw.integers(30, 900, (side, side))
    )
    problem = Problem(
        units=sets,
        places=hired,
        quality=quality,
        cities=tuple(_city(draw, n) for n in range(cities)),
        legs=legs,
        crew_day=3_000_000,
        local_share=0.35,
        opening=int(draw.integers(0, 3)) * 50_000,
        set_change_minutes=int(draw.integers(0, 3)) * 15,
        night_minutes=300 if draw.random() < 0.4 else None,
        daylight_minutes=540 if draw.random() < 0.3 else None,
        start=START,
        pair_cost=_beside(draw, quality.shape) if draw.random() < 0.4 else None,
    )
    return _ruled(draw, problem) if rules else problem


def _beside(draw, shape):
    return np.where(draw.random(shape) < 0.5, draw.integers(0, 8_000, shape) * 100, 0)


def _unit(draw, n):
    minutes = int(draw.integers(1, 20)) * 45
    dark = minutes * int(draw.integers(0, 4)) // 3 if draw.random() < 0.5 else 0
    return Unit(
        f"u{n}",
        minutes,
        float(draw.integers(1, 6)),
        None if draw.random() < 0.6 else int(draw.integers(5_000, 60_000)) * 100,
        dark,
        (minutes - dark) // 2 if draw.random() < 0.3 else None,
    )


def _place(draw, n, cities):
    windows = ()
    if draw.random() < 0.2:
        first = START + timedelta(days=int(draw.integers(0, 4)))
        windows = ((first, first + timedelta(days=int(draw.integers(0, 3)))),)
    return Place(
        f"p{n}",
        int(draw.integers(0, cities)),
        int(draw.integers(4, 200)) * 10_000,
        float(draw.integers(0, 50)),
        frozenset({0}) if draw.random() < 0.2 else frozenset(),
        windows,
        shut=frozenset(START + timedelta(days=n) for n in range(5) if draw.random() < 0.1),
    )


def _city(draw, n):
    tiers = tuple(
        Tier(
            f"c{n}t{k}",
            int(draw.integers(10, 60)) * 100_000,
            round(float(draw.uniform(0.05, 0.35)), 2),
            int(draw.integers(5, 30)) * 100_000,
            float(draw.choice([0, 0, 0.4, 0.6])),
            int(draw.choice([0, 0, 1, 4])) * 100_000,
            int(draw.choice([0, 0, 2, 4])),
        )
        for k in range(int(draw.integers(0, 4)))
    )
    groups = ((0,), (1, 2)) if len(tiers) == 3 and draw.random() < 0.5 else ()
    move = int(draw.choice([0, 60, 90]))
    return City(f"c{n}", int(draw.integers(5, 12)) * 100_000, tiers, groups, move)


def _ruled(draw, problem):
    limits = Limits(
        fit=round(float(draw.uniform(0.4, 0.8)), 2) if draw.random() < 0.3 else None,
        uplift=float(draw.integers(20, 200)) if draw.random() < 0.2 else None,
        places=int(draw.integers(1, 4)) if draw.random() < 0.3 else None,
        days=int(draw.integers(3, 9)) if draw.random() < 0.3 else None,
    )
    locks = {}
    if draw.random() < 0.3:
        unit = int(draw.integers(0, len(problem.units)))
        locks[f"u{unit}"] = f"p{int(draw.integers(0, len(problem.places)))}"
    must = frozenset({"p0"}) if draw.random() < 0.2 else frozenset()
    barred = frozenset({"p1"}) if draw.random() < 0.2 else frozenset()
    return replace(problem, limits=limits, locks=locks, must_use=must, must_not_use=barred)
