"""Corrections by hand, sets, and keeping a script."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from geo.model import DayPart, IntExt, Need, Tag
from geo.script import (
    add_scene,
    change_scene,
    dump_script,
    merge_sets,
    question_key,
    remove_scene,
    rename,
    rename_set,
    restore_script,
    script_to_json,
    settle,
    split_set,
)
from tests.geo.script import writing

TEXT = (
    "《沈园旧事》\n1-1 日 内 沈家客厅\n林晚：走。\n1-2 夜 外 沈家花园·水榭\n林晚：走。\n"
    "1-3 日 内 沈家大厅\n林晚：走。\n2-1 日 内 沈家客厅\n林晚：走。\n"
    "2-2 日 外 沈家花园\n林晚：走。\n2-3 夜 内 出租车内\n林晚：走。\n"
)


@pytest.fixture
def script(read):
    return read(TEXT)


def sets(script):
    return {one.name: one.scenes for one in script.sets}


def test_one_place_over_episodes_is_one_set_and_a_part_is_a_set_of_its_own(script):
    assert sets(script) == {
        "沈家客厅": ("1-1", "2-1"),
        "沈家花园·水榭": ("1-2",),
        "沈家大厅": ("1-3",),
        "沈家花园": ("2-2",),
        "出租车内": ("2-3",),
    }


def test_a_part_alone_stays_a_set_of_its_own(read):
    script = read("1-1 日 外 沈家花园·水榭\n林晚：走。\n1-2 日 外 码头\n林晚：走。\n")
    assert [one.name for one in script.sets] == ["沈家花园·水榭", "码头"]


def test_width_and_traditional_characters_make_no_second_set(read):
    script = read("1-1 日 内 總裁辦公室\n林晚：走。\n1-2 日 内 总裁办公室\n林晚：走。\n")
    assert [one.scenes for one in script.sets] == [("1-1", "1-2")]


def test_changing_a_scene_leaves_the_old_script_and_all_else_alone(script):
    before = dump_script(script)
    changed = change_scene(script, "1-2", time=None, needs=(Need("lake", 1.0),), cast=("沈砚",))
    assert dump_script(script) == before
    assert changed.scenes[1].needs == (Need("lake", 1.0),)
    assert changed.scenes[0] is script.scenes[0]
    assert changed.sets == script.sets


def test_a_new_place_moves_the_scene_to_its_set(script):
    moved = change_scene(script, "1-3", place="沈家客厅")
    assert sets(moved)["沈家客厅"] == ("1-1", "1-3", "2-1")
    assert "沈家大厅" not in sets(moved)
    alone = change_scene(script, "1-3", place="河埠头")
    assert sets(alone)["河埠头"] == ("1-3",)
    assert len({one.id for one in alone.sets}) == len(alone.sets)


def test_merged_sets_stay_merged_while_other_scenes_change(script):
    by_name = {one.name: one.id for one in script.sets}
    merged = merge_sets(script, by_name["沈家客厅"], by_name["沈家大厅"])
    assert sets(merged)["沈家客厅"] == ("1-1", "1-3", "2-1")
    later = remove_scene(change_scene(merged, "2-2", place="码头"), "2-3")
    assert sets(later)["沈家客厅"] == ("1-1", "1-3", "2-1")
    again = change_scene(later, "2-2", place="沈家大厅")
    assert sets(again)["沈家客厅"] == ("1-1", "1-3", "2-1", "2-2")


@pytest.mark.parametrize(("keep", "merge"), [("set-1", "set-1"), ("set-1", "x"), ("x", "set-1")])
def test_merging_what_is_not_there_is_an_error(script, keep, merge):
    with pytest.raises(KeyError):
        merge_sets(script, keep, merge)


def test_scenes_by_hand_without_any_script():
    script = add_scene(None, place="总裁办公室", needs=(Need("ceo_office", 1.0),))
    script = add_scene(script, place="码头", int_ext=IntExt.EXT, episode=2)
    script = add_scene(script, place="总裁办公室", episode=2)
    assert [s.id for s in script.scenes] == ["s1", "2-1", "2-2"]
    assert all(s.by_hand for s in script.scenes)
    assert sets(script)["总裁办公室"] == ("s1", "2-2")


def test_a_scene_by_hand_goes_behind_its_episode(script):
    longer = add_scene(script, place="码头", episode=1)
    assert [s.id for s in longer.scenes] == ["1-1", "1-2", "1-3", "1-4", "2-1", "2-2", "2-3"]
    assert longer.scenes[3].number == 4
    twice = add_scene(longer, place="码头", episode=1, number=4)
    assert len({s.id for s in twice.scenes}) == len(twice.scenes)


def test_removing_a_scene_empties_its_set(script):
    shorter = remove_scene(script, "1-3")
    assert len(shorter.scenes) == 5
    assert "沈家大厅" not in sets(shorter)


def test_what_is_not_there_cannot_be_changed(script):
    with pytest.raises(KeyError):
        change_scene(script, "9-9", place="码头")
    with pytest.raises(KeyError):
        remove_scene(script, "9-9")
    with pytest.raises(TypeError):
        change_scene(script, "1-1", colour="red")
    with pytest.raises(TypeError):
        change_scene(script, "1-1", id="1-2")


def test_renaming(script):
    assert rename(script, "新名").title == "新名"


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(written=writing.scripts())
def test_a_kept_script_comes_back_whole(read, written):
    script = read(written[2])
    kept = json.loads(json.dumps(dump_script(script), ensure_ascii=False))
    assert restore_script(kept) == script


def test_the_json_of_read_has_the_agreed_shape(script):
    content = script_to_json(script, lambda code, values: f"{code} {values.get('scene', '')}")
    json.dumps(content)
    assert list(content) == ["title", "scenes", "sets", "warnings"]
    assert {
        "id", "episode", "number", "int_ext", "time", "place", "era", "cast", "length_eighths",
        "needs",
    } <= set(content["scenes"][0])  # fmt: skip
    assert content["scenes"][0]["int_ext"] == "INT"
    assert content["scenes"][0]["number"] == 1
    assert set(content["scenes"][0]["needs"][0]) == {"scene_type", "confidence", "because"}
    assert content["sets"][0] == {
        "id": "set-1", "name": "沈家客厅", "scenes": ["1-1", "2-1"], "location": "沈家",
    }  # fmt: skip
    assert {"flag": "night", "because": ["夜"], "count": None} in content["scenes"][1]["flags"]
    low, mid, high = content["scenes"][0]["screen_seconds"]
    assert 0 < low < mid < high
    assert {"line": 12, "code": "place_in_vehicle", "text": "place_in_vehicle 2-3"} in content[
        "warnings"
    ]


def test_what_was_changed_by_hand_is_noted(script):
    changed = change_scene(
        change_scene(script, "1-2", place="码头"), "1-2", time=None, place="河边"
    )
    assert changed.scenes[1].edited == ("place", "time")
    assert script.scenes[1].edited == ()


def test_a_new_place_is_read_for_needs_and_flags(script, vocabulary):
    moved = change_scene(script, "1-3", vocabulary, place="废弃工厂")
    assert moved.scenes[2].needs[0].scene_type == "industrial_heritage"
    rowing = change_scene(script, "2-2", vocabulary, place="乌篷船上")
    assert "boat" in {flag.code for flag in rowing.scenes[4].flags}
    unread = change_scene(script, "1-3", place="废弃工厂")
    assert unread.scenes[2].needs == script.scenes[2].needs


def test_needs_decided_by_hand_stay_when_the_place_changes(script, vocabulary):
    decided = change_scene(script, "1-3", needs=(Need("lake", 1.0),))
    moved = change_scene(decided, "1-3", vocabulary, place="医院病房")
    assert moved.scenes[2].needs == (Need("lake", 1.0),)


def test_a_new_time_is_read_for_night(script, vocabulary):
    later = change_scene(script, "1-1", vocabulary, time=DayPart.NIGHT)
    assert "night" in {flag.code for flag in later.scenes[0].flags}
    earlier = change_scene(script, "1-2", vocabulary, time=DayPart.DAY)
    assert "night" not in {flag.code for flag in earlier.scenes[1].flags}


def test_lines_of_a_removed_scene_belong_to_none(script):
    shorter = remove_scene(script, "1-3")
    left_out = [line.text for line in shorter.lines if line.tag is Tag.SKIP]
    assert left_out == ["1-3 日 内 沈家大厅", "林晚：走。"]
    assert not any(line.scene == "1-3" for line in shorter.lines)
    assert all(line.by_hand for line in shorter.lines if line.tag is Tag.SKIP)
    assert not any(one.values.get("other") == "沈家大厅" for one in shorter.warnings)


def alike(script):
    return [one for one in script.warnings if one.code == "sets_alike"]


def test_an_offer_taken_is_gone_and_one_settled_stays_away(script):
    (offer,) = alike(script)
    merged = merge_sets(script, offer.values["keep"], offer.values["merge"])
    assert alike(merged) == []
    settled = settle(script, "sets_alike|沈家客厅|沈家大厅")
    assert alike(settled) == []
    assert settled.settled == ("sets_alike|沈家客厅|沈家大厅",)
    assert settle(settled, "sets_alike|沈家客厅|沈家大厅") == settled


def test_scenes_split_off_make_a_set_of_their_own_and_stay_apart(script):
    set_id = script.sets[0].id
    apart = split_set(script, set_id, ("2-1",))
    assert sets(apart)["沈家客厅"] == ("1-1",)
    assert sets(apart)["沈家客厅 2"] == ("2-1",)
    assert len({one.id for one in apart.sets}) == len(apart.sets)
    assert apart.sets[1].name == "沈家客厅 2"
    later = change_scene(apart, "1-3", place="码头")
    assert sets(later)["沈家客厅 2"] == ("2-1",)


def test_splitting_all_or_what_is_not_there(script):
    whole = script.sets[0]
    assert split_set(script, whole.id, whole.scenes) is script
    for set_id, scenes in ((whole.id, ("1-2",)), (whole.id, ()), ("none", ("1-1",))):
        with pytest.raises(KeyError):
            split_set(script, set_id, scenes)


def test_a_set_called_otherwise_keeps_its_name_and_its_places(script):
    set_id = script.sets[0].id
    called = rename_set(script, set_id, " 老宅客厅 ")
    assert sets(called)["老宅客厅"] == ("1-1", "2-1")
    assert called.scenes == script.scenes
    later = change_scene(called, "1-3", place="码头")
    assert sets(later)["老宅客厅"] == ("1-1", "2-1")
    assert rename_set(called, set_id, "老宅客厅") is called
    with pytest.raises(KeyError):
        rename_set(script, "none", "老宅")
    with pytest.raises(ValueError, match=r"^\s*$"):
        rename_set(script, set_id, "  ")


def test_every_open_question_is_closed_by_its_own_key(script):
    (offer,) = alike(script)
    key = question_key(offer, script)
    assert key == "sets_alike|沈家客厅|沈家大厅"
    assert offer not in settle(script, key).warnings
