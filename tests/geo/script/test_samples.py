"""The four sample scripts against what is written in them, counted and labelled by hand."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from geo.model import Scene, Script
from geo.progress import finish
from geo.script import load_vocabulary, read_script

ASSETS = Path(__file__).resolve().parents[3] / "assets"
SAMPLES = ASSETS / "samples"
EPISODES = 12
SCENES = {"yiqu_gusu": 36, "shuixiang": 36, "bianlian": 36, "xiujiang": 37}
ORDER = ["一曲姑苏", "水巷戏台", "变脸", "绣江"]
# the four cities, their old names and byname, and their best known sites
PLACES = re.compile(
    "南宁|邕城|邕州|邕江|青秀|朝阳路|三街两巷|绍兴|山阴|会稽|柯桥|越城|仓桥|八字桥|鲁镇|安昌|兰渚|鉴湖"
    "|成都|蓉城|锦官城|宽窄巷|锦里|鹤鸣|都江堰|青羊|武侯|府南河|苏州|姑苏|吴中|吴江|平江路|山塘|拙政园|留园|虎丘|寒山寺|观前|太湖(?!石)"
)
ORDINARY = frozenset(
    {
        "apartment",
        "banquet_hall",
        "ceo_office",
        "classroom",
        "court",
        "exhibition_hall",
        "hospital",
        "hotel_lobby",
        "livestream_room",
        "mansion_villa",
        "night_market",
        "office",
        "police_station",
        "rented_room",
        "restaurant",
    }
)


class Label(NamedTuple):
    """What a person reads in one scene."""

    scene: str
    int_ext: str
    time: str
    place: str
    scene_type: str
    culture: str | None = None


LABELS = {
    "yiqu_gusu": (
        Label("1-1", "INT", "NIGHT", "评弹书场", "teahouse", "pingtan"),
        Label("1-3", "EXT", "NIGHT", "水榭", "classical_garden"),
        Label("2-1", "INT", "DAY", "苏绣工作室", "embroidery_workshop", "su_embroidery"),
        Label("2-2", "INT", "DAY", "韩氏文旅会议室", "office"),
        Label("3-1", "EXT", "DAY", "民国丝厂", "factory", "sericulture"),
        Label("3-3", "EXT", "NIGHT", "民国园林假山", "classical_garden", "garden_builders"),
        Label("4-1", "INT", "DAY", "民国程府正厅", "mansion_ancient"),
        Label("6-3", "EXT", "NIGHT", "石桥", "ancient_bridge"),
        Label("8-2", "EXT", "NIGHT", "水巷小桥", "water_town", "pingtan"),
        Label("10-1", "INT", "DAY", "茶楼", "teahouse", "biluochun"),
        Label("10-2", "INT", "NIGHT", "园中戏台", "opera_stage", "kunqu"),
    ),
    "shuixiang": (
        Label("1-1", "EXT", "NIGHT", "水上戏台", "opera_stage", "village_opera"),
        Label("1-2", "EXT", "NIGHT", "乌篷船上", "water_town", "black_awning_boat"),
        Label("2-1", "INT", "DAY", "阮氏宗祠", "ancestral_hall"),
        Label("2-3", "EXT", "DAY", "河埠头", "water_town", "black_awning_boat"),
        Label("3-2", "INT", "NIGHT", "民国酒肆", "tavern_ancient", "mulian_opera"),
        Label("3-3", "INT", "DAWN", "民国酒窖", "winery_brewery", "rice_wine"),
        Label("5-3", "EXT", "NIGHT", "古桥", "ancient_bridge"),
        Label("7-2", "INT", "NIGHT", "总裁办", "ceo_office"),
        Label("9-2", "INT", "NIGHT", "俞家老宅天井", "mansion_ancient"),
        Label("9-3", "INT", "NIGHT", "剧团排练厅", "theatre", "yue_opera"),
        Label("11-2", "INT", "NIGHT", "医院病房", "hospital"),
    ),
    "bianlian": (
        Label("1-1", "INT", "NIGHT", "老茶馆", "teahouse", "covered_bowl_tea"),
        Label("1-2", "INT", "NIGHT", "医院急诊", "hospital", "shu_embroidery"),
        Label("2-1", "INT", "DAY", "余家小院", "farmhouse_courtyard", "bean_paste"),
        Label("2-3", "INT", "NIGHT", "九宫格火锅店", "restaurant", "sichuan_cuisine"),
        Label("3-1", "EXT", "DAWN", "竹林", "bamboo_grove", "face_changing"),
        Label("3-2", "EXT", "DAY", "竹编坊门前", "ich_workshop", "bamboo_weaving"),
        Label("4-1", "INT", "DAY", "蜀绣坊", "embroidery_workshop", "shu_embroidery"),
        Label("4-3", "EXT", "NIGHT", "古街", "ancient_street", "sugar_painting"),
        Label("5-2", "INT", "NIGHT", "茶馆", "teahouse", "sichuan_telling"),
        Label("6-2", "INT", "NIGHT", "裴家别墅客厅", "mansion_villa"),
        Label("11-1", "INT", "NIGHT", "剧场舞台", "theatre", "sichuan_opera"),
    ),
    "xiujiang": (
        Label("1-1", "INT", "DAY", "直播间", "livestream_room", "zhuang_brocade"),
        Label("1-3", "EXT", "NIGHT", "江边码头", "dock_port"),
        Label("2-1", "INT", "DAWN", "绣坊", "embroidery_workshop", "zhuang_brocade"),
        Label("2-3", "INT", "NIGHT", "老友粉店", "restaurant", "sour_pickles"),
        Label("3-2", "EXT", "NIGHT", "戏台（民国）", "opera_stage", "yong_opera"),
        Label("3-3", "EXT", "NIGHT", "骑楼街（民国）", "republican_street", "embroidered_ball"),
        Label("4-3", "INT", "NIGHT", "出租屋", "rented_room"),
        Label("5-1", "EXT", "DAY", "壮寨寨口", "minority_village", "five_colour_rice"),
        Label("6-1", "EXT", "DAY", "三月三歌圩", "folk_festival", "bronze_drum"),
        Label("8-2", "INT", "DAY", "盛江集团会议室", "office"),
        Label("12-4", "EXT", "DUSK", "江边码头", "dock_port", "zhuang_song_fair"),
    ),
}
CAST = {
    ("yiqu_gusu", "2-2"): {"韩嘉", "韩父", "林湄", "设计总监"},
    ("shuixiang", "8-1"): {"阮小篁", "金水", "聋伯", "俞承泽", "施工队"},
    ("bianlian", "4-1"): {"余笑", "秋姨"},
    ("xiujiang", "4-2"): {"韦青禾", "韦阿婆", "医生", "壮医罗姑"},
}
ERA = {
    ("yiqu_gusu", "2-3"): "contemporary",
    ("yiqu_gusu", "4-1"): "republican",
    ("yiqu_gusu", "8-3"): "contemporary",
    ("shuixiang", "3-2"): "republican",
    ("shuixiang", "7-1"): "contemporary",
    ("shuixiang", "8-2"): "contemporary",
    ("bianlian", "6-3"): "contemporary",
    ("xiujiang", "3-1"): "republican",
    ("xiujiang", "8-1"): "contemporary",
    ("xiujiang", "11-2"): "contemporary",
}
LABELLED = [(sample, label) for sample, labels in LABELS.items() for label in labels]


@cache
def _listed() -> list[dict[str, str]]:
    listed: list[dict[str, str]] = yaml.safe_load((SAMPLES / "index.yaml").read_text("utf-8"))
    return listed


@cache
def _read(sample: str) -> Script:
    file = next(entry["file"] for entry in _listed() if entry["id"] == sample)
    return finish(read_script(SAMPLES / file, load_vocabulary(ASSETS / "vocabulary")))


def _scene(sample: str, scene_id: str) -> Scene:
    return next(scene for scene in _read(sample).scenes if scene.id == scene_id)


def _text(file: str) -> str:
    data = (SAMPLES / file).read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _sure(scene: Scene) -> bool:
    return any(need.confidence >= 0.5 for need in scene.needs)


def test_the_list_names_every_sample_and_nothing_else():
    assert [entry["title"] for entry in _listed()] == ORDER
    assert {entry["id"] for entry in _listed()} == set(SCENES)
    files = {path.name for path in SAMPLES.iterdir()} - {"index.yaml"}
    assert {entry["file"] for entry in _listed()} == files
    assert all(entry["zh"] and entry["en"].isascii() for entry in _listed())


def test_the_samples_cover_the_forms_crews_use():
    assert {Path(entry["file"]).suffix for entry in _listed()} == {".txt", ".fountain", ".fdx"}
    with pytest.raises(UnicodeDecodeError):
        (SAMPLES / "shuixiang.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("sample", SCENES)
def test_every_scene_is_found_and_numbered(sample):
    script = _read(sample)
    assert script.title == next(one["title"] for one in _listed() if one["id"] == sample)
    assert len(script.scenes) == SCENES[sample]
    runs: dict[int | None, list[int | None]] = {}
    for scene in script.scenes:
        runs.setdefault(scene.episode, []).append(scene.number)
    assert list(runs) == list(range(1, EPISODES + 1))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in runs.values())


@pytest.mark.parametrize("sample", SCENES)
def test_every_heading_gives_place_time_and_side(sample):
    for scene in _read(sample).scenes:
        assert scene.int_ext is not None, scene.heading
        assert scene.time is not None, scene.heading
        assert scene.place, scene.heading
        assert scene.cast, scene.heading


@pytest.mark.parametrize(("sample", "label"), LABELLED, ids=[f"{s}-{x.scene}" for s, x in LABELLED])
def test_a_labelled_scene_reads_as_a_person_reads_it(sample, label):
    scene = _scene(sample, label.scene)
    assert (scene.int_ext, scene.time, scene.place) == (label.int_ext, label.time, label.place)
    assert label.scene_type in {need.scene_type for need in scene.needs}
    if label.culture:
        assert label.culture in {need.term for need in scene.culture}


@pytest.mark.parametrize(("sample", "scene_id"), CAST)
def test_the_cast_is_the_people_and_nobody_else(sample, scene_id):
    assert set(_scene(sample, scene_id).cast) == CAST[sample, scene_id]


@pytest.mark.parametrize(("sample", "scene_id"), ERA)
def test_a_flashback_does_not_date_the_whole_story(sample, scene_id):
    assert _scene(sample, scene_id).era == ERA[sample, scene_id]


@pytest.mark.parametrize("sample", SCENES)
def test_nine_scenes_in_ten_have_a_sure_need(sample):
    scenes = _read(sample).scenes
    assert sum(map(_sure, scenes)) >= 0.9 * len(scenes)


@pytest.mark.parametrize("sample", SCENES)
def test_half_of_the_scenes_lean_on_a_craft(sample):
    scenes = _read(sample).scenes
    assert sum(bool(scene.culture) for scene in scenes) >= 0.5 * len(scenes)


@pytest.mark.parametrize("sample", SCENES)
def test_a_fair_share_plays_in_ordinary_rooms(sample):
    ordinary = [
        scene
        for scene in _read(sample).scenes
        if scene.needs and scene.needs[0].scene_type in ORDINARY
    ]
    assert len(ordinary) >= 6


@pytest.mark.parametrize("sample", SCENES)
def test_character_comes_from_crafts_and_not_from_place_names(sample):
    script = _read(sample)
    assert not [scene.heading for scene in script.scenes if PLACES.search(scene.heading)]
    file = next(entry["file"] for entry in _listed() if entry["id"] == sample)
    assert len(PLACES.findall(_text(file).replace("一曲姑苏", ""))) <= 2
