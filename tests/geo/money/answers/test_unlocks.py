"""Unlocks: minimal against brute force, real, priced, judged and warned of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Amount, AnyOf, Basis, Budget, Part, Range, Region, Stacking, Tier, unknown
from geo.money import load_money, unlocks
from geo.money.answers.gains import ORDER, verdict
from geo.money.answers.moves import CNY
from tests.geo.money.answers.made import (
    PLACE,
    case_of,
    fact,
    facts,
    fixed,
    policy,
    priced_by_day,
    span,
    tiered,
)
from tests.geo.money.conftest import ASSETS
from tests.geo.money.made import CALM, FOUR, TODAY

DAYS, TOTAL, ACTUAL = "shoot.days", "work.investment_total", "work.investment_actual"
ROW, IMAGE = "shoot.consecutive_local_days", "work.promotes_local_image"
LEVEL, FIRST = "work.planning_filing_level", "producer.first_producer_local"
OUHAI = ("浙江省", "温州", "瓯海区")


@pytest.fixture(scope="module")
def found(book, money):
    def find(*policies, values=(), **more):
        return unlocks(case_of(book, *policies, values=values, **more), money.changes)

    return find


def news(unlock):
    return {each.fact: each.new for each in unlock.changes}


def codes(reasons):
    return [each.code for each in reasons]


def only(proposals):
    assert len(proposals) == 1, [news(each) for each in proposals]
    return proposals[0]


def test_two_more_days_in_a_row_are_priced_beside_their_gain(found):
    seven = policy(conditions=[fact(ROW, ">=", 7)])
    one = only(found(seven, values={DAYS: 5, ROW: 5}, price=priced_by_day()))
    assert news(one) == {ROW: 7, DAYS: 7}
    assert [(each.old, each.new) for each in one.changes] == [(5, 7), (5, 7)]
    assert (one.kind, one.gain.low, one.gain.high) == ("certain", 100_000.0, 100_000.0)
    assert (one.cost.low, one.cost.mid, one.cost.high) == (16_000.0, 20_000.0, 30_000.0)
    assert one.verdict == "worth"
    assert one.city == "苏州"
    assert "unlock_days_priced" in codes(one.reasons)
    assert one.policy_ids == ("one",)


@pytest.mark.parametrize(
    ("day", "told"), [(40_000.0, "depends"), (60_000.0, "not_worth"), (20_000.0, "worth")]
)
def test_the_verdict_weighs_gain_against_cost(found, day, told):
    seven = policy(conditions=[fact(ROW, ">=", 7)])
    price = priced_by_day(day, day, day * 1.5)
    assert only(found(seven, values={DAYS: 5, ROW: 5}, price=price)).verdict == told


def test_days_beside_an_unpriced_venue_are_asked_for_first(found):
    seven = policy(conditions=[fact(ROW, ">=", 7)])
    price = priced_by_day(beyond=True)
    one = only(found(seven, values={DAYS: 5, ROW: 5}, price=price))
    assert one.verdict == "ask"
    assert one.cost.beyond


def test_the_same_days_in_a_row_have_no_price(found):
    seven = policy(conditions=[fact(ROW, ">=", 7)])
    one = only(found(seven, values={DAYS: 9, ROW: 5}, price=priced_by_day()))
    assert news(one) == {ROW: 7}
    assert one.cost.mid is None
    assert "unlock_reschedule" in codes(one.reasons)
    assert one.verdict == "ask"


def test_without_a_number_of_days_nothing_is_priced(found):
    seven = policy(conditions=[fact(ROW, ">=", 7)])
    one = only(found(seven, values={ROW: 5}, price=priced_by_day()))
    assert news(one) == {ROW: 7}
    assert {"unlock_days_unset", "unlock_needs"} <= set(codes(one.reasons))


def test_nobody_to_price_leaves_the_cost_unknown(found):
    seven = policy(conditions=[fact(ROW, ">=", 7)])
    one = only(found(seven, values={DAYS: 5, ROW: 5}))
    assert one.cost == unknown(CNY)


def test_a_real_audited_investment_moves_both_sums_and_the_review(found):
    level = policy(conditions=[fact(LEVEL, ">=", "provincial")])
    values = {TOTAL: 980_000, ACTUAL: 980_000, LEVEL: "platform"}
    one = only(found(level, values=values, review=tiered))
    assert news(one) == {LEVEL: "provincial", TOTAL: 1_000_000, ACTUAL: 1_000_000}
    assert (one.cost.low, one.cost.mid, one.cost.high) == (20_000.0,) * 3
    assert (one.lead_days.low, one.lead_days.mid, one.lead_days.high) == (21.0,) * 3
    assert {"unlock_spend", "unlock_costs_time", "unlock_review_from"} <= set(codes(one.reasons))
    assert {"unlock_warn.audited", "unlock_warn.real_spend"} <= set(codes(one.warnings))
    assert one.verdict == "worth"


def test_no_other_declaration_is_ever_proposed(found):
    """The real investment is there already: to declare it higher changes nothing in the world."""
    rich = policy(conditions=[fact(TOTAL, ">=", 1_000_000)])
    assert found(rich, values={TOTAL: 980_000, ACTUAL: 1_200_000}) == ()
    needs = policy(conditions=[fact(LEVEL, ">=", "provincial")])
    values = {TOTAL: 980_000, ACTUAL: 1_200_000, LEVEL: "platform"}
    assert found(needs, values=values) == ()


def test_spending_counts_from_what_was_really_spent(found):
    rich = policy(conditions=[fact(ACTUAL, ">=", 1_000_000)])
    one = only(found(rich, values={TOTAL: 1_500_000, ACTUAL: 900_000}))
    assert news(one) == {ACTUAL: 1_000_000}
    assert one.cost.mid == 100_000.0
    big = policy(conditions=[fact(TOTAL, ">=", 1_000_000)])
    declared = only(found(big, values={TOTAL: 950_000}))
    assert news(declared) == {ACTUAL: 1_000_000, TOTAL: 1_000_000}
    assert declared.cost.mid == 50_000.0


def test_spending_from_nobody_knows_where_is_unknown(found):
    rich = policy(conditions=[fact(LEVEL, ">=", "provincial"), fact(TOTAL, ">=", 1_000_000)])
    assert found(rich, values={LEVEL: "provincial"}) == ()
    level = policy(conditions=[fact(LEVEL, ">=", "provincial")])
    one = only(found(level, values={LEVEL: "platform"}))
    assert news(one) == {LEVEL: "provincial"}
    assert one.cost.method == "method.unlock_time"
    assert (one.cost.low, one.cost.high) == (0.0, 0.0)
    assert one.lead_days is None


def test_a_tier_that_stays_costs_no_days(found):
    level = policy(conditions=[fact(LEVEL, ">=", "provincial")])
    values = {TOTAL: 1_200_000, LEVEL: "platform"}
    assert only(found(level, values=values, review=tiered)).lead_days is None


def test_days_of_a_tier_nobody_measured_are_unknown(found):
    def vague(asked):
        return replace(tiered(asked), lead_days=unknown("days"))

    level = policy(conditions=[fact(LEVEL, ">=", "provincial")])
    one = only(found(level, values={TOTAL: 980_000, LEVEL: "platform"}, review=vague))
    assert not one.lead_days.known


def test_a_first_producer_is_always_warned_of_fraud_and_never_called_worth(found):
    local = policy(conditions=[fact(FIRST, "==", True)])
    one = only(found(local, values={FIRST: False}))
    assert "unlock_warn.name_only" in codes(one.warnings)
    assert one.verdict == "ask"
    moved = only(found(local, values={FIRST: False, "producer.registered_in": "上海市"}))
    assert news(moved) == {FIRST: True, "producer.registered_in": "苏州市"}


def test_a_rule_that_nobody_can_change_closes_the_way(found):
    plays = policy(
        conditions=[fact("work.plays_single_platform", ">=", 5_000_000), fact(ROW, ">=", 7)]
    )
    assert found(plays, values={"work.plays_single_platform": 10, ROW: 5, DAYS: 5}) == ()


def test_a_rule_nobody_can_answer_leaves_only_a_ceiling(found):
    judged = policy(conditions=[fact("work.result", "==", True), fact(ROW, ">=", 7)])
    one = only(found(judged, values={ROW: 5, DAYS: 5}, price=priced_by_day()))
    assert (one.kind, one.gain.low, one.gain.mid, one.gain.high) == ("ceiling", 0.0, None, 1e5)
    assert one.verdict == "depends"


def test_what_nobody_said_counts_as_not_so_and_is_told(found):
    two = policy(conditions=[fact(IMAGE, "==", True), fact(ROW, ">=", 7)], gate="review")
    one = only(found(two, values={DAYS: 7}))
    assert news(one) == {IMAGE: True, ROW: 7}
    told = next(each for each in one.reasons if each.code == "unlock_from_unsaid")
    assert set(told.values["facts"].split(",")) == {IMAGE, ROW}


def test_one_unsaid_fact_is_not_paid_for_by_two_awards_that_need_more(found):
    """A shared fact gives each award only with the rest of what that award needs."""
    theme = "work.shows_local_elements"
    one = policy("one", [fact(theme, "==", True), fact(IMAGE, "==", True)])
    two = policy("two", [fact(theme, "==", True), fact(FIRST, "==", True)], fixed(50_000))
    gains = {each.policy_ids: each.gain.high for each in found(one, two)}
    assert gains == {("one",): 100_000.0, ("two",): 50_000.0}


def test_one_change_for_two_awards_is_proposed_once_with_both(found):
    one = policy("one", [fact(ROW, ">=", 7)])
    two = policy("two", [fact(ROW, ">=", 7)], fixed(50_000))
    both = only(found(one, two, values={DAYS: 8, ROW: 5}))
    assert both.gain.low == 150_000.0
    assert set(both.policy_ids) == {"one", "two"}


def test_of_alternatives_the_smaller_change_is_proposed(found):
    either = AnyOf((fact(LEVEL, ">=", "provincial"), fact("work.shows_landmark", "==", True)))
    values = {LEVEL: "platform", "work.shows_landmark": False, TOTAL: 500_000}
    assert news(only(found(policy(conditions=[either]), values=values))) == {
        "work.shows_landmark": True
    }


def test_an_alternative_that_holds_asks_for_nothing(found):
    either = AnyOf((fact(ROW, ">=", 7), fact(IMAGE, "==", True)))
    assert found(policy(conditions=[either]), values={ROW: 5, IMAGE: True}) == ()


def test_a_needed_change_that_does_alone_stands_alone(found, book, money):
    """Enough days are asked for, not that they stand in a row: the row is left out."""
    either = AnyOf((fact(ROW, ">=", 7), fact(ROW, ">=", 7)))
    rows = policy("rows", [either], fixed(30_000))
    one = only(found(rows, values={DAYS: 5, ROW: 5}, price=priced_by_day()))
    assert news(one) == {ROW: 7, DAYS: 7}


def test_the_next_unit_and_the_next_tier_are_proposed(found):
    unit = Amount(
        "per_unit", is_upper_bound=False, unit_fact="work.episodes", per_unit=10_000.0,
        cap=100_000.0,
    )  # fmt: skip
    one = only(found(policy(amount=unit), values={"work.episodes": 8}))
    assert news(one) == {"work.episodes": 9}
    assert one.gain.low == 10_000.0
    assert found(policy(amount=unit), values={"work.episodes": 10}) == ()
    tiers = (Tier(10_000.0, at_least=40), Tier(30_000.0, at_least=80), Tier(90_000.0, at_least=99))
    tier = Amount(
        "tiered", is_upper_bound=False, tier_key="work.total_minutes", tiers=tiers, cap=90_000.0
    )
    one = only(found(policy(amount=tier), values={"work.total_minutes": 50}))
    assert (news(one), one.gain.low) == ({"work.total_minutes": 80}, 20_000.0)


def test_a_bonus_is_proposed_beside_a_part(found):
    bonus = Amount(
        "fixed", is_upper_bound=False, sum=10_000.0, bonus_rate=0.5,
        bonus_if=fact("work.shows_landmark", "==", True),
    )  # fmt: skip
    values = {"work.shows_landmark": False, IMAGE: False}
    assert only(found(policy(amount=bonus), values=values)).gain.low == 5_000.0
    part = Amount(
        "sum_of_parts", is_upper_bound=False,
        parts=(Part("a", fixed(1_000)), Part("b", fixed(2_000), (fact(IMAGE, "==", True),))),
    )  # fmt: skip
    one = only(found(policy(amount=part), values=values))
    assert (news(one), one.gain.low) == ({IMAGE: True}, 2_000.0)


def test_money_with_a_chance_is_expected_money(found):
    gated = policy(conditions=[fact(ROW, ">=", 7)], gate="review", selection_rate=0.25)
    one = only(found(gated, values={DAYS: 8, ROW: 5}))
    assert (one.kind, one.gain.low, one.gain.mid, one.gain.high) == (
        "expected", 0.0, 25_000.0, None,
    )  # fmt: skip
    assert one.gain.basis is Basis.ESTIMATED


def test_a_barred_award_of_unknown_size_is_told_as_unknown(found):
    nameless = policy(conditions=[fact(ROW, ">=", 7)], computable="none")
    nameless = replace(nameless, amount=None)
    one = only(found(nameless, values={DAYS: 8, ROW: 5}))
    assert not one.gain.known
    assert one.verdict == "ask"
    assert found(nameless) == ()


def test_an_award_beside_one_of_unknown_size_is_counted_alone(found):
    nameless = replace(policy("nameless"), amount=None)
    up_to = policy("two", [fact(ROW, ">=", 7)], fixed(40_000, up_to=True), gate="review")
    one = only(found(nameless, up_to, values={DAYS: 8, ROW: 5}))
    assert (one.kind, one.gain.high) == ("ceiling", 40_000.0)


def test_dead_awards_and_those_paid_to_others_are_never_proposed(found):
    rule = [fact(ROW, ">=", 7)]
    dead = [
        policy("draft", rule, status="draft"),
        policy("expired", rule, status="expired"),
        policy("base", rule, reaches_crew=False, payee="base"),
        policy("over", rule, valid_to=date(2026, 1, 1)),
        policy("soon", rule, valid_from=date(2027, 1, 1)),
    ]
    assert found(*dead, values={DAYS: 8, ROW: 5}) == ()


def test_a_pool_that_leaves_nothing_more_is_no_gain(found):
    one = policy("one", stacking=Stacking(rule="highest_only"))
    two = policy("two", [fact(ROW, ">=", 7)], fixed(60_000), stacking=Stacking("highest_only"))
    assert found(one, two, values={DAYS: 8, ROW: 5}) == ()


@pytest.mark.parametrize("order", [1, -1])
def test_two_sums_that_must_rise_rise_to_the_higher(found, order):
    sums = [fact(TOTAL, ">=", 1_000_000), fact(ACTUAL, ">=", 1_200_000)]
    both = policy(conditions=sums[::order])
    one = only(found(both, values={TOTAL: 900_000, ACTUAL: 900_000}))
    assert news(one) == {TOTAL: 1_200_000, ACTUAL: 1_200_000}
    assert one.cost.mid == 300_000.0


def test_a_bonus_on_an_investment_nobody_said_has_no_price(found):
    bonus = Amount(
        "fixed", is_upper_bound=False, sum=10_000.0, bonus_rate=0.5,
        bonus_if=fact(TOTAL, ">=", 1_000_000),
    )  # fmt: skip
    one = only(found(policy(amount=bonus)))
    assert "unlock_spend_unset" in codes(one.reasons)
    assert one.cost == unknown(CNY)


def test_a_share_of_days_moves_by_whole_days(found):
    share = policy(conditions=[fact("shoot.local_day_share", ">=", 0.5)])
    values = {"shoot.local_day_share": 0.2}
    assert news(only(found(share, values={**values, DAYS: 7}))) == {"shoot.local_day_share": 0.5714}
    assert news(only(found(share, values=values))) == {"shoot.local_day_share": 0.5}


def test_a_way_with_a_known_cost_goes_before_one_that_nobody_can_price(found):
    either = AnyOf((fact("work.shows_landmark", "==", True), fact(LEVEL, ">=", "provincial")))
    values = {"work.shows_landmark": False, LEVEL: "platform", TOTAL: 2_000_000}
    assert news(only(found(policy(conditions=[either]), values=values))) == {LEVEL: "provincial"}


def test_a_story_is_to_be_told_not_declared(found):
    theme = policy(conditions=[fact("work.theme", "in", ("科幻",))])
    one = only(found(theme, values={"work.theme": ("都市",)}))
    assert {"unlock_warn.real_story", "unlock_warn.judged"} <= set(codes(one.warnings))


# ---- elsewhere

LOCATION = "shoot.main_location"


def ouhai(**more):
    rules = [fact(LOCATION, "==", "瓯海区"), fact(ROW, ">=", 7), fact(LEVEL, ">=", "provincial")]
    region = Region("浙江省", "温州市", "瓯海区")
    return policy("ouhai", rules, fixed(60_000, up_to=True), region=region, gate="review", **more)


def test_an_award_nearly_reached_elsewhere_is_told_with_its_place(found):
    near = {DAYS: 8, ROW: 5, LEVEL: "provincial", LOCATION: "苏州市"}
    one = only(found(ouhai(), values=near, price=priced_by_day()))
    assert news(one) == {LOCATION: "瓯海区", ROW: 7}
    assert (one.city, one.kind, one.gain.high) == ("温州", "ceiling", 60_000.0)
    assert one.verdict == "ask"
    assert "unlock_warn.move_shoot" in codes(one.warnings)


def test_an_award_elsewhere_that_needs_more_is_left_out(found):
    assert found(ouhai(), values={DAYS: 8, ROW: 5, LEVEL: "platform"}) == ()


def test_elsewhere_only_shoots_count_not_companies_or_unknown_sums(found):
    near = {DAYS: 8, ROW: 5, LEVEL: "provincial"}
    assert found(ouhai(local_registration="required"), values=near) == ()
    away = policy("away", [fact(IMAGE, "==", True)], region=Region("浙江省", "温州市"))
    assert found(away, values={IMAGE: False}) == ()
    assert found(replace(ouhai(), amount=None), values=near) == ()
    province = policy("p", [fact(ROW, ">=", 7)], region=Region("浙江省"))
    assert found(province, values=near) == ()


def test_elsewhere_a_closed_way_stays_closed(found):
    rules = [fact(ROW, ">=", 7), fact("work.plays_single_platform", ">=", 9)]
    far = policy("far", rules, region=Region("浙江省", "温州市"))
    assert found(far, values={ROW: 5, DAYS: 8, "work.plays_single_platform": 1}) == ()


def test_a_district_of_the_city_may_need_one_change_more(found):
    district = replace(ouhai(), region=Region("江苏省", "苏州市", "吴江区"))
    rules = [fact(ROW, ">=", 7), fact(LEVEL, ">=", "provincial")]
    district = replace(district, conditions=tuple(rules))
    values = {DAYS: 8, ROW: 5, LEVEL: "platform", TOTAL: 2_000_000}
    assert news(only(found(district, values=values))) == {
        LOCATION: "吴江区", ROW: 7, LEVEL: "provincial",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["certain", "expected"])
def test_money_elsewhere_may_be_more_than_a_ceiling(found, kind):
    more = {"gate": None} if kind == "certain" else {"gate": "review", "selection_rate": 0.5}
    rules = [fact(ROW, ">=", 7)]
    away = policy("away", rules, region=Region("浙江省", "温州市"), **more)
    one = only(found(away, values={DAYS: 8, ROW: 5}))
    assert one.kind == kind
    assert one.gain.mid == (100_000.0 if kind == "certain" else 50_000.0)


def test_whoever_shoots_there_already_is_not_sent_there(found):
    one = only(found(ouhai(), values={DAYS: 8, ROW: 5, LEVEL: "provincial", LOCATION: "瓯海区"}))
    assert news(one) == {ROW: 7}


def test_a_shoot_that_is_there_and_meets_everything_has_nothing_to_change(found):
    values = {DAYS: 8, ROW: 8, LEVEL: "provincial", LOCATION: "瓯海区"}
    assert found(ouhai(), values=values) == ()


def test_going_elsewhere_is_told_as_one_award_alone(found):
    near = {DAYS: 8, ROW: 5, LEVEL: "provincial"}
    assert "unlock_alone" in codes(
        only(found(ouhai(), values={**near, LOCATION: "苏州市"})).reasons
    )
    there = only(found(ouhai(), values={**near, LOCATION: "瓯海区"}))
    assert "unlock_alone" not in codes(there.reasons)


def test_three_places_elsewhere_are_enough(found):
    away = [
        policy(
            f"p{at}", [fact(ROW, ">=", 7)], fixed(10_000 + at), region=Region("浙江省", f"城{at}市")
        )
        for at in range(5)
    ]
    assert len(found(*away, values={DAYS: 8, ROW: 5})) == 3


# ---- laws


@cache
def real():
    """What ships, read once: no fixture, or a failure would print all of it."""
    return load_money(ASSETS)


@pytest.mark.parametrize(
    ("gain", "cost", "warned", "told"),
    [
        (span(10.0), span(9.0), (), "worth"),
        (span(10.0), span(9.0), ("name_only",), "depends"),
        (span(10.0), span(10.0), (), "not_worth"),
        (span(10.0), span(5.0, 8.0, 12.0), (), "depends"),
        (span(0.0, 5.0, 10.0), span(1.0), (), "depends"),
        (span(10.0), unknown(CNY), (), "ask"),
        (span(10.0), unknown(CNY, low=10.0), (), "not_worth"),
        (unknown(CNY), span(1.0), (), "ask"),
        (Range(0.0, 5.0, None, CNY, Basis.ESTIMATED), span(1.0), (), "depends"),
    ],
)
def test_the_rule_of_the_verdict(gain, cost, warned, told):
    assert verdict(gain, cost, frozenset(warned)) == told


GRID = {
    ROW: [None, *range(10)],
    "work.total_minutes": [None, 0, 20, 39, 40, 41, 60],
    IMAGE: [None, False, True],
    FIRST: [None, False, True],
}


def rules(draw):
    made = [
        fact(ROW, ">=", draw(st.integers(1, 9))),
        fact("work.total_minutes", ">", draw(st.sampled_from([20, 40]))),
        fact(IMAGE, "==", True),
        fact(FIRST, "==", True),
    ]
    return draw(st.lists(st.sampled_from(made), max_size=3, unique_by=lambda one: one.fact))


@st.composite
def situations(draw):
    amounts = st.sampled_from([fixed(30_000), fixed(50_000), fixed(80_000, up_to=True)])
    policies = []
    for at in range(draw(st.integers(1, 3))):
        some = rules(draw)
        if len(some) == 3:
            some = [some[0], AnyOf((some[1], some[2]))]
        gate = draw(st.sampled_from([None, "review"]))
        stacking = Stacking(draw(st.sampled_from(["adds", "highest_only"])))
        policies.append(policy(f"p{at}", some, draw(amounts), gate=gate, stacking=stacking))
    values = {name: draw(st.sampled_from(grid)) for name, grid in GRID.items()}
    return policies, {name: value for name, value in values.items() if value is not None}


def smaller(change, before):
    """All values between the old one and the new one, the new one left out."""
    old = before.get(change.fact)
    if isinstance(change.new, bool):
        return [old]
    return [old, *range(int(old or 0) + 1, int(change.new))]


def worth_of(subsidy, kind):
    return {"certain": subsidy.certain, "expected": subsidy.counted, "ceiling": subsidy.ceiling}[
        kind
    ]


@settings(CALM, max_examples=50)
@given(situations())
def test_no_proposed_change_may_be_dropped_or_be_smaller(situation):
    """Brute force over every lesser change of every proposal, counted from the same start."""
    policies, values = situation
    case = case_of(real().policies, *policies, values=values)
    for one in unlocks(case, real().changes):
        unsaid = next(
            (each.values["facts"].split(",") for each in one.reasons
             if each.code == "unlock_from_unsaid"), [],
        )  # fmt: skip
        # all awards are counted from what nobody said being not so
        nothing = {ROW: 0, "work.total_minutes": 0, IMAGE: False, FIRST: False}
        start = {**{name: nothing[name] for name in GRID if name not in values}, **values}
        assert set(unsaid) == {each.fact for each in one.changes if each.fact not in values}
        base = worth_of(case.judged(facts(start)), one.kind)
        full = {**start, **news(one)}
        gain = round(worth_of(case.judged(facts(full)), one.kind) - base, 2)
        assert gain == (one.gain.low if one.kind == "certain" else one.gain.high)
        for lesser in product(*([*smaller(each, start), each.new] for each in one.changes)):
            tried = dict(zip((each.fact for each in one.changes), lesser, strict=True))
            if tried == news(one):
                continue
            judged = case.judged(facts({**start, **tried}))
            assert round(worth_of(judged, one.kind) - base, 2) < gain, tried


@settings(CALM, max_examples=50)
@given(situations())
def test_whatever_a_change_could_gain_is_found(situation):
    """If any combination of changes to the grid brings certain money, some unlock is told."""
    policies, values = situation
    case = case_of(real().policies, *policies, values=values)
    now = case.judged().certain
    best = max(
        case.judged(facts({ROW: row, "work.total_minutes": 60, IMAGE: True, FIRST: True})).certain
        for row in (9,)
    )
    told = unlocks(case, real().changes)
    if best > now + 0.01:
        assert told
    else:
        assert all(each.kind != "certain" for each in told)


VALUES = {
    DAYS: [None, 5, 8],
    ROW: [None, 5, 7],
    TOTAL: [None, 980_000, 1_200_000, 4_000_000],
    ACTUAL: [None, 980_000, 1_500_000],
    LEVEL: [None, "platform", "provincial"],
    FIRST: [None, False, True],
    "work.episodes": [None, 8, 60],
    "work.on_head_platform": [None, False, True],
    "work.honour_level": [None, "none", "national"],
    "work.theme": [None, ("传统文化",), ("都市",)],
    "producer.registered_in": [None, "上海市", "苏州市"],
    LOCATION: [None, "苏州市", "瓯海区"],
    "policy.wz-ouhai-2026.probability": [None, 0.5],
}
PLACES = [*FOUR.values(), OUHAI, ("广东省", "佛山", None)]


@settings(CALM, max_examples=15)
@given(
    st.fixed_dictionaries({name: st.sampled_from(some) for name, some in VALUES.items()}),
    st.sampled_from(PLACES),
)
def test_real_policies_only_give_real_changes(values, place):
    known = {name: value for name, value in values.items() if value is not None}
    case = case_of(
        real().policies, *real().policies.policies, values=known, place=place, review=tiered
    )
    told = unlocks(case, real().changes)
    for one in told:
        changed = news(one)
        assert len(changed) == len(one.changes)
        for each in one.changes:
            assert each.new != each.old
            assert each.old == known.get(each.fact)
            assert each.fact in real().changes or each.fact == "producer.registered_in"
        if TOTAL in changed:
            assert changed.get(ACTUAL, 0) >= changed[TOTAL]
        for name in (TOTAL, ACTUAL):
            assert changed.get(name, 10**9) > known.get(name, 0)
        if FIRST in changed or "producer.registered_local" in changed:
            assert "unlock_warn.name_only" in codes(one.warnings)
            assert one.verdict != "worth"
        assert one.gain.high is None or one.gain.high > 0
    assert [ORDER.index(each.verdict) for each in told] == sorted(
        ORDER.index(each.verdict) for each in told
    )


def test_a_quota_is_no_way_in(found):
    few = policy(
        conditions=[fact(ROW, ">=", 7)], budget=Budget(works=5), gate="competitive_selection"
    )
    one = only(found(few, values={DAYS: 8, ROW: 5}))
    assert one.kind == "ceiling"


def test_the_place_of_the_case_is_told_without_its_suffix(found):
    place = (PLACE[0], "苏州市", None)
    seven = policy(conditions=[fact(ROW, ">=", 7)])
    assert only(found(seven, values={DAYS: 8, ROW: 5}, place=place, today=TODAY)).city == "苏州"
