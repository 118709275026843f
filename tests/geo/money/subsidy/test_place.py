"""A place: certain, expected and ceiling money of all its policies, and money never promised."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Basis, ProjectFacts, Stacking
from geo.money.subsidy.judge import judge
from tests.geo.money.made import CALM, FOUR, TODAY
from tests.geo.money.subsidy.made import PLACES

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
            replace(each, stacking=Stacking("highest_only"))
            if each.id.startswith("sz-2025")
            else each
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
