"""What stays in sight round a strip board: heads of the days, the clock, beds and money below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui import theme
from gui.texts.strips import BoardDay, clock
from gui.widgets import icons
from gui.widgets.number_paint import number_font, paint_number
from gui.widgets.row_paint import factor, paint_text
from gui.widgets.strip_frame import LINE, StripFrame
from gui.widgets.strip_paint import Lit

PAD, ICON, TAG, COUNT = 8.0, 14, 380.0, 44.0


def paint_heads(painter: QPainter, frame: StripFrame, room: QRectF, lit: Lit) -> None:
    """Draw the heads in ``room``; the painter is moved so that the first column begins at 0."""
    palette = theme.current()
    painter.fillRect(room, QColor(palette.panel))
    for column, day in enumerate(frame.board.days):
        rect = QRectF(frame.x(column), 0, frame.column, frame.head)
        if rect.intersects(room):
            _head(painter, frame, rect, day, lit)
    if frame.new_day:
        side = 14
        at = QPointF(frame.x(len(frame.board.days)) + frame.new_day / 2 - side / 2, 13)
        painter.drawPixmap(at, icons.pixmap("plus", side, palette.ink3))
    painter.fillRect(QRectF(room.left(), frame.head - 1, room.width(), 1), QColor(palette.line))


def _head(painter: QPainter, frame: StripFrame, rect: QRectF, day: BoardDay, lit: Lit) -> None:
    palette, f = theme.current(), frame.factor
    if day.day == lit.day:
        painter.fillRect(rect, QColor(palette.sel))
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(palette.link))
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    top = QRectF(inner.left(), 6 * f, inner.width(), 20 * f)
    used = paint_text(painter, top, day.date, theme.font(12), palette.ink2, right=True, elide=False)
    title = top.adjusted(0, 0, -used - 6, 0)
    paint_text(painter, title, day.title, theme.font(15, bold=True), palette.ink)
    below = QRectF(inner.left(), 28 * f, inner.width(), LINE * f)
    x = below.left()
    for name, minutes in (("sunrise", day.sun.rise), ("sunset", day.sun.sets)):
        at = QPointF(x, below.center().y() - ICON / 2)
        painter.drawPixmap(at, icons.pixmap(name, ICON, palette.ink3))
        x += ICON + 3
        text = clock(minutes)
        x += paint_text(painter, below.translated(x - below.left(), 0), text, theme.font(12),
                        palette.ink3, elide=False) + 8  # fmt: skip
    where = QRectF(x, below.top(), max(0.0, inner.right() - x), below.height())
    paint_text(painter, where, day.where, theme.font(12), palette.ink3, right=True)
    if day.trouble:
        colour = palette.err if day.tone == "err" else palette.warn
        line = below.translated(0, LINE * f)
        at = QPointF(line.left(), line.center().y() - ICON / 2)
        painter.drawPixmap(at, icons.pixmap("alert-triangle", ICON, colour))
        room = line.adjusted(ICON + 4, 0, 0, 0)
        if day.troubles > 1:
            more = f"+{day.troubles - 1}"
            used = paint_text(painter, room, more, theme.font(12), colour, right=True, elide=False)
            room.setRight(room.right() - used - 4)
        paint_text(painter, room, day.trouble, theme.font(12), colour, tail=True)
    edge = QRectF(rect.right() - 1, rect.top(), 1, rect.height())
    painter.fillRect(edge, QColor(palette.hair))


def paint_feet(painter: QPainter, frame: StripFrame, room: QRectF, lit: Lit) -> None:
    """Draw beds and money in ``room``; moved sideways like the heads, ``room`` at its own top."""
    palette, f = theme.current(), frame.factor
    painter.fillRect(room, QColor(palette.panel))
    painter.fillRect(QRectF(room.left(), room.top(), room.width(), 1), QColor(palette.line))
    for column, day in enumerate(frame.board.days):
        rect = QRectF(frame.x(column), room.top() + 1, frame.column, room.height() - 1)
        if not rect.intersects(room):
            continue
        if day.day == lit.day:
            painter.fillRect(rect, QColor(palette.sel))
        inner = QRectF(rect.left() + PAD, rect.top() + 4 * f, rect.width() - 2 * PAD, LINE * f)
        if day.hotel:
            at = QPointF(inner.left(), inner.center().y() - ICON / 2)
            painter.drawPixmap(at, icons.pixmap("bed", ICON, palette.ink3))
        words = inner.adjusted(ICON + 5, 0, 0, 0)
        paint_text(painter, words, day.hotel, theme.font(12), palette.ink2)
        money = inner.translated(0, LINE * f + 1)
        if day.cost is not None:
            paint_number(painter, money, day.cost, number_font(day.cost, 13))
        if day.reached:
            line = money.translated(0, LINE * f + 2)
            _gold(painter, line)
            paint_text(
                painter,
                line.adjusted(14, 0, 0, 0),
                day.reached,
                theme.font(12),
                palette.ink2,
                tail=True,
            )
        edge = QRectF(rect.right() - 1, rect.top(), 1, rect.height())
        painter.fillRect(edge, QColor(palette.hair))


def _gold(painter: QPainter, line: QRectF) -> None:
    """The mark of money that comes back."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.current().subsidy), 1))
    painter.setBrush(QColor(theme.current().subsidy))
    painter.drawEllipse(QPointF(line.left() + 5, line.center().y()), 4, 4)


def paint_hours(painter: QPainter, frame: StripFrame, room: QRectF) -> None:
    """Draw the clock in ``room``; the painter is moved down so that the content begins at 0."""
    palette = theme.current()
    painter.fillRect(room, QColor(palette.panel))
    high = LINE * frame.factor
    for minutes in range(frame.first, frame.last + 1, 60 * frame.hour_step):
        y = frame.y(minutes)
        if room.top() - high < y < room.bottom() + high:
            rect = QRectF(room.left(), y - high / 2, room.width() - 8, high)
            paint_text(painter, rect, clock(minutes), theme.font(12), palette.ink3, right=True,
                       elide=False)  # fmt: skip
    edge = QRectF(room.right() - 1, room.top(), 1, room.height())
    painter.fillRect(edge, QColor(palette.hair))


def paint_beyond(painter: QPainter, room: QRectF, words: str) -> None:
    """Say in ``room`` that there is more out of sight, between a block's words and its count."""
    palette, font = theme.current(), theme.font(12)
    painter.setFont(font)
    wide = min(room.width(), painter.fontMetrics().horizontalAdvance(words) + 20.0)
    left = max(room.left(), room.right() - COUNT * factor() - wide)
    box = QRectF(left, room.top(), wide, room.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.line), 1))
    painter.setBrush(QColor(palette.panel))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    inner = box.adjusted(9, 0, -9, 0)
    paint_text(painter, inner, words, font, palette.ink2)


def paint_tag(
    painter: QPainter, at: QPointF, room: QRectF, text: str, broken: tuple[str, ...]
) -> QRectF:
    """Draw the price tag beside the pointer, inside ``room``; red with the rules it breaks."""
    palette = theme.current()
    metrics_font, small = theme.font(13, bold=True), theme.font(12)
    heads = text.split("\n")
    painter.setFont(metrics_font)
    wide = max(float(painter.fontMetrics().horizontalAdvance(words)) for words in heads)
    painter.setFont(small)
    for words in broken:
        wide = max(wide, float(painter.fontMetrics().horizontalAdvance(words)))
    wide = min(wide + 23, TAG * factor())
    high = len(heads) * (theme.px(13) + 6.0) + 6.0 + len(broken) * (theme.px(12) + 6.0)
    box = QRectF(at.x() + 16, at.y() + 12, wide, high)
    if box.right() > room.right() - 4:
        box.moveRight(at.x() - 12)
    if box.bottom() > room.bottom() - 4:
        box.moveBottom(at.y() - 8)
    painter.setPen(QPen(QColor(palette.err if broken else palette.line), 1))
    painter.setBrush(QColor(palette.err_bg if broken else palette.panel))
    painter.drawRoundedRect(box, 5, 5)
    line = QRectF(box.left() + 10, box.top() + 4, box.width() - 20, theme.px(13) + 4.0)
    colour = palette.err if broken else palette.ink
    for words in heads:
        paint_text(painter, line, words, metrics_font, colour)
        line.translate(0, line.height() + 2)
    line.translate(0, -line.height() - 2)
    for words in broken:
        line = QRectF(line.left(), line.bottom() + 2, line.width(), theme.px(12) + 4.0)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_text(painter, line, words, small, palette.err, tail=True)
    return box
