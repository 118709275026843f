"""Photos and clips as they lie in a pack; the names of files on disk are never a stranger's."""

from __future__ import annotations

import re
import sqlite3
from hashlib import sha256
from pathlib import Path

from geo.errors import SyncError
from geo.files import whole_file
from geo.model.field import PackPhoto
from geo.sync.pack_geometry import point_of
from geo.sync.pack_schema import FILES, PHOTOS

DIGEST = re.compile("[0-9a-f]{64}")
ENDINGS = (
    *("jpg", "jpeg", "png", "webp", "gif", "tif", "tiff", "heic", "heif", "avif"),
    *("mp4", "mov", "m4v", "3gp"),
)
LONGEST = 200


def kept_photos(db: sqlite3.Connection) -> tuple[tuple[PackPhoto, ...], int]:
    """The photos whose originals are whole, and how many are not."""
    has_files = db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (FILES,)).fetchone()
    sizes: dict[str, int] = {}
    if has_files:
        sizes = dict(
            db.execute(f"SELECT digest, sum(length(content)) FROM {FILES} GROUP BY digest")
        )
    whole, missing = [], 0
    rows = db.execute(
        f"SELECT geom, site_id, digest, name, who, taken, bearing, note, bytes FROM {PHOTOS}"
        " ORDER BY fid"
    )
    for geom, site_id, digest, name, who, taken, bearing, note, size in rows:
        if not isinstance(digest, str) or not DIGEST.fullmatch(digest) or not site_id:
            missing += 1
            continue
        if sizes.get(digest) != size:
            missing += 1
            continue
        point = point_of(geom)
        real = isinstance(bearing, int | float) and 0 <= bearing <= 360
        whole.append(
            PackPhoto(
                digest,
                _word(name),
                str(site_id),
                _word(who),
                _word(taken),
                None if point is None else point[0],
                None if point is None else point[1],
                float(bearing) if real else None,
                "" if note is None else str(note),
                size,
            )
        )
    return tuple(whole), missing


def _word(text: object) -> str:
    return "" if text is None else str(text)[:LONGEST]


def take_photo(db: sqlite3.Connection, digest: str, folder: Path) -> Path:
    """Copy the original out to ``folder``; its name is its digest, its ending one of a few.

    Raises SyncError pack_photo_damaged, OSError.
    """
    row = db.execute(f"SELECT name FROM {PHOTOS} WHERE digest = ?", (digest,)).fetchone()
    name = "" if row is None else _word(row[0])
    if row is None or not DIGEST.fullmatch(digest):
        raise SyncError("pack_photo_damaged", photo=name)
    target = folder / f"{digest}{_ending(name)}"
    found = sha256()
    parts = db.execute(f"SELECT content FROM {FILES} WHERE digest = ? ORDER BY part", (digest,))
    with whole_file(target) as part:
        with part.open("wb") as file:
            for (content,) in parts:
                found.update(content)
                file.write(content)
        if found.hexdigest() != digest:
            raise SyncError("pack_photo_damaged", photo=name)
    return target


def _ending(name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    return f".{ending}" if ending in ENDINGS else ""
