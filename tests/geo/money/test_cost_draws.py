"""Simulation of cost: points, sums and products against closed forms and an independent run."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Basis
from geo.money.cost.draws import (
    DRAWS,
    MOST_FEN,
    drawn,
    in_fen,
    money,
    normals,
    per_day,
    points,
    strata,
    times_days,
)
from geo.money.spans import Span
from tests.geo.money.made import CALM

Z90 = NormalDist().inv_cdf(0.9)
# mean and variance of a half normal give those of a split normal
HALF = math.sqrt(2 / math.pi)


def split_moments(span):
    """Mean and variance of the split normal that the ends and the middle describe."""
    below, above = (span.mid - span.low) / Z90, (span.high - span.mid) / Z90
    mean = span.mid + HALF * (above - below) / 2
    second = (below**2 + above**2) / 2
    return mean, second - (mean - span.mid) ** 2


spans = st.tuples(st.floats(5, 50), st.floats(0, 30), st.floats(0, 30)).map(
    # far enough from 0 that nothing is cut off
    lambda ends: Span(200 + ends[0], 200 + ends[0] + ends[1], 200 + sum(ends))
)


@CALM
@given(spans, st.sampled_from(["one", "two", "three"]))
def test_a_single_driver_hits_its_points(span, driver):
    assert points(drawn(span, driver)) == pytest.approx(span, abs=1e-9)


def test_a_figure_without_doubt_is_the_same_in_every_draw():
    assert set(drawn(Span.exact(12.5), "any")) == {12.5}


def test_nothing_falls_below_the_least():
    values = drawn(Span(20, 60, 90), "crew", least=1.0)
    assert values.min() == 1.0
    assert points(values) == pytest.approx((20, 60, 90))
    assert drawn(Span(0, 0.5, 1), "share").min() == 0.0


def test_draws_are_the_strata_in_another_order_and_cannot_be_changed():
    assert sorted(normals("a")) == list(strata())
    assert list(normals("a")) != list(normals("b"))
    for shared in (normals("a"), drawn(Span(1, 2, 3), "a")):
        with pytest.raises(ValueError, match="read-only"):
            shared[0] = 0


def test_two_drivers_are_all_but_independent():
    names = [f"driver {n}" for n in range(12)]
    table = np.corrcoef([normals(name) for name in names])
    # the error of a correlation of 4095 independent pairs is 1/64; four of them
    assert np.abs(table - np.eye(len(names))).max() < 4 / math.sqrt(DRAWS)


@CALM
@given(st.lists(spans, min_size=2, max_size=6))
def test_the_sum_of_independent_drivers_has_their_mean_and_variance(parts):
    total = sum(drawn(span, f"part {n}") for n, span in enumerate(parts))
    mean, variance = (sum(each) for each in zip(*map(split_moments, parts), strict=True))
    assert total.mean() == pytest.approx(mean, abs=0.01 + 0.001 * math.sqrt(variance))
    # covariances of the fixed orders are within 4/64 of independence
    assert total.var() == pytest.approx(variance, rel=0.3, abs=0.01)


def test_the_variance_of_a_long_sum_is_close():
    parts = [Span(100 + n, 110 + n, 130 + n) for n in range(40)]
    total = sum(drawn(span, f"long {n}") for n, span in enumerate(parts))
    assert total.var() == pytest.approx(sum(split_moments(p)[1] for p in parts), rel=0.1)


@CALM
@given(spans, st.floats(0.1, 50))
def test_a_product_with_a_constant_scales_the_points(span, factor):
    assert points(drawn(span, "one") * factor) == pytest.approx([end * factor for end in span])


@CALM
@given(spans, spans)
def test_lines_of_one_driver_add_end_by_end(one, other):
    both = drawn(one, "shared") + drawn(other, "shared")
    assert points(both) == pytest.approx([a + b for a, b in zip(one, other, strict=True)])


@CALM
@given(st.floats(1, 30), st.floats(1, 30))
def test_independent_lines_are_narrower_than_their_ends_added(one, other):
    first, second = Span(200 - one, 200, 200 + one), Span(200 - other, 200, 200 + other)
    low, mid, high = points(drawn(first, "first") + drawn(second, "second"))
    assert low > first.low + second.low
    assert high < first.high + second.high
    # two normals: the doubt adds up as the sides of a right triangle
    side = math.hypot(one, other)
    assert (low, mid, high) == pytest.approx((400 - side, 400, 400 + side), abs=0.06 * side)


def test_an_independent_run_agrees_within_monte_carlo_error():
    """Crew x (half a room + meal) + buses, drawn freely with another seed and 400,000 draws."""
    crew, room, meal, bus = Span(20, 60, 90), Span(90, 115, 140), Span(72, 84.5, 100), (600, 1400)

    def free(rng, span):
        normal = rng.standard_normal(400_000)
        low, high = (span.mid - span.low) / Z90, (span.high - span.mid) / Z90
        return np.maximum(0.0, span.mid + normal * np.where(normal < 0, low, high))

    rng = np.random.default_rng(77)
    people = np.rint(np.maximum(1.0, free(rng, crew)))
    hire = Span(bus[0], 950, bus[1])
    wanted = people * free(rng, meal) + np.ceil(people / 2) * free(rng, room)
    wanted += np.ceil(people / 20) * free(rng, hire)
    people = np.rint(drawn(crew, "crew", 1.0))
    ours = people * drawn(meal, "meal") + np.ceil(people / 2) * drawn(room, "hotel_crew")
    ours += np.ceil(people / 20) * drawn(hire, "bus_hire")
    for share, mine in zip((0.1, 0.5, 0.9), points(ours), strict=True):
        # standard error of a quantile: sqrt(p(1-p)/n) over the density there
        around = np.quantile(wanted, (share - 0.02, share + 0.02))
        density = 0.04 / (around[1] - around[0])
        error = math.sqrt(share * (1 - share) / DRAWS) / density
        assert abs(mine - np.quantile(wanted, share)) < 4 * error


def test_money_is_whole_fen_read_off_the_draws():
    fen = in_fen(drawn(Span(10.004, 20.005, 30.006), "money"))
    assert fen.dtype == np.int64
    figure = money(fen, "CNY", Basis.ESTIMATED, (), "method.x", beyond=True)
    assert (figure.low, figure.mid, figure.high) == (10.0, 20.0, 30.01)
    assert (figure.unit, figure.beyond) == ("CNY", True)


def test_fen_never_run_over():
    days = np.full(DRAWS, 100_000)
    huge = in_fen(np.full(DRAWS, 1e300))
    assert huge.max() == times_days(huge, days).max() == MOST_FEN
    assert 1000 * int(MOST_FEN) < np.iinfo(np.int64).max


def test_a_stay_spread_over_days_is_rounded_to_fen():
    assert set(per_day(np.array([100, 101, 102]), np.array([3, 3, 4]))) == {33, 34, 26}
