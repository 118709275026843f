"""A list of rows of the script; the two lists of it differ only in their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.texts import Role, SceneRow, SetRow

AnyIndex = QModelIndex | QPersistentModelIndex
RowType = TypeVar("RowType", SetRow, SceneRow)


class ScriptRows(QAbstractListModel, Generic[RowType]):
    """Rows with ids. New contents with the same ids keep what is selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RowType, ...] = ()

    def take(self, rows: Sequence[RowType]) -> None:
        """Show ``rows``."""
        taken = tuple(rows)
        if [row.id for row in taken] == [row.id for row in self._rows]:
            self._rows = taken
            self.refresh()
            return
        self.beginResetModel()
        self._rows = taken
        self.endResetModel()

    def refresh(self) -> None:
        """Have all rows drawn and read again."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    @property
    def rows(self) -> tuple[RowType, ...]:
        """All rows in order."""
        return self._rows

    def index_of(self, one: str | None) -> QModelIndex:
        """Where ``one`` stands; an invalid index when it is not here."""
        places = (place for place, row in enumerate(self._rows) if row.id == one)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place)

    def title(self, row: RowType) -> str:
        """The row's name."""
        raise NotImplementedError

    def sentence(self, row: RowType) -> str:
        """The whole row in words."""
        raise NotImplementedError

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, sentence for a screen reader, id and row."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(row)
        if role == Role.ROW:
            return row
        return row.id if role == Role.ID else None
