"""Copies of the catalogue: each whole or not there, gone by rotation, the last sound one never.

Which copy is newer is told by a number in its name, not by the clock: a clock that jumps makes no
copy old.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from geo.catalogue.database import connect, copy_out, is_sound, told_kindly
from geo.catalogue.vault import VAULT
from geo.errors import CatalogueError
from geo.files import whole_file
from geo.model.field import Backup
from geo.progress import Job, Step

FOLDER = "backups"
NEWEST, DAYS, MONTHS = 10, 14, 12
DAMAGED_KEPT = 3
DAY, MONTH = 8, 6  # so much of a stamp names the day, or the month
PATIENCE_S = 5.0
STALE_S = 600.0
BLOCK = 1 << 20
STAMP = "%Y%m%dT%H%M%S%z"
NAME = re.compile(
    r"-(?P<number>\d{6,12})-(?P<stamp>\d{8}T\d{6}[+-]\d{4})-(?P<why>[a-z]+)-[0-9a-f]{4}"
    r"(?P<damaged>\.damaged)?\.sqlite"
)
# parts of the header that differ between a file and its copy: log or none, counters, version
PASSING = ((18, 20), (24, 28), (40, 44), (92, 100))
HEADER = 100
OWN = (("site", "WHERE by_hand"), ("record", ""), ("project", ""), ("edit", ""))


class _SameError(Exception):
    """The newest copy holds just what stands."""


@dataclass(frozen=True, slots=True, order=True)
class _Copy:
    """What the name of a copy says; the newest is the greatest."""

    number: int
    path: Path
    stamp: str
    why: str
    damaged: bool


def list_backups(path: Path) -> tuple[Backup, ...]:
    """The copies of the catalogue at ``path``, newest first."""
    return tuple(_told(one) for one in _copies(path))


def newest_sound(path: Path) -> Backup | None:
    """The newest copy of which every page can be read."""
    good = (_told(one) for one in _copies(path) if not one.damaged and is_sound(one.path))
    return next((one for one in good if one.sound), None)


def back_up(path: Path, why: str, *, patience_s: float = PATIENCE_S) -> Job[Backup]:
    """Copy the catalogue at ``path`` while others go on writing; old copies go by the rotation.

    Of a damaged catalogue the copy says that it is not sound, and no other copy goes for it.
    Raises CatalogueError disk_full, backup_refused (the folder takes no file), catalogue_locked,
    catalogue_page_damaged (so bad that it cannot even be copied), catalogue_unreachable.
    """
    yield Step("backup_make")
    return _told(_make(path, why, patience_s))


def back_up_changes(path: Path, why: str, *, patience_s: float = PATIENCE_S) -> Job[Backup | None]:
    """As ``back_up``; None where the newest copy holds just that, or nothing of the user's own."""
    if not _holds_own(path, patience_s):
        return None
    yield Step("backup_make")
    try:
        return _told(_make(path, why, patience_s, unless_same=True))
    except _SameError:
        return None


def _make(path: Path, why: str, patience_s: float, *, unless_same: bool = False) -> _Copy:
    folder = path.parent / FOLDER
    with told_kindly(path):
        _sweep(folder, path.stem)
        with _part(folder, path.stem) as part:
            copy_out(path, part, patience_s)
            sound = is_sound(part)
            known = _copies(path)
            if unless_same and known and sound and _same(part, known[0].path):
                raise _SameError
            target = folder / _name(path.stem, known[0].number + 1 if known else 1, why, sound)
            with whole_file(target) as whole:
                part.rename(whole)
        if sound:
            _rotate(_copies(path))
    return next(one for one in _copies(path) if one.path == target)


def _name(stem: str, number: int, why: str, sound: bool) -> str:
    stamp = datetime.now().astimezone().strftime(STAMP)
    ending = ".sqlite" if sound else ".damaged.sqlite"
    return f"{stem}-{number:06d}-{stamp}-{why}-{uuid4().hex[:4]}{ending}"


@contextmanager
def _part(folder: Path, stem: str) -> Iterator[Path]:
    """A file to write to, gone again unless it is renamed. Raises CatalogueError backup_refused."""
    part = folder / f".{stem}-{uuid4().hex}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.touch()
    except PermissionError as error:
        raise CatalogueError("backup_refused", folder=str(folder)) from error
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _sweep(folder: Path, stem: str) -> None:
    """Take away what a copying that was cut off has left; one that goes on is written to."""
    for part in folder.glob(f".{stem}-*"):
        with suppress(OSError):
            # a clock set back leaves parts of the future
            if abs(time.time() - part.stat().st_mtime) > STALE_S:
                shutil.rmtree(part) if part.is_dir() else part.unlink()


def _rotate(copies: Sequence[_Copy]) -> None:
    """Let copies go, the newest of which is sound."""
    good = [one for one in copies if not one.damaged]
    bad = [one for one in copies if one.damaged]
    for one in {*good, *bad} - worth_keeping(good) - set(bad[:DAMAGED_KEPT]):
        with suppress(OSError):  # one that somebody reads goes next time
            one.path.unlink()


def worth_keeping(copies: Sequence[_Copy]) -> set[_Copy]:
    """The newest, the last of each of the latest days and months; ``copies`` newest first."""
    kept = set(copies[:NEWEST])
    for length, most in ((DAY, DAYS), (MONTH, MONTHS)):
        last: dict[str, _Copy] = {}
        for one in copies:
            last.setdefault(one.stamp[:length], one)
        kept.update(list(last.values())[:most])
    return kept


def _copies(path: Path) -> list[_Copy]:
    """What the folder of copies holds, newest first; files of other names are left alone."""
    found = []
    folder = path.parent / FOLDER
    for one in folder.glob(f"{path.stem}-*.sqlite") if folder.is_dir() else ():
        named = NAME.fullmatch(one.name.removeprefix(path.stem))
        if named and one.is_file():
            number, damaged = int(named["number"]), named["damaged"] is not None
            found.append(_Copy(number, one, named["stamp"], named["why"], damaged))
    return sorted(found, reverse=True)


def _told(one: _Copy) -> Backup:
    known = one.path.stat()
    sites, edits, sealed = _counts(one.path, known.st_mtime_ns, known.st_size)
    return Backup(
        path=str(one.path),
        when=_when(one.stamp),
        why=one.why,
        megabytes=known.st_size / 1e6,
        sites=sites or 0,
        edits=edits,
        sound=sites is not None and not one.damaged,
        sealed=sealed,
    )


def _when(stamp: str) -> str:
    try:
        return datetime.strptime(stamp, STAMP).isoformat()
    except ValueError:  # somebody has renamed it
        return ""


@lru_cache(maxsize=256)
def _counts(path: Path, written_ns: int, size: int) -> tuple[int | None, int, bool]:
    """Sites (None: it cannot be read) and edits in a copy, and whether contacts are sealed."""
    del written_ns, size  # a file that was written to since is counted again
    try:
        with closing(connect(path, "mode=ro&immutable=1", 0)) as connection:
            sites = connection.execute("SELECT count(*) FROM site WHERE NOT retired").fetchone()[0]
            tables = tables_of(connection)
            edits = 0
            if "edit" in tables:
                edits = connection.execute("SELECT count(*) FROM edit").fetchone()[0]
            seal = "SELECT count(*) FROM meta WHERE key = ?"
            sealed = connection.execute(seal, (VAULT,)).fetchone()[0]
    except sqlite3.Error:
        return None, 0, False
    return int(sites), int(edits), bool(sealed)


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """Names of the tables in a file."""
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}


def _holds_own(path: Path, patience_s: float) -> bool:
    """Whether the catalogue holds anything that does not ship."""
    with told_kindly(path), closing(connect(path, "mode=ro", patience_s)) as connection:
        tables = tables_of(connection)
        return any(
            connection.execute(f"SELECT 1 FROM {table} {which} LIMIT 1").fetchone()
            for table, which in OWN
            if table in tables
        )


def _same(one: Path, other: Path) -> bool:
    """Whether two copies hold the same pages."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        if _header(first.read(HEADER)) != _header(second.read(HEADER)):
            return False
        while block := first.read(BLOCK):
            if block != second.read(BLOCK):
                return False
    return True


def _header(content: bytes) -> bytes:
    kept = bytearray(content)
    for start, end in PASSING:
        kept[start:end] = bytes(end - start)
    return bytes(kept)
