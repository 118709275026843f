"""Own rates: typed, kept, put back; the road table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from geo.model import OwnRate, Reason, Refused
from gui.pages.bureau.rates_dialog import RatesDialog, open_rates, unpriced_lines
from gui.settings import Settings
from gui.widgets.dialog_memory import DialogMemory


@pytest.fixture
def dialog(desk, shown):
    return shown(RatesDialog(desk), 820, 640)


def write(qtbot, field, text):
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, text)


def test_every_line_says_how_it_is_charged(dialog):
    assert dialog.rows["generator"].unit.text() == "元/天"
    assert dialog.rows["parking"].unit.text() == "元/车天"
    assert dialog.rows["tax_points"].unit.text() == "%"
    assert "全部费用" in dialog.rows["tax_points"].how.text()
    assert dialog.rows["generator"].value.text() == "", "unknown, never 0"


def test_typing_prices_again_after_a_pause(qtbot, dialog, desk, stand_in):
    before = stand_in.count("rank")
    write(qtbot, dialog.rows["generator"].value, "1500")
    assert stand_in.rates == {}
    qtbot.waitUntil(lambda: "generator" in stand_in.rates)
    assert desk.state.own_rates == (OwnRate("generator", 1500.0, "", "2026-03-08"),)
    assert stand_in.count("rank") == before + 1


def test_enter_tells_at_once_with_who_said_it(qtbot, dialog, stand_in):
    row = dialog.rows["parking"]
    write(qtbot, row.value, "30")
    qtbot.keyClick(row.value, Qt.Key.Key_Return)
    write(qtbot, row.who, "Lao Zhou")
    qtbot.keyClick(row.who, Qt.Key.Key_Return)
    assert stand_in.rates["parking"] == OwnRate("parking", 30.0, "Lao Zhou", "2026-03-08")
    assert dialog.isVisible(), "Enter in a field presses no button"


def test_one_click_puts_it_back(qtbot, dialog, desk, stand_in):
    desk.set_rate("generator", 1500.0, "老周", "2025-01-02")
    row = dialog.rows["generator"]
    write(qtbot, row.value, "2000")
    qtbot.keyClick(row.value, Qt.Key.Key_Return)
    dialog.changed_strip.chosen.emit("back")
    assert stand_in.rates["generator"] == OwnRate("generator", 1500.0, "老周", "2025-01-02")
    assert row.value.text() == "1,500"
    assert not dialog.changed_strip.isVisible()


def test_a_rate_is_forgotten(qtbot, dialog, desk, stand_in):
    desk.set_rate("generator", 1500.0)
    dialog.rows["generator"].clear_button.click()
    assert stand_in.rates == {}
    assert not dialog.rows["generator"].clear_button.isVisible()
    dialog.undo()
    assert stand_in.rates["generator"].value == 1500.0


@pytest.mark.parametrize(("code", "text"), [("generator", "abc"), ("tax_points", "600")])
def test_nonsense_is_told_beside_the_field(qtbot, dialog, stand_in, code, text):
    row = dialog.rows[code]
    write(qtbot, row.value, text)
    qtbot.keyClick(row.value, Qt.Key.Key_Return)
    assert stand_in.rates == {}
    assert "没有记下" in row.how.text()
    write(qtbot, row.value, "6")
    qtbot.keyClick(row.value, Qt.Key.Key_Return)
    assert stand_in.rates[code].value == 6.0
    assert "没有记下" not in row.how.text()


def test_what_this_project_lacks_is_marked_and_sifted(qtbot, dialog, desk):
    ranking = desk.state.ranking
    cost = ranking.cities[0].cost
    lines = (replace(cost.lines[0], code="generator"), cost.lines[1])
    cities = tuple(replace(one, cost=replace(cost, lines=lines)) for one in ranking.cities)
    desk.put(ranking=replace(ranking, cities=cities))
    assert unpriced_lines(desk.state) == {"generator"}
    assert dialog.rows["generator"].chip.isVisible()
    qtbot.mouseClick(dialog.which.button("unpriced"), Qt.MouseButton.LeftButton)
    shown = [code for code, row in dialog.rows.items() if row.isVisible()]
    assert shown == ["generator"]
    qtbot.mouseClick(dialog.which.button("filled"), Qt.MouseButton.LeftButton)
    assert dialog.empty.isVisible()


def test_what_is_half_typed_counts_when_the_window_goes(qtbot, dialog, stand_in):
    write(qtbot, dialog.rows["generator"].value, "900")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert stand_in.rates["generator"].value == 900.0


def test_it_opens_at_the_line_asked_for(qtbot, desk, shown):
    home = shown(RatesDialog(desk), 600, 400)
    dialog = open_rates(desk, home, "parking")
    qtbot.waitUntil(dialog.rows["parking"].value.hasFocus)
    dialog.accept()


def test_a_road_table_is_taken_counted_and_removed(dialog, stand_in, monkeypatch, tmp_path):
    assert not dialog.roads.remove_button.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "a.csv"), ""))
    dialog.roads.choose_button.click()
    assert "12 对" in dialog.roads._told.text()
    dialog.roads.remove_button.click()
    assert stand_in.roads == 0
    assert not dialog.roads.remove_button.isVisible()


def test_a_table_that_cannot_be_read_says_so(dialog, desk):
    desk.take_roads(Path("bad.csv"))
    assert dialog.strip.isVisible()
    assert "bad.csv" in dialog.strip.accessibleName()
    desk.take_roads(Path("good.csv"))
    assert not dialog.strip.isVisible()


def test_lines_of_a_file_that_were_refused_are_told(dialog, desk, stand_in):
    stand_in.refused = (Refused("roads.csv", 3, "", Reason("fit_direct", {"count": 2})),)
    desk.load_rates()
    assert dialog.roads.refused.text() == "roads.csv 第 3 行 可拍 2 场"


def test_its_size_is_remembered(qtbot, desk, shown, tmp_path):
    settings = Settings(tmp_path / "window.ini")
    home = QWidget()
    DialogMemory(settings, home)
    shown(home, 1200, 900)
    first = open_rates(desk, home)
    first.resize(700, 500)
    first.accept()
    second = open_rates(desk, home)
    assert second is not first
    assert (second.width(), second.height()) == (700, 500)
    second.accept()
