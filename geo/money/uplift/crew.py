"""What the shoot itself brings: the money that the crew spends, and the work that it is.

Neither is tourism, and neither is ever added to it.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from geo.model import Basis, ProjectFacts, Range, unknown
from geo.money.project import number, positive
from geo.money.spans import Span
from geo.money.uplift.model import Z90, Draws, UpliftModel, percentiles, shared_draws

JOBS = "jobs"
_SHARE_KEY = "jobs.local_share"


class Shoot(NamedTuple):
    """Draws of person-days on the set and of what the crew spends at the place (CNY)."""

    person_days: Draws
    spending: Draws


def shoot_of(facts: ProjectFacts, model: UpliftModel, days: Range | None) -> Shoot:
    """People x days, and x spending of a person and day with its long tail.

    ``days`` are the shooting days at the place; without them those of the project.
    """
    shared = shared_draws(model)
    size = positive(facts, "crew.size")
    people = model.crew_unset if size is None else Span.exact(size)
    person_days = _drawn(people, shared.people) * _drawn(_days(facts, model, days), shared.days)
    rate = model.of("crew_spending")["cny_per_person_day"]
    return Shoot(person_days, person_days * rate * shared.crew)


def spending_range(shoot: Shoot, model: UpliftModel) -> Range:
    """10, 50 and 90% of what the crew spends at the place."""
    sources = model.sources(["crew_spending"])
    ends = money(shoot.spending)
    return Range(*ends, "CNY", Basis.ESTIMATED, sources, "method.crew_spending")


def jobs_ranges(
    shoot: Shoot, facts: ProjectFacts, model: UpliftModel
) -> tuple[Range, Range, Range]:
    """Full-time years: direct; indirect in the whole country; local, where a share is set."""
    jobs = model.of("jobs")
    years = jobs["person_days_factor"] / jobs["days_per_job"]
    low, mid, high = (float(end) * years for end in percentiles(shoot.person_days))
    sources = model.sources(["jobs"])
    direct = Range(low, mid, high, JOBS, Basis.ESTIMATED, sources, "method.jobs")
    nation = _scaled(direct, jobs["indirect"], "method.jobs_nation")
    share = number(facts, _SHARE_KEY)
    if share is None or not 0 <= share <= 1:
        return direct, nation, unknown(JOBS)
    return direct, nation, _scaled(direct, share, "method.jobs_local")


def money(draws: Draws) -> tuple[float, float, float]:
    """10, 50 and 90% of some money, in whole fen."""
    low, mid, high = (round(float(end), 2) for end in percentiles(draws))
    return low, mid, high


def _scaled(given: Range, factor: float, method: str) -> Range:
    low, mid, high = ((end or 0.0) * factor for end in (given.low, given.mid, given.high))
    return Range(low, mid, high, given.unit, given.basis, given.sources, method)


def _days(facts: ProjectFacts, model: UpliftModel, days: Range | None) -> Span:
    if days is not None and days.low and days.mid and days.high:
        return Span(days.low, days.mid, days.high)
    own = positive(facts, "shoot.days")
    return model.shoot_days_unset if own is None else Span.exact(own)


def _drawn(span: Span, normal: Draws) -> Draws:
    """Draws whose 10, 50 and 90% are the ends of ``span``: lognormal on either side of the mid."""
    below, above = math.log(span.mid / span.low) / Z90, math.log(span.high / span.mid) / Z90
    return np.asarray(span.mid * np.exp(np.where(normal < 0, below, above) * normal))
