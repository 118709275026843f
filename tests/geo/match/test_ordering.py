"""An order that is worked out as far as somebody looks says what a full sort says."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.match import order_by
from geo.model import Method, Order
from tests.geo.match.boards import random_board, small_boards, weighed

WEIGHTS = weighed([0.3, 0.4, 0.2, 0.1])


def sorted_fully(order, only=None):
    """Columns by score, ties by column; what is left out has the score minus infinity."""
    scores = order.exact
    stands = np.isfinite(scores) if only is None else np.isfinite(scores) & only
    return [int(one) for one in np.argsort(-scores, kind="stable") if stands[one]]


@given(small_boards(most=40), st.sampled_from(Method), st.data())
def test_any_part_of_it_is_that_of_a_full_sort(problem, method, data):
    board, weights = problem
    count = len(board.ids)
    masks = st.none() | st.lists(st.booleans(), min_size=count, max_size=count).map(np.array)
    keep, only = data.draw(masks), data.draw(masks)
    start, stop = data.draw(st.integers(0, count + 2)), data.draw(st.integers(0, count + 2))
    full = sorted_fully(order_by(board, weights, method, keep), only)
    fresh = order_by(board, weights, method, keep)
    assert fresh.between(start, stop, only).tolist() == full[start:stop]
    assert fresh.first(stop, only).tolist() == full[:stop]
    assert fresh.count(only) == len(full)
    for column in range(count):
        place = full.index(column) if column in full else None
        assert fresh.place(column, only) == place
    if only is None:
        assert fresh.index.tolist() == full
        # what is asked for after the full sort comes from it
        assert fresh.between(start, stop).tolist() == full[start:stop]


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("levels", [None, 4])
def test_far_down_a_long_board(method, levels):
    count = 30_011
    board = random_board(7, 4, count, levels)
    rng = np.random.default_rng(8)
    for keep, only in ((None, None), (rng.random(count) < 0.9, rng.random(count) < 0.5)):
        order = order_by(board, WEIGHTS, method, keep)
        full = sorted_fully(order, only)
        for start in (0, 128, 9_000, len(full) - 100):
            assert order.between(start, start + 128, only).tolist() == full[start : start + 128]
        for place in (0, 77, len(full) - 1):
            assert order.place(full[place], only) == place


def test_an_order_that_is_sorted_answers_alike():
    board = random_board(1, 4, 500, 5)
    lazy, half = order_by(board, WEIGHTS), np.arange(500) % 2 == 0
    plain = Order(lazy.index, lazy.scores)
    for only in (None, half):
        assert plain.between(20, 60, only).tolist() == lazy.between(20, 60, only).tolist()
        assert plain.count(only) == lazy.count(only)
        assert plain.place(250, only) == lazy.place(250, only)
    assert plain.place(251, half) is None


def test_what_is_left_out_has_no_place():
    board = random_board(2, 4, 100)
    keep = np.ones(100, bool)
    keep[13] = False
    order = order_by(board, WEIGHTS, keep=keep)
    assert (order.place(13), order.place(100), order.count()) == (None, None, 99)
    assert 13 not in order.index
    assert order.scores[13] == -np.inf


@pytest.mark.parametrize("method", Method)
def test_an_earlier_order_changes_nothing_but_the_work(method):
    board = random_board(3, 4, 300)
    keep = np.arange(300) % 3 > 0
    before = order_by(board, WEIGHTS, method, keep)
    assert order_by(board, WEIGHTS, method, keep, before) is before
    assert before.count() == len(before.index)
    other = weighed([0.1, 0.1, 0.1, 0.7])
    again = order_by(board, other, method, keep, before)
    assert np.array_equal(again.exact, order_by(board, other, method, keep).exact)
    alone = order_by(board, other, method, None, before)
    assert alone.count() == 300
    assert np.array_equal(
        order_by(board, other, Method.TOPSIS, keep, before).exact,
        order_by(board, other, Method.TOPSIS, keep).exact,
    )


def test_nobody_can_write_to_it():
    order = order_by(random_board(4, 4, 50), WEIGHTS)
    for array in (order.index, order.scores, order.exact):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_the_first_few_are_found_without_sorting_or_scoring_all_exactly():
    count = 200_000
    board = random_board(5, 8, count)
    order = order_by(board, weighed(np.full(8, 0.125)))
    tracemalloc.start()
    order.first(50)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # single-precision scores are needed once; double-precision ones and an index are not
    assert most < 2 * 4 * count < board.values.nbytes
    order.place(3)
    tracemalloc.start()
    order.first(50)
    order.place(7)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 3 * 8 * count
