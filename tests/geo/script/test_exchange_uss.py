"""Schedules: what we write is what the standard's own schema wants; what others write is read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from geo.model import DayPart, IntExt, Tag
from geo.progress import finish
from geo.script import read_script
from geo.script.exchange import read_uss
from tests.geo.catalogue.made import BASE, GARDEN
from tests.geo.script.exchange_scripts import CREW, exported, taken_back

USS = Path(__file__).parents[2] / "data" / "uss"
SCHEMA = json.loads((USS / "schema_v1.0.0.json").read_text(encoding="utf-8"))
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "boolean": bool,
}
SAMPLES = ("small_sample_schedule.uss", "large_sample_schedule.uss")


def faults(value, schema, where=""):
    """Where ``value`` breaks the schema: the keywords that the published one uses."""
    if value is None and schema.get("nullable"):
        return []
    if "oneOf" in schema:
        right = sum(not faults(value, one, where) for one in schema["oneOf"])
        return [] if right == 1 else [f"{where} oneOf"]
    kind = TYPES[schema["type"]]
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        return [f"{where} type"]
    found = [f"{where} enum"] if value not in schema.get("enum", [value]) else []
    if schema["type"] in INNER:
        found += INNER[schema["type"]](value, schema, where)
    return found


def _number_faults(value, schema, where):
    low, high = schema.get("minimum", value), schema.get("maximum", value)
    whole = value / schema.get("multipleOf", 1) % 1 == 0 or "multipleOf" not in schema
    return [] if low <= value <= high and whole else [f"{where} number"]


def _list_faults(value, schema, where):
    least, most = schema.get("minItems", 0), schema.get("maxItems", len(value))
    found = [] if least <= len(value) <= most else [f"{where} items"]
    if schema.get("uniqueItems") and len(set(value)) < len(value):
        found.append(f"{where} unique")
    if "items" in schema:
        for at, one in enumerate(value):
            found += faults(one, schema["items"], f"{where}[{at}]")
    return found


def _object_faults(value, schema, where):
    known, wanted = schema["properties"], schema.get("required", ())
    found = [f"{where}.{key} missing" for key in wanted if key not in value]
    found += [f"{where}.{key} strange" for key in value if key not in known]
    for key in value.keys() & known.keys():
        found += faults(value[key], known[key], f"{where}.{key}")
    return found


INNER = {"number": _number_faults, "array": _list_faults, "object": _object_faults}


def _document(path):
    return json.loads(path.read_text(encoding="utf-8"))["universalScheduleStandard"]


@pytest.fixture
def document(vocabulary, tmp_path):
    return _document(exported(CREW, tmp_path / "a.uss", vocabulary))


def _elements(document, scene):
    """Names of the elements of a scene by the number of their category."""
    numbers = {one["id"]: one["ucid"] for one in document["categories"]}
    elements = {one["id"]: one for one in document["elements"]}
    (breakdown,) = [one for one in document["breakdowns"] if one["scene"] == scene]
    found = {}
    for key in breakdown["elements"]:
        found.setdefault(numbers[elements[key]["category"]], []).append(elements[key]["name"])
    return found


def test_the_check_of_the_schema_can_fail():
    sample = json.loads((USS / SAMPLES[0]).read_text(encoding="utf-8"))
    assert faults(sample, SCHEMA) == []
    inner = sample["universalScheduleStandard"]
    inner["breakdowns"][0]["pages"] = 0.3
    inner["breakdowns"][1]["type"] = "strip"
    inner["_own"] = 1
    del inner["elements"][0]["daysOff"]
    inner["elements"][1]["daysOff"] = [7, 7]
    assert len(faults(sample, SCHEMA)) == 7


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_we_write_is_as_the_standard_wants(vocabulary, tmp_path, lang):
    places = [("set-1", GARDEN), ("set-4", BASE)]
    path = exported(CREW, tmp_path / "a.uss", vocabulary, lang, places)
    assert faults(json.loads(path.read_text(encoding="utf-8")), SCHEMA) == []


def test_a_script_without_scenes_is_as_the_standard_wants(vocabulary, tmp_path):
    path = exported(replace(CREW, scenes=(), sets=()), tmp_path / "a.uss", vocabulary)
    assert faults(json.loads(path.read_text(encoding="utf-8")), SCHEMA) == []


def test_every_reference_leads_somewhere(document):
    ids = [one["id"] for key in ("breakdowns", "elements", "categories") for one in document[key]]
    assert len(set(ids)) == len(ids)
    assert all(len(one) == 24 and int(one, 16) >= 0 for one in ids)
    elements = {one["id"] for one in document["elements"]}
    categories = {one["id"] for one in document["categories"]}
    assert all(one["category"] in categories for one in document["elements"])
    assert all(elements.issuperset(one["elements"]) for one in document["breakdowns"])
    (board,) = document["stripboards"]
    placed = [key for one in board["boards"] for key in one["breakdownIds"]]
    assert sorted(placed) == sorted(one["id"] for one in document["breakdowns"])
    assert board["calendar"] == document["calendars"][0]["id"]


def test_a_scene_is_told_in_elements(document):
    hall = _elements(document, "1-1")
    assert (hall[0], hall[1], hall[2]) == (["沈家正厅"], ["INT"], ["NIGHT"])
    assert hall[100] == ["沈知秋", "顾三"]
    assert hall[101] == ["40 群演"]
    assert hall[104] == ["怀表", "家书"]
    assert hall[106] == ["长衫"]
    assert _elements(document, "2-1")[1] == ["INT/EXT"]
    (breakdown,) = [one for one in document["breakdowns"] if one["scene"] == "1-1"]
    assert breakdown["pages"] == 1.375
    assert breakdown["duration"] is None  # nobody knows how long the shooting takes


def test_scenes_stand_in_order_and_omitted_ones_in_the_boneyard(document):
    names = {one["id"]: one["scene"] for one in document["breakdowns"]}
    boards = {one["name"]: one["breakdownIds"] for one in document["stripboards"][0]["boards"]}
    assert [names[key] for key in boards["stripboard"]] == ["1-1", "1-2", "1-2A"]
    assert [names[key] for key in boards["boneyard"]] == ["2-1", None]


def test_a_chosen_site_brings_its_closed_days(vocabulary, tmp_path):
    museum = replace(GARDEN, closed_weekdays=(0, 6))  # Monday and Sunday, of a week from Monday
    places = [("set-1", museum), ("set-2", BASE)]
    document = _document(exported(CREW, tmp_path / "a.uss", vocabulary, "zh", places))
    assert _elements(document, "1-1")[6] == [museum.name_zh]
    assert 6 not in _elements(document, "1-2A")
    off = {one["name"]: one["daysOff"] for one in document["elements"]}
    assert off[museum.name_zh] == [0, 1]  # Sunday and Monday, of a week from Sunday
    assert off[BASE.name_zh] == []


def test_ids_stay_from_export_to_export(vocabulary, tmp_path, document):
    again = _document(exported(CREW, tmp_path / "b.uss", vocabulary))
    for key in ("breakdowns", "elements", "categories"):
        assert [one["id"] for one in again[key]] == [one["id"] for one in document[key]]


def test_what_another_program_changed_wins(vocabulary, tmp_path):
    path = exported(CREW, tmp_path / "a.uss", vocabulary)
    content = json.loads(path.read_text(encoding="utf-8"))
    document = content["universalScheduleStandard"]
    by_name = {one["name"]: one["id"] for one in document["elements"]}
    hall, gate = document["breakdowns"][:2]
    hall["pages"], hall["comments"] = 2, "雨戏放在一起"
    hall["elements"][hall["elements"].index(by_name["NIGHT"])] = by_name["DUSK"]
    gate["elements"].append(by_name["沈知秋"])
    del document["breakdowns"][2]
    path.write_text(json.dumps(content), encoding="utf-8")
    back = taken_back(path, vocabulary)
    assert [scene.id for scene in back.scenes] == ["1-1", "1-2", "2-1"]
    first, second, third = back.scenes
    assert (first.length_eighths, first.time, first.int_ext) == (16, DayPart.DUSK, IntExt.INT)
    assert ("remarks", "雨戏放在一起") in first.details
    assert set(second.cast) == {"顾三", "沈知秋"}
    assert third == CREW.scenes[3]


# ---- schedules of others


def test_the_small_sample_is_a_scene():
    source = finish(read_uss((USS / SAMPLES[0]).read_bytes()))
    assert source.marked
    assert source.title == "It's A Wonderful Life"
    assert [line.tag for line in source.lines if line.tag in (Tag.HEADING, Tag.CAST)] == [
        Tag.HEADING,
        Tag.CAST,
    ]
    assert (
        source.lines[0].text == "场次：89PT1　日/夜：NIGHT　内/外：EXT　场景：BEDFORD FALLS BRIDGE"
    )
    assert source.lines[1].text == "人物：GEORGE、CLARENCE"


def test_a_real_schedule_is_read(vocabulary):
    path = USS / SAMPLES[1]
    document = _document(path)
    script = finish(read_script(path, vocabulary))
    scenes = [one for one in document["breakdowns"] if one["type"] == "scene"]
    assert len(script.scenes) == len(scenes) > 140
    for scene, one in zip(script.scenes, scenes, strict=True):
        assert scene.length_eighths == round((one["pages"] or 0) * 8) or not one["pages"]
        given = _named(document, one)
        sides = {"INT": IntExt.INT, "EXT": IntExt.EXT}
        if given.get("INT/EXT", [""])[0] in sides:
            assert scene.int_ext is sides[given["INT/EXT"][0]]
        assert (scene.place != "") is ("Set" in given)
    assert len(script.sets) > 40


def _named(document, breakdown):
    names = {one["id"]: one["name"] for one in document["categories"]}
    elements = {one["id"]: one for one in document["elements"]}
    found = {}
    for key in breakdown["elements"]:
        one = elements[key]
        found.setdefault(names[one["category"]], []).append(one["name"])
    return found
