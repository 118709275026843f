"""What the menus open of work in the field: packs, history, register, copies, passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.window.stage import FIELD

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class FieldDoors(QObject):
    """Answers the menus over ``window``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def make_pack(self) -> None:
        """Ask what goes into a pack, and write it."""
        from gui.pages.field.openers import open_pack_dialog

        open_pack_dialog(self._window.session, self._window)

    def open_pack(self) -> None:
        """Ask for a pack, and work in it."""
        self._window.show_page(FIELD)
        self._window.field_page.choose_pack()

    def merge(self) -> None:
        """Ask for packs, and bring them home."""
        self._window.show_page(FIELD)
        self._window.field_page.home.choose_packs()

    def history(self) -> None:
        """All that was ever written of the place that is looked at."""
        from gui.pages.field.openers import open_site_history

        state = self._window.session.state
        on_field = self._window.page == FIELD and state.outdoors.site is not None
        site = state.outdoors.site if on_field else state.selection.site
        if site is not None:
            open_site_history(self._window.session, self._window, site)

    def register(self) -> None:
        """The stages of all places."""
        from gui.pages.field.openers import open_register

        open_register(self._window.session, self._window)

    def backups(self) -> None:
        """Copies of the catalogue."""
        from gui.pages.field.openers import open_backups

        open_backups(self._window.session, self._window)

    def passphrase(self) -> None:
        """What is sealed, and with what."""
        from gui.pages.field.openers import open_passphrase

        open_passphrase(self._window.session, self._window)
