"""The right pane: figures, flags, questions and drafts can be seen, answered and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from geo.model import DayPart, Flag, IntExt, ScriptWarning, Seconds, Tag
from gui.pages.script import ScriptPage
from gui.pages.script.draft_dialog import DraftDialog
from gui.pages.script.draft_words import page_of, side_by_side
from gui.pages.script.flag_popover import FlagDelegate, FlagRole
from gui.pages.script.flag_words import ICONS
from gui.texts import pages_text, playing_time
from gui.widgets import icons
from tests.gui.conftest import ASSETS
from tests.gui.stand_in import SCENES, SCRIPT

LEFT = Qt.MouseButton.LeftButton
FLAGGED = (
    replace(SCENES[0], flags=(Flag("rain", ("雨点",)),), screen=Seconds(60, 75, 95)),
    replace(
        SCENES[1],
        flags=(Flag("night"), Flag("crowd", ("茶客二十人",), 20)),
        screen=Seconds(55, 70, 90),
        details=(("props", "琵琶一把"), ("wardrobe", "长衫")),
    ),
    replace(SCENES[2], flags=(Flag("crowd", ("船工若干",)), Flag("rain", ("冒雨",)))),
)
RICH = replace(SCRIPT, scenes=FLAGGED, warnings=())


def asking(*warnings, **parts):
    return replace(RICH, warnings=warnings, **parts)


@pytest.fixture
def page(desk, shown):
    return shown(ScriptPage(desk))


@pytest.fixture
def show(page, desk):
    """Put a script before the page, as one edit."""

    def put(script):
        desk._edit(lambda _script: script)
        return page.understood

    return put


def scene_of(desk, scene_id):
    return next(one for one in desk.state.shown.scenes if one.id == scene_id)


def click(qtbot, widget):
    qtbot.mouseClick(widget, LEFT)


def pick(qtbot, picker, text):
    picker.setFocus()
    picker.insert(text)
    picker.textEdited.emit(picker.text())
    qtbot.keyClick(picker, Qt.Key.Key_Return)


class TestFigures:
    def test_sets_scenes_episodes_and_minutes(self, show):
        figures = show(RICH).figures
        assert [one.text() for one in figures.numbers] == ["3", "3", "2", "≈ 2–3 + ?"]

    def test_an_omitted_scene_is_not_counted(self, show):
        scenes = (*FLAGGED[:2], replace(FLAGGED[2], omitted=True))
        figures = show(replace(RICH, scenes=scenes)).figures
        assert [one.text() for one in figures.numbers][1:] == ["2", "1", "≈ 2–3"]

    def test_minutes_nobody_knows_are_not_nought(self, show):
        figures = show(replace(RICH, scenes=SCENES)).figures
        assert figures.numbers[3].text() == "–"

    def test_the_rule_opens_by_keyboard_and_esc_gives_the_focus_back(self, qtbot, show):
        figures = show(RICH).figures
        figures.rule_button.setFocus()
        qtbot.keyClick(figures.rule_button, Qt.Key.Key_Space)
        assert figures.rule.isVisible()
        qtbot.keyClick(figures.rule, Qt.Key.Key_Escape)
        assert not figures.rule.isVisible()
        assert QApplication.focusWidget() is figures.rule_button

    @pytest.mark.parametrize(
        ("eighths", "text"), [(0, "0/8"), (3, "3/8"), (8, "1"), (11, "1 3/8"), (80, "10")]
    )
    def test_pages_in_eighths(self, eighths, text):
        assert pages_text(eighths) == text

    def test_stated_lengths_are_no_estimate(self):
        stated = [replace(one, screen=Seconds(120, 120, 120)) for one in SCENES]
        assert playing_time(stated).text == "6"
        short = replace(SCENES[0], screen=Seconds(5, 6, 9))
        assert playing_time([short]).text == "< 1"


class TestFlags:
    def test_a_chip_for_each_kind_with_its_scenes(self, show):
        flags = show(RICH).flags
        assert list(flags.chips) == ["rain", "crowd", "night"]
        texts = [chip.text() for chip in flags.chips.values()]
        assert texts == ["雨 2", "群演 2 场，写明的最多 20 人", "夜戏 1"]

    def test_a_chip_lists_the_scenes_with_the_words(self, qtbot, show):
        flags = show(RICH).flags
        click(qtbot, flags.chips["crowd"])
        model = flags.popover.list.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        assert [row.data(FlagRole.WHY) for row in rows] == [
            "约 20 人 · 读到：茶客二十人",
            "读到：船工若干",
        ]
        assert rows[0].data(Qt.ItemDataRole.AccessibleTextRole).startswith("1-2 评弹书场")

    def test_enter_goes_to_the_line_that_raised_it(self, qtbot, show, desk):
        flags = show(RICH).flags
        flags.chips["rain"].setFocus()
        qtbot.keyClick(flags.chips["rain"], Qt.Key.Key_Space)
        rows = flags.popover.list
        assert QApplication.focusWidget() is rows
        qtbot.keyClick(rows, Qt.Key.Key_Return)
        assert (desk.state.selection.scene, desk.state.selection.line) == ("1-1", 5)
        assert not flags.popover.isVisible()

    def test_words_that_stand_nowhere_lead_to_the_heading(self, qtbot, show, desk):
        flags = show(RICH).flags
        flags.open("rain")
        rows = flags.popover.list
        qtbot.mouseClick(
            rows.viewport(), LEFT, pos=rows.visualRect(rows.model().index(1, 0)).center()
        )
        assert (desk.state.selection.scene, desk.state.selection.line) == ("2-1", 15)

    def test_a_wrong_flag_is_taken_off_with_its_cross_and_comes_back(self, qtbot, show, desk):
        flags = show(RICH).flags
        flags.open("crowd")
        rows = flags.popover.list
        where = rows.visualRect(rows.model().index(0, 0))
        qtbot.mouseClick(rows.viewport(), LEFT, pos=FlagDelegate.cross(QRect(where)).center())
        assert [one.code for one in scene_of(desk, "1-2").flags] == ["night"]
        assert flags.popover.isVisible()
        assert flags.chips["crowd"].text() == "群演 1"
        desk.undo()
        assert [one.code for one in scene_of(desk, "1-2").flags] == ["night", "crowd"]

    def test_delete_takes_the_last_one_off_and_the_chip_is_gone(self, qtbot, show, desk):
        flags = show(RICH).flags
        flags.open("night")
        qtbot.keyClick(flags.popover.list, Qt.Key.Key_Delete)
        assert "night" not in flags.chips
        assert not flags.popover.isVisible()

    def test_every_flag_has_its_icon_and_no_icon_is_missing(self, qapp):
        from geo.script import load_vocabulary

        assert set(load_vocabulary(ASSETS / "vocabulary").flags) == set(ICONS)
        assert all(not icons.pixmap(name).isNull() for name in ICONS.values())


class TestQuestions:
    def test_none(self, show, page):
        scenes = (*FLAGGED[:2], replace(FLAGGED[2], needs=FLAGGED[0].needs))
        questions = show(replace(RICH, scenes=scenes)).questions
        assert questions.rows == []
        assert questions._count.text() == "没有要问的"

    def test_a_text_without_headings_says_what_to_do(self, show, page):
        none = asking(ScriptWarning(0, "no_headings"), scenes=(), sets=())
        questions = show(none).questions
        assert questions.isVisible()
        assert [row.asked.code for row in questions.rows] == ["no_headings"]
        assert not page.understood.flags.isVisible()

    def test_a_line_that_looks_like_a_heading(self, qtbot, show, desk, page):
        questions = show(asking(ScriptWarning(11, "heading_like", {"line": 11}))).questions
        row = questions.rows[0]
        assert (row.asked.what, row.asked.why) == (
            "第 11 行像场景标题",
            "没有场号，暂时当作对白",
        )
        click(qtbot, row.words)
        assert page.retagger.card.isVisible()
        click(qtbot, row.buttons["yes"])
        tags = {line.number: line.tag for line in desk.state.shown.lines}
        assert tags[11] is Tag.HEADING
        desk.undo()
        click(qtbot, questions.rows[0].buttons["right"])
        assert desk.state.shown.settled == ("heading_like|11",)
        assert [one.asked.code for one in questions.rows] == [""]

    def test_two_names_of_one_set(self, qtbot, show, desk):
        values = {"keep": "garden", "merge": "house", "name": "花园", "other": "书场", "count": 2}
        questions = show(asking(ScriptWarning(3, "sets_alike", values))).questions
        click(qtbot, questions.rows[0].buttons["yes"])
        assert [one.scenes for one in desk.state.shown.sets] == [("1-1", "1-2"), ("2-1",)]

    def test_an_unknown_place_is_answered_with_a_guess(self, qtbot, show, desk, stand_in):
        values = {"scene": "2-1", "place": "河埠", "guess1": "river_wharf", "guess2": "teahouse",
                  "count": 1}  # fmt: skip
        questions = show(asking(ScriptWarning(15, "place_unknown", values))).questions
        assert list(questions.rows[0].buttons) == ["river_wharf", "teahouse", "other", "right"]
        assert len(questions.rows) == 1, "its scene is not asked about a second time"
        click(qtbot, questions.rows[0].words)
        assert (desk.state.selection.scene, desk.state.selection.line) == ("2-1", 15)
        click(qtbot, questions.rows[0].buttons["river_wharf"])
        assert ("learn_place", "河埠", "river_wharf") in stand_in.asked

    def test_an_unknown_place_is_answered_with_any_type(self, qtbot, show, stand_in):
        values = {"scene": "2-1", "place": "河埠", "count": 1}
        questions = show(asking(ScriptWarning(15, "place_guessed", values))).questions
        row = questions.rows[0]
        click(qtbot, row.buttons["other"])
        picker = QApplication.focusWidget()
        pick(qtbot, picker, "总裁")
        assert ("learn_place", "河埠", "ceo_office") in stand_in.asked

    def test_a_place_that_is_only_mentioned(self, qtbot, show, desk):
        values = {"line": 7, "word": "机场", "scene": "1-1", "code": "teahouse"}
        questions = show(asking(ScriptWarning(7, "place_mentioned", values))).questions
        click(qtbot, questions.rows[0].buttons["count"])
        assert [one.scene_type for one in scene_of(desk, "1-1").needs] == [
            "classical_garden",
            "teahouse",
        ]
        assert desk.state.shown.settled == ("place_mentioned|7",)
        desk.undo()
        click(qtbot, questions.rows[0].buttons["right"])
        assert len(scene_of(desk, "1-1").needs) == 1

    def test_a_decision_whose_ground_has_changed(self, show):
        warning = ScriptWarning(3, "decision_to_check", {"scene": "1-1", "field": "needs"})
        asked = show(asking(warning)).questions.rows[0].asked
        assert asked.what == "1-1 你定过的“要什么景”，还对吗"

    @pytest.mark.parametrize(
        ("code", "at", "field", "value"),
        [
            ("scene_without_time", 1, "time", DayPart.NIGHT),
            ("scene_without_side", 0, "int_ext", IntExt.INT),
        ],
    )
    def test_one_click_puts_it_right_and_one_undo_takes_it_back(
        self, qtbot, show, desk, code, at, field, value
    ):
        warned = asking(ScriptWarning(15, code, {"scene": "2-1"}))
        row = show(warned).questions.rows[0]
        click(qtbot, list(row.buttons.values())[at])
        assert getattr(scene_of(desk, "2-1"), field) == value
        assert desk.state.shown.warnings == ()
        desk.undo()
        assert desk.state.shown is warned

    def test_a_heading_that_is_none(self, qtbot, show, desk):
        questions = show(asking(ScriptWarning(15, "scene_other_style", {}))).questions
        click(qtbot, questions.rows[0].buttons["refuse"])
        assert [one.id for one in desk.state.shown.scenes] == ["1-1", "1-2"]

    def test_a_silent_scene_waits_for_a_need(self, qtbot, show, page, desk):
        questions = show(RICH).questions
        click(qtbot, questions.rows[0].buttons["look"])
        assert desk.state.selection.scene == "2-1"
        assert QApplication.focusWidget() is page.editor.picker
        pick(qtbot, page.editor.picker, "河埠")
        assert questions.rows == []

    def test_many_are_folded_and_all_can_be_reached_by_keyboard(self, qtbot, show):
        warnings = [ScriptWarning(15, "scene_no_number", {"line": at}) for at in range(20)]
        questions = show(asking(*warnings)).questions
        assert len(questions.rows) == 6
        assert questions.more_button.text() == "还有 15 处"
        questions.more_button.setFocus()
        qtbot.keyClick(questions.more_button, Qt.Key.Key_Space)
        assert len(questions.rows) == 21
        assert QApplication.focusWidget() is questions.rows[6].words

    def test_after_an_answer_the_next_question_has_the_focus(self, qtbot, show):
        warnings = [ScriptWarning(15, "scene_no_number", {"line": at}) for at in range(3)]
        questions = show(asking(*warnings)).questions
        button = questions.rows[1].buttons["right"]
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert QApplication.focusWidget() is questions.rows[1].words
        assert questions.rows[1].asked.what == "第 2 行没有场号"


class TestScene:
    def test_people_flags_details_and_length_stand_there(self, show, desk):
        facts = show(RICH).editor.facts
        desk.select(scene="1-2")
        assert facts.length.text() == "6/8 页 · ≈ 55–90 秒"
        assert facts.cast.count() == 1
        assert facts.flags.count() == 2
        assert [one.text() for one in facts._details] == ["道具", "琵琶一把", "服装", "长衫"]
        assert not facts.omitted.isVisible()

    def test_a_flag_is_taken_off(self, qtbot, show, desk):
        facts = show(RICH).editor.facts
        desk.select(scene="1-2")
        click(qtbot, facts.flags.itemAt(0).widget().cross)
        assert [one.code for one in scene_of(desk, "1-2").flags] == ["crowd"]

    def test_an_omitted_scene_says_so(self, show, desk):
        facts = show(replace(RICH, scenes=(replace(FLAGGED[0], omitted=True), *FLAGGED[1:])))
        desk.select(scene="1-1")
        assert facts.editor.facts.omitted.isVisible()
        assert not facts.editor.facts.length.isVisible()


@pytest.fixture
def second(page, desk, stand_in):
    """The next draft in a preview: one scene other, one gone, one new."""
    scenes = (SCENES[0], replace(SCENES[1], heading="1-2 夜 内 新书场", place="新书场"))
    lines = tuple(
        replace(line, text="1-2 夜 内 新书场") if line.number == 9 else line
        for line in SCRIPT.lines
        if line.scene != "2-1"
    )
    stand_in.script = replace(SCRIPT, scenes=scenes, lines=lines)
    desk.read(Path("一曲姑苏.txt"))
    return page.understood


class TestDrafts:
    def test_counts_and_what_is_kept(self, second):
        block = second.drafts
        counts = [block.counts.itemAt(at).widget().text() for at in range(block.counts.count())]
        assert counts == ["没变 1", "改了 0", "新增 1", "删去 2"]
        assert block.told.text() == "没变的 1 场，改过、定过的都留着。"
        assert block.choice.choice == "next"

    def test_another_project_by_keyboard(self, qtbot, second, desk):
        block = second.drafts
        button = block.choice.button("next")
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Right)
        assert not desk.state.preview.as_draft
        assert "撤销就能拿回来" in block.told.text()

    def test_without_a_present_script_there_is_nothing_to_compare(self, desk, shown):
        desk.close_script()
        desk.read(Path("另一部.txt"))
        page = shown(ScriptPage(desk))
        assert not page.understood.drafts.isVisible()

    def test_scene_by_scene(self, qtbot, second, desk, shown):
        dialog = shown(DraftDialog(desk, desk.state.preview, desk.state.script), 1080, 640)
        rows = range(dialog.model.rowCount())
        assert [dialog.model.index(row, 0).data() for row in rows] == ["新增", "删去", "删去"]
        assert "新书场" in dialog.text.toPlainText()
        qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
        assert "评弹书场" in dialog.text.toPlainText()
        click(qtbot, dialog.filter.button("all"))
        assert dialog.model.rowCount() == 4

    def test_lines_stand_against_each_other(self):
        pairs = side_by_side(["一", "二", "三"], ["一", "二改", "三", "四"])
        assert pairs == [("一", "一"), ("二", "二改"), ("三", "三"), (None, "四")]
        page = page_of(pairs)
        assert page.count("−") == 1
        assert page.count("+ ") == 2
        assert "<u>改</u>" in page

    def test_text_of_a_script_is_no_markup(self):
        assert "<b>" not in page_of(side_by_side(["<b>甲</b>"], ["<b>乙</b>"]))
