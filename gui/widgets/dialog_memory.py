"""How large the windows beside the main one were left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QDialog, QWidget

from gui.settings import DIALOGS, LAST_FOLDER, Settings


class DialogMemory(QObject):
    """A child of the main window, found by the dialogs that it owns."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings

    @staticmethod
    def of(widget: QWidget | None) -> DialogMemory | None:
        """The memory of the window that ``widget`` stands in, if it has one."""
        return None if widget is None else widget.window().findChild(DialogMemory)

    def restore(self, dialog: QDialog, key: str) -> None:
        """Give ``dialog`` the size and place it had; KeyError for a ``key`` nobody listed."""
        kept = self._settings.get(DIALOGS[key])
        if kept:
            dialog.restoreGeometry(QByteArray(kept))

    def keep(self, dialog: QDialog, key: str) -> None:
        """Remember the size and place of ``dialog``."""
        self._settings.put(DIALOGS[key], bytes(dialog.saveGeometry().data()))

    def folder(self) -> Path:
        """Where a file was chosen last, to begin with the next one."""
        return Path(self._settings.get(LAST_FOLDER) or Path.home())

    def keep_folder(self, folder: Path) -> None:
        """Remember where a file was chosen."""
        self._settings.put(LAST_FOLDER, str(folder))
