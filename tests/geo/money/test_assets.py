"""The data: complete, checked field by field, and told in both languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from geo.errors import FactsError
from geo.model import AnyOf
from geo.money import load_costs, load_fields, load_policies, load_uplift
from geo.money.records import read_asset
from geo.phrases import LANGUAGES, load_phrases

SOURCE = Path(__file__).parents[3] / "geo" / "money"


def test_every_fact_came_along(book, costs):
    assert len(book.policies) == 112
    assert len(costs.facts) == 171


def test_the_shares_of_computable_items_are_those_of_the_collection(book):
    kinds = [policy.computable for policy in book.policies]
    assert [kinds.count(each) for each in ("formula", "ceiling", "none")] == [26, 44, 42]


def test_every_policy_names_its_sources_and_both_titles(book):
    for policy in book.policies:
        assert policy.sources, policy.id
        assert policy.title_en.isascii() or "'" in policy.title_en, policy.id
        assert re.search(r"[\u4e00-\u9fff]", policy.who_zh), policy.id


def test_a_mirror_is_never_a_link(book):
    for policy in book.policies:
        for source in policy.sources:
            assert not (source.link_safe and source.url and "repost" in source.url), policy.id


def test_no_amount_where_none_is_known(book):
    for policy in book.policies:
        if policy.computable == "none" and policy.amount is not None:
            assert policy.amount.mode == "uplift", policy.id
        if policy.computable == "formula":
            assert policy.amount is not None, policy.id


def test_conditions_speak_only_of_typed_facts(book):
    for policy in book.policies:
        for rule in policy.conditions:
            for each in rule.options if isinstance(rule, AnyOf) else (rule,):
                assert each.fact in book.facts


def test_a_venue_of_the_four_cities_has_no_published_price(costs):
    for city in ("chengdu", "nanning", "suzhou", "shaoxing"):
        with pytest.raises(ValueError, match=city):
            _ = costs.span(f"venue_{city}")


def codes_in_the_room():
    found = set()
    for path in SOURCE.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'(?:Reason|FactsError)\(\s*"([a-z_.]+)"', text))
        found |= set(re.findall(r'"(method\.[a-z_.]+)"', text))
        found |= {f"line.{code}" for code in re.findall(r'Line\(\s*"([a-z_]+)"', text)}
    return found


def test_every_code_has_words(assets, book):
    phrases = load_phrases(assets / "phrases")
    wanted = codes_in_the_room()
    assert len(wanted) > 60
    wanted |= {f"fact.{name}" for name in book.facts}
    wanted |= {f"policy_status.{policy.status}" for policy in book.policies}
    wanted |= {f"policy_type.{policy.type}" for policy in book.policies}
    wanted |= {f"gated.{policy.gate}" for policy in book.policies if policy.gate}
    wanted |= {f"paid_to.{policy.payee}" for policy in book.policies if not policy.reaches_crew}
    wanted |= {f"venue_tied.{name}" for name in ("indoor_base", "room")}
    wanted |= {f"venue_told.{per}" for per in ("hour", "day", "base_day")}
    missing = {code for code in wanted if not code.endswith(".")} - set(phrases.templates)
    assert not missing
    for code in wanted & set(phrases.templates):
        assert all(phrases.templates[code][lang] for lang in LANGUAGES)


def test_fields_of_a_project(assets, book):
    fields = load_fields(assets / "money")
    keys = [field.key for field in fields]
    assert 20 <= len(fields) <= 30
    assert keys[0] == "crew.size"
    phrases = load_phrases(assets / "phrases").templates
    for field in fields:
        assert not field.unit or f"unit.{field.unit}" in phrases
        assert f"fact_group.{field.group}" in phrases
        kind = book.facts.get(field.key)
        if kind is not None and kind.levels:
            assert {option.value for option in field.options} == set(kind.levels)


def test_the_national_regime_has_its_lines_and_sources(assets):
    """From 2026: 3,000,000 and over is 重点, 1,000,000 and over 普通, below that the platform."""
    regime = read_asset(assets / "policies" / "_national.yaml").child("review_regime")
    current = regime.child("current")
    assert current.sources()
    lines = [
        condition["value"]
        for tier in current.raw["tiers"]
        for condition in tier.get("any_of", tier.get("all_of"))
        if condition["fact"] == "work.investment_total"
    ]
    assert lines == [3_000_000, 1_000_000, 3_000_000, 1_000_000]


BROKEN_POLICIES = {
    "rate": ("rate: 0.2,", "rate: 1.2,"),
    "valid_to": ("valid_to: null", "valid_to: '2001-01-01'"),
    "fact": ("fact: work.honour_level", "fact: work.honnour_level"),
    "op": ("{fact: work.aired_online, op: ==", "{fact: work.aired_online, op: '>='"),
    "cap_cny": ("per_unit_cny: 10000, cap_cny: 100000", "per_unit_cny: 10000, cap_cny: 1"),
    "alternative_to": ("alternative_to: [sz-2025-script-nat]", "alternative_to: [nobody]"),
    "status": ("status: in_force", "status: forever"),
    "gate": ("gate: review", "gate: luck"),
    "base": ("base: work.investment_actual", "base: __import__('os')"),
    "payee": ("payee: rights_holder", "payee: me"),
    "titel": ("title_en: Suzhou measures", "titel: x\n    title_en: Suzhou measures"),
}


@pytest.mark.parametrize("field", sorted(BROKEN_POLICIES))
def test_a_broken_policy_is_refused_by_name(assets, tmp_path, field):
    shutil.copytree(assets / "policies", tmp_path / "policies")
    path = tmp_path / "policies" / "suzhou.yaml"
    old, new = BROKEN_POLICIES[field]
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_policies(tmp_path / "policies")
    assert caught.value.values["file"] == "suzhou.yaml"
    assert caught.value.values["field"] == field
    assert caught.value.values["item"]


def test_one_id_stands_once(assets, tmp_path):
    shutil.copytree(assets / "policies", tmp_path / "policies")
    shutil.copy(assets / "policies" / "fujian.yaml", tmp_path / "policies" / "twice.yaml")
    with pytest.raises(FactsError, match="twice"):
        load_policies(tmp_path / "policies")


@pytest.mark.parametrize("text", ["a: [", "", "- 1", "schema: 2\n", "\x00"])
def test_a_file_that_is_no_asset(tmp_path, text):
    (tmp_path / "costs.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_costs(tmp_path / "costs.yaml")
    assert caught.value.values["file"] == "costs.yaml"


def tampered(assets, tmp_path, name, change):
    record = yaml.safe_load((assets / "money" / name).read_text(encoding="utf-8"))
    change(record)
    path = tmp_path / name
    path.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("low", lambda r: r["facts"][0].update(low=10, high=1)),
        ("id", lambda r: r["facts"][0].update(id=r["facts"][1]["id"])),
        ("link_safe", lambda r: r["facts"][0].update(link_safe="yes")),
        ("value", lambda r: r["facts"][0].update(value="many")),
        ("indoor_base", lambda r: r["venue_classes"].update(indoor_base=["nothing"])),
        ("unpriced_venue_cny_per_day", lambda r: r["ranking"].clear()),
        ("low", lambda r: r["assumptions"]["crew_unset"].update(low=0)),
    ],
)
def test_a_broken_cost_file(assets, tmp_path, field, change):
    path = tampered(assets, tmp_path, "costs.yaml", change)
    with pytest.raises(FactsError) as caught:
        load_costs(path)
    assert caught.value.values["field"] == field


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("draws", lambda r: r.update(draws=500)),
        ("strength", lambda r: r["exposure"]["plays"].update(strength="certain")),
        ("unset", lambda r: r["exposure"]["prominence"].update(unset=["famous"])),
        ("attraction", lambda r: r["reference_class"]["priors"].update(attraction=[1])),
        ("A", lambda r: r["reference_class"]["u_max"].pop("A")),
    ],
)
def test_a_broken_uplift_file(assets, tmp_path, costs, field, change):
    path = tampered(assets, tmp_path, "uplift.yaml", change)
    with pytest.raises(FactsError) as caught:
        load_uplift(path, costs)
    assert caught.value.values["field"] == field
