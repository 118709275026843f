"""What a city comes to for each title of a corpus, by the engines that rank one script.

A title is taken to be shot whole in one city, as the ranking of cities takes it: there it stays as
many days as the cost engine says, and spends what the uplift model says a crew spends. Facts of
its producer nobody knows, so that an award that asks for them adds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from geo.actions.hosting.ground import Asked, Ground
from geo.actions.regions import city_place, region_parents
from geo.actions.workspace import Workspace, locate
from geo.match import cover, mean_fit
from geo.match.cover import NEAR_BEST
from geo.model import FloatArray, PolicyBook, ProjectFacts, Range, Site, Subsidy, Uplift, unknown
from geo.model.hosting import Ours
from geo.money import (
    CityPart,
    CityStay,
    CostFacts,
    Pricer,
    Spot,
    Stop,
    Task,
    forecast,
    plan_subsidies,
)
from geo.money.cost.living import city_key

Prices = dict[tuple[object, ...], float]

TOWNS_PER_PRICER = 120
"""What towns share is worked out once, but draws of many of them fill the memory."""


@dataclass(frozen=True, slots=True)
class Town:
    """What one city comes to for one title; ``stay`` is what policies are asked about.

    ``ranked`` CNY a day as the ranking counts it, None where nothing can be shot.
    """

    fit: float
    covered: int
    ranked: float | None = None
    days: Range = field(default_factory=lambda: unknown("days"))
    uplift: Uplift | None = None
    stay: CityStay | None = None
    counted: float = 0.0
    sites: tuple[str, ...] = ()


class Counter:
    """Prices, subsidies and gains of titles in cities; what titles share is worked out once.

    ``costs`` and ``book``: prices and policies as they are, or as a change would make them.
    """

    def __init__(
        self, ws: Workspace, ours: Ours, day: date, asked: Asked, costs: CostFacts, book: PolicyBook
    ) -> None:
        self.ws, self.ours, self.day, self.asked = ws, ours, day, asked
        self.costs, self.book = costs, book
        self._facts = ProjectFacts()
        self._pricer: tuple[int, Pricer] | None = None
        self._priced = 0
        self._ranked: Prices = {}
        self._stations: dict[str, Stop | None] = {}
        self._gains: dict[Spot, Uplift] = {}
        self._backs: dict[CityStay, Subsidy] = {}

    def town(self, title: int, city: str, ground: Ground, rows: Sequence[int]) -> Town:
        """What ``city``, whose sites are ``rows`` of ``ground``, comes to for a title."""
        columns = self.asked.columns[title]
        fit = ground.fit[rows][:, columns]
        mean = float(mean_fit(fit.max(axis=0, initial=0.0)[None])[0])
        pricer = self._pricer_of(len(columns))
        costs = np.zeros(len(rows))
        for at in _takers(fit):
            task = self._task(ground, rows[at], columns[fit[at] > 0])
            costs[at] = self._site_cost(pricer, len(columns), ground.sites[rows[at]], task)
        chosen = cover(fit, costs.tolist())
        covered = sum(map(len, chosen.values()))
        if not chosen:
            return Town(mean, 0)
        parts, shows = [], False
        for at, taken in chosen.items():
            row = rows[at]
            parts.append(CityPart(ground.sites[row], self._task(ground, row, columns[list(taken)])))
            shows |= bool(ground.shows[row, columns[fit[at] > 0]].any())
        cost = pricer.city(parts, self._station(city))
        first = ground.sites[rows[0]]
        gain = self._gain(Spot.of_city(city, first.adcode, shows=shows, days=cost.days))
        stay = self._stay(city, cost.days, gain.crew_spending)
        counted = self.back(stay).counted
        names = tuple(part.site.id for part in parts)
        return Town(mean, covered, cost.ranked, cost.days, gain, stay, counted, names)

    def back(self, stay: CityStay) -> Subsidy:
        """What comes back to a title that stays so, as a plan would be judged."""
        if stay not in self._backs:
            city = stay.place[1]
            found = plan_subsidies(
                self.book, {city: stay}, self._facts, self.day, parents=region_parents()
            )
            self._backs[stay] = found[city]
        return self._backs[stay]

    def _task(self, ground: Ground, row: int, columns: NDArray[np.intp]) -> Task:
        crowds = tuple(one for at in columns.tolist() for one in self.asked.crowds[at])
        return Task(len(columns), int(ground.stands_in[row, columns].sum()), crowds)

    def _pricer_of(self, scenes: int) -> Pricer:
        """A pricer of titles with so many scenes; an old one is let go, for it keeps its draws."""
        kept = self._pricer
        self._priced += 1
        if kept is None or kept[0] != scenes or self._priced > TOWNS_PER_PRICER:
            kept = scenes, Pricer(self._facts, self.costs.on(self.day), scenes)
            self._pricer, self._priced = kept, 0
        return kept[1]

    def _site_cost(self, pricer: Pricer, scenes: int, site: Site, task: Task) -> float:
        # all that a price hangs on: which of two sites it is only matters where one has its own
        rent = (site.id, site.hires) if site.hires else site.venue_class
        doing = task.scenes, task.stand_ins > 0, task.crowds
        key = scenes, rent, city_key(site), site.city_zh, doing
        if key not in self._ranked:
            self._ranked[key] = pricer.site(site, task, self._station(site.city_zh)).ranked
        return self._ranked[key]

    def _station(self, city: str) -> Stop | None:
        if city not in self._stations:
            place = locate(city)
            stop = None if place is None else Stop((city, place.name), (place.lat, place.lon))
            self._stations[city] = stop
        return self._stations[city]

    def _gain(self, spot: Spot) -> Uplift:
        if spot not in self._gains:
            self._gains[spot] = forecast(spot, self._facts, self.ws.money.uplift)
        return self._gains[spot]

    def _stay(self, city: str, days: Range, spending: Range) -> CityStay:
        count = max(1, round(days.mid or 1))
        low, mid = spending.low or 0.0, spending.mid or 0.0
        province, name, _ = city_place(self.ws, city)
        # a district's own money is asked for where the district is: there our crews are taken to be
        district = self.ours.district if city == self.ours.city else ""
        return CityStay((province, name, district or None), count, count, count, low, mid)


def _takers(fit: FloatArray) -> list[int]:
    """Rows that may take a scene at all: what the others would cost is never asked."""
    able = (fit > 0) & (fit >= NEAR_BEST * fit.max(axis=0, initial=0.0))
    return [int(row) for row in np.flatnonzero(able.any(axis=1))]
