"""Subsidy: the worked examples of the policy texts, and money that is never promised."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import AnyOf, Basis, Condition, ProjectFacts
from geo.money import judge
from geo.money.subsidy.rules import ProjectReader
from geo.money.subsidy.verdict import judge_policy
from tests.geo.money.made import CALM, FOUR, TODAY

PLACES = {
    "瓯海": ("浙江省", "温州市", "瓯海区"),
    "余杭": ("浙江省", "杭州市", "余杭区"),
    "高州": ("广东省", "茂名市", "高州市"),
    "大同": ("山西省", "大同市", None),
    "佛山": ("广东省", "佛山市", None),
    "深圳": ("广东省", "深圳市", None),
    "河南": ("河南省", "郑州市", None),
    "舟山": ("浙江省", "舟山市", None),
    "黄山": ("安徽省", "黄山市", None),
}


def result(book, policy_id, values, today=TODAY):
    """One policy judged in its own region."""
    policy = next(each for each in book.policies if each.id == policy_id)
    facts = ProjectFacts(values)
    project = ProjectReader(facts, book, policy.region, policy.region, {})
    return judge_policy(policy, project, facts, today, here=True).result


def ceiling(book, policy_id, **values):
    return result(book, policy_id, {k.replace("__", ".", 1): v for k, v in values.items()}).ceiling


# ---- worked by hand from the notes on the policy texts


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


# ---- money that is never promised


def test_every_item_is_judged_without_a_single_fact(book):
    seen = set()
    for policy in book.policies:
        place = tuple(policy.region.levels)
        subsidy = judge(book, place, ProjectFacts(), TODAY)
        assert subsidy.counted == 0
        assert subsidy.amount.low == 0
        seen |= {each.policy_id for each in subsidy.policies}
    assert len(seen) == 112


@pytest.mark.parametrize("city", ["南宁", "绍兴", "成都"])
def test_three_cities_are_unknown(book, city):
    subsidy = judge(book, FOUR[city], ProjectFacts(), TODAY)
    figure = subsidy.amount
    assert (figure.low, figure.mid, figure.high) == (0, None, None)
    assert figure.basis is Basis.UNKNOWN
    assert subsidy.ceiling is None
    assert "subsidy_amount_unknown" in [reason.code for reason in subsidy.reasons]


def test_suzhou_is_a_ceiling(book):
    subsidy = judge(book, FOUR["苏州"], ProjectFacts(), TODAY)
    # the script line (national or provincial), tourism, investment; alternatives stand once
    assert subsidy.ceiling == 300_000 + 100_000 + 1_000_000
    assert (subsidy.amount.low, subsidy.amount.mid) == (0, None)
    assert subsidy.amount.high == subsidy.ceiling
    codes = {reason.code: reason.values for reason in subsidy.reasons}
    assert codes["subsidy_up_to"]["amount"] == 1_400_000
    assert codes["stacking_silent"] == {"sum": 1_400_000, "highest": 1_000_000}
    assert codes["subsidy_conditions_open"]["n"] >= 5
    assert {"subsidy_adds_nothing", "paid_after_delivery"} <= set(codes)


def test_a_region_without_a_rule_is_unknown_not_zero(book):
    subsidy = judge(book, ("海南省", "海口市", None), ProjectFacts(), TODAY)
    assert subsidy.amount.basis is Basis.UNKNOWN
    assert [reason.code for reason in subsidy.reasons] == ["subsidy_none_found"]


def test_names_may_leave_out_their_suffix(book):
    assert judge(book, ("江苏", "苏州", None), ProjectFacts(), TODAY) == judge(
        book, FOUR["苏州"], ProjectFacts(), TODAY
    )


def test_a_district_item_is_never_added_for_the_whole_city(book):
    city = judge(book, ("浙江省", "温州市", None), ProjectFacts(), TODAY)
    ouhai = next(each for each in city.policies if each.policy_id == "wz-ouhai-2026")
    assert next(reason.code for reason in ouhai.reasons) == "only_in_district"
    district = judge(book, PLACES["瓯海"], ProjectFacts(), TODAY)
    assert "subsidy_up_to" in [reason.code for reason in district.reasons]
    assert "subsidy_up_to" not in [reason.code for reason in city.reasons]


def test_money_for_others_is_listed_not_counted(book):
    values = {"project.title_level": "national_base"}
    subsidy = judge(book, PLACES["舟山"], ProjectFacts(values), TODAY)
    base = next(each for each in subsidy.policies if each.policy_id == "zj-zhoushan-2024-base")
    assert "paid_to.base" in [reason.code for reason in base.reasons]
    assert base.certain == 0
    assert subsidy.counted == 0


def test_drafts_and_expired_rules_never_count(book):
    draft = judge(book, ("北京市", "北京市", "通州区"), ProjectFacts(), TODAY)
    assert draft.amount.basis is Basis.UNKNOWN
    told = {"policy.hs-2024-shoot.amount": 50_000, "shoot.filed_with_city": True}
    now = judge(book, PLACES["黄山"], ProjectFacts(told), TODAY)
    assert now.amount.low == 50_000
    later = judge(book, PLACES["黄山"], ProjectFacts(told), date(2027, 1, 1))
    assert later.counted == 0
    early = judge(book, FOUR["苏州"], ProjectFacts(), date(2025, 1, 15))
    assert early.ceiling is None


def test_shenzhen_items_add_up_to_their_umbrella(book):
    subsidy = judge(book, PLACES["深圳"], ProjectFacts(), TODAY)
    codes = {reason.code: reason.values for reason in subsidy.reasons}
    assert codes["subsidy_up_to"]["amount"] == 3_000_000
    told = {"policy.szx-2025-location.amount": 9_000_000, "shoot.place": ("深圳市",)}
    capped = judge(book, PLACES["深圳"], ProjectFacts(told), TODAY)
    assert capped.counted == 3_000_000


# ---- what the user knows


def test_a_probability_counts_a_formula_not_a_ceiling(book):
    values = {
        "work.episodes": 60,
        "policy.sz-2025-tourism.probability": 0.5,
        "policy.sz-2025-script-nat.probability": 0.5,
    }
    subsidy = judge(book, FOUR["苏州"], ProjectFacts(values), TODAY)
    assert subsidy.counted == 50_000
    assert (subsidy.amount.low, subsidy.amount.mid) == (0, 50_000)
    assert subsidy.amount.basis is Basis.ESTIMATED


def test_an_amount_told_for_nanning_moves_it_at_once(book):
    told = {"policy.nn-2025-works.amount": 80_000}
    subsidy = judge(book, FOUR["南宁"], ProjectFacts(told), TODAY)
    assert subsidy.counted == 80_000
    assert subsidy.amount.low == 80_000
    works = next(each for each in subsidy.policies if each.policy_id == "nn-2025-works")
    assert "policy_amount_told" in [reason.code for reason in works.reasons]


def test_the_published_selection_rate_weighs_a_firm_sum(book):
    told = {
        "policy.gx-2025-wenlv-key.amount": 100_000,
        "work.theme": "非遗传承",
        "shoot.place": ("南宁市",),
    }
    subsidy = judge(book, FOUR["南宁"], ProjectFacts(told), TODAY)
    assert subsidy.counted == pytest.approx(7_800)
    without = {key: value for key, value in told.items() if key != "shoot.place"}
    assert judge(book, FOUR["南宁"], ProjectFacts(without), TODAY).counted == 0


def test_of_two_alternatives_the_better_one_is_paid(book):
    told = {
        "policy.sz-2025-script-nat.amount": 300_000,
        "policy.sz-2025-script-nat.probability": 0.1,
        "policy.sz-2025-script-prov.amount": 200_000,
        "policy.sz-2025-script-prov.probability": 0.4,
    }
    assert judge(book, FOUR["苏州"], ProjectFacts(told), TODAY).counted == 80_000


def test_everything_failed_is_a_known_zero(book):
    values = {
        "work.honour_level": "none",
        "work.promotes_local_tourism": False,
        "producer.registered_in": "成都市",
    }
    subsidy = judge(book, FOUR["苏州"], ProjectFacts(values), TODAY)
    assert (subsidy.amount.low, subsidy.amount.mid, subsidy.amount.high) == (0, 0, 0)


def test_a_sum_that_is_certain(book):
    """No item seen pays a crew without a gate, so one is made from a Xi'an company reward."""
    item = next(each for each in book.policies if each.id == "xa-2024-scale")
    crew = replace(item, payee="producer", reaches_crew=True, local_registration="unknown")
    made = replace(book, policies=(crew,))
    place = ("陕西省", "西安市", None)
    above = {"producer.first_above_scale": True}
    assert judge(made, place, ProjectFacts(above), TODAY).amount.low == 200_000
    open_one = judge(made, place, ProjectFacts(), TODAY)
    assert (open_one.amount.low, open_one.amount.high) == (0, 200_000)
    local = replace(crew, local_registration="required")
    made = replace(book, policies=(local,))
    assert judge(made, place, ProjectFacts(above), TODAY).amount.low == 0
    here = {**above, "producer.registered_in": "西安"}
    assert judge(made, place, ProjectFacts(here), TODAY).amount.low == 200_000


def test_highest_only_pays_one(book):
    made = replace(
        book,
        policies=tuple(
            replace(each, stack="highest_only") if each.id.startswith("sz-2025") else each
            for each in book.policies
        ),
    )
    subsidy = judge(made, FOUR["苏州"], ProjectFacts(), TODAY)
    assert subsidy.ceiling == 1_000_000
    assert "stacking_highest_only" in [reason.code for reason in subsidy.reasons]


@CALM
@given(seed=st.integers(0, 10**6), place=st.sampled_from([*FOUR.values(), *PLACES.values()]))
def test_the_order_of_policies_does_not_matter(book, seed, place):
    values = {"work.episodes": 60, "policy.sz-2025-tourism.probability": 0.3}
    shuffled = list(book.policies)
    random.Random(seed).shuffle(shuffled)
    one = judge(book, place, ProjectFacts(values), TODAY)
    other = judge(replace(book, policies=tuple(shuffled)), place, ProjectFacts(values), TODAY)
    assert (one.counted, one.ceiling, one.amount.high) == pytest.approx(
        (other.counted, other.ceiling, other.amount.high)
    )


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
