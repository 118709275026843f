"""Puts marks that would overlap into groups, and draws a group as a count in a ring of kinds."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from gui import theme
from gui.theme import Palette
from gui.widgets.map_sites import KINDS

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

SINGLE = 6.0  # radius that a lone mark claims
FINE_CELL, COARSE_CELL = 13.0, 60.0
MANY = 420  # more lone marks than this in view are gathered coarsely first
ROUNDS = 8
RING = 3.2
SHARES = 12


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of sites: middle in pixels, how many of each kind, and each site's group.

    ``best`` is the index (into the input) of the site that ranks first in its group.
    """

    x: FloatArray
    y: FloatArray
    count: IntArray
    kinds: IntArray
    best: IntArray
    member: IntArray

    def __len__(self) -> int:
        return len(self.x)


def radius(count: IntArray) -> FloatArray:
    """Pixels of a group's disc; a lone mark claims less."""
    many = 11.0 + 6.7 * np.log10(np.maximum(count, 1))
    return np.where(count > 1, many, SINGLE)


def grouped(x: FloatArray, y: FloatArray, codes: IntArray, rank: FloatArray) -> Groups:
    """Group sites at pixels ``(x, y)`` until no two discs overlap. Pure; 100,000 in some ms."""
    count = len(x)
    if not count:
        none = np.empty(0)
        zero = np.empty(0, dtype=np.int64)
        return Groups(none, none, zero, np.empty((0, len(KINDS)), np.int64), zero, zero)
    member = np.arange(count)
    if count > MANY:
        member = _cells(x, y, FINE_CELL)
        if int(member.max()) >= MANY:
            member = _cells(x, y, COARSE_CELL)
    size = np.bincount(member)
    heap = _Heap(np.bincount(member, x) / size, np.bincount(member, y) / size, size)
    into = np.arange(len(size))
    for _ in range(ROUNDS):
        joined = _merges(heap)
        if joined is None:
            break
        heap, step = heap.joined(joined)
        into = step[into]
    member = into[member]
    width = len(KINDS)
    kinds = np.bincount(member * width + codes, minlength=len(heap.size) * width)
    best = first_of(rank, member, len(heap.size))
    return Groups(heap.x, heap.y, heap.size, kinds.reshape(-1, width), best, member)


@dataclass(frozen=True, slots=True)
class _Heap:
    """Groups while they still merge: middles and sizes."""

    x: FloatArray
    y: FloatArray
    size: IntArray

    def joined(self, into: IntArray) -> tuple[_Heap, IntArray]:
        """The groups after each has joined ``into``, and the new place of each."""
        step = np.unique(into, return_inverse=True)[1]
        size = np.bincount(step, self.size).astype(np.int64)
        x = np.bincount(step, self.x * self.size) / size
        y = np.bincount(step, self.y * self.size) / size
        return _Heap(x, y, size), step


def _cells(x: FloatArray, y: FloatArray, cell: float) -> IntArray:
    column = np.floor(x / cell).astype(np.int64)
    row = np.floor(y / cell).astype(np.int64)
    column -= column.min()
    row -= row.min()
    keys = row * (int(column.max()) + 1) + column
    used = np.zeros(int(keys.max()) + 1, dtype=np.int64)
    used[keys] = 1
    place: IntArray = (np.cumsum(used) - 1)[keys]
    return place


def _merges(heap: _Heap) -> IntArray | None:
    """Which group each group joins, closest pairs first, each at most once; None when apart."""
    reach = radius(heap.size)
    first, second, gap = _pairs(heap.x, heap.y, reach)
    if not len(first):
        return None
    into = np.arange(len(reach))
    taken = np.zeros(len(reach), dtype=bool).tolist()
    order = np.argsort(gap, kind="stable")
    for a, b in zip(first[order].tolist(), second[order].tolist(), strict=True):
        if not taken[a] and not taken[b]:
            taken[a] = taken[b] = True
            into[b] = a
    return into


def _pairs(
    x: FloatArray, y: FloatArray, reach: FloatArray
) -> tuple[IntArray, IntArray, FloatArray]:
    """Pairs of discs that overlap, and by how much (negative), found by sweeping along x."""
    order = np.argsort(x, kind="stable")
    x, y, reach = x[order], y[order], reach[order]
    limit = np.searchsorted(x, x + reach + float(reach.max()), side="right")
    ahead = np.maximum(limit - np.arange(len(x)) - 1, 0)
    first = np.repeat(np.arange(len(x)), ahead)
    starts = np.concatenate([[0], np.cumsum(ahead)[:-1]])
    second = np.arange(len(first)) - np.repeat(starts - np.arange(len(x)) - 1, ahead)
    gap = np.hypot(x[first] - x[second], y[first] - y[second])
    gap -= (reach[first] + reach[second]) * 0.96
    near = gap < 0
    return order[first[near]], order[second[near]], gap[near]


def first_of(rank: FloatArray, member: IntArray, count: int) -> IntArray:
    """For each group, the index of its member with the least rank."""
    least = np.full(count, np.inf)
    np.minimum.at(least, member, rank)
    best = np.zeros(count, dtype=np.int64)
    hits = np.flatnonzero(rank == least[member])
    best[member[hits]] = hits
    return best


def count_text(count: int) -> str:
    """A count as it stands in a disc."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}k" if count < 10_000 else f"{count // 1000}k"


class ClusterStamps:
    """Pictures of group discs and of the counts in them, few enough to be drawn once each."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._discs: dict[tuple[tuple[int, ...], int, float], QPixmap] = {}
        self._counts: dict[tuple[str, bool, float], QPixmap] = {}

    def draw(self, painter: QPainter, x: float, y: float, kinds: IntArray, reach: float) -> None:
        """Draw the disc of a group with so many of each kind round ``(x, y)``."""
        dpr = painter.device().devicePixelRatioF()
        parts: list[int] = kinds.tolist()
        total = sum(parts)
        size = round(reach * 2 / 3) * 3  # few sizes and shares, so that few pictures are made
        shares = tuple(round(part / total * SHARES) for part in parts)
        if total < SHARES and size < 40:
            shares = tuple(parts)
        key = (shares, size, dpr)
        if key not in self._discs:
            if len(self._discs) > 4000:
                self._discs.clear()
            self._discs[key] = self._disc(shares, size / 2, dpr)
        text = (count_text(total), reach >= 16, dpr)
        if text not in self._counts:
            self._counts[text] = self._count(*text)
        for picture in (self._discs[key], self._counts[text]):
            wide, high = picture.width() / dpr / 2, picture.height() / dpr / 2
            left, top = round((x - wide) * dpr) / dpr, round((y - high) * dpr) / dpr
            painter.drawPixmap(QPointF(left, top), picture)

    def _disc(self, shares: tuple[int, ...], reach: float, dpr: float) -> QPixmap:
        picture, painter = _blank(2 * reach + 4, 2 * reach + 4, dpr)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.card))
        painter.drawEllipse(QPointF(0, 0), reach + 1, reach + 1)
        self._ring(painter, shares, reach - RING / 2)
        painter.end()
        return picture

    def _count(self, text: str, large: bool, dpr: float) -> QPixmap:
        font = theme.font(13 if large else 12, bold=True)
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(text) + 4, metrics.height() + 2
        picture, painter = _blank(wide, high, dpr)
        painter.setPen(QColor(self._palette.ink))
        painter.setFont(font)
        box = QRectF(-wide / 2, -high / 2, wide, high)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return picture

    def _ring(self, painter: QPainter, shares: tuple[int, ...], reach: float) -> None:
        parts = [(kind, share) for kind, share in zip(KINDS, shares, strict=True) if share > 0]
        total = sum(share for _, share in parts)
        gap = math.degrees(1.8 / reach) if len(parts) > 1 else 0.0
        turn = 90.0
        box = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for kind, share in parts:
            sweep = 360.0 * share / total
            pen = QPen(QColor(self._palette.kind(kind)), RING)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(box, round((turn - gap / 2) * 16), -round((sweep - gap) * 16))
            turn -= sweep


def _blank(width: float, height: float, dpr: float) -> tuple[QPixmap, QPainter]:
    """A clear picture and a smooth painter with its origin in the middle."""
    picture = QPixmap(math.ceil(width * dpr), math.ceil(height * dpr))
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(dpr)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(picture.width() / dpr / 2, picture.height() / dpr / 2)
    return picture, painter
