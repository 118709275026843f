"""Photos on the map: where each was taken, and a wedge in the direction the lens looked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.theme import Palette
from gui.widgets.map_camera import Camera

DOT, RIM, RING, REACH = 4.5, 2.0, 9.0, 9.0
LONG, SHORT, HALF_DEG = 24.0, 14.0, 22.0
NEAR_M = 5.0
"""Metres a pixel stands for beyond which wedges are short and places come before photos."""
SIGHT_M = 16.0
"""Metres a pixel may stand for: seen from farther off, photos would lie on their place."""


@dataclass(frozen=True, slots=True)
class PhotoMark:
    """A photo that knows where it was taken (WGS-84); ``bearing``: degrees from north.

    ``doubtful``: its position may be wrong; ``words``: what is told of it.
    """

    key: str
    lat: float
    lon: float
    bearing: float | None = None
    doubtful: bool = False
    words: str = ""


class PhotoMarks:
    """The photos of one place; ``hovered`` and ``chosen`` are keys, empty for none."""

    def __init__(self) -> None:
        self.marks: tuple[PhotoMark, ...] = ()
        self.hovered = self.chosen = ""
        self._long = LONG

    def load(self, marks: Sequence[PhotoMark]) -> None:
        """Show these."""
        self.marks = tuple(marks)
        known = {one.key for one in self.marks}
        self.hovered = self.hovered if self.hovered in known else ""
        self.chosen = self.chosen if self.chosen in known else ""

    def mark(self, key: str) -> PhotoMark | None:
        """The mark of a photo."""
        return next((one for one in self.marks if one.key == key), None)

    def seen(self, camera: Camera) -> bool:
        """Whether one looks from near enough."""
        return bool(self.marks) and camera.metres_per_pixel() <= SIGHT_M

    def spot(self, camera: Camera, mark: PhotoMark) -> QPointF:
        """Where a mark stands in the view."""
        x, y = camera.pixels(np.array([mark.lon]), np.array([mark.lat]))
        return QPointF(float(x[0]), float(y[0]))

    def at(self, camera: Camera, x: float, y: float) -> PhotoMark | None:
        """The mark under a point: the nearest of those near enough."""
        if not self.seen(camera):
            return None
        point = QPointF(x, y)
        far = [(_length(self.spot(camera, one) - point), one.key, one) for one in self.marks]
        nearest = min(far, default=None)
        return nearest[2] if nearest is not None and nearest[0] <= REACH else None

    def paint(self, painter: QPainter, camera: Camera, colours: Palette) -> None:
        """Draw them, the one pointed at last."""
        if not self.seen(camera):
            return
        self._long = LONG if camera.metres_per_pixel() <= NEAR_M else SHORT
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in sorted(self.marks, key=lambda one: one.key in (self.chosen, self.hovered)):
            self._paint(painter, self.spot(camera, one), one, colours)
        painter.restore()

    def _paint(self, painter: QPainter, at: QPointF, mark: PhotoMark, colours: Palette) -> None:
        colour = QColor(colours.warn if mark.doubtful else colours.link)
        line = QPen(colour, 1.6)
        if mark.doubtful:
            line.setDashPattern([2.0, 1.6])
        if mark.bearing is not None:
            ground = QColor(colour)
            ground.setAlphaF(0.0 if mark.doubtful else 0.28)
            painter.setPen(QPen(QColor(colours.halo), 3.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            wedge = wedge_path(at, mark.bearing, self._long)
            painter.drawPath(wedge)
            painter.setPen(line)
            painter.setBrush(ground)
            painter.drawPath(wedge)
        if mark.key in (self.chosen, self.hovered):
            painter.setPen(QPen(QColor(colours.ink), 2.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, RING, RING)
        painter.setPen(QPen(QColor(colours.halo), RIM + 1.6))
        painter.setBrush(QColor(colours.card if mark.doubtful else colour.name()))
        painter.drawEllipse(at, DOT, DOT)
        if mark.doubtful:
            painter.setPen(line)
            painter.drawEllipse(at, DOT, DOT)

    def boxes(self, camera: Camera) -> list[QRectF]:
        """What names of places keep away from."""
        if not self.seen(camera):
            return []
        spots = (self.spot(camera, one) for one in self.marks)
        return [QRectF(at.x() - DOT, at.y() - DOT, 2 * DOT, 2 * DOT) for at in spots]


def wedge_path(at: QPointF, bearing: float, far: float = LONG) -> QPainterPath:
    """The slice of a disc of ``far`` pixels round ``at`` that opens towards ``bearing``."""
    path = QPainterPath(at)
    # Qt counts from three o'clock against the hands of the clock
    start = 90.0 - bearing - HALF_DEG
    path.arcTo(QRectF(at.x() - far, at.y() - far, 2 * far, 2 * far), start, 2 * HALF_DEG)
    path.closeSubpath()
    return path


def _length(step: QPointF) -> float:
    return math.hypot(step.x(), step.y())
