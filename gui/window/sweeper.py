"""Python's rubbish is swept in the window's thread only, and between two strokes.

Left alone, Python sweeps in whichever thread makes the rubbish: a worker would then stop the
window for the length of a full sweep (70 ms with the catalogue loaded), and take apart Qt objects
that belong to the window's thread, which ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 400
_YOUNG = 3000
# so much is made between two sweeps only by a worker that loads or reckons: sites, offers,
# figures, which no sweep could free, and to look through them would stop the window
_FLOOD = 20_000
# of so many small sweeps, one goes a generation deeper
_DEEPER = 10


class Sweeper(QObject):
    """Sweeps on a timer from ``start`` to ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.sweep)

    def start(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give back to Python."""
        self._timer.stop()
        gc.enable()

    def settle(self) -> None:
        """What has been loaded by now stays: it is not looked through again."""
        gc.collect()
        gc.freeze()

    def sweep(self) -> None:
        """Sweep as deep as it is time for; nothing, when little was made since."""
        young, middle, old = gc.get_count()
        if young < _YOUNG:
            return
        if young >= _FLOOD:
            # it goes when nobody holds it any more, like all that has no circles
            gc.freeze()
            return
        if middle < _DEEPER:
            gc.collect(0)
        else:
            gc.collect(1 if old < _DEEPER else 2)
