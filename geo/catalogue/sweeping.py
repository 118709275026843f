"""No plain text stays behind once contacts and quotes are sealed: copies, free pages, the log.

Copies are sealed beside the plain ones before the catalogue is, and take their places afterwards;
a mark in the catalogue says that this is still to be done. A process that dies in between leaves
all plain, or all sealed and the mark, and the next start goes on without the key.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError

from geo.catalogue import migrations
from geo.catalogue.backups import FOLDER, list_backups, tables_of
from geo.catalogue.database import connect, copy_out, reach, told_kindly
from geo.catalogue.sealing import TO_SWEEP, seal_all
from geo.catalogue.sessions import Sessions
from geo.catalogue.tables import MetaRow
from geo.catalogue.vault import VAULT, Keys, Wrapped, id_of
from geo.errors import CatalogueError
from geo.files import whole_file
from geo.progress import Job, Step

STAGED = ".sealed"
PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Swept:
    """How many copies were sealed, how many had to go (they could not be), and whether it is done.

    ``done`` False: another window holds the file; the next start, or locking, goes on.
    """

    sealed: int = 0
    removed: int = 0
    done: bool = True


def stage_copies(path: Path, wrapped: Wrapped, keys: Keys) -> Job[None]:
    """Seal every sound copy beside itself. Raises CatalogueError disk_full."""
    _drop_staged(path)
    plain = [one for one in list_backups(path) if one.sound and not one.sealed]
    for at, one in enumerate(plain):
        yield Step("vault_copies", at, len(plain))
        source = Path(one.path)
        try:
            with TemporaryDirectory(dir=path.parent / FOLDER, prefix=f".{path.stem}-") as folder:
                _seal_copy(source, Path(folder) / "copy.sqlite", wrapped, keys)
        except CatalogueError as error:
            if error.code == "disk_full":
                _drop_staged(path)
                raise
        except SQLAlchemyError:
            continue  # of a kind that cannot be brought up to date: it goes


def _seal_copy(source: Path, fresh: Path, wrapped: Wrapped, keys: Keys) -> None:
    with told_kindly(source):
        copy_out(source, fresh, PATIENCE_S)
    reached = reach(fresh, PATIENCE_S)
    sessions = Sessions(fresh, reached, PATIENCE_S)
    if reached.revision != migrations.HEAD:
        with sessions.changing_tables() as connection:
            migrations.upgrade(connection)
    with sessions.writing() as session:
        seal_all(session, wrapped, keys)
        session.execute(delete(MetaRow).where(MetaRow.key == TO_SWEEP))
    sessions.close()
    compact = fresh.with_name("compact.sqlite")
    with told_kindly(source):
        with closing(connect(fresh, "mode=rw", PATIENCE_S)) as connection:
            connection.execute("VACUUM INTO ?", (str(compact),))
        with whole_file(source.with_name(f"{source.name}.{keys.id}{STAGED}")) as part:
            shutil.copyfile(compact, part)


def wrap_copies(path: Path, wrapped: Wrapped) -> Job[None]:
    """Let copies sealed by the same data key open by its new passphrase only.

    One that cannot be read or written to stays as it is: an earlier passphrase opens it.
    """
    sealed = [one for one in list_backups(path) if one.sealed and one.sound]
    for at, one in enumerate(sealed):
        yield Step("vault_copies", at, len(sealed))
        with suppress(CatalogueError):
            _wrap_copy(Path(one.path), wrapped)


def _wrap_copy(copy: Path, wrapped: Wrapped) -> None:
    asked = "SELECT value FROM meta WHERE key = ?"
    with told_kindly(copy):
        with closing(connect(copy, "mode=ro&immutable=1", PATIENCE_S)) as connection:
            kept = connection.execute(asked, (VAULT,)).fetchone()
        if kept is None or id_of(str(kept[0])) != wrapped.id:
            return
        with whole_file(copy) as part:
            shutil.copyfile(copy, part)
            with closing(connect(part, "mode=rw", PATIENCE_S)) as connection:
                connection.execute("PRAGMA journal_mode=MEMORY")
                connection.execute("PRAGMA secure_delete=ON")
                row = (wrapped.text(), VAULT)
                connection.execute("UPDATE meta SET value = ? WHERE key = ?", row)


def _to_sweep(path: Path, patience_s: float) -> str:
    """The data key of a sealing that is still to be finished; empty where there is none."""
    with told_kindly(path), closing(connect(path, "mode=ro", patience_s)) as connection:
        if "meta" not in tables_of(connection):
            return ""
        asked = "SELECT value FROM meta WHERE key = ?"
        found = connection.execute(asked, (TO_SWEEP,)).fetchone()
        key = str(found[0]) if found else ""
        # it becomes a part of names of files
        return key if key.isalnum() or not key else "-"


def sweep(path: Path, patience_s: float = PATIENCE_S) -> Job[Swept]:
    """Finish a sealing: copies, damaged files kept aside, free pages, the log beside the file.

    Nothing to do where none is to be finished. Never raises for what another window or a full disk
    keeps it from: then it is not done.
    """
    key = _to_sweep(path, patience_s)
    if not key:
        return Swept()
    yield Step("vault_sweep")
    sealed = 0
    for staged in _staged(path, key):
        with suppress(OSError):
            staged.replace(staged.with_suffix("").with_suffix(""))
            sealed += 1
    _drop_staged(path)
    removed = sum(_removed(one) for one in _plain_left(path))
    try:
        with told_kindly(path):
            done = _compact(path, patience_s)
    except CatalogueError:
        done = False
    return Swept(sealed, removed, done and not any(_plain_left(path)))


def _plain_left(path: Path) -> Iterator[Path]:
    """Files that may hold what is sealed by now."""
    for one in list_backups(path):
        if not one.sealed:
            yield Path(one.path)
    yield from (path.parent / FOLDER).glob(f".{path.stem}-*")
    yield from path.parent.glob(f"{path.stem}-damaged-*")


def _removed(path: Path) -> bool:
    """Take a file away; whether it was a copy that people could have gone back to."""
    try:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    except OSError:
        return False
    return path.suffix == ".sqlite" and not path.name.startswith(".")


def _compact(path: Path, patience_s: float) -> bool:
    """Write the file anew without free pages, empty its log, take the mark away."""
    with closing(connect(path, "mode=rw", patience_s)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
        if not _emptied(connection):
            return False
        connection.execute("DELETE FROM meta WHERE key = ?", (TO_SWEEP,))
        _emptied(connection)
    return True


def _emptied(connection: sqlite3.Connection) -> bool:
    """Whether nobody reads an older state: then the log is cut to nothing."""
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def _staged(path: Path, key: str = "*") -> list[Path]:
    return sorted((path.parent / FOLDER).glob(f"{path.stem}-*.sqlite.{key}{STAGED}"))


def _drop_staged(path: Path) -> None:
    for staged in _staged(path):
        with suppress(OSError):
            staged.unlink()
