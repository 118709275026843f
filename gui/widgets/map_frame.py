"""What one painting of the map put where."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from gui.widgets.map_camera import Camera
from gui.widgets.map_clusters import Groups
from gui.widgets.map_labels import Placed

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]


@dataclass(slots=True)
class Frame:
    """What the last painting put where, in pixels of its camera."""

    camera: Camera
    rows: IntArray
    groups: Groups
    x: FloatArray
    y: FloatArray
    faint: IntArray
    labels: list[Placed] = field(default_factory=list)
    card: QRectF | None = None

    @property
    def shown(self) -> int:
        """How many sites the view holds."""
        inside = (self.x >= 0) & (self.x <= self.camera.width)
        inside &= (self.y >= 0) & (self.y <= self.camera.height)
        return int(self.groups.count[inside].sum())
