"""Items of the policy texts, worked by hand, on both sides of every threshold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import AnyOf, Condition
from tests.geo.money.made import CALM
from tests.geo.money.subsidy.made import ceiling, result


@pytest.mark.parametrize(
    ("episodes", "expected"),
    [(None, 100_000), (1, 10_000), (9, 90_000), (10, 100_000), (80, 100_000)],
)
def test_suzhou_pays_10000_an_episode_up_to_100000(book, episodes, expected):
    values = {} if episodes is None else {"work.episodes": episodes}
    assert result(book, "sz-2025-tourism", values).ceiling == expected


@pytest.mark.parametrize(
    ("investment", "expected"),
    [(None, 1_000_000), (600_000, 120_000), (5_000_000, 1_000_000), (9_000_000, 1_000_000)],
)
def test_suzhou_pays_a_fifth_of_the_investment(book, investment, expected):
    values = {} if investment is None else {"work.investment_actual": investment}
    assert result(book, "sz-2025-invest", values).ceiling == pytest.approx(expected)


def test_the_declared_investment_stands_in_and_says_so(book):
    judged = result(book, "sz-2025-invest", {"work.investment_total": 600_000})
    assert judged.ceiling == pytest.approx(120_000)
    assert "policy_base_declared" in [reason.code for reason in judged.reasons]
    audited = {"work.investment_total": 600_000, "work.investment_actual": 500_000}
    assert result(book, "sz-2025-invest", audited).ceiling == pytest.approx(100_000)


OUHAI = {
    "work.planning_filing_level": "provincial",
    "shoot.consecutive_local_days": 7,
    "shoot.main_location": "瓯海区",
    "work.promotes_local_image": True,
}


@pytest.mark.parametrize(
    ("change", "spend", "expected"),
    [
        ({}, 400_000, 40_000),
        ({}, 1_000_000, 100_000),
        ({}, 1_500_000, 100_000),
        ({"shoot.consecutive_local_days": 6}, 400_000, 0),
        ({"work.planning_filing_level": "platform"}, 400_000, 0),
        ({"work.planning_filing_level": "national"}, 400_000, 40_000),
        ({"shoot.main_location": "成都"}, 400_000, 0),
    ],
)
def test_ouhai_pays_a_tenth_of_the_local_spend(book, change, spend, expected):
    values = {**OUHAI, **change, "spend.local_eligible": spend}
    judged = result(book, "wz-ouhai-2026", values)
    assert judged.ceiling == pytest.approx(expected)
    assert judged.certain == 0
    assert bool(judged.failed) == (expected == 0)


@pytest.mark.parametrize(
    ("orientation", "theme", "expected"),
    [
        ("horizontal", None, 450_000),
        ("horizontal", "都市", 300_000),
        ("horizontal", "余杭", 450_000),
        ("vertical", "都市", 80_000),
        ("vertical", "余杭", 120_000),
    ],
)
def test_yuhang_scripts_about_yuhang_get_half_more(book, orientation, theme, expected):
    values = {"work.orientation": orientation, **({"work.theme": theme} if theme else {})}
    assert result(book, "hz-yuhang-2024-script", values).ceiling == pytest.approx(expected)


@pytest.mark.parametrize(
    ("plays", "expected"),
    [
        (700_000, 0),
        (700_001, 80_000),
        (850_001, 120_000),
        (1_000_000, 120_000),
        (1_000_001, 150_000),
    ],
)
def test_yuhang_release_tiers(book, plays, expected):
    judged = ceiling(book, "hz-yuhang-2024-horizontal", work__avg_plays_per_episode=plays)
    assert judged == expected


def test_yuhang_vertical_has_a_tier_nobody_saw(book):
    plays = "work.plays_single_account"
    assert result(book, "hz-yuhang-2024-vertical", {plays: 150_000_000}).ceiling == 50_000
    assert result(book, "hz-yuhang-2024-vertical", {plays: 300_000_000}).ceiling is None
    assert result(book, "hz-yuhang-2024-vertical", {}).ceiling is None


@pytest.mark.parametrize(
    ("plays", "expected"),
    [
        (4_999_999, 0),
        (5_000_000, 10_000),
        (9_999_999, 10_000),
        (30_000_000, 60_000),
        (75_000_000, 150_000),
        (500_000_000, 150_000),
    ],
)
def test_gaozhou_pays_10000_per_five_million_plays(book, plays, expected):
    judged = ceiling(book, "mm-gaozhou-2025-plays", work__plays_single_platform=plays)
    assert judged == expected


@pytest.mark.parametrize(
    ("level", "expected"), [("国家级", 100_000), ("省级", 50_000), ("市级", 0)]
)
def test_gaozhou_support_tiers(book, level, expected):
    assert ceiling(book, "mm-gaozhou-2025-support", work__supported_by=level) == expected


@pytest.mark.parametrize(
    ("policy", "orientation", "revenue", "expected"),
    [
        ("sx-datong-2025-vertical", "vertical", 999_999, 0),
        ("sx-datong-2025-vertical", "vertical", 1_000_000, 100_000),
        ("sx-datong-2025-vertical", "vertical", 20_000_000, 1_000_000),
        ("sx-datong-2025-vertical", "horizontal", 5_000_000, 0),
        ("sx-datong-2025-horizontal", "horizontal", 1_999_999, 0),
        ("sx-datong-2025-horizontal", "horizontal", 2_000_000, 200_000),
        ("sx-datong-2025-horizontal", "horizontal", 20_000_000, 1_500_000),
    ],
)
def test_datong_pays_a_tenth_of_the_revenue_share(book, policy, orientation, revenue, expected):
    values = {"work.orientation": orientation, "work.share_revenue_year": revenue}
    assert result(book, policy, values).ceiling == pytest.approx(expected)


@pytest.mark.parametrize(
    ("minutes", "share", "expected"), [(41, 0.81, 370_000), (40, 0.81, 0), (41, 0.8, 0)]
)
def test_foshan_first_producer_line(book, minutes, share, expected):
    judged = ceiling(
        book, "fs-2024-firstproducer", work__total_minutes=minutes, shoot__local_share=share
    )
    assert judged == expected


@pytest.mark.parametrize(
    ("values", "failed"),
    [
        ({"work.shows_landmark": True}, False),
        ({"work.shows_landmark": False}, False),
        ({"work.shows_landmark": False, "work.theme": "营商环境"}, False),
        ({"work.shows_landmark": False, "work.theme": "都市"}, True),
    ],
)
def test_foshan_landmark_or_theme(book, values, failed):
    assert bool(result(book, "fs-2024-landmark", values).failed) is failed


@pytest.mark.parametrize(
    ("channel", "expected"), [("央视", 200_000), ("湖南卫视", 100_000), ("地方台", 0)]
)
def test_henan_first_showing(book, channel, expected):
    assert ceiling(book, "ha-2025-broadcast", work__premiere_channel=channel) == expected


@pytest.mark.parametrize(
    ("policy", "values", "expected"),
    [
        ("sz-2021-project", {"project.investment_actual": 20_000_000}, 2_000_000),
        ("sz-2021-project", {"project.investment_actual": 9_999_999}, 0),
        (
            "sz-2021-enterprise",
            {"producer.class": "成长型", "producer.tax_paid_year": 90_000},
            90_000,
        ),
        ("sz-2021-enterprise", {"producer.class": "成长型"}, 500_000),
        ("fs-2024-copromo", {"spend.production_fee_paid": 700_000}, 70_000),
        ("fs-2024-base", {"project.investment_actual": 10_000_000}, 300_000),
        ("hz-binjiang-2025-rent", {"producer.office_rent_year": 100_000}, 80_000),
        ("sh-2025-export", {"spend.translation_dubbing": 300_000}, 150_000),
        ("sh-2025-export", {"spend.translation_dubbing": 3_000_000}, 500_000),
        ("sd-2025-match", {"work.national_support_received": 250_000}, 250_000),
        ("sd-2025-match", {}, None),
        ("cq-2025-hardware", {"project.fixed_investment_actual": 50_000_000}, 5_000_000),
        ("cq-2025-service", {"producer.service_income_year": 1_000_000}, 350_000),
        ("sc-daying-2023-rent", {"producer.office_rent_year": 100_000}, 30_000),
        ("sc-daying-2023-landing", {"producer.class": "ordinary"}, 100_000),
        ("zj-zhoushan-2024-base", {"project.title_level": "provincial_base"}, 500_000),
        ("xa-2024-revenue", {"producer.revenue_year": 2_000_000_000}, 300_000),
        ("xa-2024-revenue", {"producer.revenue_year": 499_999_999}, 0),
        ("xa-2024-growth-small", {"producer.revenue_year": 30_000_001}, 0),
        ("xa-2025-uplift", {"work.prize_received": 100_000}, 20_000),
        ("hs-2024-tickets", {}, 0),
        ("sd-2025-award", {"work.honour": "网络视听节目季度推优"}, 100_000),
        ("ha-2025-honour", {"work.honour": "网络视听精品创作传播工程"}, 200_000),
    ],
)
def test_other_formulas(book, policy, values, expected):
    worked = result(book, policy, values).ceiling
    assert worked == (None if expected is None else pytest.approx(expected))


def met(condition):
    """A value that meets the condition."""
    value = condition.value
    if condition.op in ("in", "between"):
        return value[0]
    return value + 1 if condition.op == ">" else value


@CALM
@given(data=st.data())
def test_open_pays_between_failed_and_met(book, data):
    """Unknown never yields less than not met nor more than met."""
    policy = data.draw(
        st.sampled_from([p for p in book.policies if p.conditions and p.amount is not None])
    )
    rule = data.draw(st.sampled_from(policy.conditions))
    single = rule.options[0] if isinstance(rule, AnyOf) else rule
    values = {single.fact: met(single)}
    unknown = result(book, policy.id, {})
    judged = result(book, policy.id, values)
    assert judged.certain >= unknown.certain
    if judged.ceiling is not None and unknown.ceiling is not None:
        assert judged.ceiling <= unknown.ceiling
    if isinstance(rule, Condition) and isinstance(rule.value, bool):
        refused = result(book, policy.id, {rule.fact: not rule.value})
        assert refused.ceiling == 0
        assert refused.certain == 0


@CALM
@given(amount=st.floats(0, 1e9), more=st.floats(0, 1e9))
def test_never_above_a_cap_and_more_money_never_pays_less(book, amount, more):
    for policy, fact in (
        ("sz-2025-invest", "work.investment_actual"),
        ("wz-ouhai-2026", "spend.local_eligible"),
        ("sx-datong-2025-vertical", "work.share_revenue_year"),
        ("mm-gaozhou-2025-plays", "work.plays_single_platform"),
    ):
        cap = next(each.amount.cap for each in book.policies if each.id == policy)
        small = result(book, policy, {fact: amount}).ceiling
        large = result(book, policy, {fact: amount + more}).ceiling
        assert 0 <= small <= large <= cap
