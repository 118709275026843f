"""Where each line of the paper stands: heights known at once by count, measured when seen.

A line that fits even if each of its signs were as wide as a Han character has one row: most lines
of a script need no measuring. A longer one is estimated, and measured when it comes into view.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from geo.model import ScriptLine, Tag
from gui import theme

UNBROKEN = re.compile(r"[!-~]{30}")
STRIP, RIGHT, GAP = 4, 64, 12
MARGINS = {"zh": 66, "en": 84}
INDENTS = {Tag.SPEAKER: 46, Tag.DIALOGUE: 46}
WIDEST_CHARS = 72
ABOVE_HEADING, AIR = 14, 9
EDGE = 8
# how much of a Han character's width a Latin sign takes on average
NARROW = 0.56
BOLD = (Tag.HEADING, Tag.SPEAKER, Tag.EPISODE)


def margin() -> int:
    """Room for the tag words, px."""
    return round(MARGINS[theme.language()] * theme.text_scale())


def wrapping(text: str) -> int:
    """Flags to wrap ``text``: by the rules of Chinese lines, a long link anywhere."""
    # wrapping anywhere would put ，。” at the head of a line
    flag = Qt.TextFlag.TextWrapAnywhere if UNBROKEN.search(text) else Qt.TextFlag.TextWordWrap
    return int(flag)


def line_font(tag: Tag) -> QFont:
    """The Song that a line of this tag is set in."""
    return theme.song(15 if tag in (Tag.HEADING, Tag.EPISODE) else 14.5, bold=tag in BOLD)


class PaperLayout:
    """Tops and heights of rows, px from the top of the paper, in a given width."""

    def __init__(self) -> None:
        self.width = 600
        self._texts: list[str] = []
        self._tags: list[Tag] = []
        self._signs = self._units = np.zeros(0)
        self._heights = np.zeros(0, np.int64)
        self._tops = np.zeros(1, np.int64)
        self._measured = np.zeros(0, bool)
        self._gap: tuple[int, int] | None = None

    def set_rows(self, rows: Sequence[ScriptLine], tags: Sequence[Tag]) -> None:
        """Lay out ``rows`` as ``tags``."""
        self._texts = [line.text.strip() for line in rows]
        self._tags = list(tags)
        lengths = [len(text) for text in self._texts]
        # in UTF-8 a Latin sign is 1 byte, a Han character 3: the bytes tell how many are wide
        sizes = [len(text.encode("utf-8", "surrogatepass")) for text in self._texts]
        self._signs = np.array(lengths, float)
        wide = (np.array(sizes, float) - self._signs) / 2
        self._units = wide + (self._signs - wide) * NARROW
        self.fit()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """The same rows taken for something else."""
        self._tags = list(tags)
        self.fit()

    def set_width(self, width: int) -> bool:
        """Wrap at another width; whether it is another."""
        if width == self.width:
            return False
        self.width = width
        self.fit()
        return True

    def fit(self) -> None:
        """Work out all heights again: another width, or other fonts."""
        count = len(self._texts)
        em = np.zeros(count)
        room = np.zeros(count)
        high = np.zeros(count)
        step = np.zeros(count)
        above = np.zeros(count)
        codes = np.array([_CODES[tag] for tag in self._tags], np.int64)
        for tag, code in _CODES.items():
            here = codes == code
            if not here.any():
                continue
            metrics = QFontMetrics(line_font(tag))
            em[here] = metrics.horizontalAdvance("景")
            room[here] = self.text_rect(QRect(0, 0, self.width, 100), tag, metrics).width()
            high[here] = metrics.height()
            step[here] = metrics.lineSpacing()
            above[here] = ABOVE_HEADING if tag in (Tag.HEADING, Tag.EPISODE) else 0
        if count:
            above[0] = 0
        self._measured = self._signs * em <= room
        lines = np.ceil(np.maximum(self._units * em / np.maximum(room, 1), 1))
        lines[self._measured] = 1
        self._heights = (high + (lines - 1) * step + AIR + above).astype(np.int64)
        self._stack()

    def _stack(self) -> None:
        self._tops = np.concatenate([[EDGE], EDGE + np.cumsum(self._heights)])
        if self._gap is not None and self._gap[0] < len(self._heights):
            row, high = self._gap
            self._tops[row + 1 :] += high

    @staticmethod
    def text_rect(rect: QRect, tag: Tag, metrics: QFontMetrics) -> QRect:
        """Where the words of a line stand within its row."""
        left = rect.left() + margin() + STRIP + GAP + INDENTS.get(tag, 0)
        width = min(rect.right() - RIGHT - left, metrics.horizontalAdvance("景") * WIDEST_CHARS)
        return QRect(left, rect.top(), max(40, width), rect.height())

    def measure(self, first: int, last: int) -> int:
        """Make the heights of rows ``first`` to ``last`` exact; how many px they grew in all."""
        grown = 0
        for row in range(first, min(last + 1, len(self._texts))):
            if self._measured[row]:
                continue
            tag = self._tags[row]
            metrics = QFontMetrics(line_font(tag))
            room = self.text_rect(QRect(0, 0, self.width, 100_000), tag, metrics)
            high = (
                metrics.boundingRect(room, wrapping(self._texts[row]), self._texts[row]).height()
                + AIR
            )
            high += self.above(row)
            grown += high - int(self._heights[row])
            self._heights[row] = high
            self._measured[row] = True
        if grown:
            self._stack()
        return grown

    def above(self, row: int) -> int:
        """Empty px above a heading."""
        heads = (Tag.HEADING, Tag.EPISODE)
        return ABOVE_HEADING if row and self._tags[row] in heads else 0

    def open_gap(self, row: int, high: int) -> None:
        """Leave ``high`` px free under ``row``."""
        self._gap = (row, high)
        self._stack()

    def close_gap(self) -> None:
        """No room is left free any more."""
        self._gap = None
        self._stack()

    @property
    def total(self) -> int:
        """Height of the whole paper."""
        return int(self._tops[-1]) + EDGE

    def top(self, row: int) -> int:
        """Where ``row`` begins."""
        return int(self._tops[row])

    def height(self, row: int) -> int:
        """How high ``row`` is, without a gap under it."""
        return int(self._heights[row])

    def row_rect(self, row: int) -> QRect:
        """``row`` on the whole paper."""
        return QRect(0, self.top(row), self.width, self.height(row))

    def row_at(self, y: int) -> int:
        """The row at ``y``, the nearest one outside; -1 without rows."""
        if not self._texts:
            return -1
        row = int(np.searchsorted(self._tops, y, side="right")) - 1
        return min(max(row, 0), len(self._texts) - 1)


_CODES = {tag: code for code, tag in enumerate(Tag)}
