"""The contest of cities for every title of a corpus: who comes first, under how many weightings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from geo.actions.hosting.ground import Asked, Ground, asked_of, ground_of
from geo.actions.hosting.towns import Counter, Town
from geo.actions.ranking import FOUR_CITIES
from geo.actions.workspace import Workspace
from geo.errors import FactsError
from geo.match import Terms, board, sample_weights
from geo.model import CRITERIA, Basis, Bound, Criterion, FloatArray, Range
from geo.model.hosting import Demand, Ours
from geo.progress import Job, Step

SAMPLES = 1_000
"""Weightings: a share of them is then known to about one and a half points."""

SEED = 0
LOW, HIGH = 10, 90
"""Of a hundred weightings, those between which a count lies."""

TITLES_PER_STEP = 4
Firsts = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """All titles in all ``cities`` (ours the first), with what a change is worked out from.

    ``towns`` by title, then city; ``values`` (criteria, titles, cities) on the fixed bounds;
    ``weightings`` (samples, criteria), the user's own the last.
    """

    ws: Workspace
    ours: Ours
    demand: Demand
    cities: tuple[str, ...]
    asked: Asked
    ground: Ground
    terms: Terms
    counter: Counter
    towns: tuple[tuple[Town, ...], ...]
    values: FloatArray
    weightings: FloatArray

    @property
    def weights(self) -> NDArray[np.float64]:
        """How many titles each stands for."""
        return np.array([one.weight for one in self.demand.titles])

    def our_rows(self) -> list[int]:
        """Rows of the ground that are the bureau's own: of its city, or of its district."""
        district = self.ours.district
        rows = self.ground.rows(self.ours.city)
        return [
            row for row in rows if not district or self.ground.sites[row].district_zh == district
        ]

    def scores(self, values: FloatArray | None = None) -> NDArray[np.float64]:
        """Scores (weightings, titles, cities): weighted sums, as a ranking adds them."""
        had = self.values if values is None else values
        total = np.zeros((len(self.weightings), *had.shape[1:]))
        for weights, line in zip(self.weightings.T, had, strict=True):
            total += weights.astype(np.float64)[:, None, None] * line[None]
        return total

    def first(self, values: FloatArray | None = None) -> Firsts:
        """Whether our city comes first (weightings, titles); a draw counts for the earlier city.

        A city in which nothing of a title can be shot does not come first for it.
        """
        had = self.values if values is None else values
        scores = self.scores(had)
        before = np.array([city in self.cities_before for city in self.cities[1:]])
        mine, theirs = scores[..., :1], scores[..., 1:]
        beaten = np.where(before, mine > theirs, mine >= theirs).all(axis=-1)
        fit = had[CRITERIA.index(Criterion.FIT), :, 0] > 0
        return np.logical_and(beaten, fit)

    @property
    def cities_before(self) -> frozenset[str]:
        """Those that a ranking lists before ours, and that win a draw."""
        listed = _listed(self.ours.city)
        return frozenset(listed[: listed.index(self.ours.city)])


def counted(first: Firsts, weights: NDArray[np.float64]) -> Range:
    """Titles led, each by its weight: under the user's weights, and over weightings (10, 90%)."""
    return spread(first @ weights, "crews")


def spread(totals: NDArray[np.float64], unit: str) -> Range:
    """A count by weighting: the last is the user's own; 80 of 100 others lie between the ends.

    The ends are counts that occur, the wider ones: no tenth of a crew comes.
    """
    low = float(np.percentile(totals[:-1], LOW, method="lower"))
    high = float(np.percentile(totals[:-1], HIGH, method="higher"))
    mid = float(totals[-1])
    ends = round(min(low, mid), 3), round(mid, 3), round(max(high, mid), 3)
    return Range(*ends, unit, Basis.ESTIMATED, (), "method.over_weightings")


def contest(ws: Workspace, ours: Ours, demand: Demand, day: date | None = None) -> Job[Contest]:
    """Match, price and set against each other all cities for all titles.

    Raises FactsError city_unknown or district_unknown where the catalogue has no site of ours, and
    demand_none without a title.
    """
    today = day or date.today()
    if not demand.titles:
        raise FactsError("demand_none")
    cities = (ours.city, *(city for city in FOUR_CITIES if city != ours.city))
    asked = asked_of(demand)
    soil, terms = yield from ground_of(ws, cities, asked.kinds, today)
    rows = {city: soil.rows(city) for city in cities}
    if not rows[ours.city]:
        raise FactsError("city_unknown", city=ours.city)
    known = {soil.sites[row].district_zh for row in rows[ours.city]}
    if ours.district and ours.district not in known:
        raise FactsError("district_unknown", city=ours.city, district=ours.district)
    cities = tuple(city for city in cities if rows[city])
    counter = Counter(ws, ours, today, asked, ws.money.costs, ws.money.policies)
    towns: dict[int, tuple[Town, ...]] = {}
    for done, number in enumerate(by_length(asked)):
        if done % TITLES_PER_STEP == 0:
            yield Step("reverse", done, len(demand.titles))
        towns[number] = tuple(counter.town(number, city, soil, rows[city]) for city in cities)
    listed = [towns[number] for number in range(len(demand.titles))]
    weightings = _weightings(ws)
    yield Step("reverse", len(demand.titles), len(demand.titles))
    return Contest(
        ws, ours, demand, cities, asked, soil, terms, counter, tuple(listed),
        _values(ws, listed), weightings,
    )  # fmt: skip


def by_length(asked: Asked) -> list[int]:
    """Numbers of the titles by how many scenes they have: those of a length share their prices."""
    return sorted(range(len(asked.columns)), key=lambda at: len(asked.columns[at]))


def valued(game: Contest, towns: Sequence[Sequence[Town]]) -> FloatArray:
    """The values (criteria, titles, cities) of other ``towns`` by title, then city."""
    return _values(game.ws, towns)


def _listed(city: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*FOUR_CITIES, city)))


def _weightings(ws: Workspace) -> FloatArray:
    drawn = sample_weights(np.random.default_rng(SEED), SAMPLES, len(CRITERIA))
    own = np.array([[ws.default_weights.get(code, 0.0) for code in CRITERIA]], np.float32)
    return np.concatenate([drawn, own])


def _values(ws: Workspace, towns: Sequence[Sequence[Town]]) -> FloatArray:
    """Values (criteria, titles, cities) as on the board of cities."""
    flat = [town for row in towns for town in row]
    figures: dict[str, Sequence[float | None]] = {
        Criterion.FIT: [town.fit if town.covered else None for town in flat],
        Criterion.COST: [town.ranked for town in flat],
        Criterion.SUBSIDY: [town.counted if town.covered else None for town in flat],
        Criterion.UPLIFT: [
            None if town.uplift is None else town.uplift.visits.mid for town in flat
        ],
    }
    bounds: dict[str, Bound] = dict(ws.rules.city_bounds)
    made = board([str(at) for at in range(len(flat))], figures, bounds)
    return made.values.reshape(len(CRITERIA), len(towns), -1)
