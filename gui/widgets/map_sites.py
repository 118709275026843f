"""The places on the map as columns, sorted so that a view is found without looking at each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.model import Kind
from gui.widgets.map_camera import Bounds, Camera, to_world

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

KINDS: tuple[Kind, ...] = (Kind.BASE, Kind.ICH, Kind.SCENIC, Kind.COMMUNITY)
UNRANKED = 1 << 30


class SiteSet:
    """Sites by column, in order of x. A kind is its place in ``KINDS``."""

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
        order = np.argsort(x, kind="stable")
        self.x: FloatArray = x[order]
        self.y: FloatArray = y[order]
        self.kind: IntArray = np.asarray(kinds, dtype=np.int64).reshape(-1)[order]
        full = np.ones(count, dtype=bool) if sourced is None else np.asarray(sourced, dtype=bool)
        self.sourced: BoolArray = full[order]
        doubt = np.zeros(count) if uncertainty_m is None else np.asarray(uncertainty_m, np.float64)
        self.uncertainty: FloatArray = doubt[order]
        places = order.tolist()
        self.ids: list[str] = [ids[i] for i in places]
        self.names: list[str] = [names[i] for i in places]
        self.districts: list[str] = [districts[i] for i in places] if districts else [""] * count
        self.row: dict[str, int] = {one: at for at, one in enumerate(self.ids)}
        self._given: IntArray = order.astype(np.int64)
        self.rank: IntArray = self._given
        self.served: BoolArray = np.ones(count, dtype=bool)
        self.ranked = False

    def __len__(self) -> int:
        return len(self.ids)

    def set_ranks(self, ranks: Mapping[str, int] | None) -> None:
        """Order by ``ranks`` (1 is best); sites without one serve nothing. None: no ranking."""
        if ranks is None:
            self.rank = self._given
            self.served = np.ones(len(self), dtype=bool)
        else:
            found = [ranks.get(one, UNRANKED) for one in self.ids]
            self.rank = np.array(found, dtype=np.int64)
            self.served = self.rank < UNRANKED
        self.ranked = ranks is not None

    def within(self, view: Bounds, kinds: frozenset[Kind]) -> IntArray:
        """Rows inside the world rectangle and of these kinds."""
        left, top, right, bottom = view
        low = int(np.searchsorted(self.x, left, side="left"))
        high = int(np.searchsorted(self.x, right, side="right"))
        y = self.y[low:high]
        keep = (y >= top) & (y <= bottom)
        if len(kinds) < len(KINDS):
            shown = np.array([kind in kinds for kind in KINDS])
            keep &= shown[self.kind[low:high]]
        return np.flatnonzero(keep) + low

    def pixels(self, rows: IntArray, camera: Camera) -> tuple[FloatArray, FloatArray]:
        """Where the rows lie in the view."""
        scale = camera.scale
        return self.x[rows] * scale - camera.left, self.y[rows] * scale - camera.top
