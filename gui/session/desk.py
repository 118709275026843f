"""The desk owns every task until it has ended, one current task for each kind of request."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from geo.errors import KnownError
from geo.progress import Job, Step, finish
from gui.session.state import Busy
from gui.task import Pool, Task

Take = Callable[[Any], None]
log = logging.getLogger(__name__)


def _finish_quietly(job: Job[Any]) -> None:
    """Carry out a write after the window has gone: there is nobody left to tell but the log."""
    try:
        finish(job)
    except KnownError as error:
        log.warning("not written on close: %s", error)


class _Ticket:
    """One request: its identity says whether an answer is still wanted."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


class Desk(QObject):
    """Starts jobs by kind. A newer request of a kind cancels the older, whose answer is dropped."""

    moved = Signal()

    def __init__(self, parent: QObject, pool: Pool | None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._current: dict[str, _Ticket] = {}
        self._busy: dict[str, Busy] = {}
        self._tasks: dict[_Ticket, Task] = {}
        self._ended: list[Task] = []
        self._lines: dict[str, deque[tuple[Job[Any], Take, Take]]] = {}

    @property
    def busy(self) -> tuple[Busy, ...]:
        """The requests under way, oldest first."""
        return tuple(self._busy.values())

    def run(
        self, kind: str, job: Job[Any], done: Take, failed: Take, partly: Take | None = None
    ) -> None:
        """Start ``job`` now, in place of any older request of its kind.

        ``partly`` takes what its steps carry as answers so far.
        """
        self._ended.clear()
        self.cancel(kind)
        ticket = _Ticket(kind)
        # a task without parent, and slots that do not hold it: an object that is kept alive only
        # by its own connections ends the program when it goes
        task = Task(None, job, self._pool)
        self._tasks[ticket] = task
        self._current[kind] = ticket
        self._busy[kind] = Busy(kind, Step(kind), time.monotonic())
        task.stepped.connect(partial(self._step, ticket, partly))
        task.finished.connect(partial(self._end, ticket, done))
        task.failed.connect(partial(self._end, ticket, failed))
        task.cancelled.connect(partial(self._end, ticket, None, None))
        self.moved.emit()
        task.start()

    def queue(self, kind: str, job: Job[Any], done: Take, failed: Take) -> None:
        """Start ``job`` after the earlier requests of its kind: for writes, where order counts."""
        line = self._lines.setdefault(kind, deque())
        if kind in self._current:
            line.append((job, done, failed))
        else:
            self.run(kind, job, done, failed)

    def cancel(self, kind: str) -> None:
        """Stop the current request of ``kind``; its answer will not be heard."""
        ticket = self._current.pop(kind, None)
        self._busy.pop(kind, None)
        if ticket is not None:
            self._tasks[ticket].cancel()
            self.moved.emit()

    def close(self) -> None:
        """Stop all questions and wait for them; writes, running or in line, are carried out."""
        for kind in tuple(self._current):
            if kind not in self._lines:
                self.cancel(kind)
        for task in tuple(self._tasks.values()):
            task.wait()
        for line in self._lines.values():
            for job, _, _ in line:
                _finish_quietly(job)
        for kept in (self._current, self._busy, self._tasks, self._lines):
            kept.clear()
        self._ended.clear()

    def _step(self, ticket: _Ticket, partly: Take | None, step: Step) -> None:
        kind = ticket.kind
        if self._current.get(kind) is ticket:
            if partly is not None and step.so_far is not None:
                partly(step.so_far)
                # the answer is handed over; the state keeps no second hold of it
                step = replace(step, so_far=None)
            self._busy[kind] = Busy(kind, step, self._busy[kind].since)
            self.moved.emit()

    def _end(self, ticket: _Ticket, take: Take | None, value: object) -> None:
        """Hand the answer over if it is still wanted, then start the next in line."""
        task = self._tasks.pop(ticket, None)
        if task is None:
            return
        kind = ticket.kind
        if self._current.get(kind) is ticket:
            del self._current[kind]
            del self._busy[kind]
            if take is not None:
                take(value)
        line = self._lines.get(kind)
        if line and kind not in self._current:
            self.run(kind, *line.popleft())
        # it is still speaking; it goes when the next request comes
        self._ended.append(task)
        self.moved.emit()
