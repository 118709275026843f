"""Tours against every order of the cities."""

from itertools import combinations, pairwise, permutations

import numpy as np
import pytest

from geo.errors import PlanError
from geo.plan.problem import Legs
from geo.plan.tour import Tours


def drawn(seed, cities):
    draw = np.random.default_rng(seed)
    side = cities + 1
    return Legs(draw.integers(0, 10**6, (side, side)), draw.integers(0, 600, (side, side)))


def length(table, order):
    stops = [0, *(c + 1 for c in order), 0]
    return sum(int(table[step]) for step in pairwise(stops))


@pytest.mark.parametrize("cities", range(1, 7))
def test_every_set_has_its_cheapest_order(cities):
    legs = drawn(cities, cities)
    tours = Tours(legs)
    every = [frozenset(one) for n in range(1, cities + 1) for one in combinations(range(cities), n)]
    for chosen in every:
        tour = tours.over(chosen)
        assert set(tour.order) == chosen
        best = min((length(legs.cost, o), length(legs.minutes, o)) for o in permutations(chosen))
        assert (tour.cost, tour.minutes) == best
        assert length(legs.cost, tour.order) == tour.cost


def test_of_two_tours_at_one_price_the_shorter_is_taken():
    legs = Legs(np.zeros((4, 4), dtype=np.int64), drawn(5, 3).minutes)
    tour = Tours(legs).over(frozenset({0, 1, 2}))
    assert tour.minutes == min(length(legs.minutes, o) for o in permutations(range(3)))


@pytest.mark.parametrize("cities", [5, 14])
def test_no_tour_over_these_and_others_is_shorter_than_the_bound(cities):
    tours = Tours(drawn(1, cities))
    for chosen in list(combinations(range(cities), 2))[::7]:
        floor = tours.least(frozenset(chosen))
        assert floor <= tours.over(frozenset(chosen)).cost
        for more in list(combinations(set(range(cities)) - set(chosen), 2))[::5]:
            assert floor <= tours.over(frozenset((*chosen, *more))).cost
            assert floor <= tours.least(frozenset((*chosen, *more)))
    assert tours.least(frozenset()) <= min(tours.over(frozenset({c})).cost for c in range(cities))


def test_many_cities_have_the_same_tour_as_all_of_a_few():
    few, draw = drawn(3, 9), np.random.default_rng(0)
    side = 16
    cost, minutes = draw.integers(0, 600, (2, side, side))
    cost[:10, :10], minutes[:10, :10] = few.cost, few.minutes
    many = Tours(Legs(cost, minutes))
    for chosen in list(combinations(range(9), 4))[::9]:
        assert many.over(frozenset(chosen)) == Tours(few).over(frozenset(chosen))
    with pytest.raises(ValueError, match="17"):
        Tours(drawn(1, 17)).over(frozenset(range(17)))


def test_legs_too_long_to_add_up_are_refused():
    legs = drawn(1, 3)
    with pytest.raises(PlanError):
        Tours(Legs(legs.cost, legs.minutes * 10**6))
