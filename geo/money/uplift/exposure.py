"""Route B: extra visits from the plays of a title, drawn for all places at once.

plays x visits per play x prominence x access give gross visits at the place; a plausibility cap
and the room that is left bound them; those who would have come anyway are taken off for the city.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from geo.model import ProjectFacts
from geo.money.project import positive, text
from geo.money.uplift.model import Draws, UpliftModel, percentiles, shared_draws

ROWS_AT_ONCE = 64
BINDS = 0.01
PLAUSIBLE, CAPACITY = "plausible", "capacity"
DAYS_A_YEAR = 365


class Case(NamedTuple):
    """What decides the visits: plays (None = not released), prominence (None = unset), access."""

    plays: float | None
    prominence: str | None
    access: str


class Limits(NamedTuple):
    """What bounds the gross visits of one place; None where nobody knows it.

    ``plausible``: most extra visits of an unselected past case of that size; ``room``: visits that
    still fit in. ``measured``: extra visits that were counted, which replace the exposure route;
    ``noise`` times the sd of visitor counts is its error. ``net``: the count is the city's own, so
    nothing is displaced.
    """

    plausible: float | None = None
    room: float | None = None
    measured: float | None = None
    noise: float = 0.0
    net: bool = False


class Outcome(NamedTuple):
    """10, 50 and 90% of net visits, of net visits x relative spending, of the site's takings.

    ``earned`` are the draws of net visits x spending with median 1.
    """

    visits: tuple[float, float, float]
    revenue: tuple[float, float, float]
    takings: tuple[float, float, float]
    mean: float
    capped: str
    earned: Draws


def case_of(facts: ProjectFacts, model: UpliftModel) -> Case:
    """Read plays, prominence and access; a word the model does not know counts as unset."""
    prominence, access = text(facts, "place.prominence"), text(facts, "place.access")
    return Case(
        plays=positive(facts, "work.plays"),
        prominence=prominence if prominence in model.of("prominence") else None,
        access=access if access and access in model.of("access") else model.access_unset,
    )


@lru_cache(maxsize=8)
def gross_visits(model: UpliftModel, case: Case) -> Draws:
    """Gross visits of every draw before any cap."""
    shared = shared_draws(model)
    if case.plays is None:
        prior = model.of("plays")
        plays = np.exp(prior["log_mean"] + prior["log_sd"] * shared.plays)
        plays = np.minimum(plays, prior["clip"])
    else:
        plays = case.plays * np.exp(model.of("plays_observed")["log_sd"] * shared.plays)
    levels = model.of("prominence")
    if case.prominence is None:
        rho: Draws | float = np.array([levels[name] for name in model.prominence_unset])[
            shared.level
        ]
    else:
        rho = levels[case.prominence]
    return np.asarray(plays * shared.visits_per_play * rho * model.of("access")[case.access])


def outcomes(model: UpliftModel, case: Case, limits: Sequence[Limits]) -> Iterator[Outcome]:
    """What each of ``limits`` comes to: a block of places x draws at a time."""
    for start in range(0, len(limits), ROWS_AT_ONCE):
        yield from _block(model, case, limits[start : start + ROWS_AT_ONCE])


def _block(model: UpliftModel, case: Case, limits: Sequence[Limits]) -> Iterator[Outcome]:
    shared = shared_draws(model)
    free = gross_visits(model, case)
    bounds = np.array([_bound(each) for each in limits])[:, None]
    gross = np.minimum(free[None, :], bounds)
    for row, each in enumerate(limits):
        if each.measured is not None:
            gross[row] = np.maximum(0.0, each.measured + each.noise * shared.noise)
    net = gross * shared.kept
    for row, each in enumerate(limits):
        if each.net:
            net[row] = gross[row]
    earned = net * shared.spend
    visits, revenue, takings = (
        percentiles(draws) for draws in (net, earned, gross * shared.takings)
    )
    binding = (free[None, :] > bounds).mean(axis=1)
    for row, each in enumerate(limits):
        yield Outcome(
            _three(visits[:, row]),
            _three(revenue[:, row]),
            _three(takings[:, row]),
            float(net[row].mean()),
            _binding(each) if binding[row] > BINDS else "",
            earned[row],
        )


def _bound(limits: Limits) -> float:
    known = [each for each in (limits.plausible, limits.room) if each is not None]
    return min(known) if known and limits.measured is None else np.inf


def _binding(limits: Limits) -> str:
    room = limits.room is not None and limits.room == _bound(limits)
    return CAPACITY if room else PLAUSIBLE


def _three(ends: Draws) -> tuple[float, float, float]:
    return float(ends[0]), float(ends[1]), float(ends[2])
