"""Places as marks between two figures, with the stepped line of those that no other beats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.texts.fronts import FrontChart, Spot, front_steps
from gui.widgets.front_labels import Label, place_labels
from gui.widgets.painters import kind_path
from gui.widgets.row_paint import factor, paint_text

LEAST, MOST = 3.0, 7.5
FAINT = 0.42
NEAR_PX = 12.0
_LEFT, _TOP, _RIGHT, _FOOT = 46.0, 12.0, 16.0, 22.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -9999, Qt.Key.Key_End: 9999}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the ground was drawn for."""

    chart: FrontChart
    size: QSize
    look: tuple[object, ...]


class FrontChartView(QWidget):
    """``chosen`` tells the id of the place that was picked; ``tell`` words a place for its tip."""

    chosen = Signal(str)

    def __init__(self, tell: Callable[[Spot], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = FrontChart()
        self.leader: int | None = None
        self.site: str | None = None
        self._tell = tell
        self._scenes = 1
        self._hover: Spot | None = None
        self._ground: QPixmap | None = None
        self._drawn: _Drawn | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_chart(self, chart: FrontChart, leader: int | None) -> None:
        """Draw ``chart``; ``leader`` is the column that is first now."""
        if chart != self.chart:
            self.chart = chart
            self._scenes = max((one.scenes for one in chart.spots), default=1) or 1
            self._hover = None
        self.leader = leader
        self.update()

    def choose(self, site_id: str | None) -> None:
        """Mark a place, or none, without telling anybody."""
        if site_id != self.site:
            self.site = site_id
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the marks and some names; more is taken where there is more."""
        return QSize(480, 250)

    def minimumSizeHint(self) -> QSize:
        """Room for the marks and some names."""
        return QSize(280, 220)

    def walk(self) -> list[Spot]:
        """The places that the arrow keys go through: the front, the leader, the chosen one."""
        told = (spot for spot in self.chart.spots if self._told(spot))
        return sorted(told, key=lambda one: (one.x, one.y))

    def at(self, spot: Spot) -> QPointF:
        """Where ``spot`` stands in the widget."""
        return self._point(spot.x, spot.y)

    def _told(self, spot: Spot) -> bool:
        return spot.column in self.chart.front or spot.column == self.leader or spot.id == self.site

    def _plot(self) -> QRectF:
        f = factor()
        return QRectF(self.rect()).adjusted(_LEFT * f, _TOP, -_RIGHT, -_FOOT * f)

    def _point(self, x: float, y: float) -> QPointF:
        plot = self._plot()
        return QPointF(
            plot.left() + plot.width() * self.chart.x.scale.at(x),
            plot.bottom() - plot.height() * self.chart.y.scale.at(y),
        )

    def _radius(self, spot: Spot) -> float:
        return float((LEAST + (MOST - LEAST) * (spot.scenes / self._scenes) ** 0.5) * factor())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the kept ground, then the front, the leader, the chosen and the hovered place."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept_ground())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        told = self.walk()
        if self._hover is not None and self._hover not in told:
            told.append(self._hover)
        self._paint_front(painter)
        for spot in told:
            self._paint_whiskers(painter, spot, both=spot.id == self.site or spot == self._hover)
        for spot in told:
            self._paint_mark(painter, spot)
        for label in self._labels(told):
            self._paint_label(painter, label)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _kept_ground(self) -> QPixmap:
        """Grid and faint marks, drawn once for a chart, a size and a look."""
        dpr = self.devicePixelRatioF()
        look = (theme.current().name, theme.language(), theme.text_scale(), dpr)
        wanted = _Drawn(self.chart, self.size(), look)
        if self._ground is None or self._drawn != wanted:
            picture = QPixmap(self.size() * dpr)
            picture.setDevicePixelRatio(dpr)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self._paint_grid(painter)
            self._paint_faint(painter, dpr)
            painter.end()
            self._ground, self._drawn = picture, wanted
        return self._ground

    def _paint_faint(self, painter: QPainter, dpr: float) -> None:
        """The marks of all places that are not told. Many look the same: each is drawn once."""
        stamps: dict[tuple[object, ...], QPixmap] = {}
        painter.setOpacity(FAINT)
        for spot in self.chart.spots:
            if spot.column in self.chart.front:
                continue
            key = (spot.kind, spot.scenes, spot.asked)
            stamp = stamps.get(key)
            if stamp is None:
                stamp = stamps[key] = self._stamp(spot, dpr)
            half = stamp.width() / dpr / 2
            painter.drawPixmap(self.at(spot) - QPointF(half, half), stamp)
        painter.setOpacity(1)

    def _stamp(self, spot: Spot, dpr: float) -> QPixmap:
        side = round(2.6 * self._radius(spot)) + 4
        picture = QPixmap(QSize(side, side) * dpr)
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(side / 2, side / 2)
        self._draw_mark(painter, spot, thin=True)
        painter.end()
        return picture

    def _paint_grid(self, painter: QPainter) -> None:
        palette, plot, f, font = theme.current(), self._plot(), factor(), theme.font(12)
        painter.setPen(QPen(QColor(palette.hair), palette.hairline))
        for value, _ in self.chart.x.marks:
            x = round(self._point(value, 0).x()) + 0.5
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for value, _ in self.chart.y.marks:
            y = round(self._point(0, value).y()) + 0.5
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        for value, text in self.chart.y.marks:
            y = self._point(0, value).y()
            room = QRectF(0, y - 10 * f, plot.left() - 6, 20 * f)
            paint_text(painter, room, text, font, palette.ink3, right=True, elide=False)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink3))
        for value, text in self.chart.x.marks:
            x = self._point(value, 0).x()
            room = QRectF(x - 40, plot.bottom() + 2, 80, 18 * f)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_front(self, painter: QPainter) -> None:
        corners = front_steps([one for one in self.chart.spots if one.column in self.chart.front])
        if len(corners) > 1:
            painter.setPen(QPen(QColor(theme.current().ink2), 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([self._point(x, y) for x, y in corners]))

    def _paint_whiskers(self, painter: QPainter, spot: Spot, *, both: bool) -> None:
        colour = QColor(theme.current().kind(spot.kind))
        colour.setAlphaF(0.4)
        painter.setPen(QPen(colour, 2))
        here, plot = self.at(spot), self._plot()
        low, high = spot.x_ends
        left = self._point(spot.x if low is None else low, 0).x()
        right = plot.right() if high is None else self._point(high, 0).x()
        painter.drawLine(QPointF(left, here.y()), QPointF(right, here.y()))
        if high is None:
            _arrow(painter, QPointF(right, here.y()), colour)
        if both:
            low, high = spot.y_ends
            foot = self._point(0, spot.y if low is None else low).y()
            top = plot.top() if high is None else self._point(0, high).y()
            painter.drawLine(QPointF(here.x(), foot), QPointF(here.x(), top))

    def _paint_mark(self, painter: QPainter, spot: Spot) -> None:
        painter.save()
        painter.translate(self.at(spot))
        self._draw_mark(painter, spot, thin=False)
        if spot.id == self.site:
            painter.setPen(QPen(QColor(theme.current().ink), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(kind_path(spot.kind, self._radius(spot) + 3))
        painter.restore()

    def _draw_mark(self, painter: QPainter, spot: Spot, *, thin: bool) -> None:
        """The mark round (0, 0): full where the venue has a price, else hollow."""
        colour = QColor(theme.current().kind(spot.kind))
        painter.setPen(QPen(colour, 1.0 if thin else 1.6))
        painter.setBrush(colour if spot.asked else QColor(theme.current().card))
        painter.drawPath(kind_path(spot.kind, self._radius(spot)))

    def _labels(self, told: list[Spot]) -> list[Label]:
        """Names without overlap: the chosen one first, then the one under the mouse, the leader."""

        def rank(spot: Spot) -> int:
            marks = (spot.id == self.site, spot == self._hover, spot.column == self.leader)
            return marks.index(True) if True in marks else len(marks)

        lang = theme.language()
        wanted = [
            (spot.name(lang), self.at(spot), self._radius(spot), rank(spot) < 3)
            for spot in sorted(told, key=rank)
        ]
        return place_labels(wanted, QRectF(self.rect()).adjusted(2, 2, -2, -_FOOT * factor()))

    def _paint_label(self, painter: QPainter, label: Label) -> None:
        palette = theme.current()
        ground = QColor(palette.card)
        ground.setAlphaF(0.8)
        painter.fillRect(label.room, ground)
        font = theme.font(12, bold=label.bold)
        paint_text(
            painter, label.room.adjusted(2, 0, 0, 0), label.text, font, palette.ink, elide=False
        )

    def spot_at(self, at: QPointF) -> Spot | None:
        """The place nearest to ``at``, one that is told before one that is faint."""
        best: tuple[bool, float] | None = None
        found = None
        for spot in self.chart.spots:
            away = at - self.at(spot)
            distance = (away.x() ** 2 + away.y() ** 2) ** 0.5
            key = (not self._told(spot), distance)
            if distance <= NEAR_PX and (best is None or key < best):
                best, found = key, spot
        return found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the place under the mouse."""
        spot = self.spot_at(event.position())
        if spot != self._hover:
            self._hover = spot
            shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick a place."""
        spot = self.spot_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self.chosen.emit(spot.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk along the places that are told."""
        step = _STEPS.get(Qt.Key(event.key()))
        every = self.walk()
        if step is None or not every:
            super().keyPressEvent(event)
            return
        here = next((at for at, spot in enumerate(every) if spot.id == self.site), None)
        at = 0 if here is None else min(len(every) - 1, max(0, here + step))
        self.chosen.emit(every[at].id)

    def event(self, event: QEvent) -> bool:
        """A tip says what the figures of a place are."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            spot = self.spot_at(QPointF(event.pos()))
            if spot is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._tell(spot), self)
            return True
        return super().event(event)


def _arrow(painter: QPainter, tip: QPointF, colour: QColor) -> None:
    painter.save()
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([tip + QPointF(-5, -4), tip, tip + QPointF(-5, 4)]))
    painter.restore()
