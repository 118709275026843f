"""How long a scene plays: a range from what is said and seen, or what the script states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Scene, Seconds, Tag
from geo.script.breakdown.length import screen_seconds, stated_seconds, total_seconds
from geo.script.breakdown.scene_text import text_of


def seconds(*lines):
    return screen_seconds(text_of("1-1 日 内 客厅", lines))


def said(characters):
    return (Tag.DIALOGUE, "林晚：" + "好" * characters)


def test_a_page_of_talk_is_about_its_characters_at_the_speed_of_speech():
    one = seconds(*[said(27)] * 10)
    assert one.mid == 68
    assert one.low < 60 < one.high


def test_the_name_marks_and_asides_take_no_time():
    plain = seconds((Tag.DIALOGUE, "林晚：你来了"))
    assert seconds((Tag.DIALOGUE, "林晚（冷笑）：你……来了！（哭）")) == plain


def test_an_empty_scene_still_shows_its_place():
    assert seconds() == Seconds(2, 3, 5)


def test_a_line_of_action_takes_its_moment_however_short():
    assert seconds((Tag.ACTION, "△ 静。")).low >= 3
    assert seconds((Tag.ACTION, "△ " + "她走过长街" * 20)).mid > 15


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("预计时长：2分30秒", 150), ("时长：2分钟", 120), ("时长 1:20", 80),
        ("预计时长：约45秒", 45),
        ("时长：两分半", 150), ("预计时长：一分钟", 60), ("片长：90s", 90),
        ("时长：未定", None),
        ("等了2分钟", None), ("", None), ("时长：", None),
    ],
)  # fmt: skip
def test_lengths_that_a_script_states(text, stated):
    assert stated_seconds(text) == stated


def test_a_stated_length_is_taken_as_it_stands(read):
    script = read(
        "1-1 日 内 客厅\n人物：林晚\n备注：预计时长2分钟\n林晚：走。\n1-2 日 内 客厅\n林晚：走。\n"
    )
    assert script.scenes[0].screen == Seconds(120, 120, 120)
    assert script.scenes[1].screen.mid < 10


def test_the_whole_is_the_sum_of_what_is_played():
    def scene(number, screen, omitted=False):
        return Scene(f"1-{number}", 1, number, None, None, "", screen=screen, omitted=omitted)

    scenes = [
        scene(1, Seconds(10, 15, 20)), scene(2, Seconds(1, 2, 3)), scene(3, None),
        scene(4, Seconds(9, 9, 9), omitted=True),
    ]  # fmt: skip
    assert total_seconds(scenes) == Seconds(11, 17, 23)


KINDS = st.sampled_from([Tag.ACTION, Tag.DIALOGUE, Tag.CARD, Tag.BLANK])
LINES = st.lists(st.tuples(KINDS, st.text("好：（）。a 1\t", max_size=40)), max_size=20)


@given(LINES, LINES)
def test_more_text_is_never_shorter_and_the_middle_lies_between(lines, more):
    one, both = seconds(*lines), seconds(*lines, *more)
    assert one.low <= one.mid <= one.high
    assert one.low <= both.low
    assert one.high <= both.high


@pytest.mark.parametrize(
    ("pages", "wanted"),
    [("1.2", (50, 75, 150)), ("3/8", (15, 22, 45)), ("", None), ("7", None)],
)
def test_a_row_of_a_table_is_as_long_as_its_pages_and_else_unknown(read, pages, wanted):
    row = "场次：1-{n}　日/夜：日　内/外：外　场景：长街\n人物：阿蘅\n剧情：百姓围住她。\n"
    stated = f"页数：{pages}\n" if pages else ""
    script = read("".join(row.format(n=n) + stated + "\n" for n in (1, 2, 3)))
    screen = script.scenes[0].screen
    assert (screen and (screen.low, screen.mid, screen.high)) == wanted


def test_whoever_stands_under_extras_is_a_group(read):
    row = "场次：1-{n}　日/夜：日　内/外：外　场景：长街\n人物：阿蘅\n群演：{who}\n剧情：有戏。\n\n"
    cases = {"百姓30": 30, "黑衣魔修6、宾客20人": 26, "镇民若干": None, "两名老兵": 2}
    script = read("".join(row.format(n=n, who=who) for n, who in enumerate(cases, start=1)))
    for scene, (who, count) in zip(script.scenes, cases.items(), strict=True):
        [crowd] = [flag for flag in scene.flags if flag.code == "crowd"]
        assert crowd.count == count, who
    none = read("".join(row.format(n=n, who="无") for n in (1, 2)))
    assert not [flag for scene in none.scenes for flag in scene.flags if flag.code == "crowd"]
