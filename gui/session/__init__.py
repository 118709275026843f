"""The one holder of state between the pages and the actions."""

from __future__ import annotations

from gui.session.places import Session
from gui.session.state import (
    EVERYTHING,
    SHOWN,
    Busy,
    Changes,
    Checked,
    Note,
    Preview,
    Selection,
    State,
    Trial,
)

__all__ = [
    "EVERYTHING",
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
]
