"""What limits an award beside its own rule, on both sides of every threshold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.model import Amount, Budget, Condition, Part, Stacking
from tests.geo.money.subsidy.made import codes, fixed, judged, policy

USED = "policy.one.used_this_year"
CLAIMS = "policy.one.claims"
RECEIVED = "policy.one.received"
TOLD = "policy.one.amount"
CHANCE = "policy.one.probability"


def money(one, values=None):
    told = judged(one, values)
    return told.certain, told.expected, told.ceiling


# ---- the company's year


YEARLY = policy(
    "one",
    Amount(
        "rate_of_base",
        is_upper_bound=False,
        base="work.investment_actual",
        rate=0.2,
        cap=1_000_000.0,
        cap_scope="per_company_per_year",
    ),
)


@pytest.mark.parametrize(
    ("used", "pays"),
    [(0, 400_000), (600_000, 400_000), (600_001, 399_999), (1_000_000, 0), (2_000_000, 0)],
)
def test_what_the_company_used_this_year_is_taken_off(used, pays):
    values = {"work.investment_actual": 2_000_000.0, USED: used}
    assert money(YEARLY, values) == (pays, pays, pays)


def test_until_the_company_says_nothing_is_certain():
    told = judged(YEARLY, {"work.investment_actual": 2_000_000.0})
    assert (told.certain, told.expected, told.ceiling) == (0, None, 400_000)
    assert "policy_company_year" in codes(told)
    assert money(YEARLY, {"work.investment_actual": 0.0}) == (0, 0, 0)
    assert money(YEARLY, {"work.investment_actual": 2_000_000.0, USED: -1})[0] == 0


def test_a_company_paid_once_is_not_paid_again():
    once = policy("one", fixed(200_000, cap_scope="per_company_once"))
    assert money(once) == (200_000, 200_000, 200_000)
    assert money(once, {RECEIVED: 0}) == (200_000, 200_000, 200_000)
    assert money(once, {RECEIVED: 1}) == (0, 0, 0)
    assert "policy_once" in codes(judged(once, {RECEIVED: 1}))


@pytest.mark.parametrize(
    ("received", "pays"), [(0, 300_000), (100_000, 200_000), (300_000, 0), (400_000, 0)]
)
def test_an_upgrade_pays_the_difference(received, pays):
    later = policy("one", fixed(300_000), stacking=Stacking(upgrade=True))
    assert money(later, {RECEIVED: received}) == (pays, pays, pays)
    plain = policy("one", fixed(300_000))
    assert money(plain, {RECEIVED: received}) == (300_000, 300_000, 300_000)


def test_an_upgrade_of_an_unknown_sum_stays_unknown():
    later = policy("one", Amount("fixed", is_upper_bound=True), stacking=Stacking(upgrade=True))
    assert money(later, {RECEIVED: 100}) == (0, None, None)


# ---- the pool


def pooled(share, cny=100_000, cap=100_000.0, **changes):
    budget = Budget(pool=500_000.0, share=share)
    return policy("one", fixed(cny, cap=cap), budget=budget, **changes)


@pytest.mark.parametrize("share", ["pro_rata", "first_come", "ranked"])
def test_a_pool_is_a_risk_until_the_claimants_are_counted(share):
    told = judged(pooled(share))
    assert (told.certain, told.ceiling) == (0, 100_000)
    assert f"policy_pool_shared.{share}" in codes(told)
    assert money(pooled(share), {CLAIMS: 0})[0] == 0
    # five at the cap are just paid, six are not
    enough = judged(pooled(share), {CLAIMS: 5})
    assert enough.certain == 100_000
    assert "policy_pool_enough" in codes(enough)


def test_a_pool_that_is_cut_evenly():
    """Ten of 100,000 share 500,000: each 50,000, whatever the others claim up to their cap."""
    told = judged(pooled("pro_rata"), {CLAIMS: 10})
    assert (told.certain, told.expected, told.ceiling) == (50_000, None, 100_000)
    assert "policy_pool_cut" in codes(told)
    # ours is 40,000 of at most 940,000: 500,000 x 40 / 940
    small = judged(pooled("pro_rata", 40_000), {CLAIMS: 10})
    assert small.certain == 21_276.59
    assert small.ceiling == 40_000
    assert judged(pooled("pro_rata", cap=None), {CLAIMS: 10}).certain == 0
    weighed = judged(pooled("pro_rata"), {CLAIMS: 10, CHANCE: 0.5})
    assert weighed.expected == 50_000


@pytest.mark.parametrize("share", ["first_come", "ranked"])
def test_a_pool_that_is_not_shared_may_be_gone(share):
    told = judged(pooled(share), {CLAIMS: 6})
    assert (told.certain, told.ceiling) == (0, 100_000)
    assert "policy_pool_short" in codes(told)


def test_a_pool_whose_sharing_nobody_told_is_a_risk_too():
    told = judged(pooled(None))
    assert (told.certain, told.ceiling) == (0, 100_000)
    assert "policy_pool" in codes(told)
    assert judged(pooled(None), {CLAIMS: 5}).certain == 100_000


def test_no_award_is_above_the_pool():
    assert money(pooled(None, 900_000, None)) == (0, None, 500_000)
    nothing_seen = policy("one", Amount("fixed", is_upper_bound=True), budget=Budget(pool=9.0))
    assert money(nothing_seen) == (0, None, None)


def test_a_pool_that_may_be_larger_bounds_nothing_from_above():
    loose = policy("one", fixed(900_000), budget=Budget(pool=500_000.0, at_least=True))
    assert money(loose) == (0, None, 900_000)


def test_the_money_of_a_whole_scheme_is_a_pool_too():
    scheme = policy("one", fixed(900_000), budget=Budget(total=500_000.0))
    assert money(scheme) == (0, None, 500_000)
    assert "policy_pool" in codes(judged(scheme))


def test_a_pool_makes_a_sum_without_a_known_end_unsure_as_well():
    parts = (Part("sure", fixed(100)), Part("?", Amount("ceiling", is_upper_bound=True)))
    open_end = policy("one", Amount("sum_of_parts", is_upper_bound=False, parts=parts))
    assert money(open_end) == (100, None, None)
    assert money(replace(open_end, budget=Budget(pool=500_000.0))) == (0, None, None)


def test_a_cap_may_be_the_pool_itself():
    whole = policy("one", fixed(100_000, cap=500_000.0, cap_scope="pool_per_year"))
    assert money(whole) == (0, None, 100_000)
    assert "policy_pool" in codes(judged(whole))
    assert money(whole, {CLAIMS: 1}) == (100_000, 100_000, 100_000)


def test_our_own_claim_of_nothing_takes_nothing():
    nothing = policy(
        "one",
        Amount("fixed", is_upper_bound=True, sum=50.0, cap=100_000.0),
        budget=Budget(pool=500_000.0, share="pro_rata"),
    )
    assert money(nothing, {CLAIMS: 10}) == (0, None, 50)


# ---- the number of works


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (None, (0, None, 60_000)),
        (20, (60_000, 60_000, 60_000)),
        (21, (0, 57_142.85, 60_000)),
        (80, (0, 15_000, 60_000)),
    ],
)
def test_a_quota_of_works_leaves_a_chance(claims, told):
    few = policy("one", fixed(60_000), budget=Budget(works=20))
    assert money(few, {} if claims is None else {CLAIMS: claims}) == told


def test_a_quota_says_what_it_is():
    few = policy("one", fixed(60_000), budget=Budget(works=20))
    assert "policy_quota" in codes(judged(few))
    crowd = judged(few, {CLAIMS: 80})
    assert "policy_quota_short" in codes(crowd)
    assert crowd.chance == 0.25
    assert money(replace(few, amount=fixed(0)), {CLAIMS: 80}) == (0, 0, 0)


def test_an_open_condition_leaves_no_chance_of_a_quota():
    aired = Condition("work.aired_online", "==", True)
    few = policy("one", fixed(60_000), budget=Budget(works=20), conditions=(aired,))
    assert money(few, {CLAIMS: 80}) == (0, None, 60_000)


# ---- what the user was told


def test_a_sum_told_by_phone_counts_but_never_above_the_cap():
    vague = policy("one", Amount("ceiling", is_upper_bound=True, cap=80_000.0))
    assert money(vague, {TOLD: 50_000}) == (50_000, 50_000, 50_000)
    above = judged(vague, {TOLD: 90_000})
    assert (above.certain, above.ceiling) == (80_000, 80_000)
    assert {"policy_amount_told", "policy_told_capped"} <= set(codes(above))
    assert money(vague, {TOLD: -1}) == (0, None, 80_000)
    listed = replace(vague, listed_only=True)
    assert money(listed) == (0, None, None)
    assert money(listed, {TOLD: 90_000})[0] == 90_000


def test_a_sum_told_keeps_the_yearly_cap_of_the_company():
    assert money(YEARLY, {TOLD: 700_000, USED: 600_000})[0] == 400_000


def test_what_was_received_comes_off_a_sum_told_as_well():
    vague = Amount("ceiling", is_upper_bound=True, cap=80_000.0)
    later = policy("one", vague, stacking=Stacking(upgrade=True))
    told = judged(later, {TOLD: 50_000, RECEIVED: 20_000})
    assert (told.certain, told.expected, told.ceiling) == (30_000, 30_000, 30_000)
    assert "policy_difference" in codes(told)
    assert "policy_told_capped" not in codes(told)
    capped = judged(later, {TOLD: 90_000, RECEIVED: 20_000})
    assert capped.certain == 60_000
    assert {"policy_told_capped", "policy_difference"} <= set(codes(capped))
    assert money(policy("one", vague), {TOLD: 50_000, RECEIVED: 20_000})[0] == 50_000
    # a policy whose own sum nobody has seen
    unseen = policy("one", None, stacking=Stacking(upgrade=True))
    assert money(unseen, {TOLD: 50_000, RECEIVED: 20_000})[0] == 30_000


def test_what_a_company_gets_once_is_not_told_twice():
    once = policy("one", fixed(80_000, cap=80_000.0, cap_scope="per_company_once"))
    assert money(once, {TOLD: 50_000, RECEIVED: 20_000}) == (0, 0, 0)


def test_a_sum_told_stands_even_where_the_status_is_unknown():
    old = policy("one", fixed(10), status="unknown")
    told = judged(old)
    assert (told.certain, told.expected, told.ceiling) == (0, None, 10)
    assert "policy_status_unknown" in codes(told)
    assert money(old, {TOLD: 5}) == (5, 5, 5)


# ---- gates and chances


@pytest.mark.parametrize("gate", ["review", "audit", "expert_review", "ranking"])
def test_a_gate_without_a_rate_leaves_the_expectation_open(gate):
    told = judged(policy("one", fixed(100_000), gate=gate))
    assert (told.certain, told.expected, told.ceiling) == (0, None, 100_000)
    assert {"policy_no_chance", f"gated.{gate}"} <= set(codes(told))
    assert told.chance is None


@pytest.mark.parametrize(("chance", "hoped"), [(0, 0), (0.078, 7_800), (0.5, 50_000), (1, 100_000)])
def test_a_chance_weighs_the_sum(chance, hoped):
    gated = policy("one", fixed(100_000), gate="review", selection_rate=chance)
    assert money(gated) == (0, hoped, 100_000)
    asked = policy("one", fixed(100_000), gate="review")
    assert money(asked, {CHANCE: chance}) == (0, hoped, 100_000)
    assert judged(asked, {CHANCE: chance}).chance == chance


def test_the_users_chance_beats_the_published_one_and_is_no_more_than_one():
    gated = policy("one", fixed(100_000), gate="review", selection_rate=0.1)
    assert money(gated, {CHANCE: 0.4})[1] == 40_000
    assert money(gated, {CHANCE: 1.5})[1] == 10_000
    assert money(gated, {CHANCE: -1})[1] == 10_000


def test_a_published_rate_weighs_no_ceiling():
    vague = policy("one", Amount("fixed", is_upper_bound=True, sum=9.0), gate="review")
    assert money(replace(vague, selection_rate=0.5)) == (0, None, 9)
    assert money(vague, {CHANCE: 0.5}) == (0, 4.5, 9)


def test_a_chance_takes_nothing_from_certain_money():
    assert money(policy("one", fixed(100)), {CHANCE: 0.5}) == (100, 100, 100)
    assert money(policy("one", fixed(100), gate="review"), {CHANCE: 0.0}) == (0, 0, 100)
