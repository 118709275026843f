"""All places left out, with every reason; the one chosen can be let in."""

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
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from geo.model import Excluded
from gui import theme
from gui.pages.defend.excluded import AGREE, UNDO, OutRow, agreed_rows, out_row
from gui.session import Changes, Session, State
from gui.widgets.pane import label
from gui.widgets.ranked_view import RowsView
from gui.widgets.row_paint import factor, paint_ground, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW, LEFT = 46, 14
WIDE, HIGH = 640, 520


class OutModel(QAbstractListModel):
    """Those let in by the user's word, then those that a yes would let in, then the others.

    A reason is worded when it is seen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._agreed: tuple[OutRow, ...] = ()
        self._out: tuple[Excluded, ...] = ()

    def show_state(self, state: State, text: str) -> None:
        """List what ``state`` leaves out and whose name holds ``text``."""
        every = state.ranking.excluded if state.ranking is not None else ()
        excluded = tuple(sorted(every, key=lambda one: not one.by_rule))
        wanted = text.strip().casefold()
        self.beginResetModel()
        self._state = state
        self._agreed = tuple(one for one in agreed_rows(state) if wanted in one.name.casefold())
        self._out = excluded
        if wanted:
            self._out = tuple(
                one for one in excluded if wanted in f"{one.name} {one.name_en}".casefold()
            )
        self.endResetModel()

    def row(self, index: AnyIndex) -> OutRow | None:
        """The row at ``index``."""
        at = index.row() - len(self._agreed)
        if not index.isValid() or self._state is None or at >= len(self._out):
            return None
        return self._agreed[at] if at < 0 else out_row(self._state, self._out[at])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._agreed) + len(self._out)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, sentence for a screen reader, and row."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken(theme.language())
        return row if role == ROW_ROLE else None


class OutDelegate(QStyledItemDelegate):
    """Name, and why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All rows are alike."""
        return QSize(240, round(ROW * factor()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: OutRow = index.data(ROW_ROLE)
        painter.save()
        paint_ground(painter, option)
        painter.translate(option.rect.topLeft())
        f, palette = factor(), theme.current()
        room = QRectF(LEFT, 5 * f, option.rect.width() - 2 * LEFT, 18 * f)
        paint_text(painter, room, row.name, theme.font(13, bold=True), palette.ink)
        room.translate(0, 18 * f)
        paint_text(painter, room, row.why, theme.font(12), palette.ink2)
        painter.restore()


class ExcludedDialog(QDialog):
    """The whole list; it follows the ranking while it is open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("没有列进来的"))
        self.resize(WIDE, HIGH)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("按名字找"))
        self.search.setAccessibleName(self.tr("按名字找"))
        self.search.textChanged.connect(lambda _text: self._fill())
        self.model = OutModel(self)
        self.view = RowsView()
        self.view.show_rows(self.model, OutDelegate())
        self.view.setAccessibleName(self.tr("没有列进来的"))
        self._why = label(role="second", wrap=True)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._press)
        self.close_button = QPushButton(self.tr("看完了"))
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        session.changed.connect(self._hear)
        self._fill()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(self._why)
        column.addLayout(foot)

    def _hear(self, changes: Changes) -> None:
        if changes.touch("ranking", "wishes"):
            self._fill()

    def _fill(self) -> None:
        at = max(0, self.view.currentIndex().row())
        self.model.show_state(self._session.state, self.search.text())
        count = self.model.rowCount()
        if count:
            self.view.setCurrentIndex(self.model.index(min(at, count - 1)))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.model.row(self.view.currentIndex())
        self._why.setText("" if row is None else row.why)
        way = "" if row is None else row.way
        self.button.setVisible(bool(way))
        words = {AGREE: self.tr("管理处同意了"), UNDO: self.tr("收回“同意了”")}
        self.button.setText(words.get(way, ""))

    def _press(self) -> None:
        row = self.model.row(self.view.currentIndex())
        if row is not None and row.way:
            self._session.set_agreed(row.id, agreed=row.way == AGREE)

    def done(self, answer: int) -> None:
        """Closed: it hears no more."""
        self._session.changed.disconnect(self._hear)
        super().done(answer)
