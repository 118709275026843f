"""The page on how firm the ranking is (比选)."""

from __future__ import annotations

from gui.pages.defend.page import DefendPage

__all__ = ["DefendPage"]
