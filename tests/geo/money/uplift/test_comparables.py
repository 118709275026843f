"""Comparables: by stated rules, each telling how it was chosen, none where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.money import Spot, comparables
from geo.phrases import load_phrases
from tests.geo.money.made import facts


def spot(scale, shows=True):
    return Spot("x", "city", ("某地",), scale, shows=shows)


def ids(found):
    return [each.id for each in found]


def codes(found):
    return [reason.code for reason in found.reasons]


def test_a_county_has_the_micro_dramas_first(case_book):
    found = comparables(spot("B"), facts(), case_book)
    assert ids(found) == ["cn_pingtan", "cn_wuyi", "cn_burqin"]
    pingtan, _, burqin = found
    assert codes(pingtan) == [
        "comparable_micro_drama", "comparable_size.B", "comparable_systematic",
    ]  # fmt: skip
    assert codes(burqin) == [
        "comparable_home", "comparable_size.B", "comparable_success", "comparable_short",
    ]  # fmt: skip
    assert burqin.success
    assert (pingtan.growth, pingtan.market) == pytest.approx((0.134, 0.118))
    assert pingtan.relative == pytest.approx(1.134 / 1.118 - 1)
    assert pingtan.sources[0].publisher.startswith("人民日报")
    assert pingtan.sources[0].publisher_in("en").startswith("People's Daily")
    assert pingtan.place_en == "Pingtan, Fujian"


def test_an_attraction_too_and_long_seasons_before_holidays(case_book):
    found = comparables(spot("A"), facts(), case_book)
    # one case a production: Xiaoxitian's holiday gives way to Yingxian of the same game
    assert ids(found) == ["cn_zhejiang15", "cn_baihaba", "cn_yingxian"]


def test_foreign_ones_only_to_make_up_three_and_not_picked_for_success_first(case_book):
    found = comparables(spot("C"), facts(), case_book)
    assert ids(found) == ["cn_dali", "cn_jiangmen", "jp_kagoshima2018"]
    assert codes(found[2]) == [
        "comparable_abroad", "comparable_size.C", "comparable_systematic", "comparable_no_control",
    ]  # fmt: skip


def test_every_reason_is_told_in_both_languages(case_book, assets):
    phrases = load_phrases(assets / "phrases")
    for scale in "ABC":
        for found in comparables(spot(scale), facts(), case_book):
            for one in found.reasons:
                assert all(phrases.tell(one, lang) != one.code for lang in ("zh", "en"))


def test_no_more_than_asked(case_book):
    assert ids(comparables(spot("B"), facts(), case_book, n=1)) == ["cn_pingtan"]
    assert comparables(spot("B"), facts(), case_book, n=0) == ()


def test_where_there_is_none_no_number(case_book):
    assert comparables(spot("B", shows=False), facts(), case_book) == ()
    assert comparables(spot("B"), facts(place__prominence="studio"), case_book) == ()
    other = replace(case_book, cases=tuple(c for c in case_book.cases if c.scale != "B"))
    assert comparables(spot("B"), facts(), other) == ()


def test_refused_and_placebo_cases_are_never_compared(case_book):
    for scale in "ABC":
        found = comparables(spot(scale), facts(), case_book, n=100)
        assert not {"cn_gala", "cn_sihong_placebo", "cn_handan", "cn_altay_year2"} & set(ids(found))
        assert {each.scale for each in found} == {scale}
        assert len({each.title for each in found}) == len(found)


def test_a_case_without_a_year_counts_as_old(case_book):
    undated = [
        replace(case, year="") if case.id == "cn_pingtan" else case for case in case_book.cases
    ]
    found = comparables(spot("B"), facts(), replace(case_book, cases=tuple(undated)))
    assert ids(found)[:2] == ["cn_wuyi", "cn_pingtan"]
