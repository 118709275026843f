"""Photos as files: whether one can be shown here, and a small copy of one. Any thread may ask."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

# what people call photos, also where this machine may not be able to show them
ENDINGS = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".bmp", ".gif", ".tif", ".tiff", ".avif")
)
# the same as Qt names them; what it could draw besides is no photo
_FORMATS = frozenset(ending[1:] for ending in ENDINGS) | {"jfif", "tiff"}


def is_photo(path: Path) -> bool:
    """Whether the name says that it is a photo."""
    return path.suffix.lower() in ENDINGS


def readable(path: Path) -> bool:
    """Whether the file holds a picture that can be shown here; reads its first bytes."""
    reader = _reader(str(path))
    return reader.canRead() and bytes(reader.format().data()).decode() in _FORMATS


def small_copy(path: str, size: QSize, *, crop: bool) -> QImage:
    """The photo the right way up, ``size`` px: the middle of it, or (``crop`` off) all within.

    A null image where the file cannot be read.
    """
    reader = _reader(path)
    reader.setAutoTransform(True)
    stored = reader.size()
    turn = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    room = size.transposed() if turn else size
    way = Qt.AspectRatioMode.KeepAspectRatio
    if crop:
        way = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    if stored.isValid():
        wanted = stored.scaled(room, way)
        if crop or wanted.width() < stored.width():
            reader.setScaledSize(wanted.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull() or not crop:
        return image
    if image.size() != image.size().expandedTo(size):
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, smooth)
    left = (image.width() - size.width()) // 2
    top = (image.height() - size.height()) // 2
    return image.copy(left, top, size.width(), size.height())


def _reader(path: str) -> QImageReader:
    reader = QImageReader(path)
    # chat programs call everything .jpg
    reader.setDecideFormatFromContent(True)
    return reader
