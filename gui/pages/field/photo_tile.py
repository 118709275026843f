"""Photos of the form as tiles: the picture, when it was taken, which way the lens looked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton

from geo.model.field import FieldPhoto
from gui import theme
from gui.pages.photo_words import told_of, way_word
from gui.pages.way_words import clock_word
from gui.texts.tips import plain_tip
from gui.widgets import icons
from gui.widgets.photo_paint import paint_photo
from gui.widgets.photo_shelf import CORNER, PhotoShelf
from gui.widgets.row_paint import paint_text

PICTURE = QSize(150, 98)
UNDER = 20


class PhotoTile(QAbstractButton):
    """A click points at it, ``opened`` shows it large; in the tool tip all that the camera said."""

    opened = Signal()
    menu_asked = Signal(object)

    def __init__(
        self, shelf: PhotoShelf, photo: FieldPhoto, doubt: str = "", lang: str = "zh"
    ) -> None:
        super().__init__()
        self._shelf, self.photo, self._doubt = shelf, photo, doubt
        self.pointed, self._lang = False, lang
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        shelf.arrived.connect(self.update)
        self.tell(photo, doubt)

    def tell(self, photo: FieldPhoto, doubt: str, *, pointed: bool = False) -> None:
        """The same photo after something was said of it."""
        self.photo, self._doubt, self.pointed = photo, doubt, pointed
        told = self._told()
        self.setAccessibleName("；".join(told))
        self.setToolTip(plain_tip("\n".join([*told, self.tr("双击看大图")])))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it large."""
        event.accept()
        self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what can be done with it."""
        event.accept()
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows it large, the space bar points at it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Picture and a line under it."""
        return QSize(PICTURE.width(), PICTURE.height() + round(UNDER * theme.px(12) / 12))

    @property
    def clock(self) -> str:
        """The time of day it was taken."""
        return clock_word(self.photo.taken)

    @property
    def way(self) -> str:
        """Which way the lens looked, in words."""
        return way_word(self.photo)

    def _told(self) -> list[str]:
        photo = self.photo
        told = [self.tr("录像") if photo.clip else self.tr("照片"), *told_of(photo, self._lang)]
        return told + [part for part in (photo.note, self._doubt) if part]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw picture, clip sign, doubt, time and direction, focus."""
        painter, palette = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(QPointF(0, 0), PICTURE.toSizeF())
        paint_photo(painter, box, self.photo.shown, self._shelf)
        if self.photo.clip:
            self._paint_sign(painter, box.center(), "movie", palette.ink)
        if self._doubt:
            self._paint_sign(
                painter, box.topRight() + QPointF(-16, 16), "alert-triangle", palette.warn
            )
        under = QRectF(2, box.bottom() + 2, box.width() - 4, self.height() - box.height() - 2)
        small = theme.font(12)
        paint_text(painter, under, self.clock, small, palette.ink2)
        paint_text(painter, under, self.way, small, palette.ink2, right=True)
        if self.photo.note:
            self._paint_sign(
                painter, box.bottomRight() + QPointF(-16, -16), "clipboard-text", palette.ink
            )
        if self.pointed or self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            wide = 4 if self.pointed else 2
            painter.setPen(QPen(QColor(palette.prim if self.pointed else palette.link), wide))
            inset = wide / 2
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)

    def _paint_sign(self, painter: QPainter, at: QPointF, name: str, colour: str) -> None:
        ground = QColor(theme.current().card)
        ground.setAlphaF(0.85)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(at, 13, 13)
        painter.drawPixmap(at - QPointF(8, 8), icons.pixmap(name, 16, colour))


class AddTile(QAbstractButton):
    """The dashed frame that asks for more."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QSize(98, PICTURE.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, camera and words."""
        painter, palette = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.hasFocus() or self.underMouse()
        pen = QPen(QColor(palette.link if on else palette.off), 2 if on else 1.4)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(palette.card))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, CORNER + 2, CORNER + 2)
        sign = icons.pixmap("camera", 22, palette.ink2)
        painter.drawPixmap(box.center() + QPointF(-11, -24), sign)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(palette.ink))
        room = box.adjusted(4, box.height() / 2, -4, -8)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.words)
