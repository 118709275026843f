"""What a plan gains: the mean of its places, by scenes, as far as it is known."""

from geo.model import Basis, Range, unknown
from geo.money import plan_uplift


def visits(low, mid, high):
    return Range(low, mid, high, "visits/12mo", Basis.ESTIMATED)


def test_the_mean_goes_by_scenes():
    found = plan_uplift([(30, visits(0, 100, 900)), (10, visits(40, 500, 1300))])
    assert (found.low, found.mid, found.high) == (10, 200, 1000)


def test_one_place_is_that_place_and_none_is_unknown():
    one = visits(3, 100, 900)
    found = plan_uplift([(7, one)])
    assert (found.low, found.mid, found.high, found.unit) == (3, 100, 900, one.unit)
    assert not plan_uplift([]).known
    assert not plan_uplift([(0, one)]).known


def test_an_open_end_stays_open():
    found = plan_uplift([(1, visits(0, 100, None)), (1, visits(0, 300, 400))])
    assert (found.low, found.mid, found.high) == (0, 200, None)
    assert not plan_uplift([(2, unknown("visits/12mo"))]).known
