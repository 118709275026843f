"""How long a scene is on paper: eighths of a page, the measure of every schedule.

Rule: a page is 32 rows of 30 Chinese characters (about a minute on screen); each line of a scene,
its heading included, takes as many rows as it wraps to, two Latin letters for one character. Four
rows are an eighth, rounded to the nearest, and no scene is shorter than one eighth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

ROW = 30
ROWS_PER_EIGHTH = 4


def _rows(line: str) -> int:
    narrow = sum(char.isascii() for char in line)
    width = len(line) - narrow / 2
    return max(1, math.ceil(width / ROW))


def eighths(lines: Iterable[str]) -> int:
    """Eighths of a page that ``lines`` take; at least 1."""
    rows = sum(_rows(text) for line in lines if (text := line.strip()))
    return max(1, round(rows / ROWS_PER_EIGHTH))
