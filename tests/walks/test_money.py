"""The money page over the real actions: four cities, a number typed, every bar asked, a file."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from gui.texts.charts import Mark
from gui.window import build_window

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PATIENCE_MS = 60_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = build_window(ASSETS, tmp_path)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(made.session.idle, timeout=PATIENCE_MS):
        made.begin()
    rest(qtbot, made)
    made.session.take_in(ASSETS / "samples" / "yiqu_gusu.fdx")
    rest(qtbot, made)
    yield made
    made.close()


def rest(qtbot, window):
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not window.session.state.busy, timeout=PATIENCE_MS)


def test_what_a_producer_asks(qtbot, window, tmp_path, monkeypatch):
    session = window.session
    assert session.state.account is None
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, window)
    page = window.money_page
    assert page.isVisible()
    assert session.state.account is not None
    assert [cell.city for cell in page.strip.cells] == list(session.state.home_cities)

    # each of the four says what it knows; where nobody published a sum, it says so
    for cell in page.strip.cells:
        cell.setFocus()
        qtbot.keyClick(cell, Qt.Key.Key_Return)
        rest(qtbot, window)
        rows = {row.key: row for row in page.cost.chart.rows}
        assert session.state.account.city == cell.city
        assert any(row.mark is Mark.STEP for row in rows.values())
        assert page.inputs.missing.rows
        if cell.city in ("南宁", "绍兴"):
            for key in ("certain", "expected", "ceiling"):
                assert rows[key].look.text == "0 – ?"

    # a number typed moves the sum, and one undo brings it back
    page.strip.cells[-1].setFocus()
    qtbot.keyClick(page.strip.cells[-1], Qt.Key.Key_Return)
    rest(qtbot, window)
    before = session.state.account.cost.priced_total.mid
    edit = page.inputs.editors["crew.size"].edit
    qtbot.keyClicks(edit, "80")
    qtbot.waitUntil(lambda: session.state.facts.get("crew.size") == 80, timeout=PATIENCE_MS)
    rest(qtbot, window)
    assert session.state.account.cost.priced_total.mid > before
    assert page.cost.chart.rows[0].spoken in page.cost.chart.accessibleDescription()

    # every row of both charts and of the table answers
    for chart in (page.cost.chart, page.gain.chart, page.subsidy.table):
        for row in chart.rows:
            chart.asked.emit(row.key)
            assert page.answers.popover.isVisible()
            assert page.answers.popover.accessibleName()
            page.answers.popover.hide()

    # one site of the city, in English, then a file of it all
    click = page.head.scope.button("site")
    qtbot.mouseClick(click, Qt.MouseButton.LeftButton)
    rest(qtbot, window)
    assert session.state.account.site_id is not None
    window.speak("en")
    rest(qtbot, window)
    said = " ".join(row.spoken for row in page.cost.chart.rows)
    assert "Beds" in said
    window.speak("zh")
    out = tmp_path / "account.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    qtbot.mouseClick(page.inputs.export_button, Qt.MouseButton.LeftButton)
    rest(qtbot, window)
    book = openpyxl.load_workbook(out)
    assert len(book.sheetnames) > 3
