"""Opens a catalogue: made where there is none, migrated where it is old, filled from the assets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from geo.catalogue import migrations
from geo.catalogue.backups import back_up, back_up_changes
from geo.catalogue.database import create_file, reach, told_kindly
from geo.catalogue.recovery import recover, set_aside_files, start_again
from geo.catalogue.seed import Seed, open_seed
from geo.catalogue.sessions import Sessions
from geo.catalogue.shipping import fill
from geo.catalogue.starting import Start
from geo.catalogue.store import Store
from geo.catalogue.sweeping import sweep
from geo.catalogue.tables import SEED_DIGEST, MetaRow
from geo.errors import CatalogueError, SyncError
from geo.progress import Job, Step, finish

PATIENCE_S = 2.0


def open_store(
    path: Path, seed: Path, *, patience_s: float = PATIENCE_S, copies: bool = True
) -> Job[Store]:
    """Open the catalogue at ``path``; make it from the assets in ``seed`` where there is none.

    It is copied first where something has changed since the last copy, and before a migration
    (``copies`` False: it is a copy itself). Where the file is gone, empty or was set aside, the
    newest sound copy takes its place, and what a damaged one still holds is united with it.

    Another program's lock is waited for ``patience_s``. Raises CatalogueError: catalogue_damaged
    (the file has been set aside as ``kept``; open again to go on), catalogue_locked,
    catalogue_newer, catalogue_foreign, catalogue_upgrade_failed, catalogue_read_only (nothing to
    read there), disk_full, catalogue_unreachable; FactsError when an asset is broken.
    """
    yield Step("catalogue_check")
    shipped = open_seed(seed)
    from_backup = start_again(path) if copies else ""
    if not path.exists():
        with told_kindly(path):
            create_file(path, patience_s)
    reached = reach(path, patience_s)
    sessions = Sessions(path, reached, patience_s)
    sessions.start = Start(from_backup)
    if copies and reached.revision and not sessions.why_read_only:
        # no copy may be made of what is to be sealed
        yield from sweep(path, patience_s)
    if reached.revision != migrations.HEAD:
        yield Step("catalogue_upgrade" if reached.revision else "catalogue_make")
        _bring_up(sessions, reached.revision, copies=copies)
    elif copies and not sessions.why_read_only:
        yield from _copy_changes(sessions)
    digest = _seed_digest(sessions)
    if digest != shipped.digest and not (sessions.why_read_only and digest):
        yield from _fill_or_read(sessions, shipped, known=digest is not None)
    if copies and not sessions.why_read_only:
        yield from _save_damaged(sessions, from_backup)
    store = Store(sessions)
    sessions.start = replace(sessions.start, sealed=store.sealed_count)
    return store


def _save_damaged(sessions: Sessions, from_backup: str) -> Job[None]:
    """Unite what was set aside; where that cannot be now, it is tried at the next start."""
    for damaged in set_aside_files(sessions.path):
        try:
            found = yield from recover(sessions.path, damaged, from_backup=from_backup)
        except (CatalogueError, SyncError) as error:
            sessions.start = replace(sessions.start, why_not_saved=error.code)
        else:
            saved = (*sessions.start.recovered, found)
            sessions.start = replace(sessions.start, recovered=saved)


def _copy_changes(sessions: Sessions) -> Job[None]:
    """A copy at the start; where there is no room for it the catalogue opens all the same."""
    try:
        yield from back_up_changes(sessions.path, "start")
    except CatalogueError as error:
        sessions.start = replace(sessions.start, why_no_copy=error.code)


def _bring_up(sessions: Sessions, revision: str | None, *, copies: bool) -> None:
    """Migrate, on a copy's safety. Raises CatalogueError."""
    path = sessions.path
    if revision is not None and revision not in migrations.REVISIONS:
        raise CatalogueError("catalogue_newer", file=path.name)
    sessions.refuse_read_only()
    if revision is None:
        with sessions.changing_tables() as connection:
            migrations.create(connection)
        return
    kept = finish(back_up(path, "migration")) if copies else None
    try:
        _upgrade(sessions)
    except (CatalogueError, SQLAlchemyError) as error:
        if isinstance(error, CatalogueError) and error.code in ("catalogue_locked", "disk_full"):
            raise
        name = Path(kept.path).name if kept else path.name
        raise CatalogueError("catalogue_upgrade_failed", file=path.name, kept=name) from error


def _upgrade(sessions: Sessions) -> None:
    with sessions.changing_tables() as connection:
        migrations.upgrade(connection)


def _seed_digest(sessions: Sessions) -> str | None:
    with sessions.reading() as session:
        return session.scalar(select(MetaRow.value).where(MetaRow.key == SEED_DIGEST))


def _fill_or_read(sessions: Sessions, seed: Seed, *, known: bool) -> Job[None]:
    """Fill; with no room left, a catalogue that has been filled before opens for reading."""
    try:
        yield from fill(sessions, seed)
    except CatalogueError as error:
        if not known or error.code != "disk_full":
            raise
        sessions.why_read_only = error.code
