"""What costs the lead, against a fine search; the Pareto front against all pairs."""

import numpy as np
import pytest
from hypothesis import assume, given, settings

from geo.match import holds, loses_at, order_by, pareto
from geo.match.lead import losses
from tests.geo.match.boards import made, random_board, small_boards, weighed


def moved(weights, names, one, to):
    """The weights with ``one`` at ``to`` and the others in proportion; sum 1."""
    rest = sum(weights[name] for name in names if name != one)
    return {
        name: to
        if name == one
        else (1 - to) * (weights[name] / rest if rest else 1 / (len(names) - 1))
        for name in names
    }


def behind(board, weights, column):
    """How far ``column`` is behind the best."""
    scores = sum(weights[one] * line.astype(float) for one, line in weighed(board.values).items())
    return max(scores) - scores[column]


def lead(board, weights):
    return int(order_by(board, weights).index[0])


def test_the_worked_case():
    # at 0.6/0.4 the first has 0.6 + 0.08, the second 0.36 + 0.4: level at w = 0.8/1.2 = 2/3
    board = made([[0.6, 1.0], [1.0, 0.2]])
    found = loses_at(board, {"a": 0.4, "b": 0.6})
    assert (found.criterion, found.column) == ("a", 1)
    assert found.weight == pytest.approx(2 / 3)
    assert found.change == pytest.approx(2 / 3 - 0.4)


@settings(max_examples=60)
@given(small_boards(most=6))
def test_the_lead_holds_up_to_the_change_and_not_beyond(made_board):
    board, weights = made_board
    assume(len(board.ids) > 1)
    total = sum(weights.values())
    now = {one: weight / total for one, weight in weights.items()}
    first = lead(board, now)
    found = losses(board, weights)
    assert [abs(loss.change) for loss in found] == sorted(abs(loss.change) for loss in found)
    for one in board.criteria:
        for sign in (-1, 1):
            mine = [loss for loss in found if loss.criterion == one and loss.change * sign > 0]
            mine += [loss for loss in found if loss.criterion == one and loss.change == 0]
            room = now[one] if sign < 0 else 1 - now[one]
            limit = min((abs(loss.change) for loss in mine), default=room)
            for share in (0.5, 0.999):
                at = now[one] + sign * share * limit
                assert behind(board, moved(now, board.criteria, one, at), first) < 1e-9
    for loss in found:
        beyond = loss.weight + np.sign(loss.change) * 1e-3
        if loss.change and 0 <= beyond <= 1:
            assert behind(board, moved(now, board.criteria, loss.criterion, beyond), first) > 1e-6


def test_it_agrees_with_a_fine_search():
    board, weights = random_board(11, 4, 300), weighed([0.3, 0.4, 0.2, 0.1])
    first = lead(board, weights)
    steps = np.arange(0, 1, 1e-3)
    changes = [
        abs(to - weights[one])
        for one in board.criteria
        for to in steps
        if lead(board, moved(weights, board.criteria, one, to)) != first
    ]
    assert abs(loses_at(board, weights).change) == pytest.approx(min(changes), abs=1.1e-3)


def test_a_leader_in_everything_never_loses():
    board = made([[1, 0.5], [0.9, 0.9], [0.7, 0.1]])
    assert loses_at(board, weighed([1, 1, 1])) is None
    assert losses(board, weighed([1, 1, 1])) == ()


def test_one_weight_alone_leaves_equal_shares_to_the_others():
    board = made([[1, 0.5], [0, 1], [0, 0]])
    found = {loss.criterion: loss.weight for loss in losses(board, weighed([1, 0, 0]))}
    # down to w = w / 2 + (1 - w) / 2; or the second criterion up to w = (1 - w) / 2
    assert found == {"a": pytest.approx(1 / 2), "b": pytest.approx(1 / 3)}


def test_a_dropped_column_takes_no_lead():
    board = made([[1, 0.5, 0.8], [0, 1, 0.1]])
    keep = np.array([True, False, True])
    assert loses_at(board, weighed([1, 1]), keep).column == 2


def test_nothing_to_lose_to():
    assert loses_at(made([[1], [0]]), weighed([1, 1])) is None
    assert loses_at(made([[1, 0], [0, 1]]), {}) is None


@settings(max_examples=40)
@given(small_boards(most=6))
def test_the_leader_holds_between_the_changes_that_cost_the_lead(made_board):
    board, weights = made_board
    found = holds(board, weights)
    assert [one.criterion for one in found] == list(board.criteria)
    edges = {
        (loss.criterion, loss.column, round(loss.weight, 9)) for loss in losses(board, weights)
    }
    told = set()
    total = sum(weights.values())
    for one in found:
        assert one.now == pytest.approx(weights[one.criterion] / total)
        assert 0 <= one.low <= one.now + 1e-12
        assert one.now - 1e-12 <= one.high <= 1
        assert one.below is not None or one.low == 0
        assert one.above is not None or one.high == 1
        told |= {(one.criterion, one.below, round(one.low, 9))} if one.below is not None else set()
        told |= {(one.criterion, one.above, round(one.high, 9))} if one.above is not None else set()
    assert told == edges


def test_the_worked_hold():
    # level at 2/3, as above; below nothing takes the lead
    board = made([[0.6, 1.0], [1.0, 0.2]])
    first, second = holds(board, {"a": 0.4, "b": 0.6})
    assert (first.low, first.high) == (0, pytest.approx(2 / 3))
    assert (first.below, first.above) == (None, 1)
    assert (second.low, second.high) == (pytest.approx(1 / 3), 1)
    assert (second.below, second.above) == (1, None)


def test_level_at_the_very_end_of_the_scale_holds_to_the_end():
    # of the first criterion alone both have the same
    board = made([[0.7, 0.7], [0.9, 0.3], [0.4, 0.2]])
    for one in holds(board, weighed([0.3, 0.4, 0.3])):
        assert (one.low, one.high) == (0, 1)


def test_one_place_holds_everything_and_no_weights_hold_nothing():
    assert [(one.low, one.high) for one in holds(made([[1], [0]]), weighed([1, 1]))] == [(0, 1)] * 2
    assert holds(made([[1, 0], [0, 1]]), {}) == ()


def beaten(points):
    return {
        i
        for i in range(points.shape[1])
        for j in range(points.shape[1])
        if (points[:, j] >= points[:, i]).all() and (points[:, j] > points[:, i]).any()
    }


@given(small_boards())
def test_the_front_is_what_no_pair_beats(made_board):
    board, _ = made_board
    everyone = set(range(len(board.ids)))
    assert set(pareto(board).tolist()) == everyone - beaten(board.values)
    two = board.criteria[:2]
    assert set(pareto(board, two).tolist()) == everyone - beaten(board.values[:2])


@pytest.mark.parametrize("size", [2, 4])
def test_a_large_front_holds_the_first_of_every_weighting(size):
    board = random_board(21, size, 20_000)
    front = set(pareto(board).tolist())
    rng = np.random.default_rng(0)
    for _ in range(30):
        weights = weighed(rng.dirichlet(np.ones(size)))
        assert lead(board, weights) in front
    some = rng.choice(20_000, 200, replace=False)
    points = board.values
    for one in some:
        better = (points >= points[:, one, None]).all(axis=0) & (points > points[:, one, None]).any(
            axis=0
        )
        assert better.any() == (int(one) not in front)


def test_the_front_of_what_is_kept():
    board = made([[1, 0.5, 0.4], [1, 0.5, 0.6]])
    assert pareto(board).tolist() == [0]
    assert pareto(board, keep=np.array([False, True, True])).tolist() == [1, 2]
