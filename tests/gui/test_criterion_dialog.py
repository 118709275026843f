"""自己定一项: defined, values told place by place, changed, taken away; each can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from geo.model import Must, MustCode, OwnCriterion, OwnValue
from gui.pages.typed import read_span, write_span
from gui.pages.wishes import WeighingPane
from gui.pages.wishes.criterion_dialog import CriterionDialog
from gui.pages.wishes.own_value import OwnValueDialog, ask_own_value
from gui.pages.wishes.own_words import scale_words
from tests.gui.stand_in import SITES

PARKING = OwnCriterion(
    "own.1", "停车方便", "分", values={"tongli": OwnValue(6, 8, "小王", "2026-11-20")}
)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def new(desk, shown):
    return shown(CriterionDialog(desk, None), 660, 600)


@pytest.fixture
def known(desk, shown):
    desk.keep_criterion(PARKING)
    return shown(CriterionDialog(desk, "own.1"), 660, 600)


def row_of(dialog, site_id):
    return next(row for row in dialog.table.rows if row.site_id == site_id and row.isVisible())


def type_in(field, text):
    field.setFocus()
    field.setText(text)
    field.textEdited.emit(text)


class TestNew:
    def test_a_name_is_enough(self, qtbot, new, desk):
        assert not new.keep_button.isEnabled()
        new.name.setText("安静")
        click(qtbot, new.keep_button)
        [one] = desk.state.wishes.own
        assert (one.code, one.name, one.worst, one.best, one.values) == ("own.1", "安静", 0, 10, {})
        assert desk.state.wishes.extra == ("own.1",)
        assert desk.state.weights["own.1"] == pytest.approx(0.1)
        assert sum(desk.state.weights.values()) == pytest.approx(1)

    def test_values_are_told_with_who_and_when(self, qtbot, new, desk):
        new.name.setText("安静")
        row = row_of(new, "couple")
        assert not row.who.isVisible()
        type_in(row.value, "6–8")
        assert row.who.isVisible()
        type_in(row.who, "小王")
        type_in(row.when, "2026-11-20")
        click(qtbot, new.keep_button)
        [one] = desk.state.wishes.own
        assert one.values == {"couple": OwnValue(6, 8, "小王", "2026-11-20")}

    def test_a_value_carries_the_day(self, new):
        row = row_of(new, "couple")
        type_in(row.value, "7")
        assert read_span(row.value.text()) == (7, 7)
        assert len(row.when.text()) == len("2026-11-20")

    @pytest.mark.parametrize("text", ["很吵", "6-", "7 8"])
    def test_a_bad_value_is_told_at_its_field(self, new, text):
        new.name.setText("安静")
        row = row_of(new, "couple")
        type_in(row.value, text)
        assert row.told.isVisible()
        assert row.told.property("tone") == "err"
        assert row.value.property("wrong") == "true"
        assert not new.keep_button.isEnabled()
        type_in(row.value, "")
        assert not row.told.isVisible()
        assert new.keep_button.isEnabled()

    def test_a_bad_day_too(self, new):
        new.name.setText("安静")
        row = row_of(new, "couple")
        type_in(row.value, "7")
        type_in(row.when, "昨天")
        assert row.when.property("wrong") == "true"
        assert not new.keep_button.isEnabled()

    def test_beyond_the_scale_is_said_and_taken(self, new):
        new.name.setText("安静")
        row = row_of(new, "couple")
        type_in(row.value, "14")
        assert "超出 0 到 10" in row.told.text()
        assert new.keep_button.isEnabled()
        new.best.setText("20")
        assert not row.told.isVisible()

    @pytest.mark.parametrize(
        ("name", "told"), [("匹配", "已经有一项叫这个"), ("手" * 21, "长了，20 个字以内")]
    )
    def test_a_bad_name_is_told(self, new, name, told):
        new.name.setText(name)
        assert new.told_name.text() == told
        assert not new.keep_button.isEnabled()

    @pytest.mark.parametrize(
        ("worst", "best"), [("5", "5"), ("", "10"), ("小", "大"), ("0-3", "10")]
    )
    def test_the_ends_must_differ(self, new, worst, best):
        new.name.setText("安静")
        new.worst.setText(worst)
        new.best.setText(best)
        assert new.told_scale.property("tone") == "err"
        assert not new.keep_button.isEnabled()

    def test_less_may_be_better(self, qtbot, new, desk):
        new.name.setText("走多久")
        new.unit.setText("分钟")
        new.worst.setText("60")
        new.best.setText("0")
        assert new.told_scale.text() == "越小越好：0 分钟最好，60 分钟最差"
        click(qtbot, new.keep_button)
        assert (desk.state.wishes.own[0].worst, desk.state.wishes.own[0].best) == (60, 0)

    def test_leaving_keeps_nothing(self, new, desk):
        new.name.setText("安静")
        new.reject()
        assert desk.state.wishes.own == ()
        assert not desk.state.can_undo

    def test_enter_in_a_field_presses_nothing(self, qtbot, new, desk):
        new.name.setText("安静")
        for field in (new.name, new.table.search, row_of(new, "couple").value):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert new.isVisible()
        assert desk.state.wishes.own == ()
        assert not any(button.isDefault() for button in new.findChildren(QPushButton))

    def test_undo_takes_it_away_whole(self, qtbot, new, desk):
        before = dict(desk.state.weights)
        new.name.setText("安静")
        click(qtbot, new.keep_button)
        desk.undo()
        assert (desk.state.wishes.own, desk.state.wishes.extra) == ((), ())
        assert desk.state.weights == before


class TestTable:
    def test_places_come_in_the_order_of_the_list(self, new, desk):
        order = [desk.state.ranking.sites[at].site.id for at in desk.state.ranking.site_order.index]
        assert [row.site_id for row in new.table.rows if row.isVisible()] == order

    def test_one_is_looked_for_and_what_was_typed_stays(self, new):
        type_in(row_of(new, "couple").value, "7")
        new.table.search.setText("同里")
        new.table.show_found()
        assert [row.site_id for row in new.table.rows if row.isVisible()] == ["tongli"]
        assert row_of(new, "tongli").value.text() == ""
        new.table.search.setText("COUPLE")
        new.table.show_found()
        assert row_of(new, "couple").value.text() == "7"
        new.table.search.setText("没有的地方")
        new.table.show_found()
        assert not any(row.isVisible() for row in new.table.rows)
        assert new.table.values()["couple"].low == 7

    def test_a_bad_value_out_of_sight_still_bars_keeping(self, new):
        new.name.setText("安静")
        type_in(row_of(new, "couple").value, "很吵")
        new.table.search.setText("同里")
        new.table.show_found()
        assert not new.keep_button.isEnabled()

    def test_fifty_of_many(self, qtbot, desk, shown, stand_in):
        many = {f"s{at}": replace(SITES[0], id=f"s{at}", name_zh=f"地{at:03}") for at in range(120)}
        stand_in.sites_kept = many
        desk.put(sites=tuple(many.values()))
        desk.rank()
        dialog = shown(CriterionDialog(desk, None), 660, 600)
        qtbot.waitUntil(lambda: sum(row.isVisible() for row in dialog.table.rows) == 50)
        assert len({row.site_id for row in dialog.table.rows}) == 50
        dialog.table.search.setText("地119")
        dialog.table.show_found()
        assert [row.site_id for row in dialog.table.rows if row.isVisible()] == ["s119"]
        # typed before the rest was drawn: nothing of the longer list is left
        dialog.table.search.setText("地")
        dialog.table.show_found()
        dialog.table.search.setText("地00")
        dialog.table.show_found()
        qtbot.waitUntil(lambda: dialog.table._count.text() == "10 处")
        assert sum(row.isVisible() for row in dialog.table.rows) == 10

    def test_what_is_excluded_can_be_told_of_too(self, desk, shown):
        desk.set_musts([Must(MustCode.CITY, names=("苏州",))])
        dialog = shown(CriterionDialog(desk, None), 660, 600)
        assert "luzhen" in [row.site_id for row in dialog.table.rows if row.isVisible()]


class TestKnown:
    def test_it_opens_with_what_was_said_first(self, known):
        first = known.table.rows[0]
        assert first.site_id == "tongli"
        assert (first.value.text(), first.who.text()) == ("6–8", "小王")
        assert known.name.text() == "停车方便"

    def test_it_is_changed_in_one_step(self, qtbot, known, desk):
        known.name.setText("停大车方便")
        type_in(row_of(known, "couple").value, "9")
        type_in(row_of(known, "tongli").value, "")
        click(qtbot, known.keep_button)
        [one] = desk.state.wishes.own
        assert one.name == "停大车方便"
        assert set(one.values) == {"couple"}
        desk.undo()
        assert desk.state.wishes.own == (PARKING,)

    def test_its_own_name_is_not_taken(self, known):
        known.name.setText("停车")
        known.name.setText("停车方便")
        assert known.keep_button.isEnabled()

    def test_values_of_places_not_ranked_stay(self, qtbot, desk, shown):
        gone = {**PARKING.values, "elsewhere": OwnValue(3, 3)}
        desk.keep_criterion(replace(PARKING, values=gone))
        dialog = shown(CriterionDialog(desk, "own.1"), 660, 600)
        dialog.name.setText("停车")
        click(qtbot, dialog.keep_button)
        assert desk.state.wishes.own[0].values["elsewhere"] == OwnValue(3, 3)

    def test_it_is_dropped_and_found_again(self, qtbot, known, desk):
        click(qtbot, known.drop_button)
        assert (desk.state.wishes.own, desk.state.wishes.extra) == ((), ())
        desk.undo()
        assert desk.state.wishes.own == (PARKING,)


class TestOneValue:
    @pytest.fixture
    def dialog(self, desk, shown):
        desk.keep_criterion(PARKING)
        return shown(OwnValueDialog(desk, PARKING, SITES[1]), 420, 260)

    def test_it_is_kept(self, qtbot, dialog, desk):
        assert not dialog.keep_button.isEnabled()
        dialog.value.setText("7")
        dialog.who.setText("老李")
        click(qtbot, dialog.keep_button)
        said = desk.state.wishes.own[0].values["couple"]
        assert (said.low, said.high, said.who) == (7, 7, "老李")
        desk.undo()
        assert "couple" not in desk.state.wishes.own[0].values

    def test_nonsense_is_told(self, dialog):
        dialog.value.setText("还行")
        assert dialog.told.property("tone") == "err"
        assert not dialog.keep_button.isEnabled()
        dialog.value.setText("7")
        dialog.when.setText("那天")
        assert dialog.when.property("wrong") == "true"
        assert not dialog.keep_button.isEnabled()

    def test_emptied_is_not_known_any_more(self, qtbot, desk, shown):
        desk.keep_criterion(PARKING)
        dialog = shown(OwnValueDialog(desk, PARKING, SITES[0]), 420, 260)
        dialog.value.setText("")
        click(qtbot, dialog.keep_button)
        assert desk.state.wishes.own[0].values == {}

    def test_nothing_is_asked_about_what_is_gone(self, desk):
        assert not ask_own_value(desk, "own.9", "couple")
        desk.keep_criterion(PARKING)
        assert not ask_own_value(desk, "own.1", "nowhere")


def test_a_value_moves_the_place(desk, shown):
    """On the board an own criterion has a slider; its weight lets what is good by it rise."""
    pane = shown(WeighingPane(desk), 460, 300)
    desk.keep_criterion(OwnCriterion("own.1", "安静"))
    assert "还没给哪处打分" in pane.board._rows["own.1"].caption.text()
    last = desk.state.ranking.sites[int(desk.state.ranking.site_order.index[-1])].site.id
    desk.set_own_value("own.1", last, OwnValue(10, 10))
    assert not pane.board._rows["own.1"].caption.isVisible()
    pane.board.slider("own.1").setValue(60)
    first = desk.state.ranking.sites[int(desk.state.ranking.site_order.index[0])].site.id
    assert first == last


@given(
    st.floats(-1e6, 1e6).map(lambda v: round(v, 3)), st.floats(0, 1e6).map(lambda v: round(v, 3))
)
def test_what_is_written_is_read_back(low, more):
    high = round(low + more, 3)
    read = read_span(write_span(low, high))
    assert read == pytest.approx((low, high), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("7", (7, 7)),
        ("6-8", (6, 8)),
        ("6–8", (6, 8)),
        ("８～６", (6, 8)),
        ("6 到 8", (6, 8)),
        ("-2 ~ 3", (-2, 3)),
        ("−5", (-5, -5)),
        ("1,200-1,500", (1200, 1500)),
        ("", None),
    ],
)
def test_spans_as_people_type_them(text, span):
    assert read_span(text) == span


@pytest.mark.parametrize("text", ["六", "6-", "6,8", "nan", "1e9", "6-7-8", "9" * 13])
def test_what_is_no_span_is_refused(text):
    with pytest.raises(ValueError, match=r"^.+$"):
        read_span(text)


def test_scales_are_told():
    assert scale_words(0, 10, "分") == "10 分最好，0 分最差"
    assert scale_words(60, 0) == "越小越好：0 最好，60 最差"
