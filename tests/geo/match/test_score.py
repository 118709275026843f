"""Score and order, held against a published table and the property that bounds promise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.match import board, break_even, idle, order_by, placed
from geo.model import CRITERIA, Bound, Criterion

FIT, COST, SUBSIDY, UPLIFT = CRITERIA
BOUNDS = {
    FIT: Bound(0, 1),
    COST: Bound(60_000, 5_000),
    SUBSIDY: Bound(0, 300_000),
    UPLIFT: Bound(0, 10_000, log=True),
}
EVEN = dict.fromkeys(CRITERIA, 0.25)


def test_agrees_with_the_published_table_of_spotis():
    # Dezert et al. 2020 (IEEE FUSION), table of the 4 x 3 example; their distance is 1 - our score
    matrix = [[10.5, -3.1, 1.7], [-4.7, 0, 3.4], [8.1, 0.3, 1.3], [3.2, 7.3, -5.3]]
    bounds = {FIT: Bound(-5, 12), COST: Bound(10, -6), SUBSIDY: Bound(-8, 5), UPLIFT: Bound(0, 1)}
    weights = {FIT: 0.2, COST: 0.3, SUBSIDY: 0.5, UPLIFT: 0.0}
    figures = {c: [row[i] for row in matrix] for i, c in enumerate((FIT, COST, SUBSIDY))}
    made = board(["a", "b", "c", "d"], {**figures, UPLIFT: [0.0] * 4}, bounds)
    result = order_by(made, weights)
    assert 1 - result.scores == pytest.approx([0.1989, 0.3705, 0.3063, 0.7491], abs=1e-4)
    assert list(result.index) == [0, 2, 1, 3]


figures = st.fixed_dictionaries(
    {
        FIT: st.floats(0, 1),
        COST: st.floats(1_000, 90_000),
        SUBSIDY: st.floats(0, 400_000),
        UPLIFT: st.floats(0, 20_000),
    }
)


@given(st.lists(figures, min_size=3, max_size=12), st.integers(0, 11))
def test_taking_one_away_never_swaps_two_others(rows, victim):
    def ranked(some):
        columns = {c: [r[c] for _, r in some] for c in CRITERIA}
        ids = [i for i, _ in some]
        made = board(ids, columns, BOUNDS)
        return [made.ids[i] for i in order_by(made, EVEN).index]

    named = [(str(i), row) for i, row in enumerate(rows)]
    gone = str(victim % len(rows))
    assert [i for i in ranked(named) if i != gone] == ranked([n for n in named if n[0] != gone])


@given(st.floats(-1e6, 1e6))
def test_value_stays_between_worst_and_best(amount):
    assert all(0 <= placed(np.array([amount]), bound)[0] <= 1 for bound in BOUNDS.values())


def test_unknown_subsidy_for_all_makes_its_slider_idle():
    made = board(
        ["a", "b"], {FIT: [0.1, 0.9], COST: [9e3, 2e4], SUBSIDY: [0, 0], UPLIFT: [1, 2]}, BOUNDS
    )
    assert idle(made) == (SUBSIDY,)


def test_break_even_is_the_amount_at_which_the_order_changes():
    raw = {FIT: [0.9, 0.8], COST: [1e4, 1e4], SUBSIDY: [0.0, 0.0], UPLIFT: [0.0, 0.0]}
    made = board(["a", "b"], raw, BOUNDS)
    now = order_by(made, EVEN)
    amount = break_even(made, now, EVEN, 1, Criterion.SUBSIDY, 0.0)
    assert amount == pytest.approx(30_000, rel=1e-4)
    for paid, first in ((amount - 100, 0), (amount + 100, 1)):
        after = order_by(board(["a", "b"], {**raw, SUBSIDY: [0.0, paid]}, BOUNDS), EVEN)
        assert after.index[0] == first


def test_no_amount_helps_when_the_gap_is_wider_than_the_criterion():
    raw = {FIT: [1.0, 0.0], COST: [1e4, 1e4], SUBSIDY: [0.0, 0.0], UPLIFT: [0.0, 0.0]}
    made = board(["a", "b"], raw, BOUNDS)
    weights = {FIT: 0.9, COST: 0.05, SUBSIDY: 0.05, UPLIFT: 0.0}
    assert break_even(made, order_by(made, weights), weights, 1, Criterion.SUBSIDY, 0.0) is None


def test_equal_scores_keep_the_order_of_the_board():
    raw = {c: [1.0] * 5 for c in CRITERIA}
    assert np.array_equal(order_by(board(list("abcde"), raw, BOUNDS), EVEN).index, np.arange(5))
