"""A function of money given piece by piece: straight lines between cuts, found by asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

Paid: TypeAlias = Callable[[int], int]
# awards are rounded down to the fen one by one, so their sum strays this far from a line
ROUNDED = 3
_DEPTH = 16
# parts of a piece, of eleven, at which a line is looked at
_BETWEEN = (3, 8)


class Piece(NamedTuple):
    """From ``start`` to just before ``end`` the line runs from ``low`` to ``high``."""

    start: int
    end: int
    low: int
    high: int


def pieces(paid: Paid, cuts: Sequence[int]) -> list[Piece]:
    """The pieces of ``paid`` from the first to the last of ``cuts``.

    A jump must lie at a cut; a bend is found wherever it is. Where too many bends lie close
    together, a piece is no line but bounded by its ends.
    """
    found: list[Piece] = []
    for start, end in pairwise(cuts):
        for piece in _split(paid, start, end, _DEPTH):
            if found and _goes_on(paid, found[-1], piece):
                last = found.pop()
                piece = Piece(last.start, piece.end, last.low, piece.high)
            found.append(piece)
    return found


def samples(cuts: Sequence[int]) -> Iterator[int]:
    """Where two functions with these cuts are compared."""
    for start, end in pairwise(cuts):
        yield start
        yield from (start + (end - 1 - start) * part // 11 for part in _BETWEEN)
        yield end - 1


def _split(paid: Paid, start: int, end: int, depth: int) -> Iterator[Piece]:
    piece = Piece(start, end, paid(start), paid(end - 1))
    if end - start <= 2 or depth == 0 or is_straight(paid, piece):
        yield piece
        return
    middle = _bend(paid, piece)
    yield from _split(paid, start, middle, depth - 1)
    yield from _split(paid, middle, end, depth - 1)


def is_straight(paid: Paid, piece: Piece) -> bool:
    """Whether the function runs on the line between the ends of ``piece``."""
    last = piece.end - 1
    return all(
        abs(paid(at) - _on_line(piece, at)) <= ROUNDED
        for at in (piece.start + (last - piece.start) * part // 11 for part in _BETWEEN)
    )


def _on_line(piece: Piece, at: int) -> float:
    run = max(1, piece.end - 1 - piece.start)
    return piece.low + (piece.high - piece.low) * (at - piece.start) / run


def _bend(paid: Paid, piece: Piece) -> int:
    """Where the lines at both ends meet; the middle where they do not."""
    last, middle = piece.end - 1, (piece.start + piece.end) // 2
    step = max(1, (last - piece.start) // 64)
    left = (paid(piece.start + step) - piece.low) / step
    right = (piece.high - paid(last - step)) / step
    if left == right:
        return middle
    run = last - piece.start
    meet = piece.start + round((piece.high - piece.low - right * run) / (left - right))
    return meet if piece.start + step < meet < last - step else middle


def _goes_on(paid: Paid, one: Piece, two: Piece) -> bool:
    """Whether ``two`` is the same line as ``one``, without a jump between them."""
    whole = Piece(one.start, two.end, one.low, two.high)
    ends = ((one.end - 1, one.high), (two.start, two.low))
    on = all(abs(value - _on_line(whole, at)) <= ROUNDED for at, value in ends)
    return on and is_straight(paid, whole)
