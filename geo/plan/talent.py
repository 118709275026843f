"""In which order scenes are shot so that the cast is paid for the fewest days of waiting.

An actor is paid from the first to the last of his scenes; days between on which he has none are
held. The order is built from both ends inwards (Garcia de la Banda, Stuckey & Chu, INFORMS Journal
on Computing 23, 2011): a state is the set of scenes before and the set after, its cost does not
depend on their order, and whoever is on both sides waits through all that is left. A state whose
lower bound reaches the best order known is dropped. Few states are kept at first, then more, until
none had to be left out: the order is then proven.

Dominance: a scene whose cast is exactly who is present may follow at once. Exactly: a scene with
only some of them would do so wrongly, for the others wait during it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.errors import PlanError
from geo.plan.waiting import Film, Floats, Masks, condensed, least, present
from geo.progress import Job, Step

WIDTHS = (100, 3_000, 25_000)
"""Most states kept of one depth, one search after the other."""

CHUNK = 1_000
"""States taken on at once: a fraction of a second, so that a stop is heard."""

MOST = 62
"""Scenes of different casts: a set of them is one 64-bit number."""

EXACT = 2**52
"""Sums stay below this, where floats of 64 bit count whole numbers."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone of the cast: ``cost`` in fen for a unit of time, ``scenes`` by their number."""

    id: str
    cost: int
    scenes: frozenset[int]


@dataclass(frozen=True, slots=True)
class TalentOrder:
    """The best order found, as numbers of scenes; fen. No order holds for less than ``bound``."""

    order: tuple[int, ...]
    hold: int
    total: int
    bound: int
    states: int

    @property
    def proven(self) -> bool:
        """Whether no order is cheaper."""
        return self.bound >= self.hold


class _Layer(NamedTuple):
    """States of one depth: scenes ``before`` and ``after`` (bits) and how they came about.

    ``cost`` is that of the scenes laid, ``bound`` a lower bound of the whole.
    """

    before: Masks
    after: Masks
    cost: Floats
    bound: Floats
    parent: NDArray[np.int64]
    scene: NDArray[np.int64]
    turned: NDArray[np.bool_]

    def take(self, which: NDArray[np.int64] | NDArray[np.bool_]) -> _Layer:
        return _Layer._make(column[which] for column in self)


def hold_cost(order: Sequence[int], durations: Sequence[int], actors: Sequence[Actor]) -> int:
    """Fen paid for waiting when the scenes are shot in ``order``."""
    at = {scene: n for n, scene in enumerate(order)}
    hold = 0
    for actor in actors:
        when = [at[scene] for scene in actor.scenes]
        if when:
            stay = order[min(when) : max(when) + 1]
            waits = sum(durations[scene] for scene in stay if scene not in actor.scenes)
            hold += actor.cost * waits
    return hold


def order_scenes(
    durations: Sequence[int], actors: Sequence[Actor], widths: Sequence[int] = WIDTHS
) -> Job[TalentOrder]:
    """Order the scenes at the least cost of held cast; each Step carries the best order so far.

    ``durations`` in units of time. Raises PlanError (plan_bad_value, plan_too_many_scenes).
    """
    _check(durations, actors)
    film, groups, idle = condensed(durations, [(one.cost, one.scenes) for one in actors])
    if len(film.durations) > MOST:
        raise PlanError("plan_too_many_scenes", count=len(film.durations), most=MOST)
    work = sum(one.cost * durations[scene] for one in actors for scene in one.scenes)

    def told(order: Sequence[int], bound: int, states: int) -> TalentOrder:
        whole = (*idle, *(scene for group in order for scene in groups[group]))
        hold = hold_cost(whole, durations, actors)
        return TalentOrder(whole, hold, work + hold, min(bound, hold), states)

    best, states = told(range(len(groups)), 0, 0), 0
    for width in widths:
        if best.proven:
            break
        order, dropped, seen = yield from _search(film, width, best)
        states += seen
        if order is not None:
            best = told(order, best.bound, states)
        proven = best.hold if dropped >= best.hold else max(best.bound, int(dropped))
        best = replace(best, bound=proven, states=states)
        yield Step("plan_talent", len(groups), len(groups), best)
    return best


def _check(durations: Sequence[int], actors: Sequence[Actor]) -> None:
    if any(length < 0 for length in durations):
        raise PlanError("plan_bad_value", what="scene", about="")
    for actor in actors:
        if actor.cost < 0 or not actor.scenes <= set(range(len(durations))):
            raise PlanError("plan_bad_value", what="actor", about=actor.id)
    if sum(durations) * sum(actor.cost for actor in actors) >= EXACT:
        raise PlanError("plan_bad_value", what="actor", about="")


def _search(film: Film, width: int, best: TalentOrder) -> Job[tuple[list[int] | None, float, int]]:
    """The order below ``best``, the least bound of the states left out, how many were kept.

    No order: there is none among the states kept.
    """
    count = len(film.durations)
    none, zero = np.zeros(1, np.uint64), np.zeros(1, np.int64)
    layer = _Layer(none, none, np.zeros(1), np.zeros(1), zero, zero, zero.astype(bool))
    layers, dropped, seen = [layer], float("inf"), 0
    for depth in range(count):
        parts = []
        for start in range(0, len(layer.cost), CHUNK):
            parts.append(_children(film, layer, start, best.hold))
            yield Step("plan_talent", depth, count, best)
        if not parts:
            return None, dropped, seen
        layer = _distinct(_Layer._make(np.concatenate(one) for one in zip(*parts, strict=True)))
        if len(layer.cost) > width:
            order = np.argsort(layer.bound, kind="stable")
            dropped = min(dropped, float(layer.bound[order[width]]))
            layer = layer.take(order[:width])
        seen += len(layer.cost)
        layers.append(layer)
    if not len(layer.cost):
        return None, dropped, seen
    return _order(layers, int(np.argmin(layer.cost))), dropped, seen


def _children(film: Film, layer: _Layer, start: int, best: int) -> _Layer:
    """Put one more scene behind those before; those that can still be cheaper than ``best``."""
    before, after = layer.before[start : start + CHUNK], layer.after[start : start + CHUNK]
    here = present(film, before)
    free = ((before | after)[:, None] & film.bits) == 0
    other = here @ (1 - film.plays) + (1 - here) @ film.plays
    at_once = free & (other == 0)
    forced = at_once.any(axis=1)
    free[forced] = False
    free[forced, at_once[forced].argmax(axis=1)] = True
    rows, scenes = np.nonzero(free)
    cost = layer.cost[start + rows] + (here @ film.waits.T)[rows, scenes]
    grown, after = before[rows] | film.bits[scenes], after[rows]
    # the ends take turns, and a film and its reverse cost the same: one of the two is enough
    even = np.bitwise_count(grown) == np.bitwise_count(after)
    turned = ~even | (grown > after)
    born = _Layer(
        np.where(turned, after, grown), np.where(turned, grown, after), cost, cost,
        start + rows, scenes, turned,
    )  # fmt: skip
    born = _distinct(born.take(cost < best))
    born = born._replace(bound=born.cost + least(film, born.before, born.after))
    return born.take(born.bound < best)


def _distinct(layer: _Layer) -> _Layer:
    """Of states of the same scenes on either side the cheapest."""
    layer = layer.take(np.lexsort((layer.cost, layer.after, layer.before)))
    fresh = np.ones(len(layer.cost), dtype=bool)
    fresh[1:] = np.diff(layer.before).astype(bool) | np.diff(layer.after).astype(bool)
    return layer.take(fresh)


def _order(layers: Sequence[_Layer], at: int) -> list[int]:
    """Follow the parents of a last state back, then lay the scenes from both ends."""
    moves = []
    for layer in reversed(layers[1:]):
        moves.append((int(layer.scene[at]), bool(layer.turned[at])))
        at = int(layer.parent[at])
    front: list[int] = []
    back: list[int] = []
    for scene, turned in reversed(moves):
        front.append(scene)
        if turned:
            front, back = back, front
    return front + back[::-1]
