"""Why there is no plan: a smallest set of the user's rules that no plan can meet together.

Source: Junker 2004, QuickXplain: preferred explanations and relaxations for over-constrained
problems. Rules are taken in halves, so that few of many are found with few searches.
"""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

from geo.plan.problem import Binding, Limits, Problem
from geo.plan.search import Search
from geo.progress import Job, Step

SECONDS = 20.0
"""Time for finding the rules, when none is told."""

_LIMITS = ("fit", "uplift", "places", "days")

Rules = tuple[Binding, ...]


def conflict(
    problem: Problem, *, time_limit: float | None = None, work_limit: int | None = None
) -> Job[tuple[Rules, bool]]:
    """Find rules that contradict one another, and whether none of them can be left out.

    Out of time the answer still contradicts itself, but it may name rules that take no part. What
    no rule causes are sets that can be shot nowhere.
    """
    finder = _Finder(problem, SECONDS if time_limit is None else time_limit, work_limit)
    rules = _rules(problem)
    if not rules or (yield from finder.able(())) is False:
        return (), True
    found = yield from finder.explain((), rules, fresh=False)
    return tuple(rule for rule in rules if rule in found), finder.sure


class _Finder:
    """Asks whether there is a plan under some of the rules, within the time there is."""

    def __init__(self, problem: Problem, seconds: float, work_limit: int | None) -> None:
        self.sure = True
        self._problem = problem
        self._deadline = monotonic() + seconds
        self._work = work_limit
        self._asked = 0

    def explain(self, held: Rules, rules: Rules, *, fresh: bool) -> Job[Rules]:
        """Find those of ``rules`` that contradict one another and ``held``; fewest of them.

        ``fresh``: ``held`` has grown, and may do without any of ``rules`` now.
        """
        if fresh and (yield from self.able(held)) is False:
            return ()
        if len(rules) == 1 or not self.sure:
            return rules
        half = len(rules) // 2
        first, second = rules[:half], rules[half:]
        of_second = yield from self.explain((*held, *first), second, fresh=True)
        of_first = yield from self.explain((*held, *of_second), first, fresh=bool(of_second))
        return (*of_first, *of_second)

    def able(self, rules: Rules) -> Job[bool | None]:
        """Whether there is a plan under ``rules``; None: not known in time."""
        self._asked += 1
        search = Search(
            _under(self._problem, rules),
            deadline=self._deadline,
            work_limit=self._work,
            any_plan=True,
        )
        for _ in search.run():
            yield Step("plan_conflict", self._asked)
        if search.plan is not None:
            return True
        if search.settled():
            return False
        self.sure = False
        return None


def _rules(problem: Problem) -> Rules:
    limits = [Binding(kind) for kind in _LIMITS if getattr(problem.limits, kind) is not None]
    return (
        *limits,
        *(Binding("cover", unit.id) for unit in problem.units if unit.penalty is None),
        *(Binding("must_not_use", place) for place in sorted(problem.must_not_use)),
        *(Binding("must_use", place) for place in sorted(problem.must_use)),
        *(Binding("lock", unit) for unit in sorted(problem.locks)),
    )


def _under(problem: Problem, rules: Rules) -> Problem:
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
