"""Doors to the dialogs of work in the field; each dialog is loaded when it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from geo.model.field import SITE, FieldKey
from gui.session import Session


def open_pack_dialog(session: Session, window: QWidget, sites: Sequence[str] = ()) -> None:
    """做外勘包: places that are ticked to begin with."""
    from gui.pages.field.pack_dialog import PackDialog

    _ask(PackDialog(session, sites, window))


def open_history(session: Session, window: QWidget, key: FieldKey) -> None:
    """历史: all that was ever written in a record, or (``key.field``) in one of its fields."""
    from gui.pages.field.history_dialog import HistoryDialog

    _ask(HistoryDialog(session, key, window))


def open_site_history(session: Session, window: QWidget, site_id: str) -> None:
    """历史 of a place."""
    open_history(session, window, FieldKey(SITE, site_id, ""))


def open_register(session: Session, window: QWidget, sites: Sequence[str] = ()) -> None:
    """登记: how far each place is in the register; ``sites`` are ticked to begin with."""
    from gui.pages.field.register_dialog import RegisterDialog

    _ask(RegisterDialog(session, sites, window))


def open_backups(session: Session, window: QWidget) -> None:
    """备份和恢复: copies of the catalogue."""
    from gui.pages.field.backups_dialog import BackupsDialog

    _ask(BackupsDialog(session, window))


def open_passphrase(session: Session, window: QWidget) -> None:
    """口令: what is sealed, and with what."""
    from gui.pages.field.passphrase_dialog import PassphraseDialog

    _ask(PassphraseDialog(session, window))


def _ask(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
