"""Cuts: what the relaxed model does not know of whole days of hire.

A place hired 1.2 days is paid for 2. For the sets S that could be shot at one place, f(S) whole
days of hire are needed; y >= f(S) for all S at once is a hull of few sets, so the deepest cut
through it is found exactly, by a small linear programme over all subsets. Cuts hold everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.plan.hours import Span, spans
from geo.plan.model import FloatArray, IntArray, Model

MOST = 8
"""Sets at one place of which all subsets are looked at; further ones take no part in a cut."""

_DEEP = 1e-4
"""Days by which a cut must be broken to be worth having."""

_FAINT = 1e-3
"""Weight of sets not shot there at present: their share of the cut comes for nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """``value`` of ``columns`` (of the whole model) is at most 0; binds in ``city`` alone."""

    city: int
    columns: IntArray
    value: FloatArray

    def broken(self, x: FloatArray) -> float:
        """By how many days ``x`` (of the whole model) breaks it."""
        return float(self.value @ x[self.columns])


class Cuts:
    """The cuts found so far, for every part of the model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._spans = spans(model.problem)
        self._places = {n: _Place(model, self._spans, n) for n in model.opened if model.at_place[n]}

    def look(self, x: FloatArray) -> list[Cut]:
        """Find cuts that ``x`` (of the whole model) breaks, one for each place."""
        shown = (
            place.cut(x) for n, place in self._places.items() if x[self._model.opened[n]] > _DEEP
        )
        return [cut for cut in shown if cut is not None]


class _Place:
    """What one place can be hired for."""

    def __init__(self, model: Model, counted: tuple[Span, ...], n: int) -> None:
        problem = model.problem
        self.city = problem.places[n].city
        self._opened, self._hired = model.opened[n], model.hired[n]
        units = [a for a, _ in model.at_place[n]]
        self._columns = np.array([column for _, column in model.at_place[n]], dtype=np.intp)
        self._spans = counted
        self._taken = np.array([[span.taken(problem.units[a]) for span in counted] for a in units])
        self._hulls: dict[bytes, _Hull] = {}
        self._found: list[Cut] = []

    def cut(self, x: FloatArray) -> Cut | None:
        """Find the deepest cut that ``x`` breaks."""
        shown = x[self._columns]
        order = np.argsort(-shown, kind="stable")[:MOST]
        chosen = np.sort(order)
        hired, opened = float(x[self._hired]), float(x[self._opened])
        used = chosen[shown[chosen] > _DEEP]
        if not len(used) or hired >= opened * self._days(self._taken[used].sum(axis=0)) - _DEEP:
            return None
        known = max(self._found, key=lambda cut: cut.broken(x), default=None)
        if known is not None and known.broken(x) > 2 * _DEEP:
            return known
        hull = self._hull(chosen)
        weights, base = hull.deepest(np.maximum(shown[chosen], _FAINT), opened)
        if weights @ shown[chosen] + base * opened <= hired + _DEEP:
            return None
        columns = np.concatenate([self._columns[chosen], [self._opened, self._hired]])
        cut = Cut(self.city, columns, np.concatenate([weights, [base, -1.0]]))
        self._found.append(cut)
        return cut

    def _days(self, taken: NDArray[np.int64]) -> int:
        return max(
            span.place_days(int(minutes)) for span, minutes in zip(self._spans, taken, strict=True)
        )

    def _hull(self, chosen: IntArray) -> _Hull:
        key = chosen.tobytes()
        if key not in self._hulls:
            bits = np.arange(1 << len(chosen))[:, None] >> np.arange(len(chosen)) & 1
            totals = bits @ self._taken[chosen]
            days = np.ones(len(bits), dtype=np.int64)
            for k, span in enumerate(self._spans):
                np.maximum(days, -(-totals[:, k] // (span.most - span.opening)), out=days)
            self._hulls[key] = _Hull(bits.astype(float), days.astype(float))
        return self._hulls[key]


class _Hull:
    """Days ``days`` of hire for the sets of ``bits``, row by row; nothing at all counts one day."""

    def __init__(self, bits: FloatArray, days: FloatArray) -> None:
        import highspy

        self._bits, self._days = bits, days
        size = bits.shape[1] + 1
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = size, len(bits)
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_ = np.zeros(size)
        lp.col_lower_, lp.col_upper_ = np.full(size, -days.max()), np.full(size, days.max())
        lp.row_lower_, lp.row_upper_ = np.full(len(bits), -np.inf), days
        whole = np.hstack([bits, np.ones((len(bits), 1))])
        rows, columns = np.nonzero(whole)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.searchsorted(rows, np.arange(len(bits) + 1)).astype(np.int32)
        lp.a_matrix_.index_ = columns.astype(np.int32)
        lp.a_matrix_.value_ = whole[rows, columns]
        # its constructor is not typed
        untyped: Any = highspy
        self._highs = untyped.Highs()
        for name, value in (("output_flag", False), ("threads", 1), ("presolve", "off")):
            self._highs.setOptionValue(name, value)
        self._highs.passModel(lp)

    def deepest(self, shown: FloatArray, opened: float) -> tuple[FloatArray, float]:
        """Give weights and base of the cut ``weights @ x + base * o <= y`` that is broken most."""
        goal = np.append(shown, opened)
        self._highs.changeColsCost(len(goal), np.arange(len(goal), dtype=np.int32), goal)
        self._highs.run()
        found = np.array(self._highs.getSolution().col_value)
        weights, base = found[:-1], float(found[-1])
        # what rounding broke is given back, so that the cut holds to the last digit
        over = float((self._bits @ weights + base - self._days).max())
        return weights, base - max(0.0, over)
