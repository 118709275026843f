"""Every shape of heading, in a document that keeps to it, with what surrounds scripts in life."""

import re
from pathlib import Path

import pytest

from geo.model import DayPart, IntExt, Tag
from geo.script.grammar.headings import read_heading
from geo.script.text.numbers import Family

DOCUMENT = Path(__file__).parents[3] / "docs" / "script-formats.md"

CHINESE = "零一二三四五六七八九十"
BODY = (
    "林晚（冷笑）：比分3-2，第3场比赛我们赢了。\n△沈砚夜里站在门外，1-1平局。\n"
    "沈砚：日内就走，电话13800001111，三千8.5折。\n"
)
# n counts scenes from 1; every scene is at night, inside, in the study
SHAPES = {
    "dash": lambda n: f"1-{n} 夜 内 书房",
    "dash and commas": lambda n: f"1-{n}，夜，内，书房",
    "dash all through": lambda n: f"1-{n}-书房-夜-内",
    "long dashes": lambda n: f"1—{n}——书房——夜——内",
    "full width": lambda n: f"１－{n}　夜　内　书房",
    "wave": lambda n: f"1～{n} 夜 内 书房",
    "dotted": lambda n: f"1.{n} 夜 内 书房",
    "middle dot": lambda n: f"1·{n} 夜 内 书房",
    "bold": lambda n: f"**1-{n} 夜 内 书房**",
    "half bold": lambda n: f"**1-{n}** 夜 内 书房",
    "hash": lambda n: f"### 1-{n} 夜 内 书房",
    "escaped": lambda n: f"1\\-{n} 夜 内 书房",
    "boxed": lambda n: f"【1-{n}】书房 夜/内",
    "boxed whole": lambda n: f"【1-{n} 书房 夜 内】",
    "word before": lambda n: f"场1-{n} 书房 夜 内",
    "word behind": lambda n: f"1-{n}场 书房 夜 内",
    "ordinal": lambda n: f"第{n}场 夜 内 书房",
    "ordinal chinese": lambda n: f"第{CHINESE[n]}场：书房 夜 内",
    "ordinal glued": lambda n: f"第{n}场书房 夜 内",
    "ordinal without 第": lambda n: f"{CHINESE[n]}场 书房 夜 内",
    "boxed ordinal": lambda n: f"【场{n}】夜/内/书房",
    "in brackets": lambda n: f"场次（{n}）地点：书房，夜，内；出场人物：林晚、沈砚",
    "scene": lambda n: f"Scene {n}: INT. 书房 - NIGHT",
    "scene list": lambda n: f"场景{CHINESE[n]}：书房 夜 内",
    "list": lambda n: f"{n}、书房 夜 内",
    "list chinese": lambda n: f"{CHINESE[n]}、书房 夜 内",
    "list brackets": lambda n: f"（{CHINESE[n]}）书房 夜 内",
    "list dot": lambda n: f"{n}. 内景 书房 夜",
    "ep sc": lambda n: f"EP01-SC{n:02} 书房 夜 内",
    "season": lambda n: f"S01E01-{n:02} 书房 夜 内",
    "both words": lambda n: f"第一集第{CHINESE[n]}场 夜 内 书房",
    "episode then dash": lambda n: f"第1集 1-{n} 夜 内 书房",
    "joined": lambda n: f"1-{n} 夜内 书房",
    "joined behind": lambda n: f"1-{n} 书房 内夜",
    "no blanks": lambda n: f"1-{n}夜内书房",
    "brackets behind": lambda n: f"1-{n} 书房（夜，内）",
    "stops": lambda n: f"1-{n} 内景。书房。夜。",
    "pipes": lambda n: f"1-{n}｜夜｜内｜书房",
    "dots between": lambda n: f"1-{n} 夜·内·书房",
    "labelled row": lambda n: f"场次：1-{n}　日/夜：夜　内/外：内　场景：书房",
    "boxed labels": lambda n: f"【场次】1-{n}【时间】夜 内【地点】书房",
    "two lines": lambda n: f"1-{n}\n夜 内 书房",
    "place between": lambda n: f"第{n}场\n书房\n夜 内",
    "labelled lines": lambda n: f"第{n}场\n夜/日：夜\n外/内：内\n场景：书房",
    "latin": lambda n: f"1-{n} INT. 书房 - NIGHT",
    "latin list": lambda n: f"{n}. INT. 书房 - NIGHT",
    "unknown sign": lambda n: f"S{n} 书房 夜 内",
    "traditional": lambda n: f"第{n}場 夜 內景 书房",
    "hours": lambda n: f"1-{n} 晚8点半 内 书房",
    "turning": lambda n: f"1-{n} 夜转日 内 书房",
    "days after": lambda n: f"1-{n} 三天后夜 内 书房",
    "flashback": lambda n: f"1-{n} 【闪回】夜 内 书房（三年前）",
    "rain": lambda n: f"1-{n} 夜（雨） 内 书房",
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_document_in_one_shape(name, read):
    shape = SHAPES[name]
    script = read("《夜行》\n一、林晚：女主。\n二、沈砚：男主。\n\n" + "".join(
        f"{shape(n)}\n{BODY}\n" for n in range(1, 9)
    ))  # fmt: skip
    found = [(s.number, s.int_ext, s.time, s.place) for s in script.scenes]
    assert found == [(n, IntExt.INT, DayPart.NIGHT, "书房") for n in range(1, 9)]
    assert {s.cast for s in script.scenes} == {("林晚", "沈砚")}
    assert not [w for w in script.warnings if w.code.startswith(("scene_", "heading_"))]


@pytest.mark.parametrize(
    "shape",
    [
        "内景 书房 夜",
        "内 书房 夜",
        "INT. 书房 - NIGHT",
        "书房 夜 内",
        "书房（夜内）",
        "【书房 夜 内】",
        "场景：书房　时间：夜　内外：内",
        "场景：书房\n时间：夜\n内外：内",
        "夜/日：夜\n外/内：内\n场景：书房",
    ],
)
def test_a_document_without_numbers(shape, read):
    script = read("《夜行》\n\n" + f"{shape}\n{BODY}\n" * 5)
    assert [(s.number, s.int_ext, s.time, s.place) for s in script.scenes] == [
        (None, IntExt.INT, DayPart.NIGHT, "书房")
    ] * 5


FIELDS = {
    "1-1 日 内 沈府 后花园": "沈府 后花园",
    "1-1 日 内 沈家别墅—客厅": "沈家别墅—客厅",
    "1-1 日 内 客厅→花园": "客厅→花园",
    "1-1 日 内 客厅/走廊": "客厅/走廊",
    "1-1 日 内 A座大堂": "A座大堂",
    "1-1 A座大堂 日 内": "A座大堂",
    "1-1A座大堂 日 内": "A座大堂",
    "1-1 日 内 云端大厦32层总裁办": "云端大厦32层总裁办",
    "1-1、6号楼 日 内": "6号楼",
    "1-1 日 内 303病房": "303病房",
    "1-1 日 内 第一人民医院": "第一人民医院",
    "1-1 场景：三号仓库 日 内": "三号仓库",
    "1-1 日 内 早餐店": "早餐店",
    "1-1 日 内 夜色酒吧": "夜色酒吧",
    "1-1 日 内 沈府（正厅）": "沈府（正厅）",
}


@pytest.mark.parametrize("line", FIELDS)
def test_the_place_is_as_written(line, read):
    scene = read(f"{line}\n{BODY}").scenes[0]
    assert (scene.time, scene.int_ext, scene.place) == (DayPart.DAY, IntExt.INT, FIELDS[line])


@pytest.mark.parametrize(
    ("line", "place", "cast"),
    [
        ("1-1 客厅 日 内 林晚、沈砚", "客厅", ("林晚", "沈砚")),
        ("1-1 日 内 客厅 林晚、沈砚", "客厅", ("林晚", "沈砚")),
        ("1-1 日 内 客厅（林晚、沈砚）", "客厅", ("林晚", "沈砚")),
        ("1-1 日 内 客厅 人物：林晚 沈砚", "客厅", ("林晚", "沈砚")),
        ("1-1 日 内 客厅\n林晚 沈砚", "客厅", ("林晚", "沈砚")),
        ("1-1 日 内 客厅\n【人物】林晚、沈砚、宾客若干", "客厅", ("林晚", "沈砚", "宾客若干")),
        ("1-1 日 内 客厅\n出场：林晚，沈砚", "客厅", ("林晚", "沈砚")),
        ("1-1 白府 日 外 江边", "白府 江边", ("林晚", "沈砚")),
    ],
)
def test_people_are_told_from_places(line, place, cast, read):
    scene = read(f"{line}\n{BODY}").scenes[0]
    assert (scene.place, scene.cast) == (place, cast)


def test_scenes_left_out_inserted_and_played_together(read):
    script = read(
        f"第1场 日 内 客厅\n{BODY}第2场 省略\n第3场（删）\n第3A场 夜 外 码头\n{BODY}"
        f"第4-5场 日 内 客厅\n{BODY}第6、7场连拍 日 外 江边\n{BODY}第8加场 夜 内 书房\n{BODY}"
        "第9场 OMITTED\n"
    )
    assert [(s.number, s.suffix, s.omitted, s.place) for s in script.scenes] == [
        (1, "", False, "客厅"),
        (2, "", True, ""),
        (3, "", True, ""),
        (3, "A", False, "码头"),
        (4, "", False, "客厅"),
        (6, "", False, "江边"),
        (8, "加", False, "书房"),
        (9, "", True, ""),
    ]
    assert not [w for w in script.warnings if w.code.startswith("scene_")]


def test_a_scene_that_goes_on_takes_what_it_leaves_out_from_the_one_before(read):
    script = read(
        f"1-1 日 内 客厅\n{BODY}1-2 接上场\n{BODY}1-3 夜 外 同上\n{BODY}1-4 续 夜 外 江边\n{BODY}"
    )
    assert [(s.time, s.int_ext, s.place) for s in script.scenes] == [
        (DayPart.DAY, IntExt.INT, "客厅"),
        (DayPart.DAY, IntExt.INT, "客厅"),
        (DayPart.NIGHT, IntExt.EXT, "客厅"),
        (DayPart.NIGHT, IntExt.EXT, "江边"),
    ]


MARKERS = (
    "第三集", "第3集", "第 3 集", "第003集", "第三集《归来》", "【第3集】", "第3集：归来",
    "第3集 归来", "第3集归来", "EP3", "EP.03 归来", "Episode 3", "E3", "第 3 / 60 集", "3集",
    "第三回 归来", "第3集（上）", "# 第三集", "**第3集**", "《第三集》",
    "第三集：沈知秋被退婚当日，竟重生回到三年前，誓要夺回一切",
)  # fmt: skip


@pytest.mark.parametrize("marker", MARKERS)
def test_episode_markers(marker, read):
    before = "".join(f"第{n}集\n第1场 日 内 客厅\n{BODY}\n" for n in (1, 2))
    script = read(f"{before}{marker}\n第1场 日 内 客厅\n{BODY}第2场 夜 外 码头\n{BODY}")
    assert [s.id for s in script.scenes] == ["1-1", "2-1", "3-1", "3-2"]


def test_a_bare_number_opens_an_episode_where_it_counts_on(read):
    script = read(
        "".join(f"{n}.\n第1场 日 内 客厅\n{BODY}第2场 夜 外 码头\n{BODY}" for n in (1, 2))
    )
    assert [s.id for s in script.scenes] == ["1-1", "1-2", "2-1", "2-2"]


OUTLINE = (
    "《月落》\n人物小传\n1、沈知秋：女，25岁，日内瓦归来。\n2、顾三：男，外冷内热。\n\n分集大纲\n"
    "第1集：沈知秋被退婚当日重生归来，发现一切都回到了三年前，她决定复仇。\n"
    "第2集：沈知秋进入公司，遇见顾三，两人在会议室交锋。\n第3集：大结局\n\n"
)


def test_an_outline_before_the_script_opens_no_episode(read):
    script = read(
        f"{OUTLINE}第1集\n第1场 日 内 客厅\n{BODY}第2场 夜 外 码头\n{BODY}"
        f"第2集\n第1场 日 内 客厅\n{BODY}"
    )
    assert [s.id for s in script.scenes] == ["1-1", "1-2", "2-1"]
    assert {line.tag for line in script.lines[:9]} <= {Tag.FRONT, Tag.BLANK}


LISTED = "1-1 日 内 客厅\n1-2 夜 外 码头\n1-3 日 外 江边\n1-4 日 内 书房\n"


@pytest.mark.parametrize("between", ["\n", "\n正文\n\n"])
def test_a_table_of_contents_is_no_scene(between, read):
    played = "".join(f"{line}\n{BODY}" for line in LISTED.splitlines())
    script = read(f"目录\n{LISTED}{between}{played}")
    assert [s.line for s in script.scenes] == [
        line.number for line in script.lines if line.text.startswith("1-")
    ][4:]


@pytest.mark.parametrize("between", ["\n", "\n正文\n\n"])
@pytest.mark.parametrize("shape", ["第{n}场 {rest}", "{n}、{rest}"])
def test_a_list_of_sets_is_no_scene(between, shape, read):
    sets = "主要场景\n1、沈家客厅 日 内\n2、码头 夜 外\n3、江边 日 外\n"
    script = read(
        f"{sets}{between}"
        + "".join(
            shape.format(n=n, rest=rest) + "\n" + BODY
            for n, rest in ((1, "沈家客厅 日 内"), (2, "码头 夜 外"))
        )
    )
    assert [(s.number, s.place) for s in script.scenes] == [(1, "沈家客厅"), (2, "码头")]
    assert script.scenes[0].line > 4


def test_a_scene_list_alone_is_a_script(read):
    assert [s.id for s in read(f"顺场表\n{LISTED}").scenes] == ["1-1", "1-2", "1-3", "1-4"]


def test_matter_behind_the_script_is_no_scene(read):
    script = read(
        f"1-1 日 内 客厅\n{BODY}1-2 夜 外 码头\n{BODY}（未完待续）\n\n人物小传\n林晚：女，25岁。\n"
        "1、沈家客厅 日 内\n2、码头 夜 外\n"
    )
    assert [s.id for s in script.scenes] == ["1-1", "1-2"]
    tags = {line.text: line.tag for line in script.lines}
    assert tags["（未完待续）"] is Tag.CARD
    assert tags["林晚：女，25岁。"] is Tag.FRONT


def test_two_writers_each_in_their_style(read):
    one = "".join(f"1-{n} 日 内 客厅\n{BODY}" for n in range(1, 6))
    other = "第二集\n" + "".join(f"第{n}场\n江边 夜 外\n{BODY}" for n in range(1, 6))
    script = read(one + other)
    assert [s.id for s in script.scenes] == [f"{e}-{n}" for e in (1, 2) for n in range(1, 6)]
    assert not [w for w in script.warnings if w.code == "scene_other_style"]


def test_a_heading_without_its_number_is_kept_where_a_number_is_missing(read):
    script = read(f"1-1 日 内 客厅\n{BODY}\n夜 外 江边\n{BODY}\n1-3 夜 外 码头\n{BODY}")
    assert [s.place for s in script.scenes] == ["客厅", "江边", "码头"]
    assert [w.code for w in script.warnings if w.line == 6][:1] == ["scene_other_style"]


def test_what_reads_like_a_heading_and_is_none_is_asked_about_once(read):
    flash = "【闪回】\n三年前 医院 夜 内\n林晚：别走。\n【闪回结束】\n"
    script = read(
        f"1-1 日 内 客厅\n{flash}{BODY}1-2 夜 外 码头\n{BODY}{flash}1-3 日 内 客厅\n{BODY}"
    )
    assert [s.id for s in script.scenes] == ["1-1", "1-2", "1-3"]
    asked = [w for w in script.warnings if w.code == "heading_like"]
    assert [(w.line, w.values["line"]) for w in asked] == [(3, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "张三：今晚聚餐吗\n李四：日内再说，外面冷\n",
        "1、买菜\n2、做饭\n3、洗碗\n",
        "2024-11-02 日 大雨\n2024-11-03 夜 晴\n",
        "比分\n3-2\n2-1\n1-0\n5-4\n",
    ],
)
def test_what_is_no_script_is_none(text, read):
    script = read(text)
    assert script.scenes == ()
    assert [warning.code for warning in script.warnings] == ["no_headings"]
    assert [line.text for line in script.lines] == text.split("\n")
    assert {line.tag for line in script.lines} <= {Tag.FRONT, Tag.BLANK}


def documented():
    """The examples of the families in docs/script-formats.md, each with the family it stands by."""
    text = DOCUMENT.read_text(encoding="utf-8")
    for family, examples in re.findall(r"^\| `(\w+)` [^|]*\| ([^|\n]*)\|$", text, re.MULTILINE):
        whole = examples.partition("；整份")[0]
        yield from ((family, example) for example in re.findall(r"`([^`]+)`", whole))


@pytest.mark.parametrize(("family", "example"), list(documented()))
def test_every_example_of_the_document_is_read_as_it_says(family, example):
    heading = read_heading(example) or read_heading(f"{example} 日 内 客厅")
    if heading is not None and not heading.fields.place and not heading.rest:
        heading = read_heading(f"{example} 日 内 客厅")
    assert heading is not None
    assert heading.family is Family(family)


def test_the_document_tells_of_every_family():
    assert {family for family, _ in documented()} == {family.value for family in Family}
