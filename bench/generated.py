"""Catalogues of any size: places like those that ship, spread over their cities, from a seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice

import numpy as np

from geo.model import Site, SiteOffer

SPREAD_DEG = 0.12
"""How far a made place lies from the one it is like: some 10 km."""

KEPT_TYPES = 0.8
"""A scene type of the model is had by a made place with this chance."""


def made_sites(models: Sequence[Site], count: int, seed: int = 0) -> tuple[Site, ...]:
    """``count`` places like ``models`` but none the same: elsewhere near, not all scene types.

    Kind, level, city and district are those of the model; names carry a number.
    """
    rng = np.random.default_rng(seed)
    which = rng.integers(0, len(models), count).tolist()
    north, east = rng.normal(0, SPREAD_DEG, (2, count)).tolist()
    chances = rng.random((count, max(len(one.scene_types) for one in models))).tolist()
    return tuple(
        _like(models[model], number, north[number], east[number], chances[number])
        for number, model in enumerate(which)
    )


def _like(model: Site, number: int, north: float, east: float, chances: Sequence[float]) -> Site:
    types = tuple(
        one
        for one, chance in zip(model.scene_types, chances, strict=False)
        if chance < KEPT_TYPES or one is model.scene_types[0]
    )
    return replace(
        model,
        id=f"made-{number}",
        name_zh=f"{model.name_zh}{number}号",
        name_en=f"{model.name_en} no. {number}",
        lat=model.lat + north,
        lon=model.lon + east,
        scene_types=types,
        photos=(),
        parent=None,
    )


def made_offers(models: Sequence[SiteOffer], count: int, seed: int = 0) -> tuple[SiteOffer, ...]:
    """``count`` offers like ``models``, each of a place of its own; what they serve is shared."""
    return tuple(
        replace(offer, site=site)
        for offer, site in zip(islice(cycle(models), count), _places(models, count), strict=True)
    )


def _places(models: Sequence[SiteOffer], count: int) -> list[Site]:
    every = islice(cycle([one.site for one in models]), count)
    return [replace(site, id=f"made-{number}") for number, site in enumerate(every)]
