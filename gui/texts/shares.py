"""How firm a row's place is, as plain values: shares of the weightings, and ranks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.model import Defence, Robustness

# shares by column of the board
Column = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class RowShares:
    """Shares (0 to 1) of the weightings in which a row is first, or in the first 3.

    ``known`` are the same two with every figure taken as counted. ``ranks``: best and worst rank
    that open figures leave under the present weights. None where nobody has reckoned them.
    """

    first: float
    top3: float
    known: tuple[float, float] | None = None
    ranks: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """The same of a whole list, by column of its board: arrays (N,), ranks (2, N)."""

    first: Column
    top3: Column
    known: tuple[Column, Column] | None = None
    ranks: NDArray[np.intp] | None = None

    def __len__(self) -> int:
        return len(self.first)

    def row(self, column: int) -> RowShares:
        """What is known of one column."""
        known, ranks = None, None
        if self.known is not None:
            known = float(self.known[0][column]), float(self.known[1][column])
        if self.ranks is not None and self.ranks[0, column]:
            ranks = int(self.ranks[0, column]), int(self.ranks[1, column])
        return RowShares(float(self.first[column]), float(self.top3[column]), known, ranks)


def site_shares(defence: Defence | None) -> Shares | None:
    """How firm the places stand, None while nobody knows."""
    if defence is None:
        return None
    firm, known = defence.robustness, defence.as_known
    return Shares(firm.first, firm.top3, (known.first, known.top3), defence.ranks)


def city_shares(defence: Defence | None) -> Shares | None:
    """How firm the cities stand, None while nobody knows."""
    firm: Robustness | None = defence.cities if defence is not None else None
    return None if firm is None else Shares(firm.first, firm.top3)
