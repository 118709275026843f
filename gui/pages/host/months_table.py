"""Visitors of the place and of the control by month, typed into a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from geo.model.hosting import Month, Watch
from gui import theme
from gui.pages.host.watch_words import months_round
from gui.pages.typed import can_read, read_number, write_number

ROWS = 15


class MonthsTable(QTableWidget):
    """A year before the release and a year after it at least. ``typed``: a cell has changed."""

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._filling = False
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        high = self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(ROWS * high)
        self.setTabKeyNavigation(False)
        self.itemChanged.connect(self._changed)

    def show_watch(self, watch: Watch, place: str, control: str) -> None:
        """Show the months of a watch, and the empty ones round its release."""
        known = {one.month: one for one in watch.months}
        every = sorted({*known, *months_round(watch.released)})
        self._filling = True
        for column, text in enumerate((self.tr("月份"), place, control)):
            head = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            head.setToolTip(text if column else "")
            self.setHorizontalHeaderItem(column, head)
        self.setRowCount(len(every))
        for row, month in enumerate(every):
            one = known.get(month, Month(month, None, None))
            told = self.tr("{month} 播出") if month == watch.released else "{month}"
            name = QTableWidgetItem(told.format(month=month))
            name.setData(Qt.ItemDataRole.UserRole, month)
            name.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, 0, name)
            for column, value in ((1, one.place), (2, one.control)):
                cell = QTableWidgetItem(write_number(value))
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, cell)
        self._filling = False

    def _changed(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        readable = can_read(item.text())
        self._filling = True
        ink = theme.current().ink if readable else theme.current().err
        item.setForeground(QColor(ink))
        item.setToolTip("" if readable else self.tr("写 12000 或 1.2 万；不知道就空着。"))
        self._filling = False
        self.typed.emit()

    @property
    def right(self) -> bool:
        """Whether every cell can be read."""
        return all(
            can_read(self._text(row, column)) for row in range(self.rowCount()) for column in (1, 2)
        )

    def months(self) -> tuple[Month, ...]:
        """The months as typed; those of which nobody told anything are left out."""
        told = []
        for row in range(self.rowCount()):
            name = self.item(row, 0)
            if name is None:
                continue
            place, control = (self._value(row, column) for column in (1, 2))
            if place is not None or control is not None:
                told.append(Month(str(name.data(Qt.ItemDataRole.UserRole)), place, control))
        return tuple(told)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else item.text()

    def _value(self, row: int, column: int) -> float | None:
        text = self._text(row, column)
        return read_number(text) if can_read(text) else None
