"""Places as scripts write them: type first, guesses marked as guesses, homes, mere mentions."""

from pathlib import Path

import pytest

from geo.script.breakdown.needs import Reader

PHRASES = Path(__file__).parent / "data" / "place_phrases.txt"


def phrases():
    era = None
    for line in PHRASES.read_text("utf-8").splitlines():
        if line.startswith("["):
            era = line.strip("[]")
        elif line and not line.startswith("#"):
            codes, places = line.split(":")
            for place in places.split():
                yield None if era == "any" else era, place, set(codes.split("|"))


@pytest.fixture(scope="module")
def reader(vocabulary):
    return Reader(vocabulary)


def ranked(reader, place, era):
    return [need.scene_type for need in reader.needs(place, "", era)]


def test_eight_hundred_places_are_known_by_type(reader, vocabulary):
    rows = list(phrases())
    assert len(rows) >= 800
    assert set().union(*(codes for _, _, codes in rows)) <= set(vocabulary.scene_types)
    first = [place for era, place, codes in rows if ranked(reader, place, era)[:1] != []
             and ranked(reader, place, era)[0] in codes]  # fmt: skip
    third = [place for era, place, codes in rows if codes & set(ranked(reader, place, era)[:3])]
    assert len(first) >= 0.98 * len(rows)
    assert len(third) >= 0.985 * len(rows)


@pytest.mark.parametrize(
    ("place", "era", "meant", "sure"),
    [
        ("清溪村", "contemporary", "farmland_village", True),
        ("寒江寺", "ancient", "temple", True),
        ("永兴厂", "contemporary", "factory", True),
        ("梧桐街", "contemporary", "city_street", True),
        ("梧桐街", "republican", "republican_street", True),
        ("废弃面粉厂", "contemporary", "industrial_heritage", True),
        ("古镇客栈", "contemporary", "inn_ancient", True),
        ("民国老街", "republican", "republican_street", True),
        ("听松轩", "ancient", "mansion_ancient", False),
    ],
)
def test_the_last_character_tells_or_guesses(place, era, meant, sure, reader):
    need = reader.needs(place, "", era)[0]
    assert need.scene_type == meant
    assert (need.confidence >= 0.5) is sure


def scenes_of(read, *places, body="林晚：走。\n", time="日"):
    text = "".join(
        f"1-{n} {time} 内 {place}\n人物：林晚、沈砚\n{body}" for n, place in enumerate(places, 1)
    )
    return read(text)


def types(script):
    return [scene.needs[0].scene_type for scene in script.scenes]


def test_a_home_named_once_is_meant_wherever_its_owner_lives(read):
    script = scenes_of(read, "林晚家出租屋", "沈砚家别墅", "林晚家卧室", "沈砚家")
    assert types(script) == ["rented_room", "mansion_villa", "rented_room", "mansion_villa"]
    assert 0.5 < script.scenes[2].needs[0].confidence < 0.9
    assert script.scenes[2].needs[0].because == ("林晚家出租屋",)


def test_the_only_home_of_a_script_has_its_rooms(read):
    assert types(scenes_of(read, "陆家别墅", "医院", "卧室")) == [
        "mansion_villa",
        "hospital",
        "mansion_villa",
    ]
    assert types(scenes_of(read, "公司", "医院", "卧室"))[2] == "apartment"


def test_a_door_that_says_nothing_is_guessed_from_the_scene_before(read):
    script = scenes_of(read, "医院病房", "走廊")
    assert script.scenes[1].needs[0].scene_type == "hospital"
    assert script.scenes[1].needs[0].confidence < 0.5
    assert [w.code for w in script.warnings] == ["place_guessed"]


def test_a_place_is_asked_about_once_with_its_guesses(read):
    script = scenes_of(read, "阿福的修表棚", "医院", "阿福的修表棚", "阿福的修表棚")
    (asked,) = [w for w in script.warnings if w.code == "place_guessed"]
    assert asked.values["scene"] == "1-1"
    assert asked.values["place"] == "阿福的修表棚"
    assert asked.values["count"] == 3
    assert asked.values["guess1"] == script.scenes[0].needs[0].scene_type


def mentioned(script):
    return [
        (w.values["word"], w.values["code"]) for w in script.warnings if w.code == "place_mentioned"
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("林晚：我在机场等你。\n", [("机场", "airport")]),
        ("△ 他没去医院。\n", [("医院", "hospital")]),
        ("△ 电视里正播那家博物院。\n", [("博物院", "museum")]),
        ("林晚：机场的事以后再说。\n", []),
        ("林晚：我喜欢喝咖啡。\n", []),
        ("林晚：我们回客厅说。\n", []),
    ],
)
def test_a_place_spoken_of_is_told_and_not_counted(body, told, read):
    script = scenes_of(read, "客厅", body=body)
    assert mentioned(script) == told
    assert types(script) == ["apartment"]


def test_what_some_scene_asks_for_is_not_told_again(read):
    script = read("1-1 日 内 客厅\n林晚：我在机场等你。\n1-2 日 内 机场\n林晚：走。\n")
    assert mentioned(script) == []


def test_no_more_than_a_handful_of_mentions(read):
    body = "".join(
        f"林晚：我在{place}等你。\n"
        for place in ("机场", "医院", "教堂", "法院", "监狱", "酒店", "书店")
    )
    assert len(mentioned(scenes_of(read, "客厅", body=body))) == 5
