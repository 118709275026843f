"""Where a set that nobody shoots could be laid by hand on a day."""

from __future__ import annotations

from collections.abc import Mapping

from geo.model import Arrangement, BookingStatus
from gui.session.state import State


def places_for(state: State, set_id: str, day: int, least_fit: float) -> tuple[str, ...]:
    """Ids of sites, the likeliest first; none where nothing serves the set.

    A set that is locked, or laid in part, has one place. Else those that serve all its scenes and
    are not ruled out: first what is hired on ``day``, then what the plan uses and what lies in the
    city of that day, each by its fit. ``least_fit`` (0 to 1, of the best there is) where the user
    wishes nothing else.
    """
    planned = state.planned
    arrangement = planned.arrangement or Arrangement()
    fixed = planned.wishes.locks.get(set_id) or next(
        (site for strip, site in arrangement.sites.items() if strip.rpartition(".")[0] == set_id),
        None,
    )
    if fixed is not None:
        return (fixed,)
    fits = _fits(state, set_id)
    wished = planned.wishes.least_fit
    least = max(fits.values(), default=0.0) * (least_fit if wished is None else wished)
    orders = {one.day: one for one in arrangement.days}
    today = {one.site_id for one in orders[day].entries} if day in orders else set()
    used = set(arrangement.sites.values())
    city = _city(state, arrangement, day)

    def rank(site_id: str) -> tuple[bool, bool, bool, float, str]:
        site = state.site(site_id)
        away = site is None or site.city_zh != city
        return site_id not in today, away, site_id not in used, -fits[site_id], site_id

    must = planned.wishes.must_use
    return tuple(
        sorted((one for one, fit in fits.items() if fit >= least or one in must), key=rank)
    )


def _fits(state: State, set_id: str) -> Mapping[str, float]:
    """Mean fit by site, of the sites that serve every scene of the set and may be used."""
    ranking, script, planned = state.ranking, state.script, state.planned
    if ranking is None or script is None:
        return {}
    scenes = next((one.scenes for one in script.sets if one.id == set_id), ())
    out = {one.site_id for one in ranking.excluded} | planned.wishes.must_not_use
    out |= {
        one.site_id
        for one in planned.bookings
        if one.set_id == set_id and one.status is BookingStatus.REFUSED
    }
    cities = planned.wishes.cities
    found = {}
    for offer in ranking.sites:
        if offer.site.id in out or (cities and offer.site.city_zh not in cities):
            continue
        served = {one.scene_id: one.fit for one in offer.matches}
        if scenes and all(served.get(one, 0.0) > 0 for one in scenes):
            found[offer.site.id] = sum(served[one] for one in scenes) / len(scenes)
    return found


def _city(state: State, arrangement: Arrangement, day: int) -> str:
    """Where the company is on a day: of a day without work, where it was before."""
    before = [one for one in arrangement.days if one.day <= day] or list(arrangement.days[:1])
    site = state.site(before[-1].entries[-1].site_id) if before and before[-1].entries else None
    return "" if site is None else site.city_zh
