"""How a text points at the list of sources at the end."""

from __future__ import annotations

from collections.abc import Sequence


def cited(text: str, numbers: Sequence[int]) -> str:
    """A text with the numbers of its sources behind it: [1][4]."""
    marks = "".join(f"[{one}]" for one in numbers)
    return f"{text} {marks}".strip()
