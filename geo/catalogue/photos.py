"""Photos of sites: copied beside the catalogue, named by their content, never half written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from geo.catalogue.database import told_kindly
from geo.endings import HEAD_BYTES, NAME_LETTERS, clip_ending, photo_ending
from geo.errors import CatalogueError
from geo.files import keep_by_content

FOLDER = "photos"


def keep_photos(data: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """Copy photos and clips into ``data``/photos; their paths relative to ``data``.

    Those already there are neither read nor copied again. Raises CatalogueError
    photo_unreadable, disk_full, catalogue_read_only.
    """
    return tuple(_keep(data, path) for path in paths)


def _keep(data: Path, path: Path) -> str:
    folder = data / FOLDER
    if path.parent == folder:
        return f"{FOLDER}/{path.name}"
    if not path.is_file():  # a pipe would be waited at for ever
        raise CatalogueError("photo_unreadable", file=path.name)
    try:
        file = path.open("rb")
    except OSError as error:
        raise CatalogueError("photo_unreadable", file=path.name) from error
    with file:
        head = file.read(HEAD_BYTES)
        ending = photo_ending(head) or clip_ending(head)
        if ending is None:
            raise CatalogueError("photo_unreadable", file=path.name)
        with told_kindly(folder):
            kept = keep_by_content(file, folder, ending, NAME_LETTERS)
    return f"{FOLDER}/{kept.path.name}"
