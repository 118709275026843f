"""Files of ours: YAML assets read fast, and what we write appears whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import yaml

from geo.errors import ExportError

# libyaml reads the assets ten times faster; the plain loader reads the same language
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PDFIUM = Lock()
"""Held by whoever asks pdfium for anything: it keeps one state for the whole process."""


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
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


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
