"""How well each site serves each set, and which pairs may be used at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from geo.actions.planning.rules import PlanRules
from geo.model import (
    Booking,
    BookingStatus,
    FloatArray,
    Mask,
    Planned,
    Ranking,
    Reason,
    ScriptSet,
    Site,
    SiteOffer,
)

LOCKED_ANYWAY = 1e-3
"""The fit that a pair counts with which the user insists on although nothing matches there."""


@dataclass(frozen=True)
class Fits:
    """Sets by sites: ``fit`` (S, N) 0 to 1, 0 where a scene of the set has no match there.

    ``open``: the pairs a plan may use. ``direct``: no scene of the set only finds a stand-in.
    ``sites`` are all sites of the ranking, in its order; ``notes`` tell which wishes name
    something that is not there any more; ``locks`` are those that hold.
    """

    sets: tuple[ScriptSet, ...]
    sites: tuple[Site, ...]
    fit: FloatArray
    direct: Mask
    open: Mask
    locks: Mapping[str, str]
    notes: tuple[Reason, ...] = ()

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Row by set id."""
        return {one.id: row for row, one in enumerate(self.sets)}

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Column by site id."""
        return {site.id: column for column, site in enumerate(self.sites)}


def make_fits(
    sets: Sequence[ScriptSet], ranking: Ranking, planned: Planned, rules: PlanRules
) -> Fits:
    """Judge every pair. A pair that permission rules bar has no match and so no fit.

    Open are pairs not below ``least_fit`` of the best there is for the set, at sites that the
    ranking did not leave out and the user did not rule out. What a site refused stays shut. A lock
    opens its own pair alone.
    """
    offers, wishes = ranking.sites, planned.wishes
    sites = tuple(offer.site for offer in offers)
    fit, direct = _judged(sets, offers)
    usable = _usable(ranking, planned)
    refused = _refused(planned.bookings, sets, sites)
    best = np.where(usable, fit, 0).max(axis=1, initial=0.0)
    least = rules["least_fit"] if wishes.least_fit is None else wishes.least_fit
    wanted = np.array([site.id in wishes.must_use for site in sites], np.bool_)
    enough = (fit >= least * best[:, None]) | wanted
    open_ = (fit > 0) & enough & usable & ~refused
    gone = len(wishes.must_use - {site.id for site in sites})
    notes = (Reason("plan_must_use_gone", {"n": gone}),) if gone else ()
    made = Fits(tuple(sets), sites, fit, direct, open_, {}, notes)
    never = np.array([site.id in wishes.must_not_use for site in sites], np.bool_)
    return _locked(made, wishes.locks, refused | never)


def _judged(sets: Sequence[ScriptSet], offers: Sequence[SiteOffer]) -> tuple[FloatArray, Mask]:
    fit = np.zeros((len(sets), len(offers)), np.float32)
    direct = np.zeros(fit.shape, np.bool_)
    for column, offer in enumerate(offers):
        found = {match.scene_id: match for match in offer.matches}
        if not found:
            continue
        for row, one in enumerate(sets):
            matches = [found[scene] for scene in one.scenes if scene in found]
            if len(matches) == len(one.scenes):
                fit[row, column] = sum(match.fit for match in matches) / len(matches)
                direct[row, column] = all(match.direct for match in matches)
    return fit, direct


def _usable(ranking: Ranking, planned: Planned) -> NDArray[np.bool_]:
    wishes, standing = planned.wishes, ranking.columns.standing
    return np.array(
        [
            (standing is None or bool(standing[column]))
            and (not wishes.cities or offer.site.city_zh in wishes.cities)
            and offer.site.id not in wishes.must_not_use
            for column, offer in enumerate(ranking.sites)
        ],
        np.bool_,
    )


def _refused(bookings: Sequence[Booking], sets: Sequence[ScriptSet], sites: Sequence[Site]) -> Mask:
    said_no = {(one.set_id, one.site_id) for one in bookings if one.status is BookingStatus.REFUSED}
    found = np.zeros((len(sets), len(sites)), np.bool_)
    rows = {one.id: row for row, one in enumerate(sets)}
    columns = {site.id: column for column, site in enumerate(sites)}
    for set_id, site_id in said_no:
        if set_id in rows and site_id in columns:
            found[rows[set_id], columns[site_id]] = True
    return found


def _locked(made: Fits, locks: Mapping[str, str], barred: Mask) -> Fits:
    rows, columns = made.rows, made.columns
    fit, open_ = made.fit.copy(), made.open.copy()
    held: dict[str, str] = {}
    notes = list(made.notes)
    for set_id, site_id in locks.items():
        if set_id not in rows:
            continue
        row = rows[set_id]
        if site_id not in columns:
            notes.append(Reason("plan_lock_gone", {"set": made.sets[row].name}))
            continue
        column = columns[site_id]
        held[set_id] = site_id
        open_[row] = False
        if barred[row, column]:
            # nothing is left for the set; that these two contradict is told by the plan
            continue
        open_[row, column] = True
        if fit[row, column] == 0:
            fit[row, column] = LOCKED_ANYWAY
            site = made.sites[column]
            values = {"set": made.sets[row].name, "site": site.name_zh, "site_en": site.name_en}
            notes.append(Reason("plan_lock_unfit", values))
    return Fits(made.sets, made.sites, fit, made.direct, open_, held, tuple(notes))
