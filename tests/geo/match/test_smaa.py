"""Shares of weightings: closed forms in two and three criteria, and counting by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.match import robustness
from geo.match.ranges import chances, quantile, share_below
from geo.match.smaa import sample_weights
from tests.geo.match.boards import made, opened, random_board, small_boards, weighed


def last(board, *args, **named):
    return list(robustness(board, *args, **named))[-1]


def counted(board, weights):
    """Shares by sorting every sample: (3, N)."""
    scores = weights.astype(float) @ board.values.astype(float)
    ranked = np.argsort(-scores, axis=1, kind="stable")
    shares = np.zeros((3, len(board.ids)))
    for row, depth in enumerate((1, 3, 10)):
        np.add.at(shares[row], ranked[:, :depth], 1 / len(weights))
    return shares


@pytest.mark.parametrize(("a", "b"), [(0.2, 0.6), (0.0, 0.0), (0.9, 0.1)])
def test_two_criteria_agree_with_the_integral(a, b):
    # values (1, a) and (b, 1): the first leads where w (1 - b) > (1 - w)(1 - a)
    found = last(made([[1, b], [a, 1]]))
    assert found.first[0] == pytest.approx((1 - b) / ((1 - a) + (1 - b)), abs=0.015)
    assert found.first.sum() == pytest.approx(1)
    assert found.samples == 10_000


def test_two_criteria_have_the_middle_of_the_segment_as_central_weights():
    found = last(made([[1, 0.6], [0.2, 1]]))
    # the first leads for w from 2/3 to 1
    assert found.leaders.tolist() == [0, 1]
    assert found.central[0] == pytest.approx([5 / 6, 1 / 6], abs=0.01)
    assert found.central[1] == pytest.approx([1 / 3, 2 / 3], abs=0.01)


def test_three_criteria_share_the_triangle_evenly_by_symmetry():
    found = last(made(np.eye(3)))
    assert found.first == pytest.approx([1 / 3] * 3, abs=0.015)
    # the centroid of the corner third of a triangle: 11/18 and twice 7/36
    assert found.central[0] == pytest.approx([11 / 18, 7 / 36, 7 / 36], abs=0.01)


@pytest.mark.parametrize("level", [0.2, 0.5, 0.8])
def test_three_criteria_agree_with_the_area_of_a_corner(level):
    # (1, 0, 0) beats an even candidate where the first weight is above ``level``: a small triangle
    found = last(made([[1, level], [0, level], [0, level]]))
    assert found.first[0] == pytest.approx((1 - level) ** 2, abs=0.015)
    share = level + (1 - level) / 3
    assert found.central[0, 0] == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(("size", "count"), [(2, 3), (4, 426), (3, 2_048), (8, 5_000), (4, 9_999)])
def test_shares_are_those_of_sorting_every_sample(size, count):
    board = random_board(count, size, count)
    found = last(board, samples=300, seed=4)
    weights = sample_weights(np.random.default_rng(4), 300, size)
    # a pair closer than single precision may change places in one of the samples
    assert np.stack([found.first, found.top3, found.top10]) == pytest.approx(
        counted(board, weights), abs=1.1 / 300
    )


@pytest.mark.parametrize("reach", [0.1, 0.5])
def test_around_the_users_weights_shares_are_those_of_sorting_too(reach):
    board, own = random_board(5, 4, 9_000), weighed([0.3, 0.4, 0.2, 0.1])
    found = last(board, own, reach, samples=300, seed=6)
    around = np.array([0.3, 0.4, 0.2, 0.1])
    weights = sample_weights(np.random.default_rng(6), 300, 4, around, reach)
    assert np.stack([found.first, found.top3, found.top10]) == pytest.approx(
        counted(board, weights), abs=1.1 / 300
    )


@pytest.mark.parametrize("count", [12, 5_000])
def test_twins_are_told_apart_by_their_place_as_in_the_list(count):
    board = made(np.ones((3, count)))
    found = last(board, samples=64)
    assert found.first.tolist() == [1] + [0] * (count - 1)
    assert found.top3[:4].tolist() == [1, 1, 1, 0]
    assert found.top10[8:12].tolist() == [1, 1, 0, 0]


def test_dropped_columns_have_no_share_and_make_room():
    board = made([[1, 0.9, 0.2], [1, 0.8, 0.9]])
    found = last(board, keep=np.array([False, True, True]))
    assert found.first[0] == found.top10[0] == 0
    # 0.7 w > 0.1 (1 - w) from w = 1/8 on
    assert found.first[1] == pytest.approx(7 / 8, abs=0.015)
    assert found.leaders.tolist() == [1, 2]


def test_nothing_kept_yields_nothing():
    assert list(robustness(made([[1], [1]]), keep=np.array([False]))) == []


def test_answers_come_early_and_grow_better():
    seen = [found.samples for found in robustness(random_board(1, 4, 100_000), samples=600)]
    assert seen[0] <= 256
    assert seen == sorted(set(seen))
    assert seen[-1] == 600


def test_the_same_seed_says_the_same_and_another_does_not():
    board = random_board(2, 4, 50)
    assert np.array_equal(last(board, samples=500).first, last(board, samples=500).first)
    assert not np.array_equal(
        last(board, samples=500).first, last(board, samples=500, seed=9).first
    )


def test_weights_are_uniform_on_the_simplex():
    drawn = sample_weights(np.random.default_rng(0), 20_000, 4).astype(float)
    assert drawn.sum(axis=1) == pytest.approx(1, abs=1e-5)
    # each is Beta(1, 3)
    assert drawn.mean(axis=0) == pytest.approx([0.25] * 4, abs=0.006)
    assert (drawn > 0.5).mean(axis=0) == pytest.approx([0.5**3] * 4, abs=0.01)


def test_restricted_weights_stay_around_the_users_own():
    own = np.array([0.5, 0.3, 0.2])
    drawn = sample_weights(np.random.default_rng(0), 5_000, 3, own * 7, reach=0.3)
    assert (drawn >= 0.7 * own - 1e-6).all()
    assert drawn.mean(axis=0) == pytest.approx(0.7 * own + 0.1, abs=0.006)
    board = random_board(3, 3, 200)
    near = last(board, weighed(own), reach=0.0)
    assert near.first.max() == 1


def test_a_beaten_column_is_never_first():
    found = last(made([[0.9, 0.5, 0.2], [0.8, 0.5, 0.9]]))
    # the second is below the line between the others nowhere, but below the first everywhere
    assert found.first[1] == 0


def test_an_open_value_shares_the_lead_by_its_chances():
    # one criterion: a settled 0.5 against a triangle from 0 over 0.5 to 1, and one from 0.2
    board = made([[0.5, 0.5], [0.5, 0.5]])
    cells = [(1, one, 0.0, 0.5, 1.0) for one in "ab"]
    found = last(board, opened=opened(board, cells))
    assert found.first[1] == pytest.approx(0.5, abs=0.08)
    cells = [(1, one, 0.0, 0.0, 1.0) for one in "ab"]
    found = last(made([[0.5, 0.0]] * 2), opened=opened(board, cells))
    # P(triangle from 0 with its mode at 0 exceeds one half) = 1/4
    assert found.first[1] == pytest.approx(0.25, abs=0.08)


@pytest.mark.parametrize("count", [40, 8_000])
def test_open_values_are_drawn_as_counting_by_hand_draws_them(count):
    board = random_board(7, 3, count)
    rng = np.random.default_rng(8)
    facts = [
        [
            (int(column), one, 0.0, float(board.values["abc".index(one), column]), 1.0)
            for column in columns
        ]
        for one in "abc"
        for columns in rng.choice(count, (2, 3), replace=False)
    ]
    cells = opened(board, *facts)
    keep = rng.random(count) < 0.8
    found = last(board, opened=cells, keep=keep, samples=500, seed=2)
    weights = sample_weights(np.random.default_rng(2), 500, 3)
    drawn = chances(np.random.default_rng([2, 1]), cells.count, 250)
    shares = np.zeros((3, count))
    for start in range(0, 500, 2):
        values = board.values.copy()
        chance = next(drawn)[cells.facts]
        values[cells.rows, cells.columns] = quantile(cells.low, cells.mid, cells.high, chance)
        shares[:, keep] += counted(made(values[:, keep]), weights[start : start + 2]) / 250
    assert np.stack([found.first, found.top3, found.top10]) == pytest.approx(shares, abs=1.1 / 500)


@given(st.tuples(*[st.floats(0, 1)] * 3).map(sorted), st.floats(0, 1))
def test_quantiles_lie_in_the_range_and_undo_the_distribution(ends, chance):
    low, mid, high = (np.array(end) for end in ends)
    x = float(quantile(low, mid, high, np.array(chance)))
    assert low - 1e-12 <= x <= high + 1e-12
    if high - low > 1e-3 and 0.01 < chance < 0.99:
        below = (
            (x - low) ** 2 / ((high - low) * (mid - low))
            if x <= mid and mid > low
            else 1 - (high - x) ** 2 / ((high - low) * max(high - mid, 1e-12))
        )
        assert below == pytest.approx(chance, abs=1e-6)


def test_each_fact_is_drawn_once_in_each_part_of_its_range():
    for count in (40, 700):
        draws = chances(np.random.default_rng(1), count, 50)
        drawn = np.array([next(draws) for _ in range(100)])
        for half in (drawn[:50], drawn[50:]):
            assert (np.sort((half * 50).astype(int), axis=0) == np.arange(50)[:, None]).all()
        assert len(np.unique(drawn)) == drawn.size
        # fifty independent draws of two facts are linked by 0.11 on average
        linked = np.corrcoef(drawn[:50].T)
        np.fill_diagonal(linked, 0)
        assert abs(linked).mean() < 0.13


def test_even_chances_have_no_likeliest_value():
    low, high, none = np.array([0.2]), np.array([0.7]), np.array([np.nan])
    assert quantile(low, none, high, np.array([0.0, 0.4, 1.0])) == pytest.approx([0.2, 0.4, 0.7])
    assert share_below(low, none, high, np.array([0.1, 0.3, 0.9])) == pytest.approx([0, 0.2, 1])


@given(st.lists(st.integers(0, 1000), min_size=3, max_size=3, unique=True), st.floats(0, 1))
def test_a_share_below_undoes_the_quantile(ends, chance):
    low, mid, high = (np.array([end / 1000]) for end in sorted(ends))
    for likeliest in (low, mid, high, np.array([np.nan])):
        at = quantile(low, likeliest, high, np.array([chance]))
        assert share_below(low, likeliest, high, at) == pytest.approx(chance, abs=1e-9)


@pytest.mark.parametrize("reach", [0.1, 0.3, 0.8])
def test_near_the_users_weights_the_shares_are_a_part_of_the_segment(reach):
    # (1, 0) against (0, 1), own weights 0.6/0.4: the first weight is even over
    # 0.6 (1 - reach) + reach t, and the first leads where it is above one half
    found = last(made([[1, 0], [0, 1]]), weighed([0.6, 0.4]), reach)
    share = 1 - (0.5 - 0.6 * (1 - reach)) / reach
    assert found.first[0] == pytest.approx(min(share, 1), abs=0.015)


@pytest.mark.parametrize("reach", [0.5, 0.9])
def test_near_the_users_weights_in_three_criteria(reach):
    # (1, 0, 0) beats an even 0.7 where the first weight is above it: a corner of the triangle
    own = [0.6, 0.2, 0.2]
    found = last(made([[1, 0.7], [0, 0.7], [0, 0.7]]), weighed(own), reach)
    level = (0.7 - 0.6 * (1 - reach)) / reach
    assert found.first[0] == pytest.approx((1 - level) ** 2, abs=0.015)


def test_an_open_figure_and_the_weights_together():
    # (1, x) with x even over 0 to 1 against (0.5, 0.5): it leads where w > (0.5 - x) / (1 - x), at
    # every w from x = 1/2 on; below, the share of w is 0.5 / (1 - x), the integral ln(2) / 2
    board = made([[1, 0.5], [0, 0.5]])
    even = opened(board, [(0, "b", 0.0, np.nan, 1.0)])
    assert last(board, opened=even).first[0] == pytest.approx(0.5 + np.log(2) / 2, abs=0.02)
    # with its likeliest value at 0 the density of x is 2 (1 - x): 1/4 + the integral of 1 over 1/2
    falling = opened(board, [(0, "b", 0.0, 0.0, 1.0)])
    assert last(board, opened=falling).first[0] == pytest.approx(0.75, abs=0.02)


def test_facts_that_stand_together_move_together():
    # two places in one city: the subsidy lifts both, so the better of them stays before the other
    board = made([[0.5, 0.4, 0.7], [0.0, 0.0, 0.0]])
    shared = opened(board, [(0, "b", 0.0, 0.0, 1.0), (1, "b", 0.0, 0.0, 1.0)])
    apart = opened(board, [(0, "b", 0.0, 0.0, 1.0)], [(1, "b", 0.0, 0.0, 1.0)])
    assert last(board, opened=shared).first[1] == 0
    assert last(board, opened=apart).first[1] > 0.1


@settings(max_examples=20, deadline=None)
@given(small_boards(most=8), st.randoms(use_true_random=False), st.floats(0.1, 50))
def test_shares_hang_neither_on_the_order_of_rows_nor_on_the_scale_of_weights(
    made_board, chance, scale
):
    board, weights = made_board
    # a little apart, so that no tie is broken by the order of the columns
    values = board.values + np.arange(len(board.ids), dtype=np.float32) * 1e-3
    rows = list(range(len(values)))
    chance.shuffle(rows)
    plain = last(made(values), weights, 0.3, samples=600)
    scaled = {one: weight * scale for one, weight in weights.items()}
    assert last(made(values), scaled, 0.3, samples=600).first == pytest.approx(
        plain.first, abs=0.01
    )
    mixed = {
        plain_name: weights[made(values).criteria[row]]
        for plain_name, row in zip(made(values).criteria, rows, strict=True)
    }
    other = last(made(values[rows]), mixed, 0.3, samples=600)
    assert other.first == pytest.approx(plain.first, abs=0.1)


def test_dropping_a_column_that_is_never_first_changes_no_first_share():
    board = random_board(12, 4, 60)
    found = last(board)
    never = found.first == 0
    assert 0 < never.sum() < 60
    again = last(board, keep=~never)
    assert again.first == pytest.approx(found.first, abs=1e-6)


def test_answers_come_nearer_and_the_last_is_that_of_one_go():
    board = random_board(13, 4, 300)
    cells = opened(board, [(0, "a", 0.0, 0.5, 1.0)], [(1, "b", 0.1, 0.2, 0.9)])
    answers = list(robustness(board, opened=cells))
    ends = np.stack([abs(one.first - answers[-1].first).max() for one in answers])
    assert ends[-1] == 0
    assert ends[len(ends) // 2 :].max() < 0.02
    again = last(board, opened=cells)
    assert np.array_equal(again.first, answers[-1].first)
    assert np.array_equal(again.central, answers[-1].central)
