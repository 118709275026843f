"""The middle of a strip board: night and golden hours, hour lines, blocks, headings, ways."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from geo.model import SunTimes
from gui import theme
from gui.texts.strips import JOIN, BoardBlock
from gui.widgets import icons
from gui.widgets.painters import paint_kind
from gui.widgets.row_paint import paint_text
from gui.widgets.strip_frame import PlacedBlock, PlacedLine, StripFrame

GOLDEN = 60
"""Minutes before sunset, and after sunrise, in which the light is warm."""
TWO_LINES = 38.0
ROUND, PAD, ICON = 4.0, 8.0, 13


@dataclass(frozen=True, slots=True)
class Lit:
    """What is pointed at: a day, the set of the present block, that block, the one picked up."""

    day: int | None = None
    set_id: str | None = None
    block: BoardBlock | None = None
    focus: bool = False
    taken: BoardBlock | None = None


def paint_body(painter: QPainter, frame: StripFrame, seen: QRectF, lit: Lit) -> None:
    """Draw all that lies in ``seen`` (content px)."""
    palette = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(seen, QColor(palette.panel))
    columns = [
        at
        for at in range(len(frame.board.days))
        if frame.x(at) < seen.right() and frame.x(at + 1) > seen.left()
    ]
    for at in columns:
        _light(painter, frame, at)
    _clock_lines(painter, frame, seen)
    for at in columns:
        edge = QRectF(frame.x(at + 1) - 1, seen.top(), 1, seen.height())
        painter.fillRect(edge, QColor(palette.hair))
    for line in frame.lines:
        if line.column in columns:
            _line(painter, line)
    for one in frame.blocks:
        if one.column in columns and one.rect.intersects(seen):
            _block(painter, one, lit)


def _light(painter: QPainter, frame: StripFrame, column: int) -> None:
    """Night sunk, twilight half so, the golden hours tinted, lines where the sun crosses."""
    palette = theme.current()
    sun = frame.board.days[column].sun
    left, wide = frame.x(column), frame.column
    night, dusk, gold = QColor(palette.sunk), QColor(palette.sunk), QColor(palette.day)
    dusk.setAlphaF(0.5)
    gold.setAlphaF(0.2)

    def band(since: float, till: float, colour: QColor) -> None:
        top, bottom = max(0.0, frame.y(since)), min(frame.height, frame.y(till))
        if bottom > top:
            painter.fillRect(QRectF(left, top, wide, bottom - top), colour)

    for start in (0, 1440):
        band(start + (sun.dark - 1440), start + sun.light, night)
        band(start + sun.light, start + sun.rise, dusk)
        band(start + sun.rise, start + sun.rise + GOLDEN, gold)
        band(start + sun.sets - GOLDEN, start + sun.sets, gold)
        band(start + sun.sets, start + sun.dark, dusk)
    _sun_lines(painter, frame, sun, left)


def _sun_lines(painter: QPainter, frame: StripFrame, sun: SunTimes, left: float) -> None:
    painter.setPen(QPen(QColor(theme.current().subsidy), 1, Qt.PenStyle.DotLine))
    for minutes in (sun.rise, sun.sets):
        y = round(frame.y(minutes)) + 0.5
        if 0 < y < frame.height:
            painter.drawLine(QPointF(left, y), QPointF(left + frame.column - 1, y))


def _clock_lines(painter: QPainter, frame: StripFrame, seen: QRectF) -> None:
    painter.setPen(QPen(QColor(theme.current().hair), 1))
    right = min(seen.right(), frame.x(len(frame.board.days)))
    for minutes in range(frame.first, frame.last + 1, 60 * frame.hour_step):
        y = round(frame.y(minutes)) + 0.5
        painter.drawLine(QPointF(seen.left(), y), QPointF(right, y))


def _line(painter: QPainter, line: PlacedLine) -> None:
    palette, rect = theme.current(), line.rect
    if line.move is not None:
        y = rect.center().y() - ICON / 2
        painter.drawPixmap(QPointF(rect.left() + 2, y), icons.pixmap("car", ICON, palette.ink3))
        room = rect.adjusted(ICON + 7, 0, -2, 0)
        font = theme.font(12)
        fits = QFontMetricsF(font).horizontalAdvance(line.move.text) <= room.width()
        text = line.move.text if fits else line.move.short or line.move.text
        paint_text(painter, room, text, font, palette.ink2)
    elif line.block is not None:
        # the name of a place is read over hour lines and night
        ground = QColor(palette.panel)
        ground.setAlphaF(0.8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 3, 3)
        room = rect.adjusted(2, 0, -2, 0)
        if line.block.place_kind is not None:
            centre = QPointF(room.left() + 6, rect.center().y())
            paint_kind(painter, centre, line.block.place_kind, 4.6)
            room.setLeft(room.left() + 16)
        paint_text(painter, room, line.block.place, theme.font(13, bold=True), palette.ink)


def _block(painter: QPainter, one: PlacedBlock, lit: Lit) -> None:
    block = one.block
    painter.save()
    if block == lit.taken:
        painter.setOpacity(0.35)
    paint_block(painter, one.rect, block, inside=one.inside)
    painter.restore()
    same = block.set_id == lit.set_id
    if not same and block != lit.block:
        return
    # the keys are here: a stronger frame, and a little outside
    ring = block == lit.block and lit.focus
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().link), 3 if ring else 2))
    out = 1.0 if ring else 0.0
    painter.drawRoundedRect(one.rect.adjusted(-out, -out, out, out), ROUND, ROUND)


def paint_block(
    painter: QPainter, rect: QRectF, block: BoardBlock, *, inside: bool = False
) -> None:
    """Draw one block: two lines where there is room, else one, in small type if need be.

    ``inside``: its place is told within.
    """
    palette = theme.current()
    first, second = palette.on_strips(block.kind)
    painter.setPen(QPen(QColor(palette.line), 1))
    painter.setBrush(QColor(palette.strip(block.kind)))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    small = theme.font(12)
    high = theme.px(12) + 3.0
    if rect.height() < high - 2:
        return
    tall = rect.height() >= TWO_LINES * theme.px(13) / 13
    under = JOIN.join((block.place, block.under)) if inside else block.under
    pad = min(PAD, rect.width() / 8)
    line = QRectF(rect.left() + pad, rect.top(), rect.width() - 2 * pad, rect.height())
    if tall:
        line = QRectF(line.left(), rect.top() + 4, line.width(), high + 3)
    size = 12 if rect.height() < high + 4 else (14 if tall else 13)
    right = paint_text(painter, line, block.count, small, first, right=True, elide=False)
    if block.locked:
        at = QPointF(line.right() - right - ICON - 3, line.center().y() - ICON / 2)
        painter.drawPixmap(at, icons.pixmap("lock", ICON, first))
        right += ICON + 3
    name = line.adjusted(0, 0, -right - 6, 0)
    used = paint_text(painter, name, block.name, theme.font(size, bold=True), first)
    if tall:
        below = line.translated(0, high + 3)
        below.setHeight(high + 2)
        if below.bottom() <= rect.bottom():
            paint_text(painter, below, under, small, second)
    else:
        _beside(painter, name.adjusted(used + 8, 0, 0, 0), under, second)


def _beside(painter: QPainter, room: QRectF, words: str, colour: str) -> None:
    """As many of the words as there is room for beside the name, the light first."""
    font = theme.font(12)
    metrics = QFontMetricsF(font)
    parts = words.split(JOIN)
    for many in range(len(parts), 0, -1):
        text = JOIN.join(parts[:many])
        if metrics.horizontalAdvance(text) <= room.width():
            paint_text(painter, room, text, font, colour, elide=False)
            return
