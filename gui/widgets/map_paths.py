"""Many lines or rings as flat arrays: thin them per zoom, cut them to a view, make one path.

Everything works on whole arrays, because a map redraws while the hand still moves.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from geo.model import Rings
from gui.widgets.map_camera import TILE, Bounds, to_world

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# finest zoom that each thinned version serves
BANDS = (3.2, 3.9, 4.6, 5.3, 6.0, 6.8, 7.6, 8.4, 9.2, 10.0, 11.0)
_ELEMENT = np.dtype([("type", ">i4"), ("x", ">f8"), ("y", ">f8")])


@dataclass(frozen=True, slots=True)
class Lines:
    """Parts of world points (n, 2); part i is ``starts[i]:starts[i + 1]``, with its box (p, 4)."""

    points: FloatArray
    starts: IntArray
    boxes: FloatArray

    def __len__(self) -> int:
        return len(self.starts) - 1

    @classmethod
    def of(cls, points: FloatArray, starts: IntArray) -> Lines:
        """Lines with their boxes measured."""
        if len(starts) < 2:
            return cls(np.empty((0, 2)), np.zeros(1, dtype=np.int64), np.empty((0, 4)))
        low = np.minimum.reduceat(points, starts[:-1], axis=0)
        high = np.maximum.reduceat(points, starts[:-1], axis=0)
        return cls(points, starts, np.hstack([low, high]))

    def chosen(self, keep: NDArray[np.bool_]) -> Lines:
        """Only the parts where ``keep`` holds."""
        if keep.all():
            return self
        sizes = np.diff(self.starts)
        points = self.points[np.repeat(keep, sizes)]
        starts = np.concatenate([[0], np.cumsum(sizes[keep])]).astype(np.int64)
        return Lines(points, starts, self.boxes[keep])

    def touching(self, view: Bounds) -> Lines:
        """Only the parts whose box meets the world rectangle."""
        left, top, right, bottom = view
        box = self.boxes
        keep = (box[:, 2] >= left) & (box[:, 0] <= right)
        return self.chosen(keep & (box[:, 3] >= top) & (box[:, 1] <= bottom))

    def longer(self, size: float) -> Lines:
        """Only the parts that stretch at least ``size`` world units."""
        span = np.maximum(self.boxes[:, 2] - self.boxes[:, 0], self.boxes[:, 3] - self.boxes[:, 1])
        return self.chosen(span >= size)

    def thinned(self, tolerance: float) -> Lines:
        """Each part simplified by Douglas-Peucker, in world units."""
        if not len(self):
            return self
        part = np.repeat(np.arange(len(self)), np.diff(self.starts))
        lines = shapely.linestrings(self.points, indices=part)
        thin = shapely.simplify(lines, tolerance, preserve_topology=False)
        points, index = shapely.get_coordinates(thin, return_index=True)
        counts = np.bincount(index, minlength=len(self))
        return Lines.of(points, np.concatenate([[0], np.cumsum(counts)]).astype(np.int64))

    def cut(self, view: Bounds) -> Lines:
        """As seen through the rectangle: runs of points beyond one same side shrink to their ends.

        A run that lies wholly left of the view, say, cannot be seen, and neither can the straight
        line between its ends; so filled areas and lines look the same inside the view.
        """
        near = self.touching(view)
        if len(near.points) < 64:
            return near
        left, top, right, bottom = view
        x, y = near.points[:, 0], near.points[:, 1]
        side = np.where(x < left, 1, np.where(x > right, 2, 0))
        side = np.where(side > 0, side, np.where(y < top, 3, np.where(y > bottom, 4, 0)))
        keep = np.ones(len(side), dtype=bool)
        keep[1:-1] = (side[1:-1] == 0) | (side[1:-1] != side[:-2]) | (side[1:-1] != side[2:])
        keep[near.starts[:-1]] = True
        keep[near.starts[1:] - 1] = True
        counts = np.add.reduceat(keep, near.starts[:-1])
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        return Lines(near.points[keep], starts, near.boxes)

    def path(self, left: float, top: float, scale: float) -> QPainterPath:
        """One path in pixels: world times ``scale``, less the world pixel at the corner."""
        return path_of(self.points * scale - (left, top), self.starts)


def path_of(pixels: FloatArray, starts: IntArray) -> QPainterPath:
    """A path of straight parts from an array (n, 2), without a Python loop over points."""
    path = QPainterPath()
    count = len(pixels)
    if not count:
        return path
    elements = np.empty(count, dtype=_ELEMENT)
    elements["type"] = 1
    elements["type"][starts[:-1]] = 0
    elements["x"], elements["y"] = pixels[:, 0], pixels[:, 1]
    # the format in which Qt writes paths: count, elements, start of last part, fill rule
    tail = np.array([starts[-2], 0], dtype=">i4").tobytes()
    data = np.array([count], dtype=">i4").tobytes() + elements.tobytes() + tail
    buffer = QByteArray(data)  # the stream reads from it, so it must outlive the stream
    stream = QDataStream(buffer, QIODevice.OpenModeFlag.ReadOnly)
    stream >> path
    return path


def gathered(shapes: Iterable[Rings]) -> Lines:
    """All parts of all shapes, in world units."""
    every = [shape for shape in shapes if len(shape.points)]
    if not every:
        return Lines.of(np.empty((0, 2)), np.zeros(1, dtype=np.int64))
    points = np.vstack([shape.points for shape in every])
    sizes = np.concatenate([np.diff(shape.offsets) for shape in every])
    x, y = to_world(points[:, 0], points[:, 1])
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return Lines.of(np.column_stack([x, y]), starts)


def first_edges(layers: Sequence[Sequence[Rings]]) -> list[Lines]:
    """Borders of each layer that no earlier layer has, each shared border once.

    Neighbours in the boundary set repeat their border point by point, and counties repeat those
    of their city; drawn twice, lines get thick and lose their dashes.
    """
    every = [gathered(layer) for layer in layers]
    keys, inner = zip(*(_edge_keys(lines) for lines in every), strict=True)
    chain = np.concatenate(keys)
    order = np.argsort(chain, kind="stable")  # stable: of equal steps the earliest comes first
    ranked = chain[order]
    once = np.zeros(len(chain), dtype=bool)
    fresh = np.concatenate([[True], ranked[1:] != ranked[:-1]])[: len(order)]
    once[order[fresh]] = True
    answer = []
    start = 0
    for lines, real in zip(every, inner, strict=True):
        answer.append(_runs(lines, once[start : start + len(real)] & real))
        start += len(real)
    return answer


def _edge_keys(lines: Lines) -> tuple[IntArray, NDArray[np.bool_]]:
    """A number per step between successive points, the same in both directions; False at seams."""
    if len(lines.points) < 2:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=bool)
    grid = np.round(lines.points * 2**30).astype(np.int64)
    point = grid[:, 0] * 1_000_003 + grid[:, 1]
    a, b = point[:-1], point[1:]
    keys = np.minimum(a, b) * 31 + np.maximum(a, b) * 17
    inner = np.ones(len(keys), dtype=bool)
    seams = lines.starts[1:-1] - 1
    inner[seams] = False
    keys[seams] = -1 - seams  # a seam is no border, and must not stand for one
    return keys, inner


def _runs(lines: Lines, edge: NDArray[np.bool_]) -> Lines:
    """The runs of successive marked steps as lines of their own."""
    if not edge.any():
        return Lines.of(np.empty((0, 2)), np.zeros(1, dtype=np.int64))
    opens = edge & ~np.concatenate([[False], edge[:-1]])
    closes = edge & ~np.concatenate([edge[1:], [False]])
    first, last = np.flatnonzero(opens), np.flatnonzero(closes) + 1
    sizes = last - first + 1
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    index = np.arange(starts[-1]) - np.repeat(starts[:-1] - first, sizes)
    return Lines.of(lines.points[index], starts)


class Detail:
    """Lines in a version per zoom band, each made when first asked for."""

    def __init__(self, full: Lines, least_px: float = 0.0, error_px: float = 0.6) -> None:
        self._full = full
        self._least = least_px
        self._error = error_px
        self._bands: dict[float, Lines] = {}

    def at(self, zoom: float) -> Lines:
        """The version that is fine enough, and no finer, for ``zoom``."""
        band = next((one for one in BANDS if zoom <= one), None)
        if band is None:
            return self._full
        if band not in self._bands:
            pixel = 1.0 / (TILE * 2.0**band)
            large = self._full.longer(self._least * pixel) if self._least else self._full
            self._bands[band] = large.thinned(self._error * pixel)
        return self._bands[band]


def label_point(rings: Rings) -> tuple[float, float]:
    """Degrees lon, lat well inside the largest part of an area, where its name reads best."""
    areas = [shapely.polygons(rings.points[a:b]) for a, b in pairwise(rings.offsets.tolist())]
    largest = shapely.make_valid(max(areas, key=shapely.area))
    tolerance = math.sqrt(max(float(shapely.area(largest)), 1e-9)) / 40
    line = shapely.maximum_inscribed_circle(largest, tolerance=tolerance)
    x, y = shapely.get_coordinates(line)[0]
    return float(x), float(y)
