"""The eight things a reader can say a line is, and their keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from geo.model import Tag

CHOICES = (
    Tag.HEADING,
    Tag.ACTION,
    Tag.CAST,
    Tag.SPEAKER,
    Tag.DIALOGUE,
    Tag.CARD,
    Tag.SKIP,
    Tag.EPISODE,
)
TAG_OF_KEY: dict[int, Tag] = {Qt.Key.Key_1 + at: tag for at, tag in enumerate(CHOICES)}
