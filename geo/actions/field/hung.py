"""Photos of a place as the form shows them: taken when, from where, looking which way."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from geo.actions.field.standing import Fields
from geo.catalogue import Datum, from_wgs84
from geo.catalogue.site_fields import PHOTOS
from geo.errors import SyncError
from geo.model import Site
from geo.model.field import SITE, FieldKey, FieldPhoto, PackPhoto
from geo.sync.asides import photo_id, photo_note, photo_place
from geo.sync.photos import THUMBS, Seen, datum_doubt, look_at, metres_between, thumbnail

if TYPE_CHECKING:
    from geo.actions.field.books import Book
    from geo.actions.workspace import Workspace

LOOKED_AT = 4096


def field_photos(ws: Workspace, book: Book, site: Site, fields: Fields) -> tuple[FieldPhoto, ...]:
    """The photos and clips of a place; one whose file is away is shown without its data."""
    return tuple(
        _photo(ws, site, fields, Path(path), known)
        for path, known in book.photos(site, fields).items()
    )


def _photo(
    ws: Workspace, site: Site, fields: Fields, path: Path, known: PackPhoto | None
) -> FieldPhoto:
    seen, shown = _looked_at(path, ws.data / THUMBS, _written(path))
    key = FieldKey(SITE, site.id, f"{PHOTOS}{photo_name(path)}")
    by = fields.last.get(key)
    who = by.who if by is not None else "" if known is None else known.who
    photo = photo_id(path)
    note = photo_note(fields.values, site.id, photo)
    if note is None:
        note = "" if known is None else known.note
    if seen is None:
        return FieldPhoto(str(path), "", note=note, who=who, id=photo)
    moved = photo_place(fields.values, site.id, photo)
    if moved is not None:
        # as if the camera had written so: whether it is far off can still be asked
        there = replace(seen.written, lat=moved[0], lon=moved[1], datum="")
        seen = replace(seen, written=there)
    written = seen.written
    lat, lon = written.lat, written.lon
    away = None
    if lat is not None and lon is not None:
        away = metres_between((lat, lon), (site.lat, site.lon))
    return FieldPhoto(
        str(path),
        "" if shown is None else str(shown),
        written.taken,
        lat,
        lon,
        written.bearing,
        away,
        datum_doubt(seen, site, _public),
        note,
        who,
        seen.clip,
        photo,
        moved is not None,
    )


def photo_name(path: Path) -> str:
    """A photo as the field of its place names it: relative to the data folder."""
    return f"photos/{path.name}"


@lru_cache(maxsize=LOOKED_AT)
def _looked_at(path: Path, thumbs: Path, written: int) -> tuple[Seen | None, Path | None]:
    try:
        seen = look_at(path)
    except SyncError:
        return None, None
    return seen, None if seen.clip else thumbnail(path, thumbs)


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _public(lat: float, lon: float) -> tuple[float, float]:
    """Where public maps of the mainland show a place."""
    shown_lat, shown_lon = from_wgs84(lat, lon, Datum.GCJ02)
    return float(shown_lat), float(shown_lon)
