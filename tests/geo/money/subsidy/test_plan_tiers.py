"""Steps of a city: what they pay is what the judge gives, for every plan there can be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Amount, Condition, ProjectFacts, Region, Stacking
from geo.money import CityStay, plan_subsidies, plan_tiers
from geo.money.fen import to_fen
from geo.money.subsidy.plan_facts import DAYS, IN_A_ROW, MAIN, SHARE, SPEND
from geo.money.subsidy.plan_tiers import MOST_SPEND, TierTerms, paid
from tests.geo.money.made import FOUR, TODAY
from tests.geo.money.subsidy.made import fixed, policy
from tests.geo.money.subsidy.plans import CITY, MAIN_HERE, Maker, at_least, book_of, rate

ROUNDING = 5
MOST_DAYS = 9


def tiers_of(*policies, facts=None, most_days=MOST_DAYS):
    found = plan_tiers(
        book_of(*policies), CITY, ProjectFacts(facts or {}), TODAY, most_days=most_days
    )
    return found.certain


def test_an_award_for_shooting_there_is_paid_from_the_first_day():
    assert tiers_of(policy("a", fixed(5000))) == (TierTerms(500_000, 0.0, 0, 0, 1, 0.0),)


def test_nothing_certain_makes_no_step():
    assert tiers_of(policy("a", fixed(5000), gate="review")) == ()
    assert tiers_of(policy("a", Amount("fixed", True, sum=5000.0))) == ()
    assert tiers_of() == ()


def test_a_known_chance_makes_a_step_of_what_is_expected():
    gated = policy("a", fixed(5000), gate="review", selection_rate=0.25)
    found = plan_tiers(book_of(gated), CITY, ProjectFacts(), TODAY)
    assert (found.certain, [one.amount for one in found.expected]) == ((), [125_000])


def test_days_in_a_row_and_a_share_of_the_days_are_steps():
    asked = policy("a", fixed(5000), conditions=(at_least(IN_A_ROW, 6.0),))
    assert tiers_of(asked) == (TierTerms(500_000, 0.0, 0, 0, 6, 0.0),)
    asked = policy("a", fixed(5000), conditions=(Condition(IN_A_ROW, ">", 6.0),))
    assert tiers_of(asked)[0].days == 7
    asked = policy("a", fixed(5000), conditions=(at_least(SHARE, 0.6),))
    assert tiers_of(asked) == (TierTerms(500_000, 0.0, 0, 0, 1, 0.6),)
    asked = policy("a", fixed(5000), conditions=(Condition(SHARE, ">", 0.6),))
    assert tiers_of(asked)[0].share == 0.600001


def test_the_main_location_is_where_more_than_half_of_the_days_are():
    asked = policy("a", fixed(5000), conditions=(MAIN_HERE,))
    (step,) = tiers_of(asked)
    assert step.share == 0.500001
    assert [step.pays(days, 6, 0) for days in (2, 3, 4, 6)] == [0, 0, 500_000, 500_000]


def test_a_share_of_what_is_spent_with_threshold_and_cap():
    asked = policy("a", rate(0.1, 30_000.0), conditions=(at_least(SPEND, 100_000.0),))
    found = tiers_of(asked)
    by_hand = {99_999.99: 0, 100_000: 10_000, 250_000.55: 25_000.05, 300_000: 30_000, 9e6: 30_000}
    for spend, cny in by_hand.items():
        assert paid(found, 1, 1, to_fen(spend)) == to_fen(cny), spend
    assert len(found) == 1
    assert (found[0].threshold, found[0].rate, found[0].cap) == (10_000_000, 0.1, 3_000_000)


def test_a_day_pays_a_day():
    daily = policy(
        "a", Amount("per_unit", False, unit_fact=IN_A_ROW, per_unit=3000.0, cap=12_000.0)
    )
    found = tiers_of(daily)
    assert [paid(found, days, days, 0) for days in range(1, 7)] == [
        300_000, 600_000, 900_000, 1_200_000, 1_200_000, 1_200_000
    ]  # fmt: skip
    assert len(found) == 4


def test_awards_that_add_up_and_awards_that_do_not():
    adds = Stacking("adds")
    early = policy("a", fixed(3000), stacking=adds)
    late = policy("b", fixed(5000), stacking=adds, conditions=(at_least(IN_A_ROW, 3.0),))
    assert [paid(tiers_of(early, late), days, 9, 0) for days in (2, 3)] == [300_000, 800_000]
    silent = policy("b", fixed(5000), conditions=(at_least(IN_A_ROW, 3.0),))
    either = tiers_of(policy("a", fixed(3000)), silent)
    assert [paid(either, days, 9, 0) for days in (2, 3)] == [300_000, 500_000]


def test_what_the_project_told_of_another_place_holds_nowhere_else():
    filed = policy("a", fixed(5000), conditions=(Condition("shoot.filed_with_city", "==", True),))
    told = {"shoot.filed_with_city": True}
    assert tiers_of(filed, facts=told)
    assert tiers_of(filed, facts={**told, MAIN: "乙市"})
    assert not tiers_of(filed, facts={**told, MAIN: "丙市"})
    # what the plan decides is never taken from what was told
    asked = policy("a", fixed(5000), conditions=(at_least(IN_A_ROW, 6.0),))
    assert tiers_of(asked, facts={IN_A_ROW: 9, DAYS: 9})[0].days == 6


def test_a_told_sum_stands_where_the_main_location_is():
    share = policy("a", rate(0.1))
    found = tiers_of(share, facts={SPEND: 200_000.0})
    assert paid(found, 4, 6, 0) == 2_000_000
    assert paid(found, 3, 6, 5_000_000) == 500_000
    # above what was told the estimate is not believed
    assert paid(found, 4, 6, to_fen(300_000)) == 2_000_000


def test_an_award_that_asks_for_less_pays_no_step_that_may_fail():
    asked = policy("a", fixed(5000), conditions=(Condition(IN_A_ROW, "<", 4.0),))
    assert tiers_of(asked) == ()
    asked = policy("a", fixed(5000), conditions=(at_least(DAYS, 4.0),))
    # four days here are four days in all
    assert [step.days for step in tiers_of(asked)] == [4]


def judged(book, facts, days, of, spend):
    cny = spend / 100
    stay = CityStay(CITY, days, days, of, cny, cny)
    (found,) = plan_subsidies(book, {"乙市": stay}, facts, TODAY).values()
    return to_fen(found.certain), to_fen(found.counted)


STAYS = st.lists(
    st.tuples(
        st.integers(1, MOST_DAYS),
        st.integers(0, MOST_DAYS),
        st.one_of(st.integers(0, 40).map(lambda n: n * 500_000), st.integers(0, 40_000_000)),
    ),
    min_size=12,
    max_size=12,
)


@settings(deadline=None, max_examples=8)
@given(st.integers(0, 10**9), STAYS, st.booleans())
def test_no_plan_is_paid_more_than_the_judge_gives(seed, stays, tame):
    """And no less either, where awards only ask for more."""
    maker = Maker(seed, tame=tame)
    book, facts = maker.book(), ProjectFacts(maker.facts())
    found = plan_tiers(book, CITY, facts, TODAY, most_days=MOST_DAYS)
    for days, more, spend in stays:
        of = min(MOST_DAYS, days + more)
        for steps, fen in zip(
            (found.certain, found.expected), judged(book, facts, days, of, spend), strict=True
        ):
            got = paid(steps, days, of, spend)
            assert got <= fen + ROUNDING
            # a sum that is told for the main place alone makes less of more days there
            if tame and SPEND not in facts.values:
                assert got >= fen - ROUNDING


@pytest.mark.parametrize("city", sorted(FOUR))
def test_the_awards_that_ship_make_steps_that_hold(book, city):
    facts = ProjectFacts({"crew.size": 60, "work.aired_online": True})
    found = plan_tiers(book, FOUR[city], facts, date(2026, 4, 1))
    for steps in (found.certain, found.expected):
        for step in steps:
            assert 0 <= step.rate <= 1
            assert step.amount >= 0 <= step.cap
            assert step.of_spend(MOST_SPEND) > 0


def test_a_rebate_that_asks_for_days_in_a_row_at_the_main_location():
    """As of Ouhai: 10% of what is spent there, to 100,000, from 7 days in a row on."""
    mine = policy(
        "own",
        rate(0.1, 100_000.0),
        region=Region("浙江省", "温州市", None),
        conditions=(at_least(IN_A_ROW, 7.0), Condition(MAIN, "==", "温州市")),
    )
    found = plan_tiers(
        book_of(mine), ("浙江省", "温州市", None), ProjectFacts(), TODAY, most_days=20
    ).certain
    assert [paid(found, *stay, 50_000_000) for stay in [(6, 6), (7, 14), (7, 13), (9, 9)]] == [
        0, 0, 5_000_000, 5_000_000
    ]  # fmt: skip
