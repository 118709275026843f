"""Every place against every kind of scene of a corpus, once: a scene asked for again costs nothing.

A thousand made-up scripts ask for some hundreds of kinds of scene; two scenes that ask for the same
have the same fit everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from geo.actions.screening import screened
from geo.actions.workspace import Workspace
from geo.match import FitTable, Terms, fit_table
from geo.model import Exposure, FloatArray, Kind, Scene, Site
from geo.model.hosting import Demand
from geo.progress import Job, Step

CROWD = "crowd"
Columns = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """The kinds of scene of a corpus, and by title the kind of each of its scenes in order.

    ``crowds``: by kind the extras of its crowd as written: () where it has none.
    """

    kinds: tuple[Scene, ...]
    columns: tuple[Columns, ...]
    crowds: tuple[tuple[int | None, ...], ...]

    def weights(self, demand: Demand) -> NDArray[np.float64]:
        """How many scenes of the corpus are of each kind, titles by their weight."""
        total = np.zeros(len(self.kinds))
        for title, columns in zip(demand.titles, self.columns, strict=True):
            np.add.at(total, columns, title.weight)
        return total

    def needs(self) -> tuple[str, ...]:
        """The scene type each kind asks for first; empty where nobody could read one."""
        return tuple(first_need(scene) for scene in self.kinds)


@dataclass(frozen=True, slots=True)
class Ground:
    """Fits of ``sites`` (rows) to the kinds of scene (columns).

    ``stands_in``: by a set that only stands in; ``shows``: the place itself may be on screen.
    """

    sites: tuple[Site, ...]
    table: FitTable
    fit: FloatArray
    stands_in: Flags
    shows: Flags

    def rows(self, city: str) -> list[int]:
        """The rows of the sites of ``city``."""
        return [row for row, site in enumerate(self.sites) if site.city_zh == city]


def first_need(scene: Scene) -> str:
    """The scene type that a scene asks for most surely, the first among equals."""
    surest = max(scene.needs, key=lambda need: need.confidence, default=None)
    return "" if surest is None else surest.scene_type


def asked_of(demand: Demand) -> Asked:
    """Sort the scenes of all titles by what they ask of a place."""
    known: dict[tuple[object, ...], int] = {}
    kinds: list[Scene] = []
    crowds: list[tuple[int | None, ...]] = []
    columns = []
    for title in demand.titles:
        here = []
        for scene in title.script.played:
            key = _key(scene)
            if key not in known:
                known[key] = len(kinds)
                kinds.append(replace(scene, id=f"k{len(kinds)}"))
                crowds.append(tuple(flag.count for flag in scene.flags if flag.code == CROWD)[-1:])
            here.append(known[key])
        columns.append(np.array(here, np.intp))
    return Asked(tuple(kinds), tuple(columns), tuple(crowds))


def _key(scene: Scene) -> tuple[object, ...]:
    """All that a fit and a permission read of a scene."""
    return (
        scene.int_ext,
        scene.time,
        scene.era,
        tuple((need.scene_type, need.confidence) for need in scene.needs),
        tuple(need.term for need in scene.culture),
        tuple((flag.code, flag.count) for flag in scene.flags),
        len(scene.cast),
    )


def ground_of(
    ws: Workspace, cities: Sequence[str], kinds: Sequence[Scene], day: date
) -> Job[tuple[Ground, Terms]]:
    """The ground of ``cities``, as a ranking would choose and match their sites."""
    wanted = set(cities)
    sites = tuple(site for site in ws.store.sites() if site.city_zh in wanted)
    chosen = yield from screened(ws, sites, kinds, Terms(day, ws.permits))
    yield Step("reverse", 0, len(chosen.sites))
    return ground(ws, chosen.sites, kinds, chosen.terms), chosen.terms


def ground(ws: Workspace, sites: Sequence[Site], kinds: Sequence[Scene], terms: Terms) -> Ground:
    """Match ``sites`` against ``kinds`` under ``terms``."""
    table = fit_table(sites, kinds, ws.vocabulary, ws.rules, terms)
    stands_in, shows = np.zeros((2, *table.fit.shape), bool)
    asked = [[need.scene_type for need in scene.needs] for scene in kinds]
    need, slot = table.picks.need.tolist(), table.picks.slot.tolist()
    for row, column in np.argwhere(table.fit).tolist():
        had = sites[row].scene_types[slot[row][column]]
        stands_in[row, column] = asked[column][need[row][column]] != had.scene_type
        shows[row, column] = had.exposure is not Exposure.INSIDE
    shows |= np.array([site.kind is not Kind.BASE for site in sites], bool)[:, None]
    return Ground(tuple(sites), table, table.fit, stands_in, shows)


def with_sites(
    ws: Workspace, before: Ground, kinds: Sequence[Scene], terms: Terms, changed: Sequence[Site]
) -> Ground:
    """The ground with ``changed`` in the place of the sites of their ids, or beside them."""
    some = ground(ws, changed, kinds, terms)
    sites = list(before.sites)
    place = {site.id: row for row, site in enumerate(sites)}
    new = [row for row, site in enumerate(changed) if site.id not in place]
    sites += [changed[row] for row in new]
    arrays = [
        np.concatenate([old, more[new]])
        for old, more in (
            (before.fit, some.fit),
            (before.stands_in, some.stands_in),
            (before.shows, some.shows),
        )
    ]
    for at, site in enumerate(changed):
        if site.id in place:
            row = place[site.id]
            sites[row] = site
            for whole, part in zip(arrays, (some.fit, some.stands_in, some.shows), strict=True):
                whole[row] = part[at]
    return Ground(tuple(sites), before.table, arrays[0], arrays[1], arrays[2])
