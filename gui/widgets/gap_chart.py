"""Two stepped lines closing: the best plan found so far, and what no plan can go below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from geo.model import Beat
from gui import theme

HEIGHT, LOW = 84, 58
# nobody sees more than five pictures a second
REPAINT_MS = 200
PAD, DOT = 5.0, 3.0
Steps = list[tuple[float, float]]


class GapChart(QWidget):
    """Seconds to the right, money upwards. What it says stands in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beats: tuple[Beat, ...] = ()
        self._names = ("", "")
        self._low = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REPAINT_MS)
        self._pause.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def beats(self) -> tuple[Beat, ...]:
        """What is drawn."""
        return self._beats

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(240, round((LOW if self._low else HEIGHT) * theme.text_scale()))

    def shrink(self, *, low: bool) -> None:
        """Take less room: what was searched is history."""
        if low != self._low:
            self._low = low
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Two lines of words must fit."""
        return QSize(160, self.sizeHint().height())

    def set_names(self, best: str, bound: str) -> None:
        """What the two lines are called."""
        self._names = (best, bound)
        self.update()

    def show_beats(self, beats: Sequence[Beat]) -> None:
        """Draw the search so far; soon, not at once."""
        if tuple(beats) == self._beats:
            return
        self._beats = tuple(beats)
        if not self._pause.isActive():
            self._pause.start()

    def lines(self) -> tuple[Steps, Steps]:
        """Points (seconds, CNY) of the best plan and of the bound, as stairs."""
        best = [(one.seconds, one.best) for one in self._beats if one.best is not None]
        bound = [(one.seconds, one.bound) for one in self._beats if one.bound is not None]
        end = max((one.seconds for one in self._beats), default=0.0)
        return _stairs(best, end), _stairs(bound, end)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines, each with its name at its end."""
        best, bound = self.lines()
        if not best and not bound:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # above and below the lines there is room for their names
        high = QFontMetricsF(theme.font(12)).height()
        room = QRectF(self.rect()).adjusted(PAD, high, -PAD, -high)
        place = _Axes(best, bound, room)
        palette = theme.current()
        upper = [place(point) for point in best]
        lower = [place(point) for point in bound]
        if len(upper) > 1:
            painter.setPen(QPen(QColor(palette.ink), 1.8))
            painter.drawPolyline(QPolygonF(upper))
            painter.setBrush(QColor(palette.card))
            painter.drawEllipse(upper[-1], DOT, DOT)
        if len(lower) > 1:
            pen = QPen(QColor(palette.ink3), 1.4)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(lower))
        self._write(painter, room, upper, lower)

    def _write(
        self, painter: QPainter, room: QRectF, upper: list[QPointF], lower: list[QPointF]
    ) -> None:
        """The names at the right: the best above its line, the bound below its own."""
        palette, font = theme.current(), theme.font(12)
        metrics = QFontMetricsF(font)
        high = metrics.height()
        painter.setFont(font)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tops = [(upper[-1].y() - high - 1, 0, palette.ink)] if upper else []
        if lower:
            tops.append((lower[-1].y() + 1, 1, palette.ink3))
        for top, which, ink in tops:
            box = QRectF(room.left(), top, room.width() - 2 * DOT - 4, high)
            wide = metrics.horizontalAdvance(self._names[which])
            veil = QColor(palette.card)
            veil.setAlphaF(0.8)
            painter.fillRect(QRectF(box.right() - wide - 2, top, wide + 2, high), veil)
            painter.setPen(QColor(ink))
            painter.drawText(box, right, self._names[which])


def _stairs(points: Sequence[tuple[float, float]], end: float) -> Steps:
    """What holds from each moment to the next, and the last to the end."""
    if not points:
        return []
    line: Steps = [points[0]]
    for before, after in pairwise(points):
        line += [(after[0], before[1]), after]
    return [*line, (end, points[-1][1])] if end > points[-1][0] else line


class _Axes:
    """From (seconds, CNY) to pixels of a room.

    The first bounds may lie far below all that comes after; the axis begins no lower than the gap
    of the last two is wide three times, or at the lowest point where that is higher.
    """

    def __init__(self, best: Steps, bound: Steps, room: QRectF) -> None:
        every = [*best, *bound]
        self._room = room
        self._first = min(x for x, _ in every)
        self._wide = max(max(x for x, _ in every) - self._first, 1e-9)
        top = max(y for _, y in every)
        low = min(y for _, y in every)
        if best and bound:
            worst, last = max(y for _, y in best), best[-1][1]
            low = max(low, last - 3 * max(worst - last, last - bound[-1][1], 0.02 * abs(last)))
        self._low, self._high = low, max(top - low, 1e-9)

    def __call__(self, point: tuple[float, float]) -> QPointF:
        x = (point[0] - self._first) / self._wide
        y = min(max((point[1] - self._low) / self._high, 0.0), 1.0)
        room = self._room
        return QPointF(room.left() + x * room.width(), room.bottom() - y * room.height())
