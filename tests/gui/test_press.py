"""A press claim typed or tried: the verdict in words, and its picture."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from geo.errors import FactsError
from geo.model import PressClaim
from gui import theme
from gui.pages.bureau.press_dialog import PressDialog, open_press_check
from gui.widgets.growth_line import GrowthLine, GrowthPicture, percent

JUNE = PressClaim("平潭", "B", date(2024, 6, 1), date(2024, 6, 30), 0.134)


@pytest.fixture
def dialog(desk, shown):
    return shown(PressDialog(desk), 960, 560)


def fill(dialog, **texts):
    form = dialog.form
    form.show_claim(JUNE)
    for name, text in texts.items():
        getattr(form, name).setText(text)


def test_before_anything_is_checked_it_says_why_one_would(dialog):
    assert dialog.empty.isVisible()
    assert not dialog.verdict.isVisible()


def test_an_example_is_tried_with_one_click(qtbot, dialog, stand_in, desk):
    qtbot.mouseClick(dialog.examples[0], Qt.MouseButton.LeftButton)
    assert stand_in.claims_asked[-1] == ("check_claim", JUNE)
    assert desk.state.checked.claim == JUNE
    assert dialog.verdict.chip.text() == "分不清"
    assert "平潭" in dialog.verdict._about.text()


def test_what_is_typed_is_checked(qtbot, dialog, stand_in):
    fill(dialog, place="武义", market="15.1%", release="2024/4/20")
    qtbot.keyClick(dialog.form.growth, Qt.Key.Key_Return)
    claim = stand_in.claims_asked[-1][1]
    assert (claim.place, claim.market, claim.release) == ("武义", 0.151, date(2024, 4, 20))
    assert dialog.verdict.chip.text() == "没跑赢大盘"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("place", " "),
        ("start", "六月"),
        ("end", ""),
        ("end", "2024-05-01"),
        ("growth", "翻番"),
        ("growth", "-100"),
        ("release", "去年"),
        ("market", "好多"),
    ],
)
def test_what_is_missing_or_unreadable_is_told(dialog, stand_in, field, text):
    fill(dialog, **{field: text})
    dialog.check_button.click()
    assert stand_in.claims_asked == []
    assert dialog.form.missing.text()
    assert getattr(dialog.form, field).property("wrong") == "true"


def test_the_size_must_be_said(dialog, stand_in):
    fill(dialog)
    dialog.form.scale.choose(None)
    dialog.check()
    assert stand_in.claims_asked == []
    assert "景点" in dialog.form.missing.text()


def test_a_place_of_the_catalogue_brings_its_size(dialog):
    dialog.form.place.picked.emit("site:tongli")
    assert dialog.form.scale.choice == "A"


def test_what_the_check_refuses_is_told(dialog, stand_in, monkeypatch):
    def refuse(ws, claim):
        raise FactsError("script_empty", name="x")

    monkeypatch.setattr(stand_in, "check_claim", refuse)
    fill(dialog)
    dialog.check()
    assert dialog.strip.isVisible()
    assert dialog.empty.isVisible()


def test_the_verdict_is_said_again_in_english(dialog, desk):
    dialog.show_claim(JUNE)
    desk.set_language("en")
    assert dialog.verdict.sentence.text() == "claim_told"


def test_one_window(desk, shown):
    home = shown(PressDialog(desk), 600, 400)
    first = open_press_check(desk, home)
    assert open_press_check(desk, home) is first
    first.accept()


class TestPicture:
    def test_growths_are_written_with_their_sign(self):
        assert percent(0.134) == "+13.4%"
        assert percent(-0.02) == "\N{MINUS SIGN}2%"
        assert percent(0.0004) == "0%"

    def test_all_marks_are_told_aloud(self, qtbot):
        line = GrowthLine()
        qtbot.addWidget(line)
        line.show_picture(GrowthPicture(0.014, 0.134, 0.118, -0.12, 0.14, 0.25, 0.9))
        told = line.accessibleName()
        for word in ("+13.4%", "+1.4%", "+11.8%", "−12%", "+14%", "+25%", "+90%"):
            assert word in told
        line.show_picture(None)
        assert line.accessibleName() == ""

    @pytest.mark.parametrize(
        "picture",
        [
            GrowthPicture(0.014, 0.134, 0.118),
            GrowthPicture(-0.9, -0.89, 0.118, -0.12, 0.14, 0.25, 0.9),
            GrowthPicture(2.5, 2.9, 0.1, -0.12, 0.14, 0.25, 0.9),
            GrowthPicture(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        ],
    )
    def test_it_is_drawn_whatever_the_figures_are(self, qtbot, shown, picture, qapp):
        theme.apply(qapp, theme.DARK, "zh")
        line = GrowthLine()
        line.show_picture(picture)
        shown(line, 420, line.sizeHint().height())
        ink = line.grab().toImage()
        colours = {ink.pixel(x, y) for x in range(0, 420, 3) for y in range(0, ink.height(), 3)}
        assert len(colours) > 3
