"""A block in the hand: where it would go, what stands beside the pointer, how it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui import theme
from gui.texts.strips import NOWHERE, BoardBlock, Drop
from gui.widgets.strip_edges import paint_tag
from gui.widgets.strip_frame import INSET, PlacedBlock, StripFrame
from gui.widgets.strip_paint import paint_block

EDGE, STRIDE = 36, 18


class Drag:
    """``point`` is where the pointer is in content px; ``grip`` where in the block it took hold."""

    def __init__(self, taken: PlacedBlock, point: QPointF) -> None:
        self.block: BoardBlock = taken.block
        self._size = taken.rect.size()
        self._grip = point - taken.rect.topLeft()
        self.point = point
        self.column = taken.column
        self.drop: Drop | None = None
        self.text = ""
        self.broken: tuple[str, ...] = ()

    @property
    def comes_in(self) -> bool:
        """Whether it lay on no day."""
        return self.block.day == NOWHERE

    @classmethod
    def of(cls, block: BoardBlock, frame: StripFrame) -> Drag:
        """A block that lies nowhere yet, as large as it would be; held by its middle."""
        size = frame.box(0, block).size()
        placed = PlacedBlock(block, QRectF(QPointF(), size), -1, inside=False)
        return cls(placed, QPointF(size.width() / 2, size.height() / 2))

    def move(self, frame: StripFrame, point: QPointF, *, over: bool = True) -> bool:
        """Carry it to ``point``, ``over`` the days or beside them; whether it goes elsewhere."""
        self.point = point
        self.column = frame.column_at(point.x()) if over else -1
        day = frame.day_of(self.column)
        drop = None
        if day is not None:
            drop = self._on_name(frame, point, day)
            if drop is None:
                middle = point.y() - self._grip.y() + self._size.height() / 2
                drop = Drop(self.block, day, frame.slot(self.column, middle))
            drop = drop if drop.changes else None
        if drop == self.drop:
            return False
        self.drop = drop
        self.text, self.broken = "", ()
        return True

    def _on_name(self, frame: StripFrame, point: QPointF, day: int) -> Drop | None:
        """With the pointer on the name of another place it goes there, before what is there."""
        line = frame.line_at(point)
        head = None if line is None else line.block
        if head is None or head.group == self.block.group:
            return None
        return Drop(self.block, day, head.at, head.site_id)

    def paint(self, painter: QPainter, frame: StripFrame) -> None:
        """Draw the lit column, the line where it would go, and the block under the pointer."""
        palette = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = frame.x(self.column)
        wide = frame.column if self.column < len(frame.board.days) else frame.new_day
        if self.column >= 0:
            lit = QColor(palette.sel)
            lit.setAlphaF(0.28)
            painter.fillRect(QRectF(left, 0, wide - 1, frame.height), lit)
        name = frame.line_at(self.point) if self.drop is not None and self.drop.site_id else None
        if name is not None:
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(name.rect, 4, 4)
        elif self.drop is not None:
            y = frame.slot_y(self.column, self.drop.at)
            painter.setPen(QPen(QColor(palette.link), 3))
            painter.drawLine(QPointF(left + 3, y), QPointF(left + wide - 4, y))
        at = self.point - self._grip
        if 0 <= self.column < len(frame.board.days) and name is None:
            # across it snaps to the column, down it follows the hand
            at.setX(left + INSET)
        elif name is not None:
            # what it would go to must be read
            at = QPointF(left + INSET + 12, name.rect.bottom() + 6)
        painter.setOpacity(0.9)
        rect = QRectF(at, self._size)
        paint_block(painter, rect, self.block)
        painter.setOpacity(1.0)
        painter.setPen(QPen(QColor(palette.err if self.broken else palette.link), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 4, 4)

    def paint_tag(self, painter: QPainter, pointer: QPointF, room: QRectF) -> None:
        """Draw what it would cost, and what it would break, beside the pointer."""
        if self.drop is not None and self.text:
            paint_tag(painter, pointer, room, self.text, self.broken)


def stride(pointer: float, low: float, high: float) -> int:
    """How many px to scroll with the pointer near an edge: none in the middle."""
    if pointer < low + EDGE:
        return -round(STRIDE * min(1.0, (low + EDGE - pointer) / EDGE))
    if pointer > high - EDGE:
        return round(STRIDE * min(1.0, (pointer - high + EDGE) / EDGE))
    return 0
