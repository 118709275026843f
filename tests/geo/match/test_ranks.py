"""Ranks that open values leave, and where one fact may take its columns."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.match import rank_ranges, reach
from tests.geo.match.boards import made, opened, random_board, small_boards, weighed

ONE = weighed([1.0])


def told(board, weights, cells, keep=None):
    *_, last = rank_ranges(board, weights, cells, keep)
    return last


@settings(max_examples=50)
@given(small_boards(), st.data())
def test_likely_ranks_lie_within_what_the_ends_leave(made_board, data):
    board, weights = made_board
    count = len(board.ids)
    cells = [
        (column, one, 0.0, float(board.values[row, column]), 1.0)
        for row, one in enumerate(board.criteria)
        for column in data.draw(st.sets(st.integers(0, count - 1), max_size=3))
    ]
    keep = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    best, worst = told(board, weights, opened(board, *([cell] for cell in cells)), keep)
    assert (best[~keep] == 0).all()
    assert (worst[~keep] == 0).all()
    assert (best <= worst).all()
    values = [board.values.astype(float), board.values.astype(float)]
    for column, one, *_ in cells:
        for end in (0, 1):
            values[end][board.criteria.index(one), column] = end
    low, high = (
        sum(weights[one] * each[row] for row, one in enumerate(board.criteria))[keep]
        for each in values
    )
    for place, column in enumerate(np.flatnonzero(keep)):
        others = np.arange(len(low)) != place
        assert best[column] >= 1 + (low[others] > high[place] + 1e-9).sum()
        assert worst[column] <= 1 + (high[others] >= low[place] - 1e-9).sum()


def test_eight_of_ten_draws_are_told():
    # even between 0 and 1 it passes the other in 5% of draws, in 25%, in half of them
    for other, ends in ((0.95, (2, 2)), (0.75, (1, 2)), (0.5, (1, 2)), (0.05, (1, 1))):
        board = made([[other, 0.5]])
        best, worst = told(board, ONE, opened(board, [(1, "a", 0.0, np.nan, 1.0)]))
        assert (best[1], worst[1]) == ends


def test_the_rank_as_counted_lies_between_the_ends():
    # what is counted is the worst that the other may be, so that nearly every draw passes it
    board = made([[0.5, 0.49]])
    best, worst = told(board, ONE, opened(board, [(1, "a", 0.49, 0.49, 1.0)]))
    assert (best.tolist(), worst.tolist()) == ([1, 1], [2, 2])


def test_with_nothing_open_the_rank_is_one_number_and_equals_keep_their_order():
    board = made([[0.5, 0.9, 0.5]])
    best, worst = told(board, ONE, opened(board))
    assert best.tolist() == worst.tolist() == [2, 1, 3]


def test_dropped_columns_take_no_rank():
    board = made([[0.9, 0.5, 0.7]])
    cells = opened(board, [(1, "a", 0.4, 0.5, 1.0)])
    best, worst = told(board, ONE, cells, np.array([False, True, True]))
    assert best.tolist() == [0, 1, 1]
    assert worst.tolist() == [0, 2, 2]


def test_a_fact_of_one_column_tells_from_which_value_on_it_leads():
    board = made([[0.9, 0.5, 0.7], [0, 0, 0]])
    found = reach(board, {"a": 0.8, "b": 0.2}, opened(board, [(1, "a", 0.1, 0.5, 1.0)]), 0)
    assert (found.now.tolist(), found.best.tolist(), found.worst.tolist()) == ([3], [1], [3])
    assert found.leads == (1, pytest.approx(0.9))
    short = reach(board, {"a": 0.8, "b": 0.2}, opened(board, [(1, "a", 0.5, 0.5, 0.8)]), 0)
    assert short.leads is None
    assert short.best.tolist() == [2]


def test_a_leader_needs_no_value_to_lead_and_a_dropped_one_is_none():
    board = made([[0.9, 0.5, 0.7]])
    cells = opened(board, [(0, "a", 0.1, 0.9, 1.0)], [(2, "a", 0.7, 0.7, 0.8)])
    assert reach(board, ONE, cells, 0).leads is None
    assert reach(board, ONE, cells, 0).worst.tolist() == [3]
    keep = np.array([False, True, True])
    assert reach(board, ONE, cells, 1, keep).leads is None
    assert reach(board, ONE, cells, 1, keep).now.tolist() == [1]


def test_columns_of_one_fact_rise_together_however_many_they_are():
    board = random_board(5, 2, 200)
    weights = weighed([0.7, 0.3])
    for size in (3, 60):
        cells = [
            (c, "b", float(board.values[1, c]), float(board.values[1, c]), 1.0) for c in range(size)
        ]
        found = reach(board, weights, opened(board, cells), 0)
        values = board.values.astype(float)
        values[1, :size] = 1.0
        scores = 0.7 * values[0] + 0.3 * values[1]
        expected = [(scores > scores[c] + 1e-12).sum() + 1 for c in range(size)]
        assert found.best.tolist() == expected
        assert found.worst.tolist() == found.now.tolist()
