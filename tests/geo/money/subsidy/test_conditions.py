"""Conditions in three values: what is not known is open, and knowing more never turns a verdict."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.model import AnyOf, Condition, ProjectFacts, Region
from geo.money.subsidy.judge import judge
from geo.money.subsidy.places import applies, bare, inside
from geo.money.subsidy.rules import ProjectReader, any_of
from tests.geo.money.made import CALM, FOUR, TODAY

SUZHOU = Region("江苏省", "苏州市")
OUHAI = Region("浙江省", "温州市", "瓯海区")
PARENTS = {
    "昆山市": ("江苏省", "苏州市"),
    "苏州市": ("江苏省",),
    "成都市": ("四川省",),
    "昆明市": ("云南省",),
}


def reader(book, values, region=SUZHOU, place=None, parents=None):
    return ProjectReader(ProjectFacts(values), book, region, place or region, parents or {})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("广西壮族自治区", "广西"),
        ("苏州市", "苏州"),
        ("瓯海区", "瓯海"),
        ("大英县", "大英"),
        ("苏州", "苏州"),
        ("东阳市横店", "东阳市横店"),
        ("雄县", "雄县"),
    ],
)
def test_names_without_their_suffix(name, expected):
    assert bare(name) == expected


@pytest.mark.parametrize(
    ("region", "place", "expected"),
    [
        (Region(), Region("四川省", "成都市"), True),
        (Region("江苏省"), Region("江苏", "苏州"), True),
        (SUZHOU, Region("江苏", "苏州", "昆山"), True),
        (SUZHOU, Region("江苏", "南京"), False),
        (Region("江苏省", "苏州市", "昆山市"), SUZHOU, None),
        (Region("江苏省", "苏州市", "昆山市"), Region("江苏", "苏州", "吴江"), False),
        (Region("浙江省", "金华市", "东阳市横店"), Region("浙江", "金华", "东阳市"), True),
    ],
)
def test_where_a_policy_reaches(region, place, expected):
    assert applies(region, place) is expected


@pytest.mark.parametrize(
    ("value", "region", "parents", "expected"),
    [
        ("苏州", SUZHOU, {}, True),
        ("苏州市昆山市", SUZHOU, {}, True),
        ("江苏省", SUZHOU, {}, None),
        ("成都", SUZHOU, {}, False),
        ("昆山市", SUZHOU, {}, None),
        ("昆山市", SUZHOU, PARENTS, True),
        ("昆明市", SUZHOU, PARENTS, False),
        ("苏州市", Region("江苏省"), {}, True),
        ("成都市", Region("江苏省"), {}, False),
        ("苏州", Region("江苏省", "苏州市", "昆山市"), {}, None),
        ("随便哪儿", Region(), {}, True),
        # two provinces are never the same, with or without a gazetteer
        ("江苏省", Region("浙江省"), {}, False),
        ("江苏", OUHAI, {}, False),
        ("浙江省", OUHAI, {}, None),
        ("海南省", OUHAI, {}, None),
        ("海南省", OUHAI, {"海南省": ()}, False),
        ("江苏省", Region(None, "温州市"), {"江苏省": ()}, None),
    ],
)
def test_whether_a_place_lies_in_a_region(book, value, region, parents, expected):
    assert inside(value, region, region, book.cities, parents) is expected


@pytest.mark.parametrize(
    ("op", "value", "fact", "expected"),
    [
        (">=", 7.0, 7, True),
        (">=", 7.0, 6, False),
        (">", 7.0, 7, False),
        ("<", 7.0, 6.5, True),
        ("<=", 7.0, 7.5, False),
        ("==", 7.0, 7, True),
        ("between", (5.0, 7.0), 7, True),
        ("between", (5.0, 7.0), 7.01, False),
        (">=", 7.0, None, None),
        (">=", 7.0, "seven", None),
        (">=", 7.0, True, None),
    ],
)
def test_numbers(book, op, value, fact, expected):
    name = "shoot.consecutive_local_days"
    values = {} if fact is None else {name: fact}
    assert reader(book, values).holds(Condition(name, op, value)) is expected


def test_levels_are_ordered(book):
    rule = Condition("work.planning_filing_level", ">=", "provincial")
    name = rule.fact
    assert reader(book, {name: "national"}).holds(rule) is True
    assert reader(book, {name: "provincial"}).holds(rule) is True
    assert reader(book, {name: "platform"}).holds(rule) is False
    assert reader(book, {}).holds(rule) is None
    assert reader(book, {name: "galactic"}).holds(rule) is None


def test_dates(book):
    rule = Condition("work.premiere_date", ">=", date(2024, 6, 18))
    assert reader(book, {rule.fact: date(2024, 6, 18)}).holds(rule) is True
    assert reader(book, {rule.fact: date(2024, 6, 17)}).holds(rule) is False
    assert reader(book, {rule.fact: "2024-06-18"}).holds(rule) is None


def test_words_and_what_they_imply(book):
    rule = Condition("work.premiere_channel", "in", ("央视", "省级卫视"))
    assert reader(book, {rule.fact: "湖南卫视"}).holds(rule) is True
    assert reader(book, {rule.fact: ("地方台", "央视")}).holds(rule) is True
    assert reader(book, {rule.fact: "地方台"}).holds(rule) is False
    assert reader(book, {rule.fact: ""}).holds(rule) is None
    assert reader(book, {rule.fact: ()}).holds(rule) is None


def test_the_first_producer_is_local_where_it_is_registered(book):
    rule = Condition("producer.first_producer_local", "==", True)
    here = {"producer.registered_in": "苏州市"}
    assert reader(book, here).holds(rule) is True
    assert reader(book, here, Region("四川省", "成都市")).holds(rule) is False
    assert reader(book, {**here, rule.fact: False}).holds(rule) is False
    assert reader(book, {}).holds(rule) is None
    assert reader(book, {rule.fact: True}).holds(rule) is True
    county = {"producer.registered_in": "昆山市"}
    assert reader(book, county).holds(rule) is None
    assert reader(book, county, parents=PARENTS).holds(rule) is True


def test_facts_of_the_shoot_hold_only_at_the_main_location(book):
    rule = Condition("work.shows_local_elements", "==", True)
    said = {rule.fact: True}
    assert reader(book, said).holds(rule) is True
    assert reader(book, {**said, "shoot.main_location": "苏州"}).holds(rule) is True
    assert reader(book, {**said, "shoot.main_location": "成都"}).holds(rule) is None


def test_a_main_location_elsewhere_does_not_say_that_nothing_is_shot_here(book):
    rule = Condition("shoot.place", "in", ("瓯海区",))
    assert reader(book, {"shoot.main_location": "瓯海区"}, OUHAI).holds(rule) is True
    assert reader(book, {"shoot.main_location": "成都"}, OUHAI).holds(rule) is None
    assert reader(book, {"shoot.place": ("成都", "南京")}, OUHAI).holds(rule) is False
    main = Condition("shoot.main_location", "==", "瓯海区")
    assert reader(book, {"shoot.main_location": "成都"}, OUHAI).holds(main) is False
    assert reader(book, {}, OUHAI).holds(main) is None


def test_what_is_said_of_the_company_holds_where_it_is_registered(book):
    rule = Condition("producer.new_in_district", "==", True)
    assert reader(book, {rule.fact: True}).holds(rule) is True
    assert reader(book, {rule.fact: True, "producer.registered_in": "苏州市"}).holds(rule) is True
    assert reader(book, {rule.fact: True, "producer.registered_in": "成都市"}).holds(rule) is False
    years = Condition("producer.years_registered_local", ">=", 2.0)
    assert reader(book, {years.fact: 3, "producer.registered_in": "苏州市"}).holds(years) is True
    assert reader(book, {years.fact: 3, "producer.registered_in": "成都市"}).holds(years) is None


def test_a_place_outside_the_region_goes_by_its_own_name(book):
    rule = Condition("shoot.place", "in", ("成都市", "苏州市"))
    assert reader(book, {rule.fact: ("成都市",)}, OUHAI).holds(rule) is True
    assert reader(book, {rule.fact: ("南京市",)}, OUHAI).holds(rule) is not True


def test_a_shape_that_asks_for_another_award_gets_none_without_a_bench(book):
    assert reader(book, {}).award("sz-2025-invest").most is None


TRUTHS = st.sampled_from([True, False, None])


@CALM
@given(st.lists(TRUTHS, min_size=1), TRUTHS)
def test_or_is_monotone(truths, one):
    """Learning an open truth never turns a closed verdict."""
    before = any_of(truths)
    after = any_of([one if each is None else each for each in truths])
    assert before is None or after is before


def conditions(book):
    for policy in book.policies:
        for rule in policy.conditions:
            yield from rule.options if isinstance(rule, AnyOf) else (rule,)


def values_for(name, kind, wanted):
    if kind.kind == "bool":
        return st.booleans()
    if kind.kind in ("number", "money", "share"):
        return st.one_of(st.floats(0, 1), st.integers(0, 10**9))
    if kind.kind == "date":
        return st.dates(date(2020, 1, 1), date(2030, 1, 1))
    if kind.levels:
        return st.sampled_from(kind.levels)
    if name == "producer.registered_in":
        return st.sampled_from(["苏州市", "成都", "大英县", "瓯海区", "江苏省", "某地"])
    return st.sampled_from(sorted({str(each) for each in wanted} | {"别的"}))


@st.composite
def project(draw, book):
    wanted: dict[str, set] = {}
    for each in conditions(book):
        many = each.value if isinstance(each.value, tuple) else (each.value,)
        wanted.setdefault(each.fact, set()).update(many)
    names = draw(st.lists(st.sampled_from(sorted(wanted)), unique=True, max_size=12))
    return {name: draw(values_for(name, book.words.facts[name], wanted[name])) for name in names}


# these say where other facts hold, so they may close or reopen them
SCOPING = {"producer.registered_in", "producer.first_producer_local", "shoot.main_location"}


@CALM
@given(data=st.data())
def test_learning_a_fact_never_turns_a_closed_condition(book, data):
    known = data.draw(project(book))
    more = {name: value for name, value in data.draw(project(book)).items() if name not in SCOPING}
    after = {**more, **known}
    policy = data.draw(st.sampled_from(book.policies))
    before = reader(book, known, policy.region)
    later = reader(book, after, policy.region)
    # shoot.place replaces the guess from the main location
    assume("shoot.place" in known or "shoot.place" not in after)
    for rule in policy.conditions:
        verdict = before.judge(rule)
        assert verdict is None or later.judge(rule) is verdict


@CALM
@given(data=st.data())
def test_every_item_is_judged_under_any_project(book, data):
    values = data.draw(project(book))
    place = data.draw(st.sampled_from([*FOUR.values(), ("浙江省", "温州市", "瓯海区")]))
    subsidy = judge(book, place, ProjectFacts(values), TODAY)
    known = [subsidy.amount.low, subsidy.amount.mid, subsidy.amount.high]
    numbers = [each for each in known if each is not None]
    assert numbers == sorted(numbers)
    assert subsidy.counted >= 0
    for result in subsidy.policies:
        assert not set(result.met) & set(result.failed)
        assert result.certain <= (result.ceiling if result.ceiling is not None else float("inf"))
