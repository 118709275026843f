"""The dialogs of 推介: places, needs, the bureau's card, what is kept of a place, the last look."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from geo.model import Reason
from geo.model.pitch import Audience, BureauCard, Disclosure, SiteFile
from gui.pages.pitch.card_dialog import CardDialog
from gui.pages.pitch.compare_dialog import CompareDialog
from gui.pages.pitch.needs_dialog import NeedsDialog
from gui.pages.pitch.places_dialog import ComparedDialog, PitchedDialog
from gui.pages.pitch.send_dialog import SendDialog
from gui.pages.pitch.site_file_dialog import SiteFileDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(desk):
    desk.load_desk()
    desk.watch_pitch(watched=True)
    return desk


def tick(qtbot, dialog, key):
    rows = dialog.list
    middle = rows.visualRect(rows.ticks.index(rows.keys().index(key), 0)).center()
    qtbot.mouseClick(rows.viewport(), LEFT, pos=middle)


class TestPlaces:
    def test_they_keep_the_order_in_which_they_were_ticked(self, qtbot, desk, shown):
        dialog = shown(PitchedDialog(desk), 560, 500)
        assert dialog.views.choice == "ranked"
        tick(qtbot, dialog, "luzhen")
        tick(qtbot, dialog, "tongli")
        assert dialog.told.text() == "勾了 2 个：鲁镇、同里影视基地"
        dialog.take_button.click()
        assert desk.state.pitch_wishes.sites == ("luzhen", "tongli")
        assert [one.site.id for one in desk.state.pitch.sites] == ["luzhen", "tongli"]

    def test_typing_narrows_and_keeps_the_ticks(self, qtbot, desk, shown):
        dialog = shown(PitchedDialog(desk), 560, 500)
        tick(qtbot, dialog, "luzhen")
        dialog.edit.setText("苏州 同里")
        assert dialog.list.keys() == ["tongli"]
        dialog.edit.setText("无此地")
        assert "没有这个名字" in dialog.none.text()
        dialog.edit.clear()
        assert dialog.list.ticked() == ["luzhen"]
        dialog.views.button("chosen").click()
        assert dialog.list.keys() == ["luzhen"]
        dialog.reject()
        assert desk.state.pitch_wishes.sites == ()

    def test_a_city_whose_places_are_taken_where_none_is_ticked(self, desk, shown):
        dialog = shown(PitchedDialog(desk), 560, 500)
        dialog.city.setCurrentIndex(dialog.city.findData("绍兴"))
        dialog.take_button.click()
        assert desk.state.pitch_wishes.city == "绍兴"

    def test_without_a_ranking_our_own_places_stand_first(self, desk, shown):
        desk.close_script()
        desk.save_card(BureauCard(city="绍兴"))
        dialog = shown(PitchedDialog(desk), 560, 500)
        keys = dialog.list.keys()
        cities = [desk.state.site(key).city_zh for key in keys]
        ours = cities.count("绍兴")
        assert 0 < ours < len(cities)
        assert set(cities[:ours]) == {"绍兴"}
        assert dialog.city.currentText() == "绍兴的"

    def test_no_more_than_six_are_compared(self, qtbot, desk, shown):
        sites = [replace(desk.state.site("luzhen"), id=f"s{at}") for at in range(8)]
        desk.put(sites=[*desk.state.sites, *sites])
        dialog = shown(ComparedDialog(desk), 560, 700)
        assert dialog.list.keys()[0] == "苏州"
        for key in ("苏州", *(f"s{at}" for at in range(5))):
            tick(qtbot, dialog, key)
        tick(qtbot, dialog, "s6")
        assert dialog.told.text() == "最多 6 个。去掉一个再勾。"
        assert len(dialog.list.ticked()) == 6
        tick(qtbot, dialog, "s0")
        tick(qtbot, dialog, "s6")
        dialog.take_button.click()
        assert desk.state.pitch_wishes.compare == ("苏州", "s1", "s2", "s3", "s4", "s6")


class TestNeeds:
    def test_scene_types_are_found_and_ticked(self, desk, shown):
        dialog = shown(NeedsDialog(desk), 560, 400)
        dialog.boxes["teahouse"].click()
        dialog.edit.setText("河埠")
        seen = {code for code, box in dialog.boxes.items() if not box.isHidden()}
        # what is ticked stays in sight
        assert seen == {"teahouse", "river_wharf"}
        dialog.keep_button.click()
        assert desk.state.pitch_wishes.needs == ("teahouse",)


class TestCard:
    def test_it_is_kept_as_typed(self, desk, stand_in, shown):
        dialog = shown(CardDialog(desk), 560, 660)
        dialog.name.setText(" 吴江区文旅局 ")
        dialog.services.setPlainText("协调封路\n群演\n")
        dialog.city.setCurrentIndex(dialog.city.findData("苏州"))
        dialog.district.setCurrentIndex(dialog.district.findData("吴江区"))
        dialog.keep_button.click()
        wanted = BureauCard("吴江区文旅局", "", "苏州", "吴江区", services="协调封路\n群演")
        assert stand_in.card == desk.state.card == wanted
        again = shown(CardDialog(desk), 560, 660)
        assert again.card() == wanted

    def test_another_city_has_other_districts(self, desk, shown):
        desk.put(card=BureauCard(city="苏州", district="吴江区"))
        dialog = shown(CardDialog(desk), 560, 660)
        dialog.city.setCurrentIndex(dialog.city.findData("绍兴"))
        assert dialog.card().district == ""
        assert dialog.district.findData("吴江区") < 0

    def test_a_logo_is_shown_and_taken_off(self, desk, shown, snap, monkeypatch):
        path = str(snap("logo.png", 60, 20))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
        dialog = shown(CardDialog(desk), 560, 660)
        dialog.choose_logo.click()
        assert dialog.card().logo == path
        assert not dialog.picture.pixmap().isNull()
        dialog.drop_logo.click()
        assert dialog.card().logo == ""

    def test_a_logo_that_cannot_be_read_says_so(self, desk, shown, tmp_path):
        broken = tmp_path / "logo.png"
        broken.write_bytes(b"")
        desk.put(card=BureauCard(logo=str(broken)))
        dialog = shown(CardDialog(desk), 560, 660)
        assert dialog.picture.text() == "logo.png 打不开"


class TestSiteFile:
    def test_both_halves_are_kept(self, desk, stand_in, shown):
        dialog = shown(SiteFileDialog(desk, "luzhen"), 600, 700)
        dialog.fields["contact"].setText("王主任")
        dialog.fields["floor_price"].setText("1.2 万")
        dialog.fields["permit_days"].setText("20")
        dialog.texts["notes"].setPlainText("别在周末")
        dialog.fields["who"].setText("管理处")
        dialog.keep_button.click()
        kept = stand_in.files["luzhen"]
        assert (kept.contact, kept.floor_price, kept.permit_days) == ("王主任", 12_000.0, 20)
        assert (kept.notes, kept.told_by) == ("别在周末", "管理处")

    def test_what_cannot_be_read_is_not_kept(self, desk, shown):
        dialog = shown(SiteFileDialog(desk, "luzhen"), 600, 700)
        for name, text in (("floor_price", "随便"), ("permit_days", "两周")):
            dialog.fields[name].setText(text)
            assert not dialog.keep_button.isEnabled()
            assert dialog.fields[name].property("wrong") == "true"
            dialog.fields[name].clear()
        assert dialog.keep_button.isEnabled()

    def test_what_was_typed_of_one_place_stays_while_another_is_looked_at(
        self, desk, stand_in, shown
    ):
        desk.save_site_file(SiteFile("couple", owner="旧主"), "小林")
        dialog = shown(SiteFileDialog(desk, "tongli"), 600, 700)
        dialog.fields["owner"].setText("新主")
        dialog.place.setCurrentIndex(dialog.place.findData("couple"))
        assert dialog.fields["owner"].text() == "旧主"
        assert "小林" in dialog.told.text()
        dialog.place.setCurrentIndex(dialog.place.findData("tongli"))
        assert dialog.fields["owner"].text() == "新主"
        dialog.keep_button.click()
        assert stand_in.files["tongli"].owner == "新主"
        # the one only looked at is as it was told, by whom it was told
        assert stand_in.files["couple"].told_by == "小林"

    def test_the_private_half_stands_apart_with_its_words(self, desk, shown):
        dialog = shown(SiteFileDialog(desk, "luzhen"), 600, 700)
        chips = [one for one in dialog.findChildren(QLabel) if one.property("chip")]
        assert [one.text() for one in chips] == ["会写进推介包", "不勾，一个字也不出去"]
        cards = [one.parent() for one in chips]
        assert cards[0].isAncestorOf(dialog.fields["contact"])
        assert cards[1].isAncestorOf(dialog.fields["owner"])
        assert not cards[0].isAncestorOf(dialog.fields["floor_price"])


class TestBeforeItGoes:
    def test_the_audience_comes_first(self, desk, shown):
        dialog = shown(SendDialog(desk), 480, 500)
        assert not dialog.make_button.isEnabled()
        assert dialog.make_button.text() == "先说给谁看"
        dialog.audience.segments.button("internal").click()
        assert desk.state.pitch_wishes.audience is Audience.INTERNAL
        assert dialog.make_button.isEnabled()
        assert dialog.make_button.text() == "选文件夹，做好 2 个文件…"
        assert "还有 1 处没定" in dialog.waiting.text()
        dialog.given.boxes[Disclosure.NOTES].click()
        assert desk.state.pitch_wishes.disclose == {Disclosure.NOTES}
        dialog.make_button.click()
        assert dialog.result()

    def test_once_told_it_is_not_asked_again(self, desk, shown):
        desk.set_audience(Audience.PUBLIC)
        dialog = shown(SendDialog(desk), 480, 500)
        assert dialog.make_button.isEnabled()
        assert dialog.audience.segments.choice == "public"


class TestTable:
    def test_all_figures_of_each_and_why(self, desk, shown):
        desk.wish_pitch(compare=("苏州", "luzhen"))
        one, two = desk.state.pitch_beside
        told = replace(two, reasons=(Reason("fit_direct", {"count": 2}),))
        desk.put(pitch_beside=(one, told))
        dialog = shown(CompareDialog(desk), 1040, 500)
        rows = dialog.table.rows
        assert [(row.name, row.under) for row in rows] == [("苏州", "我们的"), ("鲁镇", "外地")]
        texts = [look.text for look in rows[0].looks]
        assert texts[:2] == ["3", "2"]
        # nobody knows: not 0
        assert texts[4] == texts[5] == "0 – ?"
        assert rows[0].looks[4].boxed
        dialog.table.asked.emit("luzhen")
        assert dialog.about.text() == "鲁镇"
        assert "可拍 2 场" in dialog.why.text()
        dialog.grab()
