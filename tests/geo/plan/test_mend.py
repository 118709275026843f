"""Plans that lie better on days than the one the hours like best."""

import dataclasses

import numpy as np
import pytest

from geo.plan.costing import costed
from geo.plan.ground import Way
from geo.plan.lay import lay
from geo.plan.mend import mend
from geo.plan.tour import Tours
from geo.progress import finish
from tests.geo.plan.grounds import ground, spot, strip
from tests.geo.plan.stays import drawn, posed


def two_dawns():
    """Two dawns at two places take two days; at one place, a little dearer, they take one."""
    strips = [strip("a", "dawn", 20), strip("b", "dawn", 20)]
    ways = {("p", "q"): Way(5.0, 20), ("p", "r"): Way(5.0, 20), ("q", "r"): Way(5.0, 20)}
    land = ground(strips, [spot("p"), spot("q"), spot("r")], ways)
    problem, plan = posed(land, {"a": "p", "b": "q"}, {"p": 100_000, "q": 100_000, "r": 300_000})
    quality = problem.quality.copy()
    quality[:, 2] = 0.9
    return land, dataclasses.replace(problem, quality=quality), plan


def test_what_the_hours_like_best_is_not_best_on_days():
    land, problem, plan = two_dawns()
    laid = finish(lay(problem, plan, land))
    assert laid.company_days == {"c0": 2}
    found = finish(mend(problem, [plan], land))
    assert set(found.plan.assignment.values()) == {"r"}
    assert found.laid.company_days == {"c0": 1}
    assert found.laid.counted == laid.counted - 3_700_000 + 100_000
    assert found.plan.net > plan.net


def test_rules_of_the_problem_hold_for_the_neighbours():
    land, problem, plan = two_dawns()
    barred = dataclasses.replace(problem, must_not_use=frozenset({"r"}))
    assert finish(mend(barred, [plan], land)).plan.assignment == plan.assignment
    quality = problem.quality.copy()
    quality[0, 2] = 0
    locked = dataclasses.replace(problem, quality=quality)
    assert finish(mend(locked, [plan], land)).plan.assignment == plan.assignment


def test_a_plan_proven_on_days_is_left_as_it_is():
    land, problem, plan = two_dawns()
    laid = finish(lay(problem, plan, land))
    found = finish(mend(problem, [plan], land, bound=laid.counted))
    assert (found.tried, found.laid.counted) == (1, laid.counted)


@pytest.mark.parametrize("seed", range(4))
def test_a_mended_plan_is_never_worse_and_its_answer_the_same_again(seed):
    land, at, rents = drawn(seed, 12, 5, closed=0.2)
    problem, plan = posed(land, at, rents)
    problem = dataclasses.replace(
        problem, quality=np.maximum(problem.quality, 0.5).astype(np.float32)
    )
    before = finish(lay(problem, plan, land, quick=True))
    found = finish(mend(problem, [plan], land, tried=3_000))
    again = finish(mend(problem, [plan], land, tried=3_000))
    assert (len(found.laid.left), found.laid.counted) <= (len(before.left), before.counted)
    assert found == again
    chosen = [
        next(n for n, one in enumerate(problem.places) if one.id == found.plan.assignment[unit.id])
        for unit in problem.units
    ]
    assert costed(problem, Tours(problem.legs), chosen).net == found.plan.net
