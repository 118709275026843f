"""The shortest way through a few places, without coming back to where it began."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

EXACT = 11
"""Up to so many places every order is weighed (Held and Karp); of more a good one is mended."""


def shortest_tour(far: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """Numbers of the places in the order of the shortest open way; ``far`` is minutes between.

    Of two ways as short the one that begins with the lower number.
    """
    count = len(far)
    if count < 2:
        return tuple(range(count))
    order = _exact(far) if count <= EXACT else _mended(far)
    return order if order[0] < order[-1] else order[::-1]


def length(far: Sequence[Sequence[float]], order: Sequence[int]) -> float:
    """Minutes of the way."""
    return sum(far[one][two] for one, two in pairwise(order))


def _exact(far: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """Held and Karp: the best way over each set of places that ends at each of them."""
    count = len(far)
    best: dict[tuple[int, int], tuple[float, int]] = {(1 << n, n): (0.0, -1) for n in range(count)}
    for reached in range(1, 1 << count):
        for last in range(count):
            if (reached, last) not in best:
                continue
            so_far = best[reached, last][0]
            for new in range(count):
                if reached >> new & 1:
                    continue
                key = reached | 1 << new, new
                found = so_far + far[last][new]
                if key not in best or found < best[key][0]:
                    best[key] = found, last
    reached = (1 << count) - 1
    last = min(range(count), key=lambda one: best[reached, one][0])
    order = []
    while last >= 0:
        order.append(last)
        before = best[reached, last][1]
        reached ^= 1 << last
        last = before
    return tuple(order)


def _mended(far: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """The nearest next one, then pieces turned round as long as that helps (2-opt)."""
    count = len(far)
    order, left = [0], set(range(1, count))
    while left:
        nearest = min(left, key=lambda one: (far[order[-1]][one], one))
        order.append(nearest)
        left.remove(nearest)
    better = True
    while better:
        better = False
        for one in range(count - 1):
            for two in range(one + 1, count):
                turned = [*order[:one], *order[one : two + 1][::-1], *order[two + 1 :]]
                if length(far, turned) < length(far, order) - 1e-9:
                    order, better = turned, True
    return tuple(order)
