"""What all lines of a project share: people, days, hours, prices; one value per draw."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from geo.model import Basis, ProjectFacts, Range, Reason
from geo.money.cost.draws import DRAWS, Draws, Fen, drawn, points
from geo.money.cost.facts import CostFacts
from geo.money.project import positive
from geo.money.spans import Span

CREW, DAYS = "crew.size", "shoot.days"
# beyond these a whole number typed is a slip of the keyboard; the sums must still fit
MOST_PEOPLE, MOST_DAYS = 1_000_000, 100_000


class Stay(NamedTuple):
    """Time at a place: whole days, and the share of the project's days they are (0 to 1).

    ``key`` is the same for stays of the same days.
    """

    days: Fen
    share: Draws
    figure: Range
    key: int = 0


class Drivers:
    """The shared draws of one project. ``scenes`` is how many the whole script plays."""

    def __init__(self, facts: ProjectFacts, costs: CostFacts, scenes: int) -> None:
        self.costs = costs
        self.scenes = scenes
        self.told_days = _whole(facts, DAYS, MOST_DAYS)
        told_people = _whole(facts, CREW, MOST_PEOPLE)
        usual = costs.assumed["crew_unset"].span
        people = usual if told_people is None else Span.exact(told_people)
        self.people: Draws = np.rint(drawn(people, "crew", least=1.0))
        self.buses: Draws = np.ceil(self.people / costs.assumed["seats_per_bus"].span.mid)
        self.hours = self.assumed("hours_per_day")
        self.pace = self.fact("scenes_per_day", least=1.0)
        self.reasons = (
            *((Reason("crew_unset", usual._asdict()),) if told_people is None else ()),
            *_unusual("crew_unusual", told_people, costs.assumed["crew_usual"].span),
            *_unusual("days_unusual", self.told_days, costs.assumed["days_usual"].span),
        )

    def assumed(self, name: str, least: float = 0.0) -> Draws:
        """Draws of an assumption of ``costs.yaml``."""
        return drawn(self.costs.assumed[name].span, name, least)

    def fact(self, fact_id: str, least: float = 0.0) -> Draws:
        """Draws of a published fact."""
        return drawn(self.costs.span(fact_id), fact_id, least)

    def stay(self, scenes: int) -> Stay:
        """Days that ``scenes`` scenes take at one place: whole days, at least one.

        A number of days told for the project is shared out by scenes, else a day takes as many
        scenes as is published.
        """
        days = self._days(scenes)
        project = np.maximum(days, self._days(max(scenes, self.scenes)))
        return Stay(days, days / project, self.days_figure(days))

    def _days(self, scenes: int) -> Fen:
        told = self.told_days
        if told is not None:
            whole = max(scenes, self.scenes, 1)
            return np.full(DRAWS, max(1, -(-scenes * told // whole)), np.int64)
        return np.maximum(1, np.ceil(scenes / self.pace)).astype(np.int64)

    def days_figure(self, days: Fen, method: str = "method.scenes_per_day") -> Range:
        """Days as a figure of the model."""
        span = Span(*points(days))
        if self.told_days is not None:
            return span.as_range("days", Basis.QUOTED, (), "method.days_set")
        sources = (self.costs.source("scenes_per_day"),)
        return span.as_range("days", Basis.ESTIMATED, sources, method)

    def day_reasons(self, days: Range, scenes: int) -> tuple[Reason, ...]:
        """Say from what the days come where the project does not tell them."""
        if self.told_days is not None:
            return ()
        low, high = days.low or 1.0, days.high or 1.0
        if low == high:
            return (Reason("days_from_scenes.one", {"scenes": scenes, "days": low}),)
        return (Reason("days_from_scenes", {"scenes": scenes, "low": low, "high": high}),)


def _whole(facts: ProjectFacts, key: str, most: int) -> int | None:
    value = positive(facts, key)
    return None if value is None else math.ceil(min(value, most))


def _unusual(code: str, told: int | None, usual: Span) -> tuple[Reason, ...]:
    """Flag what was told outside of what is usual; it counts all the same."""
    if told is None or usual.low <= told <= usual.high:
        return ()
    return (Reason(code, {"told": told, "low": usual.low, "high": usual.high}),)
