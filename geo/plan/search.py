"""The search: parts of all plans, each with a proven bound; the cheapest bound is opened first.

A part is solved with fractions allowed, cuts and all, and split where that is torn (``branch``).
Now and then one is followed down to whole numbers, so that good plans are found early.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import count
from math import floor
from time import monotonic

import numpy as np

from geo.plan.branch import Node, Splitter
from geo.plan.costing import costed
from geo.plan.cuts import Cuts
from geo.plan.engine import Answer, End, Engine
from geo.plan.model import FEN, FloatArray, Model, part
from geo.plan.problem import Plan, Problem, Status
from geo.plan.tour import MOST_CITIES, Tours

PROOF = 3e-4
"""Two plans nearer than this (thousand yuan) are one: 30 fen."""

_ROUNDS = 20
"""Rounds of cuts for one solution at most."""

_WORTH = 0.03
"""Share of what a node still lacks that a round of cuts must bring for another one."""

_PLUNGE = 6
"""Nodes opened before the first one is followed down to a plan; then three times as many."""

_LOOKS = 3
"""Cities followed down for a plan to begin with."""

_TRIED = 8
"""Places whose two sides are tried before one of them is split."""

_FAR = float("inf")
_DEAD = 1e3
"""What a side without a plan is taken to bring (thousand yuan) while none is known elsewhere."""

Beats = Generator[None, None, None]


@dataclass(frozen=True, slots=True)
class _Open:
    """A node with its bound (thousand yuan, tour and all) and the order it came in."""

    bound: float
    ticket: int
    node: Node

    def __lt__(self, other: _Open) -> bool:
        return (self.bound, self.ticket) < (other.bound, other.ticket)


class Search:
    """One search for the cheapest plan; ``run`` beats while it goes on and may be left anywhere.

    ``work`` is counted in steps of the simplex, ``opened`` in nodes.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        deadline: float | None = None,
        work_limit: int | None = None,
        any_plan: bool = False,
    ) -> None:
        """``any_plan``: the first plan is enough (is there one at all?)."""
        self.problem = problem
        self.tours = Tours(problem.legs)
        self.model = Model(problem)
        self.plan: Plan | None = None
        self.bound = -_FAR
        self.opened = self.work = 0
        self.stopped = False
        self._cuts = Cuts(self.model)
        self._splitter = Splitter(self.model)
        self._deadline = deadline
        self._work_limit = work_limit
        self._any_plan = any_plan
        self._open: list[_Open] = []
        self._ticket = count()
        self._tried: set[tuple[int | None, ...]] = set()
        self._engines: dict[frozenset[int] | None, Engine] = {}
        self._served = frozenset(problem.places[n].city for n in self.model.kept)

    @property
    def most(self) -> float:
        """Cost of the best plan (thousand yuan)."""
        return _FAR if self.plan is None or self.plan.net is None else self.plan.net / FEN

    def run(self) -> Beats:
        """Search until proven or stopped; beats whenever something can be looked at."""
        problem = self.problem
        insisted = problem.must_use | set(problem.locks.values())
        asked = {n for n, place in enumerate(problem.places) if place.id in insisted}
        if self._served and asked <= self.model.opened.keys():
            sure = frozenset(problem.places[n].city for n in asked)
            yield from self._follow(self._at(-_FAR, Node(sure, self._served)), deep=False)
            self.bound = max(self.bound, min((one.bound for one in self._open), default=self.most))
            yield from self._look_around(sure)
        plunge = _PLUNGE
        while self._open and not self.stopped:
            self.bound = max(self.bound, min(self._open[0].bound, self.most))
            if self.settled() or self._open[0].node.stuck:
                break
            deep = self.opened >= plunge
            yield from self._follow(heappop(self._open), deep=deep)
            if deep:
                plunge = 3 * self.opened
        if not self._open:
            self.bound = max(self.bound, self.most)

    def _look_around(self, sure: frozenset[int]) -> Beats:
        """Look for a good plan in one city, and in two with that one, before all is opened."""
        base = sure
        for _ in range(2):
            found = []
            for city in sorted(self._served - base):
                cities = base | {city}
                at = yield from self._relax(-_FAR, Node(cities, cities))
                if at is not None and at.node.x is not None:
                    found.append(at)
            if not found or self.stopped:
                return
            for best in sorted(found)[:_LOOKS]:
                if best.bound < self.most - PROOF:
                    yield from self._follow(best, deep=True, keep=False)
            base = min(found).node.sure

    def settled(self) -> bool:
        """Whether nothing cheaper than the best plan can be left."""
        return not self._open or self._open[0].bound >= self.most - PROOF

    def _spent(self) -> bool:
        late = self._deadline is not None and monotonic() > self._deadline
        worked = self._work_limit is not None and self.work >= self._work_limit
        return self.stopped or late or worked or (self._any_plan and self.plan is not None)

    def _push(self, bound: float, node: Node) -> None:
        if bound < self.most - PROOF:
            heappush(self._open, _Open(bound, next(self._ticket), node))

    def _follow(self, first: _Open, *, deep: bool, keep: bool = True) -> Beats:
        """Open a node; ``deep``: then the cheapest of its children, and so on.

        The other children are put with what is open, unless they are not to be kept.
        """
        at: _Open | None = first
        while at is not None:
            if self._spent():
                if keep:
                    heappush(self._open, at)
                self.stopped = True
                return
            children = yield from self._children(at)
            self.opened += 1
            yield
            at = None
            for child in sorted(children):
                if deep and at is None and child.bound < self.most - PROOF:
                    at = child
                elif keep:
                    self._push(child.bound, child.node)

    def _children(self, at: _Open) -> Generator[None, None, list[_Open]]:
        """Split a node and solve what it is split into."""
        parts = [at.node]
        if at.node.x is not None:
            parts = self._splitter.split(at.node) or (yield from self._places(at))
        found = []
        for node in parts:
            child = yield from self._relax(at.bound, node)
            if child is not None:
                found.append(child)
        return found

    def _tour(self, node: Node) -> float:
        if not node.exact:
            return self.tours.least(node.sure) / FEN
        return self.tours.over(node.sure).cost / FEN

    def _engine(self, node: Node) -> Engine:
        """Engines of few cities are small, but there are many: one for each set that is decided."""
        key = node.sure if node.exact else None
        if key not in self._engines:
            given = part(self.model, self._served)
            if key is not None:
                given = part(self.model, key, self._road(key))
            self._engines[key] = Engine(given, self._deadline)
        return self._engines[key]

    def _decide(self, node: Node) -> Engine:
        engine = self._engine(node)
        spans = self._splitter.limits(node)
        here = [span for span in spans if self._binds(span[0], engine)]
        days = node.span(self.model.all_days)[0]
        tiers = [tier for tier in self.model.tiers if tier.city in engine.part.cities]
        engine.decide(here, tiers, days)
        return engine

    def _binds(self, column: int, engine: Engine) -> bool:
        city = int(self.model.column_city[column])
        return city < 0 or city in engine.part.cities

    def _relax(self, bound: float, node: Node) -> Generator[None, None, _Open | None]:
        """Solve ``node``; None: no plan in it is cheaper than the best."""
        if node.exact and len(node.sure) > MOST_CITIES:
            return self._at(bound, replace(node, stuck=True))
        tour = self._tour(node)
        if node.x is not None:
            return self._at(max(bound, node.value + tour), node)
        if bound >= self.most - PROOF or self._spent():
            return self._at(bound, node)
        engine = self._decide(node)
        engine.begin(node.basis)
        answer = yield from self._tightened(engine, self.most - tour)
        if answer.end in (End.INFEASIBLE, End.CUT):
            return None
        if answer.end is not End.SOLVED or answer.x is None:
            # not solved in time: what was known of it stands
            self.stopped = True
            return self._at(bound, node)
        x = self._shown(answer.x, engine)
        self._take(x)
        return self._at(
            max(bound, answer.value + tour),
            replace(node, x=x, value=answer.value, basis=engine.basis()),
        )

    def _road(self, cities: frozenset[int]) -> int:
        """Whole days on the road."""
        return self.tours.over(cities).minutes // self.problem.day_minutes

    def _at(self, bound: float, node: Node) -> _Open:
        return _Open(bound, next(self._ticket), node)

    def _tightened(self, engine: Engine, cutoff: float) -> Generator[None, None, Answer]:
        """Solve relaxed, add the cuts it breaks, and so on while that raises the bound."""
        answer = yield from self._counted(engine, cutoff)
        for _ in range(_ROUNDS):
            broken = self._cuts.look(self._shown(answer.x, engine)) if answer.x is not None else []
            if not broken:
                break
            engine.learn(broken)
            before, answer = answer.value, (yield from self._counted(engine, cutoff))
            if answer.value < before + _WORTH * min(cutoff - before, 0.2 * abs(before)):
                break
        if answer.x is not None:
            engine.forget()
        return answer

    def _counted(self, engine: Engine, cutoff: float) -> Generator[None, None, Answer]:
        answer = yield from engine.relaxed(cutoff)
        self.work += answer.work
        return answer

    def _shown(self, x: FloatArray, engine: Engine) -> FloatArray:
        """Spread a solution of a part over the whole model."""
        shown = np.zeros(len(self.model.cost))
        shown[engine.part.columns] = x
        return shown

    def _places(self, at: _Open) -> Generator[None, None, list[Node]]:
        """Split by the place or set that raises the bound most; nothing: all is whole."""
        node, splitter = at.node, self._splitter
        torn = splitter.torn(node)
        if not torn and at.bound < self.most - 3 * PROOF:
            # whole, but to the fen it costs more or breaks a rule: no proof, so it stays open
            self._push(at.bound, replace(node, stuck=True))
        best: tuple[float, int] | None = None
        for column in torn[:_TRIED]:
            if splitter.trusted(column):
                score = splitter.score(node, column)
            else:
                gains = yield from self._try(at, column)
                if self.stopped:
                    break
                if any(gain is None for gain in gains):
                    both = zip(splitter.sides(node, column), gains, strict=True)
                    return [side for side, gain in both if gain is not None]
                score = max(gains[0] or 0.0, 1e-6) * max(gains[1] or 0.0, 1e-6)
            if best is None or score > best[0]:
                best = score, column
        return [] if not torn else list(splitter.sides(node, best[1] if best else torn[0]))

    def _try(self, at: _Open, column: int) -> Generator[None, None, list[float | None]]:
        """What the two sides of ``column`` raise the bound by; None: there is nothing in it."""
        gains: list[float | None] = []
        for side, node in enumerate(self._splitter.sides(at.node, column)):
            answer = yield from self._counted(
                self._decide(node), self.most - PROOF - self._tour(node)
            )
            if answer.end is End.STOPPED:
                self.stopped = True
                return []
            alive = answer.end is End.SOLVED
            gain = answer.value - at.node.value if alive else min(_DEAD, self.most - at.bound)
            self._splitter.learn(at.node, column, side, max(0.0, gain))
            gains.append(gain if alive else None)
        return gains

    def _take(self, shown: FloatArray) -> None:
        """Make a plan of a solution, whole or not, and keep it when it is the cheapest."""
        chosen: list[int | None] = [None] * len(self.problem.units)
        top = shown[self.model.left]
        for (unit, place), value in zip(self.model.pairs, shown[self.model.shoot], strict=True):
            if value > top[unit]:
                top[unit], chosen[unit] = value, place
        key = tuple(chosen)
        if key in self._tried:
            return
        self._tried.add(key)
        plan = costed(self.problem, self.tours, chosen)
        if plan is not None and plan.net is not None and plan.net / FEN < self.most:
            self.plan = plan

    def so_far(self, seconds: float) -> Plan:
        """Give the best plan with bound, work and time."""
        bound = None if abs(self.bound) == _FAR else floor(self.bound * FEN + 0.5)
        plan = self.plan or Plan(Status.UNKNOWN)
        if plan.net is not None and bound is not None:
            bound = min(bound, plan.net)
        return replace(plan, bound=bound, seconds=seconds, nodes=self.opened, work=self.work)
