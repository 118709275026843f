"""Writing a field pack: one GeoPackage, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from geo.errors import ExportError
from geo.files import exported_file
from geo.model import Reason
from geo.model.field import SITE, FieldKey, Json, PackInfo, RecceField
from geo.progress import Job, Step
from geo.sync.asides import photos_touched
from geo.sync.form_fields import documents_of
from geo.sync.outside import unnoted
from geo.sync.pack_base import Box, box_around, put_base, put_track
from geo.sync.pack_content import FORMAT, MEGABYTE, PackContent
from geo.sync.pack_lines import Line, lines_json, lines_of
from geo.sync.pack_rows import (
    DOCUMENT,
    SHIPPED,
    put,
    put_edits,
    put_photo,
    put_places,
    retell_photos,
)
from geo.sync.pack_schema import PHOTOS, make_tables, register
from geo.sync.pack_state import PackState, told_by
from geo.sync.pack_style import put_style
from geo.sync.pack_tiles import put_tiles

PARTS = 5


def write_pack(path: Path, content: PackContent) -> Job[PackInfo]:
    """Write a pack to ``path``; what stands there is replaced when all of it is on disk.

    Raises ExportError (export_disk_full, export_refused), SyncError pack_photo_changed.
    """
    yield Step("pack_places", 0, PARTS)
    with exported_file(path) as part:
        part.unlink(missing_ok=True)
        with _full_disk_told(path), closing(sqlite3.connect(part, isolation_level=None)) as db:
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
                db.execute(f"PRAGMA {pragma}")
            info = yield from _write(db, content)
    size = path.stat().st_size / MEGABYTE
    return replace(info, path=str(path), megabytes=round(size, 2))


@contextmanager
def _full_disk_told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        code = "export_disk_full" if full else "export_refused"
        raise ExportError(code, file=path.name) from error


def _write(db: sqlite3.Connection, content: PackContent) -> Job[PackInfo]:
    wishes = content.wishes
    # what is private leaves no value behind, but who is out there can be told a price
    lines = lines_of(content.form, content.scenes)
    documents, state = _allowed(content)
    make_tables(db, lines)
    db.execute("BEGIN")
    with unnoted(db):
        put_edits(db, state.edits())
        put_places(db, lines, state, documents)
    photos = content.photos if wishes.photos else ()
    for at, (photo, original, small) in enumerate(photos):
        yield Step("pack_photos", at, len(photos))
        put_photo(db, photo, original, small)
    retell_photos(db, state, sorted(photos_touched(state.edits())))
    yield Step("pack_base", 3, PARTS)
    notes = yield from _base(db, content, _bounds(state, documents, wishes.margin_km))
    info = PackInfo(
        id=uuid4().hex,
        name=wishes.name,
        path="",
        made_by=wishes.who,
        made_on=content.made_on or datetime.now(UTC).astimezone().date().isoformat(),
        sites=len(documents),
        photos=db.execute(f"SELECT count(*) FROM {PHOTOS}").fetchone()[0],
        edits=len(state.by_id),
        private=wishes.private,
        version=FORMAT,
        megabytes=0.0,
        questions=wishes.questions,
        checklist=wishes.checklist,
        catalogue_date=content.catalogue_date,
        notes=notes,
    )
    _put_ours(db, info, content.form, lines, documents, state)
    put_style(db, lines, content.groups)
    _put_told(db, content)
    db.execute("COMMIT")
    return info


def _allowed(content: PackContent) -> tuple[dict[str, dict[str, Json]], PackState]:
    """Documents and edits that may leave the house: without contacts and quotes unless wished."""
    documents = {site_id: dict(one) for site_id, one in content.documents.items()}
    if content.wishes.private:
        shipped, edits = dict(content.shipped), content.edits
    else:
        for site_id, document in documents.items():
            document["hires"] = _open_hires(content, site_id, document.get("hires"))
        shipped = {
            key: value
            for key, value in content.shipped.items()
            if not content.is_private(key, value)
        }
        edits = tuple(
            # what was said before may be private where what is said now is not
            replace(one, before=None) if content.is_private(one.key, one.before) else one
            for one in content.edits
            if not content.is_private(one.key, one.value)
        )
    edited = {one.key for one in content.edits}
    for site_id, document in documents.items():
        for key, value in told_by(site_id, document).items():
            if key not in edited:
                shipped.setdefault(key, value)
    state = PackState(shipped)
    state.add(edits)
    return documents, state


def _open_hires(content: PackContent, site_id: str, hires: Json) -> Json:
    rows = hires if isinstance(hires, list) else []
    return [
        one
        for one in rows
        if isinstance(one, dict)
        and not content.is_private(FieldKey(SITE, site_id, f"hires/{one.get('per')}"), [one])
    ]


def _bounds(state: PackState, documents: Iterable[str], margin_km: float) -> Box | None:
    """The area of the pack."""
    points = []
    for site_id in documents:
        where = state.value(FieldKey(SITE, site_id, "position"))
        if isinstance(where, dict):
            lat, lon = where.get("lat"), where.get("lon")
            if isinstance(lat, int | float) and isinstance(lon, int | float):
                points.append((float(lat), float(lon)))
    return box_around(points, margin_km)


def _base(db: sqlite3.Connection, content: PackContent, box: Box | None) -> Job[tuple[Reason, ...]]:
    """Base map, track and tiles of the area; what of the tiles was left out."""
    if content.track is not None:
        put_track(db, content.track)
    if box is None:
        return ()
    if content.basemap is not None:
        put_base(db, content.basemap, box)
    notes: tuple[Reason, ...] = ()
    room = content.tile_megabytes
    for number, source in enumerate(content.tiles, 1):
        yield Step("pack_tiles", number - 1, len(content.tiles))
        used, more = put_tiles(db, source, number, box, room)
        room, notes = room - used, notes + more
    return notes


def _put_ours(
    db: sqlite3.Connection,
    info: PackInfo,
    form: Sequence[RecceField],
    lines: Sequence[Line],
    documents: Mapping[str, Mapping[str, Json]],
    state: PackState,
) -> None:
    manifest = {**asdict(info), "questions": _reasons(info.questions)}
    for name in ("path", "megabytes", "notes", "sites", "photos", "edits"):
        del manifest[name]
    put(db, "manifest", {**manifest, "checklist": list(info.checklist), "format": FORMAT})
    put(db, "form", documents_of(form))
    put(db, "lines", lines_json(lines))
    for site_id, document in documents.items():
        put(db, DOCUMENT + site_id, dict(document))
    for number, (key, value) in enumerate(state.shipped.items()):
        put(db, f"{SHIPPED}{number}", [key.kind, key.record, key.field, value])


def _reasons(reasons: Iterable[Reason]) -> list[Json]:
    return [{"code": one.code, "values": dict(one.values)} for one in reasons]


def _put_told(db: sqlite3.Connection, content: PackContent) -> None:
    """Open questions and checklist as a plain table, for programs that do not know our codes."""
    db.execute("CREATE TABLE to_do (fid INTEGER PRIMARY KEY NOT NULL, what TEXT, what_en TEXT)")
    register(db, "to_do", "还要弄清的", "attributes", "")
    rows = [*content.told, *((one, one) for one in content.wishes.checklist)]
    db.executemany("INSERT INTO to_do (what, what_en) VALUES (?, ?)", rows)
