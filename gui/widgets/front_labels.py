"""Names beside marks, placed greedily: right, left, above, below, else not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from gui import theme

_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its room."""

    text: str
    room: QRectF
    bold: bool


def place_labels(wanted: Sequence[tuple[str, QPointF, float, bool]], plot: QRectF) -> list[Label]:
    """Place names within ``plot``; each of ``wanted`` is name, mark, radius, whether it matters.

    The first come first; one that finds no room is left out, for its mark has a tip.
    """
    marks = [
        QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        for _, at, radius, _ in wanted
    ]
    labels: list[Label] = []
    for own, (text, at, radius, bold) in enumerate(wanted):
        metrics = QFontMetricsF(theme.font(12, bold=bold))
        width, height = metrics.horizontalAdvance(text) + 4, metrics.height()
        others = [*(one.room for one in labels), *(m for n, m in enumerate(marks) if n != own)]
        for room in _rooms(at, radius, width, height):
            if plot.contains(room) and not any(room.intersects(one) for one in others):
                labels.append(Label(text, room, bold))
                break
    return labels


def _rooms(at: QPointF, radius: float, width: float, height: float) -> tuple[QRectF, ...]:
    away = radius + _GAP
    beside, middle = at.y() - height / 2, at.x() - width / 2
    return (
        QRectF(at.x() + away, beside, width, height),
        QRectF(at.x() - away - width, beside, width, height),
        QRectF(middle, at.y() - away - height, width, height),
        QRectF(middle, at.y() + away, width, height),
    )
