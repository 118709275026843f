"""The whole job told through the window, with real clicks, the real catalogue and real threads."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from geo.model import Criterion
from gui.pages.sites.site_dialog import SiteDialog
from gui.texts import Role
from gui.window import build_window

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PATIENCE_MS = 60_000


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


def opened(qtbot, data):
    window = build_window(ASSETS, data)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.session.idle, timeout=PATIENCE_MS):
        window.begin()
    return window


@pytest.fixture
def window(qtbot, data):
    made = opened(qtbot, data)
    yield made
    made.close()


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def click_row(qtbot, view, row):
    where = view.visualRect(view.model().index(row, 0)).topLeft() + QPoint(120, 10)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def top_names(view, count=10):
    model = view.model()
    return [model.index(row, 0).data() for row in range(min(count, model.rowCount()))]


def test_from_a_sample_to_files_in_hand(qtbot, window, tmp_path, monkeypatch):
    session = window.session

    # the first start: a sample, opened with one click
    cards = window.start_page.cards
    assert len(cards) == 4
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        click(qtbot, next(card for card in cards if card.sample.id == "shuixiang"))
    script = session.state.script
    assert 25 <= len(script.scenes) <= 60
    page = window.script_page
    qtbot.waitUntil(page.isVisible)
    assert page.editor.place.text() == script.scenes[0].place

    # a scene is put right, and the edit taken back
    needs = script.scenes[0].needs
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        click(qtbot, page.editor.chips.itemAt(0).widget().cross)
    assert len(session.state.script.scenes[0].needs) == len(needs) - 1
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        click(qtbot, page.foot.undo_button)
    assert session.state.script.scenes[0].needs == needs

    # on to the places: ranked, the first one explained and marked on the map
    click(qtbot, page.foot.go_on_button)
    sites = window.sites_page
    qtbot.waitUntil(sites.isVisible)
    rank = sites.rank
    assert len(top_names(rank.lists.sites.view)) == 10
    first = rank.lists.sites.model.index(0).data(Role.ID)
    assert session.state.selection.site == first
    assert rank.detail.view.id == first
    assert sites.map.map.selected == first
    assert session.state.site(first).city_zh == "绍兴"

    # a slider moves and the list with it
    before = top_names(rank.lists.sites.view)
    slider = rank.board.slider(Criterion.COST)
    slider.setFocus()
    for _ in range(8):
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert session.state.weights[Criterion.COST] == pytest.approx(0.8)
    assert top_names(rank.lists.sites.view) != before

    # another row: map, explanation and status follow; a figure says where it comes from
    click_row(qtbot, rank.lists.sites.view, 2)
    third = rank.lists.sites.model.index(2).data(Role.ID)
    assert session.state.selection.site == third
    assert sites.map.map.selected == third
    assert rank.detail.view.id == third
    rank.detail.figure("cost", "living" if _has(rank, "living") else "per_day").asked.emit()
    assert rank.detail.popover.isVisible()
    assert rank.detail.popover.accessibleName()
    qtbot.keyClick(rank.detail.popover, Qt.Key.Key_Escape)
    assert not rank.detail.popover.isVisible()

    # a fact of the project prices again
    click(qtbot, sites.left_tabs.button("facts"))
    edit = sites.facts.editors["crew.size"].edit
    edit.setFocus()
    qtbot.keyClicks(edit, "45")
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert session.state.facts.get("crew.size") == 45

    # cities, then both files
    click(qtbot, rank.ways.button("cities"))
    assert "绍兴" in top_names(rank.lists.cities.view)
    for action, name in (("export_map", "地图.html"), ("export_ranking", "排名.xlsx")):
        out = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, out=out: (str(out), ""))
        with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
            window.menus.actions_by_name[action].trigger()
        assert out.stat().st_size > 5_000
        [strip] = window.notes.strips.values()
        assert name in strip.accessibleName()
    assert openpyxl.load_workbook(tmp_path / "排名.xlsx", read_only=True).sheetnames


def _has(rank, key):
    return any(line.key == key and line.group == "cost" for line in rank.detail.view.lines)


def test_the_project_is_there_the_next_morning(qtbot, data):
    window = opened(qtbot, data)
    state = window.session.state
    assert state.facts.get("crew.size") == 45
    assert state.weights[Criterion.COST] == pytest.approx(0.8)
    assert state.script.title == "水巷戏台"
    assert state.ranking is not None
    window.close()


def test_a_place_by_hand_far_from_the_four_cities(qtbot, window):
    session = window.session
    sites = window.sites_page
    window.show_page("sites")
    click(qtbot, sites.add_button)
    dialog = sites.findChild(SiteDialog)
    dialog.name.setText("喀什老茶馆")
    dialog.point.setText("39.470, 75.990")
    dialog.scenes.insert("茶馆")
    dialog.scenes.textEdited.emit("茶馆")
    qtbot.keyClick(dialog.scenes, Qt.Key.Key_Return)
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        click(qtbot, dialog.add_button)
    kept = session.state.site(session.state.selection.site)
    assert kept.name_zh == "喀什老茶馆"
    assert kept.by_hand
    assert "喀什" in kept.city_zh
    assert sites.map.map.selected == kept.id


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空的.txt", b""),
        ("图片.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        ("扫描.pdf", b"%PDF-1.7 cut short"),
        ("旧稿.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
    ],
)
def test_a_bad_file_is_told_kindly_and_nothing_is_lost(qtbot, window, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    before = window.session.state.script
    with qtbot.waitSignal(window.session.idle, timeout=PATIENCE_MS):
        window.read(path)
    [strip] = window.notes.strips.values()
    assert strip.accessibleName()
    assert strip.accessibleDescription()
    assert window.session.state.script is before
    assert path.read_bytes() == content
