"""What a place gains: induced visits over twelve months, and what the crew itself spends.

Plays x visits per play x prominence x access gives gross visits; the share that would have come
anyway is taken off. Three numbers, never summed: visits, city revenue, crew spending.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from geo.model import Basis, ProjectFacts, Range, Reason, Site, Source, Uplift
from geo.money.project import positive, text
from geo.money.spans import Span
from geo.money.uplift.model import Draws, UpliftModel, shared_draws

VISITS = "visits/12mo"
PERCENTILES = (10, 50, 90)
# a site is one attraction; the reference class of attractions bounds it
SITE_SCALE = "A"
_Z90 = 1.2815515655446004


class Case(NamedTuple):
    """What decides the visits: plays (None = not released), prominence (None = unset), access."""

    plays: float | None
    prominence: str | None
    access: str


class Outcome(NamedTuple):
    """10, 50 and 90% of visits and of city revenue (CNY), and the mean of the visits."""

    visits: tuple[float, float, float]
    revenue: tuple[float, float, float]
    mean: float


def forecast(
    site: Site | None,
    facts: ProjectFacts,
    model: UpliftModel,
    *,
    shows_place: bool = True,
    days: Range | None = None,
) -> Uplift:
    """Forecast for ``site``, or for a city as a whole when it is None.

    ``shows_place`` is False when only rented insides of a base are on screen: nobody can tell where
    that was, so it brings no visits. ``days`` are the shooting days at the place.
    """
    crew = crew_spending(facts, model, days)
    case = case_of(facts, model) if shows_place else None
    if case is None or model.prominence.get(case.prominence or "", 1.0) == 0.0:
        zero = Range(0.0, 0.0, 0.0, VISITS, Basis.ESTIMATED, method="method.place_not_shown")
        none = Range(0.0, 0.0, 0.0, "CNY", Basis.ESTIMATED, method="method.place_not_shown")
        return Uplift(zero, none, crew, 0.0, (Reason("uplift_place_not_shown"),))
    visitors = site.annual_visitors if site is not None else None
    cap = None if not visitors else visitors * model.u_max[SITE_SCALE]
    outcome = outcome_of(model, case, cap)
    sources = _sources(model, ("plays", "visits_per_play", "prominence", "access"))
    method = "method.exposure_observed" if case.plays else "method.exposure"
    return Uplift(
        Range(*outcome.visits, VISITS, Basis.ESTIMATED, sources, method),
        Range(*outcome.revenue, "CNY", Basis.ESTIMATED, _sources(model, ("spend",)), method),
        crew,
        outcome.mean,
        _reasons(case, facts, site, outcome),
    )


def case_of(facts: ProjectFacts, model: UpliftModel) -> Case:
    """Read plays, prominence and access; a word the model does not know counts as unset."""
    prominence = text(facts, "place.prominence")
    access = text(facts, "place.access")
    return Case(
        plays=positive(facts, "work.plays"),
        prominence=prominence if prominence in model.prominence else None,
        access=access if access and access in model.access else model.access_unset,
    )


@lru_cache(maxsize=4096)
def outcome_of(model: UpliftModel, case: Case, cap: float | None) -> Outcome:
    """Percentiles for one case; ``cap`` bounds the gross visits of every draw."""
    net = net_visits(model, case, cap)
    spend = shared_draws(model).spend
    visits = np.percentile(net, PERCENTILES)
    revenue = np.percentile(net * spend, PERCENTILES)
    return Outcome(_three(visits), _three(revenue), float(net.mean()))


@lru_cache(maxsize=64)
def gross_visits(model: UpliftModel, case: Case) -> Draws:
    """Gross visits of every draw before any cap."""
    shared = shared_draws(model)
    if case.plays is None:
        plays = model.plays.median * np.exp(model.plays.log_sd * shared.plays_normal)
        plays = np.minimum(plays, model.plays_clip)
    else:
        plays = case.plays * np.exp(model.plays_observed_log_sd * shared.plays_normal)
    if case.prominence is None:
        levels = np.array([model.prominence[name] for name in model.prominence_unset])
        rho: Draws | float = levels[shared.level]
    else:
        rho = model.prominence[case.prominence]
    return np.asarray(plays * shared.visits_per_play * rho * model.access[case.access])


def net_visits(model: UpliftModel, case: Case, cap: float | None) -> Draws:
    """Visits of every draw that the city would not have had otherwise."""
    gross = gross_visits(model, case)
    if cap is not None:
        gross = np.minimum(gross, cap)
    return np.asarray(gross * shared_draws(model).kept)


def crew_spending(facts: ProjectFacts, model: UpliftModel, days: Range | None) -> Range:
    """What the crew spends at the place, in CNY: people x days x spending, heavy tails included."""
    size = positive(facts, "crew.size")
    people = model.crew_unset if size is None else Span.exact(size)
    spread = math.exp(_Z90 * model.crew_spend.log_sd)
    factors = Span(1 / spread, 1.0, spread)
    spent = people.times(_days(facts, model, days)).times(factors).scaled(model.crew_spend.median)
    sources = _sources(model, ("crew_spending",))
    return spent.as_range("CNY", Basis.ESTIMATED, sources, "method.crew_spending")


def _days(facts: ProjectFacts, model: UpliftModel, days: Range | None) -> Span:
    if days is not None and days.low and days.mid and days.high:
        return Span(days.low, days.mid, days.high)
    own = positive(facts, "shoot.days")
    return model.shoot_days_unset if own is None else Span.exact(own)


def _reasons(
    case: Case, facts: ProjectFacts, site: Site | None, outcome: Outcome
) -> tuple[Reason, ...]:
    values = {"low": outcome.visits[0], "mid": outcome.visits[1], "high": outcome.visits[2]}
    reasons = [Reason("uplift_observed" if case.plays else "uplift_unreleased", values)]
    if case.prominence is None:
        reasons.append(Reason("uplift_prominence_unset"))
    if facts.get("place.access") is None:
        reasons.append(Reason("uplift_access_normal"))
    if site is not None and not site.annual_visitors:
        reasons.append(Reason("uplift_no_visitor_count"))
    elif site is not None and site.annual_visitors:
        reasons.append(Reason("uplift_capped", {"visitors": site.annual_visitors}))
    return tuple(reasons)


def _sources(model: UpliftModel, names: tuple[str, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for name in names for source in model.sources[name]))


def _three(values: Draws) -> tuple[float, float, float]:
    return float(values[0]), float(values[1]), float(values[2])
