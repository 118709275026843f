"""The house: what is pinned, what the setup needs, and what must not be in the repository."""

import inspect
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from geo import VERSION

ROOT = Path(__file__).parents[1]


def normal(name):
    return re.sub("[-_.]+", "-", name).lower()


def pinned():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return {normal(name) for name in re.findall(r"^([A-Za-z0-9_.-]+)==", text, re.M)}


def test_the_version_told_in_reports_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_every_dependency_is_pinned_with_hashes_and_no_address():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {normal(re.match(r"[A-Za-z0-9_.-]+", line)[0]) for line in wanted}
    assert names <= pinned()
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert all("--hash=sha256:" in entry for entry in entries)


def test_no_file_of_ours_is_too_long_to_find_ones_way_in():
    files = [ROOT / "main.py", *(ROOT / "geo").rglob("*.py"), *(ROOT / "gui").rglob("*.py")]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {path.name: lines for path, lines in lengths.items() if lines > 400} == {}


def test_the_window_never_spins_its_own_event_loop_to_wait():
    for path in (ROOT / "gui").rglob("*.py"):
        assert "processEvents" not in path.read_text(encoding="utf-8"), path.name


def test_icons_that_ship_are_used():
    # the form in the field names the pictures of its lines itself
    users = [*(ROOT / "gui").rglob("*.py"), ROOT / "assets" / "recce.yaml"]
    code = "".join(path.read_text(encoding="utf-8") for path in users)
    unused = [
        path.stem
        for path in (ROOT / "assets" / "icons").glob("*.svg")
        if f'"{path.stem}"' not in code and path.stem not in code
    ]
    assert unused == []


def test_two_thousand_signals_do_not_end_the_interpreter():
    # PySide6 6.12.0 drops a reference with every emit on CPython 3.11 and aborts near the 570th
    code = (
        "from PySide6.QtCore import QObject, Signal\n"
        "class Bell(QObject):\n"
        "    rang = Signal(int)\n"
        "bell, heard = Bell(), []\n"
        "bell.rang.connect(heard.append)\n"
        "for n in range(2000): bell.rang.emit(n)\n"
        "assert heard == list(range(2000))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_class_of_the_session_hides_a_name_of_another():
    from gui.session import Session
    from gui.session.core import Core

    chain = [one for one in Session.__mro__ if issubclass(one, Core)]
    hidden = []
    for at, one in enumerate(chain):
        for name, value in vars(one).items():
            if name.startswith("__") or not inspect.isfunction(value):
                continue
            below = any(name in vars(other) for other in chain[at + 1 :])
            if below and f"super().{name}(" not in inspect.getsource(value):
                hidden.append(f"{one.__name__}.{name}")
    assert hidden == []
