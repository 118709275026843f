"""What is still missing: effects against hand-worked answers, whom to ask, order."""

from dataclasses import replace
from datetime import date

import pytest

from geo.model import Amount, AnyOf, Basis, Line, Part, Range, Reason, Region, Tier, unknown
from geo.money import questions
from geo.money.answers.possible import answers
from tests.geo.money.answers.made import (
    case_of,
    cost_of,
    fact,
    fixed,
    line,
    policy,
    priced_by_day,
    span,
)
from tests.geo.money.made import FOUR, site

FREE = cost_of(span(1.0))
IMAGE, PLAYS = "work.promotes_local_image", "work.plays_single_platform"


@pytest.fixture(scope="module")
def ask(book, money):
    def find(*policies, values=(), cost=FREE, sites=(), **more):
        return questions(case_of(book, *policies, values=values, **more), cost, money.papers, sites)

    return find


def by_key(asked):
    return {(one.kind, one.key): one for one in asked}


def ends(given):
    return given.low, given.mid, given.high


def test_an_open_fact_is_worth_the_money_between_its_answers(ask):
    one = by_key(ask(policy(conditions=[fact(IMAGE, "==", True)])))["fact", IMAGE]
    assert ends(one.effect) == (100_000.0, 100_000.0, 100_000.0)
    assert one.whom == "role.producer"
    assert one.policy_ids == ("one",)
    assert one.reasons[0].values == {"fact": IMAGE, "n": 1}


def test_certain_expected_and_ceiling_effects_stand_apart(ask):
    up_to = policy("a", [fact(IMAGE, "==", True)], fixed(60_000, up_to=True), gate="review")
    gated = policy("b", [fact(IMAGE, "==", True)], fixed(40_000), gate="review", selection_rate=0.5)
    sure = policy("c", [fact(IMAGE, "==", True)], fixed(10_000))
    one = by_key(ask(up_to, gated, sure))["fact", IMAGE]
    assert ends(one.effect) == (10_000.0, 30_000.0, 110_000.0)
    only = by_key(ask(up_to))["fact", IMAGE]
    assert ends(only.effect) == (0.0, None, 60_000.0)


def test_what_changes_nothing_is_not_asked(ask):
    nothing = policy(conditions=[fact(IMAGE, "==", True)], amount=fixed(0))
    assert ask(nothing) == ()


def test_failed_awards_and_those_that_cannot_come_are_not_asked_about(ask):
    failed = policy("a", [fact(IMAGE, "==", True), fact("work.result", "==", True)])
    assert ask(failed, values={IMAGE: False}) == ()
    other = policy("b", [fact(IMAGE, "==", True)], reaches_crew=False, payee="base")
    expired = policy("c", [fact(IMAGE, "==", True)], status="expired")
    assert ask(other, expired) == ()


def test_whom_to_ask_is_the_issuer_a_role_or_the_producer(ask):
    days = fact("shoot.consecutive_local_days", ">=", 7)
    rules = [fact("work.result", "==", True), fact(IMAGE, "==", True), days]
    two = policy("two", rules, issuer="另一局")
    asked = by_key(ask(policy("one", rules), two, values={}))
    assert asked["fact", "work.result"].whom == "某局; 另一局"
    # what the work itself tells and spends the crew knows, not the office
    assert asked["fact", IMAGE].whom == "role.producer"
    assert asked["fact", "shoot.consecutive_local_days"].whom == "role.line_producer"
    cut = policy(conditions=[fact("work.total_minutes", ">", 40)])
    assert by_key(ask(cut))["fact", "work.total_minutes"].whom == "role.producer"


def test_what_an_amount_is_worked_out_from_is_asked_for(ask):
    rate = Amount(
        "rate_of_base", is_upper_bound=False, base="spend.local_eligible", rate=0.1, cap=50_000.0
    )
    one = by_key(ask(policy(amount=rate)))["fact", "spend.local_eligible"]
    assert ends(one.effect) == (50_000.0, 50_000.0, 50_000.0)
    assert ask(policy(amount=rate), values={"spend.local_eligible": 1_000}) == ()
    listed = policy(amount=rate, listed_only=True)
    assert [each.kind for each in ask(listed)] == ["policy"]


def test_an_audited_sum_is_asked_for_no_higher_than_what_was_declared(ask):
    rate = Amount(
        "rate_of_base", is_upper_bound=True, base="work.investment_actual", rate=0.2,
        cap=1_000_000.0, base_else="work.investment_total",
    )  # fmt: skip
    asked = by_key(ask(policy(amount=rate), values={"work.investment_total": 500_000}))
    assert asked["fact", "work.investment_actual"].effect.high == pytest.approx(100_000, abs=1)


def test_an_unknown_sum_leaves_the_effect_unknown_and_asks_the_issuer(ask):
    nameless = replace(policy("n", [fact(IMAGE, "==", True)]), amount=None)
    asked = by_key(ask(nameless))
    assert not asked["fact", IMAGE].effect.known
    assert asked["policy", "n"].whom == "某局"
    assert not asked["policy", "n"].effect.known


def test_beside_an_unknown_sum_known_awards_are_counted_alone(ask):
    nameless = replace(policy("n"), amount=None)
    known = policy("k", [fact(IMAGE, "==", True)], fixed(70_000, up_to=True), gate="review")
    one = by_key(ask(nameless, known))["fact", IMAGE]
    assert one.effect.high == 70_000.0


def test_a_fact_without_a_type_has_an_unknown_effect(ask, book):
    tier = Amount(
        "tiered", is_upper_bound=False, tier_key="nobody.knows", tiers=(Tier(1.0, equals="a"),)
    )
    assert answers(case_of(book), "nobody.knows", [policy(amount=tier)]) == []
    one = by_key(ask(policy(amount=tier)))["fact", "nobody.knows"]
    assert not one.effect.known


def test_the_cities_own_awards_are_asked_about_first_and_unknown_things_last(ask):
    province = replace(policy("p", region=Region("江苏省")), amount=None)
    plain = replace(policy("plain", micro_drama_specific=False), amount=None)
    city = replace(policy("city"), amount=None)
    known = policy("k", [fact(IMAGE, "==", True)])
    small = policy("s", [fact("work.result", "==", True)], fixed(1_000))
    costs = cost_of(span(1.0), [line("travel"), line("venue")])
    asked = ask(province, plain, city, small, known, cost=costs, sites=[site()])
    told = [(one.kind, one.key) for one in asked]
    assert told == [
        ("fact", IMAGE),
        ("fact", "work.result"),
        ("policy", "city"),
        ("policy", "p"),
        ("policy", "plain"),
        ("line", "venue"),
        ("line", "travel"),
    ]


@pytest.mark.parametrize(
    ("city", "issuers"),
    [
        ("南宁", {"nn-2025-works": "南宁市发展和改革委员会; 南宁市文化广电和旅游局"}),
        ("绍兴", {"sx-keqiao-jinxiu": "柯桥区委宣传部; 浙江金柯桥文旅集团"}),
    ],
)
def test_where_nothing_is_published_the_issuers_named_are_asked(ask, book, city, issuers):
    asked = by_key(ask(*book.policies, place=FOUR[city]))
    for policy_id, issuer in issuers.items():
        assert asked["policy", policy_id].whom == issuer


def test_each_unpriced_venue_is_one_call(ask):
    costs = cost_of(span(1.0), [line("venue", reasons=(Reason("ask_venue"),))])
    two = [site(), site(id="two", name_zh="另一处", name_en="")]
    asked = ask(cost=costs, sites=two)
    assert [one.whom for one in asked] == ["某处", "另一处"]
    assert asked[1].reasons[0].values["site_en"] == "另一处"
    assert not any(one.effect.known for one in asked)


def test_a_call_may_replace_the_range_of_a_reference_class(ask):
    def venue(basis, total):
        day = Range(1_000.0, 2_000.0, 5_000.0, "CNY/day", basis)
        return cost_of(span(1.0), [Line("venue", day, (), total)])

    total = span(3_000.0, 6_000.0, 15_000.0)
    (one,) = ask(cost=venue(Basis.ESTIMATED, total), sites=[site()])
    assert ends(one.effect) == (12_000.0, 12_000.0, 12_000.0)
    assert ask(cost=venue(Basis.QUOTED, total), sites=[site()]) == ()
    for open_total in (None, unknown("CNY"), replace(total, low=None)):
        (one,) = ask(cost=venue(Basis.ESTIMATED, open_total), sites=[site()])
        assert not one.effect.known


def test_unpriced_lines_are_asked_of_whoever_can_find_out(ask):
    costs = cost_of(span(1.0), [line("tax_points"), line("parking"), line("meals", span(9.0))])
    told = {one.key: one.whom for one in ask(cost=costs)}
    assert told == {"tax_points": "role.accountant", "parking": "role.line_producer"}


def test_what_the_price_assumed_is_asked_with_its_effect(ask):
    days = Reason("shoot_days_unset", {"low": 5.0, "mid": 7.0, "high": 10.0})
    costs = cost_of(span(1.0), reasons=[days, Reason("else")])
    (one,) = ask(cost=costs, price=priced_by_day())
    assert (one.kind, one.key, one.effect.high) == ("fact", "shoot.days", 50_000.0)
    assert ask(cost=costs) == ()

    def silent(asked):
        return cost_of(unknown("CNY"))

    (one,) = ask(cost=costs, price=silent)
    assert not one.effect.known


# ---- the answers that are tried


def tried(book, name, *policies):
    return answers(case_of(book, *policies), name, policies)


def test_numbers_are_tried_on_both_sides_of_every_threshold(book):
    one = policy(conditions=[fact(PLAYS, ">", 5_000), fact(PLAYS, "between", (1.0, 2.0))])
    assert set(tried(book, PLAYS, one)) == {0.0, 1.0, 2.0, 3.0, 4_999.0, 5_000.0, 5_001.0}
    share = policy(conditions=[fact("shoot.local_share", ">", 1.0)])
    assert set(tried(book, "shoot.local_share", share)) == {0.0, 0.99, 1.0}


def test_amounts_are_tried_where_they_change(book):
    tiers = (Tier(1.0, at_least=10.0), Tier(2.0, above=20.0))
    unit = Amount(
        "per_unit", is_upper_bound=False, unit_fact=PLAYS, unit_size=2.0, per_unit=5.0, cap=50.0
    )
    tier = Amount("tiered", is_upper_bound=False, tier_key=PLAYS, tiers=tiers)
    bonus = replace(fixed(1), bonus_if=fact(PLAYS, ">=", 70))
    rule = AnyOf((fact(PLAYS, ">=", 90), fact(IMAGE, "==", True)))
    parts = Amount(
        "sum_of_parts", is_upper_bound=False,
        parts=(Part("a", unit, (fact(PLAYS, ">=", 80),)), Part("b", fixed(1), (rule,))),
    )  # fmt: skip
    for amount, wanted in ((unit, {20}), (tier, {10, 20}), (bonus, {70}), (parts, {20, 80, 90})):
        assert wanted <= set(tried(book, PLAYS, policy(amount=amount)))
    loose = replace(unit, cap=None)
    assert tried(book, PLAYS, policy(amount=loose)) == [0.0]
    assert tried(book, PLAYS, replace(policy(), amount=None)) == [0.0]


def test_words_days_levels_and_places_are_tried(book):
    theme = policy(conditions=[fact("work.theme", "in", ("甲", "乙"))])
    assert tried(book, "work.theme", theme) == [("甲",), ("乙",), ("其他",)]
    slot = policy(conditions=[fact("work.slot", "==", "黄金档")])
    assert tried(book, "work.slot", slot) == ["黄金档", "其他"]
    level = tried(book, "work.planning_filing_level", policy())
    assert level == ["platform", "provincial", "national"]
    day = policy(conditions=[fact("work.premiere_date", ">=", date(2026, 1, 2))])
    assert tried(book, "work.premiere_date", day) == [date(2026, 1, at) for at in (1, 2, 3)]
    where = policy(conditions=[fact("shoot.main_location", "==", "苏州市")])
    here, away = tried(book, "shoot.main_location", where)
    assert here == "苏州市"
    assert "苏州" not in away
    assert len(tried(book, "shoot.place", where)) == 1
    nowhere = replace(case_of(book), book=replace(book, cities={}))
    assert answers(nowhere, "shoot.main_location", [where])[-1] == "其他"
