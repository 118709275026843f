"""Opening the file of a pack: whose it is, whether it is sound, whether it can be written to."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import shapely

from geo.errors import SyncError
from geo.sync.pack_content import MEGABYTE
from geo.sync.pack_geometry import shape_of
from geo.sync.pack_lines import PLACES
from geo.sync.pack_schema import FILES, OURS, PHOTOS

MAGIC = b"SQLite format 3\x00"
LONGEST = 64 * 1024 * 1024
MOST_TEXT = 256 * 1024 * 1024
"""So many bytes of records and edits are read into memory; photos are not."""
STEPS, EVERY = 200_000_000, 100_000
WAIT_S = 5.0
ROUGH = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError)
NOTES = ("kj_outside", "kj_guard")
BOUNDS = {"ST_MinX": 0, "ST_MinY": 1, "ST_MaxX": 2, "ST_MaxY": 3}


class PackDatabase(sqlite3.Connection):
    """A stranger's database: what its triggers and indexes make us do comes to an end."""

    _left = 0

    def begin(self) -> None:
        """Count the steps of SQLite's machine from here on; beyond ``STEPS`` it is interrupted."""
        self._left = STEPS // EVERY
        self.set_progress_handler(self._count, EVERY)

    def _count(self) -> bool:
        self._left -= 1
        return self._left < 0


@contextmanager
def pack_errors(file: str) -> Iterator[None]:
    """Tell what SQLite and broken content say as SyncError.

    pack_disk_full, pack_read_only, pack_busy, pack_damaged.
    """
    codes = {
        sqlite3.SQLITE_FULL: "pack_disk_full",
        sqlite3.SQLITE_READONLY: "pack_read_only",
        sqlite3.SQLITE_BUSY: "pack_busy",
        sqlite3.SQLITE_LOCKED: "pack_busy",
    }
    try:
        yield
    except sqlite3.Error as error:
        # the low byte is the error, the rest says more of it
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise SyncError(codes.get(code, "pack_damaged"), file=file) from error
    except ROUGH as error:
        raise SyncError("pack_damaged", file=file) from error


def open_database(path: Path, *, read_only: bool) -> tuple[PackDatabase, bool]:
    """The database of a pack, and whether it can be written to.

    Raises SyncError pack_missing, pack_foreign, pack_unfinished, pack_large and those of
    ``pack_errors``.
    """
    if not path.is_file():  # a pipe would be waited at for ever
        raise SyncError("pack_missing", file=path.name)
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise SyncError("pack_missing", file=path.name) from error
    if head != MAGIC:
        raise SyncError("pack_damaged" if not head.strip(b"\0") else "pack_foreign", file=path.name)
    with pack_errors(path.name):
        db, writable = _connect(path, read_only=read_only)
        try:
            _check(db, path)
        except BaseException:
            db.close()
            raise
    return db, writable


def _connect(path: Path, *, read_only: bool) -> tuple[PackDatabase, bool]:
    if not read_only:
        db = _open(path, "mode=rw")
        try:
            # only a write tells: on a file for reading SQLite begins without a word
            version = db.execute("PRAGMA user_version").fetchone()[0]
            db.execute("BEGIN IMMEDIATE")
            db.execute(f"PRAGMA user_version = {version}")
            db.execute("ROLLBACK")
            return db, True
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & 0xFF
            if code == sqlite3.SQLITE_BUSY:
                # somebody is writing just now; it can be read, and written to later
                return db, True
            db.close()
            if code not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
    db = _open(path, "mode=ro")
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        db.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
        # a log that was never written back, on a disk where SQLite cannot work with it
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise SyncError("pack_unfinished", file=path.name) from error
        db = _open(path, "mode=ro&immutable=1")
    return db, False


def _open(path: Path, how: str) -> PackDatabase:
    db: PackDatabase = sqlite3.connect(
        f"{path.resolve().as_uri()}?{how}",
        uri=True,
        timeout=WAIT_S,
        isolation_level=None,
        check_same_thread=False,
        factory=PackDatabase,
    )
    db.begin()
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    # what a stranger wants checked may take for ever; we check every value ourselves
    db.execute("PRAGMA ignore_check_constraints = ON")
    # an index that QGIS or a converter made of the points calls these when a row is written
    for name, at in BOUNDS.items():
        db.create_function(name, 1, _bound(at), deterministic=True)
    db.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)
    return db


def _bound(at: int) -> Any:  # noqa: ANN401 (a function for SQLite)
    def bound(blob: object) -> float | None:
        shape = shape_of(blob)
        return None if shape is None or shape.is_empty else float(shapely.bounds(shape)[at])

    return bound


def _is_empty(blob: object) -> int | None:
    shape = shape_of(blob)
    return None if shape is None else int(shape.is_empty)


def _check(db: sqlite3.Connection, path: Path) -> None:
    kinds = dict(db.execute("SELECT name, type || ' ' || upper(sql) FROM sqlite_master"))
    if not _is_plain(db, OURS, kinds):
        raise SyncError("pack_foreign", file=path.name)
    for name in (PLACES, PHOTOS):
        if not _is_plain(db, name, kinds):
            raise SyncError("pack_damaged", file=path.name)
    for name in (FILES, *NOTES):
        if name in kinds and not _is_plain(db, name, kinds):
            raise SyncError("pack_damaged", file=path.name)
    # photos have digests of their own, and tiles are only looked at
    for name in (OURS, PLACES, PHOTOS):
        if db.execute(f"PRAGMA quick_check({name})").fetchone()[0] != "ok":
            raise SyncError("pack_damaged", file=path.name)
    told = db.execute(f"SELECT total(length(value)) FROM {OURS}").fetchone()[0]
    if told > MOST_TEXT:
        raise SyncError("pack_large", file=path.name, megabytes=round(told / MEGABYTE))


def _is_plain(db: sqlite3.Connection, table: str, kinds: Mapping[str, str]) -> bool:
    """Whether a name is that of a table whose rows are what the file holds.

    A view, a table of some module or a computed column can make a few bytes into endless rows.
    """
    if not str(kinds.get(table)).startswith("table CREATE TABLE"):
        return False
    return all(row[-1] == 0 for row in db.execute(f"PRAGMA table_xinfo({table})"))


def json_of(text: object) -> Any:  # noqa: ANN401 (JSON of a stranger)
    """The value of a text. Raises ValueError or TypeError for what is no JSON of ours."""
    if not isinstance(text, str):
        raise TypeError(type(text).__name__)
    value = json.loads(text, parse_constant=_refuse, parse_float=_finite)
    if "\\ud" in text.lower():
        # halves of characters can be neither stored nor shown
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def _refuse(text: str) -> float:
    raise ValueError(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number
