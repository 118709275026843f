"""What hands do to the map: mouse, wheel, pinch and keys. Each thing can be done with both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui.texts.tips import plain_tip
from gui.theme import Palette
from gui.widgets.map_camera import to_degrees
from gui.widgets.map_glass import MapGlass
from gui.widgets.map_photos import NEAR_M, PhotoMark
from gui.widgets.map_scene import NONE

PAN_KEYS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
PAN_STEP = 90
GROUP_MARGIN = (110.0,) * 4
CLOSEST_GROUP = 15.5


class MapHands(MapGlass):
    """A map that answers to mouse and keys."""

    siteClicked = Signal(str)
    siteHovered = Signal(str)
    siteActivated = Signal(str)
    groupListed = Signal(list)
    photoClicked = Signal(str)
    photoHovered = Signal(str)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self._press: QPointF | None = None
        self._dragged = False
        self.zoom_buttons.pressed.connect(self._on_zoom_button)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Closer or farther, the place under the cursor stays."""
        steps = event.angleDelta().y() / 120.0
        if steps:
            self._zoom(steps * 0.5, event.position(), quick=True)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinch on a touch pad zooms."""
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self._zoom(event.value() * 1.4, event.position(), quick=True)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press, self._dragged = event.position(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or lift the mark under the cursor."""
        at = event.position()
        if self._press is not None:
            step = at - self._press
            if self._dragged or step.manhattanLength() >= QApplication.startDragDistance():
                self._dragged = True
                self._press = at
                self._hover_row(NONE)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.pan_by(step.x(), step.y())
            return
        photo = self._photo_at(at)
        self._hover_photo("" if photo is None else photo.key, "" if photo is None else photo.words)
        row = NONE if photo is not None else self._scene.row_at(at.x(), at.y())
        group = row == NONE and self._scene.group_at(at.x(), at.y()) != NONE
        busy = photo is not None or row != NONE or group
        self.setCursor(Qt.CursorShape.PointingHandCursor if busy else Qt.CursorShape.OpenHandCursor)
        self._hover_row(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or click what is there."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        self._press = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._dragged:
            self._move(self._camera)
        else:
            self._click(event.position(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a site, or come closer."""
        at = event.position()
        row = self._scene.row_at(at.x(), at.y())
        if row != NONE:
            self.siteActivated.emit(self._scene.sites.ids[row])
        elif self._scene.group_at(at.x(), at.y()) == NONE:
            self._zoom(1.0, at)

    def site_at(self, x: float, y: float) -> str | None:
        """Id of the site whose mark lies at a point; none where there is a group or nothing."""
        row = self._scene.row_at(x, y)
        return None if row == NONE else self._scene.sites.ids[row]

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the cursor any more."""
        self._hover_row(NONE)
        self._hover_photo("", "")
        super().leaveEvent(event)

    def _photo_at(self, at: QPointF) -> PhotoMark | None:
        """The photo under a point; from farther off the place below it comes first."""
        far = self._camera.metres_per_pixel() > NEAR_M
        if far and self._scene.row_at(at.x(), at.y()) != NONE:
            return None
        return self.photos.at(self._camera, at.x(), at.y())

    def _hover_photo(self, key: str, words: str) -> None:
        if key != self.photos.hovered:
            self.photos.hovered = key
            self.setToolTip(plain_tip(words))
            self.update()
            self.photoHovered.emit(key)

    def _click(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        photo = self._photo_at(at)
        if photo is not None:
            self.point_at(photo.key, look=False)
            self.photoClicked.emit(photo.key)
            return
        row = self._scene.row_at(at.x(), at.y())
        if row != NONE:
            self.siteClicked.emit(self._scene.sites.ids[row])
            return
        group = self._scene.group_at(at.x(), at.y())
        if group != NONE:
            self._open_group(group, listed=bool(keys & Qt.KeyboardModifier.AltModifier))

    def _open_group(self, group: int, *, listed: bool) -> None:
        """Come close enough to part the group, or list it where nothing parts it."""
        sites, rows = self._scene.sites, self._scene.members(group)
        x, y = sites.x[rows], sites.y[rows]
        lon, lat = to_degrees(x, y)
        bounds = (float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max()))
        target = self._camera.fitted(bounds, GROUP_MARGIN)
        if listed or target.zoom > CLOSEST_GROUP or target.zoom - self._camera.zoom < 0.05:
            ids = [sites.ids[row] for row in rows.tolist()]
            self.groupListed.emit(ids)
            self.siteClicked.emit(ids[0])
            return
        self._fit = None
        self._move(target)

    def _hover_row(self, row: int) -> None:
        if row == self._scene.hovered:
            return
        ids = self._scene.sites.ids
        self.set_hover(None if row == NONE else ids[row])
        self.siteHovered.emit("" if row == NONE else ids[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan, plus and minus zoom, Home fits, Enter opens, Esc lets go."""
        key = Qt.Key(event.key())
        centre = QPointF(self.width() / 2, self.height() / 2)
        if key in PAN_KEYS:
            far = 3 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            dx, dy = PAN_KEYS[key]
            self._fit = None
            self._move(self._camera.panned(dx * PAN_STEP * far, dy * PAN_STEP * far))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(0.5, centre)
        elif key == Qt.Key.Key_Minus:
            self._zoom(-0.5, centre)
        elif key == Qt.Key.Key_Home:
            self.show_home()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate()
        elif key == Qt.Key.Key_Escape and self._scene.hovered != NONE:
            self._turn = 0
            self._hover_row(NONE)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the marks from the middle outwards, then leaves the map."""
        rows = self._scene.cycle() if self.hasFocus() else []
        turn = self._turn + (1 if forward else -1)
        if not rows or not 0 < turn <= len(rows):
            self._turn = 0
            self._hover_row(NONE)
            return super().focusNextPrevChild(forward)
        self._turn = turn
        self._hover_row(rows[turn - 1])
        self._describe()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the map ends the walk over its marks."""
        self._turn = 0
        super().focusOutEvent(event)
        self.update()

    def _activate(self) -> None:
        scene = self._scene
        row = scene.hovered if scene.hovered != NONE else scene.chosen
        if row == NONE:
            return
        if row != scene.chosen:
            self.siteClicked.emit(scene.sites.ids[row])
        self.siteActivated.emit(scene.sites.ids[row])

    def _on_zoom_button(self, name: str) -> None:
        if name == "home":
            self.show_home()
            return
        self._zoom(0.7 if name == "plus" else -0.7, QPointF(self.width() / 2, self.height() / 2))
