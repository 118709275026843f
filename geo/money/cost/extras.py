"""Extras: as many as the script says, at the published rate of the place."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from geo.model import Basis, Reason
from geo.money.cost.bills import Bill, Grounds, by_stay, unpriced
from geo.money.cost.draws import DRAWS, Draws, points
from geo.money.cost.drivers import Drivers, Stay


def extras_bills(
    crowds: Sequence[int | None], scenes: int, place: str, shared: Drivers, stay: Stay
) -> tuple[Bill, ...]:
    """The extras of a stay; no line where no scene has a crowd.

    ``crowds`` holds, per scene with a crowd, how many the script says, else None. Crowd scenes are
    shot together, the largest first, and a day pays for its largest crowd. Without any number the
    line is unpriced; where some scenes lack theirs, more comes on top.
    """
    if not crowds:
        return ()
    told = sorted((each for each in crowds if each), reverse=True)
    silent = len(crowds) - len(told)
    uncounted = (Reason("extras_uncounted", {"n": silent}),) if silent else ()
    if not told:
        return (unpriced("extras", uncounted),)
    costs = shared.costs
    fact = costs.extras.at(place)
    hire_days = _hire_days(told, scenes, stay)
    pay = shared.fact(fact.id)
    sources = [fact.source]
    if fact.included_hours is not None and fact.overtime is not None:
        pay = pay + np.maximum(0.0, shared.hours - fact.included_hours) * fact.overtime
        sources.extend(costs.assumed["hours_per_day"].sources)
    code = "extras_local" if fact is not costs.extras.national else "extras_national"
    values = {"people": points(hire_days)[1], "most": told[0], "low": fact.span.low}
    reason = Reason(code, {**values, "high": fact.span.high})
    grounds = Grounds(Basis.ESTIMATED, tuple(sources), "method.extras")
    why = (reason, *uncounted)
    return (by_stay("extras", pay * hire_days, stay.days, grounds, why, bool(silent)),)


def _hire_days(told: Sequence[int], scenes: int, stay: Stay) -> Draws:
    """People times days: each day of crowd scenes pays for its largest."""
    found = np.zeros(DRAWS)
    for days in np.unique(stay.days):
        pace = math.ceil(scenes / int(days))
        found[stay.days == days] = sum(told[::pace])
    return found
