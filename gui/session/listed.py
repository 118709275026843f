"""The places of the catalogue, found by id or by city without looking at each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.model import Site
from gui.widgets.map_sites import KINDS


@dataclass(frozen=True, slots=True)
class Columns:
    """What a map draws of all places. ``kinds`` are places in KINDS; lists are by language."""

    ids: list[str]
    lats: NDArray[np.float64]
    lons: NDArray[np.float64]
    kinds: NDArray[np.int64]
    sourced: NDArray[np.bool_]
    doubt_m: NDArray[np.float64]
    names: Mapping[str, list[str]]
    districts: Mapping[str, list[str]]


class Listed(tuple[Site, ...]):
    """All places in order. What is looked up is indexed once, at the first question.

    ``prepare`` indexes all of it, beside the window.
    """

    def prepare(self) -> Listed:
        """Answer every first question now."""
        for name in ("by_id", "place", "cities", "sets", "columns"):
            getattr(self, name)
        return self

    @cached_property
    def by_id(self) -> Mapping[str, Site]:
        """Each place by its id."""
        return {site.id: site for site in self}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each id stands in the list."""
        return {site.id: place for place, site in enumerate(self)}

    @cached_property
    def columns(self) -> Columns:
        """The places as columns."""
        number = {kind: place for place, kind in enumerate(KINDS)}
        return Columns(
            [site.id for site in self],
            self._array(np.float64, "lat"),
            self._array(np.float64, "lon"),
            np.array([number[site.kind] for site in self], np.int64),
            np.array([site.exact for site in self], np.bool_),
            self._array(np.float64, "coord_uncertainty_m"),
            {
                "zh": [site.name_zh for site in self],
                "en": [site.name_en or site.name_zh for site in self],
            },
            {
                "zh": [site.district_zh or site.city_zh for site in self],
                "en": [site.city_en for site in self],
            },
        )

    def _array(self, kind: type[Any], name: str) -> NDArray[Any]:
        return np.array([getattr(site, name) for site in self], kind)

    @cached_property
    def cities(self) -> Mapping[str, Site]:
        """The first place of each city, by the city's Chinese name."""
        first: dict[str, Site] = {}
        for site in self:
            first.setdefault(site.city_zh, site)
        return first

    @cached_property
    def sets(self) -> Mapping[str, tuple[Site, ...]]:
        """The sets of each base that has some, by the id of the base."""
        found: dict[str, list[Site]] = {}
        for site in self:
            if site.parent is not None:
                found.setdefault(site.parent, []).append(site)
        return {base: tuple(sets) for base, sets in found.items()}

    def city_en(self, city: str) -> str:
        """The English name of a city; empty where no place lies in it."""
        first = self.cities.get(city)
        return "" if first is None else first.city_en
