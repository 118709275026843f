"""Files written out: map, ranking, accounts, breakdown, plan, pack. Each asks where to go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui import settings as remembered
from gui.session import Session
from gui.settings import Settings
from gui.window.file_questions import ask_folder, ask_where


class Exports(QObject):
    """Answers the menus over ``window``."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window

    def map(self) -> None:
        """Write the map."""
        if path := self._ask_where(self.tr("地图"), ".html"):
            self._session.export_map(path)

    def ranking(self) -> None:
        """Write the ranking."""
        if path := self._ask_where(self.tr("排名"), ".xlsx"):
            self._session.export_ranking(path)

    def accounts(self) -> None:
        """Write what the money page says."""
        if path := self._ask_where(self.tr("费用"), ".xlsx"):
            self._session.export_accounts(path)

    def breakdown(self, ending: str) -> None:
        """Write the breakdown as ``ending`` says."""
        if path := self._ask_where(self.tr("顺场表"), ending):
            self._session.export_breakdown(path)

    def plan(self, ending: str) -> None:
        """Write the plan as ``ending`` says."""
        if path := self._ask_where(self.tr("排期"), ending):
            self._session.export_plan(path)

    def pack(self) -> None:
        """Write the pack for a crew into a folder of its own, inside the one chosen."""
        folder = ask_folder(
            self._window, self._settings.get(remembered.LAST_FOLDER) or str(Path.home())
        )
        if folder is not None:
            self._settings.put(remembered.LAST_FOLDER, str(folder))
            self._session.export_pitch(folder / self._session.pack_name())

    def _ask_where(self, what: str, ending: str) -> Path | None:
        folder = Path(self._settings.get(remembered.LAST_FOLDER) or Path.home())
        state = self._session.state
        title = state.shown.title if state.preview is not None and state.shown else state.name
        name = f"{title or '勘景'} {what}{ending}"
        return ask_where(self._window, folder / name, what)
