"""Run in a process of its own: when was the window painted, when could it be used?

``python -m bench.probe empty`` or ``python -m bench.probe kanjing ASSETS DATA``; prints seconds
since the epoch, one word and one number a line.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Prints the moment at which its window has been painted once."""

    def __init__(self, window: QObject, then: object) -> None:
        super().__init__()
        self.seen = False
        self.then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything through; note the first painting."""
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.then)
        return False


def mark(word: str) -> None:
    """Print ``word`` and the time."""
    print(word, time.time(), flush=True)


def main(what: str, *folders: str) -> None:
    """Show the window named by ``what`` and end when it can be used."""
    app = QApplication([])
    if what == "empty":
        window = QMainWindow()
        window.resize(1440, 900)

        def painted() -> None:
            mark("painted")
            app.quit()

        watch = FirstPaint(window, painted)
        window.show()
    else:
        from gui.window import build_window

        window = build_window(*map(Path, folders))
        window.resize(1440, 900)
        watch = FirstPaint(window, lambda: mark("painted"))

        def usable() -> None:
            if window.session.state.ready:
                mark("usable")
                window.close()
                app.quit()

        window.session.idle.connect(usable)
        window.show()
        window.begin(restore=False)
    app.exec()
    del watch


if __name__ == "__main__":
    main(*sys.argv[1:])
