"""The script page: what was read can be seen, doubted and put right, and every edit undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from geo.model import IntExt, Scene, Script, ScriptWarning, Tag
from gui.models.outline_model import OutlineModel, OutlineRole
from gui.models.paper_model import PaperModel, PaperRole
from gui.pages.script import ScriptPage
from gui.pages.script.dialogs import SceneDialog
from tests.gui.stand_in import SCRIPT, retagged

DOUBTED = ScriptWarning(11, "heading_like", {"line": 11})


@pytest.fixture
def page(desk, shown):
    return shown(ScriptPage(desk))


def scene_of(desk, scene_id):
    return next(one for one in desk.state.script.scenes if one.id == scene_id)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def pick(qtbot, picker, text):
    """Type a part of a name (an input method inserts Han characters) and press Enter."""
    picker.setFocus()
    picker.insert(text)
    picker.textEdited.emit(picker.text())
    qtbot.keyClick(picker, Qt.Key.Key_Return)


class TestModels:
    def test_both_models_are_sound(self, qtmodeltester):
        paper, outline = PaperModel(), OutlineModel()
        for model in (paper, outline):
            model.set_script(SCRIPT)
            qtmodeltester.check(model)

    def test_the_whole_text_stands_there_as_it_was_read(self):
        paper = PaperModel()
        paper.set_script(SCRIPT)
        rows = [paper.index(row) for row in range(paper.rowCount())]
        wanted = [line for line in SCRIPT.lines if line.tag is not Tag.BLANK]
        assert [one.data(PaperRole.NUMBER) for one in rows] == [line.number for line in wanted]
        assert [one.data(PaperRole.TAG) for one in rows] == [line.tag for line in wanted]
        assert [one.data() for one in rows] == [line.text for line in wanted]
        assert rows[0].data(Qt.ItemDataRole.AccessibleTextRole) == "前文 一曲姑苏"
        assert paper.index_of(8).row() == -1
        assert paper.index_of(9).data() == "1-2 夜 内 评弹书场"

    def test_a_scene_told_by_hand_or_omitted_stands_after_the_one_before_it(self):
        by_hand = Scene("h", 1, None, None, None, "码头", by_hand=True)
        gone = Scene("g", 1, 3, None, None, "水榭", heading="1-3 省略", omitted=True)
        first, second, third = SCRIPT.scenes
        paper = PaperModel()
        paper.set_script(replace(SCRIPT, scenes=(by_hand, first, second, gone, third)))
        texts = [paper.index(row).data() for row in range(paper.rowCount())]
        assert texts.index("码头") == texts.index("1-1 日 外 沈家花园") - 1
        assert texts.index("1-3 省略") == texts.index("第二集") - 1
        assert paper.heading_of("h").data(PaperRole.NUMBER) == 0
        paper.set_script(replace(SCRIPT, lines=(), scenes=(by_hand,)))
        assert [paper.index(row).data() for row in range(paper.rowCount())] == ["码头"]

    def test_a_scene_without_needs_is_marked_in_both(self):
        paper, outline = PaperModel(), OutlineModel()
        paper.set_script(SCRIPT)
        outline.set_script(SCRIPT)
        assert [paper.heading_of(one.id).data(PaperRole.DOUBT) for one in SCRIPT.scenes] == [
            "",
            "",
            "silent",
        ]
        # the warning in line 15 speaks of the same scene: one needs nothing, one has no number
        assert outline.index_of("2-1").data(OutlineRole.DOUBTS) == 2
        assert outline.index_of("2-1").parent().data(OutlineRole.DOUBTS) == 2
        assert outline.index_of("2-1").parent().data(OutlineRole.LABEL) == "2 处"
        assert outline.index_of("1-1").parent().data(OutlineRole.LABEL) == ""

    def test_a_line_that_may_be_a_heading_stands_under_its_scene(self):
        outline = OutlineModel()
        outline.set_script(replace(SCRIPT, warnings=(DOUBTED,)))
        index = outline.index_of("1-2", 11)
        assert (index.data(), index.data(OutlineRole.LABEL)) == ("沈家大厅 夜 内", "?")
        assert index.data(OutlineRole.LINE) == 11
        assert index.parent() == outline.index_of("1-2").parent()
        assert index.row() == outline.index_of("1-2").row() + 1
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "第 11 行像场景标题：沈家大厅 夜 内"

    def test_a_script_without_episodes_is_one_list(self):
        outline = OutlineModel()
        flat = tuple(replace(one, episode=None) for one in SCRIPT.scenes)
        outline.set_script(replace(SCRIPT, scenes=flat))
        assert outline.rowCount() == 3
        outline.set_script(None)
        assert outline.rowCount() == 0

    def test_new_needs_keep_the_place_on_the_page(self, qtbot):
        paper = PaperModel()
        paper.set_script(SCRIPT)
        with qtbot.assertNotEmitted(paper.modelReset), qtbot.waitSignal(paper.dataChanged):
            paper.set_script(replace(SCRIPT, scenes=tuple(
                replace(one, needs=()) for one in SCRIPT.scenes)))  # fmt: skip
        with qtbot.assertNotEmitted(paper.modelReset), qtbot.waitSignal(paper.dataChanged):
            paper.set_script(retagged(SCRIPT, {11: Tag.HEADING}))
        assert paper.index_of(11).data(PaperRole.TAG) == Tag.HEADING
        with qtbot.waitSignal(paper.modelReset):
            paper.set_script(Script("", ()))


def test_the_first_scene_is_pointed_at(page):
    assert page.editor.isVisible()
    assert page.editor.place.text() == "沈家花园"
    assert page.outline.currentIndex().data(OutlineRole.SCENE) == "1-1"


def test_a_click_on_the_paper_shows_its_scene_everywhere(qtbot, page, desk):
    row = page.paper.visualRect(page.paper_model.heading_of("1-2"))
    qtbot.mouseClick(page.paper.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert desk.state.selection.scene == "1-2"
    assert page.editor.place.text() == "评弹书场"
    assert page.outline.currentIndex().data(OutlineRole.SCENE) == "1-2"
    assert page.paper.drawer.scene == "1-2"


def test_arrows_in_the_outline_move_the_paper(qtbot, page, desk):
    page.outline.setFocus()
    qtbot.keyClick(page.outline, Qt.Key.Key_Down)
    assert desk.state.selection.scene == "1-2"
    assert page.paper.currentIndex().data(PaperRole.SCENE) == "1-2"


def test_a_need_is_added_by_typing_a_part_of_its_name_and_dropped(qtbot, page, desk):
    pick(qtbot, page.editor.picker, "总裁")
    assert [need.scene_type for need in scene_of(desk, "1-1").needs] == [
        "classical_garden",
        "ceo_office",
    ]
    chips = [page.editor.chips.itemAt(at).widget() for at in range(page.editor.chips.count())]
    click(qtbot, chips[0].cross)
    assert [need.scene_type for need in scene_of(desk, "1-1").needs] == ["ceo_office"]
    desk.undo()
    desk.undo()
    assert scene_of(desk, "1-1") == SCRIPT.scenes[0]


def test_the_same_need_twice_is_one(qtbot, page, desk):
    pick(qtbot, page.editor.picker, "garden")
    assert len(scene_of(desk, "1-1").needs) == 1


def test_side_time_place_and_era_are_put_right(qtbot, page, desk):
    click(qtbot, page.editor.side.button("INT"))
    click(qtbot, page.editor.time.button("unknown"))
    page.editor.place.setText("水榭")
    page.editor.place.editingFinished.emit()
    at = page.editor.era.findData("contemporary")
    page.editor.era.setCurrentIndex(at)
    page.editor.era.activated.emit(at)
    scene = scene_of(desk, "1-1")
    assert (scene.int_ext, scene.time, scene.place, scene.era) == (
        IntExt.INT,
        None,
        "水榭",
        "contemporary",
    )


def test_undo_stands_under_the_list(qtbot, page, desk):
    assert not page.foot.undo_button.isEnabled()
    click(qtbot, page.editor.remove_button)
    assert len(desk.state.script.scenes) == 2
    click(qtbot, page.foot.undo_button)
    assert desk.state.script is not None
    assert len(desk.state.script.scenes) == 3


class TestByHand:
    def test_a_scene_needs_a_place_and_brings_its_type(self, qtbot, desk, shown):
        dialog = shown(SceneDialog(desk), 480, 320)
        assert not dialog.add_button.isEnabled()
        pick(qtbot, dialog.picker, "茶馆")
        assert dialog.place.text() == "茶馆"
        click(qtbot, dialog.side.button("INT"))
        click(qtbot, dialog.add_button)
        new = desk.state.script.scenes[-1]
        assert (new.place, new.int_ext, new.time, new.by_hand) == ("茶馆", IntExt.INT, None, True)
        assert [need.scene_type for need in new.needs] == ["teahouse"]
        assert desk.state.selection.scene == new.id

    def test_an_empty_script_says_what_to_do(self, qtbot, page, desk):
        desk.start_by_hand("新片")
        qtbot.waitUntil(page.empty.isVisible)
        assert not page.foot.go_on_button.isEnabled()
        assert not page.editor.isVisible()


def test_everything_can_be_reached_and_has_a_name(page):
    for widget in page.findChildren(object):
        if widget.inherits("QWidget") and widget.isVisible() and widget.isEnabled():
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            kinds = ("QLineEdit", "QComboBox", "QAbstractItemView", "QAbstractButton")
            if takes and any(widget.inherits(kind) for kind in kinds):
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, widget
    assert QApplication.focusWidget() is None or QApplication.focusWidget().isVisible()
