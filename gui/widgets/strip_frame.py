"""Where everything of a strip board lies, from numbers alone: columns are days, down is the clock.

Content lies in px from the top left of the first column; the widget adds its head, its clock and
how far it is scrolled.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF

from gui.texts.strips import Board, BoardBlock, BoardDay, BoardMove

COLUMN, WIDEST, INSET, NEW_DAY = 152.0, 520.0, 5.0, 34.0
HOURS, LINE = 48.0, 18.0
TOP, BOTTOM = 44.0, 26.0
"""Room above the first minute for a way and a heading, and below the last for the way home."""
SLOW, FAST = 40.0, 104.0
"""px an hour at least and at most."""
LEAST_BLOCK, USUAL_BLOCK = 17.0, 21.0
"""The shortest block keeps one line of small text, the usual one a line with air."""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block in its column; ``inside``: its place had no room above and is told within."""

    block: BoardBlock
    rect: QRectF
    column: int
    inside: bool


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A heading (``block``) or a way (``move``) in a gap of a column."""

    rect: QRectF
    column: int
    block: BoardBlock | None = None
    move: BoardMove | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What is free between two blocks, from ``top`` to ``bottom`` px; ``next`` begins below it."""

    top: float
    bottom: float
    moves: tuple[BoardMove, ...]
    next: BoardBlock | None
    heads: bool


class StripFrame:
    """A board laid out in ``room``; ``factor`` is how much larger text is than drawn."""

    def __init__(self, board: Board, room: QSizeF, factor: float = 1.0) -> None:
        self.board = board
        self.factor = f = factor
        days = board.days
        third = any(day.trouble for day in days)
        self.head = (52.0 + (LINE if third else 0.0)) * f
        self.foot = (46.0 + (LINE if any(day.reached for day in days) else 0.0)) * f
        self.hours = HOURS * f
        self.new_day = NEW_DAY * f if board.next_day is not None else 0.0
        wide = (room.width() - self.hours - self.new_day) / max(1, len(days))
        self.column = min(max(wide, COLUMN * f), WIDEST * f)
        self.width = self.column * len(days) + self.new_day
        self.first, self.last = _ends(days)
        self.minute = self._minute(room.height() - self.head - self.foot)
        self.height = (TOP + BOTTOM) * f + (self.last - self.first) * self.minute
        self.height = max(self.height, room.height() - self.head - self.foot)
        self.blocks: list[PlacedBlock] = []
        self.lines: list[PlacedLine] = []
        for column, day in enumerate(days):
            self._place(column, day)

    def _minute(self, height: float) -> float:
        """How many px a minute: the whole clock in sight, unless it could not be read so."""
        f = self.factor
        fit = (height - (TOP + BOTTOM) * f) / max(1, self.last - self.first)
        spans = [block.end - block.start for block in self.board.blocks]
        spans = [span for span in spans if span > 0]
        need = SLOW * f / 60
        if spans:
            short = LEAST_BLOCK * f / min(spans)
            need = max(need, short, USUAL_BLOCK * f / statistics.median(spans))
        return max(fit, min(need, FAST * f / 60))

    @property
    def hour_step(self) -> int:
        """Hours between two lines of the clock."""
        return 1 if self.minute * 60 >= 36 * self.factor else 2

    def x(self, column: int) -> float:
        """The left edge of a column."""
        return column * self.column

    def y(self, minutes: float) -> float:
        """Where a time of the day lies."""
        return TOP * self.factor + (minutes - self.first) * self.minute

    def box(self, column: int, block: BoardBlock) -> QRectF:
        """Where a block would lie in ``column``."""
        top, bottom = self.y(block.start), self.y(block.end)
        left = self.x(column) + INSET
        return QRectF(left, top + 1, self.column - 2 * INSET, max(3.0, bottom - top - 2))

    def _place(self, column: int, day: BoardDay) -> None:
        within: set[int] = set()
        for gap in self._gaps(day):
            bottom = gap.bottom
            if gap.heads and gap.next is not None:
                high = LINE * self.factor
                if bottom - gap.top >= high:
                    bottom -= high
                    self._line(column, bottom, block=gap.next)
                else:
                    within.add(gap.next.at)
            self._ways(column, gap, bottom)
        self.blocks += [
            PlacedBlock(block, self.box(column, block), column, block.at in within)
            for block in day.blocks
        ]

    def _gaps(self, day: BoardDay) -> list[Gap]:
        if not day.blocks:
            return [Gap(2.0, self.height, day.moves, None, heads=False)]
        every: list[BoardBlock | None] = [None, *day.blocks, None]
        gaps = []
        for before, after in pairwise(every):
            since = before.end if before is not None else -1
            till = after.start if after is not None else 1 << 20
            moves = tuple(move for move in day.moves if since <= move.leave < till)
            top = self.y(before.end) if before is not None else 2.0
            bottom = self.y(after.start) if after is not None else self.height - 2
            heads = after is not None and (before is None or before.group != after.group)
            gaps.append(Gap(top + 1, bottom - 1, moves, after, heads))
        return gaps

    def _ways(self, column: int, gap: Gap, bottom: float) -> None:
        """Ways at their time, as far as there is room; the first of several stands highest."""
        high = LINE * self.factor
        top = gap.top
        for left, move in zip(range(len(gap.moves), 0, -1), gap.moves, strict=True):
            latest = bottom - left * high
            if latest < top - 0.5:
                continue
            wanted = self.y(move.leave + move.minutes / 2) - high / 2
            at = self._beside_line(min(max(wanted, top), latest), top, latest)
            self._line(column, at, move=move)
            top = at + high

    def _beside_line(self, at: float, top: float, latest: float) -> float:
        """``at``, or the nearest place for a line of words that no line of the clock crosses."""
        high, step = LINE * self.factor, 60 * self.hour_step
        minute = round((at + high / 2 - self.y(self.first)) / self.minute / step) * step
        line = self.y(self.first) + minute * self.minute
        if not at + 2 < line < at + high - 2:
            return at
        places = [one for one in (line + 1, line - high) if top <= one <= latest]
        return min(places, key=lambda one: abs(one - at)) if places else at

    def _line(
        self,
        column: int,
        top: float,
        *,
        block: BoardBlock | None = None,
        move: BoardMove | None = None,
    ) -> None:
        rect = QRectF(self.x(column) + INSET, top, self.column - 2 * INSET, LINE * self.factor)
        self.lines.append(PlacedLine(rect, column, block, move))

    def beyond(self, column: int, seen: QRectF) -> tuple[list[PlacedBlock], list[PlacedBlock]]:
        """The blocks of a column wholly above and below ``seen``, from above downwards."""
        mine = [one for one in self.blocks if one.column == column]
        above = [one for one in mine if one.rect.bottom() <= seen.top() + 2]
        below = [one for one in mine if one.rect.top() >= seen.bottom() - 2]
        return above, below

    def block_at(self, point: QPointF) -> PlacedBlock | None:
        """The block under a point of the content."""
        return next((one for one in self.blocks if one.rect.contains(point)), None)

    def line_at(self, point: QPointF) -> PlacedLine | None:
        """The heading or way under a point of the content."""
        return next((one for one in self.lines if one.rect.contains(point)), None)

    def column_at(self, x: float) -> int:
        """The column at ``x``; as many as there are days: the new day; -1 beside all."""
        column = int(x // self.column) if self.column else -1
        if 0 <= column < len(self.board.days):
            return column
        beyond = column >= len(self.board.days) and self.board.next_day is not None
        return len(self.board.days) if beyond else -1

    def day_of(self, column: int) -> int | None:
        """The day of a column, the new day after the last, None beside all."""
        if 0 <= column < len(self.board.days):
            return self.board.days[column].day
        return self.board.next_day if column == len(self.board.days) else None

    def slot(self, column: int, y: float) -> int:
        """Before which entry of the column's day something let go at ``y`` is put."""
        if column >= len(self.board.days):
            return 0
        for one in self.blocks:
            if one.column == column and one.rect.center().y() > y:
                return one.block.at
        return self.board.days[column].entries

    def slot_y(self, column: int, at: int) -> float:
        """Where the line lies that shows the slot before the ``at``-th entry."""
        mine = [one for one in self.blocks if one.column == column]
        if not mine:
            return self.y(self.first)
        for one in mine:
            if one.block.at >= at:
                return one.rect.top() - 1
        return mine[-1].rect.bottom() + 1


def _ends(days: tuple[BoardDay, ...]) -> tuple[int, int]:
    """First and last minute drawn: whole hours with all work in them, ten at least.

    Ways before and after the work have their room above and below.
    """
    starts = [block.start for day in days for block in day.blocks]
    stops = [block.end for day in days for block in day.blocks]
    if not starts:
        return 6 * 60, 20 * 60
    first = min(starts) // 60 * 60
    last = -(-max(stops) // 60) * 60
    return first, max(last, first + 600)
