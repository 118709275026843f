"""Editors of facts that are several things at once, and of every type a fact may have."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from geo.model import FactField, FactOption
from gui.pages.fact_fields import make_editor
from gui.widgets.word_picker import Choice

CITIES = (Choice("苏州市", "苏州市"), Choice("瓯海区", "瓯海区", "瓯海区 温州市"))
OPTIONS = (FactOption("red", "革命", "Revolution"), FactOption("youth", "青春", "Youth"))


@pytest.fixture
def made(qtbot, shown):
    def make(kind, *, options=(), unit="", lang="zh"):
        field = FactField("work.x", kind, "work", "某项", "Something", unit, options)
        editor = make_editor(field, lang, CITIES)
        told = []
        editor.said.connect(told.append)
        return shown(editor, 400, 120), told

    return make


class TestTags:
    def test_ticks_are_told_and_none_ticked_is_unknown(self, qtbot, made):
        editor, told = made("tags", options=OPTIONS)
        editor.show_value(None)
        qtbot.mouseClick(editor.boxes["youth"], Qt.MouseButton.LeftButton)
        assert told[-1] == ("youth",)
        qtbot.mouseClick(editor.boxes["youth"], Qt.MouseButton.LeftButton)
        assert told[-1] is None

    def test_none_of_them_is_an_answer(self, qtbot, made):
        editor, told = made("tags", options=OPTIONS)
        editor.show_value(("red",))
        editor.none.click()
        assert told[-1] == ()
        assert not editor.boxes["red"].isChecked()
        editor.show_value(())
        assert editor.none.isChecked()
        editor.none.click()
        assert told[-1] is None

    def test_what_the_form_does_not_offer_is_kept(self, qtbot, made):
        editor, told = made("tags", options=OPTIONS)
        editor.show_value(("法治",))
        editor.boxes["red"].click()
        assert told[-1] == ("red", "法治")

    def test_one_word_alone_is_shown_too(self, made):
        editor, _ = made("tags", options=OPTIONS, lang="en")
        editor.show_value("red")
        assert editor.boxes["red"].isChecked()
        assert editor.boxes["red"].text() == "Revolution"


def test_words_of_ones_own(qtbot, made):
    editor, told = made("tags")
    editor.edit.clearFocus()
    editor.show_value(("央视",))
    assert editor.edit.text() == "央视"
    editor.edit.setText("央视、 卫视,央视")
    editor.edit.editingFinished.emit()
    assert told == [("央视", "卫视")]
    editor.edit.setText("")
    editor.edit.editingFinished.emit()
    assert told[-1] is None


def test_places_are_added_and_taken_out(made):
    editor, told = made("places")
    editor.show_value(("苏州市",))
    editor.picker.picked.emit("瓯海区")
    assert told == [("苏州市", "瓯海区")]
    editor.show_value(told[-1])
    editor.picker.picked.emit("瓯海区")
    assert len(told) == 1, "a place stands once"
    editor.chips["苏州市"].cross.click()
    assert told[-1] == ("瓯海区",)
    editor.show_value(("瓯海区",))
    editor.chips["瓯海区"].cross.click()
    assert told[-1] is None


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", "20", 200_000.0),
        ("share", "80", 0.8),
        ("number", "7", 7.0),
        ("int", "7", 7),
        ("date", "2026-03-08", date(2026, 3, 8)),
        ("text", "某计划", "某计划"),
    ],
)
def test_lines_are_read_by_their_type(made, kind, text, value):
    editor, told = made(kind)
    editor.edit.setText(text)
    editor.edit.editingFinished.emit()
    assert told == [value]


@pytest.mark.parametrize("kind", ["choice", "level"])
def test_levels_are_chosen(made, kind):
    editor, told = made(kind, options=OPTIONS)
    editor.box.setCurrentIndex(2)
    editor.box.activated.emit(2)
    assert told == ["youth"]


@pytest.mark.parametrize("kind", ["city", "place"])
def test_one_place_is_picked(made, kind):
    editor, told = made(kind)
    editor.picker.picked.emit("瓯海区")
    assert told == ["瓯海区"]
