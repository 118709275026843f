"""A pasted request: read while it is typed, confirmed part by part, then the places are sought."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QToolButton

from geo.model import Need
from gui.pages.script.request_dialog import RequestDialog
from gui.session import Session
from gui.task import InstantPool
from tests.gui.conftest import ASSETS

LEFT = Qt.MouseButton.LeftButton
TEXT = "茶馆，3.8 开始，45 人左右，3 千/天，随便"


@pytest.fixture
def fresh(stand_in, tmp_path, qapp):
    """A session without a script."""
    session = Session(stand_in, ASSETS, tmp_path, pool=InstantPool())
    session.open()
    yield session
    session.close()


@pytest.fixture
def dialog(fresh, shown):
    return shown(RequestDialog(fresh), 920, 560)


def paste(qtbot, dialog, text):
    dialog.text.setPlainText(text)
    qtbot.waitUntil(lambda: bool(dialog.rows))


def row_of(dialog, key):
    return next(row for row in dialog.rows if row.key[0] == key)


def test_nothing_pasted_says_what_will_come(dialog):
    assert dialog.rows == []
    assert dialog.empty.isVisible()
    assert not dialog.start_button.isEnabled()


def test_it_is_read_while_it_is_typed(qtbot, dialog):
    paste(qtbot, dialog, TEXT)
    assert [row.key[0] for row in dialog.rows] == ["place", "crew_size", "start_date", "price_cap"]
    assert dialog.unread.itemAt(0).widget().text() == "随便"
    assert dialog.start_button.isEnabled()


def test_what_is_confirmed_becomes_script_and_facts(qtbot, dialog, fresh):
    paste(qtbot, dialog, TEXT)
    row_of(dialog, "crew_size").field.setValue(60)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.place for one in fresh.state.script.scenes] == ["茶馆"]
    assert fresh.state.script.scenes[0].needs == (Need("teahouse", 0.9, ("茶馆",)),)
    assert fresh.state.facts.values == {"crew.size": 60}
    assert not dialog.isVisible()


def test_what_is_not_ticked_is_left_out_and_stays_so(qtbot, dialog):
    paste(qtbot, dialog, TEXT)
    box = row_of(dialog, "crew_size").box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert "crew_size" not in {part.key for part in dialog.confirmed().parts}
    dialog.text.setPlainText(TEXT + "。")
    dialog.read()
    assert not row_of(dialog, "crew_size").box.isChecked()


def test_dates_prices_and_units_are_put_right(qtbot, dialog):
    paste(qtbot, dialog, "茶馆，3.8，两万以内")
    row_of(dialog, "start_date").field.setDate(QDate(2027, 3, 9))
    price = row_of(dialog, "price_cap")
    assert price.part().unit == "", "nobody said by what"
    price._unit.setCurrentIndex(price._unit.findData("total"))
    price.field.setValue(18_000)
    told = {part.key: (part.value, part.unit) for part in dialog.confirmed().parts}
    assert told["start_date"] == ("2027-03-09", "")
    assert told["price_cap"] == (18_000, "total")


def test_a_place_nobody_knows_is_given_a_type(qtbot, dialog):
    paste(qtbot, dialog, "怪地方")
    assert not dialog.start_button.isEnabled()
    row = row_of(dialog, "place")
    row.picker.setFocus()
    row.picker.insert("园林")
    row.picker.textEdited.emit("园林")
    qtbot.keyClick(row.picker, Qt.Key.Key_Return)
    assert row.part().needs == (Need("classical_garden", 1.0),)
    assert dialog.start_button.isEnabled()
    qtbot.mouseClick(row.chips.itemAt(0).widget().findChild(QToolButton), LEFT)
    assert row.part().needs == ()


def test_a_place_typed_over_is_read_again(qtbot, dialog):
    paste(qtbot, dialog, "怪地方")
    row = row_of(dialog, "place")
    row.field.setText("老茶馆")
    row.field.editingFinished.emit()
    assert [need.scene_type for need in row.part().needs] == ["teahouse"]


def test_with_a_project_it_says_that_undo_brings_it_back(qtbot, desk, shown):
    dialog = shown(RequestDialog(desk), 920, 560)
    paste(qtbot, dialog, TEXT)
    assert "《一曲姑苏》" in dialog.told.text()
    qtbot.mouseClick(dialog.start_button, LEFT)
    assert desk.state.script.title == "微信需求"
    desk.undo()
    assert desk.state.script.title == "一曲姑苏"
