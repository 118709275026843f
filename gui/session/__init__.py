"""The one holder of state between the pages and the actions."""

from __future__ import annotations

from gui.session.places import Session
from gui.session.state import EVERYTHING, Busy, Changes, Note, Selection, State

__all__ = ["EVERYTHING", "Busy", "Changes", "Note", "Selection", "Session", "State"]
