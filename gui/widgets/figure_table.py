"""A short table drawn at once: a name, a line under it, figures at the right. Rows answer Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.texts import NumberLook
from gui.widgets.number_paint import number_font, paint_number

ROW, HEAD, PAD = 50, 26, 14
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
_ASK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row; ``faint``: shown but not counted. ``spoken`` is all of it as a sentence."""

    key: str
    name: str
    under: str
    looks: tuple[NumberLook | None, ...]
    spoken: str
    faint: bool = False


class FigureTable(QWidget):
    """``asked`` tells the key of the row that is wanted."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[FigureRow, ...] = ()
        self._heads: tuple[str, ...] = ()
        self._here, self._hover = 0, -1
        self._title = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[FigureRow], heads: Sequence[str], title: str) -> None:
        """Show ``rows`` under ``heads``; ``title`` is said before the row the keyboard is on."""
        key = self.rows[self._here].key if self.rows else ""
        self.rows, self._heads, self._title = tuple(rows), tuple(heads), title
        keys = [row.key for row in self.rows]
        self._here = keys.index(key) if key in keys else 0
        self._hover = -1
        self._speak()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(320, round(self._head() + len(self.rows) * self._row()))

    def minimumSizeHint(self) -> QSize:
        """Rows are never squeezed."""
        return QSize(240, self.sizeHint().height())

    def _row(self) -> float:
        return (ROW + 2 * theme.current().grow) * theme.text_scale()

    def _head(self) -> float:
        return (HEAD + theme.current().grow) * theme.text_scale() if self._heads else 0

    def _columns(self) -> list[float]:
        """The width of each figure's column: as much as its widest cell."""
        widths = []
        for column, head in enumerate(self._heads):
            looks = [row.looks[column] for row in self.rows]
            cells = [
                QFontMetricsF(number_font(look, 13)).horizontalAdvance(look.text)
                + (14 if look.boxed else 2)
                for look in looks
                if look is not None
            ]
            title = QFontMetricsF(theme.font(12)).horizontalAdvance(head)
            widths.append(max([title, *cells]) + PAD)
        return widths

    def _band(self, place: int) -> QRectF:
        return QRectF(0, self._head() + place * self._row(), self.width(), self._row())

    def row_rect(self, key: str) -> QRect:
        """Where the row of ``key`` is on the screen."""
        place = next((at for at, row in enumerate(self.rows) if row.key == key), 0)
        band = self._band(place).toRect()
        return QRect(self.mapToGlobal(band.topLeft()), band.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw heads, rows and the ring."""
        painter = QPainter(self)
        palette, columns = theme.current(), self._columns()
        painter.setFont(theme.font(12))
        painter.setPen(QColor(palette.ink3))
        right = float(self.width()) - PAD
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for head, width in reversed(list(zip(self._heads, columns, strict=True))):
            painter.drawText(QRectF(right - width, 0, width, self._head()), flags, head)
            right -= width
        for place, row in enumerate(self.rows):
            self._paint_row(painter, place, row, columns)
        if self.hasFocus() and self.rows:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._band(self._here).adjusted(3, 1, -3, -2), 4, 4)

    def _paint_row(
        self, painter: QPainter, place: int, row: FigureRow, columns: Sequence[float]
    ) -> None:
        palette, band = theme.current(), self._band(place)
        if place == self._hover:
            painter.fillRect(band, QColor(palette.sunk))
        painter.setPen(QPen(QColor(palette.hair), 1))
        painter.drawLine(band.bottomLeft(), band.bottomRight())
        ink = palette.ink3 if row.faint else palette.ink
        half = band.height() / 2
        top = QRectF(PAD, band.top() + 2, band.width() - 2 * PAD, half - 2)
        _elided(painter, top, row.name, 13, ink)
        below = QRectF(PAD, band.top() + half - 1, band.width() - 2 * PAD, half - 3)
        right = below.right()
        for look, width in reversed(list(zip(row.looks, columns, strict=True))):
            if look is not None:
                room = QRectF(right - width, below.top(), width, below.height())
                paint_number(painter, room, look, number_font(look, 13), colour=ink, right=True)
                below.setRight(right - width)
            right -= width
        _elided(painter, below.adjusted(0, 0, -6, 0), row.under, 12, palette.ink3)

    def _place_at(self, where: QPoint) -> int:
        place = int((where.y() - self._head()) // self._row())
        return place if 0 <= place < len(self.rows) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse has the keyboard from now on."""
        place = self._place_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and place >= 0:
            self._go_to(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the row."""
        place = self._place_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and place == self._here and self.rows:
            self.asked.emit(self.rows[place].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row would answer."""
        self._hover = self._place_at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No row would."""
        self._hover = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk through the rows, Enter asks."""
        key = Qt.Key(event.key())
        if key in _KEYS and self.rows:
            self._go_to(min(max(self._here + _KEYS[key], 0), len(self.rows) - 1))
        elif key in _ASK and self.rows:
            self.asked.emit(self.rows[self._here].key)
        else:
            super().keyPressEvent(event)

    def _go_to(self, place: int) -> None:
        self._here = place
        self._speak()
        self.update()

    def _speak(self) -> None:
        here = self.rows[self._here].spoken if self.rows else ""
        self.setAccessibleName(f"{self._title}：{here}" if here else self._title)
        self.setAccessibleDescription("\n".join(row.spoken for row in self.rows))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tool tip says the row as a sentence."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            QToolTip.showText(
                event.globalPos(), self.rows[place].spoken if place >= 0 else "", self
            )
            return True
        return super().event(event)


def _elided(painter: QPainter, room: QRectF, text: str, size: int, colour: str) -> None:
    font = theme.font(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
