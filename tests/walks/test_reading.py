"""A script of one's own through the window: look, put right, take in, a second draft, and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from geo.model import Fate, Tag
from geo.progress import finish
from geo.script import load_vocabulary, read_script
from gui.window import build_window

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "tests" / "data" / "scripts"
PATIENCE_MS = 60_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = build_window(ROOT / "assets", tmp_path / "data")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(made.session.idle, timeout=PATIENCE_MS):
        made.begin()
    yield made
    made.close()


@pytest.fixture
def read(qtbot, window):
    def go(path):
        with qtbot.waitSignal(window.session.idle, timeout=PATIENCE_MS):
            window.read(path)
        return window.session.state.preview

    return go


def settled(qtbot, session):
    qtbot.waitUntil(lambda: not session.state.busy, timeout=PATIENCE_MS)


def press(qtbot, window, number, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Point at a line of the paper and press a key there."""
    page = window.script_page
    window.session.select(line=number)
    page.paper.setFocus()
    qtbot.keyClick(page.paper, key, modifier)


def test_a_word_file_is_looked_at_put_right_and_taken_in(qtbot, window, read):
    session, page = window.session, window.script_page
    preview = read(SCRIPTS / "ordinal_palace.docx")
    assert session.state.script is None
    assert len(preview.script.scenes) == 46
    assert page.paper.model().rowCount() == sum(
        line.tag is not Tag.BLANK for line in preview.script.lines
    )
    spoken = next(line.number for line in preview.script.lines if line.tag is Tag.DIALOGUE)
    press(qtbot, window, spoken, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(session.state.shown.scenes) == 47, timeout=PATIENCE_MS)
    settled(qtbot, session)
    session.undo()
    settled(qtbot, session)
    assert len(session.state.shown.scenes) == 46
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.foot.import_button, Qt.MouseButton.LeftButton)
    settled(qtbot, session)
    state = session.state
    assert state.preview is None
    assert len(state.script.scenes) == 46
    assert state.ranking is not None
    # what costs money is told with its words, in the script's own lines
    night = [scene for scene in state.script.scenes if any(f.code == "night" for f in scene.flags)]
    assert len(night) == sum(scene.time == "NIGHT" for scene in state.script.scenes) > 0


def test_a_second_draft_keeps_what_was_decided(qtbot, window, read, tmp_path):
    session = window.session
    text = (SCRIPTS / "wechat_county.txt").read_text(encoding="utf-8-sig")
    first = tmp_path / "柳树沟一稿.txt"
    first.write_text(text, encoding="utf-8")
    read(first)
    session.take_preview()
    settled(qtbot, session)
    tree = next(one for one in session.state.script.scenes if one.place == "村口大槐树")
    session.change_scene(tree.id, needs=tree.needs[:0])
    settled(qtbot, session)
    lines = text.splitlines()
    heads = [at for at, line in enumerate(lines) if line.startswith("场")]
    changed = lines[: heads[7]] + lines[heads[8] :]
    changed[heads[5] + 1] = "△ 这一行改过了。"
    second = tmp_path / "柳树沟二稿.txt"
    second.write_text("\n".join(changed), encoding="utf-8")
    preview = read(second)
    assert preview.as_draft
    fates = preview.changes.count
    assert (fates(Fate.OMITTED), fates(Fate.NEW)) == (1, 0)
    assert fates(Fate.CHANGED) >= 1
    session.take_preview()
    settled(qtbot, session)
    script = session.state.script
    assert script.draft == 2
    kept = next(one for one in script.scenes if one.id == tree.id)
    assert kept.needs == ()
    assert kept.edited == ("needs",)


def test_a_word_told_once_is_known_in_the_next_file(qtbot, window, read, tmp_path):
    session = window.session
    one = tmp_path / "一.txt"
    one.write_text(
        "1-1 日 内 鸳鸯堂子\n林晚：到了。\n\n1-2 夜 外 码头\n林晚：走。\n", encoding="utf-8"
    )
    read(one)
    asked = [w for w in session.state.shown.warnings if w.code.startswith("place_")]
    assert [w.values["place"] for w in asked] == ["鸳鸯堂子"]
    session.learn_place("鸳鸯堂子", "teahouse")
    settled(qtbot, session)
    assert session.state.shown.scenes[0].needs[0].scene_type == "teahouse"
    session.drop_preview()
    other = tmp_path / "二.txt"
    other.write_text(
        "1-1 夜 内 鸳鸯堂子\n沈砚：坐。\n\n1-2 日 外 桥头\n沈砚：走。\n", encoding="utf-8"
    )
    assert read(other).script.scenes[0].needs[0].scene_type == "teahouse"


def test_the_breakdown_goes_out_and_comes_back(qtbot, window, read, tmp_path):
    session = window.session
    read(SCRIPTS / "noepisode_paren.txt")
    session.take_preview()
    settled(qtbot, session)
    vocabulary = load_vocabulary(ROOT / "assets" / "vocabulary")
    for ending in ("xlsx", "csv", "uss"):
        path = tmp_path / f"顺场表.{ending}"
        with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
            session.export_breakdown(path)
        back = finish(read_script(path, vocabulary))
        assert back.scenes == session.state.script.scenes
        assert back.lines == session.state.script.lines
