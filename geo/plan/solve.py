"""The cheapest plan with a proof, as a job: plans come as they are found, with the gap left."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

from geo.plan.conflict import conflict
from geo.plan.problem import Plan, Problem, Status, check
from geo.plan.search import Search
from geo.progress import Job, Step


def solve(
    problem: Problem, *, time_limit: float | None = None, work_limit: int | None = None
) -> Job[Plan]:
    """Find the cheapest plan of ``problem``; every step carries the best plan so far.

    Stops after ``time_limit`` seconds or ``work_limit`` steps of the simplex with the best plan
    and its gap; under a work limit alone the answer is the same every time. Where no plan exists
    the answer names a smallest set of rules that contradict one another, looked for within the
    same limits once more. Raises PlanError.
    """
    check(problem)
    started = monotonic()
    deadline = None if time_limit is None else started + time_limit
    search = Search(problem, deadline=deadline, work_limit=work_limit)
    for _ in search.run():
        yield Step("plan_search", search.opened, 0, search.so_far(monotonic() - started))
    found = search.so_far(monotonic() - started)
    if found.net is not None:
        status = Status.OPTIMAL if search.settled() else Status.FEASIBLE
        return replace(found, status=status)
    if not search.settled():
        return found
    rules, smallest = yield from conflict(problem, time_limit=time_limit, work_limit=work_limit)
    return replace(found, status=Status.INFEASIBLE, bound=None, conflict=rules, smallest=smallest)
