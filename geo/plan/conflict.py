"""Why there is no plan: a smallest set of the user's rules that no plan can meet together."""

from __future__ import annotations

from dataclasses import replace

from geo.plan.problem import Binding, Limits, Problem
from geo.plan.search import Search
from geo.progress import Job, Step

_LIMITS = ("fit", "uplift", "places", "days")


def conflict(problem: Problem) -> Job[tuple[Binding, ...]]:
    """Find rules that contradict one another, none of which can be left out of the contradiction.

    A deletion filter: a rule without which there is still no plan is dropped for good. What no
    rule causes are sets that can be shot nowhere.
    """
    rules = _rules(problem)
    kept = list(rules)
    for done, rule in enumerate(rules):
        yield Step("plan_conflict", done, len(rules))
        fewer = [other for other in kept if other != rule]
        search = Search(_under(problem, fewer), any_plan=True)
        for _ in search.run():
            yield Step("plan_conflict", done, len(rules))
        if search.plan is None:
            kept = fewer
    return tuple(kept)


def _rules(problem: Problem) -> list[Binding]:
    limits = [Binding(kind) for kind in _LIMITS if getattr(problem.limits, kind) is not None]
    return [
        *limits,
        *(Binding("cover", unit.id) for unit in problem.units if unit.penalty is None),
        *(Binding("must_not_use", place) for place in sorted(problem.must_not_use)),
        *(Binding("must_use", place) for place in sorted(problem.must_use)),
        *(Binding("lock", unit) for unit in sorted(problem.locks)),
    ]


def _under(problem: Problem, rules: list[Binding]) -> Problem:
    """Give ``problem`` with only ``rules`` of its rules."""
    held = {(rule.kind, rule.about) for rule in rules}
    limits = Limits(
        **{kind: getattr(problem.limits, kind) for kind in _LIMITS if (kind, "") in held}
    )
    return replace(
        problem,
        units=tuple(
            replace(unit, penalty=0)
            if unit.penalty is None and ("cover", unit.id) not in held
            else unit
            for unit in problem.units
        ),
        limits=limits,
        locks={u: place for u, place in problem.locks.items() if ("lock", u) in held},
        must_use=frozenset(p for p in problem.must_use if ("must_use", p) in held),
        must_not_use=frozenset(p for p in problem.must_not_use if ("must_not_use", p) in held),
    )
