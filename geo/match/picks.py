"""The best that every site offers every scene: need, scene type and fit, as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.match.parts import Side
from geo.match.permits import Bears, PermitSheet
from geo.match.rules import Rules
from geo.match.supply import INSIDE, LEAST, MOST, OUTSIDE, UNKNOWN, Supply
from geo.model import FloatArray, IntExt, Need, PermitRule, Scene

SURE = 0.5
"""From this confidence a need was read; below it was guessed or only mentioned."""


@dataclass(frozen=True, slots=True)
class Picks:
    """Per site (row) and scene (column): fit, the need served, the scene type that serves it."""

    fit: FloatArray
    need: NDArray[np.int16]
    slot: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Fitting:
    """All that a fit is made of; ``rows`` are those of ``sides`` that ``offers`` stand for.

    Where ``worst`` (a flag for each row), what nobody knows of ``sides`` is taken for the worse.
    """

    offers: Supply
    scenes: Sequence[Scene]
    sheet: PermitSheet
    blocking: Mapping[int, PermitRule]
    sides: Sequence[Side[Any]]
    rules: Rules
    rows: NDArray[np.intp] | None = None
    worst: NDArray[np.bool_] | None = None

    def picks(self) -> Picks:
        """Best fit per site and scene."""
        shape = (self.offers.count, len(self.scenes))
        picks = Picks(
            np.zeros(shape, np.float32), np.zeros(shape, np.int16), np.zeros(shape, np.int16)
        )
        known: dict[tuple[IntExt, tuple[int, ...]], tuple[FloatArray, NDArray[np.int16]]] = {}
        for column, scene in enumerate(self.scenes):
            asked = scene.int_ext or IntExt.BOTH
            hit = tuple(n for n in self.blocking if self.sheet.on_scenes[n, column] == Bears.YES)
            if (asked, hit) not in known:
                bars = {number: self.blocking[number] for number in hit}
                known[asked, hit] = self.offers.best(asked, self.sheet, bars)
            self._pick(picks, column, *known[asked, hit])
        return picks

    def _pick(
        self, picks: Picks, column: int, quality: FloatArray, slots: NDArray[np.int16]
    ) -> None:
        """Fill in one scene: the need served best, then the parts around it."""
        scene, combine = self.scenes[column], self.rules.parts.combine
        best = np.zeros(self.offers.count, np.float32)
        for number, weight in _asked(scene):
            code = self.offers.asked.get(scene.needs[number].scene_type)
            if code is None:
                continue
            worth = combine(quality[:, code], np.float32(weight))
            better = worth > best
            best[better] = worth[better]
            picks.need[better, column] = number
            picks.slot[better, column] = slots[better, code]
        for side in self.sides:
            factors = self._factors(side, column)
            if factors is not None:
                best = combine(best, factors)
        best[best < self.rules.least] = 0
        picks.fit[:, column] = best

    def _factors(self, side: Side[Any], column: int) -> FloatArray | None:
        factors = side.column(column)
        if factors is None or self.rows is None:
            return factors
        here = factors[self.rows]
        low = side.column(column, worst=True)
        if self.worst is not None and low is not None:
            here[self.worst] = low[self.rows[self.worst]]
        return here

    def among(self, rows: NDArray[np.intp]) -> Fitting:
        """The same for the sites ``rows`` (ascending)."""
        offers = self.offers.stacked([(rows, UNKNOWN)])
        return replace(self, offers=offers, sheet=self.sheet.of_sites(rows), rows=rows)

    def ends(self, picks: Picks) -> tuple[FloatArray, FloatArray]:
        """Mean fit (sites,) were all that nobody knows the worse, and the better.

        With one scene type that nobody has looked into both ends are reached: it is inside or
        outside for every scene alike. With several each scene takes what serves it least or most,
        so that the ends hold, but no answer need reach them.
        """
        count = self.offers.open_slots()
        every = np.arange(self.offers.count)
        one, several = every[count == 1], every[count > 1]
        low = ((every, UNKNOWN), (one, INSIDE), (one, OUTSIDE), (several, LEAST))
        high = ((one, INSIDE), (one, OUTSIDE), (several, MOST))
        blocks = (*low, *high)
        rows = np.concatenate([some for some, _ in blocks])
        lows = sum(len(some) for some, _ in low)
        stack = replace(
            self,
            offers=self.offers.stacked(blocks),
            sheet=self.sheet.of_sites(rows),
            rows=rows,
            worst=np.arange(len(rows)) < lows,
        )
        means, now = mean_fit(stack.picks().fit), mean_fit(picks.fit)
        least, most = now.copy(), now.copy()
        np.minimum.at(least, rows[:lows], means[:lows])
        np.maximum.at(most, rows[lows:], means[lows:])
        return least, most


def mean_fit(fit: FloatArray) -> FloatArray:
    """Mean over the scenes (columns) for each site; 0 without scenes."""
    if not fit.shape[1]:
        return np.zeros(len(fit), np.float32)
    mean: FloatArray = fit.mean(axis=1)
    return mean


def weight_of(scene: Scene, need: Need) -> float:
    """How sure a need is against the surest of its scene, 0 to 1."""
    return need.confidence / max(SURE, *(each.confidence for each in scene.needs))


def _asked(scene: Scene) -> list[tuple[int, float]]:
    """The needs a place may serve the scene by: their numbers and weights, 0 to 1.

    The sure ones, against the surest; a garden that the action merely mentions does not make a
    garden serve a ward. Where the reader only guessed, its guesses count, discounted.
    """
    sure = [number for number, need in enumerate(scene.needs) if need.confidence >= SURE]
    numbers = sure or range(len(scene.needs))
    return [(number, weight_of(scene, scene.needs[number])) for number in numbers]
