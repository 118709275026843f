"""A plan that lies better on days than the one the hours like best."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from geo.actions.planning.solved import as_solved
from geo.model import ShootPlan
from geo.plan.mend import Mended, mend
from geo.plan.problem import Plan
from geo.progress import Job, Step

if TYPE_CHECKING:
    from geo.actions.planning.desk import PlanDesk

MOST_TRIED = 30_000
"""Visits tried in all: some seconds."""


def mended(
    desk: PlanDesk,
    found: Plan,
    laid: ShootPlan,
    step: Callable[[], Step],
    enough: Callable[[], bool],
) -> Job[Plan]:
    """The plan that counts least on days among the neighbours of ``found`` and of one laid out.

    ``step`` makes what is shown meanwhile; ``enough``: the best so far will do.
    """
    starts = [found]
    other = as_solved(desk, laid)
    if other is not None and other.assignment != found.assignment:
        starts.append(other)
    job = mend(
        desk.problem, starts, desk.ground, sites_of=desk.sites_of, bound=found.bound,
        tried=MOST_TRIED,
    )  # fmt: skip
    best = found
    while True:
        try:
            told = next(job)
        except StopIteration as end:
            done: Mended = end.value
            return done.plan
        if isinstance(told.so_far, Mended):
            best = told.so_far.plan
        if enough():
            job.close()
            return best
        yield step()
