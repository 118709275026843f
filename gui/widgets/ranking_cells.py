"""Where the parts of a ranked row stand; row and header ask here, so that they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF

from geo.model import Criterion
from gui.widgets.row_paint import factor

SHARE = "share"
"""The column that tells how firm a row stands."""

ROW = 62
_RANK = 22
_BARE = 38
_PHOTO = 29
_GAP = 8
# px at normal size: what the figures of a column need, and what it is glad of
_NEEDS: Mapping[str, tuple[int, int]] = {
    Criterion.FIT: (44, 86),
    Criterion.COST: (90, 92),
    Criterion.SUBSIDY: (52, 56),
    Criterion.UPLIFT: (56, 60),
    SHARE: (58, 60),
}
# with large text in a narrow pane; the explanation tells them all the same
_FIRST_TO_GO = (Criterion.UPLIFT, Criterion.SUBSIDY)


@dataclass(frozen=True, slots=True)
class RankingCells:
    """Rectangles of one row, in the row's own coordinates; ``columns`` by criterion or SHARE."""

    rank: QRectF
    mark: QRectF
    head: QRectF
    photo: QRectF | None
    columns: Mapping[str, QRectF]

    def picture(self, column: str) -> QRectF:
        """Where the small picture of a figure stands."""
        cell, f = self.columns[column], factor()
        return QRectF(cell.left(), cell.top(), cell.width(), 12 * f)

    def figure(self, column: str) -> QRectF:
        """Where the figure stands, under its picture."""
        cell, f = self.columns[column], factor()
        return QRectF(cell.left(), cell.top() + 12 * f, cell.width(), 18 * f)

    def at(self, x: float, y: float) -> str | None:
        """The column whose figure lies at a point: a criterion, or SHARE."""
        hits = (key for key, cell in self.columns.items() if cell.contains(x, y))
        return next(hits, None)


def row_height() -> int:
    """The height of a ranked row at the text size that is on."""
    return round(ROW * factor())


def ranking_cells(width: float, *, photos: bool) -> RankingCells:
    """Lay out a row ``width`` px wide; with ``photos`` each begins with the room for one.

    Nobody may write to what it gives.
    """
    return _laid_out(width, photos, factor(), row_height())


@lru_cache(maxsize=32)
def _laid_out(width: float, photos: bool, f: float, height: int) -> RankingCells:
    right = width - 10
    photo = None
    left = _BARE * f
    rank = QRectF(4, 6 * f, _RANK * f, 20 * f)
    mark = left
    if photos:
        # 9:16, and the rank stands with the name
        photo = QRectF(9, 5, round(_PHOTO * f), height - 11)
        left = photo.right() + 9 * f
        rank = QRectF(left, 6 * f, _RANK * f, 20 * f)
        mark = rank.right() + 3 * f
    columns = {}
    x = left
    shown = _shown(right - left, f)
    for column, wide in zip(shown, _widths(right - left, f, shown), strict=True):
        columns[column] = QRectF(x, 28 * f, wide, 30 * f)
        x += wide + _GAP
    return RankingCells(
        rank=rank,
        mark=QRectF(mark, 6 * f, 14 * f, 20 * f),
        head=QRectF(mark + 19 * f, 6 * f, right - mark - 19 * f, 20 * f),
        photo=photo,
        columns=columns,
    )


def _shown(room: float, f: float) -> tuple[str, ...]:
    """The columns that fit side by side: figures that run into one another are false figures."""
    shown = list(_NEEDS)
    for gone in _FIRST_TO_GO:
        if sum(_NEEDS[one][0] * f for one in shown) + _GAP * (len(shown) - 1) <= room:
            break
        shown.remove(gone)
    return tuple(shown)


def _widths(room: float, f: float, shown: tuple[str, ...]) -> list[float]:
    """First what every column needs, then what it is glad of, then even shares of the rest."""
    room -= _GAP * (len(shown) - 1)
    least = [_NEEDS[one][0] * f for one in shown]
    short = room - sum(least)
    if short <= 0:
        return [wide * room / sum(least) for wide in least]
    more = [(_NEEDS[one][1] - _NEEDS[one][0]) * f for one in shown]
    share = min(1.0, short / sum(more))
    rest = (short - share * sum(more)) / len(shown)
    return [a + share * b + rest for a, b in zip(least, more, strict=True)]
