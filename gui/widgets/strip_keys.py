"""The keys of a strip board: which block is next, and where Alt carries one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.texts.strips import Board, BoardBlock, BoardDay, Drop

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def stepped(board: Board, here: BoardBlock | None, key: Qt.Key) -> BoardBlock | None:
    """The block that an arrow, Home or End leads to; None where the key leads nowhere."""
    if key not in (*_SIDEWAYS, *_UPRIGHT, Qt.Key.Key_Home, Qt.Key.Key_End):
        return None
    if here is None or here not in board.blocks:
        return next(iter(board.blocks), None)
    day = _day(board, here.day)
    if key in _SIDEWAYS:
        return _beside(board, here, _SIDEWAYS[key])
    if key in _UPRIGHT:
        at = day.blocks.index(here) + _UPRIGHT[key]
        return day.blocks[at] if 0 <= at < len(day.blocks) else here
    return day.blocks[0 if key == Qt.Key.Key_Home else -1]


def _day(board: Board, number: int) -> BoardDay:
    return next(day for day in board.days if day.day == number)


def _beside(board: Board, here: BoardBlock, step: int) -> BoardBlock:
    """The block nearest in time on the next day with work."""
    days = [day for day in board.days if day.blocks]
    at = [day.day for day in days].index(here.day) + step
    if not 0 <= at < len(days):
        return here
    return min(days[at].blocks, key=lambda one: abs(one.start - here.start))


def nudged(board: Board, here: BoardBlock, key: Qt.Key) -> Drop | None:
    """Where Alt and an arrow carry a block: earlier, later, the day before, the day after."""
    if here not in board.blocks:
        return None
    day = _day(board, here.day)
    if key in _UPRIGHT:
        at = here.at - 1 if key == Qt.Key.Key_Up else here.at + 2
        return Drop(here, here.day, at) if 0 <= at <= day.entries else None
    if key not in _SIDEWAYS:
        return None
    at = board.days.index(day) + _SIDEWAYS[key]
    if 0 <= at < len(board.days):
        other = board.days[at]
        later = (one.at for one in other.blocks if one.start >= here.start)
        return Drop(here, other.day, next(later, other.entries))
    if at == len(board.days) and board.next_day is not None:
        return Drop(here, board.next_day, 0)
    return None
