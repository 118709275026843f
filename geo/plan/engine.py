"""HiGHS: one kept model, bounds changed, solved again; every run can be stopped from outside.

Runs of one thread each: the same work gives the same answer. A run is a job that gives a beat
every tenth of a second, so whoever drives it can stop it. HiGHS is loaded when first needed.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from enum import StrEnum
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.plan.model import FloatArray, Part

if TYPE_CHECKING:
    import highspy

BEAT = 0.1
"""Seconds between two looks at a run."""

_PRECISION = 1e-7


class End(StrEnum):
    """How a run ended; ``CUT`` says nothing below the cutoff exists."""

    SOLVED = "solved"
    CUT = "cut"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run found: ``value`` and ``x`` where there is a solution, a proven ``bound``.

    ``nodes`` are those of the search tree, at least one.
    """

    end: End
    value: float = float("inf")
    bound: float = float("-inf")
    x: FloatArray | None = None
    reduced: FloatArray | None = None
    nodes: int = 1


Run = Generator[None, None, Answer]


class Engine:
    """One part of the model, kept in HiGHS."""

    def __init__(self, given: Part, deadline: float | None) -> None:
        import highspy

        self.part = given
        self._deadline = deadline
        self._highs: highspy.Highs = _quiet(highspy)
        self._highs.passModel(_table(highspy, given))
        self._highs.setOptionValue("solve_relaxation", True)

    def bound(self, column: int, low: float, high: float) -> None:
        """Change the bounds of ``column`` (of the part)."""
        self._highs.changeColBounds(column, low, high)

    def sides(self, row: int, low: float, high: float) -> None:
        """Change both sides of ``row`` (of the part)."""
        self._highs.changeRowBounds(row, low, high)

    def relaxed(self, cutoff: float = float("inf")) -> Run:
        """Solve with fractions allowed, from where the last run ended, up to ``cutoff``."""
        self._highs.setOptionValue("objective_bound", cutoff)
        return (yield from _run(self._highs, self._deadline))

    def whole(self, cutoff: float, nodes: int | None = None, shut: Iterable[int] = ()) -> Run:
        """Solve in whole numbers for something cheaper than ``cutoff``.

        In at most so many ``nodes``; columns ``shut`` stay 0.
        """
        import highspy

        copy: highspy.Highs = _quiet(highspy)
        copy.passModel(self._highs.getLp())
        for column in shut:
            copy.changeColBounds(column, 0.0, 0.0)
        copy.setOptionValue("mip_rel_gap", 0.0)
        copy.setOptionValue("mip_abs_gap", 1e-4)
        if cutoff < float("inf"):
            copy.setOptionValue("objective_bound", cutoff)
        if nodes is not None:
            copy.setOptionValue("mip_max_nodes", nodes)
        return (yield from _run(copy, self._deadline))


def _quiet(highspy: Any) -> Any:  # noqa: ANN401 (the module itself, its model)
    highs = highspy.Highs()
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("parallel", "off"),
        ("random_seed", 0),
        ("primal_feasibility_tolerance", _PRECISION),
        ("dual_feasibility_tolerance", _PRECISION),
        ("mip_feasibility_tolerance", _PRECISION),
    ):
        highs.setOptionValue(name, value)
    return highs


def _table(highspy: Any, given: Part) -> Any:  # noqa: ANN401 (the module itself, its table)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(given.columns), len(given.rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = given.cost, given.low, given.high
    lp.row_lower_, lp.row_upper_ = given.row_low, given.row_high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = given.start.astype(np.int32)
    lp.a_matrix_.index_ = given.index.astype(np.int32)
    lp.a_matrix_.value_ = given.value
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[int(whole)] for whole in given.whole]
    return lp


class _Watch:
    """Stops a run when told to or when time is up."""

    def __init__(self, deadline: float | None) -> None:
        self.told = False
        self._deadline = deadline

    def look(self, event: Any) -> None:  # noqa: ANN401 (highspy's)
        """Answer the solver, which asks whether to stop."""
        late = self._deadline is not None and monotonic() > self._deadline
        if self.told or late:
            event.data_in.user_interrupt = True


def _run(highs: highspy.Highs, deadline: float | None) -> Run:
    watch = _Watch(deadline)
    highs.cbMipInterrupt += watch.look
    highs.cbSimplexInterrupt += watch.look
    over = Event()

    def go() -> None:
        try:
            highs.run()
        finally:
            over.set()

    thread = Thread(target=go, daemon=True)
    thread.start()
    try:
        while not over.wait(BEAT):
            yield
    finally:
        watch.told = True
        thread.join()
        highs.cbMipInterrupt -= watch.look
        highs.cbSimplexInterrupt -= watch.look
    return _answer(highs)


def _answer(highs: highspy.Highs) -> Answer:
    import highspy

    status = highs.getModelStatus()
    info = highs.getInfo()
    kinds = highspy.HighsModelStatus
    nodes = max(1, int(info.mip_node_count))
    if status in (kinds.kInfeasible, kinds.kUnboundedOrInfeasible):
        return Answer(End.INFEASIBLE, bound=float("inf"), nodes=nodes)
    if status == kinds.kObjectiveBound:
        return Answer(End.CUT, bound=float("inf"), nodes=nodes)
    end = End.SOLVED if status == kinds.kOptimal else End.STOPPED
    mip = highs.getLp().integrality_ and not highs.getOptionValue("solve_relaxation")[1]
    bound = info.mip_dual_bound if mip else info.objective_function_value
    if end is End.STOPPED and not mip:
        return Answer(end)
    if info.primal_solution_status != 2:
        return Answer(end, bound=bound, nodes=nodes)
    solution = highs.getSolution()
    return Answer(
        end,
        info.objective_function_value,
        bound,
        np.array(solution.col_value),
        None if mip else np.array(solution.col_dual),
        nodes,
    )
