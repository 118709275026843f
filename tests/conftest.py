"""For every test: no thread and no timer may outlive it; windows are drawn off screen."""

from __future__ import annotations

import os
import threading
import traceback

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")

from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from shiboken6 import isValid

# no timing is asserted anywhere; and what CI says must not depend on the dice
settings.register_profile("kanjing", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("kanjing"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "kanjing")


def _where():
    return "".join(traceback.format_stack(limit=7)[:-2])


@pytest.fixture(autouse=True)
def _nothing_left_running(monkeypatch):
    """Fails a test that leaves a thread or an active timer behind, and says who started it."""
    timers, threads = [], []
    before = set(threading.enumerate())
    start_timer, start_thread = QTimer.start, QThread.start

    def timer_start(self, *args):
        timers.append((self, _where()))
        return start_timer(self, *args)

    def thread_start(self, *args):
        threads.append((self, _where()))
        return start_thread(self, *args)

    monkeypatch.setattr(QTimer, "start", timer_start)
    monkeypatch.setattr(QThread, "start", thread_start)
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    late = [thread for thread in threading.enumerate() if thread not in before]
    for thread in late:
        thread.join(5)
    left = [f"thread {thread.name}" for thread in late if thread.is_alive()]
    left += [f"timer started at\n{at}" for one, at in timers if isValid(one) and one.isActive()]
    left += [f"QThread started at\n{at}" for one, at in threads if isValid(one) and one.isRunning()]
    assert not left, "left running: " + "\n".join(left)
