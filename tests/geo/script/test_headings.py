"""Single documents in odd shapes, each with what a person reads in it."""

import pytest

from geo.model import DayPart, IntExt

CAST = "人物：林晚"


def told(script):
    return [
        (s.id, s.int_ext and s.int_ext.value, s.time and s.time.value, s.place)
        for s in script.scenes
    ]


ODD = {
    "both sides": ("1-1 日 内/外 车库", ("1-1", "BOTH", "DAY", "车库")),
    "latin both": ("1-1 INT./EXT. 车库 - NIGHT", ("1-1", "BOTH", "NIGHT", "车库")),
    "next morning": ("1-1 次日晨 外 村口", ("1-1", "EXT", "DAWN", "村口")),
    "flashback": ("1-1 日 内 客厅（闪回）", ("1-1", "INT", "DAY", "客厅")),
    "years before": ("1-1 三年前 日 内 医院", ("1-1", "INT", "DAY", "医院")),
    "letter": ("1-3A 日 内 客厅", ("1-3A", "INT", "DAY", "客厅")),
    "part of a place": ("1-1 日 外 沈家花园·水榭", ("1-1", "EXT", "DAY", "沈家花园·水榭")),
    "bracketed part": ("1-1 夜 内 沈府（正厅）", ("1-1", "INT", "NIGHT", "沈府（正厅）")),
    "night club": ("1-1 夜 内 夜总会", ("1-1", "INT", "NIGHT", "夜总会")),
    "grandmother": ("1-1 日 内 外婆家", ("1-1", "INT", "DAY", "外婆家")),
    "noon gate": ("1-1 日 外 午门", ("1-1", "EXT", "DAY", "午门")),
    "traditional": ("第3場 夜 內 總裁辦公室", ("s3", "INT", "NIGHT", "總裁辦公室")),
    "no blanks": ("1-1日内客厅", ("1-1", "INT", "DAY", "客厅")),
    "spelled": ("第一集 第十二场 夜 外 码头", ("1-12", "EXT", "NIGHT", "码头")),
    "hash": ("## 场1-2：码头 / 夜 / 外", ("1-2", "EXT", "NIGHT", "码头")),
    "bold number": ("**第5场** 日 内 客厅", ("s5", "INT", "DAY", "客厅")),
    "latin numbered": ("12. INT. 老茶馆 - DUSK", ("s12", "INT", "DUSK", "老茶馆")),
    "slug": ("内景 老茶馆 夜", ("s1", "INT", "NIGHT", "老茶馆")),
    "nothing but fields": ("老茶馆 夜 内", ("s1", "INT", "NIGHT", "老茶馆")),
    "full stops": ("1-1 外．江边．夜", ("1-1", "EXT", "NIGHT", "江边")),
}


@pytest.mark.parametrize("name", ODD)
def test_one_heading(name, read):
    line, meant = ODD[name]
    assert told(read(f"{line}\n林晚：你来了。\n△ 她笑。\n")) == [meant]


def test_labelled_lines_without_numbers(read):
    script = read(
        "夜/日：夜\n外/内：外\n场景：码头\n人物：林晚\n林晚：走。\n\n"
        "夜/日：日\n外/内：内\n场景：客厅\n人物：沈砚\n沈砚：好。\n"
    )
    assert told(script) == [("s1", "EXT", "NIGHT", "码头"), ("s2", "INT", "DAY", "客厅")]
    assert [s.cast for s in script.scenes] == [("林晚",), ("沈砚",)]


def test_a_list_before_the_script_and_scores_in_it_are_no_scenes(read):
    script = read(
        "人物小传\n1、林晚：日内就要离开的人。\n2、沈砚：外冷内热。\n\n"
        "1-1 日 内 客厅\n林晚：1-2 平局。\n1-2 平局\n沈砚：3-2 我们赢了\n第3场比赛\n"
        "1、先去医院\n2、再去公司\n1-2 夜 外 码头\n林晚：日 内 客厅\n"
    )
    assert [s.id for s in script.scenes] == ["1-1", "1-2"]


def test_a_score_above_a_labelled_heading_does_not_swallow_it(read):
    block = "场次：{}\n时间：日\n内外：内\n地点：{}\n林晚：走。\n"
    script = read(block.format("1-1", "客厅") + "1-1平局而已\n\n" + block.format("1-2", "码头"))
    assert [(s.id, s.place) for s in script.scenes] == [("1-1", "客厅"), ("1-2", "码头")]


def test_cards_and_asides_are_no_cast(read):
    script = read(
        "1-1 日 内 客厅\n【字幕：三年后】\n旁白：那年冬天。\n字幕：三年后\n"
        "林晚（画外音）：我回来了。\n沈砚OS：她变了。\n众人：啊！\n"
    )
    assert script.scenes[0].cast == ("林晚", "沈砚")


def test_a_heading_that_says_less_is_kept_and_asked_about(read):
    script = read(
        "1-1 日 内 客厅\n林晚：走。\n\n1-2 码头\n林晚：到了。\n\n1-3 夜 外 江边\n林晚：看。\n\n"
        "1-4 日 外 村口\n林晚：回。\n\n1-5 日 外 江边\n林晚：看。\n"
    )
    assert [s.place for s in script.scenes][:3] == ["客厅", "码头", "江边"]
    codes = {(w.line, w.code) for w in script.warnings}
    assert {(4, "scene_without_time"), (4, "scene_without_side")} <= codes


def test_a_style_without_time_is_said_once(read):
    script = read("第1场 客厅\n林晚：走。\n第2场 码头\n林晚：到了。\n第3场 江边\n林晚：看。\n")
    assert [s.place for s in script.scenes] == ["客厅", "码头", "江边"]
    codes = [w.code for w in script.warnings]
    assert codes.count("style_without_time") == codes.count("style_without_side") == 1


def test_numbers_that_jump_or_repeat_are_pointed_out(read):
    script = read(
        "1-1 日 内 客厅\n林晚：走。\n1-3 夜 外 码头\n林晚：到。\n1-3 夜 外 江边\n林晚：看。\n"
    )
    assert len({s.id for s in script.scenes}) == 3
    assert [w.code for w in script.warnings] == ["scene_numbers_jump", "scene_number_twice"]


def test_one_stray_heading_of_another_style_is_kept_and_asked_about(read):
    scenes = "".join(f"1-{n} 日 内 客厅\n林晚：走。\n" for n in range(1, 6))
    script = read(scenes + "第6场 夜 外 码头\n林晚：到。\n")
    assert len(script.scenes) == 6
    assert [w.code for w in script.warnings] == ["scene_other_style"]


def test_title_line_and_episode_titles(read):
    script = read("剧名：月落乌啼\n\n第一集：归来\n第1场 日 内 客厅\n林晚：走。\n第一集 完\n"
                  "第二集 《离去》\n第1场 夜 外 码头\n林晚：到。\n")  # fmt: skip
    assert script.title == "月落乌啼"
    assert [s.id for s in script.scenes] == ["1-1", "2-1"]


def test_without_a_title_the_file_lends_its_name(read):
    assert read("1-1 日 内 客厅\n林晚：走。\n", "夜归人.txt").title == "夜归人"


def test_length_is_counted_in_rows_of_thirty(read):
    one = read("1-1 日 内 客厅\n林晚：走。\n").scenes[0]
    rows = "△ " + "走" * 28 + "\n"
    page = read("1-1 日 内 客厅\n" + rows * 31).scenes[0]
    assert one.length_eighths == 1
    assert page.length_eighths == 8


def test_lines_and_words_are_where_they_were(read):
    script = read("《甲》\n\n1-1 日 内 客厅\n人物：林晚\n\n△ 她笑。\n林晚：走。\n")
    scene = script.scenes[0]
    assert (scene.line, scene.heading) == (3, "1-1 日 内 客厅")
    assert [line.scene for line in script.lines] == ["", "", *["1-1"] * 6]
    assert [line.text for line in script.lines][5] == "△ 她笑。"
    assert scene.int_ext is IntExt.INT
    assert scene.time is DayPart.DAY
    assert (script.origin, script.style) == ("script.txt", "dash")
