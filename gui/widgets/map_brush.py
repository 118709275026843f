"""Fills and strokes many lines or areas of a map in one go, only what the view can show."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.widgets.map_camera import Bounds, Camera
from gui.widgets.map_paths import Detail, Lines

FAT = 3.2  # device pixels from which one wide pen beats many thin ones


class Layer:
    """A detail set with the part near the last view kept, as most frames look at the same place."""

    def __init__(self, full: Lines, least_px: float = 0.0, error_px: float = 0.6) -> None:
        self._detail = Detail(full, least_px, error_px)
        self._near: Lines | None = None
        self._window: Bounds = (0.0, 0.0, 0.0, 0.0)
        self._source: Lines | None = None

    def seen(self, camera: Camera, view: Bounds) -> Lines:
        """What of the layer the world rectangle shows, as fine as the camera's zoom asks."""
        source = self._detail.at(camera.zoom)
        left, top, right, bottom = self._window
        inside = left <= view[0] and top <= view[1] and right >= view[2] and bottom >= view[3]
        wasteful = right - left > 8 * (view[2] - view[0]) and right - left > camera.width * 4
        if self._near is None or source is not self._source or not inside or wasteful:
            wide, high = camera.width / camera.scale, camera.height / camera.scale
            self._window = (view[0] - wide, view[1] - high, view[2] + wide, view[3] + high)
            self._near = source.cut(self._window)
            self._source = source
        return self._near.cut(view)


class Brush:
    """Fills and strokes layers in the device pixels of one painting."""

    def __init__(
        self,
        painter: QPainter,
        camera: Camera,
        view: Bounds,
        corner: tuple[int, int],
        scale: float,
        dpr: float,
    ) -> None:
        self.painter = painter
        self.camera = camera
        self._view = view
        self._corner = corner
        self._scale = scale
        self._dpr = dpr

    def _path(self, lines: Lines) -> QPainterPath:
        return lines.path(self._corner[0], self._corner[1], self._scale)

    def fill(self, layer: Layer, colour: QColor, *, outside: bool = False) -> None:
        """Fill the areas, or with ``outside`` all but them; holes are even-odd."""
        path = self._path(layer.seen(self.camera, self._view))
        if outside:
            left, top, right, bottom = self._view
            grow = 40.0
            frame = QRectF(
                left * self._scale - self._corner[0] - grow,
                top * self._scale - self._corner[1] - grow,
                (right - left) * self._scale + 2 * grow,
                (bottom - top) * self._scale + 2 * grow,
            )
            path.addRect(frame)
        path.setFillRule(Qt.FillRule.OddEvenFill)
        self.painter.fillPath(path, colour)

    def stroke(
        self,
        layer: Layer,
        colour: QColor,
        width: float,
        *,
        least: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw the lines ``width`` logical pixels wide; parts under ``least`` world units not."""
        lines = layer.seen(self.camera, self._view)
        self.stroke_lines(lines.longer(least) if least else lines, colour, width, dash)

    def stroke_lines(
        self, lines: Lines, colour: QColor, width: float, dash: tuple[float, ...] = ()
    ) -> None:
        """Draw lines that are no layer."""
        wide = width * self._dpr
        seen = lines.cut(self._view)
        pen = QPen(colour, min(wide, 1.0))
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setWidthF(wide)
            pen.setDashPattern(list(dash))
            self.painter.strokePath(self._path(seen), pen)
        elif wide > FAT:
            pen.setWidthF(wide)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            self.painter.setPen(pen)
            self.painter.drawLines([QLineF(*ends) for ends in self._steps(seen)])
        else:
            path = self._path(seen)
            for dx, dy in _spread(wide):
                self.painter.strokePath(path.translated(dx, dy), pen)

    def _steps(self, lines: Lines) -> list[list[float]]:
        points = lines.points * self._scale - self._corner
        steps = np.hstack([points[:-1], points[1:]])
        inner = np.ones(len(steps), dtype=bool)
        inner[lines.starts[1:-1] - 1] = False
        answer: list[list[float]] = steps[inner].tolist()
        return answer


def _spread(width: float) -> list[tuple[float, float]]:
    """Shifts at which thin lines add up to one of ``width`` device pixels.

    Qt draws smooth lines of up to one pixel a hundred times faster than wider ones.
    """
    if width <= 1.05:
        return [(0.0, 0.0)]
    radius = (width - 1.0) / 2
    count = 4 if radius < 0.5 else 8
    turns = [2 * math.pi * (k + 0.5) / count for k in range(count)]
    ring = [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
    return ring if radius < 0.5 else [(0.0, 0.0), *ring]
