"""Time to a proven plan on made-up problems, and the gap on the way there."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from time import monotonic

from bench.plan_instances import instance
from geo.plan.problem import Plan, Problem
from geo.plan.solve import solve

MARKS = (1.0, 10.0, 60.0)
LIMIT = 90.0
SEEDS = (("30x50", (1, 2, 3)), ("60x200", (1, 2, 3)), ("120x1000", (1, 2, 3, 4, 5)))


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
            marks = ", ".join(
                f"{mark:g} s " + ("0" if plan.seconds <= mark else _share(seen.gaps.get(mark)))
                for mark in MARKS
            )
            print(
                f"plan {size} seed {seed}: {plan.status} after {plan.seconds:.2f} s, "
                f"{plan.nodes} nodes, gap at {marks}; net {(plan.net or 0) / 100:,.0f} yuan"
            )


def _share(gap: float | None) -> str:
    return "none" if gap is None else f"{gap:.1%}"


if __name__ == "__main__":
    run(((sys.argv[1], tuple(map(int, sys.argv[2:]))),) if len(sys.argv) > 1 else SEEDS)
