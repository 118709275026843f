"""The search: sets of cities, then tiers, each with a bound; the cheapest bound is opened first.

Fractions of cities and of tiers are most of what a relaxed model gets wrong, so these are decided
first, by a relaxed solve each; what is left goes to the solver with the best plan as cutoff.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import count
from math import ceil, floor
from time import monotonic

import numpy as np

from geo.plan.costing import Claim, costed
from geo.plan.engine import Answer, End, Engine
from geo.plan.model import FEN, FloatArray, Model, Pair, part
from geo.plan.problem import LONGEST, Plan, Problem, Status
from geo.plan.tour import Tours

PROOF = 3e-4
"""Two plans nearer than this (thousand yuan) are one: 30 fen."""

_DIVE_NODES = 50
"""Nodes after which a dive is given up."""

_DIVE_MORE = 25
"""Places that join those of the relaxed solution in a dive."""

_SURE = 1e-6
_TORN = 1e-5
_FAR = float("inf")


@dataclass(frozen=True, slots=True)
class Node:
    """Something still open: a set of cities with what is decided so far.

    ``decided`` are (city, group, tier or -1), ``spans`` (city, least, most) company days, of all
    cities together for city -1. ``x`` and ``reduced`` are the relaxed solution (None: not solved
    yet). No cities: the sets that are not looked at one by one.
    """

    cities: frozenset[int]
    decided: tuple[tuple[int, int, int], ...] = ()
    spans: tuple[tuple[int, int, int], ...] = ()
    x: FloatArray | None = None
    reduced: FloatArray | None = None


Beats = Generator[None, None, None]


class Search:
    """One search for the cheapest plan; ``run`` beats while it goes on and may be left anywhere."""

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
        self.nodes = self.opened = 0
        self.stopped = False
        self._deadline = deadline
        self._work_limit = work_limit
        self._any_plan = any_plan
        self._open: list[tuple[float, int, Node]] = []
        self._ticket = count()
        self._tried: set[tuple[tuple[int | None, ...], tuple[tuple[int, Claim], ...]]] = set()
        self._engines: dict[frozenset[int], Engine] = {}

    @property
    def most(self) -> float:
        """Cost of the best plan (thousand yuan)."""
        return _FAR if self.plan is None or self.plan.net is None else self.plan.net / FEN

    def run(self) -> Beats:
        """Search until proven or stopped; beats whenever something can be looked at."""
        yield from self._start()
        while self._open and not self.stopped:
            bound, _, node = self._open[0]
            self.bound = max(self.bound, min(bound, self.most))
            if bound >= self.most - PROOF or not node.cities:
                break
            if self._spent():
                self.stopped = True
                break
            heappop(self._open)
            yield from self._expand(bound, node)
            self.opened += 1
            yield
        if not self._open:
            self.bound = max(self.bound, self.most)

    def settled(self) -> bool:
        """Whether nothing cheaper than the best plan can be left."""
        return not self._open or self._open[0][0] >= self.most - PROOF

    def _spent(self) -> bool:
        late = self._deadline is not None and monotonic() > self._deadline
        worked = self._work_limit is not None and self.nodes >= self._work_limit
        return late or worked or (self._any_plan and self.plan is not None)

    def _remaining(self, most: int | None = None) -> int | None:
        left = None if self._work_limit is None else max(1, self._work_limit - self.nodes)
        return most if left is None else left if most is None else min(left, most)

    def _push(self, bound: float, node: Node) -> None:
        if bound < self.most - PROOF:
            heappush(self._open, (bound, next(self._ticket), node))

    def _start(self) -> Beats:
        problem, model = self.problem, self.model
        served = {problem.places[n].city for n in model.kept}
        if not served:
            return
        everywhere = Engine(part(model, frozenset(served), exactly=False), self._deadline)
        answer = yield from self._counted(everywhere.relaxed())
        if answer.end is End.INFEASIBLE:
            return
        if answer.end is End.STOPPED or answer.x is None:
            self.stopped = True
            heappush(self._open, (-_FAR, next(self._ticket), Node(frozenset())))
            return
        self._take(answer.x, everywhere)
        least = yield from self._rounded(answer, everywhere)
        insisted = problem.must_use | set(problem.locks.values())
        needed = {place.city for place in problem.places if place.id in insisted}
        for cities in self.tours.sets:
            if needed <= cities <= served:
                self._push(least + self.tours.over(cities).cost / FEN, Node(cities))
        if self.tours.rest is not None and len(served) > self.tours.depth:
            self._push(least + self.tours.rest / FEN, Node(frozenset()))

    def _rounded(self, answer: Answer, everywhere: Engine) -> Generator[None, None, float]:
        """Bound any plan, its tour left out: company days of all cities together are whole."""
        assert answer.x is not None
        given, model = everywhere.part, self.model
        days = sum(float(answer.x[given.column(model.days[c])]) for c in given.cities)
        if abs(days - round(days)) <= _TORN:
            return answer.value
        row = given.row(model.days_row)
        least = []
        for low, high in ((ceil(days), float(given.row_high[row])), (0, floor(days))):
            everywhere.sides(row, low, high)
            either = yield from self._counted(everywhere.relaxed())
            if either.end is not End.INFEASIBLE:
                solved = either.end is End.SOLVED
                least.append(either.value if solved else answer.value)
        return min(least, default=_FAR)

    def _counted(self, run: Generator[None, None, Answer]) -> Generator[None, None, Answer]:
        answer = yield from run
        self.nodes += answer.nodes
        if answer.end is End.STOPPED and self._deadline and monotonic() > self._deadline:
            self.stopped = True
        return answer

    def _engine(self, cities: frozenset[int]) -> Engine:
        if cities not in self._engines:
            road = self.tours.over(cities).minutes // self.problem.day_minutes
            self._engines[cities] = Engine(part(self.model, cities, road), self._deadline)
        return self._engines[cities]

    def _expand(self, bound: float, node: Node) -> Beats:
        engine = self._engine(node.cities)
        if node.x is None:
            yield from self._relax(bound, node, engine)
            return
        children = self._torn_days(node, engine) or self._torn_tiers(node, engine)
        if not children:
            yield from self._finish(bound, node, engine)
        for child in children:
            yield from self._relax(bound, child, engine)

    def _relax(self, bound: float, node: Node, engine: Engine) -> Beats:
        self._decide(engine, node)
        tour = self.tours.over(node.cities).cost / FEN
        answer = yield from self._counted(engine.relaxed(self.most - tour))
        if answer.end in (End.INFEASIBLE, End.CUT):
            return
        if answer.end is not End.SOLVED or answer.x is None:
            # not solved in time: what was known of it stands
            heappush(self._open, (bound, next(self._ticket), node))
            self.stopped = True
            return
        self._take(answer.x, engine)
        self._push(
            max(bound, answer.value + tour), replace(node, x=answer.x, reduced=answer.reduced)
        )

    def _tiers(self, cities: frozenset[int]) -> list[tuple[int, Pair]]:
        """Tiers of ``cities`` with the number of their group."""
        return [
            (number, tier)
            for tier in self.model.tiers
            if tier.city in cities
            for number, group in enumerate(self.problem.cities[tier.city].exclusive())
            if tier.tier in group
        ]

    def _decide(self, engine: Engine, node: Node) -> None:
        decided = {(city, number): tier for city, number, tier in node.decided}
        for number, tier in self._tiers(node.cities):
            column = engine.part.column(tier.column)
            chosen = decided.get((tier.city, number))
            taken = chosen == tier.tier
            engine.bound(column, float(taken), float(chosen is None or taken))
            if tier.share_row >= 0:
                row = engine.part.row(tier.share_row)
                engine.sides(row, -_FAR, 0.0 if taken else _FAR)
        spans = {city: (low, high) for city, low, high in node.spans}
        given = engine.part
        for city in sorted(node.cities):
            column = given.column(self.model.days[city])
            low, high = spans.get(city, (0, LONGEST))
            engine.bound(column, max(given.low[column], low), min(given.high[column], high))
        row = given.row(self.model.days_row)
        low, high = spans.get(-1, (0, LONGEST))
        engine.sides(row, low, min(float(given.row_high[row]), high))

    def _torn_tiers(self, node: Node, engine: Engine) -> list[Node]:
        """Decide the group of tiers on which most money hangs; nothing: all are decided."""
        assert node.x is not None
        decided = {(city, number) for city, number, _ in node.decided}
        weight: dict[tuple[int, int], float] = {}
        for number, tier in self._tiers(node.cities):
            if (tier.city, number) not in decided:
                paid = float(node.x[engine.part.column(tier.column) + 2])
                key = (tier.city, number)
                weight[key] = weight.get(key, 0.0) + paid
        if not weight:
            return []
        city, number = max(weight, key=lambda key: (weight[key], key))
        return [
            Node(node.cities, (*node.decided, (city, number, tier)), node.spans)
            for tier in (*self.problem.cities[city].exclusive()[number], -1)
        ]

    def _torn_days(self, node: Node, engine: Engine) -> list[Node]:
        """Round company days, all together first; nothing: they are whole."""
        assert node.x is not None
        days = {c: float(node.x[engine.part.column(self.model.days[c])]) for c in node.cities}
        spans = {city: (low, high) for city, low, high in node.spans}
        for city, value in ((-1, sum(days.values())), *sorted(days.items())):
            low, high = spans.get(city, (0, LONGEST))
            if abs(value - round(value)) > _TORN:
                return [
                    self._spanned(node, spans, city, least, most)
                    for least, most in ((low, floor(value)), (ceil(value), high))
                    if least <= most
                ]
        return []

    def _spanned(
        self, node: Node, spans: dict[int, tuple[int, int]], city: int, least: int, most: int
    ) -> Node:
        changed = {**spans, city: (least, most)}
        return Node(
            node.cities, node.decided, tuple((c, *span) for c, span in sorted(changed.items()))
        )

    def _finish(self, bound: float, node: Node, engine: Engine) -> Beats:
        """All is decided but the places: a dive for a plan, then the proof."""
        self._decide(engine, node)
        tour = self.tours.over(node.cities).cost / FEN
        shut = self._far_off(node, engine)
        if shut:
            limit = self._remaining(_DIVE_NODES)
            found = yield from self._counted(engine.whole(self.most - tour - PROOF, limit, shut))
            if found.x is not None:
                self._take(found.x, engine)
            if self.stopped or self._spent():
                heappush(self._open, (bound, next(self._ticket), node))
                return
        shut = self._too_dear(node, engine, self.most - bound)
        proof = yield from self._counted(
            engine.whole(self.most - tour - PROOF, self._remaining(), shut)
        )
        if proof.x is not None:
            self._take(proof.x, engine)
            # a solution that costs more, or breaks a rule, to the fen is no proof: it stays open
            if self.most > proof.value + tour + 3 * PROOF:
                self._push(proof.bound + tour, Node(frozenset()))
        if proof.end is End.STOPPED:
            least = max(bound, proof.bound + tour)
            heappush(self._open, (least, next(self._ticket), node))
            self.stopped = True

    def _places(self, node: Node, engine: Engine) -> list[tuple[int, float, float]]:
        """Places as (column, how open, how dear to open) in the relaxed solution of ``node``."""
        assert node.x is not None
        assert node.reduced is not None
        rows = []
        for n, column in self.model.opened.items():
            if self.problem.places[n].city in node.cities:
                at = engine.part.column(column)
                pairs = [engine.part.column(x) for _, x in self.model.at_place[n]]
                least = min((float(node.reduced[x]) for x in pairs), default=0.0)
                rows.append((at, float(node.x[at]), float(node.reduced[at]) + max(0.0, least)))
        return rows

    def _far_off(self, node: Node, engine: Engine) -> list[int]:
        idle = sorted(
            (dear, at) for at, opened, dear in self._places(node, engine) if opened < _SURE
        )
        return [at for _, at in idle[_DIVE_MORE:] if engine.part.low[at] == 0]

    def _too_dear(self, node: Node, engine: Engine, room: float) -> list[int]:
        """Columns that cost more than the ``room`` left to the best plan once they are not 0."""
        assert node.x is not None
        assert node.reduced is not None
        if room == _FAR:
            return []
        dear = (node.reduced > room + PROOF) & (node.x < _SURE) & engine.part.whole
        return [int(at) for at in np.flatnonzero(dear & (engine.part.low == 0))]

    def _take(self, x: FloatArray, engine: Engine) -> None:
        """Make a plan of a solution, whole or not, and keep it when it is the cheapest."""
        given = engine.part
        shown = np.zeros(len(self.model.cost))
        shown[given.columns] = x
        chosen: list[int | None] = [None] * len(self.problem.units)
        top = shown[self.model.left]
        for (unit, place), value in zip(self.model.pairs, shown[self.model.shoot], strict=True):
            if value > top[unit]:
                top[unit], chosen[unit] = value, place
        hint: dict[int, Claim] = {}
        for tier in self.model.tiers:
            if shown[tier.column] > 1 - _SURE:
                hint[tier.city] = (*hint.get(tier.city, ()), tier.tier)
        key = (tuple(chosen), tuple(sorted(hint.items())))
        if key in self._tried:
            return
        self._tried.add(key)
        plan = costed(self.problem, self.tours, chosen, hint)
        if plan is not None and plan.net is not None and plan.net / FEN < self.most:
            self.plan = plan

    def so_far(self, seconds: float) -> Plan:
        """Give the best plan with bound, work and time."""
        bound = None if abs(self.bound) == _FAR else floor(self.bound * FEN + 0.5)
        plan = self.plan or Plan(Status.UNKNOWN)
        if plan.net is not None and bound is not None:
            bound = min(bound, plan.net)
        return replace(plan, bound=bound, seconds=seconds, nodes=self.nodes)
