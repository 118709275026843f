"""Photos dragged in from outside: which files they are, and where they would go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.pictures import is_photo
from gui.widgets import icons
from gui.widgets.row_paint import paint_text

# id and name of a place, and the rectangle that stands for it
Target = tuple[str, str, QRect]
Find = Callable[[QPoint], Target | None]


def dragged_photos(mime: QMimeData) -> list[Path]:
    """The files dragged, when at least one is a photo; others of them are told of later."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths if any(map(is_photo, paths)) else []


class DropGlass(QWidget):
    """Lies over what the photos would go to and says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        self.hide()

    def show_over(self, rect: QRect, name: str) -> None:
        """Lie over ``rect`` of the parent and name the place."""
        self.words = self.tr("放到 {name}").format(name=name)
        self.setGeometry(rect)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, outline and words."""
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(palette.sel)
        ground.setAlphaF(0.92)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(palette.link), 2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 4, 4)
        middle = box.center().y()
        painter.drawPixmap(
            QPoint(round(box.left()) + 12, round(middle) - 9),
            icons.pixmap("photo", 18, palette.link),
        )
        room = QRectF(box.left() + 38, middle - 14, box.width() - 48, 28)
        paint_text(painter, room, self.words, theme.font(13, bold=True), palette.ink)


class PhotoDrop(QObject):
    """Lets ``widget`` take photos where ``find`` finds a place under a point of it.

    ``dropped`` tells the id of the place and the paths. What holds no photo is left to whoever
    stands behind.
    """

    dropped = Signal(str, object)

    def __init__(self, widget: QWidget, find: Find) -> None:
        super().__init__(widget)
        self._find = find
        self.glass = DropGlass(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer what concerns dragging."""
        if isinstance(event, QDropEvent):
            if type(event) is QDropEvent:
                return self._drop(event)
            if isinstance(event, (QDragMoveEvent, QDragEnterEvent)):
                return self._move(event)
        elif event.type() is QEvent.Type.DragLeave:
            self.glass.hide()
        return super().eventFilter(watched, event)

    def _target(self, event: QDropEvent) -> Target | None:
        return self._find(event.position().toPoint())

    def _move(self, event: QDropEvent) -> bool:
        if not dragged_photos(event.mimeData()):
            event.ignore()
            return True
        target = self._target(event)
        if target is None:
            self.glass.hide()
            # entering is taken all the same: the next place may be a pixel away
            event.setAccepted(event.type() is QEvent.Type.DragEnter)
            return True
        self.glass.show_over(target[2], target[1])
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.glass.hide()
        paths, target = dragged_photos(event.mimeData()), self._target(event)
        if not paths or target is None:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(target[0], paths)
        return True
