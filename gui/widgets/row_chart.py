"""A chart of named rows on one axis: names at the left, figures at the right, bars between.

Every row answers a click, and Enter; the arrows walk. Imports pyqtgraph, which takes its time:
import this module when a chart is first wanted.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QToolTip, QWidget

from gui import theme
from gui.texts.charts import Axis, ChartRow
from gui.widgets.chart_marks import paint_mark
from gui.widgets.number_paint import number_font, number_size, paint_number

ROW, ROW_UNDER = 24, 42
AXIS_ROOM = 24
GAP = 10
_MOST_NAMES = 0.36
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
_ASK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Bars(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph tells no types
    """The marks of all rows, in the data coordinates of the plot, drawn at device pixels."""

    def __init__(self, chart: RowChart) -> None:
        super().__init__()
        self._chart = chart

    def boundingRect(self) -> QRectF:
        """The whole plot."""
        return self._chart.view_rect()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw marks and notes."""
        to_device = painter.transform()
        painter.save()
        painter.resetTransform()
        axis, room = self._chart.axis, to_device.mapRect(self._chart.view_rect())

        def at(value: float) -> float:
            return to_device.map(QPointF(axis.at(value), 0.0)).x()

        for place, row in enumerate(self._chart.rows):
            y = to_device.map(QPointF(axis.at(axis.low), place + 0.5)).y()
            took = paint_mark(painter, row, at, y, room)
            if row.note:
                _write_note(painter, row.note, took, y, room)
        painter.restore()


def _write_note(painter: QPainter, note: str, took: QRectF, y: float, room: QRectF) -> None:
    """Words beside a mark, on the side where there is room, else on it."""
    font = theme.font(12)
    width = QFontMetricsF(font).horizontalAdvance(note)
    left = took.left() - 8 - width
    right = took.right() + 8
    x = right if right + width <= room.right() else left
    painter.setFont(font)
    if x < room.left():
        # no room beside a long bar: on it, on a ground of its own
        x = max(room.left() + 4, took.center().x() - width / 2)
        ground = QRectF(x - 5, y - 9, width + 10, 18)
        painter.fillRect(ground, QColor(theme.current().card))
    painter.setPen(QColor(theme.current().ink3))
    box = QRectF(x, y - 12, width + 2, 24)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), note)


class RowChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph tells no types
    """Rows on one axis. ``asked`` tells the key of the row whose source is wanted."""

    asked = Signal(str)
    # Qt tells of the first palette while the plot is still being put together
    _made = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ChartRow, ...] = ()
        self.axis = Axis(0.0, 1.0, ())
        self.title = ""
        self._here = 0
        self._hover = -1
        self._margins = (120.0, 90.0)
        # the grid moves with the names: a kept background would show the old one
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        plot = self.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.hideAxis("left")
        plot.setMouseEnabled(False, False)
        self._view = plot.getViewBox()
        self._view.setDefaultPadding(0)
        self._view.invertY(True)
        self._view.addItem(_Bars(self), ignoreBounds=True)
        self._foot = plot.getAxis("bottom")
        self._foot.setStyle(tickLength=0, tickTextOffset=4, hideOverlappingLabels=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFrameShape(self.Shape.NoFrame)
        self._made = True
        self._dress()

    @property
    def here(self) -> ChartRow | None:
        """The row that the keyboard is on."""
        return self.rows[self._here] if self.rows else None

    def set_rows(self, rows: Sequence[ChartRow], axis: Axis, title: str) -> None:
        """Show ``rows`` on ``axis``; ``title`` is said before the row the keyboard is on."""
        key = self.here.key if self.here is not None else ""
        self.rows, self.axis, self.title = tuple(rows), axis, title
        places = [place for place, row in enumerate(self.rows) if row.key == key]
        self._here = places[0] if places else 0
        self._foot.setTicks([[(axis.at(value), text) for value, text in axis.ticks]])
        self._view.setRange(
            xRange=(axis.at(axis.low), axis.at(axis.high)),
            yRange=(0, max(1, len(self.rows))),
            padding=0,
        )
        self._fit()
        self._speak()
        self.viewport().update()

    def view_rect(self) -> QRectF:
        """The plot in its own coordinates."""
        low, high = self.axis.at(self.axis.low), self.axis.at(self.axis.high)
        return QRectF(low, 0, max(high - low, 1e-9), max(1, len(self.rows)))

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(480, self._height())

    def minimumSizeHint(self) -> QSize:
        """Rows are never squeezed."""
        return QSize(320, self._height())

    def row_rect(self, key: str) -> QRect:
        """Where the row of ``key`` is on the screen."""
        place = next((at for at, row in enumerate(self.rows) if row.key == key), 0)
        band = self._band(place).toRect()
        return QRect(self.viewport().mapToGlobal(band.topLeft()), band.size())

    def _row_height(self) -> int:
        under = any(row.under for row in self.rows)
        return round((ROW_UNDER if under else ROW) * theme.text_scale()) + theme.current().grow

    def _height(self) -> int:
        return self._row_height() * max(1, len(self.rows)) + round(AXIS_ROOM * theme.text_scale())

    def _fit(self) -> None:
        """Leave room for the longest name and the longest figure."""
        names = [self._name_width(row) for row in self.rows]
        looks = [row.look for row in self.rows if row.look is not None]
        figures = [number_size(look, number_font(look, 13)).width() for look in looks]
        most = max(self.width() * _MOST_NAMES, 110)
        left = min(max(names, default=0), most) + GAP
        right = max(figures, default=0) + GAP
        self._margins = (left, right)
        self.getPlotItem().layout.setContentsMargins(round(left), 0, round(right), 0)
        self.setFixedHeight(self._height())

    def _name_width(self, row: ChartRow) -> float:
        width = QFontMetricsF(theme.font(13, bold=row.strong)).horizontalAdvance(row.name)
        under = QFontMetricsF(theme.font(12)).horizontalAdvance(row.under)
        return max(width, under) + 4

    def _band(self, place: int) -> QRectF:
        """The whole row, names and figures too, in pixels of the viewport."""
        plot = self._view.sceneBoundingRect()
        height = plot.height() / max(1, len(self.rows))
        return QRectF(0, plot.top() + place * height, self.viewport().width(), height)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The ground, the row under the mouse, the grid."""
        super().drawBackground(painter, QRectF(rect))
        palette, plot = theme.current(), self._view.sceneBoundingRect()
        painter.save()
        if 0 <= self._hover < len(self.rows):
            painter.fillRect(self._band(self._hover), QColor(palette.panel))
        painter.setPen(QPen(QColor(palette.hair), 1))
        low, high = self.axis.at(self.axis.low), self.axis.at(self.axis.high)
        for value, _ in self.axis.ticks:
            share = (self.axis.at(value) - low) / (high - low)
            x = round(plot.left() + share * plot.width()) + 0.5
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for place, row in enumerate(self.rows):
            if row.ruled:
                top = round(self._band(place).top()) + 0.5
                painter.drawLine(QPointF(0, top), QPointF(self.viewport().width(), top))
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Names, figures, and the ring round the row that has the keyboard."""
        painter.save()
        palette = theme.current()
        left, right = self._margins
        for place, row in enumerate(self.rows):
            band = self._band(place)
            self._write_name(painter, row, QRectF(0, band.top(), left - GAP / 2, band.height()))
            if row.look is not None:
                room = QRectF(band.right() - right, band.top(), right - 1, band.height())
                bold = row.strong or number_font(row.look, 13).bold()
                colour = palette.ink3 if row.faint else palette.ink
                font = theme.font(13, bold=bold)
                paint_number(painter, room, row.look, font, colour=colour, right=True)
        if self.hasFocus() and self.rows:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._band(self._here).adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _write_name(self, painter: QPainter, row: ChartRow, room: QRectF) -> None:
        palette = theme.current()
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top = room
        if row.under:
            middle = room.center().y()
            top = QRectF(room.left(), middle - 19, room.width(), 20)
            font = theme.font(12)
            painter.setFont(font)
            painter.setPen(QColor(palette.ink3))
            below = QRectF(room.left(), middle, room.width(), 18)
            text = QFontMetricsF(font).elidedText(
                row.under, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(below, flags, text)
        font = theme.font(13, bold=row.strong)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        text = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(top, flags, text)

    def _place_at(self, where: QPoint) -> int:
        plot = self._view.sceneBoundingRect()
        if not self.rows or not plot.top() <= where.y() < plot.bottom():
            return -1
        return int((where.y() - plot.top()) / plot.height() * len(self.rows))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse has the keyboard from now on."""
        place = self._place_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and place >= 0:
            self._go_to(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask where the row is from."""
        place = self._place_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and place == self._here and self.rows:
            self.asked.emit(self.rows[place].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row would answer."""
        self._hover_over(self._place_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row would."""
        self._hover_over(-1)
        super().leaveEvent(event)

    def _hover_over(self, place: int) -> None:
        if place != self._hover:
            self._hover = place
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the chart does not zoom."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk through the rows, Enter asks."""
        key = Qt.Key(event.key())
        if key in _KEYS and self.rows:
            self._go_to(min(max(self._here + _KEYS[key], 0), len(self.rows) - 1))
        elif key in _ASK and self.here is not None:
            self.asked.emit(self.here.key)
        else:
            event.ignore()

    def _go_to(self, place: int) -> None:
        self._here = place
        self._speak()
        self.viewport().update()

    def _speak(self) -> None:
        here = self.here
        name = f"{self.title}：{here.spoken}" if here is not None else self.title
        self.setAccessibleName(name)
        self.setAccessibleDescription("\n".join(row.spoken for row in self.rows))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """The tool tip says the row as a sentence."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            text = self.rows[place].spoken if place >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return bool(super().viewportEvent(event))

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or size of text."""
        super().changeEvent(event)
        if self._made and event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._dress()

    def _dress(self) -> None:
        palette = theme.current()
        self.setBackground(palette.card)
        self._foot.setTickFont(theme.font(12))
        self._foot.setTextPen(QColor(palette.ink3))
        self._foot.setPen(QColor(palette.hair))
        self._foot.setHeight(round(AXIS_ROOM * theme.text_scale()))
        self._fit()
