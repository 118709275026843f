"""Rows with a tick at the left and a remark at the right, put in order by dragging where wanted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from geo.model import Kind
from gui import theme
from gui.texts import Role
from gui.texts.tips import plain_tip
from gui.widgets.painters import paint_kind
from gui.widgets.ranked_view import RowsView
from gui.widgets.row_paint import factor, paint_ground, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
HEIGHT, EDGE, BOX, GRIP = 30, 14, 14, 22
_ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class TickRow:
    """``note`` stands at the right; ``kind`` puts the mark of a place before the name."""

    key: str
    name: str
    note: str = ""
    kind: Kind | None = None
    on: bool = False
    tip: str = ""
    words: str = ""


class TickModel(QAbstractListModel):
    """The rows as told last, with their ticks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[TickRow] = []

    def tell(self, rows: Sequence[TickRow]) -> None:
        """Show ``rows``; the same keys only change what is written."""
        keys = [row.key for row in rows]
        if keys == [row.key for row in self.rows]:
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def turn(self, at: int, *, on: bool) -> None:
        """Tick a row, or not."""
        self.rows[at] = replace(self.rows[at], on=on)
        self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def carry(self, at: int, to: int) -> None:
        """Move a row to another place."""
        self.layoutAboutToBeChanged.emit()
        self.rows.insert(to, self.rows.pop(at))
        self.layoutChanged.emit()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, key, row, tick, and the sentence for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        ticked = Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
        answers = {
            int(Qt.ItemDataRole.DisplayRole): row.name,
            int(Qt.ItemDataRole.ToolTipRole): plain_tip(row.tip),
            int(Qt.ItemDataRole.CheckStateRole): ticked,
            int(Qt.ItemDataRole.AccessibleTextRole): "；".join(
                part for part in (row.name, row.note) if part
            ),
            int(Role.ID): row.key,
            int(Role.ROW): row,
        }
        return answers.get(int(role))


def paint_tick(painter: QPainter, at: QPointF, *, on: bool) -> None:
    """A box of 14 px with its middle at ``at``, ticked or empty."""
    palette = theme.current()
    box = QRectF(at.x() - BOX / 2, at.y() - BOX / 2, BOX, BOX)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.prim if on else palette.off), 1))
    painter.setBrush(QColor(palette.prim if on else palette.card))
    painter.drawRoundedRect(box, 3, 3)
    if on:
        painter.setPen(QPen(QColor(palette.on_prim), 1.8))
        corner = box.topLeft()
        points = (QPointF(3.2, 7.2), QPointF(6, 10), QPointF(11, 4.4))
        painter.drawPolyline([corner + point for point in points])
    painter.restore()


class TickDelegate(QStyledItemDelegate):
    """One line: box, mark, name, remark, and dots to drag by where rows can be moved."""

    def __init__(self, *, movable: bool) -> None:
        super().__init__()
        self._movable = movable

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One height for all."""
        return QSize(160, max(theme.current().target, round(HEIGHT * factor())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: TickRow = index.data(Role.ROW)
        palette = theme.current()
        rect = QRectF(option.rect)
        painter.save()
        if not option.state & QStyle.StateFlag.State_HasFocus:
            # a tick says what is chosen; the row pointed at matters to the keys alone
            option.state &= ~QStyle.StateFlag.State_Selected
        paint_ground(painter, option)
        middle = rect.center().y()
        paint_tick(painter, QPointF(EDGE + BOX / 2, middle), on=row.on)
        left, right = EDGE + BOX + 10.0, rect.right() - (GRIP if self._movable else 10)
        if row.kind is not None:
            paint_kind(painter, QPointF(left + 6, middle), row.kind)
            left += 18
        small = theme.font(12)
        note = QFontMetricsF(small).horizontalAdvance(row.note)
        note = min(note, (right - left) * 0.6)
        ink = palette.ink if row.on or row.kind is not None else palette.ink3
        room = QRectF(left, rect.top(), right - left - note - (10 if note else 0), rect.height())
        paint_text(painter, room, row.name, theme.font(13), ink)
        beside = QRectF(right - note - 1, rect.top(), note + 1, rect.height())
        paint_text(painter, beside, row.note, small, palette.ink3, right=True, tail=True)
        if self._movable:
            _paint_grip(painter, QPointF(rect.right() - GRIP / 2, middle))
        painter.restore()


def _paint_grip(painter: QPainter, at: QPointF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().off))
    for x in (-2.0, 2.0):
        for y in (-4.0, 0.0, 4.0):
            painter.drawEllipse(at + QPointF(x, y), 1.1, 1.1)


class TickList(RowsView):
    """``turned``: a row was ticked or not. ``ordered``: the keys in the order they now have.

    A click or Space ticks; where rows can be moved they follow the hand, or Alt with the arrows.
    """

    turned = Signal(str, bool)
    ordered = Signal(object)

    def __init__(self, *, movable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._movable = movable
        self._held = -1
        self._pressed: QPointF | None = None
        self._carried = False
        self.ticks = TickModel(self)
        self.show_rows(self.ticks, TickDelegate(movable=movable))

    def tell(self, rows: Sequence[TickRow]) -> None:
        """Show ``rows``; the row pointed at stays so."""
        here = self.currentIndex().data(Role.ID) if self.currentIndex().isValid() else None
        self.ticks.tell(rows)
        keys = self.keys()
        if keys:
            self.setCurrentIndex(self.ticks.index(keys.index(here) if here in keys else 0, 0))

    def keys(self) -> list[str]:
        """The keys, top to bottom."""
        return [row.key for row in self.ticks.rows]

    def ticked(self) -> list[str]:
        """The keys of the rows with a tick."""
        return [row.key for row in self.ticks.rows if row.on]

    def tick(self, keys: Collection[str]) -> None:
        """Tick these and no others, telling nobody."""
        self.ticks.tell([replace(row, on=row.key in keys) for row in self.ticks.rows])

    def height_of(self, rows: int) -> int:
        """Pixels that so many rows take."""
        return rows * max(theme.current().target, round(HEIGHT * factor()))

    def _turn(self, at: int) -> None:
        row = self.ticks.rows[at]
        self.ticks.turn(at, on=not row.on)
        self.turned.emit(row.key, not row.on)

    def carry(self, at: int, to: int) -> None:
        """Put a row in another place."""
        if at != to and 0 <= to < len(self.ticks.rows):
            self.ticks.carry(at, to)
            self.setCurrentIndex(self.ticks.index(to, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is pressed is ticked when let go, or carried."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self.indexAt(event.position().toPoint()).row()
            self._pressed, self._carried = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row goes where the hand is."""
        if self._pressed is None or self._held < 0:
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._pressed).manhattanLength()
        if self._movable and (self._carried or far >= QApplication.startDragDistance()):
            self._carried = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            room = self.viewport().height() - 1
            at = QPointF(4, min(max(event.position().y(), 0), room)).toPoint()
            to = self.indexAt(at).row()
            if to >= 0:
                self.carry(self._held, to)
                self._held = to

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row, or tell the new order."""
        held, carried = self._held, self._carried
        self._held, self._pressed, self._carried = -1, None, False
        self.viewport().unsetCursor()
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or held < 0:
            return
        if carried:
            self.ordered.emit(self.keys())
        elif self.indexAt(event.position().toPoint()).row() == held:
            self._turn(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Alt with an arrow moves the row."""
        here = self.currentIndex().row()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space and here >= 0:
            self._turn(here)
        elif step is not None and self._movable and event.modifiers() & _ALT and here >= 0:
            if 0 <= here + step < len(self.ticks.rows):
                self.carry(here, here + step)
                self.ordered.emit(self.keys())
        else:
            super().keyPressEvent(event)
