"""Size and time of the project: as the facts say, else the published figure."""

from __future__ import annotations

import math

from geo.model import Basis, ProjectFacts, Range, Reason
from geo.money.cost.facts import CostFacts
from geo.money.spans import Span


def number(facts: ProjectFacts, key: str) -> float | None:
    """The fact as a number, None where it is unset or something else."""
    value = facts.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def positive(facts: ProjectFacts, key: str) -> float | None:
    """The fact as a number above 0, else None."""
    value = number(facts, key)
    return value if value is not None and value > 0 else None


def text(facts: ProjectFacts, key: str) -> str | None:
    """The fact as a text, None where it is unset, empty or something else."""
    value = facts.get(key)
    return value.strip() or None if isinstance(value, str) else None


def crew(facts: ProjectFacts, costs: CostFacts) -> tuple[Span, tuple[Reason, ...]]:
    """People in the crew: as set, else the published range with a reason."""
    size = positive(facts, "crew.size")
    if size is not None:
        return Span.exact(size), ()
    span = costs.assumed["crew_unset"].span
    reason = Reason("crew_unset", {"low": span.low, "mid": span.mid, "high": span.high})
    return span, (reason,)


def shoot_days(facts: ProjectFacts, costs: CostFacts) -> tuple[Span, tuple[Reason, ...]]:
    """Shooting days of the whole project: as set, else the published range with a reason."""
    days = positive(facts, "shoot.days")
    if days is not None:
        return Span.exact(days), ()
    span = costs.assumed["shoot_days_unset"].span
    reason = Reason("shoot_days_unset", {"low": span.low, "mid": span.mid, "high": span.high})
    return span, (reason,)


def days_for(scenes: int, facts: ProjectFacts, costs: CostFacts) -> Range:
    """Shooting days that ``scenes`` scenes take at one place: whole days, at least one.

    The project's own number of days is never exceeded.
    """
    pace = costs.span("scenes_per_day")
    most = positive(facts, "shoot.days") or math.inf
    span = Span(
        *(min(most, max(1.0, math.ceil(scenes / each))) for each in (pace.high, pace.mid, pace.low))
    )
    return span.as_range(
        "days", Basis.ESTIMATED, (costs.source("scenes_per_day"),), "method.scenes_per_day"
    )
