"""Photos of the form: marks on the map, notes, another datum, pasted pictures; the checklist."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage

from geo.model import Reason
from geo.model.field import Check, FieldPhoto
from gui import theme
from gui.pages.field.page import FieldPage
from gui.pages.photo_words import convertible
from gui.pages.sites.map_pane import MapPane
from gui.settings import Settings
from gui.widgets.map_here import HereMap
from gui.widgets.map_photos import PhotoMark, wedge_path

DOUBT = Reason("photo_datum_shifted", {"site": "同里", "site_en": "T", "metres": 500, "after": 3})


@pytest.fixture
def page(desk, shown, tmp_path, snap):
    page = shown(FieldPage(desk, Settings(tmp_path / "w.ini")))
    page.session.open_pack(Path("吴江.gpkg"))
    hung(page)
    return page


def hung(page):
    """Two photos at the place shown, one of them doubtful, and one that knows no position."""
    session, sheet = page.session, page.form.sheet()
    lat, lon = sheet.site.lat, sheet.site.lon
    photos = (
        FieldPhoto("/a.jpg", "", "2026-11-21T14:24:00", lat + 0.001, lon, 90.0, 111.0, id="a"),
        FieldPhoto("/b.jpg", "", "", lat, lon + 0.002, None, 190.0, DOUBT, id="b"),
        FieldPhoto("/c.jpg", "", id="c"),
    )
    session._swap_sheet(replace(sheet, photos=photos))


def test_photos_that_know_where_they_were_taken_are_marks(page):
    marks = page.left.map.photos.marks
    assert [(one.key, one.bearing, one.doubtful) for one in marks] == [
        ("a", 90.0, False),
        ("b", None, True),
    ]
    assert "朝东" in marks[0].words
    assert "111" in marks[0].words or "110 m" in marks[0].words


def test_a_tile_points_at_its_mark_and_a_mark_at_its_tile(page, qtbot):
    block, drawn = page.form.photos, page.left.map
    block.tiles[0].click()
    assert drawn.photos.chosen == "a"
    assert block.tiles[0].pointed
    spot = drawn.photos.spot(drawn.camera, drawn.photos.mark("a"))
    assert drawn.rect().contains(spot.toPoint())
    assert drawn.photos.at(drawn.camera, spot.x() + 2, spot.y()).key == "a"
    drawn.point_at("b")
    there = drawn.photos.spot(drawn.camera, drawn.photos.mark("b")).toPoint()
    qtbot.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=there)
    assert page.state.outdoors.photo == "b"
    assert [one.pointed for one in block.tiles] == [False, True, False]
    block.tiles[1].click()
    assert page.state.outdoors.photo == ""
    assert not block.card.isVisible()


def test_hovering_a_mark_tells_of_it(page, qtbot):
    drawn = page.left.map
    drawn.point_at("a")
    there = drawn.photos.spot(drawn.camera, drawn.photos.mark("a")).toPoint()
    qtbot.mouseMove(drawn, there)
    assert drawn.photos.hovered == "a"
    assert "朝东" in drawn.toolTip()
    drawn.grab()
    drawn._hover_photo("", "")
    assert drawn.toolTip() == ""


def test_a_note_and_a_conversion_are_answers_like_every_other(page, stand_in):
    block = page.form.photos
    block.point(1)
    assert block.card.convert.isVisible()
    assert not block.card.back.isVisible()
    block.card.note.setPlainText("朝河的一面")
    block.card.convert.click()
    told = [one[2:4] for one in stand_in.field_kept if one[0] == "answer"]
    assert told == [("photo_note@b", "朝河的一面"), ("photo_at@b", "gcj02")]
    block.point(0)
    assert not block.card.convert.isVisible()
    assert block.card.note.toPlainText() == ""


def test_only_what_can_be_on_that_datum_is_offered_to_be_converted(page):
    doubtful = page.form.sheet().photos[1]
    assert convertible(doubtful)
    assert not convertible(replace(doubtful, converted=True))
    tokyo = Reason("photo_datum_told", {"site": "同里", "site_en": "T", "datum": "TOKYO"})
    assert not convertible(replace(doubtful, doubt=tokyo))
    mars = Reason("photo_datum_told", {"site": "同里", "site_en": "T", "datum": "GCJ-02"})
    assert convertible(replace(doubtful, doubt=mars))
    assert not convertible(replace(doubtful, doubt=Reason("photo_place_shifted")))


@pytest.mark.parametrize(
    ("bearing", "ahead"), [(0, (0, -9)), (90, (9, 0)), (180, (0, 9)), (270, (-9, 0))]
)
def test_a_wedge_opens_where_the_lens_looked(bearing, ahead):
    path = wedge_path(QPointF(0, 0), bearing)
    assert path.contains(QPointF(*ahead))
    assert not path.contains(-QPointF(*ahead))


def test_marks_seen_from_far_off_do_not_hide_their_place(shown):
    drawn = shown(HereMap(theme.current()))
    drawn.resize(400, 400)
    drawn.set_photos([PhotoMark("a", 31.0, 120.0, 10.0)])
    drawn.point_at("a")
    assert drawn.photos.seen(drawn.camera)
    far = drawn.camera.zoomed(-5.0, 200, 200)
    assert not drawn.photos.seen(far)
    assert drawn.photos.at(far, 200, 200) is None


def test_a_copied_picture_is_written_beside_the_window(page, monkeypatch):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    given = []
    real = page.session.ask
    monkeypatch.setattr(
        page.session, "ask", lambda kind, *a, **k: (given.append(kind), real(kind, *a, **k))
    )
    page.form.photos.paste()
    assert given == ["picture", "field_photos"]
    kept = Path(page.form.sheet().photos[-1].path)
    assert QImage(str(kept)).size() == image.size()


# ---- the checklist


def test_the_checklist_is_ticked_added_to_and_counted(page, stand_in):
    session, sheet = page.session, page.form.sheet()
    checks = (
        Check("check@p1.a", "带卷尺", "A tape"),
        Check("check@p1.b", "带电笔", "A tester", True),
    )
    session._swap_sheet(replace(sheet, checks=checks))
    board = page.form.open.checks
    assert board.fold.text() == "别忘了：还有 1 样"
    board.fold.click()
    assert [(one.text(), one.isChecked()) for one in board.boxes] == [
        ("带卷尺", False),
        ("带电笔", True),
    ]
    board.boxes[0].click()
    board.boxes[1].click()
    board.words.setText("  带 梯子 ")
    board.words.returnPressed.emit()
    told = [one[2:4] for one in stand_in.field_kept if one[0] == "answer"]
    assert told[0] == ("check@p1.a", {"line": "带卷尺", "done": True})
    assert told[1] == ("check@p1.b", None)
    key, value = told[2]
    assert key.startswith("check@p1.")
    assert value == {"line": "带 梯子", "done": False}


def test_what_was_added_at_one_place_is_to_be_done_at_all(page):
    session, desk = page.session, page.state.outdoors.desk
    own = Check("check@p1.x", "带梯子", "带梯子", done=True, own=True)
    usual = Check("check@p1.a", "带卷尺", "A tape")
    session._swap_sheet(replace(desk.sheets[1], checks=(usual, own)))
    session._swap_sheet(replace(page.form.sheet(), checks=(usual,)))
    board = page.form.open.checks
    assert [(one.text(), one.isChecked()) for one in board.boxes] == [
        ("带卷尺", False),
        ("带梯子", False),
    ]


# ---- the map of 选景


def test_photos_of_the_chosen_place_are_on_the_large_map_and_open(desk, shown):
    pane = shown(MapPane(desk))
    site = desk.state.sites[0]
    asked, opened = [], []
    desk.find_photos = asked.append
    pane.photo_opened.connect(lambda *one: opened.append(one))
    desk.put(sites=(replace(site, photos=("/a.jpg", "/b.jpg")), *desk.state.sites[1:]))
    desk.select(site=site.id)
    desk.select(site=site.id)
    assert asked == [site.id]
    photos = (FieldPhoto("/a.jpg", "", id="a"), FieldPhoto("/b.jpg", "", "", 31.1, 120.7, id="b"))
    desk.put_field(seen_photos=(site.id, photos))
    assert [one.key for one in pane.map.photos.marks] == ["b"]
    pane.map.photoClicked.emit("b")
    assert opened == [(site.id, 1)]
    desk.select(site=desk.state.sites[1].id)
    assert pane.map.photos.marks == ()
