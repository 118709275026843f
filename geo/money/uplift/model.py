"""Parameters of the uplift model, and the shared draws of everything that no site changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import NormalDist
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.model import Source
from geo.money.cost.facts import CostFacts
from geo.money.records import Record, read_asset
from geo.money.spans import Span

Draws: TypeAlias = NDArray[np.float64]
_STRENGTHS = ("good", "fair", "weak")
SCALES = ("A", "B", "C")


class Lognormal(NamedTuple):
    """``median`` times exp of a normal with ``log_sd``."""

    median: float
    log_sd: float


@dataclass(frozen=True, slots=True)
class ClassPriors:
    """Reference class model: (mean, sd) priors of its terms and the shape of its errors."""

    b0: tuple[float, float]
    attraction: tuple[float, float]
    prefecture: tuple[float, float]
    success: tuple[float, float]
    degrees_of_freedom: float
    pooled_weight: float
    scale_floor: float


@dataclass(frozen=True, slots=True, eq=False)
class UpliftModel:
    """All parameters; ``sources`` and ``strengths`` by parameter name. Equal only to itself."""

    draws: int
    seed: int
    plays: Lognormal
    plays_clip: float
    plays_observed_log_sd: float
    visits_per_play: Lognormal
    prominence: Mapping[str, float]
    prominence_unset: tuple[str, ...]
    access: Mapping[str, float]
    access_unset: str
    displacement: tuple[float, float]
    spend: Lognormal
    half_life_months: float
    crew_spend: Lognormal
    priors: ClassPriors
    u_max: Mapping[str, float]
    sources: Mapping[str, tuple[Source, ...]]
    strengths: Mapping[str, str]
    crew_unset: Span
    shoot_days_unset: Span


class Shared(NamedTuple):
    """Draws that all sites share, one value per draw, none of them moved by a site."""

    plays_normal: Draws
    visits_per_play: Draws
    level: NDArray[np.int64]
    kept: Draws
    spend: Draws


@cache
def shared_draws(model: UpliftModel) -> Shared:
    """The same draws for every site, so that two sites differ by what they are, not by luck."""
    rng = np.random.default_rng(model.seed)
    size = model.draws

    # evenly spaced normal values in random order: half the noise of free draws at the tails
    even = [NormalDist().inv_cdf((place + 0.5) / size) for place in range(size)]

    def lognormal(of: Lognormal) -> Draws:
        return np.asarray(of.median * np.exp(of.log_sd * rng.permutation(even)))

    plays = rng.permutation(even)
    conversion = lognormal(model.visits_per_play)
    level = rng.integers(0, len(model.prominence_unset), size)
    kept = 1.0 - rng.beta(*model.displacement, size)
    return Shared(plays, conversion, level, kept, lognormal(model.spend))


def load_uplift(path: Path, costs: CostFacts) -> UpliftModel:
    """Read and check the parameters; crew and days of a silent project are those of ``costs``.

    Raises FactsError with file, item and field.
    """
    record = read_asset(path)
    exposure, crew = record.child("exposure"), record.child("crew_spending")
    plays, spend = exposure.child("plays"), exposure.child("spend")
    displacement = exposure.child("displacement")
    prominence, access = exposure.child("prominence"), exposure.child("access")
    levels = _levels(prominence)
    unset = prominence.texts("unset")
    if not unset or not set(unset) <= set(levels):
        raise prominence.broken("unset")
    ways = _levels(access)
    named = {name: exposure.child(name) for name in exposure.raw} | {"crew_spending": crew}
    return UpliftModel(
        draws=int(record.number("draws", low=20_000)),
        seed=int(record.number("seed")),
        plays=Lognormal(float(np.exp(plays.number("log_mean"))), plays.number("log_sd")),
        plays_clip=plays.number("clip"),
        plays_observed_log_sd=exposure.child("plays_observed").number("log_sd"),
        visits_per_play=_lognormal(exposure.child("visits_per_play"), "median"),
        prominence=levels,
        prominence_unset=unset,
        access=ways,
        access_unset=access.choice("unset", ways),
        displacement=(displacement.number("alpha"), displacement.number("beta")),
        spend=_lognormal(spend, "median"),
        half_life_months=record.child("half_life_months").number("value", low=1, high=18),
        crew_spend=_lognormal(crew, "cny_per_person_day"),
        priors=_priors(record.child("reference_class")),
        u_max=_u_max(record.child("reference_class")),
        sources={name: each.sources() for name, each in named.items()},
        strengths={name: each.choice("strength", _STRENGTHS) for name, each in named.items()},
        crew_unset=costs.assumed["crew_unset"].span,
        shoot_days_unset=costs.assumed["shoot_days_unset"].span,
    )


def _lognormal(record: Record, field: str) -> Lognormal:
    return Lognormal(record.number(field), record.number("log_sd"))


def _levels(record: Record) -> dict[str, float]:
    levels = record.child("levels")
    return {name: levels.number(name) for name in levels.raw}


def _priors(record: Record) -> ClassPriors:
    priors = record.child("priors")

    def pair(name: str) -> tuple[float, float]:
        ends = priors.raw.get(name)
        if not isinstance(ends, list) or len(ends) != 2 or not ends[1] > 0:
            raise priors.broken(name)
        return float(ends[0]), float(ends[1])

    return ClassPriors(
        b0=pair("b0"),
        attraction=pair("attraction"),
        prefecture=pair("prefecture"),
        success=pair("success"),
        degrees_of_freedom=record.number("degrees_of_freedom", low=1),
        pooled_weight=record.number("pooled_weight"),
        scale_floor=record.number("scale_floor"),
    )


def _u_max(record: Record) -> dict[str, float]:
    bounds = record.child("u_max")
    return {scale: bounds.number(scale) for scale in SCALES}
