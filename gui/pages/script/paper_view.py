"""The script on paper: a tag and a strip in the margin, the line in Song, its number at right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from geo.model import Tag
from gui.models.paper_model import PaperModel, PaperRole
from gui.pages.script.paper_layout import STRIP, PaperLayout, margin
from gui.pages.script.paper_paint import PaperPainter
from gui.pages.script.tags import TAG_OF_KEY

AnyIndex = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
Move = QAbstractItemView.CursorAction
CARD_AIR = 8
STEP = 30


class PaperView(QAbstractItemView):
    """The list of lines. Arrows move; a key 1 to 8 says what the line is; Enter asks for the card.

    ``tag_chosen``: line number and tag; ``card_asked``: line number; ``card_closed``: it is gone.
    """

    tag_chosen = Signal(int, str)
    card_asked = Signal(int)
    card_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.plan = PaperLayout()
        self.drawer = PaperPainter(self.plan)
        self._card: QWidget | None = None
        self._card_row = -1
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    @property
    def paper(self) -> PaperModel | None:
        """The model, if there is one."""
        model = self.model()
        return model if isinstance(model, PaperModel) else None

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the lines of ``model``."""
        super().setModel(model)
        self._lay_out()

    def reset(self) -> None:
        """Other lines."""
        self.close_card()
        super().reset()
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def dataChanged(self, first: AnyIndex, last: AnyIndex, roles: Sequence[int] = ()) -> None:
        """The same lines taken for something else: what stands at the top stays there."""
        super().dataChanged(first, last, roles)
        self._keep_place(self._take_tags)

    def _take_tags(self) -> None:
        if self.paper is not None:
            self.plan.set_tags(self._tags())
        self.updateGeometries()
        self.viewport().update()

    def _tags(self) -> list[Tag]:
        paper = self.paper
        return [paper.tag(row) for row in range(paper.rowCount())] if paper is not None else []

    def _lay_out(self) -> None:
        self.plan.set_rows(self.paper.rows if self.paper is not None else (), self._tags())
        self.updateGeometries()
        self.viewport().update()

    def _keep_place(self, change: Callable[[], object]) -> None:
        """Do ``change``; the row at the top of what is seen stays where it is."""
        bar = self.verticalScrollBar()
        row = self.plan.row_at(bar.value())
        into = bar.value() - self.plan.top(row) if row >= 0 else 0
        change()
        if 0 <= row < self._count():
            bar.setValue(self.plan.top(row) + into)
        self._place_card()

    def _count(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0

    def point_at(self, scene: str | None) -> None:
        """Mark the lines of a scene."""
        if self.drawer.scene != scene:
            self.drawer.scene = scene
            self.viewport().update()

    def restyle(self) -> None:
        """Other fonts: all heights are other ones."""
        self._keep_place(self._refit)

    def _refit(self) -> None:
        self.plan.fit()
        self.updateGeometries()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme, text size or language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.restyle()

    def updateGeometries(self) -> None:
        """Set the scroll bar to the height of the paper."""
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setRange(0, max(0, self.plan.total - page))
        bar.setPageStep(page)
        bar.setSingleStep(STEP)
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self._keep_place(lambda: self.plan.set_width(self.viewport().width()))
        self._fit_card()
        self.updateGeometries()

    def visualRect(self, index: AnyIndex) -> QRect:
        """The row in the viewport."""
        if not index.isValid() or index.row() >= self._count():
            return QRect()
        top = self.plan.top(index.row()) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self.plan.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The line at a point of the viewport."""
        row = self.plan.row_at(point.y() + self.verticalScrollBar().value())
        if row < 0 or self.model() is None:
            return QModelIndex()
        index = self.model().index(row, 0)
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(self, index: AnyIndex, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a line into view, with the card under it."""
        if not index.isValid():
            return
        row, bar, page = index.row(), self.verticalScrollBar(), self.viewport().height()
        first = max(0, row - 40)
        self.plan.measure(first, row + 40)
        self.updateGeometries()
        top = self.plan.top(row)
        low = top + self.plan.height(row)
        if row == self._card_row and self._card is not None:
            low += self._card.height() + CARD_AIR
        if hint == Hint.PositionAtTop:
            bar.setValue(top - self.plan.above(row))
        elif hint == Hint.PositionAtCenter:
            bar.setValue((top + low - page) // 2)
        elif top < bar.value():
            bar.setValue(top)
        elif low > bar.value() + page:
            bar.setValue(min(low - page, top))

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The line that a key leads to."""
        row, count = self.currentIndex().row(), self._count()
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // STEP - 1)
        steps = {
            Move.MoveUp: -1,
            Move.MovePrevious: -1,
            Move.MoveDown: 1,
            Move.MoveNext: 1,
            Move.MovePageUp: -page,
            Move.MovePageDown: page,
            Move.MoveHome: -count,
            Move.MoveEnd: count,
        }
        return self.model().index(min(max(row + steps.get(action, 0), 0), count - 1), 0)

    def horizontalOffset(self) -> int:
        """The paper does not move sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far down it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: AnyIndex) -> bool:
        """No line is hidden."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the line at ``rect``."""
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to paint again."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Another line: the card of the last one closes."""
        super().currentChanged(current, previous)
        if self._card is not None and current.row() != self._card_row:
            self.close_card()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Move what is seen, and the card with it."""
        self._place_card()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines that can be seen, measured first."""
        paper = self.paper
        if paper is None or not self._count():
            return
        self._measure_seen()
        offset = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        row = self.plan.row_at(event.rect().top() + offset)
        current = self.currentIndex().row()
        while row < self._count():
            rect = self.visualRect(self.model().index(row, 0))
            if rect.top() > event.rect().bottom():
                break
            self.drawer.paint(
                painter, rect, paper, row, current=row == current, focus=self.hasFocus()
            )
            row += 1
        painter.end()

    def _measure_seen(self) -> None:
        """Lines now seen for the first time may be higher than thought: what is above stays."""
        bar = self.verticalScrollBar()
        first = self.plan.row_at(bar.value())
        last = self.plan.row_at(bar.value() + self.viewport().height())
        if self.plan.measure(first, last):
            self.updateGeometries()
            self._place_card()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 8 re-tag, Enter opens the card, Esc closes it; the rest moves."""
        number = self.number_at(self.currentIndex())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        tag = TAG_OF_KEY.get(event.key()) if plain else None
        if tag is not None and number:
            self.tag_chosen.emit(number, tag.value)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and number:
            self.card_asked.emit(number)
        elif event.key() == Qt.Key.Key_Escape and self._card is not None:
            self.close_card()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def number_at(index: AnyIndex) -> int:
        """The line number at ``index``, 0 for none."""
        return int(index.data(PaperRole.NUMBER) or 0) if index.isValid() else 0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click in the margin asks for the card."""
        super().mouseReleaseEvent(event)
        number = self.number_at(self.indexAt(event.position().toPoint()))
        if number and event.button() == Qt.MouseButton.LeftButton and self._in_margin(event):
            self.card_asked.emit(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click asks for the card."""
        if number := self.number_at(self.indexAt(event.position().toPoint())):
            self.card_asked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The margin answers a click: the pointer says so."""
        index = self.indexAt(event.position().toPoint())
        hot = index.row() if self._in_margin(event) and self.number_at(index) else -1
        if hot != self.drawer.hot:
            self.drawer.hot = hot
            hand = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(hand if hot >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        self.drawer.hot = -1
        self.viewport().update()
        super().leaveEvent(event)

    @staticmethod
    def _in_margin(event: QMouseEvent) -> bool:
        return event.position().x() < margin() + STRIP + 4

    @property
    def card_row(self) -> int:
        """The row under which the card is open, -1 for none."""
        return self._card_row

    def open_card(self, row: int, card: QWidget) -> None:
        """Show ``card`` under ``row``; the lines below move down."""
        self._card, self._card_row = card, row
        card.setParent(self.viewport())
        card.installEventFilter(self)
        card.show()
        self._fit_card()
        self.scrollTo(self.model().index(row, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card has other words: it may need more room."""
        if watched is self._card and event.type() == QEvent.Type.LayoutRequest:
            self._fit_card()
        return super().eventFilter(watched, event)

    def _fit_card(self) -> None:
        """Give the card the height it needs in this width, and the lines below their place."""
        if self._card is None:
            return
        left = margin() + STRIP + 2
        width = max(240, self.viewport().width() - left - 16)
        high = self._card.heightForWidth(width)
        size = QSize(width, max(high, self._card.minimumSizeHint().height()))
        if self._card.size() != size:
            self._card.setFixedSize(size)
        self.plan.open_gap(self._card_row, self._card.height() + CARD_AIR)
        self.updateGeometries()
        self._place_card()
        self.viewport().update()

    def close_card(self) -> None:
        """Take the card away; the lines close up."""
        card, self._card, self._card_row = self._card, None, -1
        if card is not None:
            card.removeEventFilter(self)
            card.hide()
            self.plan.close_gap()
            self.updateGeometries()
            self.viewport().update()
            self.card_closed.emit()

    def _place_card(self) -> None:
        if self._card is not None and self._card_row < self._count():
            row = self._card_row
            top = self.plan.top(row) + self.plan.height(row) + 2
            self._card.move(margin() + STRIP + 2, top - self.verticalScrollBar().value())
