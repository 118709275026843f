"""Bills out of a sheet: rows copied in Excel, with or without their heads."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from geo.model import Voucher
from gui.models.vouchers import Column, read_amount, read_date

# what the heads of such sheets are called, in the order of our columns
HEADS: tuple[tuple[Column, tuple[str, ...]], ...] = (
    (Column.DATE, ("日期", "时间", "date")),
    (Column.TITLE, ("发票抬头", "抬头", "invoicetitle", "invoiceto")),
    (Column.PROOF, ("付款凭证", "凭证", "支付凭证", "proofofpayment", "proof", "payment")),
    (Column.LINE, ("费用项", "科目", "类别", "项目", "costline", "item")),
    (Column.VENDOR, ("商户", "供应商", "收款方", "商家", "vendor", "payee")),
    (Column.CITY, ("城市", "地点", "发生地", "city")),
    (Column.AMOUNT, ("金额", "价税合计", "amount", "rmb", "cny")),
    (Column.NOTE, ("备注", "说明", "note", "notes")),
)
SHEET: tuple[Column | None, ...] = tuple(one for one in Column if one is not Column.COUNTS)
LEAST_HEADS = 2


@dataclass(frozen=True, slots=True)
class Pasted:
    """Bills read, and the rows (from 1) that had no amount or a day that is none."""

    bills: tuple[Voucher, ...]
    unread: tuple[int, ...]


def read_pasted(text: str, city: str, line_code: Callable[[str], str]) -> Pasted:
    """Read rows of cells with tabs between; an empty city cell means ``city``."""
    rows = [
        (number, row)
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter="\t"), 1)
        if any(cell.strip() for cell in row)
    ]
    columns = _heads(rows[0][1]) if rows else None
    if columns is not None:
        rows = rows[1:]
    bills, unread = [], []
    for number, row in rows:
        cells = dict(zip(columns or SHEET, row, strict=False))
        try:
            bills.append(_bill(cells, city, line_code))
        except ValueError:
            unread.append(number)
    return Pasted(tuple(bills), tuple(unread))


def _heads(row: Sequence[str]) -> tuple[Column | None, ...] | None:
    """Which column each cell of the first row names; None when it is no row of heads."""
    found: list[Column | None] = []
    for cell in row:
        word = "".join(cell.lower().split()).partition("（")[0].partition("(")[0]
        named = (column for column, words in HEADS if word in words)
        found.append(next(named, None))
    return tuple(found) if sum(one is not None for one in found) >= LEAST_HEADS else None


def _bill(
    cells: Mapping[Column | None, str], city: str, line_code: Callable[[str], str]
) -> Voucher:
    def text(column: Column) -> str:
        return cells.get(column, "").strip()

    return Voucher(
        "",
        line_code(text(Column.LINE)),
        text(Column.VENDOR),
        text(Column.CITY) or city,
        read_amount(text(Column.AMOUNT)),
        read_date(text(Column.DATE)),
        text(Column.TITLE),
        text(Column.PROOF),
        text(Column.NOTE),
    )
