"""Writing on the map: halo letters as stamps, and a greedy placer that never lets two overlap."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTransform,
)

from gui import theme
from gui.theme import Palette

HALO = 3.0
SHEAR = -0.21
PAD = 2.0


class Voice(StrEnum):
    """What a label names, which decides its font and colour."""

    SITE = "site"
    CHOSEN = "chosen"
    DISTRICT = "district"
    CITY = "city"
    HOME = "home"
    PROVINCE = "province"
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A label as a picture; ``width`` and ``height`` are the letters' box without the halo."""

    picture: QPixmap
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants a place: its voice, text, and boxes' centres in order of liking."""

    voice: Voice
    text: str
    spots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A label that has its place; ``box`` is in logical pixels."""

    voice: Voice
    text: str
    box: QRectF


class LabelStamps:
    """Pictures of texts for one palette, by voice and device pixel ratio."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._made: dict[tuple[Voice, str, float], Stamp] = {}
        self._fonts: dict[Voice, QFont] = {}
        self._sizes: dict[tuple[Voice, str], tuple[float, float]] = {}

    def size(self, voice: Voice, text: str) -> tuple[float, float]:
        """Width and height of the letters."""
        key = (voice, text)
        if key not in self._sizes:
            metrics = QFontMetricsF(self._font(voice))
            extra = metrics.height() * -SHEAR if voice is Voice.WATER else 0.0
            width = metrics.horizontalAdvance(text) - self._font(voice).letterSpacing() + extra
            self._sizes[key] = (math.ceil(width), math.ceil(metrics.ascent() * 0.92 + 4))
        return self._sizes[key]

    def ready(self, voice: Voice, text: str, dpr: float) -> bool:
        """Whether the picture of a label is made already; making one takes a millisecond."""
        return (voice, text, dpr) in self._made

    def draw(self, painter: QPainter, label: Placed) -> None:
        """Draw a placed label."""
        dpr = painter.device().devicePixelRatioF()
        stamp = self._stamp(label.voice, label.text, dpr)
        left = round((label.box.left() - HALO) * dpr) / dpr
        top = round((label.box.top() - HALO) * dpr) / dpr
        painter.drawPixmap(QPointF(left, top), stamp.picture)

    def _font(self, voice: Voice) -> QFont:
        if voice not in self._fonts:
            self._fonts[voice] = _font(voice)
        return self._fonts[voice]

    def _stamp(self, voice: Voice, text: str, dpr: float) -> Stamp:
        key = (voice, text, dpr)
        if key not in self._made:
            if len(self._made) > 3000:
                self._made.clear()
            self._made[key] = self._make(voice, text, dpr)
        return self._made[key]

    def _make(self, voice: Voice, text: str, dpr: float) -> Stamp:
        width, height = self.size(voice, text)
        picture = QPixmap(math.ceil((width + 2 * HALO) * dpr), math.ceil((height + 2 * HALO) * dpr))
        picture.fill(Qt.GlobalColor.transparent)
        picture.setDevicePixelRatio(dpr)
        font = self._font(voice)
        base = QFontMetricsF(font).ascent() * 0.92 + 0.5
        path = QPainterPath()
        path.addText(QPointF(0, 0), font, text)
        if voice is Voice.WATER:
            path = QTransform().shear(SHEAR, 0).map(path)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(HALO, HALO + base)
        halo = self._halo(voice)
        if halo is not None:
            pen = QPen(halo, HALO)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)
        if voice is Voice.WATER:
            painter.fillPath(path, self._ink(voice))
        else:
            painter.setFont(font)
            painter.setPen(self._ink(voice))
            painter.drawText(QPointF(0, 0), text)
        painter.end()
        return Stamp(picture, width, height)

    def _ink(self, voice: Voice) -> QColor:
        colours = self._palette
        if voice is Voice.WATER:
            return QColor(colours.water_name)
        strong = voice in (Voice.SITE, Voice.CHOSEN, Voice.HOME)
        return QColor(colours.ink if strong else colours.map_label)

    def _halo(self, voice: Voice) -> QColor | None:
        if voice is Voice.WATER:
            return None
        colour = QColor(self._palette.halo)
        if voice not in (Voice.SITE, Voice.CHOSEN):
            colour.setAlphaF(0.75)
        return colour


def _font(voice: Voice) -> QFont:
    spacing = {Voice.DISTRICT: 0.12, Voice.CITY: 0.5, Voice.PROVINCE: 0.3, Voice.WATER: 0.3}
    latin = theme.language() == "en"
    if voice is Voice.WATER:
        font = theme.song(13)
    else:
        font = theme.font(13 if voice in (Voice.CHOSEN, Voice.HOME) else 12)
    if voice in (Voice.CHOSEN, Voice.HOME):
        font.setBold(True)
    share = spacing.get(voice, 0.0) * (0.15 if latin else 1.0)
    if share:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, share * font.pixelSize())
    return font


class Placer:
    """Gives places to labels in the order in which they ask; taken ground is never given twice."""

    def __init__(self, width: float, height: float, obstacles: Iterable[QRectF] = ()) -> None:
        self._width, self._height = width, height
        self._boxes: NDArray[np.float64] = np.empty((256, 4))
        self._count = 0
        for one in obstacles:
            self.block(one)

    def block(self, rect: QRectF) -> None:
        """Keep labels off ``rect``."""
        self.block_many(
            np.array([[rect.left(), rect.top(), rect.right(), rect.bottom()]], dtype=np.float64)
        )

    def block_many(self, boxes: NDArray[np.float64]) -> None:
        """Keep labels off boxes ``(n, 4)`` of left, top, right, bottom."""
        need = self._count + len(boxes)
        if need > len(self._boxes):
            grown = np.empty((2 * need, 4))
            grown[: self._count] = self._boxes[: self._count]
            self._boxes = grown
        self._boxes[self._count : need] = boxes
        self._count = need

    def place(
        self, size: tuple[float, float], spots: Sequence[tuple[float, float]], pad: float = PAD
    ) -> QRectF | None:
        """The box round the first of ``spots`` (centres) that is free, now taken; or None."""
        half_w, half_h = size[0] / 2, size[1] / 2
        taken = self._boxes[: self._count]
        for x, y in spots:
            left, top, right, bottom = x - half_w, y - half_h, x + half_w, y + half_h
            if left < PAD or top < PAD or right > self._width - PAD or bottom > self._height - PAD:
                continue
            meets = (
                (taken[:, 0] < right + 2 * pad)
                & (taken[:, 2] > left - 2 * pad)
                & (taken[:, 1] < bottom + pad)
                & (taken[:, 3] > top - pad)
            )
            if not meets.any():
                box = QRectF(left, top, size[0], size[1])
                self.block(box)
                return box
        return None


def beside(
    x: float, y: float, reach: float, size: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """Centres of a label of ``size`` right, left, above and below a mark of radius ``reach``."""
    wide, high = size
    gap = reach + 4
    return (
        (x + gap + wide / 2, y),
        (x - gap - wide / 2, y),
        (x, y - gap - high / 2 + 2),
        (x, y + gap + high / 2 - 2),
    )
