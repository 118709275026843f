"""Run in a process of its own: when was the window painted, when could it be used?

``python -m bench.probe empty`` or ``python -m bench.probe kanjing ASSETS DATA``; prints seconds
since the epoch, one word and one number a line.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Notes the moments of a window: painted once, and what else is put into ``marks``."""

    def __init__(self, window: QObject, then: Callable[[], object]) -> None:
        super().__init__()
        self.marks: dict[str, float] = {}
        self.then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything through; note when the first painting has passed."""
        if event.type() == QEvent.Type.Paint and "painted" not in self.marks:
            self.marks["painted"] = 0.0
            QTimer.singleShot(0, self.painted)
        return False

    def painted(self) -> None:
        """The painting has passed."""
        self.marks["painted"] = time.time()
        self.then()

    def tell(self) -> None:
        """Print a line a mark."""
        for word, at in self.marks.items():
            print(word, at)


def main(what: str, *folders: str) -> None:
    """Show the window named by ``what`` and end when it can be used."""
    app = QApplication([])
    if what == "empty":
        window = QMainWindow()
        window.resize(1440, 900)
        watch = FirstPaint(window, app.quit)
        window.show()
    else:
        window, watch = real_window(*map(Path, folders))
        window.session.idle.connect(app.quit)
    app.exec()
    watch.tell()


def real_window(assets: Path, data: Path) -> tuple[QMainWindow, FirstPaint]:
    """Open Kanjing; "usable" is when the catalogue is in and the start page takes clicks."""
    from gui.window import build_window

    window = build_window(assets, data)
    window.resize(1440, 900)
    watch = FirstPaint(window, lambda: None)

    def usable() -> None:
        if window.session.state.ready and "usable" not in watch.marks:
            window.repaint()
            watch.marks["usable"] = time.time()

    window.session.changed.connect(usable)
    window.show()
    window.begin(restore=False)
    return window, watch


if __name__ == "__main__":
    main(*sys.argv[1:])
