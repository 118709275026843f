"""Small pictures of figures: dot and whisker, hatched unknown, bars, marks of kinds."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from geo.model import Kind, Range
from gui import theme
from gui.texts import Coverage, NumberStyle, Scale, known_ends, style_of

_BAR = 3.0
_DOT = 3.0


def _soft(colour: str, share: float = 0.38) -> QColor:
    answer = QColor(colour)
    answer.setAlphaF(share)
    return answer


def _line(painter: QPainter, rect: QRectF, brush: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(rect, 1.5, 1.5)


def paint_range(painter: QPainter, rect: QRectF, figure: Range, scale: Scale, colour: str) -> None:
    """Draw ``figure`` as dot and whisker on its track; unknown is hatched, zero a dot at 0."""
    style = style_of(figure)
    if style is NumberStyle.UNKNOWN:
        paint_unknown(painter, rect)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = theme.current()
    y = rect.center().y()
    inner = rect.adjusted(_DOT + 1, 0, -_DOT - 1, 0)
    _line(painter, QRectF(rect.left(), y - 0.75, rect.width(), 1.5), QColor(palette.hair))
    low, high = known_ends(figure)
    left = inner.left() + inner.width() * scale.at(low if low is not None else scale.low)
    right = inner.left() + inner.width() * scale.at(high if high is not None else scale.high)
    if right - left > 1:
        _line(painter, QRectF(left, y - _BAR / 2, right - left, _BAR), _soft(colour))
    if high is None or figure.beyond:
        _arrow(painter, QPointF(rect.right(), y), _soft(colour, 0.8))
    middle = _middle(figure, low, high)
    if middle is not None:
        at = QPointF(inner.left() + inner.width() * scale.at(middle), y)
        solid = style is not NumberStyle.ESTIMATED
        painter.setPen(QPen(QColor(colour), 1.6))
        painter.setBrush(QColor(colour if solid else palette.card))
        painter.drawEllipse(at, _DOT, _DOT)
    painter.restore()


def _middle(figure: Range, low: float | None, high: float | None) -> float | None:
    """Where the dot stands: the stated middle; a bare point; never a guessed middle."""
    if figure.mid is not None:
        return figure.mid
    return low if low is not None and low == high else None


def _arrow(painter: QPainter, tip: QPointF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([tip + QPointF(-4, -3.5), tip, tip + QPointF(-4, 3.5)]))


def paint_unknown(painter: QPainter, rect: QRectF) -> None:
    """Draw what nobody knows: short slants ending in an open arrow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(theme.current().ink3)
    painter.setPen(QPen(colour, 1.1))
    y = rect.center().y()
    x = rect.left()
    while x < rect.right() - 9:
        painter.drawLine(QPointF(x, y + 2.5), QPointF(x + 4, y - 2.5))
        x += 5
    _arrow(painter, QPointF(rect.right() - 1, y), colour)
    painter.restore()


def paint_bar(
    painter: QPainter, rect: QRectF, parts: list[tuple[float, str]], track: str | None = None
) -> None:
    """Draw a bar of stacked ``parts`` (share 0 to 1, colour) on a sunk track."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(rect, 1.5, 1.5)
    painter.setClipPath(path)
    painter.fillRect(rect, QColor(track or theme.current().sunk))
    x = rect.left()
    for share, colour in parts:
        width = max(0.0, min(1.0, share)) * rect.width()
        painter.fillRect(QRectF(x, rect.top(), width, rect.height()), QColor(colour))
        x += width
    painter.restore()


def paint_subsidy(
    painter: QPainter,
    rect: QRectF,
    certain: float,
    expected: float | None,
    ceiling: float | None,
    scale: Scale,
) -> None:
    """Draw money back in three kinds: certain solid, expected slanted, ceiling dashed.

    Amounts in CNY on ``scale``; ``expected`` and ``ceiling`` count from 0, None draws nothing.
    """
    palette = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(palette.subsidy), 1.2)
    box = rect.adjusted(0.6, 0.6, -0.6, -0.6)
    if ceiling:
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_part(box, scale.at(ceiling)), 2, 2)
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    if expected:
        part = _part(box, scale.at(expected))
        painter.setBrush(QBrush(QColor(palette.card)))
        painter.drawRoundedRect(part, 2, 2)
        painter.setBrush(QBrush(QColor(palette.subsidy), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(part, 2, 2)
    if certain:
        painter.setBrush(QColor(palette.subsidy))
        painter.drawRoundedRect(_part(box, scale.at(certain)), 2, 2)
    painter.restore()


def _part(rect: QRectF, share: float) -> QRectF:
    return QRectF(rect.left(), rect.top(), max(3.0, rect.width() * share), rect.height())


def kind_path(kind: Kind, radius: float) -> QPainterPath:
    """The mark of a kind round (0, 0): square, circle, triangle, diamond, of like weight."""
    path = QPainterPath()
    if kind is Kind.BASE:
        side = radius * 0.9
        path.addRect(QRectF(-side, -side, 2 * side, 2 * side))
    elif kind is Kind.ICH:
        path.addEllipse(QPointF(0, 0), radius, radius)
    elif kind is Kind.SCENIC:
        reach = radius * 1.12
        corners = [QPointF(0, -reach), QPointF(reach, reach * 0.82), QPointF(-reach, reach * 0.82)]
        path.addPolygon(QPolygonF([*corners, corners[0]]))
    else:
        reach = radius * 1.2
        corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
        path.addPolygon(QPolygonF([*corners, corners[0]]))
    path.closeSubpath()
    return path


def paint_kind(painter: QPainter, centre: QPointF, kind: Kind, radius: float = 5.5) -> None:
    """Draw the mark of ``kind`` in its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.fillPath(kind_path(kind, radius), QColor(theme.current().kind(kind)))
    painter.restore()


def paint_coverage(
    painter: QPainter, centre: QPointF, coverage: Coverage, radius: float = 5.5
) -> None:
    """Draw the coverage disc: full, half, or a dashed ring in the warning colour."""
    palette = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if coverage is Coverage.NONE:
        pen = QPen(QColor(palette.warn), 1.6)
        pen.setDashPattern([1.6, 1.3])
        painter.setPen(pen)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    else:
        ink = QColor(palette.ink2)
        painter.setPen(QPen(ink, 1.4))
        painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
        painter.setBrush(ink)
        if coverage is Coverage.DIRECT:
            painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
        else:
            painter.drawPie(box.adjusted(0.7, 0.7, -0.7, -0.7), 90 * 16, 180 * 16)
    painter.restore()
