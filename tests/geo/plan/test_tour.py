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
    assert len(tours.sets) == 2**cities - 1
    assert tours.rest is None
    for chosen in tours.sets:
        tour = tours.over(chosen)
        assert set(tour.order) == chosen
        best = min((length(legs.cost, o), length(legs.minutes, o)) for o in permutations(chosen))
        assert (tour.cost, tour.minutes) == best
        assert length(legs.cost, tour.order) == tour.cost


def test_of_two_tours_at_one_price_the_shorter_is_taken():
    legs = Legs(np.zeros((4, 4), dtype=np.int64), drawn(5, 3).minutes)
    tour = Tours(legs).over(frozenset({0, 1, 2}))
    assert tour.minutes == min(length(legs.minutes, o) for o in permutations(range(3)))


def test_with_many_cities_small_sets_and_a_bound_for_the_rest():
    legs = drawn(1, 14)
    tours = Tours(legs)
    assert max(map(len, tours.sets)) == tours.depth == 4
    assert tours.rest is not None
    larger = [frozenset(chosen) for chosen in list(combinations(range(14), 5))[::97]]
    assert all(tours.over(chosen).cost >= tours.rest for chosen in larger)


def test_legs_too_long_to_add_up_are_refused():
    legs = drawn(1, 3)
    with pytest.raises(PlanError):
        Tours(Legs(legs.cost, legs.minutes * 10**6))
