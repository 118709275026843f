"""A list in an order that is given from outside: re-ordering keeps what is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from geo.model import Criterion, Mask, Order
from geo.phrases import pct
from gui import theme
from gui.texts import ListFrame, RankedRow, Role, RowShares, Shares, present_number

AnyIndex = QModelIndex | QPersistentModelIndex
_NOTHING = np.empty(0, np.intp)

PAGE = 128
"""Rows whose columns are asked of the order at a time: more than a screen holds."""

KEPT = 2_048
"""Rows that are kept ready to draw."""


class RankedModel(QAbstractListModel):
    """Rows by column of a board, shown in the order of an ``Order``, filtered by a mask.

    Only what is looked at is worked out: a new order costs the same for ten rows and a million.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._column: Mapping[str, int] = {}
        self._rows: dict[int, RankedRow] = {}
        self._order = Order(_NOTHING, np.empty(0, np.float32))
        self._allowed: Mask | None = None
        self._count = 0
        # columns of the rows of a page, and places in the whole order, both of the present order
        self._pages: dict[int, NDArray[np.intp]] = {}
        self._places: dict[int, int] = {}
        self._frame = ListFrame()
        self._shares: Shares | None = None

    def make_row(self, column: int) -> RankedRow:
        """The row of one column of the board; each list knows how."""
        raise NotImplementedError

    @property
    def frame(self) -> ListFrame:
        """What all rows share."""
        return self._frame

    def fill(
        self, ids: Sequence[str], column: Mapping[str, int], order: Order, frame: ListFrame
    ) -> None:
        """Take new contents. The same ids keep the selection; others reset the list."""
        same = tuple(ids) == self._ids
        self._rows, self._frame = {}, frame
        if same:
            self._column = column
            self.set_order(order)
            self.refresh()
            return
        self.beginResetModel()
        self._ids, self._column = tuple(ids), column
        self._take(order, None)
        self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Show the rows in a new order; cheap enough for every move of a slider."""
        if order is not self._order:
            self._rearrange(order, self._allowed)

    def set_filter(self, allowed: Mask | None) -> None:
        """Show only the columns that ``allowed`` (N,) lets stand; None shows all.

        Places in the order stay those of the whole list.
        """
        if allowed is not self._allowed:
            self._rearrange(self._order, allowed)

    def set_shares(self, shares: Shares | None) -> None:
        """How firm the columns stand, None while nobody knows; no row is made anew for it."""
        if shares is not self._shares:
            self._shares = shares
            self.retell(Role.SHARES)

    def shares(self, column: int) -> RowShares | None:
        """How firm a column stands; None while nobody knows, or of other columns."""
        known = self._shares
        return known.row(column) if known is not None and len(known) == len(self._ids) else None

    def photo(self, one: str) -> str | None:
        """The path of the first photo; empty without any, None where none is looked for."""
        return None

    def refresh(self) -> None:
        """Have all rows drawn and read again: new language or new figures."""
        self.retell()

    def retell(self, *roles: Role) -> None:
        """Have what ``roles`` tell of all rows asked for again; everything when none is named."""
        if self._count:
            asked = [int(role) for role in roles]
            self.dataChanged.emit(self.index(0), self.index(self._count - 1), asked)

    def _take(self, order: Order, allowed: Mask | None) -> None:
        self._order, self._allowed = order, allowed
        self._count = order.count(allowed)
        self._pages, self._places = {}, {}

    def _rearrange(self, order: Order, allowed: Mask | None) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        columns = [self._column_at(index.row()) for index in before]
        self._take(order, allowed)
        self.changePersistentIndexList(before, [self._index_of_column(one) for one in columns])
        self.layoutChanged.emit()

    def _column_at(self, row: int) -> int:
        """The column shown in a row."""
        page, at = divmod(row, PAGE)
        known = self._pages.get(page)
        if known is None:
            start = page * PAGE
            known = self._order.between(start, start + PAGE, self._allowed)
            self._pages[page] = known
        return int(known[at])

    def _index_of_column(self, column: int) -> QModelIndex:
        row = self._order.place(column, self._allowed)
        return QModelIndex() if row is None else self.index(row)

    def index_of(self, one: str | None) -> QModelIndex:
        """Where ``one`` stands; an invalid index when it is not shown."""
        column = self.column(one)
        return QModelIndex() if column is None else self._index_of_column(column)

    def column(self, one: str | None) -> int | None:
        """The column of the board that belongs to ``one``."""
        return self._column.get(one or "")

    def empty(self) -> None:
        """Show nothing."""
        self.fill((), {}, Order(_NOTHING, np.empty(0, np.float32)), ListFrame())

    def row(self, index: AnyIndex) -> RankedRow:
        """The row at ``index``."""
        return self._row(self._column_at(index.row()))

    def _row(self, column: int) -> RankedRow:
        known = self._rows.get(column)
        if known is None:
            if len(self._rows) >= KEPT:
                self._rows = {}
            known = self._rows[column] = self.make_row(column)
        return known

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Rows shown."""
        return 0 if parent.isValid() else self._count

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, sentence for a screen reader, id, row, place, frame, and how firm it stands."""
        if not index.isValid() or not 0 <= index.row() < self._count:
            return None
        if role == Role.FRAME:
            return self._frame
        column = self._column_at(index.row())
        if role == Role.ID:
            return self._ids[column]
        if role == Role.RANK:
            return index.row() + 1 if self._allowed is None else self._rank(column)
        if role == Role.SHARES:
            return self.shares(column)
        if role == Role.PHOTO:
            return self.photo(self._ids[column])
        return self._words(column, role)

    def _words(self, column: int, role: int) -> object:
        """The row itself, or what is said of it."""
        row = self._row(column)
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name(theme.language())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(row, self._rank(column), self.shares(column))
        return None

    def _rank(self, column: int) -> int:
        """Place in the whole order, from 1."""
        known = self._places.get(column)
        if known is None:
            known = self._places[column] = 1 + (self._order.place(column) or 0)
        return known

    def names(self) -> Mapping[Criterion, str]:
        """What each criterion is called."""
        return {
            Criterion.FIT: self.tr("匹配"),
            Criterion.COST: self.tr("每天费用"),
            Criterion.SUBSIDY: self.tr("补贴"),
            Criterion.UPLIFT: self.tr("首年拉动"),
        }

    def sentence(self, row: RankedRow, rank: int, shares: RowShares | None = None) -> str:
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
        if shares is not None:
            told = self.tr("居首 {first}，前三 {top3}")
            parts.append(told.format(first=pct(shares.first), top3=pct(shares.top3)))
        if self.photo(row.id) == "":
            parts.append(self.tr("还没有照片"))
        return ("; " if lang == "en" else "；").join(part for part in parts if part)
