"""What to find out at a place: what would change the ranking, and what its record leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from geo.actions.calls import told_calls
from geo.actions.open_figures import SUBSIDY, joined, site_cells
from geo.match import find_out
from geo.model import Exposure, FactGain, Ranking, Reason, Scalar, Site

ROUGH_M = 100.0
"""Metres from which on a position is worth taking anew."""


def pack_questions(ranking: Ranking | None, sites: Sequence[Site]) -> tuple[Reason, ...]:
    """Questions of all places: those that would change the ranking first; each names its place."""
    found = [] if ranking is None else list(_worth(ranking, {one.id for one in sites}))
    asked = {(one.values["site_id"], one.code) for one in found}
    for site in sites:
        found += [one for one in site_questions(site) if (site.id, one.code) not in asked]
    return tuple(found)


def site_questions(site: Site) -> tuple[Reason, ...]:
    """What the record of a place leaves open, as somebody who stands there can tell."""
    found = []
    if not site.hires:
        found.append(_of(site, "find_out_venue"))
    unseen = [one.scene_type for one in site.scene_types if one.exposure is Exposure.UNKNOWN]
    if unseen:
        found.append(_of(site, "find_out_inside", types=",".join(unseen)))
    if site.coord_uncertainty_m >= ROUGH_M:
        found.append(_of(site, "find_out_position", metres=round(site.coord_uncertainty_m)))
    return tuple(found)


def _of(site: Site, code: str, **values: Scalar) -> Reason:
    names = {"site": site.name_zh, "site_en": site.name_en or site.name_zh, "site_id": site.id}
    return Reason(code, {**names, **values})


def _worth(ranking: Ranking, wanted: set[str]) -> Iterable[Reason]:
    """Facts of the places wanted whose knowledge could change the first three, best first."""
    figures = joined(list(site_cells(ranking)))
    gains: tuple[FactGain, ...] = ()
    keep = ranking.columns.standing
    for better in find_out(ranking.site_board, ranking.weights, figures.spread, keep):
        gains = better
    ids = np.array([one.site.id in wanted for one in ranking.sites], np.bool_)
    here = set(figures.spread.facts[ids[figures.spread.columns]].tolist())
    mine = [one for one in gains if one.fact in here and figures.kinds[one.fact] != SUBSIDY]
    for call in told_calls(ranking, figures, mine):
        if call.site_id in wanted:
            yield Reason(call.about.code, {**call.about.values, "site_id": call.site_id})
