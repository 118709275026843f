"""How the window is dressed: theme, size of text, language of the fonts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui import settings as remembered
from gui import theme
from gui.settings import Settings

SCALES = (1.0, 1.15, 1.3, 1.5)


class Looks(QObject):
    """Puts on what the settings say, and follows the system where they say so."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.dress()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    def wear(self, name: str) -> None:
        """Put on a theme."""
        self._settings.put(remembered.THEME, name)
        self.dress()

    def grow(self, step: int) -> None:
        """Larger or smaller text."""
        now = min(SCALES, key=lambda one: abs(one - self._settings.get(remembered.TEXT_SCALE)))
        at = min(max(SCALES.index(now) + step, 0), len(SCALES) - 1)
        self._settings.put(remembered.TEXT_SCALE, SCALES[at])
        self.dress()

    def dress(self) -> None:
        """Put on what the settings say."""
        name = self._settings.get(remembered.THEME)
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        lang = self._settings.get(remembered.LANGUAGE)
        scale = self._settings.get(remembered.TEXT_SCALE)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, theme.PALETTES[name], lang, scale)

    def _follow_system(self) -> None:
        if self._settings.get(remembered.THEME) == "system":
            self.dress()
