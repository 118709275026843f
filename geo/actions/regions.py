"""Regions of places as policies and the crew name them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from geo.actions.workspace import Workspace, locate
from geo.catalogue import all_divisions
from geo.errors import FactsError
from geo.model import Division, ProjectFacts


def home_city(facts: ProjectFacts) -> Division | None:
    """Where the crew comes from, None while nobody has said.

    Raises FactsError("home_city_unknown") where there is no such place.
    """
    named = facts.get("crew.home_city")
    found = locate(str(named)) if named else None
    if named and found is None:
        raise FactsError("home_city_unknown", city=str(named))
    return found


def place_of(
    ws: Workspace, adcode: str, city: str, district: str | None
) -> tuple[str, str, str | None]:
    """Name province, city and district of a place, as policies do."""
    province = ws.regions.get(f"{adcode[:2]}0000")
    return province.name if province else "", city, district


def city_place(ws: Workspace, city: str) -> tuple[str, str, str | None]:
    """Name the province and city of ``city``; FactsError("city_unknown") when there is none."""
    found = locate(city)
    if found is None:
        raise FactsError("city_unknown", city=city)
    return place_of(ws, found.adcode, city, None)


@lru_cache(maxsize=1)
def region_parents() -> Mapping[str, tuple[str, ...]]:
    """Per region name: the names of the regions that contain it.

    A name that several regions bear (鼓楼区) is left out: nobody can tell which is meant.
    """
    by_code = {division.adcode: division for division in all_divisions()}
    found: dict[str, tuple[str, ...]] = {}
    twice: set[str] = set()
    for division in by_code.values():
        names = []
        above = by_code.get(division.parent or "")
        while above is not None:
            names.append(above.name)
            above = by_code.get(above.parent or "")
        if division.name in found:
            twice.add(division.name)
        found[division.name] = tuple(reversed(names))
    return {name: above for name, above in found.items() if name not in twice}
