"""The script page and its parts."""

from __future__ import annotations

from gui.pages.script.page import ScriptPage

__all__ = ["ScriptPage"]
