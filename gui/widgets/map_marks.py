"""Stamps of the marks: one picture per kind, look, size and screen, drawn once and reused."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from gui.theme import Palette
from gui.widgets.map_sites import KINDS
from gui.widgets.painters import kind_path

RADIUS, RADIUS_CHOSEN, RING_CHOSEN = 6.2, 9.5, 17.0
RADIUS_HOVER, RADIUS_FAINT = 7.4, 3.4
HALO = 1.4
REACH = {"plain": 7.6, "hollow": 7.6, "hover": 10.5, "chosen": 18.5}

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


class Look(StrEnum):
    """How a mark is drawn. Hollow: its position is general knowledge, no source gives it."""

    PLAIN = "plain"
    HOLLOW = "hollow"
    HOVER = "hover"
    CHOSEN = "chosen"


class MarkStamps:
    """Pictures of marks for a palette and a device pixel ratio."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._made: dict[tuple[int, Look, bool, float], QPixmap] = {}

    def stamp(self, code: int, look: Look, sourced: bool, dpr: float) -> QPixmap:
        """The mark of a kind (its place in ``KINDS``), centred in its picture."""
        key = (code, look, sourced, dpr)
        if key not in self._made:
            self._made[key] = self._make(code, look, sourced, dpr)
        return self._made[key]

    def draw(
        self, painter: QPainter, x: float, y: float, code: int, look: Look, sourced: bool
    ) -> None:
        """Stamp a mark with its middle at ``(x, y)``."""
        dpr = painter.device().devicePixelRatioF()
        picture = self.stamp(code, look, sourced, dpr)
        half = picture.width() / dpr / 2
        # whole device pixels keep the edges of squares sharp
        left, top = round((x - half) * dpr) / dpr, round((y - half) * dpr) / dpr
        painter.drawPixmap(QPointF(left, top), picture)

    def _make(self, code: int, look: Look, sourced: bool, dpr: float) -> QPixmap:
        reach = REACH[look.value] + 1
        side = round(2 * reach * dpr)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        picture.setDevicePixelRatio(dpr)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(side / dpr / 2, side / dpr / 2)
        self._paint(painter, code, look, sourced)
        painter.end()
        return picture

    def _paint(self, painter: QPainter, code: int, look: Look, sourced: bool) -> None:
        colours = self._palette
        kind = KINDS[code]
        colour, halo = QColor(colours.kind(kind)), QColor(colours.halo)
        radius = {Look.HOVER: RADIUS_HOVER, Look.CHOSEN: RADIUS_CHOSEN}.get(look, RADIUS)
        if look is Look.CHOSEN:
            ring = QPen(QColor(colours.ink), 1.2)
            ring.setDashPattern([3.2, 2.4])
            under = QColor(colours.halo)
            under.setAlphaF(0.55)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(under)
            painter.drawEllipse(QPointF(0, 0), RING_CHOSEN, RING_CHOSEN)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ring)
            painter.drawEllipse(QPointF(0, 0), RING_CHOSEN, RING_CHOSEN)
        edge = QColor(colours.ink) if look in (Look.CHOSEN, Look.HOVER) else halo
        shape = kind_path(kind, radius)
        painter.strokePath(shape, QPen(halo, 2 * HALO + (2.0 if edge != halo else 0.0)))
        if sourced:
            painter.fillPath(shape, colour)
        else:
            painter.fillPath(shape, QColor(colours.card))
            inner = kind_path(kind, radius - 1.0)
            painter.strokePath(inner, QPen(colour, 2.0))
        if edge != halo:
            painter.strokePath(shape, QPen(edge, 1.6 if look is Look.CHOSEN else 1.2))


def faint_picture(
    x: FloatArray,
    y: FloatArray,
    codes: IntArray,
    size: tuple[int, int],
    palette: Palette,
    dpr: float,
) -> QImage:
    """Small pale dots for sites that serve no scene, any number of them, on clear ground.

    ``x`` and ``y`` are logical pixels, ``size`` device pixels.
    """
    width, height = size
    reach = max(1, round(RADIUS_FAINT * 0.7 * dpr))
    px, py = (x * dpr).astype(np.int64), (y * dpr).astype(np.int64)
    inside = (px >= reach) & (px < width - reach) & (py >= reach) & (py < height - reach)
    # one dot per pixel is all that can be seen, however many sites lie there
    grid = np.zeros(width * height, dtype=np.uint8)
    grid[py[inside] * width + px[inside]] = codes[inside] + 1
    at = np.flatnonzero(grid)
    colours = np.array([_premultiplied(palette.kind(kind), 0.5) for kind in KINDS], np.uint32)
    paint = colours[grid[at] - 1]
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    buffer = np.frombuffer(image.bits(), dtype=np.uint32)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            if dx * dx + dy * dy <= reach * reach + 1.5:
                buffer[at + (dy * width + dx)] = paint
    image.setDevicePixelRatio(dpr)
    return image


def _premultiplied(colour: str, alpha: float) -> int:
    ink = QColor(colour)
    parts = (255, ink.red(), ink.green(), ink.blue())
    alpha_, red, green, blue = (round(part * alpha) for part in parts)
    return alpha_ << 24 | red << 16 | green << 8 | blue
