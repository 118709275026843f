"""Packs: what goes into one, making it, opening it to work in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from geo.actions.field.asides import checklist
from geo.actions.field.books import HomeBook, open_book
from geo.actions.field.desk import desk_of
from geo.actions.field.form import recce_fields
from geo.actions.field.questions import pack_questions
from geo.actions.places import known_sites
from geo.actions.workspace import load_basemap
from geo.catalogue.private import is_private
from geo.catalogue.records import record_of
from geo.errors import SyncError
from geo.files import digest_at
from geo.match import distance_km
from geo.model import Ranking, ShootPlan, Site
from geo.model.field import (
    RECCE,
    FieldKey,
    Json,
    Lock,
    PackInfo,
    PackPhoto,
    PackWishes,
    RecceDesk,
    RecceField,
    RecceOption,
)
from geo.progress import Job, Step
from geo.sync.form_fields import joined
from geo.sync.pack import tile_files, write_pack
from geo.sync.pack_content import PackContent
from geo.sync.pack_read import read_pack
from geo.sync.photos import THUMBS, look_at, thumbnail
from geo.sync.zips import unzip_pack

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace


ZIP = ".zip"
TILES = Path("own") / "tiles"


def pack_wishes(
    ws: Workspace,
    sites: Sequence[str],
    ranking: Ranking | None = None,
    plan: ShootPlan | None = None,
    lang: str = "zh",
) -> PackWishes:
    """Wishes for a pack of these places, or of the plan's, with what to find out next."""
    named = tuple(dict.fromkeys(sites)) or (() if plan is None else plan.sites)
    chosen = tuple(known_sites(ws, named).values())
    ids = tuple(one.id for one in chosen)
    usual = [one.en if lang == "en" else one.zh for one in checklist(ws, None)]
    things = (*usual, ws.phrases.say("field_check.offline", lang))
    return PackWishes(
        ids, _name(chosen), questions=pack_questions(ranking, chosen), checklist=things
    )


def _name(sites: Sequence[Site]) -> str:
    """The place itself where it is the only one, else the district or cities they lie in."""
    if len(sites) == 1:
        return sites[0].name_zh
    districts = dict.fromkeys(one.district_zh or one.city_zh for one in sites)
    if len(districts) == 1:
        return next(iter(districts))
    return "、".join(dict.fromkeys(one.city_zh for one in sites))


def sites_around(ws: Workspace, lat: float, lon: float, km: float) -> tuple[str, ...]:
    """Ids of the places of an area, nearest first."""
    sites = ws.store.sites()
    away = distance_km(sites, (lat, lon))
    return tuple(sites[at].id for at in away.argsort(kind="stable").tolist() if away[at] <= km)


def make_pack(ws: Workspace, wishes: PackWishes, path: Path) -> Job[PackInfo]:
    """Write a pack (.gpkg): all of it or nothing.

    Raises SyncError pack_empty, pack_*; vault_locked for one with contacts and quotes.
    """
    if wishes.private and ws.store.lock_state is Lock.LOCKED:
        raise SyncError("vault_locked")
    sites = tuple(known_sites(ws, wishes.sites).values())
    if not sites:
        raise SyncError("pack_empty")
    ids, lines = [one.id for one in sites], recce_fields(ws)
    yield Step("pack_gather", 0, len(sites))
    edits = HomeBook(ws).edits(ids)
    photos = (yield from _photos(ws, sites)) if wishes.photos else ()
    basemap = yield from load_basemap(ws)
    content = PackContent(
        replace(wishes, sites=tuple(ids)),
        {one.id: record_of(one) for one in sites},
        lines,
        _private(lines),
        edits,
        ws.store.shipped({one.key for one in edits}),
        photos,
        basemap,
        tuple(tile_files(ws.data / TILES)),
        told=tuple(
            (ws.phrases.tell(one, "zh"), ws.phrases.tell(one, "en")) for one in wishes.questions
        ),
        scenes=tuple(
            RecceOption(code, one.zh, one.en) for code, one in ws.vocabulary.scene_types.items()
        ),
        groups={
            one: ws.phrases.say(f"recce_group.{one}", "zh")
            for one in {line.group for line in lines}
        },
        made_on=date.today().isoformat(),
        catalogue_date=ws.store.catalogue_date() or "",
    )
    return (yield from write_pack(path, content))


def _private(lines: Sequence[RecceField]) -> Callable[[FieldKey, Json], bool]:
    """Whether what a field says stays at home: contacts, quotes, and lines that say so."""
    closed = {one.key for one in lines if one.private and one.target == RECCE}

    def told(key: FieldKey, value: Json) -> bool:
        return (key.kind == RECCE and key.field.partition("@")[0] in closed) or is_private(
            key, value
        )

    return told


def _photos(
    ws: Workspace, sites: Sequence[Site]
) -> Job[tuple[tuple[PackPhoto, Path, Path | None], ...]]:
    """Photos of the places with small copies; one whose file is away stays at home."""
    found = []
    for at, site in enumerate(sites):
        yield Step("pack_gather", at, len(sites))
        for path in map(Path, site.photos):
            try:
                seen = look_at(path)
            except SyncError:
                continue
            written = seen.written
            photo = PackPhoto(
                digest_at(path),
                path.name,
                site.id,
                "",
                written.taken,
                written.lat,
                written.lon,
                written.bearing,
                bytes=seen.bytes,
            )
            found.append((photo, path, None if seen.clip else thumbnail(path, ws.data / THUMBS)))
    return tuple(found)


def open_pack(ws: Workspace, path: Path) -> Job[RecceDesk]:
    """Open a pack to work in; a .zip that holds one is unpacked beside it first.

    Opened again, one goes on in the copy that is there. ``pack.path`` says where one works. Raises
    SyncError pack_*, zip_*, ExportError.
    """
    yield Step("pack_open")
    path = _to_work_in(path)
    with open_book(ws, path) as book:
        lines = joined(book.form(), recce_fields(ws))
        return (yield from desk_of(ws, book, lines, book.places()))


def _to_work_in(path: Path) -> Path:
    """The pack itself; for a .zip the copy beside it, which may have been worked in since."""
    if path.suffix.lower() != ZIP:
        return path
    beside = path.with_suffix(".gpkg")
    if beside.exists():
        with TemporaryDirectory() as folder:
            if _goes_on_from(beside, unzip_pack(path, Path(folder))):
                return beside
    return unzip_pack(path)


def _goes_on_from(copy: Path, fresh: Path) -> bool:
    """Whether a copy is the same pack and holds all that ``fresh`` does."""
    try:
        with closing(read_pack(copy, read_only=True)) as one:
            held, known = one.info.id, {edit.id for edit in one.edits()}
    except SyncError:
        return False
    with closing(read_pack(fresh, read_only=True)) as other:
        return held == other.info.id and known.issuperset(edit.id for edit in other.edits())


def unpacked(path: Path, folder: Path) -> Path:
    """The pack itself; out of a .zip it is laid into ``folder``.

    Raises SyncError zip_*, ExportError.
    """
    if path.suffix.lower() != ZIP:
        return path
    return unzip_pack(path, folder)
