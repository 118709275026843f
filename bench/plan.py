"""Plans: made-up problems, public instances, and the four samples on the real catalogue.

``make bench-plan`` runs all of it; ``ARGS="120x1000 3"`` the seeds named of one size.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from time import monotonic

from bench import plan_public, plan_real
from bench.plan_instances import instance
from geo.plan.greedy import plans
from geo.plan.problem import Plan, Problem
from geo.plan.solve import solve
from tests.geo.plan.monolith import least_cost

MARKS = (1.0, 10.0, 60.0)
LIMIT = 90.0
FEN = 1e5
SEEDS = (
    ("30x50", (1, 2, 3)),
    ("60x200", (1, 2, 3)),
    ("120x1000", tuple(range(1, 11))),
    ("250x1000", (1, 2)),
)
AGAINST = {"30x50": 3, "60x200": 3, "120x1000": 2}
"""Seeds of a size that one monolithic model solves in the same run."""

WHOLE = 60.0
"""Seconds the monolith is given."""


@dataclass
class Course:
    """How one search went: the gap at each mark (None: no plan yet) and its answer."""

    plan: Plan | None = None
    gaps: dict[float, float | None] = field(default_factory=dict)
    first: float | None = None


def course(problem: Problem) -> Course:
    """Search to the end or the limit, noting gaps at the marks."""
    seen, started = Course(), monotonic()
    job = solve(problem, time_limit=LIMIT)
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            seen.plan = end.value
            return seen
        now, shown = monotonic() - started, step.so_far
        if isinstance(shown, Plan):
            if seen.first is None and shown.net is not None:
                seen.first = now
            for mark in MARKS:
                if now <= mark:
                    seen.gaps[mark] = shown.gap


def run(chosen: tuple[tuple[str, tuple[int, ...]], ...] = SEEDS) -> None:
    """Print one line for every problem."""
    for size, seeds in chosen:
        for seed in seeds:
            seen = course(instance(size, seed))
            plan = seen.plan
            if plan is None:
                continue
            problem = instance(size, seed)
            marks = ", ".join(
                f"{mark:g} s " + ("0" if plan.seconds <= mark else _share(seen.gaps.get(mark)))
                for mark in MARKS
            )
            print(
                f"plan {size} seed {seed}: {plan.status} after {plan.seconds:.2f} s, "
                f"{plan.nodes} nodes, gap at {marks}; net {(plan.net or 0) / 100:,.0f} yuan"
            )
            print(f"    {_saved(problem, plan)}")
            if seed <= AGAINST.get(size, 0):
                print(f"    {_against(problem, plan)}")


def _saved(problem: Problem, plan: Plan) -> str:
    """How much cheaper than plans made without a solver, in hours on both sides."""
    net = plan.net or 0
    told = []
    for name, other in plans(problem):
        if other.net is None:
            told.append(f"{name} has no plan")
            continue
        if net > other.net:
            raise SystemExit(f"dearer than {name}: {net} > {other.net}")
        told.append(f"{1 - net / other.net:.1%} under {name}")
    return ", ".join(told)


def _against(problem: Problem, plan: Plan) -> str:
    """Time of one model for everything, in the same run."""
    started = monotonic()
    try:
        cost = least_cost(problem, WHOLE)
    except AssertionError:
        # it asks for an optimum, and had none when its time was over
        cost = None
    took = monotonic() - started
    if took >= WHOLE:
        return f"one model for everything: not proven in {WHOLE:g} s"
    same = cost is not None and plan.net is not None and abs(cost * FEN - plan.net) < 100
    return (
        f"one model for everything: {took:.2f} s, {took / plan.seconds:.1f}x, same answer: {same}"
    )


def _share(gap: float | None) -> str:
    return "none" if gap is None else f"{gap:.1%}"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run(((sys.argv[1], tuple(map(int, sys.argv[2:]))),))
    else:
        plan_real.main()
        plan_public.run()
        run()
