"""Sums of money as sentences tell them: rounded to the side on which the sentence stays true."""

from __future__ import annotations

import math

ROUND, LARGE = 100, 10_000
"""Money is told to the hundred, from 10,000 on to the thousand, as sentences show it."""


def at_least(amount: float, most: float | None = None) -> float:
    """The round sum from which on what holds above ``amount`` holds; never beyond ``most``."""
    step = _step(amount)
    told = float(math.ceil(amount / step) * step)
    return told if most is None else min(told, most)


def at_most(amount: float) -> int:
    """The round sum up to which what holds below ``amount`` holds."""
    step = _step(amount)
    return math.floor(amount / step) * step


def _step(amount: float) -> int:
    return ROUND if amount < LARGE else LARGE // 10
