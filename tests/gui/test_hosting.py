"""The session's part of a bureau's questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo.model.hosting import EnquiryStatus, Improvement, ImprovementKind, Month, Ours, Watch
from geo.model.pitch import BureauCard


@pytest.fixture
def asked(desk):
    desk.look_at_demand()
    return desk


def test_an_opened_script_counts_as_demand_once(desk, stand_in):
    assert [one.title for one in stand_in.noted] == [desk.state.script.title]
    desk.look_at_demand()
    assert len(desk.state.demand.titles) == 3
    assert desk.state.reverse.served >= desk.state.reverse.won


def test_a_title_dropped_is_not_counted_until_it_is_taken_back(asked):
    asked.drop_title("m1")
    assert {one.id for one in asked.state.reverse.titles}.isdisjoint({"m1"})
    asked.drop_title("m1", dropped=False)
    assert "m1" in {one.id for one in asked.state.reverse.titles}


def test_the_area_is_that_of_the_card_before_any_ranking(asked):
    assert asked.ours == Ours("苏州")
    asked.save_card(BureauCard("绍兴市文化广电旅游局", city="绍兴"))
    assert asked.ours == Ours("绍兴")
    # what was said of another area is gone
    assert asked.state.reverse is None


def test_a_change_of_ones_own_joins_the_list_once(asked):
    asked.look_for_improvements()
    before = len(asked.state.gained)
    own = Improvement(ImprovementKind.ROAD, "tongli", km=5.0)
    asked.try_improvement(own)
    asked.try_improvement(own)
    assert len(asked.state.gained) == before + 1
    assert asked.state.gained[0].improvement == own


def test_the_ledger_begins_with_the_pack(asked):
    asked.watch_pitch(watched=True)
    new = asked.enquiry_of_pitch()
    assert new.id == ""
    asked.save_enquiry(new)
    kept = asked.state.enquiries[0]
    assert (kept.title, kept.status) == (asked.state.name, EnquiryStatus.ANSWERED)
    asked.save_enquiry(replace(kept, retired=True))
    assert asked.state.enquiries == ()


def test_what_is_watched_is_judged_when_it_is_kept(asked):
    asked.save_watch(Watch("", "一曲姑苏", "tongli", "周庄", "2026-03"))
    kept = asked.state.watches[0]
    assert asked.state.watch_verdicts[kept.id].noise is None
    months = tuple(Month(f"2025-{at:02}", 100.0, 90.0) for at in range(1, 13))
    asked.save_watch(replace(kept, months=months))
    assert asked.state.watch_verdicts[kept.id].noise is True


def test_files_are_written_by_their_kind(asked, stand_in, tmp_path):
    year = date(2026, 1, 1), date(2026, 12, 31)
    for name in ("台账.xlsx", "专报.docx", "一页.pptx"):
        asked.export_ledger(*year, tmp_path / name)
        assert asked.state.notes[-1].values["name"] == name


def test_visitors_follow_the_places_of_the_pack_or_of_the_plan(asked):
    asked.look_at_route()
    assert asked.state.visit is None
    asked.watch_pitch(watched=True)
    asked.look_at_route()
    stops = [stop.site_id for day in asked.state.visit.days for stop in day.stops]
    assert stops == [one.site.id for one in asked.state.pitch.sites]
