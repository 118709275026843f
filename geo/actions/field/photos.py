"""Photos and clips for the place whose form is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from geo.actions.field.books import PACK_PHOTOS, open_book, path_of
from geo.actions.field.desk import hand_of, sheet_after
from geo.actions.field.hung import photo_name
from geo.catalogue.photos import FOLDER
from geo.catalogue.site_fields import PHOTOS
from geo.errors import SyncError
from geo.model import Reason
from geo.model.field import SITE, FieldKey, PackPhoto, RecceDesk, RecceSheet
from geo.progress import Job, Step
from geo.sync.photos import keep, look_at
from geo.sync.watched import watched

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace


def hang_field_photos(
    ws: Workspace, desk: RecceDesk, site_id: str, paths: Sequence[Path], who: str
) -> Job[tuple[RecceSheet, tuple[Reason, ...]]]:
    """Copy photos and clips in unaltered; the sheet after, and why some were refused.

    Those that could be taken are hung in one go, so that they are taken back in one. Raises
    SyncError field_photo_disk_full, pack_*.
    """
    folder = ws.data / (FOLDER if desk.pack is None else PACK_PHOTOS)
    taken: list[tuple[Path, PackPhoto]] = []
    refused: list[Reason] = []
    for at, path in enumerate(paths):
        yield Step("field_photos", at, len(paths))
        try:
            taken.append(_taken(folder, path, site_id, who))
        except SyncError as error:
            if error.code == "field_photo_disk_full":
                raise
            refused.append(Reason(error.code, error.values))
    yield Step("field_photos", len(paths), len(paths))
    with open_book(ws, path_of(desk)) as book:
        fields, by = book.fields([site_id]), hand_of(desk, who)
        for path, photo in taken:
            book.keep_photo(path, photo)
        keys = [FieldKey(SITE, site_id, f"{PHOTOS}{photo_name(path)}") for path, _ in taken]
        made = [fields.edit(key, True, by) for key in dict.fromkeys(keys)]
        return sheet_after(ws, desk, book, site_id, made), tuple(refused)


def _taken(folder: Path, path: Path, site_id: str, who: str) -> tuple[Path, PackPhoto]:
    seen = look_at(path)
    kept = keep(folder, path)
    written = seen.written
    photo = PackPhoto(
        kept.digest,
        seen.name,
        site_id,
        who,
        written.taken,
        written.lat,
        written.lon,
        written.bearing,
        bytes=seen.bytes,
    )
    return kept.path, photo


def watched_files(folder: Path, known: Sequence[str]) -> tuple[Path, ...]:
    """Photos and clips in a folder that are whole and not among ``known`` (full paths)."""
    return watched(folder, known)
