"""The catalogue's file: reaching it in whatever state it is, copying it out and putting it back.

Nothing here ever deletes a catalogue: a damaged one is renamed. SQLite's own copying is used, never
the file's: a file that is opened and closed beside SQLite would lose the locks this process holds.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from sqlalchemy import NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from geo.errors import CatalogueError, KnownError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

MODES = ("mode=rw", "mode=ro", "mode=ro&immutable=1")
SIDE_FILES = ("-wal", "-shm", "-journal")
PRIMARY_CODE = 0xFF
NEARLY_FULL_BYTES = 1_000_000
LOG_MARK = 18  # where a file says whether it has a log beside it
PAUSE_S = 0.05
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)
CODES = {
    sqlite3.SQLITE_BUSY: "catalogue_locked",
    sqlite3.SQLITE_LOCKED: "catalogue_locked",
    sqlite3.SQLITE_READONLY: "catalogue_read_only",
    sqlite3.SQLITE_PERM: "catalogue_read_only",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CORRUPT: "catalogue_page_damaged",
    sqlite3.SQLITE_NOTADB: "catalogue_page_damaged",
}
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
TRY_NEXT = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
)


@dataclass(frozen=True, slots=True)
class Reached:
    """A file that can be read: how to open it, its revision, and why it cannot be written."""

    mode: str
    revision: str | None
    why_read_only: str | None = None


@contextmanager
def told_kindly(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of ``path`` into a CatalogueError."""
    try:
        yield
    except DBAPIError as error:
        raise _kind(path, error.orig) from error
    except (sqlite3.Error, OSError) as error:
        raise _kind(path, error) from error


def reach(path: Path, patience_s: float) -> Reached:
    """Open the existing file at ``path`` as fully as it lets us, and check it.

    Raises CatalogueError catalogue_locked, catalogue_damaged (set aside already),
    catalogue_foreign, catalogue_unreachable.
    """
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    why: str | None = None if writable else "catalogue_read_only"
    failure: BaseException | None = None
    for mode in MODES if writable else MODES[1:]:
        try:
            return Reached(mode, _check(path, mode, patience_s), why)
        except sqlite3.Error as error:
            code = _primary(error)
            if code in DAMAGED:
                kept = set_aside(path)
                raise CatalogueError("catalogue_damaged", kept=kept.name) from error
            if code not in TRY_NEXT:
                raise _kind(path, error) from error
            failure = error
            why = why or _kind(path, error).code
    raise _kind(path, failure)


def make_engine(path: Path, mode: str, patience_s: float) -> Engine:
    """An engine that keeps no connection open between calls.

    With the execution option ``write`` a transaction takes the write lock at its start, so that it
    waits there and never fails halfway.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, mode, patience_s),
        poolclass=NullPool,
        # the text of an error goes into reports and logs: no contact, no quote in it
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def create_file(path: Path, patience_s: float) -> None:
    """Make an empty catalogue file, ready for readers beside a writer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not os.access(path.parent, os.W_OK):
        raise PermissionError(errno.EACCES, "folder", str(path.parent))
    with closing(connect(path, "mode=rwc", patience_s)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


def set_aside(path: Path) -> Path:
    """Rename a damaged file and what SQLite keeps beside it; where it lies now."""
    kept = _free_name(path, "damaged")
    with told_kindly(path):
        path.rename(kept)
        for ending in SIDE_FILES:
            beside = path.with_name(path.name + ending)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + ending))
    return kept


def copy_out(path: Path, target: Path, patience_s: float) -> None:
    """Copy what stands at ``path`` into the new file ``target``, for one reader at a time.

    Nobody is kept from writing meanwhile. Raises sqlite3.Error, OSError.
    """
    started = monotonic()

    def look(status: int, _left: int, _pages: int) -> None:
        _give_up(status, started + patience_s)

    with (
        closing(connect(path, "mode=ro", patience_s)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        # the caller lets it reach the disk once, at the end
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(copy, progress=look)
    with target.open("rb+") as file:
        # a copy needs no files beside it: it is marked as one without a log
        file.seek(LOG_MARK)
        file.write(b"\x01\x01")


def put_in(ready: Path, path: Path, patience_s: float, held: Callable[[], None]) -> None:
    """Put the content of ``ready`` into the file at ``path`` in one transaction.

    ``held`` is called when nobody else can write any more and nothing has changed yet; what it
    raises leaves all as it was. Windows that are open on the file just see the new content.
    Raises sqlite3.Error.
    """
    started, asked = monotonic(), False

    def look(status: int, _left: int, _pages: int) -> None:
        nonlocal asked
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            _give_up(status, started + patience_s)
        elif not asked:
            asked = True
            held()

    with (
        closing(connect(ready, "mode=ro&immutable=1", patience_s)) as source,
        closing(connect(path, "mode=rw", patience_s)) as place,
    ):
        # page by page: the first one takes the lock and leaves the rest to do
        source.backup(place, pages=1, progress=look, sleep=PAUSE_S)


def _give_up(status: int, deadline: float) -> None:
    """Copying waits for a lock for ever by itself."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > deadline:
        held = sqlite3.OperationalError("database is locked")
        held.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise held


def is_sound(path: Path) -> bool:
    """Whether every page of a copy can be read and hangs together."""
    try:
        with closing(connect(path, "mode=ro&immutable=1", 0)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error:
        return False
    return found is not None and found[0] == "ok"


def _free_name(path: Path, why: str) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    name = path.with_name(f"{path.stem}-{why}-{stamp}{path.suffix}")
    count = 1
    while name.exists():
        count += 1
        name = path.with_name(f"{path.stem}-{why}-{stamp}-{count}{path.suffix}")
    return name


def connect(path: Path, mode: str, patience_s: float) -> sqlite3.Connection:
    """A connection of SQLite's own; what it has told to be kept survives a power cut."""
    address = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(
        address, uri=True, timeout=patience_s, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def _check(path: Path, mode: str, patience_s: float) -> str | None:
    """The revision of the file, None of an empty one; sqlite3 errors when it cannot be read."""
    with closing(connect(path, mode, patience_s)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found is None or found[0] != "ok":
            damage = sqlite3.DatabaseError("quick_check")
            damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damage
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables or "site" not in tables:
            raise CatalogueError("catalogue_foreign", file=path.name)
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None


def _primary(error: BaseException | None) -> int | None:
    code: Any = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & PRIMARY_CODE


def _kind(path: Path, error: BaseException | None) -> KnownError:
    """What to tell of ``error``."""
    code = CODES.get(_primary(error) or 0, "catalogue_unreachable")
    if isinstance(error, OSError):
        if error.errno in NO_ROOM:
            code = "disk_full"
        elif error.errno in NO_RIGHT:
            code = "catalogue_read_only"
    if code == "catalogue_unreachable" and _nearly_full(path):
        code = "disk_full"  # SQLite tells a full disk in several ways
    return CatalogueError(code, file=path.name, folder=str(path.parent))


def _nearly_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < NEARLY_FULL_BYTES
    except OSError:
        return False
