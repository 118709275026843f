"""The catalogue as the rest of the house sees it: sites in, sites out, kind errors."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.orm import Session

from geo.catalogue.photos import keep_photos
from geo.catalogue.rows import read_sites, write_photos, write_sites
from geo.catalogue.sessions import Sessions
from geo.catalogue.tables import (
    SEED_DATE,
    MetaRow,
    ProjectRow,
    RecordRow,
    SiteRow,
    SiteSceneRow,
    now,
)
from geo.errors import CatalogueError
from geo.model import Kind, Site

Stamp: TypeAlias = tuple[tuple[int, int], ...]

BATCH = 500
NAME_LENGTH = 200


class Store:
    """An open catalogue file. Every call opens and closes its own session."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._home = sessions.path.parent
        self._read: tuple[Stamp, tuple[Site, ...]] | None = None

    @property
    def why_read_only(self) -> str | None:
        """The code that says why the file can only be read."""
        return self._sessions.why_read_only

    def close(self) -> None:
        """Let go of the file."""
        self._sessions.close()

    def sites(
        self,
        city: str | None = None,
        kind: Kind | None = None,
        scene_type: str | None = None,
        *,
        include_retired: bool = False,
    ) -> tuple[Site, ...]:
        """Sites by id. ``city`` is its name (苏州, 苏州市) or its code.

        Asked for all of them, it reads the file again only when somebody has written to it.
        """
        if (city, kind, scene_type, include_retired) == (None, None, None, False):
            return self._all()
        chosen = select(SiteRow.id)
        if not include_retired:
            chosen = chosen.where(SiteRow.retired.is_(False))
        if city is not None:
            names = (city, city.removesuffix("市"))
            chosen = chosen.where(or_(SiteRow.city_zh.in_(names), SiteRow.adcode == city))
        if kind is not None:
            chosen = chosen.where(SiteRow.kind == kind.value)
        if scene_type is not None:
            serving = select(SiteSceneRow.site_id).where(SiteSceneRow.scene_type == scene_type)
            chosen = chosen.where(SiteRow.id.in_(serving))
        return self._chosen(chosen)

    def _chosen(self, chosen: Select[str]) -> tuple[Site, ...]:
        with self._sessions.reading() as session:
            return self._with_photos(read_sites(session, chosen))

    def _all(self) -> tuple[Site, ...]:
        """All sites that are not retired, the same tuple until the file changes."""
        stamp, read = self._stamp(), self._read
        if read is None or read[0] != stamp:
            read = stamp, self._chosen(select(SiteRow.id).where(SiteRow.retired.is_(False)))
            self._read = read
        return read[1]

    def _stamp(self) -> Stamp:
        """When the file and its log were last written to, by whomever, and how long they are."""
        path = self._sessions.path
        found = []
        for one in (path, path.with_name(path.name + "-wal")):
            known = one.stat() if one.exists() else None
            # an empty log is made by whoever reads
            written = known is not None and known.st_size > 0
            found.append((known.st_mtime_ns, known.st_size) if known and written else (0, 0))
        return tuple(found)

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        """A session that changes sites."""
        try:
            with self._sessions.writing() as session:
                yield session
        finally:
            self._read = None

    def site(self, site_id: str) -> Site:
        """One site, retired or not. Raises CatalogueError site_unknown."""
        with self._sessions.reading() as session:
            found = read_sites(session, select(SiteRow.id).where(SiteRow.id == site_id))
        if not found:
            raise CatalogueError("site_unknown", site=site_id)
        return self._with_photos(found)[0]

    def counts(self) -> Mapping[str, Mapping[Kind, int]]:
        """How many sites of each kind each city has, retired ones left out."""
        query = (
            select(SiteRow.city_zh, SiteRow.kind, func.count())
            .where(SiteRow.retired.is_(False))
            .group_by(SiteRow.city_zh, SiteRow.kind)
        )
        found: dict[str, Counter[Kind]] = {}
        with self._sessions.reading() as session:
            for city, kind, count in session.execute(query):
                found.setdefault(city, Counter())[Kind(kind)] = count
        return found

    def catalogue_date(self) -> str | None:
        """The day (ISO) of the shipped sites that the file holds."""
        with self._sessions.reading() as session:
            return session.scalar(select(MetaRow.value).where(MetaRow.key == SEED_DATE))

    def save_site(self, site: Site) -> Site:
        """Create or replace a site by hand; photos from elsewhere are copied in.

        Raises CatalogueError site_incomplete (with the field), parent_unknown, or what is wrong
        with the file or the disk.
        """
        _check(site)
        kept = self._kept_photos(site.photos)
        with self._writing() as session:
            if site.parent is not None and (
                site.parent == site.id or session.get(SiteRow, site.parent) is None
            ):
                raise CatalogueError("parent_unknown", parent=site.parent)
            write_sites(session, [replace(site, by_hand=True)])
            write_photos(session, {site.id: kept})
        return self.site(site.id)

    def save_sites(self, sites: Iterable[Site]) -> None:
        """Create or replace many sites by hand in one go: all of them or, on an error, none."""
        sites = tuple(sites)
        for site in sites:
            _check(site)
        kept = {site.id: self._kept_photos(site.photos) for site in sites}
        with self._writing() as session:
            for start in range(0, len(sites), BATCH):
                batch = sites[start : start + BATCH]
                write_sites(session, (replace(site, by_hand=True) for site in batch))
                write_photos(session, {site.id: kept[site.id] for site in batch})

    def retire_site(self, site_id: str, *, retired: bool = True) -> None:
        """Leave a site and its child sets out of all lists, or (False) take them back.

        Raises CatalogueError site_unknown.
        """
        mine = or_(SiteRow.id == site_id, SiteRow.parent == site_id)
        change = update(SiteRow).where(mine).values(retired=retired, updated_at=now())
        with self._writing() as session:
            if session.get(SiteRow, site_id) is None:
                raise CatalogueError("site_unknown", site=site_id)
            session.execute(change)

    def add_photos(self, site_id: str, paths: Iterable[Path]) -> Site:
        """Copy photos into the data folder and add them to a site.

        Raises CatalogueError site_unknown, photo_unreadable, disk_full, catalogue_read_only.
        """
        return self.set_photos(site_id, [*self.site(site_id).photos, *map(str, paths)])

    def set_photos(self, site_id: str, photos: Iterable[str]) -> Site:
        """Hang just these photos on a site, in this order; no file is deleted.

        Raises as ``add_photos``.
        """
        self.site(site_id)
        kept = tuple(dict.fromkeys(self._kept_photos(photos)))
        with self._writing() as session:
            write_photos(session, {site_id: kept})
        return self.site(site_id)

    def save_project(self, name: str, document: Mapping[str, Any]) -> None:
        """Keep a project as a JSON document under its name."""
        self._merge(ProjectRow(name=name[:NAME_LENGTH], document=dict(document), saved_at=now()))

    def save_record(self, kind: str, record_id: str, document: Mapping[str, Any]) -> None:
        """Keep a document of a kind under its id, in place of the one there was."""
        row = RecordRow(kind=kind, id=record_id, document=dict(document), saved_at=now())
        self._merge(row)

    def records(self, kind: str) -> Mapping[str, dict[str, Any]]:
        """All documents of a kind by id, the one saved first coming first."""
        query = (
            select(RecordRow.id, RecordRow.document)
            .where(RecordRow.kind == kind)
            .order_by(RecordRow.saved_at, RecordRow.id)
        )
        with self._sessions.reading() as session:
            return {row.id: row.document for row in session.execute(query)}

    def _merge(self, row: ProjectRow | RecordRow) -> None:
        """Keep a row that is no site, so that the sites need not be read again."""
        read = self._read
        same = read is not None and read[0] == self._stamp()
        with self._sessions.writing() as session:
            session.merge(row)
        if read is not None and same:
            # the sites are what they were
            self._read = self._stamp(), read[1]

    def load_project(self) -> dict[str, Any] | None:
        """The project saved last."""
        query = select(ProjectRow.document).order_by(ProjectRow.saved_at.desc()).limit(1)
        with self._sessions.reading() as session:
            return session.scalar(query)

    def _kept_photos(self, photos: Iterable[str]) -> tuple[str, ...]:
        """Photos relative to the data folder, copied into it where they lie elsewhere."""
        photos = tuple(photos)
        if photos:
            self._sessions.refuse_read_only()
        return keep_photos(self._home, (self._home / photo for photo in photos))

    def _with_photos(self, sites: tuple[Site, ...]) -> tuple[Site, ...]:
        """Photos as full paths; the file has them relative, so that its folder can move."""
        return tuple(
            replace(site, photos=tuple(str(self._home / photo) for photo in site.photos))
            if site.photos
            else site
            for site in sites
        )


def _check(site: Site) -> None:
    wrong = {
        "id": not site.id.strip(),
        "name_zh": not site.name_zh.strip(),
        "city_zh": not site.city_zh.strip(),
        "lat": not (math.isfinite(site.lat) and abs(site.lat) <= 90),
        "lon": not (math.isfinite(site.lon) and abs(site.lon) <= 180),
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            raise CatalogueError("site_incomplete", field=field)
