"""Words put side by side for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable


def aloud(parts: Iterable[str], lang: str) -> str:
    """The parts that say anything, with the comma of the language between them."""
    return (", " if lang == "en" else "，").join(part for part in parts if part)
