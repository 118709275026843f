"""Strokes that the rows of all our lists share: ground, text, chips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui import theme


def factor() -> float:
    """How much taller rows are than drawn, as text grows."""
    return theme.px(13) / 13


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> bool:
    """Paint the row's ground, hair line and selection bar; whether the row is selected."""
    palette = theme.current()
    rect = QRectF(option.rect)
    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    painter.fillRect(rect, QColor(palette.sel if selected else palette.panel))
    hair = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
    painter.fillRect(hair, QColor(palette.hair))
    if selected:
        bar = QRectF(rect.left(), rect.top(), 3, rect.height() - 1)
        painter.fillRect(bar, QColor(palette.link))
    if (
        state & QStyle.StateFlag.State_HasFocus
        and state & QStyle.StateFlag.State_KeyboardFocusChange
    ):
        painter.setPen(QPen(QColor(palette.link), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))
    return selected


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: str,
    *,
    right: bool = False,
    elide: bool = True,
    tail: bool = False,
) -> float:
    """Draw one line in ``rect``; long text gives way in the middle, or at its ``tail``.

    Answers the width drawn.
    """
    metrics = QFontMetricsF(font)
    if elide:
        way = Qt.TextElideMode.ElideRight if tail else Qt.TextElideMode.ElideMiddle
        text = metrics.elidedText(text, way, max(0.0, rect.width()))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, flags if elide else flags | Qt.TextFlag.TextDontClip, text)
    return metrics.horizontalAdvance(text)


def paint_chips(
    painter: QPainter, rect: QRectF, words: tuple[str, ...], *, ground: str | None = None
) -> None:
    """Draw as many chips as fit in ``rect``; what does not fit is counted as +n."""
    palette = theme.current()
    font = theme.font(12)
    metrics = QFontMetricsF(font)
    x = rect.left()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, word in enumerate(words):
        width = metrics.horizontalAdvance(word) + 14
        rest = len(words) - place
        more = f"+{rest}"
        spare = metrics.horizontalAdvance(more) + 4 if rest > 1 else 0
        if x + width + spare > rect.right():
            if place == 0 and rect.width() > 40:
                width = rect.width() - spare
                word = metrics.elidedText(word, Qt.TextElideMode.ElideMiddle, width - 14)
            else:
                paint_text(
                    painter, QRectF(x, rect.top(), 40, rect.height()), more, font, palette.ink3
                )
                break
        chip = QRectF(x, rect.top(), width, rect.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground or palette.sunk))
        painter.drawRoundedRect(chip, 3, 3)
        paint_text(painter, chip.adjusted(7, 0, -6, 0), word, font, palette.ink2, elide=False)
        x += width + 6
    painter.restore()


def list_that_fits(words: tuple[str, ...], font: QFont, width: float, comma: str) -> str:
    """As many ``words`` as fit, whole; the rest is counted as +n."""
    metrics = QFontMetricsF(font)
    for shown in range(len(words), 0, -1):
        rest = len(words) - shown
        text = comma.join(words[:shown]) + (f" +{rest}" if rest else "")
        if shown == 1 or metrics.horizontalAdvance(text) <= width:
            return text
    return ""
