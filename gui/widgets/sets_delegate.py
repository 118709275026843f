"""Draws the sets and the scenes of a script: coverage disc, name, needs, day and night."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.texts import Role, SetRow
from gui.widgets.day_words import set_times
from gui.widgets.painters import paint_coverage
from gui.widgets.row_paint import factor, list_that_fits, paint_chips, paint_ground, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
_WIDE, _NARROW = 60, 54
_LEFT = 35
_NARROW_BELOW = 270


class SetsDelegate(QStyledItemDelegate):
    """A set in 60 px; under 270 px of width in 54, with its needs as plain words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One height for all rows of a list."""
        view = option.widget
        narrow = view is not None and view.width() < _NARROW_BELOW
        return QSize(160, round((_NARROW if narrow else _WIDE) * factor()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: SetRow = index.data(Role.ROW)
        palette, lang, f = theme.current(), theme.language(), factor()
        rect = QRectF(option.rect)
        painter.save()
        selected = paint_ground(painter, option)
        painter.translate(rect.topLeft())
        right = rect.width() - 14
        top = QRectF(_LEFT, 8 * f, right - _LEFT, 20 * f)
        if row.coverage is not None:
            paint_coverage(painter, QPointF(20, top.center().y()), row.coverage)
        scenes = self.tr("{n} 场").format(n=row.scenes)
        font = theme.font(12)
        width = paint_text(painter, top, scenes, font, palette.ink2, right=True, elide=False)
        name = top.adjusted(0, 0, -width - 10, 0)
        paint_text(painter, name, row.name, theme.font(13, bold=selected), palette.ink)
        times = set_times(row.int_ext, row.times, lang)
        below = QRectF(_LEFT, 30 * f, right - _LEFT, 20 * f)
        needs = row.needs(lang)
        if rect.width() < _NARROW_BELOW:
            below.moveTop(28 * f)
        width = paint_text(painter, below, times, font, palette.ink2, right=True, elide=False)
        room = below.adjusted(0, 0, -width - 10, 0)
        if rect.width() < _NARROW_BELOW:
            words = list_that_fits(needs, font, room.width(), ", " if lang == "en" else "、")
            paint_text(painter, room, words, font, palette.ink3)
        else:
            paint_chips(painter, room, needs, ground=palette.card if selected else None)
        painter.restore()
