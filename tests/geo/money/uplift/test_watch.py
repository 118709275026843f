"""Months after a release: hand-worked growth, chance left as chance, no claim from too little."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model.hosting import Month, Watch
from geo.money import judge_months
from geo.money.uplift.watch import Z80, Z90
from geo.phrases import LANGUAGES, load_phrases
from tests.geo.money.conftest import ASSETS

RELEASE = 2025 * 12 + 3  # April 2025


def named(number):
    return f"{number // 12}-{number % 12 + 1:02d}"


def watched(place, control, before):
    """A series of counts, of which the first ``before`` lie before the release."""
    first = RELEASE - before
    months = tuple(
        Month(named(first + at), one, other)
        for at, (one, other) in enumerate(zip(place, control, strict=True))
    )
    return Watch("w", "一曲姑苏", "tongli", "周庄", "2025-04", months)


def drawn(rng, before, after, sd, alike=0.0, effect=0.0):
    """Counts of two places with seasons of their own, and noise whose months are alike."""
    n = before + after
    noise = np.zeros(n)
    last = rng.normal() * sd
    for at in range(n):
        last = alike * last + math.sqrt(1 - alike**2) * sd * rng.normal()
        noise[at] = last
    season = 0.3 * np.sin(2 * np.pi * np.arange(n) / 12)
    market = np.exp(0.4 * np.cos(2 * np.pi * np.arange(n) / 12 + 1) + 0.01 * np.arange(n))
    lift = np.where(np.arange(n) >= before, effect, 0.0)
    return watched(
        (9_000 * market * np.exp(season + noise + lift)).tolist(), (4_000 * market).tolist(), before
    )


def codes(found):
    return [one.code for one in found.reasons]


def test_growth_beside_the_control_is_what_one_reckons_by_hand(model):
    # two years alike but for small swings that cancel; then place +50%, control +20%
    up = [1.02, 0.98] * 6
    place = [1000 * x for x in [1.0] * 12 + up] + [1500 * x for x in up[:3]]
    control = [500.0] * 24 + [600.0] * 3
    found = judge_months(watched(place, control, 24), model)
    assert found.effect.mid == pytest.approx(1.5 / 1.2 - 1)
    assert found.noise is False
    grown = next(one for one in found.reasons if one.code == "watch_grown")
    assert grown.values["place"] == pytest.approx(0.5)
    assert grown.values["control"] == pytest.approx(0.2)


def test_swings_as_large_before_the_release_make_it_noise(model):
    # the year before, with no drama, it drifted apart by as much
    place = [1000.0] * 12 + [1250.0] * 12 + [1562.5] * 6
    found = judge_months(watched(place, [500.0] * 30, 24), model)
    assert found.effect.mid == pytest.approx(0.25)
    assert found.noise is True
    assert found.usual.low < -0.2 < 0.25 < found.usual.high


@pytest.mark.parametrize("before", range(12))
def test_nothing_is_claimed_from_less_than_a_year_before(model, before):
    found = judge_months(
        watched([100.0] * before + [900.0] * 6, [50.0] * (before + 6), before), model
    )
    assert found.noise is None
    assert not found.effect.known
    assert found.effect.mid is None
    assert next(one for one in found.reasons if one.code == "watch_too_few").values == {
        "n": before,
        "lack": 12 - before,
    }


def test_a_blank_is_not_a_zero_and_a_zero_is_no_month(model):
    rng = np.random.default_rng(3)
    whole = drawn(rng, 24, 6, 0.1)
    blank = [*whole.months]
    blank[26] = Month(blank[26].month, None, blank[26].control)
    shut = [*blank]
    shut[26] = Month(blank[26].month, 0.0, blank[26].control)
    one, other = (
        judge_months(Watch("w", "t", "s", "c", "2025-04", tuple(some)), model)
        for some in (blank, shut)
    )
    assert one.effect == other.effect != judge_months(whole, model).effect
    assert "watch_zeros" in codes(other)
    assert "watch_zeros" not in codes(one)


def test_months_without_the_same_month_before_are_left_out_and_told(model):
    rng = np.random.default_rng(4)
    whole = drawn(rng, 24, 6, 0.1)
    # nobody counted any April before the release
    some = tuple(one for one in whole.months[:24] if not one.month.endswith("-04"))
    found = judge_months(Watch("w", "t", "s", "c", "2025-04", some + whole.months[24:]), model)
    assert next(one for one in found.reasons if one.code == "watch_unmatched").values["n"] == 1
    assert next(one for one in found.reasons if one.code == "watch_over").values["n"] == 5


@pytest.mark.parametrize(("before", "after"), [(12, 3), (24, 3), (24, 12), (36, 6)])
@pytest.mark.parametrize("alike", [0.0, 0.6])
def test_chance_alone_is_seldom_called_an_effect(model, before, after, alike):
    rng = np.random.default_rng(before + after)
    false = [
        judge_months(drawn(rng, before, after, 0.15, alike), model).noise is False
        for _ in range(150)
    ]
    # one in ten is what is promised; three deviations of 150 draws above that are 17
    assert np.mean(false) <= 0.175


def test_a_large_effect_is_seen_and_a_range_holds_it(model):
    rng = np.random.default_rng(9)
    found = [judge_months(drawn(rng, 36, 6, 0.1, 0.3, math.log(1.5)), model) for _ in range(100)]
    assert np.mean([one.noise is False for one in found]) > 0.9
    assert np.mean([one.effect.low <= 0.5 <= one.effect.high for one in found]) > 0.7


@given(
    st.lists(st.floats(-0.3, 0.3), min_size=30, max_size=30),
    st.floats(0.1, 10),
    st.floats(0.1, 10),
)
@settings(max_examples=40, deadline=None)
def test_how_large_the_places_are_says_nothing(model, swings, mine, theirs):
    place = [1000 * math.exp(x) for x in swings]
    control = [700.0 + 10 * at for at in range(30)]
    one = judge_months(watched(place, control, 24), model)
    other = judge_months(
        watched([mine * x for x in place], [theirs * x for x in control], 24), model
    )
    assert one.effect.mid == pytest.approx(other.effect.mid, abs=1e-9)
    assert one.usual.high == pytest.approx(other.usual.high, rel=1e-6)
    # noise is just what lies within the usual
    assert one.noise == (one.usual.low <= one.effect.mid <= one.usual.high)


def test_beyond_all_past_cases_the_counts_are_doubted(model):
    place = [1000.0] * 24 + [9000.0] * 6
    assert "watch_beyond_record" in codes(judge_months(watched(place, [500.0] * 30, 24), model))


def test_without_a_month_of_release_nothing_is_said(model):
    found = judge_months(Watch("w", "t", "s", "c", "", ()), model)
    assert codes(found) == ["watch_no_release"]
    assert found.noise is None


def test_quantiles_and_sentences(model):
    assert (round(Z80, 3), round(Z90, 3)) == (1.282, 1.645)
    phrases = load_phrases(ASSETS / "phrases")
    rng = np.random.default_rng(1)
    for series in (drawn(rng, 12, 2, 0.1), drawn(rng, 24, 11, 0.1), drawn(rng, 3, 0, 0.1)):
        for one in judge_months(series, model).reasons:
            for lang in LANGUAGES:
                assert "{" not in phrases.tell(one, lang) != one.code
