"""Memory of the large answers: per column, never per column and sample."""

import tracemalloc

import numpy as np

from geo.match import order_by, robustness, top
from geo.model import Method
from tests.geo.match.boards import random_board, weighed

COUNT = 100_000
WEIGHTS = weighed([0.3, 0.4, 0.2, 0.1])


def peak(run):
    tracemalloc.start()
    run()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_nothing_grows_with_columns_times_samples_or_columns_squared():
    board = random_board(1, 4, COUNT)
    one_row = board.values.nbytes
    assert peak(lambda: top(board, WEIGHTS, 50)) < one_row
    # a tenth of what single-precision scores of 300 weightings would take
    assert peak(lambda: list(robustness(board, samples=300))) < 12_000_000 < 300 * COUNT * 4 / 9
    for method in Method:
        assert peak(lambda m=method: order_by(board, WEIGHTS, m).index) < 200 * COUNT


def test_a_board_is_never_written_to():
    board = random_board(1, 4, 6_000)
    before = board.values.copy()
    board.values.flags.writeable = False
    list(robustness(board, samples=64))
    for method in Method:
        assert len(order_by(board, WEIGHTS, method).index)
    top(board, WEIGHTS, 5, np.ones(6_000, bool))
    assert np.array_equal(board.values, before)
