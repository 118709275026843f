"""Sets that may be one are offered for merging, and no others."""

import pytest

from geo.model import IntExt, Scene
from geo.script.breakdown.lexicon import place_words
from geo.script.breakdown.offers import MOST_OFFERS, sets_alike
from geo.script.breakdown.sets import group_sets, location_groups

PEOPLE = ("林晚", "顾霆深", "沈知秋", "顾念")
# the first is written twice, the second once, the same people in both
ONE_PLACE = """
沈家客厅/沈家大厅 总裁办公室/总裁办 总裁办公室/顾总办公室 顾氏集团总裁办公室/总裁办公室
医院病房/病房
沈府正厅/沈府前厅 林晚家卧室/林晚卧室 林晚出租屋/林晚家 陆家别墅客厅/陆家别墅大厅
陆家别墅客厅/别墅客厅
江城人民医院病房/医院病房 沈氏集团大楼/沈氏集团 咖啡馆/咖啡厅 医院走廊/医院过道 酒店大堂/酒店大厅
地下停车场/地下车库 公司天台/公司楼顶 林晚出租屋/林晚出租房 村口/村头 悦来客栈大堂/客栈大堂
锦绣阁后堂/锦秀阁后堂 汉正街服装店/汉正街服装点 顾家老宅祠堂/顾家老宅宗祠 侯府后花园/侯府花园
派出所/警局
江边/江畔 悬崖边/悬崖 小树林/树林 酒吧包厢/酒吧包间 沈府门口/沈府大门外 陆宅客厅/陆家客厅
锦里直播间/直播间
阿福裱画铺/裱画铺 顾家餐厅/顾家饭厅 女主家客厅/女主家大厅 沈家别墅客厅/沈家客厅 街角咖啡馆/咖啡馆
绣坊旧址工作间/绣坊旧址工作问 镇国公府柴房/镇国公府柴屋
"""
TWO_PLACES = """
1号病房/2号病房 病房/1号病房 东厢房/西厢房 沈家客厅/顾家客厅 沈府正厅/沈府柴房 沈家客厅/沈家卧室
医院走廊/公司走廊
林晚家/顾霆深家 女主家客厅/男主家客厅 奶奶家/外婆家 主卧/次卧 前院/后院 林晚卧室/顾念卧室
三楼走廊/四楼走廊 高三一班教室/高三二班教室
会议室/小会议室 总裁办公室/总裁办公室门口 总裁办公室/董事会会议室 医院病房/医院走廊 医院/医院天台
废弃工厂/工厂 废弃仓库/仓库
花鸟市场/菜市场 西餐厅/餐厅 酒店大堂/酒店房间 酒店/酒吧 学校天台/公司天台 沈府/沈府柴房
陆家老宅/陆家别墅 沈家老宅客厅/沈家别墅客厅
锦绣阁绣坊/锦绣阁茶坊 沈家东院/沈家西院 城门外/城门内 火车站/汽车站 山顶/山脚 江边/湖边
市中心医院/市人民医院 男生宿舍/女生宿舍
大会议室/小会议室 顾总办公室/霍总办公室 林母卧室/林父卧室 前厅/后厨 教室/办公室
班主任办公室/校长办公室 经理办公室/总裁办公室
老街/新街 东街/西街 村口/村委会 竹林/树林 茶馆/酒馆 沈家花园/沈家客厅 码头/码头仓库 豪车内/豪车外
客栈二楼/客栈大堂
一号直播间/二号直播间 宴会厅/宴会厅后台 法庭/法院门口 地牢/天牢 慈宁宫/坤宁宫 御书房/书房
化妆间/更衣室 公司楼下/公司天台
顾念家/顾霆深家 别墅泳池/别墅客厅 江城机场/江城车站 戏台/戏台后台 祠堂/祠堂外 镇上药铺/镇上当铺
生产队仓库/生产队晒场
"""


@pytest.fixture(scope="module")
def words(vocabulary):
    return place_words(vocabulary)


def scenes_of(places, sides=None, casts=None):
    sides = sides or [IntExt.INT] * len(places)
    casts = casts or [PEOPLE] * len(places)
    return [
        Scene(f"1-{n}", 1, n, side, None, place, cast=tuple(cast), line=n)
        for n, (place, side, cast) in enumerate(zip(places, sides, casts, strict=True), start=1)
    ]


def offered(words, scenes, settled=()):
    found = sets_alike(scenes, group_sets(scenes), words, settled)
    return [(one.values["name"], one.values["other"]) for one in found]


@pytest.mark.parametrize("pair", ONE_PLACE.split())
def test_names_of_one_place_are_offered(pair, words):
    one, other = pair.split("/")
    assert offered(words, scenes_of([one, other, one, "街道"])) == [(one, other)]


@pytest.mark.parametrize("pair", TWO_PLACES.split())
def test_names_of_two_places_are_not_offered(pair, words):
    one, other = pair.split("/")
    assert offered(words, scenes_of([one, other, one])) == []


def test_a_short_name_that_two_places_share_is_offered_to_neither(words):
    places = ["林晚家客厅", "顾念家客厅", "客厅", "医院病房", "疗养院病房", "病房"]
    assert offered(words, scenes_of(places)) == []


def test_a_vague_room_needs_the_same_people(words):
    places = ["林晚家客厅", "客厅", "林晚家客厅"]
    casts = [("林晚",), ("顾念",), ("林晚",)]
    assert offered(words, scenes_of(places, casts=casts)) == []
    assert offered(words, scenes_of(places)) == [("林晚家客厅", "客厅")]


def test_one_inside_and_one_outside_are_two_places(words):
    sides = [IntExt.INT, IntExt.EXT, IntExt.INT]
    assert offered(words, scenes_of(["咖啡馆", "咖啡厅", "咖啡馆"], sides)) == []


def test_two_bosses_have_two_offices(words):
    assert offered(words, scenes_of(["总裁办公室", "顾总办公室", "霍总办公室"])) == []


def test_an_answer_is_not_asked_for_again_in_either_order(words):
    scenes = scenes_of(["咖啡馆", "咖啡厅", "咖啡馆"])
    assert offered(words, scenes, {"sets_alike|咖啡馆|咖啡厅"}) == []
    assert offered(words, scenes, {"sets_alike|咖啡厅|咖啡馆"}) == []


def test_the_smaller_set_is_offered_to_the_larger_with_its_scenes(words):
    scenes = scenes_of(["咖啡厅", "咖啡馆", "咖啡馆"])
    (one,) = sets_alike(scenes, group_sets(scenes), words)
    assert one.values == {
        "keep": "set-2", "merge": "set-1", "name": "咖啡馆", "other": "咖啡厅", "count": 1,
    }  # fmt: skip
    assert one.line == 1


def test_no_more_than_a_dozen_offers_and_surer_ones_first(words):
    homes = [
        f"{name}家{room}" for name in "沈顾林陆霍江" for room in ("客厅", "大厅", "厨房", "灶房")
    ]
    scenes = scenes_of([*homes, "酒店大堂", "大堂"])
    found = offered(words, scenes)
    assert len(found) == MOST_OFFERS
    assert ("酒店大堂", "大堂") not in found


def test_rooms_of_one_building_stand_in_one_location():
    sets = group_sets(
        scenes_of(["沈府·正厅", "沈府柴房", "沈府", "医院走廊", "码头", "江城 南码头"])
    )
    assert len(sets) == 6
    assert " ".join(location_groups(sets).values()) == "沈府 沈府 沈府 医院 码头 江城"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("沈府·正厅", "沈府正厅"), ("沈府 正厅", "沈府—正厅"), ("林晚家", "林晚的家"),
        ("總裁辦公室", "总裁办公室"), ("豪车内", "豪车里"), ("ＫＴＶ包厢", "KTV包厢"),
        ("林晚家中", "林晚家"),
    ],
)  # fmt: skip
def test_ways_of_writing_make_no_second_set(one, other):
    assert len(group_sets(scenes_of([one, other]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("沈府·正厅", "沈府·柴房"), ("城中", "城"), ("家里", "家"), ("沈家花园", "沈家花园·水榭")],
)
def test_other_places_are_other_sets(one, other):
    assert len(group_sets(scenes_of([one, other]))) == 2
