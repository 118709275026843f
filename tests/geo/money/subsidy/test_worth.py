"""Every shape of an amount by a worked example, on both sides of every threshold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.model import Amount, AnyOf, Condition, Part, Tier
from tests.geo.money.subsidy.made import codes, fixed, judged, policy

INVESTED = "work.investment_actual"
DECLARED = "work.investment_total"
PLAYS = "work.plays"


def money(amount, values=None, others=(), **changes):
    """Certain, expected and ceiling money of one award."""
    told = judged(policy("one", amount, **changes), values, others)
    return told.certain, told.expected, told.ceiling


def up_to(mode, **values):
    return Amount(mode, is_upper_bound=True, **values)


def firm(mode, **values):
    return Amount(mode, is_upper_bound=False, **values)


# ---- fixed


def test_a_promised_sum_is_certain():
    assert money(fixed(50_000)) == (50_000, 50_000, 50_000)


def test_up_to_is_a_ceiling_and_nothing_more():
    assert money(up_to("fixed", sum=50_000.0)) == (0, None, 50_000)


def test_a_sum_nobody_saw_is_known_by_its_cap_alone():
    assert money(up_to("fixed", cap=300_000.0)) == (0, None, 300_000)
    assert money(firm("fixed")) == (0, None, None)
    assert money(None) == (0, None, None)


def test_a_ceiling_alone_promises_nothing():
    assert money(up_to("ceiling", cap=80_000.0)) == (0, None, 80_000)


def test_tickets_are_no_cash_and_keep_their_words():
    told = judged(policy("one", firm("in_kind", in_kind="剧组免门票")))
    assert (told.certain, told.expected, told.ceiling) == (0, 0, 0)
    assert told.in_kind == "剧组免门票"
    assert "policy_in_kind" in codes(told)
    assert judged(policy("one", firm("in_kind", note="免票"))).in_kind == "免票"
    assert judged(policy("one", fixed(1))).in_kind is None


# ---- units


@pytest.mark.parametrize(
    ("plays", "pays"),
    [(0, 0), (4_999_999, 0), (5_000_000, 10_000), (9_999_999.5, 10_000), (500_000_000, 150_000)],
)
def test_only_whole_units_pay(plays, pays):
    amount = firm(
        "per_unit", unit_fact=PLAYS, unit_size=5_000_000.0, per_unit=10_000.0, cap=150_000.0
    )
    assert money(amount, {PLAYS: plays}) == (pays, pays, pays)


def test_units_nobody_counted_leave_the_cap():
    amount = firm("per_unit", unit_fact=PLAYS, per_unit=10.0, cap=500.0)
    assert money(amount) == (0, None, 500)
    assert money(replace(amount, cap=None)) == (0, None, None)
    assert money(amount, {PLAYS: -3}) == (0, 0, 0)
    assert "policy_amount_needs" in codes(judged(policy("one", amount)))


# ---- rate of a base


@pytest.mark.parametrize(
    ("base", "pays"),
    [
        (0.0, 0.0),
        (-5.0, 0.0),
        (600_000.0, 120_000.0),
        (4_999_999.99, 999_999.99),
        (5_000_000.0, 1_000_000.0),
        (5_000_000.05, 1_000_000.0),
        (0.09, 0.01),
        (0.04, 0.0),
    ],
)
def test_a_rate_is_rounded_down_to_the_fen_and_held_by_the_cap(base, pays):
    amount = firm("rate_of_base", base=INVESTED, rate=0.2, cap=1_000_000.0)
    assert money(amount, {INVESTED: base}) == (pays, pays, pays)


def test_a_tenth_is_a_tenth():
    """0.1 as a binary fraction is a little more than a tenth; three times 0.1 is not 0.3."""
    amount = firm("rate_of_base", base=INVESTED, rate=0.1)
    assert money(amount, {INVESTED: 0.3})[0] == 0.03
    assert money(replace(amount, rate=0.29), {INVESTED: 100.0})[0] == 29.0


def test_a_declared_investment_is_estimated_and_never_certain():
    amount = firm("rate_of_base", base=INVESTED, base_else=DECLARED, rate=0.2, cap=1_000_000.0)
    told = judged(policy("one", amount), {DECLARED: 600_000.0})
    assert (told.certain, told.ceiling) == (0, 120_000)
    assert "policy_base_declared" in codes(told)
    both = {DECLARED: 600_000.0, INVESTED: 500_000.0}
    assert money(amount, both) == (100_000, 100_000, 100_000)
    assert money(amount) == (0, None, 1_000_000)


@pytest.mark.parametrize("odd", [True, "many", float("nan"), float("inf")])
def test_what_is_no_number_is_not_known(odd):
    amount = firm("rate_of_base", base=INVESTED, rate=0.2, cap=9.0)
    assert money(amount, {INVESTED: odd}) == (0, None, 9)


# ---- tiers

BY_PLAYS = (Tier(80_000.0, above=700_000.0), Tier(120_000.0, at_least=850_000.0))


@pytest.mark.parametrize(
    ("plays", "pays"),
    [(700_000, 0), (700_001, 80_000), (849_999, 80_000), (850_000, 120_000)],
)
def test_the_best_tier_reached_is_paid(plays, pays):
    amount = firm("tiered", tier_key=PLAYS, tiers=BY_PLAYS)
    assert money(amount, {PLAYS: plays}) == (pays, pays, pays)
    assert money(replace(amount, tiers=BY_PLAYS[::-1]), {PLAYS: plays})[0] == pays


def test_an_unknown_key_leaves_every_tier():
    amount = firm("tiered", tier_key=PLAYS, tiers=BY_PLAYS)
    assert money(amount) == (0, None, 120_000)


def test_up_to_without_a_cap_may_have_a_tier_nobody_saw():
    amount = up_to("tiered", tier_key=PLAYS, tiers=BY_PLAYS)
    assert money(amount) == (0, None, None)
    assert money(amount, {PLAYS: 900_000})[2] is None
    assert money(amount, {PLAYS: 800_000})[2] == 80_000
    assert money(amount, {PLAYS: 1})[2] == 0
    assert money(replace(amount, cap=120_000.0))[2] == 120_000


def test_a_tier_may_be_worded_otherwise_than_the_rest():
    tiers = (Tier(300_000.0, equals="horizontal"), Tier(80_000.0, True, equals="vertical"))
    amount = firm("tiered", tier_key="work.orientation", tiers=tiers)
    assert money(amount, {"work.orientation": "horizontal"}) == (300_000, 300_000, 300_000)
    assert money(amount, {"work.orientation": "vertical"}) == (0, None, 80_000)
    assert money(amount, {"work.orientation": "round"}) == (0, 0, 0)
    assert money(amount) == (0, None, 300_000)


# ---- parts

AIRED = Condition("work.aired_online", "==", True)
HEAD = Condition("work.on_head_platform", "==", True)
PARTS = firm(
    "sum_of_parts",
    parts=(
        Part("base", fixed(20_000)),
        Part("aired", fixed(100_000), (AIRED,)),
        Part("more", fixed(300_000), (AnyOf((HEAD, Condition(PLAYS, ">=", 10.0))),)),
    ),
    cap=370_000.0,
)


@pytest.mark.parametrize(
    ("values", "pays"),
    [
        ({}, (20_000, None, 370_000)),
        ({AIRED.fact: False}, (20_000, None, 320_000)),
        ({AIRED.fact: True}, (120_000, None, 370_000)),
        ({AIRED.fact: False, HEAD.fact: False, PLAYS: 9}, (20_000, 20_000, 20_000)),
        ({AIRED.fact: False, HEAD.fact: False, PLAYS: 10}, (320_000, 320_000, 320_000)),
        ({AIRED.fact: True, HEAD.fact: True}, (370_000, 370_000, 370_000)),
    ],
)
def test_parts_add_up_to_their_total_cap(values, pays):
    assert money(PARTS, values) == pays


def test_a_part_nobody_saw_leaves_only_the_total_cap():
    unseen = replace(PARTS, parts=(Part("base", fixed(20_000)), Part("?", up_to("ceiling"))))
    assert money(unseen) == (20_000, None, 370_000)
    assert money(replace(unseen, cap=None)) == (20_000, None, None)
    assert money(replace(unseen, is_upper_bound=True)) == (0, None, 370_000)


def test_an_open_part_that_pays_nothing_is_nothing():
    free = firm("sum_of_parts", parts=(Part("tickets", firm("in_kind"), (AIRED,)),))
    assert money(free) == (0, 0, 0)


# ---- on top of another award, or the same again


@pytest.mark.parametrize(
    ("other", "pays"),
    [
        ({}, (20_000, 20_000, 20_000)),
        ({"gate": "review"}, (0, None, 20_000)),
        ({"gate": "review", "selection_rate": 0.3}, (0, 6_000, 20_000)),
        ({"conditions": (AIRED,)}, (0, None, 20_000)),
        ({"status": "expired"}, (0, 0, 0)),
        ({"reaches_crew": False, "payee": "company"}, (20_000, 20_000, 20_000)),
    ],
)
def test_an_uplift_follows_the_award_it_stands_on(other, pays):
    base = policy("base", fixed(100_000), **other)
    assert money(firm("uplift", of="base", rate=0.2), others=(base,)) == pays


def test_an_uplift_on_a_failed_award_is_nothing():
    base = policy("base", fixed(100_000), conditions=(AIRED,))
    amount = firm("uplift", of="base", rate=0.2)
    assert money(amount, {AIRED.fact: False}, (base,)) == (0, 0, 0)


def test_two_chances_multiply():
    base = policy("base", fixed(100_000), gate="review", selection_rate=0.5)
    amount = firm("uplift", of="base", rate=0.2)
    gated = {"gate": "competitive_selection", "selection_rate": 0.1}
    assert money(amount, None, (base,), **gated) == (0, 1_000, 20_000)


def test_up_to_on_top_promises_nothing():
    base = policy("base", fixed(100_000))
    assert money(up_to("uplift", of="base", rate=0.2), others=(base,)) == (0, None, 20_000)


def test_an_award_that_nobody_knows_or_that_hangs_on_itself_is_unknown():
    assert money(firm("uplift", of="nowhere", rate=0.2)) == (0, None, None)
    assert money(firm("uplift", of="one", rate=0.2)) == (0, None, None)
    back = policy("two", firm("uplift", of="one", rate=0.5))
    assert money(firm("uplift", of="two", rate=0.2, cap=9.0), others=(back,)) == (0, None, 9)


def test_a_match_pays_the_same_again():
    base = policy("base", fixed(100_000))
    assert money(firm("match", of="base"), others=(base,))[0] == 100_000
    assert money(firm("match", of="base", rate=0.5), others=(base,))[0] == 50_000
    assert money(firm("match", of="base", cap=30_000.0), others=(base,))[0] == 30_000
    assert money(firm("match", base=INVESTED), {INVESTED: 250_000.0})[0] == 250_000
    assert money(firm("match", base=INVESTED)) == (0, None, None)


# ---- cap by another quantity, cap per episode, floor, bonus


@pytest.mark.parametrize(("tax", "pays"), [(0, 0), (90_000, 45_000), (1_000_000, 200_000)])
def test_another_quantity_caps(tax, pays):
    amount = fixed(200_000, cap_fact="producer.tax_paid_year", cap_rate=0.5)
    assert money(amount, {"producer.tax_paid_year": tax}) == (pays, pays, pays)
    assert money(amount) == (0, None, 200_000)


def test_a_cap_per_episode_counts_every_episode():
    amount = firm("rate_of_base", base=INVESTED, rate=0.5, cap=1_000.0, cap_scope="per_episode")
    values = {INVESTED: 100_000.0}
    assert money(amount, values) == (0, None, None)
    assert money(amount, {**values, "work.episodes": 10})[0] == 10_000
    assert money(amount, {**values, "work.episodes": 80})[0] == 50_000


@pytest.mark.parametrize(("base", "pays"), [(0, 0), (1, 5_000), (49_999, 5_000), (60_000, 6_000)])
def test_a_floor_is_paid_once_anything_is(base, pays):
    amount = firm("rate_of_base", base=INVESTED, rate=0.1, floor=5_000.0, cap=8_000.0)
    assert money(amount, {INVESTED: base}) == (pays, pays, pays)
    assert money(amount) == (0, None, 8_000)


def test_a_cap_wins_over_a_floor():
    assert money(fixed(10, floor=5_000.0, cap=100.0)) == (100, 100, 100)


@pytest.mark.parametrize(
    ("theme", "pays"),
    [
        (None, (80_000, None, 120_000)),
        ("余杭", (120_000, 120_000, 120_000)),
        ("都市", (80_000, 80_000, 80_000)),
    ],
)
def test_a_bonus_comes_on_top_while_its_condition_holds(theme, pays):
    bonus = Condition("work.theme", "in", ("余杭",))
    amount = fixed(80_000, bonus_if=bonus, bonus_rate=0.5)
    assert money(amount, {"work.theme": theme} if theme else {}) == pays
    capped = replace(amount, cap=100_000.0)
    assert money(capped, {"work.theme": "余杭"})[0] == 100_000


def test_a_bonus_on_an_unknown_sum_is_unknown():
    bonus = Condition("work.theme", "in", ("余杭",))
    amount = up_to("fixed", bonus_if=bonus, bonus_rate=0.5)
    assert money(amount, {"work.theme": "余杭"}) == (0, None, None)
