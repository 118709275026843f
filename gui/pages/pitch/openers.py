"""Doors to the dialogs of the page 推介; each dialog is loaded when it is wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from gui.session import Session


def open_card(session: Session, window: QWidget) -> None:
    """局的名片: who hands the pack out."""
    from gui.pages.pitch.card_dialog import CardDialog

    _ask(CardDialog(session, window))


def open_site_file(session: Session, window: QWidget, site_id: str = "") -> None:
    """场地档案: what the bureau keeps of its places."""
    from gui.pages.pitch.site_file_dialog import SiteFileDialog

    _ask(SiteFileDialog(session, site_id, window))


def open_places(session: Session, window: QWidget) -> None:
    """推介哪些地方: which places are pitched."""
    from gui.pages.pitch.places_dialog import PitchedDialog

    _ask(PitchedDialog(session, window))


def open_compared(session: Session, window: QWidget) -> None:
    """和谁并排看: which places and cities stand beside ours."""
    from gui.pages.pitch.places_dialog import ComparedDialog

    _ask(ComparedDialog(session, window))


def open_needs(session: Session, window: QWidget) -> None:
    """他们要拍什么: scene types asked for where there is no script."""
    from gui.pages.pitch.needs_dialog import NeedsDialog

    _ask(NeedsDialog(session, window))


def open_table(session: Session, window: QWidget) -> None:
    """并排看: all figures of the candidates."""
    from gui.pages.pitch.compare_dialog import CompareDialog

    _ask(CompareDialog(session, window))


def ask_to_send(session: Session, window: QWidget) -> bool:
    """Show what goes out and ask who will see it; whether files may be written."""
    from gui.pages.pitch.send_dialog import SendDialog

    return _ask(SendDialog(session, window))


def _ask(dialog: QDialog) -> bool:
    answer = dialog.exec()
    dialog.deleteLater()
    return bool(answer)
