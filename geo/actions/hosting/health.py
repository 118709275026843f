"""The state of our records, and what to gather first: by what it could change over the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from geo.actions.hosting.ground import Ground, asked_of, ground_of
from geo.actions.open_figures import INSIDE, VENUE, joined, site_cells
from geo.actions.pitch.desk import site_files
from geo.actions.ranking import FOUR_CITIES, rank
from geo.actions.workspace import Workspace
from geo.catalogue import completeness, newest, record_issues
from geo.errors import FactsError
from geo.match import find_out
from geo.model import Exposure, FactGain, ProjectFacts, Ranking, Reason, Site
from geo.model.hosting import (
    Demand,
    DemandTitle,
    Health,
    HealthIssue,
    HealthKind,
    Origin,
    Ours,
)
from geo.progress import Job, Step

TURNS = 0.005
"""From this chance on (mean over titles) a fact is told to turn who comes first."""

OF_EACH_GENRE = 2
OPENED = 12
"""Titles ranked: so many opened ones, all samples, some of each genre; the rest adds little."""

BATCH = 20
KIND_OF = {VENUE: HealthKind.NO_PRICE, INSIDE: HealthKind.INSIDE_UNKNOWN}
WRONG = (HealthKind.CONTRADICTION, HealthKind.DUPLICATE)
ORDER = (
    *WRONG,
    HealthKind.INSIDE_UNKNOWN,
    HealthKind.NO_PRICE,
    HealthKind.NO_CONTACT,
    HealthKind.POSITION,
    HealthKind.NO_HOURS,
    HealthKind.STALE,
    HealthKind.NO_PHOTO,
    HealthKind.NO_SOURCE,
)
Values = dict[tuple[str, HealthKind], float]


def health(ws: Workspace, ours: Ours, demand: Demand | None = None) -> Job[Health]:
    """What is missing, old, contradicts or stands twice, and what to gather first.

    First what could change which place comes first (chances by ``find_out``, mean over titles of
    ``demand``), then what is stated wrong, then gaps; of each the place that most scenes hang on
    before others. Steps carry the answer so far. Raises FactsError city_unknown, district_unknown.
    """
    around, sites = _sites(ws, ours)
    contacts = {key for key, one in site_files(ws).items() if one.phone or one.owner_phone}
    found: list[HealthIssue] = []
    for at, some in enumerate(record_issues(sites, around, contacts, date.today())):
        found += some
        if at % BATCH == 0:
            yield Step("health", at, len(sites))
    dates = [told for told in map(newest, sites) if told]
    plain = Health(ours, len(sites), completeness(sites, contacts), (), min(dates, default=""))
    if demand is None or not demand.titles:
        return replace(plain, issues=_ordered(found, {}))
    yield Step("health", len(sites), len(sites), replace(plain, issues=_ordered(found, {})))
    used, inside = yield from _scenes(ws, ours, demand, sites)
    found = [_with_scenes(one, used, inside) for one in found]
    yield Step("health", len(sites), len(sites), replace(plain, issues=_ordered(found, used)))
    chosen = ranked_titles(demand)
    values = yield from _values(ws, ours, chosen)
    told = [
        replace(one, value=round(values.get((one.site_id, one.kind), 0.0), 6))
        if one.kind in KIND_OF.values()
        else one
        for one in found
    ]
    counts = {"n": len(chosen), "all": len(demand.titles)}
    return replace(plain, issues=_ordered(told, used), reasons=(Reason("health_value_of", counts),))


def _sites(ws: Workspace, ours: Ours) -> tuple[tuple[Site, ...], tuple[Site, ...]]:
    """The places of the city, and those of them we answer for."""
    around = ws.store.sites(city=ours.city)
    if not around:
        raise FactsError("city_unknown", city=ours.city)
    sites = tuple(one for one in around if ours.district in ("", one.district_zh))
    if not sites:
        raise FactsError("district_unknown", city=ours.city, district=ours.district)
    return around, sites


def ranked_titles(demand: Demand) -> tuple[DemandTitle, ...]:
    """The titles that are ranked, those of a genre standing for all of it by their weight."""
    groups: dict[tuple[Origin, str], list[DemandTitle]] = defaultdict(list)
    for title in demand.titles:
        groups[(title.origin, title.genre)].append(title)
    chosen: list[DemandTitle] = []
    for (origin, _), titles in groups.items():
        most = {Origin.OPENED: OPENED, Origin.MIX: OF_EACH_GENRE}.get(origin, len(titles))
        some = titles[-most:] if origin is Origin.OPENED else titles[:most]
        whole = sum(one.weight for one in titles)
        part = sum(one.weight for one in some) or 1.0
        chosen += [replace(one, weight=one.weight * whole / part) for one in some]
    return tuple(chosen)


def _scenes(
    ws: Workspace, ours: Ours, demand: Demand, sites: Sequence[Site]
) -> Job[tuple[Mapping[str, float], Mapping[str, float]]]:
    """By site, weighted scenes it serves; and those it serves with a room nobody has spoken of."""
    asked = asked_of(demand)
    ground, _ = yield from ground_of(ws, (ours.city,), asked.kinds, date.today())
    weights = asked.weights(demand) * np.array([bool(need) for need in asked.needs()], bool)
    rows = {site.id: row for row, site in enumerate(ground.sites)}
    used, inside = {}, {}
    for site in sites:
        row = rows.get(site.id)
        if row is not None:
            serves = ground.fit[row] > 0
            used[site.id] = round(float(weights[serves].sum()), 1)
            open_rooms = serves & _unspoken(ground, row)
            inside[site.id] = round(float(weights[open_rooms].sum()), 1)
    return used, inside


def _unspoken(ground: Ground, row: int) -> NDArray[np.bool_]:
    """By kind of scene, whether nobody has said that the room it would take can be shot in."""
    types = ground.sites[row].scene_types
    slots = ground.table.picks.slot[row].tolist()
    return np.array([types[at].exposure is Exposure.UNKNOWN if types else False for at in slots])


def _values(ws: Workspace, ours: Ours, titles: Sequence[DemandTitle]) -> Job[Values]:
    """By site and kind of gap, the chance that closing it changes who is first; mean of titles."""
    total = sum(title.weight for title in titles) or 1.0
    values: Values = defaultdict(float)
    cities = tuple(dict.fromkeys((ours.city, *FOUR_CITIES)))
    known = {site.city_zh for site in ws.store.sites()}
    here = tuple(city for city in cities if city in known)
    for done, title in enumerate(titles):
        yield Step("health_value", done, len(titles))
        ranking = yield from _quietly(ws, title, here, done, len(titles))
        for key, first in _firsts(ranking):
            values[key] += first * title.weight / total
    yield Step("health_value", len(titles), len(titles))
    return values


def _quietly(
    ws: Workspace, title: DemandTitle, cities: Sequence[str], done: int, total: int
) -> Job[Ranking]:
    """A ranking of one title; its own steps are told as steps over the titles."""
    job = rank(ws, title.script, ProjectFacts(), ws.default_weights, cities)
    while True:
        try:
            next(job)
        except StopIteration as stop:
            ranking: Ranking = stop.value
            return ranking
        yield Step("health_value", done, total)


def _firsts(ranking: Ranking) -> Iterable[tuple[tuple[str, HealthKind], float]]:
    """Facts about one place alone that could change who comes first, and the chance."""
    figures = joined(list(site_cells(ranking)))
    gains: tuple[FactGain, ...] = ()
    keep = ranking.columns.standing
    for better in find_out(ranking.site_board, ranking.weights, figures.spread, keep):
        gains = better
    column_of = dict(
        zip(figures.spread.facts.tolist(), figures.spread.columns.tolist(), strict=True)
    )
    for gain in gains:
        kind = KIND_OF.get(figures.kinds[gain.fact])
        if kind is not None and gain.first > 0:
            site = ranking.sites[column_of[gain.fact]].site
            yield (site.id, kind), gain.first


def _with_scenes(
    one: HealthIssue, used: Mapping[str, float], inside: Mapping[str, float]
) -> HealthIssue:
    counts = inside if one.kind is HealthKind.INSIDE_UNKNOWN else used
    return replace(one, scenes=counts.get(one.site_id, 0.0))


def _ordered(found: Iterable[HealthIssue], used: Mapping[str, float]) -> tuple[HealthIssue, ...]:
    """What turns the order first, then what is wrong, then gaps, a place after the other.

    What is stated wrong of a place stands before its facts that turn the order: whoever asks for
    the price asks first whether it is open at all.
    """
    some = tuple(found)
    most: dict[str, float] = defaultdict(float)
    for one in some:
        most[one.site_id] = max(most[one.site_id], one.value or 0.0)

    def key(one: HealthIssue) -> tuple[float, bool, float, str, int]:
        wrong = one.kind in WRONG
        value = most[one.site_id] if wrong else one.value or 0.0
        told = value if value >= TURNS else 0.0
        place = ORDER.index(one.kind)
        return -told, not wrong, -used.get(one.site_id, 0.0), one.site_id, place

    return tuple(sorted(some, key=key))
