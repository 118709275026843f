"""The worth of a call: closed forms for one open value, brute enumeration for several."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.match import find_out, order, quantile
from geo.model import OpenCell, OpenFact
from tests.geo.match.boards import made, random_board, small_boards, weighed

ONE = weighed([1.0])


def fact(*cells):
    return OpenFact(tuple(OpenCell(*cell) for cell in cells))


def test_the_worked_case():
    # the third, at 0.5, is open from 0.2 to 0.9; it passes the second (0.6) with probability
    # (0.9 - 0.6)^2 / (0.7 * 0.4) and falls below the fourth (0.3) with (0.3 - 0.2)^2 / (0.7 * 0.3)
    board = made([[0.8, 0.6, 0.5, 0.3]])
    (found,) = find_out(board, ONE, [fact((2, "a", 0.2, 0.5, 0.9))])
    assert found.gain == pytest.approx(0.09 / 0.28 + 0.01 / 0.21, abs=0.011)
    assert found.first == pytest.approx(0.01 / 0.28, abs=0.011)
    assert found.fact == 0


def test_a_value_that_cannot_reach_the_third_is_not_worth_a_call():
    board = made([[0.9, 0.8, 0.7, 0.2]])
    assert find_out(board, ONE, [fact((3, "a", 0.0, 0.2, 0.69))]) == ()
    assert find_out(board, ONE, [fact((0, "a", 0.85, 0.9, 1.0))]) == ()
    assert find_out(board, ONE, [fact((0, "a", 0.9, 0.9, 0.9))]) == ()
    assert find_out(board, {}, [fact((3, "a", 0.0, 0.2, 1.0))]) == ()
    assert find_out(board, ONE, []) == ()


def test_one_call_that_settles_two_places_moves_them_together():
    # apart, each would pass the other; together they rise and fall as one
    board = made([[0.9, 0.5, 0.5]])
    cells = [(1, "a", 0.4, 0.5, 0.6), (2, "a", 0.4, 0.5, 0.6)]
    assert find_out(board, ONE, [fact(*cells)]) == ()
    assert len(find_out(board, ONE, [fact(cell) for cell in cells])) == 2


def test_dropped_places_neither_gain_nor_stand_in_the_way():
    board = made([[0.9, 0.8, 0.7, 0.6]])
    facts = [fact((0, "a", 0.0, 0.9, 1.0)), fact((3, "a", 0.5, 0.6, 0.75))]
    found = find_out(board, ONE, facts, keep=np.array([False, True, True, True]))
    assert [one.fact for one in found] == [1]


def test_with_fewer_than_three_places():
    board = made([[0.9, 0.8]])
    (found,) = find_out(board, ONE, [fact((1, "a", 0.8, 0.8, 1.0))])
    # P(above 0.9) for a triangle that falls from 0.8 to 1
    assert found.gain == found.first == pytest.approx(0.25, abs=0.011)


def enumerated(board, weights, one, steps):
    """The same by sorting a whole board anew for every quantile."""

    def first_three(values):
        changed = made(values)
        scores = sum(
            weights.get(name, 0.0) * values[row] for row, name in enumerate(changed.criteria)
        )
        return list(np.argsort(-scores, kind="stable")[:3])

    now = first_three(board.values.astype(float))
    hits, firsts = 0, 0
    for step in range(steps):
        values = board.values.astype(float)
        for cell in one.cells:
            ends = (np.array(end) for end in (cell.low, cell.mid, cell.high))
            settled = quantile(*ends, np.array((step + 0.5) / steps))
            values[board.criteria.index(cell.criterion), cell.column] = settled
        after = first_three(values)
        hits += after != now
        firsts += after[0] != now[0]
    return hits / steps, firsts / steps


@settings(max_examples=60)
@given(small_boards(most=7), st.data())
def test_it_agrees_with_sorting_the_board_for_every_quantile(made_board, data):
    board, weights = made_board
    every = list(itertools.product(range(len(board.ids)), board.criteria))
    cells = data.draw(st.lists(st.sampled_from(every), unique=True, max_size=6))
    facts, rest = [], list(cells)
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        group, rest = rest[:size], rest[size:]
        facts.append(
            fact(
                *(
                    # ends that are no quarters, so that no draw is level with a settled score
                    (column, one, mid - 0.371 * mid, mid, mid + 0.617 * (1 - mid))
                    for column, one in group
                    for mid in [float(board.values[board.criteria.index(one), column])]
                )
            )
        )
    found = {one.fact: (one.gain, one.first) for one in find_out(board, weights, facts, steps=20)}
    for number, one in enumerate(facts):
        expected = enumerated(board, weights, one, 20)
        assert found.get(number, (0.0, 0.0)) == pytest.approx(expected, abs=1e-9)


def test_the_most_telling_call_comes_first():
    board, weights = random_board(3, 4, 2_000), weighed([0.3, 0.4, 0.2, 0.1])
    first = order(board, weights).index[:40]
    facts = [
        fact((int(c), "b", 0.0, float(board.values[1, c]), 1.0)) for c in [*first, *range(1_000)]
    ]
    found = find_out(board, weights, facts[: len(first)])
    assert [one.gain for one in found] == sorted((one.gain for one in found), reverse=True)
    assert 0 < found[-1].gain <= found[0].gain <= 1
    for one in found[:3]:
        assert (one.gain, one.first) == pytest.approx(
            enumerated(board, weights, facts[one.fact], 100)
        )
