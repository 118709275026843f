"""Photos of sites: copied beside the catalogue, named by their content, never half written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from geo.catalogue.database import told_kindly
from geo.errors import CatalogueError
from geo.files import write_whole

FOLDER = "photos"
HEAD_BYTES = 16
NAME_LENGTH = 24
# the first bytes of what cameras and phones write
SIGNS = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG": ".png",
    b"GIF8": ".gif",
    b"BM": ".bmp",
    b"II*\x00": ".tif",
    b"MM\x00*": ".tif",
}
BOXED = {b"WEBP": ".webp", b"ftypheic": ".heic", b"ftypmif1": ".heic", b"ftypavif": ".avif"}


def keep_photos(data: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """Copy photos into ``data``/photos; their paths relative to ``data``.

    Those already there are neither read nor copied again. Raises CatalogueError
    photo_unreadable, disk_full, catalogue_read_only.
    """
    return tuple(_keep(data, path) for path in paths)


def _keep(data: Path, path: Path) -> str:
    folder = data / FOLDER
    if path.parent == folder:
        return f"{FOLDER}/{path.name}"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CatalogueError("photo_unreadable", file=path.name) from error
    ending = _ending(content[:HEAD_BYTES])
    if ending is None:
        raise CatalogueError("photo_unreadable", file=path.name)
    name = hashlib.sha256(content).hexdigest()[:NAME_LENGTH] + ending
    target = folder / name
    if not target.exists():
        with told_kindly(target):
            write_whole(target, content)
    return f"{FOLDER}/{name}"


def _ending(head: bytes) -> str | None:
    for sign, ending in SIGNS.items():
        if head.startswith(sign):
            return ending
    return next((ending for sign, ending in BOXED.items() if sign in head), None)
