"""What scenes need: the place first, action less, dialogue not at all."""

import pytest

HEAD = "1-1 {time} {side} {place}\n人物：林晚\n"


@pytest.fixture
def needs(read):
    def of(place, body="△ 她笑。\n", front=""):
        script = read(f"{front}\n1-1 日 内 {place}\n人物：林晚\n{body}")
        return {need.scene_type: need for need in script.scenes[0].needs}

    return of


def first(found):
    return max(found.values(), key=lambda need: need.confidence).scene_type


@pytest.mark.parametrize(
    ("place", "meant"),
    {
        "总裁办公室": {"ceo_office"},
        "顾氏集团顶层办公室": {"ceo_office", "office"},
        "沈府后花园": {"classical_garden", "mansion_ancient"},
        "医院卫生间": {"hospital"},
        "侯府柴房": {"mansion_ancient"},
        "酒店天台": {"rooftop", "hotel_lobby"},
        "市政府大楼": {"office"},
        "田园": set(),
        "學校教室": {"classroom", "campus"},
        "ＫＴＶ包厢": {"bar_nightclub"},
    }.items(),
)
def test_the_longest_word_of_a_place_counts(place, meant, needs):
    sure = {code for code, need in needs(place).items() if need.confidence >= 0.5}
    assert sure == meant


def test_a_place_only_talked_of_is_no_need(needs):
    found = needs("客厅", "林晚：我在机场，你来医院接我。\n")
    assert "airport" not in found
    assert "hospital" not in found


def test_a_place_on_a_screen_or_in_memory_is_no_need(needs):
    body = "△ 电视里正播机场的新闻。\n△ 她想起那家医院。\n△ 落地窗外是江边码头。\n"
    assert not {"airport", "hospital", "riverside", "dock_port"} & set(needs("客厅", body))


def test_action_adds_a_need_with_less_weight(needs):
    found = needs("古街", "△ 乌篷船从石桥下划过，停在河埠头。\n")
    assert first(found) == "ancient_street"
    assert 0.3 < found["water_town"].confidence < 0.5
    assert found["water_town"].because == ("乌篷船",)


def test_action_alone_carries_a_scene_whose_place_says_nothing(needs):
    found = needs("某处", "△ 祠堂里香烟缭绕。\n")
    assert first(found) == "ancestral_hall"
    assert found["ancestral_hall"].confidence >= 0.5


def test_a_place_no_word_is_known_of_gets_guesses_to_choose_from(read):
    script = read("1-1 日 内 阿福的修表棚\n林晚：你来了。\n")
    guesses = script.scenes[0].needs
    assert 1 <= len(guesses) <= 3
    assert all(need.confidence < 0.5 for need in guesses)
    assert [w.code for w in script.warnings] == ["place_guessed"]


def test_a_car_needs_no_place(read):
    script = read("1-1 日 内 豪车内\n林晚：开快点。\n")
    assert script.scenes[0].needs == ()
    assert [w.code for w in script.warnings] == ["place_in_vehicle"]


@pytest.mark.parametrize(
    ("front", "place", "meant"),
    [
        ("类型：古装", "街道", "ancient_street"),
        ("类型：民国言情", "街道", "republican_street"),
        ("类型：都市", "街道", "city_street"),
        ("类型：古装", "花园", "classical_garden"),
        ("类型：都市", "花园", "park_garden"),
        ("类型：古装", "酒楼", "tavern_ancient"),
        ("类型：都市", "酒楼", "restaurant"),
    ],
)
def test_the_era_decides_what_a_word_means(front, place, meant, needs):
    found = needs(place, front=front)
    assert {code for code, need in found.items() if need.confidence >= 0.5} == {meant}


def test_without_an_era_both_meanings_stand(read):
    script = read("1-1 日 外 花园\n林晚：走。\n")
    assert script.scenes[0].era is None
    assert {n.scene_type for n in script.scenes[0].needs} == {"classical_garden", "park_garden"}


def test_the_era_spreads_from_places_that_tell_it(read):
    script = read(
        "1-1 日 内 金銮殿\n林晚：走。\n1-2 日 外 冷宫\n林晚：走。\n1-3 日 内 侯府\n"
        "△ 丫鬟扶着娘娘。\n1-4 日 外 街道\n林晚：走。\n"
    )
    assert {s.era for s in script.scenes} == {"ancient"}


def test_a_look_back_keeps_its_own_era(read):
    modern = "".join(f"1-{n} 日 内 总裁办公室\n△ 他看手机。\n" for n in range(1, 5))
    script = read(modern + "1-5 日 外 民国老街\n林晚：走。\n1-6 夜 内 书房\n林晚：走。\n")
    assert [s.era for s in script.scenes][-2:] == ["republican", "contemporary"]


def culture(read, body, place="客厅"):
    script = read(f"1-1 日 内 {place}\n人物：林晚\n{body}")
    return {need.term for need in script.scenes[0].culture}


def test_culture_in_place_or_action_counts_once_in_dialogue_twice(read):
    assert culture(read, "△ 台上正唱越剧。\n") == {"yue_opera"}
    assert culture(read, "林晚：走。\n", "评弹书场") == {"pingtan"}
    assert culture(read, "林晚：我学过越剧。\n") == set()
    assert culture(read, "林晚：我学过越剧。\n林晚：越剧难学。\n") == {"yue_opera"}


@pytest.mark.parametrize("line", ["他突然变脸。", "她演过穿越剧。", "卓越剧团的车。"])
def test_words_inside_other_words_raise_nothing(line, read):
    assert culture(read, f"△ {line}\n") == set()
