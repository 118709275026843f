"""The place whose gain is forecast: a site, or a city as a whole."""

from __future__ import annotations

from typing import NamedTuple

from geo.model import Range, Site

ATTRACTION, COUNTY, PREFECTURE = "A", "B", "C"
SITE, CITY = "site", "city"
SCALES = (ATTRACTION, COUNTY, PREFECTURE)
WEEKDAYS = 7


class Spot(NamedTuple):
    """``key`` is the id of the site or the name of the city; ``group`` site or city.

    ``names``: what the place and what holds it are called, the smallest first. ``visitors`` a year.
    ``open_share``: share of the days on which it is open, None where nobody has said. ``shows``
    False when only rented insides are on screen: nobody can tell where that was. ``days``: the
    shooting days here.
    """

    key: str
    group: str
    names: tuple[str, ...]
    scale: str
    visitors: float | None = None
    open_share: float | None = None
    shows: bool = True
    days: Range | None = None

    @staticmethod
    def of_site(site: Site, *, shows: bool = True, days: Range | None = None) -> Spot:
        """A site: one attraction, bounded by the reference class of attractions."""
        names = tuple(name for name in (site.name_zh, site.district_zh, site.city_zh) if name)
        closed = site.closed_weekdays
        share = None if closed is None else 1 - len(set(closed)) / WEEKDAYS
        seen = site.annual_visitors
        return Spot(site.id, SITE, names, ATTRACTION, seen, share, shows, days)

    @staticmethod
    def of_city(city: str, adcode: str, *, shows: bool = True, days: Range | None = None) -> Spot:
        """A prefecture or larger (its code ends in 00), or a county."""
        scale = PREFECTURE if adcode.endswith("00") else COUNTY
        return Spot(city, CITY, (city,), scale, None, 1.0, shows, days)
