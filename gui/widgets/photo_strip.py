"""The photos of one place as a strip of 9:16 crops, the cover first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from gui import theme
from gui.widgets.pane import Pane
from gui.widgets.photo_paint import paint_no_photo, paint_photo
from gui.widgets.photo_shelf import CORNER, PhotoShelf

TILE = QSize(45, 80)
MOST = 6


class _Tile(QAbstractButton):
    """One crop, or (without a path) the frame that asks for more; ``more`` hide behind it."""

    def __init__(self, shelf: PhotoShelf, path: str, more: int = 0) -> None:
        super().__init__()
        self._shelf, self._path, self._more = shelf, path, more
        self.setFixedSize(TILE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        shelf.arrived.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw photo or frame, how many more there are, and the focus."""
        painter, palette = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._path:
            paint_photo(painter, box, self._path, self._shelf)
        else:
            paint_no_photo(painter, box)
        if self._more:
            veil = QColor(palette.panel)
            veil.setAlphaF(0.8)
            painter.setBrush(veil)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, CORNER, CORNER)
            painter.setPen(QColor(palette.ink))
            painter.setFont(theme.font(14, bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{self._more}")
        if self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CORNER, CORNER)


class PhotoStrip(Pane):
    """``opened`` tells the number of the photo clicked, from 0; ``more_asked`` wants others."""

    opened = Signal(int)
    more_asked = Signal()

    def __init__(self, shelf: PhotoShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.paths: tuple[str, ...] = ()
        self.tiles: list[QAbstractButton] = []
        self.add_tile: QAbstractButton = _Tile(shelf, "")
        self.add_tile.clicked.connect(self.more_asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.add_tile)
        self._row.addStretch(1)
        self.hide()

    def show_photos(self, paths: tuple[str, ...]) -> None:
        """Show ``paths``; nothing at all without any."""
        self.setVisible(bool(paths))
        if paths == self.paths:
            return
        self.paths = paths
        for tile in self.tiles:
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for number, path in enumerate(paths[:MOST]):
            hidden = len(paths) - MOST if number == MOST - 1 else 0
            tile = _Tile(self._shelf, path, max(0, hidden))
            tile.clicked.connect(lambda _checked=False, number=number: self.opened.emit(number))
            self._row.insertWidget(number, tile)
            self.tiles.append(tile)
        self.retranslate()

    def retranslate(self) -> None:
        """Name what is shown."""
        for number, tile in enumerate(self.tiles, 1):
            name = self.tr("封面") if number == 1 else self.tr("照片 {n}").format(n=number)
            tile.setAccessibleName(name)
            tile.setToolTip(self.tr("点一下，看整张"))
        self.add_tile.setAccessibleName(self.tr("加照片"))
        self.add_tile.setToolTip(self.tr("加照片；也能直接拖进来"))
