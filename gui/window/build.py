"""Put settings, session and window together."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from geo import VERSION
from gui.session import Session
from gui.session.api import Actions
from gui.settings import LANGUAGE, Settings
from gui.task import Pool
from gui.window.main_window import MainWindow
from gui.window.sweeper import Sweeper
from gui.window.top_bar import seal_icon

SETTINGS_FILE = "window.ini"
# a reckoning worker gives the window its turn after this long; Python's 5 ms make typing stutter
TURN_S = 0.0005


def build_window(
    assets: Path,
    data: Path,
    *,
    actions: Actions | None = None,
    pool: Pool | None = None,
    settings: Settings | None = None,
) -> MainWindow:
    """The window over the catalogue in ``data``; ``show()`` it, then ``begin()``.

    Needs a QApplication. ``actions`` and ``pool`` are for tests.
    """
    data.mkdir(parents=True, exist_ok=True)
    kept = settings if settings is not None else Settings(data / SETTINGS_FILE)
    session = Session(actions, assets, data, language=kept.get(LANGUAGE), pool=pool)
    window = MainWindow(session, kept, assets, data)
    session.setParent(window)
    return window


def run(assets: Path, data: Path) -> int:
    """Open the window and stay until it is closed; the exit status."""
    sys.setswitchinterval(TURN_S)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kanjing")
    app.setApplicationVersion(VERSION)
    window = build_window(assets, data)
    window.setWindowIcon(seal_icon())
    window.report_bugs()
    sweeper = Sweeper(window)
    sweeper.start()
    once = Qt.ConnectionType.SingleShotConnection
    window.session.idle.connect(sweeper.settle, once)
    window.show()
    window.begin()
    status = app.exec()
    sweeper.stop()
    return status
