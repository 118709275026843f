"""A job runs beside the window, tells its steps, and stops when asked."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal

from geo.errors import ScriptError
from geo.progress import Step
from gui.task import InstantPool, Task


def counting(count, answer="done", log=None):
    try:
        for done in range(count):
            yield Step("count", done, count)
    finally:
        if log is not None:
            log.append("closed")
    return answer


def held(gate, log):
    """A job that waits at its first step until the test opens the gate."""
    try:
        yield Step("first")
        gate.wait(5)
        yield Step("second")
        gate.wait(5)
        log.append("went on")
        yield Step("third")
    finally:
        log.append("closed")
    return "too late"


class Ear(QObject):
    """Writes down each signal and the thread it came in."""

    def __init__(self, task):
        super().__init__()
        self.heard = []
        task.stepped.connect(lambda step: self.note("stepped", step))
        task.finished.connect(lambda value: self.note("finished", value))
        task.failed.connect(lambda error: self.note("failed", error))
        task.cancelled.connect(lambda: self.note("cancelled", None))

    def note(self, name, value):
        self.heard.append((name, value, QThread.currentThread() is self.thread()))

    def ends(self):
        return [(name, value) for name, value, _ in self.heard if name != "stepped"]


@pytest.mark.parametrize("count", [0, 1, 7])
def test_the_answer_comes_once_and_in_the_window_thread(qtbot, count):
    workers = []

    def job():
        workers.append(threading.current_thread())
        answer = yield from counting(count)
        return answer

    task = Task(None, job())
    ear = Ear(task)
    with qtbot.waitSignal(task.finished):
        task.start()
    assert ear.ends() == [("finished", "done")]
    assert all(on_window for _, _, on_window in ear.heard)
    assert workers[0] is not threading.main_thread()
    assert task.wait(5)


def test_an_error_arrives_as_itself(qtbot):
    def job():
        yield Step("read")
        raise ScriptError("script_binary", name="a.doc")

    task = Task(None, job())
    ear = Ear(task)
    with qtbot.waitSignal(task.failed):
        task.start()
    [(name, error)] = ear.ends()
    assert name == "failed"
    assert error.code == "script_binary"
    assert ear.heard[0][0] == "stepped"


def test_cancel_stops_at_the_next_step_and_cleans_up(qtbot):
    gate, log = threading.Event(), []
    task = Task(None, held(gate, log))
    ear = Ear(task)
    with qtbot.waitSignal(task.stepped):
        task.start()
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
        gate.set()
    assert log == ["closed"]
    assert ear.ends() == [("cancelled", None)]


def test_an_error_while_closing_is_told(qtbot):
    gate = threading.Event()

    def job():
        try:
            yield Step("first")
            gate.wait(5)
            yield Step("second")
        finally:
            raise OSError("disk")

    task = Task(None, job())
    with qtbot.waitSignal(task.stepped):
        task.start()
    with qtbot.waitSignal(task.failed) as sent:
        task.cancel()
        gate.set()
    assert isinstance(sent.args[0], OSError)


def test_steps_are_thinned_but_the_first_is_told(qtbot):
    ticks = iter(range(1_000_000))
    task = Task(None, counting(1000), InstantPool(), clock=lambda: next(ticks) / 32)
    ear = Ear(task)
    task.start()
    told = [value.done for name, value, _ in ear.heard if name == "stepped"]
    assert told == list(range(0, 1000, 2))
    assert ear.ends() == [("finished", "done")]


def test_two_thousand_signals_do_not_wear_out_the_interpreter(qtbot):
    """PySide6 6.12.0 dropped a reference on each emit and died after some 570."""

    class Bell(QObject):
        rang = Signal(object)

    bell, heard = Bell(), []
    bell.rang.connect(heard.append)
    for number in range(2000):
        bell.rang.emit(number)
    assert heard == list(range(2000))


def test_a_dropped_task_stops_and_nothing_breaks(qtbot):
    gate, log = threading.Event(), []
    task = Task(None, held(gate, log))
    with qtbot.waitSignal(task.stepped):
        task.start()
    run = task._run
    del task
    gc.collect()
    gate.set()
    assert run.over.wait(5)
    assert log == ["closed"]


def test_a_task_whose_parent_goes_stops_too(qtbot):
    gate, log = threading.Event(), []
    owner = QObject()
    task = Task(owner, held(gate, log))
    with qtbot.waitSignal(task.stepped):
        task.start()
    run = task._run
    del owner
    gc.collect()
    gate.set()
    assert run.over.wait(5)
    assert log == ["closed"]


def test_many_tasks_at_once_all_answer(qtbot):
    answers, tasks = [], []
    for number in range(30):
        task = Task(None, counting(20, answer=number))
        task.finished.connect(answers.append)
        tasks.append(task)
    for task in tasks:
        task.start()
    qtbot.waitUntil(lambda: len(answers) == 30)
    assert sorted(answers) == list(range(30))


def test_thousands_of_tasks_come_and_go_with_their_threads():
    # a process of its own: what went wrong here ended the interpreter
    code = """
from PySide6.QtCore import QCoreApplication, QTimer
from geo.progress import Step
from gui.task import Task

app, kept, heard = QCoreApplication([]), [], []

def job(number):
    yield Step("a")
    return number

def start():
    kept.clear()
    if len(heard) == 2000:
        app.quit()
        return
    task = Task(None, job(len(heard)))
    task.finished.connect(heard.append)
    task.finished.connect(lambda _: QTimer.singleShot(0, start))
    kept.append(task)
    task.start()

start()
app.exec()
assert heard == list(range(2000))
"""
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, timeout=120)
