"""Money in whole fen: what is written is what counts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.money.fen import exact, part_of, to_cny, to_fen
from tests.geo.money.made import CALM


@pytest.mark.parametrize(
    ("cny", "fen"),
    [(0, 0), (0.01, 1), (0.005, 1), (0.0049, 0), (1.005, 101), (-0.01, -1), (19.99, 1999)],
)
def test_yuan_are_read_as_they_are_written(cny, fen):
    assert to_fen(cny) == fen


def test_a_rate_is_the_decimal_that_was_written():
    assert exact(0.1) == Fraction(1, 10)
    assert part_of(30, 0.1) == 3
    assert part_of(39, 0.1) == 3


@CALM
@given(st.integers(-(10**13), 10**13))
def test_fen_come_back(fen):
    assert to_fen(to_cny(fen)) == fen


@CALM
@given(st.integers(0, 10**13), st.integers(0, 1000))
def test_a_part_never_loses_a_whole_fen(fen, thousandths):
    part = part_of(fen, thousandths / 1000)
    assert part * 1000 <= fen * thousandths < (part + 1) * 1000
