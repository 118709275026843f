"""A folder that a phone or camera copies into: what is there as a whole, and new."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Collection
from pathlib import Path
from threading import Lock

from geo.endings import CLIP_ENDINGS, HEAD_BYTES, PHOTO_ENDINGS, brands_of, clip_ending
from geo.files import open_plain
from geo.sync.clips import is_whole

# kept photos and small copies of ours are named by a digest
OURS = re.compile(r"[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{64}")
STEADY_S = 1.0
SURELY_S = 30.0  # some phones write something of their own behind the last box
MOST_FILES = 5000
FOLDERS_DEEP = 2  # DCIM/100APPLE


class _Memory:
    """Sizes at the last look, and since when they have stood."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._since: dict[str, tuple[int, int, float]] = {}

    def steady_s(self, path: str, size: int, written: int, now: float) -> float:
        """For how many seconds the file has looked the same, as far as it was looked at."""
        with self._lock:
            before = self._since.get(path)
            if before is None or before[:2] != (size, written):
                if len(self._since) > 2 * MOST_FILES:
                    self._since.clear()
                self._since[path] = (size, written, now)
                return 0.0
            return now - before[2]


_MEMORY = _Memory()


def watched(folder: Path, known: Collection[str | Path]) -> tuple[Path, ...]:
    """Photos and clips in ``folder`` (two folders deep) that are whole and not ``known``.

    Oldest first. A file is whole when its size and time stood still from one look to another: ask
    every few seconds. Hidden files, links, half downloads and copies of ours are left out.
    A folder that is away (a phone unplugged) has nothing new.
    """
    have = {os.path.normcase(str(one)) for one in known}
    fresh: list[tuple[int, str, Path]] = []
    now = time.monotonic()
    for entry in _entries(folder, FOLDERS_DEEP, have):
        try:
            stat = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        steady = _MEMORY.steady_s(entry.path, stat.st_size, stat.st_mtime_ns, now)
        if stat.st_size == 0 or steady < STEADY_S:
            continue
        path = Path(entry.path)
        if steady >= SURELY_S or _whole(path, stat.st_size):
            fresh.append((stat.st_mtime_ns, entry.name, path))
    return tuple(path for _, _, path in sorted(fresh))


def _entries(folder: Path, deep: int, have: Collection[str]) -> list[os.DirEntry[str]]:
    """Photos and clips that nobody has yet: of a full card the next ones come the next time."""
    found: list[os.DirEntry[str]] = []
    waiting = [(str(folder), deep)]
    while waiting and len(found) < MOST_FILES:
        at, left = waiting.pop()
        try:
            with os.scandir(at) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "~")):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if left > 0:
                            waiting.append((entry.path, left - 1))
                    elif (
                        _wanted(entry.name)
                        and os.path.normcase(entry.path) not in have
                        and entry.is_file(follow_symlinks=False)
                    ):
                        found.append(entry)
        except OSError:
            continue
    return found[:MOST_FILES]


def _wanted(name: str) -> bool:
    stem, ending = os.path.splitext(name)
    return ending.lower() in PHOTO_ENDINGS | CLIP_ENDINGS and OURS.fullmatch(stem) is None


def _whole(path: Path, size: int) -> bool:
    """Whether the file can be read now, and, where its format tells its length, has all of it."""
    try:
        with open_plain(path) as file:
            head = file.read(HEAD_BYTES)
            boxed = bool(brands_of(head)) or clip_ending(head) is not None
            return not boxed or is_whole(file, size)
    except OSError:
        return False
