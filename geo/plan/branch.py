"""Into what a part of all plans is split: days, cities, tiers, then single places and sets.

What is whole in any plan and torn in the relaxed one is decided, the things on which most hangs
first. Of places and sets the one is taken whose two sides raise the bound most, as far as is known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np

from geo.plan.engine import Basis, Span
from geo.plan.model import FloatArray, Model, Pair

_TORN = 1e-5
"""Further from a whole number than this is torn."""

_TRUST = 2
"""Sides tried before the guess of what they bring is trusted."""

_FAR = float("inf")


@dataclass(frozen=True, slots=True)
class Node:
    """All plans that use the cities ``sure``, maybe others of ``open``, and keep within ``spans``.

    ``x`` is the relaxed solution (of the whole model; None: not solved yet), ``value`` its cost,
    tour left out, ``basis`` where the run of it or of its parent ended. ``stuck``: it can be solved
    no further, its bound is all there is.
    """

    sure: frozenset[int]
    open: frozenset[int]
    spans: tuple[Span, ...] = ()
    x: FloatArray | None = None
    value: float = -_FAR
    basis: Basis | None = None
    stuck: bool = False

    @property
    def exact(self) -> bool:
        """Whether its cities are decided."""
        return self.sure == self.open

    def within(self, *spans: Span) -> Node:
        """Decide more."""
        changed = {span[0]: span for span in (*self.spans, *spans)}
        return Node(self.sure, self.open, tuple(sorted(changed.values())), basis=self.basis)

    def span(self, column: int) -> tuple[float, float]:
        """Least and most of ``column``."""
        return next(((low, high) for at, low, high in self.spans if at == column), (0.0, _FAR))


class Splitter:
    """Splits nodes of one model, and learns what splitting places brings."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._gain = np.zeros((2, len(model.cost)))
        self._tries = np.zeros((2, len(model.cost)))
        of_places = [*model.opened.values(), *model.hired.values(), *model.shoot, *model.left]
        self._wholes = np.array([model.all_hired, *model.days.values(), *of_places], dtype=np.intp)

    def limits(self, node: Node) -> list[Span]:
        """Everything ``node`` is bound to: what is decided, and a day in each of its cities."""
        spans = {span[0]: span for span in node.spans}
        for city, column in self._model.days.items():
            _, low, high = spans.get(column, (column, 0.0, _FAR))
            if city in node.sure:
                spans[column] = (column, max(1.0, low), high)
            elif city not in node.open:
                spans[column] = (column, 0.0, 0.0)
        return list(spans.values())

    def split(self, node: Node) -> list[Node]:
        """Split by days, cities and tiers; nothing: all of them are decided."""
        return self._days(node) or self._cities(node) or self._tiers(node)

    def _days(self, node: Node) -> list[Node]:
        """Round the days of all cities together; to one number, if a claim depends on it."""
        assert node.x is not None
        column = self._model.all_days
        value, (low, high) = float(node.x[column]), node.span(column)
        near = float(round(value))
        if abs(value - near) > _TORN:
            parts = [(low, float(floor(value))), (float(ceil(value)), high)]
        elif low < high and self._short(node):
            parts = [(low, near - 1), (near, near), (near + 1, high)]
        else:
            return []
        return [node.within((column, *one)) for one in parts if one[0] <= one[1]]

    def _short(self, node: Node) -> bool:
        """Whether a tier is taken without the share of all days it asks for."""
        assert node.x is not None
        total = float(node.x[self._model.all_days])
        return any(
            float(node.x[tier.column]) > 1 - _TORN
            and float(node.x[self._model.days[tier.city]]) < tier.needs(total + _TORN) - _TORN
            for tier in self._of(node.open)
            if tier.share
        )

    def _of(self, cities: frozenset[int]) -> list[Pair]:
        return [tier for tier in self._model.tiers if tier.city in cities]

    def _cities(self, node: Node) -> list[Node]:
        """Use the city most days are spent in, or not; where there is none: these, or one more."""
        assert node.x is not None
        undecided = sorted(node.open - node.sure)
        if not undecided:
            return []
        days = {city: float(node.x[self._model.days[city]]) for city in undecided}
        city = max(undecided, key=lambda one: days[one])
        if days[city] > _TORN:
            used = replace(node, sure=node.sure | {city})
            if days[city] < 1 - _TORN or used.exact:
                used = replace(used, x=None)
            return [used, replace(node, open=node.open - {city}, x=None)]
        more = [
            replace(node, sure=node.sure | {city}, open=node.open - set(undecided[:n]), x=None)
            for n, city in enumerate(undecided)
        ]
        return [*more, replace(node, open=node.sure, x=None)] if node.sure else more

    def _tiers(self, node: Node) -> list[Node]:
        """Decide the torn group of tiers on which most money hangs."""
        assert node.x is not None
        best: tuple[float, list[Pair]] | None = None
        for city in sorted(node.sure):
            for group in self._model.problem.cities[city].exclusive():
                tiers = [one for one in self._of(frozenset({city})) if one.tier in group]
                taken = [float(node.x[one.column]) for one in tiers]
                if any(_TORN < value < 1 - _TORN for value in taken):
                    paid = sum(float(node.x[one.column + 2]) for one in tiers) + sum(taken)
                    if best is None or paid > best[0]:
                        best = paid, tiers
        if best is None:
            return []
        return [
            node.within(
                *((one.column, *((1.0, 1.0) if one is it else (0.0, 0.0))) for one in best[1])
            )
            for it in (*best[1], None)
        ]

    def torn(self, node: Node) -> list[int]:
        """Columns that are whole in any plan and torn in ``node``, the most promising first."""
        assert node.x is not None
        up = np.ceil(node.x[self._wholes]) - node.x[self._wholes]
        torn = self._wholes[(up > _TORN) & (up < 1 - _TORN)]
        return [int(column) for column in torn[np.argsort(-self._guess(node, torn), kind="stable")]]

    def _guess(self, node: Node, columns: np.ndarray) -> FloatArray:
        assert node.x is not None
        mean = (self._gain.sum(axis=1) + 1) / (self._tries.sum(axis=1) + 1)
        up = np.ceil(node.x[columns]) - node.x[columns]
        tries = self._tries[:, columns]
        each = np.where(tries > 0, self._gain[:, columns] / np.maximum(tries, 1), mean[:, None])
        return np.asarray(
            np.maximum(each[0] * (1 - up), 1e-6) * np.maximum(each[1] * up, 1e-6), dtype=np.float64
        )

    def score(self, node: Node, column: int) -> float:
        """Guess how much both sides of ``column`` raise the bound."""
        return float(self._guess(node, np.array([column]))[0])

    def trusted(self, column: int) -> bool:
        """Whether the guess rests on enough tries."""
        return bool((self._tries[:, column] >= _TRUST).all())

    def sides(self, node: Node, column: int) -> tuple[Node, Node]:
        """Below and above what ``column`` is."""
        assert node.x is not None
        value, (low, high) = float(node.x[column]), node.span(column)
        return (
            node.within((column, low, float(floor(value)))),
            node.within((column, float(ceil(value)), high)),
        )

    def learn(self, node: Node, column: int, side: int, gain: float) -> None:
        """Keep what the lower (0) or upper (1) side of ``column`` raised the bound by."""
        assert node.x is not None
        up = float(np.ceil(node.x[column]) - node.x[column])
        self._gain[side, column] += gain / max(up if side else 1 - up, 1e-3)
        self._tries[side, column] += 1
