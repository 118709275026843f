"""Photos as files: whether one can be shown here, and a small copy of one. Any thread may ask.

What Qt cannot draw (HEIC of phones) is drawn from a JPEG made of it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from geo.endings import CLIP_ENDINGS, HEAD_BYTES, PHOTO_ENDINGS, photo_ending

ENDINGS = PHOTO_ENDINGS
# the same as Qt names them; what it could draw besides is no photo
_FORMATS = frozenset(ending[1:] for ending in ENDINGS) | {"jfif", "tiff"}
# of these a JPEG is made first, also where a plug-in of the system could draw them
_COPIED = frozenset((".heic", ".avif"))


class _Copies:
    """Where the JPEG copies lie; without a folder they are made anew each time."""

    folder: Path | None = None


def keep_copies(folder: Path) -> None:
    """Keep the JPEG copies of what Qt cannot draw in ``folder`` from now on."""
    _Copies.folder = folder


def is_photo(path: Path) -> bool:
    """Whether the name says that it is a photo."""
    return path.suffix.lower() in ENDINGS


def is_clip(path: Path) -> bool:
    """Whether the name says that it is a clip; kept ones are named by what is in them."""
    return path.suffix.lower() in CLIP_ENDINGS


def readable(path: Path) -> bool:
    """Whether the file holds a picture that can be shown here; reads its first bytes."""
    if _is_copied(str(path)):
        return _opens(path)
    reader = _reader(str(path))
    return reader.canRead() and bytes(reader.format().data()).decode() in _FORMATS


def small_copy(path: str, size: QSize, *, crop: bool) -> QImage:
    """The photo the right way up, ``size`` px: the middle of it, or (``crop`` off) all within.

    A null image where the file cannot be read.
    """
    if _is_copied(path):
        return _copied(Path(path), size, crop=crop)
    return _drawn(_reader(path), size, crop=crop)


def _drawn(reader: QImageReader, size: QSize, *, crop: bool) -> QImage:
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


def _is_copied(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return photo_ending(file.read(HEAD_BYTES)) in _COPIED
    except OSError:
        return False


def _opens(path: Path) -> bool:
    # Pillow comes in only where such a photo is met
    from geo.pictures import BROKEN, open_picture

    try:
        with open_picture(path):
            return True
    except BROKEN:
        return False


def _copied(path: Path, size: QSize, *, crop: bool) -> QImage:
    from geo.pictures import BROKEN, SHOWN_PX, shown_bytes, shown_copy

    longest = max(size.width(), size.height())
    try:
        if _Copies.folder is not None and longest <= SHOWN_PX:
            return _drawn(_reader(str(shown_copy(path, _Copies.folder))), size, crop=crop)
    except BROKEN:
        pass  # a folder that takes nothing more: the photo can be shown all the same
    try:
        buffer = QBuffer()
        buffer.setData(QByteArray(shown_bytes(path, max(longest, SHOWN_PX))))
    except BROKEN:
        return QImage()
    return _drawn(QImageReader(buffer, QByteArray(b"jpeg")), size, crop=crop)
