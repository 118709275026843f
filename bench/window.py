"""The window: from the start of the process to the first painting, and a frame of the map."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from bench.timing import told
from geo import actions
from geo.progress import finish
from gui.theme import LIGHT
from gui.widgets.map_view import MapView

RUNS = 5
PANS = [(12, 5), (-7, 9), (15, -6), (-20, -8)]
CLICKS = [120, 120, 120, -120, -120, -120]


def started(*arguments: str) -> dict[str, float]:
    """Seconds from spawning the probe to each of its marks."""
    begin = time.time()
    command = [sys.executable, "-m", "bench.probe", *arguments]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {word: float(at) - begin for word, at in (line.split() for line in out.splitlines())}


def start(assets: Path, data: Path) -> None:
    """Print start times as a ratio to an empty QMainWindow of the same Qt."""
    print(f"start, median of {RUNS}")
    started("kanjing", str(assets), str(data))  # the first start fills the catalogue
    empty, ours = [], []
    for _ in range(RUNS):
        empty.append(started("empty")["painted"])
        ours.append(started("kanjing", str(assets), str(data)))
    base = statistics.median(empty)
    print(f"  empty QMainWindow painted                                  {base:9.2f} s")
    for word in ("painted", "usable"):
        ready = statistics.median(run[word] for run in ours)
        print(f"  Kanjing {word:<51}{ready:9.2f} s   x{ready / base:.2f}, +{ready - base:.2f} s")


def turn_wheel(view: MapView, angle: int) -> None:
    """Send one click of a mouse wheel to the middle of the map."""
    at = QPointF(view.rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def frames(assets: Path, data: Path) -> None:
    """Print how long a frame of the map takes while it is panned and zoomed."""
    app = QApplication.instance() or QApplication([])
    ws = finish(actions.open_workspace(assets, data))
    base = finish(actions.load_basemap(ws))
    sites = ws.store.sites()
    rng = np.random.default_rng(1)
    print("map, 1200 x 800, panning and zooming")
    for count in (len(sites), 100_000):
        pick = rng.integers(0, len(sites), count)
        jitter = rng.normal(0, 0.4 if count > len(sites) else 0.0, (2, count))
        view = MapView(LIGHT)
        view.resize(1200, 800)
        view.set_basemap(base)
        view.set_sites(
            [str(i) for i in range(count)],
            [sites[i].lat for i in pick] + jitter[0],
            [sites[i].lon for i in pick] + jitter[1],
            rng.integers(0, 3, count),
            [sites[i].name_zh for i in pick],
        )
        view.show()
        app.processEvents()
        for scope, show in (("four cities", view.show_four), ("one city", view.show_home)):
            show()
            view.repaint()
            turn = iter(PANS * 40)

            def pan(view: MapView = view, turn: Iterator[tuple[int, int]] = turn) -> None:
                view.pan_by(*next(turn))
                view.repaint()

            told(f"{count:,} sites, {scope}, panning", pan, 150)
            clicks = iter(CLICKS * 40)

            def wheel(view: MapView = view, clicks: Iterator[int] = clicks) -> None:
                turn_wheel(view, next(clicks))
                view.repaint()

            told(f"{count:,} sites, {scope}, turning the wheel", wheel, 120)

            steps = iter([0.25, -0.25] * 40)

            def sharp(view: MapView = view, steps: Iterator[float] = steps) -> None:
                view.set_camera(view.camera.zoomed(next(steps), 600, 400))
                view.repaint()

            told(f"{count:,} sites, {scope}, drawn sharp when it rests", sharp, 40)
        view.deleteLater()
    app.sendPostedEvents()


def run(assets: Path, data: Path) -> None:
    """Print both."""
    start(assets, data)
    frames(assets, data)
