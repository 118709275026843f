"""Run a job of steps beside the window; the only module with threads.

The worker never touches a widget: what it has to say travels through a letter box that lives in
the window's thread, so all four signals of a task arrive there.
"""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from geo.progress import Job

STEP_GAP_S = 0.05


class Pool(Protocol):
    """Something that runs a function, now or soon."""

    def start(self, work: Callable[[], None]) -> None:
        """Run ``work``."""


class ThreadPool:
    """One thread for each job: jobs are few and long, and a thread ends with its job."""

    def start(self, work: Callable[[], None]) -> None:
        """Run ``work`` in a new thread."""
        threading.Thread(target=work, name="kanjing-job").start()


class InstantPool:
    """Runs at once in the calling thread: for tests."""

    def start(self, work: Callable[[], None]) -> None:
        """Run ``work`` before returning."""
        work()


class _LetterBox(QObject):
    """Brings news from the workers to the thread it lives in. There is one, and it stays.

    A worker holds no other Qt object: one that it let go of last would be taken apart in its
    thread, beside the window's, and that ends the program.
    """

    posted = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.posted.connect(self._deliver)

    @Slot(object, str, object)
    def _deliver(self, run: _Run, what: str, value: object) -> None:
        hear = run.hear()
        if hear is not None:
            hear(what, value)


_boxes: list[_LetterBox] = []


def _letter_box() -> _LetterBox:
    """The box; made by the first task, in the window's thread."""
    if not _boxes:
        _boxes.append(_LetterBox())
    return _boxes[0]


class _Run:
    """The worker's side: a job, a flag that says stop, and who hears while there is a task."""

    def __init__(self, job: Job[Any], clock: Callable[[], float], box: _LetterBox) -> None:
        self.job = job
        self.clock = clock
        self.stop = threading.Event()
        self.over = threading.Event()
        self.box = box
        self.hear: Callable[[], Callable[[str, object], None] | None] = lambda: None

    def __call__(self) -> None:
        outcome: tuple[str, object] = ("cancelled", None)
        try:
            outcome = self._drive()
        except Exception as error:
            outcome = ("failed", error)
        finally:
            self.over.set()
            self.box.posted.emit(self, *outcome)

    def _drive(self) -> tuple[str, object]:
        """Ask for step after step until the answer comes or someone says stop."""
        told = float("-inf")
        while not self.stop.is_set():
            try:
                step = next(self.job)
            except StopIteration as end:
                return ("finished", end.value)
            now = self.clock()
            if now - told >= STEP_GAP_S:
                told = now
                self.box.posted.emit(self, "stepped", step)
        self.job.close()
        return ("cancelled", None)


class Task(QObject):
    """One job under way. Exactly one of finished, failed and cancelled is sent, and once."""

    stepped = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        parent: QObject | None,
        job: Job[Any],
        pool: Pool | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._pool: Pool = pool if pool is not None else ThreadPool()
        self._run = _Run(job, clock, _letter_box())
        self._run.hear = weakref.WeakMethod(self._hear)
        # whoever drops a running task means that it may stop; the function holds the flag itself,
        # for a bound method is held weakly and its object goes with the task
        stop = self._run.stop
        self.destroyed.connect(lambda: stop.set(), Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        """Begin; may be called once."""
        self._pool.start(self._run)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._run.stop.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Block until the worker has left the job; False when it has not in time."""
        return self._run.over.wait(seconds)

    def _hear(self, what: str, value: object) -> None:
        """Pass on what the worker said; nothing, when Qt has taken this task away already."""
        if not isValid(self):
            return
        if what == "stepped":
            self.stepped.emit(value)
        elif what == "finished":
            self.finished.emit(value)
        elif what == "failed":
            self.failed.emit(value)
        else:
            self.cancelled.emit()
