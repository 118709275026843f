"""Files of ours: YAML assets read fast, and what we write appears whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, get_ident
from typing import Any, BinaryIO

import yaml

from geo.errors import ExportError

# libyaml reads the assets ten times faster; the plain loader reads the same language
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PDFIUM = Lock()
"""Held by whoever asks pdfium for anything: it keeps one state for the whole process."""
PIECE = 1024 * 1024


class UnreadableError(ValueError):
    """A file that is missing, no UTF-8 or no YAML; its text says which."""


def read_yaml(path: Path) -> Any:  # noqa: ANN401 (what YAML gives; the caller checks the shape)
    """Read plain values from the YAML file at ``path``. Raises UnreadableError."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableError(str(error)) from error


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a neighbour of ``path`` to write to; move it into place when the block succeeds.

    Whatever goes wrong, what stood at ``path`` is untouched and nothing is left beside it.
    Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.{get_ident()}.part")
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
        _settle(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Let a new name in a folder survive a power cut, where folders can be asked for that."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # one that may be written to, and not be listed
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network folders cannot
            raise
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` in one piece. Raises OSError."""
    with whole_file(path) as part:
        part.write_bytes(content)


@contextmanager
def exported_file(path: Path) -> Iterator[Path]:
    """As ``whole_file``; raises ExportError (export_disk_full, export_refused)."""
    with disk_told(path), whole_file(path) as part:
        yield part


@contextmanager
def disk_told(path: Path) -> Iterator[None]:
    """Tell what the disk refuses at ``path`` as ExportError: export_disk_full, export_refused."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "export_disk_full" if full else "export_refused"
        raise ExportError(code, file=path.name) from error


def open_plain(path: Path) -> BinaryIO:
    """Open a plain file to read: no link, no folder, no pipe. Raises OSError."""
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
        flags |= getattr(os, name, 0)
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    number = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return os.fdopen(number, "rb")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file copied byte for byte: where to, SHA-256 of what is in it, whether it is new there."""

    path: Path
    digest: str
    bytes: int
    new: bool


def keep_by_content(source: BinaryIO, folder: Path, ending: str, letters: int) -> Kept:
    """Copy ``source`` into ``folder``, named by the first ``letters`` of its SHA-256.

    Read in pieces, never as a whole; what was written is read again and compared before it gets
    its name. What is there already is not written again. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    digest = digest_of(source)
    target = folder / (digest[:letters] + ending)
    size = source.tell()
    if target.exists() and target.stat().st_size == size and digest_at(target) == digest:
        return Kept(target, digest, size, new=False)
    source.seek(0)
    with whole_file(target) as part:
        with part.open("wb") as file:
            shutil.copyfileobj(source, file, PIECE)
        if digest_at(part) != digest:
            # the source changed while it was read, or the disk does not keep what it is given
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
    return Kept(target, digest, size, new=True)


def digest_at(path: Path) -> str:
    """SHA-256 of a file, as hex digits. Raises OSError."""
    with path.open("rb") as file:
        return digest_of(file)


def digest_of(file: BinaryIO) -> str:
    """SHA-256 of an open file from its beginning, read to its end in pieces. Raises OSError."""
    file.seek(0)
    digest = hashlib.sha256()
    while piece := file.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()
