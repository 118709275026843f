"""Home from the field: packs given, questions side by side, decided, undone; nothing by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from geo.model.field import RECCE, SITE, Contested, Edit, FieldKey, Settling, Side
from geo.model.figures import Reason
from geo.phrases import load_phrases
from gui.pages.field.home_pane import HomePane
from gui.pages.field.own_value import can_be_own, read_own
from gui.pages.value_words import field_word, value_note, value_word
from gui.pages.words import when_word
from tests.gui.conftest import ASSETS
from tests.gui.field_stand_in import question

LEFT = Qt.MouseButton.LeftButton
PHRASES = load_phrases(ASSETS / "phrases")


@pytest.fixture
def desk(desk):
    desk.put(phrases=PHRASES)
    desk.set_who("沈砚")
    desk.load_form()
    return desk


@pytest.fixture
def pane(desk, shown):
    return shown(HomePane(desk), 440, 860)


def drop(widget, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(20, 200)
    event = QDropEvent(at, Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    widget.dropEvent(event)
    return event.isAccepted()


def ticket(amounts=(60, 80)):
    whos = ("沈砚", "顾南")
    key = FieldKey(SITE, "ouyuan", "ticket_cny")
    sides = (
        Side(amount, (Edit(f"t{who}", key, amount, 70, (), who, "2026-11-20T09:00+08:00"),))
        for amount, who in zip(amounts, whos, strict=True)
    )
    return Contested(key, "耦园", "Couple's Garden", 70, tuple(sides))


class TestComingHome:
    def test_without_packs_it_says_how(self, stand_in, desk, shown):
        stand_in.disputes = []
        pane = shown(HomePane(desk), 400, 640)
        assert not pane.counts.isVisible()
        assert [one.text() for one in pane.empty.buttons] == ["合回来…"]

    def test_several_packs_in_one_go(self, monkeypatch, qtbot, pane, desk, tmp_path):
        names = [str(tmp_path / "a.gpkg"), str(tmp_path / "b.zip")]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        with qtbot.waitSignal(pane.merge_asked) as asked:
            pane.merge_button.click()
        assert [path.name for path in asked.args[0]] == ["a.gpkg", "b.zip"]
        assert [one.pack.path for one in desk.state.outdoors.reports] == names
        assert [one.value.text() for one in pane.counts.figures] == ["254", "252", "1", "0"]
        assert "收进 6 张照片" in pane.counts.more.text()

    def test_files_let_go_over_it_come_home_and_others_do_not(self, pane, desk, tmp_path):
        drop(pane, tmp_path / "a.gpkg", tmp_path / "notes.txt")
        assert [one.pack.path for one in desk.state.outdoors.reports] == [str(tmp_path / "a.gpkg")]
        drop(pane, tmp_path / "notes.txt")
        assert len(desk.state.outdoors.reports) == 1

    def test_all_is_undone_last_first_and_brought_back(self, pane, desk, stand_in, tmp_path):
        batches = iter(("m1", "m2"))
        merge = stand_in.merge_pack

        def numbered(ws, path, who):
            report = yield from merge(ws, path, who)
            return replace(report, batch=next(batches))

        stand_in.merge_pack = numbered
        pane.merge([tmp_path / "a.gpkg", tmp_path / "b.gpkg"])
        undoing = iter(("u2", "u1", "r1", "r2"))
        kept = []
        stand_in.undo_batch = lambda _ws, batch, _who: kept.append(batch) or next(undoing)
        pane.undo_all.click()
        assert kept == ["m2", "m1"]
        assert all(one.undone for one in desk.state.outdoors.reports)
        assert pane.counts.figures[1].value.text() == "0"
        assert pane.undo_all.text() == "全部放回来"
        # what brings them back is the undoing of the undoing
        pane.undo_all.click()
        assert kept[2:] == ["u1", "u2"]
        assert not any(one.undone for one in desk.state.outdoors.reports)

    def test_lost_edits_would_be_told_in_red(self, pane, desk, stand_in, tmp_path):
        merge = stand_in.merge_pack

        def lossy(ws, path, who):
            return replace((yield from merge(ws, path, who)), lost=3)

        stand_in.merge_pack = lossy
        pane.merge([tmp_path / "a.gpkg"])
        lost = pane.counts.figures[3]
        assert (lost.value.text(), lost.value.property("tone")) == ("3", "err")


class TestQuestion:
    def test_both_answers_stand_side_by_side(self, pane):
        asked = pane.question
        assert asked.title.text() == "同里影视摄制基地 · 场地价（按天）"
        assert asked.stands.text() == "未知"
        assert [card.who.text() for card in asked.cards] == ["沈砚", "顾南"]
        assert [card.value.text() for card in asked.cards] == ["6,000 元/天", "8,000 元/天"]
        assert asked.cards[0].when.text() == "11-21 14:32"
        assert asked.cards[0].x() < asked.cards[1].x()
        assert asked.cards[0].y() == asked.cards[1].y()
        texts = [button.text() for button in asked.buttons]
        assert texts == ["用沈砚的", "用顾南的", "两个都留"]

    @pytest.mark.parametrize(("button", "side"), [(0, 0), (1, 1), (2, None)])
    def test_a_button_decides(self, pane, stand_in, button, side):
        pane.question.buttons[button].click()
        assert stand_in.field_kept[-1][2] == side
        assert pane.state.outdoors.contested == ()
        note = pane.state.notes[-1]
        assert (note.code, note.values["batch"]) == ("settled", "b2")

    def test_pointing_at_an_answer_only_shows_what_it_would_change(self, qtbot, pane, desk):
        asked = pane.question
        told = {
            side: Settling(asked.asked.key, side, (Reason("no_change", {"n": side}),))
            for side in (0, 1)
        }
        desk.put_field(settling=told)
        qtbot.mouseClick(asked.cards[1], LEFT)
        assert asked.cards[1].property("side") == "on"
        assert asked.cards[0].property("side") == "off"
        assert asked.buttons[1].property("main") == "true"
        assert len(desk.state.outdoors.contested) == 1
        qtbot.keyClick(asked.cards[0], Qt.Key.Key_Return)
        assert asked.picked == 0
        assert asked.effect.text() == "no_change"

    def test_no_ranking_is_no_promise(self, pane, desk):
        desk.close_script()
        assert "看不出" in pane.question.effect.text()

    def test_one_person_in_two_packs_is_told_apart_by_the_time(self, pane, desk, stand_in):
        one = question()
        later = replace(one.sides[1].edits[0], who="沈砚")
        stand_in.disputes = [
            replace(one, sides=(one.sides[0], replace(one.sides[1], edits=(later,))))
        ]
        desk.load_contested()
        texts = [button.text() for button in pane.question.buttons[:2]]
        assert texts == ["用沈砚 11-21 14:32的", "用沈砚 11-20 10:05的"]

    def test_next_goes_round(self, pane, desk, stand_in):
        stand_in.disputes = [question(), ticket()]
        desk.load_contested()
        assert pane.question.place.text() == "1 / 2"
        pane.next.click()
        assert pane.question.title.text() == "耦园 · 门票（元）"
        # two values of which only one can hold
        assert [one.text() for one in pane.question.buttons] == ["用沈砚的", "用顾南的"]
        assert pane.question.stands.text() == "70"
        pane.next.click()
        assert pane.question.place.text() == "1 / 2"

    def test_a_value_of_ones_own(self, pane, stand_in):
        asked = pane.question
        asked.own_button.click()
        asked.own.setText("很贵")
        assert not asked.take_own.isEnabled()
        asked.own.setText("7,000")
        asked.take_own.click()
        kind, key, side, value = stand_in.field_kept[-1]
        assert (kind, key.field, side) == ("settled", "hires/day", None)
        assert (value[0]["amount"], value[0]["basis"], value[0]["who"]) == (7000, "quoted", "沈砚")

    def test_history_of_the_field_is_asked_for(self, qtbot, pane):
        pane.question.history_asked.disconnect()
        with qtbot.waitSignal(pane.question.history_asked) as asked:
            pane.question.history.click()
        assert asked.args[0].field == "hires/day"

    def test_it_speaks_english(self, pane, desk):
        desk.set_language("en")
        assert pane.question.title.text().startswith("Tongli studio")


class TestOwnValue:
    @pytest.mark.parametrize(
        ("text", "good", "value"),
        [("72", True, 72), ("72.5", True, 72.5), ("", False, None), ("七十", False, None)],
    )
    def test_numbers(self, desk, text, good, value):
        assert read_own(desk.state, ticket(), text, "") == (good, value)

    @pytest.mark.parametrize(
        ("text", "good"),
        [
            ("31.16, 120.72", True),
            ("31.16，120.72", True),
            ("31.16", False),
            ("120.72 31.16", False),
        ],
    )
    def test_positions_are_degrees_on_earth(self, desk, text, good):
        value = {"lat": 31.0, "lon": 120.0, "basis": "gps"}
        asked = replace(ticket(), key=FieldKey(SITE, "ouyuan", "position"))
        asked = replace(asked, sides=tuple(replace(one, value=value) for one in asked.sides))
        assert read_own(desk.state, asked, text, "")[0] is good

    def test_form_lines_keep_to_their_bounds(self, desk):
        asked = replace(ticket((3.8, 4)), key=FieldKey(RECCE, "ouyuan", "ceiling"))
        assert read_own(desk.state, asked, "4.2", "") == (True, 4.2)
        assert read_own(desk.state, asked, "400", "") == (False, None)

    def test_what_is_chosen_from_a_list_is_not_typed(self, desk):
        asked = replace(ticket(), key=FieldKey(RECCE, "ouyuan", "truck"))
        assert not can_be_own(desk.state, asked)
        there = replace(ticket((True, True)), key=FieldKey(SITE, "ouyuan", "photos/a.jpg"))
        assert not can_be_own(desk.state, there)


class TestWords:
    @pytest.mark.parametrize(
        ("kind", "field", "value", "word"),
        [
            (SITE, "ticket_cny", None, "未知"),
            (SITE, "ticket_cny", 0, "0"),
            (SITE, "visitors", {"count": 1_200_000, "year": 2024}, "120 万 (2024)"),
            (SITE, "position", {"lat": 31.1602, "lon": 120.7207}, "31.16020, 120.72070"),
            (SITE, "retired", True, "不再列出"),
            (SITE, "retired", None, "未知"),
            (SITE, "notes_zh", "", "（空着）"),
            (SITE, "closed_weekdays", [0, 6], "周一、周日"),
            (SITE, "closed_weekdays", [], "天天开"),
            (SITE, "scenes/teahouse", {"exposure": "int", "sourced": True}, "能拍，看过"),
            (RECCE, "truck", "near", "200 m 内"),
            (RECCE, "ceiling", 3.8, "3.8 m"),
            ("approval", "stage", {"stage": "reviewed", "digest": "x"}, "审过"),
        ],
    )
    def test_values_are_told_in_words(self, desk, kind, field, value, word):
        assert value_word(desk.state, FieldKey(kind, "ouyuan", field), value) == word

    @pytest.mark.parametrize(
        ("kind", "field", "word"),
        [
            (RECCE, "truck", "车能到"),
            (SITE, "hires/hour", "场地价（按小时）"),
            (SITE, "eras/republican", "年代感：民国"),
            (RECCE, "noise@14", "14 点吵不吵"),
            (SITE, "something_new", "something_new"),
        ],
    )
    def test_fields_are_called_by_name(self, desk, kind, field, word):
        assert field_word(desk.state, FieldKey(kind, "ouyuan", field)) == word

    def test_who_named_a_price_and_until_when(self):
        price = {"amount": 6000.0, "who": "陆经理", "until": "2026-12-31"}
        assert value_note([price]) == "陆经理说的，到 12-31 有效"
        assert value_note([{**price, "until": ""}]) == "陆经理说的，没说有效到哪天"
        assert value_note("7") == ""

    def test_times_are_short(self):
        assert when_word("2026-11-21T14:32+08:00") == "11-21 14:32"
        assert when_word("2026-11-21") == "11-21"
        assert when_word("") == ""
