"""A list of rows of one height. What it does, and how long that takes, hangs on what is in sight.

Qt's own list asks its model for every row whenever it is laid out, and for every row again when
figures change: with 100,000 rows that stops the window for half a second. Here the place of a row
is reckoned from its number.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QHoverEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

AnyIndex = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_Move = QAbstractItemView.CursorAction


class RowsView(QListView):
    """Rows of one height, one selected at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = 1
        self._hovered = -1
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_rows(self, model: QAbstractItemModel, delegate: QStyledItemDelegate) -> None:
        """Show ``model`` drawn by ``delegate``, which the view keeps."""
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(model)

    # where the rows are

    def _count(self) -> int:
        model = self.model()
        return 0 if model is None else model.rowCount()

    def _rect(self, row: int) -> QRect:
        top = row * self._height - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._height)

    def _row_at(self, y: int) -> int:
        row = (y + self.verticalScrollBar().value()) // self._height
        return row if 0 <= row < self._count() else -1

    def visualRect(self, index: AnyIndex) -> QRect:
        """Where a row lies on the viewport, in sight or not."""
        self.executeDelayedItemsLayout()
        return self._rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, at: QPoint) -> QModelIndex:
        """The row under a point."""
        self.executeDelayedItemsLayout()
        row = self._row_at(at.y()) if 0 <= at.x() < self.viewport().width() else -1
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        bar, room = self.verticalScrollBar(), self.viewport().height() - self._height
        top, hints = index.row() * self._height, QAbstractItemView.ScrollHint
        if hint is hints.PositionAtCenter:
            bar.setValue(top - room // 2)
        elif top < bar.value() or hint is hints.PositionAtTop:
            bar.setValue(top)
        elif top > bar.value() + room or hint is hints.PositionAtBottom:
            bar.setValue(top - room)

    # laying out

    def doItemsLayout(self) -> None:
        """Rows came, went or changed places."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """How far one can scroll."""
        count = self._count()
        if count:
            self._height = max(1, self.sizeHintForIndex(self.model().index(0, 0)).height())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._height)
        bar.setPageStep(room)
        bar.setRange(0, max(0, count * self._height - room))
        QAbstractItemView.updateGeometries(self)

    def dataChanged(self, first: AnyIndex, last: AnyIndex, roles: Sequence[int] = ()) -> None:
        """Draw what is in sight again."""
        self.viewport().update()

    # selecting and moving

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row under a point."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What has to be drawn again when this is selected or no more."""
        region = QRegion()
        for index in selection.indexes():
            region = region.united(self.visualRect(index))
        return region

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The row that a key leads to."""
        count, page = self._count(), max(1, self.viewport().height() // self._height)
        if not count:
            return QModelIndex()
        steps = {
            _Move.MoveUp: -1,
            _Move.MovePrevious: -1,
            _Move.MoveDown: 1,
            _Move.MoveNext: 1,
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -count,
            _Move.MoveEnd: count,
        }
        current = self.currentIndex()
        if not current.isValid():
            return self.model().index(0, 0)
        row = current.row() + steps.get(action, 0)
        return self.model().index(min(max(row, 0), count - 1), 0)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: the search box finds by any part of a name, without walking every row."""

    # drawing

    def viewportEvent(self, event: QEvent) -> bool:
        """Note which row the pointer is over."""
        if isinstance(event, QHoverEvent):
            left = event.type() is QEvent.Type.HoverLeave
            self._hovered = -1 if left else self._row_at(event.position().toPoint().y())
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        model, delegate = self.model(), self.itemDelegate()
        if model is None or delegate is None:
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        offset, area = self.verticalScrollBar().value(), event.rect()
        first = max(0, (area.top() + offset) // self._height)
        last = min(self._count() - 1, (area.bottom() + offset) // self._height)
        look = option.state & ~(_State.State_HasFocus | _State.State_MouseOver)
        painter = QPainter(self.viewport())
        try:
            for row in range(first, last + 1):
                index = model.index(row, 0)
                option.rect = self._rect(row)
                option.state = look | self._standing(index)
                delegate.paint(painter, option, index)
        finally:
            # a painter that is left open ends the program
            painter.end()

    def _standing(self, index: QModelIndex) -> QStyle.StateFlag:
        """Selected, under the pointer, with the focus."""
        state = _State.State_None
        if self.selectionModel().isSelected(index):
            state |= _State.State_Selected
        if index.row() == self._hovered:
            state |= _State.State_MouseOver
        if self.hasFocus() and index == self.currentIndex():
            state |= _State.State_HasFocus
        return state
