"""The catalogue as the rest of the house sees it: sites in, sites out, kind errors."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from geo.catalogue import migrations
from geo.catalogue.database import (
    Reached,
    copy_aside,
    create_file,
    make_engine,
    reach,
    restore,
    told_kindly,
)
from geo.catalogue.photos import keep_photos
from geo.catalogue.rows import read_sites, write_photos, write_sites
from geo.catalogue.seed import Seed, open_seed, read_seed
from geo.catalogue.tables import MetaRow, ProjectRow, SiteRow, SiteSceneRow, now
from geo.errors import CatalogueError
from geo.model import Kind, Site
from geo.progress import Job, Step

PATIENCE_S = 2.0
BATCH = 100
SEED_DATE = "seed_date"
SEED_DIGEST = "seed_digest"
NAME_LENGTH = 200


class Store:
    """An open catalogue file. Every call opens and closes its own session."""

    def __init__(self, path: Path, reached: Reached, patience_s: float) -> None:
        self.path = path
        self.why_read_only = reached.why_read_only
        self._engine = make_engine(path, reached.mode, patience_s)
        self._writer = self._engine.execution_options(write=True)

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read; ``why_read_only`` is the code that says why."""
        return self.why_read_only is not None

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def sites(
        self,
        city: str | None = None,
        kind: Kind | None = None,
        scene_type: str | None = None,
        *,
        include_retired: bool = False,
    ) -> tuple[Site, ...]:
        """Sites by id. ``city`` is its name (苏州, 苏州市) or its code."""
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
        with self._reading() as session:
            return self._with_photos(read_sites(session, chosen))

    def site(self, site_id: str) -> Site:
        """One site, retired or not. Raises CatalogueError site_unknown."""
        with self._reading() as session:
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
        with self._reading() as session:
            for city, kind, count in session.execute(query):
                found.setdefault(city, Counter())[Kind(kind)] = count
        return found

    def catalogue_date(self) -> str | None:
        """The day (ISO) of the shipped sites that the file holds."""
        with self._reading() as session:
            return _meta(session, SEED_DATE)

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
            write_photos(session, site.id, kept)
        return self.site(site.id)

    def save_sites(self, sites: Iterable[Site]) -> None:
        """Create or replace many sites by hand in one go: all of them or, on an error, none."""
        sites = tuple(sites)
        for site in sites:
            _check(site)
        kept = {site.id: self._kept_photos(site.photos) for site in sites}
        with self._writing() as session:
            write_sites(session, (replace(site, by_hand=True) for site in sites))
            for site_id, photos in kept.items():
                write_photos(session, site_id, photos)

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
        before = self.site(site_id).photos
        added = self._kept_photos([*before, *map(str, paths)])
        with self._writing() as session:
            write_photos(session, site_id, added)
        return self.site(site_id)

    def save_project(self, name: str, document: Mapping[str, Any]) -> None:
        """Keep a project as a JSON document under its name."""
        row = ProjectRow(name=name[:NAME_LENGTH], document=dict(document), saved_at=now())
        with self._writing() as session:
            session.merge(row)

    def load_project(self) -> dict[str, Any] | None:
        """The project saved last."""
        query = select(ProjectRow.document).order_by(ProjectRow.saved_at.desc()).limit(1)
        with self._reading() as session:
            return session.scalar(query)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with told_kindly(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self.why_read_only is not None:
            raise self._refusal(self.why_read_only)
        with told_kindly(self.path), Session(self._writer) as session, session.begin():
            yield session

    def _refusal(self, code: str) -> CatalogueError:
        return CatalogueError(code, file=self.path.name, folder=str(self.path.parent))

    def _kept_photos(self, photos: Iterable[str]) -> tuple[str, ...]:
        """Photos relative to the data folder, copied into it where they lie elsewhere."""
        photos = tuple(photos)
        if photos and self.why_read_only is not None:
            raise self._refusal(self.why_read_only)
        home = self.path.parent
        return keep_photos(home, (home / photo for photo in photos))

    def _with_photos(self, sites: tuple[Site, ...]) -> tuple[Site, ...]:
        """Photos as full paths; the file has them relative, so that its folder can move."""
        home = self.path.parent
        return tuple(
            replace(site, photos=tuple(str(home / photo) for photo in site.photos))
            if site.photos
            else site
            for site in sites
        )

    def _fill(self, seed: Seed) -> Job[None]:
        """Bring in the shipped sites where they are new or changed; what is by hand stays."""
        sites = read_seed(seed.folder)
        with self._writing() as session:
            by_hand = set(session.scalars(select(SiteRow.id).where(SiteRow.by_hand.is_(True))))
            shipped = [site for site in sites if site.id not in by_hand]
            for start in range(0, len(shipped), BATCH):
                write_sites(session, shipped[start : start + BATCH])
                yield Step("catalogue_fill", min(start + BATCH, len(shipped)), len(shipped))
            gone = select(SiteRow.id).where(SiteRow.by_hand.is_(False))
            stale = set(session.scalars(gone)) - {site.id for site in sites}
            leave = update(SiteRow).where(SiteRow.id.in_(stale))
            session.execute(leave.values(retired=True, updated_at=now()))
            session.merge(MetaRow(key=SEED_DATE, value=seed.date))
            session.merge(MetaRow(key=SEED_DIGEST, value=seed.digest))

    def _seed_digest(self) -> str | None:
        with self._reading() as session:
            return _meta(session, SEED_DIGEST)

    def _upgrade(self) -> None:
        with told_kindly(self.path), self._writer.begin() as connection:
            migrations.upgrade(connection)


def open_store(path: Path, seed: Path, *, patience_s: float = PATIENCE_S) -> Job[Store]:
    """Open the catalogue at ``path``; make it from the assets in ``seed`` where there is none.

    Another program's lock is waited for ``patience_s``. Raises CatalogueError: catalogue_damaged
    (the file has been set aside as ``kept``; open again to start afresh), catalogue_locked,
    catalogue_newer, catalogue_foreign, catalogue_upgrade_failed, catalogue_read_only (nothing to
    read there), disk_full, catalogue_unreachable; FactsError when an asset is broken.
    """
    yield Step("catalogue_check")
    shipped = open_seed(seed)
    if not path.exists():
        with told_kindly(path):
            create_file(path, patience_s)
    reached = reach(path, patience_s)
    store = Store(path, reached, patience_s)
    try:
        if reached.revision != migrations.HEAD:
            yield Step("catalogue_upgrade")
            _bring_up(store, reached.revision)
        digest = store._seed_digest()
        if digest != shipped.digest and not (store.read_only and digest):
            yield from _fill_or_read(store, shipped, known=digest is not None)
    except BaseException:
        store.close()
        raise
    return store


def _bring_up(store: Store, revision: str | None) -> None:
    """Migrate, on a copy's safety. Raises CatalogueError."""
    path = store.path
    if revision is not None and revision not in migrations.REVISIONS:
        raise CatalogueError("catalogue_newer", file=path.name)
    if store.why_read_only is not None:
        raise CatalogueError(store.why_read_only, file=path.name, folder=str(path.parent))
    if revision is None:
        store._upgrade()
        return
    kept = copy_aside(path, migrations.HEAD)
    try:
        store._upgrade()
    except (CatalogueError, SQLAlchemyError) as error:
        restore(path, kept)
        if isinstance(error, CatalogueError) and error.code in ("catalogue_locked", "disk_full"):
            raise
        raise CatalogueError("catalogue_upgrade_failed", file=path.name, kept=kept.name) from error


def _fill_or_read(store: Store, seed: Seed, *, known: bool) -> Job[None]:
    """Fill; with no room left, a catalogue that has been filled before opens for reading."""
    try:
        yield from store._fill(seed)
    except CatalogueError as error:
        if not known or error.code != "disk_full":
            raise
        store.why_read_only = error.code


def _meta(session: Session, key: str) -> str | None:
    return session.scalar(select(MetaRow.value).where(MetaRow.key == key))


def _check(site: Site) -> None:
    wrong = {
        "id": not site.id.strip(),
        "name_zh": not site.name_zh.strip(),
        "city_zh": not site.city_zh.strip(),
        "lat": not (math.isfinite(site.lat) and abs(site.lat) <= 90),  # noqa: PLR2004
        "lon": not (math.isfinite(site.lon) and abs(site.lon) <= 180),  # noqa: PLR2004
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            raise CatalogueError("site_incomplete", field=field)
