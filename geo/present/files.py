"""Files appear whole or not at all: written beside their place, then moved into it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.errors import ExportError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a neighbour of ``path`` to write to; move it into place when the block succeeds.

    Raises ExportError (export_disk_full, export_refused) and leaves what stood there untouched.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        os.replace(part, path)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "export_disk_full" if full else "export_refused"
        raise ExportError(code, file=path.name) from error
    finally:
        part.unlink(missing_ok=True)
