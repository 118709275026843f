"""How figures are written: five styles, honest ends, Chinese and English."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Basis, Range, unknown
from gui.texts import NumberStyle, count, money, nice_top, present_number
from gui.texts.scales import Scale

AMOUNTS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: round(x, 2))
UNITS = st.sampled_from(["CNY", "CNY/day", "visits/12mo", "days", ""])
KNOWN = st.sampled_from([Basis.PUBLISHED, Basis.QUOTED, Basis.MEASURED, Basis.ESTIMATED])


def est(low, high, unit="CNY"):
    return Range(low, (low + high) / 2, high, unit, Basis.ESTIMATED)


def exact(value, unit="CNY", basis=Basis.PUBLISHED):
    return Range(value, value, value, unit, basis)


# the examples of look.md, sections 3, 6 and 11, and of its pictures
@pytest.mark.parametrize(
    ("figure", "zh", "full_zh", "en"),
    [
        (est(14_000, 26_000, "CNY/day"), "≈ 1.4–2.6 万", "≈ 1.4–2.6 万元/天", "≈ 14,000–26,000"),
        (est(3000, 10_000, "CNY/day"), "≈ 0.3–1.0 万", "≈ 0.3–1.0 万元/天", "≈ 3,000–10,000"),
        (est(-29_000, 29_000), "≈ −2.9 到 2.9 万", "≈ −2.9 到 2.9 万元", "≈ −29,000 to 29,000"),
        (est(100, 580_000), "≈ 0.01–58 万", "≈ 0.01–58 万元", "≈ 100–580,000"),
        (exact(115), "115 元", "115 元", "115"),
        (exact(196_000), "19.6 万", "19.6 万元", "196,000"),
        (exact(11_500), "1.15 万", "1.15 万元", "11,500"),
        (est(11_500, 28_500), "≈ 1.2–2.9 万", "≈ 1.2–2.9 万元", "≈ 11,500–28,500"),
        (exact(100_000), "10 万", "10 万元", "100,000"),
        (exact(6000, basis=Basis.QUOTED), "6,000 元", "6,000 元", "6,000"),
        (exact(0), "0", "0 元", "0"),
        (est(0, 1050, "visits/12mo"), "≈ 0–1,050", "≈ 0–1,050 人次", "≈ 0–1,050"),
        (Range(0, None, 100_000, "CNY", Basis.PUBLISHED), "0–10 万", "0–10 万元", "0–100,000"),
        (Range(15_000, None, None, "CNY", Basis.ESTIMATED), "≥ 1.5 万起", "≥ 1.5 万元", "≥ 15,000"),
        (Range(None, None, 50_000, "CNY", Basis.PUBLISHED), "≤ 5 万", "≤ 5 万元", "≤ 50,000"),
        (unknown("CNY"), "0 – ?", "0 – ? 元", "0 – ?"),
        (unknown("CNY", low=None), "未知", "未知", "unknown"),
    ],
)
def test_examples(figure, zh, full_zh, en):
    assert present_number(figure, "zh").text == zh
    assert present_number(figure, "zh").full == full_zh
    assert present_number(figure, "en").text == en


def test_a_place_that_cannot_be_told_is_words_and_no_nought():
    hidden = Range(0, 0, 0, "visits/12mo", Basis.ESTIMATED, method="method.place_not_shown")
    for lang, short in (("zh", "认不出"), ("en", "not shown")):
        look = present_number(hidden, lang, compact=True)
        assert look.text == short
        assert not any(char.isdigit() for char in look.text + look.full + look.spoken)
        assert look.style is not NumberStyle.ZERO


@pytest.mark.parametrize(
    ("figure", "zh", "en"),
    [
        (Range(5000, None, None, "CNY/day", Basis.ESTIMATED), "≥ 0.5 万起", "≥ 5,000"),
        (est(4500, 6800), "≈ 0.45–0.68 万", "≈ 4,500–6,800"),
        (est(14_000, 26_000), "≈ 1.4–2.6 万", "≈ 14–26k"),
        (Range(0, None, 100_000, "CNY", Basis.PUBLISHED), "0–10 万", "0–100k"),
        (est(0, 1050, "visits/12mo"), "≈ 0–1,050", "≈ 0–1,050"),
    ],
)
def test_list_cells_keep_one_unit(figure, zh, en):
    assert present_number(figure, "zh", compact=True).text == zh
    assert present_number(figure, "en", compact=True).text == en


@pytest.mark.parametrize(
    ("figure", "style"),
    [
        (exact(5), NumberStyle.PUBLISHED),
        (exact(5, basis=Basis.MEASURED), NumberStyle.PUBLISHED),
        (exact(5, basis=Basis.QUOTED), NumberStyle.QUOTED),
        (est(1, 2), NumberStyle.ESTIMATED),
        (exact(0), NumberStyle.ZERO),
        (exact(0, basis=Basis.UNKNOWN), NumberStyle.UNKNOWN),
        (unknown("CNY"), NumberStyle.UNKNOWN),
        (Range(0, None, None, "CNY", Basis.PUBLISHED), NumberStyle.UNKNOWN),
        (Range(None, None, None, "CNY", Basis.ESTIMATED), NumberStyle.UNKNOWN),
    ],
)
def test_five_styles(figure, style):
    assert present_number(figure, "zh").style is style


@given(st.none() | AMOUNTS, UNITS, st.sampled_from(["zh", "en"]), st.booleans())
def test_unknown_never_looks_like_nought(low, unit, lang, compact):
    figure = Range(low, None, None, unit, Basis.UNKNOWN)
    look = present_number(figure, lang, compact=compact)
    assert look.boxed
    assert look.text.strip() not in {"0", "0 万", "0 元", "0.0"}
    if not low:
        assert "?" in look.text or look.text in {"未知", "unknown"}


def ends_of(text):
    """The figures in a text, as numbers in the unit it is written in."""
    text = text.replace(",", "").replace("\N{MINUS SIGN}", "-").replace("<", "")
    scale = 1000 if "k" in text else 1
    both = re.sub(r"[≈≥≤万元起k]", "", text)
    parts = re.split(r"–| 到 | to ", both)
    return [float(part) * scale for part in parts]


@given(AMOUNTS, AMOUNTS, UNITS, KNOWN, st.sampled_from(["zh", "en"]), st.booleans())
def test_the_lower_end_stands_first(one, other, unit, basis, lang, compact):
    figure = Range(one, None, other, unit, basis)
    text = present_number(figure, lang, compact=compact).text
    shown = ends_of(text)
    assert shown == sorted(shown)
    low, high = sorted((one, other))
    if low < 0 < high:
        assert (" 到 " if lang == "zh" else " to ") in text
    assert "-" not in text
    assert "\N{MINUS SIGN}" in text or low >= 0


@given(AMOUNTS.filter(bool), UNITS, KNOWN, st.sampled_from(["zh", "en"]), st.booleans())
def test_what_is_not_nought_is_never_written_as_nought(value, unit, basis, lang, compact):
    text = present_number(exact(value, unit, basis), lang, compact=compact).text
    assert text.strip("≈ ").split(" ")[0] not in {"0", "0.0", "0.00", "\N{MINUS SIGN}0"}


@given(AMOUNTS.filter(lambda x: abs(x) >= 1), KNOWN)
def test_what_is_written_is_near_the_truth(value, basis):
    for lang, unit in (("zh", 10_000 if abs(value) >= 10_000 else 1), ("en", 1)):
        text = present_number(exact(value, "CNY", basis), lang).text
        assert ends_of(text)[0] * unit == pytest.approx(value, rel=0.06)


@given(AMOUNTS, AMOUNTS, KNOWN, st.sampled_from(["zh", "en"]))
def test_ears_get_no_signs(one, other, basis, lang):
    spoken = present_number(Range(one, None, other, "CNY/day", basis), lang).spoken
    assert not set(spoken) & set("≈–≥≤?")


def test_the_spoken_sentence():
    look = present_number(est(14_000, 26_000, "CNY/day"), "zh")
    assert look.spoken == "估算，1.4 到 2.6 万元/天"
    assert present_number(unknown("CNY"), "zh").spoken == "未知，从 0 起，上限未知"


def test_money_and_counts():
    assert money(14_000, "zh") == "1.4 万元"
    assert money(14_000, "en") == "RMB 14,000"
    assert money(None, "zh") == "未知"
    assert count(1230, "zh") == "1,230"
    assert count(123_456, "zh") == "12.35 万"


@given(st.lists(st.floats(1, 1e7), min_size=1, max_size=30))
def test_scale_ends_are_round_and_above_most(tops):
    figures = [Range(0, None, top, "CNY", Basis.ESTIMATED) for top in tops]
    top = nice_top(figures, 1.0, share=1.0)
    assert max(tops) <= top * (1 + 1e-6)
    assert top <= max(tops) * 2
    assert re.fullmatch(r"(1|1\.5|2|3|4|5|6|8|10)e\+0\d", f"{top:.1e}".replace(".0e", "e"))


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.booleans())
def test_a_scale_keeps_the_order(one, other, log):
    scale = Scale(0, 5000, log)
    low, high = sorted((one, other))
    assert 0 <= scale.at(low) <= scale.at(high) <= 1
    assert scale.at(0) == 0
