"""A nought that nobody knows the amount of is not written as a nought."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from geo.present.money_words import surely


@pytest.mark.parametrize(
    ("certain", "ceiling", "told"),
    [(0.0, None, None), (0.0, 300_000.0, 0.0), (0.0, 0.0, 0.0), (120_000.0, None, 120_000.0)],
)
def test_the_certain_sum(certain, ceiling, told):
    assert surely(SimpleNamespace(certain=certain, ceiling=ceiling)) == told
