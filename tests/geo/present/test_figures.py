"""How figures are written: unknown never looks like 0."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Basis, Range, Source, unknown
from geo.present.figures import cite, figure


def money(low, mid, high, basis=Basis.ESTIMATED):
    return Range(low, mid, high, "CNY/day", basis)


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (unknown("CNY"), "未知", "not yet known"),
        (money(14_000, 20_000, 26_000), "≈ 1.4–2.6 万", "≈ 14,000–26,000"),
        (money(6_000, 6_000, 6_000, Basis.QUOTED), "6,000", "6,000"),
        (money(0, 0, 0, Basis.PUBLISHED), "0", "0"),
        (money(8_000, None, None), "8,000 起，其余未知", "from 8,000, rest unknown"),
        (money(0, None, 100_000), "0 – 10 万，最多", "0 – 100,000 at most"),
        (money(-29_000, 0, 29_000), "≈ −2.9到2.9 万", "≈ −29,000 to 29,000"),
        (money(500, 9_500, 12_000), "≈ 0.05–1.2 万", "≈ 500–12,000"),
        (money(9_000, 9_500, 12_000), "≈ 0.9–1.2 万", "≈ 9,000–12,000"),
    ],
)
def test_written_as_look_says(given, zh, en):
    assert (figure(given, "zh"), figure(given, "en")) == (zh, en)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_place_that_cannot_be_told_is_words_and_no_nought(lang):
    hidden = Range(0, 0, 0, "visits/12mo", Basis.ESTIMATED, method="method.place_not_shown")
    assert not any(char.isdigit() for char in figure(hidden, lang))


@given(st.sampled_from(["zh", "en"]), st.one_of(st.none(), st.just(0.0)))
def test_nothing_known_is_never_a_digit(lang, low):
    told = figure(Range(low, None, None, "CNY", Basis.ESTIMATED), lang)
    assert not any(char.isdigit() for char in told)


def test_a_link_is_shown_only_where_it_is_safe():
    link = {"url": "https://example.org/a", "date": "2025-01-01"}
    assert "example" in cite(Source("题", "报", link_safe=True, **link))
    assert "example" not in cite(Source("题", "报", link_safe=False, **link))
