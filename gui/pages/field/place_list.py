"""The places of the day: mark, name, how far and which way, photos, done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from geo.model import Kind
from gui import theme
from gui.texts import Role
from gui.widgets import icons
from gui.widgets.painters import paint_kind
from gui.widgets.ranked_view import RowsView
from gui.widgets.row_paint import factor, paint_ground, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
HEIGHT = 56


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as it is written; ``under``: what is known of the way there and the work."""

    key: str
    name: str
    under: str
    kind: Kind
    done: bool = False
    done_word: str = ""


class PlaceModel(QAbstractListModel):
    """The rows as told last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PlaceRow, ...] = ()

    def tell(self, rows: Sequence[PlaceRow]) -> None:
        """Show ``rows``; the same places only change what is written."""
        if [one.key for one in rows] == [one.key for one in self.rows]:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, id, row, and the sentence for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        answers: dict[int, object] = {
            int(Qt.ItemDataRole.DisplayRole): row.name,
            int(Qt.ItemDataRole.AccessibleTextRole): "；".join(
                part for part in (row.name, row.under, row.done_word) if part
            ),
            int(Role.ID): row.key,
            int(Role.ROW): row,
        }
        return answers.get(int(role))


class PlaceDelegate(QStyledItemDelegate):
    """Two lines and a tick, tall enough for a finger."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One height for all."""
        return QSize(160, round(HEIGHT * factor()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: PlaceRow = index.data(Role.ROW)
        palette, rect = theme.current(), QRectF(option.rect)
        painter.save()
        paint_ground(painter, option)
        middle = rect.center().y() - 0.5
        paint_kind(painter, QPointF(24, middle), row.kind, 6.5)
        left, right = 42.0, rect.right() - (38 if row.done else 12)
        half = rect.height() / 2
        name = QRectF(left, rect.top() + 4, right - left, half - 4)
        paint_text(painter, name, row.name, theme.font(14, bold=True), palette.ink)
        under = QRectF(left, rect.top() + half, right - left, half - 6)
        paint_text(painter, under, row.under, theme.font(13), palette.ink2, tail=True)
        if row.done:
            sign = icons.pixmap("circle-check", 20, palette.ok)
            painter.drawPixmap(QPointF(rect.right() - 32, middle - 10), sign)
        painter.restore()


class PlaceList(RowsView):
    """``chosen`` tells the id of the place that was pointed at."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._telling = False
        self.places = PlaceModel(self)
        self.show_rows(self.places, PlaceDelegate())
        self.selectionModel().currentChanged.connect(self._moved)

    def tell(self, rows: Sequence[PlaceRow], chosen: str | None) -> None:
        """Show ``rows``, and which of them is worked on."""
        self._telling = True
        self.places.tell(rows)
        keys = [one.key for one in rows]
        if chosen in keys and self.currentIndex().row() != keys.index(chosen):
            self.setCurrentIndex(self.places.index(keys.index(chosen), 0))
        self._telling = False

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._telling and now.isValid():
            self.chosen.emit(now.data(Role.ID))
