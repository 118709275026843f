"""The strip board as plain values: what is drawn, what is written, what is said aloud."""

from __future__ import annotations

from dataclasses import dataclass

from geo.model import Kind, StripKind, SunTimes
from gui.texts.numbers import NumberLook

DAY_MINUTES = 1440
NOWHERE = -1
JOIN = " · "
"""Stands between the words of ``BoardBlock.under``."""


def clock(minutes: int) -> str:
    """Minutes from midnight as 6:05; the hours after midnight begin again at 0."""
    hours, rest = divmod(minutes % DAY_MINUTES, 60)
    return f"{hours}:{rest:02d}"


@dataclass(frozen=True, slots=True)
class BoardBlock:
    """A block of work. ``day`` and ``at``: which entry of the arrangement it is.

    One that lies on no day has ``day`` NOWHERE.

    ``place`` is written over a run of blocks with the same ``group`` (a site, or the base whose
    child sets follow one another); ``under`` is the second line, ``count`` stands at its right.
    """

    day: int
    at: int
    strip_id: str
    set_id: str
    site_id: str
    name: str
    kind: StripKind
    start: int
    end: int
    count: str
    under: str
    place: str
    group: str
    place_kind: Kind | None
    locked: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class BoardMove:
    """A way between two blocks, or to the first and from the last. ``short`` where room is."""

    text: str
    leave: int
    minutes: int
    short: str = ""


@dataclass(frozen=True, slots=True)
class BoardDay:
    """A column. ``tone`` err or warn colours ``trouble``, the first of ``troubles``."""

    day: int
    title: str
    date: str
    sun: SunTimes
    where: str
    blocks: tuple[BoardBlock, ...] = ()
    moves: tuple[BoardMove, ...] = ()
    hotel: str = ""
    cost: NumberLook | None = None
    reached: str = ""
    trouble: str = ""
    troubles: int = 0
    tone: str = ""
    tip: str = ""
    foot_tip: str = ""
    spoken: str = ""

    @property
    def entries(self) -> int:
        """How many entries of the arrangement the day has."""
        return max((block.at + 1 for block in self.blocks), default=0)


@dataclass(frozen=True, slots=True)
class Board:
    """All columns. ``next_day``: the number and words of a day that may be added (drop there)."""

    days: tuple[BoardDay, ...] = ()
    next_day: int | None = None

    @property
    def blocks(self) -> tuple[BoardBlock, ...]:
        """All blocks, day by day."""
        return tuple(block for day in self.days for block in day.blocks)


@dataclass(frozen=True, slots=True)
class Drop:
    """A block let go, or held, over a day: before the ``at``-th entry there.

    ``site_id``: over the name of a place, which is where it then goes.
    """

    block: BoardBlock
    to_day: int
    at: int
    site_id: str = ""

    @property
    def changes(self) -> bool:
        """Whether anything would be laid otherwise."""
        if self.to_day != self.block.day or self.site_id:
            return True
        return self.at not in (self.block.at, self.block.at + 1)
