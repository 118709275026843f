"""How wide the panes of each page are, for each size of window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter

from gui.settings import PANES, SPLITTERS, Settings, size_class

MIDDLE_LEAST = 300


class PaneMemory:
    """Places splitters as the user left them at this size of window, else as drawn."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._splitters: dict[str, QSplitter] = {}
        self._size = ""

    def add(self, page: str, splitter: QSplitter, width: int) -> None:
        """Look after the splitter of ``page`` in a window ``width`` px wide."""
        self._size = self._size or size_class(width)
        self._splitters[page] = splitter
        self._place(page, width)

    def resized(self, width: int, rearrange: Callable[[int], None]) -> None:
        """The window is ``width`` px wide now; ``rearrange`` moves panes for another size class."""
        wanted = size_class(width)
        if wanted != self._size:
            self.keep()
            self._size = wanted
            rearrange(width)
            for page in self._splitters:
                self._place(page, width)

    def keep(self) -> None:
        """Remember the positions of what is shown."""
        for page, splitter in self._splitters.items():
            if splitter.isVisible() and self._size:
                state = bytes(splitter.saveState().data())
                self._settings.put(SPLITTERS[page, self._size], state)

    def _place(self, page: str, width: int) -> None:
        splitter = self._splitters[page]
        kept = self._settings.get(SPLITTERS[page, self._size])
        if not kept or not splitter.restoreState(QByteArray(kept)):
            left, right = PANES[page][self._size]
            middle = max(MIDDLE_LEAST, width - left - right)
            sizes = [left, middle, right] if splitter.count() > 2 else [middle, right]
            splitter.setSizes(sizes)
