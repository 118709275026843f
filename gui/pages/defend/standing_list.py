"""The list of the first places: how often each is first, and what would change that."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.pages.defend.standing import Standing, bar_shares
from gui.widgets.painters import paint_bar, paint_kind
from gui.widgets.pane import Pane
from gui.widgets.ranked_view import RowsView
from gui.widgets.row_paint import factor, paint_ground, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2
ROW, HEAD = 44, 24
_LEFT, _MARK, _GAP = 14, 20, 12
_NAME = 0.58


def bar_colours() -> dict[str, str]:
    """Ink for first, lighter for the first 3 and the first 10."""
    palette = theme.current()
    return {"first": palette.ink, "top3": palette.off, "top10": palette.line}


def columns(width: float) -> tuple[QRectF, QRectF]:
    """Name and bar of a row ``width`` px wide; tops and heights are those of the row."""
    room = width - _LEFT - _GAP
    name = QRectF(_LEFT, 0, room * _NAME - _GAP, 0)
    return name, QRectF(_LEFT + room * _NAME, 0, room * (1 - _NAME), 0)


class StandingModel(QAbstractListModel):
    """Some rows; the same places in the same order only change what is written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Standing, ...] = ()

    def set_rows(self, rows: tuple[Standing, ...]) -> None:
        """Show ``rows``; the row that is chosen stays chosen."""
        if rows == self.rows:
            return
        if [one.id for one in rows] == [one.id for one in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def index_of(self, site_id: str | None) -> QModelIndex:
        """Where a place stands; an invalid index when it is not here."""
        found = (at for at, row in enumerate(self.rows) if row.id == site_id)
        at = next(found, None)
        return QModelIndex() if at is None else self.index(at)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, sentence for a screen reader, id and row."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken(theme.language())
        return {ROW_ROLE: row, ID_ROLE: row.id}.get(role)


class StandingDelegate(QStyledItemDelegate):
    """Name over when it would change; the bar over its shares and the ranks left open."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All rows are alike."""
        return QSize(240, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: Standing = index.data(ROW_ROLE)
        painter.save()
        paint_ground(painter, option)
        painter.translate(option.rect.topLeft())
        name, bar = columns(option.rect.width())
        f, palette, small = factor(), theme.current(), theme.font(12)
        first, second = 4 * f, 23 * f
        kind = QRectF(name.left(), first, 12 * f, 18 * f).center()
        paint_kind(painter, kind, row.kind, 5.5 * f)
        room = QRectF(name.left() + _MARK * f, first, name.width() - _MARK * f, 18 * f)
        paint_text(painter, room, row.name, theme.font(13, bold=True), palette.ink)
        room.moveTop(second)
        words = QFontMetricsF(small).elidedText(
            row.change or "—", Qt.TextElideMode.ElideRight, room.width()
        )
        paint_text(painter, room, words, small, palette.ink2, elide=False)
        stripe = QRectF(bar.left(), 9 * f, bar.width(), 8 * f)
        paint_bar(painter, stripe, bar_shares(row, bar_colours()))
        room = QRectF(bar.left(), second, bar.width(), 18 * f)
        taken = paint_text(painter, room, row.shares, small, palette.ink, elide=False)
        room.setLeft(room.left() + taken + 8)
        if QFontMetricsF(small).horizontalAdvance(row.ranks) <= room.width():
            paint_text(painter, room, row.ranks, small, palette.ink3, right=True, elide=False)
        painter.restore()


def row_height() -> int:
    """How high a row is as text grows."""
    return round(ROW * factor())


class StandingHead(Pane):
    """The names of the columns, with the key of the bar."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head."""
        super().paintEvent(event)
        painter, palette, font = QPainter(self), theme.current(), theme.font(12)
        name, bar = columns(self.width())
        height = self.height()
        room = QRectF(name.left(), 0, name.width(), height)
        paint_text(painter, room, self.tr("地点，什么时候会变"), font, palette.ink3)
        x, metrics = bar.left(), QFontMetricsF(font)
        key = (self.tr("居首"), self.tr("前三"), self.tr("前十"))
        for text, colour in zip(key, bar_colours().values(), strict=True):
            painter.fillRect(QRectF(x, height / 2 - 4, 8, 8), QColor(colour))
            room = QRectF(x + 11, 0, metrics.horizontalAdvance(text) + 2, height)
            paint_text(painter, room, text, font, palette.ink3, elide=False)
            x = room.right() + 8

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, round(HEAD * factor()))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return self.sizeHint()

    def retranslate(self) -> None:
        """Draw the words again."""
        self.update()


class _Rows(RowsView):
    """As high as its rows: the page scrolls, not the list."""

    def fit(self) -> None:
        """Take the room of the rows."""
        model = self.model()
        count = model.rowCount() if model is not None else 0
        self.setFixedHeight(max(1, count) * row_height())


class StandingList(QWidget):
    """Rows under their head. ``chosen`` tells the id of the place picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = StandingModel(self)
        self.head = StandingHead()
        self.view = _Rows()
        self.view.show_rows(self.model, StandingDelegate())
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._placing = False
        self.view.selectionModel().currentChanged.connect(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view)

    def show_rows(self, rows: tuple[Standing, ...], chosen: str | None) -> None:
        """Show ``rows`` with ``chosen`` marked where it is among them."""
        self._placing = True
        self.model.set_rows(rows)
        self.view.fit()
        self._placing = False
        self.point_at(chosen)

    def point_at(self, site_id: str | None) -> None:
        """Mark a place, or none."""
        self._placing = True
        index = self.model.index_of(site_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.selectionModel().clear()
        self._placing = False

    def _moved(self, index: QModelIndex) -> None:
        if not self._placing and index.isValid():
            self.chosen.emit(str(index.data(ID_ROLE)))

    def refit(self) -> None:
        """Text grew or shrank."""
        self.view.doItemsLayout()
        self.view.fit()
        self.head.updateGeometry()
