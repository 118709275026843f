"""A policy of which nothing is known yet, and who fills in the book here."""

from __future__ import annotations

from uuid import uuid4

from geo.model import (
    Division,
    Policy,
    PolicyBook,
    Region,
)
from geo.model.policies import bare_policy
from gui.session import State


def blank_policy(state: State) -> Policy:
    """A new policy for the place looked at. Its id is like no other, on any computer."""
    return bare_policy(f"own-{uuid4().hex[:12]}", here(state))


def here(state: State) -> Region:
    """The region of the city looked at; the nation where none is."""
    return region_of(state, city_here(state))


def region_of(state: State, name: str) -> Region:
    """The region of a city by its short name; the nation where nobody knows it."""
    cities = [one for one in state.divisions if one.level == "city"]
    found = next((one for one in cities if name and one.name.startswith(name)), None)
    if found is None:
        named = (one for one in state.divisions if name and one.name.startswith(name))
        place = next(named, None)
        return Region() if place is None else Region(place.name, place.name)
    above = next((one for one in state.divisions if one.adcode == found.parent), None)
    return Region(_name(above), found.name)


def city_here(state: State) -> str:
    """The city that is being looked at, by its short name; empty where none is."""
    site = state.site(state.selection.site)
    if site is not None and not state.whole_city:
        return site.city_zh
    named = state.money_city or state.selection.city or (site.city_zh if site else "")
    ranking = state.ranking
    if named or ranking is None or not ranking.cities:
        return named
    return ranking.cities[int(ranking.city_order.index[0])].city


def last_teller(book: PolicyBook | None) -> str:
    """Who told the latest of the user's own policies."""
    own = [one for one in book.policies if one.own] if book is not None else []
    latest = max(own, key=lambda one: one.told_on, default=None)
    return "" if latest is None else latest.told_by


def _name(division: Division | None) -> str | None:
    return None if division is None else division.name
