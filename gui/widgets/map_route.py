"""A map of one way: stops with the days on which one works there, and the drives between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from geo.model import BaseMap
from gui.texts.numbers import DASH
from gui.theme import Palette
from gui.widgets.map_camera import Bounds, Camera
from gui.widgets.map_furniture import credit_words
from gui.widgets.map_glass import EDGE
from gui.widgets.map_hands import MapHands
from gui.widgets.map_labels import LabelStamps, Placed, Placer, Voice, beside
from gui.widgets.map_names import label_text

DOT, DOT_NOW, PICK = 5.5, 7.0, 12.0
ROUND_DEG = 0.015  # how much is seen round the stops
CLOSEST = 13.5
SLACK: Bounds = (54.0, 52.0, 84.0, 58.0)
ARROW_FROM = 44.0  # px that a drive is long before it has a head
MOST_RUNS = 3
HEAP = 26.0  # px within which the stops of a city cannot be told apart
ALL, DAY = "all", "day"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way, in degrees WGS-84; ``days`` count from 0."""

    site_id: str
    name: str
    lat: float
    lon: float
    days: tuple[int, ...]
    city: str = ""

    @property
    def label(self) -> str:
        """Its days, the first of them where there are many, then its name."""
        return _label(self.days, label_text(self.name))


@dataclass(frozen=True, slots=True)
class Spot:
    """What is drawn in one place of the view: a stop, or a city whose stops lie in a heap."""

    x: float
    y: float
    label: str
    days: frozenset[int]


@dataclass(frozen=True, slots=True)
class Drive:
    """From stop to stop (places in the list of stops) on a day; ``night``: from day to day."""

    day: int
    one: int
    two: int
    night: bool = False


def day_runs(days: Sequence[int]) -> str:
    """Days as one says them: 0, 1, 3 is 1–2·4."""
    runs = []
    for _, run in groupby(enumerate(sorted(set(days))), lambda pair: pair[1] - pair[0]):
        some = [day + 1 for _, day in run]
        runs.append(f"{some[0]}{DASH}{some[-1]}" if len(some) > 1 else f"{some[0]}")
    return "·".join(runs)


def _label(days: Sequence[int], name: str) -> str:
    runs = day_runs(days).split("·")
    told = "·".join(runs[:MOST_RUNS]) + ("…" if len(runs) > MOST_RUNS else "")
    return f"{told} {name}"


class RouteMap(MapHands):
    """``stopClicked`` tells the first day of the stop that was clicked."""

    stopClicked = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self.stops: tuple[Stop, ...] = ()
        self.drives: tuple[Drive, ...] = ()
        self._day: int | None = None
        self._cities: tuple[str, ...] = ()
        self._stamps = LabelStamps(palette)
        self._written: list[Placed] = []
        self.legend.hide()
        self.scopes.chosen.connect(self._on_scope)
        self.scopes.choose(ALL)
        self.setMinimumSize(240, 150)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """A column's width."""
        return QSize(385, 260)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # what is on the map

    @property
    def day(self) -> int | None:
        """The day that is drawn strongest."""
        return self._day

    def set_basemap(self, base: BaseMap) -> None:
        """Draw on these boundaries and this water."""
        self._scene.load_base(base)
        self.show_home()

    def set_route(
        self, stops: Sequence[Stop], drives: Sequence[Drive], cities: Sequence[str] = ()
    ) -> None:
        """Show a way; ``cities`` (adcodes) are painted lighter. The view follows other stops."""
        moved = [(one.lat, one.lon) for one in stops] != [(one.lat, one.lon) for one in self.stops]
        self.stops, self.drives = tuple(stops), tuple(drives)
        self._cities = tuple(cities)
        if moved:
            self.show_home()
        self._light_cities()
        self._describe()
        self.update()

    def show_day(self, day: int | None) -> None:
        """Draw a day strongest."""
        if day == self._day:
            return
        self._day = day
        self._name_scopes()
        if self.scopes.choice == DAY:
            self.show_home()
        self.update()

    def show_home(self) -> None:
        """Look at the whole way, or at the chosen day."""
        self._fit = self._fit_route
        self._fit_route()
        self._move(self._camera)

    def _fit_route(self) -> None:
        wanted = [
            one for one in self.stops if self.scopes.choice != DAY or (self._day in one.days)
        ] or list(self.stops)
        if not wanted:
            return
        lats, lons = [one.lat for one in wanted], [one.lon for one in wanted]
        area = (
            min(lons) - ROUND_DEG,
            min(lats) - ROUND_DEG,
            max(lons) + ROUND_DEG,
            max(lats) + ROUND_DEG,
        )
        # in a small map the slack would leave nothing
        share = min(1.0, self.width() / 420, self.height() / 260)
        left, top, right, bottom = SLACK
        slack = (left * share, top * share, right * share, bottom * share)
        camera = self._camera.fitted(area, slack)
        if camera.zoom > CLOSEST:
            camera = camera.zoomed(CLOSEST - camera.zoom, camera.width / 2, camera.height / 2)
        self._camera = camera

    def _on_scope(self, key: str) -> None:
        self.scopes.choose(key)
        self.show_home()

    # painting

    def _spots(self) -> list[tuple[float, float]]:
        if not self.stops:
            return []
        lon = np.array([one.lon for one in self.stops], dtype=np.float64)
        lat = np.array([one.lat for one in self.stops], dtype=np.float64)
        x, y = self._camera.pixels(lon, lat)
        return list(zip(x.tolist(), y.tolist(), strict=True))

    def spots(self) -> list[Spot]:
        """What is drawn where; stops of a city that lie in a heap are drawn as the city."""
        places = self._spots()
        drawn: list[Spot] = []
        cities: dict[str, list[int]] = {}
        for at, stop in enumerate(self.stops):
            cities.setdefault(stop.city or stop.site_id, []).append(at)
        for city, members in cities.items():
            some = [places[at] for at in members]
            if len(members) > 1 and _spread(some) < HEAP:
                days = sorted({day for at in members for day in self.stops[at].days})
                x, y = (sum(axis) / len(some) for axis in zip(*some, strict=True))
                drawn.append(Spot(x, y, _label(days, city), frozenset(days)))
            else:
                for at in members:
                    stop = self.stops[at]
                    drawn.append(Spot(*places[at], stop.label, frozenset(stop.days)))
        return drawn

    def _light_cities(self) -> None:
        """Cities worked in are lighter, unless they are drawn as stops, which bear their names."""
        focus = self._cities if len(self.spots()) == len(self.stops) else ()
        if focus != self._scene.focus:
            self._scene.set_focus(focus)

    def _move(self, camera: Camera, *, quick: bool = False) -> None:
        super()._move(camera, quick=quick)
        self._light_cities()

    def _laid_over(self, obstacles: Sequence[QRectF]) -> list[QRectF]:
        spots = self.spots()
        reach = DOT_NOW
        dots = [QRectF(one.x - reach, one.y - reach, 2 * reach, 2 * reach) for one in spots]
        placer = Placer(self.width(), self.height(), [*obstacles, *dots])
        self._written = []
        # the chosen day has its names first
        for spot in sorted(spots, key=lambda one: self._day not in one.days):
            size = self._stamps.size(Voice.CHOSEN, spot.label)
            box = placer.place(size, beside(spot.x, spot.y, reach + 1, size))
            if box is not None:
                self._written.append(Placed(Voice.CHOSEN, spot.label, box))
        return [*dots, *(label.box for label in self._written)]

    def _printed(self, camera: Camera, legend: QRectF) -> list[QRectF]:
        """The scale bar stands at the left: a low map has its buttons all down the right."""
        credit, bar = super()._printed(camera, legend)
        bottom = credit.top() - 4
        return [credit, QRectF(EDGE, bottom - bar.height(), bar.width(), bar.height())]

    def _paint_over(self, painter: QPainter) -> None:
        spots = self._spots()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for drive in sorted(self.drives, key=lambda one: (one.day == self._day, not one.night)):
            self._paint_drive(painter, drive, spots)
        for spot in self.spots():
            self._paint_spot(painter, QPointF(spot.x, spot.y), now=self._day in spot.days)
        painter.restore()
        for label in self._written:
            self._stamps.draw(painter, label)

    def _paint_drive(
        self, painter: QPainter, drive: Drive, spots: Sequence[tuple[float, float]]
    ) -> None:
        colours, now = self._scene.palette, drive.day == self._day
        line = QLineF(QPointF(*spots[drive.one]), QPointF(*spots[drive.two]))
        if line.length() < 1:
            return
        ink = colours.link if now else colours.ink3 if drive.night else colours.ink
        painter.setPen(QPen(QColor(colours.halo), 5.0 if now else 3.6))
        painter.drawLine(line)
        pen = QPen(QColor(ink), 2.6 if now else 1.4)
        if drive.night:
            pen.setDashPattern([3.0, 2.4])
        painter.setPen(pen)
        painter.drawLine(line)
        if line.length() >= ARROW_FROM and not drive.night:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawPolygon(_arrow(line, 5.4 if now else 4.2))

    def _paint_spot(self, painter: QPainter, at: QPointF, *, now: bool) -> None:
        colours = self._scene.palette
        reach = DOT_NOW if now else DOT
        painter.setBrush(QColor(colours.card))
        painter.setPen(QPen(QColor(colours.halo), 5.0))
        painter.drawEllipse(at, reach, reach)
        painter.setPen(QPen(QColor(colours.link if now else colours.ink), 2.6 if now else 2.0))
        painter.drawEllipse(at, reach, reach)

    # hands

    def stop_at(self, x: float, y: float) -> Stop | None:
        """The stop under a pixel."""
        gaps = [math.hypot(px - x, py - y) for px, py in self._spots()]
        nearest = min(range(len(gaps)), key=gaps.__getitem__, default=None)
        return None if nearest is None or gaps[nearest] > PICK else self.stops[nearest]

    def _click(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        stop = self.stop_at(at.x(), at.y())
        if stop is None:
            super()._click(at, keys)
        elif self._day not in stop.days:
            self.stopClicked.emit(stop.days[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A stop under the mouse says its whole name, and can be clicked."""
        super().mouseMoveEvent(event)
        stop = self.stop_at(event.position().x(), event.position().y())
        if stop is not None and self._press is None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("" if stop is None else self._told(stop))

    # words

    def _told(self, stop: Stop) -> str:
        days = self.tr("第 {days} 天").format(days=day_runs(stop.days))
        return self.tr("{days}：{name}").format(days=days, name=stop.name)

    def _describe(self) -> None:
        self.setAccessibleDescription("\n".join(self._told(stop) for stop in self.stops))

    def set_palette(self, palette: Palette) -> None:
        """Wear another palette."""
        self._scene.dress(palette)
        self._stamps = LabelStamps(palette)
        self.zoom_buttons.dress(palette)
        self._lay_furniture()
        self.update()

    def _name_scopes(self) -> None:
        kept = self.scopes.choice or ALL
        options = [(ALL, self.tr("全程"))]
        if self._day is not None:
            options.append((DAY, self.tr("第 {days} 天").format(days=day_runs((self._day,)))))
        self.scopes.set_options(options)
        self.scopes.choose(kept if kept in dict(options) else ALL)
        self.scopes.setVisible(len(options) > 1)
        self._lay_furniture()

    def retranslate(self) -> None:
        """Words in the language that is on."""
        self._name_scopes()
        self.zoom_buttons.retranslate()
        self._scene.dress(self._scene.palette)
        self._stamps = LabelStamps(self._scene.palette)
        self._credit = credit_words()
        self.setAccessibleName(self.tr("路线图"))
        self._describe()
        self._lay_furniture()
        self.update()


def _spread(spots: Sequence[tuple[float, float]]) -> float:
    """The longer side of the box round some pixels."""
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _arrow(line: QLineF, size: float) -> QPolygonF:
    """A head in the middle of ``line``, pointing along it."""
    middle = line.pointAt(0.5)
    along = QPointF(line.dx(), line.dy()) / line.length()
    side = QPointF(-along.y(), along.x())
    tip, back = middle + along * size, middle - along * size
    return QPolygonF([tip, back + side * size * 0.8, back - side * size * 0.8])
