"""How far the places are from where we are, and in which direction: on the ellipsoid WGS-84."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.model.field import Fix, Near
from geo.model.sites import Site

ELLIPSOID = "WGS84"


def near(sites: Sequence[Site], fix: Fix, count: int = 50) -> tuple[Near, ...]:
    """The ``count`` places nearest to ``fix``, nearest first; equally near ones by id.

    Geodesics as Karney solves them, good to nanometres (C. F. F. Karney, Algorithms for geodesics,
    Journal of Geodesy 87, 2013). Where we stand on the place itself the bearing is 0.
    """
    if not sites or count < 1:
        return ()
    # the library of projections is opened by nobody who stays at the desk
    from pyproj import Geod

    lons = np.array([one.lon for one in sites])
    lats = np.array([one.lat for one in sites])
    here = np.full(len(sites), fix.lon), np.full(len(sites), fix.lat)
    forth, _, metres = Geod(ellps=ELLIPSOID).inv(*here, lons, lats)
    bearings = np.where(metres > 0, np.mod(forth, 360.0), 0.0)
    found = [
        Near(one.id, float(away), float(bearing))
        for one, away, bearing in zip(sites, metres, bearings, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (one.metres, one.site_id))[:count])
