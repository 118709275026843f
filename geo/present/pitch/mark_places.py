"""Where marks stand on a sketch, so that none covers another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

ROOM = 0.16  # between two marks, of the height, where there are few
EDGE = 0.12
ROUNDS = 200
MOVED = 0.012


def apart(places: Sequence[Point], ratio: float) -> tuple[list[Point], bool]:
    """Push marks apart that would touch; whether any had to move.

    Points are 0 to 1; ``ratio`` is width by height. Directions between far places stay true.
    """
    spots = [[x * ratio, y] for x, y in places]
    room = min(ROOM, 0.8 * math.sqrt(ratio / max(1, len(spots))) / 2)
    for _ in range(ROUNDS):
        if not _pushed(spots, room):
            break
        for spot in spots:
            spot[0] = min(max(spot[0], EDGE), ratio - EDGE)
            spot[1] = min(max(spot[1], EDGE), 1 - EDGE)
    shown = [(x / ratio, y) for x, y in spots]
    moved = any(math.dist(one, two) > MOVED for one, two in zip(places, shown, strict=True))
    return shown, moved


def _pushed(spots: list[list[float]], room: float) -> bool:
    """Push every pair that is too close half of the way each; whether there was any."""
    found = False
    for i, one in enumerate(spots):
        for two in spots[:i]:
            dx, dy = one[0] - two[0], one[1] - two[1]
            way = math.hypot(dx, dy)
            if way >= room * 0.98:
                continue
            found = True
            if way < 1e-6:  # the same point: each leaves in a direction of its own
                dx, dy, way = math.cos(i * 2.4), math.sin(i * 2.4), 1.0
                step = room / 2
            else:
                step = (room - way) / 2
            one[0] += dx / way * step
            one[1] += dy / way * step
            two[0] -= dx / way * step
            two[1] -= dy / way * step
    return found
