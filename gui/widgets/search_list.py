"""What a search found, as rows: mark, name with the part that was typed, where, and why."""

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
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from geo.model import Kind
from gui import theme
from gui.texts import Role
from gui.texts.tips import plain_tip
from gui.widgets import icons
from gui.widgets.painters import paint_kind
from gui.widgets.ranked_view import RowsView
from gui.widgets.row_paint import factor, paint_ground, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
_HEIGHT, _LEFT, _RIGHT = 44, 34, 12
SIGN = 14


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place (``kind``) or a set of the script (none). ``strong``: which part was typed."""

    key: str
    name: str
    where: str
    why: str = ""
    kind: Kind | None = None
    strong: tuple[int, int] = (0, 0)

    def spoken(self) -> str:
        """The row in words."""
        return "；".join(part for part in (self.name, self.where, self.why) if part)


class SuggestionModel(QAbstractListModel):
    """The rows as they were told last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Suggestion, ...] = ()

    def tell(self, rows: Sequence[Suggestion]) -> None:
        """Show ``rows``; the same ones change nothing."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where ``key`` stands, -1 when it was not found."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, key, row, and the sentence for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        answers = {
            int(Qt.ItemDataRole.DisplayRole): row.name,
            int(Qt.ItemDataRole.ToolTipRole): plain_tip(row.spoken()),
            int(Qt.ItemDataRole.AccessibleTextRole): row.spoken(),
            int(Role.ID): row.key,
            int(Role.ROW): row,
        }
        return answers.get(int(role))


class SuggestionDelegate(QStyledItemDelegate):
    """Two lines: the name, and under it where and why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One height for all."""
        return QSize(160, round(_HEIGHT * factor()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: Suggestion = index.data(Role.ROW)
        palette, f = theme.current(), factor()
        rect = QRectF(option.rect)
        painter.save()
        paint_ground(painter, option)
        painter.translate(rect.topLeft())
        right = rect.width() - _RIGHT
        top = QRectF(_LEFT, 4 * f, right - _LEFT, 19 * f)
        sign = QPointF(19, top.center().y())
        if row.kind is None:
            picture = icons.pixmap("list", SIGN)
            painter.drawPixmap(sign - QPointF(SIGN / 2, SIGN / 2), picture)
        else:
            paint_kind(painter, sign, row.kind)
        self._paint_name(painter, top, row)
        below = QRectF(_LEFT, 22 * f, right - _LEFT, 17 * f)
        small = theme.font(12)
        width = paint_text(painter, below, row.where, small, palette.ink3)
        rest = below.adjusted(width + (12 if row.where else 0), 0, 0, 0)
        paint_text(painter, rest, row.why, small, palette.ink2)
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRectF, row: Suggestion) -> None:
        """The part that was typed is bold; a name that is too long gives way as a whole."""
        plain, bold = theme.font(13), theme.font(13, bold=True)
        begin, end = row.strong
        parts = ((row.name[:begin], plain), (row.name[begin:end], bold), (row.name[end:], plain))
        widths = [QFontMetricsF(font).horizontalAdvance(text) for text, font in parts]
        ink = theme.current().ink
        if begin == end or sum(widths) > rect.width():
            paint_text(painter, rect, row.name, plain, ink)
            return
        x = rect.left()
        for (text, font), width in zip(parts, widths, strict=True):
            room = QRectF(x, rect.top(), width, rect.height())
            paint_text(painter, room, text, font, ink, elide=False)
            x += width


class SearchList(RowsView):
    """``taken`` tells the key of a row that was clicked. It never takes the focus."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = SuggestionModel(self)
        self._walked = False
        self.show_rows(self.rows, SuggestionDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda index: self.taken.emit(str(index.data(Role.ID))))

    @property
    def current(self) -> Suggestion | None:
        """The row that Enter takes."""
        at = self.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def tell(self, rows: Sequence[Suggestion]) -> None:
        """Show ``rows``; what was walked to stays pointed at, else the first is: it fits best."""
        before = self.current if self._walked else None
        self.rows.tell(rows)
        kept = self.rows.row_of(before.key) if before is not None else -1
        self._walked = kept >= 0
        self.point_at(max(0, kept))

    def point_at(self, row: int) -> None:
        """Point at ``row``, at the nearest when there are fewer."""
        last = len(self.rows.rows) - 1
        self.setCurrentIndex(self.rows.index(min(max(0, row), last), 0))

    def walk(self, step: int) -> None:
        """Point at another row, ``step`` farther down."""
        self._walked = True
        self.point_at(self.currentIndex().row() + step)

    def height_of(self, rows: int) -> int:
        """Pixels that so many rows take."""
        return rows * round(_HEIGHT * factor())
