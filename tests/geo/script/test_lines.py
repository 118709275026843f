"""What every line of a script is taken for."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.errors import ScriptError
from geo.model import Tag
from tests.geo.script import writing

HEAD = "1-1 日 内 客厅\n人物：林晚、沈砚\n"
B, F, E, H, D, C = Tag.BLANK, Tag.FRONT, Tag.EPISODE, Tag.HEADING, Tag.DETAIL, Tag.CAST
A, S, T, K, X = Tag.ACTION, Tag.SPEAKER, Tag.DIALOGUE, Tag.CARD, Tag.SKIP


def tags(script):
    return [line.tag for line in script.lines]


def body(read, text):
    """The tags of lines below a heading and its list of people."""
    script = read(HEAD + text)
    assert tags(script)[:2] == [H, C]
    return tags(script)[2:]


def test_speech_action_and_cards(read):
    assert body(
        read,
        "△林晚推门。\n林晚：你来了。\n沈砚（冷笑）：嗯。\n林晚OS：他变了。\n林晚、沈砚：走！\n"
        "【字幕：三年后】\n【闪回】\n（未完待续）\n（林晚转身离去）\n切至：\n旁白：那年冬天。\n"
        "画面：雨打芭蕉。\n众人：啊！\n第一集 完\n",
    ) == [A, T, T, T, T, K, K, K, A, K, T, A, T, K, B]


def test_sentences_with_a_colon_are_nobody_speaking(read):
    script = read(
        HEAD
        + "墙上写着：禁止入内。\n镜头扫过，纸条上面有一行字：救我。\n屏幕弹出消息：你被开除了\n"
        "林晚：走。\n林晚冷冷说道：好。\n"
    )
    assert tags(script)[2:] == [A, A, A, T, T, B]
    assert read("1-1 日 内 客厅\n墙上写着：禁止入内。\n林晚：走。\n").scenes[0].cast == ("林晚",)


def test_labelled_lines_are_details_and_their_kinds_are_kept(read):
    script = read(
        "1-1 日 外 码头\n出场人物：林晚\n道具：信、枪\n服化道：旗袍\n天气：大雨\n备注：威亚\n"
        "内容：林晚登船。\n"
        "1-2 夜 内 船舱\n林晚：走。\n"
    )
    assert tags(script)[:7] == [H, C, D, D, D, D, A]
    assert dict(script.scenes[0].details) == {
        "props": "信、枪",
        "wardrobe": "旗袍",
        "weather": "大雨",
        "remarks": "威亚",
    }


def test_a_row_of_a_sheet_as_labelled_text(read):
    script = read(
        "场次：1-3A　日/夜：夜　内/外：内　场景：沈家正厅　季节：冬　页数：1.5　"
        "预计时长：1分30秒\n人物：沈知秋、顾三　特约：王医生　群演：宾客20人\n"
        "剧情：沈知秋退婚。\n服装：旗袍　化妆：伤妆\n"
        "场次：1-4　日/夜：日　内/外：外　场景：码头\n人物：顾三\n剧情：打斗。\n"
    )
    first = script.scenes[0]
    assert (first.number, first.suffix, first.place) == (3, "A", "沈家正厅")
    assert first.cast == ("沈知秋", "顾三", "王医生")
    kinds = dict(first.details)
    assert kinds["weather"] == "冬"
    assert kinds["pages"] == "1.5"
    assert kinds["wardrobe"] == "旗袍；伤妆"
    assert "1分30秒" in kinds["remarks"]
    assert tags(script)[:5] == [H, C, A, D, H]


def test_names_above_their_words_where_the_document_writes_so(read):
    scene = "{place}\n\n{}推门。\n\n{}\n（冷笑）\n你来了。\n\n{}\n嗯。\n机场见。\n\n"
    script = read("".join(
        scene.format("林晚", "林晚", "沈砚", place=place)
        for place in ("1-1 日 内 客厅", "1-2 夜 外 码头")
    ))  # fmt: skip
    assert tags(script)[:13] == [H, B, A, B, S, T, T, B, S, T, T, B, H]
    assert script.scenes[0].cast == ("林晚", "沈砚")


def test_short_lines_are_no_speakers_where_the_document_writes_otherwise(read):
    assert body(read, "林晚：走。\n沈砚\n沈砚：好。\n林晚：看。\n沈砚：嗯。\n") == [
        T,
        A,
        T,
        T,
        T,
        B,
    ]


CHAT = (
    "张三 2026/11/20 21:03\n1-1 日 内 客厅\n林晚：你来了。\n[图片]\n"
    "张三  11月20日 21:05\n1-2 夜 外 码头\n沈砚：到了。\n李四：\n1-3 日 外 江边\n林晚：走。\n"
    "「张三：1-3 改一下」\n- - - - -\n收到\n"
)


def test_a_chat_pasted_with_its_stamps(read):
    script = read(CHAT)
    assert tags(script)[:11] == [X, H, T, X, X, H, T, X, H, T, X]
    assert [s.id for s in script.scenes] == ["1-1", "1-2", "1-3"]
    assert script.scenes[1].cast == ("沈砚",)


def test_one_paragraph_is_cut_where_it_was_written_in_lines(read):
    long = "△" + "风声呼啸，" * 60 + "。"
    script = read(
        "《月落》 1-1 日 内 客厅 人物：林晚、沈砚 △林晚推门而入。 林晚：你来了。 "
        f"沈砚（冷笑）：不该来？ 1-2 夜 外 码头 {long} 林晚：走吧。 1-3 日 内 医院 沈砚：醒了？"
    )
    assert [(s.id, s.place, s.cast) for s in script.scenes] == [
        ("1-1", "客厅", ("林晚", "沈砚")),
        ("1-2", "码头", ("林晚",)),
        ("1-3", "医院", ("沈砚",)),
    ]
    assert tags(script) == [F, H, C, A, T, T, H, A, T, H, T]
    assert [line.number for line in script.lines] == list(range(1, 12))


def test_page_numbers_and_links_are_left_out(read):
    clutter = "第 3 页 共 60 页\n- 4 -\n5\nhttps://example.com/a\n"
    assert body(read, f"林晚：走。\n{clutter}沈砚：好。\n") == [T, X, X, X, X, T, B]


def test_matter_between_episode_and_scene_is_front(read):
    scene = "第1场 日 内 客厅\n林晚：走。\n"
    script = read(f"第一集\n本集梗概：林晚归来。\n\n{scene}第二集\n{scene}")
    assert tags(script)[:4] == [E, F, B, H]
    assert script.lines[1].scene == ""


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(written=writing.scripts())
def test_every_line_stands_once_and_belongs_to_its_scene(read, written):
    _style, _scenes, text = written
    script = read(text)
    lines = text.split("\n")
    assert [line.text for line in script.lines] == lines
    assert [line.number for line in script.lines] == list(range(1, len(lines) + 1))
    heads = [line for line in script.lines if line.tag is H]
    assert [(line.number, line.scene) for line in heads] == [(s.line, s.id) for s in script.scenes]
    order = [s.id for s in script.scenes]
    owners = [order.index(line.scene) for line in script.lines if line.scene]
    assert owners == sorted(owners)
    assert all(line.scene == "" for line in script.lines if line.tag in (E, F))


PIECES = st.sampled_from(
    ("1-1 日 内 客厅", "第3场", "第三集", "林晚：走。", "△她笑。", "场景：码头", "人物：林晚", "",
     "夜 外", "1、", "——", "【闪回】", "张三 21:03", "目录", "INT. 书房 - NIGHT", "3.",
     "第2场 省略", "**", "（", "、")
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(st.lists(PIECES | st.text(max_size=6), max_size=3).map("".join), max_size=25))
def test_nothing_that_is_typed_breaks_the_reader(read, lines):
    text = "\n".join(lines)
    try:
        script = read(text)
    except ScriptError:
        return
    assert {line.scene for line in script.lines} - {""} == {scene.id for scene in script.scenes}


def test_a_format_that_names_its_lines_keeps_all_of_them(read):
    text = (
        "Title: 夜行\n\n# 第二集\n\nINT. 书房 - NIGHT\n\n= 她回来了\n\n林晚推门。[[查道具]]\n\n"
        "@林晚\n走。\n\n[[待定]]\n\nEXT. 江边 - DAY\n\n风声。\n"
    )
    script = read(text, "night.fountain")
    assert [line.number for line in script.lines] == list(range(1, len(text.splitlines()) + 1))
    assert [line.tag for line in script.lines if line.tag is not B] == [
        F,
        E,
        H,
        X,
        A,
        S,
        T,
        X,
        H,
        A,
    ]
    assert [s.episode for s in script.scenes] == [2, 2]
