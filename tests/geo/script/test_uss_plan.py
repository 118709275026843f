"""A plan as a schedule: days are lists of strips, every strip is placed once, it reads back."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from geo.model import MoveKind, PlanMove
from geo.progress import finish
from geo.script.exchange import read_own, write_breakdown_uss
from tests.geo.present.plans import PLAN, SCRIPT, SITES, TWO, crowded, undated
from tests.geo.script.exchange_scripts import say_in
from tests.geo.script.test_exchange_uss import SCHEMA, faults

PLACES = (("hall", SITES["hall"]), ("gate", SITES["stage"]), ("kiosk", SITES["garden"]))


def written(path, vocabulary, plan=PLAN, script=SCRIPT, lang="zh"):
    finish(write_breakdown_uss(script, vocabulary, path, lang, say_in(lang), PLACES, plan))
    content = json.loads(path.read_text(encoding="utf-8"))
    assert faults(content, SCHEMA) == []
    return content["universalScheduleStandard"]


def shown(document):
    """Names of scenes, texts of banners by id."""
    return {
        one["id"]: one["scene"] if one["type"] == "scene" else one["bannerText"]
        for one in document["breakdowns"]
    }


def days(document):
    names = shown(document)
    board = next(one for one in document["stripboards"][0]["boards"] if one["name"] == "stripboard")
    return [[names[one] for one in day] for day in board["breakdownIds"]]


def placed(stripboard):
    flat = []
    for board in stripboard["boards"]:
        for one in board["breakdownIds"]:
            flat += one if isinstance(one, list) else [one]
    return flat


def test_days_stand_on_a_board_of_their_own(vocabulary, tmp_path):
    document = written(tmp_path / "a.uss", vocabulary)
    assert [one["name"] for one in document["stripboards"]] == ["拍摄计划", "顺场表"]
    assert days(document) == [
        ["06:30 平江影视基地·民国厅", "1-1", "1-2", "10:00 平江影视基地", "1-3", "1-4"],
        ["12:20 平江影视基地·民国厅", "沈家正厅 接着拍", "1-6", "16:25 沈园", "1-5"],
    ]


def test_scenes_nobody_shoots_wait_in_the_boneyard(vocabulary, tmp_path):
    document = written(tmp_path / "a.uss", vocabulary)
    aside = document["stripboards"][0]["boards"][1]
    assert aside["name"] == "boneyard"
    assert [shown(document)[one] for one in aside["breakdownIds"]][:-1] == ["1-7"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_board_holds_every_strip_once(vocabulary, tmp_path, lang):
    plan, script = crowded()
    for made, read in ((PLAN, SCRIPT), (plan, script), (undated(), SCRIPT)):
        document = written(tmp_path / "a.uss", vocabulary, made, read, lang)
        ids = Counter(one["id"] for one in document["breakdowns"])
        assert set(ids.values()) == {1}
        for board in document["stripboards"]:
            assert Counter(placed(board)) == ids


def test_the_calendar_begins_with_the_first_day_and_skips_days_on_the_road(vocabulary, tmp_path):
    events = written(tmp_path / "a.uss", vocabulary)["calendars"][0]["events"]
    assert [(one["date"][:10], one["type"], one["name"]) for one in events] == [
        ("2026-11-20", "start", None),
        ("2026-11-21", "dayOff", "dayOff"),
        ("2026-11-21", "event", "travel"),
    ]
    assert written(tmp_path / "b.uss", vocabulary, undated())["calendars"][0]["events"] == []


def test_a_night_on_the_road_is_no_day_off(vocabulary, tmp_path):
    arrival = PlanMove(MoveKind.ARRIVAL, "", "绍兴", -100, 60, 60)
    only = replace(PLAN, days=(replace(TWO, moves=(arrival,)),))
    events = written(tmp_path / "a.uss", vocabulary, only)["calendars"][0]["events"]
    assert [one["type"] for one in events] == ["start"]


def test_the_minutes_of_a_strip_are_shared_out_by_length(vocabulary, tmp_path):
    document = written(tmp_path / "a.uss", vocabulary)
    lasting = {one["scene"]: one["duration"] for one in document["breakdowns"]}
    # 240 minutes over 4 and 5 eighths
    assert lasting["1-1"] == round(240 * 60_000 * 4 / 9)
    assert lasting["1-1"] + lasting["1-2"] == 240 * 60_000
    assert lasting["1-4"] == 150 * 60_000


def test_the_script_comes_back_whole(vocabulary, tmp_path):
    path = tmp_path / "a.uss"
    written(path, vocabulary)
    back = finish(read_own(path, vocabulary))
    assert replace(back, origin=SCRIPT.origin) == SCRIPT


def test_a_plan_older_than_the_script_loses_no_scene(vocabulary, tmp_path):
    scenes = (replace(SCRIPT.scenes[0], omitted=True), *SCRIPT.scenes[2:])
    sets = (replace(SCRIPT.sets[0], scenes=("1",)), *SCRIPT.sets[1:])
    document = written(
        tmp_path / "a.uss", vocabulary, script=replace(SCRIPT, scenes=scenes, sets=sets)
    )
    assert days(document)[0] == [
        "06:30 平江影视基地·民国厅", "沈家正厅 接着拍", "10:00 平江影视基地", "1-3", "1-4",
    ]  # fmt: skip
    for board in document["stripboards"]:
        assert len(set(placed(board))) == len(document["breakdowns"])
