"""The policy book as the window and the command line use it: kept, tried, sent, taken in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo import actions
from geo.errors import ExportError, FactsError
from geo.model import ProjectFacts
from geo.progress import finish

DAY = date(2026, 4, 1)
OUHAI = "wz-ouhai-2026"


@pytest.fixture
def desk(ws, tmp_path):
    """The same workspace with an empty folder of its own."""
    own = replace(ws, data=tmp_path)
    actions.workspace.renew_money(own)
    yield own
    actions.workspace.renew_money(ws)


def dearer(policy, rate=0.2):
    return replace(policy, amount=replace(policy.amount, rate=rate))


def test_a_policy_put_right_counts_at_once(desk):
    policy = actions.policy_book(desk).get(OUHAI)
    kept = actions.save_policy(desk, dearer(policy), "王", DAY)
    assert (kept.own, kept.told_by, kept.told_on) == (True, "王", "2026-04-01")
    assert actions.policy_book(desk).get(OUHAI) == kept
    # 0.2 x 300,000
    told = {
        "work.planning_filing_level": "provincial",
        "shoot.consecutive_local_days": 7,
        "shoot.main_location": "瓯海区",
        "work.promotes_local_image": True,
        "spend.local_eligible": 300_000,
    }
    found = actions.try_policy(desk, kept, ProjectFacts(told), DAY)
    assert (found.ceiling, found.own) == (60_000, True)
    assert [each.agrees for each in actions.rework(desk, kept, DAY)].count(False) == 3
    actions.drop_policy(desk, OUHAI)
    assert actions.policy_book(desk).get(OUHAI) == policy


def test_a_new_policy_stands_beside_those_that_ship(desk):
    book = actions.policy_book(desk)
    mine = replace(book.get(OUHAI), id="mine", sources=(), region=book.get("nn-2025-works").region)
    kept = actions.save_policy(desk, mine, "李", DAY)
    assert kept.sources[0].publisher == "李"
    listed = actions.list_policies(desk, ProjectFacts(), "南宁", DAY)
    assert [each.own for each in listed if each.policy_id == "mine"] == [True]
    with pytest.raises(FactsError, match="not_own"):
        actions.drop_policy(desk, "nn-2025-works")


def test_a_wrong_field_is_named_and_what_was_kept_stands(desk):
    policy = actions.policy_book(desk).get(OUHAI)
    actions.save_policy(desk, dearer(policy), "王", DAY)
    for act in (
        lambda wrong: actions.save_policy(desk, wrong, "王", DAY),
        lambda wrong: actions.try_policy(desk, wrong, ProjectFacts(), DAY),
    ):
        with pytest.raises(FactsError) as caught:
            act(dearer(policy, 1.2))
        assert caught.value.values["path"] == "amount.rate"
    assert actions.policy_book(desk).get(OUHAI).amount.rate == 0.2


def test_policies_travel_as_one_file(desk, tmp_path):
    policy = actions.policy_book(desk).get(OUHAI)
    actions.save_policy(desk, dearer(policy), "王", DAY)
    path = tmp_path / "send.yaml"
    assert finish(actions.export_policies(desk, [OUHAI, "sz-2025-invest"], path, DAY)) == path
    assert "made_by: 王" in path.read_text(encoding="utf-8")
    actions.drop_policy(desk, OUHAI)
    parcel = finish(actions.read_parcel(desk, path))
    assert [policy.id for policy in parcel.policies] == [OUHAI, "sz-2025-invest"]
    (change,) = parcel.changes
    assert change.fields == (("amount.rate", "0.1", "0.2"),)
    actions.take_parcel(desk, parcel, (), "张", DAY)
    assert not actions.policy_book(desk).get(OUHAI).own
    actions.take_parcel(desk, parcel, {OUHAI}, "张", DAY)
    taken = actions.policy_book(desk).get(OUHAI)
    assert (taken.amount.rate, taken.told_by) == (0.2, "张")
    assert not actions.policy_book(desk).get("sz-2025-invest").own


def test_files_that_are_not_there(desk, tmp_path):
    with pytest.raises(FactsError, match="no_file"):
        finish(actions.read_parcel(desk, tmp_path / "nowhere.yaml"))
    with pytest.raises(FactsError, match="no_policy"):
        finish(actions.export_policies(desk, ["nobody"], tmp_path / "x.yaml"))
    with pytest.raises(ExportError):
        finish(actions.export_policies(desk, [OUHAI], tmp_path))


def test_a_broken_file_of_the_user_stops_nothing(desk):
    own = desk.data / "own" / "policies.yaml"
    own.parent.mkdir()
    own.write_text("schema: 1\npolicies:\n- id: x\n  title_zh: [\n", encoding="utf-8")
    actions.workspace.renew_money(desk)
    book = actions.policy_book(desk)
    assert len(book.policies) == 112
    assert [(each.file, each.item) for each in book.refused] == [("own/policies.yaml", "x")]
