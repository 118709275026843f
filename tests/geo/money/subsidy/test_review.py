"""Review tier: the lines of both regimes, lead times, and what the tier opens or bars."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from geo.errors import FactsError
from geo.model import Basis, National, ProjectFacts
from geo.money.subsidy.judge import judge_policy
from geo.money.subsidy.national import load_national
from geo.money.subsidy.review import review
from tests.geo.money.made import FOUR, TODAY
from tests.geo.money.subsidy.conftest import ASSETS
from tests.geo.money.subsidy.made import PLACES, book_of, codes

PLAIN = {"work.special_theme": False}
CHENGDU = FOUR["成都"]


def told(book, values, place=CHENGDU, today=TODAY):
    return review(book, place, ProjectFacts(values), today)


@pytest.mark.parametrize(
    ("today", "investment", "tier"),
    [
        (date(2026, 1, 1), 999_999.99, "other"),
        (date(2026, 1, 1), 1_000_000, "ordinary"),
        (date(2026, 1, 1), 2_999_999.99, "ordinary"),
        (date(2026, 1, 1), 3_000_000, "key"),
        (date(2025, 12, 31), 1_000_000, "key"),
    ],
)
def test_the_lines_of_the_tiers(book, today, investment, tier):
    judged = told(book, {**PLAIN, "work.investment_total": investment}, today=today)
    assert judged.tier == tier
    assert judged.possible == (tier,)
    assert codes(judged)[0] == f"review_tier.{tier}"
    assert judged.filing_by
    assert judged.sources


@pytest.mark.parametrize(("investment", "tier"), [(299_999, "other"), (300_000, "ordinary")])
def test_the_older_lines_hold_until_the_end_of_2025(book, investment, tier):
    older = {"work.platform_first_screen": False, "work.voluntary_key_filing": False}
    values = {**PLAIN, **older, "work.investment_total": investment}
    assert told(book, values, today=date(2025, 12, 31)).tier == tier
    unsaid = told(book, {**PLAIN, "work.investment_total": investment}, today=date(2025, 12, 31))
    assert unsaid.tier is None
    assert unsaid.possible == ("key", tier)


@pytest.mark.parametrize("theme", [True, "军事", "宗教"])
def test_a_special_theme_is_key_whatever_it_costs(book, theme):
    assert told(book, {"work.special_theme": theme}).tier == "key"


@pytest.mark.parametrize("theme", [False, "none", "无", "都市爱情"])
def test_any_other_theme_is_not(book, theme):
    values = {"work.special_theme": theme, "work.investment_total": 500_000}
    assert told(book, values).tier == "other"


@pytest.mark.parametrize(
    ("values", "possible", "missing"),
    [
        ({}, ("key", "ordinary", "other"), {"work.investment_total", "work.special_theme"}),
        ({"work.special_theme": ""}, ("key", "ordinary", "other"), None),
        (PLAIN, ("key", "ordinary", "other"), {"work.investment_total"}),
        ({"work.investment_total": 1_000_000}, ("key", "ordinary"), {"work.special_theme"}),
        ({"work.investment_total": 999_999}, ("key", "other"), {"work.special_theme"}),
    ],
)
def test_what_is_not_known_leaves_tiers_open(book, values, possible, missing):
    judged = told(book, values)
    assert (judged.tier, judged.possible, judged.filing_by) == (None, possible, "")
    reason = judged.reasons[0]
    assert reason.code == "review_tier_open"
    assert missing is None or set(reason.values["facts"].split(",")) == missing


def test_before_any_rule_on_record_there_is_no_tier(book):
    judged = told(book, PLAIN, today=date(2024, 5, 31))
    assert (judged.tier, judged.possible) == (None, ())
    assert codes(judged) == ["review_no_regime", "review_days_unknown"]
    assert told(book_of(), PLAIN).possible == ()


# ---- how long it takes


def test_guangdong_published_its_stages(book):
    """A meeting every ten days, then at most 15 working days, which are three weeks."""
    values = {**PLAIN, "work.investment_total": 1_500_000}
    days = told(book, values, PLACES["佛山"]).lead_days
    assert (days.low, days.mid, days.high, days.basis) == (0, None, 31, Basis.PUBLISHED)
    assert days.sources


def test_a_platform_publishes_no_days(book):
    judged = told(book, {**PLAIN, "work.investment_total": 500_000}, PLACES["佛山"])
    assert judged.lead_days.basis is Basis.UNKNOWN
    rough = {reason.code: reason.values for reason in judged.reasons}["review_rule_of_thumb"]
    assert rough == {"best": 10, "typical": 30, "worst": 90}


def test_elsewhere_the_days_are_unknown_and_the_rule_of_thumb_is_told(book):
    judged = told(book, {**PLAIN, "work.investment_total": 1_500_000})
    assert judged.lead_days.basis is Basis.UNKNOWN
    assert "review_rule_of_thumb" in codes(judged)


def test_a_zone_with_figures_of_its_own(book):
    values = {**PLAIN, "work.investment_total": 1_500_000}
    zone = told(book, values, ("江苏省", "南通市", "开发区")).lead_days
    assert (zone.low, zone.mid, zone.high) == (0, 7, 14)
    assert not told(book, values, ("江苏省", "南通市", None)).lead_days.known


# ---- what the tier opens or bars

OUHAI = "wz-ouhai-2026"
LEVEL = "work.planning_filing_level"


@pytest.mark.parametrize(
    ("values", "truth", "code"),
    [
        ({"work.investment_total": 1_000_000}, True, "review_opens"),
        ({**PLAIN, "work.investment_total": 3_000_000}, True, "review_opens"),
        ({**PLAIN, "work.investment_total": 999_999}, None, "review_may_bar"),
        ({**PLAIN, "work.investment_total": 999_999, LEVEL: "platform"}, False, "review_bars"),
        ({**PLAIN, "work.investment_total": 999_999, LEVEL: "provincial"}, True, "review_opens"),
        ({}, None, "review_may_bar"),
    ],
)
def test_the_tier_and_the_filing_level_of_ouhai(book, values, truth, code):
    judged = told(book, values, PLACES["瓯海"])
    award = [reason for reason in judged.reasons if reason.values.get("id") == OUHAI]
    assert [reason.code for reason in award] == [code]
    result = judge_policy(book, book.get(OUHAI), ProjectFacts(values), TODAY)
    level = next(each for each in result.conditions if each.fact == LEVEL)
    assert level.truth is truth


def test_a_platform_reviewed_work_is_told_that_it_may_miss_the_level(book):
    policy = book.get(OUHAI)

    def said(values):
        return codes(judge_policy(book, policy, ProjectFacts(values), TODAY))

    assert "review_platform_may_bar" in said({"work.investment_total": 999_999})
    assert "review_platform_may_bar" not in said({"work.investment_total": 1_000_000})
    assert "review_platform_may_bar" not in said({})
    assert "review_platform_may_bar" not in said({LEVEL: "platform"})


# ---- reading the file


def broken(tmp_path, change):
    raw = yaml.safe_load((ASSETS / "policies" / "_national.yaml").read_text(encoding="utf-8"))
    change(raw)
    path = tmp_path / "_national.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    return load_national(path)


def test_what_ships_is_read(book):
    assert isinstance(book.national, National)
    assert [each.id for each in book.national.regimes] == ["nat-tiers-2026", "nat-tiers-2024"]
    assert len(book.national.leads) == 5
    assert "军事" in book.national.themes


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda raw: raw["review_regime"]["current"].pop("valid_from"), "valid_from"),
        (lambda raw: raw["review_regime"]["current"].update(valid_to="never"), "valid_to"),
        (lambda raw: raw["review_regime"]["lead_times"][0].update(days=[1, 2]), "days"),
        (lambda raw: raw["review_regime"]["lead_times"][0].update(days=7), "days"),
        (
            lambda raw: raw["review_regime"]["current"]["tiers"][0].update(filing_level="galaxy"),
            "filing_level",
        ),
        (
            lambda raw: raw["review_regime"]["current"]["tiers"][0]["any_of"][0].update(op="~"),
            "op",
        ),
    ],
)
def test_a_broken_file_is_named(tmp_path, change, field):
    with pytest.raises(FactsError) as error:
        broken(tmp_path, change)
    assert error.value.values["field"] == field
