"""The glass of the map: paints frames, carries legend and buttons, moves the camera."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Palette
from gui.widgets.map_camera import Camera, to_degrees
from gui.widgets.map_card import Card
from gui.widgets.map_furniture import (
    BAR_MOST,
    ZoomButtons,
    paint_scale,
    paint_words,
    words_height,
)
from gui.widgets.map_legend import Legend
from gui.widgets.map_photos import NEAR_M, PhotoMark, PhotoMarks
from gui.widgets.map_scene import NONE, MapScene
from gui.widgets.map_sites import KINDS
from gui.widgets.segments import Segments

EDGE = 12
CLOSE_UP = 15.0  # zoom at which the photos of a place stand apart
SETTLE_MS = 120  # after the last turn of the wheel, until the ground is drawn sharp again


class MapGlass(QWidget):
    """A map that shows itself and can be moved; what hands do to it is in ``MapHands``."""

    viewChanged = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = MapScene(palette)
        self.photos = PhotoMarks()
        self._camera = Camera()
        self._fit: Callable[[], None] | None = None
        self._quick = False
        self._turn = 0
        self._credit = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._sharpen)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 240)
        self.scopes = Segments(parent=self)
        self.zoom_buttons = ZoomButtons(palette, self)
        self.legend = Legend(palette, self)
        self._guest: QWidget | None = None

    def seat(self, guest: QWidget) -> None:
        """Let ``guest`` stand beside the scopes; labels keep away from it."""
        self._guest = guest
        guest.setParent(self)
        self._lay_furniture()

    def sizeHint(self) -> QSize:
        """A map likes room."""
        return QSize(690, 640)

    def show_home(self) -> None:
        """Look at the chosen scope again."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one frame."""
        painter = QPainter(self)
        obstacles = [
            QRectF(one.geometry())
            for one in (self.scopes, self.zoom_buttons, self.legend, self._guest)
            if one is not None and not one.isHidden()
        ]
        legend = QRectF(self.legend.geometry())
        obstacles += self._printed(self._camera, legend)
        obstacles += [*self.photos.boxes(self._camera), *self._laid_over(obstacles)]
        self._scene.paint(painter, self._camera, obstacles, quick=self._quick)
        self._paint_over(painter)
        self.photos.paint(painter, self._camera, self._scene.palette)
        self._paint_print(painter, self._camera, legend)
        if self.hasFocus() and self._turn:
            painter.setPen(QPen(QColor(self._scene.palette.link), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _laid_over(self, _obstacles: Sequence[QRectF]) -> list[QRectF]:
        """Boxes of what lies over the ground besides the places; labels keep away from them."""
        return []

    def _paint_over(self, painter: QPainter) -> None:
        """Draw what lies over the ground besides the places."""

    def _credit_box(self, width: float, height: float) -> QRectF:
        """Where the credit stands; in a narrow map it takes more than one line."""
        room = width - 2 * EDGE - 4
        high = words_height(self._credit, room)
        return QRectF(EDGE + 2, height - 8 - high, room, high)

    def _printed(self, camera: Camera, legend: QRectF) -> list[QRectF]:
        """Boxes of credit and scale bar; the bar stands above a legend that is too wide."""
        credit = self._credit_box(camera.width, camera.height)
        left = camera.width - BAR_MOST - 24
        bottom = credit.top() - 4 if legend.right() < left else legend.top()
        return [credit, QRectF(left, bottom - 32, BAR_MOST + 10, 32)]

    def _paint_print(self, painter: QPainter, camera: Camera, legend: QRectF) -> None:
        colours = self._scene.palette
        credit, bar = self._printed(camera, legend)
        align = Qt.AlignmentFlag.AlignLeft
        paint_words(painter, credit, self._credit, colours.ink3, colours, align)
        paint_scale(painter, bar.right(), bar.bottom(), camera.metres_per_pixel(), colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what one looks at."""
        self._camera = self._camera.resized(self.width(), self.height())
        if self._fit is not None:
            self._fit()
        self._lay_furniture()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks behind a hidden map."""
        self._settle.stop()
        self._quick = False
        super().hideEvent(event)

    def _lay_furniture(self) -> None:
        for one in (self.scopes, self.zoom_buttons, self.legend):
            one.adjustSize()
        edge = EDGE - Legend.MARGIN
        self.scopes.move(EDGE, EDGE)
        self.zoom_buttons.move(self.width() - self.zoom_buttons.width() - edge, edge)
        if self._guest is not None:
            left = self.scopes.geometry().right() + 8
            room = self.zoom_buttons.x() - left
            size = self._guest.sizeHint()
            high = (self.scopes.height() - size.height()) // 2
            self._guest.setGeometry(left, EDGE + high, min(size.width(), room), size.height())
        credit = self._credit_box(self.width(), self.height())
        self.legend.move(edge, round(credit.top()) - self.legend.height() - 2)

    def _move(self, camera: Camera, *, quick: bool = False) -> None:
        self._camera = camera
        self._quick = quick
        if quick:
            self._settle.start()
        else:
            self._settle.stop()
        self.update()
        self.viewChanged.emit()

    def pan_by(self, dx: float, dy: float) -> None:
        """Move what one sees by pixels, as a drag does; labels settle when it rests."""
        self._fit = None
        self._move(self._camera.panned(dx, dy), quick=True)

    def _sharpen(self) -> None:
        self._quick = False
        self.update()

    def _zoom(self, levels: float, at: QPointF, *, quick: bool = False) -> None:
        self._fit = None
        self._move(self._camera.zoomed(levels, at.x(), at.y()), quick=quick)

    def _reveal(self, row: int) -> None:
        """Bring a site into the free part of the view."""
        sites = self._scene.sites
        lon, lat = to_degrees(sites.x[row : row + 1], sites.y[row : row + 1])
        x, y = self._camera.pixels(lon, lat)
        free = QRectF(self.rect()).adjusted(90, 80, -90, -120)
        if not free.contains(QPointF(float(x[0]), float(y[0]))):
            self._fit = None
            self._move(self._camera.centred(float(lon[0]), float(lat[0])))

    def set_photos(self, marks: Sequence[PhotoMark]) -> None:
        """Show where these photos were taken."""
        if tuple(marks) != self.photos.marks:
            self.photos.load(marks)
            self.update()

    def point_at(self, key: str, *, look: bool = True) -> None:
        """Mark a photo (empty: none); ``look``: bring it into view where it is not."""
        self.photos.chosen = key
        mark = self.photos.mark(key)
        if look and mark is not None:
            inside = QRectF(self.rect()).adjusted(24, 24, -24, -40)
            near = self._camera.metres_per_pixel() <= NEAR_M
            if not (near and inside.contains(self.photos.spot(self._camera, mark))):
                self._fit = None
                camera = self._camera.centred(mark.lon, mark.lat)
                centre = self.width() / 2, self.height() / 2
                more = max(0.0, CLOSE_UP - camera.zoom)
                self._move(camera.zoomed(more, *centre) if more else camera)
        self.update()

    def set_hover(self, site_id: str | None) -> None:
        """Lift a mark, as when the mouse is on its row in the list."""
        row = self._scene.sites.row.get(site_id, NONE) if site_id is not None else NONE
        if row != self._scene.hovered:
            self._scene.hovered = row
            self._scene.hover_card = None if row == NONE else self._tip(row)
            self.update()

    def _tip(self, row: int) -> Card:
        sites = self._scene.sites
        kind = KINDS[int(sites.kind[row])]
        words = {one: text for one, text, _ in self.legend.shown()}
        doubt = int(sites.uncertainty[row])
        parts = [words.get(kind, ""), sites.districts[row]]
        if doubt:
            parts.append(self.tr("位置 ±{} m").format(f"{doubt:,}"))
        sourced = bool(sites.sourced[row])
        note = "" if sourced else self.tr("位置凭常识，没有来源")
        return Card(
            sites.names[row], "·".join(part for part in parts if part), (), kind, sourced, note
        )

    def _describe(self) -> None:
        """Tell a screen reader what the map shows."""
        scene = self._scene
        parts = [self.tr("{} 处取景地").format(len(scene.sites))]
        if scene.chosen_card is not None:
            parts.append(self.tr("已选 {}").format(scene.chosen_card.spoken()))
        elif scene.chosen != NONE:
            parts.append(self.tr("已选 {}").format(scene.sites.names[scene.chosen]))
        if scene.hovered != NONE and scene.hover_card is not None:
            parts.append(scene.hover_card.spoken())
        self.setAccessibleDescription("；".join(parts))
