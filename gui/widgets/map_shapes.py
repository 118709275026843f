"""What every map of the window draws from: the lines of a base map, worked out once."""

from __future__ import annotations

import weakref

from geo.model import BaseMap, Rings
from gui.widgets.map_brush import Layer
from gui.widgets.map_names import MapNames
from gui.widgets.map_paths import Lines, first_edges, gathered


class Borders:
    """Borders by level; each level is worked out when a view first shows it."""

    def __init__(self, base: BaseMap) -> None:
        self._base = base
        self.provinces = Layer(first_edges([base.provinces])[0], 1.5)
        self._cities: Layer | None = None
        self._counties: dict[str, Lines] = {}

    def cities(self) -> Layer:
        """Borders between cities that are no border of a province."""
        if self._cities is None:
            edges = first_edges([self._base.provinces, self._base.cities])
            self._cities = Layer(edges[1], 1.5)
        return self._cities

    def counties(self, adcode: str) -> Lines:
        """Borders between the counties of one city."""
        if adcode not in self._counties:
            city = tuple(c for c in self._base.cities if c.adcode == adcode)
            inner = tuple(c for c in self._base.counties if c.adcode[:4] == adcode[:4])
            self._counties[adcode] = first_edges([city, inner])[1]
        return self._counties[adcode]


class Shapes:
    """Layers, borders and names of one base map; no colours, no view, so that maps share them."""

    def __init__(self, base: BaseMap) -> None:
        self.base = base
        self.borders = Borders(base)
        self.country = Layer(gathered(base.provinces), 2.5, 1.5)
        self.land = Layer(gathered(base.land), 1.5, 0.8)
        self.lakes = Layer(gathered(base.lakes), 2.0)
        self.rivers = Layer(gathered(base.rivers))
        self.dashes = Layer(gathered([base.nine_dash]))
        unsettled = [base.undetermined] if base.undetermined is not None else []
        self.unsettled = Layer(gathered(unsettled))
        self.cities: dict[str, Rings] = {city.adcode: city for city in base.cities}
        self.names = MapNames(base)


# a base map is kept by its shapes, so its id means it and nothing else
_shared: weakref.WeakValueDictionary[int, Shapes] = weakref.WeakValueDictionary()


def shapes_of(base: BaseMap) -> Shapes:
    """The shapes of ``base``: the same object for every map that shows it."""
    found = _shared.get(id(base))
    if found is None:
        found = _shared[id(base)] = Shapes(base)
    return found
