"""Bills as a table that is typed in like a sheet; its last row takes a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from geo.model import Voucher
from gui import theme

NO_INDEX = QModelIndex()
WAN = 10_000
MOST = 1e10
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns, in the order in which a crew's sheet has them; the last is ours."""

    DATE = 0
    LINE = 1
    VENDOR = 2
    TITLE = 3
    PROOF = 4
    CITY = 5
    AMOUNT = 6
    NOTE = 7
    COUNTS = 8


TEXTS: Mapping[int, str] = {
    Column.VENDOR: "vendor",
    Column.TITLE: "invoice_title",
    Column.PROOF: "proof",
    Column.CITY: "city",
    Column.NOTE: "note",
}


def read_amount(text: str) -> float:
    """CNY above 0 in whole fen: ``¥1,200.00``, ``1200元``, ``1.2 万``. Raises ValueError."""
    text = text.strip().translate(str.maketrans("", "", ",， ¥￥")).removesuffix("元")
    bare = text.removesuffix("万")
    amount = round(float(bare) * (1 if bare == text else WAN), 2)
    if not 0 < amount < MOST:
        raise ValueError(text)
    return amount


def read_date(text: str) -> date | None:
    """A day: 2026-03-08, 2026/3/8, 2026年3月8日; None for an empty cell. Raises ValueError."""
    text = text.strip()
    if not text:
        return None
    for mark in ("年", "月", "/", "."):
        text = text.replace(mark, "-")
    year, month, day = text.removesuffix("日").split("-")
    return date(int(year), int(month), int(day.split()[0]))


def write_amount(amount: float) -> str:
    """``amount`` with its fen where there are any."""
    return f"{amount:,.0f}" if float(amount).is_integer() else f"{amount:,.2f}"


class VoucherModel(QAbstractTableModel):
    """``changed``: a bill put right; ``added``: one typed whole; ``refused``: a cell not read.

    What is typed in the last row stays there until it has an amount.
    """

    changed = Signal(object)
    added = Signal(object)
    refused = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._bills: tuple[Voucher, ...] = ()
        self._blank = Voucher("", "", "", "", 0.0)
        self._city = ""
        self._heads: Sequence[str] = [""] * len(Column)
        self._lines: Mapping[str, str] = {}
        self._lacks: Mapping[str, str] = {}
        self._hint, self._counts = "", ""

    def show_bills(self, bills: tuple[Voucher, ...], lacks: Mapping[str, str]) -> None:
        """Show ``bills``; ``lacks`` says by id what keeps one from counting, empty: it counts."""
        same = [one.id for one in bills] == [one.id for one in self._bills]
        if not same:
            self.beginResetModel()
        self._bills, self._lacks = bills, lacks
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(bills), len(Column) - 1))
        else:
            self.endResetModel()

    def set_words(
        self, heads: Sequence[str], lines: Mapping[str, str], words: tuple[str, str], city: str
    ) -> None:
        """Heads of the columns, names of cost lines by code, the empty row's words and city.

        ``words``: what the empty row says, and what stands beside a bill that counts.
        """
        self._heads, self._lines, self._city = heads, lines, city
        self._hint, self._counts = words
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    @property
    def lines(self) -> Mapping[str, str]:
        """Names of cost lines by code."""
        return self._lines

    @property
    def pending(self) -> bool:
        """Whether something stands in the last row that has no amount yet."""
        return replace(self._blank, city="") != Voucher("", "", "", "", 0.0)

    def bill(self, row: int) -> Voucher | None:
        """The bill in ``row``; None in the last one."""
        return self._bills[row] if 0 <= row < len(self._bills) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_INDEX) -> int:
        """The bills, and one row more."""
        return 0 if parent.isValid() else len(self._bills) + 1

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = NO_INDEX) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a column is."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == Column.AMOUNT else LEFT
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """All can be typed but whether it counts."""
        answer = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return answer if index.column() == Column.COUNTS else answer | Qt.ItemFlag.ItemIsEditable

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a cell says, and how."""
        row, column = index.row(), index.column()
        bill = self.bill(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column == Column.AMOUNT else LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(bill, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.COUNTS:
            return self._lacks.get(bill.id, "") if bill else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        if bill is None:
            return self._blank_text(column, editing=role == Qt.ItemDataRole.EditRole)
        if column == Column.COUNTS:
            return self._lacks.get(bill.id) or self._counts
        return self._text(bill, column)

    def _text(self, bill: Voucher, column: int) -> str:
        if column == Column.DATE:
            return bill.date.isoformat() if bill.date else ""
        if column == Column.LINE:
            return self._lines.get(bill.line, bill.line)
        if column == Column.AMOUNT:
            return write_amount(bill.amount) if bill.amount else ""
        return str(getattr(bill, TEXTS[column])) if column in TEXTS else ""

    def _blank_text(self, column: int, *, editing: bool) -> str:
        text = self._text(self._blank, column)
        if text or not (editing or column == Column.DATE):
            return text
        if editing:
            return self._city if column == Column.CITY else ""
        return self._hint if not self.pending else ""

    def _colour(self, bill: Voucher | None, column: int) -> QColor | None:
        palette = theme.current()
        if bill is None and not self.pending:
            return QColor(palette.ink3)
        if column == Column.COUNTS and bill is not None:
            return QColor(palette.warn if self._lacks.get(bill.id) else palette.ok)
        return None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Take what was typed; nonsense is refused and the cell stays as it was."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        bill = self.bill(index.row())
        try:
            after = self._typed(bill or self._blank, index.column(), str(value))
        except ValueError:
            self.refused.emit(index.column())
            return False
        if after == (bill or self._blank):
            return True
        if bill is not None:
            self.changed.emit(after)
        elif after.amount:
            self._blank = Voucher("", "", "", "", 0.0)
            self.added.emit(replace(after, city=after.city or self._city))
        else:
            self._blank = after
            row = len(self._bills)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        return True

    def _typed(self, bill: Voucher, column: int, text: str) -> Voucher:
        text = text.strip()
        if column == Column.DATE:
            return replace(bill, date=read_date(text))
        if column == Column.AMOUNT:
            if not text and not bill.id:
                return bill
            return replace(bill, amount=read_amount(text))
        if column == Column.LINE:
            return replace(bill, line=self.line_code(text))
        return {
            Column.VENDOR: replace(bill, vendor=text),
            Column.TITLE: replace(bill, invoice_title=text),
            Column.PROOF: replace(bill, proof=text),
            Column.CITY: replace(bill, city=text),
            Column.NOTE: replace(bill, note=text),
        }[Column(column)]

    def line_code(self, text: str) -> str:
        """The code of the cost line called ``text``; words of one's own stay as they are."""
        named = (code for code, name in self._lines.items() if text in (name, code))
        return next(named, text)
