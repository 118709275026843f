"""The uplift model: its parameters, and the shared draws of everything that no place changes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from statistics import NormalDist
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.model import Parameter, Reason, Source
from geo.money.cost.facts import CostFacts
from geo.money.records import Record, read_asset
from geo.money.spans import Span
from geo.money.uplift.parameters import laid_over, read_shipped

Draws: TypeAlias = NDArray[np.float64]
Z90 = NormalDist().inv_cdf(0.9)
SHARES = (0.1, 0.5, 0.9)
_KEYS = ("schema", "draws", "seed", "unset", "own_spend", "parameters")


class OwnSpend(NamedTuple):
    """What a visitor of one place spends (CNY a visit); without a source it is the nation's."""

    amount: float
    source: Source | None


@dataclass(frozen=True, slots=True, eq=False)
class UpliftModel:
    """All parameters by key, and what stands for facts that are unset. Equal only to itself.

    ``notes``: what of the user's own parameters was refused.
    """

    draws: int
    seed: int
    parameters: Mapping[str, Parameter]
    prominence_unset: tuple[str, ...]
    access_unset: str
    own_spend: Mapping[str, OwnSpend]
    crew_unset: Span
    shoot_days_unset: Span
    notes: tuple[Reason, ...] = ()

    def of(self, key: str) -> Mapping[str, float]:
        """The values of a parameter by name."""
        return self.parameters[key].values

    def sources(self, keys: Iterable[str]) -> tuple[Source, ...]:
        """The sources of some parameters, once each."""
        return tuple(dict.fromkeys(one for key in keys for one in self.parameters[key].sources))


class Shared(NamedTuple):
    """Draws that all places share, one value per draw, none of them moved by a place.

    ``plays``, ``people``, ``days`` and ``crew`` are standard normal; the rest are values.
    ``spend`` and ``noise`` have median 1 and 0.
    """

    plays: Draws
    visits_per_play: Draws
    level: NDArray[np.int64]
    kept: Draws
    spend: Draws
    takings: Draws
    people: Draws
    days: Draws
    crew: Draws
    noise: Draws


@lru_cache(maxsize=2)
def shared_draws(model: UpliftModel) -> Shared:
    """The same draws for every place, so that two places differ by what they are, not by luck."""
    rng = np.random.default_rng(model.seed)
    size = model.draws

    # evenly spaced normal values in random order: half the noise of free draws at the tails
    even = [NormalDist().inv_cdf((place + 0.5) / size) for place in range(size)]

    def normal() -> Draws:
        return rng.permutation(even)

    conversion, moved = model.of("visits_per_play"), model.of("displacement")
    takings = model.of("site_takings")
    low, high = math.log(takings["low"]), math.log(takings["high"])
    return Shared(
        plays=normal(),
        visits_per_play=conversion["median"] * np.exp(conversion["log_sd"] * normal()),
        level=rng.integers(0, len(model.prominence_unset), size),
        kept=1.0 - rng.beta(moved["alpha"], moved["beta"], size),
        spend=np.exp(model.of("spend")["log_sd"] * normal()),
        takings=np.exp((low + high) / 2 + (high - low) / 2 / Z90 * normal()),
        people=normal(),
        days=normal(),
        crew=np.exp(model.of("crew_spending")["log_sd"] * normal()),
        noise=model.of("noise")["placebo_sd"] * normal(),
    )


def percentiles(draws: Draws) -> Draws:
    """10, 50 and 90% along the last axis, which comes first in the answer.

    Sorting is several times faster than selecting where the processor sorts many at a time.
    """
    ordered = np.sort(draws, axis=-1)
    ends = []
    for share in SHARES:
        place = share * (ordered.shape[-1] - 1)
        below = math.floor(place)
        part = place - below
        ends.append(ordered[..., below] * (1 - part) + ordered[..., below + 1] * part)
    return np.array(ends)


def quarter_shares(model: UpliftModel) -> tuple[float, float, float, float]:
    """Share of twelve months' visits that falls in each quarter after release."""
    months = model.of("half_life")["months"]
    left = [2.0 ** (-month / months) for month in (0, 3, 6, 9, 12)]
    parts = [before - after for before, after in pairwise(left)]
    first, second, third, fourth = (part / sum(parts) for part in parts)
    return first, second, third, fourth


def load_uplift(path: Path, costs: CostFacts, own: Path | None = None) -> UpliftModel:
    """Read the parameters, with those of the user's file ``own`` over them.

    Crew and days of a silent project are those of ``costs``. Raises FactsError with file, item and
    field for ``path``; what is wrong in ``own`` is told in ``notes`` and left out.
    """
    record = read_asset(path)
    record.only(_KEYS)
    shipped = read_shipped(record)
    unset = record.child("unset")
    levels = unset.texts("prominence")
    if not levels or not set(levels) <= set(shipped["prominence"].values):
        raise unset.broken("prominence")
    parameters, notes = laid_over(shipped, own)
    return UpliftModel(
        draws=int(record.number("draws", low=20_000, high=1_000_000)),
        seed=int(record.number("seed")),
        parameters=parameters,
        prominence_unset=levels,
        access_unset=unset.choice("access", shipped["access"].values),
        own_spend=_own_spend(record.child("own_spend"), costs),
        crew_unset=costs.assumed["crew_unset"].span,
        shoot_days_unset=costs.assumed["shoot_days_unset"].span,
        notes=notes,
    )


def _own_spend(record: Record, costs: CostFacts) -> dict[str, OwnSpend]:
    found: dict[str, OwnSpend] = {}
    for fact_id in record.raw:
        fact = costs.facts.get(str(fact_id))
        if fact is None or fact.value is None:
            raise record.broken(str(fact_id))
        for name in record.texts(str(fact_id)):
            found[name] = OwnSpend(fact.value, fact.source)
    return found
