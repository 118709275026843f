"""The worth of a call: closed forms for one open value, brute enumeration for several."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.match import find_out as answers
from geo.match import order_by
from geo.match.ranges import quantile
from tests.geo.match.boards import made, opened, random_board, small_boards, weighed

ONE = weighed([1.0])


def fact(*cells):
    return list(cells)


def find_out(board, weights, facts, keep=None, **more):
    return [(), *answers(board, weights, opened(board, *facts), keep, **more)][-1]


def test_the_worked_case():
    # the third, at 0.5, is open from 0.2 to 0.9; it passes the second (0.6) with probability
    # (0.9 - 0.6)^2 / (0.7 * 0.4) and falls below the fourth (0.3) with (0.3 - 0.2)^2 / (0.7 * 0.3)
    board = made([[0.8, 0.6, 0.5, 0.3]])
    (found,) = find_out(board, ONE, [fact((2, "a", 0.2, 0.5, 0.9))])
    assert found.gain == pytest.approx(0.09 / 0.28 + 0.01 / 0.21)
    assert found.first == pytest.approx(0.01 / 0.28)
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
    assert found.gain == found.first == pytest.approx(0.25)


def test_a_value_of_which_nothing_is_known_counts_evenly():
    board = made([[0.8, 0.6, 0.5, 0.0]])
    (found,) = find_out(board, ONE, [fact((3, "a", 0.0, np.nan, 1.0))])
    assert (found.gain, found.first) == pytest.approx((0.5, 0.2))


def test_the_second_of_three_may_rise_or_fall():
    board = made([[0.8, 0.6, 0.5]])
    (found,) = find_out(board, ONE, [fact((1, "a", 0.0, np.nan, 1.0))])
    assert (found.gain, found.first) == pytest.approx((0.2 + 0.5, 0.2))
    (found,) = find_out(board, ONE, [fact((0, "a", 0.0, np.nan, 1.0))])
    assert (found.gain, found.first) == pytest.approx((0.6, 0.6))


def enumerated(board, weights, cells, keep, steps):
    """The same by sorting a whole board anew for every quantile."""
    kept = np.flatnonzero(keep)
    row = np.array([weights.get(name, 0.0) for name in board.criteria])
    chances = (np.arange(steps) + 0.5) / steps
    values = np.repeat(board.values.astype(float)[None], steps + 1, axis=0)
    for column, criterion, *ends in cells:
        low, mid, high = (np.array([end]) for end in ends)
        values[1:, board.criteria.index(criterion), column] = quantile(low, mid, high, chances)
    scores = sum(weight * values[:, line] for line, weight in enumerate(row))[:, kept]
    first = np.argsort(-scores, axis=1, kind="stable")[:, :3]
    changed = first[1:] != first[0]
    return changed.any(axis=1).mean(), changed[:, :1].any(axis=1).mean()


@settings(max_examples=60, deadline=None)
@given(small_boards(most=7), st.data())
def test_it_agrees_with_sorting_the_board_for_every_quantile(made_board, data):
    board, weights = made_board
    count = len(board.ids)
    keep = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    every = list(itertools.product(range(count), board.criteria))
    rest = data.draw(st.lists(st.sampled_from(every), unique=True, max_size=6))
    facts = []
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        group, rest = rest[:size], rest[size:]
        # whole scales and parts of them; ends that are no quarters and not alike, so that no draw
        # is level with another or with a settled score
        whole = data.draw(st.booleans())
        facts.append(
            [
                (column, one, 0.00037, np.nan, 0.99971 - 0.0113 * n)
                if whole
                else (column, one, mid - 0.371 * mid, mid, mid + (0.617 + 0.0211 * n) * (1 - mid))
                for n, (column, one) in enumerate(group)
                for mid in [float(board.values[board.criteria.index(one), column])]
            ]
        )
    found = {one.fact: one for one in find_out(board, weights, facts, keep, steps=20)}
    for number, cells in enumerate(facts):
        # a fact of one value is exact; others are put to the same twenty quantiles
        steps, near = (200, 2 / 200) if len(cells) == 1 else (20, 1e-9)
        expected = enumerated(board, weights, cells, keep, steps)
        told = found.get(number)
        gains = (told.gain, told.first) if told else (0.0, 0.0)
        assert gains == pytest.approx(expected, abs=near)


def test_the_most_telling_call_comes_first():
    board, weights = random_board(3, 4, 2_000), weighed([0.3, 0.4, 0.2, 0.1])
    first = order_by(board, weights).index[:40]
    facts = [[(int(c), "b", 0.0, float(board.values[1, c]), 1.0)] for c in first]
    found = find_out(board, weights, facts)
    assert [one.gain for one in found] == sorted((one.gain for one in found), reverse=True)
    assert 0 < found[-1].gain <= found[0].gain <= 1
    every = np.ones(2_000, bool)
    for one in found[:3]:
        expected = enumerated(board, weights, facts[one.fact], every, 200)
        assert (one.gain, one.first) == pytest.approx(expected, abs=0.01)


def test_many_places_of_one_city_agree_with_sorting_too():
    board, weights = random_board(4, 3, 400), weighed([0.5, 0.3, 0.2])
    keep = np.arange(400) % 5 > 0
    city = [(c, "c", float(board.values[2, c]), float(board.values[2, c]), 1.0) for c in range(150)]
    (found,) = find_out(board, weights, [city], keep, steps=50)
    assert (found.gain, found.first) == enumerated(board, weights, city, keep, 50)


def test_answers_come_early_and_the_last_is_the_whole():
    board, weights = random_board(6, 3, 3_000), weighed([0.5, 0.3, 0.2])
    facts = [
        [(c, "a", 0.0, float(board.values[0, c]), 1.0) for c in range(at, 3_000, 60)]
        for at in range(60)
    ]
    seen = [len(one) for one in answers(board, weights, opened(board, *facts))]
    assert len(seen) > 3
    assert seen == sorted(seen)
