"""The first k in one pass: always what a full double-precision sort says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.match import order_by, top
from tests.geo.match.boards import made, random_board, small_boards, weighed


def sorted_fully(board, weights, k, keep=None):
    scores = sum(
        float(weights.get(one, 0.0)) * board.values[row].astype(float)
        for row, one in enumerate(board.criteria)
    )
    index = np.lexsort((np.arange(len(board.ids)), -scores))
    return index[:k] if keep is None else index[keep[index]][:k]


@pytest.mark.parametrize("count", [1, 2, 63, 1_000, 4_097, 10_001, 131_075])
@pytest.mark.parametrize("levels", [None, 2, 5])
def test_first_fifty_are_those_of_a_full_sort(count, levels):
    board = random_board(count, 4, count, levels)
    rng = np.random.default_rng(count)
    weights = weighed(rng.random(4))
    half, few = rng.random(count) < 0.5, rng.random(count) < 0.01
    for keep in (None, half, few, np.zeros(count, bool)):
        found = top(board, weights, 50, keep)
        assert np.array_equal(found.index, sorted_fully(board, weights, 50, keep))


def test_columns_closer_than_single_precision_are_told_apart():
    # the second criterion decides by less than the last digit of a single-precision score
    values = np.full((2, 100_000), 0.5, np.float32)
    values[1] = np.random.default_rng(3).permutation(100_000) / 100_000
    board, weights = made(values), {"a": 1.0, "b": 1e-9}
    assert np.array_equal(top(board, weights, 50).index, np.argsort(-values[1], kind="stable")[:50])


def test_all_alike_keep_the_order_of_the_board():
    board = made(np.full((3, 70_000), 0.3))
    assert np.array_equal(top(board, weighed([1, 2, 3]), 7).index, np.arange(7))


def test_equal_columns_stay_in_order_wherever_they_stand():
    values = np.random.default_rng(5).random((8, 50_003)).astype(np.float32)
    twins = np.array([17, 4_444, 25_000, 50_002])
    values[:, twins] = 1.0
    found = top(made(values), weighed(np.random.default_rng(6).random(8)), 4)
    assert np.array_equal(found.index, twins)


@given(small_boards(), st.integers(0, 15))
def test_it_begins_the_full_order(made_board, k):
    board, weights = made_board
    full = order_by(board, weights)
    found = top(board, weights, k)
    assert np.array_equal(found.index, full.index[:k])
    assert found.scores == pytest.approx(full.scores[found.index], abs=1e-5)


def test_no_weight_at_all_changes_no_order():
    board = random_board(1, 3, 9_000)
    assert np.array_equal(top(board, {}, 3).index, [0, 1, 2])


@given(small_boards(), st.floats(0.01, 100))
def test_weights_count_by_their_proportions(made_board, factor):
    board, weights = made_board
    factor = 2.0 ** round(np.log2(factor))
    scaled = {one: factor * weight for one, weight in weights.items()}
    assert np.array_equal(top(board, weights, 5).index, top(board, scaled, 5).index)
