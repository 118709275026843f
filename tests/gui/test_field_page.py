"""The page 外勘 in the window: ways in, who, position, new places, theme, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from geo.model.field import Fix, Track
from gui import theme
from gui.pages.field import empty
from gui.pages.field.page import FieldPage
from gui.settings import BEFORE_SUNLIT, PACK, PLACE, WHO, Settings
from gui.task import InstantPool
from gui.widgets.answer_keys import AnswerKeys
from gui.window.build import build_window
from tests.gui.conftest import ASSETS
from tests.gui.stand_in import StandIn

HERE = Fix(31.155, 120.715, 6.0, source="gpx")


@pytest.fixture
def kept(tmp_path):
    return Settings(tmp_path / "w.ini")


@pytest.fixture
def page(desk, shown, kept):
    return shown(FieldPage(desk, kept))


def drop(page, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    way, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), way, mime, button, keys))


def test_without_a_desk_three_ways_in_are_offered_and_the_right_pane_is_there(page):
    texts = [one.text() for one in page.empty.buttons]
    assert texts == ["做外勘包…", "打开外勘包…", "不做包，直接在景库里记…"]
    assert page.home.isVisible()
    assert not page.left.isVisible()


def test_a_pack_dropped_is_opened_and_photos_go_to_the_place_shown(page, snap):
    drop(page, snap("early.jpg"))
    assert page.state.outdoors.desk is None
    drop(page, Path("吴江.gpkg"))
    assert page.left.isVisible()
    assert empty.emptiness(page.state) is None
    drop(page, snap("a.jpg"))
    assert len(page.form.sheet().photos) == 1


def test_the_name_is_asked_once_and_remembered(page, kept, qtbot):
    assert page.who.isVisible()
    page.who.name.setText(" 沈砚 ")
    page.who.keep.click()
    assert not page.who.isVisible()
    assert page.session.who == "沈砚"
    assert kept.get(WHO) == "沈砚"


def test_places_tell_how_far_and_which_way_and_what_is_done(page):
    page.session.open_pack(Path("吴江.gpkg"))
    rows = page.left.list.places.rows
    assert rows[0].under == "还没去"
    page.session.set_fix(HERE)
    page.session.answer("truck", "door")
    page.session.finish_sheet()
    rows = page.left.list.places.rows
    assert rows[0].under == "300 m 东北  填了 1 项"
    assert rows[0].done
    assert page.left._count.text() == "做完 1"


def test_finishing_goes_to_the_next_that_is_not_done_and_ends(page):
    page.session.open_pack(Path("吴江.gpkg"))
    ids = [one.site.id for one in page.state.outdoors.desk.sheets]
    page.session.show_sheet(ids[1])
    page.session.finish_sheet()
    page.session.show_sheet(ids[0])
    seen = []
    for _ in range(len(ids) - 1):
        seen.append(page.state.outdoors.site)
        page.form.finish()
    assert seen == [ids[0], *ids[2:]]
    assert all(one.done for one in page.state.outdoors.desk.sheets)
    assert not page.form.foot.done.isEnabled()


def test_a_new_place_wants_a_name_and_a_position(page):
    page.session.open_pack(Path("吴江.gpkg"))
    adding = page.left.adding
    adding.name.setText("老粮库后院")
    assert not adding.add.isEnabled()
    page.session.set_fix(HERE)
    adding._tell()
    adding.add.click()
    sheet = page.form.sheet()
    assert sheet.site.name_zh == "老粮库后院"
    assert (sheet.site.lat, sheet.site.coord_uncertainty_m) == (31.155, 6.0)


def test_typed_degrees_are_as_good_as_their_decimals(page):
    page.session.open_pack(Path("吴江.gpkg"))
    popover = page.left.position
    popover.point.setText("不是坐标")
    assert not popover.here.isEnabled()
    popover.point.setText("120.715, 31.155")
    popover.here.click()
    fix = page.state.outdoors.fix
    assert (fix.lat, fix.lon, fix.source, fix.estimated) == (31.155, 120.715, "typed", True)
    # a thousandth of a degree of latitude
    assert fix.accuracy_m == pytest.approx(111.2, abs=0.3)
    assert "≈ ±111 m" in page.left.where.text()


def test_an_accuracy_that_is_only_estimated_says_so(page):
    page.session.open_pack(Path("吴江.gpkg"))
    page.session.set_fix(Fix(31.155, 120.715, 6.0, source="serial", estimated=True))
    assert page.left.where.text() == "≈ ±6 m · 接收机"


def test_the_map_shows_position_track_and_target(page):
    page.session.open_pack(Path("吴江.gpkg"))
    page.session.set_fix(HERE)
    page.session.put_field(track=Track((Fix(31.15, 120.71), HERE)))
    drawn = page.left.map
    site = page.form.sheet().site
    assert drawn.target == (site.lat, site.lon)
    assert drawn.here.accuracy_m == 6.0
    assert drawn.track == ((31.15, 120.71), (31.155, 120.715))
    before = drawn.camera
    page.session.set_fix(Fix(31.1551, 120.7151, 5.0))
    # one more metre does not move the map under the finger
    assert drawn.camera == before
    drawn.grab()


def test_an_answer_beyond_nine_has_no_number(qtbot):
    keys = AnswerKeys()
    qtbot.addWidget(keys)
    keys.set_options([(f"a{at}", f"答 {at}") for at in range(11)])
    qtbot.keyClick(keys, Qt.Key.Key_9)
    assert keys.choice == "a8"
    qtbot.keyClick(keys, Qt.Key.Key_Right)
    assert keys.choice == "a9"
    qtbot.keyClick(keys, Qt.Key.Key_0)
    assert keys.choice == "a9"
    qtbot.keyClick(keys, Qt.Key.Key_Backspace)
    assert keys.choice is None


@pytest.fixture
def window(qtbot, tmp_path):
    window = build_window(
        ASSETS, tmp_path, actions=StandIn(), pool=InstantPool(), settings=Settings(tmp_path / "w")
    )
    qtbot.addWidget(window)
    window.begin(restore=False)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def test_control_7_and_undo_that_means_the_form(window, qtbot):
    window.menus.actions_by_name["page_field"].trigger()
    assert window.page == "field"
    session = window.session
    session.open_pack(Path("吴江.gpkg"))
    undo = window.menus.actions_by_name["undo"]
    assert not undo.isEnabled()
    session.answer("truck", "door")
    assert undo.isEnabled()
    undo.trigger()
    assert not window.field_page.form.sheet().answers
    window.show_page("sites")
    assert not undo.isEnabled()


def test_the_strong_light_theme_comes_when_asked_and_goes_back(window):
    window.show_page("field")
    window.session.open_pack(Path("吴江.gpkg"))
    assert theme.current() is theme.LIGHT
    button = window.field_page.form.head.sunlit
    window.wear("dark")
    button.click()
    assert theme.current() is theme.SUNLIT
    assert window.settings.get(BEFORE_SUNLIT) == "dark"
    assert button.isChecked()
    button.click()
    assert theme.current() is theme.DARK
    assert not button.isChecked()


def test_a_pack_out_of_a_zip_says_where_one_works_now(window):
    session = window.session
    session.open_pack(Path("吴江.gpkg"))
    assert "pack_unzipped" not in [note.code for note in session.state.notes]
    session.open_pack(Path("收到的.zip"))
    (note,) = [one for one in session.state.notes if one.code == "pack_unzipped"]
    assert (note.values["zip"], note.path.name) == ("收到的.zip", note.values["name"])
    assert note.path.suffix == ".gpkg"


def test_the_pack_and_the_place_are_there_again_after_a_restart(page, desk, shown, kept, tmp_path):
    path = tmp_path / "吴江.gpkg"
    path.write_bytes(b"x")
    page.open_pack(path)
    page.form.step(1)
    place = page.state.outdoors.site
    assert (kept.get(PACK), kept.get(PLACE)) == (desk.state.outdoors.desk.pack.path, place)
    # another sitting: nothing is open, the settings are those on disk
    page.hide()
    desk.put_field(desk=None, site=None)
    kept.put(PACK, str(path))
    again = shown(FieldPage(desk, kept))
    assert again.state.outdoors.site == place
    # put away by hand it stays away
    desk.close_desk()
    assert kept.get(PACK) == ""


def test_a_pack_on_a_stick_that_is_gone_is_not_asked_for(desk, shown, kept, tmp_path):
    kept.put(PACK, str(tmp_path / "gone.gpkg"))
    shown(FieldPage(desk, kept))
    assert desk.state.outdoors.desk is None
    assert desk.state.notes == ()


def test_the_form_of_a_place_just_added_has_the_keys(page):
    page.session.open_pack(Path("吴江.gpkg"))
    page.session.set_fix(HERE)
    page.left.add.setFocus()
    page.left.add_here()
    page.left.adding.name.setText("老粮库后院")
    page.left.adding.add.click()
    assert page.form.isAncestorOf(page.focusWidget())
