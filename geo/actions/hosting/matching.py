"""Which of our places serve which needs of a corpus, where we win, and where a rival does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.actions.hosting.contest import Contest, contest, counted
from geo.actions.hosting.why import city_names, why_lost, why_title
from geo.actions.workspace import Workspace
from geo.model import FloatArray, Reason
from geo.model.hosting import (
    Demand,
    NeedServed,
    Origin,
    Ours,
    ReverseMatch,
    SiteUse,
    TitleWon,
)
from geo.progress import Job

MOST_BEST = 3
LEVEL = 1e-6
"""Fits closer than this are the same fit."""

Scenes = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shares:
    """By kind of scene: our best fit, that of each rival, and how many scenes (weighted).

    Scenes whose need nobody could read weigh nothing.
    """

    rows: tuple[int, ...]
    ours: FloatArray
    rivals: Mapping[str, FloatArray]
    weights: Scenes

    @property
    def best_rival(self) -> FloatArray:
        """The best fit there is elsewhere."""
        none = np.zeros_like(self.ours)
        best: FloatArray = np.maximum.reduce([none, *self.rivals.values()])
        return best

    @property
    def won(self) -> NDArray[np.bool_]:
        """Where the best of our places fits at least as well as any rival's."""
        return (self.ours > 0) & (self.ours >= self.best_rival - LEVEL)

    @property
    def alone(self) -> NDArray[np.bool_]:
        """Where it fits better than any rival's."""
        return (self.ours > 0) & (self.ours > self.best_rival + LEVEL)


def reverse_match(ws: Workspace, ours: Ours, demand: Demand) -> Job[ReverseMatch]:
    """Which of our sites serve which needs; the last steps carry the answer so far.

    Raises FactsError city_unknown, district_unknown where we have no site, demand_none.
    """
    game = yield from contest_of(ws, ours, demand)
    return told(game)


_KEPT: dict[str, Contest] = {}


def contest_of(ws: Workspace, ours: Ours, demand: Demand) -> Job[Contest]:
    """The contest, worked out once for the same corpus, places, prices and policies."""
    known = _KEPT.get("last")
    if known is not None and _same(known, ws, ours, demand):
        return known
    made = yield from contest(ws, ours, demand)
    _KEPT["last"] = made
    return made


def _same(known: Contest, ws: Workspace, ours: Ours, demand: Demand) -> bool:
    """Whether an answer that is kept still stands."""
    cities = set(known.cities)
    sites = tuple(site for site in ws.store.sites() if site.city_zh in cities)
    return (
        known.demand is demand
        and known.ours == ours
        and known.counter.costs is ws.money.costs
        and known.counter.book is ws.money.policies
        and known.ws.rules is ws.rules
        and known.ground.sites == sites
    )


def shares_of(game: Contest, ground_fit: FloatArray | None = None) -> Shares:
    """Best fits of ours and of each rival; other districts of our city are rivals of a district."""
    fit = game.ground.fit if ground_fit is None else ground_fit
    rows = game.our_rows()
    needs = np.array([bool(need) for need in game.asked.needs()], bool)
    weights = game.asked.weights(game.demand) * needs
    rivals = {}
    for city in game.cities:
        others = [row for row in game.ground.rows(city) if row not in set(rows)]
        if others:
            rivals[city] = fit[others].max(axis=0)
    return Shares(tuple(rows), fit[rows].max(axis=0, initial=0.0), rivals, weights)


def told(game: Contest) -> ReverseMatch:
    """The whole answer."""
    had = shares_of(game)
    total = float(had.weights.sum())
    part = had.weights / (total or 1.0)
    first = game.first()
    return ReverseMatch(
        game.ours,
        total,
        float(part[had.ours > 0].sum()),
        float(part[had.won].sum()),
        counted(first, game.weights),
        _needs(game, had),
        _sites(game, had),
        _titles(game, first, had),
        _reasons(game, had),
    )


def _needs(game: Contest, had: Shares) -> tuple[NeedServed, ...]:
    """By scene type, the most asked for first."""
    by_need: dict[str, list[int]] = defaultdict(list)
    for column, need in enumerate(game.asked.needs()):
        if need and had.weights[column]:
            by_need[need].append(column)
    found = []
    for need, columns in by_need.items():
        scenes = had.weights[columns]
        total = float(scenes.sum())
        served = float(scenes[had.ours[columns] > 0].sum()) / total
        won = float(scenes[had.won[columns]].sum()) / total
        lost = [column for column in columns if not had.won[column] and had.best_rival[column] > 0]
        rival, share = _rival(had, lost)
        because = why_lost(game, lost, [*had.rows], rival, had.weights) if rival else ()
        found.append(NeedServed(need, total, served, won, rival, share / total, because))
    return tuple(sorted(found, key=lambda one: -one.scenes))


def _rival(had: Shares, lost: list[int]) -> tuple[str, float]:
    """The city that wins most of ``lost`` (columns), and how many scenes; a draw counts for all."""
    taken: dict[str, float] = defaultdict(float)
    for city, fit in had.rivals.items():
        for column in lost:
            if fit[column] >= had.best_rival[column] - LEVEL:
                taken[city] += float(had.weights[column])
    city = max(taken, key=lambda one: taken[one], default="")
    return city, taken.get(city, 0.0)


def _sites(game: Contest, had: Shares) -> tuple[SiteUse, ...]:
    """Our places, the most wanted first; those nobody asks for are left out."""
    fit, needs = game.ground.fit, game.asked.needs()
    everywhere = (fit > 0).sum(axis=0)
    found = []
    for row in had.rows:
        serves = (fit[row] > 0) & (had.weights > 0)
        if not serves.any():
            continue
        best = serves & (fit[row] >= had.ours - LEVEL)
        by_need: dict[str, float] = defaultdict(float)
        for column in np.flatnonzero(best).tolist():
            by_need[needs[column]] += float(had.weights[column])
        titles = sum(bool(serves[columns].any()) for columns in game.asked.columns)
        found.append(
            SiteUse(
                game.ground.sites[row].id,
                float(had.weights[serves].sum()),
                titles,
                tuple(sorted(by_need, key=lambda code: -by_need[code])[:MOST_BEST]),
                float(had.weights[serves & (everywhere == 1)].sum()),
            )
        )
    return tuple(sorted(found, key=lambda one: -one.scenes))


def _titles(game: Contest, first: NDArray[np.bool_], had: Shares) -> tuple[TitleWon, ...]:
    scores = game.scores()[-1]
    shares = first[:-1].mean(axis=0)
    order = {Origin.OPENED: 0, Origin.SAMPLE: 1, Origin.MIX: 2}
    found = []
    for number, title in enumerate(game.demand.titles):
        columns, mine = game.asked.columns[number], scores[number]
        ahead = int((mine[1:] > mine[0]).sum())
        place = None if not game.towns[number][0].covered else 1 + ahead
        if place == 1 and not first[-1, number]:
            # level with a city that is listed before
            place = 2
        rival = 1 + int(np.argmax(mine[1:])) if len(mine) > 1 else None
        found.append(
            TitleWon(
                title.id,
                title.title,
                title.origin,
                title.genre,
                len(columns),
                _served(had, columns),
                float(shares[number]),
                place,
                "" if rival is None else game.cities[rival],
                () if rival is None else why_title(game, number, rival),
                title.title_en,
            )
        )
    return tuple(sorted(found, key=lambda one: (order[one.origin], -one.first)))


def _served(had: Shares, columns: NDArray[np.intp]) -> float:
    """Share of a title's scenes that we serve, of those that could be read."""
    read = columns[had.weights[columns] > 0]
    return float((had.ours[read] > 0).mean()) if len(read) else 0.0


def _reasons(game: Contest, had: Shares) -> tuple[Reason, ...]:
    """What the corpus is made of, and what was assumed."""
    count = {one: sum(t.origin is one for t in game.demand.titles) for one in Origin}
    unread = float(game.asked.weights(game.demand).sum() - had.weights.sum())
    rivals = [game.cities[at] for at in range(1, len(game.cities))]
    english = [str(city_names(game, city)["city_en"]) for city in rivals]
    values = {"opened": count[Origin.OPENED], "samples": count[Origin.SAMPLE]}
    return (
        Reason("demand_of", {**values, "made": count[Origin.MIX]}),
        *((Reason("demand_assumed", {"n": count[Origin.MIX]}),) if count[Origin.MIX] else ()),
        Reason("demand_against", {"cities": "、".join(rivals), "cities_en": ", ".join(english)}),
        Reason("demand_shot_whole"),
        Reason("demand_weightings", {"n": len(game.weightings) - 1}),
        *((Reason("demand_unread", {"n": round(unread, 1)}),) if unread > 0 else ()),
        *(
            (Reason("demand_district", city_names(game, game.ours.city)),)
            if game.ours.district
            else ()
        ),
    )
