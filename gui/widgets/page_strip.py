"""Pages as they will be printed, side by side on the desk, larger or smaller."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui import theme
from gui.widgets.map_furniture import paint_sheet

GAP, EDGE = 18, 20
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
A4 = 297 / 210
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
LEAST, SIDE, FULL = 140, 320, 560
"""px: the least width of a page, of two side by side, and the most where it is merely fitted."""


class PageStrip(QAbstractScrollArea):
    """``moved``: other pages are in sight now, or there are others; ``zoomed``: their size."""

    moved = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: tuple[bytes, ...] = ()
        self._pictures: dict[int, QPixmap] = {}
        self._scaled: dict[tuple[int, int], QPixmap] = {}
        self._ratio = A4
        self._waiting = 0
        self._ringed = False
        self.zoom = 1.0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(LEAST + 2 * EDGE, 160))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    def show_pages(self, pages: Sequence[bytes], waiting: int = 0) -> None:
        """Show ``pages`` (PNG); where there are none, ``waiting`` pages of grey bars."""
        if tuple(pages) is self._data and waiting == self._waiting:
            return
        self._data, self._waiting = tuple(pages), 0 if pages else waiting
        self._pictures.clear()
        self._scaled.clear()
        first = self._picture(0) if pages else None
        if first is not None and not first.isNull():
            self._ratio = min(4.0, max(0.4, first.height() / first.width()))
        elif not pages:
            self._ratio = A4
        self._fit()
        self._scrolled()

    @property
    def count(self) -> int:
        """How many pages, none while they are drawn."""
        return len(self._data)

    def in_sight(self) -> tuple[int, int]:
        """The first and the last page that can be read now (from 1); 0, 0 without pages."""
        view = self.viewport().rect()
        seen = [
            at
            for at in range(self.count)
            if self._rect(at).intersected(view).height() > self._page.height() * 0.4
        ]
        if not seen and self.count:
            # larger than the window: the page in its middle
            middle = view.center().y()
            seen = [
                min(range(self.count), key=lambda at: abs(self._rect(at).center().y() - middle))
            ]
        return (seen[0] + 1, seen[-1] + 1) if seen else (0, 0)

    def go_to(self, page: int) -> None:
        """Bring a page (from 1) to the top."""
        if 1 <= page <= self.count:
            bar = self.verticalScrollBar()
            bar.setValue(self._rect(page - 1).top() + bar.value() - EDGE)

    def zoom_by(self, step: int) -> None:
        """The next larger or smaller size."""
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - self.zoom))
        self.set_zoom(ZOOMS[min(max(0, nearest + step), len(ZOOMS) - 1)])

    def set_zoom(self, zoom: float) -> None:
        """``zoom`` 1: one page is seen whole, two where there is room. What is read stays."""
        first = self.in_sight()[0]
        self.zoom = zoom
        self._scaled.clear()
        self._fit()
        self.go_to(first)
        self.zoomed.emit()
        self._scrolled()

    # ---- where the pages lie

    @property
    def _page(self) -> QSize:
        room = self.viewport().size()
        tall = (room.height() - 2 * EDGE) / self._ratio
        wide = room.width() - 2 * EDGE
        half = (wide - GAP) / 2
        several = (self.count or self._waiting) > 1 and half >= SIDE
        fitted = min(max(tall, SIDE), half if several else wide, FULL)
        width = max(LEAST, round(fitted * self.zoom))
        return QSize(width, round(width * self._ratio))

    @property
    def _columns(self) -> int:
        room = self.viewport().width() - 2 * EDGE + GAP
        every = max(1, self.count or self._waiting)
        return max(1, min(room // (self._page.width() + GAP), every))

    def _rect(self, at: int) -> QRect:
        page, columns = self._page, self._columns
        row, column = divmod(at, columns)
        whole = columns * page.width() + (columns - 1) * GAP
        left = max(EDGE, (self.viewport().width() - whole) // 2)
        corner = QPoint(
            left + column * (page.width() + GAP) - self.horizontalScrollBar().value(),
            EDGE + row * (page.height() + GAP) - self.verticalScrollBar().value(),
        )
        return QRect(corner, page)

    def _fit(self) -> None:
        every, page, room = self.count or self._waiting, self._page, self.viewport().size()
        rows = math.ceil(every / self._columns)
        high = 2 * EDGE + rows * page.height() + max(0, rows - 1) * GAP
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, high - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(40)
        across.setRange(0, max(0, page.width() + 2 * EDGE - room.width()))
        across.setPageStep(room.width())
        self.viewport().update()

    def _scrolled(self) -> None:
        first, last = self.in_sight()
        self.setAccessibleDescription(f"{first}–{last} / {self.count}")
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room, another size; what is read stays."""
        first = self.in_sight()[0]
        super().resizeEvent(event)
        self._scaled.clear()
        self._fit()
        self.go_to(first)
        self._scrolled()

    # ---- drawing

    def _picture(self, at: int) -> QPixmap:
        """A page at its own size, read when it is first in sight."""
        if at not in self._pictures:
            picture = QPixmap()
            picture.loadFromData(self._data[at], "PNG")
            self._pictures[at] = picture
        return self._pictures[at]

    def _drawn(self, at: int) -> QPixmap:
        dpr = self.devicePixelRatioF()
        size = self._page * dpr
        key = (at, size.width())
        if key not in self._scaled:
            whole = self._picture(at)
            ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = whole if whole.isNull() else whole.scaled(size, *ways)
            picture.setDevicePixelRatio(dpr)
            self._scaled[key] = picture
        return self._scaled[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        palette = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(palette.win))
        view = self.viewport().rect()
        for at in range(self.count or self._waiting):
            rect = self._rect(at)
            if not rect.intersects(view):
                continue
            paint_sheet(painter, QRectF(rect).adjusted(-1, -1, 1, 1), palette)
            if self.count:
                painter.drawPixmap(rect.topLeft(), self._drawn(at))
            else:
                _paint_bars(painter, QRectF(rect))
        if self.hasFocus() and self._ringed:
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(view).adjusted(1, 1, -1, -1))
        painter.end()

    # ---- hands

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who came by key is shown where the keys are."""
        self._ringed = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl larger or smaller, else up and down."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down turn pages, + and − change the size, Home and End go to the ends."""
        key, (first, last) = Qt.Key(event.key()), self.in_sight()
        pages = {
            Qt.Key.Key_PageDown: min(last + 1, self.count),
            Qt.Key.Key_PageUp: max(1, first - self._columns),
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.count,
        }
        sizes = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if key in pages:
            self.go_to(pages[key])
        elif key in sizes:
            self.zoom_by(sizes[key])
        else:
            super().keyPressEvent(event)


def _paint_bars(painter: QPainter, rect: QRectF) -> None:
    """A page that is being drawn: still bars where a title, lines and a picture will stand."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().sunk))
    inner = rect.adjusted(*(rect.width() * 0.09,) * 2, *(-rect.width() * 0.09,) * 2)
    step = inner.height() / 22
    bars = ((0.0, 0.6, 1.2), (2.2, 0.92, 0.5), (3.2, 0.85, 0.5), (4.6, 1.0, 6.0))
    lines = tuple((11.4 + 1.3 * at, share, 0.5) for at, share in enumerate((1.0, 0.9, 0.96, 0.7)))
    for top, share, high in (*bars, *lines):
        bar = QRectF(inner.left(), inner.top() + top * step, inner.width() * share, high * step)
        painter.drawRoundedRect(bar, 3, 3)
    painter.restore()
