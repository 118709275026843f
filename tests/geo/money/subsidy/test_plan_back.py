"""What comes back to a plan city by city, on which day it is reached, and what is missed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geo.model import Condition, PolicyBook, ProjectFacts, Region, Stacking
from geo.money import CityStay, judge, plan_effect, plan_subsidies
from geo.money.subsidy.plan_facts import IN_A_ROW, MAIN, PLACE, SHARE, SPEND
from geo.phrases import load_phrases
from tests.geo.money.made import TODAY
from tests.geo.money.subsidy.made import fixed, policy
from tests.geo.money.subsidy.plans import CITY, MAIN_HERE, OTHER, at_least, book_of, rate

PHRASES = load_phrases(Path(__file__).parents[4] / "assets" / "phrases")
PROVINCE = Region("甲省", None, None)
NOTHING = ProjectFacts()
SEVEN = policy("a", fixed(50_000), conditions=(at_least(IN_A_ROW, 6.0),))


def stay(days=7, of=7, *, in_a_row=None, spend=0.0, low=None, place=CITY):
    return CityStay(place, days, in_a_row or days, of, spend if low is None else low, spend)


def back(book, *stays, facts=NOTHING):
    cities = {one.place[1]: one for one in stays}
    return plan_subsidies(book, cities, facts, TODAY)


def effect(book, one, spent, facts=NOTHING):
    subsidy = back(book, one, facts=facts)["乙市"]
    found = plan_effect(book, one, spent, subsidy, facts, TODAY)
    for reason in (*found.told, *(reason for _, reason in found.reached)):
        for lang in ("zh", "en"):
            assert "{" not in PHRASES.tell(reason, lang) != reason.code
    return found


def test_a_plan_is_judged_by_its_own_facts():
    conditions = (
        at_least(IN_A_ROW, 5.0),
        at_least(SHARE, 0.7),
        at_least(SPEND, 80_000.0),
        MAIN_HERE,
        Condition(PLACE, "in", ("乙市",)),
    )
    asked = book_of(policy("a", rate(0.1), conditions=conditions))
    told = {
        IN_A_ROW: 5,
        "shoot.days": 7,
        SHARE: 5 / 7,
        SPEND: 90_000.0,
        MAIN: "乙市",
        PLACE: ("乙市",),
    }
    found = back(asked, stay(5, 7, spend=90_000.0))["乙市"]
    assert found == judge(asked, CITY, ProjectFacts(told), TODAY)
    assert found.certain == 9_000
    for other in (
        stay(5, 8, spend=90_000.0),
        stay(5, 7, in_a_row=4, spend=90_000.0),
        stay(5, 7, spend=79_999.0),
    ):
        assert back(asked, other)["乙市"].certain == 0


def test_certain_money_counts_the_low_end_of_what_is_spent():
    asked = book_of(policy("a", rate(0.1), conditions=(at_least(SPEND, 80_000.0),)))
    found = back(asked, stay(low=85_000.0, spend=100_000.0))["乙市"]
    assert (found.certain, found.expected, found.ceiling) == (8_500, 10_000, 10_000)
    assert (found.amount.low, found.policies[0].certain) == (8_500, 8_500)
    # the threshold is only reached in the middle: nothing of it is certain
    found = back(asked, stay(low=79_000.0, spend=100_000.0))["乙市"]
    assert (found.certain, found.expected) == (0, 10_000)


def test_an_award_of_the_province_is_paid_once_where_the_plan_is_longest():
    wide = policy("a", fixed(30_000), region=PROVINCE, stacking=Stacking("adds"))
    own = policy("b", fixed(5_000), region=Region("甲省", "丙市", None), stacking=Stacking("adds"))
    book = book_of(wide, own)
    found = back(book, stay(2, 7), stay(5, 7, place=OTHER))
    assert list(found) == ["乙市", "丙市"]
    assert [one.certain for one in found.values()] == [0, 35_000]
    # one that the longer stay does not reach is left to the other
    here = replace(wide, conditions=(Condition(PLACE, "in", ("乙市",)),))
    found = back(book_of(here, own), stay(2, 7), stay(5, 7, place=OTHER))
    assert [one.certain for one in found.values()] == [30_000, 5_000]


def test_a_threshold_is_reached_on_its_day():
    found = effect(book_of(SEVEN), stay(), [0.0] * 7)
    ((day, reason),) = found.reached
    assert (day, reason.code, reason.values["amount"]) == (6, "plan_reached.certain", 50_000)
    assert [one.code for one in found.told] == ["plan_back.certain"]


def test_a_sum_is_reached_on_the_day_it_is_spent():
    gated = policy("a", rate(0.1), gate="review", conditions=(at_least(SPEND, 50_000.0),))
    found = effect(book_of(gated), stay(4, 4, spend=80_000.0), [2e4, 4e4, 6e4, 8e4])
    ((day, reason),) = found.reached
    assert (day, reason.code, reason.values["amount"]) == (3, "plan_reached.up_to", 8_000)
    assert found.told[0].code == "plan_back.ceiling"


@pytest.mark.parametrize(
    ("asked", "one", "code", "short"),
    [
        (at_least(IN_A_ROW, 6.0), stay(4, 7), "plan_missed.in_a_row", 2),
        (at_least("shoot.days", 9.0), stay(4, 7), "plan_missed.days", 2),
        (at_least(SPEND, 50_000.0), stay(spend=38_000.0), "plan_missed.spend", 12_000),
        (at_least(SHARE, 0.8), stay(3, 6), "plan_missed.share", pytest.approx(0.3)),
    ],
)
def test_what_a_plan_misses_and_by_how_much(asked, one, code, short):
    found = effect(book_of(policy("a", fixed(5_000), conditions=(asked,))), one, [0.0] * one.days)
    assert found.reached == ()
    assert [each.code for each in found.told] == ["plan_back.none", code]
    assert found.told[1].values["short"] == short


def test_a_place_that_is_not_the_main_one_is_told_so():
    book = book_of(policy("a", fixed(5_000), conditions=(MAIN_HERE,)))
    found = effect(book, stay(3, 7), [0.0] * 3)
    assert "plan_missed.main" in [each.code for each in found.told]
    assert effect(book, stay(4, 7), [0.0] * 4).told[0].code == "plan_back.certain"


def test_an_award_that_misses_something_else_is_not_the_plan_s_to_reach():
    aired = Condition("work.aired_online", "==", True)
    book = book_of(replace(SEVEN, conditions=(*SEVEN.conditions, aired)))
    facts = ProjectFacts({"work.aired_online": False})
    found = effect(book, stay(4, 7), [0.0] * 4, facts)
    assert [each.code for each in found.told] == ["plan_back.none"]


def test_where_nobody_has_an_award_nothing_is_known():
    found = back(PolicyBook((), book_of().words, {}), stay())["乙市"]
    assert (found.certain, found.ceiling) == (0, None)
    assert effect(book_of(), stay(), []).told[0].code == "plan_back.unknown"


def test_an_award_of_the_province_for_one_of_its_cities_is_not_for_another():
    wide = policy(
        "a",
        fixed(5_000),
        region=Region("江苏省", None, None),
        conditions=(Condition(PLACE, "in", ("苏州市",)),),
    )
    book = PolicyBook((wide,), book_of().words, {"苏州": "江苏", "南京": "江苏"})
    nanjing = stay(place=("江苏省", "南京市", None))
    suzhou = stay(place=("江苏省", "苏州市", None))
    assert back(book, nanjing)["南京市"].policies[0].failed == (PLACE,)
    assert back(book, suzhou)["苏州市"].certain == 5_000
