"""Boards of random or given values for the tests of match."""

import numpy as np
from hypothesis import strategies as st

from geo.model import Board, Spread

NAMES = tuple("abcdefgh")


def made(values):
    """A board of ``values``: a row per criterion, named a, b, c ..."""
    values = np.asarray(values, np.float32)
    return Board(tuple(map(str, range(values.shape[1]))), values, {}, NAMES[: len(values)])


def weighed(weights):
    return dict(zip(NAMES, weights, strict=False))


def random_board(seed, size, count, levels=None):
    """Random values; with ``levels`` few different ones, so that many scores are equal."""
    rng = np.random.default_rng(seed)
    if levels is None:
        return made(rng.random((size, count)))
    return made(rng.integers(0, levels, (size, count)) / max(levels - 1, 1))


def opened(board, *facts):
    """Open cells; each fact is a list of (column, criterion, low, mid, high)."""
    cells = [
        (board.criteria.index(criterion), column, *ends, number)
        for number, fact in enumerate(facts)
        for column, criterion, *ends in fact
    ]
    lines = np.array(cells, float).reshape(-1, 6).T
    rows, columns, numbers = (lines[line].astype(np.intp) for line in (0, 1, 5))
    return Spread(rows, columns, *lines[2:5], numbers, len(facts))


@st.composite
def small_boards(draw, most=12):
    """A few columns of values in quarters, where ties are common, and whole weights."""
    size, count = draw(st.integers(2, 4)), draw(st.integers(1, most))
    quarter = st.integers(0, 4).map(lambda n: n / 4)
    line = st.lists(quarter, min_size=count, max_size=count)
    values = draw(st.lists(line, min_size=size, max_size=size))
    weights = draw(st.lists(st.integers(0, 5), min_size=size, max_size=size).filter(any))
    return made(values), weighed(weights)
