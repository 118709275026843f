"""Draws the sets and the scenes of a script: coverage disc, name, needs, day and night."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.texts import Role, SceneRow, SetRow
from gui.widgets.day_words import set_times, side_word, time_word
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


class ScenesDelegate(QStyledItemDelegate):
    """A scene in 32 px: coverage, number, place, needs, inside or outside, time of day."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One height for all rows."""
        return QSize(160, round(32 * factor()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: SceneRow = index.data(Role.ROW)
        palette, lang, f = theme.current(), theme.language(), factor()
        rect = QRectF(option.rect)
        painter.save()
        selected = paint_ground(painter, option)
        painter.translate(rect.topLeft())
        line = QRectF(12, 0, rect.width() - 26, rect.height() - 1)
        if row.coverage is not None:
            paint_coverage(painter, QPointF(20, line.center().y()), row.coverage, 5)
        font = theme.font(12)
        label = QRectF(_LEFT, line.top(), 42 * f, line.height())
        paint_text(painter, label, row.label, font, palette.ink3)
        words = f"{time_word(row.time, lang)} {side_word(row.int_ext, lang)}".strip()
        used = paint_text(painter, line, words, font, palette.ink2, right=True, elide=False)
        room = QRectF(label.right() + 4, line.top(), 0, line.height())
        room.setRight(line.right() - used - 10)
        name_font = theme.font(13, bold=selected)
        name = min(QFontMetricsF(name_font).horizontalAdvance(row.place), room.width())
        paint_text(painter, room, row.place, name_font, palette.ink)
        rest = QRectF(room.left() + name + 12, line.center().y() - 10 * f, 0, 20 * f)
        rest.setRight(room.right())
        needs = row.needs(lang)
        if not needs and rest.width() > 60:
            paint_text(painter, rest, self.tr("没读出要什么"), font, palette.warn)
        elif rest.width() > 60:
            paint_chips(painter, rest, needs, ground=palette.card if selected else None)
        painter.restore()
