"""The net under all tests: what a test leaves running fails that test."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]
LEAKS = """
import threading
from PySide6.QtCore import QThread, QTimer

kept = []

def test_timer(qtbot):
    kept.append(QTimer())
    kept[0].start(60_000)

def test_qthread(qtbot):
    kept.append(QThread())
    kept[1].start()

def test_tidy(qtbot):
    timer = QTimer()
    timer.start(60_000)
    timer.stop()
    thread = threading.Thread(target=int)
    thread.start()

def test_end():
    kept[0].stop()
    kept[1].quit()
    kept[1].wait()
"""


@pytest.mark.filterwarnings("default")
def test_leaks_are_caught(pytester, request):
    pytester.makepyfile(LEAKS)
    conftest = request.config.rootpath / "tests" / "conftest.py"
    pytester.makeconftest(conftest.read_text(encoding="utf-8"))
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=4, errors=2)
    result.stdout.fnmatch_lines(["*left running*"])
