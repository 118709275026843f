"""Plans: time to the proof and the gap on the way, what greedy and one whole model make of it.

Made-up problems of four sizes: what they measure is time; their savings mean nothing. Then the
public instances, and the sample scripts on the catalogue.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from bench import plan_public, plan_real
from bench.plan_instances import instance
from bench.plan_monolith import monolith
from geo.plan.greedy import plans
from geo.plan.problem import Plan, Problem
from geo.plan.solve import solve

MARKS = (1.0, 10.0, 60.0)
LIMIT = 120.0
WHOLE = 60.0
"""Seconds one whole model is given."""

SEEDS: tuple[tuple[str, Sequence[int]], ...] = (
    ("30x50", range(1, 4)),
    ("60x200", range(1, 4)),
    ("120x1000", range(1, 11)),
    ("250x1000", range(1, 3)),
)
COMPARED = 3
"""Seeds of a size that are given to one whole model as well."""


@dataclass
class Course:
    """How one search went: the gap at each mark (None: no plan yet) and its answer."""

    plan: Plan
    gaps: dict[float, float | None] = field(default_factory=dict)


def course(problem: Problem) -> Course:
    """Search to the end or the limit, noting gaps at the marks."""
    gaps: dict[float, float | None] = {}
    started = monotonic()
    job = solve(problem, time_limit=LIMIT)
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            return Course(end.value, gaps)
        shown, now = step.so_far, monotonic() - started
        if isinstance(shown, Plan):
            gaps.update({mark: shown.gap for mark in MARKS if now <= mark})


def run(chosen: Sequence[tuple[str, Sequence[int]]] = SEEDS) -> None:
    """Print one line or more for every problem."""
    for size, seeds in chosen:
        for seed in seeds:
            problem = instance(size, seed)
            seen = course(problem)
            _tell(f"plan {size} seed {seed}", problem, seen)
            if seed <= COMPARED:
                _whole(problem, seen.plan)


def _tell(name: str, problem: Problem, seen: Course) -> None:
    plan = seen.plan
    marks = ", ".join(
        f"{mark:g} s " + ("0" if plan.seconds <= mark else _share(seen.gaps.get(mark)))
        for mark in MARKS
    )
    net = plan.net or 0
    print(
        f"{name}: {plan.status} after {plan.seconds:.2f} s, {plan.nodes} nodes, {plan.work} steps, "
        f"gap at {marks}; net {net / 100:,.0f} yuan"
    )
    quick = ", ".join(
        f"{kind} {1 - net / other.net:.1%} less" for kind, other in plans(problem) if other.net
    )
    print(f"  than {quick}", flush=True)


def _whole(problem: Problem, plan: Plan) -> None:
    """One whole model in the same run."""
    days = 2 * sum(plan.company_days.values())
    found = monolith(problem, WHOLE, days)
    ended = f"proven after {found.seconds:.2f} s" if found.proven else f"open, gap {found.gap:.1%}"
    same = found.net is not None and abs(found.net - (plan.net or 0)) <= 100
    told = "the same cost" if same else "no plan" if found.net is None else "another cost"
    ratio = found.seconds / max(plan.seconds, 1e-3)
    print(f"  one whole model: {ended}, {told}; {ratio:.1f} times as long", flush=True)


def _share(gap: float | None) -> str:
    return "none" if gap is None else f"{gap:.1%}"


def main() -> None:
    """Run all; or one size with its seeds, as ``120x1000 3 6``."""
    if len(sys.argv) > 1:
        run(((sys.argv[1], tuple(map(int, sys.argv[2:]))),))
        return
    plan_real.main()
    run()
    plan_public.run()


if __name__ == "__main__":
    main()
