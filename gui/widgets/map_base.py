"""The paper under the marks: land, the chosen city, water and borders, as one cached picture."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QRegion

from geo.model import BaseMap, Rings
from gui.theme import Palette
from gui.widgets.map_camera import TILE, Bounds, Camera
from gui.widgets.map_paths import Detail, Lines, first_edges, gathered

CITY_LINES_FROM = 5.4
COUNTY_LINES_FROM = 8.0
WIDE_VIEW_BELOW = 6.6  # here the country, not one city, is the figure on the ground
RIVER_WORLD = ((4.4, 0.018), (5.6, 0.006), (7.0, 0.002))  # below zoom, only rivers this long


def mixed(one: str, two: str, share: float) -> QColor:
    """The colour ``share`` of the way from ``one`` to ``two``."""
    a, b = QColor(one), QColor(two)
    parts = zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)
    return QColor(*(round(p + (q - p) * share) for p, q in parts))


class _Layer:
    """A detail set with the part near the last view kept, as most frames look at the same place."""

    def __init__(self, full: Lines, least_px: float = 0.0) -> None:
        self._detail = Detail(full, least_px)
        self._near: Lines | None = None
        self._window: Bounds = (0.0, 0.0, 0.0, 0.0)
        self._source: Lines | None = None

    def seen(self, camera: Camera, view: Bounds) -> Lines:
        source = self._detail.at(camera.zoom)
        left, top, right, bottom = self._window
        inside = left <= view[0] and top <= view[1] and right >= view[2] and bottom >= view[3]
        wasteful = right - left > 8 * (view[2] - view[0]) and right - left > camera.width * 4
        if self._near is None or source is not self._source or not inside or wasteful:
            wide, high = camera.width / camera.scale, camera.height / camera.scale
            self._window = (view[0] - wide, view[1] - high, view[2] + wide, view[3] + high)
            self._near = source.cut(self._window)
            self._source = source
        return self._near.cut(view)


class _Borders:
    """Borders by level; each level is worked out when a view first shows it."""

    def __init__(self, base: BaseMap) -> None:
        self._base = base
        self.provinces = _Layer(first_edges([base.provinces])[0], 1.5)
        self._cities: _Layer | None = None
        self._counties: dict[str, Lines] = {}

    def cities(self) -> _Layer:
        if self._cities is None:
            edges = first_edges([self._base.provinces, self._base.cities])
            self._cities = _Layer(edges[1], 1.5)
        return self._cities

    def counties(self, adcode: str) -> Lines:
        """Borders between the counties of one city."""
        if adcode not in self._counties:
            city = tuple(c for c in self._base.cities if c.adcode == adcode)
            inner = tuple(c for c in self._base.counties if c.adcode[:4] == adcode[:4])
            self._counties[adcode] = first_edges([city, inner])[1]
        return self._counties[adcode]


class MapBase:
    """Draws a BaseMap through a camera and keeps the picture, scrolling it while one pans."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self._base: BaseMap | None = None
        self._focus: tuple[str, ...] = ()
        self._pixmap = QPixmap()
        self._drawn: tuple[float, int, int, QSize, float] | None = None

    def load(self, base: BaseMap) -> None:
        """Take in boundaries and water; older pictures are forgotten."""
        self._base = base
        self._borders = _Borders(base)
        self._country = _Layer(gathered(base.provinces), 1.0)
        self._land = _Layer(gathered(base.land), 1.0)
        self._lakes = _Layer(gathered(base.lakes), 2.0)
        self._rivers = _Layer(gathered(base.rivers))
        self._dashes = _Layer(gathered([base.nine_dash]))
        unsettled = [base.undetermined] if base.undetermined is not None else []
        self._unsettled = _Layer(gathered(unsettled))
        self._cities = {city.adcode: city for city in base.cities}
        self._focus_layer = _Layer(gathered(()))
        self.set_focus(self._focus)

    def set_focus(self, adcodes: Iterable[str]) -> None:
        """Paint these cities lighter."""
        self._focus = tuple(adcodes)
        if self._base is not None:
            chosen = [self._cities[code] for code in self._focus if code in self._cities]
            self._focus_layer = _Layer(gathered(chosen))
        self.forget()

    def forget(self) -> None:
        """Draw anew next time."""
        self._drawn = None

    def city(self, adcode: str) -> Rings | None:
        """The outline of a city."""
        return self._cities.get(adcode) if self._base is not None else None

    def picture(self, camera: Camera, dpr: float) -> tuple[QPixmap, float, float]:
        """The picture, and the pixels by which it lies off the camera (less than a device pixel).

        When only the place changed since the last call, the old picture is scrolled and only the
        edge that came into view is drawn.
        """
        x, y = round(camera.left * dpr), round(camera.top * dpr)
        size = QSize(round(camera.width * dpr), round(camera.height * dpr))
        key = (camera.zoom, x, y, size, dpr)
        if self._drawn != key:
            old, self._drawn = self._drawn, key
            fresh = QRegion(QRect(0, 0, size.width(), size.height()))
            if old is not None and (old[0], old[3], old[4]) == (key[0], size, dpr):
                dx, dy = old[1] - x, old[2] - y
                if abs(dx) < size.width() and abs(dy) < size.height():
                    fresh -= fresh.translated(dx, dy)
                    self._pixmap.setDevicePixelRatio(1.0)
                    self._pixmap.scroll(dx, dy, self._pixmap.rect())
            else:
                self._pixmap = QPixmap(size)
            for rect in fresh:
                self._draw_part(rect, camera, x, y, dpr)
            self._pixmap.setDevicePixelRatio(dpr)
        return self._pixmap, x / dpr - camera.left, y / dpr - camera.top

    def _draw_part(self, rect: QRect, camera: Camera, x: int, y: int, dpr: float) -> None:
        self._pixmap.setDevicePixelRatio(1.0)
        painter = QPainter(self._pixmap)
        painter.setClipRect(rect)
        self._paint(painter, QRectF(rect), camera, (x, y), dpr)
        painter.end()

    def _paint(
        self, painter: QPainter, rect: QRectF, camera: Camera, corner: tuple[int, int], dpr: float
    ) -> None:
        """Draw the part ``rect`` (device pixels) of the picture whose corner is ``corner``."""
        painter.fillRect(rect, QColor(self.palette.land))
        if self._base is None:
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
        brush = _Brush(painter, camera, view, corner, scale, dpr)
        self._paint_areas(brush)
        self._paint_borders(brush)

    def _paint_areas(self, brush: _Brush) -> None:
        colours = self.palette
        if brush.camera.zoom < WIDE_VIEW_BELOW:
            share = 0.55 if self._focus else 1.0
            brush.fill(self._country, mixed(colours.land, colours.focus, share))
        brush.fill(self._focus_layer, QColor(colours.focus))
        brush.fill(self._land, QColor(colours.water), outside=True)
        brush.fill(self._lakes, QColor(colours.water))
        zoom = brush.camera.zoom
        least = next((size for below, size in RIVER_WORLD if zoom < below), 0.0)
        width = min(max((zoom - 3.5) * 0.42, 0.8), 3.2)
        brush.stroke(self._rivers, QColor(colours.water), width, least=least)

    def _paint_borders(self, brush: _Brush) -> None:
        colours = self.palette
        zoom = brush.camera.zoom
        if zoom >= COUNTY_LINES_FROM:
            for code in self._focus:
                line = QColor(colours.county_line)
                brush.stroke_lines(self._borders.counties(code), line, 1.0)
        if zoom >= CITY_LINES_FROM:
            brush.stroke(self._borders.cities(), QColor(colours.city_line), 1.0)
        brush.stroke(self._borders.provinces, QColor(colours.province_line), 1.0)
        if zoom >= WIDE_VIEW_BELOW:
            brush.stroke(self._focus_layer, QColor(colours.province_line), 1.4)
        if self._unsettled is not None:
            brush.stroke(self._unsettled, QColor(colours.land), 2.4)
            brush.stroke(self._unsettled, QColor(colours.province_line), 1.2, dash=(4.0, 3.0))
        brush.stroke(self._dashes, QColor(colours.province_line), 1.8 if zoom > 4 else 1.5)


class _Brush:
    """Fills and strokes layers in the device pixels of one painting."""

    def __init__(
        self,
        painter: QPainter,
        camera: Camera,
        view: Bounds,
        corner: tuple[int, int],
        scale: float,
        dpr: float,
    ) -> None:
        self.painter = painter
        self.camera = camera
        self._view = view
        self._corner = corner
        self._scale = scale
        self._dpr = dpr

    def _path(self, lines: Lines) -> QPainterPath:
        return lines.path(self._corner[0], self._corner[1], self._scale)

    def fill(self, layer: _Layer, colour: QColor, *, outside: bool = False) -> None:
        """Fill the areas, or with ``outside`` all but them; holes are even-odd."""
        path = self._path(layer.seen(self.camera, self._view))
        if outside:
            left, top, right, bottom = self._view
            grow = 40.0
            frame = QRectF(
                left * self._scale - self._corner[0] - grow,
                top * self._scale - self._corner[1] - grow,
                (right - left) * self._scale + 2 * grow,
                (bottom - top) * self._scale + 2 * grow,
            )
            path.addRect(frame)
        path.setFillRule(Qt.FillRule.OddEvenFill)
        self.painter.fillPath(path, colour)

    def stroke(
        self,
        layer: _Layer,
        colour: QColor,
        width: float,
        *,
        least: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw the lines ``width`` logical pixels wide; parts under ``least`` world units not."""
        lines = layer.seen(self.camera, self._view)
        self.stroke_lines(lines.longer(least) if least else lines, colour, width, dash)

    def stroke_lines(
        self, lines: Lines, colour: QColor, width: float, dash: tuple[float, ...] = ()
    ) -> None:
        """Draw lines that are no layer."""
        pen = QPen(colour, width * self._dpr)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern(list(dash))
        self.painter.strokePath(self._path(lines.cut(self._view)), pen)


def pixel_world(zoom: float) -> float:
    """World units in one logical pixel."""
    return 1.0 / (TILE * 2.0**zoom)
