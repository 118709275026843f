"""What ships: every item of the collection, whole, typed, sourced; refusals with their lines."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from geo.errors import FactsError
from geo.model import AnyOf, Region
from geo.money import load_money, load_policies, rework
from geo.money.marked import MOST_BYTES
from geo.money.subsidy.files import OWN_POLICIES, own_name, sheet_of
from geo.money.subsidy.reading import KEYS
from geo.money.subsidy.terms import SHAPES
from tests.geo.money.policy_made import RATE, item, sheet, text_of, why


def rules(policy):
    for rule in policy.conditions:
        yield from rule.options if isinstance(rule, AnyOf) else (rule,)


def test_every_item_of_the_collection_is_there(book):
    assert len(book.policies) == 112
    assert book.refused == ()
    kinds = [policy.computable for policy in book.policies]
    assert [kinds.count(each) for each in ("formula", "ceiling", "none")] == [26, 44, 42]
    for policy in book.policies:
        assert policy.sources, policy.id
        assert policy.confidence in ("high", "medium", "low"), policy.id
        assert policy.status in ("in_force", "draft", "unknown"), policy.id
        assert policy.issuer, policy.id
        assert policy.title_en.isascii() or "'" in policy.title_en, policy.id
        assert re.search(r"[\u4e00-\u9fff]", policy.who_zh), policy.id
        assert policy.who, policy.id
        assert not policy.own
        assert all(source.confidence == policy.confidence for source in policy.sources)


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


def test_conditions_use_operators_of_their_facts(book):
    seen = set()
    for policy in book.policies:
        for each in rules(policy):
            kind = book.words.facts[each.fact]
            assert each.op in kind.operators, policy.id
            seen.add(kind.kind)
    assert {"bool", "number", "money", "share", "date", "place", "places", "tags"} <= seen


def test_every_fact_has_a_type_a_group_and_operators(book):
    facts = book.words.facts
    assert {"work.special_theme", "work.platform_first_screen", "work.voluntary_key_filing"} <= set(
        facts
    )
    assert len(facts) == 77
    for name, kind in facts.items():
        assert kind.operators, name
        assert kind.group, name
        assert (kind.kind in ("level", "choice")) == bool(kind.levels), name
        assert (kind.unit == "CNY") == (kind.kind == "money"), name


def test_what_the_collection_says_of_claims_pools_and_payments(book):
    """Facts that a policy may carry beside its amount; worked out from the collected texts."""
    gaozhou = book.get("mm-gaozhou-2025-support").budget
    assert (gaozhou.pool, gaozhou.at_least, gaozhou.share) == (5_000_000, True, "pro_rata")
    landmark = book.get("fs-2024-landmark").budget
    assert (landmark.works, landmark.period, landmark.share) == (20, "per round", "ranked")
    assert book.get("mm-gaozhou-2025-pick5").budget.works == 5
    assert book.get("fj-2025").budget.total == 30_000_000
    assert book.get("fj-2025").budget.pool == 10_000_000
    assert book.get("js-wujin-2025").budget.pool is None
    assert book.get("gx-2025-wenlv-key").selection == (128, 10)
    assert book.get("gx-2025-wenlv-good").selection_rate == 0.13
    wangcheng = book.get("cs-wangcheng-2025")
    assert [(each.cny, each.paid.isoformat()) for each in wangcheng.payments] == [
        (200_000, "2025-10-15")
    ]
    assert (wangcheng.claim.after, wangcheng.claim.lag_months) == ("award_or_title_date", (0, 0))
    assert book.get("sc-2024-major").claim.lag_note
    assert book.get("hz-qiantang-2024").stacking.upgrade
    assert book.get("hz-qiantang-2024").clawback
    assert book.get("szx-2025-location").stacking.umbrella == "szx-2025-total"
    enterprise = book.get("sz-2021-enterprise").amount
    assert (enterprise.cap_fact, enterprise.cap_rate) == ("producer.tax_paid_year", 1.0)
    assert book.get("hs-2024-tickets").amount.in_kind


def test_parts_have_amounts_and_conditions_of_their_own(book):
    amount = book.get("fs-2024-firstproducer").amount
    assert (amount.mode, amount.cap) == ("sum_of_parts", 370_000)
    assert [part.amount.cap for part in amount.parts] == [20_000, 100_000, None, None]
    assert [len(part.conditions) for part in amount.parts] == [0, 1, 1, 0]


BROKEN = {
    "rate": ("rate: 0.2,", "rate: 1.2,", "rate"),
    "valid_to": ("  status: in_force", "  valid_to: '2001-01-01'\n  status: in_force", "dates"),
    "fact": ("fact: work.honour_level", "fact: work.honnour_level", "unknown_fact"),
    "op": ("{fact: work.aired_online, op: ==", "{fact: work.aired_online, op: '>='", "operator"),
    "cap_cny": ("per_unit_cny: 10000, cap_cny: 100000", "per_unit_cny: 10000, cap_cny: 1", "cap"),
    "alternative_to": ("alternative_to: [sz-2025-script-nat]", "alternative_to: [nobody]", "other"),
    "status": ("status: in_force", "status: forever", "unknown_word"),
    "gate": ("gate: review", "gate: luck", "unknown_word"),
    "base": ("base: work.investment_actual", "base: __import__('os')", "unknown_fact"),
    "payee": ("payee: rights_holder", "payee: me", "unknown_word"),
    "titel": ("title_en: Suzhou measures", "titel: x\n  title_en: Suzhou measures", "unknown_key"),
}


@pytest.mark.parametrize("field", sorted(BROKEN))
def test_a_broken_item_is_refused_with_its_line_and_the_rest_stands(assets, tmp_path, field):
    shutil.copytree(assets / "policies", tmp_path / "policies")
    path = tmp_path / "policies" / "suzhou.yaml"
    old, new, code = BROKEN[field]
    text = path.read_text(encoding="utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    path.write_text(changed, encoding="utf-8")
    book = load_policies(tmp_path / "policies")
    assert len(book.policies) == 111
    (told,) = book.refused
    assert told.reason.code == f"policy_refused.{code}"
    assert told.file == "suzhou.yaml"
    assert book.get(told.item) is None
    assert told.reason.values["path"].endswith(field)
    if field != "alternative_to":
        # the line names the field, or holds it where it stands in one line with others
        assert field in changed.splitlines()[told.line - 1]


def test_one_id_stands_once(assets, tmp_path):
    shutil.copytree(assets / "policies", tmp_path / "policies")
    shutil.copy(assets / "policies" / "fujian.yaml", tmp_path / "policies" / "twice.yaml")
    book = load_policies(tmp_path / "policies")
    assert len(book.policies) == 112
    assert [(each.file, each.reason.code) for each in book.refused] == [
        ("twice.yaml", "policy_refused.twice")
    ]


def test_an_item_may_not_stand_twice_in_one_file(book):
    found = sheet(book.words, item(), item(id="two"), item(title_zh="别的"))
    assert [policy.id for policy in found.policies] == ["one", "two"]
    assert [(each.item, each.line) for each in found.refused] == [("one", 29)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_policies"),
        ("- 1", "no_policies"),
        ("schema: 2\npolicies: []\n", "schema"),
        ("schema: true\npolicies: []\n", "schema"),
        ("policies: []\n", "schema"),
        ("schema: 1\npolicies: {a: 1}\n", "no_policies"),
        ("schema: 1\npolicies: [3]\n", "list"),
        ("schema: 1\nevil: 1\npolicies: []\n", "unknown_key"),
        ("a: [", "no_policies"),
    ],
)
def test_a_file_that_is_no_policy_file(book, tmp_path, text, code):
    own = tmp_path / OWN_POLICIES
    own.write_text(text, encoding="utf-8")
    after = load_policies(Path(__file__).parents[3] / "assets" / "policies", own)
    assert len(after.policies) == 112
    assert after.refused[0].reason.code == f"policy_refused.{code}"
    assert after.refused[0].file == own_name(own)


def test_a_file_that_cannot_be_read(assets, tmp_path):
    own = tmp_path / OWN_POLICIES
    folder = assets / "policies"
    own.write_bytes(b"schema: 1\n# \xff\xfe\n")
    assert load_policies(folder, own).refused[0].reason.code == "policy_refused.not_text"
    own.write_bytes(b"#" * (MOST_BYTES + 1))
    assert load_policies(folder, own).refused[0].reason.code == "policy_refused.too_big"
    own.unlink()
    own.mkdir()
    assert load_policies(folder, own).refused[0].reason.code == "policy_refused.unreadable"
    own.rmdir()
    assert load_policies(folder, own).refused == ()


def test_a_vocabulary_that_is_broken_stops_the_room(assets, tmp_path):
    shutil.copytree(assets / "policies", tmp_path / "policies")
    path = tmp_path / "policies" / "_vocabulary.yaml"
    whole = path.read_text(encoding="utf-8")
    for old, new in [
        ("scope: shoot", "scope: moon"),
        ("work.honour_level: {type: choice", "work.honour_level: {type: tags"),
        ("work.reach: {type: bool,", "work.reach: {type: bool, operators: ['>'],"),
        ("work.reach: {type: bool,", "work.reach: {type: bool, evil: 1,"),
    ]:
        assert old in whole
        path.write_text(whole.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(FactsError):
            load_policies(tmp_path / "policies")


def test_the_users_policies_stand_over_those_that_ship(assets, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    mine = item(id="sz-2025-invest", title_zh="我改的", told_by="王", told_on="2026-04-01")
    new = item(id="mine-1", sources=None, told_by="王", told_on="2026-04-02")
    bad = item(id="sz-2025-tourism", status="forever")
    (own / OWN_POLICIES).write_text(text_of(mine, new, bad), encoding="utf-8")
    book = load_money(assets, own).policies
    shipped = load_money(assets).policies
    assert [policy.id for policy in book.policies] == [
        *(policy.id for policy in shipped.policies),
        "mine-1",
    ]
    changed, added = book.get("sz-2025-invest"), book.get("mine-1")
    assert (changed.own, changed.title_zh, changed.told_by) == (True, "我改的", "王")
    assert changed.told_on == "2026-04-01"
    assert [(each.title, each.publisher, each.date) for each in added.sources] == [
        ("某办法", "王", "2026-04-02")
    ]
    assert book.get("sz-2025-tourism") == shipped.get("sz-2025-tourism")
    assert [(each.file, each.item) for each in book.refused] == [
        ("own/policies.yaml", "sz-2025-tourism")
    ]
    assert book.cities["乙市"] == "甲省"


def test_a_link_of_the_users_that_leads_nowhere_loses_only_that_item(assets, tmp_path):
    own = tmp_path / OWN_POLICIES
    one = item(id="a", stacking={"inside": "b"})
    two = item(id="b", stacking={"inside": "a"})
    three = item(id="sz-2025-invest", stacking={"alternative_to": ["nobody"]})
    own.write_text(text_of(one, two, three), encoding="utf-8")
    book = load_policies(assets / "policies", own)
    assert len(book.policies) == 112
    assert not book.get("sz-2025-invest").own
    told = {each.item: each.reason.code for each in book.refused}
    assert told == {
        "a": "policy_refused.circle",
        "b": "policy_refused.circle",
        "sz-2025-invest": "policy_refused.other",
    }
    assert all(each.line for each in book.refused)


def test_shipped_items_that_hang_in_a_circle_are_refused(assets, tmp_path):
    shutil.copytree(assets / "policies", tmp_path / "policies")
    on = {**RATE, "mode": "uplift", "base": None, "cap_cny": None}
    amount = {key: value for key, value in on.items() if value is not None}
    ring = [
        item(id="r1", amount={**amount, "of": "r2"}),
        item(id="r2", stacking={"inside": "r3"}),
        item(
            id="r3",
            amount={
                "mode": "sum_of_parts",
                "is_upper_bound": True,
                "parts": [{"name": "x", "amount": {**amount, "of": "r1"}}],
            },
        ),
        item(id="tail", amount={**amount, "of": "r1"}),
        item(id="self", stacking={"inside": "self"}),
        item(id="free", stacking={"alternative_to": ["r1"], "within": ["tail"]}),
    ]
    (tmp_path / "policies" / "ring.yaml").write_text(text_of(*ring), encoding="utf-8")
    book = load_policies(tmp_path / "policies")
    told = {each.item: each for each in book.refused}
    assert set(told) == {"r1", "r2", "r3", "self", "tail"}
    assert [told[each].reason.code.rpartition(".")[2] for each in ("r1", "r2", "r3", "self")] == [
        "circle"
    ] * 4
    assert set(told["r1"].reason.values["others"].split(", ")) == {"r1", "r2", "r3"}
    assert told["tail"].reason.code == "policy_refused.other"
    # an alternative that was refused is simply not there to choose
    assert book.get("free") is not None
    assert len(book.policies) == 113


def test_a_region_needs_its_upper_levels(book):
    assert why(book.words, region={"city": "乙市"}) == ("region", "region.province")
    whole = sheet(book.words, item(region={"province": None})).policies[0]
    assert whole.region == Region()


def test_the_example_in_the_documentation_is_taken_and_agrees(book):
    page = (Path(__file__).parents[3] / "docs" / "policies.md").read_text(encoding="utf-8")
    text = page.partition("```yaml\n")[2].partition("```")[0]
    found = sheet_of(text, "docs", book.words)
    assert found.refused == []
    (policy,) = found.policies
    results = rework(book, policy, date(2026, 4, 1))
    assert [each.agrees for each in results] == [True, True, True]


def test_the_documentation_names_every_field_and_shape(book):
    page = (Path(__file__).parents[3] / "docs" / "policies.md").read_text(encoding="utf-8")
    named = {*KEYS, *SHAPES, *(field for fields in SHAPES.values() for field in fields)}
    for word in sorted(named | set(book.words.stacks) | set(book.words.shares)):
        assert f"`{word}`" in page, word
