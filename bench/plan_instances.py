"""Made-up plan problems of three sizes: what they measure is time; their savings mean nothing."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from geo.plan.problem import City, Legs, Limits, Place, Problem, Tier, Unit

SIZES = {
    "30x50": (30, 14, 12, 50, 4),
    "60x200": (60, 24, 18, 200, 6),
    "120x1000": (120, 40, 26, 1000, 10),
    "250x1000": (250, 90, 40, 1000, 10),
}
"""Scenes, sets, kinds of place asked for, places, cities."""

KINDS = 75
_YUAN = 100
_BEDS = 35


def instance(size: str, seed: int, limits: Limits | None = None) -> Problem:
    """Make the problem of ``size`` with ``seed``."""
    scenes, sets, asked, places, cities = SIZES[size]
    return made(scenes, sets, asked, places, cities, seed, limits or Limits())


def made(
    scenes: int, sets: int, asked: int, places: int, cities: int, seed: int, limits: Limits
) -> Problem:
    """Make a problem of so many scenes in so many sets, places and cities."""
    draw = np.random.default_rng(seed)
    kinds = draw.permutation(KINDS)[:asked]
    zipf = 1 / np.arange(1, asked + 1)
    kind_of = draw.choice(kinds, sets, p=zipf / zipf.sum())
    home = np.concatenate([np.arange(sets), draw.integers(0, sets, scenes - sets)])
    minutes = np.clip(15 * np.round(draw.lognormal(0.2, 0.6, scenes) * 4), 15, 240).astype(int)
    units = tuple(
        Unit(f"u{n}", int(minutes[home == n].sum()), float((home == n).sum())) for n in range(sets)
    )
    hired, quality = _places(draw, kind_of, kinds, places, cities)
    points = draw.uniform(0, 800, (cities + 1, 2))
    km = np.hypot(*(points[:, None] - points[None, :]).transpose(2, 0, 1))
    # freight by the kilometre, and the crew is paid while it rides
    road = 4_000 + 45 * km + 30_000 / 12 * km / 80
    return Problem(
        units=units,
        places=hired,
        quality=quality,
        cities=tuple(_city(draw, n) for n in range(cities)),
        legs=Legs(
            np.round(road * (km > 0)).astype(np.int64) * _YUAN,
            np.round(km * 60 / 80).astype(np.int64),
        ),
        crew_day=30_000 * _YUAN,
        local_share=0.35,
        opening=1_000 * _YUAN,
        limits=limits,
    )


def _places(
    draw: Generator, kind_of: np.ndarray, kinds: np.ndarray, places: int, cities: int
) -> tuple[tuple[Place, ...], np.ndarray]:
    quality = np.zeros((len(kind_of), places), dtype=np.float32)
    hired = []
    eras = draw.integers(0, 2, len(kind_of))
    for n in range(places):
        big = draw.random() < 0.06
        has = {int(draw.choice(kinds))}
        more = draw.integers(8, 22) if big else draw.integers(0, 3)
        has |= {int(kind) for kind in draw.permutation(KINDS)[:more]}
        era = draw.integers(0, 3)
        serves = np.array([kind in has for kind in kind_of]) & ((era == 2) | (eras == era) | big)
        quality[serves, n] = np.round(draw.uniform(0.45, 1.0, int(serves.sum())), 2)
        rent = np.clip(draw.lognormal(np.log(9_000 if big else 2_500), 0.8), 400, 40_000)
        uplift = round(float(draw.beta(2, 4)) * 100, 1)
        hired.append(Place(f"p{n}", int(draw.integers(0, cities)), int(rent) * _YUAN, uplift))
    # a set nobody can house goes to the nearest thing there is
    for unit in np.flatnonzero(~(quality > 0).any(axis=1)):
        quality[unit, int(draw.integers(0, places))] = 0.5
    return tuple(hired), quality


def _city(draw: Generator, n: int) -> City:
    tiers = []
    if draw.random() < 0.78:
        thresholds = np.sort(draw.uniform(80_000, 800_000, 3))
        rates = np.sort(draw.uniform(0.06, 0.23, 3))
        caps = np.sort(draw.uniform(30_000, 300_000, 3))
        share = float(draw.choice([0, 0.3, 0.6]))
        tiers = [
            Tier(
                f"c{n}t{k}",
                int(thresholds[k]) * _YUAN,
                round(float(rates[k]), 3),
                int(caps[k]) * _YUAN,
                share,
            )
            for k in range(3)
        ]
    return City(f"c{n}", int(draw.uniform(180, 420)) * _BEDS * _YUAN, tuple(tiers))
