"""The script page: what was read can be seen, doubted and put right, and every edit undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from geo.model import DayPart, IntExt, Scene, Script, ScriptWarning
from gui.models.outline_model import OutlineModel, OutlineRole
from gui.models.paper_model import LineKind, PaperModel, PaperRole, lines_of
from gui.pages.script import ScriptPage
from gui.pages.script.dialogs import MergeDialog, SceneDialog
from tests.gui.stand_in import SCRIPT


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

    def test_lines_are_told_apart(self):
        body = (
            "人物：林湄\n△ 灯亮。\n林湄（低声）：走。\n【字幕：苏州】\n雨停了\n\n"
            "林湄\n（唱）\n楼外雨\n她走了。"
        )
        scene = Scene("1", 1, 1, None, None, "书场", cast=("林湄",), heading="1-1", body=body)
        assert [line.kind for line in lines_of(scene)] == [
            LineKind.SCENE,
            LineKind.CAST,
            LineKind.ACTION,
            LineKind.SPEECH,
            LineKind.CAPTION,
            LineKind.REST,
            LineKind.SPEAKER,
            LineKind.SPEECH,
            LineKind.SPEECH,
            LineKind.REST,
        ]

    def test_a_scene_without_needs_is_marked_in_both(self):
        paper, outline = PaperModel(), OutlineModel()
        paper.set_script(SCRIPT)
        outline.set_script(SCRIPT)
        assert [paper.heading_of(one.id).data(PaperRole.SILENT) for one in SCRIPT.scenes] == [
            False,
            False,
            True,
        ]
        assert outline.index_of("2-1").data(OutlineRole.DOUBTS) == 1
        assert outline.index_of("2-1").parent().data(OutlineRole.DOUBTS) == 1

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
    assert not page.undo_button.isEnabled()
    click(qtbot, page.editor.remove_button)
    assert len(desk.state.script.scenes) == 2
    click(qtbot, page.undo_button)
    assert desk.state.script is not None
    assert len(desk.state.script.scenes) == 3


class TestDoubts:
    def test_warnings_and_silent_scenes_are_listed(self, page):
        assert [row.doubt.scene for row in page.doubts.rows] == ["2-1", "2-1"]
        assert page.doubts.rows[0].doubt.what == "第 15 行没有场号"

    def test_looking_points_at_the_scene_and_waits_for_a_need(self, qtbot, page, desk):
        click(qtbot, page.doubts.rows[1].buttons["look"])
        assert desk.state.selection.scene == "2-1"
        pick(qtbot, page.editor.picker, "河埠")
        assert len(page.doubts.rows) == 1

    def test_right_as_it_stands(self, qtbot, page, desk):
        click(qtbot, page.doubts.rows[0].buttons["right"])
        assert desk.state.script.warnings == ()

    @pytest.mark.parametrize(
        ("code", "at", "field", "value"),
        [
            ("scene_without_time", 1, "time", DayPart.NIGHT),
            ("scene_without_side", 0, "int_ext", IntExt.INT),
        ],
    )
    def test_one_click_puts_it_right_and_one_undo_takes_it_back(
        self, qtbot, page, desk, code, at, field, value
    ):
        warned = replace(SCRIPT, warnings=(ScriptWarning(15, code, {"scene": "2-1"}),))
        desk._edit(lambda _script: warned)
        row = page.doubts.rows[0]
        click(qtbot, list(row.buttons.values())[at])
        assert getattr(scene_of(desk, "2-1"), field) == value
        assert desk.state.script.warnings == ()
        desk.undo()
        assert desk.state.script is warned

    def test_a_heading_that_is_none(self, qtbot, page, desk):
        warned = replace(SCRIPT, warnings=(ScriptWarning(15, "scene_other_style", {}),))
        desk._edit(lambda _script: warned)
        click(qtbot, page.doubts.rows[0].buttons["refuse"])
        assert [one.id for one in desk.state.script.scenes] == ["1-1", "1-2"]


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
        assert not page.go_on_button.isEnabled()
        assert not page.editor.isVisible()

    def test_two_names_of_one_set_become_one(self, qtbot, desk, shown):
        dialog = shown(MergeDialog(desk, "house"), 440, 240)
        assert dialog.keep.currentData() == "house"
        dialog.merge.setCurrentIndex(dialog.merge.findData("house"))
        assert not dialog.merge_button.isEnabled()
        dialog.merge.setCurrentIndex(dialog.merge.findData("wharf"))
        click(qtbot, dialog.merge_button)
        assert [one.scenes for one in desk.state.script.sets] == [("1-1",), ("1-2", "2-1")]


def test_everything_can_be_reached_and_has_a_name(page):
    for widget in page.findChildren(object):
        if widget.inherits("QWidget") and widget.isVisible() and widget.isEnabled():
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            kinds = ("QLineEdit", "QComboBox", "QAbstractItemView", "QAbstractButton")
            if takes and any(widget.inherits(kind) for kind in kinds):
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, widget
    assert QApplication.focusWidget() is None or QApplication.focusWidget().isVisible()
