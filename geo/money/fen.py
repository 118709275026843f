"""Money in whole fen: exact sums, and rates as the fractions that were written."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import floor

FEN = 100


@lru_cache(maxsize=4096)
def exact(number: float) -> Fraction:
    """The number as the decimal it is written as: 0.1 is one tenth, not its binary neighbour."""
    return Fraction(repr(float(number)))


def to_fen(cny: float) -> int:
    """Yuan as whole fen, half a fen rounded up. The number must be finite."""
    return floor(exact(cny) * FEN + Fraction(1, 2))


def to_cny(fen: int) -> float:
    """Fen as yuan: the float nearest to the exact decimal."""
    return fen / FEN


def part_of(fen: int, rate: float) -> int:
    """``rate`` of a sum, rounded down to the fen."""
    return floor(fen * exact(rate))
