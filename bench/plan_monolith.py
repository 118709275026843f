"""The whole plan problem as one model for HiGHS: what the search is measured against.

The same table as the search has, its cuts left out, with a column for every set of cities.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import highspy
import numpy as np

from geo.plan.model import FEN, Model, part
from geo.plan.problem import Problem
from geo.plan.tour import Tours

_INF = float("inf")


@dataclass(frozen=True)
class Monolith:
    """Seconds it took, cost (fen; None: no plan found), gap left, whether it is proven."""

    seconds: float
    net: int | None
    gap: float
    proven: bool


def _highs() -> Any:  # noqa: ANN401 (highspy tells no types)
    make: Any = highspy.Highs
    return make()


class _Whole:
    """HiGHS with one model, to which columns and rows are added."""

    def __init__(self, problem: Problem, seconds: float) -> None:
        self.problem, self.model = problem, Model(problem)
        self.cities = frozenset(problem.places[n].city for n in self.model.kept)
        self.part = part(self.model, self.cities)
        self.highs: Any = _highs()
        for name, value in (
            ("output_flag", False), ("threads", 2), ("mip_rel_gap", 0.0), ("mip_abs_gap", 1e-4),
            ("time_limit", seconds),
        ):  # fmt: skip
            self.highs.setOptionValue(name, value)
        self._first()

    def _first(self) -> None:
        given, lp = self.part, highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(given.columns), len(given.rows)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = given.cost, given.low, given.high
        lp.row_lower_, lp.row_upper_ = given.row_low, given.row_high
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = given.start.astype(np.int32)
        lp.a_matrix_.index_ = given.index.astype(np.int32)
        lp.a_matrix_.value_ = given.value
        model = self.model
        whole = {
            *model.shoot, *model.left, *model.opened.values(), *model.hired.values(),
            *model.days.values(), *(tier.column for tier in model.tiers),
        }  # fmt: skip
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(column in whole)] for column in given.columns.tolist()]
        self.highs.passModel(lp)

    def binary(self, cost: float) -> int:
        self.highs.addCol(cost, 0.0, 1.0, 0, [], [])
        column = int(self.highs.getNumCol()) - 1
        self.highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        return column

    def row(self, low: float, high: float, terms: list[tuple[int, float]]) -> None:
        at = np.array([column for column, _ in terms], dtype=np.int32)
        self.highs.addRow(low, high, len(at), at, np.array([value for _, value in terms]))


def monolith(problem: Problem, seconds: float, most_days: int) -> Monolith:
    """Solve as one model; no plan worth a thought has more than ``most_days`` company days."""
    # the search runs on one thread; HiGHS keeps the number it was first told
    highspy.Highs.resetGlobalScheduler(True)
    whole = _Whole(problem, seconds)
    _add_cities(whole, most_days)
    whole.highs.run()
    highspy.Highs.resetGlobalScheduler(True)
    info, status = whole.highs.getInfo(), whole.highs.getModelStatus()
    found = info.primal_solution_status == 2
    return Monolith(
        whole.highs.getRunTime(),
        round(info.objective_function_value * FEN) if found else None,
        float(info.mip_gap) if found else _INF,
        status == highspy.HighsModelStatus.kOptimal,
    )


def _add_cities(whole: _Whole, most_days: int) -> None:
    problem, model, given = whole.problem, whole.model, whole.part
    tours = Tours(problem.legs)
    used = {c: whole.binary(0.0) for c in sorted(whole.cities)}
    sets = [
        frozenset(chosen)
        for size in range(1, len(used) + 1)
        for chosen in combinations(sorted(used), size)
    ]
    routes = [(one, whole.binary(tours.over(one).cost / FEN)) for one in sets]
    whole.row(1.0, 1.0, [(column, 1.0) for _, column in routes])
    for c, z in used.items():
        days = given.column(model.days[c])
        whole.row(0.0, 0.0, [*((column, 1.0) for one, column in routes if c in one), (z, -1.0)])
        whole.row(0.0, _INF, [(days, 1.0), (z, -1.0)])
        whole.row(-_INF, 0.0, [(days, 1.0), (z, -float(most_days))])
    for n, opened in model.opened.items():
        whole.row(-_INF, 0.0, [(given.column(opened), 1.0), (used[problem.places[n].city], -1.0)])
    for tier in model.tiers:
        if tier.city in used:
            taken, share = given.column(tier.column), tier.share / 1e6
            whole.row(-_INF, 0.0, [(taken, 1.0), (used[tier.city], -1.0)])
            if share:
                days, total = given.column(model.days[tier.city]), given.column(model.all_days)
                terms = [(days, 1.0), (total, -share), (taken, -share * most_days)]
                whole.row(-share * most_days, _INF, terms)
