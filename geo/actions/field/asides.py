"""Beside the form: ticks of the checklist, words on photos, where photos stood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geo.actions.field.form import FORM_FILE
from geo.actions.field.standing import Fields
from geo.catalogue import Datum, to_wgs84
from geo.errors import SyncError
from geo.model import Site
from geo.model.field import RECCE, Check, FieldKey, Json, PackInfo, RecceOption
from geo.sync.asides import AT, aside_of, checks_of, photo_id
from geo.sync.form_fields import load_checklist
from geo.sync.photos import label, look_at

if TYPE_CHECKING:
    from geo.actions.field.books import Book
    from geo.actions.workspace import Workspace


def checklist(ws: Workspace, pack: PackInfo | None) -> tuple[RecceOption, ...]:
    """What to take and to do: of the pack, else of every recce; ``value``: its words when made."""
    usual = load_checklist(ws.assets / FORM_FILE)
    if pack is None:
        return tuple(RecceOption(one.zh, one.zh, one.en) for one in usual)
    known = {words: one for one in usual for words in (one.zh, one.en)}
    return tuple(
        RecceOption(words, known[words].zh, known[words].en)
        if words in known
        else RecceOption(words, words, words)
        for words in pack.checklist
    )


def site_checks(ws: Workspace, book: Book, fields: Fields, site_id: str) -> tuple[Check, ...]:
    """The checklist of a place as it is ticked."""
    pack = book.pack
    lines = checklist(ws, pack)
    return checks_of("" if pack is None else pack.id, lines, fields.values, site_id, fields.last)


def aside_fields(
    book: Book, fields: Fields, site_id: str, key: str, value: Json
) -> dict[FieldKey, Json]:
    """What is to be written so that ``key`` says ``value``.

    Raises SyncError answer_line, photo_place_unknown, place_gone.
    """
    shifted = None
    if key.startswith(AT) and value is not None:
        site = book.site(site_id, fields)
        if site is None:
            raise SyncError("place_gone")
        shifted = _shifted(book, fields, site, key.removeprefix(AT), str(value))
    return {FieldKey(RECCE, site_id, key): aside_of(key, value, shifted)}


def _shifted(
    book: Book, fields: Fields, site: Site, photo: str, datum: str
) -> tuple[float, float] | None:
    """Where a photo stood (WGS-84) if its camera wrote on ``datum``."""
    if datum not in list(Datum):
        return None
    path = next(
        (one for one in map(Path, book.photos(site, fields)) if photo_id(one) == photo), None
    )
    if path is None:
        raise SyncError("photo_place_unknown", file=photo)
    written = look_at(path).written
    if written.lat is None or written.lon is None:
        raise SyncError("photo_place_unknown", file=label(path))
    lat, lon = to_wgs84(written.lat, written.lon, Datum(datum))
    return float(lat), float(lon)
