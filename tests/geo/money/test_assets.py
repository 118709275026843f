"""The data: complete, checked field by field, and told in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from geo.errors import FactsError
from geo.money import load_costs
from geo.money.cost.venue import RENTS
from geo.money.records import read_asset
from geo.phrases import LANGUAGES, load_phrases

SOURCE = Path(__file__).parents[3] / "geo" / "money"


def test_every_fact_came_along(costs):
    assert len(costs.facts) == 171


def test_a_venue_of_the_four_cities_has_no_published_price(costs):
    for city in ("chengdu", "nanning", "suzhou", "shaoxing"):
        with pytest.raises(ValueError, match=city):
            _ = costs.span(f"venue_{city}")


def codes_in_the_room():
    found = set()
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'(?:Reason|FactsError)\(\s*"([a-z_.]+)"', text))
        found |= set(re.findall(r'"(method\.[a-z_.]+)"', text))
        found |= {f"line.{code}" for code in re.findall(r'Line\(\s*"([a-z_]+)"', text)}
    return found


def test_every_code_has_words(assets, book):
    phrases = load_phrases(assets / "phrases")
    wanted = codes_in_the_room()
    assert len(wanted) > 60
    wanted |= {f"fact.{name}" for name in book.words.facts}
    wanted |= {f"policy_status.{policy.status}" for policy in book.policies}
    wanted |= {f"policy_type.{policy.type}" for policy in book.policies}
    wanted |= {f"gated.{policy.gate}" for policy in book.policies if policy.gate}
    wanted |= {f"paid_to.{policy.payee}" for policy in book.policies if not policy.reaches_crew}
    wanted |= {f"venue_tied.{name}" for name in ("indoor_base", "room")}
    wanted |= {f"venue_told.{per}" for per in RENTS}
    missing = {code for code in wanted if not code.endswith(".")} - set(phrases.templates)
    assert not missing
    for code in wanted & set(phrases.templates):
        assert all(phrases.templates[code][lang] for lang in LANGUAGES)


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
