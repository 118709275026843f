"""Policies written as YAML are read back as they were; the user's own file loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FactsError
from geo.model import Budget, Region, Stacking
from geo.money import (
    checked_policy,
    drop_kept,
    keep_policies,
    load_policies,
    policies_text,
    told,
)
from geo.money.subsidy.files import sheet_of
from tests.geo.money.made import CALM
from tests.geo.money.policy_drawn import TEXT, policies
from tests.geo.money.policy_made import RATE, item, sheet, text_of

DAY = date(2026, 4, 1)


def again(words, *some, own=False):
    found = sheet_of(policies_text(some), "again.yaml", words, own=own)
    assert found.refused == []
    return found.policies


def test_every_shipped_policy_is_read_back_as_it_was(book):
    assert tuple(again(book.words, *book.policies)) == book.policies


@CALM
@given(data=st.data())
def test_any_policy_is_read_back_as_it_was(book, data):
    policy = data.draw(policies(book.words))
    assert again(book.words, policy) == [policy]


@CALM
@given(by=TEXT)
def test_the_header_says_who_and_when(book, by):
    text = policies_text((), made_by=by, made_on=DAY)
    found = sheet_of(text, "made.yaml", book.words)
    assert (found.policies, found.refused) == ([], [])
    assert text.splitlines()[:2] == ["schema: 1", "made_on: '2026-04-01'"]


def test_a_file_that_people_can_read(book):
    text = policies_text([book.get("wz-ouhai-2026")], made_by="王", made_on=DAY)
    assert "  title_zh: 瓯海区文化旅游产业发展扶持办法 (2026修订)\n" in text
    assert "  - {fact: shoot.consecutive_local_days, op: '>=', value: 7" in text
    assert "&id" not in text
    assert "made_by: 王\n" in text


@pytest.fixture
def own(tmp_path):
    return tmp_path / "own" / "policies.yaml"


def reread(assets, own):
    return load_policies(assets / "policies", own)


def test_what_is_kept_stands_in_place_of_what_ships(book, assets, own):
    policy = book.get("wz-ouhai-2026")
    mine = told(replace(policy, amount=replace(policy.amount, rate=0.2)), "王", DAY)
    (kept,) = keep_policies(own, [mine], book)
    after = reread(assets, own)
    assert after.get(policy.id) == kept
    assert (kept.own, kept.told_by, kept.told_on) == (True, "王", "2026-04-01")
    assert kept.amount.rate == 0.2
    keep_policies(own, [told(replace(policy, id="mine"), "李", DAY)], after)
    assert [each.id for each in reread(assets, own).policies if each.own] == [policy.id, "mine"]


def test_what_a_shape_does_not_read_falls_away(book):
    policy = book.get("hz-xihu-work")
    mixed = replace(policy, amount=replace(policy.amount, rate=0.3, base="work.plays"))
    assert checked_policy(mixed, book).amount == policy.amount


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        (lambda p: {"amount": replace(p.amount, rate=1.2)}, "rate", "rate"),
        (lambda p: {"amount": replace(p.amount, cap=-1.0)}, "range", "cap_cny"),
        (lambda p: {"region": Region(None, "乙市")}, "region", "province"),
        (lambda p: {"title_zh": ""}, "missing", "title_zh"),
        (lambda p: {"title_zh": "a\u202eb"}, "characters", "title_zh"),
        (lambda p: {"budget": Budget(share="never")}, "unknown_word", "share"),
        (lambda p: {"stacking": Stacking(umbrella=p.id)}, "circle", "inside"),
        (lambda p: {"stacking": Stacking(umbrella="nobody")}, "other", "inside"),
        (lambda p: {"id": "no such id!"}, "id", "id"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_written(book, own, change, code, field):
    policy = book.get("wz-ouhai-2026")
    with pytest.raises(FactsError) as caught:
        keep_policies(own, [replace(policy, **change(policy))], book)
    assert caught.value.code == f"policy_refused.{code}"
    assert caught.value.values.get("field") == field
    assert caught.value.values["item"]
    assert not own.exists()


def test_several_may_name_each_other(book, assets, own):
    one, two = again(
        book.words, *sheet(book.words, item(stacking={"inside": "two"}), item(id="two")).policies
    )
    keep_policies(own, [one, two], book)
    assert reread(assets, own).get("one").stacking.umbrella == "two"
    with pytest.raises(FactsError, match="other"):
        keep_policies(own, [one], book)


def test_what_is_dropped_lets_the_shipped_one_stand_again(book, assets, own):
    shipped = book.get("wz-ouhai-2026")
    keep_policies(own, [told(replace(shipped, title_zh="改"), "王", DAY)], book)
    drop_kept(own, shipped.id, reread(assets, own), book)
    assert reread(assets, own).policies == book.policies
    with pytest.raises(FactsError, match="not_own"):
        drop_kept(own, shipped.id, book, book)


def test_what_another_leans_on_is_not_dropped(book, assets, own):
    some = sheet(book.words, item(stacking={"inside": "two"}), item(id="two")).policies
    keep_policies(own, some, book)
    after = reread(assets, own)
    with pytest.raises(FactsError, match="still_named"):
        drop_kept(own, "two", after, book)
    assert reread(assets, own).get("two") is not None
    drop_kept(own, "one", after, book)
    drop_kept(own, "two", reread(assets, own), book)
    assert own.read_text(encoding="utf-8") == "schema: 1\npolicies: []\n"


def test_a_failed_write_loses_nothing(book, assets, own, monkeypatch):
    keep_policies(own, sheet(book.words, item(), own=True).policies, book)
    before = own.read_bytes()

    def full(*_):
        raise OSError(28, "no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FactsError, match="not_kept"):
        keep_policies(own, sheet(book.words, item(id="two"), own=True).policies, book)
    with pytest.raises(FactsError, match="not_kept"):
        drop_kept(own, "one", book, book)
    assert own.read_bytes() == before
    assert list(own.parent.iterdir()) == [own]


def test_what_could_not_be_read_is_set_aside_before_writing(book, assets, own):
    own.parent.mkdir()
    own.write_text(text_of(item(), item(id="bad", status="forever")), encoding="utf-8")
    broken = own.read_bytes()
    keep_policies(own, sheet(book.words, item(id="two"), own=True).policies, book)
    aside = own.with_name("policies.unread-1.yaml")
    assert aside.read_bytes() == broken
    after = reread(assets, own)
    assert after.refused == ()
    assert [each.id for each in after.policies if each.own] == ["one", "two"]
    # the same file again is not copied twice, another one is
    own.write_bytes(broken)
    keep_policies(own, sheet(book.words, item(id="two"), own=True).policies, book)
    own.write_text("schema: 7\n", encoding="utf-8")
    keep_policies(own, sheet(book.words, item(id="two"), own=True).policies, book)
    assert sorted(path.name for path in own.parent.iterdir()) == [
        "policies.unread-1.yaml",
        "policies.unread-2.yaml",
        "policies.yaml",
    ]


def test_a_cap_below_its_floor_is_told_when_saving(book):
    amount = replace(sheet(book.words, item(amount=RATE)).policies[0].amount, cap=10.0, floor=20.0)
    policy = replace(book.get("wz-ouhai-2026"), amount=amount)
    with pytest.raises(FactsError) as caught:
        checked_policy(policy, book)
    assert caught.value.values["path"] == "amount.floor_cny"
