"""Rows of a pack: our own table, the layer of places and the photos, written as the log says."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from geo.errors import SyncError
from geo.model.field import SITE, Edit, FieldKey, Json, PackPhoto
from geo.sync.asides import photo_note
from geo.sync.outside import quoted
from geo.sync.pack_cells import cells_of
from geo.sync.pack_geometry import point_blob
from geo.sync.pack_lines import PLACES, WHERE, Line
from geo.sync.pack_schema import FILES, OURS, PHOTOS
from geo.sync.pack_state import PackState, edit_json

CHUNK = 4 * 1024 * 1024
EDIT, DOCUMENT, SHIPPED = "edit/", "document/", "shipped/"


def text_of(value: Json) -> str:
    """A value as it is kept."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def put(db: sqlite3.Connection, key: str, value: Json) -> None:
    """Keep a value of ours under a key that is new."""
    db.execute(f"INSERT INTO {OURS} (key, value) VALUES (?, ?)", (key, text_of(value)))


def put_edits(db: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Add edits to the log; those that are there stay as they are."""
    db.executemany(
        f"INSERT INTO {OURS} (key, value) SELECT ?1, ?2"
        f" WHERE NOT EXISTS (SELECT 1 FROM {OURS} WHERE key = ?1)",
        ((EDIT + one.id, text_of(edit_json(one))) for one in edits),
    )


def put_places(
    db: sqlite3.Connection, lines: Sequence[Line], state: PackState, site_ids: Iterable[str]
) -> None:
    """Let the rows of places say what their fields say; a retired place has no row.

    Columns that a copy has lost are left out.
    """
    there = {name for _, name, *_ in db.execute(f"PRAGMA table_info({PLACES})")}
    shown = [line for line in lines if there.issuperset(line.columns)]
    names = [name for line in shown for name in line.columns]
    kept = [name for name in ("city", "district") if name in there]
    sets = ", ".join(f"{quoted(name)} = ?" for name in (*names, *kept))
    for site_id in site_ids:
        values = state.values(site_id)
        where = values.get(FieldKey(SITE, site_id, WHERE.key))
        if values.get(FieldKey(SITE, site_id, "retired")) is True or not isinstance(where, dict):
            db.execute(f"DELETE FROM {PLACES} WHERE id = ?", (site_id,))
            continue
        found = cells_of(shown, site_id, values)
        cells = [cell for line in shown for cell in found[line.key]]
        area: dict[str, Json] = {"city": where.get("city_zh"), "district": where.get("district_zh")}
        cells += [one if isinstance(one := area[name], str) else None for name in kept]
        done = db.execute(f"UPDATE {PLACES} SET {sets} WHERE id = ?", (*cells, site_id))
        if done.rowcount == 0:
            columns = ", ".join(quoted(name) for name in ("id", *names, *kept))
            marks = ", ".join("?" * (1 + len(cells)))
            db.execute(f"INSERT INTO {PLACES} ({columns}) VALUES ({marks})", (site_id, *cells))


def retell_photos(
    db: sqlite3.Connection, state: PackState, photos: Iterable[tuple[str, str]]
) -> None:
    """Let the rows of photos (site and head of digest) say what was written to them."""
    for site_id, photo in photos:
        note = photo_note(state.values(site_id), site_id, photo)
        db.execute(
            f"UPDATE {PHOTOS} SET note = ? WHERE site_id = ? AND substr(digest, 1, ?) = ?",
            (note or "", site_id, len(photo), photo),
        )


def put_photo(
    db: sqlite3.Connection, photo: PackPhoto, original: Path, small: Path | None
) -> PackPhoto:
    """Copy a photo or clip in byte for byte; what it is kept as (its digest is counted anew).

    Raises OSError, SyncError pack_photo_changed.
    """
    digest, size = file_digest(original)
    kept = db.execute(f"SELECT 1 FROM {FILES} WHERE digest = ?", (digest,)).fetchone()
    if kept is None:
        _put_file(db, original, digest)
    hung = db.execute(
        f"SELECT 1 FROM {PHOTOS} WHERE digest = ? AND site_id = ?", (digest, photo.site_id)
    ).fetchone()
    if hung is None:
        where = None
        if photo.lat is not None and photo.lon is not None:
            where = point_blob(photo.lat, photo.lon)
        db.execute(
            f"INSERT INTO {PHOTOS} (geom, site_id, digest, name, who, taken, bearing, note, bytes,"
            " thumbnail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                where,
                photo.site_id,
                digest,
                photo.name,
                photo.who,
                photo.taken,
                photo.bearing,
                photo.note,
                size,
                None if small is None else small.read_bytes(),
            ),
        )
    return PackPhoto(
        digest,
        photo.name,
        photo.site_id,
        photo.who,
        photo.taken,
        photo.lat,
        photo.lon,
        photo.bearing,
        photo.note,
        size,
    )


def _put_file(db: sqlite3.Connection, original: Path, digest: str) -> None:
    found, part = sha256(), 0
    with original.open("rb") as file:
        # a file of no bytes is one empty piece
        while (content := file.read(CHUNK)) or part == 0:
            found.update(content)
            db.execute(
                f"INSERT INTO {FILES} (digest, part, content) VALUES (?, ?, ?)",
                (digest, part, content),
            )
            part += 1
    if found.hexdigest() != digest:
        # still being written by whoever makes it
        raise SyncError("pack_photo_changed", file=original.name)


def file_digest(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file, read piece by piece. Raises OSError."""
    found, size = sha256(), 0
    with path.open("rb") as file:
        for content in iter(lambda: file.read(CHUNK), b""):
            found.update(content)
            size += len(content)
    return found.hexdigest(), size
