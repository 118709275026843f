"""The page 推介: the pack for a crew, and the bureau's own desk."""

from __future__ import annotations

from gui.pages.pitch.page import PitchPage

__all__ = ["PitchPage"]
