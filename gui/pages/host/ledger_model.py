"""The lines of the ledger as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from geo.model.hosting import Enquiry
from gui import theme
from gui.pages.host.words import site_word, status_word
from gui.session import State
from gui.texts import count, money

AnyIndex = QModelIndex | QPersistentModelIndex
_WIDE = (96, 200, 150, 84, 160, 84, 110)
ROOT = QModelIndex()
UNKNOWN = "—"


class LedgerModel(QAbstractTableModel):
    """One row for each line; a dash is what nobody told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Enquiry, ...] = ()
        self._cells: list[tuple[str, ...]] = []

    def show_lines(self, lines: Sequence[Enquiry], state: State) -> None:
        """Show ``lines``, newest first as they come."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self._cells = [self._row(one, state) for one in lines]
        self.endResetModel()

    def _row(self, one: Enquiry, state: State) -> tuple[str, ...]:
        lang = state.language
        between = "、" if lang == "zh" else ", "
        where = between.join(site_word(state, site) for site in one.sites[:3])
        if len(one.sites) > 3:
            where = self.tr("{names} 等 {n} 处").format(names=where, n=len(one.sites))
        return (
            one.received.isoformat() if one.received is not None else UNKNOWN,
            f"《{one.title}》" if one.title else UNKNOWN,
            one.company or UNKNOWN,
            status_word(one.status),
            where or UNKNOWN,
            UNKNOWN if one.bed_nights is None else count(one.bed_nights, lang),
            UNKNOWN if one.spend is None else money(one.spend, lang),
        )

    def line(self, row: int) -> Enquiry:
        """The line in ``row``."""
        return self.lines[row]

    def wide(self, column: int) -> int:
        """How wide a column is, in px."""
        return round(_WIDE[column] * theme.text_scale())

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """As many as there are lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        """What is told of a line at a glance."""
        return 0 if parent.isValid() else len(_WIDE)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """A cell; figures stand at the right, what is longer waits in the tool tip."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if index.column() >= 5 else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._tip(self.lines[index.row()])
        return None

    def _tip(self, one: Enquiry) -> str:
        told = [one.answer, one.why, one.note]
        if one.rival:
            told.append(self.tr("去了{rival}").format(rival=one.rival))
        return "\n".join(part for part in told if part)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 (as Qt has it)
        """What the columns are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= 5 else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("哪天来问"),
            self.tr("片名"),
            self.tr("公司"),
            self.tr("到哪一步"),
            self.tr("看上哪里"),
            self.tr("人晚"),
            self.tr("本地花费"),
        )[section]
