"""A small map of where we are: the places of the day, our accuracy, our track, the way to go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from geo.model import BaseMap, Site
from gui.theme import Palette
from gui.widgets.map_camera import Bounds, Camera
from gui.widgets.map_furniture import credit_words
from gui.widgets.map_glass import EDGE
from gui.widgets.map_hands import MapHands
from gui.widgets.map_scene import NONE
from gui.widgets.map_sites import KINDS, SiteSet

DOT, RIM = 6.0, 2.4
ROUND_DEG = 0.0015
SLACK: Bounds = (34.0, 40.0, 48.0, 44.0)
CLOSEST = 15.5
TOGETHER_DEG = 2.0
"""Degrees beyond which target and own position are not looked at together."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Here:
    """Where we are, degrees WGS-84, and to how many metres (None: not said)."""

    lat: float
    lon: float
    accuracy_m: float | None = None


class HereMap(MapHands):
    """``siteClicked`` tells the place that was clicked."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self.here: Here | None = None
        self.track: tuple[Point, ...] = ()
        self._lines = np.empty((0, 2))
        self._looked: tuple[object, ...] = ()
        self.legend.hide()
        self.scopes.hide()
        self.setMinimumSize(200, 150)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """A column's width."""
        return QSize(272, 230)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def camera(self) -> Camera:
        """Where the map looks now."""
        return self._camera

    @property
    def target(self) -> Point | None:
        """Where to go, lat and lon."""
        scene = self._scene
        if scene.chosen == NONE:
            return None
        return self._points[scene.chosen]

    def set_basemap(self, base: BaseMap) -> None:
        """Draw on these boundaries and this water."""
        self._scene.load_base(base)
        self.show_home()

    def set_places(self, sites: Sequence[Site], names: Sequence[str], target: str | None) -> None:
        """Show the places; ``target``: the one to go to."""
        self._points = tuple((one.lat, one.lon) for one in sites)
        self._scene.load_sites(
            SiteSet(
                [one.id for one in sites],
                [one.lat for one in sites],
                [one.lon for one in sites],
                [KINDS.index(one.kind) for one in sites],
                list(names),
                uncertainty_m=[one.coord_uncertainty_m for one in sites],
            )
        )
        row = self._scene.sites.row.get(target, NONE) if target is not None else NONE
        self._scene.chosen = row
        self._scene.set_focus(tuple({one.adcode[:4] + "00" for one in sites}))
        self._look((target, self._points))

    def set_here(self, here: Here | None) -> None:
        """We are here."""
        first = self.here is None
        self.here = here
        if first and here is not None:
            self.show_home()
        self._describe()
        self.update()

    def set_track(self, points: Sequence[Point]) -> None:
        """Where we went, lat and lon in order."""
        self.track = tuple(points)
        self._lines = np.array(self.track, dtype=np.float64).reshape(-1, 2)
        self.update()

    def _look(self, wanted: tuple[object, ...]) -> None:
        """Look at another target or other places; what one looks at is else left alone."""
        if wanted != self._looked:
            self._looked = wanted
            self.show_home()
        self._describe()
        self.update()

    def show_home(self) -> None:
        """Look at where we are and where to go; else at all places."""
        self._fit = self._fit_here
        self._fit_here()
        self._move(self._camera)

    def _fit_here(self) -> None:
        target, here = self.target, self.here
        points = [(here.lat, here.lon)] if here is not None else []
        if target is not None and (not points or _apart(points[0], target) < TOGETHER_DEG):
            points.append(target)
        if here is None and target is None:
            points = list(self._points)
        if not points:
            return
        lats, lons = [one[0] for one in points], [one[1] for one in points]
        area = (
            min(lons) - ROUND_DEG,
            min(lats) - ROUND_DEG,
            max(lons) + ROUND_DEG,
            max(lats) + ROUND_DEG,
        )
        left, top, right, bottom = SLACK
        printed = self.height() - self._credit_box(self.width(), self.height()).top()
        camera = self._camera.fitted(area, (left, top, right, bottom + printed))
        if camera.zoom > CLOSEST:
            camera = camera.zoomed(CLOSEST - camera.zoom, camera.width / 2, camera.height / 2)
        self._camera = camera

    # painting

    def _pixel(self, point: Point) -> QPointF:
        x, y = self._camera.pixels(np.array([point[1]]), np.array([point[0]]))
        return QPointF(float(x[0]), float(y[0]))

    def _laid_over(self, obstacles: Sequence[QRectF]) -> list[QRectF]:
        if self.here is None:
            return []
        at = self._pixel((self.here.lat, self.here.lon))
        return [QRectF(at.x() - DOT - 3, at.y() - DOT - 3, 2 * DOT + 6, 2 * DOT + 6)]

    def _printed(self, camera: Camera, legend: QRectF) -> list[QRectF]:
        """The scale bar stands at the left: a low map has its buttons all down the right."""
        credit, bar = super()._printed(camera, legend)
        bottom = credit.top() - 2
        return [credit, QRectF(EDGE, bottom - bar.height(), bar.width(), bar.height())]

    def _paint_over(self, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter)
        if self.here is not None:
            at = self._pixel((self.here.lat, self.here.lon))
            self._paint_way(painter, at)
            self._paint_here(painter, at, self.here)
        painter.restore()

    def _paint_track(self, painter: QPainter) -> None:
        if len(self._lines) < 2:
            return
        x, y = self._camera.pixels(self._lines[:, 1], self._lines[:, 0])
        # of a long track only what is a pixel or more from the last point is seen
        steps = np.floor(np.column_stack([x, y]) / 1.5).astype(np.int64)
        keep = np.concatenate([[True], np.any(steps[1:] != steps[:-1], axis=1)])
        line = QPolygonF([QPointF(*spot) for spot in np.column_stack([x, y])[keep].tolist()])
        pen = QPen(QColor(self._scene.palette.ink), 2.0)
        pen.setDashPattern([1.0, 2.4])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(line)

    def _paint_way(self, painter: QPainter, at: QPointF) -> None:
        target = self.target
        if target is None:
            return
        pen = QPen(QColor(self._scene.palette.ink), 1.4)
        pen.setDashPattern([5.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(at, self._pixel(target))

    def _paint_here(self, painter: QPainter, at: QPointF, here: Here) -> None:
        colours = self._scene.palette
        reach = (here.accuracy_m or 0.0) / self._camera.metres_per_pixel()
        if reach > DOT:
            ground = QColor(colours.ich)
            ground.setAlphaF(0.16)
            painter.setPen(QPen(QColor(colours.ich), 1.0))
            painter.setBrush(ground)
            painter.drawEllipse(at, reach, reach)
        painter.setPen(QPen(QColor(colours.halo), RIM))
        painter.setBrush(QColor(colours.ich))
        painter.drawEllipse(at, DOT, DOT)

    def set_palette(self, palette: Palette) -> None:
        """Wear another palette."""
        self._scene.dress(palette)
        self.zoom_buttons.dress(palette)
        self._lay_furniture()
        self.update()

    def _describe(self) -> None:
        super()._describe()
        if self.here is not None:
            told = self.tr("我们在 {lat:.5f}, {lon:.5f}").format(
                lat=self.here.lat, lon=self.here.lon
            )
            self.setAccessibleDescription(f"{self.accessibleDescription()}；{told}")

    def retranslate(self) -> None:
        """Words in the language that is on."""
        self.zoom_buttons.retranslate()
        self._scene.dress(self._scene.palette)
        self._credit = credit_words()
        self.setAccessibleName(self.tr("我们在哪"))
        self._describe()
        self._lay_furniture()
        self.update()

    _points: tuple[Point, ...] = ()


def _apart(one: Point, two: Point) -> float:
    """Degrees, the larger of the two differences: good enough to choose a view."""
    return max(abs(one[0] - two[0]), abs(one[1] - two[1]))
