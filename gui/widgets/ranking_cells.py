"""Where the parts of a ranked row stand; row and header ask here, so that they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from geo.model import Criterion
from gui.widgets.row_paint import factor

ROW = 62
_LEFT = 38
_GAP = 14
_PHOTO = 30
# room for the widest figure of each column, of 100
_SHARES = {
    Criterion.FIT: 28,
    Criterion.COST: 28,
    Criterion.SUBSIDY: 21,
    Criterion.UPLIFT: 23,
}


@dataclass(frozen=True, slots=True)
class RankingCells:
    """Rectangles of one row, in the row's own coordinates."""

    rank: QRectF
    mark: QRectF
    head: QRectF
    photo: QRectF | None
    columns: Mapping[Criterion, QRectF]

    def picture(self, criterion: Criterion) -> QRectF:
        """Where the small picture of a figure stands."""
        cell, f = self.columns[criterion], factor()
        return QRectF(cell.left(), cell.top(), cell.width(), 12 * f)

    def figure(self, criterion: Criterion) -> QRectF:
        """Where the figure stands, under its picture."""
        cell, f = self.columns[criterion], factor()
        return QRectF(cell.left(), cell.top() + 12 * f, cell.width(), 18 * f)

    def at(self, x: float, y: float) -> Criterion | None:
        """The figure that lies at a point."""
        hits = (key for key, cell in self.columns.items() if cell.contains(x, y))
        return next(hits, None)


def row_height() -> int:
    """The height of a ranked row at the text size that is on."""
    return round(ROW * factor())


def ranking_cells(width: float, *, photos: bool) -> RankingCells:
    """Lay out a row ``width`` px wide; with ``photos`` all rows keep room for one."""
    f = factor()
    height = row_height()
    right = width - 12
    photo = None
    if photos:
        photo = QRectF(right - _PHOTO * f, 5, _PHOTO * f, height - 11)
        right = photo.left() - 8
    left = _LEFT * f
    room = right - left - _GAP * (len(_SHARES) - 1)
    x = left
    columns = {}
    for criterion, share in _SHARES.items():
        columns[criterion] = QRectF(x, 28 * f, room * share / 100, 30 * f)
        x += room * share / 100 + _GAP
    return RankingCells(
        rank=QRectF(4, 6 * f, 22 * f, 20 * f),
        mark=QRectF(left, 6 * f, 14 * f, 20 * f),
        head=QRectF(left + 19 * f, 6 * f, right - left - 19 * f, 20 * f),
        photo=photo,
        columns=columns,
    )
