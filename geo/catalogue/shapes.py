"""Reads the packed outlines of the boundary data package into flat numpy arrays.

A file is a count, that many sizes, then the features, all little-endian. A feature is its geometry
type, then (for multi-part types) again a count, sizes and parts. A ring is a flag and its points:
unsigned steps of 2e-6 degrees from (-180, -90), or one such point and 16-bit differences.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from geo.errors import FactsError
from geo.model import Rings

if TYPE_CHECKING:
    from collections.abc import Iterator


WORD = 4
DEGREE = 1_000_000  # the file counts in millionths, two at a step
STEP = 2
ORIGIN = np.array((-180 * DEGREE, -90 * DEGREE), dtype=np.int32)


class _Type(IntEnum):
    LINE = 2
    MULTI_LINE = 3
    POLYGON = 5
    MULTI_POLYGON = 6


@dataclass(frozen=True, slots=True)
class Shapes:
    """All features of a file: ``points`` (n, 2) lon/lat; offsets into points, rings, parts."""

    points: NDArray[np.float64]
    rings: NDArray[np.int64]
    parts: NDArray[np.int64]
    features: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.features) - 1

    def outline(self, index: int, name: str, adcode: str) -> Rings:
        """All rings of one feature, holes among them (fill them even-odd)."""
        first, last = self.parts[self.features[index]], self.parts[self.features[index + 1]]
        offsets = self.rings[first : last + 1]
        points = self.points[offsets[0] : offsets[-1]]
        return Rings(name, adcode, points, offsets - offsets[0])

    def polygons(self) -> NDArray[np.object_]:
        """The features as shapely multi-polygons, made valid."""
        import shapely

        kind = shapely.GeometryType.MULTIPOLYGON
        made: NDArray[np.object_] = shapely.from_ragged_array(
            kind, self.points, (self.rings, self.parts, self.features)
        )
        broken = ~shapely.is_valid(made)
        made[broken] = shapely.make_valid(made[broken])
        return made


def load_shapes(path: Path) -> Shapes:
    """Read a packed outline file.

    Raises FactsError when it is missing or not in that layout.
    """
    try:
        words = np.frombuffer(path.read_bytes(), dtype="<u4")
        return _Reader(words).read()
    except (OSError, ValueError, IndexError) as error:
        raise FactsError("boundaries_broken", file=path.name) from error


class _Reader:
    """Walks the nesting in Python, which knows no points, and decodes ring by ring in numpy."""

    def __init__(self, words: NDArray[np.uint32]) -> None:
        self.words = words
        self.spans: list[tuple[int, int]] = []
        self.parts = [0]
        self.features = [0]

    def read(self) -> Shapes:
        for start, end in self._inner(0):
            self._feature(start, end)
            self.features.append(len(self.parts) - 1)
        points, rings = _points(self.words, self.spans)
        return Shapes(points, rings, np.array(self.parts), np.array(self.features))

    def _inner(self, at: int) -> Iterator[tuple[int, int]]:
        start = at + 1 + int(self.words[at])
        for size in self.words[at + 1 : start].tolist():
            end = start + size // WORD
            yield start, end
            start = end

    def _feature(self, start: int, end: int) -> None:
        kind, body = self.words[start], start + 1
        if kind == _Type.MULTI_POLYGON:
            for inner, _ in self._inner(body):
                self._part(self._inner(inner))
        elif kind in (_Type.POLYGON, _Type.MULTI_LINE):
            self._part(self._inner(body))
        elif kind == _Type.LINE:
            self._part(iter([(body, end)]))
        else:
            raise ValueError(kind)

    def _part(self, rings: Iterator[tuple[int, int]]) -> None:
        self.spans.extend(rings)
        self.parts.append(len(self.spans))


def _points(
    words: NDArray[np.uint32], spans: list[tuple[int, int]]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Decode all rings: (points, offsets of the rings)."""
    steps = words.view("<i4").reshape(-1, 1)  # a whole point is two words
    halves = words.view("<i2").reshape(-1, 2)  # a difference is one
    pieces = []
    for start, end in spans:
        body = start + 1
        if words[start]:
            piece = np.empty((end - body - 1, 2), dtype=np.int32)
            piece[0] = steps[body : body + 2, 0]
            piece[1:] = halves[body + 2 : end]
            np.cumsum(piece, axis=0, out=piece)
        else:
            piece = steps[body:end].reshape(-1, 2)
        pieces.append(piece)
    offsets = np.cumsum([0, *map(len, pieces)])
    return (np.concatenate(pieces) * STEP + ORIGIN) / DEGREE, offsets
