"""Doors to the dialogs of the plan; each dialog is loaded when it is wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from gui.session import Session


def open_booking(session: Session, window: QWidget, set_id: str, site_id: str) -> None:
    """谈到哪一步: how far a site is agreed for a set."""
    from gui.pages.plan.booking_dialog import BookingDialog

    _ask(BookingDialog(session, set_id, site_id, window))


def open_wishes(session: Session, window: QWidget) -> None:
    """排期要求: what is asked of a plan."""
    from gui.pages.plan.wishes_dialog import PlanWishesDialog

    _ask(PlanWishesDialog(session, window))


def open_due(session: Session, window: QWidget) -> None:
    """今天要办的: what falls due."""
    from gui.pages.plan.due_dialog import DueDialog

    _ask(DueDialog(session, window))


def open_site_words(session: Session, window: QWidget) -> None:
    """联系和医院: what the call sheet says of each site."""
    from gui.pages.plan.site_words_dialog import SiteWordsDialog

    _ask(SiteWordsDialog(session, window))


def _ask(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
