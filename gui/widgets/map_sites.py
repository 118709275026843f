"""The places on the map as columns, indexed so that a view is found without looking at each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.model import Kind
from gui.widgets.map_camera import Bounds, Camera, to_world

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

KINDS: tuple[Kind, ...] = (Kind.BASE, Kind.ICH, Kind.SCENIC, Kind.COMMUNITY)
UNRANKED = float("inf")
NAMED = 40
"""So many sites, the first by rank, are named even where they stand in a group."""


class SiteSet:
    """Sites by column, in rows as they were given. A kind is its place in ``KINDS``."""

    def __init__(
        self,
        ids: Sequence[str] = (),
        lats: ArrayLike = (),
        lons: ArrayLike = (),
        kinds: ArrayLike = (),
        names: Sequence[str] = (),
        sourced: ArrayLike | None = None,
        uncertainty_m: ArrayLike | None = None,
        districts: Sequence[str] = (),
    ) -> None:
        x, y = to_world(np.asarray(lons, dtype=np.float64), np.asarray(lats, dtype=np.float64))
        count = len(ids)
        if not count == len(x) == len(y) == len(names):
            raise ValueError("columns of sites differ in length")
        self.x: FloatArray = x
        self.y: FloatArray = y
        # the rows from west to east, and where each of them lies
        self._eastward: IntArray = np.argsort(x, kind="stable").astype(np.int64)
        self._east: FloatArray = x[self._eastward]
        self.kind: IntArray = np.asarray(kinds, dtype=np.int64).reshape(-1)
        full = np.ones(count, dtype=bool) if sourced is None else np.asarray(sourced, dtype=bool)
        self.sourced: BoolArray = full
        doubt = np.zeros(count) if uncertainty_m is None else np.asarray(uncertainty_m, np.float64)
        self.uncertainty: FloatArray = doubt
        self.ids, self.names = ids, names
        self.districts = districts or [""] * count
        self.rank: FloatArray = np.arange(count, dtype=np.float64)
        self.named_to = -UNRANKED
        self.served: BoolArray = np.ones(count, dtype=bool)
        self.only: BoolArray | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def row(self) -> Mapping[str, int]:
        """The row of each id."""
        return {one: row for row, one in enumerate(self.ids)}

    def set_ranks(self, ranks: ArrayLike | None) -> bool:
        """Order by ``ranks``, one for each row; True if others serve now.

        Any numbers will do, less is better; UNRANKED serves nothing. None: no ranking.
        """
        before = self.served
        if ranks is None:
            self.rank = np.arange(len(self), dtype=np.float64)
            self.named_to = -UNRANKED
        else:
            self.rank = np.asarray(ranks, np.float64)
            last = min(NAMED, len(self)) - 1
            self.named_to = float(np.partition(self.rank, last)[last]) if len(self) else 0.0
        self.served = self.rank < UNRANKED
        return not np.array_equal(before, self.served)

    def set_only(self, ids: Collection[str] | None) -> None:
        """Show only ``ids``, each as a mark of its own weight; None shows all."""
        if ids is None:
            self.only = None
            return
        self.only = np.zeros(len(self), dtype=bool)
        self.only[[row for row in map(self.row.get, ids) if row is not None]] = True

    def within(self, view: Bounds, kinds: frozenset[Kind]) -> IntArray:
        """Rows inside the world rectangle and of these kinds."""
        left, top, right, bottom = view
        low = int(np.searchsorted(self._east, left, side="left"))
        high = int(np.searchsorted(self._east, right, side="right"))
        rows = self._eastward[low:high]
        y = self.y[rows]
        keep = (y >= top) & (y <= bottom)
        if len(kinds) < len(KINDS):
            shown = np.array([kind in kinds for kind in KINDS])
            keep &= shown[self.kind[rows]]
        if self.only is not None:
            keep &= self.only[rows]
        return rows[keep]

    def pixels(self, rows: IntArray, camera: Camera) -> tuple[FloatArray, FloatArray]:
        """Where the rows lie in the view."""
        scale = camera.scale
        return self.x[rows] * scale - camera.left, self.y[rows] * scale - camera.top
