"""The nearest value that meets a condition, checked against every value of a grid."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Amount, AnyOf, Condition, FactType, Part, Tier
from geo.money.answers.changes import Changeable
from geo.money.answers.targets import nearest, step_up, steps
from tests.geo.money.answers.made import facts, fixed, policy
from tests.geo.money.made import CALM

NUMBER = FactType("number")


def change(**more):
    return Changeable("x", "days", "days", **more)


def wanted(op, value, have=None, kind=NUMBER, **more):
    return nearest(Condition("x", op, value), kind, change(**more), have)


@CALM
@given(
    st.sampled_from([">=", ">"]),
    st.integers(0, 60),
    st.one_of(st.none(), st.integers(0, 60)),
    st.sampled_from([1, 5, 10]),
)
def test_numbers_rise_to_the_first_step_that_meets_it(op, value, have, step):
    grid = [step * at for at in range(70)]
    meets = {">=": lambda each: each >= value, ">": lambda each: each > value}[op]
    first = next(each for each in grid if meets(each))
    found = wanted(op, value, have, step=step)
    assert found == (() if have is not None and meets(have) else (first,))


def test_numbers_never_fall_and_equality_is_never_sought():
    for op, value in (("<=", 5), ("<", 5), ("==", 5)):
        assert wanted(op, value, 9) == ()


def test_a_window_is_entered_at_its_low_end():
    assert wanted("between", (5.0, 9.0), 2) == (5,)


def test_a_share_never_passes_the_whole():
    assert wanted(">", 0.8, kind=FactType("share"), step=0.01, most=1.0) == (0.81,)
    assert wanted(">", 1.0, kind=FactType("share"), step=0.01, most=1.0) == ()


def test_shares_move_by_whole_days():
    assert wanted(">=", 0.5, kind=FactType("share"), step=1 / 7, most=1.0) == (0.5714,)


def test_steps_of_cents_give_no_int_and_whole_ones_do():
    assert step_up(3.0, 0.5) == 3.0
    assert isinstance(step_up(3.0, 1.0), int)
    assert step_up(3.0, 1.0, above=True) == 4
    assert step_up(3.2, 1.0, above=True) == 4


@pytest.mark.parametrize(
    ("op", "have", "found"),
    [
        (">=", date(2026, 1, 9), (date(2026, 1, 10),)),
        (">=", date(2026, 1, 10), ()),
        (">", date(2026, 1, 10), (date(2026, 1, 11),)),
        ("<=", date(2026, 1, 11), (date(2026, 1, 10),)),
        ("<=", date(2026, 1, 10), ()),
        ("<", date(2026, 1, 10), (date(2026, 1, 9),)),
        ("==", date(2026, 1, 9), (date(2026, 1, 10),)),
        ("==", date(2026, 1, 10), ()),
        (">=", None, ()),
        (">=", "soon", ()),
    ],
)
def test_days_move_to_the_edge_of_the_window(op, have, found):
    assert wanted(op, date(2026, 1, 10), have, FactType("date")) == found


def test_a_day_compared_with_a_word_has_no_target():
    assert wanted(">=", "spring", date(2026, 1, 1), FactType("date")) == ()


LEVEL = FactType("level", levels=("platform", "provincial", "national"))


@pytest.mark.parametrize(
    ("op", "have", "found"),
    [
        (">=", None, ("provincial",)),
        (">=", "platform", ("provincial",)),
        (">=", "provincial", ()),
        (">", "provincial", ("national",)),
        ("==", "platform", ("provincial",)),
        ("==", "national", ()),
        ("<", "national", ()),
    ],
)
def test_levels_rise_to_the_one_asked_for(op, have, found):
    assert wanted(op, "provincial", have, LEVEL) == found


def test_no_level_lies_above_the_highest():
    assert wanted(">", "national", "platform", LEVEL) == ()


def test_words_are_added_to_what_is_there():
    tags = FactType("tags")
    assert wanted("in", ("a", "b"), None, tags) == (("a",), ("b",))
    assert wanted("in", ("a", "b"), ("c",), tags) == (("c", "a"), ("c", "b"))
    assert wanted("in", ("a", "b"), ("b", "c"), tags) == ()
    assert wanted("==", "a", "a", FactType("text")) == ()
    assert wanted("==", "a", "b", FactType("text")) == ("a",)
    assert wanted("==", True, False, FactType("bool")) == (True,)


def asked(amount, **values):
    given = facts({key.replace("__", "."): value for key, value in values.items()})
    return list(steps(policy(amount=amount), given))


def test_the_next_unit_is_asked_for_once_the_units_are_known():
    unit = Amount(
        "per_unit", is_upper_bound=False, unit_fact="work.episodes", unit_size=5.0, per_unit=1.0
    )
    assert asked(unit) == []
    assert asked(unit, work__episodes=9) == [Condition("work.episodes", ">=", 10.0)]
    assert asked(unit, work__episodes=10) == [Condition("work.episodes", ">=", 15.0)]


def test_tiers_not_yet_reached_are_asked_for_lowest_first():
    tiers = (Tier(30.0, above=30.0), Tier(10.0, at_least=10.0), Tier(20.0, at_least=20.0))
    amount = Amount("tiered", is_upper_bound=False, tier_key="work.total_minutes", tiers=tiers)
    found = [(one.op, one.value) for one in asked(amount, work__total_minutes=10)]
    assert found == [(">=", 20.0), (">", 30.0)]
    assert asked(amount) == []
    named = Amount(
        "tiered", is_upper_bound=False, tier_key="work.honour", tiers=(Tier(1.0, equals="a"),)
    )
    assert asked(named) == []
    assert asked(named, work__honour=("b",)) == [Condition("work.honour", "==", "a")]


def test_a_bonus_and_the_conditions_of_parts_are_asked_for():
    one, two = Condition("work.reach", "==", True), Condition("work.result", "==", True)
    parts = (
        Part("a", fixed(1), (one,)),
        Part("b", fixed(2), (AnyOf((one, two)),)),
    )
    assert asked(Amount("sum_of_parts", is_upper_bound=False, parts=parts)) == [one, one, two]
    bonus = Amount("fixed", is_upper_bound=False, sum=1.0, bonus_if=two, bonus_rate=0.5)
    assert asked(bonus) == [two]


def test_no_amount_asks_for_nothing():
    from dataclasses import replace

    assert list(steps(replace(policy(), amount=None), facts())) == []
