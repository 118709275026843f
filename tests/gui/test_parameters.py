"""Parameters of the uplift model: edited, refused beside the field, put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.pages.bureau.parameters_dialog import ParametersDialog, open_parameters


@pytest.fixture
def dialog(desk, shown):
    return shown(ParametersDialog(desk), 820, 680)


def write(qtbot, field, text):
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_each_says_how_strong_it_is(dialog):
    assert dialog.rows["visits_per_play"].strength.text() == "依据：弱"
    assert dialog.rows["half_life"].strength.text() == "只是假设"
    assert dialog.rows["visits_per_play"].fields["median"].text() == "2e-05"


def test_a_change_ranks_again_and_is_marked(qtbot, dialog, desk, stand_in):
    before = stand_in.count("rank")
    write(qtbot, dialog.who, "Lu")
    row = dialog.rows["half_life"]
    assert not row.edited.isVisible()
    write(qtbot, row.fields["months"], "6")
    assert desk.state.parameters[1].values == {"months": 6.0}
    assert stand_in.count("rank") == before + 1
    assert row.edited.text() == "改过：Lu · 2026-03-08"
    row.restore_button.click()
    assert desk.state.parameters[1].values == {"months": 4.0}
    assert not row.edited.isVisible()


def test_nobody_named_is_nobody_shown(qtbot, dialog):
    row = dialog.rows["half_life"]
    write(qtbot, row.fields["months"], "6")
    assert row.edited.text() == "改过：2026-03-08"


def test_nonsense_is_told_beside_the_field(qtbot, dialog, desk):
    row = dialog.rows["half_life"]
    write(qtbot, row.fields["months"], "soon")
    assert row.wrong.isVisible()
    assert desk.state.parameters[1].values == {"months": 4.0}


def test_what_the_model_refuses_is_told_beside_the_field(qtbot, dialog, desk):
    row = dialog.rows["half_life"]
    write(qtbot, row.fields["months"], "-1")
    assert row.wrong.isVisible()
    assert desk.state.parameters[1].values == {"months": 4.0}
    write(qtbot, row.fields["months"], "5")
    assert not row.wrong.isVisible()


def test_a_value_left_alone_keeps_all_its_digits(qtbot, dialog, desk):
    row = dialog.rows["visits_per_play"]
    write(qtbot, row.fields["log_sd"], "1.5")
    assert desk.state.parameters[0].values == {"median": 2e-5, "log_sd": 1.5}


def test_the_source_opens(qtbot, dialog):
    row = dialog.rows["visits_per_play"]
    row.source_button.click()
    assert row.popover.isVisible()
    qtbot.keyClick(row.popover, Qt.Key.Key_Escape)
    assert not row.popover.isVisible()


def test_english(dialog, desk):
    desk.set_language("en")
    assert dialog.rows["visits_per_play"].why.text() == "four numbers"


def test_one_window(desk, shown):
    home = shown(ParametersDialog(desk), 600, 400)
    first = open_parameters(desk, home)
    assert open_parameters(desk, home) is first
    first.accept()
