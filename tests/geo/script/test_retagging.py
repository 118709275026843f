"""Lines said by hand: what follows from them, and what is remembered for the next file."""

import pytest
from hypothesis import HealthCheck, given, settings

from geo.model import Tag
from geo.progress import finish
from geo.script import (
    Habit,
    add_habit,
    change_scene,
    habit_of,
    lines_like,
    load_habits,
    read_script,
    retag,
    save_habits,
    settle,
)
from tests.geo.script import writing

TEXT = (
    "1-1 日 内 客厅\n林晚：你来了。\n沈家大厅　夜　内\n沈砚：走。\n废弃的仓库里\n"
    "顾府后院 日 外\n林晚：好。\n\n"
    "1-2 夜 外 码头\n人物：林晚\n林晚：到了。\n"
)


@pytest.fixture
def again(vocabulary):
    return lambda script, tags: finish(retag(script, vocabulary, tags))


def places(script):
    return [scene.place for scene in script.scenes]


def owners(script):
    return [line.scene for line in script.lines]


def test_a_line_said_to_be_a_heading_opens_a_scene_of_the_lines_below(read, again):
    script = again(read(TEXT), {3: Tag.HEADING})
    assert places(script) == ["客厅", "沈家大厅", "码头"]
    new = script.scenes[1]
    assert (new.int_ext, new.time, new.cast) == ("INT", "NIGHT", ("沈砚", "林晚"))
    assert owners(script)[2:8] == [new.id] * 6
    assert script.lines[2].by_hand


def test_a_line_like_nothing_becomes_a_scene_at_what_it_says(read, again):
    script = again(read(TEXT), {5: Tag.HEADING})
    assert places(script) == ["客厅", "废弃的仓库里", "码头"]


def test_a_heading_said_to_be_something_else_gives_its_lines_to_the_scene_before(read, again):
    script = again(read(TEXT), {9: Tag.ACTION})
    assert places(script) == ["客厅"]
    assert set(owners(script)) == {"1-1"}
    assert script.scenes[0].cast == ("林晚",)
    assert places(again(script, {9: Tag.HEADING})) == ["客厅", "码头"]


def test_the_first_heading_taken_away_leaves_its_lines_before_the_script(read, again):
    script = again(read(TEXT), {1: Tag.FRONT})
    assert owners(script)[:8] == [""] * 8
    assert places(script) == ["码头"]


def test_an_episode_by_hand_counts_on_or_reads_its_number(read, again):
    scene = "第1场 夜 外 {}\n林晚：到。\n"
    text = f"{scene.format('客厅')}上部\n{scene.format('码头')}卷五\n{scene.format('江边')}"
    script = again(read(text), {3: Tag.EPISODE, 6: Tag.EPISODE})
    assert [s.episode for s in script.scenes] == [None, 1, 5]


def test_cast_speaker_and_skip_by_hand(read, again):
    text = "1-1 日 内 客厅\n林晚 阿婆家的狗\n广播里的声音\n请注意。\n多余\n林晚：走。\n"
    script = again(read(text), {2: Tag.CAST, 3: Tag.SPEAKER, 5: Tag.SKIP})
    assert script.scenes[0].cast == ("林晚", "阿婆家的狗")
    assert [line.tag for line in script.lines][1:6] == [
        Tag.CAST,
        Tag.SPEAKER,
        Tag.DIALOGUE,
        Tag.SKIP,
        Tag.DIALOGUE,
    ]


def test_what_was_decided_and_settled_stays(read, again, vocabulary):
    script = read(TEXT)
    asked = [w for w in script.warnings if w.code == "heading_like"]
    assert [w.line for w in asked] == [3, 6]
    script = settle(script, "heading_like|顾府后院 日 外")
    script = change_scene(script, "1-2", vocabulary, place="老码头")
    script = again(script, {3: Tag.HEADING})
    assert places(script) == ["客厅", "沈家大厅", "老码头"]
    assert script.scenes[2].id == "1-2"
    assert not [w for w in script.warnings if w.code == "heading_like"]
    assert again(again(script, {3: Tag.ACTION}), {}).scenes[1].place == "老码头"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(written=writing.scripts())
def test_reading_the_same_lines_again_changes_nothing(read, again, written):
    script = read(written[2])
    assert again(script, {}) == script


@pytest.mark.parametrize("name", ["yiqu_gusu.fdx", "bianlian.fountain", "shuixiang.txt"])
def test_formats_that_name_their_lines_are_read_again_the_same(name, vocabulary, again):
    from tests.geo.script.test_samples import SAMPLES

    script = finish(read_script(SAMPLES / name, vocabulary))
    assert again(script, {}).scenes == script.scenes
    assert again(script, {}).lines == script.lines


def test_a_heading_of_a_format_said_to_be_none_and_back(vocabulary, again):
    from tests.geo.script.test_samples import SAMPLES

    script = finish(read_script(SAMPLES / "yiqu_gusu.fdx", vocabulary))
    line = script.scenes[2].line
    other = again(script, {line: Tag.ACTION})
    assert len(other.scenes) == len(script.scenes) - 1
    back = again(other, {line: Tag.HEADING})
    assert [s.id for s in back.scenes] == [s.id for s in script.scenes]


def test_a_script_without_lines_has_its_needs_read_again(vocabulary, again):
    from geo.script import add_scene

    script = add_scene(None, place="机场到达厅")
    assert again(script, {}).scenes[0].needs[0].scene_type == "airport"


def test_lines_like_this_are_those_of_its_shape_and_tag(read):
    script = read(TEXT)
    assert lines_like(script, 3) == (6,)
    assert lines_like(script, 1) == (9,)
    assert lines_like(script, 2) == (4, 7, 11)
    assert lines_like(script, 8) == ()
    assert lines_like(script, 999) == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("沈家大厅　夜　内", "顾府后院 日 外", True),
        ("沈家大厅 / 夜 / 内", "顾府后院 日 外", True),
        ("第3场 客厅 夜 内", "第十二场 码头 日 外", True),
        ("3-12 夜 内 客厅", "12-1 日 外 码头", True),
        ("【场7】日/外/码头", "【场12】夜/内/客厅", True),
        ("道具：枪", "道具：一封信，一支笔，一束花", True),
        ("△她笑。", "△众人推门而入，四下无人，他转身离去。", True),
        ("沈家大厅　夜　内", "林晚：夜里 内 见", False),
        ("沈家大厅　夜　内", "她推开门，屋里空无一人。", False),
        ("道具：枪", "林晚：枪", False),
        ("【字幕：三年后】", "三年后", False),
        ("她笑。", "她推开门，屋里空无一人，桌上的茶还冒着热气，窗外雨声渐渐大了。", False),
    ],
)
def test_what_looks_alike(one, other, alike, read):
    filler = "".join(f"1-{n} 日 内 客厅\n林晚：走。\n" for n in range(1, 4))
    script = read(f"{filler}{one}\n\n{other}\n")
    shapes = [habit_of(script, line.number, Tag.CARD).shape for line in script.lines]
    assert (shapes[6] == shapes[8]) is alike


def test_what_was_said_is_remembered_for_the_next_file(tmp_path, read, vocabulary):
    script = read(TEXT)
    kept = tmp_path / "own" / "habits.yaml"
    save_habits(kept, add_habit((), habit_of(script, 3, Tag.HEADING)))
    path = tmp_path / "next.txt"
    path.write_text(
        "2-1 日 内 书房\n苏梅：嗯。\n苏家祠堂 夜 内\n苏梅：走。\n2-2 日 外 江边\n苏梅：看。\n",
        "utf-8",
    )
    assert places(finish(read_script(path, vocabulary))) == ["书房", "江边"]
    script = finish(read_script(path, vocabulary, load_habits(kept)))
    assert places(script) == ["书房", "苏家祠堂", "江边"]
    assert [line.by_hand for line in script.lines] == [
        False,
        False,
        True,
        False,
        False,
        False,
        False,
    ]
    other = path.with_name("other.txt")
    other.write_text(
        path.read_text("utf-8").replace("2-1", "第1场").replace("2-2", "第2场"), "utf-8"
    )
    assert places(finish(read_script(other, vocabulary, load_habits(kept)))) == ["书房", "江边"]


def test_a_later_word_takes_the_place_of_an_earlier_one():
    one = Habit("dash", "W T S s", Tag.HEADING)
    other = Habit("dash", "W T S s", Tag.CARD)
    assert add_habit(add_habit((), one), other) == (other,)
    assert add_habit((one,), Habit("list", "W T S s", Tag.CARD))[0] == one


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00broken",
        b"{: [",
        b"just words",
        b"- 3\n- [a]\n- {style: dash}\n- {style: 1, shape: W, tag: heading}\n",
        b"- {style: a, shape: b, tag: no}\n- {style: a, shape: '', tag: card}\n",
    ],
)
def test_a_damaged_file_of_habits_is_no_reason_to_stop(content, tmp_path):
    path = tmp_path / "habits.yaml"
    path.write_bytes(content)
    assert load_habits(path) == ()
    assert load_habits(tmp_path) == load_habits(tmp_path / "none.yaml") == ()


def test_a_text_without_headings_becomes_a_script_by_hand(read, again):
    text = "写在前面\n沈家花园那边\n林晚：你来了\n茶馆后院 夜里\n老姚：喝茶\n"
    nothing = read(text)
    assert nothing.scenes == ()
    assert [one.code for one in nothing.warnings] == ["no_headings"]
    script = again(nothing, {2: Tag.HEADING, 4: Tag.HEADING})
    assert places(script) == ["沈家花园那边", "茶馆后院"]
    assert "no_headings" not in [one.code for one in script.warnings]
    assert script.scenes[1].needs[0].scene_type == "teahouse"
