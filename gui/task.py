"""Run a job of steps beside the window; the only module with threads.

The worker never touches a widget: what it has to say travels through a relay that lives in the
window's thread, so all four signals of a task arrive there.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from geo.progress import Job, Step

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


class _Relay(QObject):
    """Carries news from the worker; outlives its task as long as the worker runs."""

    stepped = Signal(object)
    ended = Signal(str, object)

    # an emitter that is collected while its thread still speaks ends the program
    running: set[_Relay] = set()  # noqa: RUF012 (shared on purpose)

    def __init__(self) -> None:
        super().__init__()
        self.ended.connect(self._leave)
        _Relay.running.add(self)

    @Slot(str, object)
    def _leave(self) -> None:
        _Relay.running.discard(self)


class _Run:
    """The worker's side: a job, a flag that says stop, and the relay."""

    def __init__(self, job: Job[Any], clock: Callable[[], float]) -> None:
        self.job = job
        self.clock = clock
        self.stop = threading.Event()
        self.over = threading.Event()
        self.relay = _Relay()

    def __call__(self) -> None:
        outcome: tuple[str, object] = ("cancelled", None)
        try:
            outcome = self._drive()
        except Exception as error:
            outcome = ("failed", error)
        finally:
            self.over.set()
            self.relay.ended.emit(*outcome)

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
                self.relay.stepped.emit(step)
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
        self._run = _Run(job, clock)
        self._run.relay.stepped.connect(self._pass_step)
        self._run.relay.ended.connect(self._pass_end)
        # whoever drops a running task means that it may stop
        self.destroyed.connect(self._run.stop.set, Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        """Begin; may be called once."""
        self._pool.start(self._run)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._run.stop.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Block until the worker has left the job; False when it has not in time."""
        return self._run.over.wait(seconds)

    @Slot(object)
    def _pass_step(self, step: Step) -> None:
        self.stepped.emit(step)

    @Slot(str, object)
    def _pass_end(self, outcome: str, value: object) -> None:
        if outcome == "finished":
            self.finished.emit(value)
        elif outcome == "failed":
            self.failed.emit(value)
        else:
            self.cancelled.emit()
