"""Tool tips of words that came in files: Qt lays out as markup whatever looks like it."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """``text`` as a tool tip that shows it as it is written; nothing in it is fetched or run."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<p>{escape(text)}</p>".replace("\n", "<br>")
