"""What need not be sampled: none that a weighting puts among the first is ever left out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.match.contenders import contenders
from tests.geo.match.boards import random_board


def corners_around(own, reach):
    return ((1 - reach) * np.array(own) + reach * np.eye(len(own))).astype(np.float32)


@pytest.mark.parametrize(("size", "levels"), [(2, None), (3, 6), (4, None), (8, None)])
@pytest.mark.parametrize("reach", [0.1, 1.0])
def test_the_first_ten_of_every_weighting_stay(size, levels, reach):
    values = random_board(size, size, 3_000, levels).values
    corners = corners_around(np.full(size, 1 / size), reach)
    left = contenders(values, values, corners, 10)
    assert left.tolist() == sorted(set(left.tolist()))
    drawn = np.random.default_rng(0).dirichlet(np.ones(size), 400) @ corners
    ranked = np.argsort(-(drawn @ values.astype(float)), axis=1, kind="stable")[:, :10]
    assert set(ranked.ravel().tolist()) <= set(left.tolist())


def test_what_is_hopeless_falls_out():
    values = random_board(1, 4, 50_000).values
    assert len(contenders(values, values, corners_around([0.25] * 4, 0.2), 10)) < 500


@given(st.integers(0, 30), st.integers(1, 12))
def test_open_values_stay_with_their_best_and_hold_others_off_with_their_worst(seed, count):
    rng = np.random.default_rng(seed)
    ends = np.sort(rng.random((2, 3, count)).astype(np.float32), axis=0)
    left = contenders(ends[0], ends[1], np.eye(3, dtype=np.float32), 2)
    for _ in range(20):
        values = ends[0] + rng.random((3, count)) * (ends[1] - ends[0])
        scores = rng.dirichlet(np.ones(3)) @ values
        assert set(np.argsort(-scores, kind="stable")[:2].tolist()) <= set(left.tolist())
