"""Why a scene or a title is won or lost, as codes with names and numbers."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from geo.actions.hosting.contest import Contest
from geo.model import CRITERIA, Criterion, Exposure, FloatArray, Reason, Scalar, Site

MOST_REASONS = 2
MOST_TYPES = 4
SAME = 1e-6

_OF_PART = {
    "era": "need_era",
    "time": "need_shut",
    "culture": "need_craft",
    "size": "need_small",
    "flags": "need_protected",
    "type": "need_stand_in",
    "stand_in": "need_stand_in",
}


def city_names(game: Contest, city: str) -> dict[str, Scalar]:
    """The city in both languages."""
    row = game.ground.rows(city)
    english = game.ground.sites[row[0]].city_en if row else city
    return {"city": city, "city_en": english or city}


def site_names(site: Site) -> dict[str, Scalar]:
    """The place in both languages."""
    return {"site": site.name_zh, "site_en": site.name_en or site.name_zh}


def why_lost(
    game: Contest, kinds: list[int], rows: list[int], rival: str, weights: NDArray[np.float64]
) -> tuple[Reason, ...]:
    """Why our best for ``kinds`` of scene (columns) falls behind ``rival``, by scenes."""
    theirs = game.ground.rows(rival)
    scenes: dict[str, float] = defaultdict(float)
    shown: dict[str, dict[str, Scalar]] = {}
    for column in kinds:
        code, here = _one(game, rows, column)
        scenes[code] += float(weights[column])
        best = theirs[int(np.argmax(game.ground.fit[theirs, column]))] if theirs else None
        there = {} if best is None else _as_rival(game.ground.sites[best])
        shown.setdefault(code, {**here, **there, **city_names(game, rival)})
    ranked = sorted(scenes, key=lambda code: -scenes[code])[:MOST_REASONS]
    return tuple(Reason(code, {"n": round(scenes[code], 1), **shown[code]}) for code in ranked)


def _as_rival(site: Site) -> dict[str, Scalar]:
    return {"rival": site.name_zh, "rival_en": site.name_en or site.name_zh}


def _one(game: Contest, rows: list[int], column: int) -> tuple[str, dict[str, Scalar]]:
    """What holds our best place back for one kind of scene."""
    soil, scene = game.ground, game.asked.kinds[column]
    wanted = {need.scene_type for need in scene.needs}
    best = rows[int(np.argmax(soil.fit[rows, column]))]
    if not soil.fit[best, column]:
        for row in rows:
            had = soil.sites[row]
            if any(one.scene_type in wanted for one in had.scene_types):
                return "need_not_inside", site_names(had)
        return "need_absent", {}
    site = soil.sites[best]
    names = site_names(site)
    if soil.stands_in[best, column]:
        had_type = site.scene_types[int(soil.table.picks.slot[best, column])].scene_type
        return "need_stand_in", {**names, "types": had_type}
    slot = site.scene_types[int(soil.table.picks.slot[best, column])]
    if slot.exposure is Exposure.UNKNOWN:
        return "need_inside_unknown", names
    parts = [part for part in soil.table.parts(best, column) if part.factor < 1]
    worst = min(parts, key=lambda part: part.factor, default=None)
    return _OF_PART.get("" if worst is None else worst.code, "need_lower"), names


def why_title(game: Contest, title: int, rival: int) -> tuple[Reason, ...]:
    """What decides between us and ``rival`` (number of the city), and what we cannot show."""
    mine, theirs = game.values[:, title, 0], game.values[:, title, rival]
    total = float((game.weightings[-1] * (mine - theirs)).sum())
    here, there = game.towns[title][0], game.towns[title][rival]
    names = city_names(game, game.cities[rival])
    found = []
    if abs(total) > SAME and here.covered:
        ahead = total > 0
        code = decides(game, mine - theirs, ahead=ahead)
        raw = {
            Criterion.FIT: (here.fit, there.fit),
            Criterion.COST: (here.ranked or 0.0, there.ranked or 0.0),
            Criterion.SUBSIDY: (here.counted, there.counted),
            Criterion.UPLIFT: (0.0, 0.0),
        }[code]
        word = "ahead" if ahead else "behind"
        values = {"ours": round(raw[0], 4), "theirs": round(raw[1], 4)}
        found.append(Reason(f"title_{word}_{code.value}", {**values, **names}))
    lacks = _lacks(game, title)
    if lacks:
        found.append(
            Reason("title_lacks", {"types": ",".join(lacks[:MOST_TYPES]), "n": len(lacks)})
        )
    return tuple(found)


def decides(game: Contest, gap: FloatArray, *, ahead: bool) -> Criterion:
    """The criterion that makes most of ``gap``, what we are ahead by on each (criteria,)."""
    parts = game.weightings[-1] * gap
    return CRITERIA[int(np.argmax(parts if ahead else -parts))]


def _lacks(game: Contest, title: int) -> list[str]:
    """Scene types of a title that nothing in our city serves, the most asked for first."""
    rows, columns = game.ground.rows(game.ours.city), game.asked.columns[title]
    needs = game.asked.needs()
    none = ~(game.ground.fit[rows][:, columns] > 0).any(axis=0)
    missed: dict[str, int] = defaultdict(int)
    for column in columns[none].tolist():
        if needs[column]:
            missed[needs[column]] += 1
    return sorted(missed, key=lambda code: -missed[code])
