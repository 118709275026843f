"""Era by the whole script, and places whose meaning hangs on the story they stand in."""

import pytest

from geo.script.breakdown.needs import Reader
from geo.script.text.names import read_cast


def script_of(read, *scenes, front=""):
    text = "".join(
        f"1-{n} 日 内 {place}\n人物：{cast}\n{body}\n"
        for n, (place, cast, body) in enumerate(scenes, 1)
    )
    return read(f"{front}\n{text}")


def eras(script):
    return [scene.era for scene in script.scenes]


PLAIN = "△ 他推开门。"


@pytest.mark.parametrize(
    ("front", "era"),
    [
        ("類型：古裝宮鬥", "ancient"),
        ("题材：玄幻修仙", "ancient"),
        ("年代短剧\n一九七八年，西北某矿。", "1950s-80s"),
        ("故事发生在民国二十三年。", "republican"),
        ("现代都市情感\n2023年", "contemporary"),
    ],
)
def test_the_front_matter_dates_scenes_that_say_nothing(read, front, era):
    script = script_of(read, *[("渡口", "林晚", PLAIN)] * 3, front=front)
    assert set(eras(script)) == {era}


def test_things_and_people_of_many_scenes_date_the_silent_ones(read):
    old = ("院子", "林晚", "△ 丫鬟捧着圣旨进来。")
    script = script_of(read, old, old, ("山谷", "林晚", PLAIN), ("办公室", "林晚", PLAIN))
    assert set(eras(script)) == {"ancient"}


def test_a_sect_dates_its_mountains(read):
    script = script_of(
        read,
        ("碧落宗·大殿", "师尊、阿蘅", "△ 灵力耗尽。"),
        ("碧落宗·练功台", "掌门", "△ 剑气纵横。"),
        ("云海", "阿蘅", PLAIN),
    )
    assert set(eras(script)) == {"ancient"}


def test_a_frame_of_today_keeps_its_own_era(read):
    decades = ("车间", "林晚", "△ 她把粮票和布票塞进搪瓷缸。")
    today = ("展厅", "林晚", "【字幕：2021年】\n△ 讲解员举起手机。")
    script = script_of(read, today, *[decades] * 4, today)
    assert eras(script) == ["contemporary", *["1950s-80s"] * 4, "contemporary"]


def test_who_travels_through_time_is_in_the_era_of_each_scene(read):
    today = ("医院", "林晚", "△ 手机响了，微信弹出，她用电脑查外卖。")
    old = ("偏殿", "林晚", "△ 太监宣旨，娘娘和宫女跪下，陛下大怒。")
    silent = ("山谷", "林晚", PLAIN)
    script = script_of(read, today, silent, today, old, old, old, old, old, silent)
    assert eras(script) == ["contemporary"] * 3 + ["ancient"] * 6


def test_things_that_live_on_do_not_date_a_story_of_today(read):
    script = script_of(read, *[("筒子楼", "林晚", "△ 她刷着手机，扫码付款。")] * 4)
    assert set(eras(script)) == {"contemporary"}


@pytest.fixture(scope="module")
def reader(vocabulary):
    return Reader(vocabulary)


@pytest.mark.parametrize(
    ("place", "era", "meant"),
    [
        ("毛巾厂宿舍", "1950s-80s", "dormitory"),
        ("玻璃厂食堂", "1950s-80s", "restaurant"),
        ("轴承厂宣传科", "1950s-80s", "office"),
        ("罐头厂仓库", "contemporary", "warehouse"),
        ("侯府库房", "ancient", "mansion_ancient"),
        ("监狱食堂", "contemporary", "prison"),
        ("同福客栈马厩", "ancient", "inn_ancient"),
        ("四海客栈房顶", "ancient", "inn_ancient"),
        ("坤宁宫佛堂", "ancient", "palace"),
        ("保和殿前广场", "ancient", "palace"),
        ("青莲寺禅房", "ancient", "temple"),
        ("碧落宗藏经阁", "ancient", "taoist_temple"),
        ("市法院楼梯间", "contemporary", "court"),
        ("医院楼顶", "contemporary", "rooftop"),
        ("幸福小区楼道", "contemporary", "old_housing_estate"),
        ("吕家别墅车库", "contemporary", "mansion_villa"),
        ("立交桥桥下", "contemporary", "bridge_modern"),
        ("筒子楼吕家", "1950s-80s", "old_housing_estate"),
        ("地铁3号线人民路站站台", "contemporary", "metro_station"),
        ("老街煎饼摊", "contemporary", "city_street"),
    ],
)
def test_a_room_is_its_buildings_or_a_place_of_its_own(place, era, meant, reader):
    assert reader.needs(place, "", era)[0].scene_type == meant


def test_a_part_of_a_place_may_be_shot_elsewhere(reader):
    found = {need.scene_type for need in reader.needs("轴承厂篮球场", "", "1950s-80s")[:3]}
    assert {"factory", "stadium"} <= found


def leading(script):
    return {scene.place: scene.needs[0].scene_type for scene in script.scenes}


def places(read, *names, front=""):
    return leading(script_of(read, *[(name, "林晚", PLAIN) for name in names], front=front))


def test_an_old_house_is_a_farmhouse_in_a_village_and_a_villa_in_the_city(read):
    village = places(read, "村口", "稻田", "晒谷场", "吕家老宅")
    city = places(read, "总裁办公室", "吕家别墅", "吕家老宅", front="都市短剧")
    assert village["吕家老宅"] == "farmhouse_courtyard"
    assert city["吕家老宅"] == "mansion_villa"


def test_committee_and_shop_of_a_village_are_the_village(read):
    village = places(read, "村口", "稻田", "晒谷场", "村委会门口", "小卖部", "村委会办公室")
    city = places(read, "写字楼", "商场", "小卖部", front="都市短剧")
    assert (village["村委会门口"], village["小卖部"]) == ("farmland_village", "farmland_village")
    assert village["村委会办公室"] == "office"
    assert city["小卖部"] == "shopping_mall"


def test_a_neighbours_home_is_a_flat_in_the_city(read):
    village = places(read, "村口", "稻田", "晒谷场", "吕大妈家")
    city = places(read, "写字楼", "商场", "吕大妈家", front="都市短剧")
    assert (village["吕大妈家"], city["吕大妈家"]) == ("farmhouse_courtyard", "apartment")


def test_a_pavilion_at_court_is_palace(read):
    court = places(read, "御书房", "坤宁宫", "金銮殿", "揽月轩")
    assert court["揽月轩"] == "palace"


def test_brackets_within_brackets_hold_no_people():
    assert read_cast("民工们（【闪回】1976年）、老吕（便装（旧））") == ("民工们", "老吕")


def test_labels_set_apart_to_line_up_are_labels(read):
    text = "".join(
        f"场 次：{n}\n时　间：夜\n内/外：内\n地　点：码头\n人　物：林晚\n△ 走。\n" for n in (1, 2)
    )
    script = read(text)
    assert [(s.number, s.place, s.cast) for s in script.scenes] == [
        (1, "码头", ("林晚",)),
        (2, "码头", ("林晚",)),
    ]


def test_a_name_in_quotes_may_be_part_of_a_place(read):
    script = read("第1场\n“远方”书店　日　内\n林晚：走。\n第2场\n码头　夜　外\n林晚：走。\n")
    assert [s.place for s in script.scenes] == ["“远方”书店", "码头"]


def test_two_who_speak_at_once_are_both_heard(read):
    text = ".内景 码头 - 日\n\n@吕梁\n走吧。\n\n@苏河^\n不走。\n\n风起。\n"
    (scene,) = read(text, "两人.fountain").scenes
    assert scene.cast == ("吕梁", "苏河")
