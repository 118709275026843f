"""HiGHS: one kept model, bounds changed, solved again; every run can be stopped from outside.

Runs of one thread each: the same work gives the same answer. A run is a job that gives a beat
every tenth of a second, so whoever drives it can stop it. HiGHS is loaded when first needed.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.plan.cuts import Cut
from geo.plan.model import FloatArray, Pair, Part

if TYPE_CHECKING:
    import highspy

BEAT = 0.1
"""Seconds between two looks at a run."""

_PRECISION = 1e-7
_INF = float("inf")

_RUN = 20
"""Work of beginning a run, in steps of the simplex."""

Span = tuple[int, float, float]
"""A column of the whole model, at least, at most."""

_LOOSE = 1e-3
_MANY = 40
"""Cuts further from the solution than this (days) are left out, so many at a time."""


class End(StrEnum):
    """How a run ended; ``CUT`` says nothing below the cutoff exists."""

    SOLVED = "solved"
    CUT = "cut"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run found: ``value`` and ``x`` where there is a solution; ``work`` it took."""

    end: End
    value: float = float("inf")
    x: FloatArray | None = None
    work: int = 1


Run = Generator[None, None, Answer]


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """Where a run of ``engine`` ended; of no use once rows were taken out (``forgot`` times)."""

    engine: Engine
    forgot: int
    held: Any


class Engine:
    """One part of the model, kept in HiGHS."""

    def __init__(self, given: Part, deadline: float | None) -> None:
        import highspy

        self.part = given
        self._deadline = deadline
        self._highs: highspy.Highs = _quiet(highspy)
        self._highs.passModel(_table(highspy, given))
        self.cuts: list[Cut] = []
        self._forgot = 0
        self._basis: Basis | None = None
        self._spans: dict[int, tuple[float, float]] = {}
        self._needs: dict[int, float] = {}

    def learn(self, cuts: Iterable[Cut]) -> None:
        """Take in cuts that bind in this part."""
        for cut in cuts:
            at = np.searchsorted(self.part.columns, cut.columns).astype(np.int32)
            self._highs.addRow(-float("inf"), 0.0, len(at), at, cut.value)
            self.cuts.append(cut)

    def forget(self) -> None:
        """Leave out the cuts that the last solution does not touch, once they are many."""
        first = len(self.part.rows)
        values = np.array(self._highs.getSolution().row_value[first:])
        if len(values) != len(self.cuts):
            return
        loose = np.flatnonzero(values < -_LOOSE)
        if len(loose) > _MANY:
            self._highs.deleteRows(len(loose), (first + loose).astype(np.int32))
            self._forgot += 1
            dropped = set(loose.tolist())
            self.cuts = [cut for n, cut in enumerate(self.cuts) if n not in dropped]

    def decide(self, spans: Iterable[Span], tiers: Iterable[Pair], days: float) -> None:
        """Keep columns (of the whole model) within ``spans``, and no others.

        ``tiers`` ask for their days in the city, with at least so many ``days`` in all.
        """
        given, highs = self.part, self._highs
        wanted = {given.column(column): (low, high) for column, low, high in spans}
        for at in sorted(self._spans.keys() | wanted.keys()):
            low, high = wanted.get(at, (-_INF, _INF))
            if self._spans.get(at, (-_INF, _INF)) != (low, high):
                low, high = max(given.low[at], low), min(given.high[at], high)
                highs.changeColBounds(at, low, high)
        self._spans = wanted
        for tier in tiers:
            need = tier.needs(days)
            if tier.row >= 0 and self._needs.get(tier.row, 0.0) != need:
                highs.changeCoeff(given.row(tier.row), given.column(tier.column), need)
                self._needs[tier.row] = need

    def basis(self) -> Basis:
        """Where the last run ended, to begin another one there."""
        self._basis = Basis(self, self._forgot, self._highs.getBasis())
        return self._basis

    def begin(self, basis: Basis | None) -> None:
        """Begin the next run where an earlier one ended, if that is still of use."""
        import highspy

        if basis is None or basis is self._basis:
            return
        if basis.engine is self and basis.forgot == self._forgot:
            rows = list(basis.held.row_status)
            more = self._highs.getNumRow() - len(rows)
            start = basis.held
            if more:
                start = highspy.HighsBasis()
                start.col_status = basis.held.col_status
                start.row_status = [*rows, *[highspy.HighsBasisStatus.kBasic] * more]
            self._highs.setBasis(start)

    def relaxed(self, cutoff: float = _INF) -> Run:
        """Solve with fractions allowed, from where the last run ended, up to ``cutoff``."""
        self._highs.setOptionValue("objective_bound", cutoff)
        yield from _run(self._highs, self._deadline)
        # from the second run on the last basis is the better start
        self._highs.setOptionValue("presolve", "off")
        answer = _answer(self._highs)
        return replace(answer, end=End.CUT, x=None) if answer.value >= cutoff else answer


def _quiet(highspy: Any) -> Any:  # noqa: ANN401 (the module itself, its model)
    highs = highspy.Highs()
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("parallel", "off"),
        ("random_seed", 0),
        ("primal_feasibility_tolerance", _PRECISION),
        ("dual_feasibility_tolerance", _PRECISION),
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


def _run(highs: highspy.Highs, deadline: float | None) -> Generator[None, None, None]:
    watch = _Watch(deadline)
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
        highs.cbSimplexInterrupt -= watch.look


def _answer(highs: highspy.Highs) -> Answer:
    import highspy

    kinds, status, info = highspy.HighsModelStatus, highs.getModelStatus(), highs.getInfo()
    work = _RUN + max(0, int(info.simplex_iteration_count))
    if status in (kinds.kInfeasible, kinds.kUnboundedOrInfeasible):
        return Answer(End.INFEASIBLE, work=work)
    if status == kinds.kObjectiveBound:
        return Answer(End.CUT, work=work)
    if status != kinds.kOptimal:
        return Answer(End.STOPPED, work=work)
    x = np.array(highs.getSolution().col_value)
    return Answer(End.SOLVED, info.objective_function_value, x, work)
