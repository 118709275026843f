"""Every fact of the vocabulary can be asked for, in both languages, with the words policies use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from geo.errors import FactsError
from geo.model import Amount, AnyOf, Condition, Part
from geo.money import all_fields, load_fields
from geo.phrases import load_phrases

TEXTS = load_phrases(Path(__file__).parents[3] / "assets" / "phrases").templates


@pytest.fixture(scope="module")
def first(assets):
    return load_fields(assets / "money", TEXTS)


@pytest.fixture(scope="module")
def fields(first, book):
    return {field.key: field for field in all_fields(first, book, TEXTS)}


def test_the_first_list_is_short_and_comes_first(first, fields, book):
    keys = [field.key for field in first]
    assert 20 <= len(first) <= 30
    assert keys[0] == "crew.size"
    assert list(fields)[: len(keys)] == keys
    for field in first:
        kind = book.words.facts.get(field.key)
        if kind is not None and kind.levels:
            assert {option.value for option in field.options} == set(kind.levels)


def test_every_fact_of_the_vocabulary_is_a_field(fields, book):
    assert set(book.words.facts) <= set(fields)
    for field in fields.values():
        assert TEXTS[f"fact.{field.key}"]["zh"] == field.zh
        assert field.en[0] == field.en[0].upper()
        assert not field.unit or f"unit.{field.unit}" in TEXTS
        assert f"fact_group.{field.group}" in TEXTS
        assert len({option.value for option in field.options}) == len(field.options)


def test_types_follow_the_vocabulary(fields, book):
    types = {
        "bool": {"bool"},
        "number": {"int", "float"},
        "money": {"float"},
        "share": {"share"},
        "date": {"date"},
        "place": {"city"},
        "places": {"tags"},
        "text": {"text"},
        # the platform is asked as one choice in the first list
        "tags": {"tags", "choice"},
        "choice": {"choice"},
        "level": {"choice"},
    }
    for key, kind in book.words.facts.items():
        assert fields[key].type in types[kind.kind], key
    assert fields["work.plays_single_platform"].type == "int"
    assert fields["producer.years_registered_local"].type == "float"
    assert fields["shoot.place"].options == ()


def test_words_that_policies_ask_for_are_options_with_names(fields, book):
    def words(rules):
        for rule in rules:
            for each in rule.options if isinstance(rule, AnyOf) else (rule,):
                many = each.value if isinstance(each.value, tuple) else (each.value,)
                yield from ((each.fact, word) for word in many if isinstance(word, str))

    asked = 0
    for policy in book.policies:
        for fact, word in words(policy.conditions):
            field = fields[fact]
            if field.type in ("tags", "text", "choice") and fact != "shoot.place":
                assert word in {option.value for option in field.options}, (fact, word)
                asked += 1
        if policy.amount is not None and policy.amount.tier_key is not None:
            options = {option.value for option in fields[policy.amount.tier_key].options}
            assert {tier.equals for tier in policy.amount.tiers if tier.equals} <= options
    assert asked > 40
    told = {option.value: option for option in fields["producer.class"].options}
    assert told["listed_or_top500"].en == "main-board listed or one of six top-500 lists"
    for field in fields.values():
        for option in field.options:
            assert option.zh
            assert option.en.isascii(), (field.key, option.value)


def test_what_the_users_own_policies_ask_for_can_be_answered(first, book):
    policy = book.get("hz-xihu-work")
    conditions = (Condition("work.aired_on", "in", ("新平台",)),)
    inner = Amount("ceiling", is_upper_bound=True, cap=1.0)
    parts = (Part("x", inner, (Condition("work.theme", "in", ("黄酒",)),)),)
    amount = Amount("sum_of_parts", is_upper_bound=True, parts=parts)
    own = replace(policy, id="own", conditions=conditions, amount=amount)
    wider = replace(book, policies=(*book.policies, own))
    fields = {field.key: field for field in all_fields(first, wider, TEXTS)}
    assert fields["work.aired_on"].options[-1].value == "新平台"
    assert fields["work.theme"].options[-1].en == "黄酒"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"type": "magic"}, "type"),
        ({"type": "choice"}, "options"),
        ({"options": [{"value": "a", "zh": "甲", "en": "A"}]}, "options"),
        ({"key": "no.such"}, "key"),
        ({"key": "work.episodes"}, "key"),
        ({"evil": 1}, "evil"),
        ({"type": "choice", "options": [{"value": "a", "zh": "甲", "en": "A", "x": 1}]}, "x"),
    ],
)
def test_a_broken_first_list(assets, tmp_path, change, field):
    path = assets / "money" / "project_fields.yaml"
    whole = yaml.safe_load(path.read_text(encoding="utf-8"))
    whole["fields"][0] |= change
    (tmp_path / path.name).write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_fields(tmp_path, TEXTS)
    assert caught.value.values["field"] == field
