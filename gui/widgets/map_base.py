"""The paper under the marks: land, the chosen city, water and borders, as one cached picture."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from geo.model import BaseMap, Rings
from gui.theme import Palette
from gui.widgets.map_brush import Brush, Layer
from gui.widgets.map_camera import Camera
from gui.widgets.map_paths import gathered
from gui.widgets.map_shapes import Shapes, shapes_of

RIM = 64  # logical pixels that the picture is larger than the view on each side
CITY_LINES_FROM = 6.4
COUNTY_LINES_FROM = 8.0
WIDE_VIEW_BELOW = 6.6  # here the country, not one city, is the figure on the ground
RIVER_WORLD = ((4.4, 0.018), (5.6, 0.006), (7.0, 0.002))  # below zoom, only rivers this long


def mixed(one: str, two: str, share: float) -> QColor:
    """The colour ``share`` of the way from ``one`` to ``two``."""
    a, b = QColor(one), QColor(two)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


class MapBase:
    """Draws a BaseMap through a camera and keeps the picture, scrolling it while one pans."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self._shapes: Shapes | None = None
        self._focus_layer = Layer(gathered(()))
        self._focus: tuple[str, ...] = ()
        self._pixmap = QPixmap()
        self._drawn: tuple[float, int, int, QSize, float] | None = None

    def load(self, base: BaseMap) -> None:
        """Take in boundaries and water; older pictures are forgotten."""
        self._shapes = shapes_of(base)
        self.set_focus(self._focus)

    def set_focus(self, adcodes: Iterable[str]) -> None:
        """Paint these cities lighter."""
        self._focus = tuple(adcodes)
        if self._shapes is not None:
            cities = self._shapes.cities
            chosen = [cities[code] for code in self._focus if code in cities]
            self._focus_layer = Layer(gathered(chosen))
        self.forget()

    def forget(self) -> None:
        """Draw anew next time."""
        self._drawn = None

    def city(self, adcode: str) -> Rings | None:
        """The outline of a city."""
        return self._shapes.cities.get(adcode) if self._shapes is not None else None

    def picture(self, camera: Camera, dpr: float) -> tuple[QPixmap, float, float]:
        """The picture, and where its corner lies in the view, logical pixels.

        It is somewhat larger than the view. When one pans past its rim it is scrolled, and only
        the edges that are new are drawn.
        """
        x, y = round(camera.left * dpr), round(camera.top * dpr)
        rim = round(RIM * dpr)
        wide, high = round(camera.width * dpr), round(camera.height * dpr)
        size = QSize(wide + 2 * rim, high + 2 * rim)
        old = self._drawn
        same = old is not None and (old[0], old[3], old[4]) == (camera.zoom, size, dpr)
        if old is None or not same:
            self._pixmap = QPixmap(size)
            self._renew(QRegion(self._pixmap.rect()), camera, (x - rim, y - rim), dpr)
        elif max(abs(x - rim - old[1]), abs(y - rim - old[2])) > rim:
            dx, dy = old[1] - x + rim, old[2] - y + rim
            fresh = QRegion(self._pixmap.rect())
            fresh -= fresh.translated(dx, dy)
            self._pixmap.setDevicePixelRatio(1.0)
            if abs(dx) < size.width() and abs(dy) < size.height():
                self._pixmap.scroll(dx, dy, self._pixmap.rect())
            self._renew(fresh, camera, (x - rim, y - rim), dpr)
        drawn = self._drawn
        if drawn is None:
            return self._pixmap, 0.0, 0.0
        return self._pixmap, drawn[1] / dpr - camera.left, drawn[2] / dpr - camera.top

    def _renew(self, parts: QRegion, camera: Camera, corner: tuple[int, int], dpr: float) -> None:
        self._pixmap.setDevicePixelRatio(1.0)
        painter = QPainter(self._pixmap)
        # PySide's type stubs do not know that a region is a sequence of rectangles
        for rect in list(parts):  # type: ignore[call-overload]
            painter.setClipRect(rect)
            self._paint(painter, QRectF(rect), camera, corner, dpr)
        painter.end()
        self._pixmap.setDevicePixelRatio(dpr)
        self._drawn = (camera.zoom, *corner, self._pixmap.size(), dpr)

    def stretched(self, camera: Camera, dpr: float) -> tuple[QPixmap, QRectF] | None:
        """The last picture and where it lies in another zoom; None when it would look coarse.

        Good for the frames of a turning wheel; the frame after it is drawn properly.
        """
        if self._drawn is None or self._drawn[4] != dpr or abs(self._drawn[0] - camera.zoom) > 2.6:
            return None
        zoom, x, y, size, _ = self._drawn
        if zoom == camera.zoom:
            return None
        ratio = 2.0 ** (camera.zoom - zoom)
        left = x / dpr * ratio - camera.left
        top = y / dpr * ratio - camera.top
        wide, high = size.width() / dpr * ratio, size.height() / dpr * ratio
        return self._pixmap, QRectF(left, top, wide, high)

    def _paint(
        self, painter: QPainter, rect: QRectF, camera: Camera, corner: tuple[int, int], dpr: float
    ) -> None:
        """Draw the part ``rect`` (device pixels) of the picture whose corner is ``corner``."""
        painter.fillRect(rect, QColor(self.palette.land))
        if self._shapes is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = camera.scale * dpr
        margin = 6 * dpr
        view = (
            (corner[0] + rect.left() - margin) / scale,
            (corner[1] + rect.top() - margin) / scale,
            (corner[0] + rect.right() + margin) / scale,
            (corner[1] + rect.bottom() + margin) / scale,
        )
        brush = Brush(painter, camera, view, corner, scale, dpr)
        self._paint_areas(brush, self._shapes)
        self._paint_borders(brush, self._shapes)

    def _paint_areas(self, brush: Brush, shapes: Shapes) -> None:
        colours = self.palette
        if brush.camera.zoom < WIDE_VIEW_BELOW:
            share = 0.55 if self._focus else 1.0
            brush.fill(shapes.country, mixed(colours.land, colours.focus, share))
        brush.fill(self._focus_layer, QColor(colours.focus))
        brush.fill(shapes.land, QColor(colours.water), outside=True)
        brush.fill(shapes.lakes, QColor(colours.water))
        zoom = brush.camera.zoom
        least = next((size for below, size in RIVER_WORLD if zoom < below), 0.0)
        width = min(max((zoom - 3.5) * 0.42, 0.8), 3.2)
        brush.stroke(shapes.rivers, QColor(colours.water), width, least=least)

    def _paint_borders(self, brush: Brush, shapes: Shapes) -> None:
        colours = self.palette
        zoom = brush.camera.zoom
        if zoom >= COUNTY_LINES_FROM:
            for code in self._focus:
                line = QColor(colours.county_line)
                brush.stroke_lines(shapes.borders.counties(code), line, 1.0)
        if zoom >= CITY_LINES_FROM:
            brush.stroke(shapes.borders.cities(), QColor(colours.city_line), 1.0)
        brush.stroke(shapes.borders.provinces, QColor(colours.province_line), 1.0)
        if zoom >= WIDE_VIEW_BELOW:
            brush.stroke(self._focus_layer, QColor(colours.province_line), 1.4)
        brush.stroke(shapes.unsettled, QColor(colours.land), 2.4)
        brush.stroke(shapes.unsettled, QColor(colours.province_line), 1.2, dash=(4.0, 3.0))
        brush.stroke(shapes.dashes, QColor(colours.map_label), 1.8 if zoom > 4 else 1.5)
