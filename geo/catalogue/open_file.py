"""An open catalogue file that this window and others write to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from geo.catalogue.sessions import Sessions
from geo.catalogue.starting import Start
from geo.catalogue.tables import WRITTEN, MetaRow
from geo.model import Site

Stamp: TypeAlias = tuple[tuple[int, int], ...]


class OpenFile:
    """Counts who writes. Every call opens and closes its own session."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._home = sessions.path.parent
        self._read: tuple[Stamp, tuple[Site, ...]] | None = None
        self._lock = Lock()
        self._mine: set[int] = set()
        with sessions.reading() as session:
            self._count = times_written(session)

    @property
    def why_read_only(self) -> str | None:
        """The code that says why the file can only be read."""
        return self._sessions.why_read_only

    @property
    def start(self) -> Start:
        """What was done about the file when it was opened."""
        return self._sessions.start

    def close(self) -> None:
        """Let go of the file."""
        self._sessions.close()

    def changed_elsewhere(self) -> bool:
        """Whether another window has written to the file since this was asked last; quick."""
        with self._sessions.reading() as session:
            count = times_written(session)
        with self._lock:
            new = range(self._count + 1, count + 1)
            # an older copy in its place has been written to less often
            changed = count < self._count or any(one not in self._mine for one in new)
            self._count = count
            self._mine = {one for one in self._mine if one > count}
        return changed

    @contextmanager
    def _writing(self, *, sites: bool = True) -> Iterator[Session]:
        """A session that writes, and counts it. ``sites`` False: the sites stay what they are."""
        read = self._read
        same = not sites and read is not None and read[0] == self._stamp()
        number = 0
        try:
            with self._sessions.writing() as session:
                number = count_writing(session)
                with self._lock:
                    self._mine.add(number)
                yield session
        except BaseException:
            with self._lock:
                self._mine.discard(number)
            raise
        finally:
            if sites:
                self._read = None
        if read is not None and same:
            self._read = self._stamp(), read[1]

    def _stamp(self) -> Stamp:
        """When the file and its log were last written to, by whomever, and how long they are."""
        path = self._sessions.path
        found = []
        for one in (path, path.with_name(path.name + "-wal")):
            try:
                known: os.stat_result | None = one.stat()
            except FileNotFoundError:
                # the log goes with the last window that closes, also just now
                known = None
            # an empty log is made by whoever reads
            written = known is not None and known.st_size > 0
            found.append((known.st_mtime_ns, known.st_size) if known and written else (0, 0))
        return tuple(found)


def times_written(session: Session) -> int:
    """How often anybody has written to the file."""
    return int(session.scalar(select(MetaRow.value).where(MetaRow.key == WRITTEN)) or 0)


def count_writing(session: Session) -> int:
    """Count one more; which it is."""
    number = times_written(session) + 1
    session.merge(MetaRow(key=WRITTEN, value=str(number)))
    return number
