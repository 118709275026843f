"""Small copies of photos, made beside the window and kept while there is room."""

from __future__ import annotations

import os
import sys
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, Qt

from geo.progress import Job, Step
from gui.pictures import small_copy
from gui.task import Pool, Task

ROOM_BYTES = 64 * 1024 * 1024
AT_ONCE = 4
MOST_WAITING = 64
CORNER = 3.0


@dataclass(frozen=True, slots=True)
class _Key:
    """One copy: the file as it was last written, the size in device pixels, cropped or whole."""

    path: str
    written_ns: int
    bytes: int
    width: int
    height: int
    crop: bool


def _copies(keys: tuple[_Key, ...]) -> Job[list[tuple[_Key, QImage]]]:
    """The copies asked for; a null image where a file cannot be read."""
    made: list[tuple[_Key, QImage]] = []
    for key in keys:
        yield Step("photos", len(made), len(keys))
        made.append((key, small_copy(key.path, QSize(key.width, key.height), crop=key.crop)))
    return made


class PhotoShelf(QObject):
    """``arrived``: there are copies that were not there before. Nothing is read while painting."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None, pool: Pool | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._waiting: dict[_Key, float] = {}
        self._at_work: frozenset[_Key] = frozenset()
        self._task: Task | None = None
        # asked for while painting, begun after it: what is seen together is read together
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._begin)

    def picture(self, path: str, size: QSize, dpr: float, *, crop: bool = True) -> QPixmap | None:
        """The photo at ``size`` (logical px), cropped to it or whole within it.

        None while it is on its way, a null pixmap where the file cannot be read.
        """
        try:
            file = os.stat(path)
        except OSError:
            return QPixmap()
        wide, high = round(size.width() * dpr), round(size.height() * dpr)
        key = _Key(path, file.st_mtime_ns, file.st_size, wide, high, crop)
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        if key not in self._at_work:
            # the last asked for is the first to be made
            self._waiting.pop(key, None)
            self._waiting[key] = dpr
            if self._task is None:
                self._soon.start()
        return None

    def _begin(self) -> None:
        if self._at_work:
            return
        wanted = list(self._waiting)[-MOST_WAITING:]
        self._waiting = {key: self._waiting[key] for key in wanted}
        keys = tuple(reversed(wanted[-AT_ONCE:]))
        if not keys:
            self._task = None
            return
        self._at_work = frozenset(keys)
        task = self._task = Task(None, _copies(keys), self._pool)
        task.finished.connect(self._take)
        task.failed.connect(self._give_up)
        task.start()

    def _take(self, made: list[tuple[_Key, QImage]]) -> None:
        for key, image in made:
            dpr = self._waiting.pop(key, 1.0)
            self._keep(key, _framed(image, dpr) if key.crop else _plain(image, dpr))
        self._at_work = frozenset()
        self._soon.start()
        self.arrived.emit()

    def _give_up(self, error: Exception) -> None:
        for key in self._at_work:
            self._waiting.pop(key, None)
            self._keep(key, QPixmap())
        self._at_work = frozenset()
        self._soon.start()
        sys.excepthook(type(error), error, error.__traceback__)

    def _keep(self, key: _Key, picture: QPixmap) -> None:
        self._kept[key] = picture
        self._bytes += _weight(key)
        while self._bytes > ROOM_BYTES and len(self._kept) > 1:
            old, _ = self._kept.popitem(last=False)
            self._bytes -= _weight(old)


def _weight(key: _Key) -> int:
    return 4 * key.width * key.height


def _plain(image: QImage, dpr: float) -> QPixmap:
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(dpr)
    return picture


def _framed(image: QImage, dpr: float) -> QPixmap:
    """The picture with round corners, so that drawing it is one stroke."""
    if image.isNull():
        return QPixmap()
    picture = QPixmap(image.size())
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(picture.rect(), CORNER * dpr, CORNER * dpr)
    painter.setClipPath(shape)
    painter.drawImage(0, 0, image)
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture
