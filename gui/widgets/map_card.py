"""Cards that stand beside a mark: a full one for the selected site, a small one under the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from geo.model import Kind
from gui import theme
from gui.texts import NumberLook
from gui.theme import Palette
from gui.widgets.map_furniture import paint_sheet
from gui.widgets.number_paint import number_font, number_size, paint_number
from gui.widgets.painters import kind_path

PAD_X, PAD_Y = 14.0, 12.0
LEAST, MOST = 190.0, 300.0
INDENT = 19.0

Value = str | NumberLook


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says. A value may be plain words or a figure with its number style."""

    title: str
    subtitle: str = ""
    rows: tuple[tuple[str, Value], ...] = ()
    kind: Kind | None = None
    sourced: bool = True
    note: str = ""

    def spoken(self) -> str:
        """The card as one line for a screen reader."""
        rows = [f"{label} {value_text(value)}" for label, value in self.rows]
        return "，".join(part for part in (self.title, self.subtitle, *rows, self.note) if part)


def value_text(value: Value) -> str:
    """The words of a value."""
    return value if isinstance(value, str) else value.text


def card_size(card: Card) -> tuple[float, float]:
    """Width and height that the card takes."""
    words, strong = QFontMetricsF(theme.font(12)), QFontMetricsF(theme.font(13, bold=True))
    widths = [
        INDENT + strong.horizontalAdvance(card.title),
        INDENT + words.horizontalAdvance(card.subtitle),
        INDENT + words.horizontalAdvance(card.note),
    ]
    widths += [words.horizontalAdvance(label) + 24 + _value_width(v) for label, v in card.rows]
    width = min(max(*widths, LEAST if card.rows else 60.0), MOST) + 2 * PAD_X
    lines = 1 + bool(card.subtitle) + bool(card.note) + len(card.rows)
    height = 2 * PAD_Y + line_height() * lines + (5 if card.rows else 0)
    return width, height


def line_height() -> float:
    """Pixels from line to line, larger when the reader wants larger text."""
    return max(19.0, QFontMetricsF(theme.font(13)).height())


def _value_width(value: Value) -> float:
    if isinstance(value, str):
        return QFontMetricsF(theme.font(12)).horizontalAdvance(value)
    return number_size(value, number_font(value, 12)).width()


def paint_card(painter: QPainter, box: QRectF, card: Card, palette: Palette) -> None:
    """Draw the card in ``box``."""
    painter.save()
    paint_sheet(painter, box, palette)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, y = box.left() + PAD_X, box.top() + PAD_Y
    width = box.width() - 2 * PAD_X
    if card.kind is not None:
        painter.save()
        painter.translate(QPointF(x + 6, y + line_height() / 2))
        shape = kind_path(card.kind, 5.6)
        colour = QColor(palette.kind(card.kind))
        if card.sourced:
            painter.fillPath(shape, colour)
        else:
            painter.strokePath(kind_path(card.kind, 4.8), QPen(colour, 1.6))
        painter.restore()
    indent = INDENT if card.kind is not None else 0.0
    line = line_height()
    title = QRectF(x + indent, y, width - indent, line)
    _words(painter, title, card.title, palette.ink, bold=True)
    y += line
    for text, colour_name in ((card.subtitle, palette.ink2), (card.note, palette.ink3)):
        if text:
            _words(painter, QRectF(x + indent, y, width - indent, line), text, colour_name)
            y += line
    y += 5
    for label, value in card.rows:
        _row(painter, QRectF(x, y, width, line), label, value, palette)
        y += line
    painter.restore()


def _row(painter: QPainter, rect: QRectF, label: str, value: Value, palette: Palette) -> None:
    room = min(_value_width(value), rect.width() * 0.72)
    left = QRectF(rect.left(), rect.top(), rect.width() - room - 10, rect.height())
    _words(painter, left, label, palette.ink2)
    right = QRectF(rect.right() - room, rect.top(), room, rect.height())
    if isinstance(value, str):
        _words(painter, right, value, palette.ink, right=True)
    else:
        paint_number(painter, right, value, number_font(value, 12), colour=palette.ink, right=True)


def _words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: str,
    *,
    bold: bool = False,
    right: bool = False,
) -> None:
    font = theme.font(13 if bold else 12, bold=bold)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width() + 1)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(rect, flags, short)


def card_spot(
    x: float,
    y: float,
    size: tuple[float, float],
    room: QRectF,
    reach: float,
    avoid: Sequence[QRectF] = (),
) -> QRectF:
    """Where a card beside the mark ``(x, y)`` lies inside ``room``, off ``avoid`` if it can be."""
    wide, high = size
    corners = [
        (left, top)
        for top in (y + reach, y - reach - high)
        for left in (x - wide / 3, x - wide * 2 / 3)
    ]
    corners += [(left, y - high / 3) for left in (x + reach, x - reach - wide)]
    boxes = [QRectF(left, top, wide, high) for left, top in corners]
    fits = [box for box in boxes if room.contains(box)]
    free = [box for box in fits if not any(box.intersects(other) for other in avoid)]
    for box in (*free, *fits):
        return box
    left = min(max(x - wide / 3, room.left()), max(room.right() - wide, room.left()))
    top = y + reach if y < room.center().y() else y - reach - high
    return QRectF(
        left, min(max(top, room.top()), max(room.bottom() - high, room.top())), wide, high
    )
