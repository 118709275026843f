"""One thing found among many by typing a part of any of its names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label
from gui.widgets.share_bar import Share, ShareBar
from gui.widgets.word_picker import Choice, WordPicker


@pytest.fixture
def picker(qtbot):
    made = WordPicker()
    made.set_choices(
        [
            Choice("ceo_office", "总裁办公室", "CEO office 董事长室"),
            Choice("office", "办公室", "Office"),
            Choice("teahouse", "茶馆", "Teahouse"),
        ]
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def told(picker):
    keys = []
    picker.picked.connect(keys.append)
    return keys


def test_enter_takes_the_best_match(qtbot, picker):
    keys = told(picker)
    qtbot.keyClicks(picker, "OFFICE")
    assert picker.found == 2
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert keys == ["ceo_office"]
    assert picker.text() == ""


def test_arrows_choose_another(qtbot, picker):
    keys = told(picker)
    qtbot.keyClicks(picker, "office")
    popup = picker._list
    for _ in range(2):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert keys == ["office"]


def test_down_opens_the_whole_list(qtbot, picker):
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert picker._list.isVisible()
    assert picker.found == 3


def test_a_click_takes_it(qtbot, picker):
    keys = told(picker)
    qtbot.keyClicks(picker, "tea")
    popup = picker._list
    where = popup.visualRect(popup.model().index(0, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert keys == ["teahouse"]


def test_nonsense_takes_nothing(qtbot, picker):
    keys = told(picker)
    qtbot.keyClicks(picker, "zzz")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert keys == []


def test_a_kept_choice_stays_written(qtbot, picker):
    picker.show_key("teahouse")
    assert picker.text() == "茶馆"
    picker.show_key(None)
    assert picker.text() == ""
    assert picker.text_of("nobody") == ""


def test_words_flow_into_as_many_lines_as_they_need(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, gap=4)
    for word in ("古典园林", "茶馆", "河埠码头", "总裁办公室"):
        layout.addWidget(label(word, chip="need"))
    with qtbot.waitExposed(holder):
        holder.show()
    wide, narrow = layout.heightForWidth(2000), layout.heightForWidth(120)
    assert layout.hasHeightForWidth()
    assert narrow > 2 * wide
    layout.clear()
    assert layout.count() == 0
    assert layout.takeAt(0) is None


def test_a_bar_tells_its_counts(qtbot):
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.set_shares([Share("内", 2, "ink2"), Share("外", 0, "off"), Share("内外", 1, "line")])
    assert bar.accessibleName() == "内 2 · 内外 1"
    bar.resize(90, 10)
    image = bar.grab().toImage()
    colours = {image.pixelColor(x, 5).name() for x in range(90)}
    assert len(colours) >= 2
