"""A list in an order that is given from outside: re-ordering keeps what is selected."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from geo.model import Criterion, Order
from gui import theme
from gui.texts import ListFrame, RankedRow, Role, present_number

AnyIndex = QModelIndex | QPersistentModelIndex
_NOTHING = np.empty(0, np.intp)


class RankedModel(QAbstractListModel):
    """Rows by column of a board, shown in the order of an ``Order``, filtered by id."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._column: dict[str, int] = {}
        self._rows: list[RankedRow | None] = []
        self._order: NDArray[np.intp] = _NOTHING
        self._shown: NDArray[np.intp] = _NOTHING
        self._allowed: NDArray[np.bool_] | None = None
        self._wanted: frozenset[str] | None = None
        self._frame = ListFrame()

    def make_row(self, column: int) -> RankedRow:
        """The row of one column of the board; each list knows how."""
        raise NotImplementedError

    @property
    def frame(self) -> ListFrame:
        """What all rows share."""
        return self._frame

    def fill(self, ids: Sequence[str], order: Order, frame: ListFrame) -> None:
        """Take new contents. The same ids keep the selection; others reset the list."""
        same = tuple(ids) == self._ids
        if not same:
            self.beginResetModel()
        self._ids = tuple(ids)
        self._column = {one: column for column, one in enumerate(self._ids)}
        self._rows = [None] * len(self._ids)
        self._frame = frame
        self._allowed = self._mask()
        if same:
            self.set_order(order)
            self.refresh()
            return
        self._order = order.index
        self._shown = self._filtered()
        self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Show the rows in a new order; cheap enough for every move of a slider."""
        self._order = order.index
        self._rearrange()

    def set_filter(self, ids: Collection[str] | None) -> None:
        """Show only ``ids``; None shows all. Places in the order stay those of the whole list."""
        self._wanted = None if ids is None else frozenset(ids)
        self._allowed = self._mask()
        self._rearrange()

    def refresh(self) -> None:
        """Have all rows drawn and read again: new language or new figures."""
        if len(self._shown):
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def _mask(self) -> NDArray[np.bool_] | None:
        if self._wanted is None:
            return None
        return np.fromiter((one in self._wanted for one in self._ids), np.bool_, len(self._ids))

    def _filtered(self) -> NDArray[np.intp]:
        return self._order if self._allowed is None else self._order[self._allowed[self._order]]

    def _rearrange(self) -> None:
        shown = self._filtered()
        if np.array_equal(shown, self._shown):
            self._shown = shown
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        columns = [int(self._shown[index.row()]) for index in before]
        self._shown = shown
        self.changePersistentIndexList(before, [self._index_of_column(one) for one in columns])
        self.layoutChanged.emit()

    def _index_of_column(self, column: int) -> QModelIndex:
        found = np.flatnonzero(self._shown == column)
        return self.index(int(found[0])) if len(found) else QModelIndex()

    def index_of(self, one: str | None) -> QModelIndex:
        """Where ``one`` stands; an invalid index when it is not shown."""
        column = self.column(one)
        return QModelIndex() if column is None else self._index_of_column(column)

    def column(self, one: str | None) -> int | None:
        """The column of the board that belongs to ``one``."""
        return self._column.get(one or "")

    def empty(self) -> None:
        """Show nothing."""
        nothing = np.empty(0, np.float32)
        self.fill((), Order(_NOTHING, nothing), ListFrame())

    def row(self, index: AnyIndex) -> RankedRow:
        """The row at ``index``."""
        column = int(self._shown[index.row()])
        known = self._rows[column]
        if known is None:
            known = self._rows[column] = self.make_row(column)
        return known

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, sentence for a screen reader, id, row, place and frame."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        if role == Role.ID:
            return self._ids[int(self._shown[index.row()])]
        if role == Role.FRAME:
            return self._frame
        if role == Role.RANK:
            return self._rank(index.row())
        row = self.row(index)
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name(theme.language())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(row, self._rank(index.row()))
        return None

    def _rank(self, row: int) -> int:
        if self._allowed is None:
            return row + 1
        return int(np.flatnonzero(self._order == self._shown[row])[0]) + 1

    def names(self) -> Mapping[Criterion, str]:
        """What each criterion is called."""
        return {
            Criterion.FIT: self.tr("匹配"),
            Criterion.COST: self.tr("每天费用"),
            Criterion.SUBSIDY: self.tr("补贴"),
            Criterion.UPLIFT: self.tr("首年拉动"),
        }

    def sentence(self, row: RankedRow, rank: int) -> str:
        """The whole row in words."""
        lang = theme.language()
        parts = [
            self.tr("第 {n} 名").format(n=rank),
            row.name(lang),
            row.place(lang, many_cities=True),
            self.tr("{total} 场里可拍 {direct} 场，代用 {stand_in} 场").format(
                total=row.total, direct=row.direct, stand_in=row.stand_in
            ),
        ]
        for criterion, name in self.names().items():
            figure = row.figure(criterion)
            if figure is not None:
                parts.append(f"{name} {present_number(figure, lang).spoken}")
        return ("; " if lang == "en" else "；").join(part for part in parts if part)
