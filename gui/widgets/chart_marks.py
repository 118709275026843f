"""Marks of chart rows drawn at device pixels: bars, whiskers, bands, hatches, dashed boxes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from gui import theme
from gui.texts.charts import ChartRow, Mark

At = Callable[[float], float]
BAR, BAND, CAP, DOT = 13.0, 8.0, 3.5, 5.0
_LEAST = 2.0
_EMPTY = 54.0
_ARROW = 5.0


def paint_mark(painter: QPainter, row: ChartRow, at: At, y: float, room: QRectF) -> QRectF:
    """Draw the mark of ``row`` centred on ``y``; answer the room it took.

    ``at`` maps a value to device x; ``room`` is the plot.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw = _DRAW[row.mark]
    took = draw(painter, row, at, y, room)
    painter.restore()
    return took


def _soft(colour: str, share: float) -> QColor:
    answer = QColor(colour)
    answer.setAlphaF(share)
    return answer


def _token(row: ChartRow) -> str:
    return str(getattr(theme.current(), row.colour))


def _box(row: ChartRow, at: At, y: float, height: float) -> QRectF:
    """The bar from start to end, never thinner than can be seen."""
    start = at(row.start if row.start is not None else 0.0)
    end = at(row.end if row.end is not None else row.start or 0.0)
    left, right = min(start, end), max(start, end)
    if right - left < _LEAST:
        middle = (left + right) / 2
        left, right = middle - _LEAST / 2, middle + _LEAST / 2
    return QRectF(left, y - height / 2, right - left, height)


def _step(painter: QPainter, row: ChartRow, at: At, y: float, _room: QRectF) -> QRectF:
    """One line of a sum: where it begins and ends, with its doubt as a whisker."""
    box = _box(row, at, y, BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_soft(_token(row), 1.0 if row.own else 0.72))
    painter.drawRoundedRect(box, 2, 2)
    if row.low is None or row.high is None:
        return box
    left, right = at(row.low), at(row.high)
    if right - left > 1:
        painter.setPen(QPen(QColor(theme.current().ink), 1.2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x in (left, right):
            painter.drawLine(QPointF(x, y - CAP), QPointF(x, y + CAP))
    return box.united(QRectF(left, y - CAP, right - left, 2 * CAP))


def _empty(painter: QPainter, row: ChartRow, at: At, y: float, room: QRectF) -> QRectF:
    """A dashed box that stands for no amount at all."""
    left = min(at(row.start or 0.0), room.right() - _EMPTY - 2)
    box = QRectF(left, y - BAR / 2, _EMPTY, BAR)
    painter.setPen(_dashed(theme.current().ink3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 2, 2)
    return box


def _band(painter: QPainter, row: ChartRow, at: At, y: float, room: QRectF) -> QRectF:
    """A total: from low to high, with a tick at the middle."""
    left = at(row.low) if row.low is not None else room.left()
    right = at(row.high) if row.high is not None else room.right()
    box = QRectF(left, y - BAND / 2, max(_LEAST, right - left), BAND)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = _token(row)
    painter.setBrush(_soft(colour, 0.18 if row.faint else 0.34))
    painter.drawRoundedRect(box, 1.5, 1.5)
    if row.mid is not None:
        x = at(row.mid)
        painter.fillRect(
            QRectF(x - 1.2, y - BAR / 2, 2.4, BAR), _soft(colour, 0.55 if row.faint else 1.0)
        )
    if row.open_end and (row.low is None or at(row.low) > room.left() + 1):
        # beside the band that goes on, not at the far end of an empty row
        tip = min(box.right() + 2 * _ARROW, room.right() - 1)
        _arrow(painter, QPointF(tip, y), colour, right=True)
    elif row.open_end:
        _arrow(painter, QPointF(room.left() + 1, y), colour, right=False)
    return box


def _solid(painter: QPainter, row: ChartRow, at: At, y: float, _room: QRectF) -> QRectF:
    box = _box(row, at, y, BAR)
    painter.setPen(QPen(QColor(_token(row)), 1.2))
    painter.setBrush(QColor(_token(row)))
    painter.drawRoundedRect(box, 1.5, 1.5)
    return box


def _hatch(painter: QPainter, row: ChartRow, at: At, y: float, room: QRectF) -> QRectF:
    """Money that hangs on a review: slanted lines in a frame."""
    box = _box(row, at, y, BAR)
    painter.setPen(QPen(QColor(_token(row)), 1.2))
    painter.setBrush(QBrush(QColor(theme.current().card)))
    painter.drawRoundedRect(box, 2, 2)
    painter.setBrush(QBrush(QColor(_token(row)), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(box, 2, 2)
    if row.open_end:
        _arrow(painter, QPointF(room.left() + 1, y), _token(row), right=False)
    return box


def _outline(painter: QPainter, row: ChartRow, at: At, y: float, room: QRectF) -> QRectF:
    """The most that can come: a dashed frame, open where it goes beyond the axis."""
    box = _box(row, at, y, BAR)
    painter.setPen(_dashed(_token(row)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 2, 2)
    if row.open_end:
        _arrow(painter, QPointF(room.left() + 1, y), _token(row), right=False)
    return box


def _span(painter: QPainter, row: ChartRow, at: At, y: float, room: QRectF) -> QRectF:
    """An interval with a ring at its middle; open to the left where it reaches nought."""
    left = at(row.low) if row.low is not None else room.left()
    right = at(row.high) if row.high is not None else room.right()
    colour = _token(row)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_soft(colour, 0.34))
    box = QRectF(left, y - BAND / 2, max(_LEAST, right - left), BAND)
    painter.drawRoundedRect(box, BAND / 2, BAND / 2)
    if row.open_end:
        _arrow(painter, QPointF(room.left() + 1, y), colour, right=False)
    if row.mid is not None:
        painter.setPen(QPen(QColor(colour), 1.8))
        painter.setBrush(QColor(theme.current().card))
        painter.drawEllipse(QPointF(at(row.mid), y), DOT, DOT)
    return box


def _nothing(_painter: QPainter, row: ChartRow, at: At, y: float, _room: QRectF) -> QRectF:
    return QRectF(at(row.start or 0.0), y, 0, 0)


def _dashed(colour: str) -> QPen:
    pen = QPen(QColor(colour), 1.2)
    pen.setDashPattern([2.5, 2])
    return pen


def _arrow(painter: QPainter, tip: QPointF, colour: str, *, right: bool) -> None:
    """An open arrow: it goes on."""
    back = -_ARROW if right else _ARROW
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF([tip + QPointF(back, -_ARROW + 1), tip, tip + QPointF(back, _ARROW - 1)])
    )


_DRAW = {
    Mark.STEP: _step,
    Mark.EMPTY: _empty,
    Mark.BAND: _band,
    Mark.SOLID: _solid,
    Mark.HATCH: _hatch,
    Mark.OUTLINE: _outline,
    Mark.SPAN: _span,
    Mark.NOTHING: _nothing,
}
