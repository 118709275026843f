"""Where the map looks: a Web Mercator camera in plain numbers, without a widget."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Bounds = tuple[float, float, float, float]

TILE = 256.0
MIN_ZOOM, MAX_ZOOM = 2.6, 16.0
MAX_LAT = 85.0511287798066
EARTH_M = 2 * math.pi * 6378137.0


def to_world(lon: FloatArray, lat: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Degrees to the unit square of Web Mercator: x east from -180, y south from the top."""
    clipped = np.clip(lat, -MAX_LAT, MAX_LAT)
    x = (np.asarray(lon, dtype=np.float64) + 180.0) / 360.0
    y = 0.5 - np.arcsinh(np.tan(np.radians(clipped))) / (2 * math.pi)
    return x, y


def to_degrees(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The unit square back to degrees lon, lat."""
    lon = np.asarray(x, dtype=np.float64) * 360.0 - 180.0
    lat = np.degrees(np.arctan(np.sinh((0.5 - np.asarray(y)) * 2 * math.pi)))
    return lon, lat


def world_bounds(bounds: Bounds) -> Bounds:
    """``(west, south, east, north)`` degrees as ``(left, top, right, bottom)`` of the world."""
    west, south, east, north = bounds
    x, y = to_world(np.array([west, east]), np.array([north, south]))
    return float(x[0]), float(y[0]), float(x[1]), float(y[1])


@dataclass(frozen=True, slots=True)
class Camera:
    """Centre in world units, zoom (web levels, fractional), view size in logical pixels."""

    x: float = 0.79
    y: float = 0.41
    zoom: float = 4.0
    width: float = 800.0
    height: float = 600.0

    @property
    def scale(self) -> float:
        """Pixels across the whole world."""
        return float(TILE * 2.0**self.zoom)

    @property
    def left(self) -> float:
        """World pixel at the left edge of the view."""
        return self.x * self.scale - self.width / 2

    @property
    def top(self) -> float:
        """World pixel at the top edge of the view."""
        return self.y * self.scale - self.height / 2

    def pixels(self, lon: FloatArray, lat: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Degrees to pixels of the view."""
        x, y = to_world(lon, lat)
        return x * self.scale - self.left, y * self.scale - self.top

    def degrees(self, px: float, py: float) -> tuple[float, float]:
        """A pixel of the view to degrees lon, lat."""
        x = np.array([(px + self.left) / self.scale])
        y = np.array([(py + self.top) / self.scale])
        lon, lat = to_degrees(x, y)
        return float(lon[0]), float(lat[0])

    def view(self, margin: float = 0.0) -> Bounds:
        """The world rectangle in view, grown by ``margin`` pixels on every side."""
        return (
            (self.left - margin) / self.scale,
            (self.top - margin) / self.scale,
            (self.left + self.width + margin) / self.scale,
            (self.top + self.height + margin) / self.scale,
        )

    def metres_per_pixel(self) -> float:
        """Ground length of a pixel at the centre of the view."""
        lat = math.radians(self.degrees(self.width / 2, self.height / 2)[1])
        return EARTH_M * math.cos(lat) / self.scale

    def panned(self, dx: float, dy: float) -> Camera:
        """The view after its content has moved by ``(dx, dy)`` pixels."""
        return self._held(replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale))

    def zoomed(self, levels: float, px: float, py: float) -> Camera:
        """Closer by ``levels``; the place under the pixel ``(px, py)`` stays under it."""
        zoom = min(max(self.zoom + levels, MIN_ZOOM), MAX_ZOOM)
        scale = TILE * 2.0**zoom
        x, y = (px + self.left) / self.scale, (py + self.top) / self.scale
        moved = replace(
            self,
            zoom=zoom,
            x=x - (px - self.width / 2) / scale,
            y=y - (py - self.height / 2) / scale,
        )
        return self._held(moved)

    def resized(self, width: float, height: float) -> Camera:
        """The same centre and zoom in another window size."""
        return replace(self, width=max(width, 1.0), height=max(height, 1.0))

    def centred(self, lon: float, lat: float, zoom: float | None = None) -> Camera:
        """The view with a place in its middle."""
        x, y = to_world(np.array([lon]), np.array([lat]))
        level = self.zoom if zoom is None else min(max(zoom, MIN_ZOOM), MAX_ZOOM)
        return replace(self, x=float(x[0]), y=float(y[0]), zoom=level)

    def fitted(self, bounds: Bounds, padding: Bounds = (0.0, 0.0, 0.0, 0.0)) -> Camera:
        """The closest view of ``(west, south, east, north)`` degrees inside ``padding``.

        Padding is ``(left, top, right, bottom)`` pixels that stay free.
        """
        left, top, right, bottom = world_bounds(bounds)
        pad_left, pad_top, pad_right, pad_bottom = padding
        free_w = max(self.width - pad_left - pad_right, 40.0)
        free_h = max(self.height - pad_top - pad_bottom, 40.0)
        scale = min(free_w / max(right - left, 1e-9), free_h / max(bottom - top, 1e-9))
        zoom = min(max(math.log2(scale / TILE), MIN_ZOOM), MAX_ZOOM)
        scale = TILE * 2.0**zoom
        x = (left + right) / 2 + (pad_right - pad_left) / 2 / scale
        y = (top + bottom) / 2 + (pad_bottom - pad_top) / 2 / scale
        return replace(self, x=x, y=y, zoom=zoom)

    def _held(self, moved: Camera) -> Camera:
        """Keep the centre on the world, or one could pan into nothing."""
        return replace(moved, x=min(max(moved.x, 0.02), 0.98), y=min(max(moved.y, 0.06), 0.94))
