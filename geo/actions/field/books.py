"""What a desk reads from and writes to: a pack, or the catalogue itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from geo.actions.field.standing import Fields, fields_of, told_fields
from geo.catalogue.photos import FOLDER
from geo.catalogue.records import site_of as site_of_record
from geo.catalogue.site_fields import PHOTOS, in_order, site_of
from geo.catalogue.site_fields import fields_of as fields_of_site
from geo.endings import NAME_LETTERS
from geo.errors import FactsError, SyncError
from geo.model import Site
from geo.model.field import (
    RECCE,
    SITE,
    Edit,
    FieldKey,
    Json,
    PackInfo,
    PackPhoto,
    RecceDesk,
    RecceField,
)
from geo.sync.pack import read_pack
from geo.sync.photos import THUMBS, thumbnail

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace
    from geo.sync.pack import PackFile

KINDS = (SITE, RECCE)
PACK_PHOTOS = Path("cache") / "field"
"""Where photos of packs that are being worked in lie below the data folder."""


class Book(Protocol):
    """One of the two, open."""

    @property
    def pack(self) -> PackInfo | None:
        """What the pack says of itself; None for the catalogue."""

    def form(self) -> tuple[RecceField, ...]:
        """The lines of the form that the pack was made with; none for the catalogue."""

    def places(self) -> tuple[str, ...]:
        """Ids of the places of the pack; none for the catalogue, which has them all."""

    def fields(self, records: Sequence[str]) -> Fields:
        """What the places and their forms say."""

    def edits(self, records: Sequence[str]) -> tuple[Edit, ...]:
        """Edits of the places and their forms in the order in which they came; no clock counts."""

    def site(self, site_id: str, fields: Fields) -> Site | None:
        """A place as its fields say now, photos as paths that can be opened."""

    def photos(self, site: Site, fields: Fields) -> dict[str, PackPhoto | None]:
        """Photos of a place by their full path; what a pack knows of them."""

    def keep_photo(self, path: Path, photo: PackPhoto) -> None:
        """Take in the file at ``path``, which lies below the data folder already."""

    def write(self, edits: Iterable[Edit]) -> None:
        """Keep edits: all of them or none."""


class HomeBook:
    """The catalogue."""

    pack: PackInfo | None = None

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws

    def form(self) -> tuple[RecceField, ...]:
        """None of its own."""
        return ()

    def places(self) -> tuple[str, ...]:
        """None named: all of them."""
        return ()

    def fields(self, records: Sequence[str]) -> Fields:
        """As ``Book.fields``."""
        store, values = self._ws.store, dict[FieldKey, Json]()
        edits: list[Edit] = []
        for kind in KINDS:
            values.update(store.values(kind, records))
            edits += store.edits(kind, records)
        return told_fields(values, edits)

    def edits(self, records: Sequence[str]) -> tuple[Edit, ...]:
        """As ``Book.edits``."""
        found = self._ws.store.edits(None, records)
        return tuple(one for one in found if one.key.kind in KINDS)

    def site(self, site_id: str, fields: Fields) -> Site | None:
        """As ``Book.site``."""
        return self._ws.store.site(site_id)

    def photos(self, site: Site, fields: Fields) -> dict[str, PackPhoto | None]:
        """As ``Book.photos``."""
        return dict.fromkeys(site.photos)

    def keep_photo(self, path: Path, photo: PackPhoto) -> None:
        """Nothing to do: it lies where the catalogue has its photos."""

    def write(self, edits: Iterable[Edit]) -> None:
        """As ``Book.write``."""
        self._ws.store.write_edits(tuple(edits))


class PackBook:
    """A pack."""

    def __init__(self, file: PackFile, data: Path) -> None:
        self._file = file
        self._folder, self._thumbs = data / PACK_PHOTOS, data / THUMBS
        self._edits = file.edits()

    @property
    def pack(self) -> PackInfo | None:
        """As ``Book.pack``."""
        return self._file.info

    def form(self) -> tuple[RecceField, ...]:
        """As ``Book.form``."""
        return self._file.form

    def places(self) -> tuple[str, ...]:
        """Those it was made with, then those added in the field."""
        added = (one.key.record for one in self._edits if one.key.kind == SITE)
        return tuple(dict.fromkeys((*self._file.documents, *added)))

    def fields(self, records: Sequence[str]) -> Fields:
        """As ``Book.fields``."""
        base, asked = dict[FieldKey, Json](), set(records)
        for at, (site_id, document) in enumerate(self._file.documents.items()):
            if site_id in asked:
                site = self._told(document, at)
                said = fields_of_site(site)
                base |= {FieldKey(SITE, site_id, name): value for name, value in said.items()}
        base |= {key: value for key, value in self._file.shipped.items() if key.record in asked}
        return fields_of(base, self.edits(records), self._file.shipped)

    def _told(self, document: Mapping[str, Json], at: int) -> Site:
        try:
            return site_of_record(document, self._file.path.name, at)
        except FactsError as error:
            raise SyncError("pack_damaged", file=self._file.path.name) from error

    def edits(self, records: Sequence[str]) -> tuple[Edit, ...]:
        """As ``Book.edits``."""
        asked = set(records)
        found = (one for one in self._edits if one.key.record in asked and one.key.kind in KINDS)
        return tuple(found)

    def site(self, site_id: str, fields: Fields) -> Site | None:
        """As ``Book.site``."""
        said = {
            key.field: value
            for key, value in fields.values.items()
            if key.kind == SITE and key.record == site_id
        }
        shipped = {key: value for key, value in said.items() if not _added(fields, site_id, key)}
        return site_of(site_id, in_order(shipped, said), by_hand=True)

    def photos(self, site: Site, fields: Fields) -> dict[str, PackPhoto | None]:
        """As ``Book.photos``."""
        mine = [one for one in self._file.photos if one.site_id == site.id]
        return {str(self._original(one)): one for one in mine if not _taken_down(one, fields)}

    def _original(self, photo: PackPhoto) -> Path:
        """Where an original lies outside of the pack; copied out when first asked for."""
        for found in self._folder.glob(f"{photo.digest}.*"):
            return found
        try:
            return self._file.photo_file(photo.digest, self._folder)
        except SyncError:
            # shown as a photo that is away; the rest of the form can be worked on
            return self._folder / photo.digest

    def keep_photo(self, path: Path, photo: PackPhoto) -> None:
        """As ``Book.keep_photo``."""
        self._file.add_photo(photo, path, thumbnail(path, self._thumbs))

    def write(self, edits: Iterable[Edit]) -> None:
        """As ``Book.write``."""
        self._file.write(tuple(edits))
        self._edits = self._file.edits()


def _added(fields: Fields, site_id: str, field: str) -> bool:
    return FieldKey(SITE, site_id, field) in fields.by_key


def _taken_down(photo: PackPhoto, fields: Fields) -> bool:
    """Whether a photo that the pack still holds hangs on its place no more."""
    start = f"{PHOTOS}{FOLDER}/{photo.digest[:NAME_LETTERS]}"
    said = [
        fields.values.get(key)
        for key in fields.by_key
        if key.record == photo.site_id and key.field.startswith(start)
    ]
    return bool(said) and not any(said)


@contextmanager
def open_book(ws: Workspace, path: Path | None) -> Iterator[Book]:
    """The pack at ``path``, or (None) the catalogue. Raises SyncError pack_*."""
    if path is None:
        yield HomeBook(ws)
        return
    file = read_pack(path)
    try:
        yield PackBook(file, ws.data)
    finally:
        file.close()


def path_of(desk: RecceDesk) -> Path | None:
    """Where the pack of a desk lies; None for the catalogue."""
    return None if desk.pack is None else Path(desk.pack.path)
