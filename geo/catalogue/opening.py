"""Opens a catalogue: made where there is none, migrated where it is old, filled from the assets."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.exc import SQLAlchemyError

from geo.catalogue import migrations
from geo.catalogue.database import copy_aside, create_file, reach, restore, told_kindly
from geo.catalogue.rows import write_sites
from geo.catalogue.seed import Seed, open_seed, read_seed
from geo.catalogue.sessions import Sessions
from geo.catalogue.store import Store
from geo.catalogue.tables import SEED_DATE, SEED_DIGEST, MetaRow, SiteRow, now
from geo.errors import CatalogueError
from geo.progress import Job, Step

PATIENCE_S = 2.0
BATCH = 100


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
    sessions = Sessions(path, reached, patience_s)
    if reached.revision != migrations.HEAD:
        yield Step("catalogue_upgrade" if reached.revision else "catalogue_make")
        _bring_up(sessions, reached.revision)
    digest = _seed_digest(sessions)
    if digest != shipped.digest and not (sessions.why_read_only and digest):
        yield from _fill_or_read(sessions, shipped, known=digest is not None)
    return Store(sessions)


def _bring_up(sessions: Sessions, revision: str | None) -> None:
    """Migrate, on a copy's safety. Raises CatalogueError."""
    path = sessions.path
    if revision is not None and revision not in migrations.REVISIONS:
        raise CatalogueError("catalogue_newer", file=path.name)
    sessions.refuse_read_only()
    if revision is None:
        with sessions.changing_tables() as connection:
            migrations.create(connection)
        return
    kept = copy_aside(path, migrations.HEAD)
    try:
        _upgrade(sessions)
    except (CatalogueError, SQLAlchemyError) as error:
        restore(path, kept)
        if isinstance(error, CatalogueError) and error.code in ("catalogue_locked", "disk_full"):
            raise
        raise CatalogueError("catalogue_upgrade_failed", file=path.name, kept=kept.name) from error


def _upgrade(sessions: Sessions) -> None:
    with sessions.changing_tables() as connection:
        migrations.upgrade(connection)


def _seed_digest(sessions: Sessions) -> str | None:
    with sessions.reading() as session:
        return session.scalar(select(MetaRow.value).where(MetaRow.key == SEED_DIGEST))


def _fill_or_read(sessions: Sessions, seed: Seed, *, known: bool) -> Job[None]:
    """Fill; with no room left, a catalogue that has been filled before opens for reading."""
    try:
        yield from _fill(sessions, seed)
    except CatalogueError as error:
        if not known or error.code != "disk_full":
            raise
        sessions.why_read_only = error.code


def _fill(sessions: Sessions, seed: Seed) -> Job[None]:
    """Bring in the shipped sites, new or changed; what was saved by hand stays as it is."""
    sites = read_seed(seed.folder)
    with sessions.writing() as session:
        by_hand = set(session.scalars(select(SiteRow.id).where(SiteRow.by_hand.is_(True))))
        shipped = [site for site in sites if site.id not in by_hand]
        for start in range(0, len(shipped), BATCH):
            write_sites(session, shipped[start : start + BATCH])
            yield Step("catalogue_fill", min(start + BATCH, len(shipped)), len(shipped))
        held = session.scalars(select(SiteRow.id).where(SiteRow.by_hand.is_(False)))
        gone = set(held) - {site.id for site in sites}
        leave = update(SiteRow).where(SiteRow.id.in_(gone))
        session.execute(leave.values(retired=True, updated_at=now()))
        session.merge(MetaRow(key=SEED_DATE, value=seed.date))
        session.merge(MetaRow(key=SEED_DIGEST, value=seed.digest))
