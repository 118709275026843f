"""One photo as large as there is room, with the lines of its 9:16 crop."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.pictures import is_clip
from gui.widgets import icons
from gui.widgets.photo_shelf import PhotoShelf
from gui.widgets.row_paint import paint_text

# a window that grows asks for a new copy only now and then
STEP = 320
SHADE = 0.55


def tall_crop(box: QRectF) -> QRectF:
    """The largest 9:16 frame in the middle of ``box``."""
    wide = min(box.width(), box.height() * 9 / 16)
    high = wide * 16 / 9
    return QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)


class PhotoStage(QWidget):
    """Shows one photo whole; ``lines`` draws what a vertical frame would keep of it."""

    def __init__(self, shelf: PhotoShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._path = ""
        self._next: tuple[str, ...] = ()
        self.lines = True
        self.setMinimumSize(240, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        shelf.arrived.connect(self.update)

    def show_photo(self, path: str, following: tuple[str, ...] = ()) -> None:
        """Show ``path``; ``following`` are made ready behind it."""
        self._path, self._next = path, following
        self.update()

    def set_lines(self, shown: bool) -> None:
        """Draw the lines of the crop, or leave them out."""
        self.lines = shown
        self.update()

    def _asked(self) -> QSize:
        wide, high = (math.ceil(side / STEP) * STEP for side in self.size().toTuple())
        return QSize(wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photo, the lines, or what is the matter."""
        painter, palette = QPainter(self), theme.current()
        painter.fillRect(self.rect(), QColor(palette.sunk))
        if not self._path:
            return
        dpr = self.devicePixelRatioF()
        picture = self._shelf.picture(self._path, self._asked(), dpr, crop=False)
        for path in self._next:
            self._shelf.picture(path, self._asked(), dpr, crop=False)
        if picture is None:
            return
        if picture.isNull():
            self._broken(painter)
            return
        size = picture.deviceIndependentSize()
        room = size.scaled(self.rect().toRectF().size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() < room.width():
            room = size
        box = QRectF(0, 0, room.width(), room.height())
        box.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, picture, QRectF(picture.rect()))
        if self.lines:
            self._crop(painter, box)

    def _crop(self, painter: QPainter, box: QRectF) -> None:
        palette, kept = theme.current(), tall_crop(box)
        shade = QColor(palette.sunk)
        shade.setAlphaF(SHADE)
        for side in (
            QRectF(box.left(), box.top(), kept.left() - box.left(), box.height()),
            QRectF(kept.right(), box.top(), box.right() - kept.right(), box.height()),
            QRectF(kept.left(), box.top(), kept.width(), kept.top() - box.top()),
            QRectF(kept.left(), kept.bottom(), kept.width(), box.bottom() - kept.bottom()),
        ):
            painter.fillRect(side, shade)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.card), 2))
        painter.drawRect(kept)
        painter.setPen(QPen(QColor(palette.link), 1))
        painter.drawRect(kept)

    def _broken(self, painter: QPainter) -> None:
        palette, middle = theme.current(), QRectF(self.rect()).center()
        clip = is_clip(Path(self._path))
        sign = icons.pixmap("movie" if clip else "photo-off", 32, palette.ink3)
        painter.drawPixmap(middle - QPointF(16, 34), sign)
        text = self.tr("这张打不开，文件可能坏了或不在了")
        if clip:
            text = self.tr("这是视频，这里放不了，用系统的播放器打开")
        wide = QFontMetricsF(theme.font(13)).horizontalAdvance(text) + 4
        room = QRectF(middle.x() - wide / 2, middle.y() + 8, wide, 24)
        paint_text(painter, room, text, theme.font(13), palette.ink2)
