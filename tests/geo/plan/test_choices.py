"""Other plans than the cheapest, against every assignment tried one by one."""

from dataclasses import replace

import numpy as np
import pytest

from geo.plan.choices import best_in, cheapest, frontier, insisted, rivals, undominated
from geo.plan.problem import Status
from geo.progress import finish
from tests.geo.plan.brute import least
from tests.geo.plan.made import drawn

SEEDS = range(6)


def free(seed):
    """A small problem without rules, every set of which may be left out."""
    problem = drawn(seed, units=3, places=4, rules=False)
    units = tuple(replace(one, penalty=one.penalty or 4_000_000) for one in problem.units)
    return replace(problem, units=units)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_within_a_city_is_the_best_of_all_ways_there(seed):
    problem = free(seed)
    for city in range(len(problem.cities)):
        here = np.array([place.city == city for place in problem.places])
        only = replace(problem, quality=problem.quality * here)
        found = finish(best_in(problem, city))
        assert found.net == least(only)
        assert set(found.company_days) <= {problem.cities[city].id}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_insisting_costs_is_the_difference_of_two_optima(seed):
    problem = free(seed)
    for place in problem.places:
        with_it = finish(insisted(problem, place.id))
        wanted = replace(problem, must_use=frozenset({place.id}))
        assert with_it.net == least(wanted)
        assert (with_it.net is None) == (with_it.status is Status.INFEASIBLE)


@pytest.mark.parametrize("seed", SEEDS)
def test_rivals_are_solved_again_and_come_cheapest_first(seed):
    problem = free(seed)
    plan = finish(cheapest(problem))
    for unit in problem.units:
        found = finish(rivals(problem, plan, unit.id, most=3))
        nets = [one.plan.net for one in found if one.plan.net is not None]
        assert nets == sorted(nets)
        for one in found:
            place = problem.places[one.place].id
            assert place != plan.assignment[unit.id]
            assert one.plan.net == least(replace(problem, locks={unit.id: place}))
            assert one.plan.net is None or one.plan.net >= plan.net


@pytest.mark.parametrize("seed", SEEDS)
def test_no_point_of_the_front_beats_another_and_each_is_the_cheapest_of_its_kind(seed):
    problem = free(seed)
    plan = finish(cheapest(problem))
    points = finish(frontier(problem, plan, most=6))
    assert points[0].plan.net == plan.net
    assert undominated(points) == points
    for one in points:
        limits = replace(problem.limits, places=one.places, uplift=one.uplift)
        assert one.plan.net == least(replace(problem, limits=limits))
