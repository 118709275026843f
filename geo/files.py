"""Files appear whole or not at all: written beside their place, then moved into it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
