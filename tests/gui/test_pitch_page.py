"""The page 推介 for a crew: what is wished, what is shown, what goes out, what is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from geo.errors import ExportError
from geo.model import Reason
from geo.model.pitch import (
    Audience,
    BureauCard,
    Disclosed,
    Disclosure,
    PitchFormat,
    PitchLang,
    PitchPart,
    SiteFile,
    ToConfirm,
)
from gui.pages.pitch import PitchPage, openers
from gui.pages.pitch.empty import emptiness
from gui.pages.pitch.parts_card import in_order
from gui.session import Session
from gui.task import InstantPool
from tests.gui.conftest import ASSETS
from tests.gui.pitch_stand_in import a_pack

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(desk, shown):
    return shown(PitchPage(desk))


@pytest.fixture
def crew(page):
    return page.crew


def words(widget):
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


class TestEmpty:
    def test_nothing_is_open_yet(self, qapp, stand_in, tmp_path):
        session = Session(stand_in, ASSETS, tmp_path, pool=InstantPool())
        assert emptiness(session.state).title == "在打开…"
        session.close()

    def test_without_a_script_it_says_what_can_be_done(self, qtbot, crew, monkeypatch):
        crew.session.close_script()
        what = emptiness(crew.state)
        assert [key for key, _ in what.actions] == ["places", "script", "card"]
        assert any("不勾就不会进文件" in line for line in what.lines)
        assert crew.pages.empty.isVisible()
        asked, pages = [], []
        monkeypatch.setattr(openers, "open_places", lambda *_: asked.append("places"))
        monkeypatch.setattr(openers, "open_card", lambda *_: asked.append("card"))
        crew.page_asked.connect(pages.append)
        for button in crew.pages.empty.buttons:
            qtbot.mouseClick(button, LEFT)
        assert asked == ["places", "card"]
        assert pages == ["script"]

    def test_without_a_script_or_needs_there_is_nothing_to_compare_by(self, crew):
        crew.session.close_script()
        crew.session.wish_pitch(sites=("tongli",), compare=("绍兴",))
        assert "还没说拍什么" in crew.aside.compare.told.text()

    def test_a_profile_of_places_without_a_script(self, crew):
        crew.session.close_script()
        crew.session.wish_pitch(sites=("tongli",))
        assert crew.pages.strip.count == len(crew.state.pitch_wishes.parts)
        assert crew.left.addressed.places.text() == "同里影视基地"
        assert "介绍这个地方" in crew.left.addressed.needs.text()

    def test_what_fails_can_be_tried_again(self, crew, monkeypatch):
        def fail(*_args):
            raise ExportError("pitch_audience_unknown")
            yield

        with monkeypatch.context() as broken:
            broken.setattr(crew.session._actions, "make_pitch", fail)
            crew.session.pitch_again()
            assert emptiness(crew.state).title == "这次没做出来"
            assert not crew.left.make.isEnabled()
            assert not crew.aside.copy.isEnabled()
        crew.follow("again")
        assert crew.pages.strip.count > 0

    def test_pages_that_cannot_be_drawn_are_drawn_again(self, crew):
        crew.session.put(pitch_pages=())
        assert emptiness(crew.state).title == "还没有页面"
        crew.follow("again")
        assert emptiness(crew.state) is None


class TestWishes:
    def test_parts_are_ticked_and_moved(self, qtbot, crew):
        rows = crew.left.parts.list
        assert rows.ticked() == [one.value for one in crew.state.pitch_wishes.parts]
        light = rows.keys().index("light")
        middle = rows.visualRect(rows.ticks.index(light, 0)).center()
        qtbot.mouseClick(rows.viewport(), LEFT, pos=middle)
        assert PitchPart.LIGHT in crew.state.pitch_wishes.parts
        pages = crew.pages.strip.count
        rows.setCurrentIndex(rows.ticks.index(2, 0))
        qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert crew.state.pitch_wishes.parts[1:3] == (PitchPart.SCENES, PitchPart.ANSWER)
        assert crew.pages.strip.count == pages == 9
        crew.session.undo()
        assert rows.keys()[:3] == ["cover", "answer", "scenes"]

    def test_the_cover_begins_the_pack_wherever_it_is_dropped(self, qtbot, crew):
        rows = crew.left.parts.list
        before = rows.keys()
        rows.setCurrentIndex(rows.ticks.index(0, 0))
        qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert rows.keys() == before
        assert crew.state.pitch_wishes.parts[0] is PitchPart.COVER

    def test_a_part_left_out_stands_where_it_usually_does(self):
        taken = (PitchPart.MONEY, PitchPart.COVER, PitchPart.CONTACTS)
        order = in_order(taken)
        assert [one for one in order if one in taken] == list(taken)
        assert order.index(PitchPart.ANSWER) == order.index(PitchPart.COVER) + 1
        assert len(order) == len(PitchPart)

    def test_moving_only_what_is_left_out_changes_nothing(self, qtbot, crew):
        rows = crew.left.parts.list
        before = rows.keys()
        rows.setCurrentIndex(rows.ticks.index(before.index("light"), 0))
        qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert rows.keys() == before

    def test_whom_it_is_written_to(self, crew):
        field = crew.left.addressed.whom
        assert field.placeholderText() == "《一曲姑苏》剧组"
        field.setText("导演组")
        field.editingFinished.emit()
        assert crew.state.pitch_wishes.addressee == "导演组"

    def test_a_title_of_ones_own_is_kept_and_comes_back_with_undo(self, crew):
        field = crew.left.addressed.title
        field.setText("请来同里")
        field.editingFinished.emit()
        assert crew.state.pitch.wishes.title == "请来同里"
        crew.session.undo()
        assert field.text() == ""

    def test_places_of_the_ranking_are_said_to_be_so(self, crew):
        told = crew.left.addressed.places
        assert told.text() == "同里影视基地、耦园（名次里挑的）"
        crew.session.wish_pitch(sites=("luzhen",))
        assert told.text() == "鲁镇"

    def test_language_and_files(self, qtbot, crew):
        files = crew.left.files
        qtbot.mouseClick(files.lang.button("both"), LEFT)
        assert crew.state.pitch_wishes.lang is PitchLang.BOTH
        qtbot.mouseClick(
            files.boxes[PitchFormat.LONG],
            LEFT,
            pos=files.boxes[PitchFormat.LONG].rect().center() * 0.1,
        )
        assert PitchFormat.LONG in crew.state.pitch_wishes.formats
        assert crew.left.make.text() == "做好 3 个文件…"
        for form in tuple(crew.state.pitch_wishes.formats):
            crew.session.turn_format(form, on=False)
        assert crew.left.make.text() == "先勾一种文件"
        assert not crew.left.make.isEnabled()


class TestPages:
    def test_paper_and_phone(self, qtbot, crew):
        pages = crew.pages
        assert pages.where.text().endswith("共 8 页")
        qtbot.mouseClick(pages.shapes.button("phone"), LEFT)
        assert pages.where.text() == "第 1 页，共 1 页"

    def test_zoom_is_told(self, qtbot, crew):
        qtbot.mouseClick(crew.pages.larger, LEFT)
        assert crew.pages.whole.text() == "125%"
        qtbot.mouseClick(crew.pages.whole, LEFT)
        assert crew.pages.whole.text() == "100%"

    def test_templates_are_offered(self, crew):
        crew.pages.menu.aboutToShow.emit()
        offers = [one.text() for one in crew.pages.menu.actions()]
        assert offers == ["纸面 PDF：拿一份 pitch.typ 来改"]

    def test_the_pack_is_worked_out_only_while_it_is_looked_at(self, page, crew):
        page.hide()
        before = crew.state.pitch
        crew.session.wish_pitch(sites=("luzhen",))
        assert crew.state.pitch is before
        page.show()
        assert [one.site.id for one in crew.state.pitch.sites] == ["luzhen"]

    def test_the_pane_folds_and_f6_goes_round(self, page, crew):
        assert all(one.isVisible() for one in page.panes())
        page.fold_left()
        assert not crew.left.isVisible()
        assert all(one.isVisible() for one in page.panes())


class TestGoesOut:
    def test_private_things_wait_for_a_tick(self, qtbot, crew):
        crew.session.save_site_file(SiteFile("tongli", owner="李四", owner_phone="13800000000"))
        given = crew.aside.given
        assert given.notes[Disclosure.OWNER].text() == "1 条，不给"
        assert given.told.text() == "没勾的，一个字也不会进文件。"
        given.boxes[Disclosure.OWNER].click()
        assert crew.state.pitch_wishes.disclose == {Disclosure.OWNER}
        assert given.notes[Disclosure.OWNER].text() == "1 条，写进去"
        assert "场地负责人和手机" in given.told.text()
        assert "李四" not in words(given)

    def test_nobody_has_said_who_will_see_it(self, qtbot, crew):
        card = crew.aside.audience
        assert card.segments.choice is None
        assert "会问一次" in card.told.text()
        qtbot.mouseClick(card.segments.button("public"), LEFT)
        assert crew.state.pitch_wishes.audience is Audience.PUBLIC
        assert "不画界线" in card.told.text()
        assert not card.base.isVisible()

    def test_a_base_pack_without_a_review_number_cannot_be_chosen(self, crew):
        bare = replace(a_pack("没审的"), review="")
        crew.session.put(base_packs=(a_pack(), bare))
        crew.session.set_audience(Audience.PUBLIC)
        base = crew.aside.audience.base
        assert base.isVisible()
        assert [base.model().item(at).isEnabled() for at in range(3)] == [True, True, False]
        base.activated.emit(1)
        assert crew.state.pitch_wishes.base == "吴江"
        assert "GS(2024)0650号" in crew.aside.audience.told.text()

    def test_what_is_open_is_listed_by_place(self, qtbot, crew, monkeypatch):
        pitch = crew.state.pitch
        price, night = Reason("plan_no_fit"), Reason("plan_shift_long", {"hours": 14})
        waiting = (
            ToConfirm(price, "管理处", "tongli"),
            ToConfirm(night, "管理处", "tongli"),
            ToConfirm(price, "", ""),
        )
        crew.session.put(pitch=replace(pitch, to_confirm=waiting))
        card = crew.aside.open
        assert card.title.text() == "还没定的 3 件"
        assert [one.gist.text() for one in card.sections.values()] == ["2", "1"]
        card.sections["tongli"].head.click()
        assert "这天超过 14 小时" in words(card)
        assert words(card).count("会写成“待管理处确认”") == 1
        asked = []
        monkeypatch.setattr(openers, "open_site_file", lambda *args: asked.append(args[2]))
        door = next(one for one in card.findChildren(QPushButton) if "记下来" in one.text())
        door.click()
        assert asked == ["tongli"]
        crew.session.put(pitch=replace(pitch, to_confirm=()))
        assert card.told.text() == "都问清楚了。"

    def test_a_long_name_is_cut_with_a_mark(self, crew):
        site = replace(crew.state.site("tongli"), name_zh="很长很长的名字" * 5)
        crew.session.put(sites=[site])
        crew.session.pitch_again()
        head = crew.aside.open.sections["tongli"].head
        assert head.text().endswith("…")
        assert head.toolTip() == site.name_zh

    def test_candidates_side_by_side(self, crew):
        card = crew.aside.compare
        assert "最多 6 个" in card.told.text()
        crew.session.wish_pitch(compare=("苏州", "luzhen"))
        said = words(card)
        assert "鲁镇" in said
        assert "不进文件" in said
        card._drop("苏州")
        assert crew.state.pitch_wishes.compare == ("luzhen",)
        crew.session.disclose(Disclosure.RIVALS, on=True)
        assert "不进文件" in card.told.text()
        crew.session.turn_part(PitchPart.COMPARE, on=True)
        assert "会写进文件" in card.told.text()

    def test_rivals_that_the_files_leave_out_are_seen_on_screen(self, crew, stand_in, monkeypatch):
        make = stand_in.make_pitch

        def without_rivals(ws, ranking, script, facts, wishes, planned=None, today=None):
            pitch = yield from make(ws, ranking, script, facts, wishes, planned, today)
            if Disclosure.RIVALS in wishes.disclose:
                return pitch
            return replace(pitch, compared=pitch.compared[:1])

        monkeypatch.setattr(stand_in, "make_pitch", without_rivals)
        crew.session.wish_pitch(compare=("苏州", "绍兴"))
        assert [one.key for one in crew.state.pitch.compared] == ["苏州"]
        assert [one.key for one in crew.state.pitch_beside] == ["苏州", "绍兴"]
        assert "绍兴" in words(crew.aside.compare)

    def test_what_an_internal_pack_holds_unasked_is_shown_as_going_out(self, crew):
        rivals = Disclosed("rivals", 2, private=True, given=True)
        pitch = replace(crew.state.pitch, disclosed=(*crew.state.pitch.disclosed, rivals))
        crew.session.put(pitch=pitch)
        given = crew.aside.given
        box = given.boxes[Disclosure.RIVALS]
        # without the part there is nothing to go out
        assert not box.isChecked()
        crew.session.put(
            pitch_wishes=replace(crew.state.pitch_wishes, parts=tuple(PitchPart)), pitch=pitch
        )
        crew.session.put(pitch=replace(pitch))
        assert box.isChecked()
        assert not box.isEnabled()
        assert given.notes[Disclosure.RIVALS].text() == "2 条，写进去"
        assert "和外地的比较" in given.told.text()

    def test_text_is_copied(self, qtbot, crew):
        qtbot.mouseClick(crew.aside.copy, LEFT)
        assert QGuiApplication.clipboard().text().startswith("一曲姑苏\n同里影视基地")
        assert crew.aside.copied.text().startswith("复制好了")


class TestSides:
    def test_the_bureaus_desk_takes_the_place_of_the_pack(self, qtbot, page):
        qtbot.mouseClick(page.sides.button("bureau"), LEFT)
        assert page.bureau.isVisible()
        assert not page.crew.isVisible()
        assert page.panes()[-1] is page.sides.button("bureau")
        asked = []
        page.page_asked.connect(asked.append)
        page.bureau.page_asked.emit("sites")
        page.bureau.page_asked.emit("pitch")
        assert asked == ["sites"]
        assert page.crew.isVisible()

    def test_the_doors_of_the_bar(self, qtbot, page, monkeypatch):
        opened = []
        monkeypatch.setattr(openers, "open_card", lambda *_: opened.append("card"))
        monkeypatch.setattr(openers, "open_site_file", lambda *_: opened.append("file"))
        qtbot.mouseClick(page.card, LEFT)
        qtbot.mouseClick(page.files, LEFT)
        assert opened == ["card", "file"]


class TestFiles:
    def test_files_are_wanted_only_after_a_look(self, qtbot, page, monkeypatch):
        wanted = []
        page.pack_asked.connect(lambda: wanted.append(True))
        monkeypatch.setattr(openers, "ask_to_send", lambda *_: False)
        qtbot.mouseClick(page.crew.left.make, LEFT)
        assert wanted == []
        monkeypatch.setattr(openers, "ask_to_send", lambda *_: True)
        qtbot.mouseClick(page.crew.left.make, LEFT)
        assert wanted == [True]

    def test_the_folder_is_named_after_the_title_and_cannot_climb(self, desk):
        desk.put(name="../../etc: 一曲*姑苏")
        name = desk.pack_name()
        assert not set(name) & set("/\\:*")
        assert not name.startswith(".")
        desk.put(name="")
        desk.put(card=BureauCard("吴江文旅局"))
        assert desk.pack_name().startswith("吴江文旅局 ")
