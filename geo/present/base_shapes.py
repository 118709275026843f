"""Boundaries and water as shapes to draw: parts of rings, thinned to what can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon

from geo.model import Rings


def ring_parts(ring: Rings) -> list[NDArray[np.float64]]:
    """The parts of ``ring``, each (n, 2) lon/lat."""
    return [
        ring.points[start:end]
        for start, end in zip(ring.offsets[:-1], ring.offsets[1:], strict=True)
    ]


def line_shapes(rings: Iterable[Rings]) -> Iterator[LineString]:
    """Every part that has two points or more, as a line."""
    for ring in rings:
        yield from (LineString(part) for part in ring_parts(ring) if len(part) > 1)


def area_shapes(rings: Iterable[Rings], smallest: float) -> Iterator[Polygon]:
    """Every part at least twice ``smallest`` degrees across, as an area."""
    for ring in rings:
        yield from (Polygon(part) for part in ring_parts(ring) if _large(part, smallest))


def lake_shapes(rings: Iterable[Rings], smallest: float) -> Iterator[Polygon]:
    """Lakes: the first part is the shore, the others are islands."""
    for ring in rings:
        shore, *islands = ring_parts(ring)
        if _large(shore, smallest):
            yield Polygon(shore, [part for part in islands if _large(part, smallest)])


def _large(points: Any, smallest: float) -> bool:  # noqa: ANN401 (an array of points)
    return len(points) >= 4 and float(np.ptp(points, axis=0).max()) >= 2 * smallest
