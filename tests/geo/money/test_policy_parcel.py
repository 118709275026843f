"""A policy file from elsewhere: what it would change, told field by field; nothing is taken yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.money import open_parcel, policies_text, rework
from geo.money.subsidy.parcel import change_of, tell
from geo.money.subsidy.writing import policy_record
from tests.geo.money.made import CALM
from tests.geo.money.policy_drawn import policies
from tests.geo.money.policy_made import item, text_of


def parcel(tmp_path, text, book):
    path = tmp_path / "from.yaml"
    path.write_text(text, encoding="utf-8")
    return open_parcel(path, book)


def test_what_ships_changes_nothing(book, tmp_path):
    found = parcel(tmp_path, policies_text(book.policies), book)
    assert found.file == "from.yaml"
    assert found.policies == book.policies
    assert (found.changes, found.refused) == ((), ())


def test_differences_are_told_field_by_field(book, tmp_path):
    old = book.get("wz-ouhai-2026")
    new = replace(
        old,
        amount=replace(old.amount, rate=0.15, cap=200_000.0),
        conditions=old.conditions[:1],
        valid_to=date(2027, 12, 31),
        notes=None,
        told_by="王",
        told_on="2026-04-01",
    )
    found = parcel(tmp_path, policies_text([new, replace(old, id="brand-new")]), book)
    changed, added = found.changes
    assert (changed.policy_id, changed.old, changed.new) == (old.id, old, new)
    told = {name: (before, after) for name, before, after in changed.fields}
    assert told["amount.rate"] == ("0.1", "0.15")
    assert told["amount.cap_cny"] == ("100000", "200000")
    assert told["valid_to"] == ("", "2027-12-31")
    assert told["notes"] == (old.notes, "")
    assert told["conditions"][1] == "work.planning_filing_level >= provincial"
    assert "shoot.consecutive_local_days >= 7" in told["conditions"][0]
    assert set(told) == {"amount.rate", "amount.cap_cny", "valid_to", "notes", "conditions"}
    assert (added.policy_id, added.old) == ("brand-new", None)


def test_values_in_words():
    assert tell(True) == "true"
    assert tell(None) == "null"
    assert tell([1, "x"]) == "1, x"
    condition = {"fact": "a", "op": "in", "value": ["x", "y"], "note": "z"}
    assert tell(condition) == "a in x, y (note: z)"
    assert tell([{"any": [{"fact": "a", "op": "==", "value": False}, {"b": 1}]}]) == (
        "a == false | b: 1"
    )


def test_what_leans_on_nothing_is_refused(book, tmp_path):
    amount = {"mode": "uplift", "rate": 0.2, "is_upper_bound": True}
    text = text_of(
        item(id="good", amount={**amount, "of": "wz-ouhai-2026"}),
        item(id="lost", amount={**amount, "of": "nobody"}),
        item(id="after", stacking={"inside": "lost"}),
        item(id="evil", status="forever"),
    )
    found = parcel(tmp_path, text, book)
    assert [policy.id for policy in found.policies] == ["good"]
    told = {each.item: (each.file, each.reason.code.rpartition(".")[2]) for each in found.refused}
    assert told == {
        "lost": ("from.yaml", "other"),
        "after": ("from.yaml", "other"),
        "evil": ("from.yaml", "unknown_word"),
    }
    assert all(each.line for each in found.refused)


@settings(CALM, max_examples=25)
@given(data=st.data())
def test_two_policies_differ_exactly_where_their_records_do(book, data):
    one, two = data.draw(policies(book.words)), data.draw(policies(book.words))
    change = change_of(one, two)
    same = {**policy_record(one), "told_by": 0, "told_on": 0} == {
        **policy_record(two),
        "told_by": 0,
        "told_on": 0,
    }
    assert same or change is not None
    assert change_of(one, one) is None
    if change is not None:
        assert all(old != new for _, old, new in change.fields)


def test_examples_worked_out_again(book):
    policy = book.get("wz-ouhai-2026")
    results = rework(book, policy, date(2026, 4, 1))
    assert len(results) == 8
    assert all(each.agrees for each in results)
    dearer = replace(policy, amount=replace(policy.amount, rate=0.2))
    moved = rework(book, dearer, date(2026, 4, 1))
    assert [each.ceiling for each in moved if not each.agrees] == [100_000, 100_000, 100_000]
    unknown = replace(policy, amount=None)
    assert {each.agrees for each in rework(book, unknown, date(2026, 4, 1))} == {True, False}


def test_examples_are_judged_on_a_day_in_force(book):
    """The sum that was asked for (10 万) is certain only while the policy is in force."""
    policy = book.get("nn-2025-works")
    (_, told) = rework(book, policy, date(2026, 4, 1))
    assert told.certain == 100_000
    later = replace(policy, valid_from=date(2030, 1, 1))
    ended = replace(policy, valid_to=date(2020, 1, 1))
    for each in (later, ended):
        assert rework(book, each, date(2026, 4, 1))[1].certain == 100_000
