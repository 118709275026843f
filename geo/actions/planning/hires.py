"""Sites as places to hire: a base and its child sets without a hire of their own are one place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from geo.actions.planning.fits import Fits
from geo.model import FloatArray, Site
from geo.plan.ground import Ground


@dataclass(frozen=True, slots=True)
class Hires:
    """The places a plan chooses among, and which of its sites each would use for each set.

    ``owners`` are the sites whose hire it is, one per place; ``quality`` (S, P) is the fit of the
    best open site of the place, 0 where there is none, and ``site_of`` (S, P) its column in
    ``fits`` (-1: none). ``of_site`` is the owner by id of every site.
    """

    owners: tuple[Site, ...]
    quality: FloatArray
    site_of: np.ndarray[tuple[int, int], np.dtype[np.int64]]
    of_site: Mapping[str, str]

    def site(self, fits: Fits, set_id: str, owner_id: str) -> str:
        """The site of a place at which a set is shot."""
        place = next(at for at, one in enumerate(self.owners) if one.id == owner_id)
        return fits.sites[int(self.site_of[fits.rows[set_id], place])].id


def owner_of(sites: Sequence[Site]) -> dict[str, str]:
    """By id of each site the id of the site whose hire covers it."""
    by_id = {site.id: site for site in sites}
    owners = {}
    for site in sites:
        at, seen = site, {site.id}
        while at.parent in by_id and not at.hires and at.parent not in seen:
            at = by_id[at.parent]
            seen.add(at.id)
        owners[site.id] = at.id
    return owners


def make_hires(fits: Fits, ground: Ground, agreed: Collection[tuple[str, str]] = ()) -> Hires:
    """Join sites to places, those first that lie in the first town; only with an open pair.

    Of the sites of a place the one ``agreed`` (set id, site id) is used, else the one that fits
    best.
    """
    of_site = owner_of(fits.sites)
    columns = fits.columns
    members: dict[str, list[int]] = {}
    for column in np.flatnonzero(fits.open.any(axis=0)).tolist():
        members.setdefault(of_site[fits.sites[column].id], []).append(column)
    order = sorted(members, key=lambda one: (ground.spots[one].city, columns[one]))
    open_fit = np.where(fits.open, fits.fit, 0)
    liked = open_fit.copy()
    for set_id, site_id in agreed:
        if set_id in fits.rows and site_id in columns:
            liked[fits.rows[set_id], columns[site_id]] += fits.open[
                fits.rows[set_id], columns[site_id]
            ]
    quality = np.zeros((len(fits.sets), len(order)), np.float32)
    site_of = np.full(quality.shape, -1, np.int64)
    for place, owner in enumerate(order):
        some = members[owner]
        chosen = np.array(some)[liked[:, some].argmax(axis=1)]
        quality[:, place] = open_fit[np.arange(len(fits.sets)), chosen]
        site_of[:, place] = np.where(quality[:, place] > 0, chosen, -1)
    owners = tuple(fits.sites[columns[one]] for one in order)
    return Hires(owners, quality, site_of, of_site)
