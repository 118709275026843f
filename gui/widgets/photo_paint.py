"""Photos in rows and strips: the 9:16 crop, its frame while there is none, and a broken one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui import theme
from gui.pictures import is_clip
from gui.widgets import icons
from gui.widgets.photo_shelf import CORNER, PhotoShelf


def paint_photo(painter: QPainter, rect: QRectF, path: str, shelf: PhotoShelf) -> None:
    """Draw the photo cropped to ``rect``: a grey frame till it is there, or for good if broken.

    A clip shows a film; nothing here can play one.
    """
    dpr = painter.device().devicePixelRatioF()
    picture = shelf.picture(path, rect.size().toSize(), dpr)
    if picture is not None and not picture.isNull():
        painter.drawPixmap(rect.topLeft(), picture)
        return
    palette = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.sunk))
    painter.drawRoundedRect(rect, CORNER, CORNER)
    painter.restore()
    if picture is not None:
        _sign(painter, rect, "movie" if is_clip(Path(path)) else "photo-off")


def paint_no_photo(painter: QPainter, rect: QRectF) -> None:
    """Draw the empty frame that waits for a photo."""
    pen = QPen(QColor(theme.current().off), 1)
    pen.setDashPattern([3, 3])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
    painter.restore()
    _sign(painter, rect, "camera")


def _sign(painter: QPainter, rect: QRectF, name: str) -> None:
    sign: QPixmap = icons.pixmap(name, 16, theme.current().ink3)
    painter.drawPixmap(rect.center() - QPointF(8, 8), sign)
