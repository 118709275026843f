"""Exported files: whole or not at all, with a kind word when it is not at all."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.errors import ExportError
from geo.files import whole_file


@contextmanager
def exported_file(path: Path) -> Iterator[Path]:
    """As ``geo.files.whole_file``; raises ExportError (export_disk_full, export_refused)."""
    try:
        with whole_file(path) as part:
            yield part
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "export_disk_full" if full else "export_refused"
        raise ExportError(code, file=path.name) from error
