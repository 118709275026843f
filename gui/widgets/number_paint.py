"""Draw a written figure: dotted underline, dashed box or telephone as its style asks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui import theme
from gui.texts import NumberLook, NumberStyle
from gui.widgets import icons

_PAD = 6.0
_PHONE = 12


def number_font(look: NumberLook, size: float) -> QFont:
    """The font of ``look``: zero is bold, as it is a fact of its own."""
    return theme.font(size, bold=look.style is NumberStyle.ZERO)


def number_size(look: NumberLook, font: QFont) -> QSizeF:
    """How much room ``look`` takes."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(look.text)
    if look.boxed:
        width += 2 * _PAD
    if look.phone:
        width += _PHONE + 4
    return QSizeF(width, metrics.height() + 3)


def paint_number(
    painter: QPainter,
    rect: QRectF,
    look: NumberLook,
    font: QFont,
    *,
    colour: str | None = None,
    right: bool = False,
) -> QRectF:
    """Draw ``look`` in ``rect``, left or right aligned, and answer the room it took."""
    palette = theme.current()
    size = number_size(look, font)
    left = rect.right() - size.width() if right else rect.left()
    room = QRectF(left, rect.center().y() - size.height() / 2, size.width(), size.height())
    painter.save()
    painter.setFont(font)
    text = room.adjusted(_PAD, 0, -_PAD, 0) if look.boxed else room
    if look.boxed:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(palette.ink3), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(QColor(colour or palette.ink))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(text, flags, look.text)
    if look.dotted:
        pen = QPen(QColor(palette.ink3), 1)
        pen.setDashPattern([1, 1.6])
        painter.setPen(pen)
        painter.drawLine(QPointF(room.left(), room.bottom()), QPointF(room.right(), room.bottom()))
    if look.phone:
        at = QPointF(room.right() - _PHONE, room.center().y() - _PHONE / 2)
        painter.drawPixmap(at, icons.pixmap("phone-call", _PHONE, palette.ink2))
    painter.restore()
    return room
