"""The window: pages, keys, menus, languages, drops, news, and how it closes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QToolButton

from geo.model import Must, MustCode, Project
from geo.model.pitch import Audience
from gui import settings as remembered
from gui import theme
from gui.pages.pitch import openers
from gui.pages.script.request_dialog import RequestDialog
from gui.pages.script.sets_dialog import SetsDialog
from gui.pages.sites.import_dialog import ImportDialog
from gui.task import InstantPool
from gui.window import build_window, shoot, shots
from gui.window.about import AboutDialog
from gui.window.field_shot import copy_of
from tests.gui.conftest import ASSETS
from tests.gui.stand_in import LOCKED, SCRIPT, SITES, StandIn


@pytest.fixture
def build(qtbot, qapp, tmp_path, stand_in):
    """Windows over the stand-in that share a data folder; all are closed at the end."""
    made = []

    def make(*, begin=True, restore=True, size=(1440, 900)):
        window = build_window(ASSETS, tmp_path, actions=stand_in, pool=InstantPool())
        made.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        if begin:
            window.begin(restore=restore)
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def window(build):
    return build()


@pytest.fixture
def reading(window):
    window.read(Path("一曲姑苏.txt"))
    window.session.take_preview()
    return window


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, copy = QPoint(50, 50), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, copy, data, left, none)
    window.dragEnterEvent(enter)
    fall = QDropEvent(QPointF(where), copy, data, left, none)
    window.dropEvent(fall)
    return enter.isAccepted(), fall.isAccepted()


class TestPages:
    def test_the_first_start_offers_something_useful(self, window):
        assert window.start_page.isVisible()
        assert window.start_page.open_button.isEnabled()
        assert len(window.start_page.cards) == 1
        assert QApplication.focusWidget() is not None

    def test_a_sample_opens_with_one_click(self, qtbot, window):
        click(qtbot, window.start_page.cards[0])
        assert window.script_page.isVisible()
        assert "一曲姑苏" in window.windowTitle()
        assert window.top.project.text() == "《一曲姑苏》"

    def test_without_a_script_scenes_can_be_listed(self, qtbot, window):
        click(qtbot, window.start_page.list_button)
        assert window.script_page.isVisible()
        assert window.session.state.script.scenes == ()

    def test_keys_and_tabs_change_pages(self, qtbot, reading):
        qtbot.keyClick(reading, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert reading.sites_page.isVisible()
        assert reading.top.tabs.currentIndex() == 1
        rect = reading.top.tabs.tabRect(0)
        qtbot.mouseClick(reading.top.tabs, Qt.MouseButton.LeftButton, pos=rect.center())
        assert reading.script_page.isVisible()

    def test_the_plan_is_one_key_away_and_made_from_the_menu(self, qtbot, reading):
        can = reading.menus.actions_by_name
        assert not can["plan.pdf"].isEnabled()
        qtbot.keyClick(reading, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        assert reading.plan_page.isVisible()
        assert reading.top.tabs.currentIndex() == 4
        reading.show_page("script")
        can["make_plan"].trigger()
        assert reading.plan_page.isVisible()
        assert reading.session.state.plan.days
        assert can["plan.pdf"].isEnabled()
        # the keys are where the answer is, and F6 goes round all panes back to it
        board = reading.plan_page.left.board
        assert QApplication.focusWidget() is board
        passed = []
        while not passed or (passed[-1] is not board and len(passed) < 9):
            qtbot.keyClick(reading, Qt.Key.Key_F6)
            passed.append(QApplication.focusWidget())
        assert passed[-1] is board
        assert len(passed) > 1

    def test_the_plan_is_written_where_one_says(self, reading, tmp_path, monkeypatch):
        reading.menus.actions_by_name["make_plan"].trigger()
        asked = []

        def ask(parent, title, proposal, kinds):
            asked.append(Path(proposal).name)
            return str(tmp_path / "通告.pdf"), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        reading.plan_page.aside.export_asked.emit(".pdf")
        assert asked == ["一曲姑苏 排期.pdf"]
        assert (tmp_path / "通告.pdf").exists()

    def test_the_pack_for_a_crew_is_one_key_away_and_written_where_one_says(
        self, qtbot, reading, stand_in, tmp_path, monkeypatch
    ):
        qtbot.keyClick(reading, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
        crew = reading.pitch_page.crew
        assert crew.isVisible()
        assert reading.top.tabs.tabText(reading.top.tabs.currentIndex()) == "推介"
        strip = crew.pages.strip
        assert QApplication.focusWidget() is strip
        passed = []
        while not passed or (passed[-1] is not strip and len(passed) < 9):
            qtbot.keyClick(reading, Qt.Key.Key_F6)
            passed.append(QApplication.focusWidget())
        assert passed[-1] is strip
        assert len(passed) > 2
        reading.session.set_audience(Audience.PUBLIC)
        monkeypatch.setattr(openers, "ask_to_send", lambda *_: True)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
        reading.menus.actions_by_name["export_pitch"].trigger()
        assert stand_in.written == []
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        reading.menus.actions_by_name["export_pitch"].trigger()
        _, files = stand_in.written[-1]
        folder = files[0].parent
        assert folder.parent == tmp_path
        assert folder.name.startswith("一曲姑苏 20")
        said = [one.text() for one in reading.notes.findChildren(QLabel)]
        assert "做好了 2 个文件" in said
        assert f"都在文件夹“{folder.name}”里，和看到的一样。" in said

    def test_a_template_taken_out_is_said_where(self, reading, tmp_path):
        reading.session.tell("pitch_template", "template_copied", {"name": "pitch.typ"})
        said = [one.text() for one in reading.notes.findChildren(QLabel)]
        assert "pitch.typ 拿出来了一份" in said

    def test_the_board_keeps_its_width(self, build):
        window = build()
        window.read(Path("一曲姑苏.txt"))
        window.session.take_preview()
        window.menus.actions_by_name["make_plan"].trigger()
        window.plan_page.splitter.setSizes([800, 640])
        kept = window.plan_page.splitter.sizes()
        window.close()
        again = build()
        again.show_page("plan")
        assert again.plan_page.splitter.sizes() == kept

    def test_on_to_the_places(self, qtbot, reading):
        click(qtbot, reading.script_page.foot.go_on_button)
        assert reading.sites_page.isVisible()

    def test_a_hidden_page_catches_up(self, reading):
        reading.session.change_scene("1-1", place="水榭")
        reading.show_page("sites")
        names = [row.name for row in reading.sites_page.sets.model.rows]
        assert names == [one.name for one in reading.session.state.script.sets]

    def test_f6_goes_round_the_panes(self, qtbot, reading):
        reading.show_page("sites")
        stops = []
        for _ in range(4):
            qtbot.keyClick(reading, Qt.Key.Key_F6)
            stops.append(QApplication.focusWidget())
        assert len(set(stops)) == 4

    def test_undo_by_key(self, qtbot, reading):
        reading.session.remove_scene("1-2")
        ctrl = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(reading, Qt.Key.Key_Z, ctrl)
        assert len(reading.session.state.script.scenes) == 3
        qtbot.keyClick(reading, Qt.Key.Key_Z, ctrl | Qt.KeyboardModifier.ShiftModifier)
        assert len(reading.session.state.script.scenes) == 2


class TestWhereOneWorks:
    def test_any_county_can_be_chosen_and_an_empty_one_says_so(self, qtbot, window):
        page = window.start_page
        page.place.setFocus()
        page.place.insert("喀什")
        page.place.textEdited.emit("喀什")
        qtbot.keyClick(page.place, Qt.Key.Key_Return)
        assert window.session.state.workplace == "653100"
        assert "还没有" in page._place_note.text()
        assert page._import.isVisible()
        window.session.set_workplace("320500")
        assert "2" in page._place_note.text()
        assert not page._import.isVisible()


class TestLanguage:
    def test_the_whole_window_speaks_english_at_once_and_back(self, qtbot, reading):
        reading.show_page("sites")
        click(qtbot, reading.top.language.button("en"))
        qtbot.waitUntil(lambda: reading.top.tabs.tabText(1) == "Sites")
        assert theme.language() == "en"
        assert reading.session.state.language == "en"
        assert _han(reading, set()) == []
        click(qtbot, reading.top.language.button("zh"))
        qtbot.waitUntil(lambda: reading.top.tabs.tabText(1) == "选景")

    def test_the_plan_speaks_english_too(self, qtbot, reading):
        reading.menus.actions_by_name["make_plan"].trigger()
        reading.speak("en")
        board = reading.plan_page.left.board
        qtbot.waitUntil(lambda: board.board.days[0].title == "Day 1")
        assert board.board.blocks[0].under == "EXT DAY · no rain cover"
        assert board.board.blocks[0].place == "Tongli base"
        sets = {one.name for one in reading.session.state.script.sets}
        qtbot.waitUntil(lambda: _han(reading.plan_page, sets) == [])
        reading.speak("zh")

    def test_what_the_list_leaves_out_is_said_in_the_new_language(self, qtbot, reading):
        reading.session.set_musts([Must(MustCode.STAGE)])
        reading.show_page("sites")
        notes = reading.sites_page.rank.lists.notes
        reading.speak("en")
        qtbot.waitUntil(lambda: reading.top.tabs.tabText(1) == "Sites")
        assert notes.counts.excluded
        said = [one.text() for one in notes.findChildren(QLabel) if one.isVisible()]
        assert "1 left out" in said
        reading.speak("zh")

    def test_every_tab_has_room_for_its_words_in_bold(self, qtbot, reading):
        reading.speak("en")
        tabs = reading.top.tabs
        qtbot.waitUntil(lambda: tabs.tabText(1) == "Sites")
        bold = QFont(tabs.font())
        bold.setBold(True)
        for at, page in enumerate(("script", "sites", "money", "defend", "plan", "pitch")):
            reading.show_page(page)
            arrows = tabs.findChildren(QToolButton)
            qtbot.waitUntil(lambda arrows=arrows: not any(one.isVisible() for one in arrows))
            room = QFontMetrics(bold).horizontalAdvance(tabs.tabText(at))
            assert tabs.tabRect(at).width() >= room
        reading.speak("zh")

    def test_the_language_is_remembered(self, qtbot, build):
        build().speak("en")
        assert build().session.state.language == "en"
        assert theme.language() == "en"


def _han(window, names):
    """What is still written in Chinese on what can be seen, but for names."""
    return [
        f"{type(widget).__name__}: {text}"
        for widget in window.findChildren(object)
        if widget.inherits("QWidget") and widget.isVisible()
        for text in [getattr(widget, "text", str)()]
        if any("\u4e00" <= sign <= "\u9fff" for sign in text)
        and not _is_a_name(text)
        and text not in names
    ]


def _is_a_name(text):
    return text in {"中", "《一曲姑苏》"} or "苏州日报" in text


class TestTheme:
    @pytest.mark.parametrize("name", ["light", "dark", "sunlit"])
    def test_themes_are_put_on_and_remembered(self, window, name):
        window.menus.actions_by_name[f"theme_{name}"].trigger()
        assert theme.current().name == name
        assert window.settings.get(remembered.THEME) == name

    def test_text_grows_and_shrinks_within_bounds(self, window):
        for _ in range(9):
            window.looks.grow(1)
        assert theme.text_scale() == 1.5
        for _ in range(9):
            window.looks.grow(-1)
        assert theme.text_scale() == 1.0


class TestFiles:
    def test_a_script_is_dropped(self, qtbot, window, tmp_path):
        assert drop(window, tmp_path / "新剧本.docx") == (True, True)
        state = window.session.state
        assert state.script is None
        assert state.preview.script.title == "新剧本"
        assert window.script_page.isVisible()
        assert window.windowTitle().startswith("《新剧本》")
        click(qtbot, window.script_page.foot.import_button)
        assert state.preview.script is window.session.state.script
        assert window.script_page.isVisible()

    def test_a_sample_asks_nothing(self, qtbot, window):
        click(qtbot, window.start_page.cards[0])
        assert window.session.state.preview is None
        assert window.session.state.script.title == "一曲姑苏"

    def test_not_now_leads_back_to_the_start(self, qtbot, window, tmp_path):
        drop(window, tmp_path / "新剧本.docx")
        click(qtbot, window.script_page.foot.later_button)
        assert window.start_page.isVisible()

    def test_a_table_of_places_is_dropped(self, window, tmp_path, monkeypatch):
        asked = []
        monkeypatch.setattr(ImportDialog, "exec", lambda self: asked.append(self.file.text()))
        drop(window, tmp_path / "places.geojson")
        assert asked == [str(tmp_path / "places.geojson")]

    def test_a_table_is_of_scenes_or_of_places_as_the_page_says(
        self, window, tmp_path, monkeypatch
    ):
        asked = []
        monkeypatch.setattr(ImportDialog, "exec", lambda self: asked.append(self.file.text()))
        drop(window, tmp_path / "顺场表.xlsx")
        assert asked == []
        assert window.session.state.preview.path.name == "顺场表.xlsx"
        window.show_page("sites")
        drop(window, tmp_path / "places.xlsx")
        assert asked == [str(tmp_path / "places.xlsx")]

    def test_photos_dropped_beside_any_place_ask_whose_they_are(self, window, tmp_path):
        """A photo is never read as a script."""
        drop(window, tmp_path / "门口.JPG")
        assert window.session.state.preview is None
        assert [note.code for note in window.session.state.notes] == ["photos_where"]
        assert "哪一处" in window.notes._news(window.session.state.notes[0])[0]

    def test_nothing_is_taken_before_the_catalogue_is_open(self, build, tmp_path):
        window = build(begin=False)
        drop(window, tmp_path / "a.txt")
        assert window.session.state.script is None

    def test_chosen_files_are_remembered(self, window, tmp_path, monkeypatch):
        script = tmp_path / "第一稿.txt"
        script.write_text("x", encoding="utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(script), ""))
        window.choose_script()
        assert [action.text() for action in window.menus.recent.actions()] == ["第一稿.txt"]
        script.unlink()
        window._show_recent()
        assert not window.menus.recent.isEnabled()

    def test_a_cancelled_question_does_nothing(self, reading, monkeypatch, stand_in):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        before = list(stand_in.asked)
        reading.choose_script()
        reading.exports.map()
        reading.exports.ranking()
        reading.exports.breakdown(".uss")
        assert stand_in.asked == before

    def test_exports_ask_where_and_say_where(self, qtbot, reading, tmp_path, monkeypatch):
        out = tmp_path / "图.html"
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_: (str(out.with_suffix("")), "")
        )
        reading.menus.actions_by_name["export_map"].trigger()
        assert out.exists()
        [strip] = reading.notes.strips.values()
        assert "图.html" in strip.accessibleName()
        reading.menus.actions_by_name["export_ranking"].trigger()
        assert (tmp_path / "图.xlsx").exists()

    def test_exports_wait_for_a_ranking(self, window):
        assert not window.menus.actions_by_name["export_map"].isEnabled()
        assert not window.menus.actions_by_name["export.xlsx"].isEnabled()

    @pytest.mark.parametrize("ending", [".xlsx", ".csv", ".uss"])
    def test_the_breakdown_is_written_as_asked(self, reading, tmp_path, monkeypatch, ending):
        asked = []

        def choose(_parent, _title, proposal, kinds):
            asked.append((Path(proposal).name, kinds))
            return str(tmp_path / "表"), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        reading.menus.actions_by_name[f"export{ending}"].trigger()
        reading.script_page.export_button.ways[ending].trigger()
        assert (tmp_path / f"表{ending}").exists()
        assert asked == [(f"一曲姑苏 顺场表{ending}", f"顺场表 (*{ending})")] * 2
        [strip] = reading.notes.strips.values()
        assert f"表{ending}" in strip.accessibleName()


class TestScriptMenu:
    def test_scene_numbers_are_locked_and_it_is_said_what_that_means(self, reading):
        lock = reading.menus.actions_by_name["lock"]
        assert not lock.isChecked()
        lock.trigger()
        assert reading.session.state.script.locked
        assert lock.isChecked()
        [strip] = reading.notes.strips.values()
        assert "3A" in strip.accessibleDescription()
        lock.trigger()
        assert not reading.session.state.script.locked
        assert not lock.isChecked()

    def test_undo_unlocks_and_the_menu_shows_it(self, reading):
        reading.menus.actions_by_name["lock"].trigger()
        reading.session.undo()
        assert not reading.menus.actions_by_name["lock"].isChecked()

    def test_a_pasted_request_leads_to_the_places(self, qtbot, window, monkeypatch):
        def answer(dialog):
            dialog.text.setPlainText("茶馆，45 人")
            dialog.read()
            dialog.start_button.click()
            return dialog.result()

        monkeypatch.setattr(RequestDialog, "exec", answer)
        click(qtbot, window.start_page.request_button)
        assert window.sites_page.isVisible()
        assert window.session.state.facts.values == {"crew.size": 45}
        assert window.session.state.ranking is not None

    def test_the_table_of_sets_opens_by_key(self, qtbot, reading, monkeypatch):
        opened = []
        monkeypatch.setattr(SetsDialog, "exec", lambda dialog: opened.append(dialog))
        qtbot.keyClick(reading, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        assert len(opened) == 1


class TestNews:
    def test_a_bad_file_is_one_strip_and_the_window_stays_usable(self, qtbot, reading):
        reading.read(Path("空的.empty"))
        [strip] = reading.notes.strips.values()
        assert strip.accessibleName() == "空的.empty 是空的"
        assert "原文件没有动" in strip.accessibleDescription()
        assert reading.script_page.isVisible()
        assert reading.session.state.script is not None
        strip.dismiss()
        assert reading.session.state.notes == ()
        assert reading.notes.strips == {}

    def test_a_locked_catalogue_says_so_and_tries_again(self, qtbot, build, stand_in):
        stand_in.trouble["open_workspace"] = LOCKED
        window = build(begin=False)
        window.session._assets = ASSETS
        window.begin()
        [strip] = window.notes.strips.values()
        assert not window.start_page.open_button.isEnabled()
        del stand_in.trouble["open_workspace"]
        strip.chosen.emit("again")
        assert window.start_page.open_button.isEnabled()
        assert window.notes.strips == {}

    def test_a_place_just_added_can_be_taken_back(self, reading):
        reading.session.add_site(SITES[0].__class__(**_fields(SITES[0], id="")), "wgs84")
        added = reading.session.state.selection.site
        [strip] = reading.notes.strips.values()
        strip.chosen.emit("retire")
        assert reading.session.state.site(added) is None

    def test_a_bug_is_shown_as_a_report(self, window, monkeypatch):
        shown = []
        monkeypatch.setattr(window, "_show_report", shown.append)
        window.report_bugs()
        try:
            raise ZeroDivisionError("ours")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        assert "ours" in shown[0].text
        window.close()
        assert sys.excepthook is not window._hook

    def test_about(self, qtbot, window):
        dialog = AboutDialog(window)
        qtbot.addWidget(dialog)
        dialog.show()
        words = " ".join(one.text() for one in dialog.findChildren(QLabel))
        assert "GeoNames" in words
        assert "天地图" in words


def _fields(site, **changes):
    return {name: getattr(site, name) for name in site.__dataclass_fields__} | changes


class TestMemory:
    def test_place_and_size_are_remembered(self, qtbot, build):
        first = build(size=(1200, 700))
        first.show_page("sites")
        first.sites_page.splitter.setSizes([230, 500, 470])
        kept = first.sites_page.splitter.sizes()
        first.close()
        second = build(size=(1200, 700))
        assert second.page == "sites"
        assert second.sites_page.splitter.sizes() == kept

    def test_each_size_has_its_own_panes(self, qtbot, build):
        window = build(size=(1366, 768))
        window.show_page("sites")
        small = window.sites_page.splitter.sizes()
        assert small[0] == pytest.approx(248, abs=4)
        window.resize(1500, 900)
        qtbot.waitUntil(lambda: window.sites_page.splitter.sizes()[0] > small[0])

    def test_the_last_project_comes_back(self, build, stand_in):
        stand_in.project = Project("一曲姑苏", SCRIPT)
        window = build()
        assert window.session.state.ranking is not None
        assert window.script_page.isVisible()

    def test_closing_keeps_the_project(self, reading, stand_in):
        reading.close()
        assert stand_in.project.script.title == "一曲姑苏"


class TestStatus:
    def test_on_the_script_page_it_tells_the_keys(self, reading):
        status = reading.status
        reading.show_page("script")
        assert status.keys.isVisible()
        assert not status.ranked.isVisible()
        reading.session.close_script()
        assert not status.keys.isVisible()

    def test_it_says_how_fresh_and_what_is_chosen(self, qtbot, reading):
        reading.show_page("sites")
        status = reading.status
        assert "秒" in status.ranked.text()
        assert status.chosen.text() == "已选 同里影视基地"
        assert status.catalogue.text() == "景库 3 处 · 2026-11-20"
        assert status.saved.text() == "还没有要保存的"
        reading.session.save()
        assert status.saved.text().startswith("已保存")


class TestShots:
    @pytest.mark.parametrize("page", ["start", "script", "sites", "field"])
    def test_a_picture_of_each_page(self, qapp, tmp_path, monkeypatch, page):
        real, stand_in = shots.build_window, StandIn()
        monkeypatch.setattr(shots, "build_window", lambda *a, **k: real(*a, actions=stand_in, **k))
        out = shoot(
            tmp_path / "window.png",
            assets=ASSETS,
            data=tmp_path,
            script=Path("一曲姑苏.txt"),
            page=page,
            lang="en",
            size=(1366, 768),
            theme="dark",
        )
        picture = QImage(str(out))
        assert (picture.width(), picture.height()) == (1366, 768)
        assert stand_in.count("save_project") <= 1
        # the example of the page field is made in a folder of its own
        assert list(tmp_path.iterdir()) == [out]
        assert (page == "field") == bool(stand_in.field_kept)

    def test_the_example_of_the_field_leaves_what_it_copies_as_it_was(self, tmp_path):
        data = tmp_path / "data"
        for name in ("catalogue.sqlite", "own/uplift.yaml", "own/tiles/a.mbtiles", "photos/a.jpg"):
            path = data / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name)
        copy = copy_of(data, tmp_path / "copy")
        kept = {str(one.relative_to(copy)) for one in copy.rglob("*") if one.is_file()}
        assert kept == {"catalogue.sqlite", "own/uplift.yaml"}
        (copy / "catalogue.sqlite").write_text("other")
        assert (data / "catalogue.sqlite").read_text() == "catalogue.sqlite"

    def test_an_unknown_page_is_refused(self, tmp_path):
        with pytest.raises(ValueError, match="nowhere"):
            shoot(tmp_path / "x.png", assets=ASSETS, data=tmp_path, page="nowhere")
