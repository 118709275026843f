"""Two lines by month: the place and the control, each beside its own mean before the release."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from geo.model.hosting import Watch
from gui import theme
from gui.pages.host.watch_words import months_round

HIGH, PAD, LEFT, RIGHT, FOOT = 260, 10.0, 46.0, 96.0, 26.0
Points = list[tuple[int, float]]


def beside_before(values: Sequence[float | None], before: Sequence[bool]) -> Points:
    """(place in the row, share of the mean before the release); empty without such a mean."""
    earlier = [one for one, early in zip(values, before, strict=True) if early and one is not None]
    mean = sum(earlier) / len(earlier) if earlier else 0.0
    if mean <= 0:
        return []
    return [(at, one / mean) for at, one in enumerate(values) if one is not None]


class WatchChart(QWidget):
    """Months to the right; 100 is the mean of the months before the release."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months: tuple[str, ...] = ()
        self.place: Points = []
        self.control: Points = []
        self._names = ("", "")
        self._released = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def drawn(self) -> bool:
        """Whether there is a line."""
        return bool(self.place or self.control)

    def sizeHint(self) -> QSize:
        """A wide picture."""
        return QSize(480, round(HIGH * theme.text_scale()))

    def minimumSizeHint(self) -> QSize:
        """The names need room."""
        return QSize(300, self.sizeHint().height())

    def show_watch(self, watch: Watch, place: str, control: str) -> None:
        """Draw the months of a watch."""
        known = {one.month: one for one in watch.months}
        every = sorted({*known, *months_round(watch.released)})
        before = [month < watch.released for month in every]
        rows = [known.get(month) for month in every]
        self.months = tuple(every)
        self.place = beside_before([one.place if one else None for one in rows], before)
        self.control = beside_before([one.control if one else None for one in rows], before)
        self._names = (place, control)
        self._released = every.index(watch.released) if watch.released in every else -1
        told = self.tr("{place}和{control}的月人次，播出前的平均算 100")
        self.setAccessibleName(told.format(place=place, control=control))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axes, both lines and the month of the release."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme.current()
        painter.setFont(theme.font(12))
        if not self.drawn:
            painter.setPen(QColor(palette.ink3))
            nothing = self.tr("填上播出前几个月的数，线就出来了")
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), nothing)
            return
        room = QRectF(self.rect()).adjusted(LEFT, PAD, -RIGHT, -FOOT)
        top = max((share for _, share in (*self.place, *self.control)), default=1.0)
        high = max(1.5, -(-top // 0.5) * 0.5)
        self._axes(painter, room, high)
        pen = QPen(QColor(palette.ink3), 1.6)
        pen.setDashPattern([3, 2])
        self._line(painter, room, high, self.control, pen)
        self._line(painter, room, high, self.place, QPen(QColor(palette.ink), 2.0))
        self._label(painter, room, high)

    def _at(self, room: QRectF, high: float, at: float, share: float) -> QPointF:
        wide = max(len(self.months) - 1, 1)
        x = room.left() + room.width() * at / wide
        return QPointF(x, room.bottom() - room.height() * share / high)

    def _axes(self, painter: QPainter, room: QRectF, high: float) -> None:
        palette = theme.current()
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        step = 0.5 if high <= 3 else round(high / 4, 1)
        share = 0.0
        while share <= high + 1e-9:
            y = self._at(room, high, 0, share).y()
            painter.setPen(QPen(QColor(palette.line if share == 1.0 else palette.hair), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(palette.ink3))
            painter.drawText(QRectF(0, y - 9, LEFT - 8, 18), right, f"{share * 100:.0f}")
            share += step
        every = max(1, len(self.months) // 8)
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for at in range(0, len(self.months), every):
            x = self._at(room, high, at, 0).x()
            shown = self.months[at][2:]
            painter.drawText(QRectF(x - 30, room.bottom() + 6, 60, 18), centre, shown)
        if self._released >= 0:
            x = self._at(room, high, self._released, 0).x()
            pen = QPen(QColor(palette.link), 1.4)
            pen.setDashPattern([2, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            painter.drawText(QPointF(x + 5, room.top() + 12), self.tr("播出"))

    def _line(
        self, painter: QPainter, room: QRectF, high: float, points: Points, pen: QPen
    ) -> None:
        """Months that follow one another are joined; a gap stays a gap."""
        run: list[QPointF] = []
        last = None
        runs = [run]
        for at, share in points:
            if last is not None and at != last + 1:
                run = []
                runs.append(run)
            run.append(self._at(room, high, at, share))
            last = at
        painter.setPen(pen)
        painter.setBrush(pen.color())
        for part in runs:
            if len(part) > 1:
                painter.drawPolyline(QPolygonF(part))
        painter.setPen(Qt.PenStyle.NoPen)
        for part in runs:
            for point in part:
                painter.drawEllipse(point, 2.2, 2.2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _label(self, painter: QPainter, room: QRectF, high: float) -> None:
        """The names at the ends of their lines, kept apart where the lines are close."""
        metrics = QFontMetricsF(painter.font())
        ends = [
            (self._at(room, high, *points[-1]), name, ink)
            for points, name, ink in (
                (self.place, self._names[0], theme.current().ink),
                (self.control, self._names[1], theme.current().ink3),
            )
            if points
        ]
        ends.sort(key=lambda one: one[0].y())
        floor = -1e9
        for where, name, ink in ends:
            y = max(where.y(), floor)
            floor = y + metrics.height()
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, RIGHT - 12)
            painter.setPen(QColor(ink))
            painter.drawText(QPointF(min(where.x(), room.right()) + 8, y + 4), shown)
