"""Every free text that ships stands in Chinese and in English, and each goes its own way."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

import pytest

from geo.model import ClaimRules, ProjectFacts, Source, in_language
from geo.money.subsidy.payment import pay_date
from geo.money.uplift.cases import load_case_book
from tests.geo.money.conftest import ASSETS
from tests.geo.money.policy_made import item, sheet, why

HAN = re.compile("[\u4e00-\u9fff]")
SENTENCE = re.compile(r"[A-Za-z]{2,}[ ,;]+[A-Za-z]{2,}[ ,;]+[A-Za-z]{2,}")


def texts(node, path=""):
    """Each pair of a field and its ``_zh`` sibling in a policy, with its path."""
    if isinstance(node, tuple):
        for at, each in enumerate(node):
            yield from texts(each, f"{path}[{at}]")
    if not is_dataclass(node) or isinstance(node, ProjectFacts):
        return
    names = {each.name for each in fields(node)}
    for name in names:
        value = getattr(node, name)
        if f"{name}_zh" in names and name != "title":
            yield f"{path}.{name}", value, getattr(node, f"{name}_zh")
        elif name != "examples":
            yield from texts(value, f"{path}.{name}")


def test_every_free_text_has_both_languages(book):
    found = [pair for policy in book.policies for pair in texts(policy, policy.id)]
    said = [pair for pair in found if pair[1] or pair[2]]
    assert len(said) > 300
    for path, english, chinese in said:
        if path.endswith(".issued") and re.fullmatch("[0-9-]+", english):
            continue
        assert chinese, path
        assert english, path
        assert HAN.search(chinese), path
        assert not SENTENCE.search(chinese), path
        assert re.search("[A-Za-z]", english), path


def test_figures_are_the_same_in_both(book):
    """Digits of the English text that no unit of ten thousand can hide stand in the Chinese one."""
    for policy in book.policies:
        for path, english, chinese in texts(policy, policy.id):
            if path.endswith((".notes", ".note", ".timing")) and english:
                for year in re.findall(r"20[12]\d(?:-\d\d-\d\d)?", english):
                    assert year in chinese, path


def test_no_source_of_a_policy_is_an_english_sentence_in_chinese(book):
    national = [*book.national.regimes, *book.national.leads]
    for each in (*book.policies, *national):
        for source in each.sources:
            assert not SENTENCE.search(source.title_in("zh")), source
            assert not SENTENCE.search(source.publisher_in("zh")), source
            assert not SENTENCE.search(source.date or ""), source


def cost_sources(costs):
    """Sources of every fact that a cost or what stands beside it may cite."""
    for assumed in costs.assumed.values():
        yield from assumed.sources
    for some in costs.classes.values():
        yield from (fact.source for fact in some)
    shown = [*costs.lodging_caps.values(), costs.extras.national, *costs.extras.local.values()]
    yield from (fact.source for fact in shown)
    for line in costs.own_lines:
        yield from (costs.source(fact) for fact in line.facts)
    for fact in ("hotel_crew", "local_spend_person_day", "meal_official", "bus_basic", "bus_mid"):
        yield costs.source(fact)
    for fact in ("bus_driver", "bus_extra_km", "rail_km", "scenes_per_day", "deposit"):
        yield costs.source(fact)


def test_what_a_cost_cites_is_told_in_both_languages(money):
    found = list(cost_sources(money.costs))
    found += [spend.source for spend in money.uplift.own_spend.values()]
    for source in found:
        assert HAN.search(source.title_in("zh")), source
        assert HAN.search(source.publisher_in("zh")), source
        assert not HAN.search(source.title_in("en")), source


def test_every_past_case_is_told_in_both_languages():
    cases = load_case_book(ASSETS / "money")
    for case in (*cases.cases, *cases.rejected):
        assert HAN.search(case.work), case.id
        assert HAN.search(case.place), case.id
        assert HAN.search(case.source.publisher_in("zh")) or not SENTENCE.search(
            case.source.publisher_in("zh")
        ), case.id
        assert not HAN.search(case.source.title_in("en")), case.id
        assert not HAN.search(case.source.publisher_in("en")), case.id
    dali = next(case for case in cases.cases if case.id == "cn_dali")
    assert (dali.work, dali.work_en) == ("去有风的地方", "Meet Yourself")
    assert dali.told_en == "Meet Yourself, Dali prefecture, Yunnan"


@pytest.mark.parametrize(
    ("english", "chinese", "in_english", "in_chinese"),
    [
        ("a", "甲", "a", "甲"),
        ("a", None, "a", "a"),
        (None, "甲", "甲", "甲"),
        ("", "甲", "甲", "甲"),
        (None, None, "", ""),
    ],
)
def test_the_other_language_stands_where_only_one_exists(english, chinese, in_english, in_chinese):
    assert in_language(english, chinese, "en") == in_english
    assert in_language(english, chinese, "zh") == in_chinese


def test_a_source_is_named_in_its_language():
    both = Source("题", "报", title_en="T", publisher_en="P")
    assert (both.title_in("en"), both.publisher_in("en")) == ("T", "P")
    assert (both.title_in("zh"), both.publisher_in("zh")) == ("题", "报")
    assert Source("题", "报").title_in("en") == "题"


def test_a_part_has_a_name_in_one_language_at_least(book):
    fixed = {"mode": "fixed", "cny": 1, "is_upper_bound": False}
    parts = {"mode": "sum_of_parts", "is_upper_bound": False, "parts": [{"amount": fixed}]}
    assert why(book.words, amount=parts) == ("missing", "amount.parts[0].name")
    parts["parts"][0]["name_zh"] = "上线"
    (policy,) = sheet(book.words, item(amount=parts)).policies
    assert (policy.amount.parts[0].name, policy.amount.parts[0].name_zh) == ("", "上线")


def test_the_time_of_payment_is_told_in_both(book):
    policy = replace(book.policies[0], claim=ClaimRules(timing="yearly", timing_zh="每年"))
    (*_, told) = pay_date(policy, ProjectFacts({}), ()).reasons
    assert told.values == {"text": "每年", "text_en": "yearly"}
    policy = replace(policy, claim=ClaimRules(timing_zh="每年"))
    (*_, told) = pay_date(policy, ProjectFacts({}), ()).reasons
    assert told.values == {"text": "每年", "text_en": "每年"}
