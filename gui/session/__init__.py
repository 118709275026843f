"""The one holder of state between the pages and the actions."""

from __future__ import annotations

from gui.session.finding import without
from gui.session.places import Session
from gui.session.state import (
    EVERYTHING,
    OFFERS,
    SHOWN,
    Busy,
    Changes,
    Checked,
    Note,
    Preview,
    Selection,
    State,
    Trial,
    Wider,
)

__all__ = [
    "EVERYTHING",
    "OFFERS",
    "SHOWN",
    "Busy",
    "Changes",
    "Checked",
    "Note",
    "Preview",
    "Selection",
    "Session",
    "State",
    "Trial",
    "Wider",
    "without",
]
