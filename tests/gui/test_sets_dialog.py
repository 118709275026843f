"""The table of sets: joined, parted, called otherwise, and all of it undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLineEdit

from gui.pages.script.sets_dialog import SetsDialog

LEFT = Qt.MouseButton.LeftButton
ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def dialog(desk, shown):
    return shown(SetsDialog(desk, "house"), 760, 560)


def rows(dialog):
    model = dialog.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def select(dialog, *indexes):
    dialog.table.selectionModel().clearSelection()
    for index in indexes:
        dialog.table.selectionModel().select(index, ADD)


def names(desk):
    return [one.name for one in desk.state.script.sets]


def test_sets_with_their_scenes_sides_times_and_pages(dialog):
    assert rows(dialog) == [
        ["沈家花园", "1", "外 1", "日 1", "1"],
        ["评弹书场", "1", "内 1", "夜 1", "6/8"],
        ["河埠", "1", "外 1", "晨 1", "4/8"],
    ]
    below = dialog.model.index(0, 0)
    assert dialog.model.index(0, 0, below).data() == "1-1  沈家花园"
    assert dialog.table.currentIndex().data() == "评弹书场"


def test_several_become_one_by_key_and_one_undo_parts_them(qtbot, dialog, desk):
    assert not dialog.merge_button.isEnabled()
    select(dialog, *(dialog.model.index(row, 0) for row in range(3)))
    assert dialog._told.text() == "合并后叫“沈家花园”，共 3 场。随时能撤销。"
    qtbot.keyClick(dialog, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert [one.scenes for one in desk.state.script.sets] == [("1-1", "1-2", "2-1")]
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(desk) == ["沈家花园", "评弹书场", "河埠"]
    assert len(rows(dialog)) == 3


def test_a_scene_is_parted_from_its_set(qtbot, dialog, desk):
    desk.merge_sets("garden", "house")
    home = dialog.model.index(0, 0)
    select(dialog, dialog.model.index(1, 0, home))
    qtbot.mouseClick(dialog.split_button, LEFT)
    assert [one.scenes for one in desk.state.script.sets] == [("1-1",), ("1-2",), ("2-1",)]


def test_all_scenes_of_a_set_cannot_be_parted_from_it(dialog):
    home = dialog.model.index(0, 0)
    select(dialog, dialog.model.index(0, 0, home))
    assert not dialog.split_button.isEnabled()


def test_another_name_is_typed_over_the_old_one(qtbot, dialog, desk):
    qtbot.mouseClick(dialog.rename_button, LEFT)
    field = dialog.table.findChild(QLineEdit)
    field.setText(" 书场 ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(desk) == ["沈家花园", "书场", "河埠"])
    desk.undo()
    assert names(desk) == ["沈家花园", "评弹书场", "河埠"]


def test_an_empty_name_is_not_taken(qtbot, dialog, desk):
    qtbot.mouseClick(dialog.rename_button, LEFT)
    field = dialog.table.findChild(QLineEdit)
    field.setText("  ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert names(desk) == ["沈家花园", "评弹书场", "河埠"]
    assert rows(dialog)[1][0] == "评弹书场"


def test_a_closed_table_hears_no_more(dialog, desk):
    dialog.accept()
    desk.merge_sets("garden", "house")
    assert len(rows(dialog)) == 3
